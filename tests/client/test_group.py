"""The arithmetic of the group picture: what always holds, what is refused, and what cannot be refused."""

import random
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.client.conftest import Client
from tests.client.group_page import ASKED, asked_by_page, load
from tests.reference import group

FIELDS = {
    "name": "Team Lindeboom",
    "first": "2026-11-02",
    "last": "2026-11-20",
    "minimum": 10,
    "opener": "Dirk",
    "second": "Ann",
}
AFTER = "2026-11-21"
QR_SIGNS = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
QR_9_M = 262
"""So many of those signs fit in a QR code of version 9 with level M of correction: 53 by 53 dots."""

PLAY = """
const { round: rounds, split, codes, collect, total, combine, picture, crockford, hash: hashing, kept, file } = group;
const [FIELDS, AFTER] = JSON.parse(given);
const newRound = async (change = {}) => (await rounds.makeRound({ ...FIELDS, ...change }, asked)).round;
const answersOf = (bands) => {
  const answers = bands.map((band, at) => [rounds.orderOf(asked)[at], band * 2 + 1]);
  return Object.fromEntries(answers.filter(([, answer]) => answer < 7));
};
const someBands = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 4));
const join = (round, people) => people.map((bands) => split.contribute(round, answersOf(bands)));
const paste = (round, role, texts) => collect.addCodes(collect.openCollection(round, role), texts.join("\\n"));
const collected = (round, role, made) =>
  paste(round, role, made.map((one) => (role === "opener" ? one.codeA : one.codeB))).collection;
const settled = async (collection, ids) =>
  (await collect.settle(collection, ids ?? collect.idsOf(collection), AFTER)).collection;
const bothSettled = (round, made) =>
  Promise.all(["opener", "second"].map((role) => settled(collected(round, role, made))));
const wholeRound = async (people, change) => {
  const round = await newRound(change);
  const made = join(round, people);
  const [opener, second] = await bothSettled(round, made);
  return { round, made, opener, second, total: collect.exportTotal(second).total };
};
const freeze = (value) => {
  for (const one of Object.values(value)) if (typeof one === "object" && one !== null) freeze(one);
  return Object.freeze(value);
};
"""


@pytest.fixture(scope="module")
def page(sheet: Client) -> Client:
    """A page with the modules."""
    return load(sheet)


def play(page: Client, code: str, value: object = None) -> Any:
    """Runs statements in the page with all that a round needs."""
    given = group.dump(group.dump([FIELDS, AFTER]))
    return page.run(f"return (async () => {{ const given = {given}; {PLAY} {code} }})()", value)


def some_people(seed: int, n: int) -> list[list[int]]:
    """Gives the bands of some people: few of them without an answer, the seed tells which are common."""
    luck = random.Random(seed)
    weights = [luck.randint(1, 9), luck.randint(1, 9), luck.randint(1, 9), luck.choice([0, 0, 1])]
    return [luck.choices(range(4), weights, k=32) for _ in range(n)]


def tally(people: list[list[int]]) -> list[list[int] | None]:
    """Counts the bands of each item; `None` where fewer than ten answered."""
    counts = [[column.count(band) for band in range(4)] for column in zip(*people, strict=True)]
    return [one if sum(one[:3]) >= group.FEWEST else None for one in counts]


# ── what always holds


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Team \u3164", ["name", "hidden"]),
        ("\u3164", ["name", "hidden"]),
        *((one, None) for one in ("2027", "Команда", "\u2764\ufe0f", "")),
    ],
)
def test_odd_rounds(page: Client, name: str, told: list[str] | None) -> None:
    """A round may be called anything that can be seen."""
    code = "return rounds.findOdd(value).map(({ field, reason }) => [field, reason])"

    assert ([told] if told else []) == play(page, code, {**FIELDS, "name": name})


@pytest.mark.parametrize(
    ("opener", "second", "told"),
    [
        ("Dirk", "Ann", []),
        ("Dirk", "D1RK", [["second", "alike-counters"]]),
        ("Alf\u0430", "Ann", [["opener", "other-letters"]]),
        ("Dirk", "2", [["second", "no-letters"]]),
        ("Dirk\u3164", "Dirk\u3164", [["opener", "hidden"], ["second", "hidden"]]),
        # What is left out of a name when it is made, is not odd in it.
        ("Dirk\u200b", "\u202eAnn", []),
        ("", "Ann", []),
        ("Dirk \u2764\ufe0f", "Ann", []),
    ],
)
def test_odd_counters(page: Client, opener: str, second: str, told: list[list[str]]) -> None:
    """Names of counters that nobody can read aloud or tell apart are told; a round that has them is read as it is."""
    code = """
    const odd = rounds.findOdd(value.fields).map(({ field, reason }) => [field, reason]);
    return [odd, (await rounds.readRound(value.text, asked)).round?.second];
    """
    fields = {**FIELDS, "opener": opener, "second": second}
    text = group.make_round({**fields, "opener": opener or "Dirk"}, bytes(10), ASKED)
    odd, read = play(page, code, {"fields": fields, "text": text})

    assert told == odd
    # One person under one name was never two counters.
    assert read == (None if opener == second else group.clean_name(second))


@pytest.mark.parametrize("seed", range(24))
def test_random_rounds(page: Client, seed: int) -> None:
    """Of 10 to 255 people, the counts are those of their answers, and the picture is that of the reference."""
    n = [10, 19, 20, 255, *random.Random(5).choices(range(10, 256), k=20)][seed]
    people = some_people(seed, n)
    code = """
    const { round, opener, total: given2 } = await wholeRound(value);
    const { combined, reason } = combine.combine(opener, given2);
    if (reason) return reason;
    const shown = picture.makePicture(round, combined, asked);
    const text = picture.writePicture(shown, asked);
    return { ...combined, round: round.text, shown, text, again: picture.readPicture(text, asked).picture };
    """
    found = play(page, code, people)
    round_, _ = group.read_round(found["round"], ASKED)
    assert round_
    expected = group.picture(round_, n, tally(people), ASKED)

    assert (n, tally(people)) == (found["n"], found["counts"])
    assert expected == found["shown"] == found["again"]
    assert group.picture_text(expected, ASKED) == found["text"]


