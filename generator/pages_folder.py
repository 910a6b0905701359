# The hand-written pages go to the engine as they are, so the engine would also publish whatever else lies there.
"""Checking the folder of hand-written pages."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.core.diagnostics import Diagnostic

PAGES_FOLDER = "content/pages"

_PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md")


def pages_in(root: Path) -> list[str]:
    """Gives the addresses of the hand-written pages, in order."""
    names = sorted(path.stem for path in (root / PAGES_FOLDER).glob("*.md"))
    return ["" if name == "index" else f"{name}/" for name in names]


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
        if entry.is_symlink():
            yield Diagnostic(path, "file-is-link")
        elif not entry.is_file() or not _PAGE_NAME.fullmatch(entry.name):
            yield Diagnostic(path, "page-file-name")
