# Field names are schema.org's where it has them (Organization, Course, CourseInstance); see domain.md.
"""An organisation with its offers."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import (
    Amount,
    Day,
    Email,
    Hours,
    Id,
    Level,
    Name,
    Phone,
    PlainText,
    RichText,
    SourceUrl,
    Summary,
    Title,
    Url,
    WholeNumber,
    quoted,
    unique,
)
from generator.core.record import Part, Record
from generator.kinds.terms import (
    Competences,
    Criterion,
    EducationLevels,
    Languages,
    Methods,
    ProviderIds,
    ProviderKind,
    Regions,
    Roles,
    Themes,
)


class Contact(Part):
    """How to reach the organisation: its own functional addresses, never a person's."""

    email: Email | None = Field(None, title="Mailadres", description="Algemeen adres, nooit van een persoon.")
    phone: Phone | None = Field(
        None, title="Telefoon", description="Algemeen nummer, liefst met landnummer: +32 2 123 45 67."
    )
    page: Url | None = Field(None, title="Contactpagina", description="Adres van de contactpagina.")


class Answer(Part):
    """What the organisation says of itself about one criterion of a checklist."""

    answer: Literal["yes", "partly", "no"] = Field(
        title="Antwoord", description="yes, partly of no. no alleen als de organisatie het zelf zegt."
    )
    evidence: PlainText = Field(title="Waaruit dat blijkt", description="In eigen woorden, wat de bron zegt.")
    source: Title = Field(
        title="Bron", description="Het volgnummer van de bron in dit record (1 is de eerste), of haar adres."
    )


class Duration(Part):
    """How long an offer takes, as far as it is known."""

    hours: Hours | None = Field(None, title="Uren", description="Uren in totaal.")
    sessions: WholeNumber | None = Field(None, title="Sessies", description="Aantal keren dat je samenkomt.")
    weeks: WholeNumber | None = Field(None, title="Weken", description="Over hoeveel weken het loopt.")
    text: Title | None = Field(None, title="In woorden", description="Als de cijfers niet volstaan: een schooljaar.")

    @classmethod
    def from_words(cls, text: str) -> str:
        """Reads `9 hours`, `2u`, `3 sessies`; all else stays words."""
        match = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*([a-z]+)\.?", text.strip().casefold())
        unit = _UNITS.get(match[2]) if match else None
        return f"{{{unit}: {match[1].replace(',', '.')}}}" if match and unit else f"{{text: {quoted(text)}}}"


_UNITS = {
    **dict.fromkeys(("u", "uur", "uren", "hour", "hours", "h"), "hours"),
    **dict.fromkeys(("sessie", "sessies", "session", "sessions", "keer", "bijeenkomst", "bijeenkomsten"), "sessions"),
    **dict.fromkeys(("week", "weken", "weeks"), "weeks"),
}


class Price(Part):
    """What an offer costs."""

    amount: Amount | None = Field(None, title="Bedrag", description="0 is gratis. Zonder valuta.")
    currency: Literal["EUR"] | None = Field(None, title="Valuta", description="EUR.")
    per: Literal["person", "team", "session", "school"] | None = Field(
        None, title="Per", description="person, team, session of school."
    )
    note: Title | None = Field(None, title="Toelichting", description="Wat erbij hoort, of wie betaalt.")

    @classmethod
    def from_words(cls, text: str) -> str:
        """Reads `€ 25`, `25 euro`, `gratis`; all else stays a note."""
        if text.strip().casefold() in ("gratis", "free", "kosteloos", "geen kosten"):
            return "{amount: 0}"
        match = re.fullmatch(
            r"(?:€|eur|euro)?\s*(\d+(?:[.,]\d{1,2})?)(?:,-)?\s*(?:€|eur|euro)?", text.strip().casefold()
        )
        return f"{{amount: {match[1].replace(',', '.')}, currency: EUR}}" if match else f"{{note: {quoted(text)}}}"


class GroupSize(Part):
    """How many people take part together."""

    least: WholeNumber | None = Field(None, title="Minstens", description="Kleinste groep.")
    most: WholeNumber | None = Field(None, title="Hoogstens", description="Grootste groep.")

    @classmethod
    def from_words(cls, text: str) -> str | None:
        """Reads `8-16`, `8 tot 16`, `max. 16`, `minstens 8`."""
        numbers = re.findall(r"\d+", text)
        if len(numbers) == 2:
            return f"{{least: {numbers[0]}, most: {numbers[1]}}}"
        is_least = re.search(r"min|vanaf|least", text.casefold())
        return f"{{{'least' if is_least else 'most'}: {numbers[0]}}}" if len(numbers) == 1 else None


class OfferDate(Part):
    """A moment at which an offer is given."""

    start: Day = Field(title="Begin", description="Eerste dag: 2026-11-21.")
    end: Day | None = Field(None, title="Einde", description="Laatste dag.")
    place: Title | None = Field(None, title="Plaats", description="Gemeente of gebouw.")


