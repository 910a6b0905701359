# What a kind of record must bring. Kinds are values in `generator.kinds.KINDS`; nothing registers itself.
"""A kind of record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from generator.core.counts import Count
from generator.core.diagnostics import Severity
from generator.core.documents import Document
from generator.core.guess import meant
from generator.core.knowledge import KnowledgeBase, Name, Names
from generator.core.node import Data, Path, parse, plain, texts
from generator.core.node import Mapping as MappingNode
from generator.core.pages import Page
from generator.core.record import Identified
from generator.core.rendering import Publisher
from generator.core.source import Source
from generator.core.strings import Strings


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule inside one record, at a path; the compiler turns it into a diagnostic at that place.

    `piece` says from where to where (from 0) in the text there it is about that, where it is not about all of it.
    `first` is the path of what stands there already, where something stands twice.
    """

    path: Path
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"
    at_key: bool = False
    piece: tuple[int, int] | None = None
    first: Path | None = None


_SHORT = 16
"""How many ids a message may list."""


REMOVED = "removed"
"""The namespace of what was taken away on request: its ids are a namespace and an id, such as `provider/acme`."""


def unknown(path: Path, name_id: str, namespace: str, names: Names, *, at_key: bool = False) -> Problem:
    """Gives the problem that nothing has this id, with what may have been meant, or what there is to choose from.

    Of what was taken away on request nothing else is offered: the reference has to go too.
    """
    if f"{namespace}/{name_id}" in names.get(REMOVED, {}):
        return Problem(path, "ref-removed", {"id": name_id}, at_key=at_key)
    known = names.get(namespace, {})
    words = {name.id: (name.label, *name.synonyms) for name in known.values()}
    allowed = ", ".join(known) if len(known) <= _SHORT else ""
    params = {"id": name_id, "namespace": namespace, "suggestion": meant(name_id, words), "allowed": allowed}
    return Problem(path, "ref-unknown", params, at_key=at_key)


OTHER_NAMESPACES = ("*",)
"""What a kind defines whose files are each a namespace of their own: all that no other kind defines."""


Across = tuple[Identified, Problem, Identified | None]
"""A problem of a record that others bring to light, or the day; with the other one where there is one."""


def nothing_across(_records: Sequence[Any], _today: date) -> Iterable[Across]:
    """Finds nothing: the records of this kind stand by themselves."""
    return ()


def nothing_more(_record: Any, _address: str) -> Iterable[Problem]:  # noqa: ANN401 - a record of any kind
    """Finds nothing: a public site asks no more of this kind than any other."""
    return ()


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
    check_across: Callable[[Sequence[Any], date], Iterable[Across]] = nothing_across
    """Checks all its records beside each other, by the day of checking."""
    check_public: Callable[[Any, str], Iterable[Problem]] = nothing_more
    """Checks what one of its records lacks for a site that anybody can open, at this address."""
    documents: Callable[[KnowledgeBase, Strings], Iterable[Document]] = nothing_to_find
    """What of its records the search can find, in the order the site lists them."""
    counts: tuple[Count, ...] = ()
    """What the site says how much there is of."""
    defines: tuple[str, ...] = ()
    """The namespaces its names stand in, or `OTHER_NAMESPACES`."""

    @cached_property
    def _example(self) -> MappingNode:
        root, _ = parse(Source("example.yaml", (self.package / "example.yaml").read_text(encoding="utf-8")))
        assert root is not None  # noqa: S101 - a test reads every example
        return root

    @cached_property
    def example(self) -> Data:
        """The plain data of the kind's example, a good record."""
        return plain(self._example)

    @cached_property
    def example_texts(self) -> Mapping[Path, str]:
        """Every text of the example, with its place."""
        return {path: scalar.value for path, scalar in texts(self._example)}

    @property
    def is_single(self) -> bool:
        """Whether there is one file of this kind instead of a folder."""
        return self.location.endswith(".yaml")
