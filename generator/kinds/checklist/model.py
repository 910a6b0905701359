"""A checklist: questions to ask before, while and after choosing training."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import CriterionName, Id, PlainText, RichText, Title, Truth, Url
from generator.core.record import Part, Record
from generator.kinds.terms import Competences, Themes


class Link(Part):
    """A page with further information."""

    title: Title = Field(title="Titel", description="Wat je er vindt.")
    url: Url = Field(title="Adres", description="Het volledige adres.")
    publisher: Title | None = Field(None, title="Uitgever", description="Van wie de pagina is.")


class Notice(Part):
    """A point of attention that stands before the questions."""

    title: Title = Field(title="Titel", description="De kern in een paar woorden.")
    text: RichText = Field(title="Tekst", description="Wat de lezer moet weten of doen.")


class Question(Part):
    """A question to ask yourself, your school or a provider."""

    id: Id = Field(title="Id", description="Uniek in deze checklist; het anker in het adres.")
    text: PlainText = Field(title="Vraag", description="In de je-vorm, een vraag tegelijk.")
    why: PlainText | None = Field(None, title="Waarom", description="Waarom deze vraag ertoe doet, in een zin of twee.")
    asked_of: Literal["me", "school", "provider"] = Field(
        title="Aan wie", description="me: jezelf; school: je team of leiding; provider: de aanbieder."
    )
    criterion: CriterionName | None = Field(
        None, title="Criterium", description="Engelse naam, als een aanbieder dit kan beantwoorden: evidence-based."
    )
    criterion_label: Title | None = Field(
        None, title="Naam van het criterium", description="Korte Nederlandse naam; staat bij de aanbieder."
    )
    phase: Literal["before", "choose", "during", "after"] = Field(
        title="Wanneer", description="before, choose, during of after."
    )
    core: Truth = Field(False, title="Kern", description="true voor de kernvragen, om mee te beginnen.")
    themes: Themes = Field((), title="Thema's", description="Uit de lijst themes, als de vraag er over een gaat.")
    competences: Competences = Field(
        (), title="Digitale competenties", description="Competenties die deze vraag raakt."
    )
    links: tuple[Link, ...] = Field((), title="Meer lezen", description="Pagina's die verder helpen.")


class Section(Part):
    """Questions that belong together."""

    id: Id = Field(title="Id", description="Uniek in deze checklist; het anker in het adres.")
    title: Title = Field(title="Titel", description="Kop van het deel.")
    intro: RichText | None = Field(None, title="Inleiding", description="Een of twee zinnen vooraf.")
    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = Field(
        title="Vragen", description="De vragen van dit deel."
    )


class Checklist(Record):
    """Questions that help to choose training."""

    title: Title = Field(title="Titel", description="Naam van de checklist.")
    audience: PlainText = Field(title="Voor wie", description="Wie er iets aan heeft.")
    intro: RichText = Field(title="Inleiding", description="Waarvoor de checklist dient en hoe je ze gebruikt.")
    notices: tuple[Notice, ...] = Field((), title="Aandachtspunten", description="Wat je vooraf moet weten.")
    sections: Annotated[tuple[Section, ...], Field(min_length=1)] = Field(
        title="Delen", description="De vragen, per deel."
    )
    links: tuple[Link, ...] = Field((), title="Meer lezen", description="Pagina's die verder helpen.")

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in order."""
        return tuple(question for section in self.sections for question in section.questions)


__all__ = ["Checklist", "Link", "Notice", "Question", "Section"]
