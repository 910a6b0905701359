# Everything below reads and writes what stands here, so nothing here may lead elsewhere: no links, no devices, and no
# name that a list of hashes or an address cannot hold.
"""What stands in the folder of a built site."""

import re
import stat
from pathlib import Path

from generator.core.errors import GeneratorError

_ODD_NAME = re.compile(r"[\x00-\x1f\x7f\\\udc80-\udcff]")
"""What no name may hold: it would break a line of the hashes, or is no text at all."""

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
"""The endings by which servers know a page."""


class ForeignFileError(GeneratorError):
    """Something stands in a site that no engine wrote there."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path!a} is {reason}, which has no place in a site")


def take_stock(site: Path) -> list[Path]:
    """Gives every file of `site`, in order.

    Raises:
        ForeignFileError: when something there is neither a folder nor a file of its own, or has a name no address has.
    """
    if site.is_symlink():
        raise ForeignFileError(site.name, "a link")
    files = []
    for path in sorted(site.rglob("*")):
        mode = path.lstat().st_mode
        if _ODD_NAME.search(path.name):
            raise ForeignFileError(path.relative_to(site).as_posix(), "a name with signs that no address has")
        if stat.S_ISREG(mode):
            files.append(path)
        elif not stat.S_ISDIR(mode):
            kind = "a link" if stat.S_ISLNK(mode) else "neither a file nor a folder"
            raise ForeignFileError(path.relative_to(site).as_posix(), kind)
    return files


def pages_of(site: Path) -> list[Path]:
    """Gives the pages of `site`, in order: every file that a server sends as one."""
    return sorted(path for path in site.rglob("*") if path.suffix.lower() in PAGE_SUFFIXES and path.is_file())


__all__ = ["PAGE_SUFFIXES", "ForeignFileError", "pages_of", "take_stock"]
