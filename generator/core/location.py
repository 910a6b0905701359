# Where something stands in a text. Only numbers live here: a file's text is in `source`,
# what is wrong there is in `diagnostics`.
"""Places in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: lines and columns are 1-based, counted in characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""The very first place of a file, for a mistake that concerns the file as a whole."""


def span_of(text: str, start: int, end: int) -> Span:
    """Gives the place of a piece of a text by its offsets (from 0): of one character at least."""
    line, column = _line_and_column(text, start)
    end_line, last_column = _line_and_column(text, max(start, end - 1))
    return Span(line, column, end_line, last_column + 1)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
