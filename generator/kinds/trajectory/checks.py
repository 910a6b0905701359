"""Rules inside a trajectory: who takes part in an activity has a role that is told of."""

from collections.abc import Iterator

from generator.core.guess import nearest
from generator.core.kind import Problem
from generator.core.knowledge import Name, Names
from generator.kinds.trajectory.model import Trajectory


def names(trajectory: Trajectory) -> Iterator[Name]:
    """Gives the name of the trajectory."""
    yield Name("trajectory", trajectory.id, trajectory.title, f"voorbeelden/{trajectory.id}/")


def check(trajectory: Trajectory, _names: Names) -> Iterator[Problem]:
    """Finds roles of activities that are no role of the trajectory, and roles with the same id."""
    known: dict[str, int] = {}
    for at, role in enumerate(trajectory.roles_in_school):
        first = known.setdefault(role.id, at)
        if first != at:
            path = ("roles_in_school", at, "id")
            params = {"role": role.id, "title": trajectory.roles_in_school[first].title}
            yield Problem(path, "role-twice", params, first=("roles_in_school", first, "id"))
    # Of two roles with one id, one has lost its own: which activities meant it, nobody can say yet.
    is_sure = len(known) == len(trajectory.roles_in_school)
    for at, phase in enumerate(trajectory.phases):
        for index, activity in enumerate(phase.activities):
            for place, one in enumerate(activity.roles):
                place_of_role = ("phases", at, "activities", index, "roles", place)
                if one not in known and is_sure:
                    params = {"role": one, "suggestion": nearest(one, known), "known": ", ".join(known) or "-"}
                    yield Problem(place_of_role, "role-unknown", params)
                elif one in activity.roles[:place]:
                    yield Problem(place_of_role, "list-repeats", {"item": one})
