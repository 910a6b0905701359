"""Mistakes as values."""

from generator.core.diagnostics import Diagnostic, in_reading_order
from generator.core.location import Span


def at(path: str, line: int, column: int, code: str = "x", **params: object) -> Diagnostic:
    """Gives a mistake at a place."""
    return Diagnostic(path, code, Span(line, column, line, column + 1), params)


def test_reading_order() -> None:
    """Mistakes are sorted by file, line, column and code, with numbers as numbers."""
    expected = [at("a", 1, 2), at("a", 2, 1), at("a", 10, 1, "a"), at("a", 10, 1, "b"), at("b", 1, 1)]

    assert in_reading_order(reversed(expected)) == expected


def test_each_once() -> None:
    """The same mistake is said once; another at the same place is kept."""
    twice = [at("a", 1, 1, key="x"), at("a", 1, 1, key="y"), at("a", 1, 1, key="x")]

    assert len(in_reading_order(twice)) == 2


def test_severity() -> None:
    """A mistake stops a build unless it is a warning."""
    assert Diagnostic("a", "x").is_error
    assert not Diagnostic("a", "x", severity="warning").is_error
