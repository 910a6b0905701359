"""The plan: what was kept, put together, filled in, and taken along."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Download, Locator, Page, Route, expect

from tests.browser.conftest import PRINTED, Watched, drawn, loaded, sheets
from tests.browser.test_gates import LOOKS, axe_violations
from tests.browser.test_report import MOMENT
from tests.built_site import BuiltSite
from tests.client.conftest import PREFIX, text
from tests.files import all_files

PLAN = "plan/"
DATA = "**/assets/comparison/*.json"
ROUND = "round/2026-11-22-1"
STEP = {"title": "", "phase": None, "from": None, "date": None, "owner": "", "state": "open", "note": "", "order": 1}
OFFER = {"title": "Oude titel", "by": "Oude naam", "state": "saved", "note": ""}

Kept = dict[str, Any]

TALK: Kept = {
    "agenda/schoolleider": {
        "title": "Wat willen we leren?",
        "goal": "Weten waar we beginnen.",
        "date": "2026-12-08",
        "start": "15:30",
        "minutes": 45,
        "items": ["leraren", "1.1"],
    },
    "agenda/schoolleider/item/leraren": {
        "topic": None,
        "title": "Vragen van de leraren",
        "prompts": [],
        "minutes": 15,
        "notes": "",
    },
    "agenda/schoolleider/item/1.1": {
        "topic": "1.1",
        "title": "Wat kunnen we al?",
        "prompts": ["Waar ben je trots op?"],
        "minutes": 30,
        "notes": "",
    },
}

FULL: Kept = {
    "plan/kind": "team",
    "plan/about/name": "De Wijzer",
    "plan/about/goals": "Iedereen kan een digitale toets maken.",
    "plan/priority/1.1": {"title": "oud", "order": 1},
    "plan/priority/eigen-a": {"title": "Samen <b>plannen</b>", "order": 2},
    "plan/offer/weg/cursus": {**OFFER, "note": "Bel <i>Els</i>."},
    "plan/step/a": {**STEP, "title": "Startvergadering", "date": "2026-12-01", "owner": "directie", "from": "i-learn"},
    "plan/step/b": {**STEP, "title": "Rondvraag", "date": "2026-11-02", "order": 2},
    "plan/step/c": {**STEP, "title": "Proefles", "state": "done", "order": 3},
    "checklist/kies-je-nascholing/nascholingsplan": {
        "text": "Staat je wens in het nascholingsplan?",
        "ticked": True,
        "matters": True,
        "note": "Vraag het Els.",
    },
    "checklist/kies-je-nascholing/provider/weg": {"name": "Weg vzw"},
    **TALK,
}


def ready(page: Page) -> Page:
    """Waits until the plan is drawn."""
    page.locator("vw-plan[data-ready]").wait_for(state="attached")
    return page


def keep(page: Page, kept: Kept) -> Page:
    """Writes things as the tools keep them, on somebody's own device, and opens the page anew."""
    texts = {PREFIX + key: text(value) for key, value in {"device": "own", **kept}.items()}
    page.evaluate(
        "(texts) => { for (const [key, one] of Object.entries(texts)) localStorage.setItem(key, one) }", texts
    )
    page.reload()
    return ready(page)


def opened(watched: Watched, kept: Kept | None = None) -> Page:
    """Opens the plan with these things kept."""
    watched.page.clock.set_fixed_time(MOMENT)
    page = ready(watched.open(PLAN))
    return keep(page, kept) if kept else page


def stored(page: Page, start: str = "plan/") -> Kept:
    """Gives what is kept, by key."""
    found = page.evaluate("Object.entries(localStorage)")
    values = {key.removeprefix(PREFIX): one for key, one in found if key.startswith(PREFIX + start)}
    return {key: json.loads(one)["value"] for key, one in sorted(values.items())}


def read(download: Download) -> str:
    """Gives the text of a file that was given."""
    return Path(download.path()).read_text(encoding="utf-8")


def box(page: Page, name: str) -> Locator:
    """Gives a field to write in."""
    return page.get_by_role("textbox", name=name, exact=True)


def items(page: Page, part: str) -> list[str]:
    """Gives the first words of every row of a list."""
    drawn(page)
    rows = page.locator(f"[data-part={part}] > li")
    found: list[str] = rows.evaluate_all(
        "all => all.map((one) => one.querySelector('input')?.value ?? one.firstElementChild.textContent)"
    )
    return found


