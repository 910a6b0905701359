"""The vectors of the group picture, in the browser and in the Python reference."""

from pathlib import Path
from typing import Any

import pytest

from tests.client.conftest import Client
from tests.client.group_page import ASKED, load, read, vectors
from tests.reference import group

REFUSALS = {
    *("cut", "changed", "other-format", "other-kind", "wrong-letter", "other-round", "other-body", "settled"),
    *("not-over", "too-few", "too-many", "missing-codes", "second-total", "not-settled", "no-list", "two-lists"),
    *("other-list", "other-number", "not-adding-up", "no-total", "two-totals", "both-counters", "bad-list"),
    *("other-questionnaire", "other-version", "bad-value", "not-ours", "newer", "unknown"),
    *("not-finished", "outside-period", "round-over", "quick-scan", "too-many-empty", "same-answers"),
}
"""Every reason of the design and of the modules that a vector can show; each has one."""

ELSEWHERE = {"insecure", "too-large", "too-deep"}
"""Reasons that need a whole page or megabytes; `test_group.py` shows them."""


@pytest.fixture(scope="module")
def page(sheet: Client) -> Client:
    """A page with the modules."""
    return load(sheet)


def asked_in(given: dict[str, Any]) -> group.Asked:
    """Gives the self-check a vector asks about."""
    return group.Asked(
        id=given.get("questionnaire", ASKED.id), version=given.get("version", ASKED.version), areas=ASKED.areas
    )


def known(given: dict[str, Any]) -> group.Round:
    """Gives the round of a vector."""
    found, reason = group.read_round(given["round"], asked_in(given))
    assert found, reason
    return found


def answer(run: str, given: dict[str, Any]) -> dict[str, Any]:
    """Gives what the reference says to a vector."""
    match run:
        case "make-round":
            text = group.make_round(given["fields"], bytes.fromhex(given["random"]), ASKED)
            made = known({"round": text})
            return {"text": text, "id": made.id, "minimum": made.minimum}
        case "read-round":
            found, reason = group.read_round(given["text"], asked_in(given))
            return {"id": found.id, "name": found.name, "minimum": found.minimum} if found else {"reason": reason}
        case "find-wrong":
            return {"wrong": [list(one) for one in group.wrong_fields(given["fields"])]}
        case "may-join":
            keys = ("result", "today", "quick", "joined")
            return {"reasons": group.why_not_join(known(given), *(given[key] for key in keys))}
        case "may-count":
            return {"reason": "both-counters" if given["kept"] not in (None, given["role"]) else ""}
        case "contribute":
            made_codes = group.contribute(known(given), given["answers"], bytes.fromhex(given["random"]))
            return dict(zip(("id", "codeA", "codeB"), made_codes, strict=True))
        case "find-codes":
            return codes_in(given["text"])
        case "count":
            counter = group.Counter(known(given), given["role"])
            return {"results": [counter.take(step) for step in given["steps"]]}
        case "picture":
            shown = group.picture(known(given), given["n"], given["counts"], ASKED)
            return {"picture": shown, "text": group.picture_text(shown, ASKED)}
        case "read-picture":
            return group.read_picture(given["text"], asked_in(given))
        case "read-file":
            return group.read_file(given["text"], ASKED)
        case other:
            raise ValueError(other)


def codes_in(text: str) -> dict[str, Any]:
    """Gives the codes in a text."""
    findings = group.find(text, "AB")
    codes = [{"line": line, "kind": one[3], "round": one[4:20], "id": one[20:28]} for line, one in findings.found]
    refused = [{"line": line, "text": one, "reason": reason} for line, one, reason in findings.refused]
    return {"codes": codes, "refused": refused, "others": findings.others}


def reasons(value: Any) -> set[str]:
    """Gives every reason somewhere in an answer."""
    if isinstance(value, dict):
        own = {value["reason"]} if isinstance(value.get("reason"), str) else set()
        return own | set(value.get("reasons", [])) | {one for part in value.values() for one in reasons(part)}
    return {one for part in value for one in reasons(part)} if isinstance(value, list) else set()


@pytest.mark.parametrize("path", vectors(), ids=lambda path: path.stem)
def test_in_python(path: Path) -> None:
    """The reference says what the vector expects."""
    vector = read(path)

    assert vector["expected"] == answer(vector["run"], vector["given"])


@pytest.mark.parametrize("path", vectors(), ids=lambda path: path.stem)
def test_in_browser(page: Client, path: Path) -> None:
    """The page's modules say what the vector expects."""
    vector = read(path)

    assert vector["expected"] == page.run("return runVector(value)", vector)


def test_every_refusal_has_a_vector() -> None:
    """For each reason there is a file, and no file knows another reason."""
    found = {path.stem: reasons(read(path)["expected"]) - {""} for path in vectors()}

    assert REFUSALS == {one for some in found.values() for one in some}
    assert [] == [name for name, some in found.items() if bool(some) != name.startswith("refused-")]


def test_enough() -> None:
    """There are thirty vectors or more, each saying what it shows."""
    assert len(vectors()) >= 30
    assert all(read(path)["says"].endswith(".") for path in vectors())


def test_counts_are_those_of_the_answers() -> None:
    """Where a vector tells the answers behind its codes, its counts are theirs, added up one by one."""
    whole = [vector for path in vectors() if "answers" in (vector := read(path)) and vector["run"] == "count"]

    assert len(whole) >= 2
    for vector in whole:
        tally = [[0, 0, 0, 0] for _ in range(group.ITEMS)]
        for bands in vector["answers"]:
            for cells, band in zip(tally, bands, strict=True):
                cells["ABC-".index(band)] += 1
        last = vector["expected"]["results"][-1]
        assert [cells if sum(cells[:3]) >= group.FEWEST else None for cells in tally] == last["counts"]
