# The reference: theme/assets/javascripts/logic/search.js does the same in the browser, and tests hold the two together.
# Every figure is a whole number, so that both add up alike.
"""Searching: which documents a query finds, and in what order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.outputs.search.corpus import Corpus
from generator.outputs.search.dutch import PREFIXES, STOP_WORDS, differs_by_one_slip, stem, token_keys, tokens
from generator.outputs.search.index import Index

# How well a word of the index answers a word of the query, in percent.
SAME, INFLECTED, JOINED, TERM = 100, 92, 95, 90
HEAD, TAIL, BEGINNING, RING, TERM_RING = 76, 72, 62, 50, 50
TERM_BEGINNING, INSIDE, SLIP, SLIPPED_BEGINNING, KNOWN_BEGINNING = 60, 50, 45, 35, 25

PLACES = (10, 6, 3)
"""What a title, a label and a text weigh."""

IN_GROUP, IN_TERM = 10, 5
"""What it weighs that a document is of the kind that is asked for, and that it refers to a term."""

NAMED = 50
"""From how many percent on a clause names a group."""

MOST_WORDS = 14
"""Words of the index that one word of a query may stand for."""

MOST_TERMS = 8
"""Terms that one word of a query may name."""

MOST_TOKENS = 12
"""Words of a query that are looked at."""

_LINKS = ("s", "en", "e", "n")
_ENDINGS = ("", "en", "s", "e", "n")


@dataclass(slots=True)
class Clause:
    """One word of a query, with the words and terms of the index that answer it, each with its percentage."""

    key: str
    words: dict[int, int] = field(default_factory=dict)
    terms: dict[int, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing answers it."""
        return not self.words and not self.terms


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found."""

    document: int
    score: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, best first. `is_partial` when no document answers all its words."""

    hits: tuple[Hit, ...]
    is_partial: bool
    words: frozenset[str]
    """The keys that answer it, to be marked where they stand."""


