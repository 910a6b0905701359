"""The kind `competence_area`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.competence_area.checks import check, names
from generator.kinds.competence_area.counts import COUNTS
from generator.kinds.competence_area.documents import documents
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.competence_area.publish import publish

KIND = Kind(
    name="competence_area",
    location="content/competences",
    model=CompetenceArea,
    names=names,
    check=check,
    publish=publish,
    counts=COUNTS,
    documents=documents,
    package=Path(__file__).parent,
    defines=("competence_area", "area-numbers", "competences"),
)
