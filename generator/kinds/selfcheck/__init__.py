"""The kind `selfcheck`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.selfcheck.checks import check, names
from generator.kinds.selfcheck.counts import COUNTS
from generator.kinds.selfcheck.documents import documents
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.selfcheck.publish import publish

KIND = Kind(
    name="selfcheck",
    location="content/selfchecks",
    model=SelfCheck,
    names=names,
    check=check,
    publish=publish,
    counts=COUNTS,
    documents=documents,
    package=Path(__file__).parent,
    defines=("selfcheck", "selfcheck-page"),
)
