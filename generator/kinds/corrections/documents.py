"""What the search can find of the log of corrections."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.corrections.model import Corrections
from generator.kinds.corrections.publish import ADDRESS


def documents(kb: KnowledgeBase, t: Strings) -> Iterator[Document]:
    """Gives the page of the log; what each entry says is found on the page it is about."""
    for _ in kb.all(Corrections):
        yield Document("pages", t("corrections.title"), ADDRESS, text=t("corrections.description"))
