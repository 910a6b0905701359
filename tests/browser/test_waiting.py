"""Doing something shows something at once; what loaded works without a network, or says why not."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import NO_PRINT, Watched, loaded
from tests.browser.test_requests import EVERYTHING

ENTRY = "**/entry.js"
PROVIDER = "catalogus/mediawijs/"
EXAMPLE = "voorbeelden/i-learn/"
CHECKLIST = "checklist/kies-je-nascholing/"
WAITS = re.compile("^$")
"""The attribute of what waits has no value."""

FAILED = "Dit lukt nu niet: een deel van de pagina kwam niet binnen."


def cut(context: BrowserContext, watched: Watched, address: str) -> Page:
    """Opens a page, and cuts the network when it says that it has all it needs."""
    page = loaded(watched.open(address))
    watched.requests.clear()
    context.set_offline(True)
    return page


def found(page: Page) -> Locator:
    """Gives the heading of the catalogue's list."""
    return page.locator("#_lijst")


# ── without a network


def test_catalogue_without_a_network(context: BrowserContext, watched: Watched) -> None:
    """Filters, words, an order, a page, picks and saving work after the network went."""
    page = cut(context, watched, "catalogus/")
    page.get_by_role("checkbox", name=re.compile("^Lager onderwijs")).check()
    expect(found(page)).to_have_text(re.compile(r"^\d+ van "))
    before = found(page).inner_text()
    page.get_by_label("Waarover?").fill("taal")
    expect(found(page)).not_to_have_text(before)
    page.get_by_label("Volgorde").select_option("Naam")
    page.get_by_label("Waarover?").fill("xqzzw")
    expect(found(page)).to_have_text(re.compile("^Geen"))
    page.get_by_label("Waarover?").fill("taal")
    expect(found(page)).to_have_text(re.compile(r"^\d+ van "))
    page.locator(".vw-matches [data-save]").first.click()
    expect(page.locator(".vw-saved")).to_contain_text("Nog niet bewaard")
    page.locator(".vw-matches .vw-pick input").first.check()
    expect(page.locator(".vw-picked")).to_be_visible()
    assert [] == watched.requests + watched.complaints


def test_search_without_a_network(context: BrowserContext, watched: Watched) -> None:
    """The page for searching works after the network went; so does the box that was opened before."""
    page = cut(context, watched, "zoeken/")
    page.get_by_role("searchbox").fill("wiskunde")
    expect(page.locator("main mark").first).to_contain_text(re.compile("wiskund", re.IGNORECASE))
    page.keyboard.press("Escape")
    page.locator("a.vw-find").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("taal")
    expect(page.get_by_role("dialog").locator("a[data-result]").first).to_be_visible()
    assert [] == watched.requests + watched.complaints


def test_box_of_the_header_without_a_network(context: BrowserContext, watched: Watched) -> None:
    """The box opens, says at once why it finds nothing, and finds when the network is back."""
    page = cut(context, watched, "over/")
    page.locator("a.vw-find").click()
    box = page.get_by_role("dialog", name="Zoeken")
    expect(box).to_contain_text("Het zoeken lukt nu niet: de zoeklijst kwam niet binnen.")
    page.keyboard.type("taal")
    expect(box).to_contain_text("Het zoeken lukt nu niet")
    assert 1 == len(watched.requests)
    context.set_offline(False)
    box.get_by_role("button", name="Probeer opnieuw").click()
    expect(box.locator("a[data-result]").first).to_be_visible()
    assert page.url == watched.base + "over/"


def test_comparison_without_a_network(context: BrowserContext, watched: Watched) -> None:
    """The example shows, a column goes, and a column is saved after the network went."""
    page = cut(context, watched, "catalogus/vergelijk/")
    page.get_by_role("link", name="Bekijk een voorbeeld").click()
    heads = page.locator("vw-compare thead th")
    expect(heads).to_have_count(2)
    heads.first.get_by_role("button").click()
    expect(heads).to_have_count(1)
    page.locator(".vw-compare__save [data-save]").first.click()
    expect(page.locator(".vw-saved")).to_be_visible()
    assert [] == watched.requests + watched.complaints


def test_checklist_without_a_network(context: BrowserContext, watched: Watched) -> None:
    """An organisation comes beside the questions after the network went."""
    page = cut(context, watched, CHECKLIST)
    page.get_by_role("searchbox", name="Zoek een organisatie").fill("Mediawijs")
    page.get_by_role("button", name="Mediawijs", exact=True).click()
    expect(page.locator("[data-provider]")).to_contain_text("Mediawijs")
    expect(page.locator("[data-slot=answers]").filter(has_text="Mediawijs").first).to_be_visible()
    assert [] == watched.requests + watched.complaints


