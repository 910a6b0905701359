# The six areas and 32 items of SELFIEforTEACHERS, on top of DigCompEdu (shared facts: framework.md). Labels are ours.
"""An area of digital competence with its competences."""

from typing import Annotated

from pydantic import Field

from generator.core.fields import Number, PlainText, RichText, Title, WholeNumber, unique
from generator.core.record import Part, Record
from generator.kinds.terms import EducationLevel, Themes

SixTexts = Annotated[tuple[PlainText, ...], Field(min_length=6, max_length=6), unique()]
"""One text for each level, from A1 to C2."""

Texts = Annotated[tuple[PlainText, ...], Field(min_length=1), unique()]


class Competence(Part):
    """One competence of an area."""

    id: Number = Field(title="Nummer", description="Nummer van het domein, punt, volgnummer: 1.1.")
    title: Title = Field(title="Titel", description="Korte naam, ons eigen label.")
    original_title: Title | None = Field(None, title="Engelse naam", description="Zoals in SELFIEforTEACHERS.")
    description: PlainText = Field(title="Beschrijving", description="Wat je dan kunt en doet, in eigen woorden.")
    themes: Themes = Field((), title="Thema's", description="Thema's van nascholing die erbij passen.")
    statements: SixTexts = Field(
        title="Uitspraken", description="Zes, van A1 tot C2, in de ik-vorm: elke gaat een stap verder dan de vorige."
    )
    tips: SixTexts = Field(title="Tips", description="Zes, van A1 tot C2: wat iemand op dat niveau maandag kan doen.")
    examples: dict[EducationLevel, Texts] = Field(
        title="Voorbeelden",
        description="Per onderwijsniveau. Minstens kleuter, lager, secundair, hoger en volwassenen.",
    )


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
