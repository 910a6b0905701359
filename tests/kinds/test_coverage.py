"""The real content: it is clean, it is all there, and every fact of the sources has its place.

The coverage files name, for each fact taken from a source document, the place in the record that carries it.
"""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.compiler import read_project
from generator.core.knowledge import KnowledgeBase
from generator.core.record import Part, Record
from generator.kinds.checklist.model import Checklist
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.handbook.model import Handbook
from generator.kinds.project.model import Project
from generator.kinds.provider.model import Provider
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.trajectory.model import Trajectory
from generator.report import Reporter
from tests.kinds.test_cases import STRINGS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

COVERAGE = {
    "checklist/kijkwijzer-coverage.tsv": 114,
    "handbook/handbook-coverage.tsv": 160 + 36,
    "project/project-coverage.tsv": 52,
    "selfcheck/selfie-coverage.tsv": 65,
    "trajectory/ilearn-coverage.tsv": 36,
}
"""How many facts the sources hold."""

TITLES = (
    "Analyse van professionalisering voor leraren voor de digitale transitie in Nederland en Vlaanderen",
    "Analyse van de effectiviteit van innovatieve benaderingen voor professionalisering van leraren",
    "Best practices in de EU voor professionalisering van leerkrachten in de digitale transitie",
    "Voorstel voor een methodologisch kader voor professionalisering van leerkrachten in de digitale transitie",
    "Piloottraject met geselecteerde scholen",
    "Methodologisch kader voor professionalisering van leerkrachten in de digitale transitie (definitieve versie)",
    "Aanbevelingen voor de overheid voor professionalisering van leerkrachten in de digitale transitie",
)
"""How the page of the European project calls its deliverables."""

EVERY_FILE = pytest.mark.parametrize("name", COVERAGE)


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    """What the real content knows. Whether a date lies ahead is for `check` to say, which has a clock."""
    reading = read_project(ROOT, date.max)
    if reading.knowledge is None:
        pytest.fail(Reporter(STRINGS, ROOT).as_text(reading.diagnostics, reading.files))
    return reading.knowledge


def rows(name: str) -> list[dict[str, str]]:
    """Gives the rows of a coverage file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def filled(record: Record) -> set[str]:
    """Gives the fields of a record that hold something."""
    return {name for name in type(record).model_fields if getattr(record, name)}


def checklist_places(kb: KnowledgeBase) -> set[str]:
    """Gives every place of the checklists."""
    found: set[str] = set()
    for checklist in kb.all(Checklist):
        found |= filled(checklist)
        found |= {f"notice:{notice.title}" for notice in checklist.notices}
        found |= {f"section:{section.id}" for section in checklist.sections}
        found |= {f"question:{question.id}" for question in checklist.questions}
        links = [*checklist.links, *(link for question in checklist.questions for link in question.links)]
        found |= {f"link:{link.title}" for link in links}
    return found


def handbook_places(kb: KnowledgeBase) -> set[str]:
    """Gives every place of the handbooks; `themes` is the list of themes that their questions fall under."""
    found = {"themes"} if kb.known_names("handbook-themes") and kb.known_names("policy-themes") else set()
    for handbook in kb.all(Handbook):
        found |= filled(handbook)
        found |= {f"question:{question.number}" for question in handbook.questions}
        found |= {f"topic:{topic.number}" for question in handbook.questions for topic in question.topics}
    return found


def project_places(kb: KnowledgeBase) -> set[str]:
    """Gives every place of the projects."""
    found: set[str] = set()
    for project in kb.all(Project):
        found |= filled(project) | {f"deliverable:{one.number}" for one in project.deliverables}
    return found


def selfcheck_places(kb: KnowledgeBase) -> set[str]:
    """Gives every place of the self-check; a paragraph of `about` is known by the words it opens with in bold."""
    found: set[str] = set()
    for selfcheck in kb.all(SelfCheck):
        found |= filled(selfcheck)
        found |= {f"about:{opening}" for opening in re.findall(r"^\*\*(.+?)\*\*", selfcheck.about.source, re.MULTILINE)}
        for part, who, steps in (
            ("steps", "teacher", selfcheck.steps.teacher),
            ("steps", "team", selfcheck.steps.team),
            ("afterwards", "teacher", selfcheck.afterwards.teacher),
            ("afterwards", "leader", selfcheck.afterwards.leader),
        ):
            found |= {f"{part}.{who}:{step.title}" for step in steps}
    return found


def trajectory_places(kb: KnowledgeBase) -> set[str]:
    """Gives every place of the trajectories."""
    found: set[str] = set()
    for trajectory in kb.all(Trajectory):
        found |= filled(trajectory) | {f"phase:{at}" for at, _ in enumerate(trajectory.phases, start=1)}
    return found


PLACES = dict(
    zip(
        COVERAGE,
        (checklist_places, handbook_places, project_places, selfcheck_places, trajectory_places),
        strict=True,
    )
)


@EVERY_FILE
def test_places(kb: KnowledgeBase, name: str) -> None:
    """Every place that is said to carry a fact exists."""
    places = PLACES[name](kb)

    assert [(row["fact_id"], row["place"]) for row in rows(name) if row["place"] not in places] == []


@EVERY_FILE
def test_every_fact(name: str) -> None:
    """Every fact of a source has a place, and only one."""
    facts = [row["fact_id"] for row in rows(name)]

    assert [fact for fact, times in Counter(facts).items() if times > 1] == []
    assert len(facts) == COVERAGE[name]


@EVERY_FILE
def test_form(name: str) -> None:
    """A coverage file has two columns, and no row is incomplete."""
    assert {tuple(row) for row in rows(name)} == {("fact_id", "place")}
    assert all(value and value == value.strip() for row in rows(name) for value in row.values())


def test_numbers_of_facts() -> None:
    """Facts of a project or a trajectory are numbered without a gap."""
    for name in ("project/project-coverage.tsv", "trajectory/ilearn-coverage.tsv"):
        assert sorted(int(row["fact_id"]) for row in rows(name)) == list(range(1, COVERAGE[name] + 1))


def test_tips(kb: KnowledgeBase) -> None:
    """The 36 tips of the source stand where they are said to stand."""
    told = Counter(row["place"] for row in rows("handbook/handbook-coverage.tsv") if row["fact_id"].startswith("ht-"))

    held: Counter[str] = Counter()
    for handbook in kb.all(Handbook):
        held["tips"] += len(handbook.tips)
        for question in handbook.questions:
            held[f"question:{question.number}"] += len(question.tips)
            for topic in question.topics:
                held[f"topic:{topic.number}"] += len(topic.tips)
    assert sum(told.values()) == 36
    assert {place: times for place, times in told.items() if held[place] < times} == {}


# ── how much there is ────────────────────────────────────────────────────────────────────────────────────────


def test_providers(kb: KnowledgeBase) -> None:
    """The catalogue holds 133 organisations with at least 150 offers."""
    providers = kb.all(Provider)

    assert len(providers) == 133
    assert sum(len(provider.offers) for provider in providers) >= 150


def test_checklist(kb: KnowledgeBase) -> None:
    """The checklist has exactly ten questions to start with, and all 36 criteria that a provider can answer."""
    (checklist,) = kb.all(Checklist)

    assert sum(question.core for question in checklist.questions) == 10
    assert len([question.criterion for question in checklist.questions if question.criterion]) == 36


def test_handbook(kb: KnowledgeBase) -> None:
    """The handbook has four main questions with thirteen topics, and three agendas."""
    (handbook,) = kb.all(Handbook)

    assert [len(question.topics) for question in handbook.questions] == [2, 6, 3, 2]
    assert len(handbook.starters) == 3


def test_project(kb: KnowledgeBase) -> None:
    """The project has seven deliverables, in order, under the titles its page gives them; ours stand beside."""
    (project,) = kb.all(Project)

    assert [(deliverable.number, deliverable.title) for deliverable in project.deliverables] == [*enumerate(TITLES, 1)]
    assert all(deliverable.own_title for deliverable in project.deliverables)


def test_whose_goals(kb: KnowledgeBase) -> None:
    """The three goals are those of Kenniscentrum Digisprong, as the project's page says."""
    (project,) = kb.all(Project)

    assert (project.goals_of, len(project.goals)) == ("Kenniscentrum Digisprong", 3)


