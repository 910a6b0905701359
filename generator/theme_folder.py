# The engine copies the theme as it is: it would follow a link out of the project, and wait for a pipe for ever.
"""Checking the theme and the engine's settings."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from generator.core.diagnostics import Diagnostic
from generator.core.source import unreadable

THEME_FOLDER = "theme"
ENGINE_SETTINGS = "mkdocs.yml"


def check_theme_folder(root: Path) -> Iterator[Diagnostic]:
    """Names everything that is no plain file or folder, or that cannot be read."""
    for name in (ENGINE_SETTINGS, THEME_FOLDER):
        if os.path.lexists(root / name):
            yield from _check(root, name)


def _check(root: Path, name: str) -> Iterator[Diagnostic]:
    path = root / name
    if path.is_symlink():
        yield Diagnostic(name, "file-is-link")
    elif path.is_dir():
        try:
            entries = sorted(entry.name for entry in path.iterdir())
        except OSError as error:
            yield unreadable(name, error)
            return
        for entry in entries:
            yield from _check(root, f"{name}/{entry}")
    elif not path.is_file():
        yield Diagnostic(name, "file-is-special")
    elif not os.access(path, os.R_OK):
        yield unreadable(name, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
