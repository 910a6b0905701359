"""The guide for a talk with a team as a tool."""

import gzip
import json
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import NO_PRINT, PRINTED, Watched, drawn, loaded
from tests.browser.test_gates import LOOKS, axe_violations
from tests.browser.test_storage import BLOCKED
from tests.built_site import BuiltSite

ADDRESS = "teamgesprek/schoolleider/"
PREFIX = "vormingswijzer/agenda/schoolleider"
READY = "vw-agenda[data-ready]"
FIRST = "Vragen van de leraren"
READY_AGENDA = "Begin met deze agenda Wat vinden wij belangrijk, en wat vraagt dat van ict?"
NOTE = "Alleen voor mij: Jan komt later."


def start(watched: Watched, address: str = ADDRESS) -> Page:
    """Opens the guide and waits for its script."""
    page = watched.open(address)
    page.locator(READY).wait_for()
    return page


def begin(watched: Watched) -> Page:
    """Begins with the first ready agenda, on an own device."""
    page = start(watched)
    page.get_by_role("button", name=READY_AGENDA).click()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    return page


def titles(page: Page) -> list[str]:
    """Gives the titles of the items, in order."""
    drawn(page)
    found: list[str] = page.locator(".vw-talk__item").evaluate_all(
        "items => items.map((item) => item.querySelector('h3')?.textContent ?? item.querySelector('textarea').value)"
    )
    return found


def stored(page: Page, storage: str = "localStorage") -> dict[str, Any]:
    """Gives what a storage holds, without the times."""
    texts = page.evaluate(f"Object.fromEntries(Object.entries({storage}))")
    return {key: json.loads(text)["value"] for key, text in texts.items()}


def item(page: Page, number: int) -> Locator:
    """Gives an item of the agenda, counted from 1."""
    return page.locator(".vw-talk__item").nth(number - 1)


def topic(page: Page, anchor: str) -> Locator:
    """Gives the part of the guide about a topic."""
    return page.locator(".vw-topic", has=page.locator(f"#{anchor}"))


def said(page: Page) -> Locator:
    """Gives where the tool says what happened."""
    return page.locator("[data-part=said]")


