"""Rules inside a vocabulary, and where its terms have pages."""

from collections.abc import Iterator, Mapping

from generator.core.guess import look
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
    """Finds terms that nobody can tell apart, and broader ones that do not exist or that go round in a circle."""
    broader = {term.id: term.broader for term in vocabulary.terms}
    labels: dict[str, int] = {}
    told: set[str] = set()
    for index, term in enumerate(vocabulary.terms):
        first = labels.setdefault(look(term.label), index)
        if first != index:
            other = vocabulary.terms[first]
            params = {"label": other.label, "other": other.id}
            yield Problem(("terms", index, "label"), "label-taken", params, first=("terms", first, "label"))
        path = ("terms", index, "broader")
        if term.broader is not None and term.broader not in broader:
            yield unknown(path, term.broader, vocabulary.id, names)
        circle = _circle(term.id, broader)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            yield Problem(path, "broader-circle", {"id": term.id, "way": " > ".join((*circle, term.id))})


def _circle(start: str, broader: Mapping[str, str | None]) -> tuple[str, ...]:
    """Gives the terms over which a term stands above itself, if it does, from that term on."""
    way: list[str] = []
    above: str | None = start
    while above is not None and above not in way:
        way.append(above)
        above = broader.get(above)
    return tuple(way) if above == start else ()
