# The plain side gets the words of our own pages as ready Markdown: the same pages, titles, lists and offers. It reads
# no record, has no front matter and no links inside the site to resolve, so it does the least an engine can do.
# This runs in a process of its own: it loads all records, and a big parent would spoil the peaks of its children.
"""The yardstick: plain MkDocs + Material. Run as `python -m benchmarks.plain PROJECT PAGES RECORDS`."""

import json
import re
import shutil
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from generator.compiler import publish, read_project, site_settings
from generator.core.pages import Page

_MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "dt": "- ", "p": ""}


def make(project: Path, pages_target: Path, records_target: Path) -> None:
    """Writes two plain projects for the project at `project`.

    Arguments:
        project: A project with clean records.
        pages_target: Gets as many pages as the project publishes.
        records_target: Gets those without the catalogue's lists: hardly more than a page for each record.
    """
    reading = read_project(project, date.today())
    if reading.knowledge is None:
        raise SystemExit(f"the made-up project has mistakes: {reading.diagnostics[:3]}")
    settings = site_settings(reading.knowledge)
    for target in (pages_target, records_target):
        _begin(project, target, settings)
    for page in publish(reading.knowledge, settings).pages:
        text = markdown(page.render())
        _write(pages_target, page, text)
        if page.address.count("/") < 2 or page.layout != "list":
            _write(records_target, page, text)


def markdown(body: str) -> str:
    """Gives the words of a finished body as Markdown: headings, paragraphs, lists, links to other sites."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[str] = []
        self._mark = ""
        self._words = ""
        self._href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") or ""
        if tag in _MARKS:
            self._end_block()
            self._mark = _MARKS[tag]
        elif tag == "dd":
            self._words += ": "
        elif tag == "a" and href.startswith("http"):
            self._href = href
            self._words += "["

    def handle_endtag(self, tag: str) -> None:
        if tag in (*_MARKS, "dd", "div") and tag != "dt":
            self._end_block()
        elif tag == "a" and self._href:
            self._words += f"]({self._href})"
            self._href = ""

    def handle_data(self, data: str) -> None:
        self._words += re.sub(r"([\\`*_\[\]<>#])", r"\\\1", data)

    def _end_block(self) -> None:
        words = " ".join(self._words.split())
        if words:
            self._blocks.append(self._mark + words)
        self._mark = self._words = ""

    def text(self) -> str:
        """Gives what was read: a blank line between blocks, none between items of a list."""
        self._end_block()
        lines: list[str] = []
        for block in self._blocks:
            if lines and not (block.startswith("- ") and lines[-1].startswith("- ")):
                lines.append("")
            lines.append(block)
        return "\n".join(lines) + "\n"


def _begin(project: Path, target: Path, site: dict[str, object]) -> None:
    docs = target / "docs"
    shutil.copytree(project / "content" / "pages", docs)
    shutil.copytree(project / "theme", target / "theme")
    inherited = json.loads((project / "mkdocs.yml").read_text(encoding="utf-8"))["INHERIT"]
    configuration = {
        "INHERIT": inherited,
        "docs_dir": "docs",
        "theme": {"custom_dir": "theme"},
        "extra": {"site": site},
        "plugins": [],
        # Hand-written pages link to lists that the smaller project leaves out.
        "strict": False,
    }
    (target / "mkdocs.yml").write_text(json.dumps(configuration, ensure_ascii=False), encoding="utf-8")


def _write(target: Path, page: Page, text: str) -> None:
    path = target / "docs" / page.address / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    make(*(Path(argument) for argument in sys.argv[1:4]))
