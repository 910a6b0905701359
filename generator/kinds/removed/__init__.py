"""The kind `removed`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.removed.checks import check, check_across, names
from generator.kinds.removed.model import Removed
from generator.kinds.removed.publish import publish

KIND = Kind(
    name="removed",
    location="content/removed",
    model=Removed,
    names=names,
    check=check,
    check_across=check_across,
    publish=publish,
    package=Path(__file__).parent,
)
