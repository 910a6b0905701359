"""The main journeys, in Firefox and in WebKit as Debian gives them: real presses, real keys, a real profile."""

import json
from collections.abc import Callable
from datetime import date, timedelta

from tests.built_site import PAGE_TYPES
from tests.engines.conftest import Served
from tests.engines.tab import Tab

Start = Callable[..., Tab]
OWN = "Ja, bewaar het hier"
QUICK = 6
"""The questions of the quick scan."""


def ready(tab: Tab, element: str) -> None:
    """Waits until a tool of the page is there."""
    tab.wait("(element) => !!document.querySelector(`${element}[data-ready]`)", element)


def focused(tab: Tab, selector: str) -> None:
    """Waits until something has the focus."""
    tab.wait("(selector) => document.activeElement.matches(selector)", selector)


def at(tab: Tab, address: str) -> None:
    """Waits until a page of the site is open."""
    tab.wait("(url) => location.href.split('#')[0] === url && document.readyState === 'complete'", tab.base + address)


def words(tab: Tab, selector: str) -> str:
    """Gives the text of something, once it is there."""
    return str(tab.wait("(selector) => document.querySelector(selector)?.textContent.trim()", selector))


def scan(tab: Tab) -> None:
    """Does the quick scan, on an own device."""
    tab.open("zelfcheck/")
    ready(tab, "vw-selfcheck")
    tab.click("link", "Begin de snelle scan")
    for number in range(1, QUICK + 1):
        tab.click("fieldset[data-item] label", at=number % 5)
        tab.wait("(count) => document.querySelectorAll('fieldset[data-item] input:checked').length === count", number)
        if number == 1:
            tab.click("button", OWN)
        tab.click("[data-part=next]")
    tab.click("button", "Bekijk je rapport")
    at(tab, "zelfcheck/rapport/")
    ready(tab, "vw-report")


def test_find_and_save(tab: Tab) -> None:
    """A teacher searches from home, filters the catalogue, and finds what they saved in their plan."""
    tab.open("")
    tab.click("link", "Zoek op onderwerp of naam")
    focused(tab, "input[type=search]")
    tab.press("mediawijs")
    tab.wait("() => !!document.querySelector('dialog[open] a[data-result] mark, [role=dialog] a[data-result] mark')")
    tab.press("ArrowDown")
    focused(tab, "a[data-result]")
    tab.press("Enter")
    tab.wait("(home) => location.href !== home && document.readyState === 'complete'", tab.base)

    tab.open("catalogus/#q=taal")
    tab.see("van", "#_lijst")
    tab.click("label", "Lager onderwijs")
    tab.wait("() => location.hash === '#q=taal&niveau=lager'")
    title = words(tab, ".vw-matches .vw-card__title a")
    tab.click(".vw-matches .vw-card__title a")
    tab.wait("() => !document.querySelector('vw-catalogue') && document.readyState === 'complete'")
    tab.see(title, "main")
    tab.run("() => history.back()")
    at(tab, "catalogus/")
    tab.see(title, ".vw-matches")

    tab.open("catalogus/mediawijs/")
    tab.click("[data-save='mediawijs/mediacoach']")
    tab.click("button", OWN)
    tab.click("link", "Naar mijn plan")
    at(tab, "plan/")
    ready(tab, "vw-plan")
    tab.see("Mediacoach-opleiding", "[data-part=offer-list]")
    tab.fill("Wat ga je doen?", "De aanbieder bellen")
    tab.press("Enter")
    tab.see("De aanbieder bellen", "[data-part=next-text]")
    tab.open("plan/")
    ready(tab, "vw-plan")
    tab.see("De aanbieder bellen", "[data-part=next-text]")


