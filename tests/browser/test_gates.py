"""Gates that every page must pass, whatever comes later."""

import gzip
from typing import Any, Literal
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.finish.lighten import STYLES
from tests.browser.conftest import PRINTED, Watched, loaded
from tests.built_site import PAGE_TYPES, BuiltSite, Document
from tests.hosts.workbench import ROOT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
LOOKS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 390), ("dark", 1280))
"""For the many states of a tool: each colour and each width once. Every type of page is opened in all four."""


def axe_violations(page: Page) -> list[str]:
    """Gives the WCAG 2.2 A and AA rules and the good practices that the page breaks, with where."""
    # A bar that stays in sight lies over what scrolls below it: to axe that is too small. The walk with the Tab key
    # (test_screen.py) sees to it that nothing stays covered.
    page.add_style_tag(content=".vw-strip { position: static !important }")
    # What is right is only counted: describing each of its places takes most of the time.
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    response: dict[str, Any] = Axe().run(page, options=options).response
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in response["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=list(PAGE_TYPES))
def test_accessible(browser: Browser, base: str, address: str) -> None:
    """No page type breaks a WCAG 2.2 A or AA rule or a good practice, in light and dark, on a phone and a desktop."""
    broken = {}
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
            )
            page.goto(base + address)
            shown = page.evaluate("document.body.dataset.mdColorScheme")
            assert {"light": "default", "dark": "slate"}[scheme] == shown
            if found := axe_violations(page):
                broken[scheme, width] = found
            page.close()

    assert {} == broken


def test_quiet_and_narrow(site: BuiltSite, watched: Watched) -> None:
    """Every page opens without a complaint, a policy violation or a request elsewhere, and fits on 320 px."""
    watched.page.set_viewport_size({"width": 320, "height": 640})
    too_wide = {}
    for address in site.addresses:
        page = watched.open(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            too_wide[address] = width

    assert [] == watched.complaints
    assert [] == watched.outside
    assert {} == too_wide


@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=list(PAGE_TYPES))
def test_readable_without_scripts(browser: Browser, base: str, address: str) -> None:
    """Without scripts a page shows its heading, its text and its links."""
    page = browser.new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(base + address)

    assert page.locator("main h1").is_visible()
    assert len(page.locator("main").inner_text()) > 200
    assert page.locator("main a:visible, footer a:visible").count() > 3
    page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_button_can_be_read_under_the_pointer(browser: Browser, base: str, scheme: Literal["light", "dark"]) -> None:
    """A link that looks like a button keeps the colour of its words when somebody points at it, or is on it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    looked = 0
    for address in ("", "zelfcheck/", "groepsbeeld/", "catalogus/vergelijk/", "teamgesprek/schoolleider/"):
        page.goto(base + address)
        for button in page.locator("a.vw-button:not(.vw-button--quiet):visible").all():
            before = button.evaluate("one => getComputedStyle(one).color")
            button.hover()
            button.focus()
            looked += 1
            assert before == button.evaluate("one => getComputedStyle(one).color"), (address, button.text_content())
            assert before != button.evaluate("one => getComputedStyle(one).backgroundColor")
    page.close()

    assert looked > 2


KILOBYTES = {
    "": (7, 42, 53),
    "over/": (6, 42, 54),
    "competenties/": (6, 42, 52),
    "catalogus/": (6, 56, 244),
    "catalogus/onderwijscentrum-brussel/": (6, 46, 70),
    "voorbeelden/i-learn/": (6, 46, 68),
    "zoeken/": (6, 42, 153),
}
"""How many files a page is, and how many kilobytes, compressed: until it stands there, and with all it may need.

