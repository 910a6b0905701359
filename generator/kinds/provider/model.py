# Field names are schema.org's where it has them (Organization, Course, CourseInstance); see domain.md.
"""An organisation with its offers."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import (
    Amount,
    Currency,
    Day,
    Email,
    Hours,
    Id,
    Level,
    Moment,
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


ALL = "organisation"
"""What an answer is about when it holds for all that an organisation offers."""


class Answer(Part):
    """What is said of an organisation, or of one of its offers, about one criterion of a checklist."""

    answer: Literal["yes", "partly", "no"] = Field(
        title="Antwoord", description="yes, partly of no. no alleen als de bron dat zelf zegt."
    )
    about: Title = Field(
        ALL, title="Waarover", description="organisation: heel het aanbod; anders het id van één nascholing."
    )
    says: Literal["organisation", "third-party", "independent"] = Field(
        title="Wie het zegt",
        description=(
            "organisation: de organisatie zelf; third-party: een ander die ermee te maken heeft, zoals een partner of "
            "een krant; independent: wie het onafhankelijk onderzocht."
        ),
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


class Reduced(Part):
    """A lower price, and for whom."""

    amount: Amount = Field(title="Bedrag", description="0 is gratis. In dezelfde valuta als de prijs.")
    who: Title = Field(title="Voor wie", description="Wie dit betaalt: leden, studenten, Brusselse scholen.")


class Price(Part):
    """What an offer costs."""

    amount: Amount | None = Field(None, title="Bedrag", description="0 is gratis. Zonder valuta.")
    currency: Currency | None = Field(None, title="Valuta", description="Drie letters van ISO 4217. Leeg: EUR.")
    per: Literal["person", "team", "session", "school"] | None = Field(
        None, title="Per", description="person, team, session of school."
    )
    reduced: Reduced | None = Field(None, title="Minder voor", description="Een lagere prijs, en voor wie die is.")
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

    start: Moment = Field(
        title="Begin",
        description="Eerste dag, met het uur als dat bekend is: 2027-03-26 of 2027-03-26 19:30.",
    )
    end: Moment | None = Field(None, title="Einde", description="Laatste dag, met het uur als dat bekend is.")
    places: Annotated[tuple[Title, ...], unique()] = Field(
        (), title="Plaatsen", description="Gemeenten of gebouwen waar het doorgaat."
    )

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return (self.end or self.start).day


Fact = Literal[
    "format",
    "presence",
    "duration",
    "education_levels",
    "regions",
    "themes",
    "competences",
    "roles",
    "participation",
    "learning_goals",
    "eligibility",
    "pace",
    "platform",
    "prerequisites",
    "accessibility",
    "starting_level",
    "target_level",
    "group_size",
    "price",
    "dates",
    "enrol_until",
    "recurs",
    "period",
    "follow_up",
    "certificate",
    "language",
    "partners",
]
"""A field of an offer that can come from a source of its own."""


class Offer(Part):
    """A training an organisation offers. Material or a tool without training is no offer."""

    id: Id = Field(title="Id", description="Uniek in dit bestand; wordt het anker in het adres.")
    title: Title = Field(title="Titel", description="De naam van de nascholing.")
    summary: Summary = Field(title="Samenvatting", description="Wat je er leert en hoe, in eigen woorden.")
    status: Literal["running", "on-request", "past", "unknown"] = Field(
        title="Status", description="running: loopt; on-request: op aanvraag; past: voorbij; unknown: niet bekend."
    )
    sources: Annotated[tuple[Title, ...], Field(min_length=1), unique()] = Field(
        title="Bronnen",
        description="Volgnummers (1 is de eerste) of adressen van de bronnen in dit record die deze nascholing noemen.",
    )
    fact_sources: dict[Fact, Title] = Field(
        {}, title="Bron per gegeven", description="Waar een gegeven uit een andere bron komt: {price: 3}."
    )
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
    learning_goals: Annotated[tuple[PlainText, ...], unique()] = Field(
        (), title="Leerdoelen", description="Wat je daarna kunt, in eigen woorden, een zin per doel."
    )
    eligibility: Literal["open", "members", "selected", "invited"] | None = Field(
        None,
        title="Wie zich kan inschrijven",
        description="open: iedereen; members: leden; selected: wie gekozen wordt; invited: wie gevraagd is.",
    )
    pace: Literal["scheduled", "self-paced"] | None = Field(
        None, title="Tempo", description="scheduled: op vaste momenten; self-paced: wanneer je wilt."
    )
    platform: Title | None = Field(None, title="Platform", description="Waar het online gebeurt, zoals Moodle.")
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
        return max((moment.last_day for moment in self.dates), default=None)


class Note(Part):
    """What helps a reader and fits nowhere else."""

    text: PlainText = Field(title="Tekst", description="Eén ding per keer, in eigen woorden.")
    source: Title = Field(title="Bron", description="Volgnummer of adres van de bron in dit record.")

    @classmethod
    def from_words(cls, text: str) -> str:
        """Reads a text of which the source is still to be named."""
        return f"{{text: {quoted(text)}, source: 1}}"


class Provider(Record):
    """An organisation that helps teachers learn."""

    name: Name = Field(title="Naam", description="Zoals de organisatie zichzelf noemt.")
    kind: ProviderKind = Field(title="Soort", description="Uit de lijst provider-kinds.")
    summary: Summary = Field(title="Samenvatting", description="Wat de organisatie doet, in twee of drie zinnen.")
    existence: Literal["active", "unknown", "stopped"] = Field(
        title="Bestaat nog",
        description="active: een bron laat dat zien; unknown: niet bekend; stopped: een bron zegt dat ze stopte.",
    )
    existence_note: PlainText | None = Field(
        None, title="Waaruit dat blijkt", description="Wat de bron zegt, met de datum. Verplicht bij stopped."
    )
    existence_source: Title | None = Field(
        None, title="Bron daarvan", description="Volgnummer of adres van de bron die dat zegt. Verplicht bij stopped."
    )
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
        {}, title="Antwoorden op de checklist", description="Per criterium wat een bron over de organisatie zegt."
    )
    notes: tuple[Note, ...] = Field(
        (), title="Goed om te weten", description="Wat een lezer helpt en nergens anders past."
    )
    offers: tuple[Offer, ...] = Field((), title="Aanbod", description="De nascholingen van deze organisatie.")


__all__ = [
    "ALL",
    "Answer",
    "Contact",
    "Duration",
    "GroupSize",
    "Note",
    "Offer",
    "OfferDate",
    "Price",
    "Provider",
    "Reduced",
]
