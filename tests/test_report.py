"""Printing diagnostics."""

import ast
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.compiler import PACKAGE, load_strings
from generator.core.diagnostics import Diagnostic, Related
from generator.core.location import Span
from generator.core.source import UNSAFE_CHARACTERS
from generator.report import FORMATS, Reporter, safe
from tests.conftest import Project
from tests.files import all_files

ACME = "providers/acme.yaml"
BETA = "providers/beta.yaml"
STRINGS = load_strings()

KEYS = ["file", "line", "column", "end_line", "end_column", "code", "severity", "message", "hint"]


def reporter(project: Project) -> Reporter:
    """Gives the reporter of a project."""
    return Reporter(STRINGS, project.root)


def block(project: Project, line: str, start: int, end: int) -> list[str]:
    """Gives the report on a piece of the second line of a file, line by line."""
    project.write(ACME, f"# een\n{line}\n# drie\n")
    mistake = Diagnostic(ACME, "yaml-tab", Span(2, start, 2, end))
    return reporter(project).as_text([mistake], files=1).split("\n")


def test_text(project: Project) -> None:
    """A mistake is told with its place, its reason and code, its line with a caret, and what to write instead."""
    project.replace(ACME, "existence: active", "existence: activ")

    assert reporter(project).render(project.found(), "text", files=3).split("\n") == [
        "providers/acme.yaml:4:12: fout: 'activ' kan hier niet. [value-not-allowed]",
        "  4 | existence: activ",
        "    |            ^^^^^",
        "  Zo wel: Bedoel je 'active'?",
        "",
        "3 bestanden nagekeken: 1 fout.",
    ]


def test_text_of_two(project: Project) -> None:
    """Mistakes stand apart, warnings are called so, and both are counted."""
    found = [Diagnostic(ACME, "yaml-tab"), Diagnostic("x", "site-no-editors", severity="warning")]

    text = reporter(project).as_text(found, files=2)

    assert "\n\nx:1:1: let op: " in text
    assert text.endswith("2 bestanden nagekeken: 1 fout en 1 waarschuwing.")


def test_clean(project: Project) -> None:
    """A clean project is told how many files were read."""
    assert reporter(project).render([], "text", files=1) == "1 bestand nagekeken: alles klopt."


def test_related(project: Project) -> None:
    """The first of two equal keys is shown."""
    mistake = Diagnostic(ACME, "yaml-tab", related=Related("b.yaml", Span(3, 5, 3, 6)))

    assert "  Het eerste staat hier: b.yaml:3:5" in reporter(project).as_text([mistake], files=1)


def test_caret(project: Project) -> None:
    """The caret stands under the piece, from its first to its last character."""
    lines = block(project, "naam: één woord", 7, 10)

    assert lines[1:3] == ["  2 | naam: één woord", "    |       ^^^"]


def test_caret_after_tabs(project: Project) -> None:
    """A tab is printed as one space, so that the caret stays under its place."""
    lines = block(project, "a:\t\tb", 5, 6)

    assert lines[1:3] == ["  2 | a:  b", "    |     ^"]


def test_caret_in_a_long_line(project: Project) -> None:
    """A long line is cut around its piece, and the caret stays under it."""
    lines = block(project, "a" * 500 + "FOUT" + "b" * 500, 501, 505)

    at = lines[2].index("^")
    assert len(lines[1]) <= 170
    assert lines[1][at : at + 4] == "FOUT"
    assert lines[2].count("^") == 4


def test_caret_of_a_long_piece(project: Project) -> None:
    """A piece longer than what is shown is marked as far as it is shown."""
    lines = block(project, "a" * 1000, 1, 1001)

    assert lines[2].index("^") == lines[1].index("a")
    assert lines[2].count("^") == lines[1].count("a")


