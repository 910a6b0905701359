"""A file with many mistakes is mended in one round, or two."""

import re

import pytest

from tests.conftest import Project

MANY_PATH = "providers/veel.yaml"
MANY = """\
name: Tien Fouten
kind: nascholingscentrum
summary: Deze organisatie geeft nascholing.
existence: actief
homepage: www.x.be
themes: [evaluate]
criteria:
  evidence-base: {answer: yes, says: organisation, evidence: Ze zegt het., source: 1}
contact: {email: "mailto:info@x.be"}
offers:
  - {id: a, title: A, summary: B, status: running, sources: [1], duration: 9 hours}
  - {id: b, title: B, summary: B, status: running, sources: [2], starting_level: B2, target_level: A1}
sources:
  - {url: "https://www.x.be/", title: x, accessed: 20/11/2026, seen: live}
"""


def codes(project: Project, text: str) -> list[tuple[str, int]]:
    """Gives the code and line of all that is wrong in a text."""
    project.write(MANY_PATH, text)
    return [(code, line) for code, line, _ in project.places(MANY_PATH)]


def test_all_at_once(project: Project) -> None:
    """Mistakes of form hide no others: references and rules are checked on what is left."""
    assert [
        ("value-not-allowed", 4),
        ("url-without-scheme", 5),
        ("ref-unknown", 6),
        ("ref-unknown", 8),
        ("email-malformed", 9),
        ("type-mapping", 11),
        ("source-unknown", 12),
        ("level-below-start", 12),
        ("date-malformed", 14),
    ] == codes(project, MANY)


@pytest.mark.parametrize("key", ["name", "kind", "summary", "existence"])
def test_missing_key(project: Project, key: str) -> None:
    """Where a key that must be there is missing, all the rest is checked all the same."""
    found = [code for code, _ in codes(project, re.sub(rf"^{key}: .*\n", "", MANY, flags=re.MULTILINE))]

    assert 1 == found.count("key-missing")
    assert 2 == found.count("ref-unknown")
    assert "level-below-start" in found


def test_missing_list(project: Project) -> None:
    """A list that must be there and is missing is told; what rests on it waits for the second round."""
    found = [code for code, _ in codes(project, MANY.partition("\nsources:")[0] + "\n")]

    assert "key-missing" in found
    assert "source-unknown" not in found


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("starting_level: B2", "starting_level: hoog", 12),
        ("starting_level: B2, target_level: A1", "group_size: {least: 9, most: veel}", 12),
        ("starting_level: B2, target_level: A1", "dates: [{start: 9999, end: 2020-01-01}]", 12),
    ],
)
def test_no_mistake_of_our_own(project: Project, old: str, new: str, line: int) -> None:
    """What stands in for a mistake leads to no second one, nor does what stands beside it in its block."""
    found = codes(project, MANY.replace("sources: [2]", "sources: [1]").replace(old, new))

    assert 1 == len([code for code, at in found if at == line])


def test_no_rule_of_the_whole(project: Project) -> None:
    """A rule about a list rests on each item: one with a mistake is mended first."""
    agenda = "starters: [{title: A, goal: B, items: [{title: Vragen van de leraren, minutes: 5 min, how: x}, {}]}]\n"
    project.append("guides/handbook/leider.yaml", agenda.replace("{}", "{title: C, minutes: 40, how: y}"))

    assert ["number-malformed"] == project.codes()


def test_no_rule_of_what_was_left_out(project: Project) -> None:
    """A wrong address is wrong, and not missing as well."""
    project.replace("content/site.yaml", "editors_email: redactie@voorbeeldschool.be", "editors_email: redactie")

    assert ["email-malformed"] == project.codes()


def test_others_may_refer_to_it(project: Project) -> None:
    """What refers to a record with mistakes is not wrong for that."""
    project.write(MANY_PATH, MANY)
    project.replace("providers/acme.yaml", '    competences: ["1.1"]\n', "    partners: [veel]\n")

    assert [] == project.places("providers/acme.yaml")


