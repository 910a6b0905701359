"""Names of people once more, in Python: which are odd, and which two look alike.

It is written from the rules, by the names Unicode gives to signs, not by the classes the page's module uses.
"""

import re
import unicodedata

from generator.core.source import UNSAFE_CHARACTERS

UNSEEN = re.compile("[\u2028\u2029\u2800\ufe00-\ufe0f\u180b-\u180f]")
"""What a text of a record may hold or never gets to, and a name may not."""

FORMS = ("FULLWIDTH", "LIGATURE F", "LIGATURE LONG", "SMALL CAPITAL", "MODIFIER LETTER", "SUBSCRIPT")
LOOKS = {"0": "o", "1": "l", "|": "l", "!": "l", "i": "l", "5": "s", "$": "s", "@": "a"}


def odd_in(name: str) -> str:
    """Gives what is odd about a name; nothing when nothing is."""
    text = re.sub("(.)[\ufe0e\ufe0f]", as_picture, unicodedata.normalize("NFC", name))
    letters = [sign for sign in text if unicodedata.category(sign).startswith("L")]
    if any(UNSAFE_CHARACTERS.match(sign) or UNSEEN.match(sign) for sign in text):
        return "hidden"
    if not letters:
        return "no-letters"
    return "" if all(map(is_ours, letters)) and not is_covered(text) else "other-letters"


def as_picture(match: re.Match[str]) -> str:
    """Gives a picture without the sign that says it is one; that sign stays behind anything else."""
    return match[1] if unicodedata.category(match[1]) == "So" else match[0]


def is_ours(letter: str) -> bool:
    """Says whether a letter is a plain Latin one."""
    known = unicodedata.name(letter, "")
    return ("LATIN" in known or known.endswith("ORDINAL INDICATOR")) and not any(form in known for form in FORMS)


def is_covered(text: str) -> bool:
    """Says whether marks are of another script, or cover a letter."""
    marks = "".join("m" if unicodedata.category(sign).startswith("M") else " " for sign in text)
    names = [unicodedata.name(sign, "") for sign, mark in zip(text, marks, strict=True) if mark == "m"]
    return "mmm" in marks or not all(known.startswith("COMBINING") and "CYRILLIC" not in known for known in names)


def look_of(name: str) -> str:
    """Gives a name as it looks from afar."""
    parts = unicodedata.normalize("NFKD", name).lower()
    bare = "".join(sign for sign in parts if not unicodedata.category(sign).startswith("M"))
    folded = "".join(LOOKS.get(sign) or plain(sign) for sign in bare)
    look = "".join(sign for sign in folded if sign.isalnum()).replace("rn", "m").replace("vv", "w")
    return look or "".join(bare.split())


def plain(sign: str) -> str:
    """Gives the letter that a letter in another form looks like."""
    special = {"ß": "ss", "æ": "ae", "œ": "oe", "ı": "l", "ɑ": "a", "ɡ": "g"}
    crossed = re.fullmatch("LATIN SMALL LETTER ([OLDHT]) WITH STROKE", unicodedata.name(sign, ""))
    return special.get(sign) or (crossed[1].lower() if crossed else sign)


def looks_like(one: str, other: str) -> bool:
    """Says whether two names look the same."""
    return look_of(one) == look_of(other)
