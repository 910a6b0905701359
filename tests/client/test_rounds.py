"""Rounds of a questionnaire, and the file that holds them."""

import json
import zlib
from typing import Any

import pytest

from tests.client.conftest import ANSWER, CLOCK, COMPETENCES, NOON, PREFIX, Client, given, text

FILL = f"""
begin({{ now: () => {NOON} }});
all.answer("1.1", 4); all.answer("1.2", "na"); all.setPriorities(["2.1", "1.1"]); all.setLevel("lager");
all.setRegion("vlaanderen"); all.setContext("ervaring", ["lang", "kort"]); all.setContext("rol", "leraar");
all.setContext("notitie", {{ text: "Eerst 2.1, 'de rest' later." }}); all.setScope("snel"); all.finish();
"""
READ = "return rounds.fromFile(value, questionnaire)"


def file_of(sheet: Client) -> dict[str, Any]:
    """Gives what a file with one full round holds."""
    found: dict[str, Any] = json.loads(sheet.run(FILL + "return all.toFile()"))
    return found


def signed(file: dict[str, Any]) -> str:
    """Gives the text of a file whose checksum is right, whatever it holds."""
    body = {key: value for key, value in file.items() if key != "checksum"}
    plain = json.dumps(body, separators=(",", ":"), ensure_ascii=False)
    return json.dumps(
        {**body, "checksum": f"{zlib.crc32(plain.encode()):08x}"}, separators=(",", ":"), ensure_ascii=False
    )


def test_a_round(sheet: Client) -> None:
    """A round tells its day and number, what counts, what was chosen and that it ended."""
    assert [
        {
            "id": "2026-11-22-1",
            "day": "2026-11-22",
            "number": 1,
            "version": 2,
            "state": "finished",
            "finished": "2026-11-22",
            "given": [
                {"competence": "1.1", **given(4), "at": NOON},
                {"competence": "1.2", **given("na", "1.2"), "at": NOON},
            ],
            "answers": {"1.1": 4, "1.2": "na"},
            "earlier": [],
            "context": {
                "ervaring": ["lang", "kort"],
                "rol": "leraar",
                "notitie": {"text": "Eerst 2.1, 'de rest' later."},
            },
            "scope": "snel",
            "priorities": ["2.1", "1.1"],
            "level": "lager",
            "region": "vlaanderen",
        }
    ] == sheet.run(FILL + "return all.list")


def test_the_longest_note(own: Client) -> None:
    """A note of 2,000 signs of which each takes six when written is still read back."""
    own.run("all.setContext('notitie', { text: String.fromCharCode(1).repeat(2000) })")
    own.load()
    own.begin(CLOCK)

    assert 2000 == own.run("return all.latest.context.notitie.text.length")
    assert [] == own.troubles


def test_no_round(sheet: Client) -> None:
    """Who did nothing yet has no round, and nothing to end, take back or open again."""
    code = "begin(); all.finish(); all.reopen(); all.remove('1.1'); all.removeRound('x');"

    assert [[], None, None] == sheet.run(code + "return [all.list, all.current, all.latest]")


def test_changing_and_taking_back(sheet: Client) -> None:
    """An answer and a choice can be changed and taken back."""
    code = """
    all.reopen(); all.answer("1.1", 1); all.remove("1.2"); all.setPriorities([]); all.setLevel(null);
    all.setContext("rol", null); all.setContext("ervaring", "lang");
    return [all.latest.answers, all.latest.priorities, all.latest.level, all.latest.context, all.current.id];
    """

    notes = {"notitie": {"text": "Eerst 2.1, 'de rest' later."}}

    assert [{"1.1": 1}, [], None, {"ervaring": "lang", **notes}, "2026-11-22-1"] == sheet.run(FILL + code)