@pytest.mark.parametrize(
    "address",
    [
        "",
        PROVIDER,
        EXAMPLE,
        CHECKLIST,
        "teamgesprek/schoolleider/",
        "plan/",
        "zelfcheck/",
        "zelfcheck/rapport/",
        "groepsbeeld/",
    ],
)
def test_everything_without_a_network(context: BrowserContext, watched: Watched, address: str) -> None:
    """All there is to press, tick and fill in asks for nothing, breaks nothing, and nothing says that it failed."""
    context.add_init_script(NO_PRINT)
    page = watched.page
    page.on("dialog", lambda dialog: dialog.accept())
    cut(context, watched, address)
    page.route("**/*", lambda route: route.abort() if route.request.is_navigation_request() else route.fallback())
    pressed = page.evaluate(EVERYTHING)

    asked = [url for url in watched.requests if not url.startswith(("blob:", "data:"))]
    assert pressed > 0 or address == ""
    assert [] == [url for url in asked if not url.split("#")[0].endswith("/")]
    assert [] == watched.complaints
    expect(page.get_by_text(FAILED)).to_have_count(0)


# ── before a script is there


class Held:
    """What is asked for, and comes or is lost when the test says so; what is asked for after that comes."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.page = page
        self.routes: list[Route] = []
        self.is_over = False
        page.route(pattern, self._hold)

    def _hold(self, route: Route) -> None:
        if self.is_over:
            route.continue_()
        else:
            self.routes.append(route)

    def let_go(self) -> None:
        """Lets it come."""
        self.is_over = True
        for route in self.routes:
            route.continue_()

    def lose(self) -> None:
        """Loses what was asked for."""
        self.is_over = True
        for route in self.routes:
            route.abort()

    def wait(self) -> None:
        """Waits until it was asked for."""
        while not self.routes:
            self.page.evaluate("new Promise((done) => setTimeout(done, 20))")


Part = Callable[[Page], Locator]
ACTS: dict[str, tuple[str, str, Part, Part]] = {
    "saving": (
        PROVIDER,
        "vw-save.js",
        lambda page: page.locator("main [data-save]").first,
        lambda page: page.get_by_text("Nog niet bewaard: beantwoord eerst deze vraag.", exact=True),
    ),
    "saving from a list": (
        "catalogus/thema/ict-beleid/",
        "vw-save.js",
        lambda page: page.locator("main [data-save]").nth(1),
        lambda page: page.get_by_text("Nog niet bewaard: beantwoord eerst deze vraag.", exact=True),
    ),
    "beginning with an example": (
        EXAMPLE,
        "vw-begin.js",
        lambda page: page.get_by_role("button", name="Zet in mijn plan"),
        lambda page: page.get_by_text("Nog niet bewaard: beantwoord eerst deze vraag.", exact=True),
    ),
    "copying": (
        PROVIDER,
        "vw-copy.js",
        lambda page: page.get_by_role("button", name="Kopieer de vragen"),
        lambda page: page.locator("[data-copy=said]:not(:empty)"),
    ),
    "the self-check": (
        "zelfcheck/",
        "vw-selfcheck.js",
        lambda page: page.get_by_role("link", name="Begin de snelle scan"),
        lambda page: page.locator("[data-part=progress]").get_by_text("Vraag 1 van 6"),
    ),
}
"""For each tool whose buttons show before its script is there: where, the script, what is pressed, what then shows."""


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("script", ["entry.js", ""], ids=["no script yet", "its script is under way"])
def test_what_was_pressed_waits(watched: Watched, act: str, script: str) -> None:
    """A button that is pressed before its script came shows that at once, and is carried out when it comes."""
    address, own, button, then = ACTS[act]
    page = watched.page
    held = Held(page, f"**/{script or own}")
    page.goto(watched.base + address, wait_until="commit")
    held.wait()
    button(page).click()
    expect(button(page)).to_have_attribute("data-waking", WAITS)
    expect(then(page)).to_have_count(0)
    held.let_go()
    expect(then(page)).to_be_visible()
    expect(page.locator("button[data-waking], a[data-waking]")).to_have_count(0)
    assert [] == watched.complaints


@pytest.mark.parametrize("act", ACTS)
def test_what_was_pressed_fails(watched: Watched, act: str) -> None:
    """Where its script does not come, that stands at the button, and another try carries it out."""
    address, own, button, then = ACTS[act]
    page = watched.page
    held = Held(page, f"**/{own}")
    page.goto(watched.base + address, wait_until="commit")
    held.wait()
    button(page).click()
    held.lose()
    told = page.get_by_role("alert").filter(has_text=FAILED)
    expect(told).to_be_visible()
    expect(button(page)).not_to_have_attribute("data-waking", WAITS)
    # Pressing on asks for nothing, once all that comes by itself is there.
    loaded(page)
    watched.requests.clear()
    button(page).click()
    expect(told).to_have_count(1)
    assert [] == [url for url in watched.requests if url.endswith(".js")]
    told.get_by_role("button", name="Probeer opnieuw").click()
    expect(then(page)).to_be_visible()
    expect(told).to_have_count(0)


def test_no_script_at_all(watched: Watched) -> None:
    """Where not one script comes, a button that needs one says so."""
    page = watched.page
    page.route(ENTRY, lambda route: route.abort())
    watched.open(PROVIDER)
    page.locator("main [data-save]").first.click()
    told = page.get_by_role("alert").filter(has_text=FAILED)
    expect(told).to_be_visible()
    page.unroute(ENTRY)
    told.get_by_role("button", name="Probeer opnieuw").click()
    loaded(page)
    expect(told).to_have_count(0)


def test_no_script_at_all_after_a_press(watched: Watched) -> None:
    """The same for somebody who pressed before that was known."""
    page = watched.page
    held = Held(page, ENTRY)
    page.goto(watched.base + PROVIDER, wait_until="commit")
    held.wait()
    page.locator("main [data-save]").first.click()
    held.lose()
    expect(page.get_by_role("alert").filter(has_text=FAILED)).to_be_visible()
    expect(page.locator("[data-waking]")).to_have_count(0)


def test_filter_waits(watched: Watched) -> None:
    """A box that is ticked before the catalogue's script came shows that, and filters when it comes; its data too."""
    page = watched.page
    scripts, data = Held(page, "**/vw-catalogue.js"), Held(page, "**/offers.json")
    page.goto(watched.base + "catalogus/", wait_until="commit")
    scripts.wait()
    page.get_by_role("checkbox", name=re.compile("^Lager onderwijs")).check()
    expect(page.locator("vw-catalogue")).to_have_attribute("data-waking", WAITS)
    expect(found(page)).to_have_css("opacity", "0.4")
    scripts.let_go()
    data.wait()
    expect(page.locator(".vw-results")).to_have_attribute("aria-busy", "true")
    expect(found(page)).to_have_css("opacity", "0.4")
    data.let_go()
    expect(found(page)).to_have_text(re.compile(r"^\d+ van "))
    expect(found(page)).to_have_css("opacity", "1")


