"""Putting offers, organisations and steps in the plan, and going on from home."""

import json
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import Watched, loaded
from tests.browser.test_gates import LOOKS, axe_violations
from tests.browser.test_report import PLAIN, opened
from tests.browser.test_storage import BLOCKED, FULL
from tests.client.conftest import PREFIX, text

CATALOGUE = "catalogus/"
PROVIDER = "catalogus/mediawijs/"
COMPARISON = "catalogus/vergelijk/#id=mediawijs/mediacoach&id=voo"
EXAMPLE = "voorbeelden/i-learn/"
OFFER = "plan/offer/mediawijs/mediacoach"
SAVED = {"title": "Mediacoach-opleiding", "by": "Mediawijs", "state": "saved", "note": ""}
NOTED = SAVED | {"state": "chosen", "note": "Vraag naar de prijs."}
SAVE, REMOVE = "Bewaar in mijn plan", "Uit mijn plan halen"


def kept(page: Page, storage: str = "localStorage") -> dict[str, Any]:
    """Gives what is kept, by key."""
    found = page.evaluate(f"Object.entries({storage})")
    return {key.removeprefix(PREFIX): json.loads(one)["value"] for key, one in found if key.startswith(PREFIX)}


def put(page: Page, values: dict[str, Any], storage: str = "localStorage") -> None:
    """Keeps values as the tools of the site do."""
    texts = [[PREFIX + key, text(value)] for key, value in values.items()]
    page.evaluate(f"(texts) => {{ for (const [key, one] of texts) {storage}.setItem(key, one) }}", texts)


def put_raw(page: Page, key: str, one: str) -> None:
    """Keeps a text that no tool of the site wrote."""
    page.evaluate("([key, one]) => localStorage.setItem(key, one)", [PREFIX + key, one])


def offer_button(page: Page, key: str = "mediawijs/mediacoach") -> Any:
    """Gives the button of an offer."""
    return page.locator(f"[data-save='{key}']").first


def test_from_the_catalogue_by_keyboard(watched: Watched) -> None:
    """The first saving asks whose device it is; before the answer nothing is kept, after it the cards know it."""
    page = watched.open(CATALOGUE)
    button = page.locator(".vw-card [data-save]").first
    key = f"plan/offer/{button.get_attribute('data-save')}"
    title = page.locator(".vw-card__title").first.inner_text()

    button.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("group", name="Over je plan")
    expect(note).to_contain_text("Nog niet bewaard: beantwoord eerst deze vraag.")
    expect(page.locator("[data-saving=said]")).to_contain_text("een vraag over je toestel")
    expect(button).to_contain_text(REMOVE)
    assert {} == kept(page)
    page.reload()
    assert {} == kept(page)

    button.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note.get_by_role("button", name="Ja, bewaar het hier")).to_be_focused()
    page.keyboard.press("Enter")
    expect(note.locator("p").first).to_be_focused()
    expect(note).to_contain_text(f"‘{title}’ staat in je plan. Naar mijn plan")
    assert {"device", key} == set(kept(page))
    assert {"title": title, "state": "saved", "note": ""}.items() <= kept(page)[key].items()

    # A list that the browser draws says the same, and the note goes along with its card.
    page.get_by_role("searchbox", name="Waarover?").fill(title)
    drawn = page.locator(f".vw-matches [data-save='{key.removeprefix('plan/offer/')}']")
    expect(drawn).to_contain_text(REMOVE)
    expect(page.locator(".vw-matches .vw-saved")).to_be_visible()
    drawn.press("Enter")
    expect(drawn).to_contain_text(SAVE)
    assert {"device"} == set(kept(page))
    assert [] == watched.complaints


def test_pressed_once(watched: Watched) -> None:
    """A button is pressed once, also where the list around it wakes later than what answers the button."""
    held: list[Route] = []
    watched.page.route("**/elements/vw-catalogue.js", lambda route: held.append(route))
    page = watched.open(CATALOGUE)
    button = page.locator(".vw-card [data-save]").first
    button.click()
    expect(button).to_contain_text(REMOVE)
    held[0].continue_()
    page.locator("vw-catalogue:defined").wait_for()
    loaded(page)
    expect(button).to_contain_text(REMOVE)
    assert [] == watched.complaints


