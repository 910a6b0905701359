"""What somebody does with a checklist: what may be kept, what is shown, found and left to ask."""

from typing import Any

import pytest

from tests.client.conftest import Client

SAID = {"text": "Waarover?", "ticked": True, "matters": False, "note": "Eerst vragen."}

ALL = [
    ("reden", "me", "before", "", False, {}),
    ("onderbouwing", "provider", "choose", "evidence-based", True, {}),
    ("duur", "provider", "choose", "duration", False, {"matters": True}),
    ("oefenen", "provider", "during", "practice-time", False, {}),
    ("actief", "provider", "choose", "active-learning", True, {"ticked": True}),
    ("overleg", "provider", "choose", "", False, {"matters": True, "note": "Met An."}),
    ("samen", "provider", "after", "learning-together", True, {"note": "  "}),
]
"""Questions with what is said of them."""

PREPARE = """
const all = ALL.map(([id, asked, phase, criterion, isCore, said]) => ({
  question: { id, text: `${id}?`, asked, phase, criterion, isCore },
  said: { ...checklists.blank(`${id}?`), ...said },
}));
const ids = (some) => some.map(({ id }) => id);
"""


def ask(sheet: Client, code: str, value: object = None) -> Any:
    """Runs an expression with the module of the checklist in it."""
    module = "await import('./javascripts/logic/checklist.js')"
    code = f"async ([ALL, value]) => {{ const checklists = {module}; {PREPARE} return {code} }}"
    return sheet.page.evaluate(code, [ALL, value])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("checklist/kies/reden", SAID | {"more": 1}),
        ("checklist/kies/reden", SAID | {"text": "x" * 301}),
        ("checklist/kies/reden", SAID | {"note": "x" * 2001}),
        ("checklist/kies/reden", SAID | {"ticked": 1}),
        ("checklist/kies/reden", SAID | {"matters": None}),
        ("checklist/kies/reden", {"name": "Acme"}),
        ("checklist/kies/reden", None),
        ("checklist/kies/Reden", SAID),
        ("checklist/kies", SAID),
        ("checklist/kies/provider/acme", SAID),
        ("checklist/kies/provider/acme", {"name": "x" * 201}),
        ("checklist/kies/provider/acme", {"name": 3}),
        ("checklist/kies/provider/acme/more", {"name": "Acme"}),
        ("checklist/kies/other/acme", {"name": "Acme"}),
        ("plan/kies/reden", SAID),
    ],
)
def test_refused(sheet: Client, key: str, value: object) -> None:
    """What is not exactly what the tool keeps is refused."""
    assert not ask(sheet, "checklists.isValid(...value)", [key, value])


def test_kept(sheet: Client) -> None:
    """What the tool keeps is accepted, and read back in the order in which it was said, of this checklist alone."""
    entries = {
        "checklist/kies/reden": [SAID, 5],
        "checklist/kies/duur": [SAID | {"note": "x" * 2000, "text": "x" * 300}, 3],
        "checklist/kies/provider/acme": [{"name": "Acme"}, 9],
        "checklist/kies/provider/beta": [{"name": "Beta"}, 8],
        "checklist/kies-2/reden": [SAID, 1],
        "round/2026-11-22-1": [{}, 1],
    }
    found = ask(
        sheet,
        "[checklists.kept({ keys: () => Object.keys(value), get: (key) => ({ value: value[key][0], at: value[key][1] })"
        " }, 'kies'), Object.entries(value).map(([key, [one]]) => checklists.isValid(key, one))]",
        entries,
    )

    assert ["duur", "reden"] == [one["id"] for one in found[0]["questions"]]
    assert SAID | {"id": "reden"} == {name: found[0]["questions"][1][name] for name in ("id", *SAID)}
    assert ["beta", "acme"] == [one["id"] for one in found[0]["providers"]]
    assert [True] * 5 + [False] == found[1]


@pytest.mark.parametrize(
    ("asked", "phase", "mattering", "expected"),
    [
        ("", "", False, "reden onderbouwing duur oefenen actief overleg samen"),
        ("me", "", False, "reden"),
        ("provider", "during", False, "oefenen"),
        ("", "choose", True, "duur overleg"),
        ("me", "after", False, ""),
    ],
)
def test_filter(sheet: Client, asked: str, phase: str, mattering: bool, expected: str) -> None:
    """A filter by whom to ask, by moment and by what matters; each narrows the other."""
    code = (
        "ids(all.filter(({ question, said }) => checklists.isShown(question, said, value)).map((one) => one.question))"
    )

    assert expected.split() == ask(sheet, code, {"asked": asked, "phase": phase, "isMattering": mattering})


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "duur overleg onderbouwing samen"),
        ({"duration": ["no", "Een dag."], "evidence-based": ["yes", "Ja."]}, "overleg samen"),
        ({"practice-time": ["yes", "Ja."], "toString": 1}, "duur overleg onderbouwing samen"),
    ],
)
def test_left_to_ask(sheet: Client, answers: object, expected: str) -> None:
    """The mail asks what is open: what matters first, then the core; never what was ticked or is known."""
    assert expected.split() == ask(sheet, "ids(checklists.openQuestions(all, value))", answers)


def test_counts(sheet: Client) -> None:
    """What was done is counted, and a note of spaces is nothing."""
    expected = {"questions": 7, "ticked": 1, "core": 3, "coreTicked": 1, "mattering": 2, "noted": 1}
    assert expected == ask(sheet, "checklists.count(all)")
    empty = ask(sheet, "ids(all.filter(({ said }) => checklists.isEmpty(said)).map(({ question }) => question))")
    assert ["reden", "onderbouwing", "oefenen", "samen"] == empty


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vla", ["vlaams-instituut", "rtc", "vla"]),
        ("VLÁ oost", ["rtc"]),
        ("creche", ["creche"]),
        ("bestaat niet", []),
        ("vlaams-inst", ["vlaams-instituut"]),
        ("  ", ["creche", "vlaams-instituut", "rtc", "vla"]),
    ],
)
def test_names(sheet: Client, words: str, expected: list[str]) -> None:
    """Every word must stand in the name or the id, accents and capitals aside; who starts with it comes first."""
    names = [
        ["creche", "De Crèche"],
        ["vlaams-instituut", "Vlaams Instituut"],
        ["rtc", "RTC Oost-Vlaanderen"],
        ["vla", "Leraars Aardrijkskunde"],
    ]

    assert expected == ask(sheet, "checklists.findNames(...value).map(([id]) => id)", [names, words])


@pytest.mark.parametrize(
    ("hash_", "expected"),
    [
        ("#reden", []),
        ("#id=acme&id=beta/cursus&id=acme", ["acme", "beta"]),
        ("#id=<b>&id=../x&id=%C3%89&name=acme", []),
        ("#id=a&id=b&id=c&id=d&id=e", ["a", "b", "c", "d"]),
        ("#id=" + "a" * 2000, []),
    ],
)
def test_address(sheet: Client, hash_: str, expected: list[str]) -> None:
    """An address names at most four organisations; anything else in it is nothing."""
    read = "(await import('./javascripts/logic/fragment.js')).read({ hash: value, search: '' }, { id: 'slug' }).values"

    assert expected == ask(sheet, f"checklists.askedProviders({read})", hash_)
