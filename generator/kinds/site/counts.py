"""How many sources the records name, and how many of these nobody saw but as a copy."""

from generator.core.counts import Count
from generator.core.knowledge import KnowledgeBase


def _sources(kb: KnowledgeBase) -> dict[str, set[str]]:
    """Gives how each source was seen, by its address: several records may name it."""
    seen: dict[str, set[str]] = {}
    for record in kb.with_sources:
        for source in record.sources:
            seen.setdefault(source.url, set()).add(source.seen)
    return seen


COUNTS = (
    Count("sources", "site.count.sources", lambda kb: len(_sources(kb))),
    Count("stored_sources", "site.count.stored_sources", lambda kb: sum(v == {"stored"} for v in _sources(kb).values())),
)
