"""The fault cases of the promises, one by one, as far as they concern what is kept."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType

from tests.client.conftest import ANSWER, CLOCK, COMPETENCES, NOON, PREFIX, Client, given, kill_renderers, text

KEY = PREFIX + ANSWER + "1.1"
DEVICE = PREFIX + "device"
ROUND = PREFIX + "round/2026-11-22-1"
META = {"questionnaire": "digitale-competenties", "version": 2, "finished": None}
STORED = {DEVICE: text("own"), ROUND: text(META), KEY: text(given(3))}
"""What stands in the storage of somebody who gave one answer."""

QUOTA = "throw new DOMException('full', 'QuotaExceededError')"


def start(client: Client, options: str = CLOCK) -> None:
    """Opens the store on an own device, and answers."""
    client.begin(options)
    client.run("store.answerDevice(true); all.answer('1.1', 4)")


def goes_on(client: Client, *reasons: str) -> None:
    """Says that everything works in memory, that nothing is kept, and that each reason was told once."""
    client.run("all.answer('1.2', 2); all.answer('1.2', 3); all.setPriorities(['2.1']); all.finish()")
    assert {"1.1": 4, "1.2": 3} == client.answers
    assert ["finished", ["2.1"]] == client.run("return [all.latest.state, all.latest.priorities]")
    assert not client.run("return store.isKept")
    assert list(reasons) == client.troubles
    assert [] == client.complaints


def test_storage_getter_throws(context: BrowserContext, base: str) -> None:
    """A browser that forbids storage: everything goes on in memory, and that is said."""
    blocked = (
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " { get() { throw new DOMException('blocked', 'SecurityError') } })"
    )
    client = Client(context, base, blocked)
    start(client)

    goes_on(client, "blocked")
    assert {"1.1": 4, "1.2": 3} == client.run("store.undo(store.deleteAll()); return all.latest.answers")


def test_storage_is_null(context: BrowserContext, base: str) -> None:
    """A browser without storage: the same."""
    null = "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null })"
    client = Client(context, base, null)
    start(client)

    goes_on(client, "blocked")


@pytest.mark.parametrize("kept", range(5))
def test_quota_on_the_nth_write(client: Client, kept: int) -> None:
    """Room for so many writes and no more: what was kept stays whole, the rest goes on in memory, and that is said."""
    client.run(
        "let left = value; const set = Storage.prototype.setItem;"
        f"Storage.prototype.setItem = function (...all) {{ if (!left) {QUOTA}; left -= 1; set.apply(this, all) }}",
        kept,
    )
    start(client)

    goes_on(client, "full")
    stored = client.stored()
    assert kept == len(stored)
    assert not stored or DEVICE in stored
    assert all(json.loads(one)["v"] == 1 for one in stored.values())


def test_quota_for_real(own: Client) -> None:
    """A storage that is really full to the last byte is met in the same way."""
    own.run(
        "for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2))"
        " try { for (let n = 0; ; n += 1) localStorage.setItem(`${size}-${n}`, 'x'.repeat(size)) } catch {}"
    )
    own.run("all.answer('1.1', 4)")

    goes_on(own, "full")


def test_write_not_kept(client: Client) -> None:
    """A browser that takes a write and keeps something else is found out by reading back."""
    client.run("Storage.prototype.setItem = () => {}")
    start(client)

    goes_on(client, "not-kept")


def test_broken_json_in_one_key(client: Client) -> None:
    """A text that cannot be read is told and left as it is; the others are read; a new answer moves it aside first."""
    client.put({**STORED, KEY: '{"v":1,"at"', PREFIX + ANSWER + "1.2": text(given(2, "1.2"))})
    client.begin(CLOCK)
    assert ["unreadable"] == client.troubles
    assert {"1.2": 2} == client.answers
    assert '{"v":1,"at"' == client.stored()[KEY]

    client.run("all.answer('1.1', 4)")
    assert ['{"v":1,"at"', text(given(4))] == [client.stored()[KEY + ".unreadable"], client.stored()[KEY]]
    client.load()
    client.begin(CLOCK)
    assert [{"1.1": 4, "1.2": 2}, []] == [client.answers, client.troubles]


def test_broken_json_without_room_to_move_it(client: Client) -> None:
    """A text that cannot be read is not written over either when there is no room to move it: the answer waits."""
    client.put({**STORED, KEY: "{broken"})
    client.run(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
        f" if (key.includes('unreadable')) {QUOTA}; set.call(this, key, text) }}"
    )
    client.begin(CLOCK)
    client.run("all.answer('1.1', 4)")

    assert "{broken" == client.stored()[KEY]
    assert {"1.1": 4} == client.answers
    assert ["unreadable", "full"] == client.troubles
    assert not client.run("return store.isKept")


def test_broken_json_again(client: Client) -> None:
    """What was moved aside before is not written over by what is moved aside now."""
    client.put({**STORED, KEY: "{second", KEY + ".unreadable": "{first"})
    client.begin(CLOCK)
    client.run("all.answer('1.1', 4)")

    assert ["{first", "{second"] == [client.stored()[KEY + name] for name in (".unreadable", ".unreadable-2")]


def test_broken_round(client: Client) -> None:
    """Answers whose round cannot be read are still there, as an open round."""
    client.put({**STORED, ROUND: "?"})
    client.begin(CLOCK)

    assert {"1.1": 3} == client.answers
    assert "open" == client.run("return all.latest.state")


BAD = {
    "seven": text({"answer": 7, "wording": "w1x1"}),
    "half": text({"answer": 2.5, "wording": "w1x1"}),
    "word": text({"answer": "4", "wording": "w1x1"}),
    "list": text([4]),
    "null": text(None),
    "bare": "4",
    "bare null": "null",
    "bare text": '"x"',
    "nothing": "",
    "extra": text({**given(4), "name": "Jan"}),
    "extra outside": json.dumps({"v": 1, "at": NOON, "value": given(4), "name": "Jan"}),
    "no time": json.dumps({"v": 1, "value": given(4)}),
    "late": text(given(4), at=10**15),
    "early": text(given(4), at=-1),
    "no schema": json.dumps({"at": NOON, "value": given(4)}),
    "schema of words": json.dumps({"v": "1", "at": NOON, "value": given(4)}),
    "prototype": '{"v":1,"at":1,"__proto__":{"answer":4},"value":{"answer":4,"wording":"w1x1"}}',
    "inner prototype": '{"v":1,"at":1,"value":{"__proto__":{"answer":4},"answer":4,"wording":"w1x1"}}',
    "constructor": '{"v":1,"at":1,"value":{"constructor":{"prototype":{"x":1}},"answer":4,"wording":"w1x1"}}',
    "deep": "[" * 9_000,
    "long": text({"answer": 4, "wording": "w" * 20_000}),
    "padded": text(given(4)) + " " * 100_000,
    "wording": text({"answer": 4, "wording": 12}),
}


def test_value_out_of_range_or_prototype(client: Client) -> None:
    """No value that the site would not have written is shown; each stays as it is, and nothing leaks into objects."""
    keys = [PREFIX + ANSWER + one for one in COMPETENCES]
    bad = dict(zip(keys, BAD.values(), strict=False))
    client.put({**STORED, **bad, PREFIX + "round/__proto__/answer/1.1": text(given(4)), KEY + "x": text(given(4))})
    before = client.stored()
    client.begin(CLOCK)

    assert {"device": "own", "round/2026-11-22-1": META} == client.run("return values()")
    assert ["unreadable"] == client.troubles
    assert before == client.stored()
    assert [True, None] == client.run("return [Object.keys(Object.prototype).length === 0, ({}).answer ?? null]")
    assert [] == client.complaints


def test_prototype_that_would_pass(client: Client) -> None:
    """A value that would pass but for a prototype that it brings is refused for that."""
    client.put({**STORED, KEY: '{"__proto__":{},"v":1,"at":1,"value":{"answer":4,"wording":"w1x1"}}'})
    client.begin(CLOCK)

    assert {} == client.answers


def test_newer_schema(client: Client) -> None:
    """What a newer version wrote is not shown, not touched and not written over; a new answer stays in memory."""
    newer = text({"stars": 5}, v=2)
    client.put({**STORED, KEY: newer})
    client.begin(CLOCK)
    assert [{}, ["newer"]] == [client.answers, client.troubles]

    client.run("all.answer('1.1', 4); all.answer('1.2', 2); all.remove('1.1'); all.answer('1.1', 5)")
    assert {"1.1": 5, "1.2": 2} == client.answers
    assert {**STORED, KEY: newer, PREFIX + ANSWER + "1.2": text(given(2, "1.2"))} == client.stored()
    assert ["newer"] == client.troubles
    assert not client.run("return store.isKept")


def test_newer_schema_in_another_tab(own: Client) -> None:
    """Where a newer version takes over in another tab, what is on screen stays there, marked as not kept."""
    own.run("all.answer('1.1', 4)")
    newer = Client(own.page.context, own.base)
    newer.put({KEY: text({"stars": 5}, v=2)})
    own.wait("troubles.length")

    assert [{"1.1": 4}, ["newer"]] == [own.answers, own.troubles]
    assert not own.run("return store.isKept")
    own.run("all.answer('1.1', 6)")
    assert text({"stars": 5}, v=2) == own.stored()[KEY]


MIGRATING = f"""{{
  now: () => {NOON}, schema: 2,
  migrate: (key, old) => key === "device" ? {{ key, at: old.at, value: old.value }}
    : key.startsWith("answers/")
    ? {{ key: "round/2026-11-22-1/answer/1.1", at: old.at, value: {{ answer: old.stars, wording: "w1x1" }} }}
    : old.questionnaire
    ? {{ key, at: 5, value: {{ questionnaire: old.questionnaire, version: 2, finished: null }} }}
    : null,
}}"""
OLDER = {
    DEVICE: text("own", at=5),
    ROUND: json.dumps({"v": 1, "questionnaire": "digitale-competenties"}),
    PREFIX + "answers/1.1": json.dumps({"v": 1, "at": 7, "stars": 3}),
    PREFIX + "answers/1.2": json.dumps({"v": 1, "at": 7, "nothing": 0}),
}
MIGRATED = {
    DEVICE: text("own", at=5, v=2),
    ROUND: text(META, at=5, v=2),
    KEY: text(given(3), at=7, v=2),
    PREFIX + "answers/1.2": OLDER[PREFIX + "answers/1.2"],
}


def test_older_schema(client: Client) -> None:
    """What an older version wrote is taken over once, under its key or a new one; what cannot be stays as it is."""
    client.put(OLDER)
    client.begin(MIGRATING)

    assert {"1.1": 3} == client.answers
    assert MIGRATED == client.stored()
    assert ["unreadable"] == client.troubles
    assert client.run("return store.isKept")


@pytest.mark.parametrize("steps", range(12))
def test_older_schema_killed_halfway(client: Client, steps: int) -> None:
    """Killed after any write or removal, old or new stands there, and the next opening ends what was begun."""
    client.put(OLDER)
    client.run(
        """
        let left = value;
        for (const name of ["setItem", "removeItem"]) {
          const original = Storage.prototype[name];
          Storage.prototype[name] = function (...all) {
            if (!left) throw new DOMException("killed", "QuotaExceededError");
            left -= 1;
            original.apply(this, all);
          };
        }
        """,
        steps,
    )
    client.begin(MIGRATING)
    stored = client.stored()
    for key, old in OLDER.items():
        new = {PREFIX + "answers/1.1": KEY}.get(key, key)
        assert old in (stored.get(key), stored.get(key + ".old")) or MIGRATED[new] == stored.get(new), key
    client.load("other.html")
    client.begin(MIGRATING)

    assert {"1.1": 3} == client.answers
    assert MIGRATED == client.stored()


def test_older_schema_spoiled_in_writing(client: Client) -> None:
    """Where the new text is spoiled in writing, and nothing can be done any more, the old stands in its copy."""
    client.put(OLDER)
    client.run(
        """
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, text) {
          if (!key.endsWith("round/2026-11-22-1")) return set.call(this, key, text);
          set.call(this, key, text.slice(0, 9));
          Storage.prototype.setItem = Storage.prototype.removeItem = () => {};
        };
        """
    )
    client.begin(MIGRATING)
    assert OLDER[ROUND] == client.stored()[ROUND + ".old"]
    client.load("other.html")
    client.begin(MIGRATING)

    assert text(META, at=5, v=2) == client.stored()[ROUND]


@pytest.mark.parametrize("room", ["!key.endsWith('.old')", "false"])
def test_older_schema_without_room(client: Client, room: str) -> None:
    """Where there is no room for a copy, or for anything, the old stays; what it says is there in memory."""
    client.put(OLDER)
    client.run(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
        f" if (!({room})) {QUOTA}; set.call(this, key, text) }}"
    )
    client.begin(MIGRATING)
    stored = client.stored()

    assert {"1.1": 3} == client.answers
    assert [OLDER[DEVICE], OLDER[ROUND]] == [stored[DEVICE], stored[ROUND]]
    assert "full" in client.troubles
    if room == "false":
        assert OLDER == stored


def test_older_schema_written_wrong(client: Client) -> None:
    """A migration whose new text was spoiled in writing is done again from the copy of the old."""
    old = OLDER[ROUND]
    client.put({**OLDER, ROUND: '{"v":2,"at', ROUND + ".old": old})
    client.begin(MIGRATING)

    assert text(META, at=5, v=2) == client.stored()[ROUND]
    assert '{"v":2,"at' == client.stored()[ROUND + ".unreadable"]
    client.load("other.html")
    client.begin(MIGRATING)
    assert {**MIGRATED, ROUND + ".unreadable": '{"v":2,"at'} == client.stored()


def test_older_schema_of_a_removed_answer(client: Client) -> None:
    """An answer that could not be migrated and is then removed does not come back."""
    client.put({**OLDER, ROUND + "/level": json.dumps({"v": 1, "questionnaire": "x"})})
    client.run(f"Storage.prototype.setItem = () => {{ {QUOTA} }}")
    client.begin(
        "{ schema: 2, migrate: (key, old) => ({ key, at: 5, value: key === 'device' ? old.value : 'lager' }) }"
    )
    assert "lager" == client.run("return all.list[0].level")
    client.run("all.setLevel(null)")

    assert ROUND + "/level" not in client.stored()


def test_item_removed_or_reworded(own: Client) -> None:
    """An answer to other words, or to what is no longer asked, is kept and listed apart; it never counts."""
    own.run("all.answer('1.1', 4); all.answer('1.2', 5); all.answer('1.3', 6)")
    before = own.stored()
    own.load("other.html")
    own.run(
        f"""
        const competences = questionnaire.competences.filter((one) => one.id !== "1.1")
          .map((one) => one.id === "1.2" ? {{ ...one, wording: "new" }} : one);
        begin({CLOCK}, {{ ...questionnaire, version: 3, competences }});
        """
    )
    earlier = [{"competence": one, **given(answer, one), "at": NOON} for one, answer in (("1.1", 4), ("1.2", 5))]

    assert {"1.3": 6} == own.answers
    assert earlier == own.run("return all.latest.earlier")
    assert before == own.stored()

    own.run("all.answer('1.2', 1)")
    assert {"1.2": 1, "1.3": 6} == own.answers


def test_two_tabs_different_items(own: Client) -> None:
    """Two tabs that answer different items end up with both, in both and in the storage."""
    own.run("all.start()")
    other = Client(own.page.context, own.base)
    other.begin(CLOCK)
    own.run("all.answer('1.1', 4)")
    other.run("all.answer('1.2', 2)")
    for client in (own, other):
        client.wait("Object.keys(all.latest.answers).length === 2")
        assert {"1.1": 4, "1.2": 2} == client.answers
        assert "elsewhere" in [change["from"] for change in client.run("return changes")]


def test_two_tabs_start_together(client: Client, context: BrowserContext, base: str) -> None:
    """Two tabs that start at the same time share the round."""
    client.put({DEVICE: text("own")})
    other = Client(context, base)
    client.begin(CLOCK)
    other.begin(CLOCK)
    client.run("all.answer('1.1', 4)")
    other.run("all.answer('1.2', 2)")
    other.wait("Object.keys(all.latest.answers).length === 2")

    assert 1 == other.run("return all.list.length")


def test_two_tabs_same_item(own: Client) -> None:
    """The later answer counts, in both tabs and in the storage, whatever order the writes arrived in."""
    own.run("all.answer('1.1', 4)")
    other = Client(own.page.context, own.base)
    other.put({KEY: text(given(2), NOON + 9)})
    own.wait("all.latest.answers['1.1'] === 2")

    other.put({KEY: text(given(5), NOON + 8)})
    other.wait(f"JSON.parse(localStorage['{KEY}']).value.answer === 2")
    assert {"1.1": 2} == own.answers

    other.put({KEY: text(given(6), NOON + 9)})
    own.wait("all.latest.answers['1.1'] === 6")
    assert text(given(6), NOON + 9) == own.stored()[KEY]


def test_two_tabs_same_item_unheard(own: Client) -> None:
    """Who answers before hearing of the other tab gives the later answer, even with a clock that is behind."""
    own.run("all.answer('1.1', 4)")
    own.run("store.options.now = () => 1000")
    own.put({KEY: text(given(2), NOON + 50)})
    own.run("all.answer('1.1', 6)")

    assert text(given(6), NOON + 51) == own.stored()[KEY]


def test_answer_removed_in_one_tab(own: Client) -> None:
    """An answer that is taken back in one tab is gone in the other."""
    own.run("all.answer('1.1', 4); all.answer('1.2', 2)")
    other = Client(own.page.context, own.base)
    other.begin(CLOCK)
    other.run("all.remove('1.1')")
    own.wait("Object.keys(all.latest.answers).length === 1")

    assert {"1.2": 2} == own.answers


def test_delete_in_one_tab(own: Client) -> None:
    """Deleting everything in one tab empties the others, of what is not kept too; undo brings it back everywhere."""
    own.run("all.answer('1.1', 4)")
    other = Client(own.page.context, own.base)
    other.begin(CLOCK)
    own.run(f"window.set = Storage.prototype.setItem; Storage.prototype.setItem = () => {{ {QUOTA} }}")
    own.run("all.answer('1.2', 2); Storage.prototype.setItem = set")
    other.run("window.snapshot = store.deleteAll()")
    own.wait("store.isOwnDevice === null && all.list.length === 0")
    assert {} == own.run("return values()")
    assert {} == own.stored()

    other.run("store.undo(snapshot)")
    own.wait("store.isOwnDevice && store.isKept && Object.keys(all.latest?.answers ?? {}).length === 2")
    assert text(given(4)) == own.stored()[KEY]
    other.wait("Object.keys(all.latest.answers).length === 2")


@pytest.mark.parametrize(
    "silent",
    ["delete window.BroadcastChannel", "window.BroadcastChannel = class { constructor() { throw new Error('no') } }"],
    ids=["no line", "a line that is refused"],
)
def test_delete_in_one_tab_by_events_alone(own: Client, silent: str) -> None:
    """The storage's own events suffice for what is kept, where tabs cannot talk."""
    own.run("all.answer('1.1', 4)")
    other = Client(own.page.context, own.base, silent)
    other.begin(CLOCK)
    other.run("window.snapshot = store.deleteAll()")
    own.wait("store.isOwnDevice === null && all.list.length === 0")

    other.run("store.undo(snapshot)")
    own.wait("store.isOwnDevice && all.latest?.answers['1.1'] === 4")
    assert [] == other.complaints


