# Check, build beside, finish, exchange: in this order, under a lock. Whatever goes wrong before the exchange,
# the site that stands there is not touched.
"""Making a site and putting it in its place."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.compiler import Reading, publish, site_settings
from generator.core.errors import EngineSilentError, GeneratorError
from generator.finish import finish
from generator.finish.exchange import exchange, repair
from generator.finish.place import WORK, check_place, make_parents, open_to_all, work_folder
from generator.hosts import mkdocs
from generator.kinds import KINDS
from generator.theme_folder import THEME_FOLDER

SOURCES = frozenset(
    {kind.location.split("/")[0] for kind in KINDS} | {THEME_FOLDER, "generator", "docs", "tests", "benchmarks"}
)
"""The project's own folders, in which no site may stand."""


class BuildRunningError(GeneratorError):
    """Another build of the same project is under way."""

    def __init__(self) -> None:
        super().__init__("another build is running; wait until it is done")


def addresses(reading: Reading) -> list[str]:
    """Gives the address of every page the site must hold."""
    assert reading.knowledge is not None  # noqa: S101 - only called for a clean reading
    return [page.address for page in publish(reading.knowledge, site_settings(reading.knowledge)).pages]


def place_for(root: Path, site: Path) -> Path:
    """Gives the folder to build in for a site at `site`, once it is sure that nothing else stands there.

    Raises:
        SitePlaceError: when no site can be put there.
    """
    work = root / WORK
    check_place(site, root, SOURCES)
    work.mkdir(exist_ok=True)
    return work_folder(site, work)


def release(
    root: Path,
    reading: Reading,
    site: Path,
    site_url: str | None = None,
    tell: Callable[[str], None] = lambda step: None,
) -> int:
    """Builds the site of the project at `root` and puts it at `site`.

    Arguments:
        root: The project.
        reading: What reading it gave.
        site: Where the site will stand: an absolute path.
        site_url: The site's address for this build, instead of the one in the settings.
        tell: Told the name of each step when it starts.

    Returns:
        How many pages it holds.

    Raises:
        BuildRunningError: when another build has the lock.
        SitePlaceError: when no site can be put there.
        GeneratorError: when the engine or the finish fails; `site` is then as it was.
    """
    (root / WORK).mkdir(exist_ok=True)
    try:
        with FileLock(root / WORK / "lock", timeout=0):
            work = place_for(root, site)
            work.mkdir(exist_ok=True, mode=0o700)
            repair(site, work)
            fresh = Path(tempfile.mkdtemp(prefix="next-", dir=work))
            try:
                tell("pages")
                mkdocs.build(root / "mkdocs.yml", fresh, reading, site_url)
                tell("finish")
                count = finish(fresh, addresses(reading))
                tell("exchange")
                _settle(fresh)
                check_place(site, root, SOURCES)
                make_parents(site)
                exchange(fresh, site)
            finally:
                repair(site, work)
                if work != root / WORK:
                    with suppress(OSError):
                        work.rmdir()
            return count
    except Timeout:
        raise BuildRunningError from None


def _settle(folder: Path) -> None:
    if not any(folder.iterdir()):
        raise EngineSilentError
    open_to_all(folder)
    # A power cut after the exchange must not leave empty files: they are on disk before it.
    if hasattr(os, "sync"):
        os.sync()
