# Everything the templates of providers print is chosen, ordered and worded here.
"""Views of providers and their offers."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from babel.numbers import get_currency_name

from generator.core.evidence import evidence_of, evidence_of_record
from generator.core.fields import Moment
from generator.core.knowledge import KnowledgeBase
from generator.core.node import Path
from generator.core.strings import Strings
from generator.kinds.ask import Ask, ask
from generator.kinds.checklist.model import Checklist, Question
from generator.kinds.provider.checks import source_index
from generator.kinds.provider.model import Answer, Duration, Offer, OfferDate, Price, Provider
from generator.kinds.provider.schedule import (
    GONE,
    STATES,
    State,
    evidence_for,
    existence_on,
    is_over,
    state_on,
    turning_points,
)
from generator.kinds.views import (
    Fact,
    Link,
    age_sentence,
    competence_links,
    facts,
    is_old,
    link,
    links,
    say_day,
    say_of,
)


@dataclass(frozen=True, slots=True)
class Later:
    """What is said of an offer from a day on that is still to come."""

    day: date
    state: State
    says: str


@dataclass(frozen=True, slots=True)
class OfferCard:
    """An offer in a list; `id` names it for the comparison."""

    id: str
    title: str
    href: str
    summary: str
    status: str
    says: str
    later: tuple[Later, ...]
    provider: Link
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of the record by its number, of when it is, and what it vouches for when that is one thing alone."""

    number: int
    of: str
    is_dated: bool
    what: str = ""


@dataclass(frozen=True, slots=True)
class NoteView:
    """What is good to know, with its source."""

    text: str
    source: Cited


@dataclass(frozen=True, slots=True)
class OfferView:
    """An offer on its provider's page."""

    id: str
    title: str
    summary: str
    status: str
    status_label: str
    later: tuple[Later, ...]
    is_gone: bool
    facts: tuple[Fact, ...]
    notes: tuple[Fact, ...]
    competences: tuple[Link, ...]
    url: str | None
    sources: tuple[Cited, ...]
    fact_sources: tuple[Cited, ...]
    former_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer to a criterion of the checklist: of which offer it holds (else of all), and who says so."""

    label: str
    href: str
    answer: str
    answer_label: str
    about: Link | None
    says: str
    evidence: str
    source: Cited


@dataclass(frozen=True, slots=True)
class ProviderCard:
    """A provider in a list; `id` names it for the comparison."""

    id: str
    name: str
    href: str
    kind: str
    summary: str
    status: str
    says: str
    offer_count: str
    facts: tuple[Fact, ...]


_LABELS = {
    "format": "form",
    "education_levels": "level",
    "regions": "where",
    "themes": "theme",
    "competences": "teaches",
    "roles": "role",
    "starting_level": "digital_level",
    "target_level": "digital_level",
    "group_size": "group",
    "enrol_until": "enrol",
    "recurs": "recurs",
    "period": "dates",
}
"""What the page calls a field, where that is not the field's own name."""


def in_order(kb: KnowledgeBase, offers: Iterable[tuple[Provider, Offer]]) -> list[tuple[Provider, Offer]]:
    """Orders offers as somebody who looks for one wants them: what can be followed first, then what is known best.

    That is by state, then by their own evidence, youngest first, then by provider and title.
    """

    def key(pair: tuple[Provider, Offer]) -> tuple[object, ...]:
        provider, offer = pair
        state = STATES.index(state_on(provider, offer, kb.today))
        age = -evidence_for(provider, offer).month
        return state, age, provider.name.casefold(), provider.id, offer.title.casefold(), offer.id

    return sorted(offers, key=key)


def all_offers(kb: KnowledgeBase) -> list[tuple[Provider, Offer]]:
    """Gives every offer with its provider, in the order of the catalogue."""
    return in_order(kb, ((provider, offer) for provider in kb.all(Provider) for offer in provider.offers))


def all_providers(kb: KnowledgeBase) -> list[Provider]:
    """Gives every provider, by name."""
    return sorted(kb.all(Provider), key=lambda provider: (provider.name.casefold(), provider.id))


def is_gone(kb: KnowledgeBase, provider: Provider, offer: Offer) -> bool:
    """Says whether nobody can follow an offer any more, or nobody heard of it for long."""
    return state_on(provider, offer, kb.today) in GONE


def evidence_month(provider: Provider) -> int:
    """Gives the month of the newest evidence for an organisation as a number to sort by; 0 when it is not known."""
    return evidence_of_record(provider).month


def referring_offers(kb: KnowledgeBase, namespace: str, name_id: str) -> list[tuple[Provider, Offer]]:
    """Gives the offers that refer to a name, in order."""
    found = {}
    for record, path in kb.referring.get((namespace, name_id), []):
        offer = offer_at(record, path) if isinstance(record, Provider) else None
        if offer and isinstance(record, Provider):
            found[record.id, offer.id] = (record, offer)
    return in_order(kb, found.values())


