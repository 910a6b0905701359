"""A checklist as a tool, in a real browser."""

import gzip
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NO_PRINT, PRINTED, Watched, drawn
from tests.browser.test_gates import LOOKS, axe_violations
from tests.browser.test_storage import BLOCKED
from tests.built_site import BuiltSite
from tests.client.conftest import PREFIX, text

PAGE = "checklist/kies-je-nascholing/"
READY = "vw-checklist[data-ready]"
KEY = PREFIX + PAGE
DEVICE = PREFIX + "device"

ACME: dict[str, Any] = {
    "name": "Acme & zonen",
    "status": "active",
    "facts": {},
    "answers": {"evidence-based": ["partly", "Ze noemt <b>een</b> studie.", 2], "duration": ["yes", "Twee dagen.", 1]},
    "offers": {},
    "email": "info@acme.be",
}
BETA: dict[str, Any] = ACME | {"name": "Beta", "answers": {}, "status": "stopped"}
"""What the data says of two organisations; the first was called `vroeger` before."""


def start(watched: Watched, address: str = PAGE) -> Page:
    """Opens the checklist and waits for its script and its data."""
    page = watched.open(address)
    page.locator(READY).wait_for()
    expect(page.locator("[data-part=found]")).to_contain_text("organisaties. Typ")
    return page


def know(page: Page) -> None:
    """Lets the site know two organisations."""
    names = {"files": 1, "names": {"acme": ACME["name"], "beta": "Beta"}}
    data = {"records": {"acme": ACME, "beta": BETA}, "moved": {"vroeger": "acme"}}
    page.route("**/assets/comparison/names.json", lambda route: route.fulfill(json=names))
    page.route("**/assets/comparison/0.json", lambda route: route.fulfill(json=data))


def stored(page: Page) -> dict[str, Any]:
    """Gives what this browser keeps of the checklist."""
    texts = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return {key.removeprefix(KEY): json.loads(one)["value"] for key, one in texts.items() if key.startswith(KEY)}


def put(page: Page, texts: dict[str, str]) -> None:
    """Writes texts into the storage before a page opens."""
    page.context.add_init_script(f"if (!localStorage.length) Object.assign(localStorage, {json.dumps(texts)})")


def said(name: str, **more: Any) -> dict[str, Any]:
    """Gives what is kept of a question."""
    return {"text": name, "ticked": False, "matters": False, "note": ""} | more


