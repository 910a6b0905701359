# Where something stands in a file. Only numbers live here: a file's text is in `source`,
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
