"""Signs that look like those of YAML, and what a merge left."""

import pytest
import yaml

from generator.core import node as node_module
from generator.core.node import parse, plain
from generator.core.source import Source
from tests.conftest import Place, Project

NBSP = "\u00a0"

ODD: dict[str, list[Place]] = {
    # a space that is none: after a colon, as indentation, after a dash
    f"a: x\nkind:{NBSP}y\n": [("yaml-odd-space", 2, 6)],
    f"a:\n  b:{NBSP}x\n": [("yaml-odd-space", 2, 5)],
    f"a: x\n  b:{NBSP}c\n": [("yaml-odd-space", 2, 5)],
    f"a:\n{NBSP}{NBSP}b: c\n": [("yaml-odd-space", 2, 1)],
    f"a:\n {NBSP}b: c\n": [("yaml-odd-space", 2, 2)],
    f"a: x\n{NBSP}b: y\n": [("yaml-odd-space", 2, 1)],
    f"a: x\r\n{NBSP}b: y\r\n": [("yaml-odd-space", 2, 1)],
    f"a: x\n{NBSP}\nb: y\n": [("yaml-odd-space", 2, 1)],
    f"a:\n  - b: x\n{NBSP * 4}c: d\n": [("yaml-odd-space", 3, 1)],
    f"a:\n  -{NBSP}b: x\n": [("yaml-odd-space", 2, 4)],
    f"a:\n  - id:{NBSP}x\n    title: y\n": [("yaml-odd-space", 2, 8)],
    "\u3000a: b\n": [("yaml-odd-space", 1, 1)],
    "a:\n\u2003\u2003b: c\n": [("yaml-odd-space", 2, 1)],
    "a:\u202fb\n": [("yaml-odd-space", 1, 3)],
    # all of them at once, and another mistake before them as well
    f"a:{NBSP}b\nc:{NBSP}d\ne: f\n": [("yaml-odd-space", 1, 3), ("yaml-odd-space", 2, 3)],
    f"a: b: c\nd: e\nf:{NBSP}g\n": [("yaml-colon", 1, 5), ("yaml-odd-space", 3, 3)],
    # a colon and a dash that are none
    "a：x\nb: y\n": [("yaml-odd-colon", 1, 2)],
    "a： x\n": [("yaml-odd-colon", 1, 2)],
    "a:\n  b： x\n": [("yaml-odd-colon", 2, 4)],
    "a:\n  – x\n  – y\n": [("yaml-odd-dash", 2, 3), ("yaml-odd-dash", 3, 3)],
    "a:\n  • x\n": [("yaml-odd-dash", 2, 3)],
    "a:\n  − b: x\n": [("yaml-odd-dash", 2, 3)],
    # a dash that lacks its space
    "a:\n  -x\n  -y\n": [("yaml-dash-space", 2, 3), ("yaml-dash-space", 3, 3)],
    "a:\n  - x\n  -y\n": [("yaml-dash-space", 3, 3)],
    "a:\n  -b: x\n    c: y\n": [("yaml-dash-space", 2, 3)],
    "a:\n  -'x'\n": [("yaml-dash-space", 2, 3)],
    # quotes that are none, where straight ones were meant
    "a: “x: y”\nb: z\n": [("yaml-odd-quote", 1, 4)],
    "a: „x: y”\n": [("yaml-odd-quote", 1, 4)],
    "- “x: y: z”\n": [("yaml-odd-quote", 1, 3)],
    'a: "x”\nb: z\n': [("yaml-odd-quote", 1, 6)],
    # what a merge left: each conflict once
    "a: x\n<<<<<<< HEAD\nb: y\n=======\nb: z\n>>>>>>> main\nc: d\n": [("merge-conflict", 2, 1)],
    "<<<<<<< HEAD\na: y\n||||||| 1234567\na: x\n=======\na: z\n>>>>>>> main\n": [("merge-conflict", 1, 1)],
    "<<<<<<< a\n=======\n>>>>>>> b\nx: y\n<<<<<<< a\n=======\n>>>>>>> b\n": [
        ("merge-conflict", 1, 1),
        ("merge-conflict", 5, 1),
    ],
    "a: x\r\n<<<<<<< HEAD\r\nb: y\r\n=======\r\n": [("merge-conflict", 2, 1)],
    "a: x\n=======\nb: y\n": [("merge-conflict", 2, 1)],
    "a: x\n>>>>>>> main\n": [("merge-conflict", 2, 1)],
    # none of these: the sign is part of a text, and the mistake is another
    "a: “x” en y: z\n": [("yaml-colon", 1, 12)],
    "a: ’s Avonds: x\n": [("yaml-colon", 1, 13)],
}

