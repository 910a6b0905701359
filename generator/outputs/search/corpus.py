# Documents are numbered in the order of the kinds, so a number says to which group a document belongs, and the first
# numbers are those of the catalogue: its offers, then its providers, each in the order of their list.
"""Everything the search looks through, numbered."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.core.documents import Document
from generator.core.kind import Kind
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.vocabulary.model import Vocabulary
from generator.outputs.search.dutch import STOP_WORDS, keys, token_keys, tokens

GROUPS = (
    "offers",
    "providers",
    "competences",
    "questions",
    "topics",
    "agendas",
    "tips",
    "trajectories",
    "projects",
    "pages",
)
"""The groups of results, in the order of their numbers."""

RINGS = ("roles", "methods", "education-levels", "search-words")
"""The vocabularies in which a term's label and synonyms mean the same to somebody who searches."""

_AND = re.compile(r"\s+(?:en|of)\s+|,\s*")


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one kind: what the reader calls them, and the numbers they have."""

    name: str
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term that documents refer to: what it is, what it is called, and the phrases (as keys) that name it.

    The first terms are the groups themselves: `vorming` finds every offer, whatever its title.
    """

    kind: str
    label: str
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents with all that they share. Terms of a document are given as numbers of `terms`, groups left out."""

    groups: tuple[Group, ...]
    documents: tuple[Document, ...]
    terms: tuple[Term, ...]
    document_terms: tuple[tuple[int, ...], ...]
    rings: tuple[tuple[str, ...], ...]


def gather(kb: KnowledgeBase, t: Strings, kinds: Iterable[Kind]) -> Corpus:
    """Gathers the documents of all kinds."""
    found = [document for kind in kinds for document in kind.documents(kb, t)]
    found.sort(key=lambda document: GROUPS.index(document.group))
    groups = tuple(_groups(found, t))
    vocabularies = {vocabulary.id: vocabulary for vocabulary in kb.all(Vocabulary)}
    terms = [Term("", group.label, _phrases([group.label])) for group in groups]
    numbers: dict[tuple[str, str], int] = {}
    for namespace, term_id in sorted({term for document in found for term in document.terms}):
        term = next(one for one in vocabularies[namespace].terms if one.id == term_id)
        numbers[namespace, term_id] = len(terms)
        terms.append(Term(t(f"search.term.{namespace}"), term.label, _phrases([term.label, *term.synonyms])))
    rings = [
        ring
        for vocabulary in (vocabularies[name] for name in RINGS if name in vocabularies)
        for term in vocabulary.terms
        if len(ring := _ring([term.label, *term.synonyms])) > 1
    ]
    return Corpus(
        groups=groups,
        documents=tuple(found),
        terms=tuple(terms),
        document_terms=tuple(tuple(sorted({numbers[term] for term in one.terms})) for one in found),
        rings=tuple(rings),
    )


def _groups(documents: Sequence[Document], t: Strings) -> Iterable[Group]:
    start = 0
    for name, members in groupby(documents, key=lambda document: document.group):
        end = start + sum(1 for _ in members)
        yield Group(name, t(f"search.group.{name}"), start, end)
        start = end


def _phrases(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Gives each name as keys, without words that say nothing. `Taal en lezen` are two names, `co-teaching` too."""
    found: dict[tuple[str, ...], None] = {}
    for name in names:
        for part in _AND.split(name):
            words = [made for token in tokens(part) if (made := token_keys(token))]
            for phrase in ([made[0] for made in words], [key for made in words for key in made[1:] or made]):
                told = tuple(key for key in phrase if key not in STOP_WORDS)
                if told:
                    found[told] = None
    return tuple(found)


def _ring(names: Iterable[str]) -> tuple[str, ...]:
    """Gives the names that are one word, as keys."""
    single = (keys(name) for name in names if len(tokens(name)) == 1)
    return tuple(dict.fromkeys(found[0] for found in single if found))
