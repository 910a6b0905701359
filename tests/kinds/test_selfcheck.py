"""The self-check: one on a site, with the words of its competences."""

import re

import pytest

from generator.compiler import publish, site_settings
from generator.core.knowledge import KnowledgeBase
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.selfcheck.views import area_views, context_views, level_views, wording
from tests.conftest import Project
from tests.hosts.workbench import ROOT, SELFCHECK

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

    assert [("id-taken", FILE)] == [(found.code, found.path) for found in project.found() if found.is_error]


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
    assert ["ict"] == [word.term for word in first.words]
    assert () == second.words


def test_means(kb: KnowledgeBase) -> None:
    """A mean belongs to the nearest level, halves go up; the lowest mean is 1."""
    assert ["1", "1,5", "2,5", "3,5", "4,5", "5,5"] == [view.mean for view in level_views(selfcheck(kb))]


def test_answers(kb: KnowledgeBase) -> None:
    """A question without a list of answers offers all terms of its vocabulary."""
    level, reason = context_views(kb, selfcheck(kb))

    assert ["kleuter", "lager", "secundair", "hoger", "volwassenen"] == [option.id for option in level.options]
    assert ["voor-mezelf", "team"] == [option.id for option in reason.options]


def test_page_has_a_field_for_each_answer(kb: KnowledgeBase) -> None:
    """Each competence has seven answers of which one is chosen; the last is that it does not apply."""
    html = body(kb)

    for anchor in ("c-1-1", "c-1-2"):
        assert list("1234560") == re.findall(f'<input type="radio" name="{anchor}" value="(.)"', html)


def test_wording(kb: KnowledgeBase) -> None:
    """A competence has the wording of all the words that somebody reads when they answer, and of no others."""
    (area,) = area_views(kb, selfcheck(kb))
    first, second = area.items
    html = body(kb)

    assert wording("Eén", "twee") != wording("Eén", "drie") != wording("Eéndrie")
    assert first.wording != second.wording
    assert f'data-item="1.1" data-wording="{first.wording}"' in html
    assert re.fullmatch("[0-9a-z]{10}", first.wording)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("Ik ken het.", "Ik ken het wel.", True),
        ("verb: Ik ken het", "verb: Ik ken dat", True),
        ("Begin iets nieuws.", "Begin iets anders.", False),
    ],
)
def test_wording_changes_with_the_words(
    project: Project, kb: KnowledgeBase, old: str, new: str, *, changes: bool
) -> None:
    """Another statement or another verb is another wording; another tip is not."""
    before = area_views(kb, selfcheck(kb))[0].items[0].wording
    for file in ("content/competences/betrokkenheid.yaml", FILE):
        path = project.root / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    after = project.read().knowledge
    assert after is not None

    assert changes == (before != area_views(after, selfcheck(after))[0].items[0].wording)


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


def test_report_has_words_for_every_reason(kb: KnowledgeBase) -> None:
    """Every reason that the script can give for an offer stands in the page of the report, in words."""
    script = (ROOT / "theme/assets/javascripts/logic/recommend.js").read_text(encoding="utf-8")
    reasons = set(re.findall(r'(?:part\(\d, |coded\(|code: )"([a-z-]+)"', script))
    html = body(kb, "zelfcheck/rapport/")

    assert {"competence", "theme", "provider", "started"} <= reasons
    assert reasons == set(re.findall(r'data-words="why\.([a-z-]+)"', html))
