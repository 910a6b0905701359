"""What systems and editors leave behind."""

import subprocess

import pytest

from generator.core.droppings import DROPPINGS, is_dropping
from generator.core.source import FILE_NAME
from tests.conftest import Project
from tests.hosts.workbench import ROOT

LEFT_BEHIND = [
    ".DS_Store",
    "._acme.yaml",
    "Icon\r",
    ".Spotlight-V100",
    "Thumbs.db",
    "thumbs.db",
    "desktop.ini",
    "Desktop.ini",
    "ehthumbs.db",
    "$RECYCLE.BIN",
    ".directory",
    ".nfs000000000000000100000001",
    ".fuse_hidden0000000100000001",
    ".goutputstream-ABC123",
    "acme.yaml~",
    "acme.yaml.bak",
    "acme.yaml.orig",
    "acme.yaml.tmp",
    "acme.yaml.save",
    ".acme.yaml.swp",
    ".acme.yaml.swo",
    ".acme.yaml.swx",
    "acme.yaml.swp",
    ".acme.yaml.un~",
    "4913",
    "#acme.yaml#",
    ".#acme.yaml",
    ".~lock.acme.yaml#",
    "~$acme.docx",
    ".acme.yaml.kate-swp",
    "acme.yaml___jb_tmp___",
    ".idea",
    ".vscode",
    ".stfolder",
    ".syncthing.acme.yaml.tmp",
    "__pycache__",
]

SOMEBODYS_WORK = [
    "acme.yml",
    "acme.yaml.rej",
    "acme.yaml.old",
    "acme.yaml.txt",
    "acme.sync-conflict-20261129-101010-ABCDEFG.yaml",
    "acme (conflicted copy).yaml",
    "acme - kopie.yaml",
    "Kopie van acme.yaml",
    ".acme.yaml",
    "Icons",
    "thumbs.yml",
    "notes.md",
]

FOLDERS = ["providers", "content", "content/vocabularies", "content/pages", "guides", "guides/checklists"]


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_left_behind(name: str) -> None:
    """What nobody wrote is known by its name, and git does not keep it either."""
    assert is_dropping(name)
    assert ignored([f"providers/{name}"]) == [f"providers/{name}"]


@pytest.mark.parametrize("name", SOMEBODYS_WORK)
def test_somebodys_work(name: str) -> None:
    """What may hold somebody's work is not passed over, and git sees it."""
    assert not is_dropping(name)
    assert ignored([f"providers/{name}"]) == []


def test_gitignore_holds_the_list() -> None:
    """The lines of .gitignore below its heading are the list, line for line."""
    lines = (ROOT / ".gitignore").read_bytes().decode().split("\n")
    heading = next(index for index, line in enumerate(lines) if "droppings.py" in line)

    assert [line.removeprefix("\\") for line in lines[heading + 1 : -1]] == list(DROPPINGS)


def test_no_record_is_a_dropping() -> None:
    """No name that a record or a page can have is on the list."""
    names = ["a.yaml", "4913.yaml", "icon.yaml", "tmp.yaml", "thumbs-db.yaml", "vscode.yaml", "0.yaml"]

    assert all(FILE_NAME.fullmatch(name) for name in names)
    assert [name for name in names if is_dropping(name) or is_dropping(name.replace(".yaml", ".md"))] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_passed_over(project: Project, folder: str) -> None:
    """What was left behind changes nothing, in whatever folder: a file, a folder or a link that leads nowhere."""
    for name in ("Thumbs.db", "acme.yaml~", "over.md~", "#x#", "4913"):
        project.write(f"{folder}/{name}", b"\xff\x00 not yaml: [")
    project.write(f"{folder}/.idea/workspace.xml", "<x/>")
    (project.root / folder / ".#acme.yaml").symlink_to("an@machine.1234:1700000000")

    assert [(d.path, d.code) for d in project.found()] == []


@pytest.mark.parametrize("name", SOMEBODYS_WORK)
def test_still_named(project: Project, name: str) -> None:
    """Whatever else is not read is named."""
    project.write(f"providers/{name}", "name: x\n")

    assert [d.path for d in project.found()] == [f"providers/{name}"]


def ignored(paths: list[str]) -> list[str]:
    """Gives which of these paths git would not keep."""
    asked = subprocess.run(
        ["git", "check-ignore", "--no-index", "-z", "--stdin"],
        cwd=ROOT,
        input="\0".join(paths).encode(),
        capture_output=True,
        check=False,
    )
    assert asked.returncode in (0, 1), asked.stderr
    return [path for path in asked.stdout.decode().split("\0") if path]
