"""The guarded store: where it writes, and who decides."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext

from tests.client.conftest import ANSWER, CLOCK, NOON, PREFIX, Client, given, text
from tests.hosts.workbench import ROOT

KEY = PREFIX + ANSWER + "1.1"
DEVICE = PREFIX + "device"


def test_nothing_before_the_question(client: Client) -> None:
    """Until somebody said whose device it is, answers are only in memory, and the store says that they are not kept."""
    client.begin()
    client.run("all.answer('1.1', 4); all.setLevel('lager')")

    assert {} == client.stored() == client.stored("sessionStorage")
    assert {"1.1": 4} == client.answers
    assert [None, False] == client.run("return [store.isOwnDevice, store.isKept]")
    assert [] == client.troubles


def test_nothing_before_the_question_is_answered_right(client: Client) -> None:
    """An answer to the question that cannot stand where it stands is none: nothing is written, and it can be asked."""
    client.put({DEVICE: text("shared")})
    client.begin(CLOCK)
    client.run("all.answer('1.1', 4)")
    assert [None, False] == client.run("return [store.isOwnDevice, store.isKept]")
    assert {DEVICE: text("shared")} == client.stored()

    client.run("store.answerDevice(true)")
    assert text(given(4)) == client.stored()[KEY]


def test_asked_again_with_a_clock_that_was_ahead(client: Client) -> None:
    """Where only the answer to the question got lost, an answer given before it is asked again is the later one."""
    client.put({KEY: text(given(3), NOON + 10**9)})
    client.begin(CLOCK)
    assert {"1.1": 3} == client.answers
    client.run("all.answer('1.1', 5); store.answerDevice(true)")

    assert {"1.1": 5} == client.answers
    assert text(given(5), NOON + 10**9 + 1) == client.stored()[KEY]


def test_nothing_beside_an_answer_that_is_not_kept(client: Client) -> None:
    """Where it cannot be kept whose device it is, nothing else is: the next page would ask again."""
    client.begin(CLOCK)
    client.run(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
        " if (!key.endsWith('device')) set.call(this, key, text) }"
    )
    client.run("all.answer('1.1', 4); store.answerDevice(true); all.answer('1.2', 4)")

    assert {} == client.stored()
    assert ["not-kept"] == client.troubles


def test_own_device(client: Client) -> None:
    """On one's own device what was in memory is written to localStorage, the answer to the question with it."""
    client.begin(CLOCK)
    client.run("all.answer('1.1', 4); store.answerDevice(true)")

    assert [True, True] == client.run("return [store.isOwnDevice, store.isKept]")
    assert {} == client.stored("sessionStorage")
    assert {
        DEVICE: text("own"),
        PREFIX + "round/2026-11-22-1": text({"questionnaire": "digitale-competenties", "version": 2, "finished": None}),
        KEY: text(given(4)),
    } == client.stored()


def test_shared_device(client: Client) -> None:
    """On a shared device everything goes to sessionStorage and nothing to localStorage; the tab finds it again."""
    client.begin(CLOCK)
    client.run("store.answerDevice(false); all.answer('1.1', 4)")
    client.load("other.html")
    client.begin(CLOCK)

    assert {} == client.stored()
    assert 3 == len(client.stored("sessionStorage"))
    assert {"1.1": 4} == client.answers
    assert [False, True] == client.run("return [store.isOwnDevice, store.isKept]")


def test_another_tab_knows_nothing_of_a_shared_one(client: Client, context: BrowserContext, base: str) -> None:
    """What a tab on a shared device holds is not in another tab."""
    client.begin(CLOCK)
    client.run("store.answerDevice(false); all.answer('1.1', 4)")
    other = Client(context, base)
    other.begin(CLOCK)

    assert {} == other.answers
    assert None is other.run("return store.isOwnDevice")


