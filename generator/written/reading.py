# A page is read here and nowhere else: what its front matter says is what title, description, search and theme show.
# Whatever lies in the folder is read or named; only what systems and editors leave behind is passed over.
"""The folder of hand-written pages, and reading one of them."""

import json
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.core.checks import check_texts
from generator.core.diagnostics import Diagnostic
from generator.core.droppings import is_dropping
from generator.core.location import START, Span
from generator.core.look_alikes import conflicts
from generator.core.node import locate, parse
from generator.core.source import ROOT_IDS, Source, as_file_name, read, unreadable
from generator.core.validation import validate
from generator.kinds.site.model import FrontMatter, WrittenPage
from generator.written.conversion import TangledError, convert, words_of
from generator.written.counting import check_counts, without_counts
from generator.written.markup import check_markup

PAGES_FOLDER = "content/pages"

_FIRST_HEADING = re.compile(r"^# +(.+?)[ #]*$", re.MULTILINE)
_PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md")
_OPENING = re.compile(r"\s*^---[ \t]*$\n?", re.MULTILINE)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PagesFolder:
    """What reading the folder gave: the pages that can be read, and what is wrong."""

    pages: tuple[WrittenPage, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    """Every page that lies there, read or not, relative to the project."""


def read_pages(root: Path, counts: Collection[str] = ()) -> PagesFolder:
    """Reads every hand-written page, and names everything in the folder that is none.

    Arguments:
        root: The project's folder.
        counts: The names of what a page may say the number of; see `counted`.
    """
    paths, problems = _find(root)
    pages = []
    for path in paths:
        page, found = _read(root, path, counts)
        problems += found
        if page:
            pages.append(page)
    return PagesFolder(tuple(pages), tuple(problems), tuple(path.relative_to(root).as_posix() for path in paths))


def source_of(page: WrittenPage) -> str:
    """Gives the file of a page, relative to the project."""
    return f"{PAGES_FOLDER}/{page.id}.md"


def _find(root: Path) -> tuple[list[Path], list[Diagnostic]]:
    base = root / PAGES_FOLDER
    if base.is_symlink():
        return [], [Diagnostic(PAGES_FOLDER, "file-is-link")]
    if not base.is_dir():
        return [], [Diagnostic(PAGES_FOLDER, "file-is-special")] if base.exists() else []
    found: list[Path] = []
    problems: list[Diagnostic] = []
    try:
        entries = sorted(os.scandir(base), key=lambda item: item.name)
    except OSError as error:
        return [], [unreadable(PAGES_FOLDER, error)]
    taken = {entry.name for entry in entries}
    for entry in entries:
        path = f"{PAGES_FOLDER}/{entry.name}"
        name = entry.name.removesuffix(".md")
        if is_dropping(entry.name):
            continue
        if entry.is_symlink():
            problems.append(Diagnostic(path, "file-is-link"))
        elif not entry.is_file() or not _PAGE_NAME.fullmatch(entry.name):
            problems.append(_misnamed(path, entry, taken))
        elif name in ROOT_IDS:
            problems.append(Diagnostic(path, "id-reserved", params={"id": name}))
        else:
            found.append(base / entry.name)
    return found, problems


def _misnamed(path: str, entry: os.DirEntry[str], taken: set[str]) -> Diagnostic:
    """Says what to call a page, unless another has that name or was told to take it."""
    name = as_file_name(Path(path).stem.removesuffix(".md"), "pagina.md")
    is_page = entry.is_file() and Path(path).suffix.lower() in (".md", ".markdown", ".mdown", ".txt")
    suggestion = name if is_page and name not in taken else None
    taken.add(name)
    return Diagnostic(path, "page-file-name", params={"suggestion": suggestion})


def _read(root: Path, path: Path, counts: Collection[str]) -> tuple[WrittenPage | None, list[Diagnostic]]:
    source = read(root, path)
    if isinstance(source, Diagnostic):
        return None, [source]
    source = replace(source, text=source.text.replace("\r\n", "\n"))
    unsettled = conflicts(source)
    if unsettled:
        return None, unsettled
    opening = _OPENING.match(source.text)
    if not opening:
        return None, [Diagnostic(source.path, "page-front-missing")]
    closing = _CLOSING.search(source.text, opening.end())
    if not closing:
        line = source.text.count("\n", 0, opening.end() - 1) + 1
        return None, [Diagnostic(source.path, "page-front-open", Span(line, 1, line, 4))]
    lines = _blank(source.text, opening.end()) + source.text[opening.end() : closing.start()]
    front, problems = _front_matter(replace(source, text=lines), _proposed_title(path.stem, source.text))
    body = _blank(source.text, closing.end()) + source.text[closing.end() :]
    problems += [*_body_problems(replace(source, text=without_counts(body))), *check_counts(source, counts)]
    if front is None or any(problem.is_error for problem in problems):
        return None, problems
    page = WrittenPage(id=path.stem, front=front, as_written=body, body=body, text=words_of(convert(body)))
    return page, problems


def _front_matter(source: Source, title: str) -> tuple[FrontMatter | None, list[Diagnostic]]:
    root, problems = parse(source)
    if any(problem.code in ("yaml-empty", "yaml-not-mapping") for problem in problems):
        return None, [Diagnostic(source.path, "page-front-missing")]
    if root is None or problems:
        return None, problems
    front = validate(FrontMatter, source, root, lambda: {"title": title})
    if front.record is None or front.problems:
        return None, front.problems
    found = list(check_texts(source, root, front.record))
    if not front.record.description:
        found.append(Diagnostic(source.path, "page-no-description", locate(root, ("title",)), severity="warning"))
    return front.record, found


def _proposed_title(name: str, text: str) -> str:
    """Gives what a page without a title may be called: its first heading, else its name."""
    heading = _FIRST_HEADING.search(text)
    title = heading[1].strip() if heading else name.replace("-", " ").capitalize()
    return title if re.fullmatch(r"\w[\w ?!.,()'/-]*", title) else json.dumps(title, ensure_ascii=False)


def _body_problems(source: Source) -> Iterator[Diagnostic]:
    if not source.text.strip():
        yield Diagnostic(source.path, "page-empty")
        return
    try:
        yield from check_markup(source)
    except TangledError:
        yield Diagnostic(source.path, "richtext-nested", START)


def _blank(text: str, end: int) -> str:
    """Gives as many empty lines as stand before a place: what comes after keeps its line."""
    return "\n" * text.count("\n", 0, end)
