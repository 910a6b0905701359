"""The settings of one installation of the site."""

from typing import Literal

from pydantic import Field

from generator.core.fields import Email, PlainText, RichText, SiteUrl, Summary, Title, Truth, Url
from generator.core.record import Identified, Part
from generator.kinds.terms import ProviderIds


class Publisher(Part):
    """Who publishes this installation."""

    name: Title = Field(title="Naam", description="De organisatie die de site uitgeeft.")
    url: Url | None = Field(None, title="Website", description="Haar website.")


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
    reply_within: Title | None = Field(None, title="Antwoordtermijn", description="Bijvoorbeeld: binnen vijf werkdagen.")
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


__all__ = ["Complaints", "FrontMatter", "Publisher", "Site", "WrittenPage"]
