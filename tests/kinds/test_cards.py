"""Cards: what of an offer or a provider helps to choose."""

import pytest

from generator.compiler import load_strings
from generator.core.knowledge import KnowledgeBase
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.views import offer_card, provider_card
from tests.conftest import Project

T = load_strings()


@pytest.fixture
def kb(project: Project) -> KnowledgeBase:
    """The tiny project's knowledge."""
    knowledge = project.read().knowledge
    assert knowledge is not None
    return knowledge


def provider(dated: str | None = None, **more: object) -> Provider:
    """Gives a provider with one source."""
    source = {"url": "https://a.be/", "title": "A", "accessed": "2026-11-21", "seen": "stored"}
    basic = {"id": "a", "name": "A", "kind": "vereniging", "summary": "B", "existence": "unknown"}
    return Provider.model_validate(basic | {"sources": [source | ({"dated": dated} if dated else {})]} | more)


def offer(**more: object) -> Offer:
    """Gives an offer."""
    basic = {"id": "les", "title": "Les", "summary": "B", "status": "running", "sources": ["1"]}
    return Offer.model_validate(basic | more)


def test_facts_of_an_offer(kb: KnowledgeBase) -> None:
    """A card has at most five facts: form, duration, level, place with region, and price."""
    full = offer(
        format=["workshop"],
        duration={"hours": "3"},
        education_levels=["lager"],
        presence=["onsite"],
        price={"amount": "0"},
        themes=["evaluatie"],
        language=["nl"],
    )
    card = offer_card(kb, T, provider(regions=["vlaanderen"]), full)

    said = {fact.name: [value.label for value in fact.values] for fact in card.facts}
    assert ["form", "duration", "level", "presence", "price"] == list(said)
    assert ["op locatie", kb.label("regions", "vlaanderen")] == said["presence"]
    assert "a/les" == card.id


@pytest.mark.parametrize(
    ("status", "dated", "said"),
    [
        ("running", "2026-10", "Liep volgens een bron van oktober 2026."),
        ("running", "2025-02-11", "Niet zeker of dit nog loopt: de bron is van 11 februari 2025. Vraag het na."),
        ("on-request", "2026", "Op aanvraag, volgens een bron van 2026. Vraag of het nog kan."),
        ("on-request", "2022", "Lang niets van gehoord: de bron is van 2022. Vraag of het nog loopt."),
        ("unknown", None, "Zonder datum: niets zegt hoe oud dit is. Vraag of het nog loopt."),
        ("past", "2022", "Voorbij, volgens een bron van 2022."),
        ("past", None, "Voorbij, volgens een bron zonder datum."),
    ],
)
def test_status_of_an_offer(kb: KnowledgeBase, status: str, dated: str | None, said: str) -> None:
    """A card says what the source said and of when that is, so that it stays true; of what is over nobody asks."""
    assert said == offer_card(kb, T, provider(dated), offer(status=status)).says


def test_offer_of_a_stopped_organisation(kb: KnowledgeBase) -> None:
    """Whatever the offer says, a card tells that its organisation has stopped."""
    card = offer_card(kb, T, provider(existence="stopped", existence_note="Weg.", existence_source="1"), offer())

    assert ("stopped", "Deze organisatie is gestopt.") == (card.status, card.says)


def test_provider(kb: KnowledgeBase) -> None:
    """The card of a provider says its age in a sentence, or that it has stopped."""
    assert "Laatst gevonden in 2022. Vraag of het nog loopt." == provider_card(kb, T, provider("2022")).says
    assert (
        "Gestopt"
        == provider_card(kb, T, provider(existence="stopped", existence_note="Weg.", existence_source="1")).says
    )
