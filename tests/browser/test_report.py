"""The report of the self-check: what it shows of what is kept or came in a link, and what it never does."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import PRINTED, Watched, loaded
from tests.browser.test_gates import LOOKS, axe_violations
from tests.client.conftest import NOON, PREFIX, text

REPORT = "zelfcheck/rapport/"
QUICK = ("1.1", "2.1", "3.1", "4.1", "5.2", "6.4")
TODAY = "2026-11-22"
MOMENT = datetime.fromtimestamp(NOON / 1000, UTC)
Answers = dict[str, int | str]


class Round:
    """A round as a test wants it to be kept."""

    def __init__(self, answers: Answers, name: str = f"{TODAY}-1", **chosen: object) -> None:
        self.answers = answers
        self.name = name
        self.is_finished = bool(chosen.pop("is_finished", True))
        self.stale = tuple(str(one) for one in chosen.pop("stale", ()))  # type: ignore[attr-defined]  # a tuple
        self.chosen = chosen


def ready(page: Page) -> Page:
    """Waits until the report is drawn, and the offers came or did not."""
    page.locator("vw-report[data-ready]").wait_for(state="attached")
    expect(page.locator("[data-part=loading]")).to_be_hidden()
    return loaded(page)


def keep(page: Page, *rounds: Round, device: str = "own") -> Page:
    """Writes rounds as the questionnaire keeps them, under the words of today, and opens the page anew."""
    rows = page.locator("vw-report [data-item]")
    wordings = dict(rows.evaluate_all("all => all.map(({ dataset }) => [dataset.item, dataset.wording])"))
    name = page.locator("vw-report").get_attribute("data-questionnaire")
    texts = {"device": text(device)}
    for one in rounds:
        start = f"round/{one.name}"
        day = one.name[:10] if one.is_finished else None
        texts[start] = text({"questionnaire": name, "version": 1, "finished": day})
        for competence, answer in one.answers.items():
            wording = "0ld" if competence in one.stale else wordings[competence]
            texts[f"{start}/answer/{competence}"] = text({"answer": answer, "wording": wording})
        for part, value in one.chosen.items():
            texts[f"{start}/{part.replace('__', '/')}"] = text(value)
    keys = {PREFIX + key: value for key, value in texts.items()}
    page.evaluate("(texts) => { for (const [key, one] of Object.entries(texts)) localStorage.setItem(key, one) }", keys)
    page.reload()
    return ready(page)


def competences(page: Page) -> list[str]:
    """Gives the ids of all competences, in their order."""
    found: list[str] = page.locator("vw-report [data-item]").evaluate_all("all => all.map((one) => one.dataset.item)")
    return found


def opened(watched: Watched, *rounds: Round) -> Page:
    """Opens the report with these rounds."""
    watched.page.clock.set_fixed_time(MOMENT)
    return keep(ready(watched.open(REPORT)), *rounds)


def stored(page: Page, part: str, name: str = f"{TODAY}-1") -> Any:
    """Gives what is kept with a round."""
    found = page.evaluate("(key) => localStorage.getItem(key)", f"{PREFIX}round/{name}/{part}")
    return json.loads(found)["value"] if found else None


MIXED: Answers = {"1.1": 4, "1.2": 1, "1.3": 2, "1.4": 6, "1.5": "na", "2.1": 3, "2.2": 4, "3.1": 2, "4.1": 5}
PLAIN = Round(MIXED, priorities=["1.2", "3.1"])


def test_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts the page says how to come to a report by hand, and shows nothing that needs a script."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base + REPORT)

    expect(page.get_by_role("heading", name="Mijn rapport")).to_be_visible()
    expect(page.get_by_role("link", name="Tel je punten op het scoreblad")).to_be_visible()
    assert (
        page.get_by_role("link", name="Zoek bij elke competentie de tip").get_attribute("href") == "../../competenties/"
    )
    assert 0 == page.locator("vw-report button:visible, vw-report select:visible").count()
    page.close()


def test_nothing_yet(watched: Watched) -> None:
    """Who has no result is led to both ways to start, may open a copy, and nothing is stored."""
    page = ready(watched.open(REPORT))

    expect(page.locator("[data-part=static]")).to_be_hidden()
    panel = page.locator("[data-part=empty]")
    expect(panel.get_by_role("listitem")).to_contain_text(["De snelle scan", "Alle 32 competenties"])
    assert "zelfcheck/#_begin" in str(panel.get_by_role("link").evaluate("link => link.href"))
    expect(page.get_by_text("Open een kopie")).to_be_visible()
    expect(page.locator("[data-part=results]")).to_be_hidden()
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")
    assert [] == watched.complaints


def test_levels(watched: Watched) -> None:
    """Each area and competence stands with its level in words, in a code and in a bar; what was skipped does not."""
    page = opened(watched, PLAIN)

    expect(page.locator("[data-part=counts]")).to_have_text("8 van 32 competenties beantwoord, 1 niet van toepassing.")
    area = page.locator("[data-part=levels] tbody").first
    # 4 + 1 + 2 + 6 = 13 points in 4 answers: 3.25.
    expect(area.get_by_role("row").first).to_contain_text("4 van 9 beantwoord, gemiddeld 3,3")
    expect(area.get_by_role("row").first.get_by_role("cell")).to_have_text("Ik gebruik het B1, 3 van 6")
    fold = area.get_by_role("button", name="Professionele betrokkenheid")
    assert "false" == fold.get_attribute("aria-expanded")
    expect(area.get_by_role("row")).to_have_count(1)
    fold.press("Enter")
    assert "true" == fold.get_attribute("aria-expanded")
    expect(area.get_by_role("row")).to_have_count(6)
    expect(area.locator("[data-item='1.4'] td")).to_have_text("Ik vernieuw C2, 6 van 6")
    expect(area.locator("[data-item='1.5'] td")).to_have_text("Niet van toepassing")
    assert 4 == area.locator("[data-item='1.1'] .vw-bar__reached").count()
    assert 1 == area.locator("[data-item='1.1'] .vw-bar__next").count()
    expect(page.locator("[data-part=levels] tbody").nth(4)).to_contain_text("Niet beantwoord")
    expect(page.get_by_role("button", name="Ondersteuning van leerlingen")).to_be_disabled()


def test_area_with_only_what_does_not_apply(watched: Watched) -> None:
    """An area in which only 'niet van toepassing' was chosen has no level, and can be unfolded."""
    page = opened(watched, Round({"6.4": "na", "1.1": 1}))
    area = page.locator("[data-part=levels] tbody").last

    expect(area.get_by_role("row").first.get_by_role("cell")).to_have_text("Niet beantwoord")
    area.get_by_role("button").click()
    expect(area.locator("[data-item='6.4'] td")).to_have_text("Niet van toepassing")


def test_quick_scan_is_a_first_impression(watched: Watched) -> None:
    """Of a quick scan is said that it is a first impression; of more than that not."""
    page = opened(watched, Round(dict.fromkeys(QUICK, 3)))
    expect(page.get_by_text("Dit is een eerste indruk")).to_be_visible()

    keep(page, Round({**dict.fromkeys(QUICK, 3), "1.2": 3}))
    expect(page.get_by_text("Dit is een eerste indruk")).to_be_hidden()


def test_open_round_leads_back(watched: Watched) -> None:
    """Of a round that is not finished is said so, with the way back to the questions."""
    page = opened(watched, Round(MIXED, is_finished=False))

    expect(page.get_by_role("link", name="Ga verder met de zelfcheck")).to_be_visible()
    expect(page.get_by_label("Welke ronde wil je zien?")).to_contain_text("22 november 2026, nog niet klaar")


def test_strengths_and_suggestions(watched: Watched) -> None:
    """The highest levels are strengths, the lowest are suggested; without any from B1 on, nobody is blamed."""
    page = opened(watched, PLAIN)
    strong = ("1.4", "4.1", "1.1", "2.2", "2.1")
    expect(page.locator("[data-part=strengths] a")).to_have_text([re.compile(f"^{one} ") for one in strong])
    suggested = page.get_by_role("group", name="Misschien een van deze").get_by_role("checkbox")
    assert ["1.2", "1.3", "3.1"] == suggested.evaluate_all("all => all.map((one) => one.value)")

    keep(page, Round({"1.1": 1, "1.2": 2, "1.3": 2, "1.4": 1, "2.1": 1, "3.1": 2, "2.2": 1, "4.1": 1}))
    expect(page.get_by_text("Hier staat nog niets, en dat is geen probleem.")).to_be_visible()
    assert "Hier staat nog niets" not in on_paper(page)


def test_priorities_with_the_keyboard(watched: Watched) -> None:
    """Somebody chooses, orders and drops what goes first with keys alone; the focus stays, and it is said and kept."""
    page = opened(watched, Round(MIXED))
    suggested = page.get_by_role("group", name="Misschien een van deze")
    suggested.get_by_role("checkbox", name="1.2 ").press(" ")
    suggested.get_by_role("checkbox", name="3.1 ").press(" ")
    assert ["1.2", "3.1"] == stored(page, "priorities")
    expect(suggested.get_by_role("checkbox", name="3.1 ")).to_be_focused()

    order = page.get_by_role("list", name="Dit gaat voor")
    order.get_by_role("button", name="Hoger 3.1").press("Enter")
    assert ["3.1", "1.2"] == stored(page, "priorities")
    expect(order.get_by_role("button", name="Hoger 3.1")).to_be_focused()
    expect(page.locator("[data-part=chosen-said]")).to_have_text("3.1 Lesgeven staat nu op nummer 1.")
    expect(page.locator("[data-part=cards] h3")).to_have_text([re.compile("^3.1"), re.compile("^1.2")])
    order.get_by_role("button", name="Hoger 3.1").press("Enter")
    assert ["3.1", "1.2"] == stored(page, "priorities")

    order.get_by_role("button", name="Haal weg 3.1").press("Enter")
    expect(page.locator("[data-part=chosen-said]")).to_be_focused()
    expect(suggested.get_by_role("checkbox", name="3.1 ")).not_to_be_checked()
    page.reload()
    expect(page.locator("[data-part=order] li")).to_have_count(1)
    assert [] == watched.complaints


def test_five_priorities_is_the_most(watched: Watched) -> None:
    """A sixth competence is not taken, and that is said."""
    page = opened(watched, Round(MIXED, priorities=["1.1", "1.2", "1.3", "1.4", "2.1"]))
    page.get_by_text("Kies een andere competentie").click()
    page.get_by_role("checkbox", name="6.6 ").click()

    expect(page.get_by_role("checkbox", name="6.6 ")).not_to_be_checked()
    expect(page.locator("[data-part=chosen-said]")).to_have_text("Vijf is het meeste. Haal er eerst een weg.")
    assert 5 == len(stored(page, "priorities"))


def texts_of(page: Page, competence: str) -> dict[str, list[str]]:
    """Gives the statements and tips of a competence as the page brings them."""
    found: dict[str, list[str]] = page.evaluate(
        "(id) => { const all = document.querySelector('template[data-part=texts]').content;"
        " const list = (name) => [...all.querySelectorAll(`[data-texts='${id}'] [data-${name}] > li`)]"
        ".map((one) => one.textContent); return { statements: list('statements'), tips: list('tips') } }",
        competence,
    )
    return found


def test_card_of_a_priority(watched: Watched) -> None:
    """A card has the statement and the tip of the level reached, the next statement, and who can help."""
    page = opened(watched, PLAIN)
    card = page.locator("[data-part=cards] article").first
    words = texts_of(page, "1.2")

    assert 6 == len(words["statements"]) == len(words["tips"])
    expect(card).to_contain_text(f"Je koos {words['statements'][0]}")
    expect(card).to_contain_text(f"Wat kun je maandag doen? {words['tips'][0]}")
    expect(card).to_contain_text(f"Een stap verder: Ik probeerde het {words['statements'][1]}")
    for help_ in ("collega", "intervisie", "pedagogisch begeleider", "KlasCement"):
        expect(card).to_contain_text(help_)
    links = card.get_by_role("link").evaluate_all("all => all.map((link) => link.href)")
    assert any("competenties/professionele-betrokkenheid/#c-1-2" in link or "1-2" in link for link in links)
    assert any(link.endswith("/checklist/") for link in links)


def test_priority_that_is_no_longer_asked(watched: Watched) -> None:
    """A priority that this version of the questionnaire does not know is left out, and stays kept."""
    page = opened(watched, Round(MIXED, priorities=["9.9", "3.1"]))

    expect(page.locator("[data-part=cards] h3")).to_have_text([re.compile("^3.1")])
    assert ["9.9", "3.1"] == stored(page, "priorities")


def test_card_without_a_level_and_at_the_last(watched: Watched) -> None:
    """A priority that was not answered has no tip, and says so; the last level has no next."""
    page = opened(watched, Round(MIXED, priorities=["6.6", "1.4"]))
    cards = page.locator("[data-part=cards] article")

    expect(cards.nth(0)).to_contain_text("Hier heb je nog geen niveau.")
    expect(cards.nth(0)).not_to_contain_text("Wat kun je maandag doen?")
    expect(cards.nth(1)).to_contain_text(texts_of(page, "1.4")["tips"][5])
    expect(cards.nth(1)).not_to_contain_text("Een stap verder")


def test_offers_that_fit(watched: Watched) -> None:
    """Offers of the real catalogue stand with why they fit; another kind of education gives others, and is kept."""
    page = opened(watched, Round(MIXED, priorities=["3.1"], context__onderwijsniveau=["lager"]))
    offers = page.locator("[data-part=cards] article li:has(.vw-fits__title)")
    expect(page.get_by_label("Waar geef je les?")).to_have_value("lager")
    expect(offers.first).to_contain_text("Waarom dit: leert precies deze competentie, voor Lager onderwijs")
    before = offers.all_inner_texts()
    address = str(offers.first.get_by_role("link").evaluate("link => link.href"))
    assert page.request.get(address).ok
    assert "/catalogus/" in address

    page.get_by_label("Waar geef je les?").select_option("volwassenen")
    expect(offers.first).not_to_contain_text("Lager onderwijs")
    assert before != offers.all_inner_texts()
    assert "volwassenen" == stored(page, "level")
    page.get_by_label("Waar wil je nascholing volgen?").select_option("brussel")
    page.get_by_label("Waar geef je les?").select_option("")
    page.reload()
    expect(page.get_by_label("Waar geef je les?")).to_have_value("")
    expect(page.get_by_label("Waar wil je nascholing volgen?")).to_have_value("brussel")
    more = page.get_by_role("link", name="Zoek verder in de catalogus").first
    assert "#" in str(more.get_attribute("href"))
    assert "regio=brussel" in str(more.get_attribute("href"))


def test_offers_do_not_come(watched: Watched) -> None:
    """Where the list of offers does not come, that is said, the rest works, and trying again brings it."""
    pattern = "**/recommendations.json"
    watched.page.route(pattern, lambda route: route.abort())
    page = opened(watched, PLAIN)
    expect(page.get_by_text("De lijst met nascholing kwam niet binnen.")).to_be_visible()
    expect(page.locator("[data-part=cards] article")).to_have_count(2)
    page.get_by_role("button", name="Lager 1.2").click()
    assert ["3.1", "1.2"] == stored(page, "priorities")

    watched.page.unroute(pattern)
    watched.page.route(pattern, lambda route: route.fulfill(body='{"version": 1}'))
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator("[data-part=loading]")).to_be_hidden()
    expect(page.get_by_text("De lijst met nascholing kwam niet binnen.")).to_be_visible()

    watched.page.unroute(pattern)
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".vw-fits__title").first).to_be_visible()
    expect(page.get_by_text("De lijst met nascholing kwam niet binnen.")).to_be_hidden()


def test_goes_on_without_the_network(watched: Watched) -> None:
    """Once open, the report chooses, orders, compares and links without the network."""
    watched.page.clock.set_fixed_time(MOMENT)
    page = opened(watched, Round({"1.1": 2}, "2026-05-03-1"), Round(MIXED, f"{TODAY}-2"))
    page.context.set_offline(True)
    page.get_by_role("checkbox", name="3.1 ").check()
    expect(page.locator(".vw-fits__title").first).to_be_visible()
    page.get_by_label("Waar geef je les?").select_option("secundair")
    expect(page.locator("[data-part=moves]")).to_be_visible()
    page.get_by_label("Welke ronde wil je zien?").select_option(index=0)
    expect(page.locator("[data-part=counts]")).to_contain_text("1 van 32")
    page.context.set_offline(False)


def link_of(page: Page) -> str:
    """Gives the link with the result that is shown."""
    page.get_by_text("Neem je resultaat mee in een link").click()
    return page.locator("[data-part=link]").inner_text()


def test_result_in_a_link(browser: Browser, watched: Watched) -> None:
    """A link shows the result elsewhere, is taken out of the address, and is kept only when somebody asks."""
    link = link_of(opened(watched, PLAIN))
    assert re.fullmatch(r"#resultaat=[\w-]{20}", link.removeprefix(watched.base + REPORT))

    context = browser.new_context()
    page = context.new_page()
    page.goto(link)
    ready(page)
    assert watched.base + REPORT == page.url
    expect(page.get_by_text("Dit resultaat komt uit een link.")).to_be_visible()
    expect(page.locator("[data-part=counts]")).to_contain_text(
        "8 van 32 competenties beantwoord, 1 niet van toepassing"
    )
    page.get_by_role("checkbox", name="3.1 ").check()
    expect(page.locator("[data-part=cards] article")).to_have_count(1)
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")

    page.get_by_role("button", name="Bewaar als ronde").click()
    expect(page.get_by_text("Het resultaat staat nu bij je rondes.")).to_be_visible()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    page.reload()
    ready(page)
    expect(page.locator("[data-part=counts]")).to_contain_text(
        "8 van 32 competenties beantwoord, 1 niet van toepassing"
    )
    expect(page.locator("[data-part=cards] h3")).to_have_text([re.compile("^3.1")])
    context.close()


def test_link_beside_own_rounds(watched: Watched) -> None:
    """A result from a link leaves the own rounds as they are, and closes back to them."""
    page = opened(watched, Round({"1.1": 6}))
    link = link_of(page)
    keep(page, PLAIN)
    before = page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    page.goto(link)
    expect(page.locator("[data-part=counts]")).to_contain_text("1 van 32")
    page.get_by_text("Kies een andere competentie").click()
    page.get_by_role("checkbox", name="2.1 ").check()
    expect(page.locator("[data-part=cards] article")).to_have_count(1)
    assert before == page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    page.get_by_role("button", name="Sluit dit resultaat").click()
    expect(page.locator("[data-part=counts]")).to_contain_text("8 van 32")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("cut", "Van deze link ontbreekt een stuk."),
        ("changed", "niet meer dezelfde als toen hij gemaakt werd"),
        ("other version", "hoort bij een andere versie"),
        ("not a result", "zit geen resultaat"),
    ],
)
def test_bad_links(watched: Watched, change: str, said: str) -> None:
    """A link that is cut, changed, of another version or something else is refused in words, and nothing is shown."""
    page = opened(watched, PLAIN)
    address, _, code = link_of(page).partition("=")
    broken = {
        "cut": code[:-3],
        "changed": code[:5] + ("A" if code[5] != "A" else "B") + code[6:],
        "other version": other_version(page),
        "not a result": "<b>hallo</b>",
    }[change]
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(f"{address}={broken}")
    ready(page)

    expect(page.get_by_role("alert").filter(has_text=said)).to_be_visible()
    expect(page.locator("[data-part=results]")).to_be_hidden()
    assert watched.base + REPORT == page.url


def other_version(page: Page) -> str:
    """Gives a result of a version that this site does not have."""
    code = (
        "async () => (await import('../../assets/javascripts/logic/sharing.js'))"
        ".encode({ '1.1': 1 }, [...document.querySelectorAll('[data-item]')].map((one) => one.dataset.item), 99)"
    )
    found: str = page.evaluate(code)
    return found


def test_two_rounds_side_by_side(watched: Watched) -> None:
    """Two rounds stand side by side with what moved, in words; what has no level in one cannot be compared."""
    earlier = Round({"1.1": 2, "1.2": 3, "1.3": 2, "2.1": 3}, "2026-05-03-1")
    page = opened(watched, earlier, Round(MIXED, f"{TODAY}-2"))
    table = page.get_by_role("table", name="Je niveaus per ronde")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Domein en competentie", "3 mei 2026", "22 november 2026", "Verschoven"]
    )
    table.get_by_role("button", name="Professionele betrokkenheid").click()
    rows = {"1.1": "↑ 2 niveaus hoger", "1.2": "↓ 2 niveaus lager", "1.3": "= gelijk", "1.4": "niet te vergelijken"}
    for competence, said in rows.items():
        expect(table.locator(f"[data-moves='{competence}'] td").last).to_have_text(said)
    expect(table.locator("[data-moves='1.1'] td").first).to_have_text("Ik probeerde het A2, 2 van 6")
    expect(table.locator("[data-moves='1.6']")).to_be_hidden()

    page.get_by_role("checkbox", name="3 mei 2026").uncheck()
    expect(page.get_by_text("Kies minstens twee rondes.")).to_be_visible()
    expect(table).to_be_hidden()


def test_answers_under_other_words(watched: Watched) -> None:
    """An answer that was given under other words is never shown with a level; it is named apart."""
    stale = Round({"1.1": 6, "1.2": 3}, "2026-05-03-1", stale=("1.1",))
    page = opened(watched, stale, Round(MIXED, f"{TODAY}-2"))
    expect(page.locator("[data-part=apart]")).to_have_text(re.compile("Ronde van 3 mei 2026: bij 1.1 antwoordde je"))
    expect(page.locator("[data-moves='1.1'] td").first).to_have_text("–")

    page.get_by_label("Welke ronde wil je zien?").select_option(label="3 mei 2026")
    expect(page.locator("[data-part=earlier]")).to_contain_text("Bij 1.1 staat er nu een andere uitspraak")
    expect(page.locator("[data-part=counts]")).to_contain_text("1 van 32")
    assert "C2" not in page.locator("[data-part=levels]").inner_text()


def test_one_round_goes_and_comes_back(watched: Watched) -> None:
    """A deleted round can be put back as it was; other rounds stay."""
    page = opened(watched, Round({"1.1": 2}, "2026-05-03-1"), Round(MIXED, f"{TODAY}-2", priorities=["1.2"]))
    everything = "JSON.stringify(Object.entries(localStorage).sort())"
    before = page.evaluate("Object.keys(localStorage).sort()")
    page.get_by_role("button", name="Wis deze ronde").click()
    expect(page.get_by_text("De ronde van 22 november 2026 is gewist.")).to_be_visible()
    expect(page.locator("[data-part=counts]")).to_contain_text("1 van 32")
    assert f"{TODAY}-2" not in page.evaluate(everything)

    expect(page.get_by_role("button", name="Zet de ronde terug")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=counts]")).to_contain_text("8 van 32")
    assert before == page.evaluate("Object.keys(localStorage).sort()")


def test_deleting_everything_takes_a_deleted_round_along(watched: Watched) -> None:
    """After everything was deleted, no round of before can be put back on its own."""
    page = opened(watched, Round({"1.1": 2}, "2026-05-03-1"), Round(MIXED, f"{TODAY}-2"))
    page.get_by_role("button", name="Wis deze ronde").click()
    page.get_by_role("button", name="Wis alles").click()

    expect(page.locator("[data-part=empty]")).to_be_visible()
    expect(page.get_by_role("button", name="Zet de ronde terug")).to_be_hidden()


def test_again_and_change(watched: Watched) -> None:
    """Changing answers opens the round again; a new round leaves the old one as it was."""
    page = opened(watched, Round(MIXED))
    page.get_by_role("link", name="Verander je antwoorden").click()
    page.wait_for_url("**/zelfcheck/*")
    state = page.evaluate("(key) => JSON.parse(localStorage.getItem(key)).value.finished", f"{PREFIX}round/{TODAY}-1")
    assert state is None

    page.goto(watched.base + REPORT)
    ready(page).get_by_role("link", name="Start een nieuwe ronde").click()
    page.wait_for_url("**/zelfcheck/*")
    page.goto(watched.base + REPORT)
    expect(ready(page).locator("[data-part=counts]")).to_contain_text("8 van 32")


NOTE = "Vraag het aan Els.\nNiet op papier."


def on_paper(page: Page) -> str:
    """Gives the words that would be printed."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    words: str = page.locator("body").inner_text()
    page.emulate_media(media="screen")
    page.evaluate(PRINTED)
    return words


