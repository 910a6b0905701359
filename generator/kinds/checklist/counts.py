"""How many questions there are to choose with, and how many to begin with."""

from generator.core.counts import Count
from generator.core.knowledge import KnowledgeBase
from generator.kinds.checklist.model import Checklist, Question


def _all(kb: KnowledgeBase) -> list[Question]:
    return [question for checklist in kb.all(Checklist) for question in checklist.questions]


COUNTS = (
    Count("questions", "checklist.list.count", lambda kb: len(_all(kb))),
    Count("core_questions", "checklist.count.core_questions", lambda kb: sum(one.core for one in _all(kb))),
)
