"""The two stories the site exists for: a teacher who looks for training, a school leader who plans with a team."""

from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Watched
from tests.browser.test_saving import kept
from tests.browser.test_selfcheck import question, start

MOST_TABS = 600
OWN = "Ja, bewaar het hier"
TO_PLAN = "Naar mijn plan"


class Hands:
    """How somebody uses a page: with the Tab key and the rest of the keyboard alone, or in the quickest way."""

    def __init__(self, page: Page, *, has_mouse: bool) -> None:
        self.page = page
        self.has_mouse = has_mouse

    def reach(self, target: Locator) -> None:
        """Goes to a control."""
        expect(target).to_be_visible()
        if self.has_mouse:
            target.focus()
        for _ in range(MOST_TABS):
            if target.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached with the keyboard")

    def press(self, target: Locator, key: str = "Enter") -> None:
        """Presses a control."""
        self.reach(target)
        self.page.keyboard.press(key)


def teacher(watched: Watched, level: int, organisations: tuple[str, str], note: str, *, has_mouse: bool) -> None:
    """From the self-check to a printed plan."""
    page = start(watched)
    hands = Hands(page, has_mouse=has_mouse)
    hands.press(page.get_by_role("link", name="Begin de snelle scan"))
    for number in range(6):
        page.wait_for_function(
            "number => document.querySelectorAll('fieldset[data-item] input:checked').length === number", arg=number
        )
        hands.reach(question(page).get_by_role("radio").first)
        for _ in range(level):
            page.keyboard.press("ArrowDown")
        if number == 0:
            hands.press(page.get_by_role("button", name=OWN))
        hands.press(page.locator("[data-part=next]"))
    hands.press(page.get_by_role("button", name="Bekijk je rapport"))
    page.wait_for_url("**/zelfcheck/rapport/")
    page.locator("vw-report[data-ready]").wait_for()

    # A priority, and an offer that fits.
    hands.press(page.locator("vw-report").get_by_role("checkbox").first, "Space")
    fit = page.locator(".vw-fits > li").first
    title = fit.locator(".vw-fits__title a").inner_text()
    hands.press(fit.locator("[data-save]"))
    expect(page.locator(".vw-saved").first).to_contain_text(f"‘{title}’ staat in je plan.")

    # The checklist, against two organisations.
    watched.open("checklist/kies-je-nascholing/")
    page.locator("vw-checklist[data-ready]").wait_for()
    hands.press(page.locator("#waarover [data-said=ticked]"), "Space")
    hands.press(page.locator("#waarover summary").first)
    page.keyboard.press("Tab")
    page.keyboard.type(note)
    for name in organisations:
        hands.reach(page.get_by_role("searchbox", name="Zoek een organisatie"))
        page.keyboard.type(name)
        hands.press(page.get_by_role("button", name=name, exact=True))
    expect(page.locator("[data-provider]")).to_have_count(2)
    hands.press(page.get_by_role("link", name="Vergelijk deze 2 organisaties"))

    # The comparison, and the plan.
    page.wait_for_url("**/catalogus/vergelijk/#**")
    heads = page.locator("vw-compare thead th a")
    expect(heads).to_have_text(list(organisations))
    hands.press(page.locator(".vw-compare__save [data-save]").first)
    hands.press(page.locator(".vw-saved").get_by_role("link", name=TO_PLAN))
    page.wait_for_url("**/plan/")
    page.locator("vw-plan[data-ready]").wait_for()
    hands.press(page.get_by_role("button", name="Neem over in mijn plan"))
    goal = page.locator("[data-part=goal-list] > li").first.inner_text().splitlines()[0]
    expect(page.locator("[data-part=offer-list] > li")).to_have_count(2)
    expect(page.locator("[data-part=checklist]")).to_contain_text(organisations[1])
    hands.reach(page.get_by_label("Wat ga je doen?"))
    page.keyboard.type("De aanbieder bellen")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=next-text]")).to_contain_text("De aanbieder bellen")

    page.evaluate("print = () => { window.printed = true }")
    hands.press(page.get_by_role("button", name="Druk af"))
    assert page.evaluate("printed")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.locator("[data-part=paper]")
    for words in (goal, title, organisations[0], "De aanbieder bellen", note):
        expect(paper).to_contain_text(words)
    assert [] == watched.complaints


