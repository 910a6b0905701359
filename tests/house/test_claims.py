"""What the site says of itself is counted, or it is held by something that can be named.

`numbers.tsv` lists the numbers beside a thing that is counted, with why nobody counts them; `claims.tsv` the sentences
that say all, each, never or nobody, with what holds them. A sentence that is new needs a row; a row that is not needed
any more has to go.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.compiler import load_strings
from generator.kinds import KINDS
from tests.files import all_files
from tests.hosts.workbench import ROOT

HERE = Path(__file__).parent
T = load_strings()

TO_VISITORS = {"messages", "cli", "report", "click", "system"}
"""Texts for who works at the records, and not for who reads the site."""

OF_THE_SITE = re.compile(
    r"site\.(?:home|door)\.|next\.|[a-z_]+\.list\.|provider\.(?:providers|detail\.answers)"
    r"|(?:search|comparison|plan|selfcheck|selfcheck\.report|selfcheck\.group)\.(?:description|lead)"
)
"""Texts that tell what the site is and has; the others steer a tool, and its own tests hold them."""

ELSEWHERE = {"privacy", "toegankelijkheid"}
"""Pages with tests of their own: test_privacy, test_requests and test_gates."""

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)*|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien"
    r"|twintig|dertig|veertig|vijftig|honderd|tientallen|honderden|half|halve|anderhalf|anderhalve)"
)
_ALSO = r"aanbieders?|hoofdvra(?:ag|gen)|uren|uur|kwartier|min\.|projecten|project|tips?|records?|uitspra(?:ak|ken)"
_ABSOLUTE = re.compile(
    r"\b(?:alle|alles|allemaal|elke?|ieder|iedere|iedereen|nooit|altijd|nergens|overal|niemand|niets|alleen|volledige?"
    r"|actuele?|nieuwste|dagelijks|wekelijks|maandelijks|regelmatig|gratis|meteen|vanzelf)\b",
    re.IGNORECASE,
)


def nouns() -> str:
    """Gives a pattern of every noun that a count is said with."""
    keys = {f"{count.words}.{form}" for kind in KINDS for count in kind.counts for form in ("one", "other")}
    found = {T(key).split()[1] for key in keys} - {"als"}
    return "|".join(sorted(found, key=len, reverse=True))


NUMBERS = re.compile(rf"\b{_NUMBER}\s+(?:[^\W\d]+\s+){{0,2}}?(?:{nouns()}|{_ALSO})(?!\w)", re.IGNORECASE)


def strings() -> Iterator[tuple[str, str]]:
    """Gives every text for visitors with its key."""
    for key in sorted(T.keys()):
        if key.partition(".")[0] not in TO_VISITORS:
            yield key, T(key)


def pages() -> Iterator[tuple[str, str]]:
    """Gives the hand-written pages as they are written, front matter included."""
    for path in all_files(ROOT / "content/pages", "*.md", least=4):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def chrome() -> Iterator[tuple[str, str]]:
    """Gives the words of the theme's own templates."""
    for path in all_files(ROOT / "theme", "**/*.html", least=8):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        yield path.relative_to(ROOT).as_posix(), re.sub(r"\s*<[^>]*>\s*", "\n\n", text)


def tools() -> Iterator[tuple[str, str]]:
    """Gives the records that tell how a tool of the site works; of a handbook what stands before its agendas."""
    for pattern in ("content/selfchecks/*.yaml", "guides/*/*.yaml", "content/site.yaml"):
        for path in all_files(ROOT, pattern):
            text = re.sub(r"^\s*#.*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
            yield path.relative_to(ROOT).as_posix(), text.partition("\nstarters:\n")[0]


def documents() -> Iterator[tuple[str, str]]:
    """Gives what the repository says of itself in Dutch."""
    for name in ("CHANGELOG.md", "CONTRIBUTING.md"):
        yield name, (ROOT / name).read_text(encoding="utf-8")


def table(name: str) -> list[dict[str, str]]:
    """Gives the rows of a table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def numbers() -> set[tuple[str, str]]:
    """Gives every number beside something that is counted, with where it stands."""
    texts = [*strings(), *pages(), *chrome(), *tools(), *documents()]
    return {(place, " ".join(match[0].split())) for place, text in texts for match in NUMBERS.finditer(text)}


def claims() -> set[tuple[str, str]]:
    """Gives every sentence of the site about itself that says all, each, never or nobody, with where it stands."""
    found = set()
    texts = [(key, text) for key, text in strings() if OF_THE_SITE.match(key)]
    texts += [(place, text) for place, text in pages() if Path(place).stem not in ELSEWHERE]
    for place, text in [*texts, *chrome()]:
        for sentence in re.split(r"(?<=[.?!:])\s+|\n\s*\n|\n- |\n\d+\. ", text):
            if _ABSOLUTE.search(sentence):
                found.add((place, " ".join(sentence.split()).removeprefix("- ")))
    return found


def test_numbers_are_counted() -> None:
    """No text types how many organisations, offers, questions, minutes or the like there are: it names the count."""
    allowed = {(row["place"], row["words"]) for row in table("numbers.tsv")}

    assert [] == sorted(numbers() - allowed), "name the count, or say in numbers.tsv why nobody counts it"
    assert [] == sorted(allowed - numbers()), "rows of numbers.tsv that nothing needs"


def test_claims_are_held() -> None:
    """Each sentence about the site that says all, each, never or nobody stands in the table, with what holds it."""
    held = {(row["place"], row["sentence"]) for row in table("claims.tsv")}

    assert [] == sorted(claims() - held), "make it true and say in claims.tsv what holds it, or take it out"
    assert [] == sorted(held - claims()), "rows of claims.tsv that nothing needs"


@pytest.mark.parametrize("row", table("claims.tsv"), ids=lambda row: row["place"])
def test_what_holds_exists(row: dict[str, str]) -> None:
    """What holds a sentence exists: a test, by its file and name, or something that is said in words."""
    by, because = row["by"], row["because"]

    assert by in {"test", "model", "promise", "advice", "name"}
    if by == "test":
        path, _, name = because.partition("::")
        assert f"\ndef {name}(" in (ROOT / path).read_text(encoding="utf-8")
    else:
        assert len(because) > 10


def test_reasons() -> None:
    """Every number that nobody counts has its reason."""
    assert all(len(row["because"]) > 10 for row in table("numbers.tsv"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er zijn 79 organisaties.", ["79 organisaties"]),
        ("Begin met tien van de vragen", ["tien van de vragen"]),
        ("Er zijn zes digitale competenties en drie kwartier tijd.", ["zes digitale competenties", "drie kwartier"]),
        ("1.200 nascholingen, een half uur", ["1.200 nascholingen", "half uur"]),
        ("{count} nascholingen, {{ offers }}, zesde vraag, drie weken", []),
    ],
)
def test_numbers_are_found(text: str, found: list[str]) -> None:
    """The look for numbers sees figures and words, with a word or two between, and not what is counted."""
    assert found == [match[0] for match in NUMBERS.finditer(text)]
