"""Validating a parsed record against its model."""

import pytest

from generator.core.validation import part_model
from generator.kinds.provider.model import Answer, Offer, Provider
from tests.conftest import Place, Project

ACME = "providers/acme.yaml"

# Lines added at the end of the provider Acme, and what is said about them: the first added line is line 24.
ADDED: dict[str, list[Place]] = {
    "nmae: x": [("key-unknown", 24, 1)],
    "'[key]': x": [("key-unknown", 24, 1)],
    "'': x": [("key-unknown", 24, 1)],
    "foo:": [("key-unknown", 24, 1)],
    "id: acme": [("key-id", 24, 1)],
    "homepage:": [("value-empty", 24, 1)],
    "checked: # nog niet": [("value-empty", 24, 1)],
    "vision: ''": [("value-empty", 24, 1)],
    "contact:": [("value-empty", 24, 1)],
    "contact: {email: }": [("value-empty", 24, 11)],
    "contact: {phone: [1]}": [("type-text", 24, 11)],
    "contact: {phone: 02}": [("phone-malformed", 24, 18)],
    "contact: info@voorbeeldschool.be": [("type-mapping", 24, 10)],
    "contact: []": [("type-mapping", 24, 1)],
    "contact: {mail: x}": [("key-unknown", 24, 11)],
    "themes:": [("value-empty", 24, 1)],
    "themes: digitale-didactiek": [("type-list", 24, 9)],
    "themes: {a: b}": [("type-list", 24, 1)],
    "themes: [[a]]": [("type-text", 24, 11)],
    "themes: [evaluatie, ]": [],
    "themes: [evaluatie, evaluatie]": [("list-repeats", 24, 21)],
    "notes:\n  - {text: x, source: 1}\n  -": [("value-empty", 26, 4)],
    "former_ids: [oud, Acmé]": [("id-malformed", 24, 19)],
    "checked: gisteren\nhomepage: acme": [("date-malformed", 24, 10), ("url-scheme", 25, 11)],
    "vision: '[x](http://a.be)'": [("richtext-link", 24, 14)],
}


@pytest.mark.parametrize("lines", ADDED)
def test_place(project: Project, lines: str) -> None:
    """A mistake is reported at the value, else at its key, else at the nearest parent."""
    project.append(ACME, lines + "\n")

    assert project.places() == ADDED[lines]


def test_unknown_key_suggestion(project: Project) -> None:
    """An unknown key comes with the key that was probably meant, and with all there are."""
    project.append(ACME, "hompage: https://a.be\n")

    (found,) = project.found()

    assert (found.params["key"], found.params["suggestion"]) == ("hompage", "homepage")
    assert "education_levels" in str(found.params["allowed"])
    assert " id," not in str(found.params["allowed"])


def test_unknown_key_in_a_part(project: Project) -> None:
    """The suggestion for a key inside a part is a key of that part."""
    project.replace(ACME, "    title: Ict in de les\n", "    title: Ict in de les\n    target: A1\n    pirce: {}\n")

    assert [(d.params["key"], d.params["suggestion"]) for d in project.found()] == [
        ("target", "target_level"),
        ("pirce", "price"),
    ]


def test_missing_keys(project: Project) -> None:
    """Every missing key is named at the first key of the part it belongs to."""
    project.write(ACME, "name: Acme\noffers:\n  - id: ict\n    title: Ict\nsources:\n  - {seen: live}\n")

    found = [(d.span.line, d.span.column, d.params["key"]) for d in project.found() if d.code == "key-missing"]
    assert found == [
        (1, 1, "existence"),
        (1, 1, "kind"),
        (1, 1, "summary"),
        (3, 5, "sources"),
        (3, 5, "status"),
        (3, 5, "summary"),
        (6, 6, "accessed"),
        (6, 6, "url"),
    ]


def test_value_not_allowed(project: Project) -> None:
    """A word that is not in the list comes with the list, and with the word that was probably meant."""
    project.replace(ACME, "existence: active", "existence: activ")

    (found,) = project.found()

    assert (found.code, found.span.line, found.span.column, found.params) == (
        "value-not-allowed",
        4,
        12,
        {"value": "activ", "allowed": "active, unknown, stopped", "suggestion": "active"},
    )


