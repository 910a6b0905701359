# One mistake against YAML ends a parser's work, and would hide all the others of a file. Its line is told, then written
# as it was probably meant, or left out, and reading goes on. What was guessed at is never judged, and never kept.
"""Reading past mistakes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.core.diagnostics import Diagnostic
from generator.core.look_alikes import as_meant
from generator.core.node import Mapping, parse
from generator.core.source import Source

_MOST = 30
"""Mistakes against YAML in one file after which it is no record."""

_AT_ITS_LINE = frozenset(
    {"yaml-colon", "yaml-start-character", "yaml-tab", "yaml-escape", "yaml-alias", "yaml-anchor", "yaml-tag"}
    | {"yaml-merge", "yaml-no-colon", "yaml-comment-in-text", "key-duplicate"}
    | {"yaml-odd-space", "yaml-odd-colon", "yaml-odd-dash", "yaml-odd-quote", "yaml-dash-space"}
)
"""Codes of mistakes that were made on the line where they are told."""

_FOLLOWS = frozenset({"key-missing", "list-too-short", "value-empty", "key-unknown"})
"""Codes of what is not wrong by itself where a line was left out."""

_KEY_AND_TEXT = re.compile(r"([ ]*(?:- +)*[A-Za-z_-]+: +)([^\s'\"\[{|>].*?)\s*")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What could be read of a file, with every mistake against YAML in it."""

    source: Source
    """The file as it was read: where a line was mended, with other text."""
    root: Mapping | None
    problems: list[Diagnostic]
    mended: frozenset[int] = frozenset()
    """The lines that were written otherwise, or left out."""
    has_gaps: bool = False

    def own(self, problems: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Gives of other mistakes in the record those that do not come of what was mended."""
        told = {problem.span for problem in self.problems}
        return [
            problem
            for problem in problems
            if problem.span not in told
            and problem.span.line not in self.mended
            and not (self.has_gaps and problem.code in _FOLLOWS)
        ]


def read_on(source: Source) -> Recovered:
    """Parses a record file to its end, past the mistakes in it."""
    root, problems = parse(source)
    lines = source.text.split("\n")
    told, found = list(problems), problems
    quoted: set[int] = set()
    gone: set[int] = set()
    while len(told) < _MOST:
        signs = [problem for problem in found if as_meant(lines[problem.span.line - 1], problem) is not None]
        to_mend = found if root is None else signs
        is_sure = all(problem.code in _AT_ITS_LINE for problem in to_mend)
        if not to_mend or not all(_mend(lines, problem, quoted, gone) for problem in to_mend):
            break
        root, found = parse(replace(source, text="\n".join(lines)))
        if root is None and not is_sure:
            break
        told += [problem for problem in found if problem.span.line not in quoted | gone]
    if root is None:
        return Recovered(source, None, told)
    read = replace(source, text="\n".join(lines)) if quoted or gone else source
    return Recovered(read, root, told, frozenset(quoted | gone), bool(gone))


def _mend(lines: list[str], problem: Diagnostic, quoted: set[int], gone: set[int]) -> bool:
    """Writes a line as it was meant, puts its text between quotes, or leaves it out; says whether that was new."""
    number = problem.span.line
    line = lines[number - 1]
    meant = as_meant(line, problem)
    if meant is not None and meant != line:
        quoted.add(number)
        lines[number - 1] = meant
        return True
    match = _KEY_AND_TEXT.fullmatch(line)
    if match and number not in quoted:
        quoted.add(number)
        lines[number - 1] = f"{match[1]}'{match[2].replace(chr(39), chr(39) * 2)}'"
    elif number not in gone:
        gone.add(number)
        lines[number - 1] = ""
    else:
        return False
    return True
