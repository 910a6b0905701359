"""Sites that doors built, once for all tests that look at them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Project
from tests.hosts.workbench import copy_project, make_hostile, run

OPERATOR = """
repository: https://git.voorbeeldschool.be/wijzer
edit_path: -/edit/main/
reply_within: binnen een week
publisher: {name: Voorbeeldschool, url: https://www.voorbeeldschool.be/}
about: Over ons
"""
"""Settings that the real content does not have, so that every link of the theme shows."""


@dataclass(frozen=True)
class Hostile:
    """A project whose every text is hostile, with its records by path."""

    project: Project
    records: dict[str, Any]

    @property
    def site_title(self) -> str:
        """The site's name."""
        return str(self.records["content/site.yaml"]["title"])


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """A project in which every text of every record tries to break out."""
    project = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    project.append("content/site.yaml", OPERATOR)
    return Hostile(project, make_hostile(project))


@pytest.fixture(scope="session")
def hostile_site(hostile: Hostile) -> Path:
    """The hostile project, built through the plugin."""
    built = run("mkdocs", "build", "--strict", cwd=hostile.project.root)
    assert built.returncode == 0, built.stderr
    return hostile.project.root / ".build/preview"


@pytest.fixture
def site_project(tmp_path: Path) -> Project:
    """A small project with the real theme and pages, which a test may change and build."""
    return copy_project(tmp_path / "project")
