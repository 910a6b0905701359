"""Views of self-checks."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from generator.core.knowledge import KnowledgeBase
from generator.kinds.competence_area.model import Competence, CompetenceArea
from generator.kinds.selfcheck.model import ContextQuestion, Explained, LevelMeaning, Option, SelfCheck
from generator.kinds.views import Example, examples, link


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
    words: tuple[Explained, ...]
    """The glossary's words that it uses."""
    wording: str
    """Changes with any word that somebody reads when they answer; at most 16 signs of 0-9 and a-z."""


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area with its questions."""

    id: str
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
            id=name,
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


def education_levels(kb: KnowledgeBase, areas: tuple[AreaView, ...]) -> tuple[Option, ...]:
    """Gives the levels of education that have an example, in the order of their vocabulary."""
    found = {example.level for area in areas for item in area.items for example in item.examples}
    return tuple(level for level in _terms(kb, "education-levels") if level.id in found)


def first_quick(areas: tuple[AreaView, ...]) -> str:
    """Gives the anchor of the first question of the quick scan."""
    return next(item.anchor for area in areas for item in area.items if item.is_quick)


def words_to_read(item: ItemView) -> int:
    """Counts the words that stand open where a question is asked: what it is about, and what there is to choose."""
    statements = (f"{choice.level.verb} {choice.statement}" for choice in item.choices)
    return len(" ".join([item.title, item.description, *statements]).split())


def _terms(kb: KnowledgeBase, vocabulary: str | None) -> tuple[Option, ...]:
    names = kb.known_names(vocabulary) if vocabulary else []
    return tuple(Option(id=name.id, label=name.label) for name in names)


def _item(kb: KnowledgeBase, selfcheck: SelfCheck, competence: Competence) -> ItemView:
    place = link(kb, "competences", competence.id)
    return ItemView(
        number=competence.id,
        anchor=place.href.partition("#")[2],
        title=competence.title,
        href=place.href,
        description=competence.description,
        is_quick=competence.id in selfcheck.quick,
        choices=tuple(map(Choice, selfcheck.levels, competence.statements)),
        examples=examples(kb, competence.examples),
        words=tuple(word for word in selfcheck.glossary if competence.id in word.competences),
        wording=wording(
            competence.title,
            competence.description,
            *competence.statements,
            *(level.verb for level in selfcheck.levels),
        ),
    )


def wording(*texts: str) -> str:
    """Gives a short hash of words: an answer that was given under other words does not count."""
    return sha256("\n".join(texts).encode()).hexdigest()[:10]