def test_own_way_by_keyboard(watched: Watched) -> None:
    """A ready agenda is changed with nothing but the keyboard, and found again as it was left."""
    page = start(watched)
    page.get_by_role("button", name=READY_AGENDA).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Jouw agenda")).to_be_focused()
    assert {} == stored(page)
    page.get_by_role("button", name="Ja, bewaar het hier").press("Enter")
    before = titles(page)
    expect(item(page, 1).get_by_role("heading")).to_have_text(FIRST)
    expect(item(page, 1).get_by_role("button", name="Lager")).to_have_count(0)
    expect(item(page, 1).get_by_role("textbox", name="Titel")).to_have_count(0)

    down = page.get_by_role("button", name="Lager: Drie waarden kiezen")
    down.press("Enter")
    expect(said(page)).to_have_text("'Drie waarden kiezen' is nu punt 3.")
    expect(down).to_be_focused()
    up = page.get_by_role("button", name="Hoger: Van waarde naar les")
    up.press("Enter")
    assert [before[0], before[2], before[1], *before[3:]] == titles(page), "nothing goes above the first"
    drawn(page)
    numbers = "all => all.map((one) => getComputedStyle(one, '::before').content.split(' ')[0])"
    assert ['"1"', '"2"', '"3"', '"4"', '"5"'] == page.locator(".vw-talk__item").evaluate_all(numbers)
    up = page.get_by_role("button", name="Hoger: Wie dreigt niet mee te kunnen?")
    up.press("Enter")
    expect(said(page)).to_have_text("'Wie dreigt niet mee te kunnen?' is nu punt 3.")
    expect(up).to_be_focused()
    page.get_by_role("button", name="Lager: Wie dreigt niet mee te kunnen?").press("Enter")

    page.get_by_role("button", name="Haal weg: Eén doel afspreken").press("Enter")
    expect(page.get_by_role("button", name="Maak ongedaan")).to_be_focused()
    assert 4 == len(titles(page))
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Alles staat weer zoals het was.")
    expect(page.locator("[data-part=total]")).to_have_text("Samen 45 minuten. Dat past precies in je tijd.")
    item(page, 2).get_by_role("spinbutton").fill("300")
    page.keyboard.press("Tab")
    expect(item(page, 2).get_by_role("spinbutton")).to_have_value("240")
    item(page, 2).get_by_role("spinbutton").fill("4")
    expect(page.locator("[data-part=total]")).to_have_text("Samen 35 minuten. Je hebt 45 minuten: nog 10 over.")
    page.get_by_label("Een eigen punt").press_sequentially("Rondvraag")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Een eigen punt")).to_be_focused()
    item(page, 6).get_by_role("textbox", name="Titel").fill("Rondvraag\nen slot")
    page.get_by_label("Minuten die je hebt").fill("40")
    page.get_by_label("Begint om").fill("15:30")
    page.get_by_label("Dag", exact=True).fill("2026-12-01")
    page.get_by_label("Doel: waar sta je na afloop?").fill("Eén afspraak.")
    item(page, 6).locator("summary").press("Enter")
    item(page, 6).get_by_label("Notities").fill(NOTE)
    page.keyboard.press("Tab")
    expect(page.locator("[data-part=total]")).to_have_text("Samen 45 minuten. Je hebt 40 minuten: 5 te veel.")
    expect(item(page, 6).locator("[data-slot=time]")).to_have_text("16.05–16.15 uur")

    page.reload()
    page.locator(READY).wait_for()
    assert [before[0], before[2], before[1], *before[3:], "Rondvraag en slot"] == titles(page)
    expect(page.get_by_label("Doel: waar sta je na afloop?")).to_have_value("Eén afspraak.")
    expect(item(page, 6).get_by_label("Notities")).to_have_value(NOTE)
    kept = stored(page)
    head = kept[PREFIX]
    assert ("2026-12-01", "15:30", 40) == (head["date"], head["start"], head["minutes"])
    assert {"vormingswijzer/device", PREFIX, *(f"{PREFIX}/item/{one}" for one in head["items"])} == set(kept)
    page.get_by_role("button", name="Wis deze agenda").click()
    assert {"vormingswijzer/device"} == set(stored(page))
    page.get_by_role("button", name="Maak ongedaan").click()
    assert kept == stored(page)
    assert [] == watched.complaints


def test_a_press_is_kept_at_once(watched: Watched) -> None:
    """What a press means is kept before anything is drawn: who closes the page right after it loses nothing."""
    page = begin(watched)
    before = stored(page)[PREFIX]["items"]
    after = page.evaluate(
        """(key) => {
          document.querySelector("[data-step='1']").click();
          [...document.querySelectorAll("[data-prompt]")].at(-1).click();
          return JSON.parse(localStorage.getItem(key)).value.items;
        }""",
        PREFIX,
    )

    assert [before[0], before[2], before[1]] == after[:3]
    assert len(before) + 1 == len(after)
    expect(page.locator(".vw-talk__item")).to_have_count(len(after))


def test_a_press_on_a_slow_device(watched: Watched) -> None:
    """Who presses on before a press is drawn keeps the focus, and hears last what was pressed last."""
    page = begin(watched)
    before = titles(page)
    page.evaluate(
        """() => {
          document.querySelector("[data-step='1']").click();
          document.querySelectorAll("[data-drop]")[2].click();
        }"""
    )

    assert [before[0], before[2], before[1], before[4]] == titles(page)
    expect(said(page)).to_have_text(f"'{before[3]}' is van de agenda gehaald.")
    expect(page.get_by_role("button", name="Maak ongedaan")).to_be_focused()
    # What came after a removal can no longer be taken back with it.
    page.evaluate(
        """() => {
          [...document.querySelectorAll("[data-prompt]")].at(-1).click();
          document.querySelector("[data-part=undo]").click();
        }"""
    )
    drawn(page)
    expect(page.locator("[data-part=undo]")).to_be_hidden()
    expect(page.locator("[data-prompt]").last).to_be_checked()
    expect(said(page)).to_contain_text("staat op je agenda.")


