"""What every test can use: a tiny, complete and clean project on disk."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.compiler import Reading, read_project
from generator.core.diagnostics import Diagnostic

TODAY = date(2026, 11, 21)
"""The day on which every test project is checked."""

TINY_PROJECT = Path(__file__).parent / "tiny_project"

Place = tuple[str, int, int]
"""A code with the line and column it is reported at."""


@dataclass(frozen=True)
class Project:
    """A project on disk that a test may change."""

    root: Path
    today: date = TODAY
    """The day on which it is checked; for a copy of the real content that of the machine."""

    def write(self, path: str, text: str | bytes) -> None:
        """Replaces or adds a file; line ends stay as they are given."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def text(self, path: str) -> str:
        """Gives what a file holds."""
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Replaces a piece of a file that stands there once."""
        text = self.text(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def append(self, path: str, text: str) -> None:
        """Adds lines to a file."""
        self.write(path, self.text(path) + text)

    def read(self) -> Reading:
        """Reads and checks the project."""
        return read_project(self.root, self.today)

    def found(self) -> list[Diagnostic]:
        """Gives what is wrong."""
        return self.read().diagnostics

    def codes(self) -> list[str]:
        """Gives the codes of what is wrong, in reading order."""
        return [diagnostic.code for diagnostic in self.found()]

    def places(self, path: str | None = None) -> list[Place]:
        """Gives code, line and column of what is wrong, in one file or in all."""
        wanted = [diagnostic for diagnostic in self.found() if path in (None, diagnostic.path)]
        return [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in wanted]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A tiny project that is clean until a test changes it."""
    shutil.copytree(TINY_PROJECT, tmp_path / "project")
    return Project(tmp_path / "project")