def test_a_next_round(sheet: Client) -> None:
    """A new round keeps the earlier ones; one that was open ends; numbers go on."""
    code = """
    all.start(); all.answer("1.1", 5); all.start(); all.answer("1.1", 6);
    return all.list.map(({ id, state, answers }) => [id, state, answers["1.1"]]);
    """

    assert [
        ["2026-11-22-1", "finished", 4],
        ["2026-11-22-2", "finished", 5],
        ["2026-11-22-3", "open", 6],
    ] == sheet.run(FILL + code)


def test_answering_after_the_end(sheet: Client) -> None:
    """An answer after the end starts a round; what was finished does not change."""
    code = "all.answer('1.1', 5); return all.list.map((round) => round.answers)"

    assert [{"1.1": 4, "1.2": "na"}, {"1.1": 5}] == sheet.run(FILL + code)


def test_remove_round(sheet: Client) -> None:
    """A removed round takes all its keys along, and no other round's."""
    code = """
    for (let n = 0; n < 11; n += 1) { all.start(); all.answer("1.1", 5) }
    all.removeRound("2026-11-22-1");
    return store.keys();
    """
    keys = sheet.run(FILL + code)

    assert 22 == len(keys)
    assert not [key for key in keys if "2026-11-22-1" in key.split("/")]


def test_unknown_competence(sheet: Client) -> None:
    """An answer to what is not asked is a mistake in the code."""
    code = "begin(); try { all.answer('7.1', 4) } catch (error) { return [error.name, all.list.length] }"

    assert ["TypeError", 0] == sheet.run(code)


def test_other_questionnaire(sheet: Client) -> None:
    """The rounds of another questionnaire are not shown, and their numbers are not used again."""
    code = FILL + "const other = rounds.openRounds(store, { ...questionnaire, id: 'other' });"

    assert [[], "2026-11-22-2"] == sheet.run(code + "return [other.list, other.start()]")


def test_there_and_back(sheet: Client) -> None:
    """A file holds everything; read again where it came from, it adds nothing."""
    code = "all.start(); all.answer('6.6', 1); const { rounds: read } = rounds.fromFile(all.toFile(), questionnaire);"

    assert [{"added": [], "same": 2}, 2] == sheet.run(FILL + code + "return [all.merge(read), all.list.length]")


def test_same_name_other_content(sheet: Client) -> None:
    """A round of the same name with other answers is added beside it, once."""
    code = """
    const file = all.toFile();
    all.reopen(); all.answer("1.1", 1); all.finish();
    const read = () => rounds.fromFile(file, questionnaire).rounds;
    return [all.merge(read()), all.merge(read()), all.list.map(({ id, answers }) => [id, answers["1.1"]])];
    """

    assert [
        {"added": ["2026-11-22-2"], "same": 0},
        {"added": [], "same": 1},
        [["2026-11-22-1", 1], ["2026-11-22-2", 4]],
    ] == sheet.run(FILL + code)


def test_some_rounds(sheet: Client) -> None:
    """A file can hold some of the rounds."""
    code = (
        "all.start(); const text = all.toFile([all.latest]); return rounds.fromFile(text, questionnaire).rounds.length"
    )

    assert 1 == sheet.run(FILL + code)


def test_after_the_highest_number(sheet: Client) -> None:
    """After round 999 a free number is taken."""
    file = file_of(sheet)
    file["rounds"][0]["id"] = "2026-11-22-999"
    code = "begin(); all.merge(rounds.fromFile(value, questionnaire).rounds); return [all.start(), all.start()]"

    assert ["1", "2"] == [one[11:] for one in sheet.run(code, signed(file))]


def test_a_number_that_is_taken(client: Client) -> None:
    """A round of which nothing can be read keeps its number; keys of other tools have none."""
    client.put({PREFIX + "device": text("own"), PREFIX + "round/2026-11-22-4/answer/1.1": "{cut"})
    client.put(
        {PREFIX + key: text(1) for key in ("checklist/kies-je-nascholing/a", "group/0123456789abcdef", "plan/kind")}
    )
    client.begin(
        f"{{ now: () => {NOON}, isValid: (key, value) => !key.startsWith('round/') || rounds.isValid(key, value) }}"
    )

    assert "2026-11-22-5" == client.run("return all.start()")


