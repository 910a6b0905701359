"""A list of terms that records choose from."""

from typing import Annotated

from pydantic import Field

from generator.core.fields import Id, Name, PlainText, Title, unique
from generator.core.record import Identified, Part


class Term(Part):
    """One term."""

    id: Id = Field(title="Id", description="Zo schrijf je het in een record.")
    label: Name = Field(title="Naam", description="Zo staat het op de site.")
    description: PlainText | None = Field(None, title="Uitleg", description="Wat eronder valt.")
    synonyms: Annotated[tuple[Title, ...], unique()] = Field(
        (), title="Synoniemen", description="Andere woorden waarop iemand zoekt, Vlaams en Nederlands."
    )
    broader: Id | None = Field(None, title="Valt onder", description="Id van een ruimere term in deze lijst.")


class Vocabulary(Identified):
    """A list of terms; its file name is the namespace that records refer to."""

    title: Title = Field(title="Titel", description="Naam van de lijst.")
    description: PlainText | None = Field(None, title="Uitleg", description="Waarvoor de lijst dient.")
    terms: Annotated[tuple[Term, ...], Field(min_length=1)] = Field(title="Termen", description="In volgorde.")


__all__ = ["Term", "Vocabulary"]
