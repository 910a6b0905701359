"""The kind `provider`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.provider.checks import check, check_across, names
from generator.kinds.provider.counts import COUNTS
from generator.kinds.provider.documents import documents
from generator.kinds.provider.model import Provider
from generator.kinds.provider.publish import publish

KIND = Kind(
    name="provider",
    location="providers",
    model=Provider,
    names=names,
    check=check,
    check_across=check_across,
    publish=publish,
    counts=COUNTS,
    documents=documents,
    package=Path(__file__).parent,
    defines=("provider", "offers"),
)
