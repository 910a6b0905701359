# Everything below reads and writes what stands here, so nothing here may lead elsewhere: no links, no devices, and no
# name that a list of hashes or an address cannot hold.
"""What stands in the folder of a built site."""

import re
import stat
from pathlib import Path
from typing import Literal

from generator.core.errors import GeneratorError

_ODD_NAME = re.compile(r"[\x00-\x1f\x7f\\\udc80-\udcff]")
"""What no name may hold: it would break a line of the hashes, or is no text at all."""

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
"""The endings by which servers know a page."""


class ForeignFileError(GeneratorError):
    """Something stands in a site that no engine wrote there."""

    def __init__(self, path: str, reason: Literal["link", "name", "special"]) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path!a} has no place in a site: {reason}")


class NotUtf8Error(GeneratorError):
    """A file of a site that should be text is none in UTF-8."""

    def __init__(self, page: str, line: int) -> None:
        self.page = page
        self.line = line
        super().__init__(f"{page}:{line} is no UTF-8")


def take_stock(site: Path) -> list[Path]:
    """Gives every file of `site`, in order.

    Raises:
        ForeignFileError: when something there is neither a folder nor a file of its own, or has a name no address has.
    """
    if site.is_symlink():
        raise ForeignFileError(site.name, "link")
    files = []
    for path in sorted(site.rglob("*")):
        mode = path.lstat().st_mode
        if _ODD_NAME.search(path.name):
            raise ForeignFileError(path.relative_to(site).as_posix(), "name")
        if stat.S_ISREG(mode):
            files.append(path)
        elif not stat.S_ISDIR(mode):
            raise ForeignFileError(path.relative_to(site).as_posix(), "link" if stat.S_ISLNK(mode) else "special")
    return files


def pages_of(site: Path) -> list[Path]:
    """Gives the pages of `site`, in order: every file that a server sends as one."""
    return sorted(path for path in site.rglob("*") if path.suffix.lower() in PAGE_SUFFIXES and path.is_file())


def read_text(site: Path, file: Path) -> str:
    """Gives what a file of `site` holds; line ends stay as they are.

    Raises:
        NotUtf8Error: when it is no text in UTF-8.
    """
    data = file.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotUtf8Error(file.relative_to(site).as_posix(), line) from None


__all__ = ["PAGE_SUFFIXES", "ForeignFileError", "NotUtf8Error", "pages_of", "read_text", "take_stock"]
