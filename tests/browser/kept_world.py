"""A browser in which every key of the privacy page holds something, and the ways in which one can be damaged."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Watched
from tests.browser.test_group import AFTER, GROUP, Team, asked_by, ready
from tests.browser.test_selfcheck_faults import blank
from tests.client.conftest import PREFIX, text
from tests.hosts.workbench import ROOT
from tests.reference import group

Texts = dict[str, str]

ROUND = "round/2026-11-12-1"
AGENDA = "agenda/schoolleider"
CHECKLIST = "checklist/kies-je-nascholing"

WORDS = {
    "device": "of dit jouw eigen toestel is",
    "round/*": "het begin van een ronde van de zelfcheck",
    "round/*/answer/*": "een antwoord van de zelfcheck",
    "round/*/context/*": "een antwoord op een algemene vraag",
    "round/*/scope": "welke vragen je koos",
    "round/*/priorities": "wat bij jou voorgaat",
    "round/*/level": "uit welk onderwijs je voorbeelden wilt zien",
    "round/*/region": "waar je nascholing zoekt",
    "group/*": "welke teller je bent in een groepsbeeld",
    "group/*/code/*": "een code van een groepsbeeld",
    "group/*/settled": "de lijst die je als teller vastlegde",
    "group/*/total": "het totaal dat je als teller gaf",
    "group/*/given": "dat je als teller een totaal gaf",
    "group/*/picture": "een groepsbeeld dat je uitrekende",
    "group/*/joined": "het nummer waarmee je aan een groepsbeeld meedeed",
    "checklist/*/*": "een vraag van de checklist",
    "checklist/*/provider/*": "een aanbieder naast de checklist",
    "agenda/*": "de lijst van een agenda",
    "agenda/*/item/*": "een punt van een agenda",
    "plan/kind": "voor wie het plan is",
    "plan/about/*": "een tekst over het plan",
    "plan/priority/*": "iets wat in je plan voorgaat",
    "plan/offer/*": "een aanbieder in je plan",
    "plan/offer/*/*": "een nascholing in je plan",
    "plan/step/*": "een stap in je plan",
}
"""What the page calls that which stands under each key."""

ASIDES = {"*.unreadable*", "*.old"}
"""Patterns of what stands aside; nothing reads those."""

DAMAGE: dict[str, Callable[[str], str | None]] = {
    "cut": lambda one: one[: len(one) // 2],
    "other type": lambda one: text([[4]], json.loads(one)["at"]),
    "newer": lambda one: text({"later": json.loads(one)["value"]}, v=2),
    "gone": lambda one: None,
}


def patterns() -> list[str]:
    """Gives the patterns of keys in the source, which are those of the privacy page."""
    source = (ROOT / "theme/assets/javascripts/logic/store.js").read_text(encoding="utf-8")
    return re.findall(r'^  \{ pattern: "(\S+)", purpose', source, re.MULTILINE)


def matches(pattern: str, key: str) -> bool:
    """Says whether a key is of a pattern."""
    return re.fullmatch(re.escape(pattern).replace(r"\*", "[^/]+"), key) is not None


def offer(title: str) -> dict[str, str]:
    """Gives what is kept of something saved."""
    return {"title": title, "by": "Iemand", "state": "saved", "note": f"Bel over {title}."}


def step(title: str, order: int) -> dict[str, Any]:
    """Gives a step of a plan."""
    empty = {"phase": None, "from": None, "date": "2026-12-01", "owner": "directie", "state": "open"}
    return {**empty, "title": title, "note": f"Denk aan {title}.", "order": order}


def point(topic: str | None, title: str) -> dict[str, Any]:
    """Gives a point of an agenda."""
    return {
        "topic": topic,
        "title": title,
        "prompts": [f"Vraag bij {title}?"],
        "minutes": 15,
        "notes": f"Over {title}.",
    }


class World:
    """What is kept, and the team whose second counter this browser is."""

    def __init__(self, team: Team, wordings: dict[str, str], version: int) -> None:
        self.team = team
        counter = team.counter("second")
        listed = {"ids": counter.ids, "hash": counter.hash_of(counter.ids)}
        self.total = counter.total()
        start = f"group/{team.round.id.lower()}"
        self.round = start
        values: dict[str, Any] = {
            "device": "own",
            ROUND: {"questionnaire": team.asked.id, "version": version, "finished": "2026-11-12"},
            f"{ROUND}/scope": ["1", "2"],
            f"{ROUND}/priorities": ["1.2", "1.1"],
            f"{ROUND}/level": "secundair",
            f"{ROUND}/region": "gent",
            f"{ROUND}/context/notitie": {"text": "Denk aan het overleg."},
            f"{ROUND}/context/andere": "iets",
            start: {"round": team.round.text, "role": "second"},
            **{f"{start}/code/{ident.lower()}": code for ident, _, code in team.made},
            f"{start}/settled": listed,
            f"{start}/total": self.total,
            f"{start}/given": {"list": listed["hash"], "seal": self.total[-7:-1]},
            f"{start}/picture": group.picture_text(team.picture, team.asked),
            f"{start}/joined": {"contribution": team.made[0][0], "selfcheck": "2026-11-12-1"},
            AGENDA: {
                "title": "Wat willen we leren?",
                "goal": "Weten waar we beginnen.",
                "date": "2026-12-08",
                "start": "15:30",
                "minutes": 45,
                "items": ["leraren", "1.1", "eigen"],
            },
            f"{AGENDA}/item/leraren": point(None, "Vragen van de leraren"),
            f"{AGENDA}/item/1.1": point("1.1", "Wat kunnen we al?"),
            f"{AGENDA}/item/eigen": point(None, "Rondje"),
            f"{CHECKLIST}/nascholingsplan": {"text": "Vraag A", "ticked": True, "matters": True, "note": "Els."},
            f"{CHECKLIST}/onderbouwing": {"text": "Vraag B", "ticked": True, "matters": False, "note": "Jan."},
            f"{CHECKLIST}/provider/mediawijs": {"name": "Mediawijs"},
            f"{CHECKLIST}/provider/voo": {"name": "VOO"},
            "plan/kind": "team",
            "plan/about/name": "De Wijzer",
            "plan/about/goals": "Een digitale toets maken.",
            "plan/priority/1.1": {"title": "Plannen", "order": 1},
            "plan/priority/eigen-a": {"title": "Overleggen", "order": 2},
            "plan/offer/mediawijs": offer("Mediawijs"),
            "plan/offer/voo": offer("Voo"),
            "plan/offer/mediawijs/mediacoach": offer("Mediacoach"),
            "plan/offer/weg/cursus": offer("Cursus"),
            "plan/step/a": step("Start", 1),
            "plan/step/b": step("Slot", 2),
        }
        for competence in ("1.1", "1.2", "2.1"):
            values[f"{ROUND}/answer/{competence}"] = {"answer": 3, "wording": wordings[competence]}
        self.texts: Texts = {key: text(value, 1795345200000 + at) for at, (key, value) in enumerate(values.items())}

    def key(self, pattern: str) -> str:
        """Gives the first key of a pattern."""
        return next(key for key in self.texts if matches(pattern, key))

    def damaged(self, pattern: str, how: str) -> tuple[str, str | None, Texts]:
        """Gives the key of a pattern, what stands under it when it is damaged, and everything that is kept then."""
        key = self.key(pattern)
        broken = DAMAGE[how](self.texts[key])
        kept = {one: given for one, given in self.texts.items() if one != key}
        return key, broken, kept if broken is None else kept | {key: broken}


def world(watched: Watched, size: int = 12) -> World:
    """Makes a world after the page of the group picture."""
    watched.page.clock.set_fixed_time(AFTER)
    page = ready(watched.open(GROUP))
    asked, wordings = asked_by(page)
    return World(Team(asked, size), wordings, asked.version)


def put(watched: Watched, kept: Texts) -> Page:
    """Fills an empty storage, from a page without scripts."""
    page = blank(watched)
    fill = "(kept) => { localStorage.clear(); for (const [key, one] of kept) localStorage.setItem(key, one) }"
    page.evaluate(fill, [[PREFIX + key, one] for key, one in kept.items()])
    return page


def stored(page: Page) -> Texts:
    """Gives every text that stands in the storage, by the key of the tool."""
    found = page.evaluate("Object.entries(localStorage)")
    return {key.removeprefix(PREFIX): one for key, one in found if key.startswith(PREFIX)}


def strings(value: Any) -> Iterator[str]:
    """Gives every text of more than three signs in a value."""
    if isinstance(value, str) and len(value) > 3:
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(one)
