"""How many questions the quick scan has, and how long it takes to read them, or all of them."""

from generator.core.counts import Count, minutes_to_read
from generator.core.knowledge import KnowledgeBase
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.selfcheck.views import area_views, words_to_read


def minutes(kb: KnowledgeBase, *, quick: bool) -> int:
    """Gives the minutes it takes to read the questions of the quick scan, or all questions."""
    items = [item for one in kb.all(SelfCheck) for area in area_views(kb, one) for item in area.items]
    return minutes_to_read(sum(words_to_read(item) for item in items if item.is_quick or not quick))


COUNTS = (
    Count("quick", "selfcheck.count.quick", lambda kb: sum(len(one.quick) for one in kb.all(SelfCheck))),
    Count("quick_minutes", "selfcheck.count.minutes", lambda kb: minutes(kb, quick=True)),
    Count("full_minutes", "selfcheck.count.minutes", lambda kb: minutes(kb, quick=False)),
)
