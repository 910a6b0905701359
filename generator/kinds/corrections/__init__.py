"""The kind `corrections`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.corrections.checks import check, check_across, names
from generator.kinds.corrections.documents import documents
from generator.kinds.corrections.model import Corrections
from generator.kinds.corrections.publish import publish

KIND = Kind(
    name="corrections",
    location="content/corrections.yaml",
    model=Corrections,
    names=names,
    check=check,
    check_across=check_across,
    publish=publish,
    documents=documents,
    package=Path(__file__).parent,
)
