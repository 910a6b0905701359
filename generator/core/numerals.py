# Where the site says how many there are of something, it says so from the data; what somebody wrote by hand is held
# against them.
"""Numbers in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = re.findall(
    r"\w+",
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien twintig",
)


def say(number: int) -> str:
    """Says a number in Dutch: in words up to twenty, as texts do."""
    return _WORDS[number] if number < len(_WORDS) else str(number)


@dataclass(frozen=True, slots=True)
class Miscount:
    """A piece of a text, from `start` to `end` (from 0), with what it should say."""

    start: int
    end: int
    found: str
    meant: str


def miscounted(text: str, things: str, count: int) -> Iterator[Miscount]:
    """Gives each piece of a text that names another number of things than there are.

    Arguments:
        text: The text.
        things: A pattern for what is counted, with a group `number`: `de (?P<number>[a-z]+|[0-9]+) domeinen`.
        count: How many there are.
    """
    for match in re.finditer(rf"\b{things}\b", text, re.IGNORECASE):
        number = match["number"].casefold()
        # "Een" is an article, too.
        said = int(number) if number.isdigit() else _WORDS.index(number) if number in _WORDS[2:] else count
        if said != count:
            start, end = (at - match.start() for at in match.span("number"))
            yield Miscount(*match.span(), match[0], f"{match[0][:start]}{say(count)}{match[0][end:]}")