BROKEN = """\
name: Een: twee
kind: nascholingscentrum
summary: Deze organisatie geeft nascholing.
existence: actief
themes: [evaluate]
website www.y.be
vision: @school is leuk
contact:
\tphone: +32 2 123 45 67
offers:
  - id: a
    title: Werken met C # en F #
    summary: "Een \\q twee"
    status: running
    sources: [1]
    duration: 9 hours
    prerequisites: *niets
  - id: b
    title: Les: twee
    summary: b
    status: past
    sources: [3]
sources:
  - {url: "https://www.x.be/", title: x, accessed: 2026-11-20, seen: live}
"""


def test_mistakes_against_yaml_hide_no_others(project: Project) -> None:
    """All that a parser stops at is told at once, and so is what is wrong on the other lines."""
    assert [
        ("yaml-colon", 1),
        ("value-not-allowed", 4),
        ("ref-unknown", 5),
        ("yaml-no-colon", 6),
        ("yaml-start-character", 7),
        ("yaml-tab", 9),
        ("yaml-comment-in-text", 12),
        ("yaml-escape", 13),
        ("type-mapping", 16),
        ("yaml-alias", 17),
        ("yaml-colon", 19),
        ("source-unknown", 22),
    ] == codes(project, BROKEN)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("    title: Ict", "   \u00a0title: Ict", [("yaml-odd-space", 13)]),
        ("    title: Ict", "\u00a0\u00a0\u00a0\u00a0title: Ict", [("yaml-odd-space", 13)]),
        ("  - id: ict", "\u00a0 - id: ict", [("yaml-odd-space", 12)]),
        ("    answer: yes", "  \u00a0 answer: yes", [("yaml-odd-space", 7)]),
        ("  - id: ict", "  -id: ict", [("yaml-dash-space", 12)]),
        ("  - id: ict", "  – id: ict", [("yaml-odd-dash", 12)]),
        ("    status: running", "    status：running", [("yaml-odd-colon", 15)]),
        ("    sources: [1]\n    th", "    sources: [1]\n    duration: {hours: 2,5}\n    th", [("yaml-comma", 17)]),
        ("    sources: [1]\n    th", "    sources: [1]\n    price: {note: a, b, c}\n    th", [("yaml-comma", 17)]),
        ("    sources: [1]\n    th", "    sources: [1]\n    price: {note: 'a, b', }\n    th", []),
    ],
)
def test_sign_that_is_sure(project: Project, right: str, wrong: str, expected: list[tuple[str, int]]) -> None:
    """Where it is sure which sign was meant, nothing else is told of what the wrong one led to."""
    project.replace("providers/acme.yaml", right, wrong)

    assert expected == [(code, line) for code, line, _ in project.places()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: 'Een\nkind: x\n", ["yaml-quote-open"]),
        ("name: x\n  kind: y\nstatus: z\n", ["yaml-colon"]),
        ("- a\n- b\n", ["yaml-not-mapping"]),
        ("a: [1, 2\nb: 3\n", ["yaml-quote-open"]),
        ("\n".join(f"k{n}: a: b" for n in range(40)), ["yaml-colon"] * 30),
    ],
)
def test_where_reading_on_is_guessing(project: Project, text: str, expected: list[str]) -> None:
    """Where the place of a mistake is not sure, or nothing is left to read, only what is sure is told."""
    found = [code for code, _ in codes(project, text)]

    assert expected == [code for code in found if code.startswith("yaml-")]
    assert len(found) <= 40


def test_comment_apart(project: Project) -> None:
    """A comment that stands apart, as in the examples, is one; a sign in a text or between quotes is a sign."""
    project.replace("providers/acme.yaml", "name: Acme", "name: Acme  # zoals ze zich noemt")
    project.replace("providers/acme.yaml", "title: Ict in de les", 'title: "C # en F#"')
    project.replace("providers/acme.yaml", "summary: Je leert ict kiezen.", "summary: Je leert C#, F# en ict kiezen.")

    assert [] == project.places("providers/acme.yaml")
