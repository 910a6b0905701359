# The browser chooses, from what every visitor loads alike: no request depends on an answer. The choice itself stands in
# theme/assets/javascripts/logic/recommend.js; here is decided which offers it can choose from.
"""The data from which the report of the self-check chooses offers that fit a competence.

How an offer is chosen, in words (the page says the same):

1. An offer that names the competence comes first: it teaches just this. Then come offers that share a theme with the
   competence and are about digital things (they have a digital theme or name a digital competence), and last the
   offers that share a theme and of which nobody knows whether they are about digital things.
2. Far back stands what starts two levels or more above the level reached, what ends at that level or below it, and
   what is known to be for others than teachers. It is not dropped, and the report says why.
3. Among equals: known to be for the education level asked for; then known to be given in the region (who works in all
   of Flanders works in each province), online before what is not known; then known to fit the level reached; then with
   a first day to come; then as the catalogue has it: what runs, what nobody is sure of, what has no date, and in each
   what we know the newest things about.
4. What is known to be for other education levels or for other regions only is left out. What is not known is never left
   out: it comes after what is known, and the report says so.
5. Past and old offers are never chosen (schedule.py), nor those of an organisation that stopped.
6. An organisation that names the competence itself, and has no such offer that does, is named beside the offers.

How many offers the file holds follows from the competences and the vocabularies, not from the organisations: for each
competence the first three of all, of each education level, of each region and of each level reached, and the first of
each education level and region together. So whoever chooses one of them gets what the whole catalogue would give, and
whoever chooses both gets the same first offer.

The file is one object:

    version       1
    day           the day it was reckoned on: "2026-11-21"
    labels        words by id: {themes, levels, regions, roles}; and {facts}, by the names that an offer's facts have
    within        the wider region of a region: {"antwerpen": "vlaanderen"}
    filters       what the address of the catalogue can ask for: {"niveau": [ids], "regio": [ids]}
    competences   by id: {offers, providers} as places in the tables, best first; {themes}; and {rest}: the filters
                  that show all in the catalogue: [["thema", "ai"]]
    offers        {title, provider, path, status, says, later, competences, themes, isDigital, levels, regions,
                  isOnline, roles, isForOthers, start, target, facts, dates, period}, in the order of the catalogue:
                  start and target are 1 to 6 or null, facts is {form, duration, presence, price} in words,
                  dates is [[first day, last day, words]],
                  later is [[day, what changes from then on: {says, isGone}]]
    providers     {title, path, says, levels, regions, facts}; by newest evidence, then by name

`facts` has only what is known. `says` tells in words whether an offer runs and how old that knowledge is.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from generator.core.assets import Asset
from generator.core.fields import Level
from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.competence_area.model import Competence, CompetenceArea
from generator.kinds.provider import views
from generator.kinds.provider.facets import form
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.schedule import GONE
from generator.kinds.views import Fact, numbered
from generator.kinds.vocabulary.model import Vocabulary

ADDRESS = "assets/selfcheck/recommendations.json"

DIGITAL_THEMES = frozenset(
    {
        "digitale-competentie",
        "digitale-didactiek",
        "digitaal-leren-op-maat",
        "ict-beleid",
        "ai",
        "mediawijsheid",
        "digitale-geletterdheid",
        "computationeel-denken",
    }
)
"""Whoever follows an offer with one of these themes learns about digital things; of other themes nobody knows."""

FOR_TEACHERS = frozenset({"leraar", "starter"})
"""An offer with roles, but none of these, is for others."""

MOST_SHOWN = 3
"""So many offers are listed for each education level, each region and each level reached."""

FAR = 2
"""An offer that starts so many levels above the level reached is far above it."""

LEVELS: tuple[str, ...] = get_args(Level)

FACTS = ("form", "duration", "presence", "price")

_UNKNOWN = ""
_ONLINE = "online"
_FILTERS = ("niveau", "regio", "thema", "competentie")
"""The catalogue's filters that the report uses."""

