# YAML text becomes nodes with their places. Only this module and `pure_parser` know yaml.
# Nodes are built from the event stream: it lets us stop before libyaml's composer can be crashed by depth,
# and see anchors, tags and duplicate keys that a loader would swallow. Every plain scalar stays text.
"""Located YAML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import yaml

from generator.core.diagnostics import Diagnostic, Related
from generator.core.location import START, Span
from generator.core.look_alikes import conflicts, odd_quote, odd_signs
from generator.core.source import Source, text_problem

MAX_DEPTH = 12
"""How deep mappings and lists may stand inside each other (promises.md)."""

try:
    from yaml._yaml import CParser as Parser

    HAS_LIBYAML = True
except ImportError:  # pragma: no cover - depends on how PyYAML was installed
    from generator.core.pure_parser import PureParser as Parser  # type: ignore[assignment]  # it has the same get_event

    HAS_LIBYAML = False

Path = tuple[str | int, ...]
"""The way to a node: keys and list positions (from 0), outermost first."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, with whether it was left empty without quotes."""

    span: Span
    value: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file."""

    span: Span
    entries: dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    span: Span
    items: list["Node"]


Node = Scalar | Mapping | Sequence
Data = str | None | dict[str, "Data"] | list["Data"]


class _StopError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def parse(source: Source) -> tuple[Mapping | None, list[Diagnostic]]:
    """Parses a record file.

    Returns:
        The root mapping, or nothing when the text is no mapping, and every mistake that was seen.
    """
    unsettled = conflicts(source)
    if unsettled:
        return None, unsettled
    builder = _Builder(source)
    try:
        root = builder.document()
    except _StopError as stop:
        return None, [*builder.problems, *_told_better(builder, stop.diagnostic)]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, *_told_better(builder, _syntax_problem(source, error))]
    except (yaml.YAMLError, ValueError):  # the second: half a character
        return None, [*builder.problems, Diagnostic(source.path, "yaml-syntax")]
    builder.problems += odd_signs(source, builder.scalars, is_broken=False)
    if root is None:
        return None, [Diagnostic(source.path, "yaml-empty")]
    if not isinstance(root, Mapping):
        return None, builder.problems or [Diagnostic(source.path, "yaml-not-mapping", root.span)]
    return root, builder.problems


def _told_better(builder: "_Builder", problem: Diagnostic) -> list[Diagnostic]:
    """Gives the signs that only look like YAML's in place of the mistake that they led to."""
    odd = odd_signs(builder.source, builder.scalars, is_broken=True)
    quote = odd_quote(builder.source, problem.span.line)
    if quote and not odd:
        return [quote]
    return odd if odd and odd[0].span.line <= problem.span.line + 1 else [problem, *odd]


def plain(node: Node) -> Data:
    """Gives what a node holds as dicts, lists and strings; a value left empty becomes `None`."""
    if isinstance(node, Scalar):
        return None if node.is_empty else node.value
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]


def empty_places(node: Node) -> Iterator[Path]:
    """Gives the way to every value that was left empty."""
    return (path for path, scalar in texts(node) if scalar.is_empty)