def test_delete_reaches_a_shared_tab(client: Client, context: BrowserContext, base: str) -> None:
    """A tab that keeps in sessionStorage is emptied too, and undo brings its answers back."""
    client.begin(CLOCK)
    client.run("store.answerDevice(false); all.answer('1.1', 4)")
    before = client.stored("sessionStorage")
    other = Client(context, base)
    other.begin(CLOCK)
    other.run("window.snapshot = store.deleteAll()")
    client.wait("store.isOwnDevice === null")
    assert [{}, {}] == [client.stored("sessionStorage"), client.answers]

    other.run("store.undo(snapshot)")
    client.wait("store.isOwnDevice === false")
    assert [before, {"1.1": 4}] == [client.stored("sessionStorage"), client.answers]


@pytest.fixture
def sleeper(browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """A Chromium that puts pages to sleep when somebody leaves them, as it does outside tests."""
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    yield browser
    browser.close()


def sleep_and_wake(client: Client, meanwhile: str, options: str = CLOCK) -> None:
    """Leaves the page, does something on another one, and comes back to the sleeping first."""
    client.run("window.isSame = true; addEventListener('pageshow', (event) => { window.slept = event.persisted })")
    client.load("other.html")
    client.begin(options)
    client.run(meanwhile)
    client.page.go_back(wait_until="commit")
    client.page.locator("#ready").wait_for(state="visible")
    client.wait("window.isSame && window.slept")


def test_stale_page_from_the_back_forward_cache(sleeper: Browser, base: str) -> None:
    """A page that slept reads again what was answered, changed and removed meanwhile; its next answer joins that."""
    # Chromium tells a page that woke up what it missed; nothing says that others do.
    client = Client(
        sleeper.new_context(), base, "addEventListener('storage', (event) => event.stopImmediatePropagation())"
    )
    start(client)
    client.run("all.answer('1.3', 1); changes.length = 0")
    sleep_and_wake(client, "all.answer('1.1', 6); all.answer('1.2', 2); all.remove('1.3')")

    assert {"1.1": 6, "1.2": 2} == client.answers
    assert ["elsewhere"] == [change["from"] for change in client.run("return changes")]
    client.run("all.answer('1.4', 3)")
    assert {"1.1": 6, "1.2": 2, "1.4": 3} == client.answers


def test_stale_page_after_deleting(sleeper: Browser, base: str) -> None:
    """A page that slept while everything was deleted holds nothing any more, of what was not kept neither."""
    client = Client(sleeper.new_context(), base)
    start(client)
    client.run(f"window.set = Storage.prototype.setItem; Storage.prototype.setItem = () => {{ {QUOTA} }}")
    client.run("all.answer('1.2', 2); Storage.prototype.setItem = set")
    sleep_and_wake(client, "store.deleteAll()")

    assert [{}, None] == client.run("return [values(), store.isOwnDevice]")
    client.run("all.answer('1.1', 1)")
    assert {} == client.stored()


def test_stale_page_hears_again(sleeper: Browser, base: str) -> None:
    """A page that woke up follows the other tabs again."""
    context = sleeper.new_context()
    client = Client(context, base)
    client.begin(CLOCK)
    client.run("store.answerDevice(false); all.answer('1.1', 4)")
    sleep_and_wake(client, "")
    other = Client(context, base)
    other.begin(CLOCK)
    other.run("store.deleteAll()")

    client.wait("store.isOwnDevice === null")


def test_stale_page_keeps_what_was_not_kept(sleeper: Browser, base: str) -> None:
    """What a page could not keep is still on screen after its sleep."""
    client = Client(sleeper.new_context(), base)
    start(client)
    client.run(f"window.set = Storage.prototype.setItem; Storage.prototype.setItem = () => {{ {QUOTA} }}")
    client.run("all.answer('1.2', 2)")
    sleep_and_wake(client, "")

    assert {"1.1": 4, "1.2": 2} == client.answers
    assert not client.run("return store.isKept")


def test_process_killed_right_after_a_click(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], base: str, tmp_path: Path
) -> None:
    """An answer is written within the click: killed before anything else runs, it is there, after a restart too."""
    with browser_type.launch_persistent_context(tmp_path / "profile", **browser_type_launch_args) as context:
        client = Client(context, base)
        client.begin(CLOCK)
        client.run("store.answerDevice(true)")
        client.run(
            """
            document.body.append(Object.assign(document.createElement("button"), { onclick() {
              all.answer("1.1", 4);
              console.log("answered");
              for (;;);
            } }));
            """
        )
        with client.page.expect_console_message(lambda message: "answered" == message.text):
            client.run("setTimeout(() => document.querySelector('button').click())")
        with client.page.expect_event("crash"):
            kill_renderers(context.browser)
        again = Client(context, base)
        again.begin(CLOCK)
        assert {"1.1": 4} == again.answers
    with browser_type.launch_persistent_context(tmp_path / "profile", **browser_type_launch_args) as context:
        client = Client(context, base)
        client.begin(CLOCK)
        assert {"1.1": 4} == client.answers
        assert [True, True] == client.run("return [store.isOwnDevice, store.isKept]")


