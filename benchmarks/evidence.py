# No rule of its own: states are schedule.py's, the age of a source evidence.py's, what is known of an offer is what the
# facets know, and of a theme what its page lists. So the table cannot say otherwise than the site.
"""Counts what the records know and what they do not: the table of docs/evidence.md."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.compiler import load_strings, read_project
from generator.core.errors import GeneratorError
from generator.core.evidence import evidence_of, evidence_of_record
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.provider import views
from generator.kinds.provider.checks import source_index
from generator.kinds.provider.facets import facets, offer_columns
from generator.kinds.provider.model import ALL, Answer, Offer, Provider
from generator.kinds.provider.schedule import GONE, STATES, evidence_for, existence_on, state_on
from generator.kinds.views import say_day
from generator.report import Reporter

Row = tuple[str, str]
"""A label and a count. A label in bold opens a group, and counts all that the group is about."""

HEARD_OF = frozenset(STATES) - GONE - {"ask"}
"""The states in which a day speaks for an offer that can still be followed."""


class OtherRowsError(GeneratorError):
    """The table of a page has other rows than are counted."""

    def __init__(self, found: Sequence[str], expected: Sequence[str]) -> None:
        self.missing = [label for label in expected if label not in found]
        self.unknown = [label for label in found if label not in expected]
        super().__init__(
            "the page must have the rows that are counted, in their order;"
            f" missing: {', '.join(self.missing) or 'none'}; not counted: {', '.join(self.unknown) or 'none'}"
        )


def count(kb: KnowledgeBase, t: Strings) -> list[Row]:
    """Gives the rows of the table; the first has the day on which the states were looked up."""
    return [
        ("", say_day(t, kb.today)),
        *_offers(kb, t),
        *_organisations(kb, t),
        *_criteria(kb, t),
        *_alive(kb),
        *_sources(kb),
        *_gaps(kb),
    ]


def render(rows: Iterable[Row]) -> str:
    """Gives the rows as a Markdown table."""
    head, *lines = (_line(row) for row in rows)
    return "\n".join([head, "| --- | --- |", *lines])


def renewed(page: str, rows: Sequence[Row]) -> str:
    """Gives a page with its table's last column counted anew.

    Raises:
        OtherRowsError: when the table has other rows, or none.
    """
    lines = page.split("\n")
    places = [at for at, line in enumerate(lines) if line.startswith("| ") and not line.startswith("| ---")]
    cells = [[cell.strip() for cell in lines[at].split("|")[1:-1]] for at in places]
    found, expected = [row[0] for row in cells], [label for label, _ in rows]
    if found != expected:
        raise OtherRowsError(found, expected)
    for at, row, (_, counted) in zip(places, cells, rows, strict=True):
        lines[at] = _line([*row[:-1], counted])
    return "\n".join(lines)


def _offers(kb: KnowledgeBase, t: Strings) -> Iterator[Row]:
    pairs = views.all_offers(kb)
    states = Counter(state_on(*pair, kb.today) for pair in pairs)
    columns = offer_columns(facets(kb, t), pairs, kb.all(Provider))
    known = {column.facet.key: column.total - column.unknown for column in columns}
    yield "**Nascholingen**", str(len(pairs))
    for state in STATES:
        yield t(f"provider.state_label.{state}"), str(states[state])
    yield "Met een eigen bron die een datum heeft", _how_many(_is_dated(*pair) for pair in pairs)
    yield "Met een eigen regio", _how_many(bool(offer.regions) for _, offer in pairs)
    yield "Met een onderwijsniveau", str(known["niveau"])
    yield "Met een prijs", str(known["prijs"])


def _organisations(kb: KnowledgeBase, t: Strings) -> Iterator[Row]:
    found = Counter(existence_on(provider, kb.today) for provider in kb.all(Provider))
    yield "**Organisaties**", str(found.total())
    yield t("provider.status.active"), str(found["active"])
    yield t("provider.status.unknown"), str(found["unknown"])
    yield t("provider.status.stopped"), str(found["stopped"])


def _criteria(kb: KnowledgeBase, t: Strings) -> Iterator[Row]:
    answers = [answer for _, answer in _answers(kb)]
    given, says = Counter(one.answer for one in answers), Counter(one.says for one in answers)
    yield "**Antwoorden op de checklist**", str(len(answers))
    yield t("provider.answer.yes"), str(given["yes"])
    yield t("provider.answer.partly"), str(given["partly"])
    yield t("provider.answer.no"), str(given["no"])
    yield "De organisatie zegt het zelf", str(says["organisation"])
    yield "Een ander zegt het", str(says["third-party"])
    yield "Onafhankelijk onderzoek zegt het", str(says["independent"])
    yield "Over alles wat de organisatie geeft", _how_many(one.about == ALL for one in answers)
    yield "Over één nascholing", _how_many(one.about != ALL for one in answers)


def _alive(kb: KnowledgeBase) -> Iterator[Row]:
    for namespace, label in (("competences", "Competenties"), ("themes", "Thema's")):
        offers = [views.referring_offers(kb, namespace, name.id) for name in kb.known_names(namespace)]
        states = [{state_on(*pair, kb.today) for pair in pairs} for pairs in offers]
        yield f"**{label}**", str(len(states))
        yield "Met een nascholing die je nog kunt volgen of navragen", _how_many(bool(one - GONE) for one in states)
        yield "Als je nascholing zonder datum niet meetelt", _how_many(bool(one & HEARD_OF) for one in states)


def _sources(kb: KnowledgeBase) -> Iterator[Row]:
    sources = [source for provider in kb.all(Provider) for source in provider.sources]
    yield "**Bronnen bij organisaties**", str(len(sources))
    yield "Op het web gezien", _how_many(source.seen == "live" for source in sources)
    yield "Gelezen als bewaarde kopie", _how_many(source.seen == "stored" for source in sources)
    yield "Gekregen van de organisatie", _how_many(source.seen == "from-organisation" for source in sources)
    yield "Zonder datum", _how_many(evidence_of(source).moment is None for source in sources)


def _gaps(kb: KnowledgeBase) -> Iterator[Row]:
    pairs = views.all_offers(kb)
    yield "**Wat niet te weten was**", ""
    yield (
        "Organisaties zonder één bron met een datum",
        _how_many(evidence_of_record(provider).moment is None for provider in kb.all(Provider)),
    )
    yield "Antwoorden uit een bron zonder datum", _how_many(not _is_dated_answer(*pair) for pair in _answers(kb))
    yield "Nascholingen zonder datum bij hun bronnen", _how_many(not _is_dated(*pair) for pair in pairs)
    yield "Nascholingen zonder dag of periode", _how_many(not (one.dates or one.period) for _, one in pairs)
    yield "Nascholingen zonder onderwijsniveau", _how_many(not one.education_levels for _, one in pairs)
    yield "Nascholingen zonder prijs", _how_many(one.price is None for _, one in pairs)


def _answers(kb: KnowledgeBase) -> list[tuple[Provider, Answer]]:
    return [(provider, answer) for provider in kb.all(Provider) for answer in provider.criteria.values()]


def _is_dated(provider: Provider, offer: Offer) -> bool:
    return evidence_for(provider, offer).moment is not None


def _is_dated_answer(provider: Provider, answer: Answer) -> bool:
    at = source_index(provider, answer.source)
    return at is not None and evidence_of(provider.sources[at]).moment is not None


def _how_many(found: Iterable[bool]) -> str:
    return str(sum(found))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Prints the table, or a page with its last column counted anew."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence", description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=Path(), metavar="ROOT", help="the project to count")
    parser.add_argument("--renew", type=Path, metavar="PAGE", help="write the counts in the last column of its table")
    options = parser.parse_args()
    words = load_strings()
    try:
        reading = read_project(options.root, date.today())
        if reading.knowledge is None:
            sys.exit(Reporter(words, options.root).as_text(reading.diagnostics, reading.files))
        rows = count(reading.knowledge, words)
        if not options.renew:
            print(render(rows))
            return
        options.renew.write_text(renewed(options.renew.read_text(encoding="utf-8"), rows), encoding="utf-8")
    except (OtherRowsError, OSError, UnicodeError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
