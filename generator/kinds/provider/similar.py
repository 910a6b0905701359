# Likeness in words a teacher can check: shared themes count most, rare ones more than common ones; level, form, company
# and region decide between equals. What a level contradicts is never alike. Sets of terms are bits of a number, and
# only a bounded number of candidates is weighed, so that 30,000 offers take seconds.
"""Offers of other organisations that are like an offer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import log

from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.views import all_offers, is_gone, regions_of
from generator.kinds.views import Link
from generator.kinds.vocabulary.model import Vocabulary

MOST = 3
"""Offers shown beside another one; one of each organisation, so that there is something to choose."""

CANDIDATES = 30
"""Offers that are weighed for each offer."""

LEAST = 2.5
"""The likeness below which an offer is not named: one common theme, and nothing else in common, is too little."""

_UNMATCHED = 0.25
"""What a theme that only the other offer has counts against the likeness."""

_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")

_PARTICIPATION = ("individual", "team")
_PRESENCE = ("onsite", "at-school", "online", "hybrid")
_ONLINE = 1 << _PRESENCE.index("online")

_Key = tuple[int, str]
"""What offers are filed under: themes, and a level or nothing."""


@dataclass(frozen=True, slots=True)
class Similar:
    """An offer that is like another one, with the reason in words; `id` is its name in a comparison."""

    offer: Link
    provider: Link
    reason: str
    id: str


@dataclass(frozen=True, slots=True, eq=False)
class _Profile:
    """What is compared of an offer, or of a provider's work: sets of terms as bits, levels as positions."""

    provider: Provider
    offer: Offer | None
    themes: int
    weight: float
    levels: int
    roles: int
    methods: int
    participation: int
    presence: int
    competences: int
    regions: int
    start: int
    target: int
    keys: tuple[_Key, ...]


