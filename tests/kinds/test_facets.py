"""Facets: which values an offer or a provider has, and what the form shows of them."""

import re
from datetime import date

import pytest

from generator.compiler import load_strings, read_project
from generator.core.knowledge import KnowledgeBase
from generator.kinds.provider import facets
from generator.kinds.provider.facets import Column, FacetChoices
from generator.kinds.provider.model import Provider
from tests.conftest import Project
from tests.files import all_files
from tests.hosts.workbench import ROOT

T = load_strings()
SOURCE = {"url": "https://a.be/", "title": "A", "accessed": "2026-11-21", "seen": "stored"}


def provider(*offers: dict[str, object], **more: object) -> Provider:
    """Gives a provider with offers."""
    basic = {"id": "a", "name": "A", "kind": "vereniging", "summary": "B", "existence": "unknown", "sources": [SOURCE]}
    full = [{"id": f"o-{n}", "title": "O", "summary": "S", "status": "unknown", "sources": ["1"]} for n in range(99)]
    return Provider.model_validate(basic | {"offers": [full[n] | one for n, one in enumerate(offers)]} | more)


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    """The knowledge of the real content."""
    knowledge = read_project(ROOT, date.today()).knowledge
    assert knowledge is not None
    return knowledge


@pytest.fixture
def kb(project: Project) -> KnowledgeBase:
    """The tiny project's knowledge, with more regions and themes."""
    project.write(
        "content/vocabularies/regions.yaml",
        "title: R\nterms:\n  - {id: vlaanderen, label: Heel Vlaanderen}\n"
        "  - {id: gent, label: Gent, broader: vlaanderen}\n  - {id: brussel, label: Brussel}\n",
    )
    terms = "\n".join(f"  - {{id: t-{n}, label: T {n:02}}}" for n in range(20))
    text = project.text("content/vocabularies/themes.yaml")
    project.write("content/vocabularies/themes.yaml", f"{text.rstrip()}\n{terms}\n")
    knowledge = project.read().knowledge
    assert knowledge is not None
    return knowledge


def columns(kb: KnowledgeBase, *providers: Provider) -> tuple[dict[str, Column], dict[str, Column]]:
    """Gives the facets of the offers and of the providers, by key."""
    found = facets.facets(kb, T)
    offers = [(one, offer) for one in providers for offer in one.offers]
    both = facets.offer_columns(found, offers, providers), facets.provider_columns(found, providers)
    first, second = ({column.facet.key: column for column in part} for part in both)
    return first, second


def counts(column: Column) -> dict[str, int]:
    """Gives the counts that are not zero, by the value's name in the address."""
    pairs = zip(column.facet.values, column.counts, strict=True)
    known = {value.id: count for value, count in pairs if count}
    return known | ({facets.UNKNOWN: column.unknown} if column.unknown else {})


def test_offers_count_their_own_values(kb: KnowledgeBase) -> None:
    """An offer counts for each of its values, or as not known."""
    offers, _ = columns(kb, provider({"themes": ["t-1", "t-2"]}, {"themes": ["t-1"]}, {}))

    assert {"t-1": 2, "t-2": 1, "onbekend": 1} == counts(offers["thema"])


def test_providers_have_what_their_offers_have(kb: KnowledgeBase) -> None:
    """A provider has its own values and those of its offers, each once."""
    one = provider({"themes": ["t-1"], "participation": ["team"]}, {"themes": ["t-1"]}, themes=["t-2"])

    _, providers = columns(kb, one, provider(id="b"))

    assert {"t-1": 1, "t-2": 1, "onbekend": 1} == counts(providers["thema"])
    assert {"team": 1, "onbekend": 1} == counts(providers["deelname"])


def test_offers_have_what_their_provider_has(kb: KnowledgeBase) -> None:
    """The kind of an offer is that of its provider: it counts for each offer and is kept once."""
    offers, _ = columns(kb, provider({}, {}), provider({}, id="b"))

    assert (2, 3) == (len(offers["soort"].rows), len(offers["thema"].rows))


def test_own_region_of_an_offer(kb: KnowledgeBase) -> None:
    """An offer is where it says that it is, else wherever its provider works."""
    offers, _ = columns(kb, provider({"regions": ["gent"]}, {}, regions=["brussel"]), provider({}, id="b"))

    assert {"gent": 1, "brussel": 1, "onbekend": 1} == counts(offers["regio"])


