"""What is wrong with an entry of the log."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.core.guess import nearest
from generator.core.kind import Across, Problem
from generator.core.knowledge import Name, Names
from generator.kinds.corrections.model import Corrections


def names(_corrections: Corrections) -> Iterator[Name]:
    """Gives nothing: no record refers to a correction."""
    yield from ()


def by_address(names: Names) -> dict[str, Name]:
    """Gives every name that has a place on the site, by its address."""
    found: dict[str, Name] = {}
    for space in names.values():
        for name in space.values():
            if name.address:
                found.setdefault(name.address, name)
    return found


def check(corrections: Corrections, names: Names) -> Iterator[Problem]:
    """Finds pages that no record has. The page may be gone since: the entry is still true, and has no link."""
    known = by_address(names) if any(entry.pages for entry in corrections.entries) else {}
    for index, entry in enumerate(corrections.entries):
        for at, page in enumerate(entry.pages):
            if page not in known:
                params = {"page": page, "suggestion": _meant(page, known)}
                yield Problem(("entries", index, "pages", at), "correction-page", params, severity="warning")


def _meant(page: str, known: dict[str, Name]) -> str | None:
    """Gives the address that was perhaps meant: the same with other slashes, or one like it in the same folder."""
    typed = f"{page.strip('/')}/"
    folder, _, last = typed.rstrip("/").rpartition("/")
    beside = {
        address.rstrip("/").rpartition("/")[2]: address
        for address, name in known.items()
        if name.label and "#" not in address and address.startswith(f"{folder}/")
    }
    return typed if typed in known else beside.get(nearest(last, beside) or "")


def check_across(logs: Sequence[Corrections], today: date) -> Iterator[Across]:
    """Finds corrections of a day that has to come."""
    for corrections in logs:
        for index, entry in enumerate(corrections.entries):
            if entry.day > today:
                params = {"date": entry.day.isoformat(), "today": today.isoformat()}
                yield corrections, Problem(("entries", index, "day"), "date-in-future", params), None