Place = tuple[object, ...]
Data = dict[str, object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choosable:
    """An offer that can be followed, and where it stands in the catalogue."""

    provider: Provider
    offer: Offer
    number: int


def assets(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Asset]:
    """Gives the file.

    Arguments:
        kb: What is known.
        publisher: The site's words.
    """
    content = json.dumps(recommendations(kb, publisher.t), ensure_ascii=False, separators=(",", ":"))
    yield Asset(ADDRESS, f"{content}\n")


def recommendations(kb: KnowledgeBase, t: Strings) -> Data:
    """Gives what the file holds."""
    found = (competence for area in kb.all(CompetenceArea) for competence in area.competences)
    competences = sorted(found, key=lambda one: numbered(one.id))
    wider = _wider_regions(kb)
    filters = _filters(kb, t)
    usable = choosable(kb)
    organisations = _by_evidence(provider for provider in kb.all(Provider) if provider.existence != "stopped")

    fitting = {one.id: _fitting(kb, one, usable) for one in competences}
    listed = {one.id: _covering(fitting[one.id], _places) for one in competences}
    named = {one.id: _naming(one, organisations, usable) for one in competences}
    named = {name: _covering(found, _provider_places) for name, found in named.items()}

    offers = sorted({one.number: one for found in listed.values() for one in found}.items())
    offer_rows = {number: row for row, (number, _) in enumerate(offers)}
    used = {provider.id for found in named.values() for provider in found}
    providers = [provider for provider in organisations if provider.id in used]
    provider_rows = {provider.id: row for row, provider in enumerate(providers)}
    themes = {theme for one in competences for theme in one.themes}
    return {
        "version": 1,
        "day": kb.today.isoformat(),
        "labels": {
            "themes": _labels(kb, "themes", themes),
            "levels": _labels(kb, "education-levels"),
            "regions": _labels(kb, "regions"),
            "roles": _labels(kb, "roles", {role for _, one in offers for role in one.offer.roles}),
            "facts": {name: t(f"provider.facts.{name}") for name in FACTS},
        },
        "within": wider,
        "filters": {key: filters.get(key, []) for key in ("niveau", "regio")},
        "competences": {
            one.id: {
                "offers": [offer_rows[each.number] for each in listed[one.id]],
                "providers": [provider_rows[each.id] for each in named[one.id]],
                "themes": one.themes,
                "rest": _rest(one, fitting[one.id], listed[one.id], filters),
            }
            for one in competences
        },
        "offers": [_offer(kb, t, one) for _, one in offers],
        "providers": [_provider(kb, t, provider) for provider in providers],
    }


def choosable(kb: KnowledgeBase) -> list[Choosable]:
    """Gives the offers that can be followed, in the order of the catalogue."""
    return [
        Choosable(provider, offer, number)
        for number, (provider, offer) in enumerate(views.all_offers(kb))
        if provider.existence != "stopped" and not views.is_gone(kb, provider, offer)
    ]


def is_digital(offer: Offer) -> bool:
    """Says whether an offer is known to be about digital things."""
    return bool(offer.competences) or not DIGITAL_THEMES.isdisjoint(offer.themes)


def is_for_others(offer: Offer) -> bool:
    """Says whether an offer is known to be for others than teachers."""
    return bool(offer.roles) and FOR_TEACHERS.isdisjoint(offer.roles)


def fit(offer: Offer, reached: int) -> str:
    """Says how an offer fits somebody's level: `fits`, `above`, `reached` or, when too little is known, `unknown`."""
    start, target = _points(offer.starting_level), _points(offer.target_level)
    if start is not None and start >= reached + FAR:
        return "above"
    if target is not None and target <= reached:
        return "reached"
    return "fits" if start is not None and (target is not None or start >= reached) else "unknown"


def _points(level: str | None) -> int | None:
    return LEVELS.index(level) + 1 if level else None


# ── which offers ─────────────────────────────────────────────────────────────────────────────────────────────


def _fitting(kb: KnowledgeBase, competence: Competence, usable: Iterable[Choosable]) -> list[Choosable]:
    """Gives all offers that teach a competence or share a theme with it, best first."""

    def key(one: Choosable) -> tuple[object, ...]:
        route = 0 if competence.id in one.offer.competences else 1 if is_digital(one.offer) else 2
        return is_for_others(one.offer), route, not _starts(kb, one.offer), one.number

    themes = set(competence.themes)
    found = (one for one in usable if competence.id in one.offer.competences or not themes.isdisjoint(one.offer.themes))
    return sorted(found, key=key)


def _naming(competence: Competence, organisations: Iterable[Provider], usable: Iterable[Choosable]) -> list[Provider]:
    """Gives the organisations that name a competence themselves, without an offer that does."""
    offering = {one.provider.id for one in usable if competence.id in one.offer.competences}
    return [one for one in organisations if competence.id in one.competences and one.id not in offering]


def _covering(best_first: Iterable[T], places_of: Callable[[T], Mapping[Place, int]]) -> list[T]:
    """Gives the first of every place, as many as the place takes; the order stays."""
    served: Counter[Place] = Counter()
    listed = []
    for one in best_first:
        places = places_of(one)
        if any(served[place] < most for place, most in places.items()):
            served.update(places.keys())
            listed.append(one)
    return listed


def _places(one: Choosable) -> dict[Place, int]:
    offer = one.offer
    online = [_ONLINE] if is_online(offer) else []
    regions = [*(views.regions_of(one.provider, offer) or [_UNKNOWN]), *online]
    places = _provider_places(one.provider, offer.education_levels, regions)
    for reached in range(1, len(LEVELS) + 1):
        how = fit(offer, reached)
        if how in ("fits", "unknown") and not is_for_others(offer):
            places["reached", reached, how] = MOST_SHOWN
    return places


def _provider_places(
    provider: Provider,
    education_levels: Collection[str] | None = None,
    regions: Collection[str] | None = None,
) -> dict[Place, int]:
    levels = provider.education_levels if education_levels is None else education_levels
    regions = set((provider.regions or (_UNKNOWN,)) if regions is None else regions)
    places: dict[Place, int] = {("any",): MOST_SHOWN}
    for level in levels or (_UNKNOWN,):
        places["level", level] = MOST_SHOWN
        places.update({("both", level, region): 1 for region in regions})
    places.update({("region", region): MOST_SHOWN for region in regions})
    return places


def is_online(offer: Offer) -> bool:
    """Says whether an offer can be followed from everywhere."""
    return "online" in offer.presence


def _wider_regions(kb: KnowledgeBase) -> dict[str, str]:
    terms = (term for one in kb.all(Vocabulary) if one.id == "regions" for term in one.terms)
    return {term.id: term.broader for term in terms if term.broader}


def _by_evidence(providers: Iterable[Provider]) -> list[Provider]:
    return sorted(providers, key=lambda one: (-views.evidence_month(one), one.name.casefold(), one.id))


# ── the rest, in the catalogue ───────────────────────────────────────────────────────────────────────────────


def _filters(kb: KnowledgeBase, t: Strings) -> dict[str, list[str]]:
    """Gives the values that the catalogue's address understands and that some offer has, by filter."""
    facets = (one for one in form(kb, t, "offers", "").facets if one.key in _FILTERS)
    return {one.key: [choice.id for choice in (*one.first, *one.rest) if choice.count] for one in facets}


def _rest(
    competence: Competence,
    fitting: Sequence[Choosable],
    listed: Sequence[Choosable],
    filters: Mapping[str, Collection[str]],
) -> list[tuple[str, str]]:
    """Gives the filters that show the rest: by competence when more offers name it than are listed, else by theme."""
    naming, shown = (sum(competence.id in one.offer.competences for one in some) for some in (fitting, listed))
    by_name = [("competentie", competence.id)] if competence.id in filters.get("competentie", ()) else []
    by_theme = [("thema", theme) for theme in competence.themes if theme in filters.get("thema", ())]
    return by_name if by_name and (naming > shown or not by_theme) else by_theme


# ── the tables ───────────────────────────────────────────────────────────────────────────────────────────────


def _starts(kb: KnowledgeBase, offer: Offer) -> bool:
    return any(moment.start.day >= kb.today for moment in offer.dates)


def _offer(kb: KnowledgeBase, t: Strings, one: Choosable) -> Data:
    provider, offer = one.provider, one.offer
    card = views.offer_card(kb, t, provider, offer)
    return {
        "title": offer.title,
        "provider": provider.name,
        "path": card.href.removeprefix("/"),
        "status": offer.status,
        "says": card.says,
        "later": [(one.day.isoformat(), {"says": one.says, "isGone": one.state in GONE}) for one in card.later],
        "competences": offer.competences,
        "themes": offer.themes,
        "isDigital": is_digital(offer),
        "levels": offer.education_levels,
        "regions": views.regions_of(provider, offer),
        "isOnline": is_online(offer),
        "roles": offer.roles,
        "isForOthers": is_for_others(offer),
        "start": _points(offer.starting_level),
        "target": _points(offer.target_level),
        "facts": _words(card.facts),
        "dates": _dates(kb, t, provider, offer),
        "period": offer.period or "",
    }


def _provider(kb: KnowledgeBase, t: Strings, provider: Provider) -> Data:
    card = views.provider_card(kb, t, provider)
    return {
        "title": provider.name,
        "path": card.href.removeprefix("/"),
        "says": card.says,
        "levels": provider.education_levels,
        "regions": provider.regions,
        "facts": _words(views.provider_facts(kb, t, provider)),
    }


def _dates(kb: KnowledgeBase, t: Strings, provider: Provider, offer: Offer) -> list[tuple[str, str, str]]:
    """Gives the days to come, the first first, each with its last day and in words."""
    if not offer.dates:
        return []
    facts = {fact.name: fact for fact in views.offer_view(kb, t, provider, offer).facts}
    found = [
        (moment.start.day.isoformat(), moment.last_day.isoformat(), words.label)
        for moment, words in zip(offer.dates, facts["dates"].values, strict=True)
    ]
    return sorted(one for one in found if one[1] >= kb.today.isoformat())


def _words(facts: Iterable[Fact]) -> dict[str, str]:
    return {fact.name: ", ".join(value.label for value in fact.values) for fact in facts if fact.name in FACTS}


def _labels(kb: KnowledgeBase, namespace: str, ids: Collection[str] | None = None) -> dict[str, str]:
    """Gives words by id, of all names or of these, in the order of their list."""
    return {name.id: name.label for name in kb.known_names(namespace) if ids is None or name.id in ids}


__all__ = ["ADDRESS", "assets", "choosable", "fit", "is_digital", "is_for_others", "is_online"]
