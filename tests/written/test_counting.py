"""Numbers in hand-written pages."""

from generator.compiler import load_strings, publish, site_settings
from generator.kinds.site.documents import documents
from generator.kinds.site.model import WrittenPage
from generator.report import Reporter
from generator.written import PAGES_FOLDER
from tests.conftest import Project

PAGE = f"{PAGES_FOLDER}/proef.md"
TEXT = """---
title: "Proef: {{ providers }}"
description: Met {{offers}}.
---

# Proef

**Samen** {{ providers }}.

## Kop {{ offers }}
"""


def test_filled_in(project: Project) -> None:
    """A count stands in a page's title, description and body, and the search knows it: number and noun."""
    project.write(PAGE, TEXT)
    reading = project.read()
    assert reading.knowledge
    (page,) = [
        page for page in publish(reading.knowledge, site_settings(reading.knowledge)).pages if page.source == PAGE
    ]
    (found,) = [found for found in documents(reading.knowledge, load_strings()) if found.address == "proef/"]

    assert ("Proef: 1 organisatie", "Met 1 nascholing.") == (page.title, page.description)
    assert "<strong>Samen</strong> 1 organisatie.</p>" in page.render()
    assert "Met 1 nascholing. Samen 1 organisatie. Kop 1 nascholing" == found.text


def test_as_written(project: Project) -> None:
    """What a count becomes moves no other mistake: it is told where it is written."""
    project.write(PAGE, TEXT.replace("**Samen** {{ providers }}.", "{{ providers }} en [weg](ovr.md)."))

    assert [("page-link-missing", 8, 26)] == project.places()


def test_place_of_a_heading(project: Project) -> None:
    """A link to a heading with a count leads to where the built page has it."""
    project.write(PAGE, f"{TEXT}\n[weg](#kop-1-nascholing) en [nergens](#kop-offers)\n")

    assert [("page-anchor-missing", 12, 39)] == project.places()


def test_beside_an_element(project: Project) -> None:
    """Braces after a heading or an element are a count, not attributes."""
    project.write(
        PAGE,
        "---\ntitle: Proef\ndescription: Een proef.\n---\n\n# Kop {{ offers }}\n\n"
        "**Dit**{{ offers }} en *dat* {{ providers }}\n",
    )

    assert [] == project.codes()


def test_meant(project: Project) -> None:
    """A name that comes near one is told with it, as it is written; of another all names are told."""
    project.write(PAGE, "---\ntitle: Proef\ndescription: Een proef.\n---\n\n{{ofers}} en {{ zeventien }}\n")
    near, far = project.found()
    reporter = Reporter(load_strings(), project.root)

    assert "{{ offers }}" in reporter.hint(near)
    assert {"offers", "providers", "competences"} <= set(reporter.hint(far).replace(",", " ").replace(".", " ").split())


def test_only_where_it_is_read(project: Project) -> None:
    """The record of a page keeps what was written beside what is read."""
    project.write(PAGE, TEXT)
    kb = project.read().knowledge
    assert kb
    (page,) = [page for page in kb.all(WrittenPage) if page.id == "proef"]

    assert "{{ providers }}" in page.as_written
    assert "{{" not in page.body