def test_the_rest_of_the_rounds(client: Client) -> None:
    """What of a round cannot be read goes into the file, which is read as before."""
    client.put({PREFIX + "device": text("own"), PREFIX + ANSWER + "1.2": "{cut", PREFIX + "plan/kind": "{"})
    client.begin(CLOCK)
    client.run("all.start(); all.answer('1.1', 4)")
    file = json.loads(client.run("return all.toFile()"))

    assert [[ANSWER + "1.2", "{cut"]] == file["rest"]
    assert signed({key: one for key, one in file.items() if key != "checksum"}) == client.run("return all.toFile()")
    assert [0, 1] == list(client.run("return all.addFile(all.toFile())").values())


def test_file(sheet: Client) -> None:
    """A file says what it is, and of which questionnaire and version; its checksum is one that anyone can reckon."""
    text = sheet.run(FILL + "return all.toFile()")
    file = json.loads(text)

    assert ["vormingswijzer-zelfcheck", 1] == [file["format"], file["formatVersion"]]
    assert ["digitale-competenties", 2] == [file["questionnaire"], file["version"]]
    assert signed(file) == text


def test_every_changed_byte(sheet: Client) -> None:
    """No byte of a file can become another without notice: it is refused, or it means the same."""
    code = """
    const text = all.toFile();
    const same = JSON.stringify(rounds.fromFile(text, questionnaire));
    const found = {};
    for (let at = 0; at < text.length; at += 1) {
      for (const sign of '0A"}{,: z') {
        if (sign === text[at]) continue;
        const read = rounds.fromFile(text.slice(0, at) + sign + text.slice(at + 1), questionnaire);
        const what = read.reason ?? (JSON.stringify(read) === same);
        found[what] = (found[what] ?? 0) + 1;
      }
    }
    return found;
    """
    found = sheet.run(FILL + code)

    assert found["changed"] > 3000
    assert set(found) <= {"changed", "cut", "not-ours", "newer", "too-deep"}


def test_every_cut(sheet: Client) -> None:
    """A file that lost its end, wherever, is refused; while its beginning can be recognised, it is called cut."""
    code = """
    const text = all.toFile();
    return [...text].map((_, at) => rounds.fromFile(text.slice(0, at), questionnaire).reason);
    """
    reasons = sheet.run(FILL + code)
    start = len('{"format":"vormingswijzer-zelfcheck"')

    assert {"not-ours"} == set(reasons[:start])
    assert {"cut", "changed"} == set(reasons[start:])
    assert "cut" == reasons[-1]


def test_marks_of_other_programs(sheet: Client) -> None:
    """A byte order mark and line ends that another program added do no harm."""
    text = signed(file_of(sheet))

    assert 1 == len(sheet.run(READ, f"\ufeff{text}\r\n")["rounds"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not-ours"),
        ("null", "not-ours"),
        ("[]", "not-ours"),
        ('"vormingswijzer-zelfcheck"', "not-ours"),
        ("<!doctype html><title>Zelfcheck</title>", "not-ours"),
        ('{"format":"other"}', "not-ours"),
        ("[" * 100_000, "too-deep"),
        ('{"format":"vormingswijzer-zelfcheck","x":' + "[" * 100_000, "too-deep"),
        ('{"format":"vormingswijzer-zelfcheck"', "cut"),
        ('{"format":"vormingswijzer-zelfcheck"}', "changed"),
        ('{"format":"vormingswijzer-zelfcheck","__proto__":{}}', "changed"),
        ('{"format":"vormingswijzer-zelfcheck","formatVersion":2}', "newer"),
        (" " * (256 * 1024 + 1), "too-large"),
        (" " * (256 * 1024), "not-ours"),
    ],
)
def test_bad_files(sheet: Client, text: str, reason: str) -> None:
    """What is no file of ours is refused with its reason."""
    assert reason == sheet.run(READ, text)["reason"]


