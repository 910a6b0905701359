# A mistake in content is a value. Codes and their parameters live here; the Dutch words stand in
# strings.yaml (`messages.<code>`), and `report` puts the two together.
"""What is wrong in a file, where, and how bad it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.core.location import START, Span

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a diagnostic, such as the first of two equal ids."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake.

    `path` is relative to the project, with forward slashes. `code` names the message; `params` are the values
    its words need; `allowed` holds what might have been meant, for "bedoel je …?".
    """

    path: str
    code: str
    span: Span = START
    params: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"
    related: Related | None = None

    @property
    def is_error(self) -> bool:
        """Whether this stops a build."""
        return self.severity == "error"


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Gives the diagnostics sorted by path, line, column and code, each once."""
    unique = {(d.path, d.span, d.code, str(d.params)): d for d in diagnostics}
    return [unique[key] for key in sorted(unique)]
