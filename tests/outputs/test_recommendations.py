"""The data from which the report of the self-check chooses offers."""

import gzip
import itertools
import json
from datetime import date
from functools import cache
from typing import Any

import pytest

from generator.compiler import PACKAGE, load_strings, read_project
from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.kinds import KINDS
from generator.kinds.provider import views
from generator.outputs import recommendations
from generator.outputs.recommendations import ADDRESS, DIGITAL_THEMES, FOR_TEACHERS, LEVELS, MOST_SHOWN
from tests.conftest import Project
from tests.hosts.workbench import ROOT
from tests.outputs.recommended import SOURCES, Case, all_choices, cases, prepare, reference

T = load_strings()

MOST_BYTES = 40_000
"""What the file may weigh, gzipped, with the real content."""


def content(kb: KnowledgeBase) -> str:
    """Gives the text of the file."""
    templates = {kind.name: kind.package / "templates" for kind in KINDS} | {"shared": PACKAGE / "templates"}
    (asset,) = recommendations.assets(kb, Publisher(templates, T))
    assert asset.address == ADDRESS
    return asset.content


def data(kb: KnowledgeBase) -> Any:
    """Gives the file, read."""
    return json.loads(content(kb))


@cache
def real() -> KnowledgeBase:
    """Gives the knowledge of the real content."""
    knowledge = read_project(ROOT, date.today()).knowledge
    assert knowledge is not None
    return knowledge


@pytest.fixture
def kb(project: Project) -> KnowledgeBase:
    """A project with every sort of offer."""
    return prepare(project)


def names(found: list[str]) -> list[str]:
    """Gives offers without their reasons."""
    return [one.partition("[")[0] for one in found]


def listed(file: Any, competence: str) -> list[str]:
    """Gives the offers that the file has for a competence."""
    paths = [file["offers"][row]["path"] for row in file["competences"][competence]["offers"]]
    return [path.removeprefix("catalogus/").replace("/#", "/") for path in paths]


@pytest.mark.parametrize("case", cases(), ids=lambda case: "-".join(str(one) for one in case.choice.values()))
def test_table(kb: KnowledgeBase, case: Case) -> None:
    """Every line of the table is what the records give, reckoned by another road than the module's."""
    assert list(case.offers) == reference(kb, case)[:MOST_SHOWN]


def test_what_an_offer_brings(kb: KnowledgeBase) -> None:
    """An offer has ready words; its days to come stand in order, and those before are gone."""
    (day,) = [one for one in data(kb)["offers"] if one["title"] == "Dag"]

    assert day == {
        "title": "Dag",
        "provider": "Antwerps",
        "path": "catalogus/antwerps/#dag",
        "status": "running",
        "says": "Begint op 3 december 2026.",
        "later": [
            ["2026-12-03", {"isGone": False, "says": "Loopt volgens de bron tot 3 december 2026."}],
            ["2026-12-04", {"isGone": True, "says": "Voorbij sinds 3 december 2026."}],
            ["2028-12-04", {"isGone": True, "says": "Voorbij sinds 3 december 2026."}],
        ],
        "competences": [],
        "themes": ["evaluatie"],
        "isDigital": False,
        "levels": ["secundair"],
        "regions": ["antwerpen"],
        "isOnline": True,
        "roles": [],
        "isForOthers": False,
        "start": None,
        "target": None,
        "facts": {"presence": "op locatie, online, Antwerpen"},
        "dates": [
            ["2026-11-01", "2026-11-21", "1 november 2026 tot 21 november 2026"],
            ["2026-12-03", "2026-12-03", "3 december 2026, Gent"],
        ],
        "period": "",
    }


def test_levels_and_days_of_an_offer(kb: KnowledgeBase) -> None:
    """The levels of an offer are points, as in the self-check; days that are over are not among its dates."""
    levels = {one["title"]: (one["start"], one["target"]) for one in data(kb)["offers"]}

    assert [[]] == [one["dates"] for one in data(kb)["offers"] if one["title"] == "Op oproep"]
    assert ((4, 5), (2, None), (None, None)) == (levels["Blended"], levels["Cursus"], levels["Spel"])


def test_words_come_along(kb: KnowledgeBase) -> None:
    """The page needs no other words than those of the file for what reasons name."""
    file = data(kb)
    labels = file["labels"]

    themes = {"digitale-didactiek": "Digitale didactiek", "evaluatie": "Evaluatie", "samen-leren": "Samen leren"}
    assert themes == labels["themes"]
    assert "Secundair" == labels["levels"]["secundair"]
    assert {"leraar": "Leraar", "schoolleider": "Schoolleider"} == labels["roles"]
    assert {"form": "Vorm", "duration": "Duur", "presence": "Waar", "price": "Prijs"} == labels["facts"]
    assert {"antwerpen": "vlaanderen", "genk": "vlaanderen"} == file["within"]
    assert "2026-11-21" == file["day"]
    for entry in file["competences"].values():
        assert set(entry["themes"]) <= set(labels["themes"])


