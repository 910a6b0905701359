"""What nobody can follow any more stands apart on every list, and where little is left other ways stand there."""

import re

import pytest

from generator.kinds.provider import views
from generator.kinds.provider.schedule import state_on
from tests.built_site import BuiltSite

CARD = re.compile(r'<li class="vw-card vw-card--([\w-]+)')
GONE = {"closed", "past", "old"}
STOPPED = {"stopped"}
"""What a card of an organisation that stopped says, or of its offer, which is gone."""
LISTS = {"themes": "thema", "regions": "regio", "education-levels": "niveau"}


def pages_of(site: BuiltSite, address: str) -> list[str]:
    """Gives the pages of a list, in order."""
    found = [(1, site.documents[address].html)]
    for one, document in site.documents.items():
        number = re.fullmatch(rf"{re.escape(address)}pagina-(\d+)/", one)
        if number:
            found.append((int(number[1]), document.html))
    return [html for _, html in sorted(found)]


def lists(site: BuiltSite) -> list[tuple[str, str, str]]:
    """Gives every list of offers: its address, and the vocabulary and term it is about, if it is."""
    kb = site.reading.knowledge
    assert kb is not None
    found = [("catalogus/", "", "")]
    for namespace in LISTS:
        for name in kb.known_names(namespace):
            if name.address in site.documents:
                found.append((name.address, namespace, name.id))
    return found


def test_apart(site: BuiltSite) -> None:
    """No page of a list has both; the first that has what is gone is where the list leads for it, with its count."""
    seen = 0
    for address, _, _ in lists(site):
        pages = pages_of(site, address)
        kinds = [set(CARD.findall(html)) & GONE for html in pages]
        mixed = [n for n, html in enumerate(pages) if kinds[n] and set(CARD.findall(html)) - GONE - STOPPED]
        assert [] == mixed, address
        gone = sum(len(CARD.findall(html)) for n, html in enumerate(pages) if kinds[n])
        link = re.search(r'<p class="vw-gone"><a href="([^"]+)">[^<]*\((\d+)\)</a>', pages[0])
        assert bool(link) == bool(gone), address
        if link:
            seen += 1
            assert gone == int(link[2]), address
            first = next(n for n, found in enumerate(kinds) if found)
            assert link[1].rstrip("/").endswith(f"pagina-{first + 1}/#_voorbij"), (address, link[1])
    assert seen > 30


def test_every_offer_is_listed(site: BuiltSite) -> None:
    """The pages of the catalogue have every offer, each once."""
    kb = site.reading.knowledge
    assert kb is not None
    html = " ".join(pages_of(site, "catalogus/"))
    shown = re.findall(r'<h3 class="vw-card__title"><a href="[^"]*?catalogus/([\w-]+)/#([\w-]+)"', html)

    assert sorted(shown) == sorted((provider.id, offer.id) for provider, offer in views.all_offers(kb))


@pytest.mark.parametrize("namespace", LISTS)
def test_other_ways(site: BuiltSite, namespace: str) -> None:
    """A list says that little may run, and leads on, when fewer than five may; else it does not."""
    kb = site.reading.knowledge
    assert kb is not None
    told = {True: 0, False: 0}
    for address, vocabulary, term in lists(site):
        if vocabulary != namespace:
            continue
        found = views.referring_offers(kb, vocabulary, term)
        likely = [pair for pair in found if state_on(*pair, kb.today) in ("planned", "running", "unsure")]
        html = site.documents[address].html
        is_few = len(likely) < 5
        assert ('class="vw-few"' in html) == is_few, (address, len(likely))
        told[is_few] += 1
        if is_few:
            few = html[html.index('class="vw-few"') :].partition("</section>")[0]
            assert "klascement" in few.lower(), address
            assert "Dit kan morgen, zonder inschrijven" in few, address
    assert told[True] > 0


def test_competences_without_an_offer(site: BuiltSite) -> None:
    """A competence of which nothing can be followed names who to ask, and where everybody can go."""
    html = " ".join(document.html for address, document in site.documents.items() if address.startswith("competenties/"))
    empty = html.split("We kennen nu geen nascholing die hier duidelijk aan werkt.")[1:]

    assert len(empty) > 5
    for one in empty:
        assert "Hier kan elke leraar terecht" in one.partition("<h3")[0].partition("</section>")[0]
