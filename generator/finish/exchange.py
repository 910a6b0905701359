# The old site stays until the new one stands finished beside it. Linux exchanges the two in one step; elsewhere two
# renames leave a moment without a site, which the next start repairs.
"""Putting a finished site in the place of the old one."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def exchange(new: Path, old: Path) -> None:
    """Puts the folder `new` in the place of `old`, and removes what stood there."""
    if not old.exists():
        new.rename(old)
        return
    aside = new.with_name(f"{new.name}{_aside(old)}")
    if _exchange_at_once(new, old):
        new.rename(aside)
    else:
        old.rename(aside)
        new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def repair(old: Path, work: Path) -> None:
    """Undoes what a killed build left behind: puts the old site back when it was moved aside, and tidies up."""
    asides = sorted(work.glob(f"next-*{_aside(old)}"))
    if not old.exists() and asides:
        asides.pop().rename(old)
    # What was set aside for a site elsewhere is all that may be left of that one.
    unfinished = [path for path in work.glob("next-*") if path.suffix != ".old"]
    for leftover in [*asides, *unfinished]:
        shutil.rmtree(leftover, ignore_errors=True)


def _aside(old: Path) -> str:
    return f".{old.name}.old"


def _exchange_at_once(new: Path, old: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done: int = renameat2(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _RENAME_EXCHANGE)
    return done == 0