def test_order_does_not_matter(page: Client) -> None:
    """However the codes come in, the list, its hash and the total are the same."""
    code = """
    const { round, made, second, total: first } = await wholeRound(value);
    const turned = await settled(collected(round, "second", [...made].reverse()));
    return [turned.settled.hash === second.settled.hash, collect.exportTotal(turned).total === first];
    """

    assert [True, True] == play(page, code, some_people(1, 12))


def test_a_strict_subset_gives_nothing(page: Client) -> None:
    """No total of some of the codes B passes for that of all, nor any under a number that goes with it."""
    code = """
    const { round, made, opener, second } = await wholeRound(value);
    const ids = collect.idsOf(second);
    const mine = total.readTotal(collect.totalOf(opener));
    const reasons = {};
    const tryOut = (subset) => {
      const sums = collect.sumOf(second.codes, subset);
      for (const n of [ids.length, subset.length]) {
        const forged = { kind: "B", round: round.id, hash: second.settled.hash, n, sums };
        const { reason = "none" } = combine.combine(opener, total.writeTotal(forged));
        const both = combine.addUp({ ...mine, n }, { ...forged, n }, 10).reason ?? "none";
        for (const one of [reason, both]) reasons[one] = (reasons[one] ?? 0) + 1;
      }
    };
    for (const left of ids) tryOut(ids.filter((id) => id !== left));
    for (let at = 0; at < 400; at += 1) {
      const subset = ids.filter(() => Math.random() < at / 400);
      if (subset.length < ids.length) tryOut(subset);
    }
    return reasons;
    """
    reasons = play(page, code, some_people(2, 25))

    assert {"not-adding-up", "other-number", "too-few"} == set(reasons)


def test_a_code_alone_says_nothing(page: Client) -> None:
    """Code A does not depend on the answers, and any share B can come from any answers, by one chance each."""
    code = """
    const chance = crypto.getRandomValues(new Uint8Array(128));
    const give = (bytes) => (wanted) => (wanted.set(bytes.slice(0, wanted.length)), wanted);
    const [one, other] = [someBands(), someBands()].map(split.tableOf);
    const first = split.split(one, give(chance));
    const second = split.split(other, give(chance));
    const moved = split.split(other, give(other.map((cell, at) => cell - first.b[at])));
    const same = (a, b) => a.every((cell, at) => cell === b[at]);
    return [same(first.a, second.a), same(first.b, second.b), same(moved.b, first.b)];
    """

    assert [True, False, True] == play(page, code)


def test_shares_use_the_whole_byte(page: Client) -> None:
    """Over many codes every value occurs in every part of both shares, about as often as every other."""
    code = """
    const seen = { a: new Array(256).fill(0), b: new Array(256).fill(0) };
    const table = split.tableOf(new Array(32).fill(0));
    for (let at = 0; at < 2000; at += 1) {
      const shares = split.split(table);
      for (const kind of ["a", "b"]) for (const cell of shares[kind]) seen[kind][cell] += 1;
    }
    return [...seen.a, ...seen.b];
    """
    counts = play(page, code)

    assert 512 == len(counts)
    assert all(700 < count < 1300 for count in counts), sorted(counts)[:3]


@pytest.mark.parametrize("chance", ["(bytes) => bytes", "(bytes) => bytes.fill(7)", "() => new Uint8Array(127)"])
def test_broken_chance(page: Client, chance: str) -> None:
    """Chance that is none would show the table: nothing is split."""
    code = f"try {{ split.split(split.tableOf(someBands()), {chance}) }} catch (error) {{ return error.name }}"

    assert "TypeError" == play(page, code)


def test_only_bands_are_split(page: Client) -> None:
    """Two levels of one band give the same table: what is not in it cannot leak."""
    code = """
    const order = rounds.orderOf(asked);
    return [1, 2, 3, 4, 5, 6, "na"].map((answer) => split.bandsOf({ "1.1": answer }, order).slice(0, 2));
    """

    assert [[0, 3], [0, 3], [1, 3], [1, 3], [2, 3], [2, 3], [3, 3]] == play(page, code)


def test_nothing_is_changed_in_place(page: Client) -> None:
    """Every step gives a new collection and leaves the old as it was."""
    code = """
    const { round, made, second } = await wholeRound(value);
    const empty = freeze(collect.openCollection(round, "second"));
    const full = freeze(collect.addCodes(empty, made.map((one) => one.codeB).join(" ")).collection);
    const listed = freeze((await collect.settle(full, collect.idsOf(full), AFTER)).collection);
    const { collection: given2 } = collect.exportTotal(listed);
    collect.removeCode(full, collect.idsOf(full)[0]);
    collect.unsettle(listed);
    return [Object.keys(empty.codes).length, full.settled, listed.total, given2.total !== null];
    """

    assert [0, None, None, True] == play(page, code, some_people(3, 10))


# ── what is damaged


def texts(page: Client) -> dict[str, str]:
    """Gives one text of every kind that people hand over."""
    code = """
    const { round, made, opener, second, total: text } = await wholeRound(value);
    const { combined } = combine.combine(opener, text);
    const shown = picture.writePicture(picture.makePicture(round, combined, asked), asked);
    const list = collect.writeList(round, collect.idsOf(second));
    return { a: made[0].codeA, b: made[0].codeB, total: text, list, round: round.text, picture: shown };
    """
    found: dict[str, str] = play(page, code, some_people(6, 12))
    return found


