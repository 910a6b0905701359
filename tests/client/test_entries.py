"""What tools keep, carried in a file or in a link, and set beside what is here."""

import base64
import json
import zlib
from typing import Any

import pytest

from tests.client.conftest import Client

STEP = {
    "title": "Kijkles in de paarse klas",
    "phase": "guidance",
    "from": "i-learn",
    "date": "2027-01-15",
    "owner": "mentor",
    "state": "open",
    "note": "Eerst vragen – daarna één voorbeeld 🙂",
    "order": 1,
}
ENTRIES = [
    {"key": "plan/kind", "value": "team", "at": 5},
    {
        "key": "plan/offer/hogeschool-x/kijken",
        "value": {"title": "Kijken", "by": "X", "state": "saved", "note": ""},
        "at": 6,
    },
    {"key": "plan/step/een", "value": STEP, "at": 7},
]

PREPARE = """
const judge = { tools: ["plan"], isValid: (key, value) => key.startsWith("plan/") && plans.isValid(key, value) };
const begun = () => begin({ isValid: (key, value) => !key.startsWith("plan/") || plans.isValid(key, value) });
"""


def ask(client: Client, code: str, value: object = None) -> Any:
    """Runs statements that may wait, with `given` beside them."""
    return client.run(f"const given = value; return (async () => {{ {PREPARE} {code} }})()", value)


def test_there_and_back(client: Client) -> None:
    """A file and a link give what went in, whatever signs a note has; a link of a plan is shorter than its text."""
    found = ask(
        client,
        """
        const file = entries.fromFile(entries.toFile("plan", given), judge);
        const link = await entries.toLink(given);
        return { file, link, read: await entries.fromLink(link, judge) };
        """,
        ENTRIES,
    )

    assert {"entries": ENTRIES} == found["file"] == found["read"]
    assert found["link"].isascii()
    assert len(found["link"]) < len(json.dumps(ENTRIES)) < 8000


def test_a_link_of_a_browser_without_compression(client: Client) -> None:
    """It is longer, and says so of itself; a packed one is refused there by name."""
    found = ask(
        client,
        """
        const packed = await entries.toLink(given);
        delete window.CompressionStream; delete window.DecompressionStream;
        const plain = await entries.toLink(given);
        return [plain, await entries.fromLink(plain, judge), await entries.fromLink(packed, judge)];
        """,
        ENTRIES,
    )

    assert found[0].startswith("0.")
    assert [{"entries": ENTRIES}, {"reason": "old-browser"}] == found[1:]