def test_by_keyboard_and_found_again(watched: Watched) -> None:
    """Tick, mark and note with the keyboard; it is kept, found again, and seen in another tab at once."""
    page = start(watched)
    item = page.locator("#onderbouwing")
    item.get_by_role("checkbox", name="Waarop steunen de inhoud").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(item.get_by_role("checkbox", name="Telt voor mij")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("<i>Vraag</i> naar de bron")
    expect(page.get_by_role("group", name="Is dit jouw eigen toestel?")).to_be_visible()
    assert {} == stored(page)
    page.get_by_role("button", name="Ja, bewaar het hier").press("Enter")

    words = item.locator(".vw-question__text").inner_text()
    expected = said(words, ticked=True, matters=True, note="<i>Vraag</i> naar de bron")
    assert {"onderbouwing": expected} == stored(page)
    expect(page.locator("[data-part=progress]")).to_contain_text(
        "1 van de 10 kernvragen aangevinkt, en 1 van alle 66 vragen. 1 vraag telt voor jou."
    )
    other = Watched(page.context.new_page(), watched.base)
    again = start(other)
    expect(again.locator("#onderbouwing").get_by_role("textbox")).to_have_value("<i>Vraag</i> naar de bron")
    again.locator("#actief [data-said=ticked]").check()
    expect(page.locator("#actief [data-said=ticked]")).to_be_checked()
    expect(page.locator("[data-part=progress]")).to_contain_text("2 van de 10")
    # What is being typed is not lost to what comes from another tab.
    note = again.locator("#onderbouwing").get_by_role("textbox")
    note.fill("Later")
    page.locator("#onderbouwing [data-said=matters]").uncheck()
    note.blur()
    expect(page.locator("#onderbouwing").get_by_role("textbox")).to_have_value("Later")
    assert said(words, ticked=True, note="Later") == stored(page)["onderbouwing"]
    again.get_by_role("button", name="Wis alles").click()
    expect(page.locator("#onderbouwing [data-said=ticked]")).not_to_be_checked()
    expect(page.locator("#onderbouwing").get_by_role("textbox")).to_have_value("")
    assert [] == watched.complaints + other.complaints


def test_a_tick_is_kept_at_once(watched: Watched) -> None:
    """What is ticked is kept before anything is drawn: who closes the page right after it loses nothing."""
    put(watched.page, {DEVICE: text("own")})
    page = start(watched)
    keys = page.evaluate(
        """() => {
          const before = document.querySelector("[data-part=progress]").textContent;
          document.querySelector("[data-said=ticked]").click();
          const after = document.querySelector("[data-part=progress]").textContent;
          return [before === after, ...Object.keys(localStorage)];
        }"""
    )

    assert keys[0], "drawn in a task of its own"
    assert any(key.startswith(KEY) for key in keys[1:])
    expect(page.locator("[data-part=progress]")).to_contain_text("1 van de 10")


def test_filter_folds_and_loses_nothing(watched: Watched) -> None:
    """A filter folds the other questions away, says how many hold something, and an address still leads to them."""
    page = start(watched, PAGE + "#procedure")
    expect(page.locator("#procedure")).to_be_visible()
    page.locator("#waarover [data-said=ticked]").check()
    page.get_by_text("Toon een deel van de vragen").click()
    page.get_by_label("Vragen aan", exact=True).select_option("de aanbieder")
    expect(page.locator("[data-part=filtered]")).to_have_text("40 van de 66 vragen passen bij wat je koos.")
    expect(page.locator("#waarover")).to_be_hidden()
    expect(page.locator("#actief")).to_be_visible()
    page.get_by_label("Wanneer", exact=True).select_option("tijdens de nascholing")
    others = page.get_by_role("button", name="Toon ook 10 andere vragen (1 met iets van jou)")
    others.press("Enter")
    waarover = page.locator("#waarover [data-said=ticked]")
    expect(waarover).to_be_checked()
    expect(waarover).to_be_visible()
    waarover.uncheck()
    page.get_by_role("button", name="Verberg de andere vragen").press("Enter")
    expect(page.get_by_role("button", name="Toon ook 10 andere vragen", exact=True)).to_be_visible()
    page.evaluate("location.hash = 'nascholingsplan'")
    expect(page.locator("#nascholingsplan")).to_be_in_viewport()
    # A phone opens the page anew after a while in the background.
    filtered = page.locator("[data-part=filtered]")
    told = filtered.text_content()
    page.reload()
    expect(filtered).to_have_text(str(told))
    expect(page.locator("[data-filter=phase]")).not_to_have_value("")
    page.get_by_role("button", name="Toon alle vragen").click()
    expect(page.locator("#actief")).to_be_visible()
    page.reload()
    page.locator(READY).wait_for()
    expect(filtered).to_be_empty()
    # The fold that was opened is open still.
    page.get_by_label("Alleen wat voor mij telt").check()
    expect(page.locator("[data-part=filtered]")).to_have_text("0 van de 66 vragen passen bij wat je koos.")


def test_beside_organisations(watched: Watched) -> None:
    """What is known stands beside the questions with its source, what is open in a mail; several can be compared."""
    know(watched.page)
    page = start(watched)
    page.get_by_role("searchbox", name="Zoek een organisatie").press_sequentially("ácm")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=providers-said]")).to_contain_text("Acme & zonen ligt nu naast de vragen.")
    answer = page.locator("#onderbouwing .vw-check__answer")
    expect(answer).to_have_text("Acme & zonen: Deels. Ze noemt <b>een</b> studie. bron 2")
    assert answer.get_by_role("link").last.get_attribute("href") == watched.base + "catalogus/acme/#_bron-2"
    expect(page.locator("#actief .vw-check__answer")).to_have_text("Acme & zonen: niet bekend, vraag het na")
    expect(page.locator("#waarover .vw-check__answer")).to_have_count(0)

    card = page.locator("[data-provider=acme]")
    expect(card).to_contain_text("6 vragen zijn nog open.")
    page.locator("#actief [data-said=ticked]").check()
    page.evaluate("location.hash = 'reden'")
    page.evaluate("location.hash = 'differentieren'")
    page.locator("#differentieren [data-said=matters]").check()
    drawn(page)
    expect(card).to_contain_text("6 vragen zijn nog open.")
    mail = unquote(str(card.get_by_role("link", name="Mail deze vragen").get_attribute("href")))
    assert mail.startswith("mailto:info@acme.be?subject=")
    assert "1. Leren de deelnemers hoe ze kunnen differentiëren?" in mail
    assert "Waarop steunen" not in mail
    assert "actief bezig" not in mail

    page.get_by_role("searchbox", name="Zoek een organisatie").fill("beta")
    page.get_by_role("button", name="Beta").click()
    expect(page.locator("[data-provider=beta]")).to_contain_text("Deze organisatie is gestopt.")
    assert not page.locator("[data-provider=beta]").get_by_role("link", name="Mail deze vragen").is_visible()
    compare = page.get_by_role("link", name="Vergelijk deze 2 organisaties")
    assert compare.get_attribute("href") == watched.base + "catalogus/vergelijk/#id=acme&id=beta"
    page.get_by_role("button", name="Haal weg Beta").click()
    expect(page.locator("[data-part=providers-said]")).to_be_focused()
    expect(page.locator("[data-provider]")).to_have_count(1)
    expect(page.locator("#actief .vw-check__answer")).to_have_count(1)
    assert [] == watched.complaints