DAMAGE = """
const texts = value;
const round = (await rounds.readRound(texts.round, asked)).round;
const isTaken = {
  a: (text) => codes.findCodes(text).codes.length > 0,
  b: (text) => codes.findCodes(text).codes.length > 0,
  total: (text) => total.findTotal(text).total !== undefined,
  list: (text) => collect.readList(round, text).ids !== undefined,
  round: async (text) => (await rounds.readRound(text, asked)).round !== undefined,
  picture: (text) => picture.readPicture(text, asked).picture !== undefined,
};
const found = {};
for (const [kind, text] of Object.entries(texts)) {
  const told = { whole: await isTaken[kind](text), tried: 0, taken: [] };
  for (const changed of changes(text)) {
    told.tried += 1;
    if (await isTaken[kind](changed)) told.taken.push(changed);
  }
  found[kind] = told;
}
return found;
"""


def test_every_changed_sign_is_refused(page: Client) -> None:
    """Of no code, total, list or link can one sign become any other, the full stop included."""
    code = """
    function* changes(text) {
      for (let at = 0; at < text.length; at += 1) {
        const others = text.length > 400 && at % 5 ? "07QZ?" : crockford.ALPHABET + "?!";
        for (const sign of others) if (sign !== text[at]) yield text.slice(0, at) + sign + text.slice(at + 1);
      }
    }
    """
    found = play(page, code + DAMAGE, texts(page))

    assert {kind: (True, []) for kind in found} == {kind: (one["whole"], one["taken"]) for kind, one in found.items()}
    assert found["a"]["tried"] == 239 * 33 + 34


def test_every_swap_of_neighbours_is_refused(page: Client) -> None:
    """Of no code, total, list or link can two neighbours change places."""
    code = """
    function* changes(text) {
      for (let at = 1; at < text.length; at += 1) {
        if (text[at] === text[at - 1]) continue;
        yield text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1);
      }
    }
    """
    found = play(page, code + DAMAGE, texts(page))

    assert {kind: (True, []) for kind in found} == {kind: (one["whole"], one["taken"]) for kind, one in found.items()}
    assert found["b"]["tried"] > 200


def test_every_cut_is_refused(page: Client) -> None:
    """Of no code, total, list or link can the end or the beginning be missing, nor one sign in the middle."""
    code = """
    function* changes(text) {
      for (let at = 0; at < text.length; at += 1) {
        yield text.slice(0, at);
        yield text.slice(at + 1);
        if (at % 7 === 0) yield text.slice(0, at) + text.slice(at + 1);
      }
    }
    """
    found = play(page, code + DAMAGE, texts(page))

    assert {kind: (True, []) for kind in found} == {kind: (one["whole"], one["taken"]) for kind, one in found.items()}


def test_any_two_changed_signs_are_noticed(page: Client) -> None:
    """All single changes up to 1,023 signs give another remainder, so no two of them cancel out."""
    code = """
    const length = 1017;
    const zeros = "0".repeat(length);
    const remainders = new Set([crockford.seal(zeros).slice(length)]);
    const place = (at, sign) => crockford.seal(zeros.slice(0, at) + sign + zeros.slice(at + 1)).slice(length);
    for (let at = 0; at < length; at += 1) {
      for (const sign of crockford.ALPHABET.slice(1)) remainders.add(place(at, sign));
    }
    return remainders.size;
    """

    assert 1017 * 31 + 1 == play(page, code)


def test_checksum_is_that_of_the_standard(page: Client) -> None:
    """Valid texts of BIP 350 go with their checksum, and its invalid ones do not."""
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    good = [
        "a1lqfn3a",
        "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
        "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
    ]

    def signs(text: str) -> str:
        human, data = text.rsplit("1", 1)
        numbers = [ord(one) >> 5 for one in human] + [0] + [ord(one) & 31 for one in human]
        return "".join(group.SIGNS[one] for one in [*numbers, *(letters.index(one) for one in data)])

    asked = [signs(text) for text in [*good, "a1lqfn3q", "m1vuxwez".replace("m1", "b1")]]

    assert [True, True, True, False, False] == page.run("return value.map(group.crockford.isSealed)", asked)
    assert [True, True, True, False, False] == [group.is_sealed(one) for one in asked]


# ── a mailbox


def test_a_mailbox(page: Client) -> None:
    """In 5,000 lines of mail the ten codes are found, and every other line is told."""
    code = """
    const round = await newRound();
    const made = join(round, Array.from({ length: 10 }, someBands));
    const lineOf = (at) => (at % 4 ? `> De vergadering van lokaal ${at} is verplaatst.` : "");
    const lines = Array.from({ length: 5000 }, (_, at) => lineOf(at));
    for (const [at, { codeA }] of made.entries()) lines.splice(at * 500 + 3, 1, "> " + codeA);
    const { added, refused, others } = paste(round, "opener", [lines.join("\\r\\n")]);
    const told = others.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    return [added.length, refused, told, lines.filter((line) => line).length];
    """
    added, refused, told, filled = play(page, code)

    assert (10, [], filled - 10) == (added, refused, told)


def test_too_large(page: Client) -> None:
    """A text of more than three million signs is refused whole."""
    found = play(page, "return codes.findCodes('VW1A'.repeat(750001))")

    assert {"codes": [], "refused": [{"line": 1, "text": "", "reason": "too-large"}], "others": []} == found


def test_many_beginnings(page: Client) -> None:
    """A text of nothing but beginnings ends, and every one is refused."""
    code = (
        "const { codes: one, refused } = codes.findCodes('VW1A\\n'.repeat(50000)); return [one.length, refused.length]"
    )

    assert [0, 50000] == play(page, code)


