# What a door receives: finished bodies with their address, title, description and headings. Nothing here knows
# an engine, a kind or a template.
"""Finished pages."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape

from generator.core.errors import AddressTakenError

_HEADING = re.compile(r'<h([123]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level (1 to 3), its words and its anchor."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as every door publishes it.

    `address` is relative to the site, ends in a slash, and is empty for the home page. `title` and `description`
    are plain text: a door escapes them. `render` gives the body, finished HTML, each time it is called: ten
    thousand bodies at once would not fit in a small machine. `source` is the record file behind the page.
    """

    address: str
    title: str
    description: str
    render: Callable[[], str]
    source: str | None = None
    updated: str | None = None
    """The day of the newest evidence, as `2026-11-21`, for the sitemap."""
    layout: str = "record"
    """`home`, `list` or `record`: how wide the page is, and whether it has a table of contents."""
    is_indexed: bool = True
    """Whether search engines and the sitemap may list the page."""
    shows: tuple[str, ...] = ()
    """What the theme adds below the body: `contact`, `independent`."""
    redirect: str | None = None
    """Where a browser goes on to by itself, relative to the page: the new address of a renamed record."""


def headings(body: str) -> tuple[Heading, ...]:
    """Gives the headings of a body that have an anchor, in order."""
    return tuple(Heading(int(level), plain_words(words), anchor) for level, anchor, words in _HEADING.findall(body))


def plain_words(html: str) -> str:
    """Gives the words of a piece of HTML, without its tags."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def relative(body: str, address: str) -> str:
    """Makes the links of a body that start at the site's root (`/catalogus/`) relative to the page at `address`.

    Templates write addresses from the root; a site in a sub-folder needs them relative.
    """
    # No record can bring an address that starts with two slashes: its links have a scheme, or the build has stopped.
    up = "../" * address.count("/") or "./"
    return body.replace('href="/', f'href="{up}').replace('src="/', f'src="{up}')


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
