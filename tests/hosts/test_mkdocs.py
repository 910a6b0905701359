"""Door 1: the plugin, with the real engine and the real theme."""

import json
import os
import re
import shutil
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from generator.compiler import load_strings, publish, read_project, site_settings
from generator.core.pages import Page, headings
from generator.hosts.mkdocs import VormingswijzerPlugin, _finding
from generator.release import addresses
from tests.conftest import Project
from tests.files import all_files
from tests.hosts.conftest import Hostile
from tests.hosts.workbench import Html, copy_project, hashes, page_addresses, read_page, run

PROVIDER = "catalogus/dwengo/"
ANOTHER_DAY = """
import datetime, sys, time

now = time.time
time.time = lambda: now() + 86400 * 400

class Later(datetime.date):
    @classmethod
    def today(cls):
        return datetime.date.fromtimestamp(time.time())

sys.path.insert(0, "")
import generator.hosts.mkdocs
generator.hosts.mkdocs.date = Later
from mkdocs.__main__ import cli
cli()
"""
"""Runs the engine some four hundred days from now."""


@pytest.fixture(scope="module")
def pages(hostile: Hostile) -> list[Page]:
    """What the hostile project publishes."""
    reading = read_project(hostile.project.root, date.today())
    assert reading.knowledge is not None
    return list(publish(reading.knowledge, site_settings(reading.knowledge)).pages)


@pytest.fixture(scope="module")
def documents(hostile_site: Path) -> dict[str, Html]:
    """Every file of HTML of the built hostile site, taken apart."""
    return {
        path.relative_to(hostile_site).as_posix(): Html(path.read_text(encoding="utf-8"))
        for path in all_files(hostile_site, "**/*.html")
    }


def words(text: str) -> str:
    """Gives text as a reader sees it."""
    return " ".join(text.split())


def test_pages_are_all_there(hostile: Hostile, hostile_site: Path) -> None:
    """The built site holds the page of every record and every hand-written page, and nothing else."""
    reading = read_project(hostile.project.root, date.today())

    assert set(addresses(reading)) == page_addresses(hostile_site)


def test_pages_stay_out_of_nav(documents: dict[str, Html]) -> None:
    """The navigation of every page holds the four doors; no record stands in it."""
    for name, document in documents.items():
        tabs = document.texts("a", "md-tabs__link")
        assert ["Zelfcheck digitaal", "Kies je nascholing", "Zoek nascholing", "Teamgesprek"] == tabs, name


def test_no_text_breaks_out(hostile_site: Path) -> None:
    """Text of a record never opens an element, whatever field it stands in and wherever the theme prints it."""
    found = {
        path.relative_to(hostile_site).as_posix()
        for path in all_files(hostile_site, "**/*.html")
        if re.search(r"<script>alert|<hostile", path.read_text(encoding="utf-8"))
    }

    assert set() == found


def test_no_text_becomes_code(documents: dict[str, Html]) -> None:
    """No page holds an event attribute, an unknown element or a script with text of a record."""
    for name, document in documents.items():
        for tag, attributes, text in document.elements:
            assert tag != "hostile", name
            assert not [attribute for attribute in attributes if attribute.startswith("on")], name
            assert not re.search(r"[\"'<>=(]", "".join(attributes)), name
            assert tag != "script" or "alert(1)" not in text, name


def test_scripts_are_those_of_the_theme(documents: dict[str, Html]) -> None:
    """The inline scripts of every page are the same; that for unknown addresses has one more, which mends them."""
    found = {
        name: {text for tag, attributes, text in document.elements if tag == "script" and not attributes}
        for name, document in documents.items()
    }
    mending = found.pop("404.html") - found["index.html"]

    assert ["encoded" in text for text in mending] == [True]
    assert [found["index.html"]] * len(found) == list(found.values())


def test_title_and_description(pages: list[Page], hostile: Hostile, hostile_site: Path) -> None:
    """Title, description and header of a page say, as text, what the record and the settings say."""
    for page in pages:
        document = read_page(hostile_site, page.address)
        title, *_ = document.texts("title")
        if page.layout == "home":
            assert words(f"{hostile.site_title}: {page.description}") == title
        else:
            assert words(f"{page.title} - {hostile.site_title}") == title
        assert [page.description] == document.attributes("meta", "content", name="description"), page.address
        assert [words(hostile.site_title)] == document.texts("div", "md-header__title")