def linked(raw: bytes, packed: int = 1) -> str:
    """Writes what a link would hold, whatever it is."""
    maker = zlib.compressobj(9, wbits=-15)
    sent = maker.compress(raw) + maker.flush() if packed else raw
    body = base64.urlsafe_b64encode(sent).decode().rstrip("=")
    length, digits = len(body), ""
    while length:
        length, digit = divmod(length, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"{packed}.{digits or 0}.{zlib.crc32(body.encode()):08x}.{body}"


def test_a_link_from_elsewhere(client: Client) -> None:
    """The form of a link is written down: another program can make one."""
    rows = json.dumps([[one["key"], one["value"], one["at"]] for one in ENTRIES], ensure_ascii=False).encode()
    for packed in (0, 1):
        read = ask(client, "return entries.fromLink(given, judge)", linked(rows, packed))

        assert {"entries": ENTRIES} == read


BAD_LINKS = {
    "empty": ("", "not-ours", None),
    "words": ("hallo", "not-ours", None),
    "no numbers": ("1.x.zz.body", "not-ours", None),
    "bomb": (linked(b" " * 40_000_000), "too-large", None),
    "not packed as said": ("1" + linked(b"[]", 0)[1:], "bad-value", "link"),
    "not in UTF-8": (linked(b"\xff\xfe"), "bad-value", "link"),
    "no JSON": (linked(b"[1,"), "bad-value", "link"),
    "deep": (linked(b"[" * 9), "bad-value", "link"),
    "prototype": (linked(b'{"__proto__":1}'), "bad-value", "link"),
    "no list": (linked(b'{"a":1}'), "bad-value", "entries"),
    "many": (linked(b"[" + b"0," * 5000 + b"0]"), "bad-value", "entries"),
    "no row": (linked(b"[1]"), "bad-value", "entries.0"),
    "unknown key": (linked(b'[["name","Jan",1]]'), "bad-value", "entries.0"),
    "key of another tool": (linked(b'[["round/2026-11-22-1/level","lager",1]]'), "bad-value", "entries.0"),
    "odd time": (linked(b'[["plan/kind","team",-1]]'), "bad-value", "entries.0"),
    "wrong value": (linked(b'[["plan/kind","team",1],["plan/kind/x","school",1]]'), "bad-value", "entries.1"),
    "twice": (linked(b'[["plan/kind","team",1],["plan/kind","team",1]]'), "bad-value", "entries.1"),
}


def test_bad_links(client: Client) -> None:
    """What is no link of ours is refused with its reason, and every cut and changed sign is noticed."""
    for name, (text, reason, what) in BAD_LINKS.items():
        found = ask(client, "return entries.fromLink(given, judge)", text)

        assert (reason, what) == (found["reason"], found.get("what")), name

    whole = linked(json.dumps([["plan/kind", "team", 1]]).encode())
    cut = ask(
        client,
        """
        const reasons = new Set();
        for (let at = given.lastIndexOf(".") + 1; at < given.length; at += 1) {
          reasons.add((await entries.fromLink(given.slice(0, at), judge)).reason);
          const other = given[at] === "A" ? "B" : "A";
          reasons.add((await entries.fromLink(given.slice(0, at) + other + given.slice(at + 1), judge)).reason);
        }
        return [...reasons].sort();
        """,
        whole,
    )

    assert ["changed", "cut"] == cut


def signed(**changed: Any) -> str:
    """Writes a file with a right checksum, whatever it says."""
    file = {"format": "vormingswijzer-kopie", "formatVersion": 1, "tool": "plan", "entries": [], **changed}
    text = json.dumps(file, separators=(",", ":"), ensure_ascii=False)
    return text[:-1] + f',"checksum":"{zlib.crc32(text.encode()):08x}"}}'


@pytest.mark.parametrize(
    ("text", "reason", "what"),
    [
        ("", "not-ours", None),
        ("<!doctype html>", "not-ours", None),
        (signed()[:-1], "cut", None),
        (signed().replace("plan", "plaN"), "changed", None),
        (" " * (2 * 1024 * 1024 + 1), "too-large", None),
        ("[" * 1000, "too-deep", None),
        (signed(formatVersion=2), "newer", "formatVersion"),
        (signed(formatVersion=0), "bad-value", "file"),
        (signed(name="Jan"), "bad-value", "file"),
        (signed(tool="checklist"), "other-tool", "tool"),
        (signed(entries={}), "bad-value", "entries"),
        (signed(entries=[["plan/kind", "school", 1]]), "bad-value", "entries.0"),
        (signed(entries=[["plan/kind", "team", 1], [["plan/kind"], "team", 1]]), "bad-value", "entries.1"),
    ],
)
def test_bad_files(client: Client, text: str, reason: str, what: str | None) -> None:
    """What is no file of ours, or holds what cannot be kept, is refused with its reason and place."""
    found = ask(client, "return entries.fromFile(given, judge)", text)

    assert (reason, what) == (found["reason"], found.get("what"))


AGENDA = {"title": "Overleg", "goal": "", "date": None, "start": None, "minutes": 45, "items": ["a"]}


def test_beside_what_is_here(client: Client) -> None:
    """New, the same and different are told apart; an agenda is one thing; what is taken replaces what was here."""
    found = ask(
        client,
        """
        begin({ isValid: () => true });
        const [kind, offer, step, agenda] = given;
        store.setAll([kind, { ...step, value: { ...step.value, owner: "directeur" } },
          { key: "agenda/directeur", value: agenda, at: 1 },
          { key: "agenda/directeur/item/b", value: { title: "b" }, at: 1 }]);
        const came = [kind, offer, step, { key: "agenda/directeur", value: agenda, at: 2 },
          { key: "agenda/directeur/item/a", value: { title: "a" }, at: 2 }];
        const { added, same, different } = entries.compare(store, came);
        const ids = [added, same, different].map((units) => units.map(({ id }) => id));
        const before = values();
        const told = changes.length;
        entries.take(store, different);
        return { ids, before: Object.keys(before).sort(), after: values(), told: changes.length - told };
        """,
        [*ENTRIES, AGENDA],
    )

    assert [["plan/offer/hogeschool-x/kijken"], ["plan/kind"], ["plan/step/een", "agenda/directeur"]] == found["ids"]
    assert ["agenda/directeur", "agenda/directeur/item/b", "plan/kind", "plan/step/een"] == found["before"]
    assert ["agenda/directeur", "agenda/directeur/item/a", "plan/kind", "plan/step/een"] == sorted(found["after"])
    assert STEP == found["after"]["plan/step/een"]
    assert 2 == found["told"]


def test_what_calendars_know(client: Client) -> None:
    """What a calendar was told makes no difference; a copy brings its name, and a number no lower than the one here."""
    told = {"uid": "abc", "sequence": 5, "of": "0011aabb"}
    found = ask(
        client,
        """
        begin({ isValid: () => true });
        const [step, told] = given;
        const valueOf = (title, calendar) => ({ title, ...(calendar && { calendar }) });
        const put = (id, ...rest) => ({ key: `plan/step/${id}`, value: valueOf(...rest), at: 1 });
        const numbered = (sequence) => ({ ...told, sequence });
        store.setAll([put("same", "a", told), put("ahead", "a", numbered(9)), put("behind", "a", numbered(2)),
          put("other", "a", { ...numbered(9), uid: "def" }), put("old", "a", told), put("bare", "a"),
          put("kind", "a")]);
        const came = [put("same", "a", numbered(1)), put("ahead", "b", told), put("behind", "b", told),
          put("other", "b", told), put("old", "b"), put("kind", "b"), put("new", "b", told),
          put("bare", "a", told), { key: "plan/kind", value: "team", at: 1 }];
        const { added, same, different } = entries.compare(store, came);
        entries.take(store, [...added, ...different]);
        const known = Object.entries(values()).map(([key, value]) => [key.split("/").at(-1), value.calendar ?? value]);
        return { same: same.map(({ id }) => id), known: Object.fromEntries(known) };
        """,
        [STEP, told],
    )

    assert ["plan/step/same", "plan/step/bare"] == found["same"]
    assert {
        "same": told,
        "ahead": {"uid": "abc", "sequence": 9, "of": ""},
        "behind": {"uid": "abc", "sequence": 5, "of": ""},
        "other": {"uid": "abc", "sequence": 5, "of": ""},
        "old": {"uid": "abc", "sequence": 5, "of": ""},
        "new": told,
        "bare": {"title": "a"},
    } == {key: one for key, one in found["known"].items() if key != "kind"}
    assert "team" == found["known"]["kind"]


def test_all_or_nothing(client: Client) -> None:
    """Where one of several values cannot be kept, none is."""
    found = ask(
        client,
        """
        begun();
        let name = "";
        try { store.setAll([given[0], { key: "plan/kind", value: "school" }]) } catch (error) { name = error.name }
        return [name, store.keys()];
        """,
        ENTRIES,
    )

    assert ["TypeError", []] == found


def test_the_rest_goes_along(client: Client) -> None:
    """What cannot be read stands in a file as it is, as long as that can be opened; nobody reads it."""
    found = ask(
        client,
        """
        const odd = '<script>"\\u2028[[[[[[[{{{{';
        const rest = [["plan/step/a", odd], ["plan/step/b", "é".repeat(3 * 1024 * 1024)]];
        const text = entries.toFile("plan", given, rest);
        const { rest: written, ...file } = JSON.parse(text);
        return {
          odd: written[0][1] === odd,
          cut: [written[1][0], written[1][1].length < 3 * 1024 * 1024, /^é+$/.test(written[1][1])],
          size: new TextEncoder().encode(text).length,
          read: entries.fromFile(text, judge).entries,
          none: Object.keys(JSON.parse(entries.toFile("plan", given, []))),
        };
        """,
        ENTRIES,
    )

    assert found["odd"]
    assert ["plan/step/b", True, True] == found["cut"]
    assert 300_000 < found["size"] <= 2 * 1024 * 1024
    assert ENTRIES == found["read"]
    assert ["format", "formatVersion", "tool", "entries", "checksum"] == found["none"]


@pytest.mark.parametrize("rest", ["x", None, 7, {"a": [[["b"]]]}, [["plan/kind", "team"]], [[]]])
def test_a_strange_rest_is_left_alone(sheet: Client, rest: Any) -> None:
    """Whatever somebody wrote in the place of the rest, the entries beside it are read, and nothing else."""
    body = {"format": "vormingswijzer-kopie", "formatVersion": 1, "tool": "plan", "entries": [["plan/kind", "team", 5]]}
    words = json.dumps({**body, "rest": rest}, separators=(",", ":"))
    file = words[:-1] + f',"checksum":"{zlib.crc32(words.encode()):08x}"}}'

    assert {"entries": [{"key": "plan/kind", "value": "team", "at": 5}]} == ask(
        sheet, "return entries.fromFile(given, judge)", file
    )