def test_cleared_data(own: Client) -> None:
    """Wiped under an open page: the answers stay on screen, it is said, and nothing is written until asked again."""
    own.run("all.answer('1.1', 4)")
    session = own.page.context.new_cdp_session(own.page)
    origin = own.run("return location.origin")
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    own.wait("localStorage.length === 0")
    own.run("all.answer('1.2', 2)")

    assert {"1.1": 4, "1.2": 2} == own.answers
    assert {} == own.stored()
    assert [None, False, ["cleared"]] == own.run("return [store.isOwnDevice, store.isKept, troubles]")
    own.run("store.answerDevice(true)")
    assert [4, True] == [len(own.stored()), own.run("return store.isKept")]


def test_cleared_data_unheard(own: Client) -> None:
    """Wiped without a word: the next answer finds out."""
    own.run("all.answer('1.1', 4); localStorage.clear(); all.answer('1.2', 2)")

    assert [{"1.1": 4, "1.2": 2}, {}, ["cleared"]] == [own.answers, own.stored(), own.troubles]


def test_cleared_data_asked_in_another_tab(own: Client) -> None:
    """Wiped, and asked again in another tab: what was on screen here is kept with what is answered there."""
    own.run("all.answer('1.1', 4); localStorage.clear(); all.answer('1.2', 2)")
    other = Client(own.page.context, own.base)
    other.begin(CLOCK)
    other.run("store.answerDevice(true)")
    own.wait("store.isOwnDevice")

    assert {"1.1": 4, "1.2": 2} == own.answers
    assert text(given(4)) == own.stored()[KEY]