def test_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts the page is a form for a pen: every field of a plan, boxes, and no button that does nothing."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base + PLAN)

    expect(page.get_by_role("heading", name="Vul je plan in met een pen")).to_be_visible()
    for name in ("Wat wil je bereiken?", "Welke stappen zet je?", "Doelgroep", "Middelen", "Effect achteraf"):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    assert 6 == page.locator(".vw-myplan__box:visible").count()
    assert 0 == page.locator("vw-plan :is(button, input, select, textarea):visible").count()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Middelen", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Vul je plan in met een pen")).to_be_hidden()
    page.close()


def test_begin(watched: Watched) -> None:
    """Who has nothing is shown four ways to begin; nothing is stored before somebody acts, nor the device guessed."""
    page = opened(watched)
    assert 4 == page.locator(".vw-myplan__doors > li:visible").count()
    expect(page.locator("[data-part=form]")).to_be_hidden()
    expect(page.locator("[data-part=tool]")).to_be_hidden()

    page.get_by_role("button", name="Begin met een leeg blad").press("Enter")
    expect(page.get_by_role("radio", name="Voor mezelf")).to_be_focused()
    expect(page.locator("[data-part=next-text]")).to_have_text("Zet hieronder je eerste stap. Klein mag.")
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nascholingsplan (klad)")
    expect(page.locator("[data-part=tool]").get_by_text("Het is geen officieel formulier")).to_be_visible()
    expect(page.get_by_text("Is dit jouw eigen toestel?")).to_be_visible()
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")
    page.get_by_role("button", name="Nee, vergeet het").click()
    assert 0 == page.evaluate("localStorage.length")
    assert 2 == page.evaluate("sessionStorage.length")
    assert [] == watched.complaints


def test_goals_by_keyboard(watched: Watched) -> None:
    """What the self-check put first is offered and taken over; a goal is added, moved, removed and put back by keys."""
    name = "digitale-competenties"
    found = {
        ROUND: {"questionnaire": name, "version": 1, "finished": "2026-11-22"},
        f"{ROUND}/priorities": ["3.1", "1.2"],
    }
    page = opened(watched)
    found[ROUND]["questionnaire"] = page.locator("vw-plan").get_attribute("data-questionnaire")  # type: ignore[index]  # a record
    keep(page, found)
    assert {} == stored(page)
    expect(page.locator("[data-part=found] li")).to_have_count(2)
    # A copy of a plan without goals of its own has those of the self-check.
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar een kopie").last.click()
    assert ["plan/priority/1.2", "plan/priority/3.1"] == sorted(
        row[0] for row in json.loads(read(given.value))["entries"]
    )

    page.get_by_role("button", name="Neem over in mijn plan").press("Enter")
    expect(page.locator("[data-part=found]")).to_be_hidden()
    own = page.get_by_label("Of zeg het in je eigen woorden")
    own.fill("  Minder nakijken ")
    own.press("Enter")
    expect(page.locator("[data-part=goal-list] > li")).to_have_count(3)
    first, second, third = items(page, "goal-list")
    assert ("3.1", "1.2", "Minder nakijken") == (first[:3], second[:3], third)
    up = page.get_by_role("button", name="Hoger Minder nakijken")
    up.press("Enter")
    expect(up).to_be_focused()
    up.press("Enter")
    assert [third, first, second] == items(page, "goal-list")
    expect(page.locator("[data-gone=goals]")).to_contain_text("Minder nakijken staat nu op plaats 1.")
    up.press("Enter")
    assert [third, first, second] == items(page, "goal-list")
    page.get_by_role("button", name=f"Haal weg {second}").press("Enter")
    back = page.get_by_role("button", name="Zet terug")
    expect(back).to_be_focused()
    assert [third, first] == items(page, "goal-list")
    back.press("Enter")
    expect(page.locator("[data-gone=goals] p")).to_be_focused()
    page.get_by_label("Kies een competentie of een thema").select_option("1.2")
    page.get_by_role("button", name="Voeg toe", exact=True).press("Enter")
    expect(page.locator("[data-gone=goals]")).to_contain_text("stond al in je plan")

    goals = box(page, "Wat wil je bereiken?")
    goals.press_sequentially("Sneller klaar")
    page.wait_for_function(
        "key => localStorage.getItem(key)?.includes('Sneller klaar')", arg=f"{PREFIX}plan/about/goals"
    )
    box(page, "Notities").fill("Tot op het laatst")
    ready(watched.open(PLAN))
    assert [third, first, second] == items(page, "goal-list")
    expect(goals).to_have_value("Sneller klaar")
    expect(box(page, "Notities")).to_have_value("Tot op het laatst")
    goals.fill(" ")
    goals.blur()
    assert "plan/about/goals" not in stored(page)
    assert [] == watched.complaints


