"""Rules inside a trajectory: its fields say it all."""

from collections.abc import Iterator

from generator.core.kind import Problem
from generator.core.knowledge import Name, Names
from generator.kinds.trajectory.model import Trajectory


def names(trajectory: Trajectory) -> Iterator[Name]:
    """Gives the name of the trajectory."""
    yield Name("trajectory", trajectory.id, trajectory.title, f"voorbeelden/{trajectory.id}/")


def check(_trajectory: Trajectory, _names: Names) -> Iterator[Problem]:
    """Finds nothing: no two fields of a trajectory can contradict each other."""
    yield from ()
