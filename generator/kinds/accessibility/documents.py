"""What the search can find of the accessibility statement."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.accessibility.model import Statement
from generator.kinds.accessibility.publish import ADDRESS


def documents(kb: KnowledgeBase, t: Strings) -> Iterator[Document]:
    """Gives the page of the statement."""
    for statement in kb.all(Statement):
        told = [t("accessibility.description"), *(one.how for one in statement.evaluations)]
        told += [gap.what for gap in statement.gaps]
        yield Document("pages", t("accessibility.title"), ADDRESS, text=" ".join(told))