def test_no_more_than_255(page: Client) -> None:
    """The 256th code is refused by name, the others stay."""
    code = """
    const round = await newRound();
    const made = join(round, Array.from({ length: 256 }, someBands));
    const { added, refused } = paste(round, "opener", made.map((one) => one.codeA));
    return [added.length, refused.map(({ line, reason }) => [line, reason])];
    """

    assert [255, [[256, "too-many"]]] == play(page, code)


def test_nothing_secret_in_a_refusal(page: Client) -> None:
    """What is told of a refused code B holds no part of its share, whatever is wrong with it."""
    code = """
    const round = await newRound();
    const [{ codeB }] = join(round, [someBands()]);
    const broken = codeB.slice(0, 90) + "?" + codeB.slice(91);
    const told = paste(round, "opener", [codeB, broken, codeB.slice(0, 150)]);
    return [codeB.slice(28, 40), JSON.stringify(told), told.refused.length];
    """
    body, told, count = play(page, code)

    assert 3 == count
    assert body not in told


def test_a_code_fits_a_slip_and_a_qr(page: Client) -> None:
    """A code is 240 signs that a QR code of version 9 holds, in five lines; a total is 287."""
    code = """
    const { made, total: text } = await wholeRound(value);
    const lines = codes.inLines(made[0].codeA);
    return [made[0].codeA, lines.join(""), lines.map((line) => line.length), text];
    """
    one, joined, lengths, total = play(page, code, some_people(1, 10))

    assert one == joined
    assert (240, 287) == (len(one), len(total))
    assert [48] * 5 == lengths
    assert len(one) <= QR_9_M
    assert set(one) | set(total) <= QR_SIGNS


# ── what cannot be refused


def test_invented_codes_cannot_be_refused(page: Client) -> None:
    """An opener who invents nine people and a list sees the tenth whole, unless the second counter counts people."""
    code = """
    const victim = someBands().map((band) => band % 3);
    const invented = Array.from({ length: 9 }, () => new Array(32).fill(0));
    const { opener, total: text } = await wholeRound([victim, ...invented]);
    const { combined } = combine.combine(opener, text);
    return [victim, combined.counts.map(([low, ...others]) => [low - 9, ...others].indexOf(1))];
    """
    victim, seen = play(page, code)

    assert victim == seen


def test_a_dishonest_code_cannot_be_refused(page: Client) -> None:
    """Somebody who changes their own table moves five votes of an item, and everything adds up."""
    code = """
    const round = await newRound();
    const made = join(round, Array.from({ length: 9 }, () => new Array(32).fill(0)));
    const table = split.tableOf(new Array(32).fill(0));
    [table[0], table[2]] = [252, 5];
    const { a, b } = split.split(table);
    const id = "0123ABCD";
    made.push({ id, codeA: codes.writeCode("A", round.id, id, a), codeB: codes.writeCode("B", round.id, id, b) });
    const [opener, second] = await bothSettled(round, made);
    return combine.combine(opener, collect.exportTotal(second).total).combined.counts.slice(0, 2);
    """

    assert [[5, 0, 5, 0], [10, 0, 0, 0]] == play(page, code)


def test_one_broken_code_spoils_a_round(page: Client) -> None:
    """Shares of one contribution that do not belong together are found only in the end: then nothing is shown."""
    code = """
    const round = await newRound();
    const made = join(round, Array.from({ length: 12 }, someBands));
    const { a } = split.split(split.tableOf(someBands()));
    const broken = made.map((one, at) => (at ? one : { ...one, codeB: codes.writeCode("B", round.id, one.id, a) }));
    const opener = await settled(collected(round, "opener", made));
    const second = await settled(collected(round, "second", broken));
    return combine.combine(opener, collect.exportTotal(second).total);
    """

    assert {"reason": "not-adding-up"} == play(page, code)


def test_two_totals_of_the_same_answers_show_a_newcomer(page: Client) -> None:
    """The difference of ten and eleven is the eleventh, whole: so a self-check is handed in for one round only."""
    code = """
    const people = Array.from({ length: 11 }, someBands);
    const [ten, eleven] = [await wholeRound(people.slice(0, 10)), await wholeRound(people)];
    const [before, after] = [ten, eleven].map(({ opener, total: text }) => {
      const [mine, theirs] = [total.readTotal(collect.totalOf(opener)), total.readTotal(text)];
      return mine.sums.map((cell, at) => cell + theirs.sums[at]);
    });
    const isMore = (item) => (band) => after[item * 4 + band] > before[item * 4 + band];
    return [people[10], people[10].map((_, item) => [0, 1, 2, 3].find(isMore(item)))];
    """
    newcomer, seen = play(page, code)

    assert newcomer == seen


def test_another_browser_can_give_a_second_total(page: Client) -> None:
    """A second counter who deletes everything, and pastes again, can give a total of another list."""
    code = """
    const { round, made, second } = await wholeRound(value);
    const again = await settled(collected(round, "second", made), collect.idsOf(second).slice(1));
    return [collect.exportTotal(again).reason ?? "given", (await collect.settle(
      collect.exportTotal(second).collection, collect.idsOf(second).slice(1), AFTER)).reason];
    """

    assert ["given", "second-total"] == play(page, code, some_people(4, 11))


# ── what is kept