def test_suggestion_ignores_case(project: Project) -> None:
    """A level in small letters is recognised."""
    project.replace(ACME, "    status: running\n", "    status: running\n    starting_level: a1\n")

    assert [d.params["suggestion"] for d in project.found()] == ["A1"]


@pytest.mark.parametrize(
    ("value", "code"),
    [("", "value-empty"), ("[active]", "type-text"), ("{a: b}", "type-text"), ("''", "value-not-allowed")],
)
def test_word_of_another_shape(project: Project, value: str, code: str) -> None:
    """Nothing, a list or a block in the place of a word is named for what it is."""
    project.replace(ACME, "existence: active", f"existence: {value}")

    assert [d.code for d in project.found()] == [code]


def test_list_too_short(project: Project) -> None:
    """An empty list that needs an item says how many."""
    text = project.text(ACME)
    project.write(ACME, text[: text.index("\nsources:") + 1] + "sources: []\n")

    (found,) = project.found()

    assert (found.code, found.params["least"]) == ("list-too-short", 1)


def test_broken_items_do_not_shorten_a_list(project: Project) -> None:
    """A list whose only item is wrong is not called too short as well."""
    text = project.text(ACME)
    project.write(ACME, text[: text.index("\nsources:") + 1] + "sources: [x]\n")

    assert project.codes() == ["type-mapping"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: Acme", "naam: Acme", [("key-unknown", "name")]),
        ("    title: Ict in de les", "    titel: Ict in de les", [("key-unknown", "title")]),
        ("name: Acme", "qqq: Acme", [("key-missing", None), ("key-unknown", None)]),
    ],
)
def test_misspelt_key(project: Project, old: str, new: str, expected: list[tuple[str, str | None]]) -> None:
    """A key that must be there and is misspelt is told once."""
    project.replace(ACME, old, new)

    assert expected == [(one.code, one.params.get("suggestion")) for one in project.found()]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("themes: Toetsen (ook zelf) en ict", "themes: [Toetsen (ook zelf), ict]"),
        ("former_ids: oud", "former_ids: [oud]"),
    ],
)
def test_list_to_write(project: Project, lines: str, expected: str) -> None:
    """Who writes a text for a list is shown the list: of names each by itself, of texts the one."""
    project.append(ACME, f"{lines}\n")

    assert [expected] == [one.params.get("line") for one in project.found() if one.code == "type-list"]


def test_list_of_texts(project: Project) -> None:
    """A text for a list of texts is one of them, whatever commas and words stand in it."""
    text = "Gratis (voor leraren en ouders), tot juni"
    project.replace(ACME, "    status: running\n", f"    status: running\n    learning_goals: {text}\n")

    (found,) = project.found()

    assert ("type-list", f"learning_goals: ['{text}']") == (found.code, found.params.get("line"))


def test_key_of_criteria(project: Project) -> None:
    """A wrong key of a table is pointed at itself, and a wrong answer at its own place."""
    project.replace(ACME, "  evidence-based:\n    answer: yes", "  '': {}\n  '[key]':\n    answer: ja")

    assert [(d.code, d.span.line) for d in project.found() if d.code in ("value-empty", "value-not-allowed")] == [
        ("value-empty", 6),
        ("value-not-allowed", 8),
    ]


def test_every_mistake(project: Project) -> None:
    """All mistakes of a file are reported together, in reading order."""
    project.write(ACME, "existence: x\nname: [a]\nfoo: y\nkind:\n")

    assert project.places() == [
        ("key-missing", 1, 1),
        ("key-missing", 1, 1),
        ("value-not-allowed", 1, 12),
        ("type-text", 2, 1),
        ("key-unknown", 3, 1),
        ("value-empty", 4, 1),
    ]


def test_part_model() -> None:
    """The model inside an annotation is found, through lists, tables and options."""
    found = [part_model(Provider.model_fields[name].annotation) for name in ("offers", "criteria", "name")]

    assert found == [Offer, Answer, None]
