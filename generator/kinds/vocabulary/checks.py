"""Rules inside a vocabulary, and where its terms have pages."""

from collections.abc import Iterator

from generator.core.kind import Problem, unknown
from generator.core.knowledge import Name, Names
from generator.kinds.vocabulary.model import Vocabulary

BROWSE = {"themes": "thema", "regions": "regio", "education-levels": "niveau"}
"""The vocabularies whose terms have a page of their own, with the part of the address they stand under."""


def names(vocabulary: Vocabulary) -> Iterator[Name]:
    """Gives the names of the terms; the vocabulary's own id is their namespace."""
    folder = BROWSE.get(vocabulary.id)
    for index, term in enumerate(vocabulary.terms):
        address = f"catalogus/{folder}/{term.id}/" if folder else ""
        yield Name(vocabulary.id, term.id, term.label, address, ("terms", index, "id"), term.synonyms)


def check(vocabulary: Vocabulary, names: Names) -> Iterator[Problem]:
    """Finds broader terms that do not exist or that go round in a circle."""
    broader = {term.id: term.broader for term in vocabulary.terms}
    for index, term in enumerate(vocabulary.terms):
        if term.broader is None:
            continue
        path = ("terms", index, "broader")
        if term.broader not in broader:
            yield unknown(path, term.broader, vocabulary.id, names)
            continue
        seen = {term.id}
        above: str | None = term.broader
        while above is not None and above not in seen:
            seen.add(above)
            above = broader.get(above)
        if above is not None:
            yield Problem(path, "broader-circle", {"id": term.id})
