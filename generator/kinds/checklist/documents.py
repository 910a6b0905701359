"""What the search can find of checklists: they themselves, and each question."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.checklist.model import Checklist


def documents(kb: KnowledgeBase, t: Strings) -> Iterator[Document]:
    """Gives each checklist, followed by its questions."""
    for checklist in kb.all(Checklist):
        address = f"checklist/{checklist.id}/"
        yield Document(
            group="questions",
            title=checklist.title,
            address=address,
            label=t("checklist.list.one"),
            text=checklist.intro.text,
        )
        for section in checklist.sections:
            for question in section.questions:
                yield Document(
                    group="questions",
                    title=question.text,
                    address=f"{address}#{question.id}",
                    label=" · ".join(filter(None, [question.criterion_label, section.title])),
                    text=question.why or "",
                    terms=tuple(("themes", term) for term in question.themes),
                )
