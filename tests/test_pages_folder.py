"""The folder of hand-written pages."""

import os

import pytest

from generator.pages_folder import PAGES_FOLDER, check_pages_folder, pages_in
from tests.conftest import Project


def test_pages(project: Project) -> None:
    """The home page stands at the root, and another page at its own name."""
    project.write(f"{PAGES_FOLDER}/over-ons.md", "# Over ons\n")

    assert pages_in(project.root) == ["", "over-ons/"]
    assert list(check_pages_folder(project.root)) == []


@pytest.mark.parametrize(
    "name", ["Over.md", "over_ons.md", "over.html", "over", ".htaccess", "over.md.old", "map/over.md", "foto.png"]
)
def test_no_page(project: Project, name: str) -> None:
    """What is no page is named: the engine would publish it."""
    project.write(f"{PAGES_FOLDER}/{name}", "x")

    assert [(d.path, d.code) for d in project.found()] == [(f"{PAGES_FOLDER}/{name.split('/')[0]}", "page-file-name")]


def test_link(project: Project) -> None:
    """A link is no page."""
    (project.root / PAGES_FOLDER / "geheim.md").symlink_to("/etc/passwd")

    assert project.codes() == ["file-is-link"]


def test_pipe(project: Project) -> None:
    """A pipe is no page, whatever its name."""
    os.mkfifo(project.root / PAGES_FOLDER / "pijp.md")

    assert project.codes() == ["page-file-name"]


def test_folder_that_is_a_link(project: Project) -> None:
    """The folder itself may be no link either."""
    (project.root / PAGES_FOLDER).rename(project.root / "elsewhere")
    (project.root / PAGES_FOLDER).symlink_to(project.root / "elsewhere")

    assert [(d.path, d.code) for d in project.found()] == [(PAGES_FOLDER, "file-is-link")]


def test_no_folder(project: Project) -> None:
    """A project without hand-written pages is fine."""
    (project.root / PAGES_FOLDER / "index.md").unlink()
    (project.root / PAGES_FOLDER).rmdir()

    assert project.codes() == []
    assert pages_in(project.root) == []
