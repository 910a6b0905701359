"""What the search can find of the hand-written pages."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.site.model import WrittenPage


def documents(kb: KnowledgeBase, _t: Strings) -> Iterator[Document]:
    """Gives each hand-written page."""
    for page in kb.all(WrittenPage):
        text = f"{page.front.description or ''} {page.text}".strip()
        yield Document("pages", page.front.title, page.address, text=text)
