"""Random damage to what is kept, then random presses, always the same: no page error, and nobody else's key touched.

Each tool is played twenty times; two hundred times by `make deep`.
"""

import json
import random
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NO_PRINT, Watched, drawn
from tests.browser.kept_world import Texts, World, put, world
from tests.browser.test_group import AFTER, GROUP
from tests.client.conftest import PREFIX, text

TIMES, PRESSES = 20, 8
LONG = 120_000
"""More signs than any text of ours has."""


@dataclass(frozen=True)
class Tool:
    """A page, the element that works there, and the beginnings of the keys that it may write."""

    address: str
    element: str
    writes: tuple[str, ...]


TOOLS = {
    "selfcheck": Tool("zelfcheck/", "vw-selfcheck", ("round/",)),
    "report": Tool("zelfcheck/rapport/", "vw-report", ("round/", "plan/")),
    "group": Tool(GROUP, "vw-group", ("group/",)),
    "checklist": Tool("checklist/kies-je-nascholing/", "vw-checklist", ("checklist/",)),
    "agenda": Tool("teamgesprek/schoolleider/", "vw-agenda", ("agenda/",)),
    "plan": Tool("plan/", "vw-plan", ("plan/",)),
    "save": Tool("catalogus/mediawijs/", "main", ("plan/",)),
    "home": Tool("", "main", ()),
}

PRESS = """([tool, where, what]) => {
  // Whoever goes to another page is not here any more.
  const stay = (event) => !event.hashChange && event.cancelable && event.preventDefault();
  window.isHeld ??= (navigation.addEventListener("navigate", stay), true);
  const left = "[data-keep=delete], [data-keep=undo], [type=file], [data-part=wall], [data-part=back], [data-print]";
  const fields = "button, summary, textarea, select, input";
  const all = [...document.querySelectorAll(`${tool} :is(${fields})`)].filter(
    (one) => one.checkVisibility() && !one.disabled && !one.matches(left) && !one.closest("[data-search]"),
  );
  const one = all[Math.floor(where * all.length)];
  if (!one) return "";
  const name = one.outerHTML.slice(0, 120);
  const isText = one.matches("textarea, input:not([type=checkbox], [type=radio])");
  const fits = { date: ["", "2026-12-01"], time: ["", "15:30"], number: ["", "45", "9999"] }[one.type] ?? [what];
  one.focus();
  // A field takes no more of what is typed or pasted than it says.
  const words = fits[Math.floor(where * 997) % fits.length];
  if (isText) one.value = one.maxLength > 0 ? words.slice(0, one.maxLength) : words;
  else if (one.matches("select")) one.selectedIndex = Math.floor(where * 997) % one.options.length;
  if (isText) one.dispatchEvent(new Event("input", { bubbles: true }));
  if (isText || one.matches("select")) one.dispatchEvent(new Event("change", { bubbles: true }));
  else one.click();
  return name;
}"""


def other_text(chance: random.Random, given: str, kept: Texts) -> str | None:
    """Gives what somebody or something made of a stored text; nothing where it is gone."""
    place = chance.randrange(len(given))
    value = json.loads(given)["value"]
    made = (
        given[:place],
        given[:place] + chance.choice('{}[]",:\\0é\u2028x') + given[place + 1 :],
        text(chance.choice([None, 0, -1, 1e300, "", "x", [], {}, [[]], {"a": None}, True])),
        text(value, v=chance.choice([0, 2, 99])),
        text(value, at=chance.choice([-1, 10**15, 0])),
        given.replace('"value":', '"__proto__":{},"value":'),
        chance.choice(list(kept.values())),
        given + "x" * LONG,
        chance.choice(["", " ", "null", "{}", "[]", "{", "0", '"', "[" * 9_000]),
        None,
    )
    return chance.choice(made)


def is_ours(one: str) -> bool:
    """Says whether a text can be one that some version of the site wrote, and that this one may understand."""
    try:
        found = json.loads(one)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("v") in (0, 1) and len(one) < LONG