RECORD: Kept = {"name": "Nieuwe naam", "status": "active", "facts": {"status": ["Actief"]}, "answers": {}, "offers": {}}


def priced(title: str, **known: object) -> Kept:
    """Gives an offer as the data of the comparison has it."""
    return {"title": title, "facts": {"status": ["Loopt"], "duration": ["twee dagen"]}, **known}


def test_offers(watched: Watched) -> None:
    """An offer stands with what is known of it today, under its new name; what is gone stays; sums say of how many."""
    offers = {
        "een": priced("Een", hours=2.5, amount=1000.5, per="person"),
        "twee": priced("Twee", hours=10, amount=500, per="team"),
        "drie": priced("Drie", amount=0),
    }
    data = {"records": {"nieuw": {**RECORD, "offers": offers}}, "moved": {"oud": "nieuw"}}
    failing = [True]

    def answer(route: Route) -> None:
        if failing[0]:
            route.abort()
        else:
            route.fulfill(json=data)

    watched.page.route(DATA, answer)
    ids = ("oud/een", "nieuw/twee", "nieuw/drie", "nieuw/vier", "nieuw")
    page = opened(watched, {f"plan/offer/{one}": OFFER for one in ids})
    expect(page.locator("[data-part=offers-failed]")).to_be_visible()
    expect(page.get_by_role("heading", name="Oude titel")).to_have_count(5)
    expect(page.locator("[data-part=sums]")).to_be_hidden()
    failing[0] = False
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator("[data-part=offers-failed]")).to_be_hidden()

    rows = page.locator("[data-part=offer-list] > li")
    one = rows.filter(has=page.get_by_role("heading", name="Een", exact=True))
    expect(one).to_contain_text("Nieuwe naam")
    expect(one).to_contain_text("Loopt · twee dagen · Prijs niet bekend · Geen data bekend")
    assert str(one.get_by_role("link").evaluate("link => link.href")).endswith("/catalogus/nieuw/#een")
    gone = rows.filter(has_text="Staat niet meer in de catalogus")
    expect(gone).to_contain_text("Oude titel")
    expect(gone.get_by_role("link")).to_have_count(0)
    sums = page.locator("[data-part=sums]")
    expect(sums).to_contain_text("Van alles wat je bewaarde (4):")
    expect(sums.get_by_role("listitem")).to_have_text(
        [
            "Uren: samen 12,5 uur, bekend voor 2 van 4.",
            "Prijs per persoon: samen € 1.000,50, bekend voor 1 van 4.",
            "Prijs per team: samen € 500, bekend voor 1 van 4.",
            "Gratis: 1 van 4.",
        ]
    )
    one.get_by_label("Hoe ver sta je?").select_option("booked")
    expect(sums).to_contain_text("Van wat je koos (1):")
    expect(sums.get_by_role("listitem").first).to_have_text("Uren: samen 2,5 uur, bekend voor 1 van 1.")

    one.get_by_role("button", name="Schrijf een notitie").press("Enter")
    expect(one.get_by_label("Eigen notitie")).to_be_focused()
    page.keyboard.type("Bel maandag")
    one.get_by_role("button", name="Klaar met schrijven").press("Enter")
    expect(one.locator(".vw-note")).to_have_text("Bel maandag")
    assert {**OFFER, "state": "booked", "note": "Bel maandag"} == stored(page)["plan/offer/oud/een"]
    for title in ("Een", "Twee"):
        page.get_by_role("checkbox", name=f"Vergelijk {title}", exact=True).press("Space")
    link = page.get_by_role("link", name="Zet naast elkaar")
    assert str(link.get_attribute("href")).endswith("vergelijk/#id=nieuw/een&id=nieuw/twee")
    one.get_by_role("button", name="Haal weg").press("Enter")
    expect(link).to_be_hidden()
    expect(rows).to_have_count(4)
    page.get_by_role("button", name="Zet terug").press("Enter")
    expect(rows).to_have_count(5)
    expect(one.locator(".vw-note")).to_have_text("Bel maandag")


