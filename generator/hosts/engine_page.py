# What both doors tell an engine about a page and the site. Engines print titles and descriptions as they are.
"""Pages in the words of an engine."""

from collections.abc import Mapping
from html import escape
from typing import Any

from markupsafe import Markup

from generator.core.pages import Page, headings
from generator.written import PAGES_FOLDER


def engine_meta(page: Page, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Gives the front matter of a page: title and description escaped, what the theme hides, and where to edit it."""
    hide = ["navigation"] if page.layout == "record" else ["navigation", "toc"]
    meta: dict[str, Any] = {
        "title": escape(page.title),
        "description": escape(page.description),
        "hide": hide,
        "layout": page.layout,
        **dict.fromkeys(page.shows, True),
    }
    if page.redirect:
        meta["redirect"] = page.redirect
    if not page.is_indexed:
        meta["robots"] = "noindex"
    edit = edit_url(settings, page.source)
    return {**meta, "edit_url": edit} if edit else meta


def engine_file(page: Page) -> str:
    """Gives the file that an engine takes a page for: its own, when somebody wrote it."""
    written = (page.source or "").partition(f"{PAGES_FOLDER}/")
    return written[2] or f"{page.address}index.md"


def outline(body: str) -> list[dict[str, Any]]:
    """Gives the headings of a body as the theme prints a table of contents, for an engine that sees none in HTML."""
    entries: list[dict[str, Any]] = []
    for heading in headings(body):
        if heading.level == 1:
            continue
        entry = {"title": escape(heading.title), "url": f"#{heading.anchor}", "children": []}
        (entries[-1]["children"] if heading.level > 2 and entries else entries).append(entry)
    return entries


def edit_url(settings: Mapping[str, Any], source: str | None) -> str | None:
    """Gives the address where a record's file is edited, escaped, when the site has a repository."""
    if not source or not settings["repository"]:
        return None
    return escape(f"{settings['repository'].rstrip('/')}/{settings['edit_path']}{source}")


def engine_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Gives what an engine is told about the site: name and description escaped, the rest as the theme uses it."""
    return {
        # Some of a theme's templates escape the name and some do not: `Markup` is escaped once in both.
        "site_name": Markup(escape(settings["title"])),  # noqa: S704 - it has just been escaped
        "site_url": settings["site_url"],
        "site_description": escape(settings["tagline"]),
        "extra": {"site": dict(settings)},
    }
