"""A file for a calendar, and by what a calendar knows the same thing again."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from icalendar import Calendar

from generator.compiler import PLANNABLE
from tests.client.conftest import NOON, Client

PREPARE = """
const from = (name) => import(new URL(`javascripts/logic/${name}.js`, location.href));
const [calendars, days, tolds, events] = await Promise.all(["calendar", "days", "told", "event"].map(from));
const say = (name, values = {}) => [name, ...Object.values(values)].join("|");
"""

SECONDS = 1_000
HIGHEST = 2_147_483_647
"""RFC 5545: no integer of a calendar is higher."""


def ask(sheet: Client, code: str, value: object = None) -> Any:
    """Runs statements with the modules, and with `given` beside them."""
    return sheet.run(f"const given = value; return (async () => {{ {PREPARE} {code} }})()", value)


def event(
    uid: str, day: str, start: str | None = None, minutes: int | None = None, text: str = ""
) -> dict[str, object]:
    """Gives something planned."""
    known = {"uid": uid, "sequence": 3, "title": f"Overleg {uid}"}
    return {**known, "date": day, "start": start, "minutes": minutes, "text": text}


def written(sheet: Client, *events: dict[str, object]) -> str:
    """Gives the file with these events."""
    given = {"events": events, "now": NOON}
    text: str = ask(sheet, "return calendars.calendar(given.events, { now: given.now })", given)
    return text


def read(text: str) -> list[Any]:
    """Gives the events of a file, as another program reads them; nothing in it may be wrong."""
    calendar = Calendar.from_ical(text.encode())
    assert isinstance(calendar, Calendar)
    assert [] == [error for one in calendar.walk() for error in one.errors]
    return list(calendar.walk("VEVENT"))


NASTY = "Komma, punt; streep \\ en\r\nEND:VEVENT\rregel \x07\x85a\u2028b\u2029 \\n " + "één 🙂 " * 40


@pytest.fixture(scope="module")
def calendar_file(sheet: Client) -> str:
    """The file with a winter talk, a summer talk, a whole day, and a day that does not exist."""
    return written(
        sheet,
        {**event("winter", "2026-12-01", "15:30", 45, NASTY), "title": NASTY},
        event("zomer", "2027-06-30", "23:40", 45),
        event("dag", "2027-02-28"),
        event("nooit", "2027-02-29", "10:00", 30),
    )


def test_calendar_file(calendar_file: str) -> None:
    """A calendar reads every text as it was typed, and every hour as the clock in Brussels says it."""
    said = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", NASTY).replace("\x07", "")
    winter, summer, day = read(calendar_file)

    assert said == str(winter["SUMMARY"]) == str(winter["DESCRIPTION"])
    assert datetime(2026, 12, 1, 14, 30, tzinfo=UTC) == winter["DTSTART"].dt
    assert datetime(2027, 6, 30, 21, 40, tzinfo=UTC) == summer["DTSTART"].dt
    assert timedelta(minutes=45) == winter["DURATION"].dt
    assert (date(2027, 2, 28), date(2027, 3, 1)) == (day["DTSTART"].dt, day["DTEND"].dt)
    assert datetime.fromtimestamp(NOON / 1000, UTC) == winter["DTSTAMP"].dt
    assert ["winter@vormingswijzer", "zomer@vormingswijzer", "dag@vormingswijzer"] == [
        str(one["UID"]) for one in (winter, summer, day)
    ]
    assert {3} == {one["SEQUENCE"] for one in (winter, summer, day)}


def test_calendar_lines(calendar_file: str) -> None:
    """Every line ends as the standard wants it, and is no longer than 75 octets."""
    lines = calendar_file.encode().split(b"\r\n")

    assert b"" == lines[-1]
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) == 75
    assert all(line.decode() for line in lines[:-1])


def test_unfolded_by_hand(calendar_file: str) -> None:
    """Unfolded as the standard says, each line is a name and a value, whatever a program takes for a line."""
    lines = re.sub("\r\n[ \t]", "", calendar_file).removesuffix("\r\n").split("\r\n")

    assert lines == "\n".join(lines).splitlines()
    assert [] == [line for line in lines if not re.match("[A-Z-]+(;[A-Z]+=[A-Za-z/-]+)*:", line)]
    assert 3 == lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")


def test_own_time_zone(calendar_file: str) -> None:
    """The zone in the file knows summer and winter by itself; a file of whole days needs none."""
    (zone,) = Calendar.from_ical(calendar_file.encode()).walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)

    assert timedelta(hours=1) == datetime(2026, 12, 1, 15, 30, tzinfo=own).utcoffset()
    assert timedelta(hours=2) == datetime(2027, 3, 28, 12, 0, tzinfo=own).utcoffset()
    assert timedelta(hours=1) == datetime(2027, 10, 31, 12, 0, tzinfo=own).utcoffset()


@pytest.mark.parametrize(
    ("day", "start", "minutes", "begins", "ends"),
    [
        # The night of the last Sunday of March has no hour from two to three, that of October has it twice.
        ("2027-03-28", "01:30", 90, "2027-03-28T00:30", "2027-03-28T02:00"),
        ("2027-10-31", "01:30", 120, "2027-10-30T23:30", "2027-10-31T01:30"),
        ("2027-12-31", "23:30", 60, "2027-12-31T22:30", "2027-12-31T23:30"),
        ("2028-02-29", "23:59", 1440, "2028-02-29T22:59", "2028-03-01T22:59"),
    ],
)
def test_over_a_border(sheet: Client, day: str, start: str, minutes: int, begins: str, ends: str) -> None:
    """A talk lasts as long as it was planned, over a change of the clock, a month and a year."""
    (found,) = read(written(sheet, event("grens", day, start, minutes)))

    first = found["DTSTART"].dt.astimezone(UTC)
    assert (begins, ends) == tuple(f"{one:%Y-%m-%dT%H:%M}" for one in (first, first + found["DURATION"].dt))


FAR = ["0001-01-01", "0999-12-31", "1969-12-31", "1999-12-31", "2100-01-01", "9999-12-31", "2026-02-30", "12026-01-01"]
NEAR = ["2000-01-01", "2000-02-29", "2026-12-01", "2099-12-31"]


def test_far_days(sheet: Client) -> None:
    """Nobody can plan a day of another century; the fields say the same days, and no file holds another."""
    plannable, first_and_last = ask(
        sheet, "return [given.filter(days.isPlannable), [days.FIRST_DAY, days.LAST_DAY]]", [*FAR, *NEAR]
    )

    assert NEAR == plannable
    assert [*PLANNABLE.values()] == first_and_last == [NEAR[0], NEAR[-1]]
    assert [date(2100, 1, 1)] == [one["DTEND"].dt for one in read(written(sheet, event("laatste", "2099-12-31")))]
    assert [] == read(written(sheet, *(event("ver", day, "10:00", 30) for day in FAR)))


def tell(sheet: Client, told: dict[str, object], *steps: tuple[str, int]) -> list[tuple[str, int]]:
    """Tells a calendar several times; gives the name and the number of each."""
    code = """
        let told = given.told;
        const all = given.steps.map(([of, now]) => (told = tolds.tell(told, of, now)));
        return all.map(({ uid, sequence }) => [uid, sequence]);
    """
    return [(uid, number) for uid, number in ask(sheet, code, {"told": told, "steps": steps})]


def test_numbers_rise(sheet: Client) -> None:
    """What changed has a higher number, however quickly and whatever the clock says; what is the same keeps its own."""
    fresh = ask(sheet, "return tolds.newTold()")
    steps = [("a", NOON), ("a", NOON + 90_000), ("b", NOON + 90_000), ("c", NOON + 90_000), ("a", 0), ("b", NOON * 100)]
    found = tell(sheet, fresh, *((one * 8, now) for one, now in steps))
    numbers = [number for _, number in found]

    assert {fresh["uid"]} == {uid for uid, _ in found}
    assert numbers[0] == numbers[1]
    assert numbers[1:] == sorted(set(numbers[1:]))
    assert [90, 1, 1, 1] == [after - before for before, after in pairwise(numbers[1:])]
    assert [("x", HIGHEST)] == tell(sheet, {"uid": "x", "sequence": HIGHEST, "of": ""}, ("a" * 8, NOON))


def test_another_device_is_newer(sheet: Client) -> None:
    """What came in a link or a copy, and is told there later, counts as newer than what was told here before."""
    told = {"uid": "x", "sequence": 0, "of": ""}
    here = tell(sheet, told, *((letter * 8, NOON + at * 60 * SECONDS) for at, letter in enumerate("abc")))
    (there,) = tell(sheet, told, ("d" * 8, NOON + 3 * 60 * SECONDS))

    assert there[1] > here[-1][1]


def test_names_are_apart(sheet: Client) -> None:
    """No two things have one name, and each fits what may be kept."""
    names = ask(sheet, "return Array.from({ length: 500 }, () => tolds.newTold().uid)")

    assert 500 == len(set(names))
    assert [] == [name for name in names if not re.fullmatch("[0-9a-v]{20}", name)]


ITEM = {"id": "leraren", "topic": None, "title": "Vragen", "prompts": [], "minutes": 8, "notes": ""}
TALK = {
    "role": "schoolleider",
    "title": "Overleg",
    "goal": "Weten.",
    "date": "2026-12-01",
    "start": "15:30",
    "minutes": 60,
    "items": [ITEM, {**ITEM, "id": "eigen", "title": "Afspraken", "minutes": 20}],
    "calendar": {"uid": "abc", "sequence": 0, "of": ""},
}
STEP = {"id": "i-learn-1", "title": "Rondvraag", "date": "2026-12-01", "owner": "Els", "note": "Zaal 2"}


def test_end_of_a_talk(sheet: Client) -> None:
    """A talk ends when its points are done; where they have no minutes, when the time that there is ends."""
    bare = {**TALK, "items": [{**ITEM, "minutes": 0}]}
    tell_all = "return given.map((one) => events.tellAgenda(one, one.title, say, 0).event)"
    full, empty, never = ask(sheet, tell_all, [TALK, bare, {**bare, "minutes": None}])

    assert [28, 60, None] == [full["minutes"], empty["minutes"], never["minutes"]]
    assert "goal Weten.\n\n1. Vragen (minutes.other|8)\n2. Afspraken (minutes.other|20)" == full["text"]
    assert "goal Weten.\n\n1. Vragen" == empty["text"]
    assert "DURATION" not in written(sheet, never)


def test_steps_of_a_plan(sheet: Client) -> None:
    """A step is a whole day; one that had no name before keeps that of its key, and moving it changes no name."""
    code = """
        const [step, moved] = given;
        const first = events.tellStep(step, 0);
        return [first, events.tellStep({ ...moved, calendar: first.calendar }, 0)];
    """
    first, second = ask(sheet, code, [STEP, {**STEP, "date": "2026-12-02"}])

    assert ("plan/step/i-learn-1", "stap-i-learn-1", 1) == (
        first["key"],
        first["event"]["uid"],
        first["event"]["sequence"],
    )
    assert ("stap-i-learn-1", 2, "2026-12-02") == tuple(second["event"][name] for name in ("uid", "sequence", "date"))
    assert [("Els\nZaal 2", None, None)] == [tuple(first["event"][name] for name in ("text", "start", "minutes"))]


def test_told_is_kept_with_the_thing(sheet: Client) -> None:
    """What a calendar was told is written beside the thing, once, and nothing else is."""
    code = """
        const talk = { value: { title: "Overleg" } };
        const entries = { "agenda/schoolleider": talk, "plan/step/a": { value: { title: "Stap", calendar: given } } };
        const writes = [];
        const store = { get: (key) => entries[key], setAll: (news) => writes.push(news) };
        events.keepTold(store, [...Object.keys(entries), "plan/step/weg"].map((key) => ({ key, calendar: given })));
        events.keepTold(store, [{ key: "plan/step/a", calendar: given }]);
        return writes;
    """
    told = {"uid": "abc", "sequence": 1, "of": ""}

    assert [[{"key": "agenda/schoolleider", "value": {"title": "Overleg", "calendar": told}}]] == ask(sheet, code, told)