def test_only_what_was_picked_is_printed(watched: Watched) -> None:
    """On paper stands what was ticked and nothing else: no level and no note unless somebody wants it there."""
    page = opened(watched, Round(MIXED, priorities=["1.2", "3.1"], context__notitie={"text": NOTE}))
    expect(page.locator("[data-part=note]")).to_have_text(NOTE)
    tips = {one: texts_of(page, one)["tips"][0 if one == "1.2" else 1] for one in ("1.2", "3.1")}
    level = re.compile(r"\b[ABC][12]\b|Ik (ken het|probeerde het|gebruik het|kies bewust|stuur bij|vernieuw)\b")
    words = on_paper(page)
    assert "22 november 2026" in words
    assert "Wat spreken we af?" in words
    assert "geen toets" in words
    assert tips["1.2"] in words
    assert tips["3.1"] in words
    assert "Waar je sterk in bent" in words
    assert "Nascholing die erbij past" in words
    assert not level.search(words), level.search(words)
    assert "Els" not in words
    assert "Waar geef je les" not in words
    assert "Bewaren en wissen" not in words
    assert "CC BY" not in words

    picks = page.get_by_role("group", name="Wat wil je afdrukken?")
    for name in ("1.2 ", "Waar ik sterk in ben", "De tips", "Ruimte om te schrijven", "Wie of wat kan helpen"):
        picks.get_by_role("checkbox", name=name).uncheck()
    words = on_paper(page)
    assert "3.1 Lesgeven" in words
    assert "1.2 " not in words
    assert not any(tip in words for tip in tips.values())
    assert "Waar je sterk in bent" not in words
    assert "Nascholing" not in words
    assert "Wat spreken we af" not in words

    picks.get_by_role("checkbox", name="Mijn niveaus").check()
    picks.get_by_role("checkbox", name="Wat ik bij deze ronde noteerde").check()
    words = on_paper(page)
    assert "1.4 " in words
    assert "C2, 6 van 6" in words
    assert "Els" in words

    while picks.get_by_role("checkbox", checked=True).count():
        picks.get_by_role("checkbox", checked=True).first.uncheck()
    page.get_by_role("button", name="Druk af").click()
    expect(page.get_by_text("Kruis eerst aan wat je wilt afdrukken.")).to_be_visible()


