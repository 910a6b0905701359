"""The choice of offers, in the browser and in Python, against one table and over everything that can be chosen."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from generator.compiler import load_strings, read_project
from generator.core.knowledge import KnowledgeBase
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.provider.facets import form
from generator.outputs.recommendations import MOST_SHOWN, recommendations
from tests.client.conftest import Client
from tests.conftest import Project
from tests.hosts.workbench import ROOT
from tests.outputs.recommended import Case, all_choices, cases, prepare, reference

CHOOSE = """
const write = ({ code, value }) => (value === undefined || code.startsWith("start") ? code : `${code}=${value}`);
const name = (path) => path.replace(/^catalogus\\//, "").replace("/#", "/").replace(/\\/$/, "");
const told = (row, reasons) => `${name(row.path)}[${reasons.map(write).join(",")}]`;
const choose = (choice) => recommending.recommend(value.data, choice);
const list = (choice) => choose(choice).offers.map(({ offer, reasons }) => told(offer, reasons));
const organisations = (choice) => choose(choice).providers.map(({ provider, reasons }) => told(provider, reasons));
"""
"""Statements before each run: what was chosen is written as in the table."""


@pytest.fixture
def kb(project: Project) -> KnowledgeBase:
    """A project with every sort of offer."""
    return prepare(project)


def data(kb: KnowledgeBase) -> Any:
    """Gives the file as the browser reads it."""
    return json.loads(json.dumps(recommendations(kb, load_strings())))


def run(sheet: Client, file: Any, code: str, **more: object) -> Any:
    """Runs statements with the file, and what else is given, as `value`."""
    return sheet.run(CHOOSE + code, {"data": file, **more})


def offers(sheet: Client, file: Any, chosen: Iterable[Case], most: int = MOST_SHOWN) -> list[list[str]]:
    """Gives for each case the offers that the module chooses."""
    choices = [{**case.choice, "most": most} for case in chosen]
    found: list[list[str]] = run(sheet, file, "return value.choices.map(list)", choices=choices)
    return found


def test_table(sheet: Client, kb: KnowledgeBase) -> None:
    """Every line of the table is what the module gives: offers, organisations and the rest of the address."""
    code = "return value.choices.map((one) => [list(one), organisations(one), choose(one).more])"
    found = run(sheet, data(kb), code, choices=[case.choice for case in cases()])

    assert len(cases()) > 10
    for case, one in zip(cases(), found, strict=True):
        assert [list(case.offers), list(case.providers), case.more] == one, case


def test_everything_that_can_be_chosen(sheet: Client, kb: KnowledgeBase) -> None:
    """Of a small project, module and Python agree for whatever is chosen on every offer of the file and its reasons."""
    file = data(kb)
    held = {one["path"].removeprefix("catalogus/").replace("/#", "/") for one in file["offers"]}
    chosen = list(all_choices(kb, [None, 1, 2, 3, 4, 5, 6]))
    whole = [[one for one in reference(kb, case) if one.partition("[")[0] in held] for case in chosen]

    assert len(chosen) == 2 * 7 * 6 * 5
    assert whole == offers(sheet, file, chosen, most=99)


def test_real_content(sheet: Client) -> None:
    """Of the real content they agree on the first three for a level or a region, and on the first for both."""
    kb = read_project(ROOT, date.today()).knowledge
    assert kb is not None
    chosen = list(all_choices(kb, [None, 2]))
    counts = [1 if case.education_level and case.region else MOST_SHOWN for case in chosen]
    whole = [reference(kb, case) for case in chosen]
    found = offers(sheet, data(kb), chosen)

    assert len(chosen) > 8000
    for case, count, expected, chose in zip(chosen, counts, whole, found, strict=True):
        assert expected[:count] == chose[:count], case
        assert set(chose) <= set(expected), case


def test_words_of_a_reason(sheet: Client, kb: KnowledgeBase) -> None:
    """A day to come is a reason in words; a code without more has no value."""
    choice = {"competence": "1.1", "educationLevel": "secundair", "region": "genk", "most": 99}
    found = run(sheet, data(kb), "return choose(value.choice).offers.map((one) => one.reasons)", choice=choice)

    assert {"code": "undated"} == found[0][-1]
    assert {"code": "start", "value": "3 december 2026, Gent"} in [reasons[-1] for reasons in found]


@pytest.mark.parametrize(
    ("today", "reasons"),
    [
        ("2026-11-01", "start"),
        ("2026-12-03", "start"),
        ("2026-12-04", None),
        ("+012026-01-01", "start"),
        ("", "start"),
    ],
)
def test_today(sheet: Client, kb: KnowledgeBase, today: str, reasons: str | None) -> None:
    """What is over on the day of reading is left out, though the site is older; an odd clock changes nothing."""
    choice = {"competence": "1.1", "educationLevel": "secundair", "region": "genk", "most": 99, "today": today}
    found = [one for one in run(sheet, data(kb), "return list(value.choice)", choice=choice) if "/dag[" in one]

    assert [reasons] == [one.rstrip("]").rpartition(",")[2] for one in found] if reasons else [] == found


def test_day_that_has_begun(sheet: Client, project: Project) -> None:
    """What began before and still goes on is no first day to come: that is said."""
    prepare(project)
    project.replace("providers/antwerps.yaml", "{start: 2026-12-03, places: [Gent]}, ", "")
    knowledge = project.read().knowledge
    assert knowledge is not None
    choice = {"competence": "1.1", "educationLevel": "secundair", "region": "genk", "most": 99}
    found = run(sheet, data(knowledge), "return choose(value.choice).offers.map((one) => one.reasons)", choice=choice)

    started = {"code": "started", "value": "1 november 2026 tot 21 november 2026"}
    assert [started] == [reason for reasons in found for reason in reasons if reason["code"] == "started"]


def test_most(sheet: Client, kb: KnowledgeBase) -> None:
    """Three are given when nothing is said of how many."""
    code = "return [1, 2, undefined].map((most) => list({ competence: '1.1', most }).length)"

    assert [1, 2, 3] == run(sheet, data(kb), code)


NOTHING = {"offers": [], "providers": [], "more": ""}


@pytest.mark.parametrize(
    "choice",
    [
        "{ competence: '9.9' }",
        "{ competence: '__proto__' }",
        "{ competence: 'constructor' }",
        "{ competence: ['1.1'] }",
        "{ competence: undefined }",
        "{}",
        "{ competence: '1.1', educationLevel: 'toString' }",
        "{ competence: '1.1', educationLevel: '<img src=x>' }",
        "{ competence: '1.1', region: '__proto__' }",
        "{ competence: '1.1', region: {} }",
        "{ competence: '1.1', level: 0 }",
        "{ competence: '1.1', level: 7 }",
        "{ competence: '1.1', level: 1.5 }",
        "{ competence: '1.1', level: '2' }",
        "{ competence: '1.1', level: NaN }",
        "{ competence: '1.1', most: 0 }",
        "{ competence: '1.1', most: Infinity }",
    ],
)
def test_unknown_gives_nothing(sheet: Client, kb: KnowledgeBase, choice: str) -> None:
    """What is asked for and is not known gives nothing, and throws nothing."""
    assert NOTHING == run(sheet, data(kb), f"return choose({choice})")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("value.data = null", "data should be: object"),
        ("value.data = []", "data should be: object"),
        ("value.data = '<!doctype html>'", "data should be: object"),
        ("value.data = {}", "data.day should be: string"),
        ("value.data.version = 2", "data.version should be: 1"),
        ("delete value.data.within", "data.within should be: object"),
        ("value.data.offers = {}", "data.offers should be: list"),
        ("value.data.offers[1] = null", "offers.1 should be: object"),
        ("delete value.data.offers[2].title", "offers.2.title should be: string"),
        ("value.data.offers[0].levels = 'kleuter'", "offers.0.levels should be: list"),
        ("value.data.offers[0].isOnline = 1", "offers.0.isOnline should be: boolean"),
        ("value.data.providers[0].facts = []", "providers.0.facts should be: object"),
        ("value.data.labels.levels = null", "labels.levels should be: object"),
        ("delete value.data.filters.regio", "filters.regio should be: list"),
        ("delete value.data.competences['1.2'].rest", "competences.1.2.rest should be: list"),
        ("value.data.competences['1.2'].offers = [99]", "competences.1.2.offers: offers.99 should be: object"),
        (
            "value.data.competences['1.1'].providers = ['at']",
            "competences.1.1.providers: providers.at should be: object",
        ),
    ],
)
def test_malformed_data(sheet: Client, kb: KnowledgeBase, change: str, expected: str) -> None:
    """Data of another shape are a TypeError that names what was expected, whatever is asked for."""
    code = f"{change}; try {{ choose({{ competence: '1.1' }}) }} catch (error) {{ return String(error) }}"

    assert f"TypeError: recommend: {expected}" == run(sheet, data(kb), code)


def test_leaves_the_data_alone(sheet: Client, kb: KnowledgeBase) -> None:
    """Choosing changes nothing: the same question has the same answer, and the data stay as they were."""
    code = """
    const before = JSON.stringify(value.data);
    const choice = Object.freeze({ competence: "1.1", level: 2, region: "genk" });
    const first = JSON.stringify(choose(choice));
    return JSON.stringify(choose(choice)) === first && JSON.stringify(value.data) === before && first.length > 100;
    """

    assert run(sheet, data(kb), code)


def test_equal_ones_stand_as_in_the_catalogue(sheet: Client, kb: KnowledgeBase) -> None:
    """Where no rule decides, the order of the tables does, which is the catalogue's."""
    file = data(kb)
    chosen = list(all_choices(kb, [None, 3]))
    found = offers(sheet, file, chosen, most=99)
    for entry in file["competences"].values():
        entry["offers"].reverse()

    assert found == offers(sheet, file, chosen, most=99)


def test_rest_is_understood_by_the_catalogue(sheet: Client) -> None:
    """Whatever is chosen, the catalogue understands all of the address that shows the rest."""
    kb = read_project(ROOT, date.today()).knowledge
    assert kb is not None
    facets = form(kb, load_strings(), "offers", "").facets
    known = {one.key: [choice.id for choice in (*one.first, *one.rest)] for one in facets}
    code = """
    const modules = ["fragment", "state"].map((name) => import(`./javascripts/logic/${name}.js`));
    return Promise.all(modules).then(([{ read }, { namesOf, readState }]) => {
      const facets = new Map(Object.entries(value.known).map(([key, ids]) => [key, new Set(ids)]));
      const known = { facets, sorts: new Set(), elsewhere: new Set() };
      return value.choices.map((choice) => {
        const { values, left } = read({ search: "", hash: choose(choice).more }, namesOf(known));
        const { state, isUnderstood } = readState(values, known);
        return [isUnderstood && !left.length, [...state.chosen].map(([key, ids]) => [key, ...ids])];
      });
    });
    """
    chosen = list(all_choices(kb, [None]))
    found = run(sheet, data(kb), code, choices=[case.choice for case in chosen], known=known)

    empty: set[str] = set()
    themes = {one.id: [*one.themes] for area in kb.all(CompetenceArea) for one in area.competences}
    for case, (is_understood, filters) in zip(chosen, found, strict=True):
        by_key = {key: ids for key, *ids in filters}
        assert is_understood, case
        if not filters:
            # Of a competence without anything that can be followed there is nothing to see.
            empty.add(case.competence)
            continue
        assert set(by_key["thema"]) <= set(themes[case.competence])
        assert (case.education_level is None) == ("niveau" not in by_key), case
        assert case.region is None or case.region in by_key.get("regio", [case.region]), case
    assert len(empty) < 10


def test_rest_is_written_as_an_address(sheet: Client, kb: KnowledgeBase) -> None:
    """No value ends or splits a filter."""
    file = data(kb)
    file["competences"]["1.1"]["rest"] = [["thema", "a&b=c#d e"]]

    assert "#thema=a%26b%3Dc%23d%20e" == run(sheet, file, "return choose({ competence: '1.1' }).more")
