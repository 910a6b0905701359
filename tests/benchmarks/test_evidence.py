"""What is counted of the records, against a project that is small enough to count by hand."""

import sys
from pathlib import Path

import pytest

from benchmarks import evidence
from generator.compiler import load_strings
from tests.conftest import Project
from tests.hosts.workbench import ROOT

PAGE = ROOT / "docs/evidence.md"

STUDIO = """
name: Studio
kind: vereniging
summary: Studio helpt scholen.
existence: active
existence_source: 2
regions: [vlaanderen]
education_levels: [kleuter]
criteria:
  evidence-based:
    answer: partly
    about: dag
    says: organisation
    evidence: Ze leest onderzoek.
    source: 2
offers:
  - {id: dag, title: Dag, summary: Een dag., status: running, sources: [1, 2], education_levels: [kleuter],
     regions: [vlaanderen], price: {amount: 0}, themes: [evaluatie]}
  - {id: straks, title: Straks, summary: Een dag., status: unknown, sources: [1], dates: [{start: 2027-03-01}]}
  - {id: toen, title: Toen, summary: Een dag., status: past, sources: [3], period: "2019", competences: ["1.2"]}
  - {id: pas, title: Pas, summary: Een dag., status: past, sources: [2], price: {note: De overheid betaalt.}}
sources:
  - {url: "https://www.voorbeeldschool.be/a", title: A, accessed: 2026-11-21, seen: stored}
  - {url: "https://www.voorbeeldschool.be/b", title: B, accessed: 2026-11-21, seen: stored, dated: 2026-05}
  - {url: "https://www.voorbeeldschool.be/c", title: C, accessed: 2019-06-01, seen: live}
"""

HOUSE = """
name: Huis
kind: vereniging
summary: Huis helpt scholen.
existence: unknown
criteria: {evidence-based: {answer: partly, says: third-party, evidence: Ze leest onderzoek., source: 1}}
sources: [{url: "https://www.anderhuis.be/", title: Huis, accessed: 2026-11-21, seen: stored}]
"""

# Acme, of the tiny project, has one offer and one answer, both from a copy without a date.
COUNTED = """
|  | 21 november 2026 |
| --- | --- |
| **Nascholingen** | 5 |
| Begint nog | 1 |
| Liep volgens een jonge bron | 1 |
| Niet zeker of het nog loopt | 0 |
| Zonder datum | 1 |
| Inschrijven kan niet meer | 0 |
| Voorbij | 1 |
| Lang niets van gehoord | 1 |
| Met een eigen bron die een datum heeft | 3 |
| Met een eigen regio | 1 |
| Met een onderwijsniveau | 1 |
| Met een prijs | 2 |
| **Organisaties** | 3 |
| Actief | 1 |
| Niet bekend of de organisatie nog actief is | 2 |
| Gestopt | 0 |
| **Antwoorden op de checklist** | 3 |
| Ja | 1 |
| Deels | 2 |
| Nee | 0 |
| De organisatie zegt het zelf | 1 |
| Een ander zegt het | 2 |
| Onafhankelijk onderzoek zegt het | 0 |
| Over alles wat de organisatie geeft | 2 |
| Over één nascholing | 1 |
| **Competenties** | 2 |
| Met een nascholing die je nog kunt volgen of navragen | 1 |
| Als je nascholing zonder datum niet meetelt | 0 |
| **Thema's** | 2 |
| Met een nascholing die je nog kunt volgen of navragen | 2 |
| Als je nascholing zonder datum niet meetelt | 1 |
| **Bronnen bij organisaties** | 5 |
| Op het web gezien | 1 |
| Gelezen als bewaarde kopie | 4 |
| Gekregen van de organisatie | 0 |
| Zonder datum | 3 |
| **Wat niet te weten was** |  |
| Organisaties zonder één bron met een datum | 2 |
| Antwoorden uit een bron zonder datum | 2 |
| Nascholingen zonder datum bij hun bronnen | 2 |
| Nascholingen zonder dag of periode | 3 |
| Nascholingen zonder onderwijsniveau | 4 |
| Nascholingen zonder prijs | 3 |
""".strip()


@pytest.fixture
def rows(project: Project) -> list[evidence.Row]:
    """What is counted of the tiny project with two more organisations."""
    project.write("providers/studio.yaml", STUDIO)
    project.write("providers/huis.yaml", HOUSE)
    knowledge = project.read().knowledge
    assert knowledge, project.codes()
    return evidence.count(knowledge, load_strings())


def test_counts(rows: list[evidence.Row]) -> None:
    """Every figure is what the records hold."""
    assert COUNTED == evidence.render(rows)


def test_renews_the_last_column_only() -> None:
    """What was counted before, and what stands around the table, stays."""
    page = "# Titel\n\n|  | toen | gisteren |\n| --- | --- | --- |\n| Ja | stond er niet | 1 |\n\n- Een | streep.\n"

    assert page.replace("gisteren", "nu").replace("| 1 |", "| 20 |") == evidence.renewed(
        page, [("", "nu"), ("Ja", "20")]
    )


def test_the_page_has_the_rows_that_are_counted(rows: list[evidence.Row]) -> None:
    """The page in docs can be renewed."""
    page = PAGE.read_text(encoding="utf-8")
    renewed = evidence.renewed(page, rows)

    assert [line.rpartition(" | ")[0] for line in page.split("\n")] == [
        line.rpartition(" | ")[0] for line in renewed.split("\n")
    ]
    assert "| Voorbij | 12 | 1 |" in renewed


@pytest.mark.parametrize("page", ["", "|  | toen |\n| Nee | 1 |\n", "|  | toen |\n| Ja | 1 |\n| Nee | 2 |\n"])
def test_a_page_with_other_rows_stays(page: str) -> None:
    """Counts never end up beside another label."""
    with pytest.raises(evidence.OtherRowsError):
        evidence.renewed(page, [("", "nu"), ("Ja", "20")])


def run(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> None:
    """Runs the command."""
    monkeypatch.setattr(sys, "argv", ["evidence", *map(str, words)])
    evidence.main()


def test_command(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints the table of a project, and renews a page of it."""
    run(monkeypatch, project.root)
    printed = capsys.readouterr().out
    project.write("page.md", f"Kop\n\n{printed.replace('| Ja | 1 |', '| Ja | 7 |')}")
    run(monkeypatch, project.root, "--renew", project.root / "page.md")

    assert "| Ja | 1 |" in printed
    assert f"Kop\n\n{printed}" == project.text("page.md")
    assert "" == capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nergens"], "content/site.yaml"),
        ([".", "--renew", "nergens.md"], "nergens.md"),
        ([".", "--renew", "providers/acme.yaml"], "must have the rows"),
    ],
)
def test_what_cannot_be_done_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    """A project with mistakes, and a page that is none, end in a sentence."""
    monkeypatch.chdir(project.root)
    with pytest.raises(SystemExit, match=told):
        run(monkeypatch, *words)
