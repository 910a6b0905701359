"""The data and the page of the comparison."""

import json
from datetime import date
from itertools import islice
from typing import Any

import pytest

from generator.compiler import PACKAGE, load_strings, publish, read_project, site_settings
from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.kinds.checklist.model import Checklist
from generator.kinds.provider.model import Provider
from generator.outputs import comparison
from tests.built_site import ROOT
from tests.conftest import Project

PUBLISHER = Publisher({"shared": PACKAGE / "templates"}, load_strings())
PUBLISHER.share(site={"title": "X"})

FILES = [("vad", 1, 0), ("vad", 8, 4), ("a", 1000, 220), ("kenniscentrum-digisprong", 1000, 324)]
"""An id, a number of files and the file it stands in; the browser's test reckons the same table."""

UNDATED = "Zonder datum: niets zegt hoe oud dit is. Vraag of het nog loopt."


def knowledge(project: Project) -> KnowledgeBase:
    """Gives what a clean project knows."""
    kb = project.read().knowledge
    assert kb is not None
    return kb


def real() -> KnowledgeBase:
    """Gives what the real content knows."""
    kb = read_project(ROOT, date.today()).knowledge
    assert kb is not None
    return kb


def add_providers(project: Project, count: int) -> list[str]:
    """Adds copies of the tiny project's provider; gives the ids of all."""
    for number in range(count):
        project.write(f"providers/acme-{number}.yaml", project.text("providers/acme.yaml"))
    return sorted(["acme", *(f"acme-{number}" for number in range(count))])


def test_record(project: Project) -> None:
    """A record tells its facts in words, its answers with their evidence, and its offers by id."""
    project.replace("providers/acme.yaml", "criteria:", "contact: {email: info@acme.be}\ncriteria:")
    kb = knowledge(project)
    told = comparison.record(kb, PUBLISHER.t, kb.all(Provider)[0])

    assert {
        "name": "Acme",
        "status": "active",
        "facts": {
            "kind": [kb.label("provider-kinds", "vereniging")],
            "status": ["Niet bekend of de organisatie nog actief is"],
            "age": ["De bronnen noemen geen datum. Vraag of het nog loopt."],
        },
        "answers": {
            "evidence-based": ("yes", "Ze verwijst naar onderzoek. Een ander zegt dit. (zonder datum)", 1, False)
        },
        "offers": {
            "ict": {
                "title": "Ict in de les",
                "facts": {"theme": [kb.label("themes", "digitale-didactiek")], "status": [UNDATED]},
            }
        },
        "email": "info@acme.be",
    } == told


def test_answers_about_what_is_gone(project: Project) -> None:
    """An answer about an offer that is over stays out; one about all stays."""
    project.replace("providers/acme.yaml", "    says: third-party\n", "    says: third-party\n    about: ict\n")
    assert ["evidence-based"] == list(told_of(project)["answers"])
    project.replace("providers/acme.yaml", "status: running", "status: past")
    assert {} == told_of(project)["answers"]


def told_of(project: Project) -> Any:
    """Gives what the comparison says of the one organisation."""
    kb = knowledge(project)
    return comparison.record(kb, PUBLISHER.t, kb.all(Provider)[0])


def test_offer_of_a_stopped_organisation(project: Project) -> None:
    """An offer says its state, and that its organisation has stopped."""
    project.replace(
        "providers/acme.yaml",
        "existence: active",
        "existence: stopped\nexistence_note: Opgeheven.\nexistence_source: 1",
    )
    project.replace("providers/acme.yaml", "status: running", "status: past")
    kb = knowledge(project)
    offers = comparison.record(kb, PUBLISHER.t, kb.all(Provider)[0])["offers"]

    assert ["Voorbij, volgens een bron zonder datum.", "de organisatie is gestopt"] == offers["ict"]["facts"]["status"]  # type: ignore[index]  # plain data


def test_one_file(project: Project) -> None:
    """A small site has one file, and its page says so: its host does not see what is compared."""
    ids = add_providers(project, 30)
    kb = knowledge(project)
    asset, names = comparison.assets(kb, PUBLISHER)

    assert "assets/comparison/0.json" == asset.address
    assert ids == sorted(json.loads(asset.content)["records"])
    assert "assets/comparison/names.json" == names.address
    assert {"files": 1, "names": dict.fromkeys(ids, "Acme")} == json.loads(names.content)
    assert 'data-files="1"' in next(comparison.pages(kb, PUBLISHER)).render()