class Offer(Part):
    """A training an organisation offers. Material or a tool without training is no offer."""

    id: Id = Field(title="Id", description="Uniek in dit bestand; wordt het anker in het adres.")
    title: Title = Field(title="Titel", description="De naam van de nascholing.")
    summary: Summary = Field(title="Samenvatting", description="Wat je er leert en hoe, in eigen woorden.")
    status: Literal["running", "on-request", "past", "unknown"] = Field(
        title="Status", description="running: loopt; on-request: op aanvraag; past: voorbij; unknown: niet bekend."
    )
    source: Title = Field(title="Bron", description="Volgnummer van de bron in dit record (1 is de eerste), of adres.")
    format: Methods = Field((), title="Vorm", description="Werkvormen uit de lijst methods.")
    presence: Annotated[tuple[Literal["onsite", "online", "hybrid", "at-school"], ...], unique()] = Field(
        (),
        title="Waar",
        description="onsite: op locatie; online; hybrid: deels online; at-school: bij jou op school.",
    )
    duration: Duration | None = Field(None, title="Duur", description="Zo precies als bekend.")
    education_levels: EducationLevels = Field(
        (), title="Onderwijsniveaus", description="Uit de lijst education-levels."
    )
    regions: Regions = Field(
        (), title="Regio's", description="Uit de lijst regions. Leeg: overal waar de organisatie werkt."
    )
    themes: Themes = Field((), title="Thema's", description="Uit de lijst themes.")
    competences: Competences = Field(
        (), title="Digitale competenties", description="Alleen wat de nascholing duidelijk aanleert: 3.1."
    )
    roles: Roles = Field((), title="Voor wie", description="Uit de lijst roles.")
    participation: Annotated[tuple[Literal["individual", "team"], ...], unique()] = Field(
        (), title="Deelname", description="individual: alleen; team: met je team."
    )
    prerequisites: PlainText | None = Field(
        None, title="Voorwaarden", description="Wat je vooraf moet kunnen of hebben."
    )
    accessibility: PlainText | None = Field(
        None, title="Toegankelijkheid", description="Wat bekend is voor deelnemers met een beperking."
    )
    starting_level: Level | None = Field(None, title="Startniveau", description="A1 tot C2.")
    target_level: Level | None = Field(
        None, title="Eindniveau", description="A1 tot C2; niet lager dan het startniveau."
    )
    group_size: GroupSize | None = Field(None, title="Groep", description="Met hoeveel je bent.")
    price: Price | None = Field(None, title="Prijs", description="Zo precies als bekend.")
    dates: tuple[OfferDate, ...] = Field((), title="Data", description="Bekende momenten.")
    enrol_until: Day | None = Field(None, title="Inschrijven tot", description="Laatste dag om in te schrijven.")
    recurs: Literal["yearly", "termly", "on-demand"] | None = Field(
        None,
        title="Komt terug",
        description="Alleen als de bron het zegt. yearly: elk jaar; termly: elk semester; on-demand: als er vraag is.",
    )
    period: Title | None = Field(
        None, title="Periode", description="Als er geen dagen bekend zijn: schooljaar 2025-2026."
    )
    follow_up: PlainText | None = Field(None, title="Opvolging", description="Wat er na de nascholing nog gebeurt.")
    certificate: Literal["none", "attendance", "microcredential", "diploma", "certificate"] | None = Field(
        None, title="Bewijs", description="none, attendance, certificate, microcredential of diploma."
    )
    language: Languages = Field((), title="Taal", description="Uit de lijst languages.")
    partners: ProviderIds = Field(
        (), title="Samen met", description="Andere organisaties in deze kennisbank die dit mee geven of betalen."
    )
    url: SourceUrl | None = Field(None, title="Adres", description="De eigen pagina van deze nascholing.")
    former_ids: tuple[Id, ...] = Field(
        (), title="Vroegere id's", description="Oude id's van deze nascholing: hun adres leidt nog hierheen."
    )

    @property
    def last_day(self) -> date | None:
        """The last day on which it is known to be given."""
        return max((moment.end or moment.start for moment in self.dates), default=None)


class Provider(Record):
    """An organisation that helps teachers learn."""

    name: Name = Field(title="Naam", description="Zoals de organisatie zichzelf noemt.")
    kind: ProviderKind = Field(title="Soort", description="Uit de lijst provider-kinds.")
    summary: Summary = Field(title="Samenvatting", description="Wat de organisatie doet, in twee of drie zinnen.")
    status: Literal["active", "unknown", "stopped"] = Field(
        title="Status", description="active: actief gezien; unknown: niet bekend; stopped: gestopt."
    )
    status_note: PlainText | None = Field(None, title="Bij de status", description="Waaruit de status blijkt.")
    homepage: SourceUrl | None = Field(None, title="Website", description="https, of http als er niets anders is.")
    contact: Contact | None = Field(None, title="Contact", description="Algemene adressen van de organisatie.")
    vision: RichText | None = Field(
        None, title="Visie op leren", description="Wat de organisatie goede professionalisering vindt."
    )
    regions: Regions = Field((), title="Regio's", description="Uit de lijst regions.")
    education_levels: EducationLevels = Field(
        (), title="Onderwijsniveaus", description="Uit de lijst education-levels."
    )
    themes: Themes = Field((), title="Thema's", description="Uit de lijst themes.")
    methods: Methods = Field((), title="Werkvormen", description="Uit de lijst methods.")
    languages: Languages = Field((), title="Talen", description="Uit de lijst languages.")
    competences: Competences = Field(
        (), title="Digitale competenties", description="Wat de organisatie duidelijk aanleert."
    )
    criteria: dict[Criterion, Answer] = Field(
        {}, title="Antwoorden op de checklist", description="Per criterium wat de organisatie van zichzelf zegt."
    )
    notes: tuple[PlainText, ...] = Field(
        (),
        title="Goed om te weten",
        description="Wat een lezer helpt en nergens anders past, elk met zijn bron in de tekst.",
    )
    offers: tuple[Offer, ...] = Field((), title="Aanbod", description="De nascholingen van deze organisatie.")


__all__ = ["Answer", "Contact", "Duration", "GroupSize", "Offer", "OfferDate", "Price", "Provider"]
