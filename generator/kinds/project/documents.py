"""What the search can find of projects: they themselves, and their deliverables."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.project.checks import deliverable_anchor
from generator.kinds.project.model import Project


def documents(kb: KnowledgeBase, t: Strings) -> Iterator[Document]:
    """Gives each project, followed by its deliverables."""
    for project in kb.all(Project):
        address = f"project/{project.id}/"
        told = [project.summary, *project.questions, *project.goals, *project.approach]
        told += [f"{technology.name}: {technology.purpose}" for technology in project.technologies]
        yield Document(
            "projects",
            project.title,
            address,
            label=t("project.list.title", count=1),
            text=" ".join(told),
        )
        for deliverable in project.deliverables:
            yield Document(
                group="projects",
                title=deliverable.title,
                address=f"{address}#{deliverable_anchor(deliverable.number)}",
                label=project.title,
                text=" ".join(filter(None, [deliverable.own_title, deliverable.summary])),
            )
