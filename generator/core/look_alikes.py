# What a word processor, a web page or a merge leaves in a file. To YAML these signs are letters like any other, so its
# own message points past them; here they are found in the raw lines. Which lines are text, the reader of YAML says.
"""Signs that look like those of YAML and are not, those that lack their space, and what a merge left unsettled."""

import re
from collections.abc import Sequence
from textwrap import shorten

from generator.core.diagnostics import Diagnostic
from generator.core.location import Span
from generator.core.source import Source, describe

_MOST_SHOWN = 60
"""Characters of a line that a message repeats."""

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_QUOTES = "\u2018-\u201f\u00ab\u00bb\u2039\u203a\uff02\uff07"
_COLONS = "\uff1a\ufe13\ufe55\ua789\u2236"
_DASHES = "\u2010-\u2015\u2022\u2212\u00b7\ufe58\ufe63\uff0d"

_START = r"[ \t]*(?:-[ \t]+)*"
_KEY = r"[a-z][a-z_]*"
_WORD_AT_A_DASH = r"-(?=[^\W\d_]|[\"'\[{])"
_ANY = re.compile(rf"{_START}(?:-?[{_SPACES}{_DASHES}]|{_WORD_AT_A_DASH}|{_KEY}(?::[{_SPACES}]|[ ]?[{_COLONS}]))")
_AFTER_A_KEY = {
    "yaml-odd-space": re.compile(rf"{_START}{_KEY}:([{_SPACES}])"),
    "yaml-odd-colon": re.compile(rf"{_START}{_KEY}[ ]?([{_COLONS}])"),
}
_AT_A_START = {
    "yaml-odd-space": re.compile(rf"{_START}-?([{_SPACES}])"),
    "yaml-odd-dash": re.compile(rf"{_START}([{_DASHES}])[ \t{_SPACES}]"),
    "yaml-dash-space": re.compile(rf"{_START}({_WORD_AT_A_DASH})"),
}
_QUOTED = re.compile(rf"{_START}(?:{_KEY}:[ ]+)?([{_QUOTES}\"']).*([{_QUOTES}\"'])[ \t\r]*\Z")

_WRAPPED = re.compile(r"[“„‟«＂][^“”„‟«»＂]*[”“»＂]")

_MARK = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})\r?$", re.MULTILINE)


def odd_signs(source: Source, scalars: Sequence[Span], *, is_broken: bool) -> list[Diagnostic]:
    """Finds the signs that were meant as a space, a colon or a dash of YAML, in order.

    Arguments:
        source: The file.
        scalars: Where each key and value that was read stands.
        is_broken: Whether the reader stopped: what comes after may be anything.
    """
    lines = source.text.split("\n")
    odd = [(number, line) for number, line in enumerate(lines, start=1) if _ANY.match(line)]
    if not odd:
        return []
    texts = {number for span in scalars for number in _text_lines(lines, span)}
    starts = None if is_broken else {(span.line, span.column) for span in scalars}
    signs = (_odd_sign(source, number, line, starts) for number, line in odd if number not in texts)
    found = [sign for sign in signs if sign]
    # One that was read as a text hides those on the lines after it.
    return odd_signs(source, scalars, is_broken=True) if found and not is_broken else found


def as_meant(line: str, problem: Diagnostic) -> str | None:
    """Gives a line with the signs that were meant in it, or nothing when the problem is another one."""
    before, after = line[: problem.span.column - 1], line[problem.span.end_column - 1 :]
    match problem.code:
        case "yaml-odd-space":
            return re.sub(f"[{_SPACES}]", " ", line)
        case "yaml-odd-colon":
            return f"{before.rstrip()}: {after.lstrip()}"
        case "yaml-odd-dash":
            return f"{before}-{after}"
        case "yaml-dash-space":
            return f"{before}- {after}"
    return None


def _text_lines(lines: list[str], span: Span) -> range:
    """Gives the lines of an indented or quoted text, its first left out."""
    is_text = lines[span.line - 1][span.column - 1 : span.column] in ("|", ">", '"', "'")
    return range(span.line + 1, span.end_line + (span.end_column > 1)) if is_text else range(0)


def _odd_sign(source: Source, number: int, line: str, starts: set[tuple[int, int]] | None) -> Diagnostic | None:
    for code, pattern in _AT_A_START.items():
        match = pattern.match(line)
        # Further on in a text such a sign means nothing: it counts where a key or a value starts with it.
        if match and (starts is None or starts & {(number, at) for at in range(match.start(1), match.end(1) + 2)}):
            return _at(source, code, number, match)
    matches = ((code, pattern.match(line)) for code, pattern in _AFTER_A_KEY.items())
    return next((_at(source, code, number, match) for code, match in matches if match), None)


def odd_quote(source: Source, number: int) -> Diagnostic | None:
    """Gives the first typographic quote around the value of a line, where straight ones were meant."""
    match = _QUOTED.match(source.text.split("\n")[number - 1])
    if not match:
        return None
    typographic = [group for group in (1, 2) if match[group] not in "\"'"]
    return _at(source, "yaml-odd-quote", number, match, typographic[0]) if typographic else None


def is_wrapped_in_quotes(value: str) -> bool:
    """Says whether a value stands in typographic quotes as a whole: they were perhaps meant as those of YAML."""
    return bool(_WRAPPED.fullmatch(value))


def conflicts(source: Source) -> list[Diagnostic]:
    """Finds what a merge left unsettled: each conflict once, at its first mark."""
    if not any(sign * 7 in source.text for sign in "<=>"):
        return []
    marks = list(_MARK.finditer(source.text))
    if source.path.endswith(".md") and not any(mark[0][0] in "<>" for mark in marks):
        return []  # A line of seven equals signs makes a heading in Markdown.
    found = []
    is_open = False
    for mark in marks:
        if mark[0][0] == "<" or not is_open:
            line = source.text.count("\n", 0, mark.start()) + 1
            found.append(Diagnostic(source.path, "merge-conflict", Span(line, 1, line, len(mark[0].rstrip("\r")) + 1)))
        is_open = mark[0][0] != ">"
    return found


def _at(source: Source, code: str, line: int, match: re.Match[str], group: int = 1) -> Diagnostic:
    span = Span(line, match.start(group) + 1, line, match.end(group) + 1)
    rest = shorten(match.string[match.end(group) :], _MOST_SHOWN, placeholder=" …")
    params = {"sign": match[group], "character": describe(match[group]), "rest": rest}
    return Diagnostic(source.path, code, span, params)
