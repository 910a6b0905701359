# An engine that does not run our plugin leaves generated pages out without a word: seen with a successor of MkDocs.
"""Checking that a built site holds exactly its pages."""

from collections.abc import Iterable
from pathlib import Path

from generator.core.errors import PagesMissingError
from generator.finish.stock import pages_of

NOT_FOUND = "404.html"
"""The page for unknown addresses, which has none itself."""


def check_pages(site: Path, addresses: Iterable[str]) -> int:
    """Counts the pages of a built site.

    Returns:
        How many pages there are, the page for unknown addresses left out.

    Raises:
        PagesMissingError: when a page is missing, or one is there that nobody published.
    """
    expected = {*addresses, NOT_FOUND}
    built = {_address(path.relative_to(site)) for path in pages_of(site)}
    missing, unexpected = sorted(expected - built), sorted(built - expected)
    if missing or unexpected:
        raise PagesMissingError([address or "/" for address in missing], unexpected)
    return len(built) - 1


def _address(page: Path) -> str:
    """Gives the address of a page: that of its folder, or its own name when it is no index."""
    folder = page.parent.as_posix()
    return page.as_posix() if page.name != "index.html" else "" if folder == "." else f"{folder}/"