def test_from_an_organisation(watched: Watched) -> None:
    """The page of an organisation leads to the checklist with that organisation beside it."""
    page = watched.open("catalogus/mediawijs/")
    page.get_by_role("link", name="Leg er je vragen naast").click()
    page.locator(READY).wait_for()
    expect(page.locator("[data-provider=mediawijs]")).to_be_visible()
    assert [] == watched.complaints


def test_organisations_that_changed(watched: Watched) -> None:
    """A renamed organisation leads on, one that is gone stays by name, and what did not come can be asked again."""
    page = watched.page
    know(page)
    names = {"vroeger": "Acme", "verdwenen": "Verdwenen vzw"}
    put(page, {DEVICE: text("own")} | {f"{KEY}provider/{one}": text({"name": name}) for one, name in names.items()})
    page.route("**/assets/comparison/0.json", lambda route: route.abort(), times=1)
    watched.open(PAGE + "#id=beta&id=onbekend")
    page.locator(READY).wait_for()
    expect(page.locator("[data-part=failed]")).to_be_visible()
    expect(page.locator("[data-part=chosen]")).to_contain_text("Verdwenen vzw")
    page.get_by_role("button", name="Probeer opnieuw").click()

    expect(page.locator("[data-provider=acme] h3")).to_have_text("Acme & zonen")
    gone = page.locator("[data-provider=verdwenen]")
    expect(gone).to_contain_text("Deze organisatie staat niet meer in de catalogus.")
    assert {"provider/acme", "provider/verdwenen"} <= set(stored(page))
    assert "provider/vroeger" not in stored(page)
    start(watched, PAGE + "?#id=beta&id=onbekend")
    expect(page.locator("[data-provider=beta]")).to_be_visible()
    expect(page.locator("[data-part=providers-said]")).to_contain_text("De organisatie in het adres staat niet in")
    assert page.url.endswith("#_organisaties")


def test_former_questions_and_emptying(watched: Watched) -> None:
    """A question that is no more is shown apart; emptying takes this checklist alone, and can be undone."""
    page = watched.page
    old = said("Is er koffie?", ticked=True, note="Ja & thee")
    other = {PREFIX + "checklist/andere/reden": text(said("x", ticked=True))}
    kept = {KEY + "koffie": text(old), KEY + "reden": text(said("Waarom eigenlijk?", matters=True))}
    put(page, {DEVICE: text("own"), **kept, **other, KEY + "doelen": text({"wrong": 1})})
    start(watched)
    former = page.get_by_role("region", name="Vragen die er niet meer zijn")
    expect(former.get_by_role("listitem")).to_have_text("Is er koffie?Aangevinkt.Ja & theeHaal weg Is er koffie?")
    expect(page.locator("#reden [data-slot=then]")).to_have_text("De vraag klonk toen anders: Waarom eigenlijk?")
    expect(page.locator("[data-keep=trouble]")).to_contain_text("Iets van wat bewaard was, is niet meer te lezen.")
    page.get_by_role("button", name="Maak deze checklist leeg").press("Enter")
    undo = page.get_by_role("button", name="Zet alles terug")
    expect(undo).to_be_focused()
    expect(former).to_be_hidden()
    assert [] == [one for one in stored(page) if "doelen" not in one]
    page.locator("#waarover [data-said=ticked]").check()
    undo.press("Enter")
    expect(page.locator("[data-part=reset-said]")).to_be_focused()
    expect(former).to_be_visible()
    assert {"koffie", "reden", "waarover"} <= set(stored(page))
    former.get_by_role("button", name="Haal weg").click()
    expect(former).to_be_hidden()
    assert "koffie" not in stored(page)
    assert PREFIX + "checklist/andere/reden" in page.evaluate("Object.keys(localStorage)")


