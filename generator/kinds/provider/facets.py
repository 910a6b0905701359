# Every facet applies to both views: a provider has what its offers have, and an offer what its provider has. So
# somebody who changes from offers to providers keeps the filters.
"""Facets: what offers and providers can be filtered by, and which values each of them has."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.provider import views
from generator.kinds.provider.model import Offer, Price, Provider
from generator.kinds.provider.schedule import existence_on, is_over, state_on
from generator.kinds.provider.way_on import services
from generator.kinds.views import Link
from generator.kinds.vocabulary.model import Vocabulary

UNKNOWN = "onbekend"
"""The value that every facet has for what is not known."""

STATE_FACET = "status"
"""The facet that tells the state of an offer; what it asks for is shown, also when it is gone."""

LEAST_KNOWN = 3
"""A facet is left out of a view when it is known for less than one in this many of its records."""

Pairs = Sequence[tuple[Provider, Offer]]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: how records name it, how the address of the page does, and what the reader sees."""

    told: str
    id: str
    label: str


@dataclass(frozen=True)
class Facet:
    """A facet; what is known of an offer (nothing when only its provider can know) and of a provider itself.

    `implied` says which values (as numbers) a record has with another: who works in all of Flanders can be followed
    in each of its provinces.
    """

    key: str
    label: str
    values: tuple[Value, ...]
    of_offer: Callable[[Provider, Offer], Iterable[str]] | None
    of_provider: Callable[[Provider], Iterable[str]]
    is_main: bool = False
    is_by_count: bool = False
    """Whether the reader sees the most common values first; else they keep the order of their list."""
    implied: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {value.told: number for number, value in enumerate(self.values)}

    def row(self, told: Iterable[str]) -> tuple[int, ...]:
        """Gives what is told of a record as rising numbers of values; what is no value is not known."""
        return tuple(sorted({self._numbers[one] for one in told if one in self._numbers}))

    def with_implied(self, row: Sequence[int]) -> set[int]:
        """Gives the values of a row with all that follows from them."""
        return {*row, *(more for number in row for more in self.implied.get(number, ()))}


@dataclass(frozen=True, slots=True)
class Column:
    """A facet of all records of a view.

    `rows` has a row for each record; for each provider when `is_of_owner`. The counts are of records, by value.
    """

    facet: Facet
    rows: tuple[tuple[int, ...], ...]
    is_of_owner: bool
    counts: tuple[int, ...]
    unknown: int
    total: int

    @property
    def is_shown(self) -> bool:
        """Whether enough is known to filter by."""
        return self.total > 0 and (self.total - self.unknown) * LEAST_KNOWN >= self.total


