"""The home page."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
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
    questions = sum(len(checklist.questions) for checklist in kb.all(Checklist))
    providers = kb.all(Provider)
    offers = sum(len(provider.offers) for provider in providers)
    topics = sum(len(question.topics) for handbook in kb.all(Handbook) for question in handbook.questions)
    yield publisher.page("site/home.html.j2", lambda: {"doors": [
            Door(1, "where", "/zelfcheck/", t("site.door.where.details", count=competences)),
            Door(2, "what", "/checklist/", t("site.door.what.details", count=questions)),
            Door(3, "who", "/catalogus/", t("site.door.who.details", offers=offers, providers=len(providers))),
            Door(4, "together", "/teamgesprek/", t("site.door.together.details", count=topics)),
        ], "newest": say_day(t, kb.today)}, address="", title=site.title, description=site.tagline, source=kb.source(site), layout="home",)
