"""Views of checklists."""

from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.ask import Ask, ask
from generator.kinds.checklist.model import Checklist, Question, Section
from generator.kinds.checklist.model import Link as FurtherReading
from generator.kinds.handbook.checks import topic_anchor
from generator.kinds.handbook.model import Handbook
from generator.kinds.provider.model import Provider
from generator.kinds.views import Link, competence_links, links

MOST_ANSWERS = 6
"""Organisations named with one question; the page must not grow with the catalogue."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with what it touches, and how many organisations answer it."""

    id: str
    text: str
    why: str | None
    asked_of: str
    asked_of_label: str
    phase: str
    phase_label: str
    criterion: str
    is_core: bool
    themes: tuple[Link, ...]
    competences: tuple[Link, ...]
    answered: str
    answering: tuple[Link, ...]
    topics: tuple[Link, ...]
    links: tuple[FurtherReading, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its questions; the core questions stand before all sections, and here as links."""

    section: Section
    questions: tuple[QuestionView, ...]
    core: tuple[Link, ...]
    count: str


def question_view(kb: KnowledgeBase, publisher: Publisher, question: Question) -> QuestionView:
    """Gives a question with what it touches and who answers it."""
    t = publisher.t
    referring = kb.referring.get(("criteria", question.criterion or ""), [])
    answering = sorted({(record.name, record.id) for record, _ in referring if isinstance(record, Provider)})
    return QuestionView(
        id=question.id,
        text=question.text,
        why=question.why,
        asked_of=question.asked_of,
        asked_of_label=t(f"checklist.asked_of.{question.asked_of}"),
        phase=question.phase,
        phase_label=t(f"checklist.phase.{question.phase}"),
        criterion=question.criterion or "",
        is_core=question.core,
        themes=links(kb, "themes", question.themes),
        competences=competence_links(kb, question.competences),
        answered=t("checklist.detail.answered", count=len(answering)) if answering else "",
        answering=tuple(Link(name, f"/catalogus/{one}/#_antwoorden") for name, one in answering[:MOST_ANSWERS]),
        topics=_topics(kb, question),
        links=question.links,
    )


def section_view(kb: KnowledgeBase, publisher: Publisher, section: Section) -> SectionView:
    """Gives a section with the views of its questions."""
    rest = [question for question in section.questions if not question.core]
    return SectionView(
        section,
        tuple(question_view(kb, publisher, question) for question in rest),
        tuple(Link(question.text, f"#{question.id}") for question in section.questions if question.core),
        publisher.t("checklist.list.count", count=len(rest)) if rest else "",
    )


def ask_any(t: Strings, checklist: Checklist) -> Ask | None:
    """Gives the core questions for an organisation, as a mail to any of them."""
    questions = [
        Link(question.text, f"#{question.id}")
        for question in checklist.questions
        if question.core and question.asked_of == "provider" and question.criterion
    ]
    return ask(t, t("checklist.ask.intro", count=len(questions)), t("ask.opening.any"), questions)


def _topics(kb: KnowledgeBase, question: Question) -> tuple[Link, ...]:
    """Gives the conversation topics about a theme of the question."""
    found: dict[str, Link] = {}
    for theme in question.themes:
        for record, path in kb.referring.get(("themes", theme), []):
            if isinstance(record, Handbook):
                topic = record.questions[int(path[1])].topics[int(path[3])]
                href = f"/teamgesprek/{record.id}/#{topic_anchor(topic.number)}"
                found[href] = Link(topic.title, href)
    return tuple(found.values())
