"""The home page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.numerals import say
from generator.core.pages import Page
from generator.core.record import Identified
from generator.core.rendering import Publisher
from generator.kinds.checklist.model import Checklist
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.handbook.model import Handbook
from generator.kinds.site.model import Site
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.views import say_day


@dataclass(frozen=True, slots=True)
class Door:
    """One of the four questions, with where it leads and which arm of the signpost it lights."""

    arm: int
    name: str
    href: str
    details: str


DOORS = (
    ("where", "/zelfcheck/"),
    ("what", "/checklist/"),
    ("who", "/catalogus/"),
    ("together", "/teamgesprek/"),
)
"""The four questions, each with where it leads."""


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the home page."""
    t = publisher.t
    site = kb.all(Site)[0]
    examples = kb.all(Trajectory)
    doors = [
        Door(arm, name, href, t(f"site.door.{name}.details", **publisher.counts))
        for arm, (name, href) in enumerate(DOORS, start=1)
    ]
    yield publisher.page(
        "site/home.html.j2",
        lambda: {
            "doors": doors,
            "newest": say_day(t, kb.today),
            "continued": _continued(kb),
            "total": sum(len(area.competences) for area in kb.all(CompetenceArea)),
            "example": _only("/voorbeelden/", examples),
            "example_label": t("site.home.examples_open", count=len(examples), title=_title(examples)),
        },
        address="",
        title=site.title,
        description=site.tagline,
        source=kb.source(site),
        layout="home",
    )


def _continued(kb: KnowledgeBase) -> list[tuple[str, str]]:
    """Gives the tools that somebody can go on with, as the page names them, and where each stands."""
    return [
        ("selfcheck", "/zelfcheck/"),
        ("checklist", _only("/checklist/", kb.all(Checklist))),
        ("talk", _only("/teamgesprek/", kb.all(Handbook))),
        ("plan", "/plan/"),
    ]


def _title(examples: Sequence[Trajectory]) -> str:
    """Gives the title of the first example."""
    return examples[0].title if examples else ""


def _only(folder: str, records: Sequence[Identified]) -> str:
    """Gives the address of the one record there is, or of the list of more."""
    return f"{folder}{records[0].id}/" if len(records) == 1 else folder
