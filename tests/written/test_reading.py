"""The folder of hand-written pages, and reading one of them."""

import os

import pytest

from generator.kinds.site.model import WrittenPage
from generator.written import PAGES_FOLDER, read_pages
from tests.conftest import Project

PAGE = f"{PAGES_FOLDER}/proef.md"


def read(project: Project, text: str | bytes) -> WrittenPage:
    """Reads a page that is fine."""
    project.write(PAGE, text)
    folder = read_pages(project.root)
    assert [found.code for found in folder.diagnostics if found.is_error] == []
    return next(page for page in folder.pages if page.id == "proef")


@pytest.mark.parametrize(
    "name", ["Proef.md", "proef_op.md", "proef.html", "proef", ".htaccess", "proef.md.old", "map/proef.md", "foto.png"]
)
def test_no_page(project: Project, name: str) -> None:
    """What is no page is named: it is not published."""
    project.write(f"{PAGES_FOLDER}/{name}", "x")

    assert [(d.path, d.code) for d in project.found()] == [(f"{PAGES_FOLDER}/{name.split('/')[0]}", "page-file-name")]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Nieuwe Pagina.md", "nieuwe-pagina.md"),
        ("Café_1.MARKDOWN", "cafe-1.md"),
        ("proef.md.txt", "proef.md"),
        ("Over.md", None),
        ("foto.png", None),
    ],
)
def test_name_to_give(project: Project, name: str, suggestion: str | None) -> None:
    """What may be a page is told what to call it, if nothing has that name yet."""
    project.write(f"{PAGES_FOLDER}/{name}", "x")

    assert [suggestion] == [one.params["suggestion"] for one in project.found()]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("# Onze proef #\n", "title: Onze proef"),
        ("Tekst.\n\n## Deel\n", "title: Een proef"),
        ("# Privacy: wat\n", 'title: "Privacy: wat"'),
    ],
)
def test_title_to_write(project: Project, body: str, line: str) -> None:
    """A page without a title is told one: its first heading, else its name."""
    project.write(f"{PAGES_FOLDER}/een-proef.md", f"---\ndescription: Een proef.\n---\n\n{body}")

    assert [("key-missing", line)] == [(one.code, one.params["line"]) for one in project.found()]


def test_link(project: Project) -> None:
    """A link is no page."""
    (project.root / PAGES_FOLDER / "geheim.md").symlink_to("/etc/passwd")

    assert project.codes() == ["file-is-link"]


def test_pipe(project: Project) -> None:
    """A pipe is no page, whatever its name."""
    os.mkfifo(project.root / PAGES_FOLDER / "pijp.md")

    assert project.codes() == ["page-file-name"]


def test_folder_that_is_a_link(project: Project) -> None:
    """The folder itself may be no link either."""
    (project.root / PAGES_FOLDER).rename(project.root / "elsewhere")
    (project.root / PAGES_FOLDER).symlink_to(project.root / "elsewhere")

    assert [(d.path, d.code) for d in project.found()] == [(PAGES_FOLDER, "file-is-link")]


def test_file_in_place_of_folder(project: Project) -> None:
    """A file with the name of the folder is named."""
    (project.root / PAGES_FOLDER).rename(project.root / "elsewhere")
    project.write(PAGES_FOLDER, "x")

    assert [(d.path, d.code) for d in project.found()] == [(PAGES_FOLDER, "file-is-special")]


def test_no_folder(project: Project) -> None:
    """A project without hand-written pages is fine."""
    (project.root / PAGES_FOLDER / "over.md").unlink()
    (project.root / PAGES_FOLDER).rmdir()

    assert project.codes() == []


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("---\ntitle: Privacy\n---\n\nEen caf\u00e9.\n".encode("cp1252"), 5, 8),
        ("---\ntitle: Caf\u00e9\n---\n\nTekst.\n".encode("cp1252"), 2, 11),
        ("---\ntitle: Privacy\n---\n\nTekst.\n".encode("utf-16"), 1, 1),
    ],
)
def test_encoding(project: Project, data: bytes, line: int, column: int) -> None:
    """A page in another encoding is told at the first byte that is no UTF-8."""
    project.write(PAGE, data)

    assert project.places(PAGE) == [("file-not-utf8", line, column)]


@pytest.mark.parametrize(
    "above",
    [
        "---\ntitle: 'Privacy: wat'\n---\n",
        '---\ntitle: "Privacy: wat"\n---\n',
        '\ufeff---\ntitle: "Privacy: wat"\n---\n',
        '---   \ntitle: "Privacy: wat"\n---\t\n',
        '---\r\ntitle: "Privacy: wat"\r\n---\r\n',
        '---\ntitle: "Privacy: wat"\n...\n',
        '\n\n---\ntitle: "Privacy: wat"\n---\n',
        "---\ntitle: >-\n  Privacy:\n  wat\n---\n",
        "---\n# zomaar\ntitle: |-\n  Privacy: wat\n---\n",
    ],
)
def test_title(project: Project, above: str) -> None:
    """However it is written, the title is what YAML reads, and the body is what comes after."""
    page = read(project, above + "\n# Kop\n\nDe tekst.\n")

    assert (page.front.title, page.text) == ("Privacy: wat", "De tekst.")
    assert page.body.strip() == "# Kop\n\nDe tekst."


def test_all_keys(project: Project) -> None:
    """What stands above a page is read by the types of its keys."""
    above = "---\ntitle: Proef\ndescription: Een zin.\nhide: [toc]\ncontact: true\nindependent: false\n---\n"
    front = read(project, f"{above}Tekst.\n").front

    assert (front.title, front.description, front.hide) == ("Proef", "Een zin.", ("toc",))
    assert (front.contact, front.independent) == (True, False)


def test_words(project: Project) -> None:
    """The search gets the words of a page: of its code and tables too, without tags and without its first heading."""
    body = "# Kop\n\nEen **vet** woord, [een link](over.md), `code`.\n\n| a | b |\n| --- | --- |\n| c | d &amp; e |\n"

    assert read(project, f"---\ntitle: Proef\n---\n{body}").text == "Een vet woord, een link , code . a b c d & e"


def test_every_page_is_counted(project: Project) -> None:
    """A page that cannot be read is counted among the files that were looked at."""
    before = project.read().files
    project.write(PAGE, b"\xff")

    assert project.read().files == before + 1


def test_broken_record_hides_no_page(project: Project) -> None:
    """What is wrong with a page is told beside what is wrong with a record."""
    project.replace("providers/acme.yaml", "existence: active", "existence: activ")
    project.write(PAGE, "---\ntitle: Proef\ndescription: Een proef.\n---\n\n<iframe></iframe>\n")

    assert project.codes() == ["page-fetches", "value-not-allowed"]