def test_own_becomes_shared(own: Client) -> None:
    """Who says later that the device is shared leaves nothing in localStorage, also not what nobody can read."""
    own.put({PREFIX + ANSWER + "1.2": "{broken", PREFIX + "later": text(1, v=9), "theirs": "x"})
    own.run("all.answer('1.1', 4); store.answerDevice(false)")

    assert {"theirs": "x"} == own.stored()
    session = own.stored("sessionStorage")
    assert text("shared", NOON + 1) == session[DEVICE]
    assert ["{broken", text(1, v=9)] == [session[PREFIX + ANSWER + "1.2"], session[PREFIX + "later"]]
    assert {"1.1": 4} == own.answers


def test_own_becomes_shared_with_a_text_that_could_not_be_moved(own: Client) -> None:
    """A text that nobody can read comes along, also where an answer was waiting for its place."""
    own.put({KEY: "{broken"})
    own.run(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
        " if (this === localStorage && key.includes('unreadable')) throw new DOMException('', 'QuotaExceededError');"
        " set.call(this, key, text) }"
    )
    own.run("all.answer('1.1', 4); store.answerDevice(false)")

    session = own.stored("sessionStorage")
    assert {} == own.stored()
    assert ["{broken", 4] == [session[KEY + ".unreadable"], json.loads(session[KEY])["value"]["answer"]]


def test_own_becomes_shared_where_nothing_fits(own: Client) -> None:
    """Where the tab cannot keep it either, it stays in memory alone: the device was said to be shared."""
    own.run("all.answer('1.1', 4)")
    own.run(
        "const set = Storage.prototype.setItem;"
        "Storage.prototype.setItem = function (...all) {"
        " if (this === sessionStorage) throw new DOMException('', 'QuotaExceededError'); set.apply(this, all) }"
    )
    own.run("store.answerDevice(false)")

    assert {} == own.stored() == own.stored("sessionStorage")
    assert {"1.1": 4} == own.answers
    assert ["full"] == own.troubles
    assert not own.run("return store.isKept")


def test_shared_becomes_own(client: Client) -> None:
    """Who says later that the device is their own takes the answers along."""
    client.begin(CLOCK)
    client.run("store.answerDevice(false); all.answer('1.1', 4); store.answerDevice(true)")

    assert {} == client.stored("sessionStorage")
    assert text(given(4)) == client.stored()[KEY]
    assert [True, True] == client.run("return [store.isOwnDevice, store.isKept]")


def test_shared_becomes_own_where_nothing_fits(client: Client) -> None:
    """Where localStorage has no room, the tab goes on keeping what it kept."""
    client.begin(CLOCK)
    client.run(
        "store.answerDevice(false); all.answer('1.1', 4);"
        "const set = Storage.prototype.setItem;"
        "Storage.prototype.setItem = function (...all) {"
        " if (this === localStorage) throw new DOMException('', 'QuotaExceededError'); set.apply(this, all) }"
    )
    client.run("store.answerDevice(true)")

    assert {} == client.stored()
    assert text(given(4)) == client.stored("sessionStorage")[KEY]
    assert ["full"] == client.troubles


def test_answered_in_another_tab(client: Client, context: BrowserContext, base: str) -> None:
    """The question is answered once for all tabs: what another tab had in memory joins what is stored."""
    client.begin(CLOCK)
    client.run("all.answer('1.1', 4)")
    other = Client(context, base)
    other.begin(CLOCK)
    other.run("all.answer('1.2', 2); store.answerDevice(true)")
    client.wait("store.isOwnDevice")

    assert {"1.1": 4, "1.2": 2} == client.answers
    other.wait("Object.keys(all.latest.answers).length === 2")
    assert text(given(4)) == other.stored()[KEY]


def test_a_page_opened_anew(own: Client) -> None:
    """Who comes back finds everything and is not asked again."""
    own.run(
        "all.answer('1.1', 'na'); all.answer('6.6', 6); all.setPriorities(['2.1', '1.1']); all.setLevel('lager');"
        "all.setRegion('vlaanderen'); all.setContext('ervaring', ['lang', 'kort']); all.finish()"
    )
    before = own.run("return JSON.stringify(all.list)")
    own.load("other.html")
    own.begin(CLOCK)

    assert before == own.run("return JSON.stringify(all.list)")
    assert [True, True] == own.run("return [store.isOwnDevice, store.isKept]")
    assert [] == own.troubles


