"""The theme's scripts go, unless a page names one."""

from pathlib import Path

import pytest

from generator.finish.leftovers import remove_leftovers
from tests.files import all_files

THEIRS = (
    "bundle.1a2b.min.js",
    "bundle.1a2b.min.js.map",
    "workers/search.1a2b.min.js",
    "lunr/wordcut.js",
    "lunr/min/lunr.nl.js",
)
OURS = ("entry.js", "logic/bundle.js", "lib/lean-qr/lean-qr.js")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with the theme's scripts and ours."""
    for name in (*THEIRS, *OURS):
        path = tmp_path / "assets/javascripts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1")
    return tmp_path


def scripts(site: Path) -> set[str]:
    """Gives the scripts of a site."""
    folder = site / "assets/javascripts"
    return {path.relative_to(folder).as_posix() for path in all_files(folder, "**/*") if path.is_file()}


def test_nothing_named(site: Path) -> None:
    """Where pages name our scripts alone, the theme's go with their folders."""
    (site / "index.html").write_text('<script type="module" src="assets/javascripts/entry.js"></script>')
    remove_leftovers(site)

    assert set(OURS) == scripts(site)
    assert not (site / "assets/javascripts/lunr").exists()


@pytest.mark.parametrize("source", ['src="../assets/javascripts/bundle.1a2b.min.js"', "SRC = bundle.1a2b.min.js"])
def test_one_named(site: Path, source: str) -> None:
    """Where one page names one of them, all stay: it loads the others by itself."""
    (site / "index.html").write_text("<p>bundle.1a2b.min.js</p>")
    (site / "a").mkdir()
    (site / "a/index.html").write_text(f"<script {source}></script>")
    remove_leftovers(site)

    assert {*THEIRS, *OURS} == scripts(site)


def test_twice(site: Path) -> None:
    """A site without them stays as it is."""
    remove_leftovers(site)
    remove_leftovers(site)

    assert set(OURS) == scripts(site)
