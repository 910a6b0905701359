"""Door 2: the exported folder, built by two engines that do not know our plugin."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Project
from tests.files import all_files
from tests.hosts.conftest import Hostile
from tests.hosts.workbench import copy_project, hashes, page_addresses, read_page, run

ENGINES = ("mkdocs", "properdocs")
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)

_WRAPPED = re.compile(r'<div>(.*?)</div>(<h2 id="(?:onafhankelijk|contact)">.*)?', re.DOTALL)
"""What door 2 puts around a body, and what the theme adds below it."""


def article(site: Path, address: str) -> str:
    """Gives the body of a page: white space between words counts once, and how a character is written not at all."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    found = _ARTICLE.search(html)
    assert found, address
    tags = re.split(r"(<[^>]*>)", found.group(1))
    parts = [part if part.startswith("<") else unescape(part).replace("<", "‹") for part in tags]
    body = re.sub(r"\s+", " ", "".join(parts))
    body = re.sub(r"\s*(</?(?:div|section|p|ul|ol|li|dl|dt|dd|h[1-6]|nav|article)\b[^>]*>)\s*", r"\1", body).strip()
    wrapped = _WRAPPED.fullmatch(body)
    return wrapped[1] + (wrapped[2] or "") if wrapped else body


def export(project: Project, target: Path) -> Path:
    """Exports a project."""
    exported = run("vormingswijzer", "export", target, cwd=project.root)
    assert exported.returncode == 0, exported.stderr
    return target


def build(engine: str, folder: Path, site: Path) -> Path:
    """Builds an exported folder."""
    built = run(engine, "build", "--strict", "-f", folder / "mkdocs.yml", "-d", site, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return site


@pytest.fixture(scope="module", params=ENGINES)
def hostile_export(request: pytest.FixtureRequest, hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile project through door 2."""
    folder = tmp_path_factory.mktemp("hostile-export")
    export(hostile.project, folder / "out")
    return build(request.param, folder / "out", folder / "site")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content, all of it."""
    return copy_project(tmp_path_factory.mktemp("real") / "project", providers=None)


@pytest.fixture(scope="module")
def real_site(real: Project) -> Path:
    """The real content through door 1."""
    built = run("mkdocs", "build", "--strict", cwd=real.root)
    assert built.returncode == 0, built.stderr
    return real.root / ".build/preview"


@pytest.fixture(scope="module")
def real_export(real: Project) -> Path:
    """The real content through door 2."""
    return build("properdocs", export(real, real.root / "out"), real.root / "exported-site")


def differences(first: Path, second: Path) -> list[str]:
    """Gives the addresses of pages whose body, title or description differs."""

    def said(site: Path, address: str) -> tuple[object, ...]:
        page = read_page(site, address)
        return article(site, address), page.texts("title"), page.attributes("meta", "content", name="description")

    both = page_addresses(first) & page_addresses(second)
    return sorted(address for address in both if said(first, address) != said(second, address))


def test_same_pages(real_site: Path, real_export: Path) -> None:
    """Both doors give the same set of pages."""
    assert page_addresses(real_site) == page_addresses(real_export)


def test_same_bodies(real_site: Path, real_export: Path) -> None:
    """Every page of the real content has the same body, title and description through both doors."""
    assert [] == differences(real_site, real_export)


def test_same_bodies_of_hostile_text(hostile_site: Path, hostile_export: Path) -> None:
    """Text with the signs of HTML and Markdown in every field comes out the same through both doors."""
    assert page_addresses(hostile_site) == page_addresses(hostile_export)
    assert [] == differences(hostile_site, hostile_export)


def test_no_text_breaks_out(hostile_export: Path) -> None:
    """Text of a record opens no element in an exported site either."""
    for path in all_files(hostile_export, "**/*.html"):
        assert not re.search(r"<script>alert|<hostile", path.read_text(encoding="utf-8")), path


def test_same_files_beside_the_pages(real_site: Path, real_export: Path) -> None:
    """Both doors write the same files for the search and the catalogue."""
    ours, theirs = (
        {path.relative_to(site).as_posix(): path.read_bytes() for path in all_files(site / "assets", "**/*.json")}
        for site in (real_site, real_export)
    )

    assert "assets/search/search.json" in ours
    assert ours == theirs


def test_exported_folder_needs_no_plugin(hostile: Hostile, tmp_path: Path) -> None:
    """The exported configuration names no plugin of ours, and leads to nothing outside the folder."""
    out = export(hostile.project, tmp_path / "out")
    written = [(out / name).read_text(encoding="utf-8") for name in ("mkdocs.yml", "engine.yml")]

    assert not any("- vormingswijzer" in text for text in written)
    assert not any(str(hostile.project.root) in text for text in written)
    assert {"docs", "theme", "mkdocs.yml", "engine.yml", ".vormingswijzer-export"} == {
        one.name for one in out.iterdir()
    }


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project, exported and built by another engine."""
    copied = copy_project(tmp_path_factory.mktemp("finish") / "project")
    build("properdocs", export(copied, copied.root / "out"), copied.root / "site")
    return copied


def test_finish_accepts_a_complete_site(exported: Project) -> None:
    """A complete site of another engine gets its policy; finishing it twice changes nothing more."""
    first = run("vormingswijzer", "finish", "site", cwd=exported.root)
    once = hashes(exported.root / "site")
    second = run("vormingswijzer", "finish", "site", cwd=exported.root)

    assert (0, 0) == (first.returncode, second.returncode), first.stderr + second.stderr
    assert once == hashes(exported.root / "site")
    count = len(page_addresses(exported.root / "site"))
    assert f"{count} pagina's geteld" in first.stderr
    for path in all_files(exported.root / "site", "**/*.html"):
        assert "Content-Security-Policy" in path.read_text(encoding="utf-8"), path


def test_finish_names_a_missing_page(exported: Project) -> None:
    """A page that the engine left out is named, and the site is not finished."""
    page = exported.root / "site/catalogus/dwengo/index.html"
    text = page.read_text(encoding="utf-8")
    page.unlink()
    before = hashes(exported.root / "site")
    refused = run("vormingswijzer", "finish", "site", cwd=exported.root)
    after = hashes(exported.root / "site")
    page.write_text(text, encoding="utf-8")

    assert 1 == refused.returncode
    assert "catalogus/dwengo/" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert before == after


def test_finish_names_an_unknown_page(exported: Project) -> None:
    """A page that nobody published is named."""
    extra = exported.root / "site/vreemd/index.html"
    extra.parent.mkdir()
    extra.write_text("<head></head>", encoding="utf-8")
    refused = run("vormingswijzer", "finish", "site", cwd=exported.root)
    extra.unlink()
    extra.parent.rmdir()

    assert 1 == refused.returncode
    assert "vreemd/" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_exporting_again(site_project: Project) -> None:
    """Exporting into an earlier export makes it anew: what is gone from the records is gone from the folder."""
    target = site_project.root / "out"
    export(site_project, target)
    first = hashes(target)
    (target / "docs/catalogus/verdwenen.md").write_text("old")
    export(site_project, target)

    assert first == hashes(target)


def test_foreign_folder_is_refused(site_project: Project, tmp_path: Path) -> None:
    """A folder that holds something else is refused and stays as it was."""
    target = tmp_path / "mine"
    target.mkdir()
    (target / "thesis.txt").write_text("years of work")
    before = hashes(target)
    refused = run("vormingswijzer", "export", target, cwd=site_project.root)

    assert refused.returncode == 1
    assert before == hashes(target)
    assert "Traceback" not in refused.stderr