def referring_providers(kb: KnowledgeBase, namespace: str, name_id: str) -> list[Provider]:
    """Gives the providers that refer to a name themselves or in an offer, by name."""
    found = {
        record.id: record for record, _ in kb.referring.get((namespace, name_id), []) if isinstance(record, Provider)
    }
    return sorted(found.values(), key=lambda provider: provider.name.casefold())


def offer_at(provider: Provider, path: Path) -> Offer | None:
    """Gives the offer a path leads into, if it does."""
    is_offer = len(path) > 1 and path[0] == "offers" and isinstance(path[1], int)
    return provider.offers[int(path[1])] if is_offer else None


def offer_card(kb: KnowledgeBase, t: Strings, provider: Provider, offer: Offer) -> OfferCard:
    """Gives an offer as a card: at most five facts, and its status with its age."""
    is_stopped = provider.existence == "stopped"
    regions = (kb.label("regions", one) for one in regions_of(provider, offer))
    return OfferCard(
        id=f"{provider.id}/{offer.id}",
        title=offer.title,
        href=f"/catalogus/{provider.id}/#{offer.id}",
        summary=offer.summary,
        status="stopped" if is_stopped else state_on(provider, offer, kb.today),
        says=t("provider.card.stopped") if is_stopped else say_state(t, provider, offer, kb.today),
        later=() if is_stopped else later(t, provider, offer, kb.today),
        provider=Link(provider.name, f"/catalogus/{provider.id}/"),
        facts=facts(
            t,
            "provider.facts",
            [
                ("form", [one.label for one in links(kb, "methods", offer.format)]),
                ("duration", _say_duration(t, offer.duration) if offer.duration else []),
                ("level", [one.label for one in links(kb, "education-levels", offer.education_levels)]),
                ("presence", [*_say_presence(t, offer), *regions]),
                ("price", [_say_price(t, offer.price)] if offer.price else []),
            ],
        ),
    )


def provider_card(kb: KnowledgeBase, t: Strings, provider: Provider) -> ProviderCard:
    """Gives a provider as a card."""
    return ProviderCard(
        id=provider.id,
        name=provider.name,
        href=f"/catalogus/{provider.id}/",
        kind=kb.label("provider-kinds", provider.kind),
        summary=provider.summary,
        status=existence_on(provider, kb.today),
        says=t("provider.status.stopped") if provider.existence == "stopped" else age_sentence(t, provider, kb.today),
        offer_count=t("provider.offer_count", count=len(provider.offers)) if provider.offers else "",
        facts=facts(
            t,
            "provider.facts",
            [
                ("where", [one.label for one in links(kb, "regions", provider.regions)]),
                ("level", [one.label for one in links(kb, "education-levels", provider.education_levels)]),
            ],
        ),
    )


def status_sentence(kb: KnowledgeBase, t: Strings, provider: Provider) -> str:
    """Says whether the organisation is active, what that rests on, and whether to ask."""
    if provider.existence == "stopped":
        return f"{t('provider.status.stopped')}. {provider.existence_note}"
    if not provider.existence_note:
        return age_sentence(t, provider, kb.today)
    return f"{provider.existence_note} {t('age.ask')}" if is_old(provider, kb.today) else provider.existence_note


def provider_facts(kb: KnowledgeBase, t: Strings, provider: Provider) -> tuple[Fact, ...]:
    """Gives what is practical to know of a provider."""
    return facts(
        t,
        "provider.facts",
        [
            ("kind", [kb.label("provider-kinds", provider.kind)]),
            ("where", links(kb, "regions", provider.regions)),
            ("level", links(kb, "education-levels", provider.education_levels)),
            ("theme", links(kb, "themes", provider.themes)),
            ("form", links(kb, "methods", provider.methods)),
            ("language", links(kb, "languages", provider.languages)),
        ],
    )


