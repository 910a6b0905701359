"""Rules inside a checklist."""

from collections.abc import Iterator

from generator.core.kind import Problem
from generator.core.knowledge import Name, Names
from generator.core.numerals import miscounted
from generator.core.record import texts_of
from generator.kinds.checklist.model import Checklist


def names(checklist: Checklist) -> Iterator[Name]:
    """Gives the names of the checklist, its sections and questions, and its criteria."""
    address = f"checklist/{checklist.id}/"
    yield Name("checklist", checklist.id, checklist.title, address)
    for at, section in enumerate(checklist.sections):
        yield Name(
            "questions",
            f"{checklist.id}/{section.id}",
            section.title,
            f"{address}#{section.id}",
            ("sections", at, "id"),
        )
        for index, question in enumerate(section.questions):
            path = ("sections", at, "questions", index)
            anchor = f"{address}#{question.id}"
            yield Name("questions", f"{checklist.id}/{question.id}", question.text, anchor, (*path, "id"))
            if question.criterion:
                label = question.criterion_label or question.text
                yield Name("criteria", question.criterion, label, anchor, (*path, "criterion"))


def check(checklist: Checklist, _names: Names) -> Iterator[Problem]:
    """Finds criteria that have no name of their own, and texts that count otherwise than the questions."""
    for at, section in enumerate(checklist.sections):
        for index, question in enumerate(section.questions):
            path = ("sections", at, "questions", index)
            if question.criterion and not question.criterion_label:
                yield Problem((*path, "criterion"), "criterion-unlabelled", {"criterion": question.criterion})
            if question.criterion_label and not question.criterion:
                yield Problem((*path, "criterion_label"), "criterion-label-alone", at_key=True)
    core = sum(question.core for question in checklist.questions)
    for place, text in texts_of(checklist):
        for wrong in miscounted(text, r"(?P<number>[a-z]+|[0-9]+) kernvragen", core):
            params = {"found": wrong.found, "count": core, "meant": wrong.meant}
            yield Problem(place, "core-count", params, severity="warning", piece=(wrong.start, wrong.end))
