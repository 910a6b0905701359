"""The data of the catalogue: columns of facets, and cards."""

import json
from collections import Counter
from typing import Any

import pytest

from generator.compiler import PACKAGE, load_strings
from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.kinds import KINDS
from generator.kinds.provider import views
from generator.outputs import catalogue
from generator.outputs.catalogue import sign, steps
from tests.conftest import Project

T = load_strings()


def files(kb: KnowledgeBase, one_file: int = 2000) -> dict[str, Any]:
    """Gives the files by name, read."""
    templates = {kind.name: kind.package / "templates" for kind in KINDS} | {"shared": PACKAGE / "templates"}
    made = catalogue.assets(kb, Publisher(templates, T), one_file)
    return {asset.address.removeprefix("assets/catalogue/"): json.loads(asset.content) for asset in made}


@pytest.fixture
def kb(project: Project) -> KnowledgeBase:
    """A tiny project with two providers more, which have many offers and one."""
    statuses = ("past", "running", "unknown")
    offers = [
        f"  - {{id: o-{n}, title: Les {n:02}, summary: S, status: {statuses[n % 3]}, sources: [1],"
        f" themes: [{'evaluatie' if n % 2 else 'digitale-didactiek'}]}}"
        for n in range(23)
    ]
    text = project.text("providers/acme.yaml").replace("name: Acme", "name: Zebra")
    head, tail = text.split("offers:\n")[0], text[text.index("\nsources:") + 1 :]
    project.write("providers/zebra.yaml", head + "offers:\n" + "\n".join(offers) + "\n" + tail)
    why = "existence_note: Weg.\nexistence_source: 1"
    project.write("providers/gestopt.yaml", head.replace("active", f"stopped\n{why}") + tail)
    knowledge = project.read().knowledge
    assert knowledge is not None
    return knowledge


def test_signs_differ_and_need_no_escape() -> None:
    """Every number has a sign of its own, which JSON, UTF-8 and the space between rows leave alone."""
    signs = [sign(number) for number in range(70_000)]

    assert len(signs) == len(set(signs))
    written = json.dumps("".join(signs), ensure_ascii=False)
    assert len(signs) + 2 == len(written)
    assert " " not in written
    assert written == written.encode().decode()


def test_steps_go_round() -> None:
    """Numbers that start anew go on from the last to the first."""
    assert [2, 3, 0, 6] == [ord(one) - 35 for one in steps([2, 5, 5, 1], 10)]


def test_rows_follow_the_order_of_the_lists(kb: KnowledgeBase) -> None:
    """Row i of a column is that of offer i of the list."""
    data = files(kb)["offers.json"]
    theme = next(one for one in data["facets"] if one["key"] == "thema")

    told = [[theme["values"][ord(letter) - 35] for letter in row] for row in theme["rows"].split(" ")]
    assert [list(offer.themes) for _, offer in views.all_offers(kb)] == told
    assert len(told) == data["count"]


def test_what_is_past_or_stopped(kb: KnowledgeBase) -> None:
    """The data say which offers are past and which organisations have stopped."""
    made = files(kb)
    statuses = Counter(offer.status for _, offer in views.all_offers(kb))
    names = [provider.id for provider in views.all_providers(kb)]

    data = made["offers.json"]
    # No source has a date: what is not past is to be asked for.
    assert [0, 0, 0, statuses["running"] + statuses["unknown"], 0, statuses["past"], 0] == data["states"]
    assert (3, 4, []) == (data["ask"], data["gone"], data["later"])
    assert [names.index("gestopt"), 1] == made["providers.json"]["last"]


def test_order_by_name(kb: KnowledgeBase) -> None:
    """The data bring the order of the offers by name."""
    titles = [offer.title for _, offer in views.all_offers(kb)]

    assert sorted(titles, key=str.casefold) == [titles[number] for number in files(kb)["offers.json"]["byName"]]


def test_small_catalogue_is_one_file(kb: KnowledgeBase) -> None:
    """A small catalogue has one file of cards for each view, in the order of the lists."""
    made = files(kb)

    assert ["offers.json", "providers.json", "offers-cards.json", "providers-cards.json"] == list(made)
    titles = [offer.title for _, offer in views.all_offers(kb)]
    for title, card in zip(titles, made["offers-cards.json"], strict=True):
        assert f">{title}</a>" in card
    assert len(views.all_providers(kb)) == len(made["providers-cards.json"])


def test_large_catalogue_is_parted(kb: KnowledgeBase) -> None:
    """Above the limit the cards stand ten by ten, and the order by name in a file of its own."""
    small, large = files(kb), files(kb, one_file=26)
    parts = [large[f"offers-cards/{number}.json"] for number in range(3)]

    assert [10, 10, 4] == [len(part) for part in parts]
    assert small["offers-cards.json"] == [card for part in parts for card in part]
    assert (0, 10) == (small["offers.json"]["perFile"], large["offers.json"]["perFile"])
    assert small["offers.json"]["byName"] == large["offers-by-name.json"]
    assert "byName" not in large["offers.json"]


def test_limit_counts_offers_and_providers(kb: KnowledgeBase) -> None:
    """What counts for the limit are the offers and the providers together: 24 and 3 here."""
    assert "offers-cards.json" in files(kb, one_file=27)
    assert "offers-cards.json" not in files(kb, one_file=26)


def test_nothing_to_list(project: Project) -> None:
    """A catalogue without a record has data too."""
    (project.root / "providers/acme.yaml").unlink()
    knowledge = project.read().knowledge
    assert knowledge is not None

    made = files(knowledge)

    assert (0, []) == (made["offers.json"]["count"], made["offers-cards.json"])
    assert [] == made["providers.json"]["facets"]
