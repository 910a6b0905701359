# The page holds the words and the lists that a plan is made with; the browser fills in what somebody kept. Nothing of
# a plan reaches the server.
"""The page of the plan: all that somebody kept, for one teacher or for a team."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.checklist.model import Checklist
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.handbook.model import Handbook
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.views import Link, link, say_day
from generator.outputs import comparison

ADDRESS = "plan/"

MONTHS = range(1, 13)

FRAME = (
    "https://onderwijs.vlaanderen.be/nl/directies-en-administraties/personeelszaken/"
    "professionalisering-nascholing-en-pedagogische-begeleiding/professionaliseringsbeleid-en-nascholingsplan"
)
"""Where the Flemish government says that a school makes such a plan each year."""


@dataclass(frozen=True, slots=True)
class Area:
    """A domain with its competences, to choose from."""

    label: str
    competences: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class ListOfQuestions:
    """A checklist: what it is called, and how many questions it has."""

    id: str
    title: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a plan can name, by its id."""

    id: str
    title: str
    href: str


def pages(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the page of the plan."""
    t = publisher.t
    yield publisher.page(
        "shared/plan.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/")],
            "frame": FRAME,
            "areas": _areas(kb),
            "themes": _themes(kb),
            "checklists": _checklists(kb),
            "handbooks": [Named(one.id, one.title, f"/teamgesprek/{one.id}/") for one in kb.all(Handbook)],
            "trajectories": [Named(one.id, one.title, f"/voorbeelden/{one.id}/") for one in kb.all(Trajectory)],
            "selfcheck": next(iter(kb.all(SelfCheck)), None),
            "months": MONTHS,
            "today": say_day(t, kb.today),
            "file": f"/{comparison.FOLDER}/0.json",
            "file_count": comparison.file_count(kb),
        },
        address=ADDRESS,
        title=t("plan.title"),
        description=t("plan.description"),
        layout="list",
    )


def _areas(kb: KnowledgeBase) -> list[Area]:
    areas = sorted(kb.all(CompetenceArea), key=lambda area: area.number)
    return [
        Area(
            f"{area.number} {area.title}", tuple((one.id, link(kb, "competences", one.id)) for one in area.competences)
        )
        for area in areas
    ]


def _themes(kb: KnowledgeBase) -> list[Named]:
    return [Named(f"thema-{one.id}", one.label, link(kb, "themes", one.id).href) for one in kb.known_names("themes")]


def _checklists(kb: KnowledgeBase) -> list[ListOfQuestions]:
    return [
        ListOfQuestions(one.id, one.title, f"/checklist/{one.id}/", len(one.questions)) for one in kb.all(Checklist)
    ]
