# The policy stands first in <head> of every page, so that it holds on any host. Scripts that the theme writes into
# the page are allowed by hash. The hashes are taken from the page for unknown addresses, which holds no record's text:
# a script on any other page that is not among them came from elsewhere, and stops the build.
"""The content security policy of a built site."""

import base64
import hashlib
import re
from pathlib import Path

from generator.core.errors import GeneratorError

_SCRIPT = re.compile(r"<script(?P<attributes>(?:[\s/][^>]*)?)>(?P<code>.*?)</script[\s/>]", re.DOTALL | re.IGNORECASE)
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_DATA = re.compile(r'\stype="application/(?:ld\+)?json"', re.IGNORECASE)
_META = '<meta http-equiv="Content-Security-Policy" content="'

HEADERS_ONLY = "frame-ancestors 'none'"
"""A browser obeys this in a header alone; in a meta tag it only complains."""


class ForeignScriptError(GeneratorError):
    """A page holds an inline script that is not the theme's."""

    def __init__(self, page: str) -> None:
        self.page = page
        super().__init__(f"{page} holds an inline script that is not the theme's")


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
        ForeignScriptError: when a page holds a script that the theme did not write.
    """
    allowed = inline_scripts((site / "404.html").read_text(encoding="utf-8"))
    value = policy(allowed)
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        html = page.read_text(encoding="utf-8")
        if not inline_scripts(html) <= allowed:
            raise ForeignScriptError(page.relative_to(site).as_posix())
        if _META in html:
            html = re.sub(rf"\s*{_META}[^\"]*\">", "", html)
        page.write_text(html.replace("<head>", f'<head>\n    {_META}{value}">', 1), encoding="utf-8")
    (site / "_headers").write_text(_headers(value), encoding="utf-8")
    return value


def _headers(value: str) -> str:
    return (
        "/*\n"
        f"  Content-Security-Policy: {value}; {HEADERS_ONLY}\n"
        "  Referrer-Policy: no-referrer\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Permissions-Policy: camera=(), microphone=(), geolocation=()\n"
    )


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
