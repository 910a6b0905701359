"""Pages of competences: the list of areas, and one page for each area."""

from collections.abc import Iterator

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.competence_area import views
from generator.kinds.competence_area.checks import competence_anchor
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.views import Link, source_views, updated

LIST = "competenties/"


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the list of areas and the page of each."""
    areas = sorted(kb.all(CompetenceArea), key=lambda area: area.number)
    if not areas:
        return
    t = publisher.t
    yield publisher.page(
        "competence_area/list.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/")],
            "areas": areas,
            "anchor": competence_anchor,
            "selfcheck": next(iter(kb.known_names("selfcheck")), None),
        },
        address=LIST,
        title=t("competence_area.list.title"),
        description=t("competence_area.list.description", **publisher.counts),
        layout="list",
    )
    for area in areas:
        yield _detail(kb, publisher, area)


def _detail(kb: KnowledgeBase, publisher: Publisher, area: CompetenceArea) -> Page:
    t = publisher.t
    return publisher.page(
        "competence_area/detail.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(t("competence_area.list.title"), f"/{LIST}")],
            "area": area,
            "contents": [Link(f"{one.id} {one.title}", f"#{competence_anchor(one.id)}") for one in area.competences],
            "competences": [views.competence_view(kb, t, one) for one in area.competences],
            "sources": source_views(t, area.sources),
        },
        address=f"{LIST}{area.id}/",
        title=area.title,
        description=area.description.text,
        source=kb.source(area),
        updated=updated(area),
    )
