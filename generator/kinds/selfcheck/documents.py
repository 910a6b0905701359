"""What the search can find of self-checks."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.selfcheck.checks import ADDRESS
from generator.kinds.selfcheck.model import SelfCheck


def documents(kb: KnowledgeBase, t: Strings) -> Iterator[Document]:
    """Gives each self-check."""
    for selfcheck in kb.all(SelfCheck):
        yield Document(
            group="competences",
            title=selfcheck.title,
            address=ADDRESS,
            label=t("selfcheck.label"),
            text=f"{selfcheck.intro.text} {selfcheck.about.text}",
        )
