# A guess that is far off sends somebody the wrong way: better none. What is only numbers is never guessed at.
"""What somebody may have meant."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

_NEAR = 0.65
"""How alike a word must be to be offered, from 0 to 1, as difflib counts."""

_SHORT = 3
"""Letters of a word that tells little."""

_ALIKE = str.maketrans("01i", "oll")

_SEPARATORS = re.compile(r"(?:\s*[;,/|]\s*|\s+(?:en|of|&)\s+)(?![^()\[\]{}]*[)\]}])")


def nearest(value: str, allowed: Iterable[str]) -> str | None:
    """Gives the allowed word most like `value`, or nothing when none comes near."""
    words = {fold(word): word for word in sorted(allowed)}
    folded = fold(value)
    if folded in words:
        return words[folded]
    if not any(sign.isalpha() for sign in folded):
        return None
    matches = get_close_matches(folded, words, n=1, cutoff=_NEAR)
    return words[matches[0]] if matches else None


def meant(value: str, known: Mapping[str, Sequence[str]]) -> str | None:
    """Gives the id that `value` may stand for: by an id or the words for it, then by what is nearly one of them.

    Arguments:
        value: What somebody wrote. Several in one text give them all, as a list is written.
        known: The ids, each with its label and synonyms.
    """
    parts = split(value)
    words = _words(known)
    if len(parts) > 1 and fold(value) not in words:
        several = [_one(part, words) for part in parts]
        return ", ".join(dict.fromkeys(one for one in several if one)) if all(several) else None
    return _one(value, words)


def like(value: str, known: Mapping[str, Sequence[str]]) -> str | None:
    """Gives the id of which a single word, in itself or the words for it, is most like `value`."""
    texts = {one: " ".join((one, *words)) for one, words in known.items()}
    ids = {word: one for one, text in texts.items() for word in fold(text).split() if len(word) > _SHORT}
    near = nearest(value, ids)
    return ids[near] if near else None


def split(value: str) -> list[str]:
    """Gives the parts of a text in which somebody wrote several things; what stands in brackets stays together."""
    return [part for part in _SEPARATORS.split(value.strip()) if part]


def fold(text: str) -> str:
    """Gives a text without case, accents and signs between its words."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[\w.]+", bare.casefold()))


def look(text: str) -> str:
    """Gives what the eye makes of a text: folded, without spaces, and with signs that look alike as one."""
    return re.sub(r"[\W_]", "", fold(text)).translate(_ALIKE)


def _words(known: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Gives each folded id, label and synonym with the id it stands for; of equals an id wins, then a label."""
    words = {fold(one): one for one in known}
    for place in range(max((len(texts) for texts in known.values()), default=0)):
        for one, texts in known.items():
            for text in texts[place : place + 1]:
                words.setdefault(fold(text), one)
    return words


def _one(value: str, words: Mapping[str, str]) -> str | None:
    folded = fold(value)
    if folded in words:
        return words[folded]
    holding = {name_id for text, name_id in words.items() if f" {folded} " in f" {text} "} if folded else set()
    if len(holding) == 1:
        return holding.pop()
    near = nearest(folded, words)
    return words[near] if near else None
