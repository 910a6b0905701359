"""A site for everybody: what has to be known, what is refused without it, and what the pages then say."""

import re
from pathlib import Path

import pytest

from generator.kinds.site.public import DEMANDS, OF_PROCESSORS
from tests.conftest import Project
from tests.hosts.workbench import Html, copy_tiny_project, page_addresses, read_page
from tests.test_cli import cli

SITE = "content/site.yaml"
TRIAL = "https://proefwijzer.example/"
REAL = "https://proef.scholen.be/"

KNOWN = f"""title: Proefwijzer
tagline: Een kleine wegwijzer
site_url: {REAL}
repository: https://code.scholen.be/proef
publisher:
  name: Scholen samen
  legal_form: vzw
  address: Kerkplein 2, 8000 Brugge
  country: BE
  registration: 0123.456.749
editors_email: redactie@scholen.be
reply_days: 7
privacy_email: privacy@scholen.be
accessibility:
  email: toegang@scholen.be
  law: het Bestuursdecreet
  authority: {{name: Ombudsdienst, url: https://www.scholen.be/ombuds}}
texts:
  made: Een redacteur schreef ze op basis van de bronnen.
  checked_by: Een leraar van een van de scholen.
processors:
  - {{does: mail, name: Postbedrijf, country: België, keeps: een jaar, url: https://post.scholen.be/privacy}}
  - {{does: repository, name: Codebedrijf, country: Nederland, keeps: altijd}}
server_logs: {{host: Hostbedrijf, country: België, keeps: het internetadres en de pagina, days: 14}}
licence: {{name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/deed.nl}}
"""

PAGE = "---\ntitle: {title}\ndescription: Een pagina van de proef.\ncontact: true\n---\n\n# {title}\n\n{parts}\n"
PARTS = ["publisher", "privacy_contact", "logs", "processors", "supervision", "texts", "licence", "requests"]


@pytest.fixture
def site_project(tmp_path: Path) -> Project:
    """A small project that builds, with a page that takes every part."""
    project = copy_tiny_project(tmp_path / "project")
    parts = "\n\n".join(f"[[{name}]]" for name in PARTS)
    project.write("content/pages/wie.md", PAGE.format(title="Wie", parts=parts))
    return project


def test_trial_needs_nothing(site_project: Project) -> None:
    """A site that nobody can reach is checked, built and exported without knowing who publishes it."""
    assert 0 == cli("check", cwd=site_project.root).returncode
    assert 0 == cli("build", cwd=site_project.root).returncode
    assert 0 == cli("export", "elders", cwd=site_project.root).returncode


def test_check_names_all_that_lacks(site_project: Project) -> None:
    """`check --publish` names each thing that lacks, in the file where it goes, with a line to write, and gives 1."""
    said = cli("check", "--publish", cwd=site_project.root)
    codes = re.findall(r"\[(publish-[a-z]+)\]", said.stdout)
    lines = [demand.line for demand in (*DEMANDS, *OF_PROCESSORS.values()) if demand.path != ("editors_email",)]

    assert 1 == said.returncode
    assert "publish-address" in codes
    assert len(lines) + 1 == len(codes)
    assert [] == [line for line in lines if line not in said.stdout]
    assert said.stdout.count("content/site.yaml:") == len(codes)
    assert said.stdout.count("De wet vraagt") > 5
    assert said.stdout.count("De site belooft") > 4


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--publish"),
        ("build", "--site-url", REAL),
        ("build", "--site-url", "http://proef.scholen.be:8080/tak"),
        ("export", "elders", "--publish"),
        ("export", "elders", "--site-url", REAL),
    ],
    ids=" ".join,
)
def test_public_site_is_refused(site_project: Project, arguments: tuple[str, ...]) -> None:
    """What is asked for everybody, or has an address that anybody can open, is not made before all is known."""
    said = cli(*arguments, cwd=site_project.root)

    assert 1 == said.returncode
    assert "[publish-publisher]" in said.stderr
    assert "publisher.name" in said.stderr
    assert not (site_project.root / "site").exists()
    assert not (site_project.root / "elders").exists()


