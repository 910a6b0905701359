"""What the browser keeps and sends while somebody looks around."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched

STORED = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage), document.cookie])"

BLOCKED = """
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })
"""
NULL = "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
BROKEN = "if (location.protocol === 'http:') localStorage.setItem('/.__palette', '{broken')"


def search(page: Page, words: str) -> None:
    """Searches in the header's box, and waits for the results."""
    page.keyboard.press("/")
    box = page.get_by_role("textbox", name="Zoek in de hele site")
    expect(box).to_be_focused()
    # The theme listens to keys, and wants its index first.
    expect(page.locator(".md-search-result__meta")).not_to_contain_text("initialiseren", timeout=20_000)
    box.press_sequentially(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=20_000)


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


def test_search_finds_records_of_every_kind(watched: Watched) -> None:
    """The header search finds providers, offers, competences, questions, topics and pages."""
    page = watched.open("")
    for words, found in (
        ("mediacoach", "catalogus/mediawijs/"),
        ("voorlezen", "catalogus/iedereen-leest/"),
        ("computationeel", "competenties/professionele-betrokkenheid/"),
        ("nascholingsplan", "checklist/kies-je-nascholing/"),
        ("algoritmes", "teamgesprek/schoolleider/"),
        ("kernteam", "voorbeelden/i-learn/"),
        ("tekstbestand", "meewerken/"),
    ):
        page.reload()
        search(page, words)
        links = page.locator(".md-search-result__link").evaluate_all("links => links.map((link) => link.href)")
        assert any(found in link for link in links), (words, links)

    assert [] == watched.complaints


def test_search_sends_nothing(browser: Browser, base: str) -> None:
    """Two people who search for different words make the same requests, and no word is in any address."""
    logs = []
    for words in ("mediacoach", "taalbeleid"):
        context = browser.new_context()
        one = Watched(context.new_page(), base)
        search(one.open(""), words)
        href = one.page.locator(".md-search-result__link").first.get_attribute("href") or ""
        assert "?" not in href
        logs.append(sorted(one.requests))
        assert not any("?" in url for url in one.requests)
        context.close()

    assert logs[0] == logs[1]


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
    """The search field of the home page opens the header's search and puts the cursor in it, by mouse and keyboard."""
    page = watched.open("")
    page.get_by_role("link", name="Zoek op onderwerp of naam").click()
    expect(page.get_by_role("textbox", name="Zoek in de hele site")).to_be_focused()

    page.reload()
    page.get_by_role("link", name="Zoek op onderwerp of naam").press("Enter")
    expect(page.get_by_role("textbox", name="Zoek in de hele site")).to_be_focused()
    assert [] == watched.complaints


def test_home_search_leads_on_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts the search field of the home page leads to the catalogue."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base)
    page.get_by_role("link", name="Zoek op onderwerp of naam").click()

    assert page.url == base + "catalogus/"
    page.close()
