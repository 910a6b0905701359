"""How Dutch words are written in the index; tests/browser/test_search.py holds the browser to the same table."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.search.dutch import differs_by_one_slip, keys, stem, token_keys, tokens

TABLE = list(csv.DictReader(Path(__file__).with_name("words.tsv").read_text("utf-8").splitlines(), delimiter="\t"))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["word"])
def test_table(row: dict[str, str]) -> None:
    """Every word of the table has its keys, and the first of them its stem."""
    found = keys(row["word"])

    assert row["keys"].split() == found
    assert row["stem"] == (stem(found[0]) if found else "")


SAME = ["leraar leraren", "school scholen", "les lessen", "lezen lees", "huis huizen", "duurzaam duurzaamheid"]
OTHER = ["les lees", "leer leraar", "school schaal", "kleur kleuter", "overheid over"]


@pytest.mark.parametrize("pair", SAME)
def test_inflections_share_a_stem(pair: str) -> None:
    """An inflection counts as the same word."""
    assert 1 == len({stem(key) for key in keys(pair)})


@pytest.mark.parametrize("pair", OTHER)
def test_other_words_do_not(pair: str) -> None:
    """Words that only look alike stay apart."""
    assert 2 == len({stem(key) for key in keys(pair)})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("leeraar", "leraar"),
        ("profesionalisering", "professionalisering"),
        ("rpofessionalisering", "professionalisering"),
        ("eraar", "leraar"),
        ("leraat", "leraar"),
        ("leraarr", "leraar"),
        ("vormign", "vorming"),
    ],
)
def test_one_slip(typed: str, meant: str) -> None:
    """One letter too many, too few, wrong or swapped is one slip, wherever it stands."""
    assert differs_by_one_slip(typed, meant)
    assert differs_by_one_slip(meant, typed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("leraar", "leraar"), ("leeraat", "leraar"), ("abcd", "badc"), ("", "ab")]
)
def test_no_or_more_slips(typed: str, meant: str) -> None:
    """The same word is no slip, and two slips are too many."""
    assert not differs_by_one_slip(typed, meant)


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Any text has keys of letters and digits alone, and they are what their own keys are."""
    for token in tokens(text):
        for key in token_keys(token):
            assert key.isalnum()
            assert len(key) > 1
            assert len(stem(key)) > 0
