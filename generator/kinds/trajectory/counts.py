"""How many examples there are."""

from generator.core.counts import Count
from generator.kinds.trajectory.model import Trajectory

COUNTS = (Count("trajectories", "trajectory.count.trajectories", lambda kb: len(kb.all(Trajectory))),)
