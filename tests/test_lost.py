"""Addresses that a new site would lose."""

import json
import re
import shutil
from pathlib import Path

import pytest

from generator.compiler import publish, site_settings
from generator.finish.hashes import write_hashes
from generator.kinds import KINDS
from generator.lost import lost_addresses
from tests.conftest import Project
from tests.test_cli import cli

ACME = "providers/acme.yaml"


@pytest.fixture
def site(project: Project) -> Path:
    """What a site of the project leaves to compare with: its pages, its search and its hashes."""
    knowledge = project.read().knowledge
    assert knowledge is not None
    folder = project.root / "site"
    publication = publish(knowledge, site_settings(knowledge))
    for page in publication.pages:
        (folder / page.address).mkdir(parents=True, exist_ok=True)
        (folder / page.address / "index.html").write_text("")
    for asset in publication.assets:
        if "search" in asset.address:
            (folder / asset.address).parent.mkdir(parents=True, exist_ok=True)
            (folder / asset.address).write_text(asset.content, encoding="utf-8")
    write_hashes(folder)
    return folder


def lost(project: Project, site: Path) -> list[tuple[str, object]]:
    """Gives the file and the address of each loss."""
    knowledge = project.read().knowledge
    assert knowledge is not None
    return [(one.path, one.params["address"]) for one in lost_addresses(site, knowledge, KINDS)]


def test_nothing_lost(project: Project, site: Path) -> None:
    """The same records have the same addresses; a site that is not there had none."""
    assert json.loads((site / "assets/search/search.json").read_text())["documents"]
    assert [] == lost(project, site)
    assert [] == lost(project, project.root / "nergens")


def test_renamed_record(project: Project, site: Path) -> None:
    """A file with another name loses its page, once, until it keeps its old name."""
    shutil.move(project.root / ACME, project.root / "providers/acme-vzw.yaml")
    assert [(ACME, "catalogus/acme/")] == lost(project, site)

    project.append("providers/acme-vzw.yaml", "former_ids: [acme]\n")
    assert [] == lost(project, site)


def test_renamed_offer(project: Project, site: Path) -> None:
    """An offer with another id loses its place on the page, until it keeps its old one; the page then leads there."""
    project.replace(ACME, "- id: ict", "- id: ict-in-de-les")
    assert [(ACME, "catalogus/acme/#ict")] == lost(project, site)

    project.replace(ACME, "- id: ict-in-de-les", "- id: ict-in-de-les\n    former_ids: [ict]")
    assert [] == lost(project, site)
    knowledge = project.read().knowledge
    assert knowledge is not None
    pages = {page.address: page for page in publish(knowledge, site_settings(knowledge)).pages}
    html = pages["catalogus/acme/"].render()
    assert re.search(r'id="ict".*id="ict-in-de-les"', html, re.DOTALL)


def test_taken_former_id(project: Project) -> None:
    """An old id of an offer cannot be that of another one."""
    offers = re.search(r"  - id: ict.*?(?=^sources:)", project.text(ACME), re.DOTALL | re.MULTILINE)
    assert offers
    project.replace(ACME, offers[0], offers[0] + offers[0].replace("id: ict", "id: twee\n    former_ids: [ict]"))

    assert ["id-taken"] == project.codes()


def test_offer_that_went(project: Project, site: Path) -> None:
    """A record that goes is one loss, not one for each of its parts; a written page is not a record."""
    project.write("providers/beta.yaml", project.text(ACME).replace("Acme", "Beta"))
    (project.root / ACME).unlink()

    assert [(ACME, "catalogus/acme/")] == lost(project, site)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"documents": 3}', "niets", '{"documents": [[]]}'])
def test_site_of_another_version(project: Project, site: Path, text: str) -> None:
    """A site whose search was written in another way tells its pages alone."""
    (site / "assets/search/search.json").write_text(text)
    project.replace(ACME, "- id: ict", "- id: ict-in-de-les")

    assert [] == lost(project, site)


def test_told_by_check(project: Project, site: Path) -> None:
    """Who checks the records beside the last site is told, with what to write."""
    assert site.is_dir()
    project.replace(ACME, "- id: ict", "- id: ict-in-de-les")
    checked = cli("check", cwd=project.root)

    assert 0 == checked.returncode
    assert "/catalogus/acme/#ict" in checked.stdout
    assert "former_ids: [ict]" in checked.stdout