def test_site_name_is_escaped_once(hostile: Hostile, documents: dict[str, Html]) -> None:
    """The site's name is the same text in every label of the theme."""
    for document in documents.values():
        logo = [attributes for tag, attributes, _ in document.elements if "md-logo" in attributes.get("class", "")]
        assert {hostile.site_title} == {attributes["title"] for attributes in logo}
        assert {hostile.site_title} == {attributes["aria-label"] for attributes in logo}


def test_table_of_contents(pages: list[Page], hostile_site: Path) -> None:
    """The table of contents of a record's page holds its headings, in order, as text."""
    shown = 0
    for page in pages:
        document = read_page(hostile_site, page.address)
        links = [a for t, a, _ in document.elements if t == "a" and a.get("class") == "md-nav__link"]
        anchors = [attributes["href"].partition("#")[2] for attributes in links if attributes["href"].startswith("#")]
        if not anchors:
            assert page.layout != "record" or not headings(page.render()), page.address
            continue
        shown += 1
        found = [heading for heading in headings(page.render()) if heading.level > 1]
        wanted = [heading.anchor for heading in found]
        assert wanted == anchors[: len(wanted)], page.address
        for heading in found:
            assert heading.title in [words(text) for text in document.texts("span", "md-ellipsis")], page.address
    assert shown > 3


def test_search_holds_the_records(hostile: Hostile, hostile_site: Path) -> None:
    """The file of the search, which the browser shows as text, holds titles as they were typed."""
    index = json.loads((hostile_site / "assets/search/search.json").read_text(encoding="utf-8"))
    said = {words(title) for title, *_ in index["documents"]}

    assert words(hostile.records["providers/dwengo.yaml"]["name"]) in said
    assert words(hostile.records["providers/dwengo.yaml"]["offers"][0]["title"]) in said


def test_engine_makes_no_index(hostile_site: Path) -> None:
    """The engine's own search is not there: its index would be fetched on every page."""
    assert not (hostile_site / "search").exists()


def test_edit_link(pages: list[Page], hostile: Hostile, hostile_site: Path) -> None:
    """With a repository in the settings, the page of every record leads to that record's file there."""
    path = hostile.records["content/site.yaml"]["edit_path"]
    base = f"https://git.voorbeeldschool.be/wijzer/{path}"
    with_a_file = [page for page in pages if page.source and page.layout == "record"]
    for page in with_a_file:
        links = read_page(hostile_site, page.address).attributes("a", "href")
        assert f"{base}{page.source}" in links, page.address

    assert "providers/dwengo.yaml" in {page.source for page in with_a_file}


def test_no_edit_link_without_repository(site_project: Project) -> None:
    """Without a repository in the settings no page offers to edit its file."""
    built = run("mkdocs", "build", "--strict", cwd=site_project.root)

    assert built.returncode == 0, built.stderr
    for path in all_files(site_project.root / ".build/preview", "**/*.html"):
        html = path.read_text(encoding="utf-8")
        assert 'rel="edit"' not in html, path
        assert load_strings()("foot.edit") not in html, path


def test_sitemap(pages: list[Page], hostile: Hostile, hostile_site: Path) -> None:
    """The sitemap lists every page that may be found, once, at its full address, with the day of its newest source."""
    tree = ElementTree.parse(hostile_site / "sitemap.xml").getroot()
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {
        url.findtext("s:loc", "", space).removeprefix("https://vormingswijzer.example/"): url.findtext(
            "s:lastmod", "", space
        )
        for url in tree.findall("s:url", space)
    }

    assert page_addresses(hostile_site) - {"catalogus/weg/"} == set(listed)
    assert len(tree) == len(listed)
    reading = read_project(hostile.project.root, date.today())
    assert reading.knowledge is not None
    assert all(day <= reading.knowledge.today.isoformat() for day in listed.values())
    assert {page.address: page.updated for page in pages if page.updated}.items() <= listed.items()


