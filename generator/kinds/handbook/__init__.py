"""The kind `handbook`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.handbook.checks import check, check_across, names
from generator.kinds.handbook.counts import COUNTS
from generator.kinds.handbook.documents import documents
from generator.kinds.handbook.model import Handbook
from generator.kinds.handbook.publish import publish

KIND = Kind(
    name="handbook",
    location="guides/handbook",
    model=Handbook,
    names=names,
    check=check,
    check_across=check_across,
    publish=publish,
    counts=COUNTS,
    documents=documents,
    package=Path(__file__).parent,
    defines=("handbook", "topics"),
)
