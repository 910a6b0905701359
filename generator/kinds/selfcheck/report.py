# The page brings every text a report can need: the browser fills it in from the answers, and no script holds a word.
"""The page of the report."""

from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.handbook.model import Handbook
from generator.kinds.selfcheck import views
from generator.kinds.selfcheck.checks import ADDRESS
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.views import Link, link

REPORT = f"{ADDRESS}rapport/"

OFFERS = "assets/selfcheck/recommendations.json"
"""The offers to choose from, the same for every visitor."""

MONTHS = range(1, 13)

PARTS = (
    ("levels", "_niveaus"),
    ("strengths", "_sterktes"),
    ("choose", "_voorrang"),
    ("then", "_verder"),
    ("after", "_daarna"),
    ("print", "_afdrukken"),
    ("share", "_delen"),
)
"""The parts of a report that always stand there, with their anchors."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What a report says of one competence, whatever its level."""

    item: views.ItemView
    tips: tuple[str, ...]
    topics: tuple[Link, ...]
    """What a team can talk about with it."""


def report_page(kb: KnowledgeBase, publisher: Publisher, selfcheck: SelfCheck) -> Page:
    """Gives the page of the report."""
    return publisher.page(
        "selfcheck/report.html.j2",
        lambda: _report(kb, publisher, selfcheck),
        address=REPORT,
        title=publisher.t("selfcheck.report.title"),
        description=publisher.t("selfcheck.report.description"),
        layout="list",
    )


def _report(kb: KnowledgeBase, publisher: Publisher, selfcheck: SelfCheck) -> dict[str, object]:
    t = publisher.t
    areas = views.area_views(kb, selfcheck)
    return {
        "crumbs": [Link(t("page.home"), "/"), Link(selfcheck.title, f"/{ADDRESS}")],
        "selfcheck": selfcheck,
        "file": OFFERS,
        "areas": areas,
        "count": sum(len(area.items) for area in areas),
        "levels": views.level_views(selfcheck),
        "texts": _texts(kb, areas),
        "asked": {
            "level": _question(selfcheck, "education-levels"),
            "region": _question(selfcheck, "regions"),
            "note": next((one.id for one in selfcheck.context_questions if one.answer == "free"), ""),
        },
        "educations": kb.known_names("education-levels"),
        "regions": kb.known_names("regions"),
        "months": MONTHS,
        "contents": [Link(t(f"selfcheck.report.{part}.title"), f"#{anchor}") for part, anchor in PARTS],
    }


def _question(selfcheck: SelfCheck, vocabulary: str) -> str:
    """Gives the id of the question whose answers are terms of a vocabulary."""
    return next((one.id for one in selfcheck.context_questions if one.vocabulary == vocabulary), "")


def _texts(kb: KnowledgeBase, areas: tuple[views.AreaView, ...]) -> list[Texts]:
    tips = {one.id: one.tips for area in kb.all(CompetenceArea) for one in area.competences}
    return [Texts(item, tips[item.number], topics_of(kb, item.number)) for area in areas for item in area.items]


def topics_of(kb: KnowledgeBase, competence: str) -> tuple[Link, ...]:
    """Gives the topics of the handbooks that name a competence."""
    found = []
    for record, path in kb.referring.get(("competences", competence), []):
        if isinstance(record, Handbook):
            topic = record.questions[int(path[1])].topics[int(path[3])]
            found.append(link(kb, "topics", f"{record.id}/{topic.number}"))
    return tuple(found)