def test_steps(watched: Watched) -> None:
    """Steps are added, dated, moved and done; what comes next is said; the dated ones go into a calendar."""
    page = opened(watched, {"plan/step/a": {**STEP, "title": "Startvergadering", "from": "i-learn"}, **TALK})
    told = page.locator("[data-part=next-text]")
    expect(told).to_have_text("Startvergadering. Kies er een dag voor, dan blijft het niet liggen.")
    new = page.get_by_label("Wat ga je doen?")
    new.press_sequentially("Rondvraag")
    new.press("Enter")
    expect(new).to_have_value("")
    rows = page.locator("[data-part=step-list] > li")
    expect(rows).to_have_count(2)
    second = rows.nth(1)
    second.get_by_label("Wanneer").fill("2026-11-22")
    second.get_by_label("Wie").fill("ict-coördinator")
    second.get_by_label("Wie").blur()
    expect(told).to_have_text("Rondvraag: vandaag, door ict-coördinator.")
    second.get_by_label("Wanneer").fill("2026-11-01")
    expect(told).to_contain_text("Rondvraag stond op 1 november 2026")
    second.get_by_label("Hoe ver sta je?").select_option("done")
    rows.nth(0).get_by_text("Onderdeel en notitie").click()
    expect(rows.nth(0)).to_contain_text("Uit het voorbeeld i-Learn")
    rows.nth(0).get_by_label("Onderdeel").select_option("training")
    rows.nth(0).get_by_label("Notitie").fill("Zaal; vragen\nvoor 9 uur")
    rows.nth(0).get_by_label("Wanneer").fill("2026-12-01")
    expect(told).to_have_text("Startvergadering: 1 december 2026.")
    name = rows.nth(0).get_by_label("Stap")
    name.fill(" ")
    name.blur()
    expect(name).to_have_value("Startvergadering")
    page.get_by_role("button", name="Lager Startvergadering").press("Enter")
    assert ["Rondvraag", "Startvergadering"] == items(page, "step-list")
    # Two tabs can give the same place; there is no number between them.
    keep(page, {f"plan/step/{one}": {**STEP, "title": one, "order": 50} for one in "xyz"})
    # The fold that was opened is open still, with what was kept.
    expect(rows.get_by_label("Notitie")).to_have_count(1)
    expect(rows.nth(1).get_by_label("Notitie")).to_have_value("Zaal; vragen\nvoor 9 uur")
    expect(rows.nth(1).get_by_label("Onderdeel")).to_have_value("training")
    expect(rows.nth(1)).to_contain_text("Uit het voorbeeld i-Learn")
    page.get_by_role("button", name="Lager x").press("Enter")
    assert ["y", "x", "z"] == items(page, "step-list")[2:]
    for one in "xyz":
        page.get_by_role("button", name=f"Haal weg {one}").press("Enter")

    page.get_by_text("Zet het in je kalender").click()
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar als kalenderbestand").click()
    assert "mijn-plan-2026-11-22.ics" == given.value.suggested_filename
    events = [
        (str(e["SUMMARY"]), str(e["DTSTART"].dt), str(e["DESCRIPTION"]))
        for e in Calendar.from_ical(read(given.value)).walk("VEVENT")
    ]
    assert [
        ("Rondvraag", "2026-11-01", "ict-coördinator"),
        ("Startvergadering", "2026-12-01", "Zaal; vragen\nvoor 9 uur"),
        ("Wat willen we leren?", "2026-12-08 15:30:00+01:00", f"Doel: Weten waar we beginnen.\n\n{POINTS}"),
    ] == events
    assert [] == watched.complaints


POINTS = "1. Vragen van de leraren (15 minuten)\n2. Wat kunnen we al? (30 minuten)"