def offer_view(kb: KnowledgeBase, t: Strings, provider: Provider, offer: Offer) -> OfferView:
    """Gives an offer in full."""
    size = offer.group_size
    size_words = ""
    if size and (size.least is not None or size.most is not None):
        key = "both" if None not in (size.least, size.most) else "least" if size.most is None else "most"
        size_words = t(f"provider.group.{key}", least=size.least, most=size.most)
    levels = ""
    if offer.starting_level or offer.target_level:
        levels = " → ".join(level or "?" for level in (offer.starting_level, offer.target_level))
    practical = _practical(kb, t, offer)
    more = facts(
        t,
        "provider.facts",
        [
            ("theme", links(kb, "themes", offer.themes)),
            ("role", links(kb, "roles", offer.roles)),
            ("participation", [t(f"provider.participation.{one}") for one in offer.participation]),
            ("eligibility", [t(f"provider.eligibility.{offer.eligibility}")] if offer.eligibility else []),
            ("pace", [t(f"provider.pace.{offer.pace.replace('-', '_')}")] if offer.pace else []),
            ("platform", [offer.platform] if offer.platform else []),
            ("dates", [*(_say_date(t, moment) for moment in offer.dates), *([offer.period] if offer.period else [])]),
            ("group", [size_words] if size_words else []),
            ("digital_level", [levels] if levels else []),
            ("certificate", [t(f"provider.certificate.{offer.certificate}")] if offer.certificate else []),
            ("language", links(kb, "languages", offer.language)),
            ("partners", links(kb, "provider", offer.partners)),
        ],
    )
    notes = facts(
        t,
        "provider.facts",
        [
            ("learning_goals", offer.learning_goals),
            ("prerequisites", [offer.prerequisites] if offer.prerequisites else []),
            ("follow_up", [offer.follow_up] if offer.follow_up else []),
            ("accessibility", [offer.accessibility] if offer.accessibility else []),
        ],
    )
    return OfferView(
        id=offer.id,
        title=offer.title,
        summary=offer.summary,
        status=state_on(provider, offer, kb.today),
        status_label=say_state(t, provider, offer, kb.today),
        later=later(t, provider, offer, kb.today),
        is_gone=is_gone(kb, provider, offer),
        facts=practical + more,
        notes=notes,
        competences=competence_links(kb, offer.competences),
        url=offer.url,
        sources=tuple(cited(t, provider, one) for one in offer.sources),
        fact_sources=tuple(
            cited(t, provider, source, t(f"provider.facts.{_LABELS.get(fact, fact)}"))
            for fact, source in offer.fact_sources.items()
        ),
        former_ids=offer.former_ids,
    )


def answer_views(kb: KnowledgeBase, t: Strings, provider: Provider) -> list[AnswerView]:
    """Gives the answers to criteria, in the order of the checklist."""
    order = {name.id: position for position, name in enumerate(kb.known_names("criteria"))}
    return [
        AnswerView(
            label=link(kb, "criteria", criterion).label,
            href=link(kb, "criteria", criterion).href,
            answer=answer.answer,
            answer_label=t(f"provider.answer.{answer.answer}"),
            about=_about(provider, answer),
            says=t(f"provider.says.{answer.says.replace('-', '_')}"),
            evidence=answer.evidence,
            source=cited(t, provider, answer.source),
        )
        for criterion, answer in sorted(provider.criteria.items(), key=lambda item: order[item[0]])
    ]


def note_views(t: Strings, provider: Provider) -> list[NoteView]:
    """Gives what is good to know of an organisation."""
    return [NoteView(one.text, cited(t, provider, one.source)) for one in provider.notes]


def cited(t: Strings, provider: Provider, source: str, what: str = "") -> Cited:
    """Gives a source that a record names, with the age of what it vouches for."""
    at = source_index(provider, source) or 0
    moment = evidence_of(provider.sources[at]).moment
    return Cited(at + 1, say_of(t, moment), moment is not None, what)


def _about(provider: Provider, answer: Answer) -> Link | None:
    return next((Link(one.title, f"#{one.id}") for one in provider.offers if one.id == answer.about), None)


def open_questions(kb: KnowledgeBase, provider: Provider) -> list[Link]:
    """Gives the core questions for a provider that this record leaves open, in the order of the checklist."""
    answered = lasting_answers(kb, provider)
    return [
        Link(question.text, f"/checklist/{checklist.id}/#{question.id}")
        for checklist in kb.all(Checklist)
        for question in checklist.questions
        if question.core and _is_open(question, answered)
    ]


def lasting_answers(kb: KnowledgeBase, provider: Provider) -> dict[str, Answer]:
    """Gives the answers that can still hold: not those about an offer that is gone (evidence.md)."""
    gone = {offer.id for offer in provider.offers if is_gone(kb, provider, offer)}
    return {criterion: answer for criterion, answer in provider.criteria.items() if answer.about not in gone}


def checklist_beside(kb: KnowledgeBase, provider: Provider) -> str:
    """Gives the address of a checklist that an organisation can answer, with this one held beside it."""
    answerable = [one for one in kb.all(Checklist) if any(question.criterion for question in one.questions)]
    return f"/checklist/{answerable[0].id}/#id={provider.id}" if answerable else "/checklist/"


def ask_about(kb: KnowledgeBase, t: Strings, provider: Provider) -> Ask | None:
    """Gives what to ask an organisation, when it can still be asked and anything is open."""
    if provider.existence == "stopped":
        return None
    contact = provider.contact
    return ask(
        t,
        t("provider.ask.intro"),
        t("ask.opening.provider"),
        open_questions(kb, provider),
        email=contact.email if contact else None,
        page=contact.page if contact else None,
    )


