"""Good and bad records of every kind, as files.

A file in `<kind>/good/` is clean. A file in `<kind>/bad/` starts with what is said about it, one comment line for each
mistake: `# expect: level-below-start 12:19`. Its name is the record's id. A file in `<kind>/public/` says what is wrong
when the site is made for everybody, and only then. New files are found by themselves.
"""

import ast
import re
from pathlib import Path

import pytest

from generator.compiler import load_strings, read_project
from generator.core.diagnostics import Diagnostic
from generator.core.kind import Kind
from generator.kinds import KINDS
from generator.report import FORMATS, Reporter
from tests.conftest import TODAY, Place, Project
from tests.files import all_files

HERE = Path(__file__).parent
BY_NAME = {kind.name: kind for kind in KINDS}
GOOD = all_files(HERE, "*/good/*.yaml", least=10)
BAD = all_files(HERE, "*/bad/*.yaml", least=50)
PUBLIC = all_files(HERE, "*/public/*.yaml", least=10)
EXPECTED = re.compile(r"# expect: (\S+) (\d+):(\d+)\n")
STRINGS = load_strings()


def name_of(case: Path) -> str:
    """Gives what to call a case."""
    return f"{case.parts[-3]}/{case.stem}"


def put(project: Project, case: Path) -> str:
    """Puts a case in the project, and says where."""
    kind = BY_NAME[case.parts[-3]]
    target = kind.location if kind.is_single else f"{kind.location}/{case.name}"
    project.write(target, case.read_bytes())
    return target


def expected(case: Path) -> list[Place]:
    """Gives what a bad case says of itself."""
    text = case.read_text(encoding="utf-8")
    places = [(code, int(line), int(column)) for code, line, column in EXPECTED.findall(text)]
    assert text.startswith("# expect: ")
    assert text.count("# expect") == len(places)
    return places


def codes_of(kind: Kind) -> set[str]:
    """Gives the codes that a kind's own checks can report."""
    calls = ast.walk(ast.parse((kind.package / "checks.py").read_text(encoding="utf-8")))
    return {
        code.value
        for call in calls
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Problem"
        for code in call.args[1:2]
        if isinstance(code, ast.Constant)
    }


@pytest.mark.parametrize("case", GOOD, ids=name_of)
def test_good(project: Project, case: Path) -> None:
    """A good record is clean, without warnings."""
    put(project, case)

    assert [(d.path, d.code, d.span.line) for d in project.found()] == []


@pytest.mark.parametrize("case", PUBLIC, ids=name_of)
def test_public(project: Project, case: Path) -> None:
    """What a record lacks for a public site is told for a public site alone."""
    path = put(project, case)

    assert project.found() == []
    check_found(project, case, path, read_project(project.root, TODAY, published=lambda address: address).diagnostics)


@pytest.mark.parametrize("case", BAD, ids=name_of)
def test_bad(project: Project, case: Path) -> None:
    """A bad record gets exactly what it expects, at exactly that place, and in words that are filled in."""
    path = put(project, case)

    check_found(project, case, path, project.found())


def check_found(project: Project, case: Path, path: str, found: list[Diagnostic]) -> None:
    """Holds what was found against what a case expects."""
    assert [(d.code, d.span.line, d.span.column) for d in found] == expected(case)
    assert {d.path for d in found} == {path}
    for form in FORMATS:
        assert not re.search(r"\{[a-z_]*\}|None", Reporter(STRINGS, project.root).render(found, form, files=1))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_enough(kind: Kind) -> None:
    """Every kind has a good case, the usual slips, and a bad case for each code of its own checks."""
    bad = [code for case in BAD if case.parts[-3] == kind.name for code, _, _ in expected(case)]

    assert [case for case in GOOD if case.parts[-3] == kind.name]
    assert {"key-unknown", "key-missing", "type-list", "type-text"} <= set(bad)
    assert codes_of(kind) <= set(bad)


OF_TWO = {"looks-like-homepage", "looks-like-sources", "removed-again"}
"""What takes two records to be wrong; see test_across and test_removed."""


def test_every_code_of_a_kind() -> None:
    """Every message that a kind brings along has a bad case."""
    own = {
        code
        for kind in KINDS
        for code in re.findall(
            r"^  ([a-z-]+):\n    message:", (kind.package / "strings.yaml").read_text(), re.MULTILINE
        )
    }

    assert own - OF_TWO <= {code for case in [*BAD, *PUBLIC] for code, _, _ in expected(case)}


def test_codes_are_found() -> None:
    """The codes are really found in a kind's checks."""
    assert codes_of(BY_NAME["handbook"]) == {"number-out-of-order", "agenda-minutes", "agenda-first-item", "year-ahead"}
    assert len(codes_of(BY_NAME["provider"])) == 17
