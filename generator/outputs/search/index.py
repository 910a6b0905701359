"""An inverted index: for each word and each term, the documents that hold it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.core.documents import Document
from generator.outputs.search.corpus import Corpus
from generator.outputs.search.dutch import keys

TITLE, LABEL, TEXT = range(3)
"""Where in a document a word stands: the places, best first."""

Posting = tuple[Sequence[int], Sequence[int], Sequence[int]]
"""Numbers of documents, rising, by the best place where they hold a word: title, label, text."""


@dataclass(frozen=True, slots=True)
class Index:
    """All words (keys, sorted) with their postings, and the documents of each term, rising."""

    words: tuple[str, ...]
    word_postings: tuple[Posting, ...]
    term_documents: tuple[Sequence[int], ...]


def build(corpus: Corpus) -> Index:
    """Builds the index of all documents."""
    found: dict[str, Posting] = defaultdict(lambda: ([], [], []))
    for number, document in enumerate(corpus.documents):
        for key, place in _places(document).items():
            found[key][place].append(number)  # type: ignore[attr-defined]  # a list until it is handed over
    words = tuple(sorted(found))
    named: list[Sequence[int]] = [range(group.start, group.end) for group in corpus.groups]
    by_term: list[list[int]] = [[] for _ in corpus.terms]
    for number, terms in enumerate(corpus.document_terms):
        for term in terms:
            by_term[term].append(number)
    named += by_term[len(named) :]
    return Index(words, tuple(found[word] for word in words), tuple(named))


def _places(document: Document) -> dict[str, int]:
    """Gives the best place of each key."""
    places = dict.fromkeys(keys(document.text), TEXT)
    places.update(dict.fromkeys(keys(document.label), LABEL))
    places.update(dict.fromkeys(keys(document.title), TITLE))
    return places