def test_copy_in_a_file(watched: Watched, browser: Browser, base: str, tmp_path: Path) -> None:
    """A copy carries everything to another browser; what differs there is shown, and the person chooses."""
    know(watched.page)
    page = start(watched)
    page.locator("#waarover [data-said=ticked]").check()
    page.locator("#besproken summary").first.click()
    page.locator("#besproken").get_by_role("textbox").fill("An weet meer.")
    page.get_by_role("searchbox", name="Zoek een organisatie").fill("acme")
    page.get_by_role("button", name="Acme & zonen").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar een kopie").click()
    copy = tmp_path / "copy.json"
    download.value.save_as(copy)
    assert download.value.suggested_filename.startswith("checklist-")

    context = browser.new_context()
    other = Watched(context.new_page(), base)
    know(other.page)
    there = start(other)
    there.locator("#waarover summary").first.click()
    there.locator("#waarover").get_by_role("textbox").fill("Anders")
    there.locator("[data-keep=open]").set_input_files(copy)
    expect(there.locator("#besproken").get_by_role("textbox")).to_have_value("An weet meer.")
    expect(there.locator("[data-provider=acme]")).to_be_visible()
    choice = there.get_by_role("region", name="Wat houd je?")
    expect(choice).to_contain_text("Anders")
    choice.get_by_role("button", name="Neem over").click()
    expect(there.locator("#waarover [data-said=ticked]")).to_be_checked()
    expect(there.locator("#waarover").get_by_role("textbox")).to_have_value("")
    copy.write_text(copy.read_text(encoding="utf-8").replace("An weet meer", "An weet niets"), encoding="utf-8")
    there.locator("[data-keep=open]").set_input_files(copy)
    expect(there.locator("[data-keep=said]")).to_contain_text("veranderd")
    assert [] == watched.complaints + other.complaints
    context.close()


def test_blocked_storage(watched: Watched) -> None:
    """Where nothing can be kept, that is said, all goes on, and a copy holds what was typed a moment ago."""
    watched.page.add_init_script(BLOCKED)
    page = start(watched)
    page.locator("#besproken summary").first.click()
    page.locator("#besproken").get_by_role("textbox").fill("Nog niet bewaard")
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    expect(page.locator("[data-keep=trouble]")).to_be_visible()
    page.locator("#besproken").get_by_role("textbox").fill("Een notitie")
    with page.expect_download() as download:
        # Without leaving the field.
        page.get_by_role("button", name="Bewaar een kopie").first.dispatch_event("click")
    assert "Een notitie" in download.value.path().read_text(encoding="utf-8")
    expect(page.locator("#besproken").get_by_role("textbox")).to_have_value("Een notitie")


