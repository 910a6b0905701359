"""An example of a trajectory: who does what, as its source planned or told it."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import Id, PlainText, RichText, Summary, Title
from generator.core.record import Part, Record
from generator.kinds.terms import Competences, ProviderIds


class Activity(Part):
    """Something that is done in a phase."""

    title: Title = Field(title="Activiteit", description="Wat er gebeurt, in een paar woorden.")
    who: Title | None = Field(None, title="Wie", description="Wie het doet, en voor wie.")
    roles: tuple[Id, ...] = Field(
        (), title="Rollen", description="Wie van roles_in_school meedoet: de id's. Voor de tekening."
    )
    what: PlainText = Field(title="Wat", description="Hoe het gaat.")
    when: Title | None = Field(None, title="Wanneer", description="Het moment, als het bekend is.")


class Phase(Part):
    """A phase of the trajectory."""

    title: Title = Field(title="Titel", description="Naam van de fase.")
    component: Literal["preparation", "training", "guidance", "evaluation"] = Field(
        title="Onderdeel", description="preparation, training, guidance of evaluation."
    )
    summary: PlainText | None = Field(None, title="Samenvatting", description="Waar de fase om draait.")
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)] = Field(
        title="Activiteiten", description="In volgorde."
    )


class SchoolRole(Part):
    """Someone in or around the school with a task in the trajectory."""

    id: Id = Field(title="Id", description="Uniek in dit voorbeeld; zo verwijst een activiteit ernaar.")
    title: Title = Field(title="Rol", description="Naam van de rol.")
    task: PlainText = Field(title="Taak", description="Wat die persoon doet.")


class Lesson(Part):
    """Something to learn from the trajectory."""

    title: Title = Field(title="Les", description="De kern.")
    text: PlainText = Field(title="Uitleg", description="Wat je ermee doet op jouw school.")


class Trajectory(Record):
    """A worked example of a trajectory."""

    title: Title = Field(title="Titel", description="Naam van het voorbeeld.")
    summary: Summary = Field(title="Samenvatting", description="Twee of drie zinnen.")
    context: RichText = Field(title="Context", description="Waar, wanneer en waarom.")
    partners: tuple[Title, ...] = Field(
        (), title="Partners", description="Organisaties die meedoen, of dat zouden doen."
    )
    providers: ProviderIds = Field((), title="Aanbieders", description="Partners die in deze kennisbank staan.")
    competences: Competences = Field((), title="Digitale competenties", description="Waar het traject aan werkt.")
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)] = Field(title="Fasen", description="In volgorde.")
    roles_in_school: tuple[SchoolRole, ...] = Field((), title="Rollen", description="Wie doet wat op school.")
    lessons: tuple[Lesson, ...] = Field((), title="Lessen", description="Wat andere scholen ermee kunnen.")
    outcome: RichText | None = Field(None, title="Afloop", description="Eerlijk: wat er daarna van bekend is.")


__all__ = ["Activity", "Lesson", "Phase", "SchoolRole", "Trajectory"]
