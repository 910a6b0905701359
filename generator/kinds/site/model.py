"""The settings of one installation of the site."""

from typing import Literal

from pydantic import Field

from generator.core.fields import (
    Email,
    PlainText,
    RichText,
    SiteUrl,
    SourceUrl,
    Summary,
    Title,
    Truth,
    Url,
    WholeNumber,
)
from generator.core.record import Identified, Part
from generator.kinds.terms import ProviderIds


class Publisher(Part):
    """Who publishes this installation, and answers for it."""

    name: Title = Field(title="Naam", description="De organisatie die de site uitgeeft.")
    legal_form: Title | None = Field(None, title="Rechtsvorm", description="vzw, stichting, overheidsdienst …")
    address: Title | None = Field(None, title="Adres", description="Straat en nummer, postcode en gemeente.")
    country: Literal["BE", "NL"] | None = Field(
        None, title="Land", description="BE of NL: dat zegt welke autoriteit toeziet op privacy."
    )
    registration: Title | None = Field(
        None, title="Nummer", description="België: het ondernemingsnummer (KBO). Nederland: het KVK-nummer."
    )
    url: Url | None = Field(None, title="Website", description="Haar website.")


class Authority(Part):
    """A body that somebody can turn to when an answer does not help."""

    name: Title = Field(title="Naam", description="De dienst.")
    url: Url = Field(title="Adres", description="De pagina waar je er een klacht indient.")


class AccessibilityContact(Part):
    """Who hears that something cannot be used, and who sees to the answer."""

    email: Email = Field(title="Mailadres", description="Waar iemand meldt dat iets niet bruikbaar is.")
    law: Title | None = Field(
        None, title="Wet", description="De wet over toegankelijkheid die voor de uitgever geldt, als die er is."
    )
    authority: Authority | None = Field(None, title="Toezicht", description="Wie kijkt of de uitgever goed antwoordt.")


class Texts(Part):
    """How the texts of this site came about."""

    made: PlainText | None = Field(None, title="Gemaakt", description="Hoe en door wie of wat ze geschreven zijn.")
    checked_by: PlainText | None = Field(
        None, title="Nagekeken", description="Door wie ze zijn nagelezen: een functie, nooit de naam van een persoon."
    )


class Processor(Part):
    """A company or body that gets what a visitor sends by mail, or changes in the files."""

    does: Literal["mail", "repository"] = Field(
        title="Wat ze doet", description="mail: ontvangt de mails; repository: beheert de codeplek."
    )
    name: Title = Field(title="Naam", description="De organisatie.")
    country: Title = Field(title="Land", description="Waar de gegevens staan.")
    keeps: Title = Field(title="Hoelang", description="Hoelang het bewaard blijft: tot een jaar na het antwoord.")
    url: Url | None = Field(None, title="Adres", description="Haar eigen uitleg over privacy.")


class ServerLogs(Part):
    """What the server that the site stands on writes down of a visit."""

    host: Title = Field(title="Wie", description="De organisatie die de server beheert.")
    country: Title = Field(title="Land", description="Waar de server staat.")
    keeps: Title = Field(title="Wat", description="Wat er per bezoek opgeschreven wordt.")
    days: WholeNumber = Field(title="Hoelang", description="Na hoeveel dagen het gewist wordt.")


class Licence(Part):
    """Under what conditions others may use the texts that are our own."""

    name: Title = Field(title="Naam", description="Zoals CC BY 4.0.")
    url: Url = Field(title="Adres", description="Waar de voorwaarden staan.")


class SourceLicence(Part):
    """What a source says of the use of its own text."""

    source: SourceUrl = Field(title="Bron", description="Het adres van de bron, of het begin van haar adressen.")
    name: Title = Field(title="Licentie", description="Zoals de bron ze noemt.")
    url: Url | None = Field(None, title="Adres", description="Waar de bron dat zegt.")


class Complaints(Part):
    """Where a complaint about a training or a record can go."""

    title: Title = Field(title="Naam", description="Bij wie je terecht kunt.")
    text: PlainText = Field(title="Uitleg", description="Waarvoor en hoe.")
    url: Url | None = Field(None, title="Adres", description="De pagina van die dienst.")


