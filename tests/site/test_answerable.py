"""The pages on which the site answers for itself: plain sentences, every source with its licence, and nothing invented."""

import re
from html import unescape

import pytest

from generator.core.record import Record
from generator.kinds.checklist.model import Checklist
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.corrections.model import Corrections
from generator.kinds.handbook.model import Handbook
from generator.kinds.project.model import Project
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.site.model import Site
from generator.kinds.trajectory.model import Trajectory
from tests.built_site import BuiltSite

PAGES = ("aanbieders/", "over/", "privacy/", "toegankelijkheid/", "verbeteringen/")
MOST_WORDS = 20
OURS: tuple[type[Record], ...] = (CompetenceArea, SelfCheck, Checklist, Handbook, Trajectory, Project)
"""What our own texts stand in; an organisation cites its sources on its own page."""

STARTING_TEXTS = (
    "wat-is-selfieforteachers",
    "op-zoek-naar-professionalisering",
    "schoolleider-hoe-ondersteun-je-professionalisering-van-ict-bekwaamheid",
    "hoe-we-bij-i-learn-voor-professionalisering-zorgen",
    "naar-een-innovatief-opleidingsaanbod-voor-leraren-tijdens-de-digitale-transitie",
)
"""The end of the address of each text the site began with."""


def article(site: BuiltSite, address: str) -> str:
    """Gives the main part of a page as HTML."""
    html = site.documents[address].html
    return html[html.index("<article") : html.index("</article>")]


def words_of(html: str) -> str:
    """Gives the words of a piece of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def sentences(site: BuiltSite, address: str) -> list[str]:
    """Gives every sentence of a page, those of tables and lists of links left out."""
    html = re.sub(r'<table.*?</table>|<ul class="vw-links">.*?</ul>', "", article(site, address), flags=re.DOTALL)
    blocks = re.findall(r"<(?:p|li|h\d)\b[^>]*>(.*?)</(?:p|li|h\d)>", html, re.DOTALL)
    return [one for block in blocks for one in re.split(r"(?<=[.!?:;])\s+", words_of(block)) if one]


@pytest.mark.parametrize("address", PAGES)
def test_short_sentences(site: BuiltSite, address: str) -> None:
    """No sentence on a page about ourselves is longer than twenty words, and none says `u`."""
    found = sentences(site, address)

    assert len(found) > 5
    assert [] == [one for one in found if len(one.split()) > MOST_WORDS]
    assert [] == [one for one in found if re.search(r"\b(?:u|uw)\b", one, re.IGNORECASE)]


def test_every_source_with_its_licence(site: BuiltSite) -> None:
    """`Over` names each document our texts rest on, with every page it was used for, and a licence or that none is known."""
    kb = site.reading.knowledge
    assert kb is not None
    uses: dict[str, int] = {}
    for model in OURS:
        for record in kb.all(model):
            for url in {source.url for source in record.sources}:
                uses[url] = uses.get(url, 0) + 1
    row = re.compile(r"<li>(.*?)Gebruikt voor:(.*?)Licentie:(.*?)\.</li>", re.DOTALL)
    rows = row.findall(article(site, "over/").partition("<details")[2])
    shown = {unescape(match[1]): (used, licence) for document, used, licence in rows if (match := _href(document))}
    known = {licence.source for licence in kb.all(Site)[0].source_licences}

    assert set(uses) == set(shown)
    assert uses == {url: used.count("<a ") for url, (used, _) in shown.items()}
    for ending in STARTING_TEXTS:
        assert [url for url in shown if url.rstrip("/").endswith(ending)], ending
    for url, (_, licence) in shown.items():
        is_known = any(url.startswith(source) for source in known)
        assert ("niet bekend" != words_of(licence)) == is_known, url


def _href(html: str) -> re.Match[str] | None:
    return re.search(r'href="([^"]+)"', html)


def test_licences_are_of_sources(site: BuiltSite) -> None:
    """Every licence in the settings is that of a document we use: none stands there for nothing."""
    kb = site.reading.knowledge
    assert kb is not None
    urls = {source.url for model in OURS for record in kb.all(model) for source in record.sources}

    for licence in kb.all(Site)[0].source_licences:
        assert [url for url in urls if url.startswith(licence.source)], licence.source


def test_privacy_says_what_the_law_asks(site: BuiltSite) -> None:
    """The page on privacy names who is responsible, the ground, the rights, both authorities, logs, mail and group round."""
    said = words_of(article(site, "privacy/"))

    for piece in (
        "is verantwoordelijk voor de persoonsgegevens",
        "gerechtvaardigd belang",
        "Je mag bezwaar maken.",
        "binnen een maand antwoord",
        "Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel",
        "Autoriteit Persoonsgegevens, Postbus 93374, 2509 AJ Den Haag",
        "Wat de server van deze site opschrijft en hoelang, is nog niet ingevuld.",
        "wie onze mails ontvangt, is nog niet ingevuld.",
        "is de school zelf verantwoordelijk",
        "Meedoen is vrij.",
        "Een groepsbeeld is geen beoordeling.",
    ):
        assert piece in said, piece


def test_statement_says_what_was_not_tested(site: BuiltSite) -> None:
    """The accessibility statement claims no more than was looked at: nobody who uses a screen reader tested the site."""
    said = words_of(article(site, "toegankelijkheid/"))

    assert "Deze site voldoet gedeeltelijk aan WCAG 2.2, niveau A en AA." in said
    assert "Mensen die elke dag een schermlezer of spraakbediening gebruiken, hebben de site niet getest." in said


def test_log_of_corrections(site: BuiltSite) -> None:
    """Every correction stands on its page, with links that lead somewhere, and no mail address."""
    kb = site.reading.knowledge
    assert kb is not None
    entries = kb.all(Corrections)[0].entries
    html = article(site, "verbeteringen/")

    assert len(entries) == html.count("<li><strong>")
    assert sum(len(entry.pages) for entry in entries) == html.count('href="../catalogus/')
    assert "@" not in html


def test_no_part_is_left(site: BuiltSite) -> None:
    """Every part of a page is made: neither a page nor the search shows a name between brackets."""
    told = (site.folder / "assets/search/search.json").read_text(encoding="utf-8")

    assert [] == [address for address in site.documents if "[[" in words_of(article(site, address))]
    assert "publisher]]" not in told


def test_nobody_is_invented(site: BuiltSite) -> None:
    """As long as nothing is known of who publishes the site, no page names one, and no button mails anybody of ours."""
    kb = site.reading.knowledge
    assert kb is not None
    settings = kb.all(Site)[0]
    own = {provider_mail for address in PAGES for provider_mail in re.findall(r"mailto:([^\"?]+)", article(site, address))}

    assert (settings.publisher is None) == ("Wie deze site uitgeeft, is nog niet ingevuld." in article(site, "over/"))
    assert own <= {mail for mail in (settings.editors_email, settings.privacy_email) if mail}
