# Diagnostics are values; here they become text for a person, JSON for a program, and annotations for CI.
"""Printing diagnostics."""

import errno
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.core.diagnostics import Diagnostic
from generator.core.source import MAX_BYTES, UNSAFE_CHARACTERS, describe
from generator.core.strings import Strings

FORMATS = ("text", "json", "github")

_MAX_LINE = 160

_SYSTEM_REASONS: dict[object, str] = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read_only",
    errno.ENOENT: "missing",
    errno.EEXIST: "exists",
    errno.EISDIR: "is_folder",
    errno.ENOTDIR: "no_folder",
    errno.ELOOP: "is_link",
    errno.ENOSPC: "full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "full",
    errno.EFBIG: "too_large",
    errno.ENAMETOOLONG: "long_name",
    errno.EADDRINUSE: "port_in_use",
    errno.EADDRNOTAVAIL: "no_address",
    0: "special",
}
"""What a system says, and our name for it."""


@dataclass(frozen=True)
class Reporter:
    """Words diagnostics in Dutch."""

    strings: Strings
    root: Path

    def message(self, diagnostic: Diagnostic) -> str:
        """Says what is wrong."""
        return self._text(diagnostic, "message")

    def hint(self, diagnostic: Diagnostic) -> str:
        """Says what to write instead."""
        suggestion, allowed = (diagnostic.params.get(name) for name in ("suggestion", "allowed"))
        if suggestion and self.strings.has(f"messages.{diagnostic.code}.hint") and diagnostic.code != "file-name":
            return self.strings("report.did_you_mean", suggestion=safe(str(suggestion)))
        if diagnostic.params.get("line"):
            return self.strings("report.write", line=safe(str(diagnostic.params["line"])))
        if allowed and self.strings.has(f"messages.{diagnostic.code}.choices"):
            return self._text(diagnostic, "choices")
        return self._text(diagnostic, "hint")

    def _text(self, diagnostic: Diagnostic, part: str) -> str:
        values = {name: safe(str(value)) for name, value in diagnostic.params.items()}
        if "errno" in values:
            values["reason"] = system_reason(self.strings, diagnostic.params["errno"], values["reason"])
        return self.strings(f"messages.{diagnostic.code}.{part}", _="", **values)

    def render(self, diagnostics: Sequence[Diagnostic], form: str, files: int) -> str:
        """Gives the whole report in one of `FORMATS`."""
        if form == "json":
            return self.as_json(diagnostics)
        if form == "github":
            return "\n".join(self.as_annotation(diagnostic) for diagnostic in diagnostics)
        return self.as_text(diagnostics, files)

    def as_text(self, diagnostics: Sequence[Diagnostic], files: int) -> str:
        """Gives what `blocks` gives, then a count."""
        return "\n\n".join([*self.blocks(diagnostics), self.summary(diagnostics, files)])

    def blocks(self, diagnostics: Sequence[Diagnostic]) -> list[str]:
        """Gives each mistake with its line, a caret, the reason and what to write."""
        texts = {path: self._lines(path) for path in {diagnostic.path for diagnostic in diagnostics}}
        return [self._block(diagnostic, texts[diagnostic.path]) for diagnostic in diagnostics]

    def summary(self, diagnostics: Iterable[Diagnostic], files: int) -> str:
        """Gives one line with the counts."""
        found = list(diagnostics)
        if not found:
            return self.strings("report.clean", count=files)
        return self.strings("report.summary", count=files, findings=self.counts(found))

    def counts(self, found: Sequence[Diagnostic]) -> str:
        """Says how many mistakes and warnings there are, of those there are some."""
        errors = sum(diagnostic.is_error for diagnostic in found)
        warnings = len(found) - errors
        counts = [self.strings("report.errors", count=errors)] if errors else []
        counts += [self.strings("report.warnings", count=warnings)] if warnings else []
        return self.strings("report.join", first=counts[0], second=counts[1]) if len(counts) > 1 else counts[0]

    def as_json(self, diagnostics: Iterable[Diagnostic]) -> str:
        """Gives a list of objects, one for each mistake."""
        rows = [
            {
                "file": safe(diagnostic.path),
                "line": diagnostic.span.line,
                "column": diagnostic.span.column,
                "end_line": diagnostic.span.end_line,
                "end_column": diagnostic.span.end_column,
                "code": diagnostic.code,
                "severity": diagnostic.severity,
                "message": self.message(diagnostic),
                "hint": self.hint(diagnostic),
            }
            for diagnostic in diagnostics
        ]
        return json.dumps(rows, ensure_ascii=False, indent=2)

    def as_annotation(self, diagnostic: Diagnostic) -> str:
        """Gives a workflow command, which shows the mistake beside the line of a pull request."""
        span = diagnostic.span
        words = _escape(f"{self.message(diagnostic)} {self.hint(diagnostic)}")
        place = f"file={_escape_property(safe(diagnostic.path))},line={span.line},endLine={span.end_line}"
        columns = f",col={span.column},endColumn={span.end_column}" if span.line == span.end_line else ""
        return f"::{diagnostic.severity} {place}{columns},title={_escape_property(diagnostic.code)}::{words}"

    def _block(self, diagnostic: Diagnostic, lines: list[str]) -> str:
        span = diagnostic.span
        severity = self.strings(f"report.{diagnostic.severity}")
        head = f"{safe(diagnostic.path)}:{span.line}:{span.column}: {severity}: {self.message(diagnostic)}"
        parts = [f"{head} [{diagnostic.code}]", *_excerpt(diagnostic, lines)]
        parts.append(f"  {self.strings('report.hint')}: {self.hint(diagnostic)}")
        if diagnostic.related:
            where = f"{safe(diagnostic.related.path)}:{diagnostic.related.span.line}:{diagnostic.related.span.column}"
            parts.append(f"  {self.strings('report.related', where=where)}")
        return "\n".join(parts)

    def _lines(self, name: str) -> list[str]:
        path = self.root / name
        if path.is_symlink() or not path.is_file():
            return []
        with path.open("rb") as file:
            # A file that is too large is no file to read whole for the sake of one line.
            return file.read(MAX_BYTES).decode("utf-8-sig", errors="replace").split("\n")


def _excerpt(diagnostic: Diagnostic, lines: list[str]) -> list[str]:
    number, column = diagnostic.span.line, diagnostic.span.column
    line = lines[number - 1].rstrip("\r") if number <= len(lines) else ""
    if not line.strip():
        return []
    same_line = diagnostic.span.end_line == number
    end = diagnostic.span.end_column if same_line else len(line) + 1
    cut = max(0, column - _MAX_LINE // 2) if len(line) > _MAX_LINE else 0
    shown = line[cut : cut + _MAX_LINE]
    width = max(1, min(end, cut + len(shown) + 1) - column)
    # One printed character for one in the file: the caret stays under its place.
    printable = "".join("?" if UNSAFE_CHARACTERS.match(character) else character for character in shown)
    marks = " " * (column - 1 - cut) + "^" * width
    return [f"  {number} | {printable.replace(chr(9), ' ')}", f"  {' ' * len(str(number))} | {marks}"]


def safe(text: str) -> str:
    """Makes text safe to print: what could move a terminal's cursor or hide words is named instead."""
    return (
        UNSAFE_CHARACTERS.sub(lambda match: f"<{describe(match.group())}>", text).replace("\n", " ").replace("\r", " ")
    )


def system_reason(strings: Strings, number: object, said: str) -> str:
    """Says in Dutch why the system refused something, followed by its own words where we have none for it."""
    name = _SYSTEM_REASONS.get(number)
    return strings(f"system.{name}") if name else strings("system.other", said=said)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