def test_self_check(tab: Tab) -> None:
    """A quick scan gives a report with levels and offers, and a copy in a file that holds the answers."""
    scan(tab)
    tab.see(f"{QUICK} van 32 competenties beantwoord")
    tab.click("vw-report label:has([type=checkbox])")
    tab.wait("() => !!document.querySelector('.vw-fits > li [data-save]')")
    tab.click("button", "Bewaar een kopie")
    assert QUICK == len(json.loads(tab.downloaded(".json"))["rounds"][0]["given"])
    tab.open("zelfcheck/")
    ready(tab, "vw-selfcheck")
    tab.open("zelfcheck/rapport/")
    ready(tab, "vw-report")
    tab.see(f"{QUICK} van 32 competenties beantwoord")


def test_checklist(tab: Tab) -> None:
    """What is ticked and noted in a checklist is there again when the page is opened anew."""
    tab.open("checklist/kies-je-nascholing/")
    ready(tab, "vw-checklist")
    tab.click("#waarover .vw-question__tick")
    tab.click("button", OWN)
    tab.click("#waarover summary")
    tab.click("#waarover textarea")
    tab.press("Leren toetsen met ict.")
    tab.press("Tab")
    kept = "() => Object.values(localStorage).some((one) => one.includes('met ict.'))"
    tab.wait(kept)
    tab.open("checklist/kies-je-nascholing/")
    ready(tab, "vw-checklist")
    tab.wait("() => document.querySelector('#waarover [data-said=ticked]').checked")
    tab.wait("() => document.querySelector('#waarover textarea').value === 'Leren toetsen met ict.'")


TITLES = """() => [...document.querySelectorAll(".vw-talk__item")].map(
  (one) => one.querySelector("h3")?.textContent ?? one.querySelector("textarea").value,
)"""


def test_agenda(start: Start) -> None:
    """A ready agenda is changed, shown on the wall, given as a file, and opens whole from its link elsewhere."""
    tab = start()
    tab.open("teamgesprek/schoolleider/")
    ready(tab, "vw-agenda")
    tab.click("button", "Begin met deze agenda")
    tab.click("button", OWN)
    before = tab.until(lambda: tab.run(TITLES), "no items")
    tab.click("button", f"Lager: {before[1]}")
    moved = [before[0], before[2], before[1], *before[3:]]
    tab.until(lambda: moved == tab.run(TITLES), "the item did not go down")
    tab.click("button", "Toon op het scherm")
    tab.press("ArrowRight")
    tab.see("Punt 1 van 5", "dialog[open]")
    tab.press("Escape")
    tab.click("button", "Bewaar als tekst")
    assert f"## 2. {before[2]}" in tab.downloaded(".md")
    tab.click("[data-part=linking] summary")
    link = words(tab, "[data-part=link]")
    assert "#agenda=" in link

    other = start()
    other.go(link)
    other.see(before[2], "[data-part=preview]")
    assert 0 == other.run("() => localStorage.length + sessionStorage.length")
    other.click("button", "Bewaar en pas aan")
    other.until(lambda: moved == other.run(TITLES), "the agenda of the link is not there")


def keep_self_check(tab: Tab) -> None:
    """Keeps a finished self-check of today, with every competence answered."""
    tab.open("groepsbeeld/")
    ready(tab, "vw-group")
    tab.run(
        """(today) => {
          const tool = document.querySelector("vw-group");
          const keep = (key, value) =>
            localStorage.setItem(`vormingswijzer/${key}`, JSON.stringify({ v: 1, at: Date.now(), value }));
          keep("device", "own");
          const { questionnaire, version } = tool.dataset;
          keep(`round/${today}-1`, { questionnaire, version: Number(version), finished: today });
          for (const { dataset } of tool.querySelectorAll("[data-area] [data-item]"))
            keep(`round/${today}-1/answer/${dataset.item}`, { answer: 3, wording: dataset.wording });
        }""",
        date.today().isoformat(),
    )