WRONG: list[tuple[str, Any, str]] = [
    ("more", 1, "file"),
    ("formatVersion", 0, "formatVersion"),
    ("formatVersion", "1", "formatVersion"),
    ("version", 0, "version"),
    ("version", "2", "version"),
    ("rounds", {}, "rounds"),
    ("rounds.0", None, "rounds.0.round"),
    ("rounds.0.name", "Jan", "rounds.0.round"),
    ("rounds.0.id", "jan", "rounds.0.id"),
    ("rounds.0.id", "2026-02-30-1", "rounds.0.answer.1.1"),
    ("rounds.0.id", ["2026-11-22-1"], "rounds.0.id"),
    ("rounds.0.version", 3, "rounds.0.version"),
    ("rounds.0.version", "x", "rounds.0.version"),
    ("rounds.0.version", 1.5, "rounds.0.round"),
    ("rounds.0.finished", "2026-13-01", "rounds.0.round"),
    ("rounds.0.finished", False, "rounds.0.round"),
    ("rounds.0.given", {}, "rounds.0.given"),
    ("rounds.0.given.0", None, "rounds.0.given.0"),
    ("rounds.0.given.1.answer", 7, "rounds.0.answer.1.2"),
    ("rounds.0.given.1.answer", "4", "rounds.0.answer.1.2"),
    ("rounds.0.given.1.wording", 4, "rounds.0.answer.1.2"),
    ("rounds.0.given.1.at", -1, "rounds.0.given.1"),
    ("rounds.0.given.1.at", 10**15, "rounds.0.given.1"),
    ("rounds.0.given.1.name", "Jan", "rounds.0.given.1"),
    ("rounds.0.given.1.competence", "7.1", "rounds.0.answer.7.1"),
    ("rounds.0.given.1.competence", 1.2, "rounds.0.given.1"),
    ("rounds.0.given.1.competence", "1.1", "rounds.0.answer.1.1"),
    ("rounds.0.given.1.competence", "1.2/x", "rounds.0.given.1"),
    ("rounds.0.context", [], "rounds.0.context"),
    ("rounds.0.context", None, "rounds.0.context"),
    ("rounds.0.context.rol", "Jan Peeters", "rounds.0.context.rol"),
    ("rounds.0.context.rol", ["a", "a"], "rounds.0.context.rol"),
    ("rounds.0.context.rol/x", "jan", "rounds.0.context.rol.x"),
    ("rounds.0.context.Naam", "jan", "rounds.0.context.Naam"),
    ("rounds.0.context.rol", {"text": "a" * 2001}, "rounds.0.context.rol"),
    ("rounds.0.context.rol", {"text": 1}, "rounds.0.context.rol"),
    ("rounds.0.context.rol", {"text": "a", "name": "b"}, "rounds.0.context.rol"),
    ("rounds.0.scope", {"text": "a"}, "rounds.0.scope"),
    ("rounds.0.scope", ["a", "a"], "rounds.0.scope"),
    ("rounds.0.priorities", ["9.9"], "rounds.0.priorities"),
    ("rounds.0.priorities", ["2.1", "2.1"], "rounds.0.priorities"),
    ("rounds.0.priorities", "2.1", "rounds.0.priorities"),
    ("rounds.0.level", "", "rounds.0.level"),
    ("rounds.0.region", 4, "rounds.0.region"),
]


def test_nothing_wrong_comes_in(sheet: Client) -> None:
    """A file with a right checksum and anything wrong in it is refused, and the place is named."""
    found = []
    for path, value, _ in WRONG:
        file = file_of(sheet)
        *parents, last = path.split(".")
        node: Any = file
        for name in parents:
            node = node[int(name) if name.isdigit() else name]
        node[int(last) if last.isdigit() else last] = value
        found.append((path, value, sheet.run(READ, signed(file))))

    assert [(path, value, {"reason": "bad-value", "what": what}) for path, value, what in WRONG] == found


