"""The policy of a built site."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from generator.finish import finish
from generator.finish.policy import ForeignScriptError, apply_policy, inline_scripts, policy
from tests.hosts.workbench import hashes

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


def test_meta_stands_first(site: Path) -> None:
    """The policy is the first thing in the head of every page, the page for unknown addresses included."""
    value = apply_policy(site)

    for path in site.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("<head>")[2].lstrip()
        assert head.startswith(f'<meta http-equiv="Content-Security-Policy" content="{value}">'), path


def test_rest_of_the_page_stays(site: Path) -> None:
    """Nothing but the policy is added to a page."""
    value = apply_policy(site)

    text = (site / "index.html").read_text(encoding="utf-8")
    assert text.replace(f'\n    <meta http-equiv="Content-Security-Policy" content="{value}">', "", 1) == PAGE


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
    for path in site.rglob("*.html"):
        path.write_text(path.read_text(encoding="utf-8").replace(FIRST, "let b;"), encoding="utf-8")
    value = apply_policy(site)

    assert sha("let b;") in value
    for path in site.rglob("*.html"):
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


def test_page_that_speaks_of_a_policy(site: Path) -> None:
    """A page whose text shows the policy's own words keeps that text."""
    text = PAGE.replace("tekst", "&lt;meta http-equiv=&quot;Content-Security-Policy&quot; content=&quot;x&quot;&gt;")
    (site / "a/index.html").write_text(text, encoding="utf-8")
    apply_policy(site)

    assert "&lt;meta http-equiv=&quot;Content" in (site / "a/index.html").read_text(encoding="utf-8")
