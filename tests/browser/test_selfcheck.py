"""The questionnaire of the self-check, in the browser."""

import gzip
import json
import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import NO_PRINT, PRINTED, Watched, loaded
from tests.browser.test_gates import LOOKS, axe_violations
from tests.built_site import BuiltSite

READY = "vw-selfcheck[data-ready]"


def start(watched: Watched, address: str = "zelfcheck/") -> Page:
    """Opens the questionnaire and waits for its script."""
    page = watched.open(address)
    page.locator(READY).wait_for()
    return page


def question(page: Page) -> Locator:
    """Gives the question that is shown."""
    return page.locator("fieldset[data-item]:visible")


def expect_shown(page: Page, *numbers: str) -> None:
    """Waits until these questions are shown, and no other."""
    expect(question(page)).to_have_count(len(numbers))
    for at, number in enumerate(numbers):
        expect(question(page).nth(at)).to_have_attribute("data-item", number)


def stored(page: Page, storage: str = "localStorage") -> dict[str, object]:
    """Gives what a storage holds, without the times."""
    texts = page.evaluate(f"Object.fromEntries(Object.entries({storage}))")
    return {key: json.loads(text)["value"] for key, text in texts.items()}


def next_question(page: Page) -> None:
    """Goes one question on."""
    before = page.url
    page.locator("[data-part=next]").click()
    page.wait_for_function("before => location.href !== before", arg=before)


def test_quick_scan_by_keyboard_alone(watched: Watched) -> None:
    """Six questions, one from each area, the general ones and the report, with nothing but the keyboard."""
    page = start(watched)
    page.get_by_role("link", name="Begin de snelle scan").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Is dit jouw eigen toestel?")).to_be_visible()
    page.get_by_role("button", name="Ja, bewaar het hier").focus()
    page.keyboard.press("Enter")
    asked = ["1.1", "2.1", "3.1", "4.1", "5.2", "6.4"]
    for level, number in enumerate(asked, start=1):
        expect_shown(page, number)
        question(page).get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        for _ in range(level - 1):
            page.keyboard.press("ArrowDown")
        expect(question(page).get_by_role("radio", checked=True)).to_have_value(str(level))
        page.locator("[data-part=next]").focus()
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Algemene vragen")).to_be_focused()
    page.get_by_role("checkbox", name="Lager onderwijs").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Bekijk je rapport").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zelfcheck/rapport/")

    kept = {key.partition("/answer/")[2]: value for key, value in stored(page).items() if "/answer/" in key}
    assert [1, 2, 3, 4, 5, 6] == [kept[one]["answer"] for one in asked]  # type: ignore[index]
    assert [["lager"]] == [value for key, value in stored(page).items() if key.endswith("/context/onderwijsniveau")]
    assert [] == watched.complaints


def test_nothing_is_kept_before_the_question(watched: Watched) -> None:
    """Before somebody says whose device it is, answers are on screen only, and the page says so."""
    page = start(watched)
    page.get_by_role("link", name="Begin de snelle scan").click()
    question(page).get_by_role("radio").nth(2).check()

    assert {} == stored(page)
    expect(page.locator("[data-keep=status]:visible")).to_have_text("Nog niet bewaard.")
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    expect(page.locator("[data-keep=status]:visible")).to_have_text("Bewaard in deze browser.")
    assert "own" == stored(page)["vormingswijzer/device"]
    assert 4 == len(stored(page))


def test_shared_device(watched: Watched, context: BrowserContext) -> None:
    """On a shared device nothing outlives the tab."""
    page = start(watched)
    page.get_by_role("link", name="Begin de snelle scan").click()
    page.get_by_role("button", name="Nee, vergeet het als ik sluit").click()
    question(page).get_by_role("radio").nth(2).check()
    expect(page.locator("[data-keep=status]:visible")).to_have_text("Bewaard tot je dit tabblad sluit.")

    assert {} == stored(page)
    page.reload()
    page.locator(READY).wait_for()
    expect(question(page).get_by_role("radio", checked=True)).to_have_value("3")
    other = context.new_page()
    other.goto(page.url)
    other.locator(READY).wait_for()
    expect(question(other).get_by_role("radio", checked=True)).to_have_count(0)


