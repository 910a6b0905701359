# Rules that hold for every kind: names are unique, references exist, days are not in the future, sources are named.
# A kind's own rules stand in its `checks.py`.
"""Checks across records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.core.diagnostics import Diagnostic, Related, nearest
from generator.core.kind import Kind, Problem
from generator.core.knowledge import Name, Names
from generator.core.location import START, Span
from generator.core.look_alikes import has_wrapping_quotes, is_wrapped_in_quotes
from generator.core.node import Mapping, Path, locate, parse, scalars
from generator.core.record import Identified, Record
from generator.core.references import references
from generator.core.source import Source


@dataclass(frozen=True, slots=True)
class Draft:
    """A valid record with the text it was read from, before it is known to be clean.

    Its nodes are not kept: they weigh some forty times the text, and few files have a mistake to point at.
    """

    kind: Kind
    source: Source
    record: Identified

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        return self.source.path

    def at(self, path: Path, *, at_key: bool = False) -> Span:
        """Gives the place of a path in the file."""
        root = _parsed(self.source)
        return locate(root, path, at_key=at_key) if root else START


@lru_cache(maxsize=4)
def _parsed(source: Source) -> Mapping | None:
    return parse(source)[0]


def gather_names(drafts: Iterable[Draft]) -> tuple[Names, list[Diagnostic]]:
    """Collects every name that can be referred to, and reports names that are taken."""
    names: dict[str, dict[str, Name]] = {}
    taken: dict[tuple[str, str], tuple[Draft, Path]] = {}
    problems: list[Diagnostic] = []
    for draft in drafts:
        own = [(name.namespace, name.id, name.path) for name in draft.kind.names(draft.record)]
        if isinstance(draft.record, Record):
            former = enumerate(draft.record.former_ids)
            own += [(draft.kind.name, old, ("former_ids", index)) for index, old in former]
        for name in draft.kind.names(draft.record):
            names.setdefault(name.namespace, {}).setdefault(name.id, name)
        for namespace, name_id, path in own:
            first, first_path = taken.setdefault((namespace, name_id.casefold()), (draft, path))
            if (first, first_path) == (draft, path):
                continue
            related = Related(first.path, first.at(first_path))
            params: dict[str, object] = {"id": name_id, "where": f"{related.path}:{related.span.line}"}
            problems.append(Diagnostic(draft.path, "id-taken", draft.at(path), params, related=related))
    return names, problems


def check(draft: Draft, names: Names, today: date) -> Iterator[Diagnostic]:
    """Checks one record against the rules of all kinds and of its own."""
    own = (*_unknown_references(draft, names), *_dates(draft, today), *_unnamed_sources(draft))
    for problem in (*own, *draft.kind.check(draft.record, names)):
        span = draft.at(problem.path, at_key=problem.at_key)
        yield Diagnostic(draft.path, problem.code, span, problem.params, severity=problem.severity)
    yield from odd_quotes(draft.source)


def odd_quotes(source: Source) -> Iterator[Diagnostic]:
    """Finds values that stand in typographic quotes as a whole."""
    root = _parsed(source) if has_wrapping_quotes(source.text) else None
    for scalar in scalars(root) if root else ():
        if is_wrapped_in_quotes(scalar.value):
            yield Diagnostic(source.path, "text-odd-quotes", scalar.span, severity="warning")


def _unknown_references(draft: Draft, names: Names) -> Iterator[Problem]:
    for reference in references(draft.record):
        known = names.get(reference.to, {})
        if reference.id not in known:
            labels = {name.label.casefold(): name.id for name in known.values()}
            close = nearest(reference.id, known) or labels.get(nearest(reference.id, labels) or "")
            params = {"id": reference.id, "namespace": reference.to, "suggestion": close}
            yield Problem(reference.path, "ref-unknown", params, at_key=reference.is_key)


def _dates(draft: Draft, today: date) -> Iterator[Problem]:
    if not isinstance(draft.record, Record):
        return
    moments: list[tuple[Path, date | None]] = [
        (("checked",), draft.record.checked),
        (("confirmed_by_organisation",), draft.record.confirmed_by_organisation),
    ]
    for index, source in enumerate(draft.record.sources):
        moments.append((("sources", index, "accessed"), source.accessed))
        moments.append((("sources", index, "dated"), source.dated.first_day if source.dated else None))
    for path, moment in moments:
        if moment and moment > today:
            yield Problem(path, "date-in-future", {"date": moment.isoformat(), "today": today.isoformat()})


def _unnamed_sources(draft: Draft) -> Iterator[Problem]:
    if not isinstance(draft.record, Record):
        return
    for index, source in enumerate(draft.record.sources):
        if not source.title and not source.publisher:
            yield Problem(("sources", index, "url"), "source-unnamed", at_key=True)