def test_keys_are_those_of_the_list(own: Client) -> None:
    """Every key that a whole journey writes stands in the list that the privacy page shows, and each with a purpose."""
    own.run(
        "all.answer('1.1', 4); all.setPriorities(['2.1']); all.setLevel('lager'); all.setRegion('vlaanderen');"
        "all.setScope(['a']); all.setContext('ervaring', 'lang'); all.finish(); all.start(); all.answer('1.2', 3)"
    )
    own.load()
    own.put({KEY: "{broken"})
    own.begin(CLOCK)
    own.run("all.reopen(); store.set('round/2026-11-22-1/answer/1.1', { answer: 2, wording: 'a' })")
    # What other tools keep, is tried with their pages.
    others = ("group/", "checklist/", "agenda/", "plan/")
    keys = [key for key in own.run("return stores.KEYS") if not key["pattern"].startswith(others)]
    patterns = {key["pattern"]: re.escape(key["pattern"]).replace(r"\*", "[^/]+") for key in keys}
    patterns |= {name: pattern.replace("[^/]+", ".*") for name, pattern in patterns.items() if name.startswith("*")}
    written = [key.removeprefix(PREFIX) for key in own.stored()]
    used = [name for key in written for name, pattern in patterns.items() if re.fullmatch(pattern, key)]

    assert all(any(re.fullmatch(pattern, key) for pattern in patterns.values()) for key in written)
    assert {"*.old"} == set(patterns) - set(used)
    assert len(keys) == len({key["purpose"] for key in keys}) == len({key["pattern"] for key in keys})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("anything", "1"),
        ("device", "'mine'"),
        ("round/2026-11-22-1/name", "'Jan'"),
        ("round/2026-11-22-1/answer/1.1", "{ answer: 7, wording: 'a' }"),
        ("round/2026-11-22-1/answer/1.1", "{ answer: 1, wording: 'a', name: 'Jan' }"),
        ("round/2026-11-22-1/answer/jan", "{ answer: 1, wording: 'a' }"),
        ("round/2026-11-22-1/answer/1.1/x", "{ answer: 1, wording: 'a' }"),
        ("round/2026-02-30-1/level", "'lager'"),
        ("round/2026-11-22-1/level", "'Jan Peeters'"),
        ("round/jan", "{ questionnaire: 'a', version: 1, finished: null }"),
        ("device.old", "'own'"),
    ],
)
def test_nothing_else_is_written(sheet: Client, key: str, value: str) -> None:
    """A key that is not in the list, or a value that it cannot hold, is a mistake in the code."""
    code = f"begin(); try {{ store.set('{key}', {value}) }} catch (error) {{ return error.name }}"

    assert "TypeError" == sheet.run(code)


def test_no_key_outside_the_list(sheet: Client) -> None:
    """However mild the judge of values, a key that the list does not have is never written."""
    code = "begin({ isValid: () => true }); try { store.set('anything', 1) } catch (error) { return error.name }"

    assert "TypeError" == sheet.run(code)


def test_keys_in_source() -> None:
    """The list of keys can be read without a browser, one line for each."""
    source = (ROOT / "theme/assets/javascripts/logic/store.js").read_text(encoding="utf-8")
    lines = re.findall(r'^  \{ pattern: "(\S+)", purpose: "([a-z-]+)" \},$', source, re.MULTILINE)

    assert 27 == len(lines)


def test_delete_all_and_undo(own: Client) -> None:
    """Deleting takes every key of ours out of both storages and leaves those of others; undo puts back every byte."""
    odd = {PREFIX + ANSWER + "1.2": "{broken", PREFIX + "later": ' {"v":9}\n', PREFIX + "x.unreadable": "é\0"}
    own.put(odd)
    own.put({PREFIX + "round/x": "?", "theirs": "1"}, "sessionStorage")
    own.put({"/.__palette": '{"index":1}', "vormingswijzer": "theirs"})
    own.run("all.answer('1.1', 4); window.before = [{ ...localStorage }, { ...sessionStorage }]")
    own.run("window.snapshot = store.deleteAll()")

    assert {"/.__palette": '{"index":1}', "vormingswijzer": "theirs"} == own.stored()
    assert {"theirs": "1"} == own.stored("sessionStorage")
    assert [{}, None, 0] == own.run("return [values(), store.isOwnDevice, all.list.length]")

    own.run("store.undo(snapshot)")
    assert own.run("return before") == [own.stored(), own.stored("sessionStorage")]
    assert {"1.1": 4} == own.answers
    assert [True, True] == own.run("return [store.isOwnDevice, store.isKept]")