def calendar_of(page: Page) -> dict[str, tuple[str, int]]:
    """Gives by title the name and the number of what goes into a calendar."""
    if not page.get_by_role("button", name="Bewaar als kalenderbestand").is_visible():
        page.get_by_text("Zet het in je kalender").click()
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar als kalenderbestand").click()
    events = Calendar.from_ical(read(given.value)).walk("VEVENT")
    return {str(one["SUMMARY"]): (str(one["UID"]), one["SEQUENCE"]) for one in events}


def test_one_entry_in_a_calendar(watched: Watched) -> None:
    """A step that moves stays one entry of a calendar, and only what changed is newer; an old one keeps its name."""
    step = {**STEP, "title": "Oude stap", "date": "2026-12-01"}
    page = opened(watched, {"plan/step/a": step, **TALK})
    page.get_by_label("Wat ga je doen?").fill("Nieuwe stap")
    page.get_by_label("Wat ga je doen?").press("Enter")
    rows = page.locator("[data-part=step-list] > li")
    rows.nth(1).get_by_label("Wanneer").fill("2026-12-01")
    first = calendar_of(page)
    assert {"Oude stap", "Nieuwe stap", "Wat willen we leren?"} == set(first)
    assert 3 == len({uid for uid, _ in first.values()})
    assert "stap-a@vormingswijzer" == first["Oude stap"][0]
    assert first == calendar_of(page)
    rows.nth(1).get_by_label("Wanneer").fill("2026-12-02")
    rows.nth(0).get_by_label("Hoe ver sta je?").select_option("doing")
    second = calendar_of(page)
    assert {title: uid for title, (uid, _) in first.items()} == {title: uid for title, (uid, _) in second.items()}
    assert second["Nieuwe stap"][1] > first["Nieuwe stap"][1]
    assert [first[one] for one in ("Oude stap", "Wat willen we leren?")] == [
        second[one] for one in ("Oude stap", "Wat willen we leren?")
    ]
    assert (
        second["Wat willen we leren?"][0]
        == f"{stored(page, 'agenda/')['agenda/schoolleider']['calendar']['uid']}@vormingswijzer"
    )


def test_far_days(watched: Watched) -> None:
    """A day of another century is told at the step once somebody leaves the field; typing a year is not disturbed."""
    page = opened(watched, {"plan/step/a": {**STEP, "title": "Stap", "date": "2026-12-01"}})
    day = page.get_by_label("Wanneer")
    told = page.locator("[data-slot=far-day]")
    day.fill("9999-12-31")
    expect(told).to_be_hidden()
    day.blur()
    expect(told).to_have_text("Kies een dag tussen 2000 en 2099.")
    expect(day).to_have_value("9999-12-31")
    assert None is stored(page)["plan/step/a"]["date"]
    expect(page.locator("[data-part=calendar-none]")).to_be_attached()
    expect(page.locator("[data-part=ics]")).to_have_attribute("hidden", "")
    day.fill("")
    day.press("ArrowLeft")
    day.press_sequentially("02122026" if page.evaluate("navigator.language").startswith("nl") else "12022026")
    expect(day).to_have_value("2026-12-02")
    day.blur()
    expect(told).to_be_hidden()
    assert "2026-12-02" == stored(page)["plan/step/a"]["date"]
    keep(page, {"plan/step/a": {**STEP, "title": "Stap", "date": "9999-12-31"}})
    expect(told).to_be_visible()
    expect(page.locator("[data-part=ics]")).to_have_attribute("hidden", "")


