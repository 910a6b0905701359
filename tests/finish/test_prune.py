"""The theme's stylesheets without what no page can use."""

import re
from pathlib import Path

import material
import pytest

from generator.finish.prune import DEAR, THEME, prune
from tests.built_site import BuiltSite, build_site
from tests.files import all_files
from tests.finish.test_lighten import write
from tests.hosts.workbench import ROOT

STYLE = "assets/stylesheets/main.0a1b2c3d.min.css"
PALETTE = "assets/stylesheets/palette.0a1b2c3d.min.css"
OWN = "assets/stylesheets/vormingswijzer.css"

PAGE = """<!doctype html><html class=bare lang=nl><body>
<p class="here there" style="width:var(--attribute)"><b class='quoted'></b></p>
<script>document.body.className = "inline"; // --inline</script>
</body></html>"""
SCRIPT = 'export const shown = (one) => one.classList.add("added", getComputedStyle(one).getPropertyValue("--asked"));'


def pruned(site: Path, style: str) -> str:
    """Gives what is left of a stylesheet of the theme in a small site."""
    write(site, "index.html", PAGE)
    write(site, "assets/catalogue/cards.json", '["<li class=\\"piece of\\">"]')
    write(site, "assets/javascripts/entry.js", SCRIPT)
    write(site, "assets/javascripts/bundle.min.js", 'a.className = "gone"; b("--gone")')
    write(site, OWN, ".gone { --gone: 1; color: var(--ours) }")
    path = write(site, STYLE, style)
    prune(site)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".gone{a:b}", ""),
        (".here .gone>a,b{a:b}", "b{a:b}"),
        (".here,.gone,.there.bare,.gone{a:b}", ".here,.there.bare{a:b}"),
        (".gone:not(.here),.gone:is(p){a:b}", ""),
        (".gone{a:b}.here{a:b}.gone{a:b}p{a:b}", ".here{a:b}p{a:b}"),
        ("@media print{.gone{a:b}}", ""),
        ("@media print{.gone{a:b}@supports (a:b){.here{a:b}.gone{a:b}}}", "@media print{@supports (a:b){.here{a:b}}}"),
        ("@media print{@supports (a:b){.gone{a:b}}}p{a:b}", "p{a:b}"),
        ('.gone{a:url("data:,.here{a:b;}")}p{a:b}', "p{a:b}"),
        ("/*! Licence. */.gone{a:b}", "/*! Licence. */"),
        *((f"{dear},p{{a:b}}", "p{a:b}") for dear in sorted(DEAR)),
    ],
)
def test_what_nobody_is_goes(tmp_path: Path, style: str, left: str) -> None:
    """A selector goes that needs a class nobody has, a rule with its last selector, a group with its last rule."""
    assert left == pruned(tmp_path, style)


@pytest.mark.parametrize(
    "style",
    [
        *(f".{name}{{a:b}}" for name in ("here", "bare", "quoted", "piece", "of", "added", "inline")),
        "p:not(.gone),:is(.gone,p) a,p:where(.gone *){a:b}",
        "#gone,[class*=gone],[gone],:target,p::before,*{a:b}",
        r".a\:b,.é{a:b}",
        '.here{a:url("data:image/svg+xml;utf8,{}.gone{}");b:url(data:;,{.gone{a:b}})}',
        '@charset "UTF-8";@import "a.css";@page{a:b}@font-face{a:b}@keyframes gone{to{a:b}}@layer x{.gone{a:b}}',
    ],
)
def test_what_somebody_may_be_stays(tmp_path: Path, style: str) -> None:
    """Classes of pages, pieces and scripts stay, and so do conditions that are no class and what is no plain rule."""
    assert style == pruned(tmp_path, style)


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (":root{--gone:1;a:b}", ":root{a:b}"),
        (":root{--gone:1}@media print{p{--gone:2}}a{a:b}", "a{a:b}"),
        (":root{--a:var(--b);--b:var(--c);--c:1}p{a:b}", "p{a:b}"),
        (":root{--a:var(--b);--b:var(--a)}p{a:b}", "p{a:b}"),
        (":root{--a:1;--b:2}.gone{a:var(--a)}p{a:var(--b)}", ":root{--b:2}p{a:var(--b)}"),
        (':root{--gone:url("data:;,{}");--gone:{a:b;c:d};a:b}', ":root{a:b}"),
    ],
)
def test_what_nobody_reads_goes(tmp_path: Path, style: str, left: str) -> None:
    """A custom property goes when nothing reads it, or only others that go."""
    assert left == pruned(tmp_path, style)


@pytest.mark.parametrize(
    "style",
    [
        ":root{--a:var(--b);--b:var(--c);--c:1}p{a:calc(1px + var(--none,var(--a)))}",
        "@keyframes x{to{a:var(--a)}}p{--a:1}",
        *(f"p{{--{place}:1}}" for place in ("attribute", "asked", "inline", "ours")),
    ],
)
def test_what_somebody_reads_stays(tmp_path: Path, style: str) -> None:
    """A custom property stays that the theme, our own styles, a page or a script reads, itself or through others."""
    assert style == pruned(tmp_path, style)


