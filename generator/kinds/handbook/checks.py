"""Rules inside a handbook."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.core.kind import Across, Problem
from generator.core.knowledge import Name, Names
from generator.core.node import Path
from generator.kinds.handbook.model import Handbook, MainQuestion, Tip, Topic

AGENDA_MINUTES = 45
"""How long a ready agenda takes (domain.md)."""

FIRST_ITEM = "Vragen van de leraren"
"""Where every agenda starts: the source calls the teachers' questions the starting point."""


def names(handbook: Handbook) -> Iterator[Name]:
    """Gives the names of the handbook and its topics."""
    address = f"teamgesprek/{handbook.id}/"
    yield Name("handbook", handbook.id, handbook.title, address)
    for at, question in enumerate(handbook.questions):
        for index, topic in enumerate(question.topics):
            path = ("questions", at, "topics", index, "number")
            anchor = f"{address}#{topic_anchor(topic.number)}"
            yield Name("topics", f"{handbook.id}/{topic.number}", topic.title, anchor, path)


def check_across(handbooks: Sequence[Handbook], today: date) -> Iterator[Across]:
    """Finds what appears in a year that has to come; a new book may carry the next one."""
    last = today.year + 1
    for handbook in handbooks:
        for path, tip in _tips(handbook):
            if tip.year and tip.year > last:
                yield handbook, Problem((*path, "year"), "year-ahead", {"year": tip.year, "last": last}), None


def _tips(handbook: Handbook) -> Iterator[tuple[Path, Tip]]:
    """Gives every tip with its place."""
    holders: list[tuple[Path, Handbook | MainQuestion | Topic]] = [((), handbook)]
    for at, question in enumerate(handbook.questions):
        holders.append((("questions", at), question))
        holders += [(("questions", at, "topics", index), topic) for index, topic in enumerate(question.topics)]
    for path, holder in holders:
        yield from (((*path, "tips", index), tip) for index, tip in enumerate(holder.tips))


def topic_anchor(number: str) -> str:
    """Gives the anchor of a topic on its page: `o-1-1` for 1.1."""
    return f"o-{number.replace('.', '-')}"


def check(handbook: Handbook, _names: Names) -> Iterator[Problem]:
    """Finds numbers that do not belong where they stand, and agendas that do not fit."""
    for at, question in enumerate(handbook.questions):
        if question.number != str(at + 1):
            yield Problem(("questions", at, "number"), "number-out-of-order", {"expected": at + 1})
        for index, topic in enumerate(question.topics):
            expected = f"{question.number}.{index + 1}"
            if topic.number != expected:
                path = ("questions", at, "topics", index, "number")
                yield Problem(path, "number-out-of-order", {"expected": expected})
    for at, starter in enumerate(handbook.starters):
        total = sum(item.minutes for item in starter.items)
        if total != AGENDA_MINUTES:
            params = {"total": total, "expected": AGENDA_MINUTES}
            yield Problem(("starters", at, "items"), "agenda-minutes", params, at_key=True)
        if starter.items[0].title != FIRST_ITEM:
            yield Problem(("starters", at, "items", 0, "title"), "agenda-first-item", {"expected": FIRST_ITEM})
