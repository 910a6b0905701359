"""The kind `project`."""

from pathlib import Path

from generator.core.kind import Kind
from generator.kinds.project.checks import check, check_across, names
from generator.kinds.project.documents import documents
from generator.kinds.project.model import Project
from generator.kinds.project.publish import publish

KIND = Kind(
    name="project",
    location="content/projects",
    model=Project,
    names=names,
    check=check,
    check_across=check_across,
    publish=publish,
    documents=documents,
    package=Path(__file__).parent,
    defines=("project", "deliverables"),
)
