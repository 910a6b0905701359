"""The policy of a built site."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from generator.finish import finish
from generator.finish.policy import (
    MENDS_ADDRESSES,
    ForeignScriptError,
    NoHeadError,
    apply_policy,
    inline_scripts,
    policy,
)
from generator.finish.stock import NotUtf8Error
from tests.files import all_files
from tests.hosts.workbench import ROOT, hashes

FIRST = "let a = 1 < 2;\n"
SECOND = 'console.log("é")'
PAGE = (
    "<!doctype html>\n<html>\n  <head>\n    <meta charset='utf-8'>\n"
    f"<script>{FIRST}</script><script type='module'>{SECOND}</script>"
    '<script src="a.js"></script><script id="__config" type="application/json">{"a": 1}</script>'
    "</head>\n<body>tekst</body></html>\n"
)


def sha(code: str) -> str:
    """Gives the hash of a script as a policy writes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of three pages and the one for unknown addresses."""
    for name in ("index.html", "404.html", "a/index.html", "a/b/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_hashes(site: Path) -> None:
    """The policy allows the inline scripts of the site by their hashes, sorted, and no inline code otherwise."""
    value = apply_policy(site)

    allowed = re.findall(r"'(sha256-[^']+)'", value)
    assert sorted([sha(FIRST), sha(SECOND)]) == allowed
    assert "unsafe" not in value


def test_words() -> None:
    """The policy is the one that was tried, word for word."""
    assert (
        "default-src 'none'; script-src 'self' 'a' 'b'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    ) == policy({"b", "a"})


@pytest.mark.parametrize(
    "data",
    [
        '<script type="application/json">{"a": 1}</script>',
        '<script id="x" type="application/json">{}</script>',
        '<script type="application/ld+json">{}</script>',
        '<script src="a.js"></script>',
        '<script type="module" src="a.js"></script>',
    ],
)
def test_not_counted(data: str) -> None:
    """Blocks of data and scripts in files have no hash."""
    assert set() == inline_scripts(data)


@pytest.mark.parametrize(
    "script",
    [
        "<script>x</script>",
        "<SCRIPT>x</SCRIPT>",
        "<script\n>x</script>",
        '<script type="module">x</script>',
        '<script data-src="a.js">x</script>',
        "<script defer>x</script>",
        '<script type="text/json">x</script>',
        "<script>x</script >",
        "<script>x</script\n>",
        '<script/type="module">x</script>',
        '<script title="a>b">x</script>',
        "<svg><script>x</script></svg>",
    ],
)
def test_counted(script: str) -> None:
    """Everything that a browser runs in the page is counted, however it is written."""
    assert inline_scripts(script)


@pytest.mark.parametrize("name", ["index.html", "a/index.html", "a/b/index.html"])
def test_foreign_script(site: Path, name: str) -> None:
    """A script that is not on the page for unknown addresses stops the build, and the page is named."""
    text = PAGE.replace("tekst", "<script>alert(1)</script>")
    (site / name).write_text(text, encoding="utf-8")

    with pytest.raises(ForeignScriptError) as raised:
        apply_policy(site)

    assert name == raised.value.page
    assert name in str(raised.value)


def test_changed_script(site: Path) -> None:
    """A script of the theme with one character more is foreign."""
    (site / "a/index.html").write_text(PAGE.replace(FIRST, FIRST + " "), encoding="utf-8")

    with pytest.raises(ForeignScriptError):
        apply_policy(site)


def test_script_on_the_page_for_unknown_addresses(site: Path) -> None:
    """A script that stands on that page alone is not allowed anywhere: it is named."""
    (site / "404.html").write_text(PAGE.replace("tekst", "<script>alert(1)</script>"), encoding="utf-8")

    with pytest.raises(ForeignScriptError) as raised:
        apply_policy(site)

    assert "404.html" == raised.value.page


def test_script_that_mends_addresses(site: Path) -> None:
    """The one script that stands on that page alone is known by its hash; it is allowed there, and nowhere else."""
    code = re.search(r"<script>(.*?)</script>", (ROOT / "theme/404.html").read_text(encoding="utf-8"), re.DOTALL)
    assert code
    assert sha(code[1]) == MENDS_ADDRESSES
    mending = PAGE.replace("tekst", code[0])
    (site / "404.html").write_text(mending, encoding="utf-8")

    assert sha(code[1]) in apply_policy(site)
    (site / "a/index.html").write_text(mending, encoding="utf-8")
    with pytest.raises(ForeignScriptError):
        apply_policy(site)


HEADS = [
    "<!doctype html><html><head lang=nl>",
    "<!DOCTYPE HTML>\n<HTML lang='nl'>\n<HEAD class=\"a > b\">",
    "\ufeff<!doctype html><!-- <head> --><html\tlang=nl><!-- > --><head\n>",
    "<!doctype html>\r\n<html>\r\n<head>\r\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_any_head(site: Path, head: str) -> None:
    """However a head is written, the policy stands first in it, and no other byte of the page changes."""
    rest = f"<script>{FIRST}</script><script type=module>{SECOND}</script><title>x</title></head><p>één\r\n<p><head>"
    (site / "a/index.html").write_bytes((head + rest).encode())
    value = apply_policy(site)

    page = (site / "a/index.html").read_bytes().decode()
    referrer = '<meta name="referrer" content="no-referrer">'
    policies = f'\n    <meta http-equiv="Content-Security-Policy" content="{value}">\n    {referrer}'
    before, _, after = page.partition(policies)
    assert head.rstrip() == before
    assert head + rest == before + after


@pytest.mark.parametrize(
    "html",
    [
        "<html><head></head></html>",
        "<!doctype html><head></head>",
        "<!doctype html><html><title>x</title></html>",
        "<!doctype html><html><!-- <head> --><body><p>x",
        "<!doctype html><html>tekst<head></head>",
        "<!doctype html><html><header></header>",
        "",
    ],
)
def test_no_head(site: Path, html: str) -> None:
    """A page that begins otherwise would go without the policy: it is refused and named."""
    (site / "a/index.html").write_text(html + f"<script>{FIRST}</script><script>{SECOND}</script>", encoding="utf-8")

    with pytest.raises(NoHeadError) as raised:
        apply_policy(site)

    assert "a/index.html" == raised.value.page


def test_not_utf8(site: Path) -> None:
    """A page in another encoding is refused, with its line."""
    (site / "a/index.html").write_bytes(PAGE.replace("tekst", "één").encode("cp1252"))

    with pytest.raises(NotUtf8Error) as raised:
        apply_policy(site)

    assert ("a/index.html", 6) == (raised.value.page, raised.value.line)


@pytest.mark.parametrize("name", ["a/oud.htm", "b.XHTML", "los.html"])
def test_every_page_carries_it(site: Path, name: str) -> None:
    """Whatever a server sends as a page gets the policy."""
    (site / name).write_text(PAGE, encoding="utf-8")

    assert apply_policy(site) in (site / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "inside", ["<script>1</script>", "<a href='javascript:1'/>", "<g onload=1 />", "<foreignObject/>"]
)
def test_drawing_with_a_script(site: Path, inside: str) -> None:
    """A drawing that would run something when it is opened by itself is refused; one that only draws stays."""
    (site / "a/good.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', encoding="utf-8")
    apply_policy(site)
    (site / "a/tekening.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', encoding="utf-8")

    with pytest.raises(ForeignScriptError) as raised:
        apply_policy(site)

    assert "a/tekening.svg" == raised.value.page


def test_meta_stands_first(site: Path) -> None:
    """The policy is the first thing in the head of every page, the page for unknown addresses included."""
    value = apply_policy(site)

    for path in all_files(site, "**/*.html"):
        head = path.read_text(encoding="utf-8").partition("<head>")[2].lstrip()
        assert head.startswith(f'<meta http-equiv="Content-Security-Policy" content="{value}">'), path


def test_rest_of_the_page_stays(site: Path) -> None:
    """Nothing but the policy is added to a page."""
    value = apply_policy(site)

    text = (site / "index.html").read_text(encoding="utf-8")
    policies = f'\n    <meta http-equiv="Content-Security-Policy" content="{value}">'
    assert text.replace(f'{policies}\n    <meta name="referrer" content="no-referrer">', "", 1) == PAGE


def test_twice(site: Path) -> None:
    """Finishing a finished site gives the same bytes."""
    addresses = ["", "a/", "a/b/"]
    assert 3 == finish(site, addresses)
    once = hashes(site)
    assert 3 == finish(site, addresses)

    assert once == hashes(site)


def test_new_policy_takes_the_place_of_the_old(site: Path) -> None:
    """A page that has another policy gets the new one, once."""
    apply_policy(site)
    for path in all_files(site, "**/*.html"):
        path.write_text(path.read_text(encoding="utf-8").replace(FIRST, "let b;"), encoding="utf-8")
    value = apply_policy(site)

    assert sha("let b;") in value
    for path in all_files(site, "**/*.html"):
        assert 1 == path.read_text(encoding="utf-8").count("Content-Security-Policy"), path
        assert value in path.read_text(encoding="utf-8"), path


def test_header_file(site: Path) -> None:
    """The header file gives every address the same policy, with what only a header can say."""
    value = apply_policy(site)
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()

    assert "/*" == lines[0]
    assert f"  Content-Security-Policy: {value}; frame-ancestors 'none'" == lines[1]
    assert "  Referrer-Policy: no-referrer" in lines
    assert "  X-Content-Type-Options: nosniff" in lines
    assert "  Cross-Origin-Opener-Policy: same-origin" in lines
    assert "  Cross-Origin-Resource-Policy: same-origin" in lines
    assert "  Strict-Transport-Security: max-age=31536000" in lines
    assert "  Cache-Control: no-cache" in lines


def test_page_that_speaks_of_a_policy(site: Path) -> None:
    """A page whose text shows the policy's own words keeps that text."""
    text = PAGE.replace("tekst", "&lt;meta http-equiv=&quot;Content-Security-Policy&quot; content=&quot;x&quot;&gt;")
    (site / "a/index.html").write_text(text, encoding="utf-8")
    apply_policy(site)

    assert "&lt;meta http-equiv=&quot;Content" in (site / "a/index.html").read_text(encoding="utf-8")
