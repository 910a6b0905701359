"""Rules inside an area of competences."""

from collections.abc import Iterator

from generator.core.kind import Problem
from generator.core.knowledge import Name, Names
from generator.kinds.competence_area.model import CompetenceArea

EXAMPLE_LEVELS = ("kleuter", "lager", "secundair", "hoger", "volwassenen")
"""Terms of `education-levels` that every competence has an example for: most teachers find themselves in one."""


def names(area: CompetenceArea) -> Iterator[Name]:
    """Gives the names of the area and its competences."""
    address = f"competenties/{area.id}/"
    yield Name("competence_area", area.id, area.title, address)
    yield Name("area-numbers", str(area.number), area.title, address, ("number",))
    for index, competence in enumerate(area.competences):
        anchor = f"{address}#{competence_anchor(competence.id)}"
        yield Name("competences", competence.id, competence.title, anchor, ("competences", index, "id"))


def competence_anchor(number: str) -> str:
    """Gives the anchor of a competence on its page: `c-1-1` for 1.1."""
    return f"c-{number.replace('.', '-')}"


def check(area: CompetenceArea, _names: Names) -> Iterator[Problem]:
    """Finds numbers that do not belong to the area, and competences that some teachers find no example with."""
    for index, competence in enumerate(area.competences):
        expected = f"{area.number}.{index + 1}"
        if competence.id != expected:
            yield Problem(("competences", index, "id"), "number-out-of-order", {"expected": expected})
        missing = [level for level in EXAMPLE_LEVELS if level not in competence.examples]
        if missing:
            params = {"levels": ", ".join(missing)}
            yield Problem(("competences", index, "examples"), "example-missing", params, at_key=True)
