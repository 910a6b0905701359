"""Rules inside a project."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.core.kind import Across, Problem
from generator.core.knowledge import Name, Names
from generator.kinds.project.model import Project


def names(project: Project) -> Iterator[Name]:
    """Gives the names of the project and its deliverables."""
    address = f"project/{project.id}/"
    yield Name("project", project.id, project.title, address)
    for index, deliverable in enumerate(project.deliverables):
        number = f"{project.id}/{deliverable.number}"
        anchor = f"{address}#{deliverable_anchor(deliverable.number)}"
        yield Name("deliverables", number, deliverable.title, anchor, ("deliverables", index, "number"))


def deliverable_anchor(number: int) -> str:
    """Gives the anchor of a deliverable on its page: `r-3` for the third."""
    return f"r-{number}"


def check(project: Project, _names: Names) -> Iterator[Problem]:
    """Finds deliverables that claim to be published without a place to read them."""
    for index, deliverable in enumerate(project.deliverables):
        path = ("deliverables", index)
        if deliverable.status == "published" and not deliverable.files:
            yield Problem((*path, "status"), "deliverable-without-file", {"number": deliverable.number})
        if deliverable.published_on and deliverable.status != "published":
            yield Problem((*path, "published_on"), "deliverable-not-published", {"number": deliverable.number})


def check_across(projects: Sequence[Project], today: date) -> Iterator[Across]:
    """Finds what is published on a day that has to come."""
    for project in projects:
        for index, deliverable in enumerate(project.deliverables):
            day = deliverable.published_on
            if day and day > today:
                params = {"date": day.isoformat(), "today": today.isoformat()}
                yield project, Problem(("deliverables", index, "published_on"), "date-in-future", params), None
