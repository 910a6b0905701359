"""How many organisations and offers there are, and about how many themes something can be followed or asked for."""

from collections.abc import Iterator

from generator.core.counts import Count
from generator.core.knowledge import KnowledgeBase
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.views import is_gone


def _alive(kb: KnowledgeBase) -> Iterator[Offer]:
    """Gives the offers that can be followed, or asked for."""
    return (offer for one in kb.all(Provider) for offer in one.offers if not is_gone(kb, one, offer))


COUNTS = (
    Count("providers", "provider.providers.count", lambda kb: len(kb.all(Provider))),
    Count("offers", "provider.list.count", lambda kb: sum(len(provider.offers) for provider in kb.all(Provider))),
    Count("alive_offers", "provider.count.alive_offers", lambda kb: sum(1 for _ in _alive(kb))),
    Count("themes", "provider.count.themes", lambda kb: len({theme for one in _alive(kb) for theme in one.themes})),
)
