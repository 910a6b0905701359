"""The fault cases of the promises on the real pages of the self-check, through what a person sees and does."""

import json
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Locator, Page, expect

from tests.browser.conftest import Watched, held
from tests.browser.test_selfcheck import READY, next_question, question, start
from tests.browser.test_storage import BLOCKED, FULL, NULL
from tests.built_site import BuiltSite
from tests.client.conftest import NOON, PREFIX, kill_renderers, text

FIRST = "zelfcheck/#c-1-1"
REPORT = "zelfcheck/rapport/"
QUICK = ("1.1", "2.1", "3.1", "4.1", "5.2", "6.4")
DEVICE = PREFIX + "device"
ROUND = PREFIX + "round/2026-11-22-1"
NOT_SAVED = "Nog niet bewaard."
SAVED = "Bewaard in deze browser."
UNREADABLE = "Iets van wat bewaard was, is niet meer te lezen: "
BLANK = '<!doctype html><title>Leeg</title><link rel="icon" href="data:,">'
UNHEARD = "addEventListener('storage', (event) => event.stopImmediatePropagation())"
"""Keeps the storage's events from the page."""

Texts = dict[str, str]


class Questionnaire:
    """The questionnaire as it is published: what it asks, and under which words."""

    def __init__(self, site: BuiltSite) -> None:
        html = (site.folder / "zelfcheck/index.html").read_text(encoding="utf-8")
        self.wordings = dict(re.findall(r'data-item="([\d.]+)" data-wording="(\w+)"', html))
        found = re.search(r'data-questionnaire="([\w-]+)" data-version="(\d+)"', html)
        assert found
        self.id, self.version = found[1], int(found[2])

    def round(self, answers: dict[str, int | str]) -> Texts:
        """Gives what stands in the storage of somebody with an open round on an own device."""
        start = {"questionnaire": self.id, "version": self.version, "finished": None}
        kept = {DEVICE: text("own"), ROUND: text(start)}
        return kept | {key(one): self.answer(one, answer) for one, answer in answers.items()}

    def answer(self, competence: str, answer: int | str, at: int = NOON) -> str:
        """Gives the text of an answer under the words of today."""
        return text({"answer": answer, "wording": self.wordings[competence]}, at)

    def file(self, **changed: Any) -> str:
        """Gives a copy as the site writes it, with a checksum that fits."""
        given = [{"competence": "2.2", "answer": 5, "wording": self.wordings["2.2"], "at": NOON}]
        chosen = {"context": {}, "scope": None, "priorities": [], "level": None, "region": None}
        one = {"id": "2026-03-04-1", "version": self.version, "finished": "2026-03-04", "given": given, **chosen}
        file = {"format": "vormingswijzer-zelfcheck", "formatVersion": 1, "questionnaire": self.id}
        file |= {"version": self.version, "rounds": [one], **changed}
        words = json.dumps(file, separators=(",", ":"), ensure_ascii=False)
        return words[:-1] + f',"checksum":"{zlib.crc32(words.encode()):08x}"}}'


@pytest.fixture(scope="module")
def asked(site: BuiltSite) -> Questionnaire:
    """The questionnaire of the real site."""
    return Questionnaire(site)


def key(competence: str) -> str:
    """Gives the key of an answer."""
    return f"{ROUND}/answer/{competence}"


def texts(page: Page, storage: str = "localStorage") -> Texts:
    """Gives what a storage holds, byte for byte."""
    found: Texts = page.evaluate(f"Object.fromEntries(Object.entries({storage}))")
    return found


def blank(watched: Watched) -> Page:
    """Opens an empty page of the site's own host."""
    watched.page.route("**/leeg", lambda route: route.fulfill(body=BLANK, content_type="text/html"))
    return watched.open("leeg")


def put(watched: Watched, kept: Texts) -> None:
    """Writes texts into the storage of the site, from a page that has no script."""
    page = blank(watched)
    page.evaluate("(kept) => { for (const [key, one] of Object.entries(kept)) localStorage.setItem(key, one) }", kept)


def opened(watched: Watched, kept: Texts, address: str = FIRST) -> Page:
    """Opens the questionnaire in a browser in which this is kept."""
    watched.page.clock.set_fixed_time(NOON / 1000)
    put(watched, kept)
    return start(watched, address)


def answer(page: Page, level: int, competence: str | None = None) -> None:
    """Clicks a level of the question that is shown, or of one of those that are."""
    place = page.locator(f"[data-item='{competence}']") if competence else question(page)
    place.locator(f"input[value='{level}']").check()


def own(page: Page) -> None:
    """Says that this is one's own device."""
    page.get_by_role("button", name="Ja, bewaar het hier").click()


def checked(page: Page) -> dict[str, str]:
    """Gives every answer that a page shows."""
    found: dict[str, str] = page.locator("[data-item] input:checked").evaluate_all(
        "all => Object.fromEntries(all.map((one) => [one.closest('[data-item]').dataset.item, one.value]))"
    )
    return found


