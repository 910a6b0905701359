"""Pages of handbooks: the list, and one page for each role."""

from collections.abc import Iterator

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.handbook import views
from generator.kinds.handbook.checks import AGENDA_MINUTES, FIRST_ITEM, topic_anchor
from generator.kinds.handbook.model import Handbook
from generator.kinds.views import Link, source_views, updated

LIST = "teamgesprek/"

MOST_LENGTHS = {"title": 200, "goal": 1000, "prompt": 500, "notes": 2000, "minutes": 240, "available": 1440}
"""What fits in the fields of an agenda: the same as `MOST` in logic/agenda.js."""


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the list of handbooks and the page of each."""
    handbooks = kb.all(Handbook)
    if not handbooks:
        return
    t = publisher.t
    yield publisher.page(
        "handbook/list.html.j2",
        lambda: {"crumbs": [Link(t("page.home"), "/")], "handbooks": handbooks, "anchor": topic_anchor},
        address=LIST,
        title=t("handbook.list.title"),
        description=t("handbook.list.description"),
        layout="list",
    )
    for handbook in handbooks:
        yield _detail(kb, publisher, handbook)


def _detail(kb: KnowledgeBase, publisher: Publisher, handbook: Handbook) -> Page:
    t = publisher.t
    return publisher.page(
        "handbook/detail.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(t("handbook.list.label"), f"/{LIST}")],
            "handbook": handbook,
            "contents": [
                Link(t("handbook.detail.how"), "#_gebruik"),
                *([Link(t("handbook.detail.starters"), "#_agendas")] if handbook.starters else []),
                Link(t("handbook.tool.title"), "#_jouw-agenda"),
                *(Link(f"{one.number}. {one.title}", f"#v-{one.number}") for one in handbook.questions),
            ],
            "minutes": AGENDA_MINUTES,
            "first": FIRST_ITEM,
            "most": MOST_LENGTHS,
            "filters": views.filters(kb, handbook),
            "starters": [
                (starter, [views.item_view(kb, item) for item in starter.items]) for starter in handbook.starters
            ],
            "questions": [views.question_view(kb, t, question) for question in handbook.questions],
            "tips": views.tips_view(t, handbook.tips),
            "sources": source_views(t, handbook.sources),
        },
        address=f"{LIST}{handbook.id}/",
        title=handbook.title,
        description=(handbook.intro or handbook.how_to_use).text,
        source=kb.source(handbook),
        updated=updated(handbook),
    )
