# Rules that hold for every kind: names are unique, references exist, days are not in the future, sources are named.
# A kind's own rules stand in its `checks.py`.
"""Checks across records."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from textwrap import shorten

from generator.core.diagnostics import Diagnostic, Related, Severity
from generator.core.fields import RichText
from generator.core.kind import Kind, Problem, unknown
from generator.core.knowledge import Name, Names
from generator.core.location import START, Span
from generator.core.look_alikes import is_wrapped_in_quotes
from generator.core.markup import odd_in_plain, odd_in_rich
from generator.core.node import Mapping as MappingNode
from generator.core.node import Path, Scalar, locate, parse, texts
from generator.core.privacy import traces
from generator.core.record import Identified, Record, value_at
from generator.core.references import references
from generator.core.source import Source

_FIRST_DAY = date(1995, 1, 1)
"""Before it nobody read a page of the web for this base, or held a record against one."""

_TELLING = 40
"""Characters: two people who write about two things do not write this long a text alike."""

_REGISTERED: Path = ("registration",)
"""Where an organisation's number stands: it looks like one of a telephone."""

_CHOICE = re.compile(r"[A-Za-z][A-Za-z0-9-]*|[\d.]+")
"""A term, a number: what two records may well have in common."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record with the text it was read from, before it is known to be clean.

    At the paths in `mended` it had a mistake, and holds something else: that is not judged again, nor by a rule what
    stands in one block with it.

    Its nodes are not kept: they weigh some forty times the text, and few files have a mistake to point at.
    """

    kind: Kind
    source: Source
    record: Identified
    mended: tuple[Path, ...] = ()

    def may_judge(self, problem: Problem) -> bool:
        """Says whether a problem is the record's own, and not that of what was mended."""
        blocks = [path if problem.code == "ref-unknown" else path[:-1] or path for path in self.mended]
        places = (problem.path, *([problem.first] if problem.first else []))
        # A rule about what lies around it rests on it as well.
        around = any(problem.path and path[: len(problem.path)] == problem.path for path in self.mended)
        return not around and not any(place[: len(block)] == block for place in places for block in blocks)

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        return self.source.path

    def at(self, path: Path, *, at_key: bool = False) -> Span:
        """Gives the place of a path in the file."""
        root = _parsed(self.source)
        return locate(root, path, at_key=at_key) if root else START

    def place_of(self, problem: Problem) -> Span:
        """Gives the place of a problem in the file."""
        span = self.at(problem.path, at_key=problem.at_key)
        text = str(value_at(self.record, problem.path))
        return self.source.place_in(span, text, *problem.piece) if problem.piece else span


@lru_cache(maxsize=4)
def _parsed(source: Source) -> MappingNode | None:
    return parse(source)[0]


@dataclass(frozen=True, slots=True)
class Register:
    """Every name that can be referred to, and for each namespace the file or folder where its names stand."""

    names: Names
    homes: Mapping[str, str]


def gather_names(drafts: Iterable[Draft]) -> tuple[Register, list[Diagnostic]]:
    """Collects every name that can be referred to, and reports names that are taken."""
    names: dict[str, dict[str, Name]] = {}
    homes: dict[str, str] = {}
    taken: dict[tuple[str, str], tuple[Draft, Path]] = {}
    problems: list[Diagnostic] = []
    for draft in drafts:
        own = [(name.namespace, name.id, name.path) for name in draft.kind.names(draft.record)]
        if isinstance(draft.record, Record):
            former = enumerate(draft.record.former_ids)
            own += [(draft.kind.name, old, ("former_ids", index)) for index, old in former]
        for name in draft.kind.names(draft.record):
            names.setdefault(name.namespace, {}).setdefault(name.id, name)
            if homes.setdefault(name.namespace, draft.path) != draft.path:
                homes[name.namespace] = f"{draft.kind.location}/"
        for namespace, name_id, path in own:
            first, first_path = taken.setdefault((namespace, name_id), (draft, path))
            if (first, first_path) == (draft, path):
                continue
            related = Related(first.path, first.at(first_path))
            params: dict[str, object] = {"id": name_id, "where": f"{related.path}:{related.span.line}"}
            problems.append(Diagnostic(draft.path, "id-taken", draft.at(path), params, related=related))
    return Register(names, homes), problems


def check(draft: Draft, register: Register, today: date, address: str | None = None) -> Iterator[Diagnostic]:
    """Checks one record against the rules of all kinds and of its own.

    Arguments:
        draft: The record.
        register: Every name that can be referred to.
        today: The day of checking.
        address: Where everybody will read the site; nothing for one that is only tried.
    """
    names = register.names
    left = _left_from_example(draft)
    unknown_there = set()
    own = (*_unknown_references(draft, names), *_dates(draft, today), *_unnamed_sources(draft))
    public = draft.kind.check_public(draft.record, address) if address else ()
    for problem in (*own, *draft.kind.check(draft.record, names), *public):
        if not draft.may_judge(problem):
            continue
        if problem.code == "ref-unknown" and problem.path in left:
            unknown_there.add(problem.path)
            continue
        span = draft.place_of(problem)
        params = problem.params
        if problem.code == "ref-unknown":
            namespace = str(params["namespace"])
            params = {**params, "where": register.homes.get(namespace, namespace)}
        related = Related(draft.path, draft.at(problem.first)) if problem.first else None
        yield Diagnostic(draft.path, problem.code, span, params, severity=problem.severity, related=related)
    for path, span in left.items():
        if path in unknown_there or not _CHOICE.fullmatch(draft.kind.example_texts[path]):
            yield Diagnostic(draft.path, "example-left", span, severity="warning")