def test_save_means_save(watched: Watched, context: BrowserContext) -> None:
    """A button that slept never takes out what it offers to save; what was taken out comes back whole."""
    page = watched.open(PROVIDER)
    put(page, {"device": "own", OFFER: NOTED})
    page.add_init_script("window.requestIdleCallback = (act) => { window.idle = act; }")
    page.reload()
    page.wait_for_function("Boolean(window.idle)")
    button, note = offer_button(page), page.locator(".vw-saved")
    expect(button).to_contain_text(SAVE)
    button.click()
    page.evaluate("idle()")
    expect(note).to_contain_text("‘Mediacoach-opleiding’ stond al in je plan.")
    assert NOTED == kept(page)[OFFER]

    button.click()
    expect(note).to_contain_text("samen met wat je erbij schreef")
    assert OFFER not in kept(page)
    button.click()
    expect(note).to_contain_text("staat weer in je plan")
    assert NOTED == kept(page)[OFFER]

    # The organisation itself is another thing; and another tab follows.
    other = Watched(context.new_page(), watched.base)
    elsewhere = other.open(PROVIDER)
    offer_button(elsewhere, "mediawijs").click()
    expect(elsewhere.locator(".vw-saved")).to_contain_text("‘Mediawijs’ staat in je plan.")
    offer_button(elsewhere).click()
    assert "plan/offer/mediawijs" in kept(page)
    expect(button).to_contain_text(SAVE)
    expect(note).to_be_hidden()
    expect(offer_button(page, "mediawijs")).to_contain_text(REMOVE)
    assert [] == watched.complaints + other.complaints


def test_comparison_and_shared_device(watched: Watched) -> None:
    """Every column can be saved, with its own words; on a shared device nothing outlives the tab."""
    page = watched.open(COMPARISON)
    buttons = page.locator(".vw-compare__save [data-save]")
    expect(buttons).to_have_count(2)
    buttons.first.click()
    page.get_by_role("button", name="Nee, vergeet het als ik sluit").click()
    expect(page.locator(".vw-saved")).to_contain_text("staat in je plan. Bewaard tot je dit tabblad sluit.")
    buttons.last.click()
    expect(page.locator("td .vw-saved")).to_contain_text("‘VOO’ staat in je plan.")
    assert {} == kept(page)
    shared = kept(page, "sessionStorage")
    assert SAVED == shared[OFFER]
    assert {"title": "VOO", "by": "", "state": "saved", "note": ""} == shared["plan/offer/voo"]

    page.locator(".vw-compare__remove").first.click()
    expect(buttons).to_have_count(1)
    expect(buttons).to_contain_text(REMOVE)
    assert [] == watched.complaints


def test_what_cannot_be_kept_can_be_taken_along(browser: Browser, base: str) -> None:
    """With storage blocked or full it says so, does not say that anything stands in the plan, and offers a text."""
    for fault, words in ((BLOCKED, "laat niet toe"), (FULL, "is vol")):
        context = browser.new_context()
        one = Watched(context.new_page(), base)
        one.page.add_init_script(fault)
        page = one.open(PROVIDER)
        offer_button(page).click()
        page.get_by_role("button", name="Ja, bewaar het hier").click()
        note = page.locator(".vw-saved")
        expect(note).to_contain_text(words)
        expect(note).not_to_contain_text("staat in je plan")
        expect(note.get_by_role("link", name="Naar mijn plan")).to_be_hidden()
        offer_button(page, "mediawijs").click()
        lines = note.locator(".vw-saved__text").inner_text().splitlines()
        assert [
            f"Mediacoach-opleiding, Mediawijs: {base}catalogus/mediawijs/#mediacoach",
            f"Mediawijs: {base}catalogus/mediawijs/",
        ] == lines, fault
        note.get_by_role("button", name="Kopieer wat je koos").click()
        expect(note.locator("[data-copy=said]")).not_to_be_empty()
        assert [] == one.complaints, fault

        one.page.route("**/vw-save.js", lambda route: route.abort())
        one.open(CATALOGUE)
        page.locator(".vw-card [data-save]").first.click()
        expect(page.locator(".vw-card").first).to_contain_text("Dit lukt nu niet")
        context.close()


def test_from_the_report(watched: Watched) -> None:
    """What fits in the report can be saved there; the note stays where it is when the report is drawn anew."""
    page = opened(watched, PLAIN)
    button = page.locator(".vw-fits [data-save]").first
    expect(button).to_contain_text(SAVE)
    key = f"plan/offer/{button.get_attribute('data-save')}"
    title = page.locator(".vw-fits__title a").first.inner_text()
    button.press("Enter")
    expect(button).to_be_focused()
    expect(page.locator(".vw-fits > li").first.locator(".vw-saved")).to_contain_text(f"‘{title}’ staat in je plan.")
    assert title == kept(page)[key]["title"]
    page.reload()
    expect(button).to_contain_text(REMOVE)
    button.click()
    assert key not in kept(page)
    assert [] == watched.complaints