def test_many_files(project: Project) -> None:
    """A big site has files of about ten providers; every provider stands in the file that follows from its id."""
    ids = add_providers(project, 60)
    kb = knowledge(project)
    *assets, names = comparison.assets(kb, PUBLISHER, per_file=10, one_file=0)
    found = {
        provider_id: number
        for number, asset in enumerate(assets)
        for provider_id in json.loads(asset.content)["records"]
    }

    assert [f"assets/comparison/{number}.json" for number in range(7)] == [asset.address for asset in assets]
    assert {one: comparison.file_of(one, 7) for one in ids} == found
    assert 7 == json.loads(names.content)["files"]


@pytest.mark.parametrize(("provider_id", "count", "number"), FILES)
def test_file_of(provider_id: str, count: int, number: int) -> None:
    """The number of a provider's file follows from its id alone."""
    assert number == comparison.file_of(provider_id, count)


def test_former_ids(project: Project) -> None:
    """The file of a former id says what the record is called now."""
    project.replace("providers/acme.yaml", "name: Acme", "name: Acme\nformer_ids: [vroeger]")
    add = "former_ids: [vroeger]"
    project.write("providers/beta.yaml", project.text("providers/acme.yaml").replace(add, "former_ids: [toen]"))
    plain = project.text("providers/acme.yaml").replace(add, "")
    for number in range(20):
        project.write(f"providers/gamma-{number}.yaml", plain)
    *assets, _names = comparison.assets(knowledge(project), PUBLISHER, per_file=1, one_file=0)
    moved = [json.loads(asset.content)["moved"] for asset in assets]
    count = len(moved)

    assert comparison.file_of("vroeger", count) != comparison.file_of("acme", count)
    assert "acme" == moved[comparison.file_of("vroeger", count)]["vroeger"]
    assert "beta" == moved[comparison.file_of("toen", count)]["toen"]


def test_same_bytes(project: Project) -> None:
    """The same records give the same bytes."""
    add_providers(project, 5)
    first, second = (list(comparison.assets(knowledge(project), PUBLISHER, 2, 0)) for _ in range(2))

    assert first == second


def test_rows_of_the_checklist(project: Project) -> None:
    """There is a row for each question a provider can answer, in the order of the checklist; core ones always show."""
    checklist = "guides/checklists/kiezen.yaml"
    question = (
        "      - id: {id}\n        text: {id}?\n        asked_of: {of}\n        phase: choose\n        core: true\n"
    )
    criterion = "        criterion: {id}\n        criterion_label: Over {id}\n"
    more = question.format(id="a", of="me") + (question + criterion).format(id="b", of="provider")
    project.replace(checklist, "sources:", f"{more}sources:")
    rows = comparison.criterion_rows(knowledge(project))

    assert [("evidence-based", False), ("b", True)] == [(row.name, row.is_always_shown) for row in rows]
    assert ("Over b", "/checklist/kiezen/#b", "b?") == (rows[1].label, rows[1].href, rows[1].question)


def test_page_is_published(project: Project) -> None:
    """The site has the page, with its rows, and its data."""
    kb = knowledge(project)
    publication = publish(kb, site_settings(kb))
    page = next(page for page in publication.pages if page.address == comparison.ADDRESS)
    body = page.render()

    assert 'data-row="price"' in body
    assert 'data-criterion="evidence-based"' in body
    assert "assets/comparison/0.json" in {asset.address for asset in publication.assets}


def test_example_compares_alike() -> None:
    """The example on the empty page sets two offers of different organisations about the same side by side."""
    kb = real()
    assert kb.today <= date.today()
    html = next(comparison.pages(kb, PUBLISHER)).render()
    hash_ = html.partition("vergelijk/#")[2].partition('"')[0].replace("&amp;", "&")
    first, second = (one.removeprefix("id=").split("/") for one in hash_.split("&"))
    offers = {(one.id, offer.id): set(offer.themes) for one in kb.all(Provider) for offer in one.offers}

    assert first[0] != second[0]
    assert offers[first[0], first[1]] == offers[second[0], second[1]] != set()


def test_every_core_question_is_a_row() -> None:
    """Of the real checklist, every core question for a provider always shows."""
    kb = real()
    rows = {row.question for row in comparison.criterion_rows(kb) if row.is_always_shown}
    core = [one for checklist in kb.all(Checklist) for one in checklist.questions if one.core and one.criterion]

    assert {one.text for one in core} == rows
    assert list(islice(core, 1))