def test_group(start: Start) -> None:
    """An opener starts a round; a teacher takes part from its link in another browser; the code counts."""
    opener, teacher = start(), start()
    opener.open("groepsbeeld/")
    ready(opener, "vw-group")
    today = date.today()
    fields = {"name": "Team De Wilg", "opener": "An De Smet", "second": "Bo Peeters"}
    for name, value in fields.items():
        opener.click(f"#_ronde-{name}")
        opener.press(value)
    days = {"first": today - timedelta(days=1), "last": today + timedelta(days=7)}
    for name, day in days.items():
        opener.run("(name, day) => { document.querySelector(`#_ronde-${name}`).value = day }", name, day.isoformat())
    opener.click("button", "Maak de link")
    opener.click("button", OWN)
    link = words(opener, "[data-part=send-link]")

    keep_self_check(teacher)
    teacher.go("about:blank")
    teacher.go(link)
    ready(teacher, "vw-group")
    teacher.click("button", "Ik doe mee als leraar")
    teacher.see("Band B: 32 keer", "[data-join=counts]")
    teacher.click("button", "Ja, maak mijn twee codes")
    code = words(teacher, "[data-code-card=a] [data-slot=code]:not(:empty)")

    opener.click("[data-step=collect] > summary")
    opener.fill("Plak hier de codes", code)
    opener.click("button", "Lees de codes")
    opener.see("1 geldige code", "[data-part=valid]")


def test_without_storage(start: Start) -> None:
    """Where a browser keeps nothing, search, colours and the self-check go on, and the page says what is not kept."""
    tab = start(has_storage=False)
    tab.open("")
    assert tab.run("() => { try { return !localStorage } catch { return true } }")
    tab.click("label[for=__palette_1]")
    tab.click("label[for=__palette_2]")
    tab.wait("() => document.body.dataset.mdColorScheme === 'slate'")
    tab.open("zelfcheck/")
    ready(tab, "vw-selfcheck")
    tab.click("link", "Begin de snelle scan")
    tab.click("fieldset[data-item] label", at=2)
    tab.wait("() => !!document.querySelector('fieldset[data-item] input:checked')")
    tab.click("button", OWN)
    tab.see("Je browser laat niet toe dat deze site iets bewaart.")
    tab.click("[data-part=next]")
    tab.see("Vraag 2 van 6")


RECEIVED = {
    "catalogus/#q=taal&niveau=lager": ("#_lijst", "van"),
    "catalogus/vergelijk/#id=mediawijs/mediacoach&id=voo": ("vw-compare thead", "VOO"),
    "zoeken/#q=wiskunde": ("main mark", "iskund"),
    "groepsbeeld/#ronde=onzin": ("vw-group", "link"),
    "teamgesprek/schoolleider/#agenda=onzin": ("[data-part=bad-link]", "geen link met een agenda"),
}


def test_received_links(tab: Tab) -> None:
    """Whatever a link holds is shown, or said to be unreadable, and nothing is kept."""
    for address, (place, said) in RECEIVED.items():
        tab.go("about:blank")
        tab.open(address)
        tab.see(said, place)
    assert 0 == tab.run("() => localStorage.length + sessionStorage.length")


def test_every_page_type(tab: Tab) -> None:
    """Every type of page opens without a complaint, and no wider than its window."""
    for address in PAGE_TYPES.values():
        tab.open(address)
        assert tab.text("main h1"), address
        assert tab.run("() => document.documentElement.scrollWidth <= innerWidth"), address


def test_complaints_are_heard(tab: Tab, served: Served) -> None:
    """What goes wrong in a page, and what wants to leave the site, reaches these tests."""
    tab.open("over/")
    for act, said in {
        "setTimeout(() => { throw new Error('thrown') })": "error: Error: thrown",
        "Promise.reject(new Error('let go'))": "rejected: Error: let go",
        "console.warn('warned')": "warn: warned",
        "fetch('http://elsewhere.example/').catch(() => {})": "policy: connect-src http://elsewhere.example",
        "document.body.append(Object.assign(new Image(), { src: 'none.png' }))": "none.png did not load",
    }.items():
        tab.run(f"() => void {act}")
        tab.until(lambda said=said: any(said in one for one in served.complaints), f"not heard: {said}")
    served.complaints.clear()