def test_begin_with_an_example(watched: Watched) -> None:
    """The steps that are ticked come in the plan in their order, without the preparation, and never twice."""
    page = watched.open(EXAMPLE)
    button = page.get_by_role("button", name="Zet in mijn plan")
    titles = page.locator("vw-begin [data-title]").all_inner_texts()
    assert "Intervisie op school" in titles
    assert "Verkennende gesprekken" not in titles
    page.get_by_role("checkbox", name="Oefensessie").press(" ")
    button.press("Enter")
    expect(page.locator(".vw-saved")).to_contain_text("Nog niet bewaard: beantwoord eerst deze vraag.")
    assert {} == kept(page)
    page.get_by_role("button", name="Ja, bewaar het hier").press("Enter")
    expect(page.locator(".vw-saved")).to_contain_text(f"Er staan {len(titles) - 1} stappen bij in je plan.")
    expect(page.locator(".vw-saved a")).to_have_attribute("href", "../../plan/")

    steps = sorted(
        (one for key, one in kept(page).items() if key.startswith("plan/step/")), key=lambda one: one["order"]
    )
    assert [one for one in titles if one != "Oefensessie"] == [one["title"] for one in steps]
    assert ["training"] * 3 + ["guidance"] * 3 + ["evaluation"] * 3 == [one["phase"] for one in steps]
    assert {("i-learn", None, "open")} == {(one["from"], one["date"], one["state"]) for one in steps}

    # Renamed in the plan: it is still the same step.
    (key,) = (key for key, one in kept(page).items() if key != "device" and one["title"] == "Slotsessie")
    put(page, {key: kept(page)[key] | {"title": "Terugblik in mei"}})
    page.reload()
    button.click()
    expect(page.locator(".vw-saved")).to_contain_text("Er staat één stap bij in je plan. 9 stappen stonden er al.")
    assert "Terugblik in mei" == kept(page)[key]["title"]
    button.click()
    expect(page.locator(".vw-saved")).to_contain_text("staat al in je plan. Er is niets bij gekomen.")
    assert len(titles) == len([key for key in kept(page) if key.startswith("plan/step/")])
    for box in page.locator("vw-begin input").all():
        box.uncheck()
    button.click()
    expect(page.locator(".vw-saved")).to_contain_text("Kies eerst minstens één stap.")
    assert [] == watched.complaints


def test_home_goes_on(watched: Watched) -> None:
    """Home shows what is kept and leads there; with nothing there that can be read it is as it always was."""
    page = watched.open("")
    page.locator("vw-continue:defined").wait_for(state="attached")
    place = page.locator("#_begin").bounding_box()
    loaded = sorted(url for url in watched.requests if url.startswith(watched.base))
    for broken in ("{", "null", '{"v":1,"at":1,"value":null}', '{"v":2,"at":1,"value":{"date":1}}', '"' * 9000):
        put(page, {"device": "own"})
        for key in ("round/2026-11-22-1", "plan/step/a", "agenda/schoolleider", "checklist/kies/vraag"):
            put_raw(page, key, broken)
        page.reload()
        page.locator("vw-continue:defined").wait_for(state="attached")
        expect(page.locator("vw-continue")).to_be_hidden()
        assert place == page.locator("#_begin").bounding_box(), broken

    step = {"phase": None, "from": None, "owner": "", "state": "open", "note": "", "order": 1}
    watched.requests.clear()
    put(
        page,
        {
            "round/2026-11-22-1": {"questionnaire": "digitale-competenties", "version": 1, "finished": None},
            **{f"round/2026-11-22-1/answer/1.{n}": {"answer": 3, "wording": "w"} for n in range(1, 6)},
            "checklist/kies/vraag": {"text": "Hoe?", "ticked": True, "matters": False, "note": "Bel."},
            "agenda/schoolleider": {
                "title": "<b>Overleg</b>",
                "goal": "",
                "date": "2099-12-01",
                "start": None,
                "minutes": 45,
                "items": ["a"],
            },
            OFFER: SAVED,
            "plan/offer/voo": SAVED | {"title": "VOO"},
            "plan/step/a": step | {"title": "Later", "date": "2099-05-01"},
            "plan/step/b": step | {"title": "Eerst dit", "date": "2099-02-03"},
            "plan/step/c": step | {"title": "Voorbij", "date": "2020-02-03"},
        },
    )
    page.reload()
    box = page.locator("vw-continue")
    expect(box).to_be_visible()
    assert [
        "Zelfcheck 5 van de 32 vragen beantwoord.",
        "Checklist 1 vraag aangevinkt. 1 notitie.",
        "Teamgesprek ‘<b>Overleg</b>’. 1 punt op de agenda. Op 1 december 2099.",
        "Mijn plan 2 bewaarde nascholingen of organisaties. 3 stappen. Eerst: ‘Eerst dit’, op 3 februari 2099.",
    ] == box.locator("li").all_inner_texts()
    assert loaded == sorted(url for url in watched.requests if url.startswith(watched.base))
    box.get_by_role("link", name="Zelfcheck").click()
    page.wait_for_url("**/zelfcheck/")
    assert [] == watched.complaints