def test_past_and_stopped_are_out(kb: KnowledgeBase) -> None:
    """What is past, what had its last day and what belongs to an organisation that stopped is not in the file."""
    titles = {one["title"] for one in data(kb)["offers"]}

    assert not titles & {"Geweest", "Gisteren", "Les"}
    assert "Op oproep" in titles
    assert "Gestopt" not in {one["title"] for one in data(kb)["providers"]}


def test_organisations_that_name_it(kb: KnowledgeBase) -> None:
    """An organisation that names a competence is in the file, unless an offer of its own does so too."""
    file = data(kb)
    found = {
        competence: [file["providers"][row]["title"] for row in entry["providers"]]
        for competence, entry in file["competences"].items()
    }

    assert {"1.1": ["Hollands"], "1.2": ["Hollands", "Vlaams"]} == found


def test_organisation_with_such_an_offer_is_not_named_twice(project: Project) -> None:
    """An organisation of which an offer names the competence stands there with its offer."""
    prepare(project)
    project.replace("providers/hollands.yaml", "themes: [digitale-didactiek]", 'competences: ["1.1"]')
    knowledge = project.read().knowledge
    assert knowledge is not None

    assert [] == data(knowledge)["competences"]["1.1"]["providers"]


def test_filters_are_those_of_the_catalogue(kb: KnowledgeBase) -> None:
    """Only what some offer has can be asked of the catalogue; a competence without such themes has no rest."""
    file = data(kb)

    assert {"secundair", "lager", "kleuter", "onbekend"} == set(file["filters"]["niveau"])
    assert {"vlaanderen", "antwerpen", "genk", "nederland", "onbekend"} == set(file["filters"]["regio"])
    assert [["thema", "evaluatie"], ["thema", "digitale-didactiek"]] == file["competences"]["1.1"]["rest"]
    assert [] == file["competences"]["1.2"]["rest"]


def test_rest_by_competence(project: Project) -> None:
    """When more offers name a competence than the file holds, the rest is asked for by competence."""
    prepare(project)
    offers = "".join(
        f'  - {{id: o-{n}, title: Les {n:02}, summary: S, status: running, sources: [1], competences: ["1.1"]}}\n'
        for n in range(40)
    )
    head = "name: Veel\nkind: vereniging\nsummary: S\nexistence: active\nregions: [genk]\noffers:\n"
    project.write("providers/veel.yaml", head + offers + SOURCES)
    knowledge = project.read().knowledge
    assert knowledge is not None
    file = data(knowledge)

    assert [["competentie", "1.1"]] == file["competences"]["1.1"]["rest"]
    assert len([one for one in listed(file, "1.1") if one.startswith("veel/")]) <= 2 * MOST_SHOWN


def test_no_competence_and_no_offer(project: Project) -> None:
    """A project without offers has the file too, with nothing in it."""
    (project.root / "providers/acme.yaml").unlink()
    knowledge = project.read().knowledge
    assert knowledge is not None
    file = data(knowledge)

    assert ([], [], {"niveau": [], "regio": []}) == (file["offers"], file["providers"], file["filters"])
    assert [] == file["competences"]["1.1"]["offers"]


def test_beginners_do_not_crowd_out(project: Project) -> None:
    """Somebody who is far finds the offer that starts where they are, however many for beginners stand before it."""
    prepare(project)
    offers = "".join(
        f"  - {{id: o-{n}, title: Les {n:02}, summary: S, status: {'unknown' if n > 28 else 'running'}, sources: [1],"
        f" competences: ['1.1'], starting_level: {'C1' if n > 28 else 'A1'}}}\n"
        for n in range(30)
    )
    head = "name: Veel\nkind: vereniging\nsummary: S\nexistence: active\nregions: [genk]\noffers:\n"
    project.write("providers/veel.yaml", head + offers + SOURCES)
    knowledge = project.read().knowledge
    assert knowledge is not None

    assert "veel/o-29" in listed(data(knowledge), "1.1")


# ── bounded ──────────────────────────────────────────────────────────────────────────────────────────────────


