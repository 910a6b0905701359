"""An agenda for a talk with a team: what may be kept of it, how it changes, and what it is elsewhere."""

from typing import Any

from generator.kinds.handbook.publish import MOST_LENGTHS
from tests.client.conftest import Client

HEAD = {"title": "Overleg", "goal": "Iets weten.", "date": "2026-12-01", "start": "15:30", "minutes": 45}
FIRST = {"topic": None, "title": "Vragen van de leraren", "prompts": [], "minutes": 8, "notes": ""}
TALK = {"topic": "1.1", "title": "Waarden", "prompts": ["Wat telt?", "Voor wie?"], "minutes": 20, "notes": "Plan mee"}
OWN = {"topic": None, "title": "Afspraken", "prompts": [], "minutes": 10, "notes": ""}
TOLD = {"uid": "0123456789abcdefghij", "sequence": 7, "of": "0011aabb"}
AGENDA = {
    "role": "schoolleider",
    **HEAD,
    "calendar": TOLD,
    "items": [{"id": "leraren", **FIRST}, {"id": "1.1", **TALK}, {"id": "eigen", **OWN}],
}

PREPARE = """
const agendas = await import(new URL("javascripts/logic/agenda.js", location.href));
const { Timer } = await import(new URL("javascripts/logic/timer.js", location.href));
const ids = (agenda) => agenda.items.map(({ id }) => id);
const say = (name, values = {}) => [name, ...Object.values(values)].join("|");
"""


def ask(sheet: Client, code: str, value: object = None) -> Any:
    """Runs statements with the modules, and with `given` beside them."""
    return sheet.run(f"const given = value; return (async () => {{ {PREPARE} {code} }})()", value)


def head(**parts: object) -> tuple[str, object]:
    """Gives the frame of an agenda as it is kept, with some parts otherwise."""
    return "agenda/schoolleider", {**HEAD, "items": ["leraren", "1.1"], **parts}


def item(key: str = "1.1", /, **parts: object) -> tuple[str, object]:
    """Gives an item as it is kept, with some parts otherwise."""
    return f"agenda/schoolleider/item/{key}", {**TALK, **parts}


GOOD = [
    head(),
    head(date=None, start=None, minutes=None),
    head(title="x" * 200, goal="y" * 1000, minutes=1440, items=["leraren", *(f"eigen-{n}" for n in range(59))]),
    head(date="2028-02-29", start="00:00"),
    head(date="9999-12-31"),
    head(calendar=TOLD),
    head(calendar={"uid": "oud-0011aabb", "sequence": 2**31 - 1, "of": ""}),
    item(),
    item("leraren", **FIRST),
    item(topic=None, title="", prompts=["p" * 500] * 20, minutes=240, notes="n" * 2000),
    item(minutes=0),
]

BAD = [
    head(extra=1),
    head(calendar=None),
    head(calendar={**TOLD, "uid": ""}),
    head(calendar={**TOLD, "uid": "a\r\nb"}),
    head(calendar={**TOLD, "uid": "a" * 134}),
    head(calendar={**TOLD, "uid": ["abc"]}),
    head(calendar={**TOLD, "of": [""]}),
    head(calendar={**TOLD, "sequence": -1}),
    head(calendar={**TOLD, "sequence": 1.5}),
    head(calendar={**TOLD, "sequence": 2**31}),
    head(calendar={**TOLD, "of": "0011"}),
    head(calendar={**TOLD, "more": 1}),
    head(calendar={"uid": "abc", "sequence": 0}),
    item(calendar=TOLD),
    head(title=None),
    head(title="x" * 201),
    head(goal="y" * 1001),
    head(date="2026-02-30"),
    head(date="1 december"),
    head(start="24:00"),
    head(start="9:00"),
    head(minutes=0),
    head(minutes=1441),
    head(minutes=4.5),
    head(minutes="45"),
    head(items=[]),
    head(items=["1.1", "leraren"]),
    head(items=["leraren", "leraren"]),
    head(items=["leraren", "../weg"]),
    head(items=["leraren", 3]),
    head(items="leraren"),
    head(items=["leraren", *(f"eigen-{n}" for n in range(60))]),
    ("agenda/schoolleider", None),
    ("agenda/schoolleider", []),
    ("agenda/Schoolleider", head()[1]),
    ("agenda/schoolleider/item", item()[1]),
    ("agenda/schoolleider/item/1.1/x", item()[1]),
    ("agenda/schoolleider/items/1.1", item()[1]),
    ("plan/kind", "team"),
    item("-1"),
    item(topic="een"),
    item(topic=1.1),
    item(title="x" * 201),
    item(prompts="Wat?"),
    item(prompts=["p"] * 21),
    item(prompts=["p" * 501]),
    item(prompts=[{"text": "p"}]),
    item(minutes=-1),
    item(minutes=241),
    item(minutes=None),
    item(notes="n" * 2001),
    item(extra=1),
]