def test_no_request_tells_what_was_saved(browser: Browser, base: str) -> None:
    """Two plays with other choices ask for the same files."""
    logs = []
    for offers, steps in (((0, 3, 5), 10), ((7,), 1)):
        context = browser.new_context()
        one = Watched(context.new_page(), base)
        page = loaded(one.open(CATALOGUE))
        for number in offers:
            page.locator(".vw-card [data-save]").nth(number).click()
            expect(page.locator(".vw-saved")).to_be_visible()
            if number == offers[0]:
                page.get_by_role("button", name="Ja, bewaar het hier").click()
        page = loaded(one.open(EXAMPLE))
        for box in page.locator("vw-begin input").all()[steps:]:
            box.uncheck()
        page.get_by_role("button", name="Zet in mijn plan").click()
        expect(page.locator(".vw-saved")).to_be_visible()
        loaded(one.open(""))
        logs.append(sorted(one.requests))
        assert [] == one.complaints
        context.close()

    assert logs[0] == logs[1]
    assert not [url for url in logs[0] if "plan" in url.removeprefix(base).replace("logic/plan.js", "")]


def test_without_scripts_and_on_paper(browser: Browser, base: str) -> None:
    """Without scripts no button stands there that does nothing, and the steps are a list; on paper each has a box."""
    page = browser.new_page(java_script_enabled=False)
    for address in ("", CATALOGUE, PROVIDER, EXAMPLE):
        page.goto(base + address)
        assert not [one for one in page.locator("main button").all() if one.is_visible() and SAVE in one.inner_text()]
        expect(page.locator("vw-continue")).to_have_count(1 if address == "" else 0)
    expect(page.get_by_text("Intervisie op school").last).to_be_visible()
    expect(page.locator("vw-begin input:visible")).to_have_count(0)
    expect(page.get_by_text("Druk deze pagina af")).to_be_visible()
    expect(page.get_by_role("table", name="Van boven naar beneden")).to_be_visible()
    page.close()


def test_accessible_in_each_state(browser: Browser, base: str) -> None:
    """The question, what is saved, trouble and the drawing break no rule, and all fit on 320 px."""
    broken: dict[tuple[str, str], list[str]] = {}
    for scheme, width in LOOKS:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
        )
        page = context.new_page()

        def look(state: str, page: Page = page, scheme: str = scheme, width: int = width) -> None:
            # What the bar of the site covers cannot be pressed before somebody scrolls.
            page.evaluate("scrollTo(0, 0)")
            if found := axe_violations(page):
                broken[scheme, state] = found
            page.set_viewport_size({"width": 320, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, state
            page.set_viewport_size({"width": width, "height": 900})

        page.goto(base + COMPARISON)
        page.locator(".vw-compare__save [data-save]").first.click()
        page.locator(".vw-saved").wait_for()
        look("asked")
        page.get_by_role("button", name="Ja, bewaar het hier").click()
        look("saved in a column")
        page.goto(base + EXAMPLE)
        page.get_by_role("button", name="Zet in mijn plan").click()
        page.locator(".vw-saved").wait_for()
        look("begun")
        page.goto(base)
        page.locator("vw-continue li:visible").first.wait_for()
        look("home")
        page.add_init_script(FULL)
        page.goto(base + CATALOGUE)
        page.locator(".vw-card [data-save]").first.click()
        page.locator(".vw-saved__text").wait_for()
        look("full")
        context.close()

    assert {} == broken