def test_reasons_tell_no_level_on_paper(watched: Watched) -> None:
    """Why an offer fits somebody's level stands on the screen, and on paper only beside the levels."""

    def with_levels(route: Route) -> None:
        data = route.fetch().json()
        for offer in data["offers"]:
            offer["start"] = 2
        route.fulfill(json=data)

    watched.page.route("**/recommendations.json", with_levels)
    page = opened(watched, Round(MIXED, priorities=["3.1"]))
    said = "sluit aan bij jouw niveau: begint bij A2"
    expect(page.locator("[data-part=cards]")).to_contain_text(said)
    words = on_paper(page)
    assert "leert precies deze competentie" in words
    assert said not in words
    page.get_by_role("checkbox", name="Mijn niveaus").check()
    assert said in on_paper(page)


def test_what_is_picked_stays_picked(watched: Watched) -> None:
    """Choosing another order leaves the ticks for paper as they are."""
    page = opened(watched, PLAIN)
    picks = page.get_by_role("group", name="Wat wil je afdrukken?")
    picks.get_by_role("checkbox", name="1.2 ").uncheck()
    page.get_by_role("button", name="Lager 1.2").click()

    expect(picks.get_by_role("checkbox", name="1.2 ")).not_to_be_checked()
    expect(picks.get_by_role("checkbox", name="3.1 ")).to_be_checked()


