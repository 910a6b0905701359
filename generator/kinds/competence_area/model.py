# The six areas and 32 items of SELFIEforTEACHERS, on top of DigCompEdu (shared facts: framework.md). Labels are ours.
"""An area of digital competence with its competences."""

from typing import Annotated

from pydantic import Field

from generator.core.fields import Number, PlainText, RichText, Title, WholeNumber
from generator.core.record import Part, Record
from generator.kinds.terms import Themes


class Competence(Part):
    """One competence of an area."""

    id: Number = Field(title="Nummer", description="Nummer van het domein, punt, volgnummer: 1.1.")
    title: Title = Field(title="Titel", description="Korte naam, ons eigen label.")
    original_title: Title | None = Field(None, title="Engelse naam", description="Zoals in SELFIEforTEACHERS.")
    description: PlainText = Field(title="Beschrijving", description="Wat je dan kunt en doet, in eigen woorden.")
    themes: Themes = Field((), title="Thema's", description="Thema's van nascholing die erbij passen.")


class CompetenceArea(Record):
    """An area with its competences."""

    number: WholeNumber = Field(title="Nummer", description="1 tot 6.")
    title: Title = Field(title="Titel", description="Naam van het domein.")
    original_title: Title | None = Field(None, title="Engelse naam", description="Zoals in het raamwerk.")
    description: RichText = Field(title="Beschrijving", description="Waarover het domein gaat.")
    competences: Annotated[tuple[Competence, ...], Field(min_length=1)] = Field(
        title="Competenties", description="In volgorde."
    )


__all__ = ["Competence", "CompetenceArea"]
