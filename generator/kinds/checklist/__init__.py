"""The kind `checklist`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.checklist.checks import check, names
from generator.kinds.checklist.counts import COUNTS
from generator.kinds.checklist.documents import documents
from generator.kinds.checklist.model import Checklist
from generator.kinds.checklist.publish import publish

KIND = Kind(
    name="checklist",
    location="guides/checklists",
    model=Checklist,
    names=names,
    check=check,
    publish=publish,
    counts=COUNTS,
    documents=documents,
    package=Path(__file__).parent,
    defines=("checklist", "criteria", "questions"),
)