def test_kept_and_restored(page: Client) -> None:
    """A collection is kept in one key for each code, and comes back whole; every key and value is in order."""
    code = """
    const { round, second } = await wholeRound(value);
    const done = collect.exportTotal(second).collection;
    const entries = kept.entriesOf(done);
    const mixed = [["device", "own"], ["round/2026-11-22-1", {}], ...entries, [kept.keyOf("0".repeat(16)), {}]];
    const { collection, reason } = await file.restore(kept.partsOf(mixed, round.id), asked);
    const { KEYS } = await import("./javascripts/logic/store.js");
    const keys = KEYS.filter(({ pattern }) => pattern.startsWith("group/"));
    const patterns = keys.map(({ pattern }) => new RegExp(`^${pattern.replaceAll("*", "[a-z0-9.-]+")}$`));
    return {
      reason,
      isSame: JSON.stringify(kept.entriesOf(collection).sort()) === JSON.stringify(entries.sort()),
      count: entries.length,
      isValid: entries.every(([key, one]) => kept.isValid(key, one)),
      isListed: entries.every(([key]) => patterns.some((pattern) => pattern.test(key))),
      nothing: kept.partsOf(mixed, "1".repeat(16)),
    };
    """

    expected = {"isSame": True, "count": 15, "isValid": True, "isListed": True, "nothing": None}
    assert expected == {key: one for key, one in play(page, code, some_people(5, 11)).items() if key != "reason" or one}


def test_no_share_of_the_other_kind(page: Client) -> None:
    """What an opener keeps and saves holds nothing of a share B, a second counter's nothing of a share A."""
    code = """
    const { round, made } = await wholeRound(value);
    const mailbox = made.flatMap((one) => [one.codeA, one.codeB]).join("\\n");
    const found = [];
    for (const [role, other] of [["opener", "codeB"], ["second", "codeA"]]) {
      const { collection, refused } = collect.addCodes(collect.openCollection(round, role), mailbox);
      const done = collect.exportTotal(await settled(collection)).collection;
      const everything = JSON.stringify(kept.entriesOf(done)) + (await file.toFile(done)) + JSON.stringify(refused);
      found.push([refused.length, made.filter((one) => everything.includes(one[other].slice(28, 60))).length,
        made.filter((one) => everything.includes(one[other === "codeA" ? "codeB" : "codeA"])).length]);
    }
    return found;
    """

    assert [[11, 0, 11], [11, 0, 11]] == play(page, code, some_people(5, 11))


BAD_ENTRIES = {
    "no such key": "['group', { round: round.text, role: 'opener' }]",
    "capitals in a key": "[kept.keyOf(round.id).toUpperCase(), { round: round.text, role: 'opener' }]",
    "a role nobody has": "[kept.keyOf(round.id), { round: round.text, role: 'both' }]",
    "a role of the prototype": "[kept.keyOf(round.id), { round: round.text, role: 'constructor' }]",
    "a changed round": "[kept.keyOf(round.id), { round: round.text.slice(0, -1) + 'Z', role: 'opener' }]",
    "more than there should be": "[kept.keyOf(round.id), { round: round.text, role: 'opener', b: made[0].codeB }]",
    "a code of another contribution": "[kept.keyOf(round.id, 'code', made[1].id), made[0].codeA]",
    "a code of another round": "[kept.keyOf('0'.repeat(16), 'code', made[0].id), made[0].codeA]",
    "a code with another sign": "[kept.keyOf(round.id, 'code', made[0].id), other]",
    "a code without its full stop": "[kept.keyOf(round.id, 'code', made[0].id), made[0].codeA.replace('.', ',')]",
    "a total of another round": "[kept.keyOf('0'.repeat(16), 'total'), text]",
    "a list that is not in order": "[kept.keyOf(round.id, 'settled'), { hash, ids: ids.toReversed() }]",
    "a list without a hash": "[kept.keyOf(round.id, 'settled'), { ids, hash: '' }]",
    "a code as what was joined": "[kept.keyOf(round.id, 'joined'), { contribution: made[0].codeB, selfcheck }]",
    "a self-check without a day": "[kept.keyOf(round.id, 'joined'), { contribution: made[0].id, selfcheck: 'x' }]",
    "a picture of another round": "[kept.keyOf('0'.repeat(16), 'picture'), shown]",
    "a round as a picture": "[kept.keyOf(round.id, 'picture'), round.text]",
    "a part nobody knows": "[kept.keyOf(round.id, 'constructor'), 1]",
}

KEPT = """
const { round, made, opener, second, total: text } = await wholeRound(value);
const { combined } = combine.combine(opener, text);
const shown = picture.writePicture(picture.makePicture(round, combined, asked), asked);
const { ids, hash } = second.settled;
const selfcheck = "2026-11-03-1";
const other = made[0].codeA.replace(/.{30}$/, (end) => (end[0] === "Z" ? "Y" : "Z") + end.slice(1));
"""


@pytest.mark.parametrize("entry", BAD_ENTRIES.values(), ids=BAD_ENTRIES)
def test_bad_entries(page: Client, entry: str) -> None:
    """What does not belong under a key is not taken for it."""
    assert play(page, f"{KEPT} return kept.isValid(...{entry})", some_people(7, 10)) is False


def test_good_entries(page: Client) -> None:
    """What a teacher and a reader keep is in order, and tells in which rounds a self-check was handed in."""
    code = """
    const entries = [
      [kept.keyOf(round.id, "joined"), { contribution: made[0].id, selfcheck }],
      [kept.keyOf(round.id, "picture"), shown],
      [kept.keyOf(round.id), { round: round.text, role: "opener" }],
    ];
    return [entries.map((entry) => kept.isValid(...entry)), kept.joinedIn(entries), round.id, made[0].id];
    """
    valid, joined, round_, contribution = play(page, KEPT + code, some_people(7, 10))

    assert [True, True, True] == valid
    assert [{"round": round_, "contribution": contribution, "selfcheck": "2026-11-03-1"}] == joined


