"""What the search can find of areas: each competence."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.competence_area.model import CompetenceArea


def documents(kb: KnowledgeBase, _t: Strings) -> Iterator[Document]:
    """Gives the competences, area by area."""
    for area in sorted(kb.all(CompetenceArea), key=lambda area: area.number):
        for competence in area.competences:
            yield Document(
                group="competences",
                title=competence.title,
                address=kb.name("competences", competence.id).address,
                label=f"{competence.id} {area.title}",
                text=competence.description,
                terms=tuple(("themes", term) for term in competence.themes),
            )