def test_fields_take_what_can_be_kept(sheet: Client) -> None:
    """The fields in the page and the judge of what is kept know the same lengths."""
    most = ask(sheet, "return agendas.MOST")

    assert MOST_LENGTHS == {name: most[name] for name in MOST_LENGTHS}


def test_what_may_be_kept(sheet: Client) -> None:
    """An agenda is kept as it is written; everything else under its keys is refused."""
    judge = "return given.map(([key, value]) => agendas.isValid(key, value))"
    good, bad = (ask(sheet, judge, cases) for cases in (GOOD, BAD))

    assert [] == [case for case, is_valid in zip(GOOD, good, strict=True) if not is_valid]
    assert [] == [case for case, is_valid in zip(BAD, bad, strict=True) if is_valid]


def test_there_and_back(sheet: Client) -> None:
    """An agenda comes back from its rows whole; with a row too few or too many it is no agenda of a link."""
    found = ask(
        sheet,
        """
        const rows = agendas.rowsOf(given);
        const find = (rows, key) => rows.find((row) => row.key === key);
        const store = (rows) => ({ keys: () => rows.map(({ key }) => key), get: (key) => find(rows, key) });
        const stray = { key: "agenda/schoolleider/item/los", value: rows[1].value };
        return {
          valid: rows.every(({ key, value }) => agendas.isValid(key, value)),
          kept: agendas.kept(store(rows), "schoolleider"),
          of: agendas.agendaOf(rows, "schoolleider"),
          gap: ids(agendas.kept(store(rows.slice(1)), "schoolleider")),
          strayed: ids(agendas.kept(store([stray, ...rows]), "schoolleider")),
          headless: agendas.kept(store(rows.slice(0, -1).map((row, at) => ({ ...row, at: -at }))), "schoolleider"),
          none: [
            agendas.kept(store([]), "schoolleider"), agendas.agendaOf(rows.slice(1), "schoolleider"),
            agendas.agendaOf([...rows, stray], "schoolleider"), agendas.agendaOf(rows, "leraar"),
            agendas.agendaOf([], "schoolleider"), agendas.agendaOf(rows.slice(0, 3), "schoolleider"),
          ],
        };
        """,
        AGENDA,
    )

    assert found["valid"]
    assert AGENDA == found["kept"] == found["of"]
    assert ["1.1", "eigen"] == found["gap"]
    assert ["leraren", "1.1", "eigen", "los"] == found["strayed"], "what has no place in the order comes last"
    nameless = {"items": AGENDA["items"], "calendar": TOLD}
    assert {**AGENDA, "title": "", "goal": "", "date": None, "start": None, "minutes": None} == {
        **found["headless"],
        **nameless,
    }
    assert TOLD["uid"] != found["headless"]["calendar"]["uid"], "named by what is left"
    assert ["leraren", "eigen", "1.1"] == [one["id"] for one in found["headless"]["items"]], "first first, then by time"
    assert [None] * 6 == found["none"]


def test_one_that_had_no_name(sheet: Client) -> None:
    """An agenda from before calendars knew it by a name is read, and named by what stands in it."""
    read = """
        const rows = agendas.rowsOf(given);
        const { calendar, ...head } = rows.at(-1).value;
        const old = [...rows.slice(0, -1), { ...rows.at(-1), value: head }];
        const moved = [...rows.slice(0, -1), { ...rows.at(-1), value: { ...head, date: "2026-12-02" } }];
        return [old, old, moved].map((one) => {
          const valid = one.every(({ key, value }) => agendas.isValid(key, value));
          return { valid, ...agendas.agendaOf(one, given.role) };
        });
    """
    first, again, other = ask(sheet, read, AGENDA)

    assert first["valid"]
    assert AGENDA == {key: value for key, value in first.items() if key != "valid"} | {"calendar": TOLD}
    assert first == again
    assert {**TOLD, "sequence": 0, "of": ""} == {**first["calendar"], "uid": TOLD["uid"]}
    assert first["calendar"]["uid"] != other["calendar"]["uid"]