def test_address_in_the_settings_is_enough(site_project: Project) -> None:
    """Settings with a real address make every build one for everybody; a look at the records does not."""
    site_project.replace(SITE, TRIAL, REAL)

    assert 0 == cli("check", cwd=site_project.root).returncode
    assert 1 == cli("build", cwd=site_project.root).returncode
    assert 0 == cli("build", "--site-url", TRIAL, cwd=site_project.root).returncode
    assert 1 == cli("build", "--site-url", TRIAL, "--publish", cwd=site_project.root).returncode


def test_a_mistake_in_the_address_asks_nothing_more(site_project: Project) -> None:
    """Where the address itself is wrong, that is what is told."""
    site_project.replace(SITE, TRIAL, "proefwijzer")
    said = cli("build", cwd=site_project.root)

    assert 1 == said.returncode
    assert "[url-" in said.stderr
    assert "[publish-" not in said.stderr


def test_each_line_mends_what_it_is_for(site_project: Project) -> None:
    """Settings made of the lines that the messages offer are all a public site needs."""
    text = f"title: Proefwijzer\ntagline: Een kleine wegwijzer\nsite_url: {REAL}\n"
    blocks: dict[str, list[str]] = {}
    for demand in (*DEMANDS, *OF_PROCESSORS.values()):
        is_inside = len(demand.path) > 1 or demand.line.startswith("- ")
        if is_inside:
            blocks.setdefault(str(demand.path[0]), []).append(f"  {demand.line}")
        else:
            text += f"{demand.line}\n"
    for name, lines in blocks.items():
        text += "\n".join([f"{name}:", *lines, ""])
    site_project.write(SITE, text)
    said = cli("check", "--publish", cwd=site_project.root)

    assert 0 == said.returncode, said.stdout


def words(page: Html) -> str:
    """Gives all that a page says."""
    return " ".join(" ".join(text.split()) for _, _, text in page.elements if text.strip())


def test_nothing_known(site_project: Project) -> None:
    """A trial says of each thing that it is not filled in yet, invents nothing, and sends no mail."""
    settings = "".join(
        line for line in site_project.text(SITE).splitlines(keepends=True) if "editors_email" not in line
    )
    site_project.write(SITE, settings)
    assert 0 == cli("build", cwd=site_project.root).returncode
    page = read_page(site_project.root / "site", "wie/")
    statement = read_page(site_project.root / "site", "toegankelijkheid/")

    for sentence in (
        "Wie deze site uitgeeft, is nog niet ingevuld.",
        "Waar je een vraag over je gegevens stelt, is nog niet ingevuld.",
        "Wat de server van deze site opschrijft en hoelang, is nog niet ingevuld.",
        "In welk land de uitgever zit, is nog niet ingevuld. Een van deze twee ziet toe.",
        "Hoe je onze eigen teksten mag gebruiken, is nog niet ingevuld.",
        "Er is nog geen mailadres van een redactie. Je kunt dus nog niemand mailen.",
    ):
        assert sentence in page.texts("p"), sentence
    assert "wie onze mails ontvangt, is nog niet ingevuld." in words(page)
    assert "nog niet ingevuld" in " ".join(page.texts("li"))
    assert "Gegevensbeschermingsautoriteit" in words(page)
    assert "Autoriteit Persoonsgegevens" in words(page)
    assert [] == [href for href in page.attributes("a", "href") if href.startswith("mailto:")]
    assert "[[" not in words(page)
    assert "Waar je dan een klacht indient, is nog niet ingevuld." in statement.texts("p")
    assert [] == [href for href in statement.attributes("a", "href") if href.startswith("mailto:")]
    assert "CC BY" not in words(page)


@pytest.fixture
def public_site(site_project: Project) -> Path:
    """The site for everybody, with all that has to be known."""
    site_project.write(SITE, KNOWN)
    built = cli("build", "--publish", cwd=site_project.root)
    assert 0 == built.returncode, built.stderr
    return site_project.root / "site"


