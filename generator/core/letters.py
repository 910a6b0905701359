# A letter of another script that looks like one of ours makes a second organisation of a first, and hides it from who
# searches. (Confusable letters: Unicode Technical Standard 39. One script for each word is its "single script".)
"""The letters of a text."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_LIGATURES = "ĳĲ"
"""Letters of Dutch that Unicode takes for two."""

_SIGNS = "µªº"
"""What Unicode counts as letters and people use as signs, as in µm."""


def is_latin(letter: str) -> bool:
    """Says whether a letter is one of the Latin script as people type it."""
    name = unicodedata.name(letter, "")
    is_plain = unicodedata.normalize("NFKC", letter) == letter or letter in _LIGATURES
    return name.startswith("LATIN") and is_plain and "SMALL CAPITAL" not in name


def foreign_letter(name: str) -> str | None:
    """Gives the first letter, or loose mark on one, of a name that is not Latin."""
    marked = (sign for sign in name if unicodedata.category(sign)[0] in "LM")
    return next((sign for sign in marked if not is_latin(sign)), None)


def odd_letter(text: str) -> str | None:
    """Gives the first letter that stands in a word with Latin ones and is not Latin itself."""
    if text.isascii():
        return None
    for word in _WORD.findall(text):
        # A raised or lowered digit, as in m² and CO₂, is none.
        others = [letter for letter in word if letter.isalpha() and letter not in _SIGNS and not is_latin(letter)]
        if others and len(others) < len(word):
            return str(others[0])
    return None


def has_letter(text: str) -> bool:
    """Says whether there is a letter in a text."""
    return any(sign.isalpha() for sign in text)