def test_undo_of_memory(client: Client) -> None:
    """Undo also brings back what was only in memory, and writes nothing."""
    client.begin()
    client.run("all.answer('1.1', 4); window.snapshot = store.deleteAll()")
    assert {} == client.answers

    client.run("store.undo(snapshot)")
    assert {"1.1": 4} == client.answers
    assert {} == client.stored()


def test_undo_keeps_what_came_after(own: Client) -> None:
    """What somebody answered between deleting and undoing is later, and stays."""
    own.run("all.answer('1.1', 4); all.answer('1.2', 2); window.snapshot = store.deleteAll()")
    own.run("store.now = () => 1795345300000; all.answer('1.1', 6); store.undo(snapshot)")

    assert {"1.1": 6, "1.2": 2} == own.answers
    assert 6 == json.loads(own.stored()[KEY])["value"]["answer"]


def test_undo_keeps_what_a_newer_version_wrote(own: Client) -> None:
    """What a newer version wrote between deleting and undoing is not written over."""
    own.run("all.answer('1.1', 4); window.snapshot = store.deleteAll()")
    own.put({KEY: text({"stars": 5}, v=2)})
    own.run("store.undo(snapshot)")

    assert text({"stars": 5}, v=2) == own.stored()[KEY]
    assert {"1.1": 4} == own.answers


def test_undo_without_room_for_all(own: Client) -> None:
    """Where undo cannot write what nobody can read, that is said too."""
    own.put({KEY: "{broken"})
    own.run("window.snapshot = store.deleteAll()")
    own.run(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
        " if (key.endsWith('1.1')) throw new DOMException('', 'QuotaExceededError'); set.call(this, key, text) }"
    )
    own.run("store.undo(snapshot)")

    assert ["full"] == own.troubles


def test_undo_without_room(own: Client) -> None:
    """Where undo can write nothing, everything comes back in memory, and that is said."""
    own.run("all.answer('1.1', 4); window.snapshot = store.deleteAll()")
    own.run("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }")
    own.run("store.undo(snapshot)")

    assert {"1.1": 4} == own.answers
    assert ["full"] == own.troubles
    assert not own.run("return store.isKept")


def test_delete_that_fails_is_said(own: Client) -> None:
    """A browser that keeps what should be deleted is told on."""
    own.run("all.answer('1.1', 4); Storage.prototype.removeItem = () => {}; store.deleteAll()")

    assert ["not-deleted"] == own.troubles


def test_remove_that_fails_is_said(own: Client) -> None:
    """The same goes for one answer."""
    own.run("all.answer('1.1', 4); Storage.prototype.removeItem = () => {}; all.remove('1.1')")

    assert ["not-deleted"] == own.troubles
    assert {} == own.answers


def test_close(own: Client, context: BrowserContext, base: str) -> None:
    """A store that was closed follows nobody."""
    own.run("all.answer('1.1', 4); store.close(); window.left = all; changes.length = 0")
    own.begin(CLOCK)
    other = Client(context, base)
    other.begin(CLOCK)
    other.run("all.answer('1.1', 6)")
    own.wait("all.latest.answers['1.1'] === 6")

    assert {"1.1": 4} == own.run("return left.latest.answers")


def test_changes_are_told(own: Client) -> None:
    """Every change is told, with its keys and where it came from."""
    own.run("changes.length = 0; store.set('round/2026-11-22-1/level', 'lager')")

    assert [{"keys": ["round/2026-11-22-1/level"], "from": "here"}] == own.run("return changes")


