"""Texts by name."""

from pathlib import Path

import pytest

from generator.core.errors import GeneratorError, StringMissingError
from generator.core.strings import Strings, load

TEXTS = Strings({"a": {"b": "een\n  twee", "c": {"one": "{count} ding", "other": "{count} dingen"}}, "d": "{x} {{y}}"})


def test_text() -> None:
    """A text is found by its dotted key, on one line."""
    assert TEXTS("a.b") == "een twee"


@pytest.mark.parametrize(("count", "words"), [(0, "0 dingen"), (1, "1 ding"), (2, "2 dingen")])
def test_count(count: int, words: str) -> None:
    """One thing has another form than none or many."""
    assert TEXTS("a.c", count=count) == words


def test_filled_in() -> None:
    """Values are filled in, and what they hold is not filled in again."""
    assert TEXTS("d", x="{z}") == "{z} {y}"


def test_left_alone() -> None:
    """Without values, a text is given as it stands."""
    assert TEXTS("d") == "{x} {{y}}"


@pytest.mark.parametrize("key", ["a", "a.c", "x"])
def test_missing(key: str) -> None:
    """A key that names no text is our mistake, and the message names it."""
    with pytest.raises(StringMissingError, match=repr(key)):
        TEXTS(key)


def test_has() -> None:
    """Asking whether a text exists does no harm."""
    assert (TEXTS.has("a.b"), TEXTS.has("a.c"), "a.c.one" in set(TEXTS.keys())) == (True, False, True)


def test_load(tmp_path: Path) -> None:
    """A kind's texts stand under its name, and its messages among the shared ones."""
    (tmp_path / "shared.yaml").write_text("messages:\n  a: {message: A}\nlist: {title: L}\n")
    (tmp_path / "own.yaml").write_text("messages:\n  b: {message: B}\nlist: {title: M}\n")

    texts = load([("", tmp_path / "shared.yaml"), ("own", tmp_path / "own.yaml")])

    assert sorted(texts.keys()) == ["list.title", "messages.a.message", "messages.b.message", "own.list.title"]


@pytest.mark.parametrize("text", ["a: b: c", "", "a: b\na: c"])
def test_load_broken(tmp_path: Path, text: str) -> None:
    """A file of texts that is no readable YAML is our mistake."""
    (tmp_path / "strings.yaml").write_text(text)

    with pytest.raises(GeneratorError, match=r"strings\.yaml"):
        load([("", tmp_path / "strings.yaml")])
