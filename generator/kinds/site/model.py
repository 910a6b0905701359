"""The settings of one installation of the site."""

from pydantic import Field

from generator.core.fields import Email, PlainText, RichText, SiteUrl, Title, Url
from generator.core.record import Identified, Part


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
    independent_of: tuple[Title, ...] = Field(
        (), title="Onafhankelijk van", description="Organisaties die genoemd worden maar deze site niet maken."
    )
    about: RichText | None = Field(None, title="Over deze installatie", description="Wat een bezoeker moet weten.")


class WrittenPage(Identified):
    """A hand-written page, as far as the search needs it: it is published by the engine, not by us."""

    address: str
    title: str
    description: str
    text: str


__all__ = ["Complaints", "Publisher", "Site", "WrittenPage"]