def test_recovers(own: Client) -> None:
    """Once there is room again, the next answer takes along what was only in memory; new trouble is told anew."""
    own.run("window.set = Storage.prototype.setItem; all.answer('1.1', 1)")
    own.run("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }")
    own.run("all.answer('1.1', 4); all.answer('1.2', 4)")
    own.run("Storage.prototype.setItem = set; all.answer('1.3', 4)")

    assert own.run("return store.isKept")
    assert text(given(4), NOON + 1) == own.stored()[KEY]
    assert ["full"] == own.troubles

    own.run("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }")
    own.run("all.answer('1.4', 4); all.answer('1.5', 4)")
    assert ["full", "full"] == own.troubles


def test_read_json(sheet: Client) -> None:
    """JSON of strangers is read up to a depth; brackets in texts do not count, and prototypes are refused."""
    code = "return value.map((text) => stores.readJson(text, 2))"
    texts = [
        '[["[[[","\\"[[["]]',
        "[[[]]]",
        '{"a":{"__proto__":1}}',
        "[",
        "",
        '"\\',
        "[" * 200_000,
        '"' + '\\"' * 100_000,
    ]

    assert [
        {"value": [["[[[", '"[[[']]},
        {"reason": "too-deep"},
        {"reason": "not-json"},
        {"reason": "not-json"},
        {"reason": "not-json"},
        {"reason": "not-json"},
        {"reason": "too-deep"},
        {"reason": "not-json"},
    ] == sheet.run(code, texts)


ITEM = PREFIX + "agenda/directie/item/"
HEAD = PREFIX + "agenda/directie"
CUT = '{"v":1,"at":5,"val'
AGENDA = {DEVICE: text("own"), HEAD: CUT, ITEM + "a": text("a"), ITEM + "b": text("b"), ITEM + "c": text("c")}
"""An agenda whose list was cut, as far as the store is concerned."""
ANY = "{ now: () => 1795345200000, isValid: () => true }"


def test_replace_sets_aside_what_it_costs(client: Client) -> None:
    """Of a thing that cannot be read whole, what goes or changes is copied aside; what was not seen is not touched."""
    client.put(AGENDA)
    client.begin(ANY)
    start = "agenda/directie"
    client.run(
        "store.replace([value, `${value}/item/a`, `${value}/item/b`],"
        " [{ key: `${value}/item/b`, value: 'new' }, { key: value, value: 'head' }])",
        start,
    )

    assert {
        DEVICE: text("own"),
        HEAD: text("head"),
        HEAD + ".unreadable": CUT,
        ITEM + "a.unreadable": text("a"),
        ITEM + "b": text("new", NOON + 1),
        ITEM + "b.unreadable": text("b"),
        ITEM + "c": text("c"),
    } == client.stored()
    client.run("store.replace([`${value}/item/b`, `${value}/item/c`], [])", start)
    assert not {ITEM + "b", ITEM + "c", ITEM + "c.unreadable"} & set(client.stored()), "whole again, nothing is spared"


def test_replace_spares_what_was_not_seen(client: Client) -> None:
    """A value that somebody writes over without having seen it is copied aside, also of a thing that is whole."""
    client.put({**AGENDA, HEAD: text("head")})
    client.begin(ANY)
    client.run("store.replace([], [{ key: 'agenda/directie/item/a', value: 'new' }])")

    assert {
        **AGENDA,
        HEAD: text("head"),
        ITEM + "a": text("new", NOON + 1),
        ITEM + "a.unreadable": text("a"),
    } == client.stored()


def test_replace_without_room_to_set_aside(client: Client) -> None:
    """Where nothing can be copied aside, nothing is written over or removed: it goes on in memory, and that is said."""
    client.put(AGENDA)
    client.run(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
        " if (key.includes('unreadable')) throw new DOMException('', 'QuotaExceededError'); set.call(this, key, text) }"
    )
    client.begin(ANY)
    client.run(
        "const [a, b] = ['agenda/directie/item/a', 'agenda/directie/item/b'];"
        " store.replace([a, b], [{ key: b, value: 1 }])"
    )

    assert AGENDA == client.stored()
    assert [1, False] == client.run("return [store.get('agenda/directie/item/b').value, store.isKept]")
    assert ["unreadable", "full"] == client.troubles