def test_cleared_data_by_another_tab(own: Client) -> None:
    """Wiped by another page of the same host: the open page says so at once."""
    own.run("all.answer('1.1', 4)")
    Client(own.page.context, own.base).run("localStorage.clear()")
    own.wait("troubles.length")

    assert [{"1.1": 4}, None, ["cleared"]] == [own.answers, own.run("return store.isOwnDevice"), own.troubles]


JOURNEY = """
begin({ now: () => 1795345200000 });
store.answerDevice(true);
for (const { id } of questionnaire.competences) all.answer(id, value);
all.setContext("ervaring", "lang"); all.setLevel("lager"); all.setRegion("vlaanderen");
all.finish(); all.setPriorities(["2.1"]);
const order = questionnaire.competences.map(({ id }) => id);
const result = sharing.encode(all.latest.answers, order, 2);
sharing.decode(result, order, [2]);
const scored = scoring.score(all.latest.answers, [{ id: "all", competences: order }]);
scoring.moved(scored, scored); scoring.strengths(all.latest.answers, order);
scoring.suggestions(all.latest.answers, order);
all.merge(rounds.fromFile(all.toFile(), questionnaire).rounds);
all.start(); all.removeRound(all.latest.id); store.undo(store.deleteAll());
return all.list.length;
"""