def both(page: Page) -> Texts:
    """Gives every text of ours in both storages."""
    found = page.evaluate("[...Object.entries(localStorage), ...Object.entries(sessionStorage)]")
    return {key.removeprefix(PREFIX): one for key, one in found if key.startswith(PREFIX)}


def others(texts: Texts, without: set[str]) -> Texts:
    """Gives all texts but those of some keys."""
    return {key: one for key, one in texts.items() if key not in without}


def untold(one: str | None) -> object:
    """Gives what a text holds, without what was told to a calendar: a plan gives the day of a talk too."""
    if one is None or not is_ours(one) or not isinstance(value := json.loads(one).get("value"), dict):
        return one
    return {name: part for name, part in value.items() if name != "calendar"}


def damage(chance: random.Random, one: World, tool: Tool) -> Texts:
    """Gives what is kept in a world in which some of what a tool uses is damaged."""
    kept = dict(one.texts)
    likely = [key for key in kept if key.startswith(tool.writes or "")]
    for key in chance.sample(likely, k=chance.randint(1, 4)) + ["device"] * (chance.random() < 0.1):
        made = other_text(chance, one.texts[key], one.texts)
        if made is None:
            del kept[key]
        else:
            kept[key] = made
    return kept


def base_of(key: str) -> str:
    """Gives the key of which something stands aside."""
    return key.split(".unreadable")[0].removesuffix(".old")


def play(watched: Watched, tool: Tool, one: World, name: str) -> None:
    """Plays once: damages, opens, presses, looks at what is left, and opens again."""
    chance = random.Random(name)
    kept = damage(chance, one, tool)
    put(watched, kept)
    watched.page.evaluate("sessionStorage.clear()")
    hash_ = f"#ronde={one.team.round.text}" if tool.address == GROUP and chance.random() < 0.7 else ""
    page = opened(watched, tool, hash_)
    # An organisation is followed to the name that it has now.
    followed = {key for key, words in kept.items() if "/provider/" in key and is_ours(words)}
    assert others(kept, followed) == others(both(page), followed), f"{name}: looking changes nothing"
    pressed = []
    for _ in range(PRESSES):
        what = chance.choice(["", "x", "<b>", "é" * 300, *one.team.codes("B")[:2]])
        pressed.append(page.evaluate(PRESS, [tool.element, chance.random(), what]))
        drawn(page)
    now = both(page)
    told = (name, pressed)
    writes = (*tool.writes, "device")
    touched = {key for key in kept.keys() | now.keys() if untold(kept.get(key)) != untold(now.get(key))}
    assert [] == [key for key in touched if not base_of(key).startswith(writes)], told
    for key, words in kept.items():
        asides = [one for other, one in now.items() if base_of(other) == key]
        # A key that says whose device it is, is only an answer: it can be given again.
        assert is_ours(words) or key == "device" or words in asides, (key, *told)
    opened(watched, tool, hash_)
    assert [] == watched.complaints, told


def opened(watched: Watched, tool: Tool, hash_: str) -> Page:
    """Opens a tool anew, and waits until it works."""
    watched.page.goto("about:blank")
    page = watched.open(tool.address + hash_)
    if tool.element.startswith("vw-"):
        page.locator(f"{tool.element}[data-ready]").wait_for(state="attached")
    return drawn(page)


@pytest.mark.parametrize("name", TOOLS)
@pytest.mark.parametrize("first", [0, *(pytest.param(n, marks=pytest.mark.deep) for n in range(TIMES, 200, TIMES))])
def test_random_damage_and_presses(watched: Watched, name: str, first: int) -> None:
    """Whatever is damaged and pressed, no page fails, no text that cannot be read is lost, no other tool is touched."""
    watched.page.add_init_script(NO_PRINT)
    one = world(watched)
    watched.page.clock.set_fixed_time(AFTER)
    for number in range(first, first + TIMES):
        play(watched, TOOLS[name], one, f"{name} {number}")