def test_replace_refuses_before_it_does_anything(own: Client) -> None:
    """Where one value cannot stand where it should, nothing is written, removed or set aside."""
    own.run("all.answer('1.1', 4)")
    before = own.stored()
    assert "refused" == own.run(
        f"try {{ store.replace(['{ANSWER}1.1'], [{{ key: '{ANSWER}1.2', value: 7 }}]) }} catch {{ return 'refused' }}"
    )

    assert before == own.stored()


def test_set_aside_and_brought_back(client: Client) -> None:
    """Texts are moved out of the way just as they are, and come back so; a place that was taken meanwhile stays."""
    client.put(AGENDA)
    client.begin(ANY)
    client.run(
        "window.moved = store.setAside(value)", ["agenda/directie", "agenda/directie/item/a", "agenda/directie/x"]
    )
    rest = {key: one for key, one in AGENDA.items() if key not in (HEAD, ITEM + "a")}
    aside = {HEAD + ".unreadable": CUT, ITEM + "a.unreadable": text("a")}
    assert rest | aside == client.stored()
    assert [[], None] == client.run("return [[...store.unread], store.get('agenda/directie/item/a') ?? null]")

    client.run("store.set('agenda/directie/item/a', 'later'); store.bringBack(moved)")
    assert AGENDA | aside | {ITEM + "a": text("later")} == client.stored()
    assert [["agenda/directie", "unreadable"]] == client.run("return [...store.unread]")


def test_what_cannot_be_read_is_known(client: Client) -> None:
    """The store knows what it cannot read, what is gone though its parts are here, and gives the texts for a copy."""
    newer = text(1, v=2)
    client.put(
        {**AGENDA, KEY: text(given(4)), ITEM + "d": newer, ITEM + "e.unreadable": "{old", PREFIX + "plan/kind": "{"}
    )
    client.begin("{ isValid: () => true, concerns: (key) => !key.startsWith('plan') }")

    assert {
        "unread": [["agenda/directie", "unreadable"], ["agenda/directie/item/d", "newer"]],
        "gone": ["round/2026-11-22-1"],
        "rest": [
            ["agenda/directie", CUT],
            ["agenda/directie/item/d", newer],
            ["agenda/directie/item/e.unreadable", "{old"],
        ],
    } == client.run(
        "const rest = store.rest((key) => key.startsWith('agenda/'));"
        " return { unread: [...store.unread].sort(), gone: store.gone, rest }"
    )
    client.run("store.answerDevice(false)")
    assert 2 == client.run("return store.unread.size"), "it goes along to another storage"
    client.run("store.deleteAll()")
    assert [{}, {}, 0] == [client.stored(), client.stored("sessionStorage"), client.run("return store.unread.size")]


def test_another_tab_damages_and_mends(own: Client) -> None:
    """What another tab damages, removes or mends is known here at once; a tab that knows what stood there mends it."""
    other = Client(own.page.context, own.base)
    key = PREFIX + ANSWER + "2.2"
    other.put({key: "{cut"})
    own.wait("store.unread.size === 1")
    other.run("localStorage.removeItem(value)", key)
    own.wait("store.unread.size === 0")
    other.put({key: "{cut"})
    own.wait("store.unread.size === 1")
    other.put({key: text(given(4))})
    own.wait("store.unread.size === 0")
    other.put({key: "{cut again"})
    other.wait(f"localStorage.getItem('{key}.unreadable') === '{{cut again'")
    assert text(given(4)) == other.stored()[key]


def test_an_empty_text_is_one_too(own: Client) -> None:
    """Where another tab leaves an empty text, that is damage and no removal: what is known here stands there again."""
    own.run("all.answer('1.1', 4)")
    other = Client(own.page.context, own.base)
    other.put({KEY: ""})
    other.wait(f"localStorage.getItem('{KEY}.unreadable') === ''")

    assert {"1.1": 4} == own.answers
    assert text(given(4)) == other.stored()[KEY]
