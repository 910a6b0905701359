"""The names of the counters: which are odd, and which two look alike, in the browser and in the Python reference."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.client.conftest import Client
from tests.client.group_page import load
from tests.reference import names

FOLDER = Path(__file__).parent


def table(name: str) -> list[list[str]]:
    """Gives the rows of a table, its escapes read."""
    _, *rows = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [re.sub(r"\\U([0-9A-F]{8})|\\u([0-9A-F]{4})", read_escape, row).split("\t") for row in rows]


def read_escape(match: re.Match[str]) -> str:
    """Gives the sign that an escape stands for."""
    return chr(int(match[1] or match[2], 16))


NAMES = table("names.tsv")
PAIRS = table("lookalikes.tsv")


@pytest.fixture(scope="module")
def page(sheet: Client) -> Client:
    """A page with the modules."""
    return load(sheet)


def ask(page: Client, code: str, value: object) -> Any:
    """Runs an expression with the module of names."""
    use = "const { oddIn, looksLike } = await import(new URL('javascripts/logic/group/names.js', location.href));"
    return page.run(f"const given = value; return (async () => {{ {use} return {code} }})()", value)


def test_the_tables_hold_something() -> None:
    """Each verdict has cases of its own."""
    assert {"fine", "hidden", "no-letters", "other-letters"} == {verdict for _, verdict in NAMES}
    assert {"alike", "apart"} == {verdict for *_, verdict in PAIRS}
    assert len(NAMES) > 50
    assert len(PAIRS) > 20


def test_odd_names(page: Client) -> None:
    """A name is fine, or is told to be hidden in part, without letters, or in letters of another script."""
    given = [name for name, _ in NAMES]
    expected = [verdict for _, verdict in NAMES]

    assert expected == [one or "fine" for one in ask(page, "given.map(oddIn)", given)]
    assert expected == [names.odd_in(name) or "fine" for name in given]


def test_names_that_look_alike(page: Client) -> None:
    """Two names that differ in nothing people look at are alike, whichever comes first."""
    given = [pair[:2] for pair in PAIRS]
    expected = [verdict for *_, verdict in PAIRS]
    told = {True: "alike", False: "apart"}

    assert expected == [told[one] for one in ask(page, "given.map(([one, other]) => looksLike(one, other))", given)]
    assert expected == [told[one] for one in ask(page, "given.map(([one, other]) => looksLike(other, one))", given)]
    assert expected == [told[names.looks_like(*pair)] for pair in given]
