"""The files a test goes through."""

from pathlib import Path


def all_files(folder: Path, pattern: str, least: int = 1) -> list[Path]:
    """Gives what fits a pattern in a folder, in order. Fewer than `least` fail: a loop over nothing proves nothing."""
    found = sorted(folder.glob(pattern))
    if len(found) < least:
        raise AssertionError(f"{len(found)} of {pattern} in {folder}, where {least} or more were expected")
    return found
