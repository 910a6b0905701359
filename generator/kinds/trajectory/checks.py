"""Rules inside a trajectory: who takes part in an activity has a role that is told of."""

from collections.abc import Iterator

from generator.core.kind import Problem
from generator.core.knowledge import Name, Names
from generator.kinds.trajectory.model import Trajectory


def names(trajectory: Trajectory) -> Iterator[Name]:
    """Gives the name of the trajectory."""
    yield Name("trajectory", trajectory.id, trajectory.title, f"voorbeelden/{trajectory.id}/")


def check(trajectory: Trajectory, _names: Names) -> Iterator[Problem]:
    """Finds roles of activities that are no role of the trajectory, and roles with the same id."""
    known = [role.id for role in trajectory.roles_in_school]
    for at, one in enumerate(known):
        if one in known[:at]:
            yield Problem(("roles_in_school", at, "id"), "role-twice", {"role": one})
    for at, phase in enumerate(trajectory.phases):
        for index, activity in enumerate(phase.activities):
            for place, role in enumerate(activity.roles):
                if role not in known:
                    path = ("phases", at, "activities", index, "roles", place)
                    yield Problem(path, "role-unknown", {"role": role, "allowed": ", ".join(known) or "-"})
                elif role in activity.roles[:place]:
                    path = ("phases", at, "activities", index, "roles", place)
                    yield Problem(path, "list-repeats", {"item": role})
