"""The kind `trajectory`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.trajectory.checks import check, names
from generator.kinds.trajectory.counts import COUNTS
from generator.kinds.trajectory.documents import documents
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.trajectory.publish import publish

KIND = Kind(
    name="trajectory",
    location="content/trajectories",
    model=Trajectory,
    names=names,
    check=check,
    publish=publish,
    counts=COUNTS,
    documents=documents,
    package=Path(__file__).parent,
    defines=("trajectory",),
)
