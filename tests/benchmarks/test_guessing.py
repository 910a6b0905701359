"""What a group picture gives away, as it is measured and as the decision record tells it."""

import re
from random import Random

import pytest

from benchmarks import guessing
from tests.hosts.workbench import ROOT
from tests.reference.group import NONE

RECORD = (ROOT / "docs/decisions/0009-group-picture.md").read_text(encoding="utf-8")


def row(start: str) -> list[str]:
    """Gives the cells of a row of a table in the record, behind the first."""
    (line,) = re.findall(rf"^\| {start} \|(.*)\|$", RECORD, re.MULTILINE)
    return [cell.strip() for cell in line.split("|")]


@pytest.mark.parametrize(("kept", "column"), [(1.0, 0), (0.95, 1), (0.8, 2)])
def test_the_record_says_what_was_measured(kept: float, column: int) -> None:
    """The figures of a newcomer stand in the record as they come out."""
    assert row("10 and one")[column] == f"{guessing.newcomer(10, kept).right:.0%}"


def test_the_record_says_how_rounding_does() -> None:
    """The figures of rounded shares stand in the record as they come out."""
    told = dict(zip(row("people"), row("competences of which the share gives the count"), strict=True))

    assert {"10", "19"} < set(told)
    assert told["12"] == f"{guessing.rounded(12).exact:.0%}"


@pytest.mark.parametrize(
    ("share", "people", "counts"),
    [
        (100, 10, [10]),
        (50, 10, [5]),
        (90, 12, [11]),
        (80, 12, [9, 10]),
        (100, 19, [19]),
        (50, 19, [9, 10]),
        (30, 10, []),
    ],
)
def test_counts_behind_a_share(share: int, people: int, counts: list[int]) -> None:
    """A rounded share stands for one count, for two, or for none; 100% stands for everybody."""
    assert counts == guessing.counts_behind(share, people)


def test_counts_are_those_of_the_people() -> None:
    """What comes of the two totals is what the people answered."""
    chance = Random(1)
    people = [guessing.Team(chance).person() for _ in range(11)]
    counts = guessing.count(people, chance)

    assert [[column.count(band) for band in range(NONE + 1)] for column in zip(*people, strict=True)] == counts
    assert {0, 1, 2} <= {band for bands in people for band in bands}


@pytest.mark.parametrize(
    ("before", "after", "kept", "band"),
    [
        ([4, 3, 3, 0], [4, 4, 3, 0], 1.0, 1),
        ([4, 3, 3, 0], [4, 3, 4, 0], 0.95, 2),
        # One low answer less, two middle ones more: somebody moved up, and the newcomer stands in the middle.
        ([4, 3, 3, 0], [3, 5, 3, 0], 0.95, 1),
        # Nobody jumps over a band: the newcomer is high, though the middle lost one.
        ([1, 9, 0, 0], [1, 8, 2, 0], 0.99, 2),
    ],
)
def test_guesses(before: list[int], after: list[int], kept: float, band: int) -> None:
    """The band that the difference makes likeliest is guessed."""
    assert band == guessing.guess(before, after, kept)


def test_how_many_keep_their_answer() -> None:
    """As many answers stay as was said; the others are one band further, and none stays none."""
    team = guessing.Team(Random(2))
    before = [band for _ in range(200) for band in team.person()]
    after = team.later(before, 0.8)
    stayed = [one == other for one, other in zip(before, after, strict=True) if one != NONE]

    assert 0.78 < sum(stayed) / len(stayed) < 0.82
    assert [] == [pair for pair in zip(before, after, strict=True) if NONE in pair and len(set(pair)) > 1]
    assert {0, 1} == {abs(one - other) for one, other in zip(before, after, strict=True)}
