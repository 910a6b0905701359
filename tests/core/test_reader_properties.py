"""Whatever stands in a file, reading gives diagnostics and never an exception."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.compiler import load_strings, site_settings
from generator.compiler import publish as publish_pages
from generator.core.source import UNSAFE_CHARACTERS
from generator.kinds import KINDS
from generator.report import FORMATS, Reporter
from tests.conftest import TINY_PROJECT, Project

STRINGS = load_strings()

UNHURRIED = settings(
    derandomize=True,
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

WORDS = sorted(
    {name for kind in KINDS for name in kind.model.model_fields} | {"id", "url", "title", "answer", "source"}
)

HOSTILE_KEYS = [
    "",
    "[key]",
    "<<",
    "id",
    "~",
    "null",
    "__class__",
    "0",
    "{x}",
    "%s",
    "a b",
    "é",
    "😀",
    "-",
    "?",
    "x" * 300,
]

KEYS = st.sampled_from(WORDS) | st.sampled_from(HOSTILE_KEYS) | st.text(max_size=8)

SCALARS = (
    st.sampled_from(
        ["1", "0", "yes", "true", "2026-11-21", "acme", "live", "A1", "²", "٣", "-" * 40, "{count}", "%s", ""]
    )
    | st.text(max_size=40)
    | st.sampled_from(
        ["https://a.be", "javascript:x", "[x](y)", "[x][1]\n\n[1]: data:x", "- - - - - - - - x", "[" * 300]
    )
)

STRUCTURES = st.recursive(
    SCALARS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)

SIGNS = [
    "a: ",
    "- ",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "!t ",
    "|",
    ">-",
    "'",
    '"',
    "#",
    "---",
    "...",
    "%",
    "<<: ",
]
SPACE = ["\n", "\n  ", "\n    ", "\t", "\r", "\u2028", "\ufeff"]
PIECES = ["\\", '"\\u202e"', "é", "😀", "name: x\n", "offers:\n", "  - id: a\n"]

FRAGMENTS = st.sampled_from([*SIGNS, *SPACE, *PIECES])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A tiny project in which one provider is written over and over."""
    root = tmp_path_factory.mktemp("properties") / "project"
    shutil.copytree(TINY_PROJECT, root)
    return Project(root)


def read(place: Project, data: bytes) -> None:
    """Reads a project with this provider in it, and prints what is wrong."""
    place.write("providers/beta.yaml", data)

    reading = place.read()

    assert all(diagnostic.path == "providers/beta.yaml" for diagnostic in reading.diagnostics)
    assert reading.is_clean == (not any(diagnostic.is_error for diagnostic in reading.diagnostics))
    for diagnostic in reading.diagnostics:
        line, column, end_line, end_column = diagnostic.span
        assert (1, 1) <= (line, column) <= (end_line, end_column)
    for form in FORMATS:
        report = Reporter(STRINGS, place.root).render(reading.diagnostics, form, reading.files)
        assert UNSAFE_CHARACTERS.search(report) is None
    if reading.knowledge:
        publish_pages(reading.knowledge, site_settings(reading.knowledge))


@given(st.binary(max_size=300))
@UNHURRIED
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbfname: x")
@example(b'a: "\\UFFFFFFFF"')
@example(b'a: "\\ud800"')
def test_bytes(place: Project, data: bytes) -> None:
    """Arbitrary bytes are read or refused."""
    read(place, data)


@given(st.text(max_size=300))
@UNHURRIED
def test_text(place: Project, text: str) -> None:
    """Arbitrary text is read or refused."""
    read(place, text.encode("utf-8", "surrogatepass"))


@given(st.lists(FRAGMENTS | st.text(max_size=3), max_size=60))
@UNHURRIED
def test_fragments(place: Project, fragments: list[str]) -> None:
    """Pieces of YAML in any order are read or refused."""
    read(place, "".join(fragments).encode("utf-8", "surrogatepass"))


@given(st.dictionaries(KEYS, STRUCTURES, max_size=8))
@UNHURRIED
@example({"[key]": None, "criteria": {"[key]": {"[key]": None}, "": {}}})
@example({"offers": [{"dates": [{"start": ["x"]}], "price": {"amount": {}}}], "contact": {"phone": []}})
def test_structures(place: Project, data: dict[str, object]) -> None:
    """Any structure of lists, blocks and texts, with any keys, is read or refused."""
    read(place, json.dumps(data, ensure_ascii=True).encode())