def test_whole_plan_on_paper_and_as_text(watched: Watched) -> None:
    """A team's plan on paper is the frame of a training plan, with boxes and room; a teacher's is a list."""
    page = opened(watched, FULL)
    expect(page.locator("[data-part=checklist]")).to_contain_text("vragen aangevinkt.")
    expect(page.locator("[data-part=checklist]")).to_contain_text("Weg vzw")
    page.get_by_text("Wat je noteerde").click()
    expect(page.locator("[data-part=checklist] dd")).to_have_text("Vraag het Els.")
    expect(page.locator("[data-part=agenda]")).to_contain_text("8 december 2026 om 15.30")
    expect(page.locator("[data-part=agenda]")).to_contain_text("45 minuten")
    page.get_by_text("Als tekst", exact=True).click()
    # A fold says a moment later that it is open.
    expect(page.locator("[data-part=text]")).not_to_be_empty()
    words = str(page.locator("[data-part=text]").text_content())
    for line in (
        "# Nascholingsplan (klad)",
        "2. Samen \\<b\\>plannen\\</b\\>",
        "- [ ] Startvergadering",
        "   1 december 2026 · directie · Uit het voorbeeld i-Learn",
        "- [x] Proefles",
        "- [x] Staat je wens in het nascholingsplan?",
        "   30 minuten · Waar ben je trots op?",
        "   Bel \\<i\\>Els\\</i\\>.",
        "Uren: bekend voor 0 van 1.",
    ):
        assert line in words, line
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.locator(".vw-sheetplan--team")
    assert ["Doelen", "Doelgroep", "Vorm", "Planning", "Middelen", "Evaluatie", "Effect achteraf", "Notities"] == (
        paper.locator("h2").all_text_contents()[:8]
    )
    expect(paper).to_contain_text("Geen officieel formulier.")
    expect(paper).to_contain_text("22 november 2026")
    expect(paper).to_contain_text("Bel <i>Els</i>.")
    assert ["", "", "✓", "", "", "✓"] == paper.locator(".vw-myplan__box").all_text_contents()
    assert paper.locator(".vw-myplan__line:visible").count() > 10
    for hidden in ("[data-part=tool]", "[data-part=form]", "[data-keep=tools]", ".vw-footer"):
        expect(page.locator(hidden)).to_be_hidden()
    page.evaluate(PRINTED)
    page.emulate_media(media="screen")
    page.get_by_role("radio", name="Voor mezelf").check()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "Hier werk ik aan" == page.locator(".vw-sheetplan--teacher h2").first.text_content()


def test_little_on_one_sheet(watched: Watched) -> None:
    """A plan with hardly anything in it is one sheet, and no empty one behind it."""
    page = opened(watched, {"plan/step/a": {**STEP, "title": "Startvergadering"}})

    assert 1 == sheets(page.pdf(format="A4"))


def test_copy_delete_and_merge(watched: Watched) -> None:
    """The plan alone is deleted and put back; a copy brings everything to an empty browser; what differs is shown."""
    page = opened(watched, FULL)
    everything = stored(page, "")
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar een kopie").last.click()
    copy = given.value.path()
    page.get_by_role("button", name="Wis alleen dit plan").press("Enter")
    assert {} == stored(page)
    assert stored(page, "checklist/")
    expect(page.get_by_role("button", name="Zet het plan terug")).to_be_focused()
    page.keyboard.press("Enter")
    assert everything == stored(page, "")

    page.get_by_role("button", name="Wis alles").click()
    assert {} == stored(page, "")
    expect(page.locator("[data-part=start]")).to_be_visible()
    opener = page.locator("input[type=file]")
    opener.set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"<html>"})
    expect(page.locator("[data-keep=said]")).to_have_text(
        "Dit bestand is geen kopie die deze site maakte. Kies een ander bestand."
    )
    opener.set_input_files(copy)
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    assert everything == stored(page, "")

    page.locator("[data-part=step-list] > li").nth(0).get_by_label("Wie").fill("ik")
    box(page, "Doelen").fill("Anders")
    opener.set_input_files(copy)
    shown = page.locator("[data-merge=list] > li")
    expect(shown).to_have_count(2)
    expect(shown.nth(0)).to_contain_text("Anders")
    expect(shown.nth(1)).to_contain_text("Stap: Startvergadering")
    expect(shown.nth(1)).to_contain_text("directie")
    shown.nth(1).get_by_role("button", name="Neem over").press("Enter")
    expect(page.locator("[data-part=step-list] > li").nth(0).get_by_label("Wie")).to_have_value("directie")
    shown.get_by_role("button", name="Laat dit staan").press("Enter")
    assert {**everything, "plan/about/goals": "Anders"} == stored(page, "")
    assert [] == watched.complaints


