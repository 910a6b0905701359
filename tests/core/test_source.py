"""Finding and reading record files."""

import os
from pathlib import Path

import pytest

from generator.core.source import RESERVED_IDS, Source, find, is_reserved, read, text_problem
from tests.conftest import Project

ACME = "providers/acme.yaml"

FILE_NAMES = {
    "Beta.yaml": "beta.yaml",
    "beta_plus.yaml": "beta-plus.yaml",
    "beta.yml": "beta.yaml",
    "beta": "beta.yaml",
    "-beta.yaml": "beta.yaml",
    "beta--plus.yaml": "beta-plus.yaml",
    "één school.yaml": "een-school.yaml",
    "beta.yaml.txt": "beta.yaml",
    "beta.YML.txt": "beta.yaml",
    ".beta.yaml": "beta.yaml",
    "beta.yaml\n": "beta.yaml",
    "学校.yaml": "naam.yaml",
}

UNSAFE = {
    "NUL": "\x00",
    "bell": "\x07",
    "escape": "\x1b",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "delete": "\x7f",
    "next line": "\x85",
    "C1 control": "\x9b",
    "soft hyphen": "\u00ad",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "right-to-left mark": "\u200f",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "right-to-left override": "\u202e",
    "isolate": "\u2066",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "Hangul filler": "\u3164",
    "private use": "\ue000",
    "private use, plane 16": "\U0010fffd",
    "tag character": "\U000e0041",
    "noncharacter": "\uffff",
}


@pytest.mark.parametrize("name", FILE_NAMES)
def test_file_name(project: Project, name: str) -> None:
    """A name that is no id with `.yaml` is reported, with the name to use."""
    project.write(f"providers/{name}", "name: x\n")

    (found,) = project.found()

    assert (found.path, found.code, found.params) == (
        f"providers/{name}",
        "file-name",
        {"suggestion": FILE_NAMES[name]},
    )


@pytest.mark.parametrize("name", ["Acme.yaml", "acme.yml", "acme.yaml.old", "acme"])
def test_file_name_that_is_taken(project: Project, name: str) -> None:
    """Nobody is told to give a file the name of one that exists."""
    project.write(f"providers/{name}", "name: x\n")

    (found,) = project.found()

    assert (found.path, found.code, found.params) == (f"providers/{name}", "file-name-taken", {"other": "acme.yaml"})


def test_two_files_for_one_name(project: Project) -> None:
    """Nobody is told to give two files the same name."""
    project.write("providers/Beta.yaml", "name: x\n")
    project.write("providers/beta.yml", "name: y\n")

    assert project.codes() == ["file-name", "file-name-taken"]


def test_file_name_in_another_encoding(project: Project) -> None:
    """A file name that is no UTF-8 is reported, in a form that can be printed."""
    Path(os.fsdecode(os.fsencode(project.root / "providers") + b"/caf\xe9.yaml")).write_text("name: x\n")

    assert project.codes() == ["file-name"]


@pytest.mark.parametrize("record_id", ["index", "404", "search", "assets", "con", "nul", "com1", "lpt9", "pagina-2"])
def test_reserved_id(project: Project, record_id: str) -> None:
    """A name the site or Windows uses itself is refused."""
    project.write(f"providers/{record_id}.yaml", project.text(ACME))

    assert project.places() == [("id-reserved", 1, 1)]


def test_reserved_ids_are_whole_names() -> None:
    """A name that only begins like a reserved one is free."""
    assert not any(is_reserved(name + "x") for name in RESERVED_IDS)


def test_link_to_file(project: Project) -> None:
    """A link to a file is not followed."""
    (project.root / "providers/beta.yaml").symlink_to(project.root / ACME)

    assert [(d.path, d.code) for d in project.found()] == [("providers/beta.yaml", "file-is-link")]


def test_link_to_nothing(project: Project) -> None:
    """A link that leads nowhere is named as a link."""
    (project.root / "providers/beta.yaml").symlink_to("nowhere")

    assert project.codes() == ["file-is-link"]


