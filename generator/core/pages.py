# What a door receives: finished bodies with their address, title, description and headings. Nothing here knows
# an engine, a kind or a template.
"""Finished pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from generator.core.errors import AddressTakenError

_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ROOTED = re.compile(r'\b(href|src)="/(?!/)')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level (2 or 3), its words and its anchor."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as every door publishes it.

    `address` is relative to the site, ends in a slash, and is empty for the home page. `title` and `description`
    are plain text: a door escapes them. `body` is finished HTML. `source` is the record file behind the page.
    """

    address: str
    title: str
    description: str
    body: str
    source: str | None = None
    updated: str | None = None
    """The day of the newest evidence, as `2026-11-21`, for the sitemap."""
    layout: str = "record"
    """`home`, `list` or `record`: how wide the page is, and whether it has a table of contents."""
    is_indexed: bool = True
    """Whether search engines and the sitemap may list the page."""

    is_searched: bool = True
    """Whether the site's own search looks into the page; lists only repeat what other pages say."""
    redirect: str | None = None
    """Where a browser goes on to by itself, relative to the page: the new address of a renamed record."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body that have an anchor, in order."""
        found = _HEADING.findall(self.body)
        return tuple(Heading(int(level), plain_words(words), anchor) for level, anchor, words in found)


def plain_words(html: str) -> str:
    """Gives the words of a piece of HTML, without its tags."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def relative(body: str, address: str) -> str:
    """Makes the links of a body that start at the site's root (`/catalogus/`) relative to the page at `address`.

    Templates write addresses from the root; a site in a sub-folder needs them relative.
    """
    up = "../" * address.count("/") or "./"
    return _ROOTED.sub(rf'\1="{up}', body)


def unique(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Gathers pages.

    Raises:
        AddressTakenError: when two of them want the same address.
    """
    by_address: dict[str, Page] = {}
    for page in pages:
        if by_address.setdefault(page.address, page) is not page:
            raise AddressTakenError(page.address)
    return tuple(by_address.values())