def test_competences(kb: KnowledgeBase) -> None:
    """The six areas have nine, five, five, three, four and six competences."""
    areas = sorted(kb.all(CompetenceArea), key=lambda area: area.number)

    assert [area.number for area in areas] == [1, 2, 3, 4, 5, 6]
    assert [len(area.competences) for area in areas] == [9, 5, 5, 3, 4, 6]


def test_selfcheck(kb: KnowledgeBase) -> None:
    """The self-check goes over all areas; no statement and no tip stands twice, and there are at least 160 examples."""
    (selfcheck,) = kb.all(SelfCheck)
    competences = [competence for area in kb.all(CompetenceArea) for competence in area.competences]
    statements = [statement for competence in competences for statement in competence.statements]
    tips = [tip for competence in competences for tip in competence.tips]

    assert set(selfcheck.areas) == {area.id for area in kb.all(CompetenceArea)}
    assert len(set(statements)) == len(statements) == 192
    assert len(set(tips)) == len(tips) == 192
    assert sum(len(texts) for competence in competences for texts in competence.examples.values()) >= 160


def test_trajectory(kb: KnowledgeBase) -> None:
    """There is a worked trajectory that says honestly how it ended."""
    (trajectory,) = kb.all(Trajectory)

    assert trajectory.outcome


def test_sources(kb: KnowledgeBase) -> None:
    """Every record with sources was read by somebody, and nothing is called checked that was only read as a copy."""
    kinds: tuple[type[Record], ...] = (Provider, Checklist, Handbook, Project, CompetenceArea, SelfCheck, Trajectory)
    records = [record for kind in kinds for record in kb.all(kind)]

    copies = [record.id for record in records if record.checked and all(one.seen == "stored" for one in record.sources)]
    assert copies == []


def texts(part: Part) -> list[str]:
    """Gives every text in a record."""
    return [str(value) for value in part.model_dump().values()]


def test_no_example_in_content(kb: KnowledgeBase) -> None:
    """The invented school of the examples has not slipped into the content."""
    assert [one.id for one in kb.all(Provider) if "voorbeeldschool.be" in " ".join(texts(one)).lower()] == []
