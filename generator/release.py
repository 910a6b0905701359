# Check, build beside, finish, exchange: in this order, under a lock. Whatever goes wrong before the exchange,
# the site that stands there is not touched.
"""Making a site and putting it in its place."""

import os
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

from generator.compiler import Reading, publish, site_settings
from generator.core.errors import GeneratorError
from generator.finish import finish
from generator.finish.exchange import exchange, repair
from generator.hosts import mkdocs

WORK = ".build"
"""Where sites are built, beside the project's own folders."""


class BuildRunningError(GeneratorError):
    """Another build of the same project is under way."""

    def __init__(self) -> None:
        super().__init__("another build is running; wait until it is done")


def addresses(reading: Reading) -> list[str]:
    """Gives the address of every page the site must hold."""
    assert reading.knowledge is not None  # noqa: S101 - only called for a clean reading
    return [page.address for page in publish(reading.knowledge, site_settings(reading.knowledge)).pages]


def release(root: Path, reading: Reading, site: Path, site_url: str | None = None) -> int:
    """Builds the site of the project at `root` and puts it at `site`.

    Returns:
        How many pages it holds.

    Raises:
        BuildRunningError: when another build has the lock.
        GeneratorError: when the engine or the finish fails; `site` is then as it was.
    """
    work = root / WORK
    work.mkdir(exist_ok=True)
    try:
        with FileLock(work / "lock", timeout=0):
            repair(site, work)
            fresh = Path(tempfile.mkdtemp(prefix="next-", dir=work))
            fresh.chmod(0o755)
            try:
                mkdocs.build(root / "mkdocs.yml", fresh, reading, site_url)
                count = finish(fresh, addresses(reading))
                _settle(fresh)
                exchange(fresh, site)
            finally:
                repair(site, work)
            return count
    except Timeout:
        raise BuildRunningError from None
    except OSError as error:
        raise GeneratorError(f"the site could not be written: {error}") from error


def _settle(folder: Path) -> None:
    # A power cut after the exchange must not leave empty files: they are on disk before it.
    if hasattr(os, "sync"):
        os.sync()
    if not any(folder.iterdir()):
        raise GeneratorError("the engine wrote nothing")
