"""Nothing in a site leads elsewhere."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.finish import finish
from generator.finish.stock import ForeignFileError, pages_of, take_stock
from tests.finish.test_page_count import built
from tests.hosts.workbench import hashes


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, with a neighbour that is none of its business."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.html").write_text("<!doctype html><html><head></head></html>")
    return built(tmp_path / "site", "", "a/")


def test_every_file(site: Path) -> None:
    """All files are given, in order, and no folder."""
    assert ["404.html", "a/index.html", "index.html"] == [
        path.relative_to(site).as_posix() for path in take_stock(site)
    ]


ODD: dict[str, Callable[[Path], object]] = {
    "a link to a file": lambda site: (site / "a" / "x.html").symlink_to(site.parent / "elsewhere" / "secret.html"),
    "a link to a folder": lambda site: (site / "b").symlink_to(site.parent / "elsewhere"),
    "a link to nothing": lambda site: (site / "b").symlink_to(site / "nothing"),
    "a link to itself": lambda site: (site / "a" / "b").symlink_to(site),
    "a pipe": lambda site: os.mkfifo(site / "pipe.html"),
    "a line end in a name": lambda site: (site / "a\nb.txt").write_text(""),
    "a line end in a folder's name": lambda site: (site / "a\rb").mkdir(),
    "a backslash in a name": lambda site: (site / "a\\b.txt").write_text(""),
    "a name that is no text": lambda site: (site / os.fsdecode(b"caf\xe9.txt")).write_text(""),
}


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such files")
@pytest.mark.parametrize("make", ODD.values(), ids=ODD)
def test_what_is_no_file_of_its_own(site: Path, make: Callable[[Path], object]) -> None:
    """What leads elsewhere, or has a name that breaks the list of hashes, is refused before anything is written."""
    make(site)
    before = {path: path.read_bytes() for path in (site.parent / "elsewhere" / "secret.html", site / "index.html")}

    with pytest.raises(ForeignFileError) as raised:
        finish(site, ["", "a/"])

    assert "\n" not in str(raised.value)
    assert before == {path: path.read_bytes() for path in before}


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such links")
def test_a_site_that_is_a_link(site: Path) -> None:
    """A link is not finished: what it leads to may be anything."""
    link = site.parent / "link"
    link.symlink_to(site)
    before = hashes(site)

    with pytest.raises(ForeignFileError):
        finish(link, ["", "a/"])

    assert before == hashes(site)


def test_pages(site: Path) -> None:
    """Whatever a server sends as a page is one, however its name ends."""
    for name in ("b.HTM", "c.xhtml", "d.html.txt", "e.json"):
        (site / name).write_text("")

    assert ["404.html", "a/index.html", "b.HTM", "c.xhtml", "index.html"] == [
        path.relative_to(site).as_posix() for path in pages_of(site)
    ]