def test_export_delete_import_elsewhere(own: Client, browser: Browser, base: str) -> None:
    """What was saved to a file and deleted here is the same there, times included."""
    own.run(JOURNEY, 4)
    saved, before = own.run("return [all.toFile(), JSON.stringify(all.list)]")
    own.run("store.deleteAll()")
    elsewhere = browser.new_context()
    client = Client(elsewhere, base)
    client.begin("{ now: () => 1000 }")
    client.run("store.answerDevice(true); all.merge(rounds.fromFile(value, questionnaire).rounds)", saved)

    assert before == client.run("return JSON.stringify(all.list)")
    client.load("other.html")
    client.begin()
    assert before == client.run("return JSON.stringify(all.list)")
    elsewhere.close()


@pytest.mark.parametrize(
    "time", ["0", "-5", "NaN", "Infinity", "8.64e15", "1e300", "4102444800000", "0.5", "252999999999999"]
)
def test_odd_clocks(client: Client, time: str) -> None:
    """A clock that stands at 1970, runs ahead or says nonsense loses no answer and makes nothing unreadable."""
    client.begin(f"{{ now: () => {time} }}")
    client.run("store.answerDevice(true); all.answer('1.1', 4); all.finish(); all.start(); all.answer('1.1', 5)")
    client.load("other.html")
    client.begin(CLOCK)

    assert [] == client.troubles
    assert [{"1.1": 4}, {"1.1": 5}] == client.run("return all.list.map((round) => round.answers)")
    client.run("all.answer('1.1', 6); all.finish(); all.start(); all.answer('1.2', 1)")
    assert {"1.2": 1} == client.answers
    assert 3 == client.run("return all.list.length")
    client.load()
    client.begin(CLOCK)
    assert [{"1.2": 1}, {"1.1": 6}] == client.run(
        "return [all.latest.answers, all.list.find((round) => round.number === 2).answers]"
    )
    saved = client.run("return 'rounds' in rounds.fromFile(all.toFile(), questionnaire)")
    assert saved


def test_odd_clock_set_right(client: Client) -> None:
    """An answer given while the clock ran ahead can be changed once it is right."""
    client.put({**STORED, KEY: text(given(3), 4102444800000)})
    client.begin(CLOCK)
    client.run("all.answer('1.1', 5)")
    client.load("other.html")
    client.begin(CLOCK)

    assert {"1.1": 5} == client.answers


def test_whole_journey_offline(context: BrowserContext, base: str) -> None:
    """Once the page is loaded the network can go: whatever somebody answers, nothing is asked of it."""
    client = Client(context, base)
    before = list(client.requests)
    context.set_offline(True)
    done = [client.run(JOURNEY, answer) for answer in (1, "na")]

    assert [1, 2] == done
    assert before == client.requests
    assert [] == client.complaints
