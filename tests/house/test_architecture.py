"""The house's shape: who imports what, and what every module says of itself."""

import ast
import importlib
import re
from pathlib import Path

import pytest

from tests.files import all_files
from tests.hosts.workbench import ROOT

PACKAGE = ROOT / "generator"
TESTS = ROOT / "tests"
MODULES = all_files(PACKAGE, "**/*.py", least=50)

ONE_PLACE = {
    "yaml": {"core/node.py", "core/pure_parser.py"},
    "jinja2": {"core/rendering.py"},
    "mkdocs": {"hosts/mkdocs.py"},
}
"""Each of these packages is imported in one module alone; of YAML there are two parsers."""


def name(path: Path) -> str:
    """Gives a module's place in the package."""
    return path.relative_to(PACKAGE).as_posix()


def tree(path: Path) -> ast.Module:
    """Reads a module without running it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """Gives the full names of everything a module imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found


@pytest.mark.parametrize(("package", "place"), ONE_PLACE.items())
def test_one_place(package: str, place: set[str]) -> None:
    """YAML, the template engine and the site's engine are each imported in one place."""
    users = {name(path) for path in MODULES if any(one.split(".")[0] == package for one in imported(path))}

    assert place == users


def test_core_knows_no_kind_and_no_door() -> None:
    """The core imports nothing of the generator but the core."""
    for path in all_files(PACKAGE / "core", "*.py", least=10):
        outside = {one for one in imported(path) if one.startswith("generator.")}
        assert not {one for one in outside if not one.startswith("generator.core")}, name(path)


BESIDE_MODELS = {
    "checklist/views.py imports handbook.checks",
    "competence_area/views.py imports handbook.checks",
    "competence_area/views.py imports provider.views",
    "competence_area/views.py imports provider.way_on",
    "vocabulary/publish.py imports provider.lists",
    "vocabulary/publish.py imports provider.views",
    "vocabulary/publish.py imports provider.way_on",
}
"""A kind may import another kind's model. These also take an anchor, a card or a list's pages from it."""


def test_kinds_import_models() -> None:
    """A kind imports of another kind its model, and beside that only what is named here."""
    found = set()
    for path in all_files(PACKAGE / "kinds", "*/*.py", least=30):
        for one in imported(path):
            parts = one.split(".")
            other = parts[2] if parts[:2] == ["generator", "kinds"] and len(parts) > 3 else path.parent.name
            is_module = (PACKAGE / "kinds" / other / f"{parts[3]}.py").is_file() if len(parts) > 3 else False
            if other != path.parent.name and is_module and parts[3] != "model":
                found.add(f"{path.parent.name}/{path.name} imports {other}.{parts[3]}")

    assert BESIDE_MODELS == found


def test_no_import_inside_a_function() -> None:
    """Imports stand at the top of a module."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                inner = [one for one in ast.walk(node) if isinstance(one, ast.Import | ast.ImportFrom)]
                assert [] == inner, f"{name(path)}:{node.lineno}"


def test_no_relative_import() -> None:
    """Imports name the whole way."""
    for path in MODULES:
        assert not [n for n in ast.walk(tree(path)) if isinstance(n, ast.ImportFrom) and n.level], name(path)


def test_docstrings() -> None:
    """Every public module says in one sentence what it gives."""
    for path in MODULES:
        if path.name.startswith("_") and path.name != "__init__.py":
            continue
        said = ast.get_docstring(tree(path))
        assert said, name(path)
        assert said.splitlines()[0].endswith("."), name(path)


def test_no_loop_over_nothing() -> None:
    """No test looks for files by itself: `all_files` says when there are none."""
    modules = all_files(TESTS, "**/*.py", least=50)
    looking = [path.name for path in modules if re.search(r"\.r?glob\(", path.read_text(encoding="utf-8"))]

    assert ["files.py"] == looking


def test_core_opens_with_a_comment() -> None:
    """Every module in the core opens with a comment for the next maintainer."""
    for path in all_files(PACKAGE / "core", "*.py", least=10):
        if path.name != "__init__.py":
            assert path.read_text(encoding="utf-8").startswith("# "), name(path)


def test_public_names() -> None:
    """Every `__all__` is sorted as ruff sorts it, and names what is there."""
    for path in MODULES:
        module = name(path).removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
        if "__all__" not in path.read_text(encoding="utf-8"):
            continue
        found = importlib.import_module("generator" if module == "__init__" else f"generator.{module}")
        names = list(found.__all__)
        assert sorted(names, key=lambda one: (not one.isupper(), not one[0].isupper(), one)) == names, name(path)
        assert [] == [one for one in names if not hasattr(found, one)], name(path)


def test_no_vague_module() -> None:
    """A module is named for a thing."""
    vague = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "tools"}

    assert set() == {name(path) for path in MODULES if path.stem in vague}


def test_no_broad_except() -> None:
    """No code catches everything."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else ""
                assert caught not in ("", "Exception", "BaseException"), f"{name(path)}:{node.lineno}"


def test_no_clock() -> None:
    """Only the command line and the door of the engine look at the clock."""
    clock = re.compile(r"\b(?:date\.today|datetime\.now|time\.time|utcnow)\(")
    users = {name(path) for path in MODULES if clock.search(path.read_text(encoding="utf-8"))}

    assert {"cli.py", "hosts/mkdocs.py"} == users


KINDS = [path for path in sorted((PACKAGE / "kinds").iterdir()) if (path / "__init__.py").is_file()]


@pytest.mark.parametrize("folder", KINDS, ids=lambda folder: folder.name)
def test_shape_of_a_kind(folder: Path) -> None:
    """Every kind has the same files, and stands in the list of kinds."""
    files = {path.name for path in folder.iterdir()}
    listed = (PACKAGE / "kinds/__init__.py").read_text(encoding="utf-8")

    assert {"model.py", "checks.py", "publish.py", "strings.yaml", "schema.json"} <= files
    assert f"{folder.name}.KIND" in listed