def test_out_of_the_guide(watched: Watched) -> None:
    """Topics fold by theme and stay findable; their prompts go on the agenda and off it, beside one's own."""
    page = start(watched)
    page.get_by_role("checkbox", name="Gelijke kansen").check()
    expect(page.locator("[data-part=filter-said]")).to_have_text("2 van 13 onderwerpen staan open.")
    expect(topic(page, "o-1-2").locator("[data-prompt]").first).to_be_visible()
    expect(topic(page, "o-1-1").locator("[data-prompt]").first).to_be_hidden()
    expect(page.locator("#o-1-1")).to_be_visible()
    page.evaluate("location.hash = '#o-1-1'")
    expect(topic(page, "o-1-1").locator("[data-prompt]").first).to_be_visible()
    page.get_by_role("button", name="Toon dit onderwerp Wat er nodig").click()
    expect(topic(page, "o-2-1").locator("[data-prompt]").first).to_be_visible()
    page.get_by_role("checkbox", name="Leren en onderwijsvisie").check()
    expect(page.locator("[data-part=filter-said]")).to_have_text("1 van 13 onderwerpen staan open.")
    # A phone opens the page anew after a while in the background; an address still opens its topic.
    page.reload()
    expect(page.locator("[data-part=filter-said]")).to_have_text("1 van 13 onderwerpen staan open.")
    expect(topic(page, "o-1-1").locator("[data-prompt]").first).to_be_visible()
    expect(topic(page, "o-2-1").locator("[data-prompt]").first).to_be_hidden()
    page.get_by_role("button", name="Toon alles").click()
    expect(page.locator(".vw-topic[data-folded]")).to_have_count(0)

    boxes = topic(page, "o-2-4").get_by_role("checkbox")
    prompts = [str(text) for text in topic(page, "o-2-4").locator(".vw-prompts li").all_inner_texts()]
    boxes.nth(2).check()
    boxes.nth(0).check()
    assert [FIRST, "Het team leiden naar meer digitale geletterdheid"] == titles(page)
    shown = item(page, 2).locator("[data-at] [data-slot=text]")
    assert [prompts[2], prompts[0]] == shown.all_inner_texts()
    item(page, 2).get_by_role("button", name=f"Hoger: {prompts[0]}").press("Enter")
    assert [prompts[0], prompts[2]] == shown.all_inner_texts()
    expect(item(page, 2).get_by_role("button", name=f"Hoger: {prompts[0]}")).to_be_focused()
    item(page, 2).locator("summary").click()
    item(page, 2).get_by_label("Een eigen vraag").fill("Wat doen <b>wij</b> morgen?")
    page.keyboard.press("Enter")
    assert [prompts[0], prompts[2], "Wat doen <b>wij</b> morgen?"] == shown.all_inner_texts()
    topic(page, "o-2-4").get_by_role("button", name="Neem alle vragen").click()
    drawn(page)
    assert [True] * len(prompts) == [box.is_checked() for box in boxes.all()]
    assert len(prompts) + 1 == shown.count()
    item(page, 2).get_by_role("button", name=f"Haal weg: {prompts[1]}").click()
    expect(boxes.nth(1)).not_to_be_checked()
    for box in boxes.all():
        box.uncheck()
    drawn(page)
    assert ["Wat doen <b>wij</b> morgen?"] == shown.all_inner_texts()
    assert [] == watched.complaints


