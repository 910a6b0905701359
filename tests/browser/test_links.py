"""Links on the road: what a damaged link still opens, in every tool, and what a link to a place shows."""

from collections.abc import Callable
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched, loaded
from tests.browser.test_group import AFTER, Team, asked_by
from tests.reference import group

REPORT = "zelfcheck/rapport/"
AGENDA = "teamgesprek/schoolleider/"
CHECKLIST = "checklist/kies-je-nascholing/"
SCREENS = ((390, 844), (320, 225), (1280, 800))
"""A phone, a desktop at 400 %, a desktop."""

WRITE = """async ([address, entries]) => {
  const at = Date.UTC(2026, 10, 22, 11);
  const { toLink } = await import(new URL("assets/javascripts/logic/entries.js", address));
  return toLink(entries.map(([key, value]) => ({ key, value, at })));
}"""

STEP = {
    "title": "Startvergadering",
    "phase": None,
    "from": None,
    "date": None,
    "owner": "",
    "state": "open",
    "note": "",
}
TITLE = "Vragen van de leraren"
TALK = [
    [
        "agenda/schoolleider",
        {"title": "", "goal": "", "date": None, "start": None, "minutes": 45, "items": ["leraren"]},
    ],
    ["agenda/schoolleider/item/leraren", {"topic": None, "title": TITLE, "prompts": [], "minutes": 15, "notes": ""}],
]


class Links:
    """A link to every tool, with what it shows."""

    def __init__(self, watched: Watched) -> None:
        page = watched.page
        page.clock.set_fixed_time(AFTER)
        page.goto(watched.base + "groepsbeeld/")
        page.locator("vw-group[data-ready]").wait_for(state="attached")
        asked, _ = asked_by(page)
        team = Team(asked)
        result = page.evaluate(
            """async ([address, order, version]) => {
              const { encode } = await import(new URL("assets/javascripts/logic/sharing.js", address));
              return encode({ [order[0]]: 4, [order[10]]: 2 }, order, version);
            }""",
            [watched.base, asked.order, asked.version],
        )
        plan = page.evaluate(WRITE, [watched.base, [["plan/step/a", {**STEP, "order": 1}]]])
        agenda = page.evaluate(WRITE, [watched.base, TALK])
        self.all: dict[str, tuple[str, str, str, Callable[[Page], None]]] = {
            "result": (REPORT, "resultaat", result, self._result),
            "plan": ("plan/", "plan", plan, self._plan),
            "agenda": (AGENDA, "agenda", agenda, self._agenda),
            "round": ("groepsbeeld/", "ronde", team.round.text, self._round),
            "picture": ("groepsbeeld/", "beeld", group.picture_text(team.picture, asked), self._picture),
            "facet": ("catalogus/", "niveau", "lager", self._facet),
            "words": ("zoeken/", "q", "leraar", self._words),
            "comparison": ("catalogus/vergelijk/", "id", "vad", self._comparison),
            "beside": (CHECKLIST, "id", "vad", self._beside),
        }
        page.goto("about:blank")
        watched.requests.clear()

    @staticmethod
    def _result(page: Page) -> None:
        expect(page.get_by_text("Dit resultaat komt uit een link.")).to_be_visible()
        expect(page.locator("[data-part=counts]")).to_contain_text("2 van 32")

    @staticmethod
    def _plan(page: Page) -> None:
        expect(page.locator("[data-part=shared] li")).to_have_text("1 stap")

    @staticmethod
    def _agenda(page: Page) -> None:
        expect(page.locator("[data-part=preview]")).to_contain_text(TITLE)

    @staticmethod
    def _round(page: Page) -> None:
        expect(page.locator("[data-part=round-name]:visible").first).to_have_text("Team De Wilg")

    @staticmethod
    def _picture(page: Page) -> None:
        expect(page.locator("[data-part=picture-name]")).to_be_visible()

    @staticmethod
    def _facet(page: Page) -> None:
        expect(page.locator("vw-catalogue input[value=lager]")).to_be_checked()
        expect(page.locator(".vw-found-title, vw-catalogue h2").first).not_to_be_empty()

    @staticmethod
    def _words(page: Page) -> None:
        expect(page.get_by_role("searchbox")).to_have_value("leraar")
        expect(page.locator("vw-search [data-result]").first).to_be_visible()

    @staticmethod
    def _comparison(page: Page) -> None:
        expect(page.locator("vw-compare thead th")).to_have_count(1)

    @staticmethod
    def _beside(page: Page) -> None:
        expect(page.locator("[data-part=chosen] [data-provider=vad]")).to_be_visible()


