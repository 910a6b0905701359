"""The kind `accessibility`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.accessibility.checks import check, check_across, names
from generator.kinds.accessibility.documents import documents
from generator.kinds.accessibility.model import Statement
from generator.kinds.accessibility.publish import publish

KIND = Kind(
    name="accessibility",
    location="content/accessibility.yaml",
    model=Statement,
    names=names,
    check=check,
    check_across=check_across,
    publish=publish,
    documents=documents,
    package=Path(__file__).parent,
)
