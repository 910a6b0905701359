"""Views of competences."""

from dataclasses import dataclass
from typing import get_args

from generator.core.fields import Level
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.checklist.model import Checklist
from generator.kinds.competence_area.checks import competence_anchor
from generator.kinds.competence_area.model import Competence
from generator.kinds.handbook.checks import topic_anchor
from generator.kinds.handbook.model import Handbook
from generator.kinds.provider.model import Provider
from generator.kinds.provider.views import is_gone, offer_at, referring_offers, referring_providers
from generator.kinds.provider.way_on import WayOn, way_on
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.views import Example, Link, examples, links

MOST_OFFERS = 12


"""Offers shown with one competence; the page must not grow with the catalogue."""


@dataclass(frozen=True, slots=True)
class CompetenceView:
    """A competence with everything that touches it."""

    number: str
    anchor: str
    title: str
    original_title: str | None
    description: str
    offers: tuple[Link, ...]
    more_offers: int
    topics: tuple[Link, ...]
    questions: tuple[Link, ...]
    examples: tuple[Link, ...]
    themes: tuple[Link, ...]
    statements: tuple[tuple[str, str], ...]
    """Each with the code of its level."""
    tips: tuple[str, ...]
    way_on: WayOn | None
    """What stands there where no offer can be followed."""
    lessons: tuple[Example, ...]
    """What others do with it, by level of education; `examples` are schools."""


def competence_view(kb: KnowledgeBase, t: Strings, competence: Competence) -> CompetenceView:
    """Gives a competence with the offers, topics, questions and examples that touch it; past offers are left out."""
    offers = teaching(kb, competence)
    topics, questions, schools = [], [], []
    for record, path in kb.referring.get(("competences", competence.id), []):
        if isinstance(record, Handbook):
            topic = record.questions[int(path[1])].topics[int(path[3])]
            topics.append(Link(topic.title, f"/teamgesprek/{record.id}/#{topic_anchor(topic.number)}"))
        elif isinstance(record, Checklist):
            question = record.sections[int(path[1])].questions[int(path[3])]
            questions.append(Link(question.text, f"/checklist/{record.id}/#{question.id}"))
        elif isinstance(record, Trajectory):
            schools.append(Link(record.title, f"/voorbeelden/{record.id}/"))
    return CompetenceView(
        number=competence.id,
        anchor=competence_anchor(competence.id),
        title=competence.title,
        original_title=competence.original_title,
        description=competence.description,
        offers=tuple(offers[:MOST_OFFERS]),
        more_offers=max(0, len(offers) - MOST_OFFERS),
        topics=tuple(topics),
        questions=tuple(questions),
        examples=tuple(schools),
        themes=links(kb, "themes", competence.themes),
        statements=tuple(zip(get_args(Level), competence.statements, strict=True)),
        tips=competence.tips,
        way_on=None if offers else _way_on(kb, t, competence),
        lessons=examples(kb, competence.examples),
    )


def teaching(kb: KnowledgeBase, competence: Competence) -> list[Link]:
    """Gives the offers that teach a competence and are not gone, and the other organisations that name it."""
    offers = [pair for pair in referring_offers(kb, "competences", competence.id) if not is_gone(kb, *pair)]
    found = [Link(f"{one.title} ({provider.name})", f"/catalogus/{provider.id}/#{one.id}") for provider, one in offers]
    shown = {provider.id for provider, _ in offers}
    for record, path in kb.referring.get(("competences", competence.id), []):
        if isinstance(record, Provider) and offer_at(record, path) is None and record.id not in shown:
            found.append(Link(record.name, f"/catalogus/{record.id}/"))
    return found


def _way_on(kb: KnowledgeBase, t: Strings, competence: Competence) -> WayOn | None:
    """Gives other ways: those who work on the themes of a competence can be asked."""
    found = {one.id: one for theme in competence.themes for one in referring_providers(kb, "themes", theme)}
    about = t("competence_area.detail.about", title=competence.title)
    return way_on(kb, t, about, (), found.values())
