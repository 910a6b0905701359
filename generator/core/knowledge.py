# Everything that is known, and only what is clean: a knowledge base is made after the checks found no error.
"""The knowledge base: records by kind, and names by what they stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.core.node import Path
from generator.core.record import Identified, Record
from generator.core.references import references

M = TypeVar("M", bound=Identified)


@dataclass(frozen=True, slots=True)
class Name:
    """Something that references can name: a record, or a part of one.

    `address` is where the site shows it (with an anchor for a part), empty when it has no place of its own.
    `path` is where its id stands in the file; empty for the file's own name. `synonyms` are other words for it,
    `former` the addresses it had.
    """

    namespace: str
    id: str
    label: str
    address: str = ""
    path: Path = ()
    synonyms: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


Names = Mapping[str, Mapping[str, Name]]
"""Names by namespace, then by id."""


@dataclass(frozen=True, slots=True)
class Known:
    """A record with the file it stands in."""

    record: Identified
    source: str


class KnowledgeBase:
    """All records of a site."""

    def __init__(self, known: Iterable[Known], names: Names) -> None:
        self._records: dict[type[Identified], list[Identified]] = defaultdict(list)
        self._sources: dict[tuple[type[Identified], str], str] = {}
        for item in known:
            self._records[type(item.record)].append(item.record)
            self._sources[type(item.record), item.record.id] = item.source
        self.names = names

    def all(self, model: type[M]) -> list[M]:
        """Gives the records of one kind, in order of id."""
        return self._records[model]  # type: ignore[return-value]  # filed under their own type above

    def source(self, record: Identified) -> str:
        """Gives the file a record stands in, relative to the project."""
        return self._sources[type(record), record.id]

    def name(self, namespace: str, name_id: str) -> Name:
        """Gives what a reference names: it exists, for the checks have passed."""
        return self.names[namespace][name_id]

    def label(self, namespace: str, name_id: str) -> str:
        """Gives the words for what a reference names."""
        return self.names[namespace][name_id].label

    def known_names(self, namespace: str) -> list[Name]:
        """Gives the names of a namespace, in their own order."""
        return list(self.names.get(namespace, {}).values())

    @cached_property
    def referring(self) -> Mapping[tuple[str, str], list[tuple[Identified, Path]]]:
        """For every name (namespace and id), the records that refer to it, each with the path of the reference."""
        found: dict[tuple[str, str], list[tuple[Identified, Path]]] = defaultdict(list)
        for records in self._records.values():
            for record in records:
                for reference in references(record):
                    found[reference.to, reference.id].append((record, reference.path))
        return found

    @property
    def with_sources(self) -> Iterator[Record]:
        """Every record that has sources, of whatever kind."""
        return (record for records in self._records.values() for record in records if isinstance(record, Record))

    @cached_property
    def today(self) -> date:
        """The day this base reckons from: the newest day on which somebody read a source.

        Not the clock's: two builds of one commit are the same bytes on any day.
        """
        return max((day for record in self.with_sources for day in record.days), default=date(2026, 1, 1))
