"""How much there is, in words."""

import pytest

from generator.core.counts import Count, filled_in, minutes_to_read, say_counts
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings

T = Strings({"ding": {"one": "{count} ding", "other": "{count} dingen"}})


def test_said() -> None:
    """A count is said with its noun, which has a form for one."""
    counts = [
        Count("one", "ding", lambda _: 1),
        Count("many", "ding", lambda _: 12),
        Count("none", "ding", lambda _: 0),
    ]

    assert {"one": "1 ding", "many": "12 dingen", "none": "0 dingen"} == say_counts(KnowledgeBase([], {}), T, counts)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Met {{ things }}.", "Met 2 dingen."),
        ("{{things}}, {{\tthings }}", "2 dingen, 2 dingen"),
        ("{{ other }} {things} {{ Things }} {{", "{{ other }} {things} {{ Things }} {{"),
    ],
)
def test_filled_in(text: str, read: str) -> None:
    """A name between two braces becomes the words; what names no count stays."""
    assert read == filled_in(text, {"things": "2 dingen"})


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (238, 1), (239, 2), (2380, 10)])
def test_minutes(words: int, minutes: int) -> None:
    """An adult reads 238 words a minute, and a minute that has begun counts."""
    assert minutes == minutes_to_read(words)