@pytest.fixture
def links(watched: Watched) -> Links:
    """A link to every tool of the served site."""
    return Links(watched)


DAMAGES = {
    "none": ("#{name}={value}", ""),
    "encoded equals sign": ("#{name}%3D{value}", ""),
    "a query": ("?{name}={value}", ""),
    "tracking": ("#{name}={value}&utm_source=mail", "utm_source"),
    "tracking, as in a page": ("#{name}={value}&amp;fbclid=IwAR0x", "fbclid"),
    "end of a quoted link": ("#{name}={value}>.", ">."),
    "bracket": ("#{name}={value})", ")"),
}
NAMES = ("result", "plan", "agenda", "round", "picture", "facet", "words", "comparison", "beside")
TAKEN_OUT = ("result", "plan", "agenda")
"""What does not stay in the address."""


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_tool_forgives(links: Links, watched: Watched, damage: str) -> None:
    """A damaged link opens in every tool; what was left out is told; the address is right; nothing more is fetched."""
    template, left = DAMAGES[damage]
    asked = {}
    for tool in NAMES:
        address, name, value, shows = links.all[tool]
        page = watched.page
        page.goto("about:blank")
        watched.requests.clear()
        page.goto(watched.base + address + template.format(name=name, value=value))
        shows(page)
        if left and not (tool == "words" and left in (">.", ")")):
            expect(page.locator("[data-left]:visible q")).to_have_text(left)
        else:
            expect(page.locator("[data-left]")).to_be_hidden()
        right = "#_organisaties" if tool == "beside" else "" if tool in TAKEN_OUT else f"#{name}={value}"
        assert watched.base + address + right == page.url, tool
        loaded(page)
        asked[tool] = sorted({urldefrag(url)[0].partition("?")[0] for url in watched.requests if "favicon" not in url})

    assert len(asked) == len(NAMES)
    if damage != "none":
        assert asked == _undamaged(links, watched)
    assert [] == watched.outside
    assert [] == watched.complaints


def _undamaged(links: Links, watched: Watched) -> dict[str, list[str]]:
    """Gives what every tool asks for when its link is whole."""
    asked = {}
    for tool in NAMES:
        address, name, value, shows = links.all[tool]
        watched.page.goto("about:blank")
        watched.requests.clear()
        watched.page.goto(f"{watched.base}{address}#{name}={value}")
        shows(watched.page)
        loaded(watched.page)
        asked[tool] = sorted({urldefrag(url)[0] for url in watched.requests if "favicon" not in url})
    return asked


# ── the page for unknown addresses

ENCODED = {
    "encoded": "{address}%23{name}={value}",
    "encoded twice": "{address}%2523{name}={value}",
    "encoded, with the equals sign": "{address}%23{name}%3D{value}",
    "with the file": "{address}index.html%23{name}={value}",
    "a query, encoded": "{address}%3F{name}={value}",
    "with tracking": "{address}%23{name}={value}?utm_source=mail",
    "lost": "{address}{name}={value}",
    "with a space": "{address}%20%23{name}={value}",
}


@pytest.mark.parametrize("damage", ENCODED)
def test_encoded_hash(links: Links, watched: Watched, damage: str) -> None:
    """Where `%23` made a link lead nowhere, the page for unknown addresses leads to what was meant."""
    for tool in NAMES:
        address, name, value, shows = links.all[tool]
        watched.page.goto(watched.base + ENCODED[damage].format(address=address, name=name, value=value))
        shows(watched.page)
        assert watched.page.url.startswith(watched.base + address), tool
    # The page for unknown addresses counts on the root of a host for its own style.
    assert [] == [one for one in watched.outside if "/assets/" not in one]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("zelfcheck/%23c-3-2", "zelfcheck/#c-3-2"),
        ("zelfcheck%23c-3-2", "zelfcheck/#c-3-2"),
        ("over/)", "over/"),
        ("over/%3E", "over/"),
        ("over)", "over/"),
        ("over/%E2%80%9D.", "over/"),
        ("over/),", "over/"),
    ],
)
def test_mended_address(watched: Watched, asked: str, found: str) -> None:
    """A place on a page, and what a sentence put behind a link, are mended as well."""
    watched.page.goto(watched.base + asked)
    watched.page.wait_for_url(watched.base + found)


