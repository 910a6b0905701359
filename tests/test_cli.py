"""The command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import Project
from tests.hosts.workbench import copy_tiny_project, hashes, run

COMMANDS = ("check", "build", "serve", "export", "finish", "search", "schema")


@pytest.fixture
def broken(project: Project) -> Project:
    """A project with one mistake in a provider and one in a vocabulary."""
    project.replace("providers/acme.yaml", "status: active\n", "status: misschien\n")
    project.append("content/vocabularies/themes.yaml", "kleur: rood\n")
    return project


def test_clean(project: Project) -> None:
    """A clean project gives exit code 0 and one line in Dutch."""
    checked = run("vormingswijzer", "check", cwd=project.root)

    assert 0 == checked.returncode, checked.stdout
    assert checked.stdout.endswith("bestanden nagekeken: alles klopt.\n")
    assert "" == checked.stderr


def test_warning(project: Project) -> None:
    """A warning is printed, and gives exit code 0."""
    site = project.text("content/site.yaml")
    project.write("content/site.yaml", "".join(x for x in site.splitlines(keepends=True) if "editors_email" not in x))
    checked = run("vormingswijzer", "check", cwd=project.root)

    assert 0 == checked.returncode
    assert "content/site.yaml:1:1: let op: " in checked.stdout


def test_errors(broken: Project) -> None:
    """Mistakes are printed with file, line and column, all of them, and give exit code 1."""
    checked = run("vormingswijzer", "check", cwd=broken.root)

    assert 1 == checked.returncode
    assert "providers/acme.yaml:4:9: fout: " in checked.stdout
    assert "content/vocabularies/themes.yaml:" in checked.stdout
    assert "2 fouten" in checked.stdout
    assert "" == checked.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format", "xml"),
        ("check", "does-not-exist.yaml"),
        ("check", "--colour"),
        ("build", "extra"),
        ("export",),
        ("finish", "no-such-site"),
        ("unknown",),
    ],
)
def test_wrong_use(project: Project, arguments: tuple[str, ...]) -> None:
    """Wrong use gives exit code 2, and how to do it; no traceback."""
    used = run("vormingswijzer", *arguments, cwd=project.root)

    assert 2 == used.returncode
    assert "Usage: vormingswijzer" in used.stderr
    assert "Traceback" not in used.stderr


def test_json(broken: Project) -> None:
    """`--format json` prints a list that a program can read, and nothing else."""
    checked = run("vormingswijzer", "check", "--format", "json", cwd=broken.root)
    found = json.loads(checked.stdout)

    assert 1 == checked.returncode
    assert {"providers/acme.yaml", "content/vocabularies/themes.yaml"} == {one["file"] for one in found}
    assert {"error"} == {one["severity"] for one in found}


def test_json_of_a_clean_project(project: Project) -> None:
    """`--format json` prints an empty list for a clean project."""
    checked = run("vormingswijzer", "check", "--format", "json", cwd=project.root)

    assert [] == json.loads(checked.stdout)


def test_github(broken: Project) -> None:
    """`--format github` prints one workflow command for each mistake."""
    checked = run("vormingswijzer", "check", "--format", "github", cwd=broken.root)
    lines = checked.stdout.splitlines()

    assert 2 == len(lines)
    assert all(line.startswith("::error file=") for line in lines)


@pytest.mark.parametrize(
    ("path", "code", "named"),
    [
        ("providers/acme.yaml", 1, {"providers/acme.yaml"}),
        ("providers", 1, {"providers/acme.yaml"}),
        ("content", 1, {"content/vocabularies/themes.yaml"}),
        ("content/site.yaml", 0, set()),
        (".", 1, {"providers/acme.yaml", "content/vocabularies/themes.yaml"}),
    ],
)
def test_paths(broken: Project, path: str, code: int, named: set[str]) -> None:
    """With paths, only mistakes in them are printed and counted, though all records are read."""
    checked = run("vormingswijzer", "check", "--format", "json", path, cwd=broken.root)

    assert code == checked.returncode
    assert named == {one["file"] for one in json.loads(checked.stdout)}


def test_absolute_path(broken: Project) -> None:
    """A path may be given in full."""
    checked = run("vormingswijzer", "check", "--format", "json", broken.root / "providers", cwd=broken.root)

    assert {"providers/acme.yaml"} == {one["file"] for one in json.loads(checked.stdout)}


def test_help(tmp_path: Path) -> None:
    """`--help` and `-h` list every command and explain each of them, in any folder."""
    for option in ("--help", "-h"):
        said = run("vormingswijzer", option, cwd=tmp_path)
        assert 0 == said.returncode
        assert all(f"\n  {command} " in said.stdout for command in COMMANDS)
    for command in COMMANDS:
        shown = CliRunner().invoke(main, [command, "--help"])
        assert 0 == shown.exit_code, command
        assert f" {command} " in shown.output.splitlines()[0]


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("build",), ("serve", "--address", "127.0.0.1:1"), ("export", "out"), ("finish", ".")],
    ids=lambda arguments: arguments[0],
)
def test_no_project(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """In a folder that is no project every command says in Dutch what is missing, and makes nothing."""
    said = run("vormingswijzer", *arguments, cwd=tmp_path)

    assert 1 == said.returncode
    assert "content/site.yaml:1:1: fout: Dit bestand moet er zijn" in said.stdout + said.stderr
    assert "Traceback" not in said.stderr
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [("build",), ("serve", "--address", "127.0.0.1:1"), ("export", "out"), ("finish", "content")],
    ids=lambda arguments: arguments[0],
)
def test_half_a_project(project: Project, arguments: tuple[str, ...]) -> None:
    """Records without a configuration and a theme give a Dutch sentence, no traceback."""
    said = run("vormingswijzer", *arguments, cwd=project.root)

    assert 1 == said.returncode
    assert "Dat lukte niet" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("address", ["", "127.0.0.1:x", "127.0.0.1:99999999"])
def test_odd_address(tmp_path: Path, address: str) -> None:
    """An address that cannot be served gives a sentence and no traceback."""
    served = copy_tiny_project(tmp_path / "project")
    said = run("vormingswijzer", "serve", "--address", address, cwd=served.root)

    assert said.returncode in (1, 2)
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_broken_records_stop(broken: Project, command: str) -> None:
    """No command goes on with records that are wrong."""
    before = hashes(broken.root)
    said = run("vormingswijzer", command, *(["out"] if command == "export" else []), cwd=broken.root)

    assert 1 == said.returncode
    assert "providers/acme.yaml:4:9: fout: " in said.stdout + said.stderr
    assert before == hashes(broken.root)


def test_plain_output(broken: Project) -> None:
    """What is printed to something else than a terminal holds no colours, no progress and no control characters."""
    for arguments in (["check"], ["build"], ["check", "--format", "json"]):
        said = run("vormingswijzer", *arguments, cwd=broken.root)
        controls = {character for character in said.stdout + said.stderr if ord(character) < 32 and character != "\n"}
        assert set() == controls, arguments


def test_any_locale(broken: Project) -> None:
    """Messages keep their characters, whatever the machine's language is."""
    for locale in ("C", "POSIX", "nl_BE.UTF-8"):
        said = run("vormingswijzer", "check", cwd=broken.root, environment={"LC_ALL": locale, "LANG": locale})
        assert 1 == said.returncode
        assert "Traceback" not in said.stderr


def test_schemas_are_fresh(tmp_path: Path) -> None:
    """The committed schemas are those of the models; `schema --check` says so and writes nothing."""
    said = run("vormingswijzer", "schema", "--check", cwd=tmp_path)

    assert 0 == said.returncode, said.stderr
    assert "" == said.stdout + said.stderr
    assert [] == list(tmp_path.iterdir())


def test_search(project: Project) -> None:
    """The command searches as the site does: by kind, best first, with the address."""
    project.replace("providers/acme.yaml", "name: Acme", "name: Taalhuis Acme")
    found = run("vormingswijzer", "search", "taalhuizen", cwd=project.root)

    assert 0 == found.returncode, found.stderr
    assert found.stdout.startswith("Aanbieders (1)\n  Taalhuis Acme\n    /catalogus/acme/\n")
    assert "Dit past bij een deel" in run("vormingswijzer", "search", "acme", "xqzzw", cwd=project.root).stderr
    nothing = run("vormingswijzer", "search", "xqzzw", cwd=project.root)
    assert (1, "", "Niets gevonden.\n") == (nothing.returncode, nothing.stdout, nothing.stderr)
