"""A site is put where nothing but an earlier site of ours can be lost."""

import errno
import os
import stat
from pathlib import Path

import pytest

from generator.finish.place import SitePlaceError, check_place, make_parents, open_to_all, work_folder
from tests.files import all_files

SITE = {
    "index.html": "x",
    "assets/stylesheets/vormingswijzer.css": "x",
    "SHA256SUMS": f"{'0' * 64}  index.html\n{'0' * 64}  assets/stylesheets/vormingswijzer.css\n",
}
"""A site as the first version made it."""

SOURCES = ("content", "docs")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, with the person's home beside it."""
    root = tmp_path / "werk/project"
    for folder in ("content", "docs", "providers", "../../thuis/map"):
        (root / folder).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "thuis/map"))
    return root


def fill(folder: Path, files: dict[str, str]) -> Path:
    """Writes files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def reason(site: Path, root: Path) -> str | None:
    """Gives why no site can be put somewhere."""
    try:
        check_place(site, root, SOURCES)
    except SitePlaceError as error:
        return error.reason
    return None


def test_free_places(root: Path) -> None:
    """A folder that is missing, deep too, or empty, or an earlier site of ours, may be built in."""
    (root / "leeg").mkdir()
    fill(root / "site", SITE)

    for name in ("nieuw", "nieuw/diep/nl", "leeg", "site", "../buiten", "site/../site"):
        assert reason(root / name, root) is None, name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".", "above"),
        ("..", "above"),
        ("/", "above"),
        ("content", "own"),
        ("docs", "own"),
        ("Docs", "own"),
        ("docs/nieuw", "own"),
        ("content/pages/nieuw", "own"),
        (".git", "own"),
        (".venv/site", "own"),
        ("nieuw/../docs", "own"),
        ("naar-docs/site", "own"),
        ("../../thuis/map", "home"),
        ("../../thuis", "home"),
        ("/proc", "mount"),
        ("bestand", "file"),
        ("bestand/site", "file"),
        ("pijp", "file"),
        ("koppeling", "link"),
        ("nergens", "link"),
        ("vreemd", "foreign"),
        ("lege-map-erin", "foreign"),
        ("alleen-lijst", "foreign"),
        ("lijst-is-koppeling", "foreign"),
        ("met-eigen-werk", "mixed"),
        ("met-koppeling", "mixed"),
    ],
)
def test_refused_places(root: Path, name: str, expected: str) -> None:
    """What is no site of ours is refused, and stays as it was."""
    fill(root, {"bestand": "x", "vreemd/scriptie.txt": "x", "alleen-lijst/SHA256SUMS": f"{'0' * 64}  scriptie.txt\n"})
    fill(root / "met-eigen-werk", {**SITE, "scriptie.txt": "x"})
    fill(root / "met-koppeling", SITE)
    fill(root / "echt", SITE)
    fill(root / "lijst-is-koppeling", {"scriptie.txt": "x"})
    (root / "lege-map-erin/leeg").mkdir(parents=True)
    (root / "met-koppeling/naar").symlink_to(root / "docs")
    (root / "lijst-is-koppeling/SHA256SUMS").symlink_to(root / "echt/SHA256SUMS")
    (root / "koppeling").symlink_to("echt")
    (root / "nergens").symlink_to("niets")
    (root / "naar-docs").symlink_to("docs")
    os.mkfifo(root / "pijp")

    assert expected == reason(root / name, root)


def test_what_would_be_lost_is_named(root: Path) -> None:
    """The file that a build would take away is named."""
    fill(root / "site", {**SITE, "werk/scriptie.txt": "x"})

    with pytest.raises(SitePlaceError) as caught:
        check_place(root / "site", root, SOURCES)

    assert "werk/scriptie.txt" == caught.value.detail


def test_folder_that_cannot_be_looked_into(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be seen is not taken for empty."""
    fill(root / "site", SITE)

    def refuse(*_arguments: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "scandir", refuse)

    assert "closed" == reason(root / "site", root)


def test_work_stays_in_the_project(root: Path) -> None:
    """On one disk the project's own work folder will do, and nothing is left of the look."""
    (root / ".build").mkdir()

    assert root / ".build" == work_folder(root / "nieuw/diep/site", root / ".build")
    assert [] == [*(root / ".build").iterdir(), *(path for path in root.iterdir() if path.name.startswith(".next-"))]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_closed_place(root: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Where the person may not write, that is said before anything is built, and nothing is left of the look."""
    (root / ".build").mkdir()

    def refuse(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "rename", refuse)

    with pytest.raises(SitePlaceError) as caught:
        work_folder(root / "nieuw/site", root / ".build")
    assert ("closed", root, number) == (caught.value.reason, caught.value.place, caught.value.number)
    assert [] == list((root / ".build").iterdir())


def test_another_disk(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a site on another disk the work folder stands beside it, where one step puts it in its place."""
    (root / ".build").mkdir()

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(Path, "rename", refuse)

    assert root / ".vormingswijzer-build" == work_folder(root / "nieuw/site", root / ".build")
    assert [] == [*(root / ".build").iterdir(), *(path for path in root.iterdir() if path.name.startswith(".next-"))]


def test_modes(root: Path) -> None:
    """Folders and files get the modes of a public site, those above it too when they are new."""
    before = os.umask(0o077)
    try:
        make_parents(root / "nieuw/diep/site")
        fill(root / "nieuw/diep/site", SITE)
    finally:
        os.umask(before)
    open_to_all(root / "nieuw/diep/site")
    inside = all_files(root / "nieuw", "**/*", least=len(SITE))
    made = {path: stat.S_IMODE(path.stat().st_mode) for path in (root / "nieuw", *inside)}

    assert {0o755, 0o644} == set(made.values())
    assert all((mode == 0o755) == path.is_dir() for path, mode in made.items())
