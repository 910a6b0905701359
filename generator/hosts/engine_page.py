# What both doors tell an engine about a page and the site. Engines print titles and descriptions as they are.
"""Pages in the words of an engine."""

from collections.abc import Mapping
from html import escape
from typing import Any

from generator.core.pages import Page


def engine_meta(page: Page) -> dict[str, Any]:
    """Gives the front matter of a page: title and description escaped, and what the theme should hide."""
    hide = ["navigation"] if page.layout == "record" and page.headings else ["navigation", "toc"]
    meta: dict[str, Any] = {
        "title": escape(page.title),
        "description": escape(page.description),
        "hide": hide,
        "layout": page.layout,
    }
    return meta if page.is_indexed else {**meta, "robots": "noindex", "search": {"exclude": True}}


def edit_url(settings: Mapping[str, Any], source: str | None) -> str | None:
    """Gives the address where a record's file is edited, when the site has a repository."""
    if not source or not settings["repository"]:
        return None
    return f"{settings['repository'].rstrip('/')}/{settings['edit_path']}{source}"


def engine_extra(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Gives the settings the theme may use, as plain data."""
    return {"site": dict(settings)}
