"""Pages of trajectories: the list, and one page for each."""

from collections.abc import Iterator

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.trajectory import views
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.views import Link, competence_links, links, source_views, updated

LIST = "voorbeelden/"


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the list of trajectories and the page of each."""
    trajectories = kb.all(Trajectory)
    if not trajectories:
        return
    t = publisher.t
    yield publisher.page(
        "trajectory/list.html.j2",
        lambda: {"crumbs": [Link(t("page.home"), "/")], "trajectories": trajectories},
        address=LIST,
        title=t("trajectory.list.title", count=len(trajectories)),
        description=t("trajectory.list.description", count=len(trajectories)),
        layout="list",
    )
    for trajectory in trajectories:
        yield _detail(kb, publisher, trajectory)


def _detail(kb: KnowledgeBase, publisher: Publisher, trajectory: Trajectory) -> Page:
    t = publisher.t
    label = t("trajectory.list.label", count=len(kb.all(Trajectory)))
    return publisher.page(
        "trajectory/detail.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(label, f"/{LIST}")],
            "trajectory": trajectory,
            "phases": views.phase_views(t, trajectory),
            "is_drawn": views.is_drawn(trajectory),
            "groups": views.step_groups(t, trajectory),
            "competences": competence_links(kb, trajectory.competences),
            "providers": links(kb, "provider", trajectory.providers),
            "sources": source_views(t, trajectory.sources),
        },
        address=f"{LIST}{trajectory.id}/",
        title=trajectory.title,
        description=trajectory.summary,
        source=kb.source(trajectory),
        updated=updated(trajectory),
    )
