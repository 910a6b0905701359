"""Rules inside a self-check that a single field cannot see."""

from collections.abc import Iterator, Sequence
from typing import get_args

from generator.core.fields import Level
from generator.core.kind import Problem, unknown
from generator.core.knowledge import Name, Names
from generator.core.node import Path
from generator.core.numerals import miscounted
from generator.core.record import texts_of
from generator.kinds.selfcheck.model import ContextQuestion, Option, SelfCheck

ADDRESS = "zelfcheck/"
"""Where the self-check stands: a site has one, whatever its file is called."""

FEWEST = 10
"""People in a picture of a group at least: the page has no smaller one (groepsbeeld.md), whatever a record says."""


def names(selfcheck: SelfCheck) -> Iterator[Name]:
    """Gives the name of the self-check, and the place that a second one would find taken."""
    yield Name("selfcheck", selfcheck.id, selfcheck.title, ADDRESS)
    yield Name("selfcheck-page", ADDRESS.rstrip("/"), selfcheck.title, ADDRESS)


def check(selfcheck: SelfCheck, names: Names) -> Iterator[Problem]:
    """Finds levels out of order, a quick scan that is not one of each area, and questions that cannot be answered."""
    yield from _levels(selfcheck)
    yield from _quick(selfcheck, names)
    yield from _numbers(selfcheck)
    yield from _counts(selfcheck, names)
    yield from _twice(("context_questions",), selfcheck.context_questions)
    for index, question in enumerate(selfcheck.context_questions):
        yield from _answers(index, question, names)


def _levels(selfcheck: SelfCheck) -> Iterator[Problem]:
    for index, (level, code) in enumerate(zip(selfcheck.levels, get_args(Level), strict=True)):
        if level.code != code:
            yield Problem(("levels", index, "code"), "level-out-of-order", {"expected": code})
        if level.points != index + 1:
            yield Problem(("levels", index, "points"), "level-points", {"expected": index + 1})


def _numbers(selfcheck: SelfCheck) -> Iterator[Problem]:
    if selfcheck.version < 1:
        yield Problem(("version",), "version-from-one")
    if selfcheck.group.minimum < FEWEST:
        yield Problem(("group", "minimum"), "group-too-small", {"fewest": FEWEST})


def _counts(selfcheck: SelfCheck, names: Names) -> Iterator[Problem]:
    areas = {names.get("competence_area", {}).get(area) for area in selfcheck.areas}
    if None in areas:
        return
    homes = {area.address for area in areas if area}
    competences = [name for name in names["competences"].values() if name.address.partition("#")[0] in homes]
    for things, count in (("competenties", len(competences)), ("domeinen", len(homes))):
        for place, text in texts_of(selfcheck):
            for wrong in miscounted(text, rf"alle (?P<number>[a-z]+|[0-9]+) {things}", count):
                params = {"found": wrong.found, "count": count, "meant": wrong.meant}
                yield Problem(place, "count-differs", params, severity="warning", piece=(wrong.start, wrong.end))


def _quick(selfcheck: SelfCheck, names: Names) -> Iterator[Problem]:
    # Of an unknown name nothing is told here: it is reported as a reference.
    known = [names["competences"][one] for one in selfcheck.quick if one in names.get("competences", {})]
    areas = [names["competence_area"][one] for one in selfcheck.areas if one in names.get("competence_area", {})]
    if len(known) < len(selfcheck.quick) or len(areas) < len(selfcheck.areas):
        return
    if sorted(name.address.partition("#")[0] for name in known) != sorted(name.address for name in areas):
        params = {"areas": len(areas), "quick": len(known)}
        yield Problem(("quick",), "quick-one-per-area", params, at_key=True)


def _twice(path: Path, parts: Sequence[ContextQuestion | Option]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for at, part in enumerate(parts):
        first = seen.setdefault(part.id, at)
        if first != at:
            yield Problem((*path, at, "id"), "id-twice", {"id": part.id}, first=(*path, first, "id"))


def _answers(index: int, question: ContextQuestion, names: Names) -> Iterator[Problem]:
    path = ("context_questions", index)
    if question.answer == "free":
        if question.options or question.vocabulary:
            yield Problem((*path, "answer"), "question-with-answers")
        return
    if not question.options and not question.vocabulary:
        yield Problem((*path, "answer"), "question-without-answers")
    terms = names.get(question.vocabulary, {}) if question.vocabulary else {}
    yield from _twice((*path, "options"), question.options)
    for at, option in enumerate(question.options):
        place = (*path, "options", at, "id")
        if question.vocabulary and option.id not in terms:
            yield unknown(place, option.id, question.vocabulary, names)