def test_caret_of_several_lines(project: Project) -> None:
    """A piece that goes on is marked to the end of its first line."""
    project.write(ACME, "a: [b,\n  c]\n")

    mistake = Diagnostic(ACME, "yaml-tab", Span(1, 4, 2, 5))

    assert reporter(project).as_text([mistake], files=1).split("\n")[2] == "    |    ^^^"


def test_caret_at_the_end(project: Project) -> None:
    """A place just behind the line has a caret too."""
    assert block(project, "a: ", 4, 4)[2] == "    |    ^"


def test_hostile_line(project: Project) -> None:
    """Characters that could move a terminal's cursor are never printed, and do not shift the caret."""
    lines = block(project, "a\x1b[31m\u202eb\u200bFOUT", 10, 14)

    assert lines[1] == "  2 | a?[31m?b?FOUT"
    assert lines[2].index("^") == lines[1].index("FOUT")


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_values(project: Project, form: str) -> None:
    """Characters that could move a terminal's cursor are named, in values and in file names."""
    hostile = "x\x1b]0;y\x07\u202e\n::error::z\r\ud800"
    mistake = Diagnostic(f"providers/{hostile}", "id-reserved", params={"id": hostile})

    text = reporter(project).render([mistake], form, files=1)

    assert UNSAFE_CHARACTERS.search(text) is None
    assert "<U+001B>" in text
    assert not any(line.startswith("::error::z") for line in text.split("\n"))
    text.encode()


def test_safe() -> None:
    """Unsafe text is named, and becomes one line."""
    assert safe("a\x00b\u2028c\nd\r\ne\rf") == "a<U+0000>b<U+2028>c d  e<U+000D>f"


def test_hostile_file_name(project: Project) -> None:
    """A file whose name is no text in this encoding is reported without falling over."""
    Path(os.fsdecode(os.fsencode(project.root / "providers") + b"/caf\xe9\x1b[2J.yaml")).write_text("x")

    for form in FORMATS:
        reporter(project).render(project.found(), form, files=1).encode()


@pytest.mark.parametrize("path", ["providers", "providers/none.yaml", "providers/link.yaml"])
def test_no_line(project: Project, path: str) -> None:
    """A folder, a missing file or a link is reported without a line."""
    (project.root / "providers/link.yaml").symlink_to(project.root / ACME)

    text = reporter(project).as_text([Diagnostic(path, "file-is-link")], files=1)

    assert " | " not in text


def test_line_that_is_not_there(project: Project) -> None:
    """A place behind the end of a file is reported without a line."""
    mistake = Diagnostic(ACME, "yaml-tab", Span(999, 1, 999, 2))

    assert " | " not in reporter(project).as_text([mistake], files=1)


def test_large_file(project: Project) -> None:
    """Of a file that is too large only the beginning is read, even when it is one line."""
    project.write(ACME, b"a\n" * 65_536)
    far = Diagnostic(ACME, "yaml-tab", Span(65_536 - 1, 1, 65_536 - 1, 2))

    assert " | " in reporter(project).as_text(project.found(), files=1)
    assert " | " not in reporter(project).as_text([far], files=1)


def test_json(project: Project) -> None:
    """JSON holds one object for each mistake, with these keys and no others."""
    project.append(ACME, "nmae: x\nfoo:\n")

    rows = json.loads(reporter(project).render(project.found(), "json", files=1))

    assert [list(row) for row in rows] == [KEYS, KEYS]
    assert {name: rows[0][name] for name in KEYS[:-2]} == {
        "file": ACME,
        "line": 24,
        "column": 1,
        "end_line": 24,
        "end_column": 5,
        "code": "key-unknown",
        "severity": "error",
    }
    assert (rows[0]["message"], rows[0]["hint"]) == ("De sleutel 'nmae' bestaat hier niet.", "Bedoel je 'name'?")


def test_json_of_nothing(project: Project) -> None:
    """A clean project is an empty list."""
    assert reporter(project).render([], "json", files=1) == "[]"


