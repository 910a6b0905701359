"""How to write what somebody put in words where a block belongs."""

import pytest

from generator.compiler import load_strings
from generator.kinds.provider.model import Duration, GroupSize, Price
from generator.report import Reporter
from tests.conftest import Project


@pytest.mark.parametrize(
    ("model", "words", "written"),
    [
        (Duration, "9 hours", "{hours: 9}"),
        (Duration, "2u", "{hours: 2}"),
        (Duration, "2,5 uur", "{hours: 2.5}"),
        (Duration, "3 sessies", "{sessions: 3}"),
        (Duration, "6 weken", "{weeks: 6}"),
        (Duration, "2 dagen", "{text: 2 dagen}"),
        (Duration, "3 dagen: ma, di, wo", "{text: '3 dagen: ma, di, wo'}"),
        (Price, "€ 25", "{amount: 25, currency: EUR}"),
        (Price, "25,50 euro", "{amount: 25.50, currency: EUR}"),
        (Price, "€195,-", "{amount: 195, currency: EUR}"),
        (Price, "gratis", "{amount: 0}"),
        (Price, "€ 25 per persoon", "{note: € 25 per persoon}"),
        (Price, "Leden: 10", "{note: 'Leden: 10'}"),
        (GroupSize, "8-16", "{least: 8, most: 16}"),
        (GroupSize, "8 tot 16 deelnemers", "{least: 8, most: 16}"),
        (GroupSize, "max. 20", "{most: 20}"),
        (GroupSize, "vanaf 8", "{least: 8}"),
        (GroupSize, "klein", None),
    ],
)
def test_from_words(model: type[Duration | Price | GroupSize], words: str, written: str | None) -> None:
    """What can be read is written as fields; the rest stays words, quoted where YAML needs it."""
    assert written == model.from_words(words)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    sources: [1]\n    themes", "    sources: [1]\n    duration: 9 hours\n    themes", "duration: {hours: 9}"),
        (
            "    themes: [digitale-didactiek]",
            "    themes: evaluatie, digitale-didactiek",
            "themes: [evaluatie, digitale-didactiek]",
        ),
        ("    seen: stored\n", "", "seen: live"),
        ("    title: Ict in de les\n", "", "title: Ict in de les"),
    ],
)
def test_line_to_write(project: Project, old: str, new: str, line: str) -> None:
    """A message shows the line to write, and that line is right."""
    project.replace("providers/acme.yaml", old, new)
    (found,) = project.found()

    assert f"Schrijf het zo: {line}" == Reporter(load_strings(), project.root).hint(found)
