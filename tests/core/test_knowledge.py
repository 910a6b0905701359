"""The knowledge base."""

from datetime import date

import pytest

from generator.core.knowledge import KnowledgeBase
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.handbook.model import Handbook
from generator.kinds.provider.model import Provider
from tests.conftest import Project


@pytest.fixture
def kb(project: Project) -> KnowledgeBase:
    """What the tiny project knows."""
    project.write("providers/beta.yaml", project.text("providers/acme.yaml"))
    knowledge = project.read().knowledge
    assert knowledge is not None
    return knowledge


def test_records(kb: KnowledgeBase) -> None:
    """Records are found by kind, in order of id."""
    assert [provider.id for provider in kb.all(Provider)] == ["acme", "beta"]


def test_source(kb: KnowledgeBase) -> None:
    """A record's file is known, for links that lead to it."""
    assert kb.source(kb.all(CompetenceArea)[0]) == "content/competences/betrokkenheid.yaml"


def test_names(kb: KnowledgeBase) -> None:
    """A name has a label and an address, and a namespace keeps its own order."""
    name = kb.name("competences", "1.1")

    assert (name.label, name.address) == ("Communiceren", "competenties/betrokkenheid/#c-1-1")
    assert kb.label("themes", "evaluatie") == "Evaluatie"
    assert [known.id for known in kb.known_names("themes")] == ["digitale-didactiek", "evaluatie"]
    assert kb.known_names("nowhere") == []


def test_referring(kb: KnowledgeBase) -> None:
    """Every name knows which records refer to it, and where in them."""
    assert [(record.id, path) for record, path in kb.referring["competences", "1.1"]] == [
        ("acme", ("offers", 0, "competences", 0)),
        ("beta", ("offers", 0, "competences", 0)),
    ]
    assert [type(record) for record, _ in kb.referring["roles", "schoolleider"]] == [Handbook]


def test_today(kb: KnowledgeBase) -> None:
    """The base reckons from the newest day somebody looked, not from the clock."""
    assert kb.today == date(2026, 11, 21)


def test_today_of_nothing() -> None:
    """A base without records still has a day, and it is always the same."""
    assert KnowledgeBase([], {}).today == date(2026, 1, 1)