def crowded(project: Project, copies: int) -> KnowledgeBase:
    """Gives a project with many providers, whose offers differ in level, region and subject, and a dated one last."""
    prepare(project)
    project.append("content/vocabularies/regions.yaml", "  - {id: leeg, label: Waar niemand is}\n")
    levels = ["kleuter", "lager", "secundair", "hoger", "volwassenen"]
    regions = ["vlaanderen", "nederland", "antwerpen", "genk", ""]
    for number in range(copies):
        offers = "".join(
            f"  - {{id: o-{index}, title: Les {number:03} {index}, summary: S, status: unknown, sources: [1],"
            f" themes: [{'evaluatie' if (number + index) % 3 else 'digitale-didactiek'}],"
            f" education_levels: [{levels[(number * 7 + index) % 5]}],"
            f" starting_level: {LEVELS[(number + index) % 6]}}}\n"
            for index in range(6)
        )
        head = f"name: Veel {number:03}\nkind: vereniging\nsummary: S\nexistence: active\n"
        head += f"regions: [{regions[number % 5]}]\n"
        project.write(f"providers/veel-{number}.yaml", f"{head}offers:\n{offers}{SOURCES}")
    dated = """  - {id: dag, title: Dag, summary: S, status: unknown, sources: [1], themes: [digitale-didactiek],
     education_levels: [kleuter], starting_level: A1, dates: [{start: 2026-12-03}]}
"""
    head = "name: Zulu\nkind: vereniging\nsummary: S\nexistence: active\nregions: [genk]\n"
    project.write("providers/zulu.yaml", f"{head}offers:\n{dated}{SOURCES}")
    knowledge = project.read().knowledge
    assert knowledge is not None
    return knowledge


def test_bounded_by_competences(project: Project) -> None:
    """How many offers a competence has in the file follows from the vocabularies, however many providers there are."""
    kb = crowded(project, 120)
    file = data(kb)
    levels = len(kb.known_names("education-levels")) + 1
    regions = len(kb.known_names("regions")) + 2
    most = MOST_SHOWN * (1 + levels + regions + 2 * 6) + levels * regions

    for entry in file["competences"].values():
        assert len(entry["offers"]) <= most
    assert len(file["offers"]) <= most * len(file["competences"])
    assert len(listed(file, "1.1")) < len(views.all_offers(kb)) / 6


def test_what_is_held_is_what_all_would_give(project: Project) -> None:
    """Who chooses a level, a region or nothing gets from the file what all offers give; who chooses both, the first."""
    kb = crowded(project, 60)
    file = data(kb)
    for case in all_choices(kb, [None]):
        held = set(listed(file, case.competence))
        whole = names(reference(kb, case))
        count = 1 if case.education_level and case.region else MOST_SHOWN
        assert set(whole[:count]) <= held, case


def test_every_level_reached_is_served(project: Project) -> None:
    """Whatever level somebody reached, the file holds the three that fit it best, as long as as many fit."""
    kb = crowded(project, 60)
    file = data(kb)
    for reached in range(1, 7):
        whole = reference(kb, Case("1.1", reached, None, None))[:MOST_SHOWN]
        assert not any("above" in one or "reached" in one for one in whole)
        assert set(names(whole)) <= set(listed(file, "1.1"))


# ── the real content ─────────────────────────────────────────────────────────────────────────────────────────


def test_real_file_is_small() -> None:
    """With the real content the file stays small, and the same on every day."""
    text = content(real())

    assert len(gzip.compress(text.encode(), 6, mtime=0)) <= MOST_BYTES
    assert text == content(real())


def test_real_terms_exist() -> None:
    """The themes and roles that the code names stand in the vocabularies."""
    kb = real()

    assert DIGITAL_THEMES <= {name.id for name in kb.known_names("themes")}
    assert FOR_TEACHERS <= {name.id for name in kb.known_names("roles")}


def test_real_offers_are_not_past() -> None:
    """No offer of the file is past, and none is of an organisation that stopped."""
    kb = real()
    offers = {f"catalogus/{provider.id}/#{offer.id}": (provider, offer) for provider, offer in views.all_offers(kb)}
    file = data(kb)

    assert len(file["offers"]) > 30
    for one in file["offers"]:
        provider, offer = offers[one["path"]]
        assert "past" != offer.status
        assert "stopped" != provider.existence
        assert all(last >= kb.today.isoformat() for _, last, _ in one["dates"])


def test_real_competences_have_offers() -> None:
    """Every competence has an offer, and for every education level at least one that may fit it."""
    kb = real()
    file = data(kb)
    ids = [name.id for name in kb.known_names("competences")]
    levels = [name.id for name in kb.known_names("education-levels")]
    empty = [
        (one, level)
        for one, level in itertools.product(ids, levels)
        if not any(level in found["levels"] or not found["levels"] for found in offers_of(file, one))
    ]

    assert 32 == len(ids)
    assert not [one for one in ids if not file["competences"][one]["offers"]]
    assert len(empty) <= len(ids) * len(levels) / 20, empty


def offers_of(file: Any, competence: str) -> list[Any]:
    """Gives the offers of a competence in the file."""
    return [file["offers"][row] for row in file["competences"][competence]["offers"]]


def test_real_choices_are_what_all_would_give() -> None:
    """The real file gives what the whole catalogue would: all for one choice, the first for both."""
    kb = real()
    file = data(kb)
    held = {one: set(listed(file, one)) for one in file["competences"]}
    for case in all_choices(kb, [None]):
        count = 1 if case.education_level and case.region else MOST_SHOWN
        assert set(names(reference(kb, case)[:count])) <= held[case.competence], case