What the catalogue and the search may need grows with what they hold: 260 offers of 133 organisations here.
"""


@pytest.mark.parametrize(("address", "most"), KILOBYTES.items(), ids=[one or "home" for one in KILOBYTES])
def test_light_until_it_stands_there(
    site: BuiltSite, watched: Watched, address: str, most: tuple[int, int, int]
) -> None:
    """A page is a few files until it stands there; what its tools need comes after that, and weighs little too."""

    def weight() -> float:
        folders = [url.partition("#")[0].removeprefix(watched.base) for url in watched.requests if url[:5] != "data:"]
        files = [site.folder / (one + "index.html" if one.endswith("/") or not one else one) for one in folders]
        return sum(len(gzip.compress(one.read_bytes(), 6)) for one in files) / 1000

    watched.page.add_init_script("window.requestIdleCallback = (act) => { window.idle = act; }")
    page = watched.open(address)
    page.wait_for_function("Boolean(window.idle)")
    page.wait_for_load_state("networkidle")
    assert [] == [one for one in watched.requests if one.endswith(".json")]
    files, first, whole = most
    assert len(watched.requests) <= files
    assert weight() <= first
    page.evaluate("idle()")
    loaded(page)
    assert first < weight() + 15 <= whole + 15


def test_icon_in_the_page(site: BuiltSite) -> None:
    """The icon of the tab stands in every page, so that nobody asks for it, and is the very one at its old address."""
    icon = (site.folder / "assets/images/favicon.svg").read_text(encoding="utf-8").strip()
    pages = [*site.documents.values(), Document((site.folder / "404.html").read_text(encoding="utf-8"))]
    found = [one.attributes for page in pages for one in page.elements if one.attributes.get("rel") == "icon"]

    assert len(site.addresses) + 1 == len(found)
    assert {f"data:image/svg+xml,{quote(icon)}"} == {one["href"] for one in found}


def test_what_was_ticked_before_the_script_counts(watched: Watched) -> None:
    """A box that was ticked before the scripts came filters the list when they come."""
    with watched.before_scripts("catalogus/") as page:
        page.get_by_role("checkbox", name="Lager onderwijs").check()
    page.wait_for_url("**/catalogus/#niveau=lager")


def test_folded_parts_open_on_paper(watched: Watched) -> None:
    """What is folded on the screen is printed, and folds again."""
    page = watched.open("teamgesprek/schoolleider/")
    folded = page.locator("main details:not([open])").count()
    assert folded > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert 0 == page.locator("main details:not([open])").count()
    page.evaluate(PRINTED)
    assert folded == page.locator("main details:not([open])").count()


@pytest.mark.parametrize("address", ["", "catalogus/", "voorbeelden/i-learn/", "teamgesprek/schoolleider/"])
def test_edges_on_paper(watched: Watched, address: str) -> None:
    """An edge outside a box would be printed at the end of the sheet before the one that the box begins."""
    page = watched.open(address)
    edges = """() => [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility())
      .map((one) => getComputedStyle(one).boxShadow).filter((one) => one !== "none")"""
    assert any("inset" not in edge for edge in page.evaluate(edges))
    page.emulate_media(media="print")

    assert [] == [edge for edge in page.evaluate(edges) if "inset" not in edge]


def test_menu_with_the_keyboard(watched: Watched) -> None:
    """On a narrow screen the menu opens, leads on and closes without a mouse, and hides its links when it is closed."""
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open("over/")
    menu = page.get_by_role("button", name="Menu")
    link = page.locator(".md-nav--primary").get_by_role("link", name="Zoek nascholing")
    assert not link.is_visible()
    menu.press("Enter")
    expect(page.locator(".md-nav--primary a.md-nav__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    assert not link.is_visible()
    menu.press(" ")
    link.press("Enter")
    page.wait_for_url("**/catalogus/")


def test_unknown_address(site: BuiltSite) -> None:
    """The page for unknown addresses has a heading and leads on."""
    html = (site.folder / "404.html").read_text(encoding="utf-8")

    assert "<h1>Deze pagina is er niet</h1>" in html
    assert 'href="/catalogus/"' in html


def test_light_styles_say_the_same(site: BuiltSite, watched: Watched) -> None:
    """The styles without comments hold the very rules of the source, in their order."""
    rules = """text => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return [...sheet.cssRules].map((rule) => rule.cssText.replaceAll(/\\s+/g, " ").replaceAll(/ ?, ?/g, ","));
    }"""
    page = watched.open("")
    source, light = (
        page.evaluate(rules, (folder / STYLES).read_text(encoding="utf-8")) for folder in (ROOT / "theme", site.folder)
    )

    assert len(source) > 300
    assert source == light
