"""The theme and the engine's settings hold plain files only."""

import errno
import os
from pathlib import Path

import pytest

from tests.conftest import Project

PLACE = "theme/assets/images/x.txt"


@pytest.fixture
def themed(project: Project) -> Project:
    """A project with a theme."""
    project.write(PLACE, "x")
    project.write("mkdocs.yml", "x")
    return project


def test_plain_files(themed: Project) -> None:
    """Plain files are fine, and so are two names of one file."""
    os.link(themed.root / PLACE, themed.root / "theme/tweede.txt")

    assert [] == themed.found()


@pytest.mark.parametrize("place", [PLACE, "theme/assets", "theme", "mkdocs.yml"])
def test_link(themed: Project, tmp_path: Path, place: str) -> None:
    """A link is refused: the engine would publish what it leads to."""
    (themed.root / place).rename(tmp_path / "elders")
    (themed.root / place).symlink_to(tmp_path / "elders")

    assert [(place, "file-is-link")] == [(found.path, found.code) for found in themed.found()]


def test_link_to_nothing(themed: Project) -> None:
    """A link that leads nowhere is refused too."""
    (themed.root / "theme/weg").symlink_to("nergens")

    assert [("theme/weg", "file-is-link")] == [(found.path, found.code) for found in themed.found()]


@pytest.mark.parametrize("place", [PLACE, "theme", "mkdocs.yml"])
def test_pipe(themed: Project, tmp_path: Path, place: str) -> None:
    """A pipe is refused, and nobody waits for it."""
    (themed.root / place).rename(tmp_path / "elders")
    os.mkfifo(themed.root / place)

    assert [(place, "file-is-special")] == [(found.path, found.code) for found in themed.found()]


@pytest.mark.parametrize("folder", ["theme/assets", "providers", "guides"])
def test_folder_without_access(themed: Project, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be looked into is named: it is not taken for empty."""
    look, walk = os.scandir, Path.iterdir

    def refuse(path: object) -> None:
        if Path(str(path)) == themed.root / folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "scandir", lambda path: (refuse(path), look(path))[1])
    monkeypatch.setattr(Path, "iterdir", lambda path: (refuse(path), walk(path))[1])

    assert (folder, "file-unreadable") in [(found.path, found.code) for found in themed.found()]


def test_file_without_access(themed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is named, before the engine stumbles over it."""
    monkeypatch.setattr(os, "access", lambda path, _mode: path != themed.root / PLACE)

    assert [(PLACE, "file-unreadable")] == [(found.path, found.code) for found in themed.found()]
