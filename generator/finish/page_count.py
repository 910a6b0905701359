# An engine that does not run our plugin leaves generated pages out without a word: seen with a successor of MkDocs.
"""Checking that a built site holds exactly its pages."""

from collections.abc import Iterable
from pathlib import Path

from generator.core.errors import PagesMissingError


def check_pages(site: Path, addresses: Iterable[str]) -> int:
    """Counts the pages of a built site.

    Returns:
        How many pages there are, the page for unknown addresses left out.

    Raises:
        PagesMissingError: when a page is missing, or one is there that nobody published.
    """
    expected = set(addresses)
    built = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")}
    built = {"" if address == "./" else address for address in built}
    missing, unexpected = sorted(expected - built), sorted(built - expected)
    if missing or unexpected:
        raise PagesMissingError([address or "/" for address in missing], unexpected)
    return len(built)
