"""What a page draws of a trajectory, and the steps that a school can take over from it."""

from typing import Any

import pytest

from generator.compiler import load_strings, publish, site_settings
from generator.kinds.trajectory import views
from generator.kinds.trajectory.model import Trajectory
from tests.conftest import Project
from tests.hosts.workbench import ROOT

T = load_strings()


def activity(title: str, *roles: str) -> dict[str, Any]:
    """Gives an activity."""
    return {"title": title, "what": "Iets doen.", "roles": roles}


def trajectory(**phases: list[dict[str, Any]]) -> Trajectory:
    """Gives a trajectory of two roles with a phase for each part."""
    source = {"url": "https://a.be/", "title": "A", "accessed": "2026-11-21", "seen": "stored"}
    return Trajectory.model_validate(
        {
            "id": "proef",
            "title": "Proef",
            "summary": "Een proef.",
            "context": "Ergens.",
            "phases": [
                {"title": part, "component": part, "activities": activities} for part, activities in phases.items()
            ],
            "roles_in_school": [
                {"id": "coach", "title": "Coach", "task": "Helpt."},
                {"id": "team", "title": "Team", "task": "Leert."},
            ],
            "sources": [source],
        }
    )


def test_lanes() -> None:
    """Activities are numbered through all phases, with the roles that take part; no roles, no drawing."""
    drawn = trajectory(preparation=[activity("Praten", "team")], training=[activity("Leren", "team", "coach")])
    lanes = [lane for view in views.phase_views(T, drawn) for lane in view.lanes]

    assert [(1, (False, True)), (2, (True, True))] == [(lane.number, lane.marks) for lane in lanes]
    assert ["Voorbereiden", "Opleiden"] == [view.component for view in views.phase_views(T, drawn)]
    assert views.is_drawn(drawn)
    assert not views.is_drawn(trajectory(training=[activity("Leren")]))


def test_steps() -> None:
    """Steps leave the preparation out, and are known again by their words wherever they stand."""
    first = trajectory(
        preparation=[activity("Praten")],
        training=[activity("Leren"), activity("Leren")],
        evaluation=[activity("Vragen")],
    )
    later = trajectory(evaluation=[activity("Vragen")], training=[activity("Oefenen"), activity("Leren", "team")])
    found = {step.id: step for group in views.step_groups(T, first) for step in group.steps}
    again = {step.title: step.id for group in views.step_groups(T, later) for step in group.steps}

    assert ["Opleiden", "Evalueren"] == [group.label for group in views.step_groups(T, first)]
    assert [("Leren", "training"), ("Leren", "training"), ("Vragen", "evaluation")] == [
        (step.title, step.phase) for step in found.values()
    ]
    assert set(again.values()) - set(found) == {again["Oefenen"]}
    assert all(one.startswith("proef-") for one in found)
    assert () == tuple(views.step_groups(T, trajectory(preparation=[activity("Praten")])))


@pytest.mark.parametrize(
    ("kind", "folder", "address", "one", "more"),
    [
        ("trajectory", "trajectories", "voorbeelden/", "Voorbeeld van een traject", "Voorbeelden van trajecten"),
        ("project", "projects", "project/", "Europees project", "Europese projecten"),
    ],
)
def test_one_or_more(project: Project, kind: str, folder: str, address: str, one: str, more: str) -> None:
    """The list of one example, or of one project, speaks of one; that of two of more."""
    text = (ROOT / f"generator/kinds/{kind}/example.yaml").read_text(encoding="utf-8")
    titles = []
    for name in ("eerste", "tweede"):
        project.write(f"content/{folder}/{name}.yaml", text.replace("former_ids: [", f"former_ids: [{name}-"))
        kb = project.read().knowledge
        assert kb is not None
        (page,) = [page for page in publish(kb, site_settings(kb)).pages if page.address == address]
        titles.append((page.title, page.description.startswith("2 ")))

    assert [(one, False), (more, True)] == titles