def test_changing(sheet: Client) -> None:
    """Items move, come and go; the first stays where it is, and nothing goes over what fits."""
    found = ask(
        sheet,
        """
        const { addOwn, addPrompts, begin, change, drop, dropPrompt, firstItem, move, totalOf } = agendas;
        const topic = { number: "2.3", title: "Verandering" };
        const starter = { title: "Klaar", goal: "Doel", items: [
          { topic: null, title: "Vragen", prompts: ["Hoe?"], minutes: 15 },
          { topic: "1.1", title: "A", prompts: [], minutes: 20 },
          { topic: "1.1", title: "B", prompts: [], minutes: 10 },
        ] };
        const begun = begin("schoolleider", starter);
        let full = given;
        for (let count = 0; count < 70; count += 1) full = addOwn(full, "Meer");
        const twice = addPrompts(addPrompts(given, topic, ["a", "b"]), topic, ["b", "c"]);
        const noted = change(twice, "2.3", { notes: "Bewaar mij" });
        const many = Array.from({ length: 21 }, (_, at) => `vraag ${at}`);
        return {
          begun: [ids(begun), begun.minutes, begun.items[0].prompts, begun.date],
          names: new Set([begun, begin("schoolleider", starter)].map(({ calendar }) => calendar.uid)).size,
          blank: begin("schoolleider", { title: "", goal: "", items: [firstItem("Vragen")] }).items,
          moves: [["leraren", 1], ["1.1", -1], ["1.1", 1], ["eigen", 1], ["eigen", -1], ["weg", 1]].map(([id, step]) =>
            ids(move(given, id, step)).join(" ")),
          drops: [ids(drop(given, "leraren")), ids(drop(given, "1.1"))],
          full: [full.items.length, new Set(ids(full)).size, addPrompts(full, topic, ["a"]) === full],
          twice: twice.items.at(-1),
          there: ids(addPrompts(given, { number: "1.1", title: "Anders" }, ["Nieuw?"])),
          many: addPrompts(twice, topic, many) === twice,
          gone: ids(["a", "b", "c"].reduce((agenda, one) => dropPrompt(agenda, "2.3", one), twice)),
          stays: ids(["a", "b", "c"].reduce((agenda, one) => dropPrompt(agenda, "2.3", one), noted)),
          total: totalOf(given.items),
        };
        """,
        AGENDA,
    )

    assert [["leraren", "1.1", "1.1-2"], 45, ["Hoe?"], None] == found["begun"]
    assert 2 == found["names"]
    assert [{**FIRST, "id": "leraren", "title": "Vragen", "minutes": 10}] == found["blank"]
    same = "leraren 1.1 eigen"
    assert [same, same, "leraren eigen 1.1", same, "leraren eigen 1.1", same] == found["moves"]
    assert [["leraren", "1.1", "eigen"], ["leraren", "eigen"]] == found["drops"]
    assert [60, 60, True] == found["full"]
    new = {"id": "2.3", "topic": "2.3", "title": "Verandering", "prompts": ["a", "b", "c"], "minutes": 10, "notes": ""}
    assert new == found["twice"]
    assert ["leraren", "1.1", "eigen"] == found["there"] == found["gone"]
    assert found["many"]
    assert ["leraren", "1.1", "eigen", "2.3"] == found["stays"]
    assert 38 == found["total"]


MARKDOWN = """\
# Over \\*ict\\*

**goal** Iets weten.

**when** day|1|month.12|2026, hour|15.30

total.other|38

## 1. Vragen van de leraren (from_to|15.30|15.38, minutes.other|8)

## 2. \\# Waarden (from_to|15.38|15.58, minutes.other|20)

- 1\\. Wat \\[telt\\](x)?
- \\- Voor wie?

> notes
> Plan mee
> \\<b\\>

## 3. untitled (from_to|15.58|16.08, minutes.other|10)
"""


def test_as_text(sheet: Client) -> None:
    """As Markdown, what somebody typed is text and nothing else; hours go on past midnight."""
    talk = {**TALK, "title": "# Waarden", "prompts": ["1. Wat [telt](x)?", "- Voor\n wie?"], "notes": "Plan mee\n<b>"}
    items = [{"id": "leraren", **FIRST}, {"id": "1.1", **talk}, {"id": "eigen", **OWN, "title": " "}]
    text, late, slides = ask(
        sheet,
        """
        const late = agendas.timesOf({ ...given, start: "23:50" });
        return [agendas.toMarkdown(given, say), late, agendas.slidesOf(given)];
        """,
        {**AGENDA, "title": "Over *ict*", "items": items},
    )

    assert MARKDOWN == text
    assert ["23:58", "00:18", "00:28"] == [one["to"] for one in late]
    assert [(0, -1), (1, 0), (1, 1), (2, -1)] == [(one["item"], one["prompt"]) for one in slides]


def test_timer(sheet: Client) -> None:
    """Each item has its own time: it stands still while another one runs, and goes below zero."""
    found = ask(
        sheet,
        """
        const timer = new Timer();
        const seen = [];
        const look = (now) => seen.push(timer.left(2, now));
        timer.turn("a", 0); look(5000); timer.run(10000); look(40000); timer.run(50000); look(50500);
        timer.turn("b", 70000); look(100000); timer.turn("a", 100000); look(100000);
        timer.pause(110000); look(900000); timer.run(900000); look(960000);
        return [seen, timer.isRunning];
        """,
    )

    assert [[120, 90, 80, 90, 60, 50, -10], True] == found
