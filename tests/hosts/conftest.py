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
reply_days: 7
publisher:
  name: Voorbeeldschool
  legal_form: vzw
  address: Schoolstraat 1
  country: BE
  registration: "0123456749"
  url: https://www.voorbeeldschool.be/
privacy_email: privacy@voorbeeldschool.be
accessibility:
  email: toegang@voorbeeldschool.be
  law: Wet
  authority: {name: Ombuds, url: https://www.voorbeeldschool.be/ombuds}
texts: {made: Door ons, checked_by: Een redacteur}
processors:
  - {does: mail, name: Post, country: België, keeps: een jaar, url: https://www.voorbeeldschool.be/post}
  - {does: repository, name: Plek, country: België, keeps: altijd}
server_logs: {host: Host, country: België, keeps: het internetadres, days: 14}
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
    project.write("content/removed/weg.yaml", "since: 2026-11-01\nreason: rights\noffers: [iets]\n")
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
