# A build replaces the folder it is pointed at, so it must know beforehand that nothing but a site of ours is lost.
"""Where a site may be put."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from generator.core.droppings import is_dropping
from generator.core.errors import GeneratorError
from generator.finish.hashes import NAME as HASHES
from generator.finish.lighten import STYLES

Reason = Literal["own", "above", "home", "mount", "link", "file", "foreign", "mixed", "closed"]
"""Why no site can be put somewhere."""

WORK = ".build"
"""Where sites are built, beside the project's own folders; one may stay there too, for nobody works in it."""

WORK_BESIDE = ".vormingswijzer-build"
"""Where a site is built when it will stand on another disk than the project."""


class SitePlaceError(GeneratorError):
    """No site can be put at `place`."""

    def __init__(self, place: Path, reason: Reason, detail: str = "", number: int | None = None) -> None:
        self.place = place
        self.reason = reason
        self.detail = detail
        self.number = number
        super().__init__(f"no site can be put at {place}: {reason} {detail}".rstrip())


def check_place(site: Path, root: Path, sources: Iterable[str]) -> None:
    """Makes sure that putting a site at `site` costs nothing but an earlier site.

    Arguments:
        site: An absolute path.
        root: The project.
        sources: The project's folders in which no site may stand.

    Raises:
        SitePlaceError: when something else stands there, or must stay free.
    """
    if site.is_symlink():
        raise SitePlaceError(site, "link")
    real, own = Path(os.path.realpath(site)), Path(os.path.realpath(root))
    if own.is_relative_to(real):
        raise SitePlaceError(site, "above")
    if Path(os.path.realpath(Path.home())).is_relative_to(real):
        raise SitePlaceError(site, "home")
    if real.is_relative_to(own):
        first = real.relative_to(own).parts[0].casefold()
        is_hidden = first.startswith(".") and first != WORK
        if is_hidden or first in {folder.casefold() for folder in sources}:
            raise SitePlaceError(site, "own", f"{first}/")
    nearest = next(folder for folder in (real, *real.parents) if os.path.lexists(folder))
    if not nearest.is_dir():
        raise SitePlaceError(nearest, "file")
    if nearest != real:
        return
    if real.is_mount():
        raise SitePlaceError(site, "mount")
    try:
        _check_content(real)
    except OSError as error:
        raise SitePlaceError(site, "closed", error.strerror or "", error.errno) from error


def _check_content(site: Path) -> None:
    if not any(site.iterdir()):
        return
    made = _listed(site)
    if STYLES not in made:
        raise SitePlaceError(site, "foreign")
    added = sorted(_files(site) - made)
    if added:
        raise SitePlaceError(site, "mixed", added[0])


def _files(site: Path) -> set[str]:
    def stop(error: OSError) -> None:
        raise error

    found: set[str] = set()
    for folder, folders, names in os.walk(site, onerror=stop):
        folders[:] = [name for name in folders if not is_dropping(name)]
        links = [name for name in folders if Path(folder, name).is_symlink()]
        kept = [name for name in (*names, *links) if not is_dropping(name)]
        found.update(Path(folder, name).relative_to(site).as_posix() for name in kept)
    return found


def _listed(site: Path) -> set[str]:
    """Gives the files that a build of ours says it made: the list of hashes stands in every site."""
    path = site / HASHES
    if path.is_symlink() or not path.is_file():
        return set()
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return {HASHES, *(line.partition("  ")[2] for line in lines)}


def work_folder(site: Path, work: Path) -> Path:
    """Gives the folder to build in, from which `site` can be exchanged in one step: `work`, or one beside the site.

    Raises:
        SitePlaceError: when the person may not write there.
    """
    beside = next(folder for folder in site.parents if folder.is_dir())
    try:
        probe = Path(tempfile.mkdtemp(prefix="next-", dir=work))
        moved = beside / f".{probe.name}"
        try:
            probe.rename(moved)
        except OSError as error:
            probe.rmdir()
            if error.errno != errno.EXDEV:
                raise
            moved.mkdir()
            moved.rmdir()
            return beside / WORK_BESIDE
        moved.rmdir()
    except OSError as error:
        raise SitePlaceError(beside, "closed", error.strerror or "", error.errno) from error
    return work


def make_parents(site: Path) -> None:
    """Makes the folders above `site` that are not there, which everybody may enter whatever the umask."""
    missing = [folder for folder in site.parents if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir()
        folder.chmod(0o755)


def open_to_all(site: Path) -> None:
    """Lets everybody read a site, and only its owner change it, whatever the person's umask was."""
    for folder, _, files in os.walk(site):
        Path(folder).chmod(0o755)
        for name in files:
            Path(folder, name).chmod(0o644)