def test_bytes_do_not_depend_on_surroundings(site_project: Project, tmp_path: Path) -> None:
    """Another day, time zone, environment, umask, folder, order of hashing and age of files give the same bytes."""
    here = run(
        "mkdocs",
        *("build", "--strict", "--site-dir", str(tmp_path / "here")),
        cwd=site_project.root,
        environment={"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
    )
    elsewhere = tmp_path / "elsewhere/with a longer name"
    shutil.copytree(site_project.root, elsewhere, copy_function=shutil.copyfile)
    for path in all_files(elsewhere, "**/*"):
        os.utime(path, (10**9, 10**9))
    there = run(
        sys.executable,
        *("-c", ANOTHER_DAY, "build", "--strict", "--site-dir", str(tmp_path / "there")),
        cwd=elsewhere,
        environment={
            "TZ": "America/Los_Angeles",
            "PYTHONHASHSEED": "2",
            "LC_ALL": "C",
            "SOURCE_DATE_EPOCH": "0",
            "SITE_URL": "https://x.example/",
        },
        umask=0o077,
    )

    assert (0, 0) == (here.returncode, there.returncode), here.stderr + there.stderr
    assert hashes(tmp_path / "here") == hashes(tmp_path / "there")


def test_bad_page_stops_the_engine(site_project: Project) -> None:
    """A mistake in a hand-written page stops `mkdocs build` and `vormingswijzer build` with the same report."""
    site_project.append("content/pages/over.md", "\n[weg](bestaat-niet.md)\n")
    line = len(site_project.text("content/pages/over.md").splitlines())

    for command in (("mkdocs", "build", "--strict"), ("vormingswijzer", "build"), ("vormingswijzer", "export", "out")):
        built = run(*command, cwd=site_project.root)
        assert 1 == built.returncode
        assert f"content/pages/over.md:{line}:7: fout: " in built.stdout + built.stderr
        assert "Traceback" not in built.stdout + built.stderr


def test_engine_is_told_in_full(site_project: Project) -> None:
    """What the engine itself complains of reaches who builds, each complaint with the file it is about."""
    site_project.append("mkdocs.yml", "nav:\n  - Weg: bestaat-niet.md\n  - Ook weg: evenmin.md\n")
    built = run("vormingswijzer", "build", cwd=site_project.root)

    assert 1 == built.returncode
    assert ["bestaat-niet.md", "evenmin.md"] == re.findall(
        r"^mkdocs\.yml:1:1: fout: .*'([^']+\.md)'", built.stderr, re.M
    )
    assert "Traceback" not in built.stderr
    assert not (site_project.root / "site").exists()


def test_page_of_a_complaint(pages: list[Page]) -> None:
    """A complaint that names a page is told at the file behind that page."""
    plugin = VormingswijzerPlugin()
    plugin.pages = {"catalogus/dwengo/index.md": SimpleNamespace(source_page=pages[0])}  # type: ignore[dict-item]  # enough

    named = _finding("Doc file 'catalogus/dwengo/index.md' is odd", plugin, Path("mkdocs.yml"))
    unnamed = _finding("Something else", plugin, Path("mkdocs.yml"))

    assert (pages[0].source, "mkdocs.yml") == (named.path, unnamed.path)


def test_droppings_are_not_published(site_project: Project) -> None:
    """What systems and editors leave among pages and theme does not reach the site, through neither door."""
    for folder in ("content/pages", "theme/assets/images", "theme/assets/images/__pycache__"):
        for name in ("over.md~", "Thumbs.db", "#x#", "4913"):
            site_project.write(f"{folder}/{name}", "x")
    assert 0 == run("vormingswijzer", "build", cwd=site_project.root).returncode
    assert 0 == run("vormingswijzer", "export", "out", cwd=site_project.root).returncode
    written = [path for folder in ("site", "out") for path in all_files(site_project.root / folder, "**/*", least=100)]

    assert [] == [path for path in written if path.name in ("over.md~", "Thumbs.db", "#x#", "4913")]


def test_bad_record_stops_the_engine(site_project: Project) -> None:
    """A mistake in a record stops `mkdocs build` with the report, without a traceback, and leaves the old site."""
    preview = site_project.root / ".build/preview"
    preview.mkdir(parents=True)
    (preview / "old.html").write_text("old")
    site_project.replace("providers/dwengo.yaml", "name: Dwengo vzw\n", "naam: Dwengo vzw\n")
    line = site_project.text("providers/dwengo.yaml").splitlines().index("naam: Dwengo vzw") + 1
    built = run("mkdocs", "build", "--strict", cwd=site_project.root)

    assert built.returncode == 1
    assert f"providers/dwengo.yaml:{line}:1: fout: " in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert ["old.html"] == [path.name for path in preview.iterdir()]


def test_copy_is_small(tmp_path: Path) -> None:
    """The project these tests build holds few providers, and is clean."""
    project = copy_project(tmp_path / "project")

    assert len(list((project.root / "providers").iterdir())) < 20
    assert read_project(project.root, date.today()).is_clean
