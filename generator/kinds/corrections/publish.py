"""The page of the log of corrections."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.corrections.checks import by_address
from generator.kinds.corrections.model import Correction, Corrections
from generator.kinds.views import Link, say_day

ADDRESS = "verbeteringen/"


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction in words, with links to the pages that are still there."""

    day: str
    what: str
    asked: str
    pages: tuple[Link, ...]


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the page."""
    t = publisher.t
    for corrections in kb.all(Corrections):
        yield publisher.page(
            "corrections/log.html.j2",
            partial(_view, kb, t, corrections),
            address=ADDRESS,
            title=t("corrections.title"),
            description=t("corrections.description"),
            source=kb.source(corrections),
            updated=kb.today.isoformat(),
            layout="list",
        )


def _view(kb: KnowledgeBase, t: Strings, corrections: Corrections) -> dict[str, object]:
    known = by_address(kb.names)

    def view(entry: Correction) -> CorrectionView:
        # What was taken away on request has no label.
        labels = {page: known[page].label or t("corrections.removed") for page in entry.pages if page in known}
        pages = (Link(labels[page], f"/{page}") if page in labels else Link(page) for page in entry.pages)
        return CorrectionView(say_day(t, entry.day), entry.what, t(f"corrections.asked.{entry.asked_by}"), tuple(pages))

    newest_first = sorted(corrections.entries, key=lambda entry: entry.day, reverse=True)
    return {"entries": [view(entry) for entry in newest_first]}
