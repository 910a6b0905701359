"""The kind `site`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.site.checks import check, names
from generator.kinds.site.counts import COUNTS
from generator.kinds.site.documents import documents
from generator.kinds.site.model import Site
from generator.kinds.site.public import check_public
from generator.kinds.site.publish import publish

KIND = Kind(
    name="site",
    location="content/site.yaml",
    model=Site,
    names=names,
    check=check,
    check_public=check_public,
    publish=publish,
    counts=COUNTS,
    documents=documents,
    package=Path(__file__).parent,
)