def test_link(watched: Watched, browser: Browser) -> None:
    """A link holds the whole plan; who opens it sees what it holds, and keeps nothing until they ask."""
    page = opened(watched, FULL)
    page.get_by_text("Neem je plan mee in een link").click()
    page.get_by_role("button", name="Maak de link").press("Enter")
    link = str(page.locator("[data-part=link]:not(:empty)").text_content())
    expect(page.locator("[data-part=link-said]")).to_have_text(f"De link telt {len(link)} tekens.")

    context = browser.new_context(locale="nl")
    other = context.new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    ready(other)
    expect(other.locator("[data-part=shared] li")).to_have_text(
        [
            "2 dingen om aan te werken",
            "1 nascholing",
            "3 stappen",
            "2 ingevulde vakken",
            "1 antwoord uit de checklist",
            "1 agenda voor een teamgesprek",
        ]
    )
    expect(other.locator("[data-part=start]")).to_be_visible()
    assert 0 == other.evaluate("localStorage.length + sessionStorage.length")
    assert not [url for url in asked if "plan=" in url]
    other.get_by_role("button", name="Neem het over").press("Enter")
    other.get_by_role("button", name="Ja, bewaar het hier").press("Enter")
    assert {**stored(page, ""), "device": "own"} == stored(other, "")
    assert "#" not in other.url
    for broken, words in (
        (link[:-9], "ontbreekt een stuk"),
        (f"{link[:-1]}{'AB'[link[-1] == 'A']}", "onderweg veranderd"),
        (f"{link.split('#')[0]}#plan=<b>", "geen plan dat we kunnen lezen"),
    ):
        other.goto("about:blank")
        other.goto(broken)
        expect(other.locator("[data-part=bad-link]")).to_contain_text(words)
    context.close()

    box(page, "Notities").fill("".join(chr(0x4E00 + (at * 7919) % 20000) for at in range(2000)))
    box(page, "Doelgroep").fill("".join(chr(0x4E00 + (at * 104729) % 20000) for at in range(2000)))
    page.get_by_role("button", name="Maak de link").press("Enter")
    expect(page.locator("[data-part=link-said]")).to_contain_text("is de link te lang")
    expect(page.locator("[data-part=link]")).to_be_hidden()


def test_two_tabs_and_no_storage(context: BrowserContext, base: str) -> None:
    """Another tab's changes are shown and take no field that is typed in; what cannot be kept is said, and stays."""
    watched = Watched(context.new_page(), base)
    page = opened(watched, {"plan/about/goals": "Eerst", "plan/step/a": {**STEP, "title": "Een"}})
    other = ready(Watched(context.new_page(), base).open(PLAN))
    goals = box(page, "Wat wil je bereiken?")
    goals.focus()
    page.keyboard.press("End")
    page.keyboard.type(" en dan")
    box(other, "Notities").fill("Van elders")
    other.get_by_label("Wat ga je doen?").fill("Twee")
    other.get_by_role("button", name="Voeg de stap toe").click()
    expect(page.locator("[data-part=step-list] > li")).to_have_count(2)
    expect(box(page, "Notities")).to_have_value("Van elders")
    expect(goals).to_be_focused()
    page.keyboard.type(" verder")
    goals.blur()
    expect(box(other, "Wat wil je bereiken?")).to_have_value("Eerst en dan verder")
    other.get_by_role("button", name="Wis alles").click()
    expect(page.locator("[data-keep=trouble]")).to_contain_text("In een ander tabblad is alles gewist")
    # What one process deleted, another sees a little later.
    page.wait_for_function("() => localStorage.length === 0")
    other.close()

    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('x', 'QuotaExceededError') }")
    ready(watched.open(PLAN))
    page.get_by_role("button", name="Begin met een leeg blad").click()
    page.get_by_label("Wat ga je doen?").fill("Blijft staan")
    page.get_by_role("button", name="Voeg de stap toe").click()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    expect(page.locator("[data-keep=trouble]")).to_contain_text("De opslag van je browser is vol")
    assert ["Blijft staan"] == items(page, "step-list")


def test_requests_do_not_tell(browser: Browser, base: str) -> None:
    """An empty plan and a full one, with all that can be done on the page, ask the server for the same."""
    logs = []
    for kept in ({}, FULL):
        context = browser.new_context()
        watched = Watched(context.new_page(), base)
        page = loaded(keep(loaded(opened(watched)), kept))
        if kept:
            page.get_by_text("Als tekst", exact=True).click()
            page.get_by_text("Neem je plan mee in een link").click()
            page.get_by_role("button", name="Maak de link").click()
            expect(page.locator("[data-part=link]:not(:empty)")).to_be_visible()
            page.get_by_role("button", name="Wis alleen dit plan").click()
        page.wait_for_load_state("networkidle")
        logs.append(sorted(url for url in watched.requests if not url.startswith(("data:", "blob:"))))
        assert [] == watched.outside
        context.close()

    assert logs[0] == logs[1]
    assert any(url.endswith("assets/comparison/0.json") for url in logs[0])


