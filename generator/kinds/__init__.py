"""The kinds of record. This is the only list of them; each is one folder beside this file."""

from generator.core.kind import Kind

# First: providers read terms when they are loaded, and the pages of terms show cards of providers.
from generator.kinds import vocabulary

# isort: split
from generator.kinds import (
    accessibility,
    checklist,
    competence_area,
    corrections,
    handbook,
    project,
    provider,
    removed,
    selfcheck,
    site,
    trajectory,
)

KINDS: tuple[Kind, ...] = (
    vocabulary.KIND,
    site.KIND,
    competence_area.KIND,
    selfcheck.KIND,
    checklist.KIND,
    provider.KIND,
    handbook.KIND,
    trajectory.KIND,
    project.KIND,
    removed.KIND,
    corrections.KIND,
    accessibility.KIND,
)

__all__ = ["KINDS"]
