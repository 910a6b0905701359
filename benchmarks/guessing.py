# The sums are those of the page: answers are split in two, two counters add up their halves, and both totals give the
# whole (tests/reference/group.py). Who takes part is made up; how, stands with `Team`. A fixed seed draws all of it.
"""What a group picture gives away: about a newcomer between two rounds, and about a count behind a rounded share."""

from dataclasses import dataclass
from functools import cache
from math import comb
from random import Random
from statistics import mean

from tests.reference.group import CELLS, COUNTED_FROM, FEWEST, ITEMS, NONE, add_up, rest_of, row_of, whole_of

SEED = 20261129
TRIALS = 200
SIZES = (10, 20)
KEPT = (1.0, 0.95, 0.8, 0.5)
SMALL = range(FEWEST, COUNTED_FROM)

BORDERS = (-0.55, 0.55)
SPREAD_OF_ITEMS, SPREAD_OF_PEOPLE, SPREAD_OF_ANSWERS = 0.5, 0.7, 0.6
EMPTY = 0.02

Bands = list[int]
Counts = list[list[int]]


class Team:
    """A model of a team: 32 competences differ in how far people are, people differ, and so do one's own answers.

    Each of the three is normal around zero (0.5, 0.7 and 0.6 wide); their sum is band A below -0.55, C above 0.55. Of a
    hundred answers two are none.
    """

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.items = [chance.gauss(0, SPREAD_OF_ITEMS) for _ in range(ITEMS)]

    def person(self) -> Bands:
        """Gives the bands of somebody in it."""
        level = self.chance.gauss(0, SPREAD_OF_PEOPLE)
        return [self._band(level + item) for item in self.items]

    def _band(self, place: float) -> int:
        if self.chance.random() < EMPTY:
            return NONE
        told = place + self.chance.gauss(0, SPREAD_OF_ANSWERS)
        return sum(told > border for border in BORDERS)

    def later(self, bands: Bands, kept: float) -> Bands:
        """Gives the bands of the same person in a next round: what changed, went to a band beside it."""
        return [band if band == NONE or self.chance.random() < kept else self._beside(band) for band in bands]

    def _beside(self, band: int) -> int:
        return self.chance.choice((0, 2)) if band == 1 else 1


def count(people: list[Bands], chance: Random) -> Counts:
    """Gives what both totals together hold, as the opener's computer has it."""
    mine = [chance.randbytes(ITEMS * CELLS) for _ in people]
    theirs = [rest_of(bands, share) for bands, share in zip(people, mine, strict=True)]
    totals = [bytes(sum(column) % 256 for column in zip(*shares, strict=True)) for shares in (mine, theirs)]
    if "reason" in add_up(*totals, len(people), FEWEST):
        raise ValueError("the totals do not add up")
    return whole_of(*totals)


def guess(before: list[int], after: list[int], kept: float) -> int:
    """Gives the band that a newcomer had most likely, for who knows how many of their answers people keep.

    What each band gained is what the others moved and one more. Each way they can have moved has its chance; of two
    that are alike, the band with most answers before counts.
    """
    gained = [after[band] - before[band] for band in range(NONE)]

    def chance_of(band: int) -> float:
        low, high = gained[0] - (band == 0), gained[2] - (band == 2)
        return (before[band] + 1) * _moved(*before[:NONE], low, high, 1 - kept)

    return max(range(NONE), key=lambda band: (chance_of(band), before[band]))


@cache
def _moved(low: int, middle: int, high: int, to_low: int, to_high: int, moves: float) -> float:
    """Gives the chance that the lowest and the highest band gain so many, when each person moves with a chance."""
    found = 0.0
    for down in range(middle + 1):
        for up in range(middle - down + 1):
            ways = comb(middle, down) * comb(middle - down, up) * (moves / 2) ** (down + up)
            stay = (1 - moves) ** (middle - down - up)
            found += ways * stay * _many(low, down - to_low, moves) * _many(high, up - to_high, moves)
    return found


def _many(of: int, number: int, chance: float) -> float:
    """Gives the chance that just so many of them move."""
    if not 0 <= number <= of:
        return 0.0
    return comb(of, number) * chance**number * (1 - chance) ** (of - number)


@dataclass(frozen=True, slots=True)
class Guessed:
    """How many of a newcomer's bands were guessed, by who has two totals, and by who has the first only."""

    size: int
    kept: float
    right: float
    blind: float


def newcomer(size: int, kept: float) -> Guessed:
    """Lets one person join a team that does a second round."""
    chance = Random(f"{SEED} {size} {kept}")
    right: list[bool] = []
    blind: list[bool] = []
    for _ in range(TRIALS):
        team = Team(chance)
        people = [team.person() for _ in range(size)]
        stranger = team.person()
        before = count(people, chance)
        after = count([*(team.later(one, kept) for one in people), stranger], chance)
        answered = [(*pair, band) for *pair, band in zip(before, after, stranger, strict=True) if band != NONE]
        right += [guess(first, second, kept) == band for first, second, band in answered]
        blind += [max(range(NONE), key=first.__getitem__) == band for first, _, band in answered]
    return Guessed(size, kept, mean(right), mean(blind))


@dataclass(frozen=True, slots=True)
class Rounded:
    """Of the competences in pictures of so many people: how often the share gives the count, and is that of all."""

    people: int
    exact: float
    everybody: float


def counts_behind(share: int, people: int) -> list[int]:
    """Gives the counts of the largest band that a rounded share can stand for, if everybody answered."""
    return [most for most in range(-(-people // NONE), people + 1) if _share(most, people) == share]


def _share(most: int, people: int) -> int:
    """Gives the share of the largest band, as the picture rounds it."""
    rest = people - most
    return int(row_of("", [most, min(rest, most), max(rest - most, 0)], is_counted=False)["share"])


def rounded(people: int) -> Rounded:
    """Makes pictures of so many people, and reads counts out of what they round."""
    chance = Random(f"{SEED} {people}")
    exact: list[bool] = []
    everybody: list[bool] = []
    for _ in range(TRIALS):
        team = Team(chance)
        for *counts, none in count([team.person() for _ in range(people)], chance):
            if people - none < FEWEST:
                continue
            share = int(row_of("", counts, is_counted=False)["share"])
            exact.append(counts_behind(share, people) == [max(counts)])
            everybody.append(share == 100)
    return Rounded(people, mean(exact), mean(everybody))


def measure() -> tuple[list[Guessed], list[Rounded]]:
    """Guesses newcomers in teams of each size, and counts behind shares below twenty."""
    return [newcomer(size, kept) for size in SIZES for kept in KEPT], [rounded(people) for people in SMALL]


def render(guessed: list[Guessed], small: list[Rounded]) -> str:
    """Gives both as tables."""
    lines = [
        f"One newcomer between two rounds, {TRIALS} teams each: bands guessed right, %",
        "",
        "| team | " + " | ".join(f"others keep {kept:.0%}" for kept in KEPT) + " | blind |",
        "|" + " --- |" * (len(KEPT) + 2),
    ]
    for size in SIZES:
        row = [one for one in guessed if one.size == size]
        told = [*(one.right for one in row), mean(one.blind for one in row)]
        lines.append(f"| {size} and one | " + " | ".join(f"{one:.0%}" for one in told) + " |")
    lines += [
        "",
        f"The count behind a rounded share, {TRIALS} teams each: % of the competences shown",
        "",
        "| people | the share gives the count | the share is 100% |",
        "| --- | --- | --- |",
        *(f"| {one.people} | {one.exact:.0%} | {one.everybody:.1%} |" for one in small),
    ]
    return "\n".join(lines)