def shows(page: Page, competence: str, level: int | None) -> None:
    """Waits until a page shows this answer to a question, and no other."""
    field = page.locator(f"[data-item='{competence}'] input:checked")
    if level is None:
        expect(field).to_have_count(0)
    else:
        expect(field).to_have_value(str(level))


def trouble(page: Page) -> Locator:
    """Gives what the page says of what went wrong."""
    return page.get_by_role("alert").and_(page.locator("[data-keep=trouble]"))


def status(page: Page) -> Locator:
    """Gives what the page says of keeping."""
    return page.locator("[data-keep=status]:visible")


def said(page: Page) -> Locator:
    """Gives what the page says of files and of deleting."""
    return page.locator("[data-keep=said]")


def copy(page: Page) -> dict[str, dict[str, int | str]]:
    """Saves a copy with the button that the page offers where it is; gives the answers in it, by round."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar een kopie").first.click()
    expect(page.get_by_text(f"Je kopie heet {download.value.suggested_filename}.").first).to_be_visible()
    file = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return {one["id"]: {each["competence"]: each["answer"] for each in one["given"]} for one in file["rounds"]}


def goes_on(watched: Watched, words: str, expected: dict[str, int | str]) -> None:
    """Says that a page tells what happened, offers a copy with every answer, and goes on to the next question."""
    page = watched.page
    expect(trouble(page)).to_contain_text(words)
    expect(trouble(page).locator("p")).to_have_count(1)
    expect(status(page)).to_have_text(NOT_SAVED)
    assert expected in copy(page).values()
    next_question(page)
    expect(trouble(page)).to_be_in_viewport()
    answer(page, 6)
    more = expected | {str(question(page).get_attribute("data-item")): 6}
    assert {one: str(level) for one, level in more.items()} == checked(page)
    assert more in copy(page).values()
    expect(trouble(page).locator("p")).to_have_count(1)
    assert [] == watched.complaints


def begun(watched: Watched, before: str = "") -> Page:
    """Begins the quick scan on an own device, and answers the first question."""
    if before:
        watched.page.add_init_script(before)
    page = start(watched)
    page.get_by_role("link", name="Begin de snelle scan").click()
    answer(page, 3)
    own(page)
    return page


@pytest.mark.parametrize("fault", [BLOCKED, NULL], ids=["getter throws", "null"])
def test_no_storage(watched: Watched, fault: str) -> None:
    """Without storage everything goes on in memory and says so; the result comes along to the report."""
    page = begun(watched, fault)
    goes_on(watched, "Je browser laat niet toe dat deze site iets bewaart.", {"1.1": 3})
    for _ in range(5):
        next_question(page)
    page.get_by_role("button", name="Bekijk je rapport").click()
    page.wait_for_url("**/" + REPORT)

    expect(page.get_by_text("Dit resultaat komt uit een link. Het staat niet op dit toestel.")).to_be_visible()
    expect(page.locator("[data-part=counts]")).to_contain_text("2 van 32 competenties beantwoord")
    assert [] == watched.complaints


def test_what_a_link_cannot_hold(watched: Watched) -> None:
    """Who wrote more than a link holds, and can keep nothing, is told before it is left behind."""
    page = begun(watched, BLOCKED)
    for _ in range(6):
        next_question(page)
    page.get_by_role("textbox", name="Wat wil je bij deze ronde onthouden?").fill("Eerst 2.1")
    page.get_by_role("button", name="Bekijk je rapport").click()

    expect(page.get_by_text("Naar je rapport gaan alleen de niveaus van deze ronde mee.")).to_be_visible()
    assert [{"1.1": 3}] == list(copy(page).values())
    page.get_by_role("button", name="Bekijk je rapport").click()
    page.wait_for_url("**/" + REPORT)


LITTLE_ROOM = """
const set = Storage.prototype.setItem;
window.room = %d;
Storage.prototype.setItem = function (...all) {
  if (!window.room) throw new DOMException("full", "QuotaExceededError");
  window.room -= 1;
  set.apply(this, all);
};
"""


@pytest.mark.parametrize("room", [0, 3])
def test_quota_on_the_nth_write(watched: Watched, room: int) -> None:
    """Room for so many writes and no more: the rest waits, is written once there is room, and the page says both."""
    page = begun(watched, LITTLE_ROOM % room)
    assert room == len(texts(page))
    goes_on(watched, "De opslag van je browser is vol.", {"1.1": 3})
    assert room == len(texts(page))

    page.evaluate("window.room = 99")
    answer(page, 5)
    expect(status(page)).to_have_text(SAVED)
    expect(trouble(page)).to_have_count(0)
    page.reload()
    page.locator(READY).wait_for()
    assert {"1.1": "3", "2.1": "5"} == checked(page)


def test_full_again_after_deleting(watched: Watched) -> None:
    """Deleting everything does not take back what went wrong: what is said next cannot be kept either."""
    page = begun(watched, FULL)
    expect(trouble(page)).to_contain_text("De opslag van je browser is vol.")
    page.goto(page.url.partition("#")[0] + "#_begin")
    page.get_by_role("button", name="Wis alles").click()
    expect(trouble(page)).to_have_count(0)
    page.get_by_role("link", name="Begin de snelle scan").click()
    answer(page, 2)
    own(page)

    goes_on(watched, "De opslag van je browser is vol.", {"1.1": 2})


def test_write_not_kept(watched: Watched) -> None:
    """A browser that takes a write and keeps nothing is found out."""
    begun(watched, "Storage.prototype.setItem = () => {}")

    goes_on(watched, "Je browser bewaarde niet wat hij moest bewaren.", {"1.1": 3})


def test_broken_json_in_one_key(watched: Watched, asked: Questionnaire) -> None:
    """A text that cannot be read is told and left; the others count; a new answer moves it aside, byte for byte."""
    broken = '{"v":1,"at"'
    kept = asked.round({"1.1": 3, "1.2": 2}) | {key("1.1"): broken}
    page = opened(watched, kept)
    expect(trouble(page)).to_contain_text(UNREADABLE)
    assert [kept, {"1.2": "2"}, [{"1.2": 2}]] == [texts(page), checked(page), list(copy(page).values())]

    answer(page, 4)
    expect(status(page)).to_have_text(SAVED)
    expected = {**kept, key("1.1"): asked.answer("1.1", 4), key("1.1") + ".unreadable": broken}
    assert expected == texts(page)
    page.reload()
    page.locator(READY).wait_for()
    assert [{"1.1": "4", "1.2": "2"}, expected] == [checked(page), texts(page)]
    expect(trouble(page)).to_have_count(0)
    assert [] == watched.complaints


@pytest.mark.parametrize("address", ["zelfcheck/", REPORT])
def test_broken_json_everywhere(watched: Watched, asked: Questionnaire, address: str) -> None:
    """Where nothing at all can be read, the page says so, leaves it as it is, deletes it when asked, and can undo."""
    kept = dict.fromkeys(asked.round({"1.1": 3}), "{broken")
    put(watched, kept)
    page = watched.open(address)

    expect(trouble(page)).to_contain_text(UNREADABLE)
    assert kept == texts(page)
    held(page).get_by_role("button", name="Wis alles").click()
    expect(trouble(page)).to_have_count(0)
    assert {} == texts(page)
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(trouble(page)).to_contain_text(UNREADABLE)
    assert kept == texts(page)
    assert [] == watched.complaints


BAD = {
    "1.1": text({"answer": 7, "wording": "{wording}"}),
    "1.2": text({"answer": 2.5, "wording": "{wording}"}),
    "1.3": text({"answer": "4", "wording": "{wording}"}),
    "1.4": text({"answer": 0, "wording": "{wording}"}),
    "1.5": '{"__proto__":{},"v":1,"at":1,"value":{"answer":4,"wording":"{wording}"}}',
    "1.6": '{"v":1,"at":1,"value":{"__proto__":{"answer":4},"answer":4,"wording":"{wording}"}}',
    "1.7": '{"v":1,"at":1,"value":{"constructor":{"prototype":{"x":1}},"answer":4,"wording":"{wording}"}}',
    "1.8": text({"answer": 4, "wording": "{wording}"}, at=10**15),
    "1.9": text({"answer": 4, "wording": "{wording}", "name": "<img src=x onerror=alert(1)>"}),
    "2.1": "[" * 9_000,
    "2.2": text([4]),
    "2.3": "4",
}


def test_value_out_of_range_or_prototype(watched: Watched, asked: Questionnaire) -> None:
    """No value that the site would not have written is shown; each stays as it is, and the page says so once."""
    bad = {key(one): words.replace("{wording}", asked.wordings[one]) for one, words in BAD.items()}
    other = {PREFIX + "round/__proto__/answer/1.1": asked.answer("1.1", 4)}
    kept = asked.round({"3.1": 2}) | bad | other
    page = opened(watched, kept)

    expect(trouble(page).locator("p")).to_have_text(re.compile(UNREADABLE))
    assert [kept, {"3.1": "2"}] == [texts(page), checked(page)]
    assert page.evaluate("Object.keys(Object.prototype).length === 0 && ({}).answer === undefined")
    answer(page, 4)
    assert {**kept, key("1.1"): asked.answer("1.1", 4), key("1.1") + ".unreadable": bad[key("1.1")]} == texts(page)
    assert [] == watched.complaints


def test_newer_schema(watched: Watched, asked: Questionnaire) -> None:
    """What a newer version of the site wrote is not written over; a new answer to it waits in memory, and in a copy."""
    kept = asked.round({"1.2": 2}) | {key("1.1"): text({"stars": 5}, v=2)}
    page = opened(watched, kept)
    expect(trouble(page)).to_contain_text("Op dit toestel staat iets van een nieuwere versie van deze site: ")
    answer(page, 4)
    expect(status(page)).to_have_text(NOT_SAVED)
    assert kept == texts(page)
    assert [{"1.1": 4, "1.2": 2}] == list(copy(page).values())
    next_question(page)
    answer(page, 5)

    assert {**kept, key("1.2"): asked.answer("1.2", 5, NOON + 1)} == texts(page)
    assert [] == watched.complaints


def test_older_schema(watched: Watched, asked: Questionnaire) -> None:
    """What an older version wrote, and nothing can take over, stays as it is and is told."""
    older = json.dumps({"v": 0, "stars": 3})
    kept = asked.round({"1.2": 2}) | {key("1.1"): older}
    page = opened(watched, kept)
    expect(trouble(page)).to_contain_text(UNREADABLE)
    assert [kept, {"1.2": "2"}] == [texts(page), checked(page)]
    answer(page, 4)

    assert {**kept, key("1.1"): asked.answer("1.1", 4), key("1.1") + ".unreadable": older} == texts(page)
    assert [] == watched.complaints


def test_older_schema_killed_halfway(watched: Watched, asked: Questionnaire) -> None:
    """Taken over halfway: the new text counts where it stands whole; elsewhere the old stays and is told."""
    old = json.dumps({"v": 0, "stars": 3})
    done = {key("1.2") + ".old": old}
    cut = {key("1.1"): '{"v":1,"at', key("1.1") + ".old": old, key("1.3") + ".old": old}
    kept = asked.round({"1.2": 2})
    page = opened(watched, kept | done | cut)

    expect(trouble(page)).to_contain_text(UNREADABLE)
    assert [kept | cut, {"1.2": "2"}] == [texts(page), checked(page)]
    answer(page, 4)
    expect(status(page)).to_have_text(SAVED)
    assert old == texts(page)[key("1.1") + ".old"]
    assert '{"v":1,"at' == texts(page)[key("1.1") + ".unreadable"]
    assert [] == watched.complaints


def test_item_removed_or_reworded(watched: Watched, asked: Questionnaire) -> None:
    """An answer to other words, or to what is no longer asked, is named and kept; it never counts."""
    earlier = {
        key("1.1"): text({"answer": 4, "wording": "0ld"}),
        ROUND + "/answer/9.9": text({"answer": 5, "wording": "0ld"}),
    }
    kept = asked.round({"1.2": 2}) | earlier
    page = opened(watched, kept)
    expect(trouble(page)).to_contain_text("Na jouw antwoord zijn er vragen veranderd: 1.1, 9.9.")
    assert [kept, {"1.2": "2"}] == [texts(page), checked(page)]
    assert [{"1.1": 4, "1.2": 2, "9.9": 5}] == list(copy(page).values())

    answer(page, 6)
    expect(trouble(page)).to_contain_text("Na jouw antwoord zijn er vragen veranderd: 9.9.")
    assert {**kept, key("1.1"): asked.answer("1.1", 6, NOON + 1)} == texts(page)
    assert [] == watched.complaints


def second_tab(watched: Watched, address: str = FIRST) -> Watched:
    """Opens the questionnaire in another tab of the same browser."""
    other = Watched(watched.page.context.new_page(), watched.base)
    other.page.clock.set_fixed_time(NOON / 1000 + 60)
    start(other, address)
    return other


def test_two_tabs_different_items(watched: Watched, asked: Questionnaire) -> None:
    """Two tabs that answer different questions end up with both, in both and after a reload."""
    page = opened(watched, asked.round({"2.1": 1}))
    other = second_tab(watched, "zelfcheck/#c-1-2")
    answer(page, 4)
    shows(other.page, "1.1", 4)
    answer(other.page, 2)
    shows(page, "1.2", 2)
    page.reload()
    page.locator(READY).wait_for()

    for one in (page, other.page):
        assert {"1.1": "4", "1.2": "2", "2.1": "1"} == checked(one)
        expect(one.locator("[data-part=said]")).to_contain_text("van 32")
    assert [] == watched.complaints + other.complaints


def test_two_tabs_same_item(watched: Watched, asked: Questionnaire) -> None:
    """Of two tabs with the same question the later answer counts in both, also where a clock is behind."""
    page = opened(watched, asked.round({}))
    other = second_tab(watched)
    answer(page, 4)
    shows(other.page, "1.1", 4)
    other.page.clock.set_fixed_time(1)
    answer(other.page, 2)
    shows(page, "1.1", 2)
    answer(page, 5)
    shows(other.page, "1.1", 5)
    page.get_by_role("button", name="Wis dit antwoord").click()
    shows(other.page, "1.1", None)

    assert key("1.1") not in texts(page)
    assert [] == watched.complaints + other.complaints


def test_delete_in_one_tab(watched: Watched, asked: Questionnaire) -> None:
    """Deleting in one tab empties the other, which says why and goes on; undo brings back what was there, in both."""
    kept = asked.round({"1.1": 3, "1.2": 2})
    page = opened(watched, kept, "zelfcheck/")
    other = second_tab(watched)
    held(page).get_by_role("button", name="Wis alles").click()
    expect(said(page)).to_have_text("Alles is gewist. Je kunt dit nog 10 seconden ongedaan maken.")
    expect(trouble(page)).to_have_count(0)
    expect(trouble(other.page)).to_have_text("In een ander tabblad is alles gewist. Daarom staat hier ook niets meer.")
    assert [{}, {}, {}] == [texts(page), checked(page), checked(other.page)]

    answer(other.page, 6)
    expect(trouble(other.page)).to_have_count(0)
    expect(other.page.get_by_role("group", name="Is dit jouw eigen toestel?")).to_be_visible()
    assert {} == texts(page)
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(said(page)).to_have_text("Alles staat er weer.")
    shows(other.page, "1.2", 2)
    shows(page, "1.1", 6)
    assert set(kept) == set(texts(page))
    assert [kept[DEVICE], kept[key("1.2")]] == [texts(page)[DEVICE], texts(page)[key("1.2")]]
    expect(status(other.page)).to_have_text(SAVED)
    assert [] == watched.complaints + other.complaints


def test_delete_before_anything_was_kept(watched: Watched) -> None:
    """Deleting empties a tab too in which nobody said yet whose device it is, and it says so."""
    page = start(watched, FIRST)
    answer(page, 3)
    other = second_tab(watched)
    answer(other.page, 2)
    other.page.goto(watched.base + "zelfcheck/#_begin")
    other.page.get_by_role("button", name="Wis alles").click()

    expect(trouble(page)).to_have_text("In een ander tabblad is alles gewist. Daarom staat hier ook niets meer.")
    assert {} == checked(page)


@pytest.fixture
def sleeper(browser_type: BrowserType, browser_type_launch_args: dict[str, Any], base: str) -> Iterator[Watched]:
    """A page in a Chromium that puts pages to sleep when somebody leaves them, as it does outside tests."""
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    page = browser.new_context().new_page()
    # Chromium tells a page that woke up what it missed; nothing says that others do.
    page.add_init_script(UNHEARD)
    yield Watched(page, base)
    browser.close()


def leave(sleeper: Watched, address: str) -> Page:
    """Leaves the page, which goes to sleep, for another visit to the questionnaire."""
    sleeper.page.evaluate("window.isSame = true")
    return start(sleeper, address)


def come_back(sleeper: Watched) -> Page:
    """Goes back to the page, which wakes up."""
    sleeper.page.go_back(wait_until="commit")
    sleeper.page.wait_for_function("window.isSame")
    return sleeper.page


def test_stale_page_from_the_back_forward_cache(sleeper: Watched, asked: Questionnaire) -> None:
    """A page that slept shows what was answered and deleted meanwhile, and says so."""
    page = opened(sleeper, asked.round({"1.1": 3, "1.2": 2}))
    sleeper.page.clock.set_fixed_time(NOON / 1000 + 60)
    answer(leave(sleeper, "zelfcheck/?later#c-1-1"), 6)
    come_back(sleeper)
    shows(page, "1.1", 6)
    assert {"1.1": "6", "1.2": "2"} == checked(page)
    leave(sleeper, "zelfcheck/?later").get_by_role("button", name="Wis alles").click()
    come_back(sleeper)

    expect(trouble(page)).to_have_text("In een ander tabblad is alles gewist. Daarom staat hier ook niets meer.")
    assert {} == checked(page)
    answer(page, 1)
    expect(page.get_by_role("group", name="Is dit jouw eigen toestel?")).to_be_visible()
    assert {} == texts(page)


def test_process_killed_right_after_a_click(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], base: str
) -> None:
    """An answer is written within the click: killed before anything else runs, it is there in the next tab."""
    browser = browser_type.launch(**browser_type_launch_args)
    context = browser.new_context()
    watched = Watched(context.new_page(), base)
    page = begun(watched)
    page.evaluate("addEventListener('change', () => { console.log('answered'); for (;;); })")
    with page.expect_console_message(lambda message: "answered" == message.text):
        page.evaluate("setTimeout(() => document.querySelector('[data-current] input[value=\"5\"]').click())")
    with page.expect_event("crash"):
        kill_renderers(browser)
    again = Watched(context.new_page(), base)
    page = start(again, FIRST)

    shows(page, "1.1", 5)
    expect(status(page)).to_have_text(SAVED)
    assert [] == again.complaints
    browser.close()


def test_cleared_data(watched: Watched, asked: Questionnaire) -> None:
    """Wiped without a word: the next answer finds out, the page says so, asks again, and keeps what is on screen."""
    watched.page.add_init_script(UNHEARD)
    kept = asked.round({"1.1": 3, "1.2": 2})
    page = opened(watched, kept)
    origin = page.evaluate("location.origin")
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    page.wait_for_function("localStorage.length === 0")
    answer(page, 4)

    expect(trouble(page)).to_contain_text("De gegevens van deze site zijn in je browser gewist.")
    expect(status(page)).to_have_text(NOT_SAVED)
    assert [{"1.1": "4", "1.2": "2"}, {}] == [checked(page), texts(page)]
    assert [{"1.1": 4, "1.2": 2}] == list(copy(page).values())
    own(page)
    expect(trouble(page)).to_have_count(0)
    expect(status(page)).to_have_text(SAVED)
    assert set(kept) == set(texts(page))
    assert [] == watched.complaints


def test_cleared_by_another_page(watched: Watched, asked: Questionnaire) -> None:
    """Wiped by another page of the same host: the open page says so at once, and shows its answers still."""
    page = opened(watched, asked.round({"1.1": 3}))
    blank(Watched(page.context.new_page(), watched.base)).evaluate("localStorage.clear()")

    expect(trouble(page)).to_contain_text("De gegevens van deze site zijn in je browser gewist.")
    expect(page.get_by_role("group", name="Is dit jouw eigen toestel?")).to_be_visible()
    assert {"1.1": "3"} == checked(page)


def open_copy(page: Page, content: str | bytes) -> None:
    """Opens a copy, as somebody does who chooses a file."""
    page.evaluate("document.querySelector('[data-keep=said]').textContent = ''")
    buffer = content if isinstance(content, bytes) else content.encode()
    page.get_by_label("Open een kopie").set_input_files(
        {"name": "kopie.json", "mimeType": "application/json", "buffer": buffer}
    )


NOT_OURS = "Dit bestand is geen kopie die deze site maakte."
CUT = "Van dit bestand ontbreekt een stuk."
CHANGED = "Dit bestand is veranderd nadat het bewaard werd."
BAD_FILES: dict[str, tuple[Callable[[Questionnaire], str | bytes], str]] = {
    "cut": (lambda asked: asked.file()[:200], CUT),
    "cut at the end": (lambda asked: asked.file()[:-1], CUT),
    "empty": (lambda _: "", NOT_OURS),
    "huge": (lambda asked: asked.file() + " " * 300_000, "Dit bestand is te groot"),
    "other questionnaire": (lambda asked: asked.file(questionnaire="taal"), "Deze kopie is van een andere zelfcheck."),
    "changed byte": (lambda asked: asked.file().replace('"answer":5', '"answer":6'), CHANGED),
    "byte that is no text": (lambda asked: asked.file().encode().replace(b'"2.2"', b'"2\xff2"'), CHANGED),
    "HTML": (lambda _: "<!doctype html><title>Log in</title><p>Log in</p>", NOT_OURS),
    "picture": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), NOT_OURS),
    "deep nesting": (lambda _: "[" * 50_000 + "]" * 50_000, NOT_OURS),
    "deep nesting in a copy": (
        lambda asked: asked.file(rounds=[]).replace("[]", "[" * 50_000 + "]" * 50_000),
        NOT_OURS,
    ),
    "other file": (lambda _: '{"naam":"Jan"}', NOT_OURS),
    "bare value": (lambda _: "null", NOT_OURS),
    "newer format": (lambda asked: asked.file(formatVersion=2), "Deze kopie is van een nieuwere versie van deze site."),
    "newer questions": (lambda asked: asked.file(version=99), "Deze kopie is van een nieuwere versie van deze site."),
    "impossible value": (
        lambda asked: asked.file(rounds=[json.loads(asked.file())["rounds"][0] | {"id": "2026-02-30-1"}]),
        "In dit bestand staat iets wat niet kan. We namen er niets van over. (bij rounds.0.",
    ),
}


@pytest.mark.parametrize("address", ["zelfcheck/", REPORT])
def test_bad_imports(watched: Watched, asked: Questionnaire, address: str) -> None:
    """A file that cannot be right is refused with the reason; what is kept stays byte for byte; a good one follows."""
    kept = asked.round({"1.1": 3, "1.2": 2})
    watched.page.clock.set_fixed_time(NOON / 1000)
    put(watched, kept)
    page = watched.open(address)
    page.locator("[data-ready]").wait_for()
    for name, (make, words) in BAD_FILES.items():
        open_copy(page, make(asked))
        expect(said(page), name).to_contain_text(words)
        assert kept == texts(page), name
    open_copy(page, asked.file())
    expect(said(page)).to_have_text("Eén ronde toegevoegd.")
    open_copy(page, asked.file())
    expect(said(page)).to_have_text("0 rondes toegevoegd. Eén ronde stond er al.")

    assert kept.items() < texts(page).items()
    assert asked.answer("2.2", 5) == texts(page)[PREFIX + "round/2026-03-04-1/answer/2.2"]
    assert [] == watched.complaints


def test_import_without_room(watched: Watched, asked: Questionnaire) -> None:
    """A copy that is opened where there is no room is shown, and the page says that it is not kept."""
    kept = asked.round({"1.1": 3})
    page = opened(watched, kept, "zelfcheck/")
    page.evaluate(f"() => {{ {FULL} }}")
    open_copy(page, asked.file())

    expect(said(page)).to_have_text("Eén ronde toegevoegd.")
    expect(trouble(page)).to_contain_text("De opslag van je browser is vol.")
    expect(status(page)).to_have_text(NOT_SAVED)
    assert kept == texts(page)
    assert {"2026-11-22-1": {"1.1": 3}, "2026-03-04-1": {"2.2": 5}} == copy(page)


def test_export_delete_import_elsewhere(watched: Watched, asked: Questionnaire, browser: Browser) -> None:
    """What was saved and deleted here is the same there, to the byte, and goes on."""
    note = {"text": "Eerst “2.1” é\n\u2028"}
    kept = asked.round({"1.1": 3, "2.4": "na"}) | {ROUND + "/context/nota": text(note)}
    page = opened(watched, kept, "zelfcheck/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar een kopie").click()
    saved = Path(download.value.path()).read_bytes()
    page.get_by_role("button", name="Wis alles").click()
    assert {} == texts(page)
    elsewhere = browser.new_context()
    other = Watched(elsewhere.new_page(), watched.base)
    start(other)
    open_copy(other.page, saved)
    expect(said(other.page)).to_have_text("Eén ronde toegevoegd.")
    own(other.page)
    with other.page.expect_download() as again:
        other.page.get_by_role("button", name="Bewaar een kopie").click()
    other.page.get_by_role("button", name="Ga verder").click()
    answer(other.page, 6)

    assert saved == Path(again.value.path()).read_bytes()
    assert {"1.1": "3", "1.2": "6", "2.4": "0"} == checked(other.page)
    assert note == json.loads(texts(other.page)[ROUND + "/context/nota"])["value"]
    assert kept[key("1.1")] == texts(other.page)[key("1.1")]
    assert [] == watched.complaints + other.complaints
    elsewhere.close()


@pytest.mark.parametrize("time", ["0", "NaN", "4102444800000"])
def test_odd_clocks(watched: Watched, time: str) -> None:
    """A clock that stands at 1970, runs ahead or says nonsense loses no answer; set right, the next one counts."""
    page = begun(watched, f"Date.now = () => {time}")
    next_question(page)
    answer(page, 2)
    expect(status(page)).to_have_text(SAVED)
    assert [] == watched.complaints
    right = second_tab(watched)
    assert {"1.1": "3", "2.1": "2"} == checked(right.page)
    answer(right.page, 5)
    right.page.reload()
    right.page.locator(READY).wait_for()

    assert {"1.1": "5", "2.1": "2"} == checked(right.page)
    expect(trouble(right.page)).to_have_count(0)
    shows(page, "1.1", 5)
    assert [] == right.complaints


@pytest.mark.parametrize("script", ["entry.js", "elements/*.js", "store.js", None])
def test_scripts_off_or_failing(browser: Browser, base: str, asked: Questionnaire, script: str | None) -> None:
    """Without a script, or when one does not come, the page is one to read and print, says so, and nothing is lost."""
    context = browser.new_context(java_script_enabled=script is not None)
    watched = Watched(context.new_page(), base)
    kept = asked.round({"1.1": 3})
    page = watched.page
    if script:
        put(watched, kept)
        page.route(f"**/{script}", lambda route: route.abort())
    page.goto(base + "zelfcheck/")

    expect(page.get_by_text("Het script van deze pagina draait niet in je browser.")).to_be_visible()
    expect(question(page)).to_have_count(32)
    expect(page.get_by_role("heading", name="Scoreblad")).to_be_visible()
    expect(page.get_by_role("button").and_(page.locator("main *"))).to_have_count(0)
    page.get_by_role("link", name="Begin de snelle scan").click()
    assert page.url.endswith("#c-1-1")
    page.locator("#c-1-1 input").nth(2).check()
    page.goto(base + REPORT)
    expect(page.get_by_role("heading", name="Je rapport maak je zelf")).to_be_visible()
    expect(page.get_by_role("link", name="Tel je punten op het scoreblad")).to_be_visible()
    if script:
        page.wait_for_load_state("networkidle")
        expect(page.locator("[data-ready]")).to_have_count(0)
        assert kept == texts(page)
        assert {"error: Failed to load resource: net::ERR_FAILED"} == set(watched.complaints)
    context.close()


def test_whole_journey_offline(watched: Watched, context: BrowserContext) -> None:
    """Once the page is loaded the network can go: to the last question nothing is asked of it, and nothing is lost."""
    page = start(watched)
    page.wait_for_load_state("networkidle")
    before = list(watched.requests)
    context.set_offline(True)
    page.get_by_role("link", name="Begin de snelle scan").click()
    own(page)
    for level in range(1, 7):
        answer(page, level)
        next_question(page)
    page.get_by_role("textbox", name="Wat wil je bij deze ronde onthouden?").fill("Eerst 2.1")
    page.get_by_role("button", name="Bekijk je rapport").click()
    expect(page.get_by_text("Je bent nu niet verbonden met internet. Je antwoorden staan hier nog.")).to_be_visible()
    expect(status(page)).to_have_text(SAVED)
    assert [] == watched.requests[len(before) :] + watched.complaints

    context.set_offline(False)
    page.get_by_role("button", name="Bekijk je rapport").click()
    page.wait_for_url("**/" + REPORT)
    expect(page.locator("[data-part=counts]")).to_contain_text("6 van 32 competenties beantwoord")
    assert [] == watched.complaints


def report(watched: Watched, kept: Texts) -> Page:
    """Opens the report in a browser in which this is kept."""
    watched.page.clock.set_fixed_time(NOON / 1000)
    put(watched, kept)
    page = watched.open(REPORT)
    page.locator("vw-report[data-ready]").wait_for()
    return page


def counts(page: Page) -> Locator:
    """Gives what the report says of how much was answered."""
    return page.locator("[data-part=counts]")


def test_report_with_what_cannot_be_read(watched: Watched, asked: Questionnaire) -> None:
    """The report tells what it cannot read or does not know yet, leaves it, shows the rest, and takes choices."""
    strange = {key("1.3"): "{broken", key("1.4"): text({"stars": 5}, v=2), key("1.5"): json.dumps({"v": 0})}
    kept = asked.round({"1.1": 3, "1.2": 1}) | strange
    page = report(watched, kept)
    expect(trouble(page).locator("p")).to_have_text(
        [re.compile(UNREADABLE), re.compile("Op dit toestel staat iets van een nieuwere versie van deze site: ")]
    )
    expect(counts(page)).to_contain_text("2 van 32 competenties beantwoord")
    assert kept == texts(page)
    page.get_by_role("checkbox", name="1.2 ").first.check()
    expect(page.get_by_role("list", name="Dit gaat voor")).to_contain_text("1.2")

    assert kept | {ROUND + "/priorities": text(["1.2"])} == texts(page)
    assert [{"1.1": 3, "1.2": 1}] == list(copy(page).values())
    assert [] == watched.complaints


def test_report_without_room(watched: Watched, asked: Questionnaire) -> None:
    """A choice that cannot be kept is on screen and in the copy, and the report says so."""
    kept = asked.round({"1.1": 2, "1.2": 1})
    page = report(watched, kept)
    page.evaluate(f"() => {{ {FULL} }}")
    page.get_by_role("checkbox", name="1.2 ").first.check()
    expect(trouble(page)).to_contain_text("De opslag van je browser is vol.")
    expect(status(page).first).to_have_text(NOT_SAVED)
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar een kopie").first.click()
    page.get_by_role("checkbox", name="1.1 ").first.check()

    expect(page.get_by_role("list", name="Dit gaat voor").get_by_role("listitem")).to_have_count(2)
    assert ["1.2"] == json.loads(Path(download.value.path()).read_bytes())["rounds"][0]["priorities"]
    assert kept == texts(page)
    assert [] == watched.complaints


def test_report_beside_another_tab(watched: Watched, asked: Questionnaire) -> None:
    """The report follows what is answered, wiped and deleted in another tab, and says when that took everything."""
    page = report(watched, asked.round({"1.1": 3, "1.2": 1}))
    other = second_tab(watched, "zelfcheck/#c-1-3")
    answer(other.page, 5)
    expect(counts(page)).to_contain_text("3 van 32 competenties beantwoord")
    other.page.evaluate("localStorage.clear()")
    expect(trouble(page)).to_contain_text("De gegevens van deze site zijn in je browser gewist.")
    expect(counts(page)).to_contain_text("3 van 32 competenties beantwoord")
    own(page)
    expect(trouble(page)).to_have_count(0)
    other.page.goto(watched.base + "zelfcheck/")
    other.page.get_by_role("button", name="Wis alles").click()

    expect(trouble(page)).to_have_text("In een ander tabblad is alles gewist. Daarom staat hier ook niets meer.")
    expect(page.get_by_role("heading", name="Hier komt jouw rapport")).to_be_visible()
    assert [] == watched.complaints + other.complaints


def test_stale_report_from_the_back_forward_cache(sleeper: Watched, asked: Questionnaire) -> None:
    """A report that slept shows what was answered meanwhile."""
    page = report(sleeper, asked.round({"1.1": 3, "1.2": 1}))
    answer(leave(sleeper, "zelfcheck/#c-1-3"), 5)
    come_back(sleeper)

    expect(counts(page)).to_contain_text("3 van 32 competenties beantwoord")


def test_strange_addresses(watched: Watched) -> None:
    """Whatever somebody puts after the `#`, the questionnaire goes on."""
    page = start(watched, FIRST)
    for strange in ("resultaat=AB", "1", "%E0%A4%A", "[data-item]", "c-9-9"):
        page.evaluate("(words) => new Promise((done) => { onhashchange = done; location.hash = words })", strange)
        expect(page.get_by_role("link", name="Begin de snelle scan")).to_be_visible()

    assert [] == watched.complaints