def facets(kb: KnowledgeBase, t: Strings) -> tuple[Facet, ...]:
    """Gives the facets, in the order of the form."""
    regions = _terms(kb, "regions")
    return (
        Facet(
            "niveau",
            t("provider.facts.level"),
            _terms(kb, "education-levels"),
            of_offer=lambda _, offer: offer.education_levels,
            of_provider=lambda provider: provider.education_levels,
            is_main=True,
        ),
        Facet(
            "thema",
            t("provider.facts.theme"),
            _terms(kb, "themes"),
            of_offer=lambda _, offer: offer.themes,
            of_provider=lambda provider: provider.themes,
            is_main=True,
            is_by_count=True,
        ),
        Facet(
            "regio",
            t("provider.facts.where"),
            regions,
            of_offer=views.regions_of,
            of_provider=lambda provider: provider.regions,
            is_main=True,
            implied=_narrower(kb, "regions", regions),
        ),
        Facet(
            "deelname",
            t("provider.facts.participation"),
            (
                _value("individual", "alleen", t("provider.participation.individual")),
                _value("team", "team", t("provider.participation.team")),
            ),
            of_offer=lambda _, offer: offer.participation,
            of_provider=_nothing,
            is_main=True,
        ),
        Facet(
            "vorm",
            t("provider.facts.form"),
            _terms(kb, "methods"),
            of_offer=lambda _, offer: offer.format,
            of_provider=lambda provider: provider.methods,
            is_by_count=True,
        ),
        Facet(
            "waar",
            t("provider.facts.presence"),
            (
                _value("onsite", "op-locatie", t("provider.presence.onsite")),
                _value("at-school", "op-school", t("provider.presence.at_school")),
                _value("online", "online", t("provider.presence.online")),
                _value("hybrid", "deels-online", t("provider.presence.hybrid")),
            ),
            of_offer=lambda _, offer: offer.presence,
            of_provider=_nothing,
        ),
        Facet(
            "rol",
            t("provider.facts.role"),
            _terms(kb, "roles"),
            of_offer=lambda _, offer: offer.roles,
            of_provider=_nothing,
            is_by_count=True,
        ),
        Facet(
            "soort",
            t("provider.filter.kind"),
            _terms(kb, "provider-kinds"),
            of_offer=None,
            of_provider=lambda provider: [provider.kind],
            is_by_count=True,
        ),
        Facet(
            "competentie",
            t("provider.filter.competence"),
            tuple(Value(name.id, name.id, f"{name.id} {name.label}") for name in kb.known_names("competences")),
            of_offer=lambda _, offer: offer.competences,
            of_provider=lambda provider: provider.competences,
        ),
        Facet(
            "taal",
            t("provider.facts.language"),
            _terms(kb, "languages"),
            of_offer=lambda _, offer: offer.language,
            of_provider=lambda provider: provider.languages,
        ),
        Facet(
            "prijs",
            t("provider.facts.price"),
            (
                _value("free", "gratis", t("provider.price.free")),
                _value("amount", "bedrag", t("provider.filter.amount")),
                _value("note", "toelichting", t("provider.filter.note")),
            ),
            of_offer=lambda _, offer: _price(offer.price),
            of_provider=_nothing,
        ),
        Facet(
            STATE_FACET,
            t("provider.filter.status"),
            (
                _value("planned", "gepland", t("provider.state_label.planned")),
                _value("running", "loopt", t("provider.state_label.running")),
                _value("on-request", "op-aanvraag", t("provider.state_label.on_request")),
                _value("unsure", "onzeker", t("provider.state_label.unsure")),
                _value("ask", "zonder-datum", t("provider.state_label.ask")),
                _value("closed", "gesloten", t("provider.state_label.closed")),
                _value("past", "voorbij", t("provider.state_label.past")),
                _value("old", "oud", t("provider.state_label.old")),
            ),
            of_offer=lambda provider, offer: states_told(provider, offer, kb.today),
            of_provider=_nothing,
        ),
        Facet(
            "organisatie",
            t("provider.filter.organisation"),
            (
                _value("active", "actief", t("provider.status.active")),
                _value("stopped", "gestopt", t("provider.status.stopped")),
            ),
            of_offer=None,
            of_provider=lambda provider: [existence_on(provider, kb.today)],
        ),
        Facet(
            "zegt",
            t("provider.filter.criteria"),
            _terms(kb, "criteria"),
            of_offer=None,
            of_provider=lambda provider: provider.criteria,
            is_by_count=True,
        ),
    )


def offer_columns(found: Iterable[Facet], offers: Pairs, providers: Sequence[Provider]) -> tuple[Column, ...]:
    """Gives the facets of offers; what only their providers know stands once for each provider."""
    owned = Counter(provider.id for provider, _ in offers)
    weights = [owned[provider.id] for provider in providers]
    columns = []
    for facet in found:
        if facet.of_offer is None:
            columns.append(_column(facet, [facet.of_provider(one) for one in providers], weights))
        else:
            columns.append(_column(facet, [facet.of_offer(*pair) for pair in offers]))
    return tuple(columns)


def provider_columns(found: Iterable[Facet], providers: Sequence[Provider]) -> tuple[Column, ...]:
    """Gives the facets of providers: their own values with those of their offers."""
    return tuple(_column(facet, [_of_provider(facet, one) for one in providers]) for facet in found)


def _column(facet: Facet, told: Sequence[Iterable[str]], weights: Sequence[int] | None = None) -> Column:
    rows = tuple(facet.row(one) for one in told)
    counts = [0] * len(facet.values)
    unknown = 0
    for row, weight in zip(rows, weights or [1] * len(rows), strict=True):
        unknown += weight if not row else 0
        for number in facet.with_implied(row):
            counts[number] += weight
    total = len(rows) if weights is None else sum(weights)
    return Column(facet, rows, weights is not None, tuple(counts), unknown, total)


def _of_provider(facet: Facet, provider: Provider) -> list[str]:
    of_offer = facet.of_offer or _nothing
    return [*facet.of_provider(provider), *(value for offer in provider.offers for value in of_offer(provider, offer))]


def _terms(kb: KnowledgeBase, namespace: str) -> tuple[Value, ...]:
    return tuple(Value(name.id, name.id, name.label) for name in kb.known_names(namespace))


def _value(told: str, address: str, label: str) -> Value:
    return Value(told, address, label[:1].upper() + label[1:])


def _narrower(kb: KnowledgeBase, namespace: str, values: Sequence[Value]) -> dict[int, tuple[int, ...]]:
    """Gives for each term the terms that fall under it."""
    numbers = {value.told: number for number, value in enumerate(values)}
    found: dict[int, tuple[int, ...]] = {}
    for vocabulary in kb.all(Vocabulary):
        for term in vocabulary.terms if vocabulary.id == namespace else ():
            if term.broader:
                broader = numbers[term.broader]
                found[broader] = (*found.get(broader, ()), numbers[term.id])
    return found