def texts(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Gives every text with the way to it."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield from texts(entry.value, (*path, key))
    else:
        for index, item in enumerate(node.items):
            yield from texts(item, (*path, index))


def locate(root: Node, path: Path, *, at_key: bool = False) -> Span:
    """Gives the place of the node at `path`, or of its nearest parent that exists.

    Arguments:
        root: Where the path starts.
        path: The way down; parts that are not in the file are passed over.
        at_key: Point at the key rather than at its value, where the path ends in a key.
    """
    node: Node = root
    span = _first_line(root)
    for depth, part in enumerate(path):
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
            entry = node.entries[part]
            node = entry.value
            wants_key = at_key and depth == len(path) - 1
            span = entry.key.span if wants_key or not isinstance(node, Scalar) else node.span
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            span = _first_line(node)
    return span


class _Builder:
    """Builds nodes from events, and keeps the mistakes that need not stop it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Diagnostic] = []
        self.scalars: list[Span] = []
        """Where each key and value stands."""
        self._lines = source.text.split("\n")
        self._parser = Parser(source.text)
        self._depth = 0

    def document(self) -> Node | None:
        """Reads the one document of the file."""
        root: Node | None = None
        for event in self._events():
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self._stop("yaml-many-documents", event)
                if event.version or event.tags:
                    raise _StopError(_sign(self.source, _span(event)))
                root = self._node(self._next())
        return root if root is not None and not (isinstance(root, Scalar) and root.is_empty) else None

    def _events(self) -> Iterator[yaml.Event]:
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            yield event

    def _next(self) -> yaml.NodeEvent:
        # Between the start and the end of a stream there is always an event; what is no node is told by its type.
        return cast("yaml.NodeEvent", self._parser.get_event())

    def _node(self, event: yaml.NodeEvent) -> Node:
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            raise _StopError(_sign(self.source, _span(event)))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._stop("yaml-too-deep", event, limit=MAX_DEPTH)
        node = self._mapping(event) if isinstance(event, yaml.MappingStartEvent) else self._sequence(event)
        self._depth -= 1
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        span = _span(event)
        if event.value:  # what was left out may stand after the last line
            self.scalars.append(span)
        is_plain = event.style is None or event.style == ""
        if is_plain and event.value and self._lines[span.end_line - 1].startswith(" #", span.end_column - 1):
            # Who means a comment puts it apart, as the examples do.
            self.problems.append(Diagnostic(self.source.path, "yaml-comment-in-text", span))
        if event.style == '"':
            # Escapes in double quotes can spell what the raw text may not hold.
            problem = text_problem(self.source.path, event.value)
            if problem:
                self.problems.append(Diagnostic(self.source.path, problem.code, span, problem.params))
        # Around a value without quotes, spaces of any kind mean nothing.
        value = event.value.strip() if is_plain else event.value
        return Scalar(span, value, is_plain and value == "")

    def _mapping(self, start: yaml.Event) -> Mapping:
        entries: dict[str, Entry] = {}
        first_keys: dict[str, Scalar] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event)
            if not isinstance(key, Scalar):
                raise self._stop("yaml-key-not-text", event)
            if key.value == "<<":
                raise self._stop("yaml-merge", event)
            value = self._node(self._next())
            if entries and isinstance(value, Scalar) and value.is_empty and self._has_no_colon(key):
                self._add_to_last(entries, key)
                continue
            # Spaces do not tell keys apart: a field that reads its keys drops them, and one of two would be lost.
            first = first_keys.setdefault(" ".join(key.value.split()), key)
            if first is key:
                entries[key.value] = Entry(key, value)
                continue
            related = Related(self.source.path, first.span)
            params = {"key": key.value, "first": first.span.line}
            self.problems.append(Diagnostic(self.source.path, "key-duplicate", key.span, params, related=related))
        return Mapping(_span(start, event), entries)

    def _has_no_colon(self, key: Scalar) -> bool:
        """Says whether a key is no key, but what stands after a comma between braces."""
        line = self._lines[key.span.end_line - 1][key.span.end_column - 1 :]
        return not line.lstrip().startswith(":")

    def _add_to_last(self, entries: dict[str, Entry], piece: Scalar) -> None:
        """Gives the last text between braces the piece after its comma, and keeps that as a mistake."""
        name, last = next(reversed(entries.items()))
        if not isinstance(last.value, Scalar):
            self.problems.append(Diagnostic(self.source.path, "yaml-comma", piece.span, {"text": piece.value}))
            return
        span = last.value.span._replace(end_line=piece.span.end_line, end_column=piece.span.end_column)
        text = " ".join(self.source.text_in(span).split())
        entries[name] = Entry(last.key, Scalar(span, text, is_empty=False))
        line = f"{name}: {text.replace(',', '.')}" if _DECIMAL.fullmatch(text) else f'{name}: "{text}"'
        self.problems = [one for one in self.problems if one.code != "yaml-comma" or one.span[:2] != span[:2]]
        self.problems.append(Diagnostic(self.source.path, "yaml-comma", span, {"text": text, "line": line}))

    def _sequence(self, start: yaml.Event) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event))
        return Sequence(_span(start, event), items)

    def _stop(self, code: str, event: yaml.Event, **params: object) -> _StopError:
        return _StopError(Diagnostic(self.source.path, code, _span(event), params))


def _span(event: yaml.Event, end: yaml.Event | None = None) -> Span:
    first, last = event.start_mark, (end or event).end_mark
    assert first is not None  # noqa: S101 - every event of a parser has marks
    assert last is not None  # noqa: S101
    return Span(first.line + 1, first.column + 1, last.line + 1, last.column + 1)


def _sign(source: Source, place: Span) -> Diagnostic:
    # Of an anchor or a tag the parser marks what follows it, too.
    line = source.text.split("\n")[place.line - 1][place.column - 1 :]
    length = len(re.split(r"[\s,\[\]{}]", line, maxsplit=1)[0])
    span = place._replace(end_line=place.line, end_column=place.column + length)
    return Diagnostic(source.path, _SIGNS.get(line[:1], "yaml-syntax"), span)


def _first_line(node: Node) -> Span:
    # A whole mapping underlined helps nobody: its first key does.
    if isinstance(node, Mapping) and node.entries:
        return next(iter(node.entries.values())).key.span
    if isinstance(node, Sequence) and node.items:
        return _first_line(node.items[0])
    return node.span


_DECIMAL = re.compile(r"[0-9]+,[0-9]+")
_KEY_WITHOUT_COLON = re.compile(r"([a-z_]+)[ ]+(\S.*)")

SYNTAX_CODES = {
    "while scanning an alias": "yaml-alias",
    "while scanning an anchor": "yaml-anchor",
    "mapping values are not allowed": "yaml-colon",
    "found character": "yaml-start-character",
    "found a tab character": "yaml-tab",
    "did not find expected '-' indicator": "yaml-indent",
    "did not find expected key": "yaml-indent",
    "expected <block end>": "yaml-indent",
    "could not find expected ':'": "yaml-no-colon",
    "found unexpected end of stream": "yaml-quote-open",
    "did not find expected ',' or": "yaml-quote-open",
    "expected ',' or": "yaml-quote-open",
    "found unknown escape character": "yaml-escape",
    "found invalid Unicode character escape code": "yaml-escape",
    "did not find expected hexdecimal number": "yaml-escape",
    "while scanning a directive": "yaml-directive",
    "while scanning a %": "yaml-directive",
    "while parsing a %": "yaml-directive",
    "while parsing a directive": "yaml-directive",
    "found incompatible YAML document": "yaml-directive",
    "while scanning a tag": "yaml-tag",
    "while parsing a tag": "yaml-tag",
    "found undefined tag handle": "yaml-tag",
}
"""What libyaml (or PyYAML's own parser) says, and our code for it: the beginnings of its sentences."""

_SIGNS = {"*": "yaml-alias", "&": "yaml-anchor", "!": "yaml-tag", "%": "yaml-directive"}

_TOLD_AT_ITS_START = {*_SIGNS.values(), "yaml-no-colon", "yaml-quote-open"}
"""Codes of mistakes that the parser notices long after the place where they were made."""


_QUOTED = re.compile(r"""[ ]*(?:- +)*(?:[\w-]+: +)?(?P<quote>["'])(?P<rest>.*)""")
_CLOSED = {'"': re.compile(r'(?:[^"\\]|\\.)*"[ ]*(?:#.*)?'), "'": re.compile(r"(?:[^']|'')*'[ ]*(?:#.*)?")}


def _open_quote(lines: list[str], noticed: int) -> Span | None:
    """Gives the quote that nobody closed, when that is why a parser stumbled on a line: there, or where its text began.

    A quoted text goes on until the next quote, and only what comes after that is wrong.
    """
    for quote, closed in _CLOSED.items():
        before = (number for number in range(noticed - 1, -1, -1) if quote in lines[number])
        for number in (noticed, next(before, noticed)):
            text = _QUOTED.fullmatch(lines[number])
            if text and text["quote"] == quote and not closed.fullmatch(text["rest"]):
                column = text.start("quote") + 1
                return Span(number + 1, column, number + 1, column + 1)
    return None


def _syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Diagnostic:
    said = (error.context or "", error.problem or "")
    code = next(
        (code for words, code in SYNTAX_CODES.items() if said[0].startswith(words) or said[1].startswith(words)),
        "yaml-syntax",
    )
    mark = error.problem_mark or error.context_mark
    if code in _TOLD_AT_ITS_START:
        mark = error.context_mark or mark
    if mark is None:
        return Diagnostic(source.path, code, START)
    lines = source.text.split("\n")
    line = min(mark.line, len(lines) - 1)
    if code == "yaml-start-character" and lines[line][mark.column : mark.column + 1] == "\t":
        code = "yaml-tab"
    if code == "yaml-indent" and lines[line][: mark.column].strip():
        # The line does not start here: something inside it went wrong, such as a quote in a quoted text.
        if opened := _open_quote(lines, line):
            return Diagnostic(source.path, "yaml-quote-open", opened)
        code = "yaml-syntax"
    place = Span(line + 1, mark.column + 1, line + 1, mark.column + 2)
    if code in _SIGNS.values():
        return _sign(source, place)
    words = _KEY_WITHOUT_COLON.fullmatch(lines[line].strip()) if code == "yaml-no-colon" else None
    params = {"suggestion": f"{words[1]}: {words[2]}"} if words else {}
    return Diagnostic(source.path, code, place, params)
