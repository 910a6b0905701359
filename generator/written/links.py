# A link is written in one of two ways: to a file of the folder or of the site (`over.md`, `catalogus/index.md`,
# `assets/images/x.svg`), or as the address of a page, seen from the page it stands on (`../catalogus/acme/#aanbod`).
"""Addresses in hand-written pages: what they lead to, and what is wrong with those that lead nowhere."""

import posixpath
import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import unquote, urlsplit

from pydantic import TypeAdapter, ValidationError

from generator.core.diagnostics import Diagnostic
from generator.core.fields import Email, Url
from generator.core.location import START
from generator.core.source import Source
from generator.written.conversion import Element

LINKS = {"a": "href", "img": "src"}

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20]")
_HOST = re.compile(r"(?:www\.[\w.-]+|[\w-]+\.(?:be|nl|eu|com|org|net|vlaanderen|brussels))(?:/.*)?\Z", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9][0-9 ().-]+")
_TAG = re.compile(r"<(?:a|img)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_ADDRESS = re.compile(r"(\s(?:href|src)\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)

_URL: TypeAdapter[str] = TypeAdapter(Url)
_EMAIL: TypeAdapter[str] = TypeAdapter(Email)


def check_addresses(source: Source, element: Element) -> Iterator[Diagnostic]:
    """Finds what is wrong with the address of an element by itself."""
    attribute = LINKS.get(element.tag)
    address = element.attributes.get(attribute or "")
    if address is None:
        if element.tag == "img":
            yield Diagnostic(source.path, "page-address-empty", element.place or START)
        return
    code = _code_of(element.tag, address.strip())
    if code:
        suggestion = _from_root(source.id, address) if code == "page-link-root" else None
        params = {"address": address.strip(), "suggestion": suggestion}
        yield Diagnostic(source.path, code, element.address or element.place or START, params)


def _code_of(tag: str, address: str) -> str | None:
    if not address:
        return "page-address-empty"
    scheme = _SCHEME.match(_INVISIBLE.sub("", address))
    name = scheme[1].lower() if scheme else ""
    if name in ("javascript", "vbscript"):
        return "page-script"
    if tag == "img":
        is_elsewhere = scheme and not address.lower().startswith("data:image/")
        return "page-picture-elsewhere" if is_elsewhere or address.startswith("//") else _code_of_path(address, name)
    if name in ("https", "http") or address.startswith("//"):
        return _refused_by(_URL, address)
    if name == "mailto":
        return _refused_by(_EMAIL, unquote(address[len("mailto:") :].partition("?")[0]))
    if name == "tel":
        return None if _PHONE.fullmatch(unquote(address[len("tel:") :])) else "page-link-scheme"
    return "page-link-scheme" if scheme else _code_of_path(address, name)


def _code_of_path(address: str, scheme: str) -> str | None:
    if scheme:
        return None
    if "\\" in address:
        return "page-link-backslash"
    return "page-link-root" if address.startswith("/") else None


def _refused_by(reader: TypeAdapter[str], text: str) -> str | None:
    try:
        reader.validate_python(text)
    except ValidationError as error:
        return error.errors()[0]["type"]
    return None


def _from_root(page: str, address: str) -> str:
    """Gives an address from the root of the site as it is written in a page."""
    path = posixpath.normpath(address).lstrip("/")
    if path.startswith("assets/"):
        return path
    slash = "/" if address.endswith("/") and path != "." else ""
    return f"../{'' if path == '.' else path}{slash}"


def destination(address: str, page: str) -> tuple[str, str] | None:
    """Gives where an address within the site leads: an address from the root, and an anchor; of others nothing.

    Arguments:
        address: As it stands in the page.
        page: The page's own address.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc or address.startswith(("/", "\\")):
        return None
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return page, anchor
    if path.endswith(".md"):
        file = posixpath.normpath(path).removesuffix(".md")
        folder = file.removesuffix("index") if file == "index" or file.endswith("/index") else f"{file}/"
        return folder, anchor
    if path.startswith("assets/"):
        return posixpath.normpath(path), anchor
    whole = posixpath.normpath(posixpath.join(page, path))
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return ("" if whole == "." else whole + "/" * is_folder), anchor


def lead_on(html: str, page: str) -> str:
    """Gives a body whose links within the site start at its root, as those of every template do."""

    def rewrite(match: re.Match[str]) -> str:
        address = unescape(match[2].strip("\"'"))
        found = destination(address, page)
        if found is None or not urlsplit(address).path:
            return match[0]
        query, anchor = urlsplit(address).query, urlsplit(address).fragment
        whole = f"/{found[0]}" + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")
        return f'{match[1]}"{escape(whole)}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(rewrite, tag[0]), html)


def suggested_host(address: str) -> str | None:
    """Gives the whole address of what was written without its beginning, such as `www.voorbeeldschool.be`."""
    if "@" in address and "/" not in address:
        return f"mailto:{address}"
    return f"https://{address}" if _HOST.match(address) else None
