"""What cannot be read never costs its neighbours: every key of the privacy page, damaged in every way, everywhere."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watched, drawn
from tests.browser.kept_world import (
    AGENDA,
    ASIDES,
    DAMAGE,
    ROUND,
    WORDS,
    Texts,
    World,
    patterns,
    put,
    stored,
    strings,
    world,
)
from tests.browser.test_agenda import READY_AGENDA
from tests.browser.test_group import AFTER, GROUP, Team, as_counter, asked_by, at, give, paste, settle, step
from tests.browser.test_storage import BLOCKED
from tests.client.conftest import text

ROUNDS = [one for one in WORDS if one.startswith("round/")]
GROUPS = [one for one in WORDS if one.startswith("group/")]
CHECKLISTS = [one for one in WORDS if one.startswith("checklist/")]
AGENDAS = [one for one in WORDS if one.startswith("agenda/")]
PLANS = [one for one in WORDS if one.startswith("plan/")]


def press(page: Page, *parts: str) -> None:
    """Presses what is shown of some places of a page, one after the other."""
    for part in parts:
        place = page.locator(f"[data-part={part}]").first
        if place.is_visible():
            place.click()
            drawn(page)


def begin_agenda(page: Page) -> None:
    """Begins another agenda."""
    page.get_by_role("button", name=READY_AGENDA).click()
    drawn(page)


def begin_round(page: Page) -> None:
    """Begins with all the questions."""
    page.locator("[data-begin=alles]").click()
    drawn(page)


def take_a_role(page: Page) -> None:
    """Tries to count as the other counter."""
    press(page, "to-role", "as-opener")
    expect(page.locator("[data-part=role-refused]")).to_be_visible()


def forget(page: Page) -> None:
    """Takes the round away, in the way that is offered, and puts it back."""
    aside = page.locator("[data-part=forget-aside]")
    if aside.is_visible():
        aside.click()
    else:
        press(page, "count-again")
        page.get_by_text("Wis deze ronde uit deze browser").click()
        page.locator("[data-part=forget]").click()
    expect(page.locator("vw-group")).to_have_attribute("data-view", "start")
    page.locator("[data-part=undo]").click()
    drawn(page)


def remove_and_undo(page: Page) -> None:
    """Takes away what the tool shows, and puts it back."""
    press(page, "remove", "undo")


def reset_and_undo(page: Page) -> None:
    """Empties the checklist, and takes that back."""
    press(page, "reset", "unreset")


@dataclass(frozen=True)
class Tool:
    """A page that keeps things: where it is, what it uses, and how somebody starts anew there and takes that back."""

    address: str
    ready: str
    owns: tuple[str, ...]
    uses: list[str]
    anew: Callable[[Page], None]
    undo: Callable[[Page], None] = field(default=lambda page: press(page, "undo"))
    changes: tuple[str, ...] = ()
    """Ends of keys that starting anew writes over knowingly."""


TOOLS = {
    "selfcheck": Tool(
        "zelfcheck/", "vw-selfcheck", ("round/",), ["device", *ROUNDS], begin_round, changes=("/scope", "/level")
    ),
    "report": Tool("zelfcheck/rapport/", "vw-report", ("round/",), ROUNDS, lambda page: None, remove_and_undo),
    "group": Tool(GROUP, "vw-group", ("group/",), GROUPS, take_a_role, forget),
    "checklist": Tool(
        "checklist/kies-je-nascholing/", "vw-checklist", ("checklist/",), CHECKLISTS, lambda page: None, reset_and_undo
    ),
    "agenda": Tool("teamgesprek/schoolleider/", "vw-agenda", ("agenda/",), AGENDAS, begin_agenda),
    "plan": Tool(
        "plan/",
        "vw-plan",
        ("plan/", "checklist/", "agenda/"),
        [*PLANS, *CHECKLISTS, *AGENDAS],
        lambda page: None,
        remove_and_undo,
    ),
}


def opened(watched: Watched, tool: Tool, world: World, kept: Texts) -> Page:
    """Opens a tool in a browser that keeps this."""
    put(watched, kept)
    hash_ = f"#ronde={world.team.round.text}" if tool.address == GROUP else ""
    page = watched.open(tool.address + hash_)
    page.locator(f"{tool.ready}[data-ready]").wait_for(state="attached")
    return drawn(page)


def copied(page: Page) -> Any:
    """Gives what the file holds that somebody gets who saves a copy."""
    with page.expect_download() as download:
        page.locator("[data-keep=save]").click()
    return json.loads(download.value.path().read_text(encoding="utf-8"))


def told(page: Page) -> Locator:
    """Gives where the page says what went wrong with keeping."""
    return page.locator("[data-keep=trouble] p")


def values(texts: Texts) -> list[str]:
    """Gives what is said in texts that can be read, whatever they stand under."""
    found = []
    for one in texts.values():
        try:
            found.append(json.dumps(json.loads(one)["value"], sort_keys=True))
        except (ValueError, KeyError, TypeError):
            continue
    return found


def is_somewhere(broken: str | None, key: str, texts: Texts) -> bool:
    """Says whether a damaged text still stands in its place, or aside."""
    return broken is None or broken in [one for name, one in texts.items() if name.split(".unreadable")[0] == key]


# ── every key


def test_every_key_has_a_place_in_the_walk() -> None:
    """Whoever adds a key says what it is called, and in which tool it is damaged."""
    known = set(patterns())
    used = {pattern for tool in TOOLS.values() for pattern in tool.uses}

    assert len(known) > 20
    assert known == set(WORDS) | ASIDES
    assert used == set(WORDS)


WALKS = [(name, pattern) for name, tool in TOOLS.items() for pattern in tool.uses]


@pytest.mark.parametrize(("name", "pattern"), WALKS)
def test_every_key_damaged_in_every_way(watched: Watched, name: str, pattern: str) -> None:
    """Opened, told once, copied, started anew and taken back: the neighbours stay, and so does what nobody can read."""
    tool = TOOLS[name]
    one = world(watched)
    whole = copied(opened(watched, tool, one, one.texts))
    assert "rest" not in whole
    in_copy = set(strings(whole)) - {whole["format"], whole["checksum"]}
    expect(told(watched.page)).to_have_count(0)

    for how in DAMAGE:
        walk(watched, tool, one, pattern, how, in_copy)
    assert [] == watched.complaints


def walk(watched: Watched, tool: Tool, one: World, pattern: str, how: str, in_copy: set[str]) -> None:
    """Walks through a tool in which one key is damaged in one way."""
    where = f"{pattern} {how}"
    key, broken, kept = one.damaged(pattern, how)
    page = opened(watched, tool, one, kept)
    assert kept == stored(page), f"{where}: looking changes nothing"

    said = told(page).filter(has_text=WORDS[pattern])
    if how != "gone":
        assert 1 == said.count(), f"{where}: it is said once, and of which part"
    elif pattern in ("round/*", "group/*", "agenda/*"):
        assert 1 == said.count(), f"{where}: what is left of it says that it is gone"

    copy = copied(page)
    if broken is not None and key.startswith(tool.owns):
        assert [key, broken] in copy["rest"], f"{where}: the copy holds it as it is"
    lost = {key, *strings(json.loads(one.texts[key])["value"])}
    held = set(strings(copy))
    # What an agenda that has no mark of its own is called in a calendar, hangs on all that is in it.
    made = ("2026-11-12", "oud-")
    assert set() == {string for string in in_copy - lost - held if not string.startswith(made)}, where

    neighbours = {name: words for name, words in kept.items() if name != key}
    others = {name: words for name, words in neighbours.items() if not name.startswith(tool.owns)}
    tool.anew(page)
    now = stored(page)
    assert is_somewhere(broken, key, now), f"{where}: starting anew keeps it"
    stays = {words for name, words in neighbours.items() if not name.endswith(tool.changes)}
    # An agenda with a point less is a whole one: another takes its place.
    is_less = (tool.address, pattern, how) == (TOOLS["agenda"].address, "agenda/*/item/*", "gone")
    if not is_less:
        assert stays <= set(now.values()), f"{where}: starting anew keeps the neighbours, byte for byte"
    assert others == {name: now.get(name) for name in others}, f"{where}: of other tools nothing is touched"

    tool.undo(page)
    now = stored(page)
    assert is_somewhere(broken, key, now), f"{where}: and so does taking it back"
    back = {name: words for name, words in neighbours.items() if not name.endswith("/scope" if tool.changes else "//")}
    if is_less:
        head, again = (json.loads(texts[AGENDA])["value"] for texts in (back, now))
        # What it is called in a calendar hung on all that was in it, and is written down from here on.
        assert again.pop("calendar")["uid"]
        assert head == again
        del back[AGENDA]
    assert set(values(back)) <= set(values(now)), f"{where}: all is back"
    assert others == {name: now.get(name) for name in others}, where


# ── the group picture


def collected(watched: Watched, one: World, *without: str) -> Texts:
    """Gives what a first counter keeps who collected twelve codes and settled the list."""
    start = one.round
    counter = one.team.counter("opener")
    listed = {"ids": counter.ids, "hash": counter.hash_of(counter.ids)}
    made: dict[str, Any] = {
        "device": "own",
        start: {"round": one.team.round.text, "role": "opener"},
        **{f"{start}/code/{ident.lower()}": code for ident, code, _ in one.team.made},
        f"{start}/settled": listed,
    }
    return {key: text(value) for key, value in made.items() if key not in without}


def enter(watched: Watched, one: World, kept: Texts) -> Page:
    """Opens the round in a browser that keeps this."""
    return opened(watched, TOOLS["group"], one, kept)


@pytest.mark.parametrize("how", DAMAGE)
def test_one_code_costs_no_other(watched: Watched, how: str) -> None:
    """With one of twelve codes damaged, eleven and the list stay, whichever role is pressed; the code can come back."""
    one = world(watched)
    kept = collected(watched, one)
    ident, code, _ = one.team.made[3]
    key = f"{one.round}/code/{ident.lower()}"
    broken = DAMAGE[how](kept.pop(key))
    kept |= {} if broken is None else {key: broken}
    page = enter(watched, one, kept)
    expect(page.locator("[data-part=valid]")).to_have_text(re.compile("^11 geldige codes A"))
    expect(page.get_by_role("alert").filter(has_text=ident)).to_contain_text("staat de code hier niet meer")
    for role in ("as-second", "as-opener"):
        press(page, "to-role", role)
        assert kept == stored(page)

    paste(page, code)
    expect(page.locator("[data-part=valid]")).to_have_text(re.compile("^12 geldige codes A"))
    now = stored(page)
    assert is_somewhere(broken, key, now)
    assert {name: words for name, words in kept.items() if name != key}.items() <= now.items()
    expect(page.locator("[data-keep=trouble] p").filter(has_text="een code")).to_have_count(int(how == "newer"))
    assert [] == watched.complaints


@pytest.mark.parametrize("how", DAMAGE)
def test_who_lost_their_role_is_no_other_counter(watched: Watched, how: str) -> None:
    """Whose own key is damaged stays the counter of the codes that are here; without any, they are asked for a copy."""
    one = world(watched)
    kept = collected(watched, one)
    broken = DAMAGE[how](kept.pop(one.round))
    kept |= {} if broken is None else {one.round: broken}
    page = enter(watched, one, kept)
    expect(page.locator("[data-part=valid]")).to_have_text(re.compile("^12 geldige codes A"))
    press(page, "to-role", "as-second")
    expect(page.locator("[data-part=role-refused]")).to_contain_text("In deze browser ben je al de eerste teller")
    assert kept == stored(page)
    if how == "gone":
        return

    kept = {key: words for key, words in kept.items() if key in ("device", one.round)}
    page = enter(watched, one, kept)
    for role in ("as-second", "as-opener"):
        press(page, role)
        expect(page.locator("[data-part=role-refused]")).to_contain_text("niet meer te lezen")
        assert kept == stored(page)
    assert [[one.round, broken]] == copied(page)["rest"]
    page.get_by_role("button", name="Zet opzij en begin opnieuw").click()
    expect(page.locator("[data-part=said]")).to_contain_text("staat opzij")
    assert {"device": kept["device"], f"{one.round}.unreadable": broken} == stored(page)
    page.get_by_role("button", name="Zet de ronde terug").click()
    assert kept.items() <= stored(page).items()
    assert [] == watched.complaints


@pytest.mark.parametrize("part", ["total", "given", "settled"])
@pytest.mark.parametrize("how", DAMAGE)
def test_a_total_that_cannot_be_read_was_given(watched: Watched, part: str, how: str) -> None:
    """Who gave a total gives no other one, also where the total, the list or the memory of it is damaged."""
    one = world(watched)
    key, broken, kept = one.damaged(f"group/*/{part}", how)
    page = enter(watched, one, kept)
    expect(page.locator("[data-part=unsettle]")).to_be_hidden()
    if part == "settled":
        settle(page)
        expect(page.locator("[data-part=settled]")).to_be_visible()
    if part == "total":
        give(page)
    expect(page.locator("[data-part=total]")).to_have_text(one.total)
    assert is_somewhere(broken, key, stored(page))
    assert [] == watched.complaints


def test_a_copy_from_before_the_total(watched: Watched) -> None:
    """After deleting a round, an older copy of it gives the same total or none; a copy of after it carries that."""
    page = at(watched)
    team = Team(asked_by(page)[0], 12)
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    paste(page, "\n".join(team.codes("B")))
    before = copied(page)
    settle(page)
    total = give(page)
    after = copied(page)
    expect(page.locator("[data-part=given]")).to_contain_text("Bewaar dan nu een nieuwe")

    for copy in (before, after):
        page.get_by_text("Wis deze ronde uit deze browser").click()
        page.get_by_role("button", name="Wis deze ronde", exact=True).click()
        expect(page.locator("vw-group")).to_have_attribute("data-view", "start")
        assert {"device", f"group/{team.round.id.lower()}/given"} == set(stored(page))
        page = at(watched, AFTER, f"#ronde={team.round.text}")
        press(page, "as-opener")
        expect(page.locator("[data-part=role-refused]")).to_contain_text("ben je al de tweede teller")
        page.locator("[data-keep=open]").set_input_files(file_of(copy))
        expect(page.locator("[data-part=valid]")).to_have_text(re.compile("^12 geldige codes B"))
        if copy == before:
            collect = step(page, "collect")
            collect.locator("[data-part=ids] > summary").click()
            collect.locator("[data-remove]").first.click()
            settle(page)
            expect(page.locator("[data-part=settle-said]")).to_contain_text("Een tweede totaal geeft de pagina niet.")
            paste(page, "\n".join(team.codes("B")))
            settle(page)
            assert total == give(page)
        expect(page.locator("[data-part=unsettle]")).to_be_hidden()
        expect(page.locator("[data-part=total]")).to_have_text(total)

    # Another browser knows of nothing but the copy: the one from after the total carries it.
    page.evaluate("localStorage.clear()")
    page = at(watched, AFTER)
    page.locator("[data-keep=open]").set_input_files(file_of(after))
    expect(page.locator("[data-part=total]")).to_have_text(total)
    expect(page.locator("[data-part=unsettle]")).to_be_hidden()
    assert [] == watched.complaints


def file_of(copy: Any) -> Any:
    """Gives a copy as a file to open."""
    words = json.dumps(copy, separators=(",", ":"), ensure_ascii=False)
    return {"name": "x.json", "mimeType": "application/json", "buffer": words.encode()}


@pytest.mark.parametrize("blocked", [False, True])
def test_a_copy_is_always_a_file(watched: Watched, one_blocked: Callable[[], Watched], blocked: bool) -> None:
    """The start page of the group picture gives a copy of all rounds, the unreadable with it, and takes it back."""
    one = world(watched)
    kept = collected(watched, one)
    key = next(name for name in kept if "/code/" in name)
    put(watched, kept | {key: "{cut"})
    page = watched.open(GROUP)
    page.locator("vw-group[data-ready]").wait_for(state="attached")
    copy = copied(page)
    assert [[key, "{cut"]] == copy["rest"]
    assert {name for name in kept if name not in ("device", key)} == {row[0] for row in copy["entries"]}

    other = one_blocked() if blocked else watched
    if not blocked:
        put(watched, {})
    other.page.clock.set_fixed_time(AFTER)
    page = other.open(GROUP)
    page.locator("vw-group[data-ready]").wait_for(state="attached")
    page.locator("[data-keep=open]").set_input_files(file_of(copy))
    expect(page.locator("[data-part=valid]")).to_have_text(re.compile("^11 geldige codes A"))
    again = copied(page)
    assert [11, [one.team.made[0][0]]] == [len(again["codes"]), again["lost"]]
    page.locator("[data-keep=open]").set_input_files(file_of(again))
    expect(page.locator("[data-keep=said]")).to_contain_text("11 codes")
    assert [] == watched.complaints + other.complaints


@pytest.fixture
def one_blocked(browser: Any, base: str) -> Any:
    """Gives a browser that forbids storage."""
    context = browser.new_context()

    def enter() -> Watched:
        found = Watched(context.new_page(), base)
        found.page.add_init_script(BLOCKED)
        return found

    yield enter
    context.close()


# ── the agenda


@pytest.mark.parametrize("how", DAMAGE)
def test_an_agenda_without_its_list(watched: Watched, how: str) -> None:
    """Without its list an agenda shows its points; beginning with another sets all aside, and can be taken back."""
    one = world(watched)
    key, broken, kept = one.damaged("agenda/*", how)
    tool = TOOLS["agenda"]
    page = opened(watched, tool, one, kept)
    items = page.locator(".vw-talk__item")
    expect(items).to_have_count(3)
    begin_agenda(page)
    expect(page.locator("[data-part=undo]")).to_be_visible()
    now = stored(page)
    for name in (name for name in kept if name.startswith(f"{AGENDA}/item/")):
        assert kept[name] in (now.get(f"{name}.unreadable"), now.get(name)), name
    page.locator("[data-part=undo]").click()
    expect(items).to_have_count(3)
    page.reload()
    page.locator("vw-agenda[data-ready]").wait_for()
    if how != "newer":
        expect(items).to_have_count(3)
        expect(told(page)).to_have_count(0)
    assert is_somewhere(broken, key, stored(page))
    assert [] == watched.complaints


def test_a_point_that_cannot_be_read_keeps_its_place(watched: Watched) -> None:
    """A point of a newer version costs no other, and stands on the agenda again once it can be read."""
    one = world(watched)
    key, _, kept = one.damaged("agenda/*/item/*", "newer")
    page = opened(watched, TOOLS["agenda"], one, kept)
    page.locator("[data-part=own-title]").fill("Nieuw punt")
    page.locator("[data-part=add-own]").click()
    drawn(page)
    now = stored(page)
    assert kept[key] == now[key]
    put(watched, now | {key: one.texts[key]})
    page = watched.open(TOOLS["agenda"].address)
    page.locator("vw-agenda[data-ready]").wait_for()
    expect(page.locator(".vw-talk__item")).to_have_count(4)


# ── the self-check


def test_a_new_round_is_no_old_one(watched: Watched) -> None:
    """A round of which nothing can be read keeps its number: a new one never mixes with it."""
    one = world(watched)
    kept = {"device": one.texts["device"]}
    kept |= {key: "{cut" for key in one.texts if key.startswith("round/")}
    today = {key.replace(ROUND, "round/2026-11-22-1"): words for key, words in kept.items()}
    page = opened(watched, TOOLS["selfcheck"], one, today)
    begin_round(page)
    page.locator("fieldset[data-item]:visible input[value='3']").first.check()
    now = stored(page)
    assert today.items() <= now.items()
    assert {"round/2026-11-22-2", "round/2026-11-22-2/scope", "round/2026-11-22-2/answer/1.1"} == set(now) - set(today)


def test_a_round_beside_other_tools(watched: Watched) -> None:
    """A checklist, an agenda and a group picture beside it do not disturb the number of a new round."""
    one = world(watched)
    kept = {key: words for key, words in one.texts.items() if not key.startswith("round/")}
    page = opened(watched, TOOLS["selfcheck"], one, kept)
    begin_round(page)
    assert {"round/2026-11-22-1", "round/2026-11-22-1/scope"} == set(stored(page)) - set(kept)
    assert [] == watched.complaints


# ── long texts


def test_a_text_that_is_too_long(watched: Watched) -> None:
    """A text that nobody can have typed stays, and goes into a copy that can still be opened."""
    one = world(watched)
    key = f"{ROUND}/answer/1.1"
    long = '{"v":1,"at":1,"value":"' + "é" * 400_000
    kept = one.texts | {key: long}
    page = opened(watched, TOOLS["selfcheck"], one, kept)
    copy = copied(page)
    [[name, words]] = copy["rest"]
    assert key == name
    assert long.startswith(words)
    assert len(words) > 1_000
    page.locator("[data-keep=open]").set_input_files(file_of(copy))
    expect(page.locator("[data-keep=said]")).to_contain_text("stond er al")
    assert long == stored(page)[key]