class Site(Identified):
    """The one settings record. No address is ever invented: what is left out hides its links."""

    title: Title = Field(title="Titel", description="Naam van de site.")
    tagline: Title = Field(title="Ondertitel", description="Wat de site is, in een zin.")
    site_url: SiteUrl = Field(
        title="Adres van de site", description="Eindigt op een schuine streep. .example tot er een echt adres is."
    )
    repository: Url | None = Field(None, title="Codeplek", description="Adres van de openbare git-repository.")
    edit_path: Title = Field(
        "edit/main/", title="Pad om te wijzigen", description="Wat na het adres van de repository komt, voor een bestand."
    )
    publisher: Publisher | None = Field(None, title="Uitgever", description="Wie deze site uitgeeft.")
    editors_email: Email | None = Field(None, title="Redactie", description="Mailadres van de redactie.")
    reply_days: WholeNumber | None = Field(
        None, title="Antwoord binnen", description="Binnen hoeveel dagen de redactie antwoordt."
    )
    privacy_email: Email | None = Field(
        None, title="Privacy", description="Mailadres voor vragen over persoonsgegevens."
    )
    accessibility: AccessibilityContact | None = Field(
        None, title="Toegankelijkheid", description="Wie je mailt als iets niet bruikbaar is, en wie daarop toeziet."
    )
    texts: Texts | None = Field(None, title="Teksten", description="Hoe de teksten gemaakt en nagekeken zijn.")
    processors: tuple[Processor, ...] = Field(
        (), title="Wie krijgt gegevens", description="Wie de mails ontvangt en de codeplek beheert."
    )
    server_logs: ServerLogs | None = Field(
        None, title="Logboek", description="Wat de server van een bezoek opschrijft, en hoelang."
    )
    licence: Licence | None = Field(None, title="Licentie", description="Hoe anderen onze eigen teksten mogen gebruiken.")
    source_licences: tuple[SourceLicence, ...] = Field(
        (), title="Licenties van bronnen", description="Wat bronnen zeggen over het gebruik van hun eigen tekst."
    )
    complaints: tuple[Complaints, ...] = Field((), title="Klachten", description="Waar je met een klacht terechtkunt.")
    sends_to: ProviderIds = Field(
        (),
        title="Waarheen de site verwijst",
        description="Organisaties uit deze kennisbank bij wie elke leraar terechtkan als er weinig te vinden is.",
    )
    independent_of: tuple[Title, ...] = Field(
        (), title="Onafhankelijk van", description="Organisaties die genoemd worden maar deze site niet maken."
    )
    about: RichText | None = Field(None, title="Over deze installatie", description="Wat een bezoeker moet weten.")


class FrontMatter(Identified):
    """What stands above a hand-written page, between its two lines of dashes."""

    title: Title = Field(title="Titel", description="Naam van de pagina, in de browser en in het zoeken.")
    description: Summary | None = Field(None, title="Beschrijving", description="Waarover de pagina gaat, in een zin.")
    hide: tuple[Literal["navigation", "toc"], ...] = Field((), title="Verberg", description="toc: geen inhoudstafel.")
    contact: Truth = Field(False, title="Contact", description="Of de contactgegevens onderaan staan.")
    independent: Truth = Field(False, title="Onafhankelijk", description="Of de lijst van independent_of onderaan staat.")


class WrittenPage(Identified):
    """A hand-written page: `body` is Markdown with its counts filled in, `text` the words of it for the search."""

    front: FrontMatter
    as_written: str
    """The Markdown as it stands in the file, with as many empty lines before it as its front matter takes."""
    body: str
    text: str

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return f"{self.id}/"


__all__ = [
    "AccessibilityContact",
    "Authority",
    "Complaints",
    "FrontMatter",
    "Licence",
    "Processor",
    "Publisher",
    "ServerLogs",
    "Site",
    "SourceLicence",
    "Texts",
    "WrittenPage",
]
