"""Pages of projects: the list, and one page for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.project.checks import deliverable_anchor
from generator.kinds.project.model import Deliverable, Project
from generator.kinds.views import Link, competence_links, say_day, source_views, updated

LIST = "project/"


@dataclass(frozen=True, slots=True)
class DeliverableView:
    """A deliverable with its status in words."""

    deliverable: Deliverable
    anchor: str
    status_label: str
    details: str


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the list of projects and the page of each."""
    projects = kb.all(Project)
    if not projects:
        return
    t = publisher.t
    yield publisher.page(
        "project/list.html.j2",
        lambda: {"crumbs": [Link(t("page.home"), "/")], "projects": projects},
        address=LIST,
        title=t("project.list.title"),
        description=t("project.list.description"),
        layout="list",
    )
    for project in projects:
        yield _detail(kb, publisher, project)


def _detail(kb: KnowledgeBase, publisher: Publisher, project: Project) -> Page:
    t = publisher.t
    return publisher.page(
        "project/detail.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(t("project.list.label"), f"/{LIST}")],
            "project": project,
            "deliverables": [_deliverable(kb, publisher, one) for one in project.deliverables],
            "competences": competence_links(kb, project.competences),
            "sources": source_views(t, project.sources),
        },
        address=f"{LIST}{project.id}/",
        title=project.title,
        description=project.summary,
        source=kb.source(project),
        updated=updated(project),
    )


def _deliverable(kb: KnowledgeBase, publisher: Publisher, deliverable: Deliverable) -> DeliverableView:
    t = publisher.t
    published = (
        t("project.detail.published", when=say_day(t, deliverable.published_on)) if deliverable.published_on else ""
    )
    language = kb.label("languages", deliverable.language) if deliverable.language else ""
    return DeliverableView(
        deliverable=deliverable,
        anchor=deliverable_anchor(deliverable.number),
        status_label=t(f"project.status.{deliverable.status.replace('-', '_')}"),
        details=", ".join(part for part in (published, language) if part),
    )
