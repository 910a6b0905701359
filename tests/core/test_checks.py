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


MAIL, LINK = "an.peeters@voorbeeldschool.be", "https://a.be"
RICH: dict[str, list[Place]] = {
    f"Wij leren.\n[Lees dit]({LINK})\n- {LINK}": [],
    "een [keuze], a < b en c > d, R&D, 2 * 3, x_y_z, zie [1], #1 en <naam>": [],
    f"**vet** en *schuin*, __ook__\n\n1. een\n2. twee\n\n[{LINK}]({LINK})": [],
    f"[x][b] en [b]\n\n[b]: {LINK}": [],
    "Niet \\[zo] en &lt;b&gt;": [],
    "een\n<script>alert(1)</script>": [("richtext-html", 26, 3)],
    "een <img src=x> twee <b>drie</b>\nvier <br/>": [
        ("richtext-html", 25, 7),
        ("richtext-html", 25, 24),
        ("richtext-html", 26, 8),
    ],
    f"een\nzie ![beeld]({LINK}/x.png)": [("richtext-picture", 26, 7)],
    f"een\nzie [dit]({LINK}": [("richtext-link-text", 26, 7)],
    f"een\nzie [dit] ({LINK})": [("richtext-link-text", 26, 7)],
    f"een\nzie [dit({LINK})": [("richtext-link-text", 26, 7)],
    f"een\n[ook {LINK}\n\ndrie": [("richtext-link-text", 26, 3)],
    "een\nzie [dit][daar]": [("richtext-link-text", 26, 7)],
    f"een\nzie []({LINK})": [("richtext-link-empty", 26, 7)],
    "een\nzie [dit]()": [("richtext-link-empty", 26, 11)],
    f"een\n\n[b]: {LINK}": [("richtext-lost", 27, 3)],
    "[a](http://a.be) en\n[b](www.b.be), [c](http://a.be)": [
        ("richtext-link", 25, 7),
        ("richtext-link", 26, 7),
        ("richtext-link", 26, 22),
    ],
    "een:\n- twee\n- drie": [("richtext-list", 26, 3)],
    "een:\n\n1) twee\n2) drie": [("richtext-list", 27, 3)],
    "# een\n\n`twee` en **drie": [("richtext-raw", 25, 3), ("richtext-raw", 27, 3), ("richtext-raw", 27, 13)],
    f"een\n{MAIL} en\n{MAIL}": [("personal-mail", 26, 3), ("personal-mail", 27, 3)],
}


@pytest.mark.parametrize("text", RICH)
def test_markup(project: Project, text: str) -> None:
    """In a text of Markdown each piece that does not come through is told at its own place."""
    project.append(ACME, "vision: |\n" + "".join(f"  {line}".rstrip() + "\n" for line in text.split("\n")))

    assert project.places() == RICH[text]


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Een. Twee! 'Drie?' Vier.", []),
        ("Een, bv. twee, o.a. drie, 3.5 en www.a.be. Twee. Drie. Vier.", []),
        ("Een. Twee!\n  Drie? (Vier.) En vijf.", [("summary-long", 3, 10)]),
    ],
)
def test_summary(project: Project, summary: str, expected: list[Place]) -> None:
    """A summary of more than four sentences is told, wherever its lines end."""
    project.replace(ACME, "summary: Acme helpt leraren leren.", f"summary: {summary}")

    assert project.places() == expected


FOLDED: dict[str, list[Place]] = {
    "een, a < b, R&D en [sic]": [],
    f"een\ntwee <b>drie</b> en [vier]({LINK})": [("text-markup", 26, 8), ("text-markup", 26, 23)],
    "een &nbsp; **twee\ndrie** en **vier**": [("text-markup", 25, 7), ("text-markup", 25, 14), ("text-markup", 26, 13)],
    "een:\n- twee\n- drie": [("text-list", 26, 3)],
    f"een {MAIL}\nof 0478 12\n34 56, {MAIL}\nop {LINK}/?utm_source=a": [
        ("personal-mail", 25, 7),
        ("personal-phone", 26, 6),
        ("personal-mail", 27, 10),
        ("url-tracking", 28, 6),
    ],
}


@pytest.mark.parametrize("text", FOLDED)
def test_markup_in_plain_text(project: Project, text: str) -> None:
    """In a text without markup each piece of it is told at its own place, also where YAML makes one line of several."""
    project.append(ACME, "existence_note: >-\n" + "".join(f"  {line}\n" for line in text.split("\n")))

    assert project.places() == FOLDED[text]


def test_folded_list(project: Project) -> None:
    """A list that YAML makes one line of is no list in a text of Markdown either."""
    project.append(ACME, "vision: >-\n  een:\n\n  - twee\n  - drie\n")

    assert project.places() == [("richtext-list", 27, 3)]


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


def told(project: Project) -> list[tuple[str, str, int, object]]:
    """Gives file, code and line of what is wrong, with what is offered."""
    return [(one.path, one.code, one.span.line, one.params.get("suggestion")) for one in project.found()]


def move(project: Project, old: str, new: str) -> None:
    """Gives a file another name."""
    (project.root / old).rename(project.root / new)


def test_changed_id(project: Project) -> None:
    """Where a term got another id, each use says what the term is called now: the one that nothing uses."""
    project.replace("content/vocabularies/themes.yaml", "id: digitale-didactiek", "id: lesgeven")
    project.append(ACME, "themes: [digitale-didactiek, evaluatie]\n")

    assert told(project) == [
        (ACME, "ref-unknown", 17, "lesgeven"),
        (ACME, "ref-unknown", 24, "lesgeven"),
    ]


def test_no_far_guess(project: Project) -> None:
    """One unknown id is no changed one: a term that nothing uses is not offered for it."""
    project.append(ACME, "themes: [qqq]\n")

    assert told(project) == [(ACME, "ref-unknown", 24, None)]


def test_renamed_list(project: Project) -> None:
    """A list whose file got another name is told once, at that file."""
    move(project, "content/vocabularies/themes.yaml", "content/vocabularies/onderwerpen.yaml")
    project.append(ACME, "themes: [evaluatie, digitale-didactiek]\n")

    (found,) = project.found()

    assert ("content/vocabularies/onderwerpen.yaml", "list-renamed") == (found.path, found.code)
    assert ("themes.yaml", 3) == (found.params["file"], found.params["count"])


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("content/vocabularies/themes.yaml", ("content/vocabularies/themes.yaml", "list-missing", 1, None)),
        ("guides/checklists/kiezen.yaml", ("guides/checklists", "records-missing", 1, None)),
    ],
)
def test_lost_list(project: Project, gone: str, expected: tuple[str, str, int, object]) -> None:
    """A list that is gone is told once, where it should be, and not at each use."""
    (project.root / gone).unlink()
    project.append(ACME, "themes: [evaluatie, digitale-didactiek]\n" if "themes" in gone else "")

    assert told(project) == [expected]
