"""What tests of doors, builds and the command line share: projects that can be built, and a look at built sites."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from generator.compiler import read_project
from tests.conftest import TINY_PROJECT, Project
from tests.files import all_files

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

SELFCHECK = ROOT / "generator/kinds/selfcheck/example.yaml"
"""A self-check over the competences of the tiny project."""

HOSTILE = "\"><script>alert(1)</script><hostile onmouseover=alert(1)>'&lt; *a* `b` [c] [d] &"
"""Text that breaks out of an attribute and an element, opens a script, and is Markdown too."""

_LEFT_OUT = {"SOURCE_DATE_EPOCH", "SITE_URL"}


def copy_project(target: Path, providers: Iterable[str] | None = ("dwengo",)) -> Project:
    """Copies what a build needs of the real repository; of the providers only these, and those they lead to."""
    for folder in ("content", "guides"):
        shutil.copytree(ROOT / folder, target / folder)
    _copy_chrome(target)
    if providers is None:
        shutil.copytree(ROOT / "providers", target / "providers")
        return Project(target, date.today())
    (target / "providers").mkdir()
    wanted = set(providers)
    while wanted:
        for name in wanted:
            shutil.copyfile(ROOT / f"providers/{name}.yaml", target / f"providers/{name}.yaml")
        reading = read_project(target, date.today())
        unknown = [problem.params for problem in reading.diagnostics if problem.code == "ref-unknown"]
        wanted = {str(params["id"]).partition("/")[0] for params in unknown}
    return Project(target, date.today())


def copy_tiny_project(target: Path) -> Project:
    """Copies the tiny project with the real theme and configuration, which together build in about a second."""
    shutil.copytree(TINY_PROJECT, target)
    copied = Project(target)
    # The navigation and the home page lead to the self-check.
    copied.write("content/selfchecks/voorbeeld.yaml", SELFCHECK.read_bytes())
    _copy_chrome(target)
    return copied


def _copy_chrome(target: Path) -> None:
    shutil.copytree(ROOT / "theme", target / "theme")
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    (target / "generator/hosts").mkdir(parents=True)
    shutil.copyfile(ROOT / "generator/hosts/engine.yml", target / "generator/hosts/engine.yml")


def run(
    command: str, *arguments: str | Path, cwd: Path, environment: dict[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Runs a command of this environment, and gives what it said."""
    return subprocess.run(
        [BIN / command, *arguments],
        cwd=cwd,
        env=child_environment(environment),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **options,
    )


def child_environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    """Gives the environment for a command: ours, without what would change a build."""
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **(extra or {})}


def hashes(folder: Path) -> dict[str, str]:
    """Gives the hash of every file below `folder`."""
    found = [path for path in all_files(folder, "**/*", least=0) if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def page_addresses(site: Path) -> set[str]:
    """Gives the address of every page of a built site."""
    found = {path.parent.relative_to(site).as_posix() for path in all_files(site, "**/index.html", least=0)}
    return {"" if folder == "." else f"{folder}/" for folder in found}


@dataclass
class Html(HTMLParser):
    """A page as a browser would take it apart: its elements, and the text inside each of them."""

    source: str
    elements: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    """Tag, attributes and the text directly in it, in order; characters as a reader sees them."""
    _open: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, ""))
        if tag not in {"meta", "link", "input", "br", "hr", "img"}:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self.elements[self._open.pop()][0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open:
            tag, attributes, text = self.elements[self._open[-1]]
            self.elements[self._open[-1]] = (tag, attributes, text + data)

    def texts(self, tag: str, css_class: str = "") -> list[str]:
        """Gives the text of every element of this kind."""
        wanted = [(attributes, text) for name, attributes, text in self.elements if name == tag]
        return [" ".join(text.split()) for attributes, text in wanted if css_class in attributes.get("class", "")]

    def attributes(self, tag: str, attribute: str, **having: str) -> list[str]:
        """Gives an attribute of every element of this kind that has these others."""
        return [
            attributes[attribute]
            for name, attributes, _ in self.elements
            if name == tag and attribute in attributes and having.items() <= attributes.items()
        ]


def read_page(site: Path, address: str) -> Html:
    """Reads a page of a built site."""
    return Html((site / address / "index.html").read_text(encoding="utf-8"))


def make_hostile(project: Project) -> dict[str, Any]:
    """Puts hostile text in every field of every record that takes it; gives the records by path.

    Every text is replaced; where the checks refuse it, the old text comes back, until the project is clean.
    """
    kinds = ("content/*.yaml", "content/*/*.yaml", "guides/*/*.yaml", "providers/*.yaml")
    paths = sorted(path for pattern in kinds for path in all_files(project.root, pattern))
    old = {path: yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader) for path in paths}
    new = {path: _replace_texts(record, [0]) for path, record in old.items()}
    for _ in range(12):
        for path, record in new.items():
            text = yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, default_style='"', width=10**6)
            path.write_text(text, encoding="utf-8")
        problems = [one for one in read_project(project.root, date.today()).diagnostics if one.is_error]
        if not problems:
            return {path.relative_to(project.root).as_posix(): record for path, record in new.items()}
        for name in {problem.path for problem in problems}:
            path = project.root / name
            places = dict(_places(yaml.compose(path.read_text(encoding="utf-8"), yaml.CBaseLoader), ()))
            for problem in problems:
                if problem.path == name:
                    _put_back(new[path], old[path], places[problem.span.line, problem.span.column])
    raise AssertionError([(problem.path, problem.span, problem.code) for problem in problems])


def _replace_texts(value: Any, counter: list[int]) -> Any:
    if isinstance(value, dict):
        return {key: _replace_texts(part, counter) for key, part in value.items()}
    if isinstance(value, list):
        return [_replace_texts(part, counter) for part in value]
    counter[0] += 1
    return f"{HOSTILE} {counter[0]}"


def _places(node: yaml.Node, path: tuple[Any, ...]) -> Iterator[tuple[tuple[int, int], tuple[Any, ...]]]:
    """Gives where each value starts, and each key, with the way to it."""
    yield (node.start_mark.line + 1, node.start_mark.column + 1), path
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (key.start_mark.line + 1, key.start_mark.column + 1), (*path, key.value)
            yield from _places(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _places(value, (*path, index))


def _put_back(new: Any, old: Any, place: tuple[Any, ...]) -> None:
    for name in place[:-1]:
        new, old = new[name], old[name]
    new[place[-1]] = old[place[-1]]
