"""The page of the self-check with its questions, to fill in here or on paper."""

from collections.abc import Iterator

from generator.core.counts import WORDS_PER_MINUTE
from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.selfcheck import views
from generator.kinds.selfcheck.checks import ADDRESS
from generator.kinds.selfcheck.counts import minutes
from generator.kinds.selfcheck.group import group_page
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.selfcheck.report import report_page
from generator.kinds.views import Link, source_views, updated


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the pages of the self-check: the questions, the report and the group picture."""
    for selfcheck in kb.all(SelfCheck):
        yield _page(kb, publisher, selfcheck)
        yield report_page(kb, publisher, selfcheck)
        yield group_page(kb, publisher, selfcheck)


def _page(kb: KnowledgeBase, publisher: Publisher, selfcheck: SelfCheck) -> Page:
    return publisher.page(
        "selfcheck/questions.html.j2",
        lambda: _questions(kb, publisher, selfcheck),
        address=ADDRESS,
        title=publisher.t("selfcheck.title"),
        description=publisher.t("selfcheck.description"),
        source=kb.source(selfcheck),
        updated=updated(selfcheck),
        layout="list",
    )


def _questions(kb: KnowledgeBase, publisher: Publisher, selfcheck: SelfCheck) -> dict[str, object]:
    t = publisher.t
    areas = views.area_views(kb, selfcheck)
    parts = [
        *([("selfcheck.context.title", "#_algemeen")] if selfcheck.context_questions else []),
        ("selfcheck.sheet.title", "#_scoreblad"),
        ("selfcheck.levels.title", "#_niveaus"),
        ("selfcheck.steps.title", "#_stappen"),
        ("selfcheck.afterwards.title", "#_daarna"),
        *([("selfcheck.glossary", "#_woorden")] if selfcheck.glossary else []),
        ("selfcheck.origin", "#_herkomst"),
    ]
    return {
        "crumbs": [Link(t("page.home"), "/")],
        "selfcheck": selfcheck,
        "contents": [
            *(Link(f"{area.number} {area.title}", f"#{area.anchor}") for area in areas),
            *(Link(t(key), href) for key, href in parts),
        ],
        "areas": areas,
        "first_quick": views.first_quick(areas),
        "education_levels": views.education_levels(kb, areas),
        "count": sum(len(area.items) for area in areas),
        "minutes": minutes(kb, quick=False),
        "speed": WORDS_PER_MINUTE,
        "levels": views.level_views(selfcheck),
        "context": views.context_views(kb, selfcheck),
        "sources": source_views(t, selfcheck.sources),
    }
