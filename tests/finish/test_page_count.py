"""The pages of a built site are counted."""

from pathlib import Path

import pytest

from generator.core.errors import PagesMissingError
from generator.finish.page_count import check_pages

PAGE = "<!doctype html>\n<html><head></head></html>"


def built(folder: Path, *addresses: str) -> Path:
    """Makes a site with these pages, and the page for unknown addresses."""
    for address in addresses:
        (folder / address).mkdir(parents=True, exist_ok=True)
        (folder / address / "index.html").write_text(PAGE)
    (folder / "404.html").write_text(PAGE)
    return folder


def test_complete(tmp_path: Path) -> None:
    """A site with exactly its pages is counted, the page for unknown addresses left out."""
    assert 3 == check_pages(built(tmp_path, "", "a/", "a/b/"), ["", "a/", "a/b/"])


def test_missing(tmp_path: Path) -> None:
    """Pages that were not built are named in order, the home page as a slash."""
    with pytest.raises(PagesMissingError) as raised:
        check_pages(built(tmp_path, "a/"), ["b/", "", "a/"])

    assert ["/", "b/"] == raised.value.missing
    assert [] == raised.value.unexpected
    assert "missing: /, b/" in str(raised.value)


def test_unexpected(tmp_path: Path) -> None:
    """Pages that nobody published are named."""
    with pytest.raises(PagesMissingError) as raised:
        check_pages(built(tmp_path, "", "a/", "z/y/"), [""])

    assert ["a/", "z/y/"] == raised.value.unexpected
    assert "unexpected: a/, z/y/" in str(raised.value)


def test_many(tmp_path: Path) -> None:
    """The message names ten at most; the error holds them all."""
    with pytest.raises(PagesMissingError) as raised:
        check_pages(built(tmp_path, ""), ["", *(f"p{number:02}/" for number in range(30))])

    assert 30 == len(raised.value.missing)
    assert "p09/" in str(raised.value)
    assert "p10/" not in str(raised.value)


@pytest.mark.parametrize("name", ["a/other.html", "kaal.htm", "oud.XHTML", "a/404.html"])
def test_page_beside_the_pages(tmp_path: Path, name: str) -> None:
    """A page that is no index of a folder is one that nobody published."""
    site = built(tmp_path, "", "a/")
    (site / name).write_text(PAGE)

    with pytest.raises(PagesMissingError) as raised:
        check_pages(site, ["", "a/"])

    assert [name] == raised.value.unexpected


def test_no_page_for_unknown_addresses(tmp_path: Path) -> None:
    """A site needs its page for unknown addresses."""
    site = built(tmp_path, "")
    (site / "404.html").unlink()

    with pytest.raises(PagesMissingError) as raised:
        check_pages(site, [""])

    assert ["404.html"] == raised.value.missing


def test_empty(tmp_path: Path) -> None:
    """A folder without pages misses them all."""
    with pytest.raises(PagesMissingError):
        check_pages(tmp_path, [""])
