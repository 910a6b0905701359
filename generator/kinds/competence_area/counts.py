"""How many areas and competences there are, and how many of these have somebody who works on them."""

from collections.abc import Iterator

from generator.core.counts import Count
from generator.core.knowledge import KnowledgeBase
from generator.kinds.competence_area.model import Competence, CompetenceArea
from generator.kinds.competence_area.views import teaching


def _all(kb: KnowledgeBase) -> Iterator[Competence]:
    return (competence for area in kb.all(CompetenceArea) for competence in area.competences)


COUNTS = (
    Count("areas", "competence_area.count.areas", lambda kb: len(kb.all(CompetenceArea))),
    Count("competences", "competence_area.count.competences", lambda kb: sum(1 for _ in _all(kb))),
    Count(
        "taught_competences",
        "competence_area.count.competences",
        lambda kb: sum(bool(teaching(kb, one)) for one in _all(kb)),
    ),
)