@pytest.mark.parametrize("folder", ["providers", "content/competences", "content"])
def test_link_to_folder(project: Project, tmp_path: Path, folder: str) -> None:
    """A folder of records that is a link is not followed, nor one that stands in a link."""
    (project.root / folder).rename(tmp_path / "elsewhere")
    (project.root / folder).symlink_to(tmp_path / "elsewhere")

    assert (folder, "file-is-link") in [(d.path, d.code) for d in project.found()]


def test_link_to_settings(project: Project, tmp_path: Path) -> None:
    """The one settings file may be no link either."""
    (project.root / "content/site.yaml").rename(tmp_path / "site.yaml")
    (project.root / "content/site.yaml").symlink_to(tmp_path / "site.yaml")

    assert [(d.path, d.code) for d in project.found()] == [("content/site.yaml", "file-is-link")]


def test_link_that_takes_a_files_place(project: Project) -> None:
    """A link that replaced a file after it was found is not followed."""
    (project.root / "providers/beta.yaml").symlink_to(project.root / ACME)

    found = read(project.root, project.root / "providers/beta.yaml")

    assert not isinstance(found, Source)
    assert found.code == "file-unreadable"


def test_folder(project: Project) -> None:
    """A folder between records is named: nothing in it is read."""
    project.write("providers/more/beta.yaml", "name: x\n")

    assert [(d.path, d.code) for d in project.found()] == [("providers/more", "file-is-folder")]


def test_folder_named_as_record(project: Project) -> None:
    """A folder with the name of a record file is a folder."""
    (project.root / "providers/beta.yaml").mkdir()

    assert project.codes() == ["file-is-folder"]


def test_settings_that_are_a_folder(project: Project) -> None:
    """A folder in the place of the settings file cannot be read."""
    (project.root / "content/site.yaml").unlink()
    (project.root / "content/site.yaml").mkdir()

    assert project.codes() == ["file-unreadable"]


def test_pipe(project: Project) -> None:
    """A pipe is named, and nobody waits for it."""
    os.mkfifo(project.root / "providers/beta.yaml")

    assert [(d.path, d.code) for d in project.found()] == [("providers/beta.yaml", "file-is-special")]


def test_pipe_that_takes_a_files_place(project: Project) -> None:
    """A pipe that replaced a file after it was found is not waited for."""
    os.mkfifo(project.root / "providers/beta.yaml")

    found = read(project.root, project.root / "providers/beta.yaml")

    assert not isinstance(found, Source)
    assert found.code == "file-unreadable"


def test_file_in_place_of_folder(project: Project, tmp_path: Path) -> None:
    """A file with the name of a folder of records is named."""
    (project.root / "providers").rename(tmp_path / "elsewhere")
    project.write("providers", "name: x\n")

    assert [(d.path, d.code) for d in project.found()] == [("providers", "file-is-special")]


def test_no_folder(project: Project) -> None:
    """A folder that does not exist holds no records, and that is no mistake."""
    assert find(project.root, "content/trajectories") == ([], [])


def test_order(project: Project) -> None:
    """Files are found in order of name."""
    for name in ("zeta", "beta", "10", "9"):
        project.write(f"providers/{name}.yaml", "")

    found, _ = find(project.root, "providers")

    assert [path.stem for path in found] == ["10", "9", "acme", "beta", "zeta"]


def test_largest_file(project: Project) -> None:
    """A file of exactly 64 kB is read."""
    text = project.text(ACME)
    project.write(ACME, text + "#" * (65_536 - len(text.encode())))

    assert project.codes() == []


def test_too_large(project: Project) -> None:
    """A file of one byte over 64 kB is refused, counted in bytes."""
    text = project.text(ACME)
    project.write(ACME, text + "#" * (65_536 - len(text.encode()) - 1) + "é")

    assert project.places() == [("file-too-large", 1, 1)]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        ("naam: één\n".encode() + b"kind: x\xe9\n", 2, 8),
        ("één 😀 ".encode() + b"\xe9", 1, 7),
        (b"a: \xc3", 1, 4),
        (b"a: \xed\xa0\x80", 1, 4),
        (b"a: \xc0\xaf", 1, 4),
        (b"\xef\xbb\xbfname: Caf\xe9\n", 1, 10),
        ("name: x\n".encode("utf-16"), 1, 1),
    ],
)
def test_not_utf8(project: Project, data: bytes, line: int, column: int) -> None:
    """The first byte that is no UTF-8 is pointed at, counted in characters."""
    project.write(ACME, data)

    assert project.places() == [("file-not-utf8", line, column)]