def leader(watched: Watched, agenda: int, minutes: str, goal: str, steps: int) -> Path:
    """From a ready agenda to a team's plan in a file; gives the file."""
    page = watched.open("teamgesprek/schoolleider/")
    page.locator("vw-agenda[data-ready]").wait_for()
    page.get_by_role("button", name="Begin met deze agenda").nth(agenda).press("Enter")
    page.get_by_role("button", name=OWN).press("Enter")
    items = page.locator(".vw-talk__item")
    moved = items.nth(1).get_by_role("textbox", name="Titel").input_value()
    items.nth(1).get_by_role("button", name="Lager").press("Enter")
    expect(items.nth(2).get_by_role("textbox", name="Titel")).to_have_value(moved)
    items.nth(2).get_by_role("spinbutton").fill(minutes)
    page.get_by_role("textbox", name="Dag", exact=True).fill("2027-01-12")
    page.get_by_label("Begint om").fill("15:45")
    page.keyboard.press("Tab")

    page.get_by_role("button", name="Toon op het scherm").press("Enter")
    wall = page.get_by_role("dialog", name="Scherm voor het overleg")
    expect(wall).to_contain_text(moved)
    page.keyboard.press("ArrowRight")
    expect(wall).to_contain_text("Punt 1 van 5")
    page.keyboard.press("Escape")
    with page.expect_download() as given:
        page.get_by_role("button", name="Zet in je kalender").press("Enter")
    (event,) = Calendar.from_ical(Path(given.value.path()).read_bytes()).walk("VEVENT")
    assert "2027-01-12 15:45:00+01:00" == str(event["DTSTART"].dt)

    page.locator("main").get_by_role("link", name="Bekijk een voorbeeld van een traject").press("Enter")
    page.wait_for_url("**/voorbeelden/**")
    watched.open("voorbeelden/i-learn/")
    for box in page.locator("vw-begin input").all()[steps:]:
        box.press("Space")
    page.get_by_role("button", name="Zet in mijn plan").press("Enter")
    page.locator(".vw-saved").get_by_role("link", name=TO_PLAN).press("Enter")
    page.wait_for_url("**/plan/")
    page.locator("vw-plan[data-ready]").wait_for()
    page.get_by_role("radio", name="Voor een team").press("Space")
    expect(page.get_by_role("heading", name="Nascholingsplan (klad)", level=1)).to_be_visible()
    page.get_by_role("textbox", name="Doelen", exact=True).fill(goal)
    expect(page.locator("[data-part=step-list] > li")).to_have_count(steps)
    expect(page.locator("[data-part=agenda]")).to_contain_text("12 januari 2027 om 15.45")
    with page.expect_download() as copy:
        page.get_by_role("button", name="Bewaar een kopie").last.press("Enter")
    return Path(copy.value.path())


def asked(watched: Watched) -> list[str]:
    """Gives what was asked for, but for the pages that were opened."""
    return sorted({url for url in watched.requests if not url.split("#")[0].endswith("/")})


@pytest.fixture
def visitor(browser: Browser, base: str) -> Callable[[], Watched]:
    """Gives a new visitor, with a browser of their own."""
    return lambda: Watched(browser.new_context().new_page(), base)


def test_teacher(visitor: Callable[[], Watched]) -> None:
    """A teacher goes from the self-check to a printed plan by keyboard; what they choose asks for nothing."""
    one, other = visitor(), visitor()
    teacher(one, 1, ("Mediawijs", "VOO"), "Ik wil leren toetsen met ict.", has_mouse=False)
    teacher(other, 4, ("Eekhout Academy", "Mediawijs"), "Iets over mediawijsheid", has_mouse=True)

    assert asked(one) == asked(other)
    assert [] == one.outside + other.outside
    for visit in (one, other):
        visit.page.context.close()


def test_leader(visitor: Callable[[], Watched]) -> None:
    """A school leader's agenda and example become a team's plan, which a file carries to another browser."""
    one, other, home = visitor(), visitor(), visitor()
    copy = leader(one, 0, "9", "Elk team maakt één digitale toets.", 9)
    leader(other, 2, "12", "Samen kijken naar beelden.", 3)
    assert asked(one) == asked(other)

    page = home.open("plan/")
    page.locator("vw-plan[data-ready]").wait_for()
    page.locator("input[type=file]").set_input_files(copy)
    page.get_by_role("button", name=OWN).press("Enter")
    assert kept(one.page) == kept(page)
    expect(page.get_by_role("heading", name="Nascholingsplan (klad)", level=1)).to_be_visible()
    expect(page.get_by_role("textbox", name="Doelen", exact=True)).to_have_value("Elk team maakt één digitale toets.")
    expect(page.locator("[data-part=step-list] > li")).to_have_count(9)
    assert [] == one.complaints + other.complaints + home.complaints
    for visit in (one, other, home):
        visit.page.context.close()
