"""A reload changes nothing: what came in a link, what was chosen, which folds are open, and where somebody is."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, loaded
from tests.browser.test_links import AGENDA, CHECKLIST, NAMES, TAKEN_OUT, Links, links
from tests.built_site import PAGE_TYPES

PHONE = {"width": 390, "height": 844}


__all__ = ["links"]


def kept(page: Page) -> int:
    """Gives how many things stand in storage."""
    found: int = page.evaluate("localStorage.length + sessionStorage.length")
    return found


@pytest.mark.parametrize("tool", NAMES)
def test_received_survives(links: Links, watched: Watched, tool: str) -> None:
    """What came in a link is there after a reload, after a link within the page, and on the way back to the page."""
    address, name, value, shows = links.all[tool]
    page = watched.page
    page.goto(f"{watched.base}{address}#{name}={value}")
    shows(page)
    page.reload()
    shows(page)
    page.evaluate("location.hash = '_klopt'")
    page.reload()
    shows(page)
    page.goto(watched.base + "over/")
    page.go_back()
    shows(page)
    assert 0 == kept(page)
    assert [] == watched.complaints


@pytest.mark.parametrize("tool", TAKEN_OUT)
def test_closed_is_closed(links: Links, watched: Watched, tool: str) -> None:
    """What was closed stays closed: after a reload, and on the way back through the page; the link opens it again."""
    address, name, value, shows = links.all[tool]
    close = "[data-part='close-shared'], [data-part='shared-close']"
    page = watched.page
    page.goto(f"{watched.base}{address}#{name}={value}")
    shows(page)
    page.evaluate("location.hash = '_bewaren'")
    page.locator(close).click()
    expect(page.locator("[data-part=shared]")).to_be_hidden()
    page.go_back()
    page.wait_for_url(watched.base + address)
    expect(page.locator("[data-part=shared]")).to_be_hidden()
    page.reload()
    page.locator("[data-ready]").first.wait_for(state="attached")
    expect(page.locator("[data-part=shared]")).to_be_hidden()
    assert "received" not in page.evaluate("Object.keys(history.state).filter((name) => history.state[name])")
    page.goto(f"{watched.base}{address}#{name}={value}")
    shows(page)


OTHER = """async (address) => {
  const { dataset } = document.querySelector("vw-report");
  const order = [...document.querySelectorAll("vw-report [data-item]")].map((one) => one.dataset.item);
  const { encode } = await import(new URL("assets/javascripts/logic/sharing.js", address));
  return encode(Object.fromEntries(order.slice(0, 5).map((id) => [id, 3])), order, Number(dataset.version));
}"""
"""Writes another result than that of the link."""


def test_two_after_another(links: Links, watched: Watched) -> None:
    """Of two results in one tab, Back shows the first, Forward the second, and a reload the one that is there."""
    address, name, value, shows = links.all["result"]
    page = watched.page
    counts = page.locator("[data-part=counts]")
    page.goto(f"{watched.base}{address}#{name}={value}")
    shows(page)
    other = page.evaluate(OTHER, watched.base)
    page.evaluate("(hash) => { location.hash = hash }", f"{name}={other}")
    expect(counts).to_contain_text("5 van 32")
    page.go_back()
    expect(counts).to_contain_text("2 van 32")
    page.reload()
    expect(counts).to_contain_text("2 van 32")
    page.go_forward()
    expect(counts).to_contain_text("5 van 32")
    assert watched.base + address == page.url


def test_choices_with_a_result(links: Links, watched: Watched) -> None:
    """What was chosen with a result from a link is there after a reload, and is kept nowhere."""
    address, name, value, shows = links.all["result"]
    page = watched.page
    page.goto(f"{watched.base}{address}#{name}={value}")
    shows(page)
    page.get_by_text("Kies een andere competentie").click()
    page.get_by_role("checkbox", name="2.1 ").check()
    expect(page.locator("[data-part=cards] article")).to_have_count(1)
    page.reload()
    expect(page.locator("[data-part=cards] article")).to_have_count(1)
    assert 0 == kept(page)


def test_where_history_is_refused(links: Links, browser: Browser, watched: Watched) -> None:
    """A browser that takes nothing into its history leaves the link in the address: it opens again."""
    context = browser.new_context()
    context.add_init_script(
        "history.replaceState = history.pushState = () => { throw new DOMException('no', 'SecurityError') }"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for tool in NAMES:
        address, name, value, shows = links.all[tool]
        page.clock.set_fixed_time(1795345200000)
        page.goto("about:blank")
        page.goto(f"{watched.base}{address}#{name}={value}")
        shows(page)
        page.reload()
        shows(page)
    assert [] == errors
    context.close()


# ── where somebody is


def wheeled(page: Page, down: int) -> int:
    """Turns the wheel, and gives where the page is once it stands still there and that is held."""
    can_move = page.evaluate(
        """() => {
          const before = scrollY;
          addEventListener("scrollend", () => { window.hasMoved ||= scrollY > before });
          return before + innerHeight < document.documentElement.scrollHeight - 1;
        }"""
    )
    page.mouse.wheel(0, down)
    if can_move:
        page.wait_for_function("() => window.hasMoved")
    page.wait_for_function("() => Math.abs((history.state?.at?.top ?? -1) - scrollY) < 1")
    top: int = page.evaluate("Math.round(scrollY)")
    return top


def same_place(page: Page, top: int) -> None:
    """Waits until the page is where it was, and sees that it stays there."""
    page.wait_for_function("(top) => Math.abs(scrollY - top) < 3", arg=top)
    page.evaluate("(async () => { for (let n = 0; n < 5; n += 1) await new Promise(requestAnimationFrame) })()")
    assert abs(page.evaluate("scrollY") - top) < 3


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_same_place(watched: Watched, kind: str) -> None:
    """Every type of page is where it was after a reload, and has the folds open that somebody opened."""
    page = watched.page
    page.set_viewport_size(PHONE)
    # What a script folds, it folds when it comes.
    loaded(watched.open(PAGE_TYPES[kind]))
    folds = page.locator("main details > summary:visible")
    count = min(folds.count(), 2)
    for number in range(count):
        folds.nth(number * (folds.count() - 1)).click()
    opened = page.locator("main details").evaluate_all("all => all.map((one) => one.open)")
    top = wheeled(page, 700)
    page.reload()
    same_place(page, top)
    assert opened == page.locator("main details").evaluate_all("all => all.map((one) => one.open)")
    assert [] == watched.complaints


WORKED = {
    "catalogue": ("catalogus/#niveau=lager&sorteer=naam", ".vw-results li, .vw-results article"),
    "search": ("zoeken/#q=leraar", "vw-search [data-result]"),
    "comparison": ("catalogus/vergelijk/#id=vad&id=slo", "vw-compare tbody tr:visible"),
    "question": ("zelfcheck/#c-3-2", "#c-3-2 label:visible"),
}


@pytest.mark.parametrize("tool", WORKED)
@pytest.mark.parametrize("width", [390, 1280])
def test_same_place_in_a_result(watched: Watched, tool: str, width: int) -> None:
    """Where somebody was in a list that a script made, or at a question, they are after a reload."""
    address, shown = WORKED[tool]
    page = watched.page
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(watched.base + address)
    loaded(page).locator(shown).nth(3).wait_for(state="attached")
    page.mouse.move(200, 300)
    top = wheeled(page, 350)
    page.reload()
    same_place(page, top)


def test_reload_at_a_question(watched: Watched) -> None:
    """At 390 x 844 a question that is reloaded stands in sight, as it did."""
    page = watched.page
    page.set_viewport_size(PHONE)
    page.goto(watched.base + "zelfcheck/#c-3-2")
    heading = page.locator("#c-3-2 h3")
    expect(heading).to_be_in_viewport(ratio=1)
    page.reload()
    expect(heading).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Sla over").click()
    expect(page.locator("#c-3-3 h3")).to_be_in_viewport(ratio=1)
    page.reload()
    expect(page.locator("#c-3-3 h3")).to_be_in_viewport(ratio=1)
    page.go_back()
    expect(heading).to_be_in_viewport(ratio=1)


def test_view_of_the_self_check(watched: Watched) -> None:
    """All questions on one page stay that way."""
    page = watched.page
    page.goto(watched.base + "zelfcheck/#c-1-1")
    page.locator("[data-part=progress] summary").click()
    page.locator("[data-part=view-all]").click()
    expect(page.locator("#c-1-2")).to_be_visible()
    page.reload()
    expect(page.locator("#c-1-2")).to_be_visible()


def test_folded_topics(watched: Watched) -> None:
    """A topic that a filter folded and somebody opened is open after a reload."""
    page = watched.page
    page.goto(watched.base + AGENDA)
    page.locator("vw-agenda[data-ready]").wait_for()
    page.locator("[data-part=filter] input").first.check()
    topic = page.locator(".vw-topic[data-folded]").first
    anchor = str(topic.locator("h3").get_attribute("id"))
    topic.locator("[data-unfold]").click()
    page.reload()
    page.locator("vw-agenda[data-ready]").wait_for()
    expect(page.locator(f".vw-topic:not([data-folded]) #{anchor}")).to_be_visible()
    assert page.locator(".vw-topic[data-folded]").count() > 0


def test_removed_organisation(links: Links, watched: Watched) -> None:
    """An organisation that a link put beside the checklist and somebody took away stays away."""
    address, name, value, shows = links.all["beside"]
    page = watched.page
    page.goto(f"{watched.base}{address}#{name}={value}")
    shows(page)
    page.locator("[data-provider=vad] [data-slot=remove]").click()
    page.reload()
    page.locator("vw-checklist[data-ready]").wait_for()
    expect(page.locator("[data-part=chosen] [data-provider]")).to_have_count(0)


def test_paper_opens_no_fold(watched: Watched) -> None:
    """Printing unfolds everything for a moment; a reload does not."""
    page = watched.page
    page.goto(watched.base + CHECKLIST)
    page.locator("vw-checklist[data-ready]").wait_for()
    page.mouse.click(5, 300)
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    page.reload()
    page.locator("vw-checklist[data-ready]").wait_for()
    assert 0 == page.locator("main details[open]").count()
