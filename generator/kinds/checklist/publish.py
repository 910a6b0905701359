"""Pages of checklists: the list, and one page for each."""

from collections.abc import Iterator

from generator.core.knowledge import KnowledgeBase
from generator.core.numerals import say
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.ask import MOST, Ask
from generator.kinds.checklist import views
from generator.kinds.checklist.model import Checklist, Question
from generator.kinds.views import Link, source_views, updated

LIST = "checklist/"
NAMES = "assets/comparison/names.json"
"""What outputs/comparison.py knows of every organisation starts here."""

ROLES = ("me", "school", "provider")
PHASES = ("before", "choose", "during", "after")


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
    core = _core(checklist)
    core_title = t("checklist.detail.core", count=len(core), number=say(len(core)))
    contents = [Link(core_title, "#_kern")] if core else []
    contents += [Link(t("checklist.detail.notices"), "#_aandacht")] if checklist.notices else []
    contents += [Link(section.title, f"#{section.id}") for section in checklist.sections]
    return publisher.page(
        "checklist/detail.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(t("checklist.list.label"), f"/{LIST}")],
            "checklist": checklist,
            "contents": contents,
            "core_title": core_title,
            "core": [views.question_view(kb, publisher, question) for question in core],
            "roles": [role for role in ROLES if any(role == one.asked_of for one in checklist.questions)],
            "phases": [phase for phase in PHASES if any(phase == one.phase for one in checklist.questions)],
            "names": NAMES,
            "longest_mail": MOST,
            "ask_any": views.ask_any(t, checklist),
            "ask": Ask(intro="", questions=(), text="", href="mailto:", left_out=""),
            "sections": [views.section_view(kb, publisher, section) for section in checklist.sections],
            "sources": source_views(t, checklist.sources),
            "complaints": True,
        },
        address=f"{LIST}{checklist.id}/",
        title=t("checklist.detail.title", title=checklist.title),
        description=checklist.intro.text,
        source=kb.source(checklist),
        updated=updated(checklist),
    )
