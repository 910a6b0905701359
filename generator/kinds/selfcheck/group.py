"""The page of the group picture: opening a round, counting, and looking at what came out of it."""

from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.selfcheck import views
from generator.kinds.selfcheck.checks import ADDRESS
from generator.kinds.selfcheck.model import LevelMeaning, SelfCheck
from generator.kinds.selfcheck.report import MONTHS, OFFERS, topics_of
from generator.kinds.views import Link

GROUP = "groepsbeeld/"

STEPS = {"opener": 5, "second": 4, "teacher": 4, "reader": 3}
"""How many steps each role takes, as the page tells them."""

PROMISES = (
    *("server", "one_code", "coarse", "both_codes", "counters", "mail", "colleagues", "total", "ten", "same", "seen"),
    *("broken", "next", "newcomers", "twenty", "older_copy"),
)
"""What this does and does not promise, in the order in which the page tells it."""


@dataclass(frozen=True, slots=True)
class Band:
    """Two levels that count as one in the picture of a group."""

    letter: str
    levels: tuple[LevelMeaning, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A competence with what a team can talk about with it."""

    item: views.ItemView
    topics: tuple[Link, ...]


def group_page(kb: KnowledgeBase, publisher: Publisher, selfcheck: SelfCheck) -> Page:
    """Gives the page of the group picture."""
    return publisher.page(
        "selfcheck/group.html.j2",
        lambda: _group(kb, publisher, selfcheck),
        address=GROUP,
        title=publisher.t("selfcheck.group.title"),
        description=publisher.t("selfcheck.group.description"),
        layout="list",
    )


def _group(kb: KnowledgeBase, publisher: Publisher, selfcheck: SelfCheck) -> dict[str, object]:
    areas = views.area_views(kb, selfcheck)
    return {
        "crumbs": [Link(publisher.t("page.home"), "/"), Link(selfcheck.title, f"/{ADDRESS}")],
        "selfcheck": selfcheck,
        "file": OFFERS,
        "areas": areas,
        "bands": _bands(selfcheck),
        "texts": [Asked(item, topics_of(kb, item.number)) for area in areas for item in area.items],
        "steps": {role: range(1, count + 1) for role, count in STEPS.items()},
        "promises": PROMISES,
        "months": MONTHS,
    }


def _bands(selfcheck: SelfCheck) -> tuple[Band, ...]:
    """Gives the bands, the lowest first: the levels of one letter are one band."""
    letters = sorted({level.code[0] for level in selfcheck.levels})
    return tuple(
        Band(letter, tuple(level for level in selfcheck.levels if level.code.startswith(letter))) for letter in letters
    )
