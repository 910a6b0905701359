"""A project with its deliverables."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import Day, PlainText, RichText, SourceUrl, Summary, Title, Url, WholeNumber
from generator.core.record import Part, Record
from generator.kinds.terms import Competences, Language


class Technology(Part):
    """A technology the project looks at."""

    name: Title = Field(title="Naam", description="De technologie.")
    purpose: PlainText = Field(title="Waarvoor", description="Wat het project ervan verwacht.")


class Organisation(Part):
    """An organisation with its part in the project."""

    name: Title = Field(title="Naam", description="De organisatie of groep.")
    part: PlainText | None = Field(None, title="Aandeel", description="Wat ze bijdraagt.")
    url: SourceUrl | None = Field(None, title="Adres", description="Haar website.")


class File(Part):
    """A file or page that holds a deliverable."""

    title: Title = Field(title="Titel", description="Wat het is.")
    url: Url = Field(title="Adres", description="Het volledige adres.")
    format: Title | None = Field(None, title="Formaat", description="pdf, webpagina …")


class Deliverable(Part):
    """A result the project announced."""

    number: WholeNumber = Field(title="Nummer", description="Volgnummer.")
    title: Title = Field(title="Titel", description="De officiële naam.")
    own_title: Title | None = Field(None, title="Eigen naam", description="Kort, in gewone woorden; van ons.")
    summary: PlainText | None = Field(None, title="Samenvatting", description="Wat erover bekend is.")
    status: Literal["planned", "in-progress", "published", "unknown"] = Field(
        title="Status", description="planned, in-progress, published of unknown."
    )
    published_on: Day | None = Field(None, title="Verschenen op", description="De dag van publicatie.")
    language: Language | None = Field(None, title="Taal", description="Uit de lijst languages.")
    files: tuple[File, ...] = Field((), title="Bestanden", description="Waar het te vinden is.")


class Project(Record):
    """A project about teachers' professional development."""

    title: Title = Field(title="Titel", description="De officiële naam.")
    summary: Summary = Field(title="Samenvatting", description="Waar het om gaat, in drie zinnen.")
    why: RichText | None = Field(None, title="Waarom", description="De aanleiding.")
    questions: tuple[PlainText, ...] = Field((), title="Kernvragen", description="Wat het project wil weten.")
    goals: tuple[PlainText, ...] = Field((), title="Doelen", description="Wat het project wil bereiken.")
    goals_of: Title | None = Field(
        None, title="Wiens doelen", description="Wie die doelen heeft, als de bron dat zegt."
    )
    technologies: tuple[Technology, ...] = Field((), title="Technologie", description="Waarnaar het kijkt.")
    approach: tuple[PlainText, ...] = Field((), title="Aanpak", description="Wat het project doet, in volgorde.")
    expected_effects: tuple[PlainText, ...] = Field((), title="Verwachte effecten", description="Op termijn.")
    applicants: tuple[Organisation, ...] = Field((), title="Aanvragers", description="Wie het project aanvroeg.")
    contributors: tuple[Organisation, ...] = Field((), title="Wie meewerkt", description="Groepen en organisaties.")
    funding: RichText | None = Field(None, title="Financiering", description="Wie betaalt; wat niet bekend is.")
    period: PlainText | None = Field(None, title="Looptijd", description="Wanneer het loopt.")
    results_expected: PlainText | None = Field(
        None, title="Resultaten verwacht", description="Wanneer, en wie dat zegt."
    )
    competences: Competences = Field(
        (), title="Digitale competenties", description="Waar het project uitdrukkelijk over gaat."
    )
    deliverables: Annotated[tuple[Deliverable, ...], Field(min_length=1)] = Field(
        title="Resultaten", description="Wat is aangekondigd, met wat ervan bekend is."
    )


__all__ = ["Deliverable", "File", "Organisation", "Project", "Technology"]