class Likeness:
    """Finds the offers that are like an offer, or like what a provider does."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._bits = {
            namespace: {name.id: 1 << place for place, name in enumerate(kb.known_names(namespace))}
            for namespace in ("themes", "education-levels", "roles", "methods", "competences", "regions")
        }
        self._broader = {
            term.id: term.broader for one in kb.all(Vocabulary) if one.id == "regions" for term in one.terms
        }
        offers = all_offers(kb)
        count: dict[str, int] = defaultdict(int)
        for _, offer in offers:
            for theme in offer.themes:
                count[theme] += 1
        self._weight = {theme: log(1 + len(offers) / times) for theme, times in count.items()}
        self._weights: dict[int, float] = {}
        self._words: dict[tuple[str, int], str] = {}
        self._profiles = {(provider.id, offer.id): self._profile(provider, offer) for provider, offer in offers}
        self._current: dict[_Key, list[_Profile]] = defaultdict(list)
        self._past: dict[_Key, list[_Profile]] = defaultdict(list)
        for profile in self._profiles.values():
            # An offer of an organisation that stopped is no way on for anybody.
            if profile.provider.existence != "stopped" and profile.offer:
                index = self._past if is_gone(kb, profile.provider, profile.offer) else self._current
                for key in profile.keys:
                    index[key].append(profile)

    def like(self, t: Strings, provider: Provider, offer: Offer | None = None) -> tuple[Similar, ...]:
        """Gives offers of other organisations that are like an offer, or like a provider's work, most alike first.

        Past ones are given only beside a past one, and after those that can still be followed.
        """
        wanted = self._profiles[provider.id, offer.id] if offer else self._profile(provider, None)
        indexes = [self._current, self._past] if offer and is_gone(self._kb, provider, offer) else [self._current]
        found: dict[str, Similar] = {}
        for index in indexes:
            for other in self._best(wanted, index):
                if len(found) == MOST:
                    break
                if other.offer and other.provider.id not in found:
                    found[other.provider.id] = self._view(t, wanted, other, other.offer)
        return tuple(found.values())

    def _best(self, wanted: _Profile, index: dict[_Key, list[_Profile]]) -> list[_Profile]:
        """Gives the candidates that are alike enough; equals stay in the order in which they were found."""
        scored = [(self._score(wanted, other), other) for other in _candidates(wanted, index)]
        alike = [pair for pair in scored if pair[0] >= LEAST]
        return [other for _, other in sorted(alike, key=lambda pair: -pair[0])]

    def _score(self, one: _Profile, other: _Profile) -> float:
        is_same_level = bool(one.levels & other.levels)
        if one.levels and other.levels and not is_same_level:
            return 0.0
        if one.target < other.start or other.target < one.start:
            return 0.0
        # What both have, less a part of what only the other has.
        score = (1 + _UNMATCHED) * self._weigh(one.themes & other.themes) - _UNMATCHED * other.weight
        score += 1.5 * is_same_level
        score += 0.8 * bool(one.methods & other.methods)
        score += 0.5 * bool(one.roles & other.roles)
        score += 0.5 * bool(one.participation & other.participation)
        score += 0.3 * bool(one.presence & other.presence)
        score += 1.0 * bool(one.competences & other.competences)
        if one.regions and other.regions and not other.presence & _ONLINE:
            score += 0.8 if one.regions & other.regions else -1.5
        return score

    def _weigh(self, themes: int) -> float:
        known = self._weights.get(themes)
        if known is None:
            weights = (self._weight.get(theme, 0.0) for theme in self._ids("themes", themes))
            known = self._weights[themes] = sum(weights)
        return known

    def _profile(self, provider: Provider, offer: Offer | None) -> _Profile:
        source = offer or provider
        regions = regions_of(provider, offer) if offer else provider.regions
        themes = self._mask("themes", source.themes)
        return _Profile(
            provider=provider,
            offer=offer,
            themes=themes,
            weight=self._weigh(themes),
            levels=self._mask("education-levels", source.education_levels),
            roles=self._mask("roles", offer.roles if offer else ()),
            methods=self._mask("methods", offer.format if offer else provider.methods),
            participation=sum(1 << _PARTICIPATION.index(one) for one in (offer.participation if offer else ())),
            presence=sum(1 << _PRESENCE.index(one) for one in (offer.presence if offer else ())),
            competences=self._mask("competences", source.competences),
            regions=self._mask("regions", set(self._with_broader(regions))),
            start=_LEVELS.index(offer.starting_level) if offer and offer.starting_level else 0,
            target=_LEVELS.index(offer.target_level) if offer and offer.target_level else len(_LEVELS),
            keys=tuple(self._keys(source.themes, source.education_levels)),
        )

    def _keys(self, themes: Iterable[str], levels: Iterable[str]) -> Iterator[_Key]:
        """Gives what an offer is filed under, the most telling first: two themes, a theme with a level, a theme."""
        bits = self._bits["themes"]
        telling = [bits[one] for one in sorted(themes, key=lambda theme: (-self._weight.get(theme, 0.0), theme))]
        yield from ((one | other, "") for one, other in combinations(telling, 2))
        yield from ((one, level) for one in telling for level in sorted(levels))
        yield from ((one, "") for one in telling)

    def _mask(self, namespace: str, ids: Iterable[str]) -> int:
        bits = self._bits[namespace]
        return sum(bits[one] for one in ids)

    def _ids(self, namespace: str, mask: int) -> list[str]:
        return [name for name, bit in self._bits[namespace].items() if bit & mask]

    def _with_broader(self, regions: Iterable[str]) -> Iterator[str]:
        for region in regions:
            at: str | None = region
            while at:
                yield at
                at = self._broader.get(at)

    def _view(self, t: Strings, wanted: _Profile, other: _Profile, offer: Offer) -> Similar:
        address = f"/catalogus/{other.provider.id}/"
        reasons = (
            self._reason(t, "theme", "themes", wanted.themes & other.themes),
            self._reason(t, "level", "education-levels", wanted.levels & other.levels),
            self._reason(t, "form", "methods", wanted.methods & other.methods),
        )
        return Similar(
            offer=Link(offer.title, f"{address}#{offer.id}"),
            provider=Link(other.provider.name, address),
            reason="; ".join(reason for reason in reasons if reason),
            id=f"{other.provider.id}/{offer.id}",
        )

    def _reason(self, t: Strings, name: str, namespace: str, shared: int) -> str:
        if not shared:
            return ""
        known = self._words.get((name, shared))
        if known is None:
            ids = sorted(self._ids(namespace, shared), key=lambda one: -self._weight.get(one, 0.0))
            names = ", ".join(self._kb.label(namespace, one) for one in ids)
            known = self._words[name, shared] = t(f"provider.similar.{name}", names=names)
        return known


def _candidates(wanted: _Profile, index: dict[_Key, list[_Profile]]) -> list[_Profile]:
    found: dict[_Profile, None] = {}
    own = wanted.provider.id
    for key in wanted.keys:
        for other in index.get(key, ()):
            if other.provider.id != own:
                found[other] = None
                if len(found) == CANDIDATES:
                    return list(found)
    return list(found)
