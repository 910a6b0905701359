# After SELFIEforTEACHERS and DigCompEdu (shared facts: framework.md, selfie.tsv). Statements, tips and examples stand
# with the competences.
"""A questionnaire with which teachers look at their own competence."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import Id, Level, PlainText, RichText, Title, Url, WholeNumber, unique
from generator.core.record import Part, Record
from generator.kinds.terms import AreaId, Competence, Competences


class Original(Part):
    """A page about the tool this one goes back to, or about another one."""

    title: Title = Field(title="Titel", description="Wat het is.")
    publisher: Title = Field(title="Uitgever", description="Van wie de pagina is.")
    url: Url = Field(title="Adres", description="Alleen een bevestigd adres.")


class LevelMeaning(Part):
    """A level: a verb that says what somebody does, and what it is worth."""

    code: Level = Field(title="Code", description="A1 tot C2, in volgorde.")
    verb: Title = Field(title="Werkwoord", description="Zo staat het niveau op de pagina: Ik gebruik het.")
    original_name: Title | None = Field(None, title="Engelse naam", description="Zoals in het raamwerk.")
    meaning: PlainText = Field(title="Betekenis", description="Wat je dan doet, in een zin.")
    points: WholeNumber = Field(title="Punten", description="1 tot en met 6.")


class Option(Part):
    """An answer to choose."""

    id: Id = Field(title="Id", description="Uniek in deze vraag; met een vocabulary een term daaruit.")
    label: Title = Field(title="Antwoord", description="Zo staat het op de pagina.")


class ContextQuestion(Part):
    """A question about somebody's work, after the competences. Never required, and no personal data."""

    id: Id = Field(title="Id", description="Uniek in deze lijst.")
    text: PlainText = Field(title="Vraag", description="In de je-vorm.")
    why: PlainText = Field(title="Waarom", description="Wat iemand aan het antwoord heeft.")
    answer: Literal["one", "several", "free"] = Field(title="Antwoord", description="one, several of free.")
    vocabulary: Literal["education-levels", "regions", "roles"] | None = Field(
        None, title="Woordenlijst", description="Als de antwoorden termen zijn; zonder options: alle termen."
    )
    options: tuple[Option, ...] = Field((), title="Antwoorden", description="Om uit te kiezen.")


class Step(Part):
    """One step, or one thing to do."""

    title: Title = Field(title="Stap", description="Wat je doet, in een paar woorden.")
    text: PlainText = Field(title="Uitleg", description="Een of twee zinnen.")


class Steps(Part):
    """How it goes, for one teacher and for a team."""

    teacher: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(title="Leraar", description="In volgorde.")
    team: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(title="Team", description="In volgorde.")


class Afterwards(Part):
    """What to do with the outcome."""

    teacher: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(title="Leraar", description="Met je uitkomst.")
    leader: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(title="Leiding", description="Met het team.")


class Explained(Part):
    """A word that somebody may want explained."""

    term: Title = Field(title="Woord", description="Zoals het in de uitspraken staat.")
    meaning: PlainText = Field(title="Uitleg", description="In gewone taal, twee zinnen.")
    competences: Competences = Field((), title="Bij", description="Competenties die het woord gebruiken.")


class Group(Part):
    """What holds for the picture of a group."""

    minimum: WholeNumber = Field(title="Minstens", description="Vanaf hoeveel deelnemers er een beeld is.")


class SelfCheck(Record):
    """A questionnaire over areas of competence."""

    title: Title = Field(title="Titel", description="Naam van de zelfcheck.")
    version: WholeNumber = Field(
        title="Versie", description="Tel er een bij als een uitspraak van betekenis verandert."
    )
    intro: RichText = Field(title="Inleiding", description="Kort: wat je doet en wat je eraan hebt.")
    about: RichText = Field(title="Herkomst", description="Waar het vandaan komt en wat eigen is.")
    originals: tuple[Original, ...] = Field((), title="Origineel en alternatief", description="Met hun adres.")
    areas: Annotated[tuple[AreaId, ...], Field(min_length=1), unique()] = Field(
        title="Domeinen", description="Bestandsnamen in content/competences, in volgorde."
    )
    quick: Annotated[tuple[Competence, ...], unique()] = Field(
        title="Snelle scan", description="Uit elk domein een competentie."
    )
    levels: Annotated[tuple[LevelMeaning, ...], Field(min_length=6, max_length=6)] = Field(
        title="Niveaus", description="Zes, van A1 tot C2."
    )
    levels_note: PlainText | None = Field(None, title="Bij de niveaus", description="Van wie de namen zijn.")
    context_intro: PlainText | None = Field(None, title="Bij de algemene vragen", description="Waarvoor ze dienen.")
    context_questions: tuple[ContextQuestion, ...] = Field(
        (), title="Algemene vragen", description="Na de competenties, geen enkele verplicht."
    )
    steps: Steps = Field(title="Zo gaat het", description="Voor wie het alleen doet, en voor een team.")
    afterwards: Afterwards = Field(title="Daarna", description="Wat je met de uitkomst doet.")
    glossary: tuple[Explained, ...] = Field((), title="Woorden", description="Uitleg bij woorden.")
    group: Group = Field(title="Groepsbeeld", description="Wat ervoor nodig is.")
    scoring: RichText = Field(title="Zo tellen we", description="De formule, in woorden.")


__all__ = [
    "Afterwards",
    "ContextQuestion",
    "Explained",
    "Group",
    "LevelMeaning",
    "Option",
    "Original",
    "SelfCheck",
    "Step",
    "Steps",
]
