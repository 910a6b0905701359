# The policy stands first in <head> of every page, so that it holds on any host. Scripts that the theme writes into
# the page are allowed by hash: they are the same on every page. Any other that stands on some pages only came from
# elsewhere, and stops the build.
"""The content security policy of a built site."""

import base64
import hashlib
import re
from pathlib import Path

from generator.core.errors import GeneratorError
from generator.finish.page_count import NOT_FOUND
from generator.finish.stock import pages_of, read_text

_SCRIPT = re.compile(r"<script(?P<attributes>(?:[\s/][^>]*)?)>(?P<code>.*?)</script[\s/>]", re.DOTALL | re.IGNORECASE)
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_DATA = re.compile(r'\stype="application/(?:ld\+)?json"', re.IGNORECASE)
_TAG_ENDS = r"""(?:[\s/](?:[^>"']|"[^"]*"|'[^']*')*)?>"""
# Up to where the head begins. A browser that meets anything else first begins a head, or a body, by itself.
_HEAD = re.compile(
    rf"\ufeff?(?:\s|<!--.*?-->)*<!doctype html>(?:\s|<!--.*?-->)*<html{_TAG_ENDS}(?:\s|<!--.*?-->)*<head{_TAG_ENDS}",
    re.DOTALL | re.IGNORECASE,
)
_META = '<meta http-equiv="Content-Security-Policy" content="'
_REFERRER = '<meta name="referrer" content="no-referrer">'
_OURS = re.compile(rf'\s*{re.escape(_META)}[^"]*">(?:\s*{re.escape(_REFERRER)})?')

# An image that is opened by itself is a page without a policy.
_ACTIVE = re.compile(rb"<(?:\w+:)?(?:script|foreignobject)\b|\son[a-z]+\s*=|javascript:", re.IGNORECASE)

MENDS_ADDRESSES = "sha256-BRtYOao4NDxckZFdn6GkDezFSIFGNeH8VUCGbo92oUg="
"""The script of the page for unknown addresses that mends a damaged link (theme/404.html): the only one on one page."""

HEADERS_ONLY = "frame-ancestors 'none'"
"""A browser obeys this in a header alone; in a meta tag it only complains."""

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Without its sub-domains: what stands there is not ours to decide on.
    "Strict-Transport-Security": "max-age=31536000",
    # No name here changes with what it holds: a browser asks each time whether its copy is still right.
    "Cache-Control": "no-cache",
}
"""What a host is asked to send with every file, beside the policy."""


class ForeignScriptError(GeneratorError):
    """A drawing holds a script, or a page one that does not stand on every page: so it is not the theme's."""

    def __init__(self, page: str) -> None:
        self.page = page
        super().__init__(f"{page} holds an inline script that is not the theme's")


class NoHeadError(GeneratorError):
    """A page does not begin as a page does, so the policy cannot stand first in it."""

    def __init__(self, page: str) -> None:
        self.page = page
        super().__init__(f"{page} does not begin with <!doctype html>, <html> and <head>: it cannot carry the policy")


def policy(hashes: set[str]) -> str:
    """Gives the policy for a site whose inline scripts have these hashes (promises.md)."""
    scripts = " ".join(f"'{value}'" for value in sorted(hashes))
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def inline_scripts(html: str) -> set[str]:
    """Gives the hashes of the scripts a page holds, data blocks left out, as a policy writes them."""
    return {
        _hash(match["code"])
        for match in _SCRIPT.finditer(html)
        if not _SRC.search(match["attributes"]) and not _DATA.search(match["attributes"])
    }


def apply_policy(site: Path) -> str:
    """Writes the policy into every page of `site`, and into a header file for the hosts that read one.

    Returns:
        The policy.

    Raises:
        ForeignScriptError: when a page holds a script that the others do not, or a drawing holds any.
        NoHeadError: when a page has no place for the policy.
        NotUtf8Error: when a page cannot be read.
    """
    allowed = inline_scripts(read_text(site, site / NOT_FOUND))
    value = policy(allowed)
    for page in pages_of(site):
        html = read_text(site, page)
        name = page.relative_to(site).as_posix()
        scripts = inline_scripts(html)
        expected = allowed if name == NOT_FOUND else allowed - {MENDS_ADDRESSES}
        if scripts != expected:
            raise ForeignScriptError(name if scripts - expected else NOT_FOUND)
        head = _HEAD.match(html)
        if not head:
            raise NoHeadError(name)
        former = _OURS.match(html, head.end())
        rest = html[former.end() if former else head.end() :]
        page.write_bytes(f'{head[0]}\n    {_META}{value}">\n    {_REFERRER}{rest}'.encode())
    for drawing in sorted(site.rglob("*.svg")):
        if _ACTIVE.search(drawing.read_bytes()):
            raise ForeignScriptError(drawing.relative_to(site).as_posix())
    (site / "_headers").write_text(_headers(value), encoding="utf-8")
    return value


def _headers(value: str) -> str:
    lines = {"Content-Security-Policy": f"{value}; {HEADERS_ONLY}", **HEADERS}
    return "/*\n" + "".join(f"  {name}: {words}\n" for name, words in lines.items())


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
