"""Checks across records."""

import pytest

from tests.conftest import Place, Project

ACME = "providers/acme.yaml"

ADDED: dict[str, list[Place]] = {
    "themes: [evaluatie, evaluate]": [("ref-unknown", 24, 21)],
    "competences: ['1.9']": [("ref-unknown", 24, 15)],
    "checked: 2026-11-22": [("checked-without-live-source", 24, 1), ("date-in-future", 24, 10)],
    "confirmed_by_organisation: 2027-01-01": [("confirmed-without-source", 24, 1), ("date-in-future", 24, 28)],
    "former_ids: [acme]": [("id-taken", 24, 14)],
    "former_ids: [oud, oud]": [("id-taken", 24, 19)],
    "former_ids: [oud]": [],
}


@pytest.mark.parametrize("lines", ADDED)
def test_rule(project: Project, lines: str) -> None:
    """A rule that is broken is reported at the value that breaks it."""
    project.append(ACME, lines + "\n")

    assert project.places() == ADDED[lines]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{url: 'https://a.be', title: x, accessed: 2026-11-22, seen: live}", [("date-in-future", 24, 47)]),
        (
            "{url: 'https://a.be', title: x, accessed: 2026-01-01, seen: live, dated: 2027}",
            [("date-in-future", 24, 78)],
        ),
        (
            "{url: 'https://a.be', title: x, accessed: 2026-01-01, seen: live, dated: 2026-12}",
            [("date-in-future", 24, 78)],
        ),
        ("{url: 'https://a.be', title: x, accessed: 2026-01-01, seen: live, dated: 2026}", []),
        ("{url: 'http://a.be', publisher: x, accessed: 2026-01-01, seen: live}", []),
        ("{url: 'https://a.be', accessed: 2026-01-01, seen: live}", [("source-unnamed", 24, 6)]),
    ],
)
def test_source(project: Project, source: str, expected: list[Place]) -> None:
    """A source has a name, and nothing about it lies in the future; a month that has begun may be the present one."""
    project.append(ACME, f"  - {source}\n")

    assert project.places() == expected


def test_unknown_reference(project: Project) -> None:
    """An unknown reference names both ends, with the id that was probably meant."""
    project.append(ACME, "themes: [evaluate]\n")

    (found,) = project.found()

    assert ("evaluate", "content/vocabularies/themes.yaml") == (found.params["id"], found.params["where"])
    assert "evaluatie" == found.params["suggestion"]


def test_unknown_reference_by_label(project: Project) -> None:
    """Who writes the words of a term is told its id."""
    project.write(
        "content/vocabularies/roles.yaml",
        "title: R\nterms:\n  - {id: zk, label: Zorgcoördinator}\n  - {id: schoolleider, label: S}\n",
    )
    project.replace(ACME, "    status: running\n", "    status: running\n    roles: [zorgcoordinator]\n")

    assert [d.params["suggestion"] for d in project.found()] == ["zk"]


def test_unknown_key_of_a_table(project: Project) -> None:
    """A criterion that no checklist asks for is reported at its key."""
    project.replace(ACME, "evidence-based", "evidence-basd")

    (found,) = project.found()

    assert (found.code, found.span, found.params["suggestion"]) == ("ref-unknown", (6, 3, 6, 16), "evidence-based")


def test_former_id_of_another(project: Project) -> None:
    """An old id cannot be the id of another record, and the first place is shown."""
    project.write("providers/beta.yaml", project.text(ACME).replace("Acme", "Beta") + "former_ids: [acme]\n")

    (found,) = project.found()

    assert (found.path, found.code, found.span.line) == ("providers/beta.yaml", "id-taken", 24)
    assert found.related is not None
    assert (found.related.path, found.related.span.line) == (ACME, 1)
    assert found.params["where"] == f"{ACME}:1"


def test_offer_ids(project: Project) -> None:
    """An offer's id is unique in its file, and may return in another."""
    project.write("providers/beta.yaml", project.text(ACME).replace("Acme", "Beta"))
    text = project.text(ACME)
    offer = text[text.index("  - id: ict") : text.index("\nsources:") + 1]
    project.replace(ACME, offer, offer * 2)

    assert [(d.path, d.code) for d in project.found()] == [(ACME, "id-taken")]


def test_criterion_of_two_checklists(project: Project) -> None:
    """A criterion belongs to one question of all checklists."""
    project.write("guides/checklists/nog-een.yaml", project.text("guides/checklists/kiezen.yaml"))

    assert project.codes() == ["id-taken"]


def test_settings_have_no_sources(project: Project) -> None:
    """A kind without sources is not asked for them."""
    assert project.codes() == []
