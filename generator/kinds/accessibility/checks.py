"""What in an accessibility statement contradicts itself, or the day."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.core.evidence import months_after
from generator.core.kind import Across, Problem
from generator.core.knowledge import Name, Names
from generator.core.node import Path
from generator.kinds.accessibility.model import Statement

REVIEWED_EVERY = 12
"""Months: the decision asks that a statement is looked at again each year."""


def names(_statement: Statement) -> Iterator[Name]:
    """Gives nothing: no record refers to the statement."""
    yield from ()


def check(statement: Statement, _names: Names) -> Iterator[Problem]:
    """Finds a status that the gaps contradict, and days in the wrong order."""
    for index, gap in enumerate(statement.gaps):
        if statement.status == "full" and gap.why != "out-of-scope":
            yield Problem(("gaps", index, "why"), "accessibility-full-with-gap", {"why": gap.why})
    if statement.status != "full" and not statement.gaps:
        yield Problem(("gaps",), "accessibility-without-gap")
    if statement.reviewed and statement.reviewed < statement.prepared:
        params = {"start": statement.prepared.isoformat(), "end": statement.reviewed.isoformat()}
        yield Problem(("reviewed",), "accessibility-reviewed-before", params)


def check_across(statements: Sequence[Statement], today: date) -> Iterator[Across]:
    """Finds days that have to come, and a statement that nobody looked at for a year."""
    for statement in statements:
        moments: list[tuple[Path, date | None]] = [
            (("prepared",), statement.prepared),
            (("reviewed",), statement.reviewed),
            *((("evaluations", index, "day"), one.day) for index, one in enumerate(statement.evaluations)),
        ]
        for path, day in moments:
            if day and day > today:
                params = {"date": day.isoformat(), "today": today.isoformat()}
                yield statement, Problem(path, "date-in-future", params), None
        last = statement.reviewed or statement.prepared
        if months_after(last, REVIEWED_EVERY) < today:
            field = "reviewed" if statement.reviewed else "prepared"
            problem = Problem((field,), "accessibility-unreviewed", {"day": last.isoformat()}, severity="warning")
            yield statement, problem, None
