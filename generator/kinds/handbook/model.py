"""A conversation guide for one key figure in the school."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import Number, PlainText, RichText, Title, Url, WholeNumber, Year, unique
from generator.core.record import Part, Record
from generator.kinds.terms import Competences, HandbookTheme, PolicyThemes, Role, Themes, TopicId


class Tip(Part):
    """Something to read, watch, hear or use. Without a confirmed address it is listed under "Ook genoemd"."""

    kind: Literal["read", "watch", "listen", "tool"] = Field(title="Soort", description="read, watch, listen of tool.")
    title: Title = Field(title="Titel", description="Zoals de maker het noemt, of een omschrijving.")
    summary: PlainText | None = Field(None, title="Waarover", description="Wat je er vindt, in een zin.")
    publisher: Title | None = Field(None, title="Uitgever", description="Wie het maakte of publiceert.")
    url: Url | None = Field(None, title="Adres", description="Alleen een bevestigd adres.")
    country: Literal["BE", "NL", "EU"] | None = Field(None, title="Land", description="BE, NL of EU.")
    year: Year | None = Field(None, title="Jaar", description="Jaar van verschijnen.")


class Topic(Part):
    """A topic to talk about."""

    number: Number = Field(title="Nummer", description="Nummer van de hoofdvraag, punt, volgnummer: 1.1.")
    title: Title = Field(title="Titel", description="Waarover het gesprek gaat.")
    background: RichText = Field(title="Achtergrond", description="Wat je moet weten om het gesprek te voeren.")
    prompts: Annotated[tuple[PlainText, ...], Field(min_length=5), unique()] = Field(
        title="Gespreksvragen", description="Open vragen, minstens vijf; die van de bron eerst."
    )
    policy_themes: PolicyThemes = Field((), title="Beleidsthema's", description="Uit de lijst policy-themes.")
    competences: Competences = Field(
        (), title="Digitale competenties", description="Competenties die dit onderwerp raakt: 3.1."
    )
    themes: Themes = Field((), title="Thema's", description="Thema's van nascholing die hierbij passen.")
    tips: tuple[Tip, ...] = Field((), title="Tips", description="Bij dit onderwerp.")


class MainQuestion(Part):
    """A main question with its topics."""

    number: Number = Field(title="Nummer", description="Volgnummer: 1.")
    title: Title = Field(title="Hoofdvraag", description="De vraag zelf.")
    theme: HandbookTheme = Field(title="Thema", description="Uit de lijst handbook-themes.")
    background: RichText | None = Field(None, title="Achtergrond", description="Inleiding bij de hoofdvraag.")
    tips: tuple[Tip, ...] = Field((), title="Tips", description="Bij de hele hoofdvraag.")
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)] = Field(title="Onderwerpen", description="In volgorde.")


class AgendaItem(Part):
    """One item of a ready agenda."""

    title: Title = Field(title="Punt", description="Wat je samen doet.")
    minutes: WholeNumber = Field(title="Minuten", description="Hoelang.")
    how: PlainText = Field(title="Hoe", description="Hoe je het aanpakt.")
    topic: TopicId | None = Field(
        None, title="Onderwerp", description="Het onderwerp dat erbij hoort: schoolleider/1.1."
    )


class Starter(Part):
    """A ready agenda of 45 minutes."""

    title: Title = Field(title="Titel", description="Waarover het overleg gaat.")
    goal: PlainText = Field(title="Doel", description="Waar je na afloop staat.")
    items: Annotated[tuple[AgendaItem, ...], Field(min_length=2)] = Field(
        title="Punten", description="Samen 45 minuten; het eerste is altijd 'Vragen van de leraren'."
    )


class Handbook(Record):
    """The conversation guide for one role."""

    role: Role = Field(title="Rol", description="Uit de lijst roles.")
    title: Title = Field(title="Titel", description="Naam van de gids.")
    who: tuple[Title, ...] = Field((), title="Voor wie", description="Functies, Vlaams en Nederlands.")
    responsibility: PlainText | None = Field(
        None, title="Verantwoordelijkheid", description="Waarvoor deze rol instaat."
    )
    intro: RichText | None = Field(None, title="Inleiding", description="Waarvoor de gids dient.")
    how_to_use: RichText = Field(title="Zo gebruik je de gids", description="Stappen voor een goed gesprek.")
    tips: tuple[Tip, ...] = Field((), title="Tips", description="Bij de hele gids.")
    starters: tuple[Starter, ...] = Field((), title="Kant-en-klare agenda's", description="Van 45 minuten.")
    questions: Annotated[tuple[MainQuestion, ...], Field(min_length=1)] = Field(
        title="Hoofdvragen", description="In volgorde."
    )


__all__ = ["AgendaItem", "Handbook", "MainQuestion", "Starter", "Tip", "Topic"]
