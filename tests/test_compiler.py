"""The pipeline from a folder to pages."""

from dataclasses import replace

import pytest

from generator.compiler import load_strings, publish, read_project, site_settings
from generator.kinds import KINDS
from tests.conftest import TODAY, Project

ACME = "providers/acme.yaml"


def test_clean(project: Project) -> None:
    """A clean project gives its knowledge, and how many files were read."""
    reading = project.read()

    assert (reading.diagnostics, reading.is_clean, reading.files) == ([], True, 17)


def test_errors(project: Project) -> None:
    """A project with an error gives no knowledge."""
    project.append(ACME, "nmae: x\n")

    reading = project.read()

    assert (reading.is_clean, reading.knowledge) == (False, None)


def test_warnings(project: Project) -> None:
    """A project with nothing but warnings gives its knowledge."""
    project.replace("content/site.yaml", "editors_email: redactie@voorbeeldschool.be\n", "")

    reading = project.read()

    assert ([d.severity for d in reading.diagnostics], reading.is_clean) == (["warning"], True)


def test_all_files_are_read(project: Project) -> None:
    """Mistakes of every sort, in every file, are reported in one go and in reading order."""
    project.write("providers/Bad Name.yaml", "x")
    project.write("providers/broken.yaml", "a: b: c")
    project.write("providers/invalid.yaml", "name: x\n")
    project.replace("guides/handbook/leider.yaml", "seen: stored", "seen: live")
    project.append("guides/handbook/leider.yaml", "checked: 2030-01-01\n")
    project.write("content/vocabularies/latin.yaml", b"\xff")
    project.write("content/stray.txt", "x")

    found = [(d.path, d.code) for d in project.found()]

    assert found == [
        ("content/stray.txt", "file-unexpected"),
        ("content/vocabularies/latin.yaml", "file-not-utf8"),
        ("guides/handbook/leider.yaml", "date-in-future"),
        ("providers/Bad Name.yaml", "file-name"),
        ("providers/broken.yaml", "yaml-colon"),
        *[("providers/invalid.yaml", "key-missing")] * 4,
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/vocabularies/themes.yaml", "a: b: c"),
        ("content/vocabularies/themes.yaml", "title: Thema's\n"),
        ("content/competences/betrokkenheid.yaml", ""),
        ("guides/checklists/kiezen.yaml", "- x"),
    ],
)
def test_unreadable_names(project: Project, path: str, text: str) -> None:
    """References into a file that could not be read are not called unknown."""
    project.write(path, text)

    assert {diagnostic.path for diagnostic in project.found()} == {path}


def test_unreadable_names_of_another_kind(project: Project) -> None:
    """A reference of another kind is still checked while a vocabulary cannot be read."""
    project.write("content/vocabularies/themes.yaml", "a: b: c")
    project.append(ACME, "competences: ['9.9']\n")

    assert project.codes() == ["yaml-colon", "ref-unknown"]


def test_no_settings(project: Project) -> None:
    """The settings must be there."""
    (project.root / "content/site.yaml").unlink()

    assert [(d.path, d.code) for d in project.found()] == [("content/site.yaml", "file-missing")]


@pytest.mark.parametrize(
    "path", ["content/themes.yaml", "content/Site.yaml", "guides/gids.yaml", "content/.hidden", "content/x/y.yaml"]
)
def test_strays(project: Project, path: str) -> None:
    """What lies between the folders of records is named: nothing reads it."""
    project.write(path, "x")

    (found,) = project.found()

    assert path.startswith(found.path)
    assert found.code == "file-unexpected"


def test_elsewhere(project: Project) -> None:
    """What lies outside the folders of records is none of our business."""
    project.write("README.md", "x")
    project.write("scripts/x.yaml", "a: b: c")

    assert project.codes() == []


def test_progress(project: Project) -> None:
    """Whoever waits is told after each file how far it is."""
    told: list[tuple[int, int]] = []

    read_project(project.root, TODAY, progress=lambda done, total: told.append((done, total)))

    assert told == [(done, 16) for done in range(1, 17)]


def test_one_kind_less(project: Project) -> None:
    """A kind that is taken out of the list is not read, and its folder becomes a stray."""
    kinds = [kind for kind in KINDS if kind.name != "handbook"]

    reading = read_project(project.root, TODAY, kinds)

    assert [(d.path, d.code) for d in reading.diagnostics] == [("guides/handbook", "file-unexpected")]


def test_kinds_are_values() -> None:
    """A kind is a value: it says itself whether it is one file, and another folder is another value."""
    kind = next(kind for kind in KINDS if kind.name == "site")

    assert (kind.is_single, replace(kind, location="content/sites").is_single) == (True, False)


def test_strings() -> None:
    """Shared texts have no prefix, and a kind's texts stand under its name."""
    strings = load_strings()

    assert strings.has("messages.yaml-tab.message")
    assert strings.has("provider.list.title")


@pytest.mark.parametrize(
    ("given", "used"), [(None, "https://proefwijzer.example/"), ("https://a.be/x", "https://a.be/x/")]
)
def test_site_settings(project: Project, given: str | None, used: str) -> None:
    """A build may have another address than the one in the record, and it ends in a slash."""
    knowledge = project.read().knowledge
    assert knowledge is not None

    settings = site_settings(knowledge, given)

    assert (settings["site_url"], settings["title"]) == (used, "Proefwijzer")


def test_publish(project: Project) -> None:
    """Every record has its page, at its own address, with the file behind it."""
    knowledge = project.read().knowledge
    assert knowledge is not None

    pages = {page.address: page for page in publish(knowledge, site_settings(knowledge)).pages}

    assert {
        "",
        "catalogus/acme/",
        "checklist/kiezen/",
        "teamgesprek/leider/",
        "competenties/betrokkenheid/",
    } <= pages.keys()
    assert pages["catalogus/acme/"].source == ACME


def test_publish_twice(project: Project) -> None:
    """The same project gives the same pages."""
    first, second = (project.read().knowledge for _ in range(2))
    assert first is not None
    assert second is not None

    pages, again = (publish(one, site_settings(one)).pages for one in (first, second))

    assert [(page.address, page.title, page.render()) for page in pages] == [
        (page.address, page.title, page.render()) for page in again
    ]
