"""The new site takes the place of the old one, at once or in two steps."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.finish.exchange import exchange, repair
from tests.files import all_files
from tests.hosts.workbench import ROOT, child_environment, hashes

WAYS = ("linux", "darwin")
"""Linux exchanges two folders in one step; elsewhere there are two."""

CHILD = """
import os, signal, sys
from pathlib import Path

way, deadly = sys.argv[1], int(sys.argv[2])
sys.platform = way
from generator.finish.exchange import exchange, repair

steps = 0

def watch(event, arguments):
    global steps
    if event not in ("os.rename", "ctypes.call_function", "ctypes.dlsym", "os.remove", "os.rmdir", "shutil.rmtree"):
        return
    steps += 1
    if steps == deadly:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
exchange(Path("work/next-1"), Path("site"))
repair(Path("site"), Path("work"))
"""
"""Exchanges a site, and is killed just before one of the steps it asks the system for."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an old site, and a new one beside it."""
    for site, words in (("site", "old"), ("work/next-1", "new")):
        (tmp_path / site / "a").mkdir(parents=True)
        (tmp_path / site / "index.html").write_text(words)
        (tmp_path / site / "a/index.html").write_text(words)
    return tmp_path


def words(place: Path) -> set[str]:
    """Gives what the pages of the site say."""
    return {path.read_text() for path in all_files(place / "site", "**/index.html")}


@pytest.mark.parametrize("way", WAYS)
def test_exchange(place: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """The new site stands where the old one stood, and nothing is left over."""
    monkeypatch.setattr(sys, "platform", way)
    exchange(place / "work/next-1", place / "site")

    assert {"new"} == words(place)
    assert [] == list((place / "work").iterdir())


@pytest.mark.parametrize("way", WAYS)
def test_first_site(place: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Where no site stood, the new one is put there."""
    monkeypatch.setattr(sys, "platform", way)
    exchange(place / "work/next-1", place / "fresh")

    assert "new" == (place / "fresh/index.html").read_text()
    assert [] == list((place / "work").iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_one_step(place: Path) -> None:
    """On Linux the folder that stood there and the new one change names in one step: there is always a site."""
    old, new = (place / "site").stat().st_ino, (place / "work/next-1").stat().st_ino
    killed = kill(place, "linux", 2)

    assert killed
    assert new == (place / "site").stat().st_ino
    assert old == (place / "work/next-1").stat().st_ino


def kill(place: Path, way: str, step: int) -> bool:
    """Exchanges the sites and kills that before a step; says whether there was such a step."""
    child = subprocess.run(
        [sys.executable, "-c", CHILD, way, str(step)],
        cwd=place,
        env=child_environment({"PYTHONPATH": str(ROOT)}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode in (0, -signal.SIGKILL), child.stderr
    return child.returncode != 0


@pytest.mark.parametrize("way", WAYS)
def test_killed_at_every_step(place: Path, tmp_path_factory: pytest.TempPathFactory, way: str) -> None:
    """Killed before any step, the next start finds or restores a whole site, the old one or the new one."""
    old = hashes(place / "site")
    new = hashes(place / "work/next-1")
    seen = []
    for step in range(1, 40):
        copy = tmp_path_factory.mktemp("killed") / "place"
        shutil.copytree(place, copy)
        was_killed = kill(copy, way, step)
        repair(copy / "site", copy / "work")
        seen.append("old" if hashes(copy / "site") == old else "new" if hashes(copy / "site") == new else "broken")
        assert [] == list((copy / "work").iterdir()), step
        if not was_killed:
            break

    assert "broken" not in seen
    assert sorted(seen, key=["old", "new"].index) == seen
    assert {"old", "new"} == set(seen)


def test_repair_puts_the_old_site_back(place: Path) -> None:
    """Between the two steps there is no site: the old one, set aside, comes back, and the new one goes."""
    (place / "site").rename(place / "work/next-1.site.old")
    repair(place / "site", place / "work")

    assert {"old"} == words(place)
    assert [] == list((place / "work").iterdir())


def test_repair_tidies_up(place: Path) -> None:
    """Folders of killed builds go; the site, the lock and a preview stay."""
    (place / "work/next-2.site.old").mkdir()
    (place / "work/preview").mkdir()
    (place / "work/lock").touch()
    repair(place / "site", place / "work")

    assert {"old"} == words(place)
    assert ["lock", "preview"] == sorted(path.name for path in (place / "work").iterdir())


def test_repair_of_nothing(tmp_path: Path) -> None:
    """Where no build was killed, there is nothing to repair."""
    repair(tmp_path / "site", tmp_path)

    assert [] == list(tmp_path.iterdir())


def test_repair_leaves_another_site_alone(place: Path) -> None:
    """An old site that was set aside never turns up in the place of another site."""
    (place / "site").rename(place / "work/next-1.site.old")
    repair(place / "other", place / "work")

    assert not (place / "other").exists()
    repair(place / "site", place / "work")
    assert {"old"} == words(place)
