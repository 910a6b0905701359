"""Pages of checklists: the list, and one page for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.checklist.model import Checklist, Question, Section
from generator.kinds.checklist.model import Link as FurtherReading
from generator.kinds.handbook.checks import topic_anchor
from generator.kinds.handbook.model import Handbook
from generator.kinds.provider.model import Provider
from generator.kinds.views import Link, competence_links, links, source_views, updated

LIST = "checklist/"
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
    phase_label: str
    is_core: bool
    themes: tuple[Link, ...]
    competences: tuple[Link, ...]
    answered: str
    answering: tuple[Link, ...]
    topics: tuple[Link, ...]
    links: tuple[FurtherReading, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its questions."""

    section: Section
    questions: tuple[QuestionView, ...]


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the list of checklists and the page of each."""
    checklists = kb.all(Checklist)
    if not checklists:
        return
    t = publisher.t
    yield publisher.page(
        "checklist/list.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/")],
            "checklists": [
                (checklist, t("checklist.list.count", count=len(checklist.questions)), _core(checklist))
                for checklist in checklists
            ],
        },
        address=LIST,
        title=t("checklist.list.title"),
        description=t("checklist.list.description"),
        layout="list",
    )
    for checklist in checklists:
        yield _detail(kb, publisher, checklist)


def _core(checklist: Checklist) -> list[Question]:
    return [question for question in checklist.questions if question.core]


def _detail(kb: KnowledgeBase, publisher: Publisher, checklist: Checklist) -> Page:
    t = publisher.t
    core = [Link(question.text, f"#{question.id}") for question in _core(checklist)]
    contents = [Link(t("checklist.detail.core"), "#_kern")] if core else []
    contents += [Link(t("checklist.detail.notices"), "#_aandacht")] if checklist.notices else []
    contents += [Link(section.title, f"#{section.id}") for section in checklist.sections]
    return publisher.page(
        "checklist/detail.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(t("checklist.list.label"), f"/{LIST}")],
            "checklist": checklist,
            "contents": contents,
            "core": core,
            "sections": [
                SectionView(section, tuple(_question(kb, publisher, question) for question in section.questions))
                for section in checklist.sections
            ],
            "sources": source_views(t, checklist.sources),
            "complaints": True,
        },
        address=f"{LIST}{checklist.id}/",
        title=t("checklist.detail.title", title=checklist.title),
        description=checklist.intro.text,
        source=kb.source(checklist),
        updated=updated(checklist),
    )


def _question(kb: KnowledgeBase, publisher: Publisher, question: Question) -> QuestionView:
    t = publisher.t
    referring = kb.referring.get(("criteria", question.criterion or ""), [])
    answering = sorted({(record.name, record.id) for record, _ in referring if isinstance(record, Provider)})
    return QuestionView(
        id=question.id,
        text=question.text,
        why=question.why,
        asked_of=question.asked_of,
        asked_of_label=t(f"checklist.asked_of.{question.asked_of}"),
        phase_label=t(f"checklist.phase.{question.phase}"),
        is_core=question.core,
        themes=links(kb, "themes", question.themes),
        competences=competence_links(kb, question.competences),
        answered=t("checklist.detail.answered", count=len(answering)) if answering else "",
        answering=tuple(Link(name, f"/catalogus/{one}/#_antwoorden") for name, one in answering[:MOST_ANSWERS]),
        topics=_topics(kb, question),
        links=question.links,
    )


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
