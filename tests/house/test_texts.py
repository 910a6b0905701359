"""The site's words: each stands in a strings.yaml, each is used, and no template has words of its own."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.compiler import load_strings
from tests.files import all_files
from tests.hosts.workbench import ROOT

PACKAGE = ROOT / "generator"
TEMPLATES = all_files(PACKAGE, "**/templates/*.j2", least=50)
CALLERS = {"t", "strings", "_words()", "publisher.t", "self.t", "self.strings"}
_CALL = re.compile(r"(?<![\w.])t\(\s*((?:[^()]|\([^()]*\))*)\)")
_TEXT = re.compile(r"""(['"])(.*?)\1""")


def in_templates() -> Iterator[tuple[str, str]]:
    """Gives a pattern for every key that a template asks for, with its place."""
    for path in TEMPLATES:
        for call in _CALL.finditer(path.read_text(encoding="utf-8")):
            first = re.split(r",(?=[^,]*=|\s*\*\*)", call.group(1))[0].strip()
            parts = [part.strip() for part in first.split("~")]
            texts = [_TEXT.fullmatch(part) for part in parts]
            key = "".join(re.escape(text.group(2)) if text else ".+" for text in texts)
            yield key, path.relative_to(PACKAGE).as_posix()


def in_python() -> Iterator[tuple[str, str]]:
    """Gives a pattern for every key that a module asks for, with its place."""
    for path in all_files(PACKAGE, "**/*.py", least=50):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in CALLERS:
                for key in _keys(node.args[0]):
                    yield key, f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"


def _keys(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _keys(node.body)
        yield from _keys(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in node.values)  # type: ignore[arg-type]  # a text
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)


def texts_in_python() -> set[str]:
    """Gives every text in the code: a prefix of keys, or the code of a mistake."""
    found: set[str] = set()
    for path in all_files(PACKAGE, "**/*.py", least=50):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


KEYS = sorted(load_strings().keys())
ASKED = sorted({*in_templates(), *in_python()})


def matches(pattern: re.Pattern[str], key: str) -> bool:
    """Says whether a key is asked for by a pattern; a count chooses between `one` and `other`."""
    return bool(pattern.fullmatch(key) or pattern.fullmatch(re.sub(r"\.(one|other)$", "", key)))


def test_scan_finds_keys() -> None:
    """The scan of templates and modules finds what is known to be there."""
    patterns = {pattern for pattern, _ in ASKED}

    assert {r"foot\.wrong", r"cli\.building", r"site\.door\..+\.question"} <= patterns


def test_every_key_asked_for_exists() -> None:
    """Every text that a template or a module asks for stands in a strings.yaml."""
    missing = [(asked, place) for asked, place in ASKED if not any(matches(re.compile(asked), key) for key in KEYS)]

    assert [] == missing


def test_every_key_is_used() -> None:
    """Every text in a strings.yaml is asked for by a template, a module or a mistake's code."""
    patterns = [re.compile(pattern) for pattern, _ in ASKED if re.match(r"[a-z_]+\\\.", pattern)]
    texts = texts_in_python()
    unused = []
    for key in KEYS:
        parts = key.split(".")
        if key.startswith("messages."):
            used = parts[1] in texts and parts[2:] in (["message"], ["hint"], ["choices"])
        else:
            prefixes = {".".join(parts[:end]) for end in range(2, len(parts))}
            used = any(matches(pattern, key) for pattern in patterns) or bool(prefixes & texts)
        if not used:
            unused.append(key)

    assert [] == unused


class Words(HTMLParser):
    """Gathers what a template would show without its Jinja: text, and attributes that are read aloud or shown."""

    shown = ("aria-label", "title", "alt", "placeholder", "content", "value", "label")

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL))
        self.close()

    def handle_data(self, data: str) -> None:
        self.found += re.findall(r"[^\W\d_]+", data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in self.shown:
                self.found += re.findall(r"[^\W\d_]+", value or "")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_template_has_no_words(path: Path) -> None:
    """A template has no words of its own: they come from a strings.yaml or a record."""
    assert [] == Words(path.read_text(encoding="utf-8")).found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_template_trusts_nothing(path: Path) -> None:
    """No template turns escaping off, carries a style or a script, or listens to an event."""
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\|\s*safe\b|autoescape|Markup|\bforceescape\b", text)
    assert not re.search(r"<(script|style|iframe|object|embed|form)\b|\sstyle\s*=|\son[a-z]+\s*=", text, re.IGNORECASE)


def test_words_are_found() -> None:
    """The look for words sees text and labels, and not what Jinja prints."""
    assert ["Hallo", "daar"] == Words('<p class="x">Hallo {{ t("a.b") }} <a aria-label="daar">{# nee #}</a></p>').found
