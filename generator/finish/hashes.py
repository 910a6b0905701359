"""The list of hashes that lets anybody check that a site serves what was built."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def write_hashes(site: Path) -> None:
    """Writes the SHA-256 of every file of `site`, in the form that `sha256sum --check` reads."""
    files = sorted(path for path in site.rglob("*") if path.is_file() and path != site / NAME)
    lines = [f"{_hash(path)}  {path.relative_to(site).as_posix()}\n" for path in files]
    (site / NAME).write_text("".join(lines), encoding="utf-8")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


__all__ = ["NAME", "write_hashes"]
