"""The page of the log of corrections."""

import re

import pytest

from generator.compiler import publish, site_settings
from tests.conftest import Project

LOG = "content/corrections.yaml"


def body_of(project: Project) -> str:
    """Gives the page."""
    kb = project.read().knowledge
    assert kb is not None
    return next(page for page in publish(kb, site_settings(kb)).pages if page.address == "verbeteringen/").render()


def test_empty(project: Project) -> None:
    """A log without entries says so."""
    body = body_of(project)

    assert "Er staat nog geen enkele verbetering in." in body
    assert "<li>" not in body


def test_newest_first(project: Project) -> None:
    """Entries stand by day, the newest first, each with what it was, who asked, and a link to the page by its name."""
    project.write(
        LOG,
        "entries:\n"
        "  - {day: 2026-10-01, what: Eerst <dit>., asked_by: reader}\n"
        "  - {day: 2026-11-03, what: Dan dat., asked_by: organisation, pages: [catalogus/acme/]}\n"
        "  - {day: 2026-10-30, what: En zo., asked_by: editor}\n",
    )
    body = body_of(project)
    days = re.findall(r"<li><strong>(.*?)\.</strong>", body)

    assert ["3 november 2026", "30 oktober 2026", "1 oktober 2026"] == days
    assert "Er staan 3 verbeteringen in" in body
    assert "Eerst &lt;dit&gt;. Een lezer vroeg erom." in body
    assert "Dan dat. De organisatie vroeg erom." in body
    assert "En zo. Een redacteur zag het zelf." in body
    assert '<a href="../catalogus/acme/">Acme</a>' in body


@pytest.mark.parametrize(
    ("page", "meant"),
    [
        ("/catalogus/acme", "catalogus/acme/"),
        ("catalogus/acne/", "catalogus/acme/"),
        ("catalogus/iets-heel-anders/", None),
        ("acme/", None),
    ],
)
def test_page_that_was_meant(project: Project, page: str, meant: str | None) -> None:
    """Of a page that is not there, the one that was perhaps meant is told, and no other; never one that was removed."""
    project.write(LOG, f"entries:\n  - {{day: 2026-10-01, what: Dit., asked_by: reader, pages: [{page}]}}\n")
    project.write("content/removed/iets-heel-ander.yaml", "since: 2026-10-01\nreason: law\n")
    (found,) = project.found()

    assert meant == found.params["suggestion"]


def test_page_that_is_gone(project: Project) -> None:
    """A page that no record has any more is told as a warning, and stands there without a link."""
    project.write(LOG, "entries:\n  - {day: 2026-10-01, what: Dit., asked_by: reader, pages: [catalogus/acm/]}\n")
    (found,) = project.found()

    assert ("correction-page", "catalogus/acme/", False) == (found.code, found.params["suggestion"], found.is_error)
    assert "<li>catalogus/acm/</li>" in body_of(project)
