# The hand-written pages go to the engine as they are, so the engine would also publish whatever else lies there.
"""Checking the folder of hand-written pages."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from markdown import markdown

from generator.core.diagnostics import Diagnostic
from generator.core.droppings import is_dropping
from generator.core.knowledge import Known
from generator.core.pages import plain_words
from generator.kinds.site.model import WrittenPage

PAGES_FOLDER = "content/pages"

_FRONT_MATTER = re.compile(r"\A---\n(?P<lines>.*?)\n---\n", re.DOTALL)
_FIRST_HEADING = re.compile(r"<h1[^>]*>.*?</h1>", re.DOTALL)
_PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md")


def pages_in(root: Path) -> list[str]:
    """Gives the addresses of the hand-written pages, in order."""
    names = sorted(path.stem for path in (root / PAGES_FOLDER).glob("*.md"))
    return ["" if name == "index" else f"{name}/" for name in names]


def written_pages(root: Path) -> Iterator[Known]:
    """Gives the hand-written pages for the search, read as the engine reads them."""
    for path in sorted((root / PAGES_FOLDER).glob("*.md")):
        page = _written_page(path)
        if page is not None:
            yield Known(page, f"{PAGES_FOLDER}/{path.name}")


def _written_page(path: Path) -> WrittenPage | None:
    text = path.read_text(encoding="utf-8", errors="replace")
    front, body = _FRONT_MATTER.match(text), _FRONT_MATTER.sub("", text, count=1)
    meta = dict(line.partition(": ")[::2] for line in front["lines"].splitlines()) if front else {}
    title = meta.get("title", "").strip()
    if not title:
        return None
    html = markdown(body, extensions=["attr_list", "def_list", "tables"])
    words = plain_words(_FIRST_HEADING.sub("", html, count=1).replace("<", " <"))
    name = path.stem
    address = "" if name == "index" else f"{name}/"
    return WrittenPage(id=name, address=address, title=title, description=meta.get("description", ""), text=words)


def check_pages_folder(root: Path) -> Iterator[Diagnostic]:
    """Names everything in the folder that is no page."""
    base = root / PAGES_FOLDER
    if base.is_symlink():
        yield Diagnostic(PAGES_FOLDER, "file-is-link")
        return
    if not base.is_dir():
        return
    for entry in sorted(os.scandir(base), key=lambda item: item.name):
        path = f"{PAGES_FOLDER}/{entry.name}"
        if is_dropping(entry.name):
            continue
        if entry.is_symlink():
            yield Diagnostic(path, "file-is-link")
        elif not entry.is_file() or not _PAGE_NAME.fullmatch(entry.name):
            yield Diagnostic(path, "page-file-name")
