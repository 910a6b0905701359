"""The command line."""

import ast
import contextlib
import errno
import json
import os
import re
import socket
import subprocess
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.compiler import load_strings
from generator.core.errors import (
    AddressTakenError,
    EngineError,
    EngineSilentError,
    GeneratorError,
    PagesMissingError,
    StringMissingError,
)
from generator.dutch import NAMES
from generator.finish.place import SitePlaceError
from generator.finish.policy import ForeignScriptError, NoHeadError
from generator.finish.stock import ForeignFileError, NotUtf8Error
from generator.hosts.export import ExportPlaceError
from generator.project import NoProjectError, UnreadPathsError
from generator.refusals import explain
from generator.release import BuildRunningError
from tests.conftest import Project
from tests.hosts.workbench import BIN, child_environment, copy_tiny_project, hashes, run

COMMANDS = ("check", "build", "serve", "export", "finish", "search", "schema")


def cli(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command and gives what it said: in this process, which is quicker, unless it listens to signals."""
    if "build" in arguments:
        return run("vormingswijzer", *arguments, cwd=cwd)
    with contextlib.chdir(cwd):
        said = CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="vormingswijzer")
    if said.exception and not isinstance(said.exception, SystemExit):
        raise said.exception
    return subprocess.CompletedProcess(arguments, said.exit_code, said.stdout, said.stderr)


@pytest.fixture
def broken(project: Project) -> Project:
    """A project with one mistake in a provider and one in a vocabulary."""
    project.replace("providers/acme.yaml", "existence: active\n", "existence: misschien\n")
    project.append("content/vocabularies/themes.yaml", "kleur: rood\n")
    return project


def test_clean(project: Project) -> None:
    """A clean project gives exit code 0 and one line in Dutch."""
    checked = cli("check", cwd=project.root)

    assert 0 == checked.returncode, checked.stdout
    assert checked.stdout.endswith("bestanden nagekeken: alles klopt.\n")
    assert "" == checked.stderr


def test_warning(project: Project) -> None:
    """A warning is printed, and gives exit code 0."""
    site = project.text("content/site.yaml")
    project.write("content/site.yaml", "".join(x for x in site.splitlines(keepends=True) if "editors_email" not in x))
    checked = cli("check", cwd=project.root)

    assert 0 == checked.returncode
    assert "content/site.yaml:1:1: let op: " in checked.stdout


def test_errors(broken: Project) -> None:
    """Mistakes are printed with file, line and column, all of them, and give exit code 1."""
    checked = cli("check", cwd=broken.root)

    assert 1 == checked.returncode
    assert "providers/acme.yaml:4:12: fout: " in checked.stdout
    assert "content/vocabularies/themes.yaml:" in checked.stdout
    assert "2 fouten" in checked.stdout
    assert "" == checked.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format", "xml"),
        ("serve", "--address", "127.0.0.1:x"),
        ("search", "--most", "0", "x"),
        ("--nope",),
        ("check", "--format"),
        ("check", "--strict=1"),
        ("check", "--colour"),
        ("build", "extra"),
        ("export",),
        ("finish", "no-such-site"),
        ("unknown",),
    ],
)
def test_wrong_use(project: Project, arguments: tuple[str, ...]) -> None:
    """Wrong use gives exit code 2, and how to do it; no traceback."""
    used = cli(*arguments, cwd=project.root)

    assert 2 == used.returncode
    assert used.stderr.startswith(("Gebruik: vormingswijzer ", "Fout: "))
    assert "Fout: " in used.stderr
    assert set() == english(used.stderr)


SENTENCES = {
    text
    for module in ("core", "decorators", "exceptions", "formatting", "parser", "types")
    for call in ast.walk(ast.parse(Path(click.__file__).with_name(f"{module}.py").read_text(encoding="utf-8")))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
    for text in (argument.value for argument in call.args if isinstance(argument, ast.Constant))
    if isinstance(text, str)
}
"""All that the library of the command line can say, in English."""

NEVER_SAID = re.compile(
    "deprecated|DeprecationWarning|UUID|boolean|Boolean|env var|parameter|param_type|declar|iterable|twice|dynamic"
    "|match the format|format|Takes|takes|values are required|Choose from|Choice|confirm|Confirm|continue|version"
    "|executable|writable|open file|unknown error|start character|^file$|^directory$|^path$"
)
"""What belongs to parts of the library that this command line has no use for."""


def english(said: str) -> set[str]:
    """Gives the English pieces of the library's sentences in what was said."""
    pieces = {piece.strip(" .:()") for text in SENTENCES for piece in re.split(r"\{[^}]*\}|%\(.*?\)s", text)}
    return {piece for piece in pieces if len(piece) > 5 and re.search(rf"\b{re.escape(piece)}\b", said)}


def test_every_sentence_is_dutch() -> None:
    """Whatever the library can say to a person has a Dutch sentence with the same places to fill in."""
    said = {text for text in SENTENCES if not NEVER_SAID.search(text)}

    assert len(said) > 20
    assert set() == said - NAMES.keys()
    for text in said:
        dutch = load_strings()(f"click.{NAMES[text]}")
        assert set(re.findall(r"\{(\w+)", dutch)) <= set(re.findall(r"\{(\w+)", text)), text


@pytest.mark.parametrize("command", [(), *((command,) for command in COMMANDS)])
def test_help_is_dutch(command: tuple[str, ...], tmp_path: Path) -> None:
    """The help of every command is Dutch from the first word to the last."""
    said = CliRunner().invoke(main, [*command, "--help"]).output

    assert said.startswith("Gebruik: ")
    assert set() == english(said)
    for word in ("Usage", "Options", "OPTIONS", "ARGS", "DIRECTORY", "TEXT", "INTEGER", "default:", "required"):
        assert word not in said, word


def test_json(broken: Project) -> None:
    """`--format json` prints a list that a program can read, and nothing else."""
    checked = cli("check", "--format", "json", cwd=broken.root)
    found = json.loads(checked.stdout)

    assert 1 == checked.returncode
    assert {"providers/acme.yaml", "content/vocabularies/themes.yaml"} == {one["file"] for one in found}
    assert {"error"} == {one["severity"] for one in found}


def test_json_of_a_clean_project(project: Project) -> None:
    """`--format json` prints an empty list for a clean project."""
    checked = cli("check", "--format", "json", cwd=project.root)

    assert [] == json.loads(checked.stdout)


def test_github(broken: Project) -> None:
    """`--format github` prints one workflow command for each mistake."""
    checked = cli("check", "--format", "github", cwd=broken.root)
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
    checked = cli("check", "--format", "json", path, cwd=broken.root)

    assert code == checked.returncode
    assert named == {one["file"] for one in json.loads(checked.stdout)}


@pytest.mark.parametrize(
    ("folder", "path", "code"),
    [
        ("providers", "acme.yaml", 1),
        ("providers", ".", 1),
        ("content/pages", "../../providers/acme.yaml", 1),
        ("content/pages", "over.md", 0),
        ("content", "site.yaml", 0),
    ],
)
def test_any_working_folder(broken: Project, folder: str, path: str, code: int) -> None:
    """The project is found upwards from the working folder, and paths are read as seen from there."""
    checked = cli("check", path, cwd=broken.root / folder)

    assert code == checked.returncode, checked.stderr
    assert ("providers/acme.yaml:4:12: fout: " in checked.stdout) == (code == 1)
    assert "1 bestand nagekeken" in checked.stdout


def test_project_is_found_over_a_link(broken: Project, tmp_path: Path) -> None:
    """The way to the project may lead over links."""
    (tmp_path / "kort").symlink_to(broken.root)
    checked = cli("check", tmp_path / "kort/providers/acme.yaml", cwd=tmp_path / "kort/content")

    assert 1 == checked.returncode
    assert "providers/acme.yaml:4:12: fout: " in checked.stdout


def test_project_without_settings(project: Project) -> None:
    """A project whose settings went missing is still a project: what is missing is told."""
    (project.root / "content/site.yaml").unlink()
    checked = cli("check", cwd=project.root / "providers")

    assert 1 == checked.returncode
    assert "content/site.yaml:1:1: fout: Dit bestand moet er zijn" in checked.stdout


OUTSIDE = "name: ["
"""A file with a key that only a provider has, and a mistake that would be found if it were read."""

UNREAD = {
    "README.md": ("wordt nergens voor gelezen", "Wat gelezen wordt, staat in "),
    "mijn-record.yaml": ("wordt nergens voor gelezen", "hoort in providers/."),
    "../buiten.yaml": ("staat buiten dit project", "hoort in providers/."),
    "../buiten.md": ("staat buiten dit project", "hoort in content/pages/."),
    "providers/niets.yaml": ("bestaat niet", "hoort in providers/."),
    "nergens/niets.yaml": ("bestaat niet", "Wat gelezen wordt, staat in "),
    "providers/*.yml": ("Geen bestand past bij", "hoort in providers/."),
    "leeg": ("staat geen bestand dat gelezen wordt", "Wat gelezen wordt, staat in "),
    "content/trajectories": ("staat geen bestand dat gelezen wordt", "hoort in content/trajectories/."),
    "koppeling.yaml": ("is een koppeling", "Wat gelezen wordt, staat in "),
    "../koppeling.yaml": ("is een koppeling", "Wat gelezen wordt, staat in "),
    "pijp.yaml": ("wordt nergens voor gelezen", "Wat gelezen wordt, staat in "),
    "..": ("staat buiten dit project", "Wat gelezen wordt, staat in "),
    "x" * 300: ("bestaat niet", "Wat gelezen wordt, staat in "),
}


@pytest.fixture
def surrounded(project: Project) -> Project:
    """A project with all kinds of things that nothing reads in it and beside it."""
    for name in ("mijn-record.yaml", "../buiten.yaml"):
        project.write(name, OUTSIDE)
    for name in ("README.md", "../buiten.md"):
        project.write(name, "# Lees mij\n")
    for name in ("leeg", "content/trajectories"):
        (project.root / name).mkdir()
    for name in ("koppeling.yaml", "../koppeling.yaml"):
        (project.root / name).symlink_to(project.root / "providers/acme.yaml")
    os.mkfifo(project.root / "pijp.yaml")
    return project


@pytest.mark.parametrize("path", UNREAD)
def test_path_that_nothing_reads(surrounded: Project, path: str) -> None:
    """A path that nothing reads is wrong use, beside a good one too: it is named, with where such a file belongs."""
    for others in ((), ("providers/acme.yaml",)):
        checked = cli("check", *others, path, cwd=surrounded.root)
        reason, belongs = UNREAD[path]

        assert (2, "") == (checked.returncode, checked.stdout)
        assert f"'{path}'" in checked.stderr
        assert reason in checked.stderr
        assert belongs in checked.stderr


UNREAD_INSIDE = (
    "providers/nieuw/mx.yaml",
    "providers/nieuw",
    "content/los.yaml",
    "providers/Acme.yaml",
    "providers/link.yaml",
)


@pytest.mark.parametrize("path", UNREAD_INSIDE)
def test_file_in_the_wrong_place(project: Project, path: str) -> None:
    """A file that stands among the records where nothing reads it is named in a finding when it is asked for."""
    for name in ("providers/nieuw/mx.yaml", "content/los.yaml", "providers/Acme.yaml"):
        project.write(name, project.text("providers/acme.yaml"))
    (project.root / "providers/link.yaml").symlink_to("acme.yaml")
    checked = cli("check", path, cwd=project.root)

    assert 1 == checked.returncode, checked.stderr
    assert f"\n{path}:1:1: fout: " in f"\n{checked.stdout}"
    assert "alles klopt" not in checked.stdout


def test_findings_elsewhere(broken: Project) -> None:
    """Whoever asks for some files is told how much is wrong in others."""
    checked = cli("check", "content/site.yaml", cwd=broken.root)

    assert (0, "1 bestand nagekeken: alles klopt.\n") == (checked.returncode, checked.stdout)
    assert checked.stderr.startswith("Elders in het project: 2 fouten.")


def test_strict(project: Project) -> None:
    """With `--strict` a warning counts as a mistake; where there is none, nothing changes."""
    assert 0 == cli("check", "--strict", cwd=project.root).returncode
    site = project.text("content/site.yaml")
    project.write("content/site.yaml", "".join(x for x in site.splitlines(keepends=True) if "editors_email" not in x))

    assert 0 == cli("check", cwd=project.root).returncode
    assert 1 == cli("check", "--strict", cwd=project.root).returncode
    assert 0 == cli("check", "--strict", "providers", cwd=project.root).returncode


def test_quiet(project: Project, broken: Project) -> None:
    """With `-q`, before the command or after it, only what is wrong is said."""
    for arguments in (("-q", "check", "content/site.yaml"), ("check", "-q", "content/site.yaml")):
        checked = cli(*arguments, cwd=broken.root)
        assert (0, "", "") == (checked.returncode, checked.stdout, checked.stderr)
    told = cli("check", "-q", cwd=broken.root)

    assert 1 == told.returncode
    assert "providers/acme.yaml:4:12: fout: " in told.stdout
    assert "nagekeken" not in told.stdout


def test_verbose(project: Project) -> None:
    """With `-v` every file that was read is named, and how long it took."""
    for arguments in (("-v", "check"), ("check", "-v")):
        told = cli(*arguments, cwd=project.root)
        lines = told.stderr.splitlines()
        assert {"providers/acme.yaml", "content/pages/over.md", "content/site.yaml"} <= set(lines)
        assert re.fullmatch(r"\d+,\d s Records lezen", lines[-1])
        assert told.stdout == f"{len(lines) - 1} bestanden nagekeken: alles klopt.\n"


@pytest.mark.parametrize("arguments", [("--version",), ("check", "--version")])
def test_version(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """The version is that of the package, in any folder."""
    told = cli(*arguments, cwd=tmp_path)

    assert (0, f"vormingswijzer {version('vormingswijzer')}\n") == (told.returncode, told.stdout)


def test_completion(project: Project) -> None:
    """A shell that asks how a path goes on is offered the files that `check` reads, as seen from the working folder."""
    offered = {}
    for folder, typed in ((".", "providers/a"), ("providers", "a"), ("providers", "../content/p"), ("..", "")):
        words = f"vormingswijzer check {typed}"
        told = run(
            "vormingswijzer",
            cwd=project.root / folder,
            environment={
                "_VORMINGSWIJZER_COMPLETE": "bash_complete",
                "COMP_WORDS": words,
                "COMP_CWORD": "2",
            },
        )
        offered[folder, typed] = told.stdout.split()

    assert {
        (".", "providers/a"): ["plain,providers/acme.yaml"],
        ("providers", "a"): ["plain,acme.yaml"],
        ("providers", "../content/p"): ["plain,../content/pages/over.md"],
        ("..", ""): [],
    } == offered


def test_reader_that_stops(broken: Project) -> None:
    """Whoever stops reading the output half-way, as `head` does, gets no traceback."""
    checked = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {BIN / 'vormingswijzer'} check --format json | true"],
        cwd=broken.root,
        env=child_environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert 1 == checked.returncode
    assert "" == checked.stderr


def test_no_access(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses is said in Dutch."""

    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "providers")

    monkeypatch.chdir(project.root)
    monkeypatch.setattr("generator.cli.read_project", refuse)
    said = CliRunner().invoke(main, ["check"])

    assert (1, "Dat lukte niet. providers: je hebt er geen toegang toe.\n") == (said.exit_code, said.output)


REFUSALS: tuple[tuple[Exception, str], ...] = (
    (AddressTakenError("a/"), "Twee pagina's willen op /a/ staan."),
    (EngineError("Config value 'x': bad", []), "Hij zegt: Config value 'x': bad"),
    (EngineSilentError(), "schreef niets"),
    (ExportPlaceError(Path("out"), "theme"), "out ligt in het thema"),
    (ExportPlaceError(Path("out"), "foreign"), "out is niet leeg"),
    (ForeignFileError("a/b", "link"), "a/b is een koppeling."),
    (ForeignFileError("a\nb", "name"), "a b heeft een naam met een teken dat in geen adres kan."),
    (ForeignFileError("a/b", "special"), "a/b is geen gewoon bestand en geen map."),
    (ForeignScriptError("a/index.html"), "In a/index.html staat een script"),
    (NoHeadError("a/index.html"), "a/index.html begint niet met"),
    (NotUtf8Error("a/index.html", 6), "a/index.html is geen UTF-8: op regel 6"),
    (PagesMissingError(["/", "a/"], []), "Wat ontbreekt: /, a/. Wat er niet hoort: niets."),
    (PagesMissingError([], [f"p{number}/" for number in range(12)]), "p9/ en nog 2."),
    (UnicodeDecodeError("utf-8", b"x", 0, 1, "invalid start byte"), "niet in UTF-8 opgeslagen"),
    (StringMissingError("a.b"), "Meld dit aan wie ze onderhoudt: no string for 'a.b'"),
    (OSError(errno.ENODEV, "No such device", "x"), "x: het systeem weigert het (No such device)."),
)


@pytest.mark.parametrize(("error", "expected"), REFUSALS, ids=[type(error).__name__ for error, _ in REFUSALS])
def test_why_the_work_stopped(
    project: Project, error: Exception, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stops the work is told in a Dutch sentence; others' words come after it, where there are any."""
    monkeypatch.chdir(project.root)

    said, code = explain(error, load_strings())

    assert 1 == code
    assert said.startswith("Dat lukte niet. ")
    assert expected in said
    assert not re.search(r"\{[a-z_]*\}|\n", said)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SitePlaceError(Path("content"), "own", "content/"), "Een site mag niet in content/ staan: "),
        (
            SitePlaceError(Path("uit"), "closed", "Quite odd", 999),
            "In uit kan de site niet komen: het systeem weigert het (Quite odd).",
        ),
    ],
    ids=["a folder of ours", "what the system refused"],
)
def test_no_site_there(project: Project, error: SitePlaceError, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is called by its name; only what the system refused is told in its words, after ours."""
    monkeypatch.chdir(project.root)

    words, code = explain(error, load_strings())

    assert 2 == code
    assert said in words


def test_every_refusal_is_worded() -> None:
    """Every exception of ours has a sentence, but those that only a developer meets."""
    known = {type(error) for error, _ in REFUSALS} | {
        NoProjectError,
        UnreadPathsError,
        SitePlaceError,
        BuildRunningError,
    }

    # Those of the benchmarks may be there too: they speak to who measures.
    ours = {one for one in GeneratorError.__subclasses__() if one.__module__.startswith("generator.")}
    assert ours == {one for one in known if issubclass(one, GeneratorError)}


def test_interrupted(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C gives one Dutch word, and the exit code that shells know."""

    def interrupt(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(project.root)
    monkeypatch.setattr("generator.cli.read_project", interrupt)
    said = CliRunner().invoke(main, ["check"])

    assert (130, "Afgebroken.\n") == (said.exit_code, said.output)


def test_port_in_use(tmp_path: Path) -> None:
    """A preview on a port that is taken says so at once, and how to choose another."""
    served = copy_tiny_project(tmp_path / "project")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        said = cli("serve", "--address", address, cwd=served.root)

    assert 1 == said.returncode
    assert said.stderr == (
        f"Het voorbeeld kan niet op {address} staan: die poort is al in gebruik. "
        "Kies een andere poort, zoals met --address 127.0.0.1:8001.\n"
    )


def test_absolute_path(broken: Project) -> None:
    """A path may be given in full."""
    checked = cli("check", "--format", "json", broken.root / "providers", cwd=broken.root)

    assert {"providers/acme.yaml"} == {one["file"] for one in json.loads(checked.stdout)}


def test_help(tmp_path: Path) -> None:
    """`--help` and `-h` list every command and explain each of them, in any folder."""
    for option in ("--help", "-h"):
        said = cli(option, cwd=tmp_path)
        assert 0 == said.returncode
        assert all(f"\n  {command} " in said.stdout for command in COMMANDS)
    for command in COMMANDS:
        shown = CliRunner().invoke(main, [command, "--help"])
        assert 0 == shown.exit_code, command
        assert f" {command} " in shown.output.splitlines()[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("build",),
        ("serve", "--address", "127.0.0.1:1"),
        ("export", "out"),
        ("finish", "."),
        ("search", "x"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_project(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """In a folder that is no project every command says in Dutch what is missing, and makes nothing."""
    said = cli(*arguments, cwd=tmp_path)

    assert 2 == said.returncode
    assert "" == said.stdout
    assert f"Hier staat geen project van Vormingswijzer: niet in {tmp_path}" in said.stderr
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [("build",), ("serve", "--address", "127.0.0.1:1"), ("export", "out"), ("finish", "content")],
    ids=lambda arguments: arguments[0],
)
def test_half_a_project(project: Project, arguments: tuple[str, ...]) -> None:
    """Records without a configuration and a theme give a Dutch sentence, no traceback."""
    said = cli(*arguments, cwd=project.root)

    assert 1 == said.returncode
    assert "Dat lukte niet" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1:x", "127.0.0.1:99999999", "8000", "nergens.invalid:8000", "192.0.2.1:8000"]
)
def test_odd_address(tmp_path: Path, address: str) -> None:
    """An address that cannot be served gives a sentence and no traceback."""
    served = copy_tiny_project(tmp_path / "project")
    said = cli("serve", "--address", address, cwd=served.root)

    assert said.returncode in (1, 2)
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_broken_records_stop(broken: Project, command: str) -> None:
    """No command goes on with records that are wrong."""
    before = hashes(broken.root)
    said = cli(command, *(["out"] if command == "export" else []), cwd=broken.root)

    assert 1 == said.returncode
    assert "providers/acme.yaml:4:12: fout: " in said.stdout + said.stderr
    assert before == hashes(broken.root)


def test_plain_output(broken: Project) -> None:
    """What is printed to something else than a terminal holds no colours, no progress and no control characters."""
    for arguments in (["check"], ["build"], ["check", "--format", "json"]):
        said = cli(*arguments, cwd=broken.root)
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
    said = cli("schema", "--check", cwd=tmp_path)

    assert 0 == said.returncode, said.stderr
    assert "" == said.stdout + said.stderr
    assert [] == list(tmp_path.iterdir())


def test_search(project: Project) -> None:
    """The command searches as the site does: by kind, best first, with the address."""
    project.replace("providers/acme.yaml", "name: Acme", "name: Taalhuis Acme")
    found = cli("search", "taalhuizen", cwd=project.root)

    assert 0 == found.returncode, found.stderr
    assert found.stdout.startswith("Aanbieders (1)\n  Taalhuis Acme\n    /catalogus/acme/\n")
    assert "Dit past bij een deel" in cli("search", "acme", "xqzzw", cwd=project.root).stderr
    nothing = cli("search", "xqzzw", cwd=project.root)
    assert (1, "", "Niets gevonden.\n") == (nothing.returncode, nothing.stdout, nothing.stderr)