@pytest.mark.parametrize("character", UNSAFE.values(), ids=UNSAFE)
def test_unsafe_character(project: Project, character: str) -> None:
    """A character that is invisible or moves text is refused where it stands, and named."""
    project.replace(ACME, "name: Acme", f"name: Ac{character}me")

    (found,) = project.found()

    assert (found.code, found.span, found.params) == (
        "text-unsafe-character",
        (1, 9, 1, 10),
        {"character": f"U+{ord(character):04X}"},
    )


@pytest.mark.parametrize("character", UNSAFE.values(), ids=UNSAFE)
def test_unsafe_character_through_escape(project: Project, character: str) -> None:
    """An escape in double quotes cannot bring in what the text itself may not hold."""
    project.replace(ACME, "name: Acme", f'name: "Ac\\U{ord(character):08X}me"')

    (found,) = project.found()

    assert (found.code, found.span.line, found.span.column) == ("text-unsafe-character", 1, 7)


def test_unsafe_character_in_comment(project: Project) -> None:
    """A comment may hide nothing either."""
    project.replace(ACME, "name: Acme", "name: Acme # \u202e")

    assert project.places() == [("text-unsafe-character", 1, 14)]


@pytest.mark.parametrize(
    "path", [ACME, "content/site.yaml", "content/vocabularies/themes.yaml", "guides/checklists/kiezen.yaml"]
)
def test_byte_order_mark(project: Project, path: str) -> None:
    """A byte order mark at the start of a file, such as Notepad writes, is no mistake."""
    project.write(path, "\ufeff" + project.text(path))

    assert project.found() == []


def test_place_after_a_byte_order_mark(project: Project) -> None:
    """A byte order mark takes no column."""
    project.write(ACME, "\ufeff" + project.text(ACME).replace("name: Acme", "nam: Acme"))

    assert ("key-unknown", 1, 1) in project.places()


@pytest.mark.parametrize(("text", "column"), [("\ufeff\ufeffname: Acme", 1), ("\ufeffna\ufeffme: Acme", 3)])
def test_second_byte_order_mark(project: Project, text: str, column: int) -> None:
    """Anywhere else a byte order mark is an invisible character like another."""
    project.replace(ACME, "name: Acme", text)

    assert project.places() == [("text-unsafe-character", 1, column)]


def test_lone_carriage_return(project: Project) -> None:
    """A carriage return without a line feed would hide the start of its line."""
    project.replace(ACME, "name: Acme", "name: Acme\rkind: x")

    assert project.places() == [("text-unsafe-character", 1, 11)]


def test_windows_line_ends(project: Project) -> None:
    """Line ends of Windows are fine, and lines are still counted right."""
    project.write(ACME, project.text(ACME).replace("\n", "\r\n").replace("existence: active", "existence: activ"))

    assert project.places() == [("value-not-allowed", 4, 12)]


@pytest.mark.parametrize("text", ["tab\there", "emoji 😀", "nbsp\u00a0", "dash – “quotes”", "é", "日本"])
def test_safe_text(text: str) -> None:
    """Letters of every script, typographic signs and tabs are fine."""
    assert text_problem("a.yaml", text) is None


def test_not_nfc(project: Project) -> None:
    """A letter with a loose accent is refused where the two texts part."""
    project.replace(ACME, "name: Acme", "name: Acme\u0301")

    assert project.places() == [("text-not-nfc", 1, 10)]


def test_not_nfc_through_escape(project: Project) -> None:
    """A loose accent cannot come in through an escape."""
    project.replace(ACME, "name: Acme", 'name: "Acme\\u0301"')

    assert project.places() == [("text-not-nfc", 1, 7)]


def test_not_nfc_at_the_end() -> None:
    """A text that ends in what composes away is pointed at too."""
    problem = text_problem("a.yaml", "x\ne\u0301")

    assert problem is not None
    assert problem.span == (2, 1, 2, 2)


def test_id() -> None:
    """A record's id is its file's name without the suffix."""
    assert Source("providers/acme-plus.yaml", "").id == "acme-plus"
