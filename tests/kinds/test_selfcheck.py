"""The self-check: one on a site, with the words of its competences."""

import pytest

from generator.compiler import publish, site_settings
from generator.core.knowledge import KnowledgeBase
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.selfcheck.views import area_views, context_views, level_views
from tests.conftest import Project
from tests.hosts.workbench import SELFCHECK

FILE = "content/selfchecks/voorbeeld.yaml"


@pytest.fixture
def kb(project: Project) -> KnowledgeBase:
    """The tiny project's knowledge, with the self-check of the example."""
    project.write(FILE, SELFCHECK.read_bytes())
    knowledge = project.read().knowledge
    assert knowledge is not None
    return knowledge


def selfcheck(kb: KnowledgeBase) -> SelfCheck:
    """Gives the one self-check."""
    (found,) = kb.all(SelfCheck)
    return found


def body(kb: KnowledgeBase, address: str = "zelfcheck/") -> str:
    """Gives the body of a page."""
    (page,) = [page for page in publish(kb, site_settings(kb)).pages if page.address == address]
    return page.render()


def test_one_on_a_site(project: Project) -> None:
    """A second self-check is refused: it would stand at the same address."""
    project.write(FILE, SELFCHECK.read_bytes())
    project.write("content/selfchecks/andere.yaml", SELFCHECK.read_bytes().replace(b"[kompas]", b"[ster]"))

    assert [("id-taken", FILE)] == [(found.code, found.path) for found in project.found()]


def test_renamed(kb: KnowledgeBase) -> None:
    """A renamed file leaves no old address: the page stands where it stood."""
    assert ("kompas",) == selfcheck(kb).former_ids
    assert [] == [page.address for page in publish(kb, site_settings(kb)).pages if "kompas" in page.address]


def test_items(kb: KnowledgeBase) -> None:
    """Each competence brings its six statements, in the order of the levels, and the examples of its levels."""
    (area,) = area_views(kb, selfcheck(kb))
    first, second = area.items

    assert ("c-1-1", "/competenties/betrokkenheid/#c-1-1") == (first.anchor, first.href)
    assert [("A1", "Ik ken het."), ("C2", "Ik vernieuw.")] == [
        (choice.level.code, choice.statement) for choice in (first.choices[0], first.choices[-1])
    ]
    assert ["Kleuter", "Lager", "Secundair", "Hoger", "Volwassenen"] == [one.label for one in first.examples]
    assert [True, False] == [first.is_quick, second.is_quick]
    assert [("ict", "#_woord-1")] == [(word.label, word.href) for word in first.words]
    assert () == second.words


def test_means(kb: KnowledgeBase) -> None:
    """A mean belongs to the nearest level, halves go up; the lowest mean is 1."""
    assert ["1", "1,5", "2,5", "3,5", "4,5", "5,5"] == [view.mean for view in level_views(selfcheck(kb))]


def test_answers(kb: KnowledgeBase) -> None:
    """A question without a list of answers offers all terms of its vocabulary."""
    level, reason = context_views(kb, selfcheck(kb))

    assert ["kleuter", "lager", "secundair", "hoger", "volwassenen"] == [option.id for option in level.options]
    assert ["voor-mezelf", "team"] == [option.id for option in reason.options]


def test_page_has_a_box_for_each_answer(kb: KnowledgeBase) -> None:
    """Each competence has seven boxes, and on paper there is nothing to click: no field, no button."""
    html = body(kb)

    assert 2 == html.count('<ul class="vw-boxes vw-bare">')
    assert 2 == html.count("Niet van toepassing.")
    assert 2 == html.count("Ik vernieuw.</strong>")
    assert not any(tag in html for tag in ("<input", "<button", "<textarea", "<select"))


def test_page_without_optional_parts(project: Project) -> None:
    """Without general questions and words the page has no heading for them, and nothing that leads there."""
    text = SELFCHECK.read_text(encoding="utf-8")
    start, end = text.index("context_intro:"), text.index("steps:")
    words, group = text.index("glossary:"), text.index("group:")
    project.write(FILE, text[:start] + text[end:words] + text[group:])
    knowledge = project.read().knowledge
    assert knowledge is not None
    html = body(knowledge)

    assert "_algemeen" not in html
    assert "_woorden" not in html


def test_competences_lead_to_it(kb: KnowledgeBase, project: Project) -> None:
    """The list of competences leads to the self-check when there is one."""
    assert "zelfcheck/" in body(kb, "competenties/")
    (project.root / FILE).unlink()
    without = project.read().knowledge
    assert without is not None

    assert "zelfcheck/" not in body(without, "competenties/")


def test_competence_page(kb: KnowledgeBase) -> None:
    """The page of an area folds the statements and tips of each competence, and its examples for each level."""
    html = body(kb, "competenties/betrokkenheid/")

    assert 2 * (2 + 5) == html.count("<details")
    assert 2 == html.count("<li>Begin iets nieuws.</li>")
