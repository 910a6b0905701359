"""Hand-written pages beside the rest of the site."""

import pytest

from generator.compiler import load_strings, publish, site_settings
from generator.report import Reporter
from generator.written import PAGES_FOLDER
from tests.conftest import Project

PAGE = f"{PAGES_FOLDER}/proef.md"

MEANT = {
    "ovr.md": "over.md",
    "over": "over.md",
    "over/": "over.md",
    "../over.html": "over.md",
    "../catalogus/acme": "../catalogus/acme/",
    "catalogus/acme/": "../catalogus/acme/",
    "../catalogus/acne/": "../catalogus/acme/",
    "www.voorbeeldschool.be/pagina": "https://www.voorbeeldschool.be/pagina",
    "voorbeeldschool.be": "https://voorbeeldschool.be",
    "info@voorbeeldschool.be": "mailto:info@voorbeeldschool.be",
    "heel-iets-anders.md": None,
}


def write(project: Project, body: str) -> None:
    """Writes a page with this body."""
    project.write(PAGE, f"---\ntitle: Proef\ndescription: Een proef.\n---\n\n{body}\n")


@pytest.mark.parametrize("address", MEANT)
def test_meant(project: Project, address: str) -> None:
    """A link that leads nowhere is told with the link that was perhaps meant, when one comes near."""
    write(project, f"[x]({address})")

    (found,) = project.found()

    assert (found.code, found.params["suggestion"]) == ("page-link-missing", MEANT[address])


def test_root_suggestion(project: Project) -> None:
    """A link from the root of the site is told with how it is written from the page."""
    write(project, "[x](/catalogus/acme/#a) ![x](/assets/images/x.png)")

    assert [d.params["suggestion"] for d in project.found()] == ["../catalogus/acme/#a", "assets/images/x.png"]


def test_anchor_suggestion(project: Project) -> None:
    """An anchor that is not there is told with one that is like it."""
    write(project, "[x](over.md#ovr)")

    (found,) = project.found()

    assert (found.code, found.params["suggestion"]) == ("page-anchor-missing", "#over")


def test_owner_of_an_address(project: Project) -> None:
    """An address that is taken is told with what it belongs to."""
    project.write(f"{PAGES_FOLDER}/teamgesprek.md", "---\ntitle: Proef\ndescription: Een proef.\n---\n\nTekst.\n")

    (found,) = project.found()

    assert found.code == "page-address-taken"
    message = Reporter(load_strings(), project.root).message(found)
    assert "/teamgesprek/" in message
    assert str(found.params["owner"]) in message


def test_file_of_the_theme(project: Project) -> None:
    """A picture of the theme, and a file that is made from the records, can be linked to."""
    project.write("theme/assets/images/x.png", b"x")
    write(project, "![x](assets/images/x.png) [zoeken](../assets/search/search.json)")

    assert project.codes() == []


def test_links_between_records_wait(project: Project) -> None:
    """While a record is broken, nobody is told that a link to it leads nowhere."""
    project.replace("providers/acme.yaml", "existence: active", "existence: activ")
    write(project, "[x](../catalogus/acme/)")

    assert project.codes() == ["value-not-allowed"]


def test_published(project: Project) -> None:
    """A page is published with what its front matter says, and its links lead from where it stands."""
    project.write(
        PAGE,
        '---\ntitle: "Proef: <b> & \\"x\\""\ndescription: Een zin.\nhide: [toc]\ncontact: true\n---\n\n'
        "# Kop\n\n[a](over.md) [b](../catalogus/acme/) [c](catalogus/index.md#) [d](#kop)\n",
    )
    knowledge = project.read().knowledge
    assert knowledge is not None

    page = next(one for one in publish(knowledge, site_settings(knowledge)).pages if one.address == "proef/")

    assert (page.title, page.description) == ('Proef: <b> & "x"', "Een zin.")
    assert (page.source, page.updated, page.layout, page.shows) == (PAGE, "2026-11-21", "list", ("contact",))
    assert page.render() == (
        '<h1 id="kop">Kop</h1>\n<p><a href="../over/">a</a> <a href="../catalogus/acme/">b</a> '
        '<a href="../catalogus/">c</a> <a href="#kop">d</a></p>'
    )
