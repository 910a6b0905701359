# What a kind of record must bring. Kinds are values in `generator.kinds.KINDS`; nothing registers itself.
"""A kind of record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from generator.core.diagnostics import Severity
from generator.core.documents import Document
from generator.core.guess import meant
from generator.core.knowledge import KnowledgeBase, Name, Names
from generator.core.node import Data, Path, parse, plain
from generator.core.pages import Page
from generator.core.record import Identified
from generator.core.rendering import Publisher
from generator.core.source import Source
from generator.core.strings import Strings


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule inside one record, at a path; the compiler turns it into a diagnostic at that place."""

    path: Path
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"
    at_key: bool = False


_SHORT = 16
"""How many ids a message may list."""


def unknown(path: Path, name_id: str, namespace: str, names: Names, *, at_key: bool = False) -> Problem:
    """Gives the problem that nothing has this id, with what may have been meant, or what there is to choose from."""
    known = names.get(namespace, {})
    words = {name.id: (name.label, *name.synonyms) for name in known.values()}
    allowed = ", ".join(known) if len(known) <= _SHORT else ""
    params = {"id": name_id, "namespace": namespace, "suggestion": meant(name_id, words), "allowed": allowed}
    return Problem(path, "ref-unknown", params, at_key=at_key)


OTHER_NAMESPACES = ("*",)
"""What a kind defines whose files are each a namespace of their own: all that no other kind defines."""


def nothing_to_find(_kb: KnowledgeBase, _t: Strings) -> Iterable[Document]:
    """Gives no documents: nobody searches for this kind."""
    return ()


@dataclass(frozen=True)
class Kind:
    """One kind of record; `package` is its folder in `generator/kinds`."""

    name: str
    location: str
    """The folder its files stand in, or its one file, relative to the project."""
    model: type[Identified]
    names: Callable[[Any], Iterable[Name]]
    check: Callable[[Any, Names], Iterable[Problem]]
    publish: Callable[[KnowledgeBase, Publisher], Iterable[Page]]
    package: FilePath
    documents: Callable[[KnowledgeBase, Strings], Iterable[Document]] = nothing_to_find
    """What of its records the search can find, in the order the site lists them."""
    defines: tuple[str, ...] = ()
    """The namespaces its names stand in, or `OTHER_NAMESPACES`."""

    @cached_property
    def example(self) -> Data:
        """The plain data of the kind's example, a good record."""
        root, _ = parse(Source("example.yaml", (self.package / "example.yaml").read_text(encoding="utf-8")))
        return plain(root) if root else None

    @property
    def is_single(self) -> bool:
        """Whether there is one file of this kind instead of a folder."""
        return self.location.endswith(".yaml")
