"""Views of handbooks."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase, Name
from generator.core.strings import Strings
from generator.kinds.checklist.model import Checklist
from generator.kinds.handbook.checks import topic_anchor
from generator.kinds.handbook.model import AgendaItem, Handbook, MainQuestion, Tip, Topic
from generator.kinds.views import Link, competence_links, link, links


@dataclass(frozen=True, slots=True)
class TipView:
    """A tip with what is known of it."""

    title: str
    url: str | None
    kind_label: str
    details: str
    summary: str | None


@dataclass(frozen=True, slots=True)
class TipsView:
    """Tips with an address, and those that are only named."""

    linked: tuple[TipView, ...]
    named: tuple[TipView, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic with what it touches."""

    topic: Topic
    anchor: str
    policy_themes: str
    competences: tuple[Link, ...]
    themes: tuple[Link, ...]
    questions: tuple[Link, ...]
    tips: TipsView


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A main question with its topics."""

    question: MainQuestion
    theme: str
    topics: tuple[TopicView, ...]
    tips: TipsView


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of a ready agenda, with where its topic stands."""

    item: AgendaItem
    topic: Link | None
    number: str


@dataclass(frozen=True, slots=True)
class FilterView:
    """Terms of a vocabulary to choose topics by."""

    vocabulary: str
    terms: tuple[Name, ...]


def item_view(kb: KnowledgeBase, item: AgendaItem) -> ItemView:
    """Gives an item of an agenda, with the place of its topic on the same page."""
    topic = link(kb, "topics", item.topic) if item.topic else None
    number = item.topic.partition("/")[2] if item.topic else ""
    return ItemView(item, Link(topic.label, "#" + topic.href.partition("#")[2]) if topic else None, number)


def filters(kb: KnowledgeBase, handbook: Handbook) -> tuple[FilterView, ...]:
    """Gives what topics can be chosen by, each with the terms that occur, in their own order."""
    themes = {question.theme for question in handbook.questions}
    policies = {term for question in handbook.questions for topic in question.topics for term in topic.policy_themes}
    found = (("handbook-themes", themes), ("policy-themes", policies))
    return tuple(
        FilterView(namespace, tuple(name for name in kb.known_names(namespace) if name.id in terms))
        for namespace, terms in found
        if len(terms) > 1
    )


def question_view(kb: KnowledgeBase, t: Strings, question: MainQuestion) -> QuestionView:
    """Gives a main question with its topics."""
    topics = tuple(
        TopicView(
            topic=topic,
            anchor=topic_anchor(topic.number),
            policy_themes=", ".join(one.label for one in links(kb, "policy-themes", topic.policy_themes)),
            competences=competence_links(kb, topic.competences),
            themes=links(kb, "themes", topic.themes),
            questions=_checklist_questions(kb, topic),
            tips=tips_view(t, topic.tips),
        )
        for topic in question.topics
    )
    theme = kb.label("handbook-themes", question.theme)
    return QuestionView(question, theme, topics, tips_view(t, question.tips))


def _checklist_questions(kb: KnowledgeBase, topic: Topic) -> tuple[Link, ...]:
    """Gives the questions of checklists about a theme of the topic."""
    found: dict[str, Link] = {}
    for theme in topic.themes:
        for record, path in kb.referring.get(("themes", theme), []):
            if isinstance(record, Checklist):
                question = record.sections[int(path[1])].questions[int(path[3])]
                href = f"/checklist/{record.id}/#{question.id}"
                found[href] = Link(question.text, href)
    return tuple(found.values())


def tips_view(t: Strings, tips: Iterable[Tip]) -> TipsView:
    """Gives tips: those with an address, and those that are only named."""
    views = [
        TipView(
            title=tip.title,
            url=tip.url,
            kind_label=t(f"handbook.tip.{tip.kind}"),
            details=", ".join(
                part
                for part in (
                    tip.publisher,
                    t(f"handbook.country.{tip.country}") if tip.country else None,
                    str(tip.year) if tip.year else None,
                )
                if part
            ),
            summary=tip.summary,
        )
        for tip in tips
    ]
    return TipsView(tuple(view for view in views if view.url), tuple(view for view in views if not view.url))