class Search:
    """Searches a corpus."""

    def __init__(self, corpus: Corpus, index: Index) -> None:
        self.corpus = corpus
        self.index = index
        self._numbers = {word: number for number, word in enumerate(index.words)}
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(index.words):
            self._by_stem[stem(word)].append(number)
        self._rings: dict[str, list[Sequence[str]]] = defaultdict(list)
        for ring in corpus.rings:
            for name in dict.fromkeys(stem(word) for word in ring):
                self._rings[name].append(ring)

        self._named = {stem(phrase[0]) for term in corpus.terms for phrase in term.phrases if len(phrase) == 1}

    def find(self, query: str) -> Found:
        """Gives the documents that answer all words of a query; when there are none, those that answer most."""
        clauses = self._clauses(query)
        answered = [clause for clause in clauses if not clause.is_empty]
        # In `cursus wiskunde` the first word only says what kind of thing is meant: it is welcome, and not needed.
        needed = [clause for clause in clauses if not self._names_group(clause)] or clauses
        scores: dict[int, int] = defaultdict(int)
        counts: dict[int, int] = defaultdict(int)
        for clause in answered:
            best = self._best(clause)
            rarity = len(self.corpus.documents).bit_length() - len(best).bit_length() + 2
            for document, score in best.items():
                scores[document] += score * rarity
                counts[document] += clause in needed
        most = max(counts.values(), default=0)
        hits = sorted(
            (Hit(document, self._late(document, scores[document])) for document, n in counts.items() if n == most),
            key=lambda hit: (-hit.score, hit.document),
        )
        words = frozenset(self.index.words[number] for clause in answered for number in clause.words)
        return Found(tuple(hits), bool(hits) and most < len(needed), words)

    def _late(self, document: int, score: int) -> int:
        """Lowers the score of what is past or has stopped."""
        return score * 4 // 5 if self.corpus.documents[document].note else score

    def _names_group(self, clause: Clause) -> bool:
        return any(percent >= NAMED for number, percent in clause.terms.items() if number < len(self.corpus.groups))

    def _best(self, clause: Clause) -> dict[int, int]:
        """Gives the score of each document that answers a clause: the best answer in each place counts."""
        best: dict[int, int] = defaultdict(int)
        words = [(self.index.word_postings[number], percent) for number, percent in clause.words.items()]
        for place, weight in enumerate(PLACES):
            _add(best, weight, ((posting[place], percent) for posting, percent in words))
        terms = [(number, self.index.term_documents[number], percent) for number, percent in clause.terms.items()]
        groups = len(self.corpus.groups)
        _add(best, IN_GROUP, ((documents, percent) for number, documents, percent in terms if number < groups))
        _add(best, IN_TERM, ((documents, percent) for number, documents, percent in terms if number >= groups))
        return best

    def _clauses(self, query: str) -> list[Clause]:
        said = [found for token in tokens(query)[:MOST_TOKENS] if (found := token_keys(token))]
        told = [found for found in said if found[0] not in STOP_WORDS] or said
        clauses: list[Clause] = []
        for found in told:
            whole = self._strong(found[0])
            # A word with a hyphen that is not known as a whole is looked for by its parts.
            is_known = not whole.is_empty or stem(found[0]) in self._named or len(found) == 1
            clauses += [whole] if is_known else [self._strong(part) for part in found[1:]]
        self._join(clauses)
        everything = [clause.key for clause in clauses]
        for clause in clauses:
            self._add_terms(clause, everything)
        settled: list[Clause] = []
        for clause in clauses:
            settled += [clause] if not clause.is_empty else self._weak(clause)
        return settled

    def _strong(self, key: str) -> Clause:
        """Finds the words that are the key, inflect it, hold it as a part, or mean the same."""
        found: dict[int, int] = {}
        for number in self._by_stem.get(stem(key), ()):
            found[number] = INFLECTED
        for ring in self._rings.get(stem(key), ()):
            for name in ring:
                for number in self._by_stem.get(stem(name), ()):
                    found.setdefault(number, RING)
        if len(key) > 2:
            base = _base(key)
            for number, word in enumerate(self.index.words):
                percent = self._part(key, base, word)
                if percent > found.get(number, 0):
                    found[number] = percent
        if key in self._numbers:
            found[self._numbers[key]] = SAME
        return Clause(key, _most(found))

    def _part(self, key: str, base: str, word: str) -> int:
        """Says how well a word answers a key that it begins with, ends in or holds: 0 when it does not."""
        if word.startswith(key):
            if self._is_word(word[len(key) :]):
                return HEAD
            return KNOWN_BEGINNING if key in self._numbers else BEGINNING
        at = word.find(base, 1) if len(base) > 3 else -1
        if at < 0:
            return 0
        rest = word[at + len(base) :]
        if self._may_stand_before(word[:at]):
            return TAIL if rest in _ENDINGS else INSIDE
        return INSIDE if len(base) > 6 else 0

    def _is_word(self, text: str) -> bool:
        """Says whether a piece of a compound is a word, an `s` or `en` that links it left out."""
        return any(
            text.startswith(link) and text[len(link) :] in self._numbers for link in ("", *_LINKS) if len(text) > 3
        )

    def _may_stand_before(self, text: str) -> bool:
        """Says whether a piece of a compound can come before its last word."""
        if text in PREFIXES:
            return True
        pieces = [text, *(text.removesuffix(link) for link in _LINKS if text.endswith(link))]
        return any(len(piece) > 2 and piece in self._numbers for piece in pieces)

    def _join(self, clauses: Sequence[Clause]) -> None:
        """Lets two words in a row also stand for the one they make together: `taal beleid` for taalbeleid."""
        for first, second in pairwise(clauses):
            for link in ("", *_LINKS):
                for number in self._by_stem.get(stem(first.key + link + second.key), ()):
                    first.words[number] = second.words[number] = JOINED

    def _add_terms(self, clause: Clause, everything: Sequence[str]) -> None:
        """Finds the terms that a clause names, in the light of all clauses of the query."""
        own = stem(clause.key)
        same = {own} | {stem(name) for ring in self._rings.get(own, ()) for name in ring}
        said = {stem(key) for key in everything}
        for number, term in enumerate(self.corpus.terms):
            best = 0
            for phrase in term.phrases:
                best = max(best, _phrase(clause.key, own, same, said, phrase))
            if best:
                clause.terms[number] = best
        clause.terms = _most(clause.terms, MOST_TERMS)

    def _weak(self, clause: Clause) -> list[Clause]:
        """Finds what a clause may have meant: another word by one slip, two words written as one, or a beginning."""
        key, own = clause.key, stem(clause.key)
        if len(key) > 3:
            for number, word in enumerate(self.index.words):
                if _may_be_slip(key, word) or _may_be_slip(own, stem(word)):
                    clause.words[number] = SLIP
            for number, term in enumerate(self.corpus.terms):
                if any(len(phrase) == 1 and _may_be_slip(own, stem(phrase[0])) for phrase in term.phrases):
                    clause.terms[number] = SLIP
            clause.words = _most(clause.words)
        if not clause.is_empty:
            return [clause]
        for at in range(3, len(key) - 2):
            left, right = key[:at], key[at:]
            if right in self._numbers and self._may_stand_before(left) and left not in PREFIXES:
                parts = [self._strong(left), self._strong(right)]
                self._join(parts)
                for part in parts:
                    self._add_terms(part, [left, right])
                if not any(part.is_empty for part in parts):
                    return parts
        if len(key) > 5:
            for number, word in enumerate(self.index.words):
                if any(_may_be_slip(key, word[:length]) for length in range(len(key) - 1, len(key) + 2)):
                    clause.words[number] = SLIPPED_BEGINNING
            clause.words = _most(clause.words)
        return [clause]


def _most(found: Mapping[int, int], most: int = MOST_WORDS) -> dict[int, int]:
    """Gives what answers best."""
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most])


def _add(best: dict[int, int], weight: int, answers: Iterable[tuple[Sequence[int], int]]) -> None:
    """Adds to the score of each document its best answer among these, times what their place weighs."""
    here: dict[int, int] = {}
    for documents, percent in answers:
        for document in documents:
            here[document] = max(here.get(document, 0), percent)
    for document, percent in here.items():
        best[document] += percent * weight


def _phrase(key: str, own: str, same: Iterable[str], said: Iterable[str], phrase: Sequence[str]) -> int:
    """Says how well a key, alone or with the rest of the query, names a term by one of its phrases."""
    best = 0
    for word in phrase:
        name = stem(word)
        if name == own:
            best = max(best, TERM)
        elif name in same:
            best = max(best, TERM_RING)
        elif len(key) > 3 and word.startswith(key):
            best = max(best, TERM_BEGINNING)
    is_whole = all(stem(word) in said for word in phrase)
    return best if is_whole else best // len(phrase)


def _base(key: str) -> str:
    """Gives a long key without its plural ending, to be looked for inside words."""
    if len(key) > 6 and key.endswith("en"):
        return key[:-2]
    return key[:-1] if len(key) > 6 and key.endswith("s") else key


def _may_be_slip(typed: str, meant: str) -> bool:
    """Says whether one slip parts two words; short ones must begin alike, for there a slip makes another word."""
    return len(meant) > 3 and (len(typed) > 5 or typed[0] == meant[0]) and differs_by_one_slip(typed, meant)
