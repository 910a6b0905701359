"""Whatever one file of a project holds, `check` and `build` say it in words: no traceback anywhere."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.compiler import publish, site_settings
from tests.conftest import TINY_PROJECT, Project
from tests.files import all_files

FILES = [path.relative_to(TINY_PROJECT).as_posix() for path in all_files(TINY_PROJECT, "**/*.*", least=15)]

PAGE = "content/pages/over.md"

UNHURRIED = settings(
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

MARKDOWN = ["# x\n", "[x](", "](y.md)", "{: x", "}", "|", "`", "```\n", "    ", "[1]: http://[", "]: <", "<<<<<<< x\n"]
HTML = ["<a href=", "<!--", "-->", "<![", "<?", "<script>", "</", ">", '"', "&#0;", "&#xD800;"]
ADDRESSES = ["](//[x", "](%ff%00)", "](data:", "<https://[>", "](mailto:%zz)", "](x.md#%C3)"]
SIGNS = ["---\n", "title: x\n", "\ufeff", "\r", "\u2028", "é", "\U0001f600"]
PIECES = st.sampled_from([*MARKDOWN, *HTML, *ADDRESSES, *SIGNS])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A tiny project in which one file is written over and over."""
    root = tmp_path_factory.mktemp("bytes") / "project"
    shutil.copytree(TINY_PROJECT, root)
    return Project(root)


@pytest.fixture
def _in_project(place: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place.root)


def used(*arguments: str) -> Result:
    """Runs a command; an exception that nobody foresaw comes out here."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def write_and_use(place: Project, path: str, data: bytes) -> None:
    """Writes a file, checks, builds as far as it goes without an engine, and puts the file back."""
    good = (TINY_PROJECT / path).read_bytes()
    place.write(path, data)
    try:
        checked = used("check")
        assert checked.exit_code in (0, 1)
        assert "nagekeken" in checked.output
        if checked.exit_code == 1:
            assert used("build").exit_code == 1
            return
        knowledge = place.read().knowledge
        assert knowledge is not None
        for page in publish(knowledge, site_settings(knowledge)).pages:
            if page.source == path:
                page.render()
    finally:
        place.write(path, good)


def test_files() -> None:
    """The project has a file of every kind, and a page."""
    assert {PAGE, "content/site.yaml", "content/vocabularies/themes.yaml", "providers/acme.yaml"} <= set(FILES)


@pytest.mark.usefixtures("_in_project")
@given(path=st.sampled_from(FILES), data=st.binary(max_size=200))
@UNHURRIED
@example(path=PAGE, data=b"\xff\xfe")
@example(path=PAGE, data="---\ntitle: Caf\u00e9\n---\n".encode("cp1252"))
@example(path=PAGE, data="---\ntitle: x\n---\nx".encode("utf-16"))
@example(path="content/site.yaml", data=b"\x00")
def test_bytes(place: Project, path: str, data: bytes) -> None:
    """Arbitrary bytes in any file are told."""
    write_and_use(place, path, data)


@pytest.mark.usefixtures("_in_project")
@given(pieces=st.lists(PIECES | st.text(max_size=3), max_size=30))
@UNHURRIED
@example(pieces=["[x](//[x)"])
@example(pieces=["[x](http://[x)"])
@example(pieces=["<div><![|]: <br x"])
@example(pieces=["<a href='http://[x'>x</a>"])
def test_page(place: Project, pieces: list[str]) -> None:
    """Pieces of Markdown and HTML in any order are read or told."""
    body = "".join(pieces).encode("utf-8", "surrogatepass")

    write_and_use(place, PAGE, b"---\ntitle: x\n---\n" + body)


def test_theme_is_not_needed_to_check(project: Project) -> None:
    """A project without a theme can be checked."""
    assert not Path(project.root / "theme").exists()
    assert project.found() == []