def test_stop_and_resume(watched: Watched, context: BrowserContext, base: str) -> None:
    """Who closes the page finds the answers again, and goes on at the first question without one."""
    page = start(watched)
    page.get_by_role("link", name="Begin met alle 32").click()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    question(page).get_by_role("radio").nth(1).check()
    next_question(page)
    next_question(page)
    question(page).get_by_role("radio").nth(6).check()
    page.close()
    again = Watched(context.new_page(), base)
    page = start(again)

    expect(page.locator("[data-part=resume-said]")).to_contain_text("Je beantwoordde 2 van de 32 vragen.")
    page.get_by_role("button", name="Ga verder").click()
    expect_shown(page, "1.2")
    next_question(page)
    expect(question(page).get_by_role("radio", checked=True)).to_have_value("0")
    assert [] == again.complaints


def test_back_goes_one_question_back(watched: Watched) -> None:
    """The Back button of the browser and of the page undo one step each; a question in the address opens."""
    page = start(watched, "zelfcheck/#c-3-2")
    expect_shown(page, "3.2")
    next_question(page)
    expect_shown(page, "3.3")
    page.go_back()
    expect_shown(page, "3.2")
    next_question(page)
    page.get_by_role("button", name="Vorige").click()
    page.wait_for_url("**#c-3-2")

    expect_shown(page, "3.2")


def test_skip_clear_and_not_applicable(watched: Watched) -> None:
    """The button says what it does; an answer can be wiped; not applicable is an answer of its own."""
    page = start(watched, "zelfcheck/#c-2-5")
    button = page.locator("[data-part=next]")
    expect(button).to_have_text("Sla over")
    question(page).get_by_role("radio", name="Niet van toepassing.").check()
    expect(button).to_have_text("Volgende")
    page.get_by_role("button", name="Wis dit antwoord").click()
    expect(question(page).get_by_role("radio", checked=True)).to_have_count(0)
    expect(button).to_have_text("Sla over")
    expect(button).to_be_focused()


def test_areas_and_overview(watched: Watched) -> None:
    """Who chooses areas is asked those alone; the overview shows what was done, and leads to any question."""
    page = start(watched)
    page.get_by_text("Kies de domeinen die je nu bezighouden").click()
    page.get_by_role("button", name="Begin met deze domeinen").click()
    expect(page.locator("[data-part=choose-said]")).to_have_text("Kruis eerst een domein aan.")
    page.get_by_role("checkbox", name=re.compile("Toetsen en evalueren")).check()
    page.get_by_role("checkbox", name=re.compile("Lesgeven en leren")).check()
    page.get_by_role("button", name="Begin met deze domeinen").click()
    expect_shown(page, "3.1")
    question(page).get_by_role("radio").first.check()
    page.locator(".vw-plan summary").click()
    plan = page.get_by_role("navigation", name="Alle vragen")

    assert 8 == plan.get_by_role("link").count()
    assert ["1 van 5", "0 van 3"] == [one.inner_text() for one in plan.locator("[data-count]:visible").all()]
    expect(plan.get_by_role("link", name="3.1")).to_have_accessible_name(re.compile(", beantwoord$"))
    plan.get_by_role("link", name="4.3").click()
    expect_shown(page, "4.3")


def test_all_below_each_other(watched: Watched) -> None:
    """All questions of a round can stand on one page, with the same answers."""
    page = start(watched)
    page.get_by_role("link", name="Begin de snelle scan").click()
    question(page).get_by_role("radio").nth(3).check()
    page.locator(".vw-plan summary").click()
    page.get_by_role("button", name="Alle vragen onder elkaar").click()

    expect_shown(page, "1.1", "2.1", "3.1", "4.1", "5.2", "6.4")
    expect(page.locator("[data-item='1.1'] input:checked")).to_have_value("4")
    page.locator("[data-item='4.1'] input").nth(1).check()
    expect(page.locator("[data-part=said]")).to_contain_text("2 van 6 beantwoord.")
    page.get_by_role("button", name="Naar de laatste vragen").click()
    expect(page.get_by_role("heading", name="Algemene vragen")).to_be_visible()


