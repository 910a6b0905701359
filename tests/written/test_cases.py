"""Good and bad hand-written pages, as files.

A file in `good/` is clean. A file in `bad/` says somewhere what is told of it, once for each mistake:
`expect: page-fetches 7:1`. Its name is the page's. New files are found by themselves.
"""

import re
from pathlib import Path

import pytest

from generator.compiler import load_strings
from generator.report import FORMATS, Reporter
from generator.written import PAGES_FOLDER
from tests.conftest import Place, Project
from tests.files import all_files
from tests.hosts.workbench import ROOT

HERE = Path(__file__).parent
GOOD = all_files(HERE, "good/*.md", least=2)
BAD = all_files(HERE, "bad/*.md", least=90)
EXPECTED = re.compile(r"expect: (\S+) (\d+):(\d+)")
STRINGS = load_strings()


def put(project: Project, case: Path) -> str:
    """Puts a case in the project, and says where."""
    path = f"{PAGES_FOLDER}/{case.name}"
    project.write(path, case.read_bytes())
    return path


def expected(case: Path) -> list[Place]:
    """Gives what a bad case says of itself."""
    found = EXPECTED.findall(case.read_text(encoding="utf-8"))
    assert found, case
    return [(code, int(line), int(column)) for code, line, column in found]


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.stem)
def test_good(project: Project, case: Path) -> None:
    """A good page is clean, without warnings."""
    put(project, case)

    assert [(d.path, d.code, d.span.line) for d in project.found()] == []


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_bad(project: Project, case: Path) -> None:
    """A bad page gets exactly what it expects, at exactly that place, and in words that are filled in."""
    path = put(project, case)

    found = project.found()

    assert [(d.code, d.span.line, d.span.column) for d in found] == expected(case)
    assert {d.path for d in found} == {path}
    for form in FORMATS:
        assert not re.search(r"\{[a-z_]*\}|None", Reporter(STRINGS, project.root).render(found, form, files=1))


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_bad_on_windows(project: Project, case: Path) -> None:
    """Line ends of Windows and a byte order mark change nothing of it."""
    project.write(f"{PAGES_FOLDER}/{case.name}", b"\xef\xbb\xbf" + case.read_bytes().replace(b"\n", b"\r\n"))

    assert project.places() == expected(case)


def test_every_code_of_a_page() -> None:
    """Every message about a page has a bad case."""
    words = (ROOT / "generator/written/strings.yaml").read_text(encoding="utf-8")
    own = set(re.findall(r"^  ([a-z-]+):\n    message:", words, re.MULTILINE)) - {"page-file-name"}

    assert len(own) > 20
    assert own <= {code for case in BAD for code, _, _ in expected(case)}