def test_everything_known(public_site: Path) -> None:
    """A public site says who publishes it, what is kept, who gets what, who sees to it, and sends each mail."""
    page = read_page(public_site, "wie/")
    said = words(page)
    mails = [href for href in page.attributes("a", "href") if href.startswith("mailto:")]

    for piece in (
        "Scholen samen",
        "vzw",
        "Kerkplein 2, 8000 Brugge",
        "België",
        "0123.456.749",
        "De server wordt beheerd door Hostbedrijf en staat in België. Bij elk bezoek schrijft hij dit op: het "
        "internetadres en de pagina. Na 14 dagen wordt dat gewist.",
        "Postbedrijf (België) krijgt je mailadres en wat je schrijft. Het blijft bewaard: een jaar.",
        "Codebedrijf (Nederland) krijgt je gebruikersnaam en je wijziging.",
        "Een redacteur schreef ze op basis van de bronnen.",
        "Een leraar van een van de scholen.",
        "Gegevensbeschermingsautoriteit",
        "Drukpersstraat 35, 1000 Brussel.",
        "CC BY 4.0",
    ):
        assert piece in said, piece
    assert "Je krijgt binnen 7 dagen antwoord." in page.texts("p")
    assert "Autoriteit Persoonsgegevens" not in said
    assert "nog niet ingevuld" not in said
    assert "mailto:privacy@scholen.be" in mails
    assert 4 == len([href for href in mails if href.startswith("mailto:redactie@scholen.be?subject=")])


def test_statement_of_a_public_site(public_site: Path) -> None:
    """The accessibility statement has every element of the European model, in its order."""
    page = read_page(public_site, "toegankelijkheid/")
    said = words(page)

    assert [
        "In hoeverre de site voldoet",
        "Wat niet toegankelijk is",
        "Hoe dat is nagekeken",
        "Meld wat niet lukt",
        "Krijg je geen goed antwoord?",
        "Wat je moet weten",
    ] == [text for text in page.texts("h2") if text]
    for piece in (
        "Scholen samen staat daarvoor in.",
        "Deze verklaring geldt voor deze proef.",
        "Voor de uitgever geldt ook: het Bestuursdecreet.",
        "Deze site voldoet volledig aan",
        "We weten van niets wat niet toegankelijk is.",
        "Deze verklaring is opgesteld op 20 november 2026.",
        "Iemand las alles.",
        "Door de makers zelf, op 20 november 2026.",
        "Dan kun je een klacht indienen bij",
        "Ombudsdienst",
    ):
        assert piece in said, piece
    hrefs = page.attributes("a", "href")
    assert "https://www.scholen.be/ombuds" in hrefs
    assert [one for one in hrefs if one.startswith("mailto:toegang@scholen.be?subject=")]
    assert [one for one in hrefs if "32018D1523" in one]


def test_removed_through_a_build(site_project: Project) -> None:
    """A build puts the neutral page where the organisation was, and keeps all that leads to other places working."""
    acme = site_project.text("providers/acme.yaml")
    other = acme.replace("Acme", "Beta").replace("/bron", "/andere-bron")
    site_project.write("providers/beta.yaml", other)
    assert 0 == cli("build", cwd=site_project.root).returncode
    (site_project.root / "providers/acme.yaml").unlink()
    site_project.write("content/removed/acme.yaml", "since: 2026-11-02\nreason: organisation\noffers: [workshop]\n")
    built = cli("build", cwd=site_project.root)
    site = site_project.root / "site"
    page = read_page(site, "catalogus/acme/")

    assert 0 == built.returncode, built.stderr
    assert "address-lost" not in built.stderr
    assert "catalogus/acme/" in page_addresses(site)
    assert ["Op verzoek weggehaald"] == page.texts("h1")
    assert ["noindex"] == page.attributes("meta", "content", name="robots")
    assert "Acme" not in (site / "catalogus/acme/index.html").read_text(encoding="utf-8")
    assert "acme" not in (site / "sitemap.xml").read_text(encoding="utf-8")
