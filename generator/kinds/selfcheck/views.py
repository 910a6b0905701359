"""Views of self-checks."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.kinds.competence_area.model import Competence, CompetenceArea
from generator.kinds.selfcheck.model import ContextQuestion, LevelMeaning, Option, SelfCheck
from generator.kinds.views import Example, Link, examples, link


@dataclass(frozen=True, slots=True)
class Choice:
    """A statement to choose, with the level it stands for."""

    level: LevelMeaning
    statement: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """A competence as a question."""

    number: str
    anchor: str
    title: str
    href: str
    description: str
    is_quick: bool
    choices: tuple[Choice, ...]
    examples: tuple[Example, ...]
    words: tuple[Link, ...]
    """The glossary's words that it uses."""


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area with its questions."""

    number: int
    anchor: str
    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level with the least mean of an area that leads to it, in Dutch figures."""

    level: LevelMeaning
    mean: str


@dataclass(frozen=True, slots=True)
class ContextView:
    """A question about somebody's work, with the answers to choose from."""

    question: ContextQuestion
    options: tuple[Option, ...]


def area_views(kb: KnowledgeBase, selfcheck: SelfCheck) -> tuple[AreaView, ...]:
    """Gives the areas in the order of the self-check."""
    areas: Mapping[str, CompetenceArea] = {area.id: area for area in kb.all(CompetenceArea)}
    return tuple(
        AreaView(
            number=areas[name].number,
            anchor=f"_domein-{areas[name].number}",
            title=areas[name].title,
            items=tuple(_item(kb, selfcheck, competence) for competence in areas[name].competences),
        )
        for name in selfcheck.areas
    )


def level_views(selfcheck: SelfCheck) -> tuple[LevelView, ...]:
    """Gives the levels: the one nearest to a mean is its level, and halves go up."""
    return tuple(LevelView(level, f"{max(1, level.points - 0.5):g}".replace(".", ",")) for level in selfcheck.levels)


def context_views(kb: KnowledgeBase, selfcheck: SelfCheck) -> tuple[ContextView, ...]:
    """Gives the questions about somebody's work; answers without a list are the terms of a vocabulary."""
    return tuple(
        ContextView(question, question.options or _terms(kb, question.vocabulary))
        for question in selfcheck.context_questions
    )


def _terms(kb: KnowledgeBase, vocabulary: str | None) -> tuple[Option, ...]:
    names = kb.known_names(vocabulary) if vocabulary else []
    return tuple(Option(id=name.id, label=name.label) for name in names)


def _item(kb: KnowledgeBase, selfcheck: SelfCheck, competence: Competence) -> ItemView:
    place = link(kb, "competences", competence.id)
    words = enumerate(selfcheck.glossary, start=1)
    return ItemView(
        number=competence.id,
        anchor=place.href.partition("#")[2],
        title=competence.title,
        href=place.href,
        description=competence.description,
        is_quick=competence.id in selfcheck.quick,
        choices=tuple(map(Choice, selfcheck.levels, competence.statements)),
        examples=examples(kb, competence.examples),
        words=tuple(Link(word.term, f"#_woord-{at}") for at, word in words if competence.id in word.competences),
    )
