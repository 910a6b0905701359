"""What records of one kind say of each other, and what the day contradicts."""

import pytest

from tests.conftest import Project

ACME = "providers/acme.yaml"
OTHER = "providers/zzz.yaml"
HOME = "homepage: https://www.voorbeeldschool.be/\n"


def codes(project: Project) -> list[tuple[str, str]]:
    """Gives the code of each finding, with where it is."""
    return [(one.code, one.path) for one in project.found()]


@pytest.mark.parametrize("name", ["Acme", "ACME vzw", "De Acme", "Acmé", "acme bv", "A.C.M.E.", "Stichting Acme"])
def test_same_name(project: Project, name: str) -> None:
    """A second record with a name that reads alike is told, at its name, with where the first stands."""
    text = project.text(ACME).replace("name: Acme", f"name: {name}").replace("/bron", "/andere-bron")
    project.write(OTHER, text)

    assert [("looks-like-name", OTHER)] == codes(project)
    assert ACME == project.found()[0].params["other"]
    assert not project.found()[0].is_error


@pytest.mark.parametrize(
    "home", ["http://voorbeeldschool.be", "https://www.voorbeeldschool.be/nl/", "https://voorbeeldschool.be/index.html"]
)
def test_same_homepage(project: Project, home: str) -> None:
    """The same front door under another name is told."""
    project.append(ACME, HOME)
    project.write(OTHER, project.text(ACME).replace("Acme", "Andere school").replace(HOME, f"homepage: {home}\n"))

    assert [("looks-like-homepage", OTHER)] == codes(project)


def test_own_page_of_a_shared_host(project: Project) -> None:
    """Two parts of one university are two."""
    project.append(ACME, HOME)
    text = project.text(ACME).replace("Acme", "Andere school").replace(HOME, f"{HOME.rstrip()}ander-deel\n")
    project.write(OTHER, text)

    assert [] == codes(project)


def test_same_sources(project: Project) -> None:
    """All the sources of another, and more than one, are told; a single page may speak of two."""
    more = "  - {url: 'https://www.voorbeeldschool.be/meer', title: Meer, accessed: 2026-11-21, seen: stored}\n"
    project.write(OTHER, project.text(ACME).replace("Acme", "Andere school"))
    assert [] == codes(project)

    project.append(ACME, more)
    project.append(OTHER, more.replace("https:", "http:"))
    assert [("looks-like-sources", OTHER)] == codes(project)


def test_days_gone(project: Project) -> None:
    """What runs, and whose last day is over, is told; today is not over."""
    place = "    sources: [1]\n    themes"
    project.replace(ACME, place, f"    dates: [{{start: 2019-01-01}}, {{start: 2026-11-20, end: 2026-11-21}}]\n{place}")
    assert [] == codes(project)

    project.replace(ACME, "end: 2026-11-21", "end: 2026-11-20")
    assert [("offer-days-gone", ACME)] == codes(project)
    assert not project.found()[0].is_error


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("checked: 2026-11-20", "checked-without-live-source"),
        ("confirmed_by_organisation: 2026-11-20", "confirmed-without-source"),
    ],
)
def test_said_without_a_source(project: Project, lines: str, code: str) -> None:
    """Nobody checked or confirmed what only stands in a kept copy."""
    project.write(ACME, project.text(ACME).replace("seen: stored", "seen: live").replace("seen: live", "seen: stored"))
    project.append(ACME, lines + "\n")

    assert [(code, ACME)] == codes(project)


@pytest.mark.parametrize(("seen", "key"), [("live", "checked"), ("from-organisation", "confirmed_by_organisation")])
def test_said_with_a_source(project: Project, seen: str, key: str) -> None:
    """With the source that it takes, it may be said."""
    project.replace(ACME, "seen: stored", f"seen: {seen}")
    project.append(ACME, f"{key}: 2026-11-20\n")

    assert [] == codes(project)


def test_too_early(project: Project) -> None:
    """Nobody read a page in 1926."""
    project.replace(ACME, "accessed: 2026-11-21", "accessed: 1926-11-21")

    assert [("date-too-early", ACME)] == codes(project)


def test_stopped_and_running(project: Project) -> None:
    """An organisation that stopped gives nothing any more."""
    project.replace(ACME, "existence: active", "existence: stopped\nexistence_note: Opgeheven.\nexistence_source: 1")

    assert [("offer-of-stopped", ACME)] == codes(project)
