"""What the browser keeps while somebody looks around."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched

STORED = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage), document.cookie])"

BLOCKED = """
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })
window.BroadcastChannel = class { constructor() { throw new DOMException('blocked', 'SecurityError') } }
"""
"""As a browser does that blocks all storage; in Firefox no line to other tabs is left either."""
NULL = "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
BROKEN = "if (location.protocol === 'http:') localStorage.setItem('/.__palette', '{broken')"


def search(page: Page, words: str) -> None:
    """Searches in the header's box, and waits for the results."""
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Waar zoek je naar?")).to_be_focused()
    page.keyboard.type(words)
    expect(page.get_by_role("dialog", name="Zoeken").locator("a[data-result]").first).to_be_visible()


def test_nothing_is_stored_before_acting(watched: Watched) -> None:
    """Looking around leaves nothing in the browser."""
    for address in ("", "catalogus/", "checklist/kies-je-nascholing/"):
        watched.open(address)

    assert '[[],[],""]' == watched.page.evaluate(STORED)


def test_colour_choice_is_kept(watched: Watched) -> None:
    """The colours somebody chose are the only thing kept, under the key that the privacy page names."""
    page = watched.open("")
    page.locator("label[for='__palette_1']:visible").click()
    page.locator("label[for='__palette_2']:visible").click()
    assert '[["/.__palette"],[],""]' == page.evaluate(STORED)

    watched.open("over/")
    assert "slate" == page.evaluate("document.body.dataset.mdColorScheme")
    watched.open("privacy/")
    assert "/.__palette" in page.locator("main").inner_text()
    assert [] == watched.complaints


def test_works_whatever_happens_to_storage(browser: Browser, base: str) -> None:
    """With storage blocked, absent, full or broken, colours and search still work and nothing complains."""
    for fault in (BLOCKED, NULL, FULL, BROKEN):
        context = browser.new_context()
        one = Watched(context.new_page(), base)
        one.page.add_init_script(fault)
        page = one.open("")
        page.locator("label[for='__palette_1']:visible").click()
        page.locator("label[for='__palette_2']:visible").click()
        assert "slate" == page.evaluate("document.body.dataset.mdColorScheme"), fault
        search(page, "mediacoach")
        assert [] == one.complaints, fault
        context.close()


def test_home_search_opens_the_box(watched: Watched) -> None:
    """The search field of the home page opens the search and puts the cursor in it, by mouse and keyboard."""
    page = watched.open("")
    page.get_by_role("link", name="Zoek op onderwerp of naam").click()
    expect(page.get_by_role("searchbox", name="Waar zoek je naar?")).to_be_focused()

    page.reload()
    page.get_by_role("link", name="Zoek op onderwerp of naam").press("Enter")
    expect(page.get_by_role("searchbox", name="Waar zoek je naar?")).to_be_focused()
    assert [] == watched.complaints
