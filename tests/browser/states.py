"""Every state of every tool, each as somebody comes to it: for what must hold in all of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser import test_agenda as agenda
from tests.browser import test_catalogue as catalogue
from tests.browser import test_checklist as checklist
from tests.browser import test_compare as compare
from tests.browser import test_group as group
from tests.browser import test_group_join as join
from tests.browser import test_plan as plan
from tests.browser import test_report as report
from tests.browser import test_saving as saving
from tests.browser import test_search as search
from tests.browser import test_selfcheck as selfcheck
from tests.browser.conftest import Watched, loaded
from tests.client.conftest import text
from tests.reference import group as reference

OPEN_ALL = "for (const one of document.querySelectorAll('main details')) one.open = true"

LONG = "Een heel lange naam van een school die haar leerlingen en haar leraren in elk vak goed wil laten leren en leven"
"""As long as a name may be, nearly: 110 characters."""

UNBROKEN = "https://www.voorbeeldschool.be/" + "professionalisering" * 4
"""One word that no line holds."""


def _agenda(watched: Watched) -> Page:
    page = agenda.begin(watched)
    page.get_by_role("checkbox", name="Veiligheid").check()
    agenda.topic(page, "o-1-2").get_by_role("button", name="Neem alle vragen").click()
    page.get_by_role("button", name="Haal weg: Drie waarden kiezen").click()
    page.get_by_label("Een eigen punt").fill(LONG)
    page.keyboard.press("Enter")
    agenda.item(page, 2).locator("summary").click()
    agenda.item(page, 2).get_by_label("Notities").fill(f"{agenda.NOTE}\n{UNBROKEN}")
    page.get_by_label("Minuten die je hebt").fill("10")
    page.get_by_label("Begint om").fill("15:30")
    page.get_by_label("Dag", exact=True).fill("2026-12-01")
    page.keyboard.press("Tab")
    return page


def _wall(watched: Watched) -> Page:
    page = _agenda(watched)
    page.locator("[data-part=show-wall]").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator("dialog[open]")).to_be_visible()
    return page


def _shared_agenda(watched: Watched) -> Page:
    page = _agenda(watched)
    link = agenda.link_of(page)
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#_gekregen")).to_be_focused()
    return page


def _asked_device(watched: Watched) -> Page:
    page = agenda.start(watched)
    page.get_by_role("button", name=agenda.READY_AGENDA).click()
    expect(page.get_by_role("button", name="Ja, bewaar het hier")).to_be_visible()
    return page


def _question(watched: Watched) -> Page:
    page = selfcheck.start(watched, "zelfcheck/#c-1-2")
    selfcheck.question(page).get_by_role("radio").nth(2).check()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    page.locator(".vw-plan summary").click()
    return page


def _all_questions(watched: Watched) -> Page:
    page = _question(watched)
    page.get_by_role("button", name="Alle vragen onder elkaar").click()
    return page


def _general(watched: Watched) -> Page:
    return selfcheck.start(watched, "zelfcheck/#_algemeen")


def _halfway(watched: Watched) -> Page:
    page = _question(watched)
    page.goto(page.url.partition("#")[0])
    page.locator(selfcheck.READY).wait_for()
    return page


def _report(watched: Watched) -> Page:
    page = report.opened(watched, *report.STATES["rounds"])
    page.evaluate(OPEN_ALL)
    for fold in page.locator("[data-fold]:enabled:visible").all():
        fold.click()
    return page


def _report_from_link(watched: Watched) -> Page:
    link = report.opened(watched, report.PLAIN)
    address = report.link_of(link)
    link.evaluate("localStorage.clear()")
    link.goto("about:blank")
    link.goto(address)
    return report.ready(link)


def _compared(count: int) -> Callable[[Watched], Page]:
    def make(watched: Watched) -> Page:
        page = watched.open(compare.state(*compare.BIGGEST[3][:count]))
        assert count == len(compare.heads(page))
        return page

    return make


def _picked(watched: Watched) -> Page:
    page = watched.open(catalogue.STATES["results"])
    catalogue.settled(page)
    toggle = page.get_by_role("button", name="Filters")
    if toggle.is_visible():
        toggle.click()
    page.evaluate("document.querySelectorAll('.vw-filters details').forEach((one) => (one.open = true))")
    return page


def _filtered(watched: Watched) -> Page:
    page = watched.open("catalogus/#niveau=lager&id=mos-vlaanderen&id=voo")
    catalogue.settled(page)
    return page


def _nothing(watched: Watched) -> Page:
    page = watched.open(catalogue.STATES["nothing"])
    expect(page.locator("#_lijst")).to_have_text("Geen nascholing gevonden")
    return page


def _checklist(watched: Watched) -> Page:
    checklist.put(watched.page, {
        checklist.DEVICE: text("own"),
        checklist.KEY + "koffie": text(checklist.said("Is er koffie?", ticked=True)),
    })  # fmt: skip
    page = checklist.start(watched, checklist.PAGE + "#id=mediawijs&id=vad")
    expect(page.locator("[data-provider=vad] [data-ask=text]")).to_have_count(1)
    page.locator("#waarover [data-said=ticked]").check()
    page.locator("#besproken summary").first.click()
    page.locator("#besproken").get_by_role("textbox").fill(f"Een notitie\n{UNBROKEN}")
    page.locator("#besproken [data-said=matters]").check()
    page.get_by_text("Toon een deel van de vragen").click()
    page.get_by_role("searchbox", name="Zoek een organisatie").fill("vla")
    page.evaluate(OPEN_ALL)
    return page


def _kept_plan(**more: Any) -> dict[str, Any]:
    steps = {f"plan/step/{at}": {**plan.STEP, "title": f"{LONG} {at}", "order": at} for at in range(9)}
    return {
        **plan.FULL,
        **steps,
        "plan/about/name": LONG,
        "plan/offer/mediawijs/mediacoach": {**plan.OFFER, "note": UNBROKEN},
        **more,
    }


def _plan(kind: str) -> Callable[[Watched], Page]:
    def make(watched: Watched) -> Page:
        page = plan.opened(watched, _kept_plan(**{"plan/kind": kind}))
        page.evaluate(OPEN_ALL)
        page.get_by_role("button", name="Schrijf een notitie").first.click()
        page.get_by_role("button", name="Haal weg Rondvraag").click()
        page.get_by_role("button", name="Maak de link").click()
        expect(page.locator("[data-part=link-said]")).not_to_be_empty()
        return page

    return make


def _blank_plan(watched: Watched) -> Page:
    page = plan.opened(watched)
    page.get_by_role("button", name="Begin met een leeg blad").click()
    return page


def _codes(watched: Watched) -> Page:
    page, _ = join.joining(watched, join.Round(join.ANSWERS))
    join.make(page)
    page.evaluate(OPEN_ALL)
    return page


def _choice(watched: Watched) -> Page:
    page, _ = join.joining(watched, join.Round(join.ANSWERS))
    expect(join.part(page, "choice")).to_be_visible()
    return page


def _picture(watched: Watched) -> Page:
    page = group.at(watched)
    asked, _ = group.asked_by(page)
    shown = reference.picture_text(group.Team(asked, size=24).picture, asked)
    page = group.at(watched, group.AFTER, f"#beeld={shown}")
    page.get_by_role("button", name="Toon alle competenties").click()
    return page


def _counting(step: str) -> Callable[[Watched], Page]:
    def make(watched: Watched) -> Page:
        for name, page in group.states(watched):
            if name == step:
                return page
        raise AssertionError(step)

    return make


def _saved(watched: Watched) -> Page:
    page = watched.open(saving.COMPARISON)
    page.locator(".vw-compare__save [data-save]").first.click()
    expect(page.locator(".vw-saved")).to_be_visible()
    return page


def _saved_offer(watched: Watched) -> Page:
    page = watched.open(saving.CATALOGUE)
    page.locator(".vw-card [data-save]").first.click()
    expect(page.locator(".vw-saved")).to_be_visible()
    return page


def _begun(watched: Watched) -> Page:
    page = watched.open(saving.EXAMPLE)
    page.get_by_role("button", name="Zet in mijn plan").click()
    expect(page.locator(".vw-saved")).to_be_visible()
    return page


def _found(watched: Watched) -> Page:
    page = watched.open("zoeken/#q=taal")
    expect(page.locator(".vw-foundone a").first).to_be_visible()
    return _announced(page, "main")


def _search_box(watched: Watched) -> Page:
    page = search.open_box(watched.open("over/"))
    page.keyboard.type("taal")
    expect(page.locator("dialog .vw-foundone a").first).to_be_visible()
    return _announced(page, "dialog")


def _announced(page: Page, where: str) -> Page:
    # How much was found is told when the typing stops.
    expect(page.locator(f"{where} [data-status]")).not_to_be_empty()
    return page


def _menu(watched: Watched) -> Page:
    page = watched.open("over/")
    menu = page.get_by_role("button", name="Menu")
    if menu.is_visible():
        menu.press("Enter")
        expect(page.locator(".md-nav--primary a.md-nav__link").first).to_be_focused()
    return page


STATES: dict[str, Callable[[Watched], Page]] = {
    "agenda": _agenda,
    "agenda, on the wall": _wall,
    "agenda, shared": _shared_agenda,
    "agenda, whose device": _asked_device,
    "catalogue, filters open": _picked,
    "catalogue, filtered": _filtered,
    "catalogue, nothing found": _nothing,
    "checklist, used": _checklist,
    "codes": _codes,
    "codes, the choice": _choice,
    "comparison of one": _compared(1),
    "comparison of two": _compared(2),
    "comparison of three": _compared(3),
    "comparison of four": _compared(4),
    "counting": _counting("opener, codes"),
    "counting, settled": _counting("opener, settled"),
    "example, begun": _begun,
    "group picture, seen": _picture,
    "menu": _menu,
    "plan of a teacher": _plan("teacher"),
    "plan of a team": _plan("team"),
    "plan, blank": _blank_plan,
    "report, used": _report,
    "report from a link": _report_from_link,
    "saved from the comparison": _saved,
    "saved from the catalogue": _saved_offer,
    "search, used": _found,
    "search box": _search_box,
    "self-check, a question": _question,
    "self-check, all questions": _all_questions,
    "self-check, general questions": _general,
    "self-check, halfway": _halfway,
}
"""Each state of a tool by its name."""


@contextmanager
def opened(browser: Browser, base: str, address: str, **options: Any) -> Iterator[Page]:
    """Opens a page, or a state of a tool by its name, as a visitor who was never here."""
    context = browser.new_context(reduced_motion="reduce", **options)
    watched = Watched(context.new_page(), base)
    yield STATES[address](watched) if address in STATES else loaded(watched.open(address))
    context.close()