def test_twice_the_same_round(sheet: Client) -> None:
    """Two rounds of one name in a file are refused."""
    file = file_of(sheet)
    file["rounds"] *= 2

    assert {"reason": "bad-value", "what": "rounds.1.id"} == sheet.run(READ, signed(file))


def test_other_questionnaire_or_newer_version(sheet: Client) -> None:
    """A file of another questionnaire, or of a later version than the page's, is refused as that."""
    other = {**file_of(sheet), "questionnaire": "other"}
    newer = {**file_of(sheet), "version": 3}

    assert {"reason": "other-questionnaire", "what": "questionnaire"} == sheet.run(READ, signed(other))
    assert {"reason": "newer", "what": "version"} == sheet.run(READ, signed(newer))


def test_earlier_version(sheet: Client) -> None:
    """A round of an earlier version comes in whole; what was asked then and is not now is listed apart."""
    file = file_of(sheet)
    file["rounds"][0].update(version=1, priorities=["9.9"])
    file["rounds"][0]["given"][1]["competence"] = "9.9"
    file["rounds"][0]["given"][0]["wording"] = "then"
    code = "begin(); all.merge(rounds.fromFile(value, questionnaire).rounds);"

    assert [{}, 2] == sheet.run(code + "return [all.latest.answers, all.latest.earlier.length]", signed(file))


def test_import_writes_nothing_bad(client: Client, sheet: Client) -> None:
    """A refused file leaves every stored byte as it was."""
    client.begin(CLOCK)
    client.run("store.answerDevice(true); all.answer('1.1', 4)")
    before = client.stored()
    file = file_of(sheet)
    file["rounds"][0]["given"][1]["answer"] = 9

    assert "bad-value" == client.run(READ, signed(file))["reason"]
    assert before == client.stored()


def test_import_without_room(client: Client, sheet: Client) -> None:
    """Where an import does not fit, it is there in memory, and that is said."""
    text = signed(file_of(sheet))
    client.begin(CLOCK)
    client.run("store.answerDevice(true)")
    client.run("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }")
    client.run("all.merge(rounds.fromFile(value, questionnaire).rounds)", text)

    assert {"1.1": 4, "1.2": "na"} == client.answers
    assert ["full"] == client.troubles


def test_the_largest_journey_fits(sheet: Client) -> None:
    """Forty full rounds fit in a file that can be read again."""
    code = """
    begin();
    for (let n = 0; n < 40; n += 1) { all.start(); for (const { id } of questionnaire.competences) all.answer(id, 6) }
    const text = all.toFile();
    return [text.length, rounds.fromFile(text, questionnaire).rounds.length];
    """
    size, count = sheet.run(code)

    assert 40 == count
    assert size < 256 * 1024


def test_questionnaire() -> None:
    """The questionnaire of these tests asks as much as the framework."""
    assert 32 == len(COMPETENCES)


def test_import_killed_halfway(client: Client, sheet: Client) -> None:
    """A round of which only a part was imported is open: it does not pass for a finished one."""
    text = signed(file_of(sheet))
    client.begin(CLOCK)
    client.run(
        "store.answerDevice(true); let left = 3; const set = Storage.prototype.setItem;"
        "Storage.prototype.setItem = function (...all) {"
        " if (!left) throw new DOMException('', 'QuotaExceededError'); left -= 1; set.apply(this, all) }"
    )
    client.run("all.merge(rounds.fromFile(value, questionnaire).rounds)", text)
    client.load()
    client.begin(CLOCK)

    assert [["open", {"1.1": 4, "1.2": "na"}]] == client.run("return all.list.map((one) => [one.state, one.answers])")
