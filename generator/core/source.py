# Files on disk become texts, or diagnostics. Nothing here knows YAML.
# Every file below a record folder is read or named; only what systems and editors leave behind is passed over.
"""Finding and reading record files."""

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from generator.core.diagnostics import Diagnostic
from generator.core.droppings import is_dropping
from generator.core.location import Span, span_of

MAX_BYTES = 64 * 1024
"""Size limit of one record file, in bytes (promises.md)."""

FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")

ROOT_IDS = frozenset(
    # pages and folders of the engine
    {"index", "404", "search", "assets", "sitemap", "robots"}
    # device names that Windows refuses as a file name
    | {"con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""What nothing can be called, wherever it stands on the site."""

RESERVED_IDS = ROOT_IDS | frozenset(
    # the site's own addresses beside records
    {"vergelijk", "thema", "regio", "niveau", "rapport", "zoeken", "catalogus", "data", "plan", "aanbieders"}
)

_LIST_PAGE = re.compile(r"pagina-\d+")

UNSAFE_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, U+0085 included
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # invisible fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff"  # zero width, bidi, separators
    "\ud800-\udfff"  # halves of characters, such as a file name in another encoding gives
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"  # private use, tags
    "|\r(?!\n)"
)
"""What no text of a record may hold: it is invisible, moves text around, or shifts line numbers."""


@dataclass(frozen=True, slots=True)
class Source:
    """A record file that was read: its path relative to the project, and its text."""

    path: str
    text: str

    @property
    def id(self) -> str:
        """The record's id: the file's name without its suffix."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".yaml")

    def place_in(self, within: Span, value: str, start: int, end: int) -> Span:
        """Gives the place of a piece of a value: the whole of it where the piece is written otherwise, as by an escape.

        Arguments:
            within: Where the value stands.
            value: What was read there. Between its words a line may end in the file.
            start: Where the piece begins in the value, from 0.
            end: Where it ends.
        """
        piece = re.compile(r"\s+".join(re.escape(word) for word in value[start:end].split()))
        before = sum(1 for match in piece.finditer(value) if match.start() < start)
        found = list(piece.finditer(self.text, self._offset(*within[:2]), self._offset(*within[2:])))
        return span_of(self.text, *found[before].span()) if before < len(found) else within

    def text_in(self, span: Span) -> str:
        """Gives what stands in the file at a place."""
        return self.text[self._offset(*span[:2]) : self._offset(*span[2:])]

    def _offset(self, line: int, column: int) -> int:
        """Gives how many characters stand before a place."""
        lines = self.text.split("\n")[: line - 1]
        return sum(map(len, lines)) + len(lines) + column - 1


def find(root: Path, folder: str) -> tuple[list[Path], list[Diagnostic]]:
    """Finds the record files in `folder`, in order of name, and names every other thing that lies there."""
    base = root / folder
    links = [
        part for part in (*reversed(base.relative_to(root).parents[:-1]), Path(folder)) if (root / part).is_symlink()
    ]
    if links:
        return [], [Diagnostic(links[0].as_posix(), "file-is-link")]
    if not base.is_dir():
        return [], [Diagnostic(folder, "file-is-special")] if base.exists() else []
    found: list[Path] = []
    problems: list[Diagnostic] = []
    try:
        entries = sorted(
            (entry for entry in os.scandir(base) if not is_dropping(entry.name)), key=lambda item: item.name
        )
    except OSError as error:
        return [], [unreadable(folder, error)]
    taken = {entry.name for entry in entries}
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            problems.append(Diagnostic(path, "file-is-link"))
        elif entry.is_dir():
            problems.append(Diagnostic(path, "file-is-folder"))
        elif not entry.is_file():
            problems.append(Diagnostic(path, "file-is-special"))
        elif not FILE_NAME.fullmatch(entry.name):
            problems.append(_misnamed(path, _record_name(entry.name), taken))
        elif is_reserved(entry.name.removesuffix(".yaml")):
            problems.append(Diagnostic(path, "id-reserved", params={"id": entry.name.removesuffix(".yaml")}))
        else:
            found.append(base / entry.name)
    return found, problems


def _misnamed(path: str, name: str, taken: set[str]) -> Diagnostic:
    """Says what to call a file, unless another has that name or was told to take it."""
    if name in taken:
        return Diagnostic(path, "file-name-taken", params={"other": name})
    taken.add(name)
    return Diagnostic(path, "file-name", params={"suggestion": name})


def unreadable(path: str, error: OSError) -> Diagnostic:
    """Says that the system does not let us read a file or a folder."""
    params = {"reason": error.strerror or type(error).__name__, "errno": error.errno}
    return Diagnostic(path, "file-unreadable", params=params)


def is_reserved(record_id: str) -> bool:
    """Says whether the site itself uses this name in an address."""
    return record_id in RESERVED_IDS or bool(_LIST_PAGE.fullmatch(record_id))


def read(root: Path, path: Path) -> Source | Diagnostic:
    """Reads one record file, or says why it cannot be read."""
    name = path.relative_to(root).as_posix()
    try:
        data = _read_regular_file(path)
    except OSError as error:
        return unreadable(name, error)
    if len(data) > MAX_BYTES:
        return Diagnostic(name, "file-too-large", params={"limit": MAX_BYTES // 1024})
    try:
        # Some editors of Windows put a byte order mark first: it is no part of the text.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        return Diagnostic(name, "file-not-utf8", span_of(before, len(before), len(before)))
    return text_problem(name, text) or Source(name, text)


def text_problem(path: str, text: str) -> Diagnostic | None:
    """Gives the first character of `text` that no record may hold, if there is one."""
    unsafe = UNSAFE_CHARACTERS.search(text)
    if unsafe:
        span = span_of(text, unsafe.start(), unsafe.end())
        return Diagnostic(path, "text-unsafe-character", span, {"character": describe(unsafe.group())})
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)
        index = next((i for i, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), len(composed))
        return Diagnostic(path, "text-not-nfc", span_of(text, index, index + 1))
    return None


def describe(character: str) -> str:
    """Names a character by its code point, in a form that is safe to print."""
    return f"U+{ord(character[0]):04X}"


def _read_regular_file(path: Path) -> bytes:
    # Refuses to follow a link that took the file's place, and never waits for a pipe.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "not a regular file")
        return file.read(MAX_BYTES + 1)


def _record_name(name: str) -> str:
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    stem = re.sub(r"\.ya?ml\Z", "", stem, flags=re.IGNORECASE)  # such as `acme.yaml.txt`
    return as_file_name(stem, "naam.yaml")


def as_file_name(stem: str, other: str) -> str:
    """Gives the name that comes nearest to what a file is called: of small letters, digits and hyphens.

    Arguments:
        stem: The name, without its suffix.
        other: A name for where nothing is left of it; its suffix is that of them all.
    """
    bare, _, suffix = other.partition(".")
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return (re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or bare) + f".{suffix}"