RESTORED = {
    "a code is gone": ("codes: parts.codes.slice(1)", "bad-value", "settled"),
    "a code twice": ("codes: [...parts.codes, parts.codes[0]]", "bad-value", "codes.11"),
    "more than fit": ("codes: new Array(256).fill(parts.codes[0])", "bad-value", "codes"),
    "another role": ("role: 'opener'", "wrong-letter", "codes.0"),
    "no role": ("role: 'both'", "bad-value", "role"),
    "another hash": ("settled: { ...parts.settled, hash: '0'.repeat(52) }", "bad-value", "settled"),
    "a total without a list": ("settled: null", "bad-value", "total"),
    "another round": ("round: (await newRound()).text", "other-round", "codes.0"),
    "no round": ("round: 'hallo'", "not-ours", "round"),
}


@pytest.mark.parametrize(("change", "reason", "what"), RESTORED.values(), ids=RESTORED)
def test_restore_refuses(page: Client, change: str, reason: str, what: str) -> None:
    """Parts that do not go together are not put together, and the place is told."""
    code = f"""
    const {{ round, second }} = await wholeRound(value);
    const parts = kept.partsOf(kept.entriesOf(collect.exportTotal(second).collection), round.id);
    return file.restore({{ ...parts, {change} }}, asked);
    """

    assert {"reason": reason, "what": what} == play(page, code, some_people(8, 11))


def test_list_below_the_minimum_is_not_restored(page: Client) -> None:
    """A kept list of nine is refused, even with the right hash."""
    code = """
    const { round, second } = await wholeRound(value);
    const ids = collect.idsOf(second).slice(1);
    const hash = await collect.hashOfList(round, ids);
    return file.restore({ ...kept.partsOf(kept.entriesOf(second), round.id), settled: { ids, hash } }, asked);
    """

    assert {"reason": "bad-value", "what": "settled"} == play(page, code, some_people(8, 10))


MERGED = {
    "other-round": "file.merge(second, collect.openCollection(await newRound(), 'second'))",
    "both-counters": "file.merge(second, collect.openCollection(round, 'opener'))",
    "other-body": "file.merge(second, { ...second, codes: { ...second.codes, [made[0].id]: made[1].codeB } })",
    "too-many": "file.merge(second, collected(round, 'second', join(round, Array.from({ length: 245 }, someBands))))",
    "other-list": "file.merge(second, fewer)",
    "second-total": "file.merge(done, collect.exportTotal(fewer).collection)",
}


@pytest.mark.parametrize(("reason", "call"), MERGED.items(), ids=MERGED)
def test_merge_refuses(page: Client, reason: str, call: str) -> None:
    """Work that does not go with what is here is not added."""
    code = f"""
    const {{ round, made, second }} = await wholeRound(value);
    const done = collect.exportTotal(second).collection;
    const fewer = await settled(second, collect.idsOf(second).slice(1));
    return {call};
    """

    assert {"reason": reason} == play(page, code, some_people(9, 11))


def test_merge(page: Client) -> None:
    """Work of two files comes together; a total that was given stays the only one, from either side."""
    code = """
    const round = await newRound();
    const made = join(round, value);
    const [first, last] = [collected(round, "second", made.slice(0, 7)), collected(round, "second", made.slice(4))];
    const { collection: both } = file.merge(first, last);
    const done = collect.exportTotal(await settled(both)).collection;
    const [one, other] = [file.merge(done, first).collection, file.merge(first, done).collection];
    const open = file.merge(first, await settled(both)).collection;
    const isSame = one.total === done.total && other.total === done.total && other.settled.hash === done.settled.hash;
    return [isSame, collect.idsOf(both).length, collect.idsOf(other).length, open.settled !== null, open.total];
    """

    assert [True, 11, 11, True, None] == play(page, code, some_people(9, 11))


def test_files(page: Client) -> None:
    """A file comes back the same; one that is too large or too deep is refused."""
    code = """
    const { second } = await wholeRound(value);
    const done = collect.exportTotal(second).collection;
    const text = await file.toFile(done);
    const { collection } = await file.fromFile("\\ufeff" + text + "\\n", asked);
    const same = (await file.toFile(collection)) === text;
    const [large, deep] = [await file.fromFile(" ".repeat(262145), asked), await file.fromFile("[".repeat(9), asked)];
    return [same, large, deep, await file.fromFile("<html>", asked)];
    """

    expected = [True, {"reason": "too-large"}, {"reason": "too-deep"}, {"reason": "not-ours"}]
    assert expected == play(page, code, some_people(9, 10))


def test_largest_file(page: Client) -> None:
    """A file with 255 codes is one that can be read again."""
    code = """
    const { second } = await wholeRound(value);
    const text = await file.toFile(collect.exportTotal(second).collection);
    return [text.length, collect.idsOf((await file.fromFile(text, asked)).collection).length];
    """
    length, count = play(page, code, some_people(9, 255))

    assert (length < 100_000, 255) == (True, count)


RECOVERED = {
    "whole": ("{}", [], 11, True, True),
    "a code is gone": ("{ codes: parts.codes.slice(1) }", [], 10, True, True),
    "codes of the other counter": ("{ codes: [...parts.codes, made[0].codeA] }", ["codes"], 11, True, True),
    "another hash": ("{ settled: { ...parts.settled, hash: '0'.repeat(52) } }", ["settled"], 11, False, True),
    "no list": ("{ settled: null }", [], 11, False, True),
    "a total of other codes": ("{ total: resealed(parts.total) }", ["total"], 11, True, False),
    "nothing of a total": ("{ total: null, given: null }", [], 11, True, False),
}