def _is_open(question: Question, answered: Container[str]) -> bool:
    is_for_provider = question.asked_of == "provider" and question.criterion is not None
    return is_for_provider and question.criterion not in answered


def _practical(kb: KnowledgeBase, t: Strings, offer: Offer) -> tuple[Fact, ...]:
    return facts(
        t,
        "provider.facts",
        [
            ("form", [one.label for one in links(kb, "methods", offer.format)]),
            ("duration", _say_duration(t, offer.duration) if offer.duration else []),
            ("level", [one.label for one in links(kb, "education-levels", offer.education_levels)]),
            ("presence", _say_presence(t, offer)),
            ("price", [_say_price(t, offer.price)] if offer.price else []),
        ],
    )


def _say_presence(t: Strings, offer: Offer) -> list[str]:
    return [t(f"provider.presence.{one.replace('-', '_')}") for one in offer.presence]


def say_state(t: Strings, provider: Provider, offer: Offer, today: date) -> str:
    """Says whether an offer can be followed on a day, and of when its own source is."""
    state = state_on(provider, offer, today)
    moment = evidence_for(provider, offer).moment
    ahead = sorted(one.start.day for one in offer.dates if one.start.day > today)
    last = offer.last_day
    said: str = state
    if state == "running" and last and last >= today:
        said = "running_until"
    elif offer.status == "on-request" and state in ("running", "unsure"):
        said = "on_request"
    elif state in ("past", "old") and is_over(offer):
        said = "past_days" if last else "past" if moment else "past_undated"
    return t(
        f"provider.state.{said}",
        of=say_of(t, moment),
        start=say_day(t, ahead[0]) if ahead else "",
        until=say_day(t, offer.enrol_until) if offer.enrol_until else "",
        end=say_day(t, last) if last else "",
    )


def later(t: Strings, provider: Provider, offer: Offer, today: date) -> tuple[Later, ...]:
    """Gives what is said of an offer after a day, each from the day on which it changes."""
    found = []
    before = state_on(provider, offer, today), say_state(t, provider, offer, today)
    for day in sorted({day for day in turning_points(offer, evidence_for(provider, offer)) if day > today}):
        said = state_on(provider, offer, day), say_state(t, provider, offer, day)
        if said != before:
            found.append(Later(day, *said))
        before = said
    return tuple(found)


def regions_of(provider: Provider, offer: Offer) -> tuple[str, ...]:
    """Gives where an offer can be followed: its own regions, else wherever the organisation works."""
    return offer.regions or provider.regions


def _say_duration(t: Strings, duration: Duration) -> Sequence[str]:
    said = []
    for name in ("hours", "sessions", "weeks"):
        count = getattr(duration, name)
        if count is not None:
            shown = f"{count:g}".replace(".", ",")
            said.append(t(f"provider.duration.{name}", count=count, shown=shown))
    return [*said, *([duration.text] if duration.text else [])]


def _say_price(t: Strings, price: Price) -> str:
    if price.amount is None:
        return price.note or ""
    amount = _say_amount(t, price.amount, price.currency)
    amount = t(f"provider.price.{price.per}", amount=amount) if price.per and price.amount else amount
    reduced = price.reduced
    lower = (
        t("provider.price.reduced", amount=_say_amount(t, reduced.amount, price.currency), who=reduced.who)
        if reduced
        else ""
    )
    more = ". ".join(part for part in (lower, price.note) if part)
    return t("provider.price.with_note", price=amount, note=more) if more else amount


def _say_amount(t: Strings, amount: float, currency: str | None) -> str:
    if not amount:
        return t("provider.price.free")
    number = f"{amount:.0f}" if float(amount).is_integer() else f"{amount:.2f}".replace(".", ",")
    if currency in (None, "EUR"):
        return t("provider.price.amount", amount=number)
    return t("provider.price.other", amount=number, currency=get_currency_name(str(currency), amount, "nl"))


def _say_date(t: Strings, moment: OfferDate) -> str:
    start, end = moment.start, moment.end
    when = _say_clock(t, start)
    if end and end.day != start.day:
        when = t("provider.date.range", start=when, end=_say_clock(t, end))
    elif end and end.clock and start.clock:
        clocks = {"start": _clock(start), "end": _clock(end)}
        when = t("provider.date.clocks", day=say_day(t, start.day), **clocks)
    if start.offset:
        when = t("provider.date.offset", when=when, offset=start.offset)
    return t("provider.date.place", when=when, place=", ".join(moment.places)) if moment.places else when


def _say_clock(t: Strings, moment: Moment) -> str:
    day = say_day(t, moment.day)
    return t("provider.date.clock", day=day, clock=_clock(moment)) if moment.clock else day


def _clock(moment: Moment) -> str:
    return moment.clock.replace(":", ".")