def test_on_the_wall(watched: Watched) -> None:
    """The facilitator's view shows one prompt at a time, never a note, and says without sound when time is up."""
    watched.page.clock.install(time="2026-11-22T12:00:00")
    page = begin(watched)
    # From here no second passes but those of this test.
    page.clock.pause_at("2026-11-22T13:00:00")
    item(page, 1).locator("summary").click()
    item(page, 1).get_by_label("Notities").fill(NOTE)
    item(page, 1).get_by_label("Een eigen vraag").fill("En wat nog?")
    item(page, 1).get_by_role("button", name="Voeg de vraag toe").click()
    opener = page.get_by_role("button", name="Toon op het scherm")
    opener.press("Enter")
    wall = page.get_by_role("dialog", name="Scherm voor het overleg")
    where, clock, over = (wall.locator(f"[data-wall={name}]") for name in ("where", "clock", "over"))
    expect(wall.get_by_role("listitem")).to_have_count(5)
    page.keyboard.press("Enter")
    expect(where).to_have_text("Punt 1 van 5, vraag 1 van 2")
    expect(clock).to_have_text("Nog 8:00")
    wall.get_by_role("button", name="Start de tijd").click()
    page.clock.run_for(61_000)
    expect(clock).to_have_text("Nog 6:59")
    page.keyboard.press("PageDown")
    expect(wall.locator("[data-wall=prompt]")).to_have_text("En wat nog?")
    assert NOTE not in wall.inner_text()
    expect(over).to_be_hidden()
    page.clock.run_for(420_000)
    expect(over).to_have_text("De tijd voor dit punt is om.")
    expect(clock).to_have_text("0:01 over tijd")
    page.keyboard.press("ArrowRight")
    expect(where).to_have_text("Punt 2 van 5")
    expect(over).to_be_hidden()
    page.emulate_media(reduced_motion="reduce")
    page.clock.run_for(30_000)
    expect(clock).to_have_text("Nog 9 min.")
    page.keyboard.press("End")
    expect(wall.get_by_role("button", name="Volgende")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    expect(where).to_have_text("Wat we gaan doen")
    page.keyboard.press("Escape")
    expect(wall).to_be_hidden()
    expect(opener).to_be_focused()
    assert [] == watched.complaints


def download(page: Page, button: str) -> tuple[str, str]:
    """Presses a button that gives a file; gives its name and its text."""
    with page.expect_download() as found:
        page.get_by_role("button", name=button, exact=True).click()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes().decode()


def link_of(page: Page) -> str:
    """Gives the link with the whole agenda."""
    page.locator("[data-part=linking] summary").click()
    expect(page.locator("[data-part=link]")).to_contain_text("#agenda=")
    return page.locator("[data-part=link]").inner_text()


def test_given_to_others(watched: Watched, context: BrowserContext, browser: Browser, base: str) -> None:
    """A calendar, a text and a link hold the agenda; the link shows it elsewhere, and keeps nothing unasked."""
    page = begin(watched)
    page.get_by_role("button", name="Zet in je kalender").click()
    expect(page.locator("[data-part=acts-said]")).to_have_text("Kies eerst een dag voor je overleg.")
    expect(page.get_by_label("Dag", exact=True)).to_be_focused()
    page.get_by_label("Dag", exact=True).fill("2026-12-01")
    page.get_by_label("Begint om").fill("15:30")
    name, text = download(page, "Zet in je kalender")
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert "teamgesprek-2026-12-01.ics" == name
    assert "2026-12-01T15:30:00+01:00" == event["DTSTART"].dt.isoformat()
    assert 45 * 60 == event["DURATION"].dt.total_seconds()
    assert "\n2. Drie waarden kiezen (9 minuten)\n" in str(event["DESCRIPTION"])
    name, text = download(page, "Bewaar als tekst")
    assert "teamgesprek-2026-12-01.md" == name
    assert f"\n## 1. {FIRST} (15.30–15.38 uur, 8 minuten)\n" in text
    page.locator("[data-part=copying] summary").click()
    expect(page.locator("[data-part=text]")).not_to_be_empty()
    assert text.strip() == page.locator("[data-part=text]").inner_text().strip()
    link = link_of(page)
    expect(page.locator("[data-part=link-said]")).to_have_text(f"Deze link is {len(link)} tekens lang.")

    other = browser.new_context()
    there = Watched(other.new_page(), base)
    there.page.goto(link)
    expect(there.page.locator("#_gekregen")).to_be_focused()
    assert base + ADDRESS == there.page.url
    assert {} == stored(there.page) == stored(there.page, "sessionStorage")
    expect(there.page.locator("[data-part=preview]")).to_contain_text("Eén doel afspreken")
    expect(there.page.locator("[data-part=own]")).to_be_hidden()
    there.page.get_by_role("button", name="Toon op het scherm").click()
    there.page.keyboard.press("Escape")
    there.page.get_by_role("button", name="Bewaar en pas aan").click()
    expect(there.page.get_by_role("heading", name="Jouw agenda")).to_be_focused()
    assert titles(page) == titles(there.page)
    there.page.get_by_label("Waarover gaat het overleg?").fill("Anders")
    there.page.goto(link)
    there.page.get_by_role("button", name="Bewaar en pas aan").click()
    expect(there.page.get_by_role("button", name="Laat dit staan")).to_be_focused()
    expect(there.page.get_by_label("Waarover gaat het overleg?")).to_have_value("Anders")
    there.page.get_by_role("button", name="Neem over uit de kopie", exact=False).first.click()
    expect(there.page.get_by_label("Waarover gaat het overleg?")).to_have_value(
        "Wat vinden wij belangrijk, en wat vraagt dat van ict?"
    )
    for broken, words in (
        (link[:-9], "Van deze link ontbreekt een stuk"),
        (link[:-9] + "AAAAAAAAA", "Deze link is onderweg veranderd"),
        (base + ADDRESS + "#agenda=onzin", "Dit is geen link met een agenda"),
    ):
        there.page.goto(broken)
        expect(there.page.locator("[data-part=bad-link]")).to_contain_text(words)
        expect(there.page.locator("[data-part=own]")).to_be_visible()
    assert [] == watched.complaints + there.complaints
    assert [] == [url for url in there.requests if "agenda=" in url.partition("#")[0]]
    other.close()


def event_of(page: Page) -> Any:
    """Gives the talk as a calendar gets it."""
    (event,) = Calendar.from_ical(download(page, "Zet in je kalender")[1]).walk("VEVENT")
    return event


def known(page: Page) -> tuple[str, int, str]:
    """Gives by what name a calendar knows the talk, how new it is, and its day."""
    event = event_of(page)
    return str(event["UID"]), event["SEQUENCE"], f"{event['DTSTART'].dt:%Y-%m-%d}"


def test_one_entry_in_a_calendar(watched: Watched, context: BrowserContext, browser: Browser, base: str) -> None:
    """A talk that changes stays one entry of a calendar, here, in a link and in a copy; another is another."""
    page = begin(watched)
    page.clock.set_fixed_time("2026-11-30T12:00:00Z")
    day = page.get_by_label("Dag", exact=True)
    day.fill("2026-12-01")
    first = known(page)
    assert first == known(page), "what did not change is no newer"
    day.fill("2026-12-02")
    moved = known(page)
    assert (first[0], "2026-12-02") == (moved[0], moved[2])
    assert moved[1] > first[1]
    page.get_by_role("button", name="Haal weg: Eén doel afspreken").click()
    shorter = known(page)
    page.get_by_role("button", name="Maak ongedaan").click()
    again = known(page)
    assert first[0] == shorter[0] == again[0]
    assert again[1] > shorter[1] > moved[1], "what was undone is newer than what went before"
    page.reload()
    assert again == known(page)

    copy = download(page, "Bewaar een kopie")[1]
    for way in ("link", "copy"):
        other = browser.new_context()
        there = Watched(other.new_page(), base)
        if way == "link":
            there.page.goto(link_of(page))
            there.page.get_by_role("button", name="Bewaar en pas aan").click()
        else:
            start(there).locator("[data-keep=open]").set_input_files(
                {"name": "a.json", "mimeType": "text/plain", "buffer": copy.encode()}
            )
        there.page.get_by_label("Dag", exact=True).fill("2026-12-03")
        elsewhere = known(there.page)
        assert (first[0], "2026-12-03") == (elsewhere[0], elsewhere[2])
        assert elsewhere[1] > again[1]
        other.close()

    page.get_by_role("button", name=READY_AGENDA).click()
    day.fill("2026-12-02")
    page.get_by_label("Begint om").fill("15:30")
    assert known(page)[0] != first[0]
    page.get_by_label("Een eigen punt").fill("Rondvraag")
    page.get_by_label("Een eigen punt").press("Enter")
    assert 55 * 60 == event_of(page)["DURATION"].dt.total_seconds(), "as long as its points, whatever time there is"
    expect(page.get_by_label("Minuten die je hebt")).to_have_value("45")


def test_an_agenda_from_before(watched: Watched, browser: Browser, base: str) -> None:
    """An agenda that was kept before calendars knew it by a name is read as it was, and gets a name that stays."""
    page = begin(watched)
    page.get_by_label("Dag", exact=True).fill("2026-12-01")
    page.get_by_label("Dag", exact=True).blur()
    expect(page.locator("[data-part=linking]")).to_be_visible()
    page.evaluate(
        """(key) => {
          const entry = JSON.parse(localStorage.getItem(key));
          delete entry.value.calendar;
          localStorage.setItem(key, JSON.stringify(entry));
        }""",
        PREFIX,
    )
    page.reload()
    page.locator(READY).wait_for()
    assert "calendar" not in stored(page)[PREFIX]
    link = link_of(page)
    first = known(page)
    page.get_by_label("Dag", exact=True).fill("2026-12-02")
    assert first[0] == known(page)[0]
    other = browser.new_context()
    there = Watched(other.new_page(), base)
    there.page.goto(link)
    expect(there.page.locator("#_gekregen")).to_be_focused()
    assert first[0] == known(there.page)[0]
    other.close()


def test_far_days(watched: Watched) -> None:
    """A day of another century is told at the field once somebody leaves it, and comes in no calendar."""
    page = begin(watched)
    day = page.get_by_label("Dag", exact=True)
    told = page.locator("#_fout-dag")
    for far in ("9999-12-31", "2100-01-01", "1999-12-31", "0001-01-01"):
        day.fill("2026-12-01")
        day.fill(far)
        expect(told).to_be_hidden()
        page.keyboard.press("Shift+Tab")
        expect(told).to_have_text("Kies een dag tussen 2000 en 2099.")
        expect(day).to_have_attribute("aria-invalid", "true")
        expect(day).to_have_value(far)
        assert None is stored(page)[PREFIX]["date"]
    page.get_by_role("button", name="Zet in je kalender").click()
    expect(page.locator("[data-part=acts-said]")).to_have_text("Kies eerst een dag voor je overleg.")
    expect(day).to_be_focused()
    # A year is typed sign by sign, through years of long ago.
    day.fill("")
    day.press("ArrowLeft")
    day.press_sequentially("02122026" if page.evaluate("navigator.language").startswith("nl") else "12022026")
    expect(day).to_have_value("2026-12-02")
    day.blur()
    expect(told).to_be_hidden()
    expect(day).to_have_attribute("aria-invalid", "false")
    assert "2026-12-02" == stored(page)[PREFIX]["date"]
    # One that was kept before such days were refused is shown, told, and goes nowhere.
    page.evaluate(
        "(key) => localStorage.setItem(key, localStorage.getItem(key).replace('2026-12-02', '9999-12-31'))", PREFIX
    )
    page.reload()
    expect(day).to_have_value("9999-12-31")
    expect(told).to_be_visible()
    page.get_by_role("button", name="Zet in je kalender").click()
    expect(page.locator("[data-part=acts-said]")).to_have_text("Kies een dag tussen 2000 en 2099.")


def test_too_long_for_a_link(watched: Watched) -> None:
    """Of an agenda that does not fit in a link the notes stay behind, or all of it, and that is said."""
    page = begin(watched)
    noise = (
        "Array.from(crypto.getRandomValues(new Uint8Array(1500)), (one) => String.fromCharCode(97 + one % 26)).join('')"
    )
    for number in (2, 3, 4, 5):
        item(page, number).locator("summary").click()
        for field in ("Notities",):
            item(page, number).get_by_label(field).fill(page.evaluate(noise) + page.evaluate(noise)[:500])
    link = link_of(page)
    said_of = page.locator("[data-part=link-said]")
    expect(said_of).to_contain_text("gaan ze niet mee")
    assert len(link) < 4000
    for _ in range(19):
        field = item(page, 1).get_by_label("Een eigen vraag")
        if not field.is_visible():
            item(page, 1).locator("summary").click()
        field.fill(page.evaluate(noise)[:500])
        field.press("Enter")
    expect(said_of).to_contain_text("Deze agenda past niet in een link")
    expect(page.locator("[data-part=link]")).to_be_hidden()


def test_files_tabs_and_faults(watched: Watched, context: BrowserContext, browser: Browser, base: str) -> None:
    """A copy goes to another browser; another tab follows; what is broken is said, and nothing is lost."""
    page = begin(watched)
    name, text = download(page, "Bewaar een kopie")
    assert name.startswith("teamgesprek-")
    second = Watched(context.new_page(), base)
    start(second)
    assert titles(page) == titles(second.page)
    page.get_by_role("button", name="Lager: Drie waarden kiezen").click()
    expect(second.page.locator(".vw-talk__item textarea[data-item=title]").first).to_have_value("Van waarde naar les")
    second.page.get_by_role("button", name="Haal weg: Eén doel afspreken").click()
    expect(page.locator(".vw-talk__item")).to_have_count(4)
    item(second.page, 2).locator("summary").click()
    item(second.page, 2).get_by_label("Notities").fill(NOTE)
    item(second.page, 2).get_by_label("Notities").blur()
    drawn(page)
    item(page, 2).locator("summary").click()
    expect(item(page, 2).get_by_label("Notities")).to_have_value(NOTE)

    page.locator("[data-keep=open]").set_input_files(
        {"name": "a.json", "mimeType": "text/plain", "buffer": text.encode()}
    )
    expect(page.locator("[data-keep=said]")).to_contain_text("Eén ding is in de kopie anders.")
    assert 4 == len(titles(page))
    page.get_by_role("button", name="Laat dit staan").click()

    second.page.close()
    # One item cannot be read any more.
    page.evaluate(f'localStorage.setItem(\'{PREFIX}/item/1.1\', \'{{"v":1,"at":1,"value":{{"title":7}}}}\')')
    page.reload()
    page.locator(READY).wait_for()
    expect(page.locator("[data-keep=trouble]")).to_contain_text("niet meer te lezen")
    assert 3 == len(titles(page))
    expect(item(page, 1).get_by_role("heading")).to_have_text(FIRST)

    blocked = browser.new_context()
    there = Watched(blocked.new_page(), base)
    there.page.add_init_script(BLOCKED)
    start(there)
    there.page.locator("[data-keep=open]").set_input_files(
        {"name": "a.json", "mimeType": "text/plain", "buffer": text.encode()}
    )
    expect(there.page.locator("[data-keep=said]")).to_contain_text("Eén ding toegevoegd.")
    expect(item(there.page, 1).get_by_role("spinbutton")).to_have_value("8")
    there.page.get_by_role("button", name="Ja, bewaar het hier").click()
    expect(there.page.locator("[data-keep=trouble]")).to_contain_text("laat niet toe")
    assert 5 == len(titles(there.page))
    blocked.close()
    assert [] == watched.complaints + second.complaints + there.complaints


def test_on_paper(watched: Watched) -> None:
    """The agenda is printed with its notes, the hand-out without; then the page is as it was."""
    watched.page.add_init_script(NO_PRINT)
    page = begin(watched)
    item(page, 2).locator("summary").click()
    item(page, 2).get_by_label("Notities").fill(NOTE)
    page.emulate_media(media="print")
    shown = {}
    for name in ("print-agenda", "print-handout"):
        page.locator(f"[data-part={name}]").dispatch_event("click")
        shown[name] = page.inner_text("body")
        expect(page.locator("main")).to_be_hidden()
        expect(page.locator(".vw-talkpaper")).to_be_visible()
        page.evaluate(PRINTED)
        expect(page.locator(".vw-talkpaper")).to_have_count(0)
    expect(page.locator(".vw-talk__own")).to_be_hidden()
    expect(page.locator("#_agendas")).to_be_visible()

    assert all("Eén doel afspreken" in text and FIRST in text for text in shown.values())
    assert NOTE in shown["print-agenda"]
    assert NOTE not in shown["print-handout"]
    assert [] == watched.complaints


def test_choices_ask_for_nothing(browser: Browser, base: str, site: BuiltSite) -> None:
    """Two people with other agendas make the same requests, for at most 15 kB of scripts of the tool's own."""
    logs = []
    for play in (0, 1):
        context = browser.new_context()
        watched = Watched(context.new_page(), base)
        page = loaded(start(watched))
        page.get_by_role("button", name="Begin met deze agenda").nth(play).click()
        page.get_by_role("button", name="Ja, bewaar het hier").click()
        if play:
            page.locator("[data-prompt]").nth(20).check()
            page.get_by_role("button", name="Toon op het scherm").click()
            page.keyboard.press("Escape")
            page.get_by_role("button", name="Bewaar als tekst").click()
        page.reload()
        page.locator(READY).wait_for()
        loaded(page).wait_for_load_state("networkidle")
        logs.append(sorted(url for url in watched.requests if not url.startswith("blob:")))
        assert [] == watched.complaints
        context.close()
    scripts = {url.removeprefix(base) for url in logs[0] if url.endswith(".js")}
    own = [name for name in scripts if any(part in name for part in ("agenda", "calendar.js", "timer.js"))]
    modules = b"".join((site.folder / name).read_bytes() for name in sorted(own))

    assert logs[0] == logs[1]
    assert 11 < len(own)
    assert len(gzip.compress(modules, 9)) <= 15_000


def test_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts the guide is what it was, and says what needs them."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base + ADDRESS)

    expect(page.locator("[data-part=no-script]")).to_be_visible()
    expect(page.locator("[data-how]")).to_have_count(15)
    expect(page.locator("vw-agenda button:visible, vw-agenda input:visible, vw-agenda textarea:visible")).to_have_count(
        0
    )
    page.close()


def test_accessible_states(browser: Browser, base: str) -> None:
    """No state of the tool breaks a WCAG 2.2 A or AA rule, or is wider than 320 px."""
    broken: dict[str, object] = {}
    for scheme, width in LOOKS:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
        )
        watched = Watched(context.new_page(), base)
        page = begin(watched)
        page.get_by_role("checkbox", name="Veiligheid").check()
        topic(page, "o-1-2").get_by_role("button", name="Neem alle vragen").click()
        page.get_by_role("button", name="Haal weg: Drie waarden kiezen").click()
        item(page, 2).locator("summary").click()
        page.get_by_label("Minuten die je hebt").fill("10")
        link = link_of(page)
        page.locator("[data-part=copying] summary").click()
        states = {"agenda": "0", "wall": "document.querySelector('[data-part=show-wall]').click()"}
        for state, code in states.items():
            page.evaluate(code)
            if state == "wall":
                page.keyboard.press("ArrowRight")
            if found := axe_violations(page):
                broken[f"{state} {scheme}"] = found
            page.set_viewport_size({"width": 320, "height": 640})
            wide = page.evaluate(
                "Math.max(document.documentElement.scrollWidth, document.querySelector('dialog').scrollWidth)"
            )
            if wide > 320:
                broken[f"{state} {scheme} 320"] = wide
            page.set_viewport_size({"width": width, "height": 900})
        page.keyboard.press("Escape")
        page.evaluate("localStorage.clear()")
        page.goto("about:blank")
        page.goto(link)
        expect(page.locator("#_gekregen")).to_be_focused()
        if found := axe_violations(page):
            broken[f"shared {scheme}"] = found
        assert [] == watched.complaints
        context.close()

    assert {} == broken