FINE = {
    f"a: >-\n  b:{NBSP}c\n  – x\n  {NBSP}y\n": f"b:{NBSP}c – x {NBSP}y",
    f'a: "x\n  b:{NBSP}c"\n': f"x b:{NBSP}c",
    "a: x\n  – y\n": "x – y",
    "a: x\n  -y\n": "x -y",
    "a: >-\n  -y\n": "-y",
    "a: -y\n": "-y",
    "a:\n  -5 graden\n": "-5 graden",
    "a: x – y： z\n": "x – y： z",
    "a: Let op:" + NBSP + "lees\n": f"Let op:{NBSP}lees",
    f"a: {NBSP}x{NBSP}\n": "x",
    f"a: '{NBSP}x'\n": f"{NBSP}x",
    "a: de “Wijzer”\n": "de “Wijzer”",
    "a: |\n  =======\n  x\n": "=======\nx\n",
}


def places(text: str) -> list[Place]:
    """Gives what is wrong with a text."""
    _, problems = parse(Source("a.yaml", text))
    return [(problem.code, problem.span.line, problem.span.column) for problem in problems]


@pytest.mark.parametrize("text", ODD)
def test_odd(text: str) -> None:
    """A sign that only looks like YAML's is told where it stands, and not what came of it."""
    assert places(text) == ODD[text]


@pytest.mark.parametrize("text", ODD)
def test_odd_without_libyaml(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser stops elsewhere, and the same sign is told."""
    monkeypatch.setattr(node_module, "Parser", yaml.Loader)

    assert {place for place in ODD[text] if "odd" in place[0]} <= set(places(text))


@pytest.mark.parametrize("text", FINE)
def test_fine(text: str) -> None:
    """In a text these signs are letters like others; around a value without quotes, spaces of any kind mean nothing."""
    root, problems = parse(Source("a.yaml", text))

    assert problems == []
    assert root is not None
    assert plain(root) == {"a": FINE[text]}


def test_heading_in_markdown() -> None:
    """Seven equals signs under a title are a heading in a page, unless a merge left more."""
    heading = "Privacy\n=======\n"

    assert places(heading) == [("merge-conflict", 2, 1)]
    assert node_module.conflicts(Source("privacy.md", heading)) == []
    assert len(node_module.conflicts(Source("privacy.md", f"{heading}>>>>>>> main\n"))) == 1


def test_nothing_but_a_space(project: Project) -> None:
    """A value of which only a no-break space is left is an empty value."""
    project.replace("providers/acme.yaml", "name: Acme", f"name: {NBSP}")

    assert [code for code, _, _ in project.places()] == ["value-empty"]


@pytest.mark.parametrize("name", ["“Acme”", "„Acme”", "«Acme»"])
def test_wrapped_in_quotes(project: Project, name: str) -> None:
    """A value that stands in typographic quotes as a whole is a warning: the site would show them."""
    project.replace("providers/acme.yaml", "name: Acme", f"name: {name}")

    assert [(d.code, d.span.line, d.span.column, d.severity) for d in project.found()] == [
        ("text-odd-quotes", 1, 7, "warning")
    ]


@pytest.mark.parametrize("name", ["“Acme” en “Beta”", "De “Acme”", "’s Avonds", "Acme’s"])
def test_quotes_in_a_text(project: Project, name: str) -> None:
    """Typographic quotes around a part of a text are typography."""
    project.replace("providers/acme.yaml", "name: Acme", f"name: {name}")

    assert project.found() == []