def test_whole_region_holds_its_parts(kb: KnowledgeBase) -> None:
    """Who works in all of a region is found in each of its parts, and not the other way round."""
    _, providers = columns(kb, provider(regions=["vlaanderen"]), provider(id="b", regions=["gent"]))

    assert {"vlaanderen": 1, "gent": 2} == counts(providers["regio"])


def test_prices(kb: KnowledgeBase) -> None:
    """A price is free, an amount, said in words, or not known."""
    told = [{"price": {"amount": "0"}}, {"price": {"amount": "12"}}, {"price": {"note": "vraag het"}}, {}]
    offers, _ = columns(kb, provider(*told))

    assert {"gratis": 1, "bedrag": 1, "toelichting": 1, "onbekend": 1} == counts(offers["prijs"])


def test_states(kb: KnowledgeBase) -> None:
    """An offer is found by its state; what can be asked for, and what was over long ago, by that too."""
    told = ("past", "unknown", "on-request")
    offers, _ = columns(kb, provider(*[{"status": status} for status in told]))
    assert {"voorbij": 1, "zonder-datum": 2, "op-aanvraag": 1} == counts(offers["status"])

    gone = provider({"status": "past", "dates": [{"start": "2020-01-01"}]}, {"dates": [{"start": "2027-01-13"}]})
    offers, _ = columns(kb, gone)
    assert {"oud": 1, "voorbij": 1, "gepland": 1} == counts(offers["status"])


@pytest.mark.parametrize(
    ("known", "of", "is_shown"), [(1, 3, True), (0, 3, False), (1, 4, False), (33, 99, True), (32, 99, False)]
)
def test_facet_that_is_hardly_known(kb: KnowledgeBase, known: int, of: int, is_shown: bool) -> None:
    """A facet known for less than a third of the records is left out."""
    offers, _ = columns(kb, provider(*[{"themes": ["t-1"]}] * known, *[{}] * (of - known)))

    assert is_shown is offers["thema"].is_shown


def form_of(project: Project, view: str) -> dict[str, FacetChoices]:
    """Gives the facets of a form of the tiny project, by key."""
    knowledge = project.read().knowledge
    assert knowledge is not None
    return {one.key: one for one in facets.form(knowledge, T, view, "/x.json").facets}


def test_form_folds_long_lists(project: Project, kb: KnowledgeBase) -> None:
    """Of a long facet the commonest values stand in sight, the rest by name, with what is not known last."""
    project.append("providers/acme.yaml", "themes: [" + ", ".join(f"t-{n}" for n in range(20)) + "]\n")
    theme = form_of(project, "providers")["thema"]

    labels = [one.label for one in theme.rest]
    assert 8 == len(theme.first)
    assert labels == [*sorted(labels[:-1]), T("provider.filter.unknown")]


def test_form_of_the_real_content(real: KnowledgeBase) -> None:
    """The main facets are known well enough, every count is that of a record, and both views share their values."""
    offers, providers = (facets.form(real, T, view, "/x.json") for view in ("offers", "providers"))

    assert ["niveau", "thema", "regio", "deelname"] == [one.key for one in offers.facets if one.is_main]
    assert "prijs" not in {one.key for one in offers.facets}
    kinds = next(one for one in providers.facets if one.key == "soort")
    assert len(real.all(Provider)) == sum(one.count for one in kinds.first + kinds.rest)
    shared = [{one.key: {c.id for c in one.first + one.rest} for one in form.facets} for form in (offers, providers)]
    for key in shared[0].keys() & shared[1].keys():
        assert shared[0][key] == shared[1][key]


def test_words_of_the_script(real: KnowledgeBase) -> None:
    """Each text the form brings for the script is asked for by it, and each it asks for is there."""
    scripts = ROOT / "theme/assets/javascripts"
    modules = [*all_files(scripts, "catalogue/*.js"), scripts / "elements/vw-catalogue.js"]
    asked = {
        name for path in modules for text in [path.read_text("utf-8")] for name in re.findall(r'\bsay\("(\w+)"', text)
    }

    for view in ("offers", "providers"):
        assert asked - {"page"} == set(facets.form(real, T, view, "/x.json").words)