def test_annotation(project: Project) -> None:
    """GitHub shows a mistake beside its line; what its commands give a meaning to is escaped."""
    mistake = Diagnostic("a,b:c%.yaml", "id-reserved", Span(2, 3, 2, 5), {"id": "100%\n::x"})

    assert reporter(project).render([mistake], "github", files=1) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=3,endColumn=5,title=id-reserved::"
        "De naam '100%25 ::x' is al in gebruik door de site zelf. "
        "Kies een andere bestandsnaam, bijvoorbeeld met de plaats erbij."
    )


def test_annotation_of_several_lines(project: Project) -> None:
    """GitHub takes no columns for a mistake over several lines; a warning is called so."""
    mistake = Diagnostic("a", "yaml-tab", Span(2, 3, 4, 1), severity="warning")

    assert reporter(project).as_annotation(mistake).startswith("::warning file=a,line=2,endLine=4,title=yaml-tab::")


def test_annotations_of_nothing(project: Project) -> None:
    """A clean project gives no annotations."""
    assert reporter(project).render([], "github", files=1) == ""


# ── every code ───────────────────────────────────────────────────────────────────────────────────────────────

SOURCES = [
    path for folder in ("core", "kinds/**", "written", "hosts", ".") for path in all_files(PACKAGE, f"{folder}/*.py")
]
"""The modules that can find a mistake in a file."""

CODE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
PLACE_OF_CODE = {
    "Diagnostic": 1,
    "Problem": 1,
    "Demand": 0,
    "_stop": 0,
    "PydanticCustomError": 0,
    "_matching": 1,
    "_at": 1,
    "Trace": 0,
    "Odd": 0,
}
CODES_AS_KEYS = {"_AT_A_START", "_AFTER_A_KEY", "_TOLD_APART", "_LOOKS"}
"""Tables whose keys are codes."""


