"""The reader's day, looked up in the browser in what the site worked out, against the states themselves."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from generator.compiler import PACKAGE, load_strings, read_project
from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.kinds import KINDS
from generator.kinds.provider import views
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.schedule import state_on
from generator.outputs import catalogue, comparison
from generator.outputs.recommendations import recommendations
from tests.client.conftest import Client
from tests.hosts.workbench import ROOT

T = load_strings()
ORDER = ("planned", "running", "unsure", "ask", "closed", "past", "old")
YEARS = [-57, 0, 0.5, 1, 2, 3, 5, 73]
"""How far the reader's clock is ahead of the day of the site."""


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    """The knowledge of the real content."""
    knowledge = read_project(ROOT, date.today()).knowledge
    assert knowledge is not None
    return knowledge


@pytest.fixture(scope="module")
def publisher() -> Publisher:
    """Makes what the site has."""
    templates = {kind.name: kind.package / "templates" for kind in KINDS} | {"shared": PACKAGE / "templates"}
    return Publisher(templates, T)


def day_of(kb: KnowledgeBase, years: float) -> date:
    """Gives the reader's day."""
    return kb.today + timedelta(days=round(365.25 * years))


def on(kb: KnowledgeBase, years: float) -> date:
    """Gives the day whose states hold then: no clock makes the site younger than it is."""
    return max(kb.today, day_of(kb, years))


def as_json(value: object) -> Any:
    """Gives data as the browser reads them."""
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("years", YEARS)
def test_catalogue(sheet: Client, real: KnowledgeBase, publisher: Publisher, years: float) -> None:
    """Every offer is in its state of the day, filtered by it, and left out when it is gone."""
    asset = next(one for one in catalogue.assets(real, publisher) if one.address.endswith("/offers.json"))
    code = """
    const list = new facets.FacetedList(value.data, value.day);
    const numbers = (bits) => [...Array(list.count).keys()].filter((number) => bits.has(number));
    const told = Object.fromEntries([...list.facets.get("status")].map(([id, bits]) => [id, numbers(bits)]));
    return { told, states: list.states, listed: numbers(list.matching(new Map(), null)) };
    """
    found = sheet.run(code, {"data": json.loads(str(asset.content)), "day": day_of(real, years).isoformat()})
    states = [state_on(*pair, on(real, years)) for pair in views.all_offers(real)]

    assert [ORDER.index(state) for state in states] == found["states"]
    assert [n for n, state in enumerate(states) if state in ORDER[:4]] == found["listed"]
    for state, told in (("unsure", "onzeker"), ("ask", "zonder-datum"), ("old", "oud")):
        assert [n for n, one in enumerate(states) if one == state] == found["told"].get(told, []), state


@pytest.mark.parametrize("years", YEARS)
def test_order(sheet: Client, real: KnowledgeBase, publisher: Publisher, years: float) -> None:
    """The list stands in the order of the states of the day; in each the youngest evidence comes first."""
    asset = next(one for one in catalogue.assets(real, publisher) if one.address.endswith("/offers.json"))
    code = """
    const list = new facets.FacetedList(value.data, value.day);
    return list.inOrder(list.all).map((number) => [list.states[number], list.evidence[number]]);
    """
    found = sheet.run(code, {"data": json.loads(str(asset.content)), "day": day_of(real, years).isoformat()})

    assert sorted(found) == found
    assert len(found) > 200


@pytest.mark.parametrize("years", YEARS)
def test_comparison(sheet: Client, real: KnowledgeBase, years: float) -> None:
    """The comparison says of each offer what holds on the day."""
    records = {one.id: comparison.record(real, T, one) for one in real.all(Provider)}
    code = """
    const { records } = comparisons.fileOn({ records: value.records, moved: {} }, value.day);
    return Object.fromEntries(Object.entries(records).map(([id, { offers }]) => [id,
      Object.fromEntries(Object.entries(offers).map(([name, { facts }]) => [name, facts.status[0]]))]));
    """
    found = sheet.run(code, {"records": as_json(records), "day": day_of(real, years).isoformat()})

    for provider in real.all(Provider):
        for offer in provider.offers:
            assert views.say_state(T, provider, offer, on(real, years)) == found[provider.id][offer.id]


@pytest.mark.parametrize("years", YEARS)
def test_recommendations(sheet: Client, real: KnowledgeBase, years: float) -> None:
    """Nothing is recommended that is gone on the day, and what is says what holds then."""
    data = as_json(recommendations(real, T))
    pairs = {f"catalogus/{provider.id}/#{offer.id}": (provider, offer) for provider, offer in views.all_offers(real)}
    code = """
    const choose = (competence) => recommending.recommend(value.data, { competence, today: value.day, most: 99 });
    const told = (one) => choose(one).offers.map(({ offer }) => [offer.path, offer.says]);
    return Object.keys(value.data.competences).flatMap(told);
    """
    found = sheet.run(code, {"data": data, "day": day_of(real, years).isoformat()})

    assert found
    for path, says in found:
        pair: tuple[Provider, Offer] = pairs[path]
        assert state_on(*pair, on(real, years)) in ORDER[:4], path
        assert views.say_state(T, *pair, on(real, years)) == says


def test_order_of_the_days(sheet: Client) -> None:
    """Of more changes that are due, the last holds; what names none stays as it is."""
    code = """
    const later = [["2027-01-02", { says: "b" }], ["2027-02-03", { says: "c" }]];
    return ["2027-01-01", "2027-01-02", "2027-02-02", "2027-02-03", "1970-01-01", "2099-12-31"].map(
      (day) => schedules.asOf({ says: "a", later }, day).says);
    """
    assert ["a", "b", "b", "c", "a", "c"] == sheet.run(code, {})