@given(
    st.dictionaries(st.sampled_from(WORDS), STRUCTURES, max_size=4),
    st.sampled_from([[], ["offers", 0], ["sources", 0], ["criteria"]]),
)
@UNHURRIED
def test_nearly_right(place: Project, changes: dict[str, object], where: list[str | int]) -> None:
    """A right record in which something was changed is read or refused."""
    source = {"url": "https://a.be", "title": "x", "accessed": "2026-01-01", "seen": "live"}
    offer = {"id": "a", "title": "x", "summary": "x", "status": "running", "sources": ["1"]}
    record: dict[str, object] = {"name": "x", "kind": "vereniging", "summary": "x", "status": "active"}
    record |= {"criteria": {}, "offers": [offer], "sources": [source]}
    target: object = record
    for part in where:
        target = target[part]  # type: ignore[index]  # the way is in the record
    assert isinstance(target, dict)
    target |= changes

    read(place, json.dumps(record).encode())


# ── time and memory ──────────────────────────────────────────────────────────────────────────────────────────

LIMIT = 64 * 1024

OFFER_HEAD = "name: x\nkind: vereniging\nsummary: x\nstatus: active\n"

NASTY = {
    "brackets": "[" * LIMIT,
    "braces": "{a: " * (LIMIT // 4),
    "dashes": "- " * (LIMIT // 2),
    "question marks": "? " * (LIMIT // 2),
    "double quotes": '"' * LIMIT,
    "single quotes": "'" * LIMIT,
    "anchors": "&a" * (LIMIT // 2),
    "aliases": "a: [" + "*a, " * (LIMIT // 4 - 2) + "]",
    "tags": "!" * LIMIT,
    "one long line": "name: " + "a" * (LIMIT - 6),
    "one long key": "a" * (LIMIT - 3) + ": x",
    "spaces": " " * LIMIT,
    "line ends": "\n" * LIMIT,
    "indentation": "".join(f"{' ' * depth}a:\n" for depth in range(350)),
    "many keys": "".join(f"k{number}: x\n" for number in range(LIMIT // 10)),
    "one key many times": "name: x\n" * (LIMIT // 8),
    "empty keys": "".join(f"k{number}:\n" for number in range(LIMIT // 9)),
    "unknown terms": f"{OFFER_HEAD}themes: [" + ", ".join(f"t{number}" for number in range(LIMIT // 9)) + "]\n",
    "empty items": OFFER_HEAD + "offers:\n" + "  -\n" * (LIMIT // 4 - 20),
    "empty offers": OFFER_HEAD + "offers: [" + "{}, " * (LIMIT // 4 - 40) + "]\n",
    "wrong words": OFFER_HEAD + "offers: [{presence: [" + ", ".join(f"p{n}" for n in range(LIMIT // 9)) + "]}]\n",
    "documents": "---\n" * (LIMIT // 4),
    "comments": "#\n" * (LIMIT // 2),
    "rich text of brackets": f"{OFFER_HEAD}vision: '{'[' * 3900}'\n",
    "folded text": "name: >-\n" + "  a\n\n" * (LIMIT // 5 - 5),
    "escapes": 'name: "' + "\\u0041" * (LIMIT // 6 - 5) + '"',
}

SCRIPT = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
from generator.compiler import load_strings, read_project
from generator.report import Reporter

root = Path(sys.argv[1])
strings = load_strings()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for name, text in json.load(sys.stdin).items():
    (root / "providers/beta.yaml").write_text(text)
    start = time.process_time()
    reading = read_project(root, date(2026, 11, 21))
    Reporter(strings, root).render(reading.diagnostics, "text", reading.files)
    seconds = time.process_time() - start
    growth = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(json.dumps([name, len(reading.diagnostics), seconds, growth // 1024]), flush=True)
"""


def test_time_and_memory(project: Project) -> None:
    """No file of 64 kB takes ten seconds to refuse and report, or 500 MB, or falls over."""
    assert max(len(text) for text in NASTY.values()) <= LIMIT

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(project.root)],
        input=json.dumps(NASTY),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        cwd=Path(__file__).parents[2],
    )

    assert done.stderr == ""
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [name for name, *_ in rows] == list(NASTY)
    assert [name for name, found, *_ in rows if not found] == []
    assert [(name, seconds) for name, _, seconds, _ in rows if seconds >= 10] == []
    assert [(name, megabytes) for name, *_, megabytes in rows if megabytes >= 500] == []
