"""The group picture once more, in Python: what the page's modules must agree with.

It is written from the design, not from the modules: numbers are whole integers, the checksum is a division of
polynomials over 32 elements, and texts are searched with regular expressions.
"""

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Any

Json = Any

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGN = f"[{SIGNS}]"
ITEMS, CELLS, NONE = 32, 4, 3
FEWEST, MOST, COUNTED_FROM, MOST_EMPTY = 10, 255, 20, 3
CODE, TOTAL = 239, 286

LEVELS = {"opener": "A", "second": "B"}
SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
NOTHING = re.compile(f"[{SPACE}\"'`´>|«»‘-‟‹›\u00ad\u200b-\u200f\u2060\ufeff]|=(?=\\r?\\n)")


@dataclass(frozen=True)
class Asked:
    """A self-check: its id and version, and the competences of each area."""

    id: str
    version: int
    areas: dict[str, list[str]]

    @property
    def order(self) -> list[str]:
        """The competences in the order in which they are asked."""
        return [one for competences in self.areas.values() for one in competences]

    @property
    def print(self) -> str:
        """A short sign of the order."""
        return checksum(base32(" ".join(self.order).encode()))


# ── texts


def base32(data: bytes) -> str:
    """Writes bytes as signs of five bits, filled up with zeros."""
    count = ceil(len(data) * 8 / 5)
    number = int.from_bytes(data, "big") << (count * 5 - len(data) * 8)
    return "".join(SIGNS[number >> 5 * place & 31] for place in reversed(range(count)))


