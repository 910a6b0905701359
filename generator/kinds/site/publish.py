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
from generator.kinds.provider.model import Provider
from generator.kinds.site.model import Site
from generator.kinds.views import say_day


@dataclass(frozen=True, slots=True)
class Door:
    """One of the four questions, with where it leads and which arm of the signpost it lights."""

    arm: int
    name: str
    href: str
    details: str


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the home page."""
    t = publisher.t
    site = kb.all(Site)[0]
    competences = sum(len(area.competences) for area in kb.all(CompetenceArea))
    questions = [question for checklist in kb.all(Checklist) for question in checklist.questions]
    core = say(sum(question.core for question in questions))
    providers = kb.all(Provider)
    offers = sum(len(provider.offers) for provider in providers)
    topics = sum(len(question.topics) for handbook in kb.all(Handbook) for question in handbook.questions)
    doors = [
        Door(1, "where", "/zelfcheck/", t("site.door.where.details", count=competences)),
        Door(2, "what", "/checklist/", t("site.door.what.details", count=len(questions), core=core)),
        Door(3, "who", "/catalogus/", t("site.door.who.details", offers=offers, providers=len(providers))),
        Door(4, "together", "/teamgesprek/", t("site.door.together.details", count=topics)),
    ]
    yield publisher.page(
        "site/home.html.j2",
        lambda: {
            "doors": doors,
            "newest": say_day(t, kb.today),
            "continued": _continued(kb),
            "total": competences,
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


def _only(folder: str, records: Sequence[Identified]) -> str:
    """Gives the address of the one record there is, or of the list of more."""
    return f"{folder}{records[0].id}/" if len(records) == 1 else folder