BLOCKED = """
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })
"""


def test_link_opens_without_storage(browser: Browser, watched: Watched) -> None:
    """Where nothing can be stored, a result from a link is shown, ordered and kept in memory."""
    link = link_of(opened(watched, PLAIN))
    context = browser.new_context()
    other = Watched(context.new_page(), watched.base)
    other.page.add_init_script(BLOCKED)
    other.page.goto(link)
    page = ready(other.page)
    page.get_by_role("checkbox", name="3.1 ").check()
    expect(page.locator("[data-part=cards] article")).to_have_count(1)
    page.get_by_role("button", name="Bewaar als ronde").click()
    expect(page.locator("[data-part=counts]")).to_contain_text("8 van 32")
    expect(page.locator("[data-keep=status]").first).to_have_text("Nog niet bewaard.")
    expect(page.get_by_role("link", name="Start een nieuwe ronde")).to_be_hidden()
    assert [] == other.complaints
    context.close()


def test_copy_of_everything(watched: Watched) -> None:
    """A copy that was saved here gives the same rounds back after everything was deleted."""
    page = opened(watched, PLAIN)
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar een kopie").click()
    assert f"zelfcheck-{TODAY}.json" == download.value.suggested_filename
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator("[data-part=empty]")).to_be_visible()
    page.locator("[data-keep=open]").set_input_files(download.value.path())
    expect(page.locator("[data-part=counts]")).to_contain_text("8 van 32")
    expect(page.locator("[data-part=cards] article")).to_have_count(2)


