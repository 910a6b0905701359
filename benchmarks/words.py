# A catalogue ten times as long uses about two and a half times as many words, most of them rare. Twenty sentences drawn
# again and again would make every list of documents long and every list of words short, and flatter any search.
"""Dutch text that nobody wrote, made of the words of the real content and of new compounds of them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from generator.outputs.search.dutch import STOP_WORDS

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_PLAIN_SENTENCE = re.compile(r"[A-ZÀ-Ý][\w ,;:'’()éëïèöü-]{38,140}[.!?]")
_WORD = re.compile(r"\b[a-zà-ÿ]+\b")
_CONTENT_WORD = re.compile(r"\b[a-zà-ÿ]{5,}\b")
_LINKS = ("", "s", "en", "e")

_RENEWED = 0.35
"""So many of the words that carry a meaning are exchanged for others."""
_COMPOUND = 0.2
"""So many of those are compounds, and the others words of the real content."""
_PLACE_BEGINNINGS = (  # noqa: SIM905 - a list of words reads better as words
    "berk beuken broek damp dooren eiken elzen geel grim haze heide hille hoogen kalm kerk kloos koning lange leeuw"
    " lier linden maal meer merel moer molen noorder olm ooster oude pol reiger riet roosen ruis schot sint spoor steen"
    " ter tongel uil vaart veer vink vlier wester wilgen winkel wolfs wouter zand zeven zuider zwanen zwijn"
).split()  # fmt: skip
_PLACE_ENDINGS = (  # noqa: SIM905
    "aarde akker beek berg bos broek brug burg daal dam dijk dorp drecht duin einde gem hage halle ham haven heem"
    " hof hout hove huizen kapelle kerke kreek laar land lede loo meer mond muiden ooi poort rade rode schans schoot"
    " stede veen veld voorde voort waard waterschei weert wijk zele zicht"
).split()  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """What text is made of; every list is in the order of how often it is drawn."""

    sentences: tuple[str, ...]
    titles: tuple[str, ...]
    common: tuple[str, ...]
    """Words of the real content that carry a meaning, the most used first."""
    firsts: tuple[str, ...]
    """What real compounds begin with, the letters that link it included: `leerlingen`, `onderwijs`."""
    lasts: tuple[str, ...]
    """What real compounds end in."""

    def text(self, random: Random, sentences: int) -> str:
        """Gives a few sentences."""
        return " ".join(self._renew(random, random.choice(self.sentences)) for _ in range(sentences))

    def title(self, random: Random) -> str:
        """Gives the title of an offer."""
        return self._renew(random, random.choice(self.titles))

    def place(self, random: Random) -> str:
        """Gives the name of a town or a house, which hardly anybody else has."""
        return (random.choice(_PLACE_BEGINNINGS) + random.choice(_PLACE_ENDINGS)).capitalize()

    def _renew(self, random: Random, text: str) -> str:
        def renew(match: re.Match[str]) -> str:
            if match[0] in STOP_WORDS or random.random() > _RENEWED:
                return match[0]
            if random.random() < _COMPOUND:
                return _draw(random, self.firsts) + _draw(random, self.lasts)
            return _draw(random, self.common)

        return _CONTENT_WORD.sub(renew, text)


def gather(records: Iterable[dict[str, Any]], texts: Iterable[Path]) -> Words:
    """Gathers what text is made of.

    Arguments:
        records: The real providers, as data.
        texts: Files whose words are used: any of the real content.
    """
    sentences: dict[str, None] = {}
    titles: dict[str, None] = {}
    for record in records:
        for text in _strings(record):
            sentences.update(dict.fromkeys(one for one in _SENTENCE_END.split(text) if _PLAIN_SENTENCE.fullmatch(one)))
        titles.update(
            dict.fromkeys(str(offer["title"]) for offer in record.get("offers", ()) if ":" not in offer["title"])
        )
    counted = Counter(word for path in texts for word in _WORD.findall(path.read_text(encoding="utf-8")))
    known = {word for word, count in counted.items() if len(word) > 3 and count > 1} - STOP_WORDS
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for word in counted:
        for first, last in _halves(word, known):
            firsts[first] += 1
            lasts[last] += 1
    common = [word for word, _ in _most(counted) if len(word) > 4 and word not in STOP_WORDS]
    return Words(
        tuple(sorted(sentences)),
        tuple(sorted(titles)),
        tuple(common),
        tuple(first for first, _ in _most(firsts)),
        tuple(last for last, _ in _most(lasts)),
    )


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _halves(word: str, known: set[str]) -> Iterable[tuple[str, str]]:
    """Gives the two words a compound is made of, in each way it can be cut."""
    for at in range(4, len(word) - 3):
        first, last = word[:at], word[at:]
        if last in known and any(first.endswith(link) and first[: at - len(link)] in known for link in _LINKS):
            yield first, last


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _draw(random: Random, words: tuple[str, ...]) -> str:
    """Draws a word; the first ones much more often than the last, as in real text."""
    return words[int(len(words) * random.random() ** 4)]
