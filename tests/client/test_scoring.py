"""The formula, in the browser and in Python, against one table."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import combinations_with_replacement
from math import floor
from pathlib import Path

import pytest

from tests.client.conftest import COMPETENCES, Client

TABLE = Path(__file__).with_name("scoring.tsv")
Case = tuple[list[int | str | None], int | None]


def cases() -> list[Case]:
    """Gives the answers and the level of each line of the table."""
    lines = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [([read(sign) for sign in signs.split()], None if level == "-" else int(level)) for signs, level, _ in lines]


def read(sign: str) -> int | str | None:
    """Reads one answer of the table."""
    return None if sign == "." else int(sign) if sign.isdigit() else sign


def level_of(answers: list[int | str | None]) -> int | None:
    """Gives the level of an area, by another road than the module."""
    points = [answer for answer in answers if isinstance(answer, int)]
    if not points:
        return None
    mean = Fraction(sum(points), len(points))
    return int(Decimal(mean.numerator) // mean.denominator) + (mean - floor(mean) >= Fraction(1, 2))


SCORE = """
const scores = value.map((answers) => {
  const ids = answers.map((_, index) => `1.${index + 1}`);
  const pairs = ids.map((id, index) => [id, answers[index]]);
  const given = Object.fromEntries(pairs.filter(([, answer]) => answer !== null));
  return scoring.score(given, [{ id: "1", competences: ids }]);
});
"""


def test_table_in_python() -> None:
    """Every level of the table is what Python reckons, also in decimals."""
    for answers, level in cases():
        points = [Decimal(answer) for answer in answers if isinstance(answer, int)]
        mean = sum(points, Decimal(0)) / len(points) if points else None
        assert level == level_of(answers), answers
        assert level == (None if mean is None else int(mean.quantize(Decimal(1), ROUND_HALF_UP))), answers


def test_table_in_browser(sheet: Client) -> None:
    """Every level of the table is what the module reckons."""
    table = cases()
    levels = sheet.run(SCORE + "return scores.map((one) => one.areas[1].level)", [answers for answers, _ in table])

    assert [level for _, level in table] == levels


def test_every_area_there_can_be(sheet: Client) -> None:
    """Module and Python agree on every set of up to nine answers."""
    sets = [list(one) for size in range(1, 10) for one in combinations_with_replacement(range(1, 7), size)]
    levels = sheet.run(SCORE + "return scores.map((one) => one.areas[1].level)", sets)

    assert 5004 == len(sets)
    assert [level_of(list(one)) for one in sets] == levels


def test_competences_and_counts(sheet: Client) -> None:
    """A competence has its own points, or none; an area tells the sum and the number that its mean is made of."""
    found = sheet.run(SCORE + "return scores[0]", [[2, "na", None, 5]])

    assert {"1.1": 2, "1.2": None, "1.3": None, "1.4": 5} == found["competences"]
    assert {"1": {"level": 4, "sum": 7, "answered": 2}} == found["areas"]


def test_no_overall_level(sheet: Client) -> None:
    """Nobody gets one level for everything."""
    assert {"competences", "areas"} == set(sheet.run(SCORE + "return scores[0]", [[1]]))


def test_moved(sheet: Client) -> None:
    """What moved is told in levels; where one of two has no level, nothing moved and nothing stayed."""
    first = [1, 4, 6, "na", None, 2]
    later = [3, 4, 5, 2, None, "na"]
    found = sheet.run(SCORE + "return scoring.moved(scores[0], scores[1])", [first, later])

    assert {"1.1": 2, "1.2": 0, "1.3": -1, "1.4": None, "1.5": None, "1.6": None} == found["competences"]
    assert {"1": 1} == found["areas"]
    assert {"1": None} == sheet.run(SCORE + "return scoring.moved(scores[0], scores[1]).areas", [["na"], [3]])


def test_moved_without_earlier(sheet: Client) -> None:
    """A competence and an area that the earlier score did not have did not move."""
    code = "return scoring.moved({competences: {}, areas: {}}, scores[0])"

    assert {"competences": {"1.1": None}, "areas": {"1": None}} == sheet.run(SCORE + code, [[3]])


@pytest.mark.parametrize(
    ("levels", "strengths", "suggestions"),
    [
        ("", "", ""),
        ("1 2 2", "", "1.1 1.2 1.3"),
        ("3 2", "1.1", "1.2"),
        ("6 5 5 4 4 4 1 1", "1.1 1.2 1.3", "1.7 1.8 1.4 1.5 1.6"),
        ("3 6 4 6 4 1 2", "1.2 1.4 1.3 1.5 1.1", "1.6 1.7"),
        ("4 4 4 4 4 4 4", "1.1 1.2 1.3 1.4 1.5", "1.6 1.7"),
        ("6 6 6 6 6 6 6", "1.1 1.2 1.3 1.4 1.5", ""),
        ("na 2 na 5", "1.4", "1.2"),
        ("1 1 1 1 1 1 2", "", "1.1 1.2 1.3 1.4 1.5"),
        ("2 2 2 1 1 1 2", "", "1.4 1.5 1.6"),
    ],
)
def test_named(sheet: Client, levels: str, strengths: str, suggestions: str) -> None:
    """Strengths start at B1, suggestions have a next level; no more than five, equal ones together, none both."""
    answers = {f"1.{n}": read(sign) for n, sign in enumerate(levels.split(), 1)}
    order = [f"1.{n}" for n in range(1, 10)]
    code = "return [scoring.strengths(...value), scoring.suggestions(...value)]"

    assert [strengths.split(), suggestions.split()] == sheet.run(code, [answers, order])


def test_order_is_stable(sheet: Client) -> None:
    """Equal ones stand in the order of the questionnaire, whatever the order of answering."""
    answers = dict.fromkeys(("6.1", "1.2", "3.1"), 4)

    assert ["1.2", "3.1", "6.1"] == sheet.run("return scoring.strengths(...value)", [answers, COMPETENCES])


@pytest.mark.parametrize("answer", ["0", "7", "2.5", "'NA'", "null", "undefined", "NaN", "'3'", "{}"])
def test_nonsense_is_a_mistake_in_code(sheet: Client, answer: str) -> None:
    """What is no answer was let in by somebody: that is an error, and no score."""
    areas = "[{ id: '1', competences: ['1.1'] }]"
    code = f"try {{ scoring.score({{'1.1': {answer}}}, {areas}) }} catch (error) {{ return String(error) }}"

    assert re.match("TypeError: scoring: 1.1", sheet.run(code) or "")


def test_levels(sheet: Client) -> None:
    """The levels are those of the framework, lowest first."""
    assert ["A1", "A2", "B1", "B2", "C1", "C2"] == sheet.run("return scoring.LEVELS")
