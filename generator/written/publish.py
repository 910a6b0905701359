"""Publishing the hand-written pages: finished bodies, like those of the records."""

from collections.abc import Iterator
from functools import partial

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.site.model import WrittenPage
from generator.kinds.site.parts import part
from generator.written.conversion import convert
from generator.written.links import lead_on
from generator.written.parts import with_parts
from generator.written.reading import source_of


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives each hand-written page."""
    for page in kb.all(WrittenPage):
        front = page.front
        yield Page(
            address=page.address,
            title=front.title,
            description=front.description or "",
            render=partial(_body, kb, publisher, page),
            source=source_of(page),
            updated=kb.today.isoformat(),
            layout="list" if "toc" in front.hide else "record",
            shows=tuple(name for name in ("contact", "independent") if getattr(front, name)),
        )


def _body(kb: KnowledgeBase, publisher: Publisher, page: WrittenPage) -> str:
    html = lead_on(convert(page.body), page.address)
    return with_parts(html, page.address, lambda name: part(name, kb, publisher))
