"""Rules inside a self-check that a single field cannot see."""

from collections.abc import Iterator
from typing import get_args

from generator.core.fields import Level
from generator.core.kind import Problem, unknown
from generator.core.knowledge import Name, Names
from generator.kinds.selfcheck.model import ContextQuestion, SelfCheck

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
    seen: set[str] = set()
    for index, question in enumerate(selfcheck.context_questions):
        path = ("context_questions", index)
        if question.id in seen:
            yield Problem((*path, "id"), "id-twice", {"id": question.id})
        seen.add(question.id)
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


def _quick(selfcheck: SelfCheck, names: Names) -> Iterator[Problem]:
    # Of an unknown name nothing is told here: it is reported as a reference.
    known = [names["competences"][one] for one in selfcheck.quick if one in names.get("competences", {})]
    areas = [names["competence_area"][one] for one in selfcheck.areas if one in names.get("competence_area", {})]
    if len(known) < len(selfcheck.quick) or len(areas) < len(selfcheck.areas):
        return
    if sorted(name.address.partition("#")[0] for name in known) != sorted(name.address for name in areas):
        params = {"areas": len(areas), "quick": len(known)}
        yield Problem(("quick",), "quick-one-per-area", params, at_key=True)


def _answers(index: int, question: ContextQuestion, names: Names) -> Iterator[Problem]:
    path = ("context_questions", index)
    if question.answer == "free":
        if question.options or question.vocabulary:
            yield Problem((*path, "answer"), "question-with-answers")
        return
    if not question.options and not question.vocabulary:
        yield Problem((*path, "answer"), "question-without-answers")
    terms = names.get(question.vocabulary, {}) if question.vocabulary else {}
    seen: set[str] = set()
    for at, option in enumerate(question.options):
        place = (*path, "options", at, "id")
        if option.id in seen:
            yield Problem(place, "id-twice", {"id": option.id})
        seen.add(option.id)
        if question.vocabulary and option.id not in terms:
            yield unknown(place, option.id, question.vocabulary, names)
