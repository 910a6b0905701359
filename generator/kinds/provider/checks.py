"""Rules inside a provider that a single field cannot see."""

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from generator.core.fields import Moment, has_country, with_country
from generator.core.kind import Across, Problem
from generator.core.knowledge import Name, Names
from generator.core.node import Path
from generator.kinds.provider.doubles import doubles
from generator.kinds.provider.model import ALL, Offer, Provider
from generator.kinds.provider.removed import check_removed

_PLANNED = 5
"""Years ahead that somebody may have planned an offer; a day after them has a wrong year."""

_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


def names(provider: Provider) -> Iterator[Name]:
    """Gives the names of the provider and its offers."""
    address = f"catalogus/{provider.id}/"
    yield Name("provider", provider.id, provider.name, address)
    for index, offer in enumerate(provider.offers):
        offer_id = f"{provider.id}/{offer.id}"
        former = tuple(f"{address}#{old}" for old in offer.former_ids)
        yield Name("offers", offer_id, offer.title, f"{address}#{offer.id}", ("offers", index, "id"), former=former)


def check(provider: Provider, names: Names) -> Iterator[Problem]:
    """Finds what contradicts itself, and what was taken away on request."""
    yield from check_removed(provider, names)
    ids = [offer.id for offer in provider.offers]
    for criterion, answer in provider.criteria.items():
        yield from _source(provider, answer.source, ("criteria", criterion, "source"))
        if answer.about not in (ALL, *ids):
            params = {"id": answer.about, "known": ", ".join((ALL, *ids))}
            yield Problem(("criteria", criterion, "about"), "answer-about-unknown", params)
    if provider.existence == "stopped" and not (provider.existence_note and provider.existence_source):
        yield Problem(("existence",), "provider-stopped-why")
    yield from _source(provider, provider.existence_source, ("existence_source",))
    for index, note in enumerate(provider.notes):
        yield from _source(provider, note.source, ("notes", index, "source"))
    yield from _phone(provider)
    for index, offer in enumerate(provider.offers):
        for at, source in enumerate(offer.sources):
            yield from _source(provider, source, ("offers", index, "sources", at))
        for fact, source in offer.fact_sources.items():
            yield from _source(provider, source, ("offers", index, "fact_sources", fact))
            if getattr(offer, fact) in (None, ()):
                yield Problem(
                    ("offers", index, "fact_sources", fact), "fact-source-of-nothing", {"fact": fact}, at_key=True
                )
        if provider.existence == "stopped" and offer.status in ("running", "on-request"):
            yield Problem(("offers", index, "status"), "offer-of-stopped", {"status": offer.status})
        yield from _offer(provider, offer, ("offers", index))
    yield from _former_ids(provider)


def check_across(providers: Sequence[Provider], today: date) -> Iterator[Across]:
    """Finds organisations that stand there twice, and what the day contradicts."""
    for provider, other, code in doubles(providers):
        field = code.rpartition("-")[2]
        yield provider, Problem((field,), code, {"name": other.name}, severity="warning"), other
    for provider in providers:
        for index, offer in enumerate(provider.offers):
            last = offer.last_day
            path: Path = ("offers", index, "status")
            if offer.status == "running" and last and last < today:
                yield provider, Problem(path, "offer-days-gone", {"last": last.isoformat()}, severity="warning"), None
            ahead = max((day for day in (last, offer.enrol_until) if day and day >= today), default=None)
            if offer.status == "past" and ahead:
                yield provider, Problem(path, "offer-days-ahead", {"day": ahead.isoformat()}, severity="warning"), None
            for place, day in _days(offer):
                if day.year > today.year + _PLANNED:
                    params = {"date": day.isoformat(), "today": today.isoformat(), "years": _PLANNED}
                    yield provider, Problem(("offers", index, *place), "date-far", params), None


def _days(offer: Offer) -> Iterator[tuple[Path, date]]:
    """Gives every day of an offer with its place in it."""
    for at, moment in enumerate(offer.dates):
        yield ("dates", at, "start"), moment.start.day
        if moment.end:
            yield ("dates", at, "end"), moment.end.day
    if offer.enrol_until:
        yield ("enrol_until",), offer.enrol_until


def _phone(provider: Provider) -> Iterator[Problem]:
    """Finds a number that a reader in another country cannot dial."""
    contact = provider.contact
    if contact and contact.phone and not has_country(contact.phone):
        addresses = (provider.homepage, contact.page, contact.email and f"//{contact.email}")
        hosts = [urlsplit(address).hostname or "" for address in addresses if address]
        params = {"suggestion": with_country(contact.phone, hosts)}
        yield Problem(("contact", "phone"), "phone-without-country", params, severity="warning")


def _former_ids(provider: Provider) -> Iterator[Problem]:
    """Finds old ids of offers that another offer has, or had."""
    taken = {offer.id for offer in provider.offers}
    for index, offer in enumerate(provider.offers):
        for at, old in enumerate(offer.former_ids):
            if old in taken:
                where = f"offers: {old}"
                yield Problem(("offers", index, "former_ids", at), "id-taken", {"id": old, "where": where})
            taken.add(old)


def source_index(provider: Provider, source: str) -> int | None:
    """Gives the position (from 0) of the source that `source` names by number (from 1) or by address."""
    if source.isascii() and source.isdigit():
        return int(source) - 1 if 1 <= int(source) <= len(provider.sources) else None
    return next((index for index, known in enumerate(provider.sources) if known.url == source), None)


def _is_before(end: Moment, start: Moment) -> bool:
    """Says whether an end comes before its start; of one day, by the hours where both tell the same clock's."""
    if end.day != start.day or not (end.clock and start.clock) or end.offset != start.offset:
        return end.day < start.day
    return end.clock < start.clock


def _source(provider: Provider, source: str | None, path: Path) -> Iterator[Problem]:
    if source is not None and source_index(provider, source) is None:
        yield Problem(path, "source-unknown", {"source": source, "count": len(provider.sources)})


def _offer(provider: Provider, offer: Offer, path: Path) -> Iterator[Problem]:
    start, target = offer.starting_level, offer.target_level
    if start and target and _LEVELS.index(target) < _LEVELS.index(start):
        yield Problem((*path, "target_level"), "level-below-start", {"start": start, "target": target})
    size = offer.group_size
    if size and size.least is not None and size.most is not None and size.most < size.least:
        yield Problem((*path, "group_size", "most"), "range-upside-down", {"least": size.least, "most": size.most})
    for index, moment in enumerate(offer.dates):
        if moment.end and _is_before(moment.end, moment.start):
            params = {"start": str(moment.start), "end": str(moment.end)}
            yield Problem((*path, "dates", index, "end"), "date-before-start", params)
    last = offer.last_day
    if offer.enrol_until and last and offer.enrol_until > last:
        params = {"until": offer.enrol_until.isoformat(), "last": last.isoformat()}
        yield Problem((*path, "enrol_until"), "enrol-after-last", params)
    if offer.recurs and offer.status == "past":
        yield Problem((*path, "recurs"), "past-and-recurs", severity="warning")
    if offer.price and offer.price.amount is None and not offer.price.note:
        yield Problem((*path, "price"), "price-without-amount", at_key=True)
    if provider.id in offer.partners:
        yield Problem((*path, "partners", offer.partners.index(provider.id)), "partner-is-self", {"id": provider.id})