def test_from_quick_to_all_keeps_the_answers(watched: Watched) -> None:
    """Who goes from the quick scan to all questions goes on with the same round."""
    page = start(watched)
    page.get_by_role("link", name="Begin de snelle scan").click()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    question(page).get_by_role("radio").nth(3).check()
    page.goto(page.url.partition("#")[0])
    page.locator(READY).wait_for()
    page.get_by_role("link", name="Begin met alle 32").click()

    expect_shown(page, "1.2")
    assert 1 == len([key for key in stored(page) if re.fullmatch(r"vormingswijzer/round/[0-9-]+", key)])


def test_examples_of_a_level(watched: Watched) -> None:
    """Who says where they teach sees examples from there, and need not say it twice."""
    page = start(watched)
    page.get_by_label("Toon voorbeelden uit:").select_option("kleuter")
    page.get_by_role("link", name="Begin de snelle scan").click()

    expect(question(page).locator(".vw-examples details:visible")).to_have_count(1)
    page.goto(page.url.partition("#")[0] + "#_algemeen")
    expect(page.get_by_role("checkbox", name="Kleuteronderwijs")).to_be_checked()


def test_words_are_explained_on_demand(watched: Watched) -> None:
    """A word that somebody may not know is explained at the question, when they ask."""
    page = start(watched, "zelfcheck/#c-1-9")
    meaning = question(page).get_by_text(re.compile("^Een probleem zo aanpakken"))
    expect(meaning).not_to_be_visible()
    question(page).get_by_text("Wat betekent 'computationeel denken'?").click()
    expect(meaning).to_be_visible()


def test_note_is_kept(watched: Watched) -> None:
    """Words of one's own are kept as they were typed, and shown as text."""
    page = start(watched, "zelfcheck/#_algemeen")
    note = page.get_by_role("textbox", name="Wat wil je bij deze ronde onthouden?")
    note.fill("<b>Eerst</b> 2.1 & 'dan' \"4.3\"")
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    page.reload()
    page.locator(READY).wait_for()

    expect(note).to_have_value("<b>Eerst</b> 2.1 & 'dan' \"4.3\"")


def test_an_empty_round_has_no_report(watched: Watched) -> None:
    """Who answered nothing is told so, and stays."""
    page = start(watched, "zelfcheck/#_algemeen")
    page.get_by_role("button", name="Bekijk je rapport").click()

    expect(page.locator("[data-part=finish-said]")).to_contain_text("Je beantwoordde nog geen enkele vraag.")
    assert page.url.endswith("#_algemeen")


def test_finished_round_can_be_changed(watched: Watched) -> None:
    """After the report the answers can still be changed, in the same round; a new round leaves the old one."""
    page = start(watched, "zelfcheck/#c-1-1")
    question(page).get_by_role("radio").first.check()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    page.evaluate("location.hash = '_algemeen'")
    page.get_by_role("button", name="Bekijk je rapport").click()
    page.wait_for_url("**/zelfcheck/rapport/")
    page = start(watched)
    expect(page.locator("[data-part=resume-said]")).to_contain_text("1 vragen beantwoord")
    page.get_by_role("button", name="Vul aan of verander een antwoord").click()
    expect_shown(page, "1.2")
    page.go_back()
    page.evaluate("history.replaceState(null, '', location.pathname)")
    page.reload()
    page.locator(READY).wait_for()
    page.evaluate("location.hash = '_algemeen'")
    page.get_by_role("button", name="Bekijk je rapport").click()
    page.wait_for_url("**/zelfcheck/rapport/")
    page = start(watched)
    page.get_by_role("link", name="Begin de snelle scan").click()
    expect(question(page).get_by_role("radio", checked=True)).to_have_count(0)

    assert 2 == len([key for key in stored(page) if re.fullmatch(r"vormingswijzer/round/[0-9-]+", key)])


