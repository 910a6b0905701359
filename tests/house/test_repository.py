"""The repository: what it promises in its papers is there, and nothing of one machine is in it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.files import all_files
from tests.hosts.workbench import ROOT

PAPERS = [path for name in ("README.md", "CONTRIBUTING.md") if (path := ROOT / name).is_file()]
_TARGET = re.compile(r"`?\bmake ((?:[a-z]+ ?)+)`")


def files() -> list[Path]:
    """Gives every file that is, or would be, kept in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    """Gives every kept file of text, with its place."""
    found = []
    for path in files():
        data = path.read_bytes()
        if b"\0" not in data:
            found.append((path.relative_to(ROOT).as_posix(), data.decode("utf-8")))
    return found


def test_nothing_of_one_machine() -> None:
    """No file names a folder of the machine it was written on, or a package registry of its own."""
    machine = re.compile(r"(?<![\w./-])/(?:" + "work|root|home|tmp" + r")/[\w.]")
    registry = re.compile("py" + r"pi\.org|files\." + "pythonhosted|--(?:extra-)?index-" + "url|--trusted-" + "host")
    found = [name for name, text in texts() if machine.search(text) or registry.search(text)]

    assert [] == found


def test_lock_names_no_host() -> None:
    """The lock file pins every package by version and hash, and names no address."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]

    assert not re.search(r"https?://|\s@\s|git\+|file:", text)
    assert pins
    for line in pins:
        assert re.match(r"[a-z0-9._-]+==\S+", line), line
    assert text.count("--hash=sha256:") >= len(pins)


@pytest.mark.parametrize("target", ["serve", "site", "check", "test", "quick", "bench", "help"])
def test_targets(target: str) -> None:
    """The Makefile has the commands people type, each with a line of help."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert re.search(rf"^{target}:.*## \S", makefile, re.MULTILINE)


def test_quick_opens_no_browser() -> None:
    """Of the tests that `make quick` runs, none knows a browser, and none of the folders it leaves out is gone."""
    found = re.search(r"^IN_BROWSERS := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    left_out = [ROOT / name for name in found[1].split()]
    quick = [
        path
        for name in ("test_*.py", "conftest.py")
        for path in all_files(ROOT / "tests", f"**/{name}")
        if not any(path.is_relative_to(folder) for folder in left_out)
    ]
    knows = re.compile(r"^(?:from|import) (?:playwright|tests\.(?:browser|client|engines))", re.MULTILINE)

    assert all(all_files(folder, "test_*.py") for folder in left_out)
    assert len(quick) > 30
    assert [] == [path.name for path in quick if knows.search(path.read_text(encoding="utf-8"))]


def test_targets_in_papers() -> None:
    """Every `make` command in the papers exists."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {name for paper in PAPERS for found in _TARGET.findall(paper.read_text("utf-8")) for name in found.split()}

    assert set() == named - targets


def test_targets_are_phony() -> None:
    """Every command of the Makefile is marked as one, so that a file of that name does not hide it."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony

    assert set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE)) == set(phony.group(1).split())


def test_links_in_papers() -> None:
    """Every link of the papers to a file leads to one."""
    links = [(p, target) for p in PAPERS for target in re.findall(r"\]\(([^)#\s]+)", p.read_text(encoding="utf-8"))]
    files = [(paper, target) for paper, target in links if "://" not in target and not target.startswith("mailto:")]
    broken = [f"{paper.name} -> {target}" for paper, target in files if not (paper.parent / target).exists()]

    assert [] == broken


def test_folders_in_papers() -> None:
    """Every folder and file in a tree that the papers draw exists."""
    missing = []
    for paper in PAPERS:
        for block in re.findall(
            r"^```(?:text)?\n(.*?)^```", paper.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        ):
            lines = [line for line in block.splitlines() if re.match(r"[\w.-]+/(\s|$)", line)]
            missing += [line.split()[0] for line in lines if not (ROOT / line.split()[0]).exists()]

    assert [] == missing


def test_hooks_find_their_tools(tmp_path: Path) -> None:
    """Each hook runs its command through one script, which finds the folder of programs under both its names."""
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"entry: ([^,]+),", hooks)
    assert len(entries) == hooks.count("- {id:") > 3
    assert all(entry.startswith("sh .ci/tool ") for entry in entries)
    (tmp_path / ".ci").mkdir()
    shutil.copyfile(ROOT / ".ci/tool", tmp_path / ".ci/tool")
    for folder in ("bin", "Scripts"):
        program = tmp_path / f".venv/{folder}/only-in-{folder}"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\necho "{folder}: $1"\n', encoding="utf-8")
        program.chmod(0o755)

        said = subprocess.run(
            ["sh", ".ci/tool", program.name, "een woord"], cwd=tmp_path, capture_output=True, text=True, check=False
        )

        assert said.stdout == f"{folder}: een woord\n", said.stderr


@pytest.mark.parametrize(
    ("path", "attribute", "value"),
    [
        ("providers/x.yaml", "eol", "lf"),
        ("content/pages/x.md", "eol", "lf"),
        ("generator/strings.yaml", "text", "auto"),
        ("docs/images/home.png", "text", "unset"),
        ("theme/assets/fonts/x.woff2", "text", "unset"),
        ("requirements.lock", "diff", "unset"),
    ],
)
def test_line_ends(path: str, attribute: str, value: str) -> None:
    """Git keeps the line ends of texts as they are on every machine, and leaves pictures alone."""
    asked = ["git", "check-attr", attribute, path]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)

    assert said.stdout == f"{path}: {attribute}: {value}\n"


def test_no_generated_file_is_kept() -> None:
    """Nothing that a command makes is kept, the schemas and the lock file aside."""
    made = re.compile(r"^(?:site|\.build|\.venv)/|(?:^|/)(?:__pycache__|[^/]*\.egg-info)/")

    assert [] == [path.as_posix() for path in files() if made.search(path.relative_to(ROOT).as_posix())]


def test_nobody_but_licence_is_empty() -> None:
    """Every kept module says something, packages of tests aside."""
    empty = [path.relative_to(ROOT).as_posix() for path in files() if not path.stat().st_size]

    assert [] == [name for name in empty if not name.startswith("tests/")]
