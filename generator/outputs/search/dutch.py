# The same rules stand in theme/assets/javascripts/logic/dutch.js; tests/search/words.tsv binds the two. The rules are
# ours. Light on purpose: they bring together what an inflection or a spelling parts, and leave meaning to the synonyms.
"""How a Dutch word is written in the index, and what counts as the same word."""

import re
import unicodedata
from functools import lru_cache

# Letters and digits, with hyphens, ampersands and apostrophes inside: `co-teaching`, `W&T`, `collega's`.
_TOKEN = re.compile(r"[^\W_]+(?:['’&\-\u2010\u2011][^\W_]+)*")
_HYPHEN = re.compile(r"[&\-\u2010\u2011]")
_POSSESSIVE = re.compile(r"['’]s$")

STOP_WORDS = frozenset(
    "aan al als bij dan dat de den der des die dit door een en er het hoe hun ik in is je kan met mijn naar niet of om"  # noqa: SIM905
    " onze ook op over te tot uit van voor waar wat we wie wil worden zich zijn zo".split()
)
"""Words that say nothing about a subject; a query looks for them only when it has nothing else."""

PREFIXES = frozenset("aan af be bij co door her in mee na om onder ont op over uit ver voor zelf".split())  # noqa: SIM905
"""What may stand before a word to make another, without being a word of the index."""


def tokens(text: str) -> list[str]:
    """Gives the words of a text as they stand there: `["Co-teaching", "in", "de", "kleuterklas"]`."""
    return _TOKEN.findall(text)


def keys(text: str) -> list[str]:
    """Gives the keys of the words of a text, in order; single letters have none.

    A word with a hyphen has one for the whole and one for each part: `co-teaching` gives `coteaching`, `co` (two
    letters or more) and `teaching`.
    """
    return [key for token in tokens(text) for key in token_keys(token)]


@lru_cache(maxsize=100_000)
def token_keys(token: str) -> tuple[str, ...]:
    """Gives the keys of one word."""
    parts = [_key(part) for part in _HYPHEN.split(token)]
    found = dict.fromkeys(["".join(parts), *parts])
    return tuple(key for key in found if len(key) > 1)


def _key(part: str) -> str:
    """Writes a word without capitals, accents and apostrophes, in one spelling (`didaktiek`, `kontakt`, `tekst`)."""
    word = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", part.lower()))
    word = "".join(letter for letter in word if letter.isalnum())
    word = word.replace("ck", "k").replace("qu", "kw").replace("x", "ks").replace("y", "i")
    return re.sub(r"c(?=[aoulrt])", "k", word)


_UNDOUBLE = re.compile(r"([bdfgklmnprst])\1$")
_LONG_VOWEL = re.compile(r"(a|e|o|u)\1(?=[bcdghjklmnpqrtw]$)")
_OPEN_VOWEL = re.compile(r"(^|[^aeiou])([aeou])(?=[vz]$)")


@lru_cache(maxsize=200_000)
def stem(key: str) -> str:
    """Gives what a key shares with its inflections: `lerar` for leraar, leraren and leraars.

    Only to be compared with other stems: it is no word.
    """
    word = key
    if len(word) > 4:
        if re.search(r".{5}he(id|den)$", word):
            word = re.sub(r"he(id|den)$", "", word)
        elif re.search(r"(ee|ie)en$", word) or re.search(r"[^aeiou]en$", word):
            word = word[:-2]
        elif re.search(r"[^aeiou]e$", word):
            word = word[:-1]
    if len(word) > 4 and re.search(r"[^aeioujs]s$", word):
        word = word[:-1]
    word = _UNDOUBLE.sub(r"\1", word)
    # Before v and z the vowel was long: lezen is lees, and not les.
    word = _OPEN_VOWEL.sub(r"\1\2\2", word)
    word = re.sub("v$", "f", word)
    word = re.sub("z$", "s", word)
    word = re.sub("dt$", "d", word)
    word = _LONG_VOWEL.sub(r"\1", word)
    return word.replace("ij", "ei").replace("au", "ou")


def differs_by_one_slip(first: str, second: str) -> bool:
    """Says whether one letter too many, too few or wrong, or two that changed places, is all that parts two words."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    one, other = first[start:], second[start:]
    if len(one) == len(other):
        is_swapped = len(one) > 1 and one[0] == other[1] and one[1] == other[0] and one[2:] == other[2:]
        return one[1:] == other[1:] or is_swapped
    return one[1:] == other if len(one) > len(other) else one == other[1:]
