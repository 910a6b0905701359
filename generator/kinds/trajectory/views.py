# A step is known again in a plan that it was copied into: its id follows from its words, not from its place.
"""Views of trajectories: who does what in which phase, and the steps that a school can begin with."""

from dataclasses import dataclass
from hashlib import sha256

from generator.core.strings import Strings
from generator.kinds.trajectory.model import Activity, Phase, Trajectory

_COPIED = ("training", "guidance", "evaluation")
"""The parts of a trajectory that become steps of a plan. How the example was prepared is its own story."""

_ID_LENGTH = 8
"""Signs of the part of a step's id that follows from its words."""


@dataclass(frozen=True, slots=True)
class Lane:
    """An activity in the drawing: its number, and for each role whether it takes part."""

    number: int
    activity: Activity
    marks: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase with its activities, numbered through the whole trajectory."""

    phase: Phase
    component: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An activity as a step of a plan."""

    id: str
    title: str
    phase: str


@dataclass(frozen=True, slots=True)
class StepGroup:
    """The steps of one part."""

    label: str
    steps: tuple[Step, ...]


def phase_views(t: Strings, trajectory: Trajectory) -> list[PhaseView]:
    """Gives the phases in their order, with who takes part in what."""
    roles = [role.id for role in trajectory.roles_in_school]
    views = []
    number = 0
    for phase in trajectory.phases:
        lanes = []
        for activity in phase.activities:
            number += 1
            lanes.append(Lane(number, activity, tuple(role in activity.roles for role in roles)))
        views.append(PhaseView(phase, t(f"trajectory.component.{phase.component}"), tuple(lanes)))
    return views


def is_drawn(trajectory: Trajectory) -> bool:
    """Says whether it is known well enough who does what to draw it."""
    return any(activity.roles for phase in trajectory.phases for activity in phase.activities)


def step_groups(t: Strings, trajectory: Trajectory) -> list[StepGroup]:
    """Gives the steps to begin with, by part, in the order of the trajectory."""
    ids: dict[str, int] = {}
    groups: dict[str, list[Step]] = {}
    for phase in trajectory.phases:
        if phase.component in _COPIED:
            steps = groups.setdefault(phase.component, [])
            steps += [_step(trajectory, phase, activity, ids) for activity in phase.activities]
    return [StepGroup(t(f"trajectory.component.{name}"), tuple(steps)) for name, steps in groups.items()]


def _step(trajectory: Trajectory, phase: Phase, activity: Activity, ids: dict[str, int]) -> Step:
    words = sha256(f"{phase.component} {activity.title}".encode()).hexdigest()[:_ID_LENGTH]
    found = f"{trajectory.id}-{words}"
    ids[found] = ids.get(found, 0) + 1
    return Step(found if ids[found] == 1 else f"{found}-{ids[found]}", activity.title, phase.component)