@pytest.mark.parametrize("lost", ["vw-catalogue.js", "offers.json", "offers-cards.json"])
def test_filter_fails(watched: Watched, lost: str) -> None:
    """Where the catalogue's script or its data did not come, a box that is ticked says so, and another try filters."""
    page = watched.page
    page.route(f"**/{lost}", lambda route: route.abort())
    loaded(watched.open("catalogus/"))
    page.unroute(f"**/{lost}")
    watched.requests.clear()
    page.get_by_role("checkbox", name=re.compile("^Lager onderwijs")).check()
    retry = page.locator("main").get_by_role("button", name="Probeer opnieuw")
    expect(retry).to_be_visible()
    assert [] == watched.requests
    retry.click()
    expect(found(page)).to_have_text(re.compile(r"^\d+ van "))


@pytest.mark.parametrize("lost", [False, True], ids=["comes", "does not come"])
def test_box_of_the_header_waits(watched: Watched, *, lost: bool) -> None:
    """The box opens before its script is there, says that it waits, and finds what was typed when it comes."""
    page = watched.page
    held = Held(page, "**/vw-search.js")
    page.goto(watched.base + "over/", wait_until="commit")
    held.wait()
    page.locator("a.vw-find").click()
    box = page.get_by_role("dialog", name="Zoeken")
    expect(box).to_contain_text("Even zoeken …")
    page.keyboard.type("taal")
    if lost:
        held.lose()
        expect(box).to_contain_text("Het zoeken lukt nu niet")
        box.get_by_role("button", name="Probeer opnieuw").click()
    else:
        held.let_go()
    expect(box.locator("a[data-result]").first).to_be_visible()
    expect(box).not_to_contain_text("Even zoeken …")


@pytest.mark.parametrize("address", [PROVIDER, "catalogus/", EXAMPLE, "zoeken/", "over/", ""])
def test_everything_comes_by_itself(watched: Watched, address: str) -> None:
    """A script is asked for when the page is there and not before, and not because somebody does something."""
    page = watched.page
    page.add_init_script("window.requestIdleCallback = (act) => { window.idle = act; }")
    watched.open(address)
    page.wait_for_function("Boolean(window.idle)")
    eager = len(watched.requests)
    scripts = [url for url in watched.requests if "/elements/" in url]
    assert [] == [url for url in scripts if "vw-continue" not in url]
    for one in page.locator("main :is(button, input):visible").all()[:3]:
        one.focus()
        page.keyboard.press("Space")
    assert eager == len(watched.requests)
    page.evaluate("idle()")
    loaded(page)
    assert any(url.endswith("vw-search.js") for url in watched.requests)