def test_paper(watched: Watched) -> None:
    """On paper: the core alone or everything, filled in or empty, with real boxes and nothing to click."""
    know(watched.page)
    page = start(watched, PAGE + "#id=acme")
    expect(page.locator("[data-provider]")).to_have_count(1)
    page.locator("#waarover [data-said=ticked]").check()
    page.locator("#besproken summary").first.click()
    page.locator("#besproken").get_by_role("textbox").fill("Een notitie\nvan twee regels")
    page.locator("#besproken").get_by_role("textbox").blur()
    page.evaluate(NO_PRINT)
    tool = page.locator("vw-checklist")
    page.get_by_label("Zonder wat ik invulde").check()
    page.get_by_role("button", name="Druk de kernvragen af").click()
    # On a phone the page goes on while the browser makes the sheets.
    expect(tool).to_have_attribute("data-print", "core")
    expect(tool).to_have_attribute("data-empty", "")
    page.evaluate(PRINTED)
    expect(tool).not_to_have_attribute("data-print", "core")
    page.get_by_label("Zonder wat ik invulde").uncheck()
    page.get_by_role("button", name="Druk alle vragen af").click()
    expect(tool).to_have_attribute("data-print", "all")
    expect(tool).not_to_have_attribute("data-empty", "")
    page.evaluate(PRINTED)

    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = page.locator("[data-question]:visible")
    width = "parseFloat(getComputedStyle(document.querySelector('#waarover [data-said=ticked]')).borderTopWidth)"
    assert 66 == shown.count()
    assert 0 == tool.locator(":is(button, select, textarea, summary:not(.vw-fold > summary)):visible").count()
    assert page.locator("#besproken").get_by_text("van twee regels").is_visible()
    assert page.locator("#onderbouwing .vw-check__answer").is_visible()
    assert page.evaluate(width) > 3
    page.evaluate("document.querySelector('vw-checklist').dataset.print = 'core'")
    assert 10 == shown.count()
    page.evaluate("document.querySelector('vw-checklist').dataset.empty = ''")
    assert page.evaluate(width) < 3
    assert not page.locator("#onderbouwing .vw-check__answer").is_visible()
    assert "rgba(0, 0, 0, 0)" == page.evaluate(
        "getComputedStyle(document.querySelector('#besproken [data-slot=noted]')).color"
    )


def test_same_requests_and_small_modules(browser: Browser, base: str, site: BuiltSite) -> None:
    """What somebody ticks and chooses asks for nothing, and the tool's own modules take at most 15 kB compressed."""
    logs = []
    for question, name in (("waarover", "Mediawijs"), ("actief", "")):
        context = browser.new_context()
        one = Watched(context.new_page(), base)
        page = start(one)
        page.locator(f"#{question} [data-said=ticked]").check()
        page.get_by_role("button", name="Ja, bewaar het hier").click()
        if name:
            page.get_by_role("searchbox", name="Zoek een organisatie").fill(name)
            page.get_by_role("button", name=name, exact=True).click()
            expect(page.locator("[data-provider]")).to_have_count(1)
        start(one)
        page.wait_for_load_state("networkidle")
        logs.append(sorted(one.requests))
        context.close()
    own = [url for url in set(logs[0]) if url.endswith(".js") and "checklist" in url]
    modules = b"".join((site.folder / url.removeprefix(base)).read_bytes() for url in sorted(own))

    assert logs[0] == logs[1]
    assert 6 == len(own)
    assert len(gzip.compress(modules, 9)) <= 15_000


def test_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts every question can be read, ticked and printed; nothing that needs one is shown."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base + PAGE)
    page.locator("#waarover [data-said=ticked]").check()
    page.locator(".vw-fold > summary").nth(1).click()

    assert page.locator("#reden").is_visible()
    assert 0 == page.locator("vw-checklist :is(textarea, select, [type=search], [type=file]):visible").count()
    assert 0 == page.locator("[data-said=matters]:visible").count()
    page.emulate_media(media="print")
    assert page.locator("#effect").is_visible()
    page.close()


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_accessible(browser: Browser, base: str, scheme: Any, width: int) -> None:
    """In its states the tool breaks no WCAG rule and fits on 320 px."""
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    put(page, {DEVICE: text("own"), KEY + "koffie": text(said("Is er koffie?", ticked=True))})
    page.goto(base + PAGE + "#id=mediawijs&id=vad")
    expect(page.locator("[data-provider=vad] [data-ask=text]")).to_have_count(1)
    page.locator("#besproken summary").first.click()
    page.locator("#besproken").get_by_role("textbox").fill("Een notitie")
    page.locator("#besproken [data-said=matters]").check()
    page.get_by_text("Toon een deel van de vragen").click()
    page.get_by_label("Vragen aan", exact=True).select_option("de aanbieder")
    page.get_by_role("searchbox", name="Zoek een organisatie").fill("vla")
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    expect(page.locator("[data-part=names] button").first).to_be_visible()
    page.get_by_role("button", name="Haal weg Is er koffie?").focus()
    broken = axe_violations(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert [] == broken
