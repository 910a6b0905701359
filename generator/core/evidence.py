# A statement is as old as the evidence it cites, and never as young as its neighbour's (evidence.md). What is said,
# counted or put in order by age asks here.
"""How old what we know is."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.core.fields import PartialDate
from generator.core.record import Record, Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """From when it is known; without a moment nothing says so."""

    moment: PartialDate | None = None

    @property
    def first_day(self) -> date | None:
        """The first day the moment can mean."""
        return self.moment.first_day if self.moment else None

    @property
    def month(self) -> int:
        """The month as a number to sort by, counted from the year 0; 0 when it is not known."""
        day = self.first_day
        return day.year * 12 + day.month if day else 0

    def is_younger_than(self, months: int, today: date) -> bool:
        """Says whether it is known, and from at most so many months before `today`."""
        day = self.first_day
        return day is not None and months_after(day, months) >= today


def evidence_of(source: Source) -> Evidence:
    """Gives what a source vouches for: the day it was seen, or of a kept copy what the page says of itself.

    A copy was never younger for being read: without a date of its own it has none.
    """
    return Evidence(source.dated if source.seen == "stored" else PartialDate(source.accessed.isoformat()))


def newest(found: Iterable[Evidence]) -> Evidence:
    """Gives the youngest evidence; of two for the same day, the one that says more."""
    dated = [one for one in found if one.moment]
    return max(dated, key=lambda one: (one.first_day, one.moment.text if one.moment else ""), default=Evidence())


def evidence_of_record(record: Record) -> Evidence:
    """Gives the youngest evidence for a record as a whole: of its sources, of a check, of the organisation's word."""
    days = [day for day in (record.checked, record.confirmed_by_organisation) if day]
    return newest([*map(evidence_of, record.sources), *(Evidence(PartialDate(day.isoformat())) for day in days)])


def months_after(day: date, months: int) -> date:
    """Gives the same day so many months later, or the last day of that month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


__all__ = ["Evidence", "evidence_of", "evidence_of_record", "months_after", "newest"]
