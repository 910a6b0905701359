"""What a report reckons beside the levels."""

from typing import Any

import pytest

from tests.client.conftest import NOON, QUESTIONNAIRE, Client


def report(sheet: Client, code: str, value: object = None) -> Any:
    """Runs an expression with the module of the report in it."""
    module = "await import('./javascripts/logic/report.js')"
    return sheet.page.evaluate(f"async (value) => {{ const report = {module}; return {code} }}", value)


@pytest.mark.parametrize(
    ("answers", "answered", "not_applicable", "is_quick"),
    [
        ({}, 0, 0, True),
        ({"1.1": 3}, 1, 0, True),
        ({"1.1": 3, "2.1": "na"}, 1, 1, True),
        ({"1.1": 3, "1.2": 1}, 2, 0, False),
        ({"1.1": "na", "1.2": "na", "9.9": 4}, 0, 2, False),
    ],
)
def test_counts(sheet: Client, answers: object, answered: int, not_applicable: int, is_quick: bool) -> None:
    """Levels and 'niet van toepassing' are counted apart; what is not asked does not count."""
    code = "report.countAnswers(value, ['1.1', '1.2', '2.1'], ['1.1', '2.1'])"

    assert {"answered": answered, "notApplicable": not_applicable, "isQuick": is_quick} == report(sheet, code, answers)


@pytest.mark.parametrize(
    ("chosen", "step", "expected"),
    [("b", -1, "bac"), ("b", 1, "acb"), ("a", -1, "abc"), ("c", 1, "abc"), ("a", 9, "bca"), ("z", 1, "abc")],
)
def test_moves(sheet: Client, chosen: str, step: int, expected: str) -> None:
    """One of a list moves as far as there are places; what is not in it changes nothing."""
    assert list(expected) == report(sheet, "report.move(['a', 'b', 'c'], ...value)", [chosen, step])


@pytest.mark.parametrize(
    ("chosen", "said", "expected"),
    [
        (None, None, None),
        (None, "lager", "lager"),
        (None, ["lager"], "lager"),
        (None, ["lager", "hoger"], None),
        ("hoger", ["lager"], "hoger"),
        ("alle", "lager", None),
        ("weg", "lager", None),
        (None, {"text": "lager"}, None),
        (None, "", None),
    ],
)
def test_terms(sheet: Client, chosen: str | None, said: object, expected: str | None) -> None:
    """What was chosen in the report counts before the one answer to the question; any other counts for nothing."""
    code = "report.termOf(...value, ['', 'lager', 'hoger'])"

    assert expected == report(sheet, code, [chosen, said])


@pytest.mark.parametrize(("points", "answered", "mean"), [(10, 4, "2,5"), (13, 4, "3,3"), (12, 4, "3"), (29, 9, "3,2")])
def test_means(sheet: Client, points: int, answered: int, mean: str) -> None:
    """A mean is said in Dutch figures, with one decimal at most."""
    assert mean == report(sheet, "report.meanOf(...value)", [points, answered])


def test_round_of_a_link(sheet: Client) -> None:
    """Answers from a link become a finished round that the rounds accept, under the words of today."""
    code = "report.roundOf({ '1.1': 4, '1.3': 'na' }, questionnaire, { day: '2026-11-22', at: value, number: 7 })"
    found = report(sheet, code, NOON)
    wordings = {one["id"]: one["wording"] for one in QUESTIONNAIRE["competences"]}  # type: ignore[attr-defined]  # a list

    assert ("2026-11-22-7", QUESTIONNAIRE["version"], "2026-11-22") == (
        found["id"],
        found["version"],
        found["finished"],
    )
    assert [
        {"competence": "1.1", "answer": 4, "wording": wordings["1.1"], "at": NOON},
        {"competence": "1.3", "answer": "na", "wording": wordings["1.3"], "at": NOON},
    ] == found["given"]


def test_round_of_a_link_is_taken(client: Client) -> None:
    """The rounds take such a round in, and read it back."""
    client.begin()
    answers = client.page.evaluate(
        "async (at) => { const { roundOf } = await import('./javascripts/logic/report.js');"
        " all.merge([roundOf({ '1.1': 4 }, questionnaire, { day: '2026-11-22', at, number: 1 })]);"
        " return all.latest.answers }",
        NOON,
    )

    assert {"1.1": 4} == answers
