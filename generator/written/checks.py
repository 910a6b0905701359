# These checks come last: what a page leads to is known when every record is read.
"""Checking hand-written pages against the rest of the site."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from generator.core.diagnostics import Diagnostic
from generator.core.guess import nearest
from generator.core.location import START
from generator.core.pages import Page
from generator.core.source import is_reserved
from generator.kinds.site.model import WrittenPage
from generator.written.conversion import Element, anchors, convert, take_apart
from generator.written.counting import without_counts
from generator.written.links import LINKS, destination, suggested_host
from generator.written.reading import source_of

_SPEAKS_TO_PROVIDERS = "aanbieders"
"""A page of its own, though no record can be called so: below `catalogus/` that address lists the providers."""


@dataclass(frozen=True)
class _Site:
    written: Mapping[str, WrittenPage]
    generated: Mapping[str, Page]
    is_file: Callable[[str], bool]
    anchors_of: dict[str, set[str]]

    @cached_property
    def addresses(self) -> set[str]:
        return {*self.written, *self.generated}

    def anchors(self, address: str) -> set[str]:
        """Gives the anchors of a page, each page read once."""
        if address not in self.anchors_of:
            self.anchors_of[address] = self._anchors(address)
        return self.anchors_of[address]

    def _anchors(self, address: str) -> set[str]:
        page = self.written.get(address)
        if page is None:
            return anchors(self.generated[address].render())
        # What the theme adds; see theme/main.html.
        added = {"contact": page.front.contact, "onafhankelijk": page.front.independent}
        return anchors(convert(page.body)) | {anchor for anchor, is_there in added.items() if is_there}


def check_places(
    written: Iterable[WrittenPage], generated: Iterable[Page], is_file: Callable[[str], bool]
) -> Iterator[Diagnostic]:
    """Finds pages whose address is taken, and links that lead nowhere.

    Arguments:
        written: The hand-written pages.
        generated: All other pages of the site.
        is_file: Says whether the site holds a file beside the pages, such as `assets/images/favicon.svg`.
    """
    pages = {page.address: page for page in written}
    site = _Site(pages, {page.address: page for page in generated}, is_file, {})
    owners: dict[str, Page] = {}
    for other in site.generated.values():
        owners.setdefault(other.address.partition("/")[0].casefold(), other)
    for page in pages.values():
        owner = owners.get(page.id.casefold())
        if owner:
            params = {"address": f"/{owner.address}", "owner": owner.source or owner.title}
            yield Diagnostic(source_of(page), "page-address-taken", START, params)
        elif is_reserved(page.id) and page.id != _SPEAKS_TO_PROVIDERS:
            yield Diagnostic(source_of(page), "id-reserved", START, {"id": page.id})
        for element in take_apart(without_counts(page.as_written)).elements:
            yield from _link(page, element, site)


def _link(page: WrittenPage, element: Element, site: _Site) -> Iterator[Diagnostic]:
    address = element.attributes.get(LINKS.get(element.tag, ""), "")
    found = destination(address, page.address) if address.strip() else None
    if found is None:
        return
    target, anchor = found
    span = element.address or element.place or START
    if target not in site.addresses:
        if not site.is_file(target):
            is_picture = element.tag == "img"
            params = {"address": address, "suggestion": None if is_picture else _meant(address, target, site)}
            code = "page-picture-missing" if is_picture else "page-link-missing"
            yield Diagnostic(source_of(page), code, span, params)
    elif anchor and "=" not in anchor and anchor not in site.anchors(target):
        params = {"anchor": anchor, "address": f"/{target}", "suggestion": _anchor_meant(anchor, site.anchors(target))}
        yield Diagnostic(source_of(page), "page-anchor-missing", span, params)


def _meant(address: str, target: str, site: _Site) -> str | None:
    """Gives what an address was perhaps meant to be, as it is written."""
    typed = posixpath.normpath(urlsplit(address).path).lstrip("./")
    stems = [re.sub(r"(?:(?:^|/)index)?(?:\.md|\.html?)?/*$", "", path) + "/" for path in (typed, target)]
    exact = (stem for stem in stems if stem in site.addresses)
    near = (found for stem in stems if (found := nearest(stem, site.addresses)))
    other = next(exact, None) or suggested_host(address) or next(near, None)
    if other not in site.addresses:
        return other
    return f"{site.written[other].id}.md" if other in site.written else f"../{other}"


def _anchor_meant(anchor: str, known: set[str]) -> str | None:
    near = nearest(anchor, known)
    return f"#{near}" if near else None