def test_answers_ask_for_nothing(browser: Browser, base: str) -> None:
    """Two people with other answers make the same requests."""
    logs = []
    for level in (0, 5):
        context = browser.new_context()
        watched = Watched(context.new_page(), base)
        page = loaded(start(watched))
        page.get_by_role("link", name="Begin de snelle scan").click()
        page.get_by_role("button", name="Ja, bewaar het hier").click()
        for _ in range(6):
            question(page).get_by_role("radio").nth(level).check()
            next_question(page)
        page.get_by_role("button", name="Bekijk je rapport").click()
        page.wait_for_url("**/zelfcheck/rapport/")
        loaded(page).wait_for_load_state("networkidle")
        logs.append(sorted(watched.requests))
        assert [] == watched.complaints
        context.close()

    assert logs[0] == logs[1]
    assert any(url.endswith("/zelfcheck/rapport/") for url in logs[0])


def test_modules_stay_small(watched: Watched, site: BuiltSite) -> None:
    """All modules that the questionnaire and the report load take at most 31 kB compressed; the offers at most 40."""
    page = start(watched, "zelfcheck/#c-1-1")
    question(page).get_by_role("radio").first.check()
    loaded(watched.open("zelfcheck/rapport/"))
    # The start and the search of every page and what puts an offer in the plan are not of these two.
    search = ("/vw-search.js", "/logic/search.js", "/logic/dutch.js", "/logic/mark.js")
    others = ("/entry.js", "/saving/", "/logic/plan.js", *search)
    urls = {url for url in watched.requests if url.endswith(".js") and not any(part in url for part in others)}
    names = sorted(url.removeprefix(watched.base) for url in urls)
    modules = b"".join((site.folder / name).read_bytes() for name in names)

    assert len(names) > 10
    assert len(gzip.compress(modules, 9)) <= 31_000
    assert len(gzip.compress((site.folder / "assets/selfcheck/recommendations.json").read_bytes(), 9)) <= 40_000


def test_paper(watched: Watched) -> None:
    """On paper stand all 32 competences and the score sheet, and nothing to click; an empty copy shows no answer."""
    page = start(watched, "zelfcheck/#c-2-1")
    question(page).get_by_role("radio").nth(2).check()
    page.emulate_media(media="print")

    assert 32 == question(page).count()
    assert page.locator(".vw-sheet").is_visible()
    assert 0 == page.locator("vw-selfcheck :is(button, select):visible").count()
    width = "getComputedStyle(document.querySelector('#c-2-1 input:checked')).borderTopWidth"
    assert float(page.evaluate(width).removesuffix("px")) > 3
    page.emulate_media(media="screen")
    page.goto(page.url.partition("#")[0])
    page.locator(READY).wait_for()
    page.evaluate(NO_PRINT)
    page.get_by_role("button", name="Druk een leeg exemplaar af").click()
    # On a phone the page goes on while the browser makes the sheets.
    expect(page.locator("vw-selfcheck[data-empty]")).to_be_attached()
    page.evaluate(PRINTED)
    expect(page.locator("vw-selfcheck[data-empty]")).to_have_count(0)


def test_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts all questions, the score sheet and the formula can be read, and no dead button shows."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base + "zelfcheck/")

    assert 32 == question(page).count()
    assert page.get_by_role("heading", name="Scoreblad").is_visible()
    assert page.get_by_text("Het script van deze pagina draait niet").is_visible()
    assert 0 == page.get_by_role("button").and_(page.locator("main *")).count()
    page.close()


STATES = {
    "start": "",
    "question": "#c-1-1",
    "general": "#_algemeen",
}


@pytest.mark.parametrize("state", [*STATES, "asked", "all"])
def test_accessible(browser: Browser, base: str, state: str) -> None:
    """No state of the questionnaire breaks a WCAG 2.2 A or AA rule, or is wider than a small phone."""
    broken = {}
    for scheme, width in LOOKS:
        page = browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
        )
        page.goto(base + "zelfcheck/" + STATES.get(state, "#c-1-1"))
        page.locator(READY).wait_for()
        if state in ("asked", "all"):
            question(page).get_by_role("radio").nth(2).check()
            page.locator(".vw-plan summary").click()
        if state == "all":
            page.get_by_role("button", name="Alle vragen onder elkaar").click()
        if found := axe_violations(page):
            broken[scheme, width] = found
        page.set_viewport_size({"width": 320, "height": 640})
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > 320:
            broken[scheme, 320] = [str(wide)]
        page.close()

    assert {} == broken
