# A number that somebody types in a sentence goes stale with the next record. So whatever the site says of how much
# there is, a kind counts; a text names the count, and gets number and noun together, as `171 nascholingen`.
"""How much there is, in words."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings

_PLACEHOLDER = re.compile(r"\{\{[ \t]*([a-z_]+)[ \t]*\}\}")

WORDS_PER_MINUTE = 238
"""How fast an adult reads in silence: the mean for non-fiction in 190 studies.

Brysbaert (2019), "How many words do we read per minute?", Journal of Memory and Language 109, 104047: of English. The
longer words of Dutch slow nobody down ("Improving reading rate prediction with word length information: evidence from
Dutch").
"""


@dataclass(frozen=True, slots=True)
class Count:
    """Something that can be counted; `words` is the key of the text that says how many, with a form for one."""

    name: str
    words: str
    of: Callable[[KnowledgeBase], int]


Counts = Mapping[str, str]
"""The words for each count, by its name."""


def say_counts(kb: KnowledgeBase, t: Strings, counts: Iterable[Count]) -> Counts:
    """Counts, and gives the words for each."""
    return {count.name: t(count.words, count=count.of(kb)) for count in counts}


def minutes_to_read(words: int) -> int:
    """Gives how many whole minutes it takes to read so many words: rounded up, for nobody likes to run out of time."""
    return -(-words // WORDS_PER_MINUTE)


def filled_in(text: str, counts: Counts) -> str:
    """Gives a text with each `{{ name }}` as the words for that count; what names none is left alone."""
    return _PLACEHOLDER.sub(lambda match: counts.get(match[1], match[0]), text)


__all__ = ["WORDS_PER_MINUTE", "Count", "Counts", "filled_in", "minutes_to_read", "say_counts"]