def check_across(drafts: Sequence[Draft], today: date) -> Iterator[Diagnostic]:
    """Checks the records of each kind beside each other."""
    by_kind: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_kind.setdefault(draft.kind.name, []).append(draft)
    for group in by_kind.values():
        by_id = {draft.record.id: draft for draft in group}
        for record, problem, other in group[0].kind.check_across([draft.record for draft in group], today):
            draft = by_id[record.id]
            span = draft.place_of(problem)
            related = Related(by_id[other.id].path, START) if other else None
            params = {**problem.params, "other": related.path} if related else problem.params
            yield Diagnostic(draft.path, problem.code, span, params, severity=problem.severity, related=related)


def check_texts(
    source: Source, root: MappingNode, record: Identified | None, mended: Sequence[Path] = ()
) -> Iterator[Diagnostic]:
    """Checks each text of a record by itself: quotes, markup, and what tells of a person.

    Arguments:
        source: The file.
        root: What it holds.
        record: What was read of it; nothing when that is none.
        mended: The paths where it holds something else.
    """
    for path, scalar in texts(root):
        if is_wrapped_in_quotes(scalar.value):
            yield Diagnostic(source.path, "text-odd-quotes", scalar.span, severity="warning")
        if path[-1:] == ("summary",) and (sentences := len(_SENTENCE_END.split(scalar.value))) > _MOST_SENTENCES:
            yield Diagnostic(source.path, "summary-long", scalar.span, {"count": sentences}, severity="warning")
        for trace in traces(scalar.value, is_phone=path[-1:] == ("phone",)):
            if trace.code == "personal-phone" and path[-1:] == _REGISTERED:
                continue
            params = {"found": trace.found, "suggestion": trace.instead or None}
            span = source.place_in(scalar.span, scalar.value, trace.start, trace.start + len(trace.found))
            yield Diagnostic(source.path, trace.code, span, params, severity="warning")
        if not any(path[: len(one)] == one for one in mended):
            yield from _markup(source, scalar, value_at(record, path))


_MOST_SENTENCES = 4
"""Sentences of a summary: two or three are asked for."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')]*\s+(?=[\"'(]?[A-ZÀ-Ý0-9])")

_MOST_SHOWN = 60
"""Characters of a text that a message repeats."""

_LOST = frozenset({"richtext-link-text", "richtext-link-empty", "richtext-lost"})
"""What keeps a reader from something; other markup is no more than ugly, and perhaps meant so."""


def _markup(source: Source, scalar: Scalar, value: object) -> Iterator[Diagnostic]:
    text = scalar.value
    written = source.text_in(scalar.span) if scalar.span.end_line > scalar.span.line else text
    rich = value if isinstance(value, RichText) else None
    for odd in odd_in_rich(text, written, rich.shown) if rich else odd_in_plain(text, written):
        span = source.place_in(scalar.span, text, odd.start, odd.end)
        severity: Severity = "error" if odd.code in _LOST else "warning"
        found = shorten(text[odd.start : odd.end], _MOST_SHOWN, placeholder=" …")
        yield Diagnostic(source.path, odd.code, span, {"found": found}, severity=severity)


def _left_from_example(draft: Draft) -> Mapping[Path, Span]:
    """Gives every value that still stands as it does in the example that somebody began with."""
    example = draft.kind.example_texts
    telling = {path: text for path, text in example.items() if len(text) > _TELLING}
    if not any(text[:_TELLING] in draft.source.text for text in telling.values()):
        return {}
    root = _parsed(draft.source)
    left = {path: one.span for path, one in texts(root) if example.get(path) == one.value} if root else {}
    return left if left.keys() & telling.keys() else {}


def _unknown_references(draft: Draft, names: Names) -> Iterator[Problem]:
    for reference in references(draft.record):
        if reference.id not in names.get(reference.to, {}):
            yield unknown(reference.path, reference.id, reference.to, names, at_key=reference.is_key)


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
        elif moment and moment < _FIRST_DAY and path[-1] != "dated":
            yield Problem(path, "date-too-early", {"date": moment.isoformat(), "first": str(_FIRST_DAY.year)})
    seen = {source.seen for source in draft.record.sources}
    if draft.record.confirmed_by_organisation and "from-organisation" not in seen:
        yield Problem(("confirmed_by_organisation",), "confirmed-without-source", at_key=True)
    if draft.record.checked and seen == {"stored"}:
        yield Problem(("checked",), "checked-without-live-source", at_key=True)


def _unnamed_sources(draft: Draft) -> Iterator[Problem]:
    if not isinstance(draft.record, Record):
        return
    for index, source in enumerate(draft.record.sources):
        if not source.title and not source.publisher:
            yield Problem(("sources", index, "url"), "source-unnamed", at_key=True)
