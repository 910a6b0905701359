"""A result in a link."""

import random

import pytest

from tests.client.conftest import COMPETENCES, Client

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
SEED = 4

ROUND_TRIP = """
const [answers, order] = value;
const text = sharing.encode(answers, order, 2);
return [text, sharing.decode(text, order, [2])];
"""


def answers_of(seed: int) -> dict[str, int | str]:
    """Gives some answer, or none, to every competence."""
    luck = random.Random(seed)
    given = {one: luck.choice([None, "na", 1, 2, 3, 4, 5, 6]) for one in COMPETENCES}
    return {one: answer for one, answer in given.items() if answer is not None}


def encoded(sheet: Client, answers: dict[str, int | str], version: int = 2) -> str:
    """Gives a result as text."""
    text: str = sheet.run("return sharing.encode(...value)", [answers, COMPETENCES, version])
    return text


@pytest.mark.parametrize("seed", range(20))
def test_there_and_back(sheet: Client, seed: int) -> None:
    """Thirty-two answers of any kind fit in twenty characters and come back the same."""
    answers = answers_of(seed)
    text, found = sheet.run(ROUND_TRIP, [answers, COMPETENCES])

    assert 20 == len(text)
    assert set(text) <= set(ALPHABET)
    assert {"answers": answers, "version": 2} == found


def test_fixed(sheet: Client) -> None:
    """A link of today is a link of always: this text keeps its meaning."""
    answers: dict[str, int | str] = {one: (n % 6) + 1 for n, one in enumerate(COMPETENCES)}

    assert "ACKcuKcuKcuKcuKcuKOB" == encoded(sheet, answers)


@pytest.mark.parametrize("count", [1, 2, 31])
def test_other_lengths(sheet: Client, count: int) -> None:
    """Any number of competences can be asked, an odd one too."""
    order = COMPETENCES[:count]
    answers = dict.fromkeys(order, "na")
    text, found = sheet.run(ROUND_TRIP, [answers, order])

    assert 4 + (count + 1) // 2 == len(text)
    assert {"answers": answers, "version": 2} == found


def test_every_changed_character_is_noticed(sheet: Client) -> None:
    """Of no result can one character become any other: all 20 x 63 are refused, for 20 results."""
    code = """
    const [texts, alphabet, order] = value;
    const reasons = {};
    for (const text of texts) {
      for (let at = 0; at < text.length; at += 1) {
        for (const sign of alphabet) {
          if (sign === text[at]) continue;
          const { reason } = sharing.decode(text.slice(0, at) + sign + text.slice(at + 1), order, [2]);
          reasons[reason] = (reasons[reason] ?? 0) + 1;
        }
      }
    }
    return reasons;
    """
    texts = [encoded(sheet, answers_of(seed)) for seed in range(20)]

    assert {"changed": 20 * 20 * 63} == sheet.run(code, [texts, ALPHABET, COMPETENCES])


def test_every_swap_is_noticed(sheet: Client) -> None:
    """Of no result can two different characters change places, neighbours or not, for 200 results."""
    code = """
    const [texts, order] = value;
    const reasons = {};
    for (const text of texts) {
      for (let one = 0; one < text.length; one += 1) {
        for (let other = one + 1; other < text.length; other += 1) {
          if (text[one] === text[other]) continue;
          const signs = [...text];
          [signs[one], signs[other]] = [signs[other], signs[one]];
          const { reason } = sharing.decode(signs.join(""), order, [2]);
          reasons[reason] = (reasons[reason] ?? 0) + 1;
        }
      }
    }
    return reasons;
    """
    found = sheet.run(code, [[encoded(sheet, answers_of(seed)) for seed in range(200)], COMPETENCES])

    assert {"changed"} == set(found)
    assert found["changed"] > 200 * 150


def test_any_two_changed_characters_are_noticed(sheet: Client) -> None:
    """Every pair of changes at every pair of places is refused: 190 x 63 x 63 for one result."""
    code = """
    const [text, alphabet, order] = value;
    const reasons = {};
    for (let one = 0; one < text.length; one += 1) {
      for (let other = one + 1; other < text.length; other += 1) {
        for (const first of alphabet.replace(text[one], "")) {
          for (const second of alphabet.replace(text[other], "")) {
            const changed = text.slice(0, one) + first + text.slice(one + 1, other) + second + text.slice(other + 1);
            const { reason } = sharing.decode(changed, order, [2]);
            reasons[reason] = (reasons[reason] ?? 0) + 1;
          }
        }
      }
    }
    return reasons;
    """
    found = sheet.run(code, [encoded(sheet, answers_of(SEED)), ALPHABET, COMPETENCES])

    assert {"changed": 190 * 63 * 63} == found


@pytest.mark.parametrize("keep", range(1, 20))
def test_cut(sheet: Client, keep: int) -> None:
    """A result that lost its end is told apart from one that was changed."""
    text = encoded(sheet, answers_of(SEED))

    assert {"reason": "cut"} == sheet.run("return sharing.decode(...value)", [text[:keep], COMPETENCES, [2]])


@pytest.mark.parametrize(
    "text", ["", "?", "A" * 21, "<script>alert(1)</scrip", "AAAA AAAA", "é" * 20, "A" * 100_000, "\0" * 20, "A=B"]
)
def test_no_result(sheet: Client, text: str) -> None:
    """What is no result at all is called that."""
    assert {"reason": "not-a-result"} == sheet.run("return sharing.decode(...value)", [text, COMPETENCES, [2]])


@pytest.mark.parametrize("sign", ALPHABET)
def test_one_sign_over_and_over(sheet: Client, sign: str) -> None:
    """A row of one sign is no result."""
    assert {"reason": "changed"} == sheet.run("return sharing.decode(...value)", [sign * 20, COMPETENCES, [2, 4095]])


def test_other_version(sheet: Client) -> None:
    """A whole result of another version is not read under the words of this one."""
    text = encoded(sheet, answers_of(SEED), version=1)

    assert {"reason": "other-version"} == sheet.run("return sharing.decode(...value)", [text, COMPETENCES, [2, 3]])
    assert 1 == sheet.run("return sharing.decode(...value)", [text, COMPETENCES, [1, 2]])["version"]


def test_largest_version(sheet: Client) -> None:
    """Every version up to 4095 fits."""
    text = encoded(sheet, {}, version=4095)

    assert {"answers": {}, "version": 4095} == sheet.run("return sharing.decode(...value)", [text, COMPETENCES, [4095]])


@pytest.mark.parametrize(
    "arguments",
    ["{'1.1': 7}, ['1.1'], 1", "{}, [], 1", "{}, ['1.1'], 0", "{}, ['1.1'], 4096", "{}, Array(119).fill('1.1'), 1"],
)
def test_nonsense_is_a_mistake_in_code(sheet: Client, arguments: str) -> None:
    """Wrong answers, versions and orders are errors of who calls."""
    code = f"try {{ sharing.encode({arguments}) }} catch (error) {{ return error.name }}"

    assert "TypeError" == sheet.run(code)


def test_link(sheet: Client) -> None:
    """A link replaces what stood behind the #."""
    code = "return sharing.linkTo('https://example.org/zelfcheck/rapport/#x', 'AbC')"

    assert "https://example.org/zelfcheck/rapport/#resultaat=AbC" == sheet.run(code)