def constants(node: ast.AST) -> Iterator[str]:
    """Gives the words in a piece of code that can be a code."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and CODE.fullmatch(inner.value):
            yield inner.value


def emitted() -> set[str]:
    """Gives every code that the generator can report."""
    codes: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in PLACE_OF_CODE:
                    codes.update(constants(ast.Tuple(node.args[PLACE_OF_CODE[name] :][:1])))
                case ast.Assign(targets=[ast.Name(id="_CODES" | "SYNTAX_CODES")], value=ast.Dict(values=values)):
                    codes.update(code for value in values for code in constants(value))
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict(keys=keys)) if name in CODES_AS_KEYS:
                    codes.update(code for key in keys if key for code in constants(key))
                case ast.Assign(targets=[ast.Name(id="code")]) | ast.AnnAssign(target=ast.Name(id="code")):
                    codes.update(constants(node.value) if node.value else ())
                case ast.FunctionDef(name="_url_problem" | "unique" | "_code_of" | "_code_of_path"):
                    codes.update(constants(node))
    return codes - {"type-"}


ALL_KEYS = STRINGS.keys()
WORDED = {key.split(".")[1] for key in ALL_KEYS if key.startswith("messages.")}


def test_collected() -> None:
    """The codes are really found in the source."""
    assert {
        "file-name",
        "yaml-colon",
        "url-host",
        "type-list",
        "list-repeats",
        "ref-unknown",
        "id-malformed",
    } <= emitted()


def test_every_code_is_worded() -> None:
    """Every code has a message and a hint, and every message belongs to a code."""
    assert emitted() == WORDED
    assert {code for code in WORDED if not STRINGS.has(f"messages.{code}.hint")} == set()
    assert {code for code in WORDED if not STRINGS.has(f"messages.{code}.message")} == set()


def offer(lines: str) -> Callable[[str], str]:
    """Adds lines to the one offer of Acme."""
    return lambda text: text.replace("    status: running\n", f"    status: running\n    {lines}\n")


def added(lines: str) -> Callable[[str], str]:
    """Adds lines at the end of Acme."""
    return lambda text: f"{text}{lines}\n"


SHARED_CODES: dict[str, tuple[str, str | bytes | Path | Callable[[str], str] | None]] = {
    "merge-conflict": (ACME, "<<<<<<< HEAD\n"),
    "yaml-comment-in-text": (ACME, lambda text: text.replace("name: Acme", "name: C # en F")),
    "personal-mail": (ACME, added("contact: {email: jan.peeters@voorbeeldschool.be}")),
    "personal-phone": (ACME, added("existence_note: Bel An op 0478 12 34 56.")),
    "url-tracking": (ACME, added("homepage: https://www.voorbeeldschool.be/?utm_source=mail")),
    "date-too-early": (ACME, lambda text: text.replace("accessed: 2026", "accessed: 1926")),
    "checked-without-live-source": (ACME, added("checked: 2026-11-20")),
    "confirmed-without-source": (ACME, added("confirmed_by_organisation: 2026-11-20")),
    "example-left": (
        ACME,
        added("existence_note: In haar nieuwsbrief van maart 2026 kondigt ze nieuwe workshops aan."),
    ),
    "text-odd-quotes": (ACME, lambda text: text.replace("name: Acme", "name: “Acme”")),
    "yaml-odd-colon": (ACME, "name： x\n"),
    "yaml-odd-dash": (ACME, "offers:\n  – x\n"),
    "yaml-dash-space": (ACME, "offers:\n  -x\n"),
    "yaml-odd-quote": (ACME, "name: “x: y”\n"),
    "yaml-odd-space": (ACME, "name:\u00a0x\n"),
    "file-name-taken": ("providers/Acme.yaml", "name: x\n"),
    "file-name": ("providers/Beta.yml", "x"),
    "file-is-folder": ("providers/beta/x.yaml", "x"),
    "file-unexpected": ("content/beta.yaml", "x"),
    "page-file-name": ("content/pages/Beta.html", "x"),
    "file-too-large": (BETA, "#" * (65_536 + 1)),
    "file-not-utf8": (BETA, b"\xff"),
    "id-reserved": ("providers/con.yaml", "x"),
    "id-taken": (ACME, added("former_ids: [acme]")),
    "id-malformed": (ACME, added("former_ids: [A]")),
    "text-unsafe-character": (BETA, "a: \u202e"),
    "text-not-nfc": (BETA, "a: e\u0301"),
    "text-too-long": (ACME, added("existence_note: " + "a" * 1201)),
    "yaml-syntax": (BETA, "a: [b] c"),
    "yaml-colon": (BETA, "a: b: c"),
    "yaml-no-colon": (BETA, "a: b\nc\nd: e"),
    "yaml-start-character": (BETA, "a: @b"),
    "yaml-tab": (BETA, "a:\n\tb: c"),
    "yaml-indent": (BETA, "a:\n  - b\n c: d"),
    "yaml-quote-open": (BETA, "a: 'b"),
    "yaml-comma": (BETA, "a: {b: c, d e}"),
    "yaml-escape": (BETA, 'a: "\\q"'),
    "yaml-empty": (BETA, ""),
    "yaml-not-mapping": (BETA, "- a"),
    "yaml-many-documents": (BETA, "a: b\n---\nc: d"),
    "yaml-directive": (BETA, "%YAML 1.1\n---\na: b"),
    "yaml-alias": (BETA, "a: *b"),
    "yaml-anchor": (BETA, "a: &b c"),
    "yaml-tag": (BETA, "a: !b c"),
    "yaml-merge": (BETA, "<<: {a: b}"),
    "yaml-key-not-text": (BETA, "[a]: b"),
    "yaml-too-deep": (BETA, "a: " + "[" * 13),
    "key-duplicate": (BETA, "a: b\na: c"),
    "key-unknown": (ACME, added("qqq: x")),
    "key-missing": (BETA, "name: x"),
    "key-id": (ACME, added("id: acme")),
    "value-empty": (ACME, added("homepage:")),
    "value-not-allowed": (ACME, offer("certificate: qqq")),
    "type-text": (ACME, added("homepage: [a]")),
    "type-list": (ACME, added("themes: a")),
    "type-mapping": (ACME, added("contact: a")),
    "list-too-short": (ACME, lambda text: text[: text.index("\nsources:") + 1] + "sources: []\n"),
    "list-too-long": (
        "content/competences/betrokkenheid.yaml",
        lambda text: text.replace("tips: [", "tips: [Nog een., ", 1),
    ),
    "list-repeats": (ACME, added("themes: [evaluatie, evaluatie]")),
    "phone-malformed": (ACME, added("contact: {phone: x}")),
    "url-characters": (ACME, added("homepage: een site")),
    "url-malformed": (ACME, added("homepage: 'https://a.be:x'")),
    "url-scheme": (ACME, added("homepage: ftp://a.be/")),
    "url-without-scheme": (ACME, added("homepage: www.voorbeeldschool.be")),
    "value-nothing": (ACME, added("homepage: n.v.t.")),
    "text-odd-letter": (ACME, added("existence_note: w\u043eord")),
    "name-other-letters": (ACME, lambda text: text.replace("name: Acme", "name: \u0410\u043a\u043c\u0435")),
    "name-without-letters": (ACME, lambda text: text.replace("name: Acme", "name: 2")),
    "url-user": (ACME, added("homepage: https://u@a.be")),
    "url-port": (ACME, added("homepage: https://a.be:80")),
    "url-host": (ACME, added("homepage: https://1.2.3.4")),
    "email-malformed": (ACME, added("contact: {email: x}")),
    "richtext-link": (ACME, added("vision: '[x](y)'")),
    "richtext-link-empty": (ACME, added("vision: '[](https://a.be)'")),
    "richtext-link-text": (ACME, added("vision: '[x] (https://a.be)'")),
    "richtext-html": (ACME, added("vision: a<br>b")),
    "richtext-picture": (ACME, added("vision: '![x](https://a.be/x.png)'")),
    "richtext-lost": (ACME, added("vision: |\n  a\n\n  [b]: https://a.be")),
    "richtext-list": (ACME, added("vision: |\n  a\n  - b\n  - c")),
    "richtext-raw": (ACME, added("vision: een `b`")),
    "summary-long": (ACME, lambda text: text.replace("helpt leraren leren.", "helpt. Een. Twee. Drie. Vier. Vijf.")),
    "text-markup": (ACME, added("existence_note: <b>vet</b>")),
    "text-list": (ACME, added("existence_note: >-\n  a\n  - b\n  - c")),
    "richtext-nested": (ACME, added("vision: '" + "- " * 10 + "'")),
    "moment-malformed": (ACME, offer("dates: [{start: nu}]")),
    "currency-unknown": (ACME, offer("price: {amount: 1, currency: XXQ}")),
    "date-malformed": (ACME, added("checked: nu")),
    "year-malformed": ("guides/handbook/leider.yaml", added("tips: [{kind: read, title: x, year: 24}]")),
    "partial-date-malformed": (ACME, added("    dated: nu")),
    "date-in-future": (ACME, added("checked: 2030-01-01")),
    "date-before-start": (ACME, offer("dates: [{start: 2026-02-01, end: 2026-01-01}]")),
    "number-malformed": (ACME, offer("duration: {weeks: 010}")),
    "decimal-malformed": (ACME, offer("duration: {hours: '1,5'}")),
    "boolean-malformed": (
        "guides/checklists/kiezen.yaml",
        lambda text: text.replace("phase: choose", "phase: choose\n        core: yes"),
    ),
    "section-number-malformed": (
        "content/competences/betrokkenheid.yaml",
        lambda text: text.replace('"1.2"', "twee"),
    ),
    "number-out-of-order": ("content/competences/betrokkenheid.yaml", lambda text: text.replace('"1.2"', "1.3")),
    "list-missing": ("content/vocabularies/themes.yaml", None),
    "list-renamed": ("content/vocabularies/themes.yaml", Path("content/vocabularies/onderwerpen.yaml")),
    "records-missing": ("guides/checklists/kiezen.yaml", None),
    "ref-unknown": (ACME, added("themes: [qqq]")),
    "host-malformed": ("content/removed/zzz.yaml", "since: 2026-11-01\nreason: rights\nhosts: [https://a.be]\n"),
    "source-unnamed": (ACME, lambda text: text.replace("    title: Een bron\n", "")),
    "source-unknown": (ACME, lambda text: text.replace("    sources: [1]\n", "    sources: [9]\n", 1)),
}

ON_DISK = {"file-missing", "file-is-link", "file-is-special", "file-unreadable"}
"""Codes that a text cannot give: the next test makes them."""

ASKED_FOR = {"file-in-unread-folder"}
"""What only a file gives that a person asks for by name: the tests of the command line make it."""


def check_words(project: Project, code: str) -> None:
    """Fails when a code is not found, or its words are not filled in."""
    found = [diagnostic for diagnostic in project.found() if diagnostic.code == code]
    assert found
    for form in FORMATS:
        text = reporter(project).render(found, form, files=1)
        assert code in text
        assert not re.search(r"\{[a-z_]*\}|None", text)


@pytest.mark.parametrize("code", SHARED_CODES)
def test_words(project: Project, code: str) -> None:
    """Every message and hint is filled in with what the mistake knows."""
    path, change = SHARED_CODES[code]
    if callable(change):
        project.write(path, change(project.text(path)))
    elif isinstance(change, Path):
        (project.root / path).rename(project.root / change)
    elif change is None:
        (project.root / path).unlink()
    else:
        project.write(path, change)

    check_words(project, code)


def test_hint_of_a_key_that_stands_twice(project: Project) -> None:
    """The line of the first is where to look, and never what to write."""
    project.write(BETA, "a: b\na: c")
    (found,) = [one for one in project.found() if one.code == "key-duplicate"]

    assert "op regel 1" in reporter(project).message(found)
    assert reporter(project).hint(found).startswith("Laat er één staan.")


@pytest.mark.parametrize(
    ("part", "column", "line"),
    [
        ("{hours: 2,5}", 15, "hours: 2.5"),
        ("{text: na 16 uur, op school}", 14, 'text: "na 16 uur, op school"'),
        ("{text: een, twee,\n    drie}", 14, 'text: "een, twee, drie"'),
    ],
)
def test_comma_between_braces(project: Project, part: str, column: int, line: str) -> None:
    """A text that lost what follows its comma is told once, from where it begins, with the line to write."""
    project.write(BETA, f"dura: {part}\n")
    (found,) = [one for one in project.found() if one.code == "yaml-comma"]

    assert (1, column) == found.span[:2]
    assert line == found.params["line"]


def test_words_on_disk(project: Project) -> None:
    """What is wrong with a file itself is worded too."""
    (project.root / "providers/link.yaml").symlink_to(project.root / ACME)
    os.mkfifo(project.root / "providers/pipe.yaml")
    (project.root / "content/site.yaml").unlink()
    check_words(project, "file-missing")
    (project.root / "content/site.yaml").mkdir()

    for code in ON_DISK - {"file-missing"}:
        check_words(project, code)


def test_every_shared_code_has_an_example() -> None:
    """Every shared code has a bad example here; those of a kind and of pages have theirs in a folder of bad cases."""
    own = {
        code
        for path in (*all_files(PACKAGE, "kinds/*/strings.yaml"), PACKAGE / "written/strings.yaml")
        for code in WORDED - SHARED_CODES.keys()
        if f"\n  {code}:\n" in path.read_text(encoding="utf-8")
    }

    assert SHARED_CODES.keys() | ON_DISK | ASKED_FOR | {"engine-said", "address-lost", "ref-removed"} == WORDED - own