@pytest.mark.parametrize(("change", "gaps", "count", "settled", "total"), RECOVERED.values(), ids=RECOVERED)
def test_recover(page: Client, change: str, gaps: list[str], count: int, settled: bool, total: bool) -> None:
    """Of what a browser still has, all that fits is used, and the rest is named."""
    code = f"""
    const {{ round, made, second }} = await wholeRound(value);
    const {{ START, seal }} = group.crockford;
    const resealed = (text) => `${{seal(text.slice(0, 80) + "00000" + text.slice(85, -7))}}.`;
    const parts = kept.partsOf(kept.entriesOf(collect.exportTotal(second).collection), round.id);
    const {{ collection, gaps }} = await file.recover({{ ...parts, ...{change} }}, asked);
    return [gaps, collect.idsOf(collection).length, collection.settled !== null, collection.total !== null];
    """

    assert [gaps, count, settled, total] == play(page, code, some_people(8, 11))


def test_whose_codes_these_are(page: Client) -> None:
    """Who lost what says which counter they are, is known by their codes or total, and not by both kinds at once."""
    code = """
    const { round, made, opener, second } = await wholeRound(value);
    const headless = (collection, more = []) =>
      kept.partsOf([...kept.entriesOf(collection).slice(0, -1), ...more], round.id, round.text)?.role ?? null;
    const done = collect.exportTotal(second).collection;
    const other = [kept.keyOf(round.id, "code", "zzzzzzzz"), made[0].codeA];
    const none = kept.partsOf([[kept.keyOf(round.id, "joined"), {}]], round.id, round.text);
    return [headless(opener), headless(second), headless({ ...done, codes: {} }), headless(second, [other]), none];
    """

    assert ["opener", "second", "second", None, None] == play(page, code, some_people(8, 10))


def test_a_total_is_remembered(page: Client) -> None:
    """What is remembered of a total allows the same total and no other, through a copy, an older copy, and damage."""
    code = """
    const { round, second } = await wholeRound(value);
    const done = collect.exportTotal(second).collection;
    const seal = collect.givenOf(done);
    const tombstone = { ...collect.openCollection(round, "second"), given: seal };
    const { collection: back } = file.merge(tombstone, { ...second, settled: null });
    const eleven = collect.idsOf(back).slice(1);
    const again = await settled(back, collect.idsOf(back));
    const { collection: read } = await file.fromFile(await file.toFile(back), asked);
    const other = { ...second, codes: { ...second.codes, [eleven[0]]: second.codes[eleven[1]] } };
    const key = (part) => kept.keyOf(round.id, part);
    return {
      refused: (await collect.settle(back, eleven, "2027-01-01")).reason,
      same: collect.exportTotal(again).total === done.total,
      loose: collect.unsettle(again).reason,
      copied: JSON.stringify(read.given) === JSON.stringify(seal),
      other: collect.exportTotal({ ...other, given: seal }).reason,
      merged: file.merge(tombstone, collect.exportTotal(await settled(second, eleven)).collection).reason,
      dropped: file.merge(tombstone, await settled(second, eleven)).collection.settled,
      unread: kept.givenIn([[key("settled"), second.settled]], round.id, [key("total")]).list === second.settled.hash,
      unknown: kept.givenIn([], round.id, [key("given")]).list,
      none: kept.givenIn([[key("settled"), second.settled]], round.id, [key("code")]),
    };
    """

    expected = {
        "refused": "second-total",
        "same": True,
        "loose": "second-total",
        "copied": True,
        "other": "second-total",
    }
    expected |= {"merged": "second-total", "dropped": None, "unread": True, "unknown": "0" * 52, "none": None}
    assert expected == play(page, code, some_people(9, 12))


def test_a_copy_of_what_is_left(page: Client) -> None:
    """A copy with a code too few and the raw rest opens again; nothing of the rest is used, and nothing is invented."""
    code = """
    const { round, second } = await wholeRound(value);
    const [first, ...rest] = collect.idsOf(second);
    const left = { ...second, codes: Object.fromEntries(rest.map((id) => [id, second.codes[id]])) };
    const raw = [["group/x/code/y", "{cut <script>"], ["x".repeat(300000), "é".repeat(300000)]];
    const text = await file.toFile(left, raw);
    const written = JSON.parse(text);
    const { collection } = await file.fromFile(text, asked);
    const strict = await file.fromFile(await file.toFile({ ...left, settled: null }), asked);
    return {
      lost: [written.lost, collect.lostOf(collection)],
      raw: written.rest.length,
      fits: new TextEncoder().encode(text).length <= 256 * 1024,
      total: collect.exportTotal(collection).reason,
      combined: group.combine.combine({ ...collection, role: "opener" }, collect.totalOf(second)).reason,
      back: collect.idsOf(collect.addCodes(collection, second.codes[first]).collection).length,
      plain: [strict.collection.settled, JSON.parse(await file.toFile(second)).rest ?? null],
      first,
    };
    """
    found = play(page, code, some_people(9, 11))

    assert [[found["first"]], [found["first"]]] == found["lost"]
    expected = {"raw": 1, "fits": True, "total": "missing-codes", "combined": "missing-codes", "back": 11}
    assert expected | {"plain": [None, None]} == {
        key: one for key, one in found.items() if key not in ("lost", "first")
    }


def test_settled_again_only_before_the_total(page: Client) -> None:
    """A list is taken back until the total is given; of codes that changed behind the page no total is given."""
    code = """
    const { made, second } = await wholeRound(value);
    const done = collect.exportTotal(second).collection;
    const swapped = { ...done, codes: { ...done.codes, [made[0].id]: made[1].codeB } };
    return [collect.unsettle(second).collection.settled, collect.unsettle(done), collect.exportTotal(swapped)];
    """

    assert [None, {"reason": "second-total"}, {"reason": "second-total"}] == play(page, code, some_people(9, 10))


# ── rounds, lists and pictures


