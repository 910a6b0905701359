"""Every age on a page is that of the source that the same block cites, and of no other."""

import re

import pytest

from generator.compiler import load_strings
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.views import say_state
from generator.kinds.views import say_of
from tests.built_site import BuiltSite

MOMENT = re.compile(r"(?:van (?:\d{1,2} )?(?:[a-z]+ )?\d{4}|zonder datum)", re.IGNORECASE)
SECTION = re.compile(r'<section class="vw-offer.*?</section>', re.DOTALL)
T = load_strings()


def providers(site: BuiltSite) -> list[Provider]:
    """Gives every organisation with offers."""
    kb = site.reading.knowledge
    assert kb is not None
    return [one for one in kb.all(Provider) if one.offers]


def section(html: str, offer: Offer) -> str:
    """Gives what a page says of an offer."""
    (found,) = [one for one in SECTION.findall(html) if f'id="{offer.id}"' in one]
    return str(found)


def said(block: str) -> str:
    """Gives the words of a block's status."""
    match = re.search(r'<p class="vw-status[^"]*">(.*?)</p>', block)
    assert match
    return match[1].replace("&#39;", "'")


def test_age_of_the_cited_source(site: BuiltSite) -> None:
    """An offer says the date of the source it links to, or that this has none: read from the pages themselves."""
    wrong, looked = [], 0
    for provider in providers(site):
        html = site.documents[f"catalogus/{provider.id}/"].html
        for offer in provider.offers:
            block = section(html, offer)
            cited = re.search(r'<p class="vw-quiet">(?:<a href="http.*?</a> · )?(<a href="#_bron-.*?)<span', block)
            assert cited
            sources = [provider.sources[int(one) - 1] for one in re.findall(r'href="#_bron-(\d+)"', cited[1])]
            dated = [one.dated for one in sources if one.dated]
            own = say_of(T, max(dated, key=lambda one: (one.first_day, one.text), default=None))
            ages = [one.lower() for one in MOMENT.findall(said(block))]
            looked += len(ages)
            if any(age != own for age in ages):
                wrong.append((provider.id, offer.id, ages, own))

    assert looked > 100
    assert [] == wrong


def test_cards_say_what_the_page_says(site: BuiltSite) -> None:
    """Wherever a card of an offer stands, it says of its life what the page of its organisation says."""
    stopped = {one.id for one in providers(site) if one.existence == "stopped"}
    told = {}
    for provider in providers(site):
        html = site.documents[f"catalogus/{provider.id}/"].html
        told.update({f"{provider.id}/#{offer.id}": said(section(html, offer)) for offer in provider.offers})
    cards = 0
    for address, document in site.documents.items():
        for card in re.findall(r'<li class="vw-card .*?</li>', document.html, re.DOTALL):
            link = re.search(r'href="[^"]*catalogus/([\w-]+/#[\w-]+)"', card)
            if link and link[1].split("/")[0] not in stopped:
                cards += 1
                assert told[link[1]] == said(card), (address, link[1])

    assert cards > 200


def test_nothing_just_runs(site: BuiltSite) -> None:
    """No page says that something runs without saying who says so, or of when."""
    for address, document in site.documents.items():
        for status in re.findall(r'<p class="vw-status[^"]*">(.*?)</p>', document.html):
            assert not re.match(r"Loopt(?! volgens de bron)", status), (address, status)


def test_counts_at_the_top_of_the_list(site: BuiltSite) -> None:
    """The catalogue says how many offers it is not sure of and how many have no date: as many as there are cards."""
    pages = [one.html for address, one in site.documents.items() if re.fullmatch(r"catalogus/(?:pagina-\d+/)?", address)]
    cards = " ".join(re.findall(r'class="vw-card vw-card--(\w+)', " ".join(pages))).split()
    found = re.search(r"Van (\d+) weten we niet zeker of ze nog lopen en (\d+) hebben een bron zonder datum", pages[0])

    assert found
    assert len(pages) > 1
    assert (cards.count("unsure"), cards.count("ask")) == (int(found[1]), int(found[2]))


@pytest.mark.parametrize("wanted", ["unsure", "ask"])
def test_states_are_there(site: BuiltSite, wanted: str) -> None:
    """The real catalogue has offers of which nobody is sure, and offers without a date: else these tests see little."""
    kb = site.reading.knowledge
    assert kb is not None
    sentences = [say_state(T, provider, offer, kb.today) for provider in providers(site) for offer in provider.offers]
    begins = {"unsure": "Niet zeker of dit nog loopt", "ask": "Zonder datum"}[wanted]

    assert sum(one.startswith(begins) for one in sentences) > 10
