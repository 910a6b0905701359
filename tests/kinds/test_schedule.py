"""The life of an offer: its state on every day, from its days, its source's word and the age of its evidence."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.core.fields import PartialDate
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.schedule import evidence_for, schedule, state_on
from tests.conftest import Project

FILE = Path(__file__).parent / "provider/states.tsv"
CASES = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def provider(first: Provider, case: dict[str, str]) -> tuple[Provider, Offer]:
    """Gives an organisation with one offer, as a case tells it; another source of the organisation is of today."""
    source = {"url": "https://a.be/", "title": "A", "accessed": case["accessed"], "seen": case["seen"]}
    other = {"url": "https://b.be/", "title": "B", "accessed": "2026-11-29", "seen": "live", "dated": "2026-11-29"}
    days = [one.partition("/") for one in case["dates"].split(",") if one]
    told = {
        "id": "a",
        "title": "A",
        "summary": "B",
        "status": case["says"],
        "sources": ["1"],
        "dates": [{"start": start} | ({"end": end} if end else {}) for start, _, end in days],
        "enrol_until": case["enrol_until"] or None,
        "recurs": case["recurs"] or None,
    }
    offer = Offer.model_validate(told)
    basic = first.model_dump() | {"offers": [told], "criteria": {}}
    sources = [source | ({"dated": case["dated"]} if case["dated"] else {}), other]
    return Provider.model_validate(basic | {"sources": sources}), offer


@pytest.fixture
def first(project: Project) -> Provider:
    """An organisation."""
    kb = project.read().knowledge
    assert kb is not None
    return kb.all(Provider)[0]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_state(first: Provider, case: dict[str, str]) -> None:
    """Each case has its state."""
    assert case["state"] == state_on(*provider(first, case), date.fromisoformat(case["today"]))


def test_every_state_has_a_case() -> None:
    """No state goes untried."""
    assert len(CASES) > 30
    assert {"planned", "running", "unsure", "ask", "closed", "past", "old"} == {case["state"] for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_schedule_holds_every_day(first: Provider, case: dict[str, str]) -> None:
    """Between two days of a schedule the state does not change, and it does on each of them."""
    pair = provider(first, case)
    found = schedule(*pair)
    assert date.min == found[0][0]
    for (day, state), (_, before) in zip(found[1:], found, strict=False):
        assert state != before
        assert before == state_on(*pair, day - timedelta(days=1))
        assert state == state_on(*pair, day)


def test_evidence_is_that_of_the_own_source(first: Provider) -> None:
    """However young another page of the organisation is, an offer is as old as the source it cites."""
    case = dict.fromkeys(CASES[0], "") | {"accessed": "2026-11-29", "seen": "stored", "says": "unknown"}

    assert evidence_for(*provider(first, case)).moment is None
    assert PartialDate("2019-05") == evidence_for(*provider(first, case | {"dated": "2019-05"})).moment
