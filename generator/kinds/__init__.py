"""The kinds of record. This is the only list of them; each is one folder beside this file."""

from generator.core.kind import Kind
from generator.kinds import checklist, competence_area, handbook, project, provider, site, trajectory, vocabulary

KINDS: tuple[Kind, ...] = (
    vocabulary.KIND,
    site.KIND,
    competence_area.KIND,
    checklist.KIND,
    provider.KIND,
    handbook.KIND,
    trajectory.KIND,
    project.KIND,
)

__all__ = ["KINDS"]