def test_stylesheets_share_their_properties(tmp_path: Path) -> None:
    """What one stylesheet of the theme declares, another may read."""
    palette = write(tmp_path, PALETTE, "[data-x]{--a:var(--c);--b:2}")
    style = "p{--c:1;a:var(--a)}"

    assert style == pruned(tmp_path, style)
    assert "[data-x]{--a:var(--c)}" == palette.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "broken", ["}", ".here", '.here{a:"b\n}', ".here{a:url(b c)}", ".here{a:(])}", "@media all{.here}"]
)
def test_what_is_no_css_stays(tmp_path: Path, broken: str) -> None:
    """A stylesheet with a mistake keeps every byte and its map, and what it reads counts."""
    map_ = write(tmp_path, f"{STYLE}.map", "{}")
    palette = write(tmp_path, PALETTE, "p{--a:1}")
    style = f".gone{{a:var(--a)}}{broken}"

    assert style == pruned(tmp_path, style)
    assert map_.is_file()
    assert "p{--a:1}" == palette.read_text(encoding="utf-8")


def test_only_the_theme(tmp_path: Path) -> None:
    """Our own styles keep every byte; the map of a pruned stylesheet goes with the rules it tells of."""
    map_ = write(tmp_path, f"{STYLE}.map", "{}")
    pruned(tmp_path, ".gone{a:b}")

    assert ".gone { --gone: 1; color: var(--ours) }" == (tmp_path / OWN).read_text(encoding="utf-8")
    assert not map_.exists()


def source() -> str:
    """Gives the theme's stylesheets as its makers sent them."""
    folder = Path(material.__file__).parent / "templates"
    return "".join(path.read_text(encoding="utf-8") for path in all_files(folder, THEME))


def selectors(style: str) -> set[str]:
    """Gives every selector of a stylesheet that does more than declare custom properties."""
    plain = re.sub(r'"[^"]*"|url\([^")]*\)|/\*.*?\*/', "", style)
    rules = re.findall(r"([^{};]+)\{([^{}]+)\}", plain)
    does = [re.split(r",(?![^(]*\))", head) for head, body in rules if re.search(r"(?:^|;)(?!--)", body)]
    return {selector.strip() for head in does for selector in head}


@pytest.fixture(scope="module")
def site() -> BuiltSite:
    """The site built from the real content."""
    return build_site()


def test_twice_is_once(tmp_path: Path) -> None:
    """Pruning what is pruned changes nothing."""
    once = pruned(tmp_path, source())

    assert 1000 < len(once) < len(source())
    assert once == pruned(tmp_path, once)


def test_every_page_is_dressed(site: BuiltSite) -> None:
    """Whatever the theme says of classes that stand in a page still is there, and the rest is most of it."""
    left = "".join(path.read_text(encoding="utf-8") for path in all_files(site.folder, THEME))
    elements = [element for document in site.documents.values() for element in document.elements]
    used = {name for element in elements for name in element.attributes.get("class", "").split()}
    needs = {one: set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\(.*?\)", "", one))) for one in selectors(source())}
    wanted = {one for one, classes in needs.items() if classes <= used}

    assert len(wanted) > 200
    assert DEAR == wanted - selectors(left)
    assert len(left) < len(source()) / 2.5


def test_no_rule_ends_in_any_neighbour(site: BuiltSite) -> None:
    """No rule fits anything beside anything: whatever a script puts in a page would be dear, on every page."""
    styles = [path.read_text(encoding="utf-8") for path in all_files(site.folder, "assets/stylesheets/*.css")]
    plain = [re.sub(r"\(.*?\)", "", re.sub(r":is\(.*?\)", "one", one)) for style in styles for one in selectors(style)]
    beside = [re.findall(r"([^\s>+~]*)\s*[+~]", one)[-1:] + re.split(r"[\s>+~]+", one)[-1:] for one in plain]
    pairs = {(one[0], one[1]) for one in beside if len(one) > 1}

    assert len(pairs) > 20
    assert set() == {(left, end) for left, end in pairs if "." not in left and re.fullmatch(r"\*?(?:::?[\w-]+)*", end)}


def test_no_page_loads_the_themes_scripts(site: BuiltSite) -> None:
    """The classes that the theme's scripts give need not be dressed, for no page loads one."""
    sources = {one.attributes.get("src", "") for document in site.documents.values() for one in document.elements}

    assert any("entry.js" in one for one in sources)
    assert [] == [one for one in sources if one.endswith(".min.js")]


def test_scripts_write_the_themes_classes_in_full() -> None:
    """No script makes up a class of the theme from pieces: the class would not be seen."""
    scripts = [path.read_text(encoding="utf-8") for path in all_files(ROOT / "theme/assets/javascripts", "**/*.js")]

    assert any("md-" in text for text in scripts)
    assert [] == [text for text in scripts if re.search(r"\bmd-[\w-]*(?:\$\{|[-_]['\"`])", text)]
