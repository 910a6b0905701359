"""The numbers that the site says of itself: they are the records', and one record more changes each of them."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator.compiler import load_strings, read_project
from generator.core.counts import say_counts
from generator.core.knowledge import KnowledgeBase
from generator.core.record import Record
from generator.kinds import KINDS
from generator.kinds.checklist.model import Checklist
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.competence_area.views import teaching
from generator.kinds.handbook.model import Handbook
from generator.kinds.project.model import Project
from generator.kinds.provider.model import Provider
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.views import say_day, say_of
from tests.built_site import BuiltSite
from tests.files import all_files
from tests.hosts.workbench import copy_project, run

T = load_strings()

PLACES: dict[type[Record], str] = {
    Checklist: "checklist/{}/",
    CompetenceArea: "competenties/{}/",
    Handbook: "teamgesprek/{}/",
    Project: "project/{}/",
    Provider: "catalogus/{}/",
    SelfCheck: "zelfcheck/",
    Trajectory: "voorbeelden/{}/",
}
"""Where the page of a record stands."""

MORE = """\
name: Nog een organisatie
kind: nascholingscentrum
summary: Deze organisatie staat alleen in een test.
existence: unknown
offers:
  - id: nog-een
    title: Nog een nascholing
    summary: Deze nascholing staat alleen in een test.
    themes: [{theme}]
    competences: ["{competence}"]
    status: unknown
    sources: [1]
sources:
  - url: https://www.voorbeeldschool.be/nog-een
    title: Nog een bron
    accessed: 2026-11-21
    seen: stored
"""


def knowledge(site: BuiltSite) -> KnowledgeBase:
    """Gives what the site knows."""
    assert site.reading.knowledge
    return site.reading.knowledge


def said(kb: KnowledgeBase) -> dict[str, str]:
    """Gives the words for each count."""
    return dict(say_counts(kb, T, (count for kind in KINDS for count in kind.counts)))


def words(html: str) -> str:
    """Gives what a page says to whoever reads or finds it: its description, and its words without its templates."""
    description = re.search(r'<meta name="description" content="([^"]*)"', html)
    assert description
    shown = re.sub(r"<(template|script|style).*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(f"{description[1]} . {re.sub(r'<[^>]+>', ' ', shown)}").split())


def pages_of(folder: Path) -> dict[str, str]:
    """Gives the words of every page, by its address."""
    pages = {path.parent.relative_to(folder).as_posix(): path for path in all_files(folder, "**/index.html")}
    return {"" if name == "." else f"{name}/": words(path.read_text(encoding="utf-8")) for name, path in pages.items()}


def says(text: str, words: str) -> bool:
    """Says whether a text has these words, and not as the end of a larger number."""
    return bool(re.search(rf"(?<![\d.,]){re.escape(words)}\b", text))


@pytest.fixture(scope="module")
def grown(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> tuple[KnowledgeBase, Path]:
    """The real site with one organisation more, about a theme and a competence that nobody had: really built."""
    kb = knowledge(site)
    themes = {theme for one in kb.all(Provider) for offer in one.offers for theme in offer.themes}
    theme = next(name.id for name in kb.known_names("themes") if name.id not in themes)
    competences = [one for area in kb.all(CompetenceArea) for one in area.competences]
    competence = next(one.id for one in competences if not teaching(kb, one))
    folder = tmp_path_factory.mktemp("grown")
    project = copy_project(folder / "project", providers=None)
    project.write("providers/nog-een.yaml", MORE.format(theme=theme, competence=competence))
    built = run("vormingswijzer", "build", "--site", folder / "site", cwd=project.root)
    assert built.returncode == 0, built.stderr
    reading = read_project(project.root, date.today())
    assert reading.knowledge
    return reading.knowledge, folder / "site"


def test_one_more_changes_each_number(site: BuiltSite, grown: tuple[KnowledgeBase, Path]) -> None:
    """Wherever a number of organisations, offers, themes, competences or sources stood, one more stands after a build."""
    before, after = said(knowledge(site)), said(grown[0])
    changed = {name for name in before if before[name] != after[name]}
    old, new = pages_of(site.folder), pages_of(grown[1])
    found = {name: [address for address, text in old.items() if says(text, before[name])] for name in changed}
    stale = [(name, address) for name in changed for address in found[name] if says(new[address], before[name])]
    missing = [(name, address) for name in changed for address in found[name] if not says(new[address], after[name])]

    assert {"providers", "offers", "alive_offers", "themes", "taught_competences", "sources", "stored_sources"} == changed
    assert [] == stale
    assert [] == missing
    assert {"", "over/", "aanbieders/", "catalogus/aanbieders/"} <= set(found["providers"])
    assert {"over/", "catalogus/"} <= set(found["offers"])
    assert {"competenties/"} <= set(found["taught_competences"])
    assert all(found.values()), "a count that no page says"


def test_every_count_is_said(site: BuiltSite) -> None:
    """Every count of a kind stands on a page."""
    texts = pages_of(site.folder).values()

    assert [] == [name for name, words in said(knowledge(site)).items() if not any(says(text, words) for text in texts)]


def test_no_placeholder(site: BuiltSite) -> None:
    """No page shows the name of a count in place of the number."""
    names = "|".join(count.name for kind in KINDS for count in kind.counts)

    assert [] == [address for address, page in site.documents.items() if re.search(rf"\{{\s*({names})\s*\}}", page.html)]


def test_sources_on_every_record(site: BuiltSite) -> None:
    """At the foot of a record's page stand all its sources, with the day they were read and their date, or that they have none."""
    kb = knowledge(site)
    looked = 0
    for record in kb.with_sources:
        html = site.documents[PLACES[type(record)].format(record.id)].html
        for number, source in enumerate(record.sources, start=1):
            line = re.search(rf'<li id="?_bron-{number}"?>(.*?)</li>', html, re.DOTALL)
            assert line, record.id
            looked += 1
            assert say_day(T, source.accessed) in unescape(line[1]), record.id
            assert say_of(T, source.dated) in unescape(line[1]), record.id

    assert looked > 100


def test_one_example(site: BuiltSite) -> None:
    """With one example, no page speaks of several, and nothing says that a school did it."""
    kb = knowledge(site)
    assert 1 == len(kb.all(Trajectory))
    wrong = re.compile(r"\bVoorbeelden van (?:scholen|trajecten)|deden andere scholen|andere school het deed|Zo pakten scholen")

    assert [] == [address for address, text in pages_of(site.folder).items() if wrong.search(text)]
    assert "het plan voor" in kb.all(Trajectory)[0].title


def test_lists_hold_all(site: BuiltSite) -> None:
    """The lists of all offers and all organisations hold each of them once."""
    kb = knowledge(site)
    wanted = {
        "catalogus/": {f"{one.id}/#{offer.id}" for one in kb.all(Provider) for offer in one.offers},
        "catalogus/aanbieders/": {f"{one.id}/" for one in kb.all(Provider)},
    }
    for address, ids in wanted.items():
        pages = [one.html for name, one in site.documents.items() if re.fullmatch(rf"{address}(pagina-\d+/)?", name)]
        cards = re.findall(r'<li class="vw-card .*?</li>', "".join(pages), re.DOTALL)
        found = [re.search(r'href="[./]*catalogus/([\w-]+/(?:#[\w-]+)?)"', card) for card in cards]

        assert sorted(ids) == sorted(match[1] for match in found if match), address
