"""How much there is to talk about, and how many agendas lie ready for how long."""

from generator.core.counts import Count
from generator.core.knowledge import KnowledgeBase
from generator.kinds.handbook.model import Handbook, Starter


def _agendas(kb: KnowledgeBase) -> list[Starter]:
    return [starter for handbook in kb.all(Handbook) for starter in handbook.starters]


def _minutes(kb: KnowledgeBase) -> int:
    """Gives what the longest agenda takes: a check keeps them all alike."""
    return max((sum(item.minutes for item in agenda.items) for agenda in _agendas(kb)), default=0)


def _topics(kb: KnowledgeBase) -> int:
    return sum(len(question.topics) for handbook in kb.all(Handbook) for question in handbook.questions)


COUNTS = (
    Count("topics", "handbook.count.topics", _topics),
    Count("agendas", "handbook.count.agendas", lambda kb: len(_agendas(kb))),
    Count("agenda_minutes", "handbook.count.minutes", _minutes),
)