@pytest.mark.parametrize(
    "asked",
    [
        "bestaat-niet/",
        "bestaat-niet/%23resultaat=AB",
        "//evil.example/%23q=taal",
        "/evil.example/%23q=taal",
        "%5C%5Cevil.example/%23q=taal",
        "..%2F..%2F%23q=taal",
        "javascript:alert(1)%23q=taal",
        "https:%2F%2Fevil.example/%23q=taal",
        "@evil.example/%23q=taal",
        "%23javascript:alert(1)",
    ],
)
def test_no_way_out(watched: Watched, asked: str) -> None:
    """The page for unknown addresses leads nowhere but to its own site, and never round in a circle."""
    dialogs: list[str] = []
    watched.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    watched.page.goto(watched.base + asked)
    watched.page.wait_for_load_state("load")
    assert watched.page.locator("h1").count() == 1

    pages = [url for url in watched.requests if "/assets/" not in url]
    assert len(pages) <= 2, pages
    assert watched.page.url.startswith(watched.base)
    assert [] == [one for one in watched.outside if "/assets/" not in one]
    assert [] == dialogs


# ── what a link to a place shows

IN_SIGHT = """(id) => {
  const place = document.getElementById(id);
  const named = place?.querySelector("h3") ?? place?.querySelector("legend") ?? place;
  if (!named?.checkVisibility()) return "hidden";
  const box = named.getBoundingClientRect();
  if (box.top < -1 || box.top > innerHeight - 4) return `at ${Math.round(box.top)} of ${innerHeight}`;
  const at = [box.left + Math.min(box.width, innerWidth) / 2, Math.min(box.top + 3, innerHeight - 1)];
  const hit = document.elementFromPoint(...at);
  return named.contains(hit) || hit?.contains(named) ? "" : `behind ${hit?.outerHTML.slice(0, 80)}`;
}"""


STAYS = f"""async (id) => {{
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
  return ({IN_SIGHT})(id);
}}"""


def in_sight(page: Page, anchor: str) -> None:
    """Waits until a place stands in sight, with nothing over it."""
    page.wait_for_function(f"(id) => ({IN_SIGHT})(id) === ''", arg=anchor)


DEEP = {
    "question": ("zelfcheck/", "c-3-2", "vw-selfcheck[data-ready]"),
    "level": ("zelfcheck/", "_niveaus", "vw-selfcheck[data-ready]"),
    "competence": ("competenties/professionele-betrokkenheid/", "c-1-7", "main"),
    "offer": ("catalogus/onderwijscentrum-brussel/", "vormingen", "main"),
    "topic": (AGENDA, "o-2-5", "vw-agenda[data-ready]"),
    "folded question": (CHECKLIST, "reden", "vw-checklist[data-ready]"),
    "part of the plan": ("plan/", "_begin", "vw-plan[data-ready]"),
    "phase": ("voorbeelden/i-learn/", "fase-4", "main"),
    "place in the report": (REPORT, "_bewaren", "vw-report[data-ready]"),
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("what", DEEP)
def test_deep_link(watched: Watched, what: str, screen: tuple[int, int]) -> None:
    """A link to a place shows it, and so does a reload; also when its name was damaged on the road."""
    address, anchor, ready = DEEP[what]
    page = watched.page
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    for hash_ in (anchor, f"{anchor}).", f"%23{anchor}"):
        page.goto("about:blank")
        page.goto(f"{watched.base}{address}#{hash_}")
        page.locator(ready).wait_for(state="attached")
        in_sight(page, anchor)
        assert page.evaluate(STAYS, anchor) == ""
        assert f"{watched.base}{address}#{anchor}" == page.url
    page.reload()
    page.locator(ready).wait_for(state="attached")
    in_sight(page, anchor)
    assert page.evaluate(STAYS, anchor) == ""
    assert [] == watched.complaints
