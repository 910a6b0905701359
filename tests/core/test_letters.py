"""The letters of a text."""

import pytest

from generator.core.letters import foreign_letter, has_letter, odd_letter


@pytest.mark.parametrize(
    "name", ["An Peeters", "Zoë D’Haese-Ünal", "Łukasz", "Nguyễn", "Işık", "ĳsbrand", "M. & P., CLB 2", "Kɔfi 🙂"]
)
def test_latin(name: str) -> None:
    """Every Latin letter that people type is one of ours, with its accents."""
    assert (None, None) == (foreign_letter(name), odd_letter(name))


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Alf\u0430 Vorming", "\u0430"),
        ("\u0391nna", "\u0391"),
        ("\uff21n", "\uff21"),
        ("\U0001d400n", "\U0001d400"),
        ("\ufb01en", "\ufb01"),
        ("\u1d00n", "\u1d00"),
    ],
)
def test_look_alike(name: str, letter: str) -> None:
    """A letter that only looks like one of ours is found in a name and in any word."""
    assert (letter, letter) == (foreign_letter(name), odd_letter(f"Dit is {name}."))


@pytest.mark.parametrize("name", ["Ан", "李娜", "ليلى", "An\u02bc", "Ja\u0483n"])
def test_other_script(name: str) -> None:
    """A name is in Latin letters, without loose marks; a text may name things in another script."""
    assert foreign_letter(name)


def test_other_script_in_a_text() -> None:
    """A word wholly in another script is a word."""
    assert odd_letter("Het Griekse woord λόγος, in µm en 5 Ω, m², CO₂ en Vitamine T²") is None


def test_has_letter() -> None:
    """Digits and signs are no letters."""
    assert (True, False, False) == (has_letter("2b"), has_letter("1.2 (3)"), has_letter("—"))