def test_another_tab(watched: Watched) -> None:
    """What another tab answers or deletes is seen here."""
    page = opened(watched, PLAIN)
    other = page.context.new_page()
    other.goto(watched.base + REPORT)
    ready(other).get_by_role("button", name="Lager 1.2").click()
    expect(page.locator("[data-part=cards] h3").first).to_have_text(re.compile("^3.1"))
    other.get_by_role("button", name="Wis alles").click()
    expect(page.locator("[data-part=empty]")).to_be_visible()


def test_requests_do_not_depend_on_the_result(browser: Browser, base: str) -> None:
    """Two people with other answers, other priorities and other choices make the same requests; so does one without."""
    logs = []
    other = [Round({"1.1": 1}, "2026-05-03-1"), Round(dict.fromkeys(QUICK, 6), f"{TODAY}-2", priorities=["2.1"])]
    for rounds in ([PLAIN], other, []):
        context = browser.new_context()
        one = Watched(context.new_page(), base)
        page = keep(ready(one.open(REPORT)), *rounds)
        if rounds:
            page.get_by_label("Waar geef je les?").select_option(index=len(rounds))
            page.get_by_role("button", name="Toon alle competenties").click()
        page.wait_for_load_state("networkidle")
        logs.append(sorted(one.requests))
        context.close()

    assert logs[0] == logs[1] == logs[2]
    assert 2 == sum(url.endswith("recommendations.json") for url in logs[0])