def _price(price: Price | None) -> list[str]:
    if price is None:
        return []
    return ["note"] if price.amount is None else ["amount"] if price.amount else ["free"]


def states_told(provider: Provider, offer: Offer, today: date) -> set[str]:
    """Gives the state of an offer, with what its source says that is true in more than one state."""
    state = state_on(provider, offer, today)
    is_asked = offer.status == "on-request" and state in ("running", "unsure", "ask")
    more = {"on-request"} if is_asked else {"past"} if state == "old" and is_over(offer) else set()
    return {state, *more}


def _nothing(_provider: Provider, _offer: Offer | None = None) -> tuple[str, ...]:
    return ()


# ── the form ─────────────────────────────────────────────────────────────────────────────────────────────────

_SAID = {"offers": "provider.filter.offers", "providers": "provider.filter.providers"}
"""Where the words of each view stand."""

_SHOWN = 8
"""So many values of a facet stand in sight; the rest is folded, when it is more than two."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value as the form shows it."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet as the form shows it: the choices in sight, and those that are folded."""

    key: str
    label: str
    is_main: bool
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class FilterForm:
    """The form of a view. `elsewhere` names the facets that only the other view has, by key."""

    view: str
    source: str
    gone: int
    """How many records nobody can follow any more: they are left out unless somebody asks for them."""
    services: tuple[Link, ...]
    """Who everybody can go to when little is found."""
    facets: tuple[FacetChoices, ...]
    elsewhere: tuple[tuple[str, str], ...]
    orders: tuple[tuple[str, str], ...]
    """In which orders the list can stand, by their name in the address."""
    words: Mapping[str, str]
    """What the script says, by name."""


def form(kb: KnowledgeBase, t: Strings, view: str, source: str) -> FilterForm:
    """Gives the form of the view `offers` or `providers`.

    Arguments:
        kb: The knowledge base.
        t: The words.
        view: Which of the two.
        source: The address of the view's data.
    """
    providers = views.all_providers(kb)
    offers = views.all_offers(kb)
    found = facets(kb, t)
    both = offer_columns(found, offers, providers), provider_columns(found, providers)
    ours, theirs = both if view == "offers" else reversed(both)
    gone = [pair for pair in offers if views.is_gone(kb, *pair)] if view == "offers" else []
    left_out = offer_columns(found, gone, providers)
    return FilterForm(
        view=view,
        source=source,
        gone=len(gone),
        services=services(kb),
        facets=tuple(
            _choices(t, one, other, None if one.facet.key == STATE_FACET else less)
            for one, other, less in zip(ours, theirs, left_out, strict=True)
            if one.is_shown
        ),
        elsewhere=tuple(
            (one.facet.key, one.facet.label)
            for one, other in zip(ours, theirs, strict=True)
            if other.is_shown and not one.is_shown
        ),
        orders=(
            ("", t("provider.filter.best")),
            ("naam", t("provider.filter.name")),
            ("nieuwste", t("provider.filter.newest")),
        ),
        words={**_under(t, "provider.filter.say"), **_under(t, _SAID[view])},
    )


def _under(t: Strings, prefix: str) -> dict[str, str]:
    """Gives the texts under a prefix, unfilled."""
    return {key.removeprefix(f"{prefix}."): t(key) for key in list(t.keys()) if key.startswith(f"{prefix}.")}


def _choices(t: Strings, column: Column, other: Column, less: Column | None) -> FacetChoices:
    """Gives the values that a record of either view has: who changes view keeps them. `less` does not count."""
    facet = column.facet
    left_out = less.counts if less else (0,) * len(facet.values)
    found = [
        Choice(value.id, value.label, count - gone)
        for value, count, elsewhere, gone in zip(facet.values, column.counts, other.counts, left_out, strict=True)
        if count or elsewhere
    ]
    most = sorted(found, key=lambda choice: (-choice.count, choice.label.casefold())) if facet.is_by_count else found
    split = len(most) if len(most) <= _SHOWN + 2 else _SHOWN
    rest = most[split:]
    if facet.is_by_count:
        rest.sort(key=lambda choice: choice.label.casefold())
    unknown = Choice(UNKNOWN, t("provider.filter.unknown"), column.unknown - (less.unknown if less else 0))
    if rest:
        rest.append(unknown)
    return FacetChoices(
        key=facet.key,
        label=facet.label,
        is_main=facet.is_main,
        first=tuple(most[:split] if rest else [*most, unknown]),
        rest=tuple(rest),
        hint=t("provider.filter.region_hint") if facet.implied and any(column.counts) else "",
    )