def unbase32(signs: str) -> bytes | None:
    """Reads signs; `None` when what fills up is not zero."""
    number, over = 0, len(signs) * 5 % 8
    for sign in signs:
        number = number * 32 + SIGNS.index(sign)
    return None if number % (1 << over) or over > 4 else (number >> over).to_bytes(len(signs) * 5 // 8, "big")


def times(one: int, other: int) -> int:
    """Multiplies in the field of 32 elements of BIP 173 (a⁵ + a³ + 1)."""
    product = 0
    for bit in range(5):
        product ^= (one << bit) * (other >> bit & 1)
    for bit in (8, 7, 6, 5):
        product ^= (0b101001 << bit - 5) * (product >> bit & 1)
    return product


GENERATOR = (1, 29, 22, 20, 21, 29, 18)
CONSTANT = [0x2BC830A3 >> shift & 31 for shift in (25, 20, 15, 10, 5, 0)]


def checksum(signs: str) -> str:
    """Gives the six signs of bech32m: the remainder after division by the generator, plus the constant."""
    rest = [1, *(SIGNS.index(sign) for sign in signs), 0, 0, 0, 0, 0, 0]
    for at in range(len(rest) - 6):
        lead = rest[at]
        for place, factor in enumerate(GENERATOR):
            rest[at + place] ^= times(lead, factor)
    return "".join(SIGNS[one ^ other] for one, other in zip(rest[-6:], CONSTANT, strict=True))


def sealed(signs: str) -> str:
    """Gives a text with its checksum."""
    return signs + checksum(signs)


def is_sealed(text: str) -> bool:
    """Says whether a text goes with its checksum."""
    return checksum(text[:-6]) == text[-6:]


def pair(number: int) -> str:
    """Writes a number below 1,024 as two signs."""
    return SIGNS[number // 32] + SIGNS[number % 32]


def unpair(signs: str) -> int:
    """Reads two signs."""
    return SIGNS.index(signs[0]) * 32 + SIGNS.index(signs[1])


def dump(value: Json) -> str:
    """Writes JSON as a browser does."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pack(kind: str, values: list[Json]) -> str:
    """Writes a list for a link."""
    data = dump(values).encode()
    return sealed(f"VW1{kind}{pair(len(data))}{base32(data)}")


def unpack(kind: str, text: str) -> tuple[list[Json], str]:
    """Gives the list in a link, or the reason why there is none."""
    clean = text.strip().upper()
    if not re.match(rf"VW\d{kind}", clean):
        return [], "not-ours"
    if clean[2] != "1":
        return [], "other-format"
    signs = re.match(r"[0-9A-Z]*", clean)[0]  # type: ignore[index]  # it matches everything
    if len(signs) < 6 or not re.fullmatch(f"{SIGN}*", signs):
        return [], "cut" if len(signs) < 6 else "changed"
    end = 6 + ceil(unpair(signs[4:6]) * 8 / 5)
    if len(signs) < end + 6:
        return [], "cut"
    if len(signs) > end + 6 or not is_sealed(signs):
        return [], "changed"
    try:
        values = json.loads((unbase32(signs[6:end]) or b"").decode())
    except ValueError:
        return [], "changed"
    return (values, "") if isinstance(values, list) and pack(kind, values) == signs else ([], "changed")


def digest(text: str) -> str:
    """Gives the SHA-256 of a text as 52 signs."""
    return base32(hashlib.sha256(text.encode()).digest())


# ── a round


@dataclass(frozen=True)
class Round:
    """A round as its link tells it."""

    id: str
    text: str
    name: str
    questionnaire: str
    version: int
    order: list[str]
    first: str
    last: str
    minimum: int
    opener: str
    second: str


def clean_name(name: str) -> str:
    """Writes a name in one way."""
    spaced = re.sub(f"[{SPACE}]+", " ", unicodedata.normalize("NFC", name))
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cs")).strip(" ")


def is_day(value: Json) -> bool:
    """Says whether something is a day of this century."""
    if not isinstance(value, str) or not re.fullmatch(r"20\d\d-\d\d-\d\d", value, re.ASCII):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_whole(value: Json) -> bool:
    """Says whether something is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def wrong_fields(given: dict[str, Json]) -> list[tuple[str, str]]:
    """Gives the fields of a round that are wrong, with the reason."""
    found = []
    names = {key: clean_name(given[key]) for key in ("name", "opener", "second")}
    for key, name in names.items():
        if not 0 < len(name) <= 60:
            found.append((key, "too-long" if name else "missing"))
    if names["opener"] and names["opener"].lower() == names["second"].lower():
        found.append(("second", "same-counters"))
    first, last, minimum = given["first"], given["last"], given["minimum"]
    found += [(key, "not-a-day") for key in ("first", "last") if not is_day(given[key])]
    if is_day(first) and is_day(last) and last < first:
        found.append(("last", "ends-before-start"))
    if not is_whole(minimum) or minimum < 1 or minimum > MOST:
        found.append(("minimum", "too-many" if is_whole(minimum) and minimum > MOST else "too-few"))
    return found


NAMES = ["seed", "questionnaire", "version", "print", "first", "last", "minimum", "name", "opener", "second"]


def make_round(given: dict[str, Json], seed: bytes, asked: Asked) -> str:
    """Gives the text of a round."""
    minimum = max(given["minimum"], FEWEST)
    names = [clean_name(given[key]) for key in ("name", "opener", "second")]
    start = [base32(seed), asked.id, asked.version, asked.print]
    return pack("R", [*start, given["first"], given["last"], minimum, *names])


def read_round(text: str, asked: Asked) -> tuple[Round | None, str]:
    """Gives the round in a text, or the reason why there is none."""
    values, reason = unpack("R", text)
    if reason:
        return None, reason
    if len(values) != len(NAMES):
        return None, "bad-value"
    given = dict(zip(NAMES, values, strict=True))
    texts = ("seed", "questionnaire", "print", "name", "opener", "second")
    is_fine = all(isinstance(given[key], str) for key in texts) and is_whole(given["version"]) and given["version"] > 0
    shapes = {"seed": f"{SIGN}{{16}}", "questionnaire": "[a-z0-9-]{1,64}", "print": f"{SIGN}{{6}}"}
    is_fine = is_fine and all(re.fullmatch(shape, given[key]) for key, shape in shapes.items())
    is_fine = is_fine and all(clean_name(given[key]) == given[key] for key in ("name", "opener", "second"))
    if not is_fine or wrong_fields(given):
        return None, "bad-value"
    if given["questionnaire"] != asked.id:
        return None, "other-questionnaire"
    if (given["version"], given["print"]) != (asked.version, asked.print):
        return None, "other-version"
    given = {key: value for key, value in given.items() if key not in ("seed", "print")}
    given["minimum"] = max(given["minimum"], FEWEST)
    ident = digest(f"vw1-round\n{dump(values)}")[:16]
    return Round(id=ident, text=pack("R", values), order=asked.order, **given), ""


# ── a teacher


def bands(answers: dict[str, int | str], order: list[str]) -> list[int]:
    """Gives the band of each competence."""
    given = [answers.get(one, "na") for one in order]
    return [(one - 1) // 2 if isinstance(one, int) else NONE for one in given]


def why_not_join(
    round_: Round, result: dict[str, Json], today: str, quick: list[str], joined: list[dict[str, str]]
) -> list[str]:
    """Gives the reasons why somebody cannot take part."""
    answered = {one for one, band in zip(round_.order, bands(result["answers"], round_.order), strict=True) if band < 3}
    is_ours = result["questionnaire"] == round_.questionnaire
    finished = result["finished"]
    is_quick = bool(answered) and answered <= set(quick)
    reasons = {
        "other-questionnaire": not is_ours,
        "other-version": is_ours and result["version"] != round_.version,
        "not-finished": finished is None,
        "outside-period": finished is not None and not round_.first <= finished <= round_.last,
        "round-over": today > round_.last,
        "quick-scan": is_quick,
        "too-many-empty": not is_quick and ITEMS - len(answered) > MOST_EMPTY,
        "same-answers": any(one["round"] != round_.id and one["selfcheck"] == result["id"] for one in joined),
    }
    return [reason for reason, holds in reasons.items() if holds]


def contribute(round_: Round, answers: dict[str, int | str], random: bytes) -> tuple[str, str, str]:
    """Gives the id and both codes; the first five bytes of chance are for the id."""
    ident, share = base32(random[:5]), random[5 : 5 + ITEMS * CELLS]
    other = rest_of(bands(answers, round_.order), share)
    codes = [f"{sealed(f'VW1{kind}{round_.id}{ident}{base32(one)}')}." for kind, one in (("A", share), ("B", other))]
    return ident, codes[0], codes[1]


def rest_of(given: list[int], share: bytes) -> bytes:
    """Gives the share that makes up the table of bands, with a share of chance."""
    table = [int(band == cell) for band in given for cell in range(CELLS)]
    return bytes((cell - one) % 256 for cell, one in zip(table, share, strict=True))


# ── texts in a mailbox


@dataclass
class Findings:
    """What was found in a pasted text."""

    found: list[tuple[int, str]] = field(default_factory=list)
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    others: list[list[int]] = field(default_factory=list)


def find(text: str, kinds: str) -> Findings:
    """Finds texts of some kinds."""
    hidden = {at for match in NOTHING.finditer(text) for at in range(*match.span())}
    kept = [at for at in range(len(text)) if at not in hidden]
    lenient = str.maketrans("OILabcdefghijklmnopqrstuvwxyz", "011ABCDEFGH1JK1MN0PQRST?VWXYZ")
    stream = "".join(sign if re.match(f"{SIGN}|\\.", sign := text[at].translate(lenient)) else "?" for at in kept)
    findings, marked, end = Findings(), set(), 0
    for match in re.finditer(rf"(?=VW(\d)({SIGN}))", stream):
        at = match.start()
        if at < end:
            continue
        version, kind = match.groups()
        row = re.match(f"{SIGN}*", stream[at:])[0]  # type: ignore[index]  # it matches everything
        is_one = kept[at + 3] - kept[at] == 3
        length = length_of(row, kind) if version == "1" and kind in kinds else 0
        stop = length > 0 and stream[at + length : at + length + 1] == "."
        reason = "changed" if stop else "cut"
        if not length:
            reason = "other-kind" if version == "1" else "other-format"
            if not (is_one and len(row) >= 50 and kind in "ABTN"):
                continue
            row = row[:50]
        elif stop and len(row) == length and is_sealed(row):
            reason = ""
        elif not (is_one or stop):
            continue
        row = row[: length or 50]
        line = 1 + text.count("\n", 0, kept[at])
        marked |= set(range(line, 2 + text.count("\n", 0, kept[at + len(row) - 1])))
        if reason:
            findings.refused.append((line, row[:28], reason))
        else:
            findings.found.append((line, row))
            end = at + length
    for number, line_text in enumerate(text.split("\n"), 1):
        if number in marked or not re.search(f"[^{SPACE}>]", line_text):
            continue
        if findings.others and findings.others[-1][1] == number - 1:
            findings.others[-1][1] = number
        else:
            findings.others.append([number, number])
    return findings


def length_of(row: str, kind: str) -> int:
    """Gives how long a text of a kind is; a list tells how many it holds."""
    if kind != "N":
        return TOTAL if kind == "T" else CODE
    return 28 + 8 * (unpair(row[20:22]) if len(row) >= 22 else 0)


# ── a counter


@dataclass
class Counter:
    """One of both counters of a round, and what they hold."""

    round: Round
    role: str
    codes: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    given: str = ""

    @property
    def kind(self) -> str:
        """The letter of this counter's codes."""
        return LEVELS[self.role]

    def add(self, text: str) -> dict[str, Json]:
        """Adds all codes in a pasted text."""
        findings = find(text, "AB")
        added: list[str] = []
        same: list[str] = []
        refused = findings.refused
        for line, code in findings.found:
            ident = code[20:28]
            reason = self.why_refused(code, ident)
            if reason:
                refused.append((line, code[:28], reason))
            else:
                (same if ident in self.codes else added).append(ident)
                self.codes[ident] = code
        told = [{"line": line, "text": code, "reason": reason} for line, code, reason in sorted_by_line(refused)]
        return {"added": added, "same": same, "refused": told, "others": findings.others}

    def why_refused(self, code: str, ident: str) -> str:
        """Gives the reason why a whole code is not counted."""
        if unbase32(code[28:-6]) is None:
            return "changed"
        if code[4:20] != self.round.id:
            return "other-round"
        if code[3] != self.kind:
            return "wrong-letter"
        if ident in self.codes:
            return "" if self.codes[ident] == code else "other-body"
        if self.ids:
            return "settled"
        return "too-many" if len(self.codes) >= MOST else ""

    def remove(self, ident: str) -> dict[str, Json]:
        """Takes a code out."""
        if self.ids or ident not in self.codes:
            return {"reason": "settled" if self.ids else "unknown"}
        del self.codes[ident]
        return {}

    def write_list(self) -> str:
        """Writes the list for the other counter."""
        return sealed(f"VW1N{self.round.id}{pair(len(self.codes))}{''.join(sorted(self.codes))}") + "."

    def read_list(self, text: str) -> dict[str, Json]:
        """Reads the list of the other counter."""
        findings = find(text, "N")
        lists = {row for _, row in findings.found}
        if len(lists) != 1:
            return {"reason": "two-lists" if lists else findings.refused[0][2] if findings.refused else "no-list"}
        row = lists.pop()
        if row[4:20] != self.round.id:
            return {"reason": "other-round"}
        ids = re.findall(".{8}", row[22:-6])
        return {"ids": ids} if sorted(set(ids)) == ids else {"reason": "changed"}

    def hash_of(self, ids: list[str]) -> str:
        """Gives the hash of a list."""
        return digest("\n".join(["vw1-list", self.round.id, *ids]))

    def settle(self, wanted: list[str], today: str) -> dict[str, Json]:
        """Settles a list."""
        ids = sorted(set(wanted))
        if today <= self.round.last:
            return {"reason": "not-over"}
        if not all(re.fullmatch(f"{SIGN}{{8}}", one) for one in ids):
            return {"reason": "bad-list"}
        if not self.round.minimum <= len(ids) <= MOST:
            return {"reason": "too-few" if len(ids) < self.round.minimum else "too-many"}
        if missing := [one for one in ids if one not in self.codes]:
            return {"reason": "missing-codes", "missing": missing}
        if self.given and ids != self.ids:
            return {"reason": "second-total"}
        self.ids = ids
        return {"hash": self.hash_of(ids), "leftOut": sorted(set(self.codes) - set(ids))}

    def sums(self) -> bytes:
        """Adds up the shares of the settled list."""
        shares = [unbase32(self.codes[one][28:-6]) or b"" for one in self.ids]
        return bytes(sum(cells) % 256 for cells in zip(*shares, strict=True))

    def total(self) -> str:
        """Writes the total."""
        start = f"VW1T{self.kind}{self.round.id}{self.hash_of(self.ids)}{pair(len(self.ids))}"
        return sealed(start + base32(self.sums())) + "."

    def export(self) -> dict[str, Json]:
        """Gives the total away."""
        if not self.ids:
            return {"reason": "not-settled"}
        self.given = self.total()
        return {"total": self.given}

    def combine(self, text: str) -> dict[str, Json]:
        """Combines with the total of the other counter."""
        if not self.ids:
            return {"reason": "not-settled"}
        findings = find(text, "T")
        totals = {row for _, row in findings.found}
        if len(totals) != 1:
            return {"reason": "two-totals" if totals else findings.refused[0][2] if findings.refused else "no-total"}
        row = totals.pop()
        theirs = unbase32(row[75:-6])
        if row[4] not in "AB" or theirs is None:
            return {"reason": "changed"}
        refusals = {
            "other-round": row[5:21] != self.round.id,
            "wrong-letter": row[4] == self.kind,
            "other-list": row[21:73] != self.hash_of(self.ids),
            "other-number": unpair(row[73:75]) != len(self.ids),
        }
        for reason, holds in refusals.items():
            if holds:
                return {"reason": reason}
        return add_up(self.sums(), theirs, len(self.ids), self.round.minimum)

    def take(self, step: dict[str, Json]) -> dict[str, Json]:
        """Takes one step of a vector."""
        match step["step"]:
            case "paste":
                return self.add(step["text"])
            case "remove":
                return self.remove(step["id"])
            case "list":
                return {"text": self.write_list()}
            case "read-list":
                return self.read_list(step["text"])
            case "settle":
                return self.settle(step["ids"], step["today"])
            case "export":
                return self.export()
            case "combine":
                return self.combine(step["text"])
            case other:
                raise ValueError(other)


def sorted_by_line(refused: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Sorts by line alone."""
    return sorted(refused, key=lambda one: one[0])


def add_up(mine: bytes, theirs: bytes, n: int, minimum: int) -> dict[str, Json]:
    """Adds two totals, and looks whether that can be."""
    if n < max(minimum, FEWEST):
        return {"reason": "too-few"}
    if n > MOST:
        return {"reason": "too-many"}
    items = whole_of(mine, theirs)
    if any(sum(item) != n for item in items):
        return {"reason": "not-adding-up"}
    return {"n": n, "counts": [item if n - item[NONE] >= FEWEST else None for item in items]}


def whole_of(mine: bytes, theirs: bytes) -> list[list[int]]:
    """Gives what two shares, or two totals, hold together: what each band of each item counts."""
    cells = [(one + other) % 256 for one, other in zip(mine, theirs, strict=True)]
    return [cells[at : at + CELLS] for at in range(0, len(cells), CELLS)]


# ── the picture


def row_of(ident: str, counts: list[int], *, is_counted: bool) -> dict[str, Json]:
    """Gives what is shown of an item or an area; `counts` is empty where too few answered."""
    if not counts:
        return {"id": ident, "median": None, "share": None, "counts": None}
    people = [band for band, count in enumerate(counts) for _ in range(count)]
    tens = (sum(counts) + 20 * max(counts)) // (2 * sum(counts))
    median = people[(len(people) - 1) // 2]
    return {"id": ident, "median": median, "share": tens * 10, "counts": counts if is_counted else None}


def picture(round_: Round, n: int, counts: list[list[int] | None], asked: Asked) -> dict[str, Json]:
    """Gives the picture of a team."""
    shown = {one: (given or [])[:3] for one, given in zip(asked.order, counts, strict=True)}
    is_counted = n >= COUNTED_FROM
    areas = []
    for area, competences in asked.areas.items():
        pooled = [shown[one] for one in competences if shown[one]]
        areas.append(row_of(area, [sum(column) for column in zip(*pooled, strict=True)], is_counted=is_counted))
    items = [row_of(one, given, is_counted=is_counted) for one, given in shown.items()]
    start = {"round": round_.id, "name": round_.name, "first": round_.first, "last": round_.last, "n": n}
    return {**start, "items": items, "areas": areas}


def picture_text(shown: dict[str, Json], asked: Asked) -> str:
    """Writes a picture for a link."""

    def short(one: dict[str, Json]) -> Json:
        return 0 if one["median"] is None else one["counts"] or [one["median"], one["share"]]

    areas = 0 if shown["n"] >= COUNTED_FROM else [short(one) for one in shown["areas"]]
    start = [shown["round"], asked.id, asked.version, asked.print]
    known = [shown[key] for key in ("name", "first", "last", "n")]
    return pack("P", [*start, *known, [short(one) for one in shown["items"]], areas])


PICTURE = ["round", "questionnaire", "version", "print", "name", "first", "last", "n", "items", "areas"]


def read_picture(text: str, asked: Asked) -> dict[str, Json]:
    """Gives the picture in a text, or the reason why there is none."""
    values, reason = unpack("P", text)
    if reason:
        return {"reason": reason}
    given = dict(zip(PICTURE, values, strict=False))
    if len(values) != len(PICTURE) or not is_picture_head(given):
        return {"reason": "bad-value"}
    if given["questionnaire"] != asked.id:
        return {"reason": "other-questionnaire"}
    if (given["version"], given["print"]) != (asked.version, asked.print):
        return {"reason": "other-version"}
    n, items, areas = given["n"], given["items"], given["areas"]
    is_counted = n >= COUNTED_FROM
    if not isinstance(items, list) or len(items) != ITEMS or not all(is_row(one, n, is_counted) for one in items):
        return {"reason": "bad-value"}
    start = {key: given[key] for key in ("round", "name", "first", "last", "n")}
    if is_counted:
        rows = [row_of(one, counts or [], is_counted=True) for one, counts in zip(asked.order, items, strict=True)]
        by_id = dict(zip(asked.order, items, strict=True))
        pooled = {area: [by_id[one] for one in ones if by_id[one]] for area, ones in asked.areas.items()}
        sums = {area: [sum(column) for column in zip(*counts, strict=True)] for area, counts in pooled.items()}
        shown = [row_of(area, counts, is_counted=True) for area, counts in sums.items()]
        return {**start, "items": rows, "areas": shown} if is_whole(areas) and areas == 0 else {"reason": "bad-value"}
    if not isinstance(areas, list) or len(areas) != len(asked.areas) or not all(is_row(one, n, False) for one in areas):
        return {"reason": "bad-value"}
    rows = [bare_row(one, short) for one, short in zip(asked.order, items, strict=True)]
    empty = {one["id"] for one in rows if one["median"] is None}
    shown = [bare_row(area, short) for area, short in zip(asked.areas, areas, strict=True)]
    for area, ones in zip(shown, asked.areas.values(), strict=True):
        if (set(ones) <= empty) != (area["median"] is None):
            return {"reason": "bad-value"}
    return {**start, "items": rows, "areas": shown}


def is_picture_head(given: dict[str, Json]) -> bool:
    """Says whether all but the rows of a picture is in order."""
    texts = ("round", "questionnaire", "print", "name")
    if not all(isinstance(given[key], str) for key in texts) or not is_whole(given["version"]):
        return False
    is_named = 0 < len(given["name"]) <= 60 and clean_name(given["name"]) == given["name"]
    is_when = is_day(given["first"]) and is_day(given["last"]) and given["first"] <= given["last"]
    is_signed = re.fullmatch(f"{SIGN}{{16}}", given["round"]) and re.fullmatch(f"{SIGN}{{6}}", given["print"])
    return bool(is_signed) and is_named and is_when and is_whole(given["n"]) and FEWEST <= given["n"] <= MOST


def is_row(one: Json, n: int, is_counted: bool) -> bool:
    """Says whether something can be the row of an item or an area."""
    if one == 0 and is_whole(one):
        return True
    if not isinstance(one, list) or not all(is_whole(cell) and cell >= 0 for cell in one):
        return False
    if is_counted:
        return len(one) == 3 and FEWEST <= sum(one) <= n
    return len(one) == 2 and one[0] < 3 and one[1] in range(30, 101, 10)


def bare_row(ident: str, short: Json) -> dict[str, Json]:
    """Gives a row without counts."""
    median, share = short or [None, None]
    return {"id": ident, "median": median, "share": share, "counts": None}


# ── a file


def file_text(counter: Counter, settled_hash: str = "") -> str:
    """Writes a counter's work as a file."""
    ids = counter.ids
    settled = {"ids": ids, "hash": settled_hash or counter.hash_of(ids)} if ids else None
    codes = [f"{counter.codes[one]}." for one in sorted(counter.codes)]
    parts = {"round": counter.round.text, "role": counter.role, "codes": codes, "settled": settled}
    return with_checksum({**parts, "total": counter.given or None})


def with_checksum(parts: dict[str, Json], version: int = 1) -> str:
    """Writes parts as a file, whatever they are."""
    known = {"format": "vormingswijzer-groepsbeeld", "formatVersion": version, **parts}
    return dump({**known, "checksum": digest(dump(known))[:16]})


def read_file(text: str, asked: Asked) -> dict[str, Json]:
    """Gives what a file holds, or the reason why it is refused."""
    try:
        whole = json.loads(text)
    except ValueError:
        is_ours = text.startswith('{"format":"vormingswijzer-groepsbeeld"')
        return {"reason": ("changed" if text.endswith("}") else "cut") if is_ours else "not-ours"}
    if not isinstance(whole, dict) or whole.get("format") != "vormingswijzer-groepsbeeld":
        return {"reason": "not-ours"}
    file = {key: value for key, value in whole.items() if key != "checksum"}
    if file["formatVersion"] > 1:
        return {"reason": "newer", "what": "formatVersion"}
    if whole["checksum"] != digest(dump(file))[:16]:
        return {"reason": "changed"}
    round_, reason = read_round(file["round"], asked)
    if not round_:
        return {"reason": reason, "what": "round"}
    if file["role"] not in LEVELS:
        return {"reason": "bad-value", "what": "role"}
    counter = Counter(round_, file["role"])
    for at, code in enumerate(file["codes"]):
        is_code = re.fullmatch(rf"VW1[AB]{SIGN}{{{CODE - 4}}}\.", code) and is_sealed(code[:-1])
        if not is_code or code[20:28] in counter.codes:
            return {"reason": "bad-value", "what": f"codes.{at}"}
        if reason := counter.why_refused(code[:-1], code[20:28]):
            return {"reason": reason, "what": f"codes.{at}"}
        counter.codes[code[20:28]] = code[:-1]
    settled, total = file["settled"], file["total"]
    if settled:
        ids = settled["ids"]
        is_many = round_.minimum <= len(ids) <= MOST and sorted(set(ids)) == ids
        if not is_many or not set(ids) <= set(counter.codes) or settled["hash"] != counter.hash_of(ids):
            return {"reason": "bad-value", "what": "settled"}
        counter.ids = ids
    if total is not None and not (settled and total == counter.total()):
        return {"reason": "bad-value", "what": "total"}
    return {"role": counter.role, "ids": sorted(counter.codes), "settled": counter.ids or None, "total": total}
