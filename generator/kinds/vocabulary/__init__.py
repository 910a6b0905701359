"""The kind `vocabulary`."""

from pathlib import Path

from generator.core.kind import OTHER_NAMESPACES, Kind
from generator.kinds.vocabulary.checks import check, names
from generator.kinds.vocabulary.model import Vocabulary
from generator.kinds.vocabulary.publish import publish

KIND = Kind(
    name="vocabulary",
    location="content/vocabularies",
    model=Vocabulary,
    names=names,
    check=check,
    publish=publish,
    package=Path(__file__).parent,
    defines=OTHER_NAMESPACES,
)