def test_much(watched: Watched, site: BuiltSite) -> None:
    """With 500 offers and 200 long notes, typing changes one row alone; the tool's own scripts stay small."""
    much: Kept = {f"plan/offer/p{at}/o": {**OFFER, "title": f"Titel {at:03}", "note": "n" * 1990} for at in range(500)}
    question = {"text": "Vraag?", "ticked": False, "matters": False, "note": "n" * 2000}
    much |= {f"checklist/kies-je-nascholing/q{at}": question for at in range(200)}
    page = opened(watched, much)
    rows = page.locator("[data-part=offer-list] > li")
    more = page.get_by_role("button", name="Toon meer (nog 490)")
    expect(rows).to_have_count(10)
    more.press("Enter")
    expect(rows).to_have_count(20)
    # What the catalogue says of them comes when it comes, in every row.
    expect(rows.filter(has_text="Staat niet meer in de catalogus")).to_have_count(20)
    expect(page.locator("[data-part=checklist-list] dd")).to_have_count(0)
    page.evaluate(
        """() => {
          window.seen = new Set();
          const element = ({ target }) => (target instanceof Element ? target : target.parentElement);
          const rowOf = (one) => element(one)?.closest("[data-id]")?.dataset.id;
          const observer = new MutationObserver((all) => all.forEach((one) => seen.add(rowOf(one) ?? "")));
          const list = document.querySelector("[data-part=offer-list]");
          observer.observe(list, { childList: true, subtree: true, characterData: true });
        }"""
    )
    rows.nth(15).get_by_role("button", name="Schrijf een notitie").click()
    page.keyboard.press("End")
    page.keyboard.type("xyz")
    page.wait_for_function("key => localStorage.getItem(key).includes('nxyz')", arg=f"{PREFIX}plan/offer/p15/o")
    assert ["p15/o"] == page.evaluate("[...seen]")
    folder = site.folder / "assets/javascripts"
    own = [
        *all_files(folder / "plan", "*.js"),
        folder / "elements/vw-plan.js",
        folder / "logic/plan.js",
        folder / "logic/sheet.js",
    ]
    assert len(gzip.compress(b"".join(path.read_bytes() for path in own), 9)) <= 15_000


def test_moved_past_what_is_shown(watched: Watched) -> None:
    """Who moves a step past the last one that is shown, keeps it and the focus."""
    page = opened(watched, {f"plan/step/s{at}": {**STEP, "title": f"Stap {at}", "order": at} for at in range(10, 23)})
    rows = page.locator("[data-part=step-list] > li")
    expect(rows).to_have_count(10)
    down = page.get_by_role("button", name="Lager Stap 19", exact=True)
    for count in (11, 12):
        down.press("Enter")
        expect(rows).to_have_count(count)
        expect(down).to_be_focused()
        assert "Stap 19" == items(page, "step-list")[-1]
    expect(page.get_by_role("button", name="Toon meer (nog 1)")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_accessible(browser: Browser, base: str, scheme: str, width: int) -> None:
    """No state of the plan breaks a WCAG 2.2 A or AA rule, and a narrow screen shows all of it."""
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )  # type: ignore[arg-type]  # a scheme
    watched = Watched(context.new_page(), base)
    page = opened(watched)
    broken = {"start": axe_violations(page)}
    page.get_by_role("button", name="Begin met een leeg blad").click()
    broken["blank"] = axe_violations(page)
    keep(page, FULL)
    for fold in page.locator("vw-plan details").all():
        fold.evaluate("one => { one.open = true }")
    page.get_by_role("button", name="Schrijf een notitie").first.click()
    page.get_by_role("button", name="Haal weg Rondvraag").click()
    page.get_by_role("button", name="Maak de link").click()
    expect(page.locator("[data-part=link]:not(:empty)")).to_be_visible()
    broken["full"] = axe_violations(page)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()

    assert {"start": [], "blank": [], "full": []} == broken
