"""Pages of handbooks: the list, and one page for each role."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.checklist.model import Checklist
from generator.kinds.handbook.checks import AGENDA_MINUTES, topic_anchor
from generator.kinds.handbook.model import AgendaItem, Handbook, MainQuestion, Tip, Topic
from generator.kinds.views import Link, competence_links, link, links, source_views, updated

LIST = "teamgesprek/"


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


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the list of handbooks and the page of each."""
    handbooks = kb.all(Handbook)
    if not handbooks:
        return
    t = publisher.t
    yield publisher.page(
        "handbook/list.html.j2",
        lambda: {"crumbs": [Link(t("page.home"), "/")], "handbooks": handbooks, "anchor": topic_anchor},
        address=LIST,
        title=t("handbook.list.title"),
        description=t("handbook.list.description"),
        layout="list",
    )
    for handbook in handbooks:
        yield _detail(kb, publisher, handbook)


def _detail(kb: KnowledgeBase, publisher: Publisher, handbook: Handbook) -> Page:
    t = publisher.t
    return publisher.page(
        "handbook/detail.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(t("handbook.list.label"), f"/{LIST}")],
            "handbook": handbook,
            "contents": [
                Link(t("handbook.detail.how"), "#_gebruik"),
                *([Link(t("handbook.detail.starters"), "#_agendas")] if handbook.starters else []),
                *(Link(f"{one.number}. {one.title}", f"#v-{one.number}") for one in handbook.questions),
            ],
            "minutes": AGENDA_MINUTES,
            "starters": [(starter, [_item(kb, item) for item in starter.items]) for starter in handbook.starters],
            "questions": [_question(kb, t, question) for question in handbook.questions],
            "tips": _tips(t, handbook.tips),
            "sources": source_views(t, handbook.sources),
        },
        address=f"{LIST}{handbook.id}/",
        title=handbook.title,
        description=(handbook.intro or handbook.how_to_use).text,
        source=kb.source(handbook),
        updated=updated(handbook),
    )


def _item(kb: KnowledgeBase, item: AgendaItem) -> ItemView:
    topic = link(kb, "topics", item.topic) if item.topic else None
    return ItemView(item, Link(topic.label, "#" + topic.href.partition("#")[2]) if topic else None)


def _question(kb: KnowledgeBase, t: Strings, question: MainQuestion) -> QuestionView:
    topics = tuple(
        TopicView(
            topic=topic,
            anchor=topic_anchor(topic.number),
            policy_themes=", ".join(one.label for one in links(kb, "policy-themes", topic.policy_themes)),
            competences=competence_links(kb, topic.competences),
            themes=links(kb, "themes", topic.themes),
            questions=_checklist_questions(kb, topic),
            tips=_tips(t, topic.tips),
        )
        for topic in question.topics
    )
    theme = kb.label("handbook-themes", question.theme)
    return QuestionView(question, theme, topics, _tips(t, question.tips))


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


def _tips(t: Strings, tips: Iterable[Tip]) -> TipsView:
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
