"""The neutral page that stays where an organisation was."""

from collections.abc import Iterator
from functools import partial

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.removed.model import CATALOGUE, Removed
from generator.kinds.views import say_day


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives a page at every address that each organisation had. No search may list it."""
    t = publisher.t
    for removed in kb.all(Removed):
        for provider_id in removed.ids:
            yield publisher.page(
                "removed/page.html.j2",
                partial(_view, t, removed),
                address=f"{CATALOGUE}{provider_id}/",
                title=t("removed.title"),
                description=t("removed.description"),
                source=kb.source(removed),
                layout="list",
                is_indexed=False,
            )


def _view(t: Strings, removed: Removed) -> dict[str, object]:
    return {
        "since": say_day(t, removed.since),
        "reason": t(f"removed.reason.{removed.reason.replace('-', '_')}"),
        "offers": removed.offers,
    }