STATES: dict[str, list[Round]] = {
    "empty": [],
    "quick": [Round(dict.fromkeys(QUICK, 3))],
    "rounds": [
        Round({"1.1": 2, "1.2": 3}, "2026-05-03-1", stale=("1.1",)),
        Round(MIXED, f"{TODAY}-2", priorities=["3.1", "6.6"], is_finished=False, context__notitie={"text": NOTE}),
    ],
}


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_accessible(browser: Browser, base: str, state: str, scheme: Any, width: int) -> None:
    """No state of the report breaks a WCAG rule when all is open, and each fits on 320 px."""
    page = browser.new_page(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page.clock.set_fixed_time(MOMENT)
    page.goto(base + REPORT)
    keep(ready(page), *STATES[state])
    page.evaluate("for (const one of document.querySelectorAll('vw-report details')) one.open = true")
    for fold in page.locator("[data-fold]:enabled:visible").all():
        fold.click()
    page.set_viewport_size({"width": width, "height": 900})
    assert [] == axe_violations(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    page.close()


def test_accessible_with_a_link(browser: Browser, watched: Watched) -> None:
    """A result from a link, and a bad link, break no WCAG rule."""
    link = link_of(opened(watched, PLAIN))
    for address in (link, link[:-3]):
        page = browser.new_page(viewport={"width": 390, "height": 900}, bypass_csp=True, reduced_motion="reduce")
        page.goto(address)
        ready(page)
        assert [] == axe_violations(page)
        page.close()
