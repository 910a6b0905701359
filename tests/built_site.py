"""The real site, built once for all tests that look at it, with a reader for its pages."""

import os
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from filelock import FileLock

from generator.compiler import Reading, read_project
from generator.release import addresses, release
from tests.files import all_files

ROOT = Path(__file__).parents[1]
ORIGIN = "https://vormingswijzer.example/"

PAGE_TYPES = {
    "home": "",
    "offers": "catalogus/",
    "offers, second page": "catalogus/pagina-2/",
    "providers": "catalogus/aanbieders/",
    "provider": "catalogus/onderwijscentrum-brussel/",
    "provider that stopped": "catalogus/school-zonder-racisme/",
    "comparison": "catalogus/vergelijk/",
    "theme": "catalogus/thema/ict-beleid/",
    "region": "catalogus/regio/vlaanderen/",
    "level": "catalogus/niveau/lager/",
    "search": "zoeken/",
    "plan": "plan/",
    "self-check": "zelfcheck/",
    "report": "zelfcheck/rapport/",
    "group picture": "groepsbeeld/",
    "competences": "competenties/",
    "competence area": "competenties/professionele-betrokkenheid/",
    "checklists": "checklist/",
    "checklist": "checklist/kies-je-nascholing/",
    "handbooks": "teamgesprek/",
    "handbook": "teamgesprek/schoolleider/",
    "trajectories": "voorbeelden/",
    "trajectory": "voorbeelden/i-learn/",
    "projects": "project/",
    "project": "project/sterke-onderwijsprofessionals/",
    "hand-written": "over/",
    "hand-written, with a table": "privacy/",
    "accessibility": "toegankelijkheid/",
    "for editors": "meewerken/",
    "for providers": "aanbieders/",
    "corrections": "verbeteringen/",
}
"""One address for every type of page."""


@dataclass
class Element:
    """A start tag with its attributes, whether it stands in the main part, and whether it waits for a script."""

    tag: str
    attributes: dict[str, str]
    in_main: bool
    in_template: bool


@dataclass
class Document(HTMLParser):
    """A page as its elements."""

    html: str
    elements: list[Element] = field(default_factory=list)
    _depth_of_main: int = 0
    _depth_of_template: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth_of_main += tag == "article"
        self._depth_of_template += tag == "template"
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, self._depth_of_main > 0, self._depth_of_template > 0))

    def handle_endtag(self, tag: str) -> None:
        self._depth_of_main -= tag == "article"
        self._depth_of_template -= tag == "template"

    @cached_property
    def anchors(self) -> set[str]:
        return {element.attributes["id"] for element in self.elements if "id" in element.attributes}


@dataclass
class BuiltSite:
    """The folder of a built site."""

    folder: Path
    addresses: list[str]
    reading: Reading

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every page by its address, the page for unknown addresses left out."""
        pages = all_files(self.folder, "**/index.html")
        named = ((path.parent.relative_to(self.folder).as_posix(), path) for path in pages)
        return {"" if name == "." else f"{name}/": Document(path.read_text(encoding="utf-8")) for name, path in named}

    def broken_links(self) -> list[str]:
        """Gives every link inside the site that leads nowhere, as `page -> link`."""
        broken = []
        for address, document in self.documents.items():
            for element in document.elements:
                target = element.attributes.get("href") or element.attributes.get("src")
                if target and not self._leads_somewhere(address, target):
                    broken.append(f"/{address} -> {target}")
        return broken

    def _leads_somewhere(self, address: str, target: str) -> bool:
        absolute, anchor = urldefrag(urljoin(ORIGIN + address, target))
        if not absolute.startswith(ORIGIN):
            return True
        path = unquote(absolute.removeprefix(ORIGIN))
        if path and not path.endswith("/"):
            return (self.folder / path).is_file()
        if path not in self.documents:
            return False
        # With `=` it is the state of a page, for its script.
        return not anchor or "=" in anchor or unquote(anchor) in self.documents[path].anchors


@cache
def build_site() -> BuiltSite:
    """Builds the real content once, as `make site` does, into a folder of its own."""
    reading = read_project(ROOT, date.today())
    assert reading.is_clean, reading.diagnostics
    work = ROOT / ".build"
    work.mkdir(exist_ok=True)
    folder, built_by = work / "tested-site", work / "tested-site.run"
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with FileLock(work / "tested-site.lock"):
        # Of the workers of one run, the first builds for all.
        if not built_by.is_file() or built_by.read_text(encoding="utf-8") != run:
            release(ROOT, reading, folder)
            built_by.write_text(run, encoding="utf-8")
    return BuiltSite(folder, addresses(reading), reading)
