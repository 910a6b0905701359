# What a record calls `status` is what its source said. What the site shows is worked out from that, from the days that
# are known and from the age of the evidence (evidence.md); nobody types it in.
"""The life of an offer: which state it is in, from which day on."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from generator.core.evidence import Evidence, evidence_of, evidence_of_record, months_after, newest
from generator.kinds.provider.checks import source_index
from generator.kinds.provider.model import Offer, Provider

State = Literal["planned", "running", "unsure", "ask", "closed", "past", "old"]
"""In the order in which somebody who looks for an offer wants them.

planned: begins later. running: has begun, or its source of at most a year ago says that it is given. unsure: nothing
says that it ended, and its evidence is at most three years old. ask: nothing dated says anything. closed: begins later,
and takes nobody in any more. past: over, its days or its source say. old: over for two years, or known of more than
three years ago.
"""

STATES: tuple[State, ...] = ("planned", "running", "unsure", "ask", "closed", "past", "old")

GONE: frozenset[State] = frozenset({"closed", "past", "old"})
"""The states in which nobody can follow an offer any more, or nobody heard of it for long."""

RUNS, LASTS, STAYS = 12, 36, 24
"""Months: how long a source that says that something runs is believed, how long one says anything at all, and how long
something that is over is called so before it is old."""

Schedule = tuple[tuple[date, State], ...]
"""From which day on an offer is in which state; the first stands for all days before it too."""


def evidence_for(provider: Provider, offer: Offer) -> Evidence:
    """Gives the evidence for an offer: the youngest of the sources it cites, and of no other."""
    places = (source_index(provider, one) for one in offer.sources)
    return newest(evidence_of(provider.sources[at]) for at in places if at is not None)


def schedule(provider: Provider, offer: Offer) -> Schedule:
    """Works out from which day on an offer is in which state."""
    evidence = evidence_for(provider, offer)
    found: list[tuple[date, State]] = []
    for day in sorted(turning_points(offer, evidence)):
        state = _state(offer, evidence, day)
        if not found or found[-1][1] != state:
            found.append((day, state))
    return tuple(found)


def state_on(provider: Provider, offer: Offer, today: date) -> State:
    """Gives the state of an offer on a day."""
    return _state(offer, evidence_for(provider, offer), today)


def is_over(offer: Offer) -> bool:
    """Says whether an offer that is not given any more was: by its days or by its source, and not by age alone."""
    comes_back = offer.recurs or offer.status == "on-request"
    return offer.status == "past" or (bool(offer.dates) and not comes_back)


def turning_points(offer: Offer, evidence: Evidence) -> Iterator[date]:
    """Gives every day on which the state, or what is said of it, can change; not in order."""
    yield date.min
    for moment in offer.dates:
        last = moment.last_day
        yield moment.start.day
        yield _after(last)
        yield _after(months_after(last, STAYS))
    if offer.enrol_until:
        yield _after(offer.enrol_until)
    day = evidence.first_day
    if day:
        yield day
        yield from (_after(months_after(day, months)) for months in (RUNS, STAYS, LASTS))


def _state(offer: Offer, evidence: Evidence, today: date) -> State:
    """Gives the first that fits (evidence.md)."""
    if any(moment.start.day > today for moment in offer.dates):
        return "closed" if offer.enrol_until and offer.enrol_until < today else "planned"
    says_so = offer.status in ("running", "on-request") and evidence.is_younger_than(RUNS, today)
    last = offer.last_day
    if (last and last >= today) or says_so:
        return "running"
    if is_over(offer):
        over = last or evidence.first_day
        return "old" if over and months_after(over, STAYS) < today else "past"
    if evidence.moment is None:
        return "ask"
    return "unsure" if evidence.is_younger_than(LASTS, today) else "old"


def _after(day: date) -> date:
    return day + timedelta(days=1)


def existence_on(provider: Provider, today: date) -> str:
    """Says whether an organisation exists: `active` only as long as the source that shows it is young enough."""
    at = source_index(provider, provider.existence_source) if provider.existence_source else None
    evidence = evidence_of(provider.sources[at]) if at is not None else evidence_of_record(provider)
    is_young = evidence.is_younger_than(LASTS, today)
    return "unknown" if provider.existence == "active" and not is_young else provider.existence


__all__ = [
    "GONE",
    "STATES",
    "Schedule",
    "State",
    "evidence_for",
    "existence_on",
    "is_over",
    "schedule",
    "state_on",
    "turning_points",
]
