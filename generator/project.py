# A command is about one project, found upwards from where the person stands, as git does. What a person asks to be
# looked at is either read or said to be read by nothing: a filter on findings must never become a filter on work.
"""Which project a command is about, and which of its files."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.compiler import Reading
from generator.core.diagnostics import Diagnostic
from generator.core.errors import GeneratorError
from generator.core.kind import Kind
from generator.core.source import Source, read
from generator.kinds import KINDS
from generator.written import PAGES_FOLDER

_MARKS = ("content/site.yaml", "content/vocabularies")
"""What only a project has; one of them may be the very thing that went missing."""

_KEY = re.compile(r"^([a-z_]+):(?:\s|$)", re.MULTILINE)

Reason = Literal["missing", "pattern", "outside", "link", "empty", "unread"]
"""Why nothing was read at a path: the names under `cli.unread`."""


class NoProjectError(GeneratorError):
    """No project stands where the person does, nor above."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"no project in {folder} or above it")


@dataclass(frozen=True, slots=True)
class Unread:
    """A path at which nothing is read."""

    path: str
    """As it was asked for."""
    reason: Reason
    folders: tuple[str, ...]
    """Where such a file belongs, as far as can be told."""


class UnreadPathsError(GeneratorError):
    """A person asked for files that nothing reads."""

    def __init__(self, unread: Sequence[Unread]) -> None:
        self.unread = tuple(unread)
        super().__init__(f"nothing reads {', '.join(one.path for one in unread)}")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a person asked for: the files that were read there, and what was found there and elsewhere."""

    files: int
    found: list[Diagnostic]
    elsewhere: list[Diagnostic]


def find_project(start: Path) -> Path:
    """Gives the project that the folder `start` stands in.

    Raises:
        NoProjectError: when there is none.
    """
    for folder in (start, *start.parents):
        if any(os.path.lexists(folder / mark) for mark in _MARKS):
            return folder
    raise NoProjectError(start)


def select(
    reading: Reading, root: Path, folder: Path, paths: Sequence[str], kinds: Iterable[Kind] = KINDS
) -> Selection:
    """Gives what was read and found at `paths`, or everywhere when there are none.

    Arguments:
        reading: What reading the project gave.
        root: The project.
        folder: Where the person stands.
        paths: What they ask for, as they typed it.
        kinds: The kinds of record that were read.

    Raises:
        UnreadPathsError: when nothing is read at one of the paths.
    """
    if not paths:
        return Selection(reading.files, reading.diagnostics, [])
    kinds = tuple(kinds)
    files: set[str] = set()
    found: list[Diagnostic] = []
    unread: list[Unread] = []
    for typed in paths:
        place = _place(root, folder / typed)
        here = [name for name in reading.read if place is not None and _stands_in(name, place)]
        told = [one for one in reading.diagnostics if place is not None and _stands_in(one.path, place)]
        if not here and not told and place is not None:
            told = [_in_unread_folder(place, one) for one in reading.diagnostics if _stands_in(place, one.path)]
        if not (here or told) or not os.path.lexists(folder / typed):
            unread.append(_unread(root, folder / typed, typed, place, kinds))
        files.update(here)
        found += told
    if unread:
        raise UnreadPathsError(unread)
    wanted = [one for one in reading.diagnostics if one in found]
    return Selection(
        len(files),
        wanted + [one for one in found if one not in wanted],
        [one for one in reading.diagnostics if one not in found],
    )


def readable_paths(root: Path, folder: Path, kinds: Iterable[Kind] = KINDS) -> list[str]:
    """Gives every file that is read when the project is checked, as seen from `folder`, in order."""
    singles = [root / kind.location for kind in kinds if kind.is_single]
    many = [path for kind in kinds if not kind.is_single for path in (root / kind.location).glob("*.yaml")]
    paths = [*singles, *many, *(root / PAGES_FOLDER).glob("*.md")]
    return sorted(Path(os.path.relpath(path, folder)).as_posix() for path in paths)


def _place(root: Path, path: Path) -> str | None:
    """Gives the place of `path` in the project, as findings name it; nothing when it stands elsewhere.

    What a path leads to may be a link, which is no file of the project; the way to it may lead over links.
    """
    straight = Path(os.path.normpath(path))
    for way in (straight, Path(os.path.realpath(straight.parent)) / straight.name):
        for base in (root, Path(os.path.realpath(root))):
            if way.is_relative_to(base):
                return way.relative_to(base).as_posix()
    return None


def _stands_in(name: str, place: str) -> bool:
    return place in (".", name) or name.startswith(f"{place}/")


def _in_unread_folder(place: str, finding: Diagnostic) -> Diagnostic:
    return Diagnostic(place, "file-in-unread-folder", params={"folder": finding.path})


def _unread(root: Path, path: Path, typed: str, place: str | None, kinds: tuple[Kind, ...]) -> Unread:
    reason: Reason = "unread"
    if not os.path.lexists(path):
        reason = "pattern" if re.search(r"[*?\[]", typed) else "missing"
    elif path.is_symlink():
        reason = "link"
    elif place is None:
        reason = "outside"
    elif path.is_dir():
        reason = "empty"
    return Unread(typed, reason, _belongs(path, place, kinds))


def _belongs(path: Path, place: str | None, kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    """Gives where a file belongs: by the folder it was looked for in, by its keys, else every place there is."""
    locations = (*(kind.location for kind in kinds), PAGES_FOLDER)
    near = tuple(one for one in locations if place is not None and _stands_in(place, one))
    if near:
        return near
    if path.suffix == ".md" and place is None:
        return (PAGES_FOLDER,)
    source = read(path.parent, path) if path.suffix in (".yaml", ".yml", ".txt") and not path.is_symlink() else None
    if isinstance(source, Source):
        keys = set(_KEY.findall(source.text))
        fitting = {kind.location: len(keys & set(kind.model.model_fields)) for kind in kinds}
        best = max(fitting.values())
        if best:
            return tuple(location for location, known in fitting.items() if known == best)
    return locations