def test_every_change_makes_another_round(page: Client) -> None:
    """The id of a round depends on all that its link tells, and on chance."""
    code = """
    const ids = [await newRound(), await newRound()];
    const names = [{ name: "x" }, { opener: "x" }, { second: "x" }];
    const changes = [...names, { first: "2026-11-03" }, { last: "2026-11-21" }, { minimum: 11 }];
    const chance = () => chanceOf("0123456789abcdef0123");
    const same = [{}, {}, ...changes].map((change) => rounds.makeRound({ ...FIELDS, ...change }, asked, chance()));
    for (const made of await Promise.all(same)) ids.push(made.round);
    return ids.map((round) => round.id);
    """
    ids = play(page, code)

    assert ids[2] == ids[3]
    assert 9 == len(set(ids))


def test_another_order_is_another_version(page: Client) -> None:
    """A round for other competences, or another order of them, is not read under the same version."""
    code = """
    const { text } = await newRound();
    const [first, ...areas] = asked.areas;
    const turned = { ...asked, areas: [{ ...first, competences: first.competences.toReversed() }, ...areas] };
    return rounds.readRound(text, turned);
    """

    assert {"reason": "other-version"} == play(page, code)


def test_lists(page: Client) -> None:
    """Two lists are laid side by side, and the hash of a list is that of its round alone."""
    code = """
    const [one, other] = [await newRound(), await newRound()];
    const ids = ["0000000A", "0000000B"];
    const hash = await collect.hashOfList(one, ids);
    const isSame = [await collect.hashOfList(one, ids.toReversed()), await collect.hashOfList(other, ids)];
    return [collect.compareLists(["A", "B"], ["B", "C"]), ...isSame.map((found) => found === hash)];
    """

    assert [{"both": ["B"], "onlyMine": ["A"], "onlyTheirs": ["C"]}, True, False] == play(page, code)


def test_own_bands(page: Client) -> None:
    """Somebody's own bands stand beside the picture; an area's is the lower middle of its answered competences."""
    code = "return picture.ownBands({ '1.1': 1, '1.2': 3, '1.3': 'na', '2.1': 6 }, asked)"
    found = play(page, code)

    assert [0, 1, None, None] == [found["items"][one] for one in ("1.1", "1.2", "1.3", "1.4")]
    assert {"1": 0, "2": 2, "3": None, "4": None, "5": None, "6": None} == found["areas"]


@pytest.mark.parametrize(
    ("medians", "weakest"),
    [([1, 0, 2, 0], ["b", "d"]), ([1, None, 2], ["a"]), ([2, 2], []), ([None], [])],
)
def test_weakest(page: Client, medians: list[int | None], weakest: list[str]) -> None:
    """The weakest are those with the lowest median there is; at the highest band nothing is weak."""
    items = [{"id": ident, "median": median} for ident, median in zip("abcd", medians, strict=False)]

    assert weakest == page.run("return group.picture.weakest(value)", {"items": items})


def test_links(page: Client) -> None:
    """A round and a picture stand behind the # of a link, each under its own name, in place of what stood there."""
    code = """
    const round = await newRound();
    const link = rounds.linkTo("https://example.org/groepsbeeld/#x", round);
    const other = picture.linkTo("https://example.org/groepsbeeld/", "VW1P");
    return [link === `https://example.org/groepsbeeld/#ronde=${round.text}`, other];
    """

    assert [True, "https://example.org/groepsbeeld/#beeld=VW1P"] == play(page, code)


def test_insecure_page(context: BrowserContext, base: str) -> None:
    """On a page that did not come over https no round is read or made, and no file is opened."""

    def answer(route: Route) -> None:
        route.fulfill(response=route.fetch(url=base + route.request.url.split("/school/")[1]))

    context.route("http://school.example/school/**", answer)
    client = load(Client(context, "http://school.example/school/"))
    code = """
    const read = await rounds.readRound("VW1R", asked);
    return [hashing.isSecure(), read, await rounds.makeRound(FIELDS, asked), await file.fromFile("{}", asked)];
    """

    assert [False, {"reason": "insecure"}, {"reason": "insecure"}, {"reason": "insecure"}] == play(client, code)


def test_no_request(page: Client) -> None:
    """A whole round asks nothing of the network."""
    before = len(page.requests)
    play(
        page,
        "const { opener, total: text } = await wholeRound(value); combine.combine(opener, text)",
        some_people(1, 10),
    )

    assert before == len(page.requests)


@pytest.mark.parametrize(
    "call",
    [
        "rounds.makeRound({ ...FIELDS, minimum: 0 }, asked)",
        "rounds.makeRound({ ...FIELDS, opener: 'Dirk \\u3164' }, asked)",
        "rounds.makeRound({ ...FIELDS, second: 'D1rk' }, asked)",
        "rounds.readRound((await newRound()).text, { ...asked, areas: asked.areas.slice(1) })",
        "codes.writeCode('A', 'x', '00000000', new Uint8Array(128))",
        "codes.writeCode('A', '0'.repeat(16), '00000000', new Uint8Array(127))",
        "total.writeTotal({ kind: 'A', round: '0'.repeat(16), hash: '', n: 10, sums: new Uint8Array(128) })",
        "crockford.pairOf(1024)",
        "crockford.packList('R', ['x'.repeat(1024)])",
        "split.tableOf([0])",
        "split.tableOf(new Array(32).fill(4))",
        "collect.totalOf(collect.openCollection(await newRound(), 'opener'))",
    ],
)
def test_nonsense_is_a_mistake_in_code(page: Client, call: str) -> None:
    """Wrong fields, shares and states are errors of who calls."""
    assert "TypeError" == play(page, f"try {{ await ({call}) }} catch (error) {{ return error.name }}")


def test_asked_is_the_same_in_both() -> None:
    """Page and reference ask the same 32 competences."""
    assert ASKED.order == [one for area in asked_by_page()["areas"] for one in area["competences"]]
    assert group.ITEMS == len(set(ASKED.order))
