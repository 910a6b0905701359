"""Pages of projects: the list, and one page for each."""

from collections.abc import Iterator

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.project import views
from generator.kinds.project.model import Project
from generator.kinds.views import Link, competence_links, source_views, updated

LIST = "project/"


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
        title=t("project.list.title", count=len(projects)),
        description=t("project.list.description", count=len(projects)),
        layout="list",
    )
    for project in projects:
        yield _detail(kb, publisher, project)


def _detail(kb: KnowledgeBase, publisher: Publisher, project: Project) -> Page:
    t = publisher.t
    label = t("project.list.label", count=len(kb.all(Project)))
    goals = t("project.detail.goals_of", owner=project.goals_of) if project.goals_of else t("project.detail.goals")
    return publisher.page(
        "project/detail.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(label, f"/{LIST}")],
            "project": project,
            "goals": goals,
            "deliverables": [views.deliverable_view(kb, publisher, one) for one in project.deliverables],
            "competences": competence_links(kb, project.competences),
            "sources": source_views(t, project.sources),
        },
        address=f"{LIST}{project.id}/",
        title=project.title,
        description=project.summary,
        source=kb.source(project),
        updated=updated(project),
    )
