"""An organisation that was taken away on request: its addresses work, nothing else of it is left, and it stays away."""

import json
import re
from collections.abc import Iterator

import pytest

from generator.compiler import load_strings, publish, site_settings
from generator.core.pages import Page
from generator.report import FORMATS, Reporter
from tests.conftest import Project

ACME = "providers/acme.yaml"
BETA = "providers/beta.yaml"
GONE = "content/removed/acme.yaml"
REMOVED = """since: 2026-11-02
reason: organisation
offers: [workshop, oude-workshop]
former_ids: [acme-vzw]
hosts: [www.acme-school.be]
"""


@pytest.fixture
def removed(project: Project) -> Project:
    """A project in which one organisation of two was taken away, as CONTRIBUTING says: moved, and written anew."""
    acme = project.text(ACME)
    project.write(BETA, acme.replace("Acme", "Beta").replace("/bron", "/andere-bron"))
    (project.root / ACME).unlink()
    project.write(GONE, REMOVED)
    return project


def published(project: Project) -> tuple[dict[str, Page], str]:
    """Gives the pages by address, and all files beside them as one text."""
    kb = project.read().knowledge
    assert kb is not None
    made = publish(kb, site_settings(kb))
    return {page.address: page for page in made.pages}, "".join(asset.content for asset in made.assets)


def codes(project: Project) -> list[tuple[str, str, int]]:
    """Gives the code, file and line of each mistake."""
    return [(one.code, one.path, one.span.line) for one in project.found()]


def test_page_at_every_address(removed: Project) -> None:
    """At each address it had stands the same neutral page, which no search engine may list."""
    pages, _ = published(removed)

    for address in ("catalogus/acme/", "catalogus/acme-vzw/"):
        page = pages[address]
        body = page.render()
        assert "Op verzoek weggehaald" == page.title
        assert "Sinds 2 november 2026 staat ze niet meer op deze site." in body
        assert "Ze vroeg dat zelf." in body
        assert ["workshop", "oude-workshop"] == re.findall(r'<span id="([^"]+)">', body)
        assert not page.is_indexed
        assert "acme" not in f"{page.title} {page.description} {body}".casefold()


@pytest.mark.parametrize("reason", ["organisation", "personal-data", "rights", "law"])
def test_every_reason_has_words(removed: Project, reason: str) -> None:
    """Whatever the reason, the page says it in a sentence of its own."""
    removed.write(GONE, f"since: 2026-11-02\nreason: {reason}\n")
    pages, _ = published(removed)
    said = {
        "organisation": "Ze vroeg dat zelf.",
        "personal-data": "Er stonden gegevens van een persoon in.",
        "rights": "Iemand anders had rechten op wat hier stond.",
        "law": "Een rechter of een overheid vroeg dat.",
    }

    assert said[reason] in pages["catalogus/acme/"].render()


def test_nothing_else_is_left(removed: Project) -> None:
    """No list, page, or file of search, catalogue, comparison or recommendations names it, its offers or its site."""
    pages, files = published(removed)
    others = [page for page in pages.values() if not page.address.startswith("catalogus/acme")]
    told = files + "".join(f"{page.title} {page.description} {page.render()}" for page in others)

    assert "catalogus/beta/" in told
    assert "Beta" in files
    assert [] == re.findall(r"acme", told, re.IGNORECASE)


def test_search_finds_nothing(removed: Project) -> None:
    """The search finds the other organisation, and nothing of the one that went."""
    kb = removed.read().knowledge
    assert kb is not None
    made = publish(kb, site_settings(kb))
    index = next(json.loads(one.content) for one in made.assets if one.address == "assets/search/search.json")
    addresses = {document[1].partition("#")[0] for document in index["documents"]}

    assert "catalogus/beta/" in addresses
    assert not [address for address in addresses if address.startswith("catalogus/acme")]


def brought_back(project: Project) -> Iterator[tuple[str, str]]:
    """Gives each way in which an organisation may come back, with the line at which that is told."""
    text = project.text(BETA)
    yield text + "former_ids: [acme]\n", "former_ids: [acme]"
    yield text + "former_ids: [acme-vzw]\n", "former_ids: [acme-vzw]"
    yield text + "homepage: https://www.acme-school.be/welkom\n", "homepage:"
    yield text + "homepage: http://acme-school.be/\n", "homepage:"
    yield text + "contact: {page: 'https://vorming.acme-school.be/contact'}\n", "contact:"
    yield (
        text.replace("    status: running\n", "    status: running\n    url: https://acme-school.be/x\n", 1),
        "    url:",
    )


def test_stays_away(removed: Project) -> None:
    """Under its name, an old name or the address of its site, by hand or harvested, it cannot come back."""
    looked = 0
    for text, line in list(brought_back(removed)):
        removed.write(BETA, text)
        number = next(at for at, one in enumerate(text.split("\n"), start=1) if one.startswith(line))
        looked += 1
        assert [("removed-again", BETA, number)] == codes(removed), line
    assert 6 == looked


def test_same_file_again(removed: Project) -> None:
    """A record in the very file it had is told, with where it says that it went, and in filled-in words."""
    removed.write(ACME, removed.text(BETA).replace("Beta", "Iets anders").replace("/andere-bron", "/nog-een-bron"))
    found = removed.found()

    assert ["removed-again"] == [one.code for one in found]
    assert ACME == found[0].path
    for form in FORMATS:
        told = Reporter(load_strings(), removed.root).render(found, form, files=1)
        assert GONE in told
        assert not re.search(r"\{[a-z_]*\}|None", told)


@pytest.mark.parametrize("home", ["https://www.niet-acme-school.be/", "https://acme-school.be.elders.be/"])
def test_another_site_is_another(removed: Project, home: str) -> None:
    """A site whose name only ends or begins alike is no trace of it."""
    removed.append(BETA, f"homepage: {home}\n")

    assert [] == codes(removed)


def test_references_have_to_go(removed: Project) -> None:
    """Whoever still refers to it is told so, and gets no other name offered; the words are filled in."""
    offers = "    status: running\n"
    removed.write(BETA, removed.text(BETA).replace(offers, f"{offers}    partners: [acme]\n", 1))
    found = removed.found()

    assert ["ref-removed"] == [one.code for one in found]
    assert "partners" in removed.text(BETA).split("\n")[found[0].span.line - 1]
    told = Reporter(load_strings(), removed.root).render(found, "text", files=1)
    assert "Haal deze verwijzing weg." in told
    assert "Bedoel je" not in told


def test_old_log_entries_stay(removed: Project) -> None:
    """A correction of before keeps its link, without the name."""
    entry = "{day: 2026-11-01, what: De prijs is 30 euro., asked_by: organisation, pages: [catalogus/acme/]}"
    removed.write("content/corrections.yaml", f"entries:\n  - {entry}\n")
    pages, _ = published(removed)
    body = pages["verbeteringen/"].render()

    assert [] == codes(removed)
    assert re.search(r'<a href="\.\./catalogus/acme/">een organisatie die op verzoek is weggehaald</a>', body)
