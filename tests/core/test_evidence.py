"""How old what we know is: by how a source was seen, never by the day on which a copy was read."""

from datetime import date

import pytest

from generator.core.evidence import Evidence, evidence_of, evidence_of_record, months_after, newest
from generator.core.fields import PartialDate
from generator.core.record import Record, Source


def source(seen: str, dated: str | None = None, accessed: str = "2026-11-21") -> Source:
    """Gives a source."""
    return Source.model_validate(
        {"url": "https://a.be/", "title": "A", "accessed": accessed, "seen": seen, "dated": dated}
    )


def evidence(text: str | None) -> Evidence:
    """Gives evidence of a moment."""
    return Evidence(PartialDate(text) if text else None)


@pytest.mark.parametrize(
    ("seen", "dated", "moment"),
    [
        ("live", None, "2026-11-21"),
        ("live", "2020-03", "2026-11-21"),
        ("from-organisation", None, "2026-11-21"),
        ("stored", "2020-03", "2020-03"),
        ("stored", None, None),
    ],
)
def test_of_a_source(seen: str, dated: str | None, moment: str | None) -> None:
    """A page that stood there vouches for the day it was seen; a copy for what it says of itself, or for nothing."""
    assert evidence(moment) == evidence_of(source(seen, dated))


def test_newest() -> None:
    """The youngest counts; of a year and its first day, the day says more; nothing is older than anything."""
    assert evidence("2024-06") == newest(
        [evidence("2024"), evidence(None), evidence("2024-06"), evidence("2023-12-31")]
    )
    assert evidence("2024-01-01") == newest([evidence("2024"), evidence("2024-01-01"), evidence("2024-01")])
    assert evidence(None) == newest([evidence(None)]) == newest([])


def test_of_a_record() -> None:
    """A record as a whole is as young as its youngest source, a check or the organisation's word."""
    record = Record(id="a", sources=(source("stored"), source("stored", "2024-06")))

    assert evidence("2024-06") == evidence_of_record(record)
    assert evidence("2025-01-31") == evidence_of_record(record.model_copy(update={"checked": date(2025, 1, 31)}))
    word = record.model_copy(update={"checked": date(2023, 1, 1), "confirmed_by_organisation": date(2026, 2, 3)})
    assert evidence("2026-02-03") == evidence_of_record(word)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-12-31", 24, "2026-12-31"),
        ("2024-08-31", 1, "2024-09-30"),
    ],
)
def test_months_after(day: str, months: int, later: str) -> None:
    """A month that has no such day gives its last."""
    assert date.fromisoformat(later) == months_after(date.fromisoformat(day), months)


@pytest.mark.parametrize(("text", "month"), [("2024", 2024 * 12 + 1), ("2024-05", 2024 * 12 + 5), (None, 0)])
def test_month(text: str | None, month: int) -> None:
    """Months can be put in order; a year counts as its first, and what is not known comes before all."""
    assert month == evidence(text).month


def test_younger_than() -> None:
    """So many months to the day is not yet older; without a date nothing is young."""
    today = date(2026, 11, 29)

    assert evidence("2025-11-29").is_younger_than(12, today)
    assert not evidence("2025-11-28").is_younger_than(12, today)
    assert not evidence(None).is_younger_than(12_000, today)
