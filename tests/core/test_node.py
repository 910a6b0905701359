"""Located YAML."""

import pytest
from yaml._yaml import CParser

from generator.core import node as node_module
from generator.core.location import Span
from generator.core.node import (
    HAS_LIBYAML,
    Mapping,
    Scalar,
    Sequence,
    empty_places,
    locate,
    parse,
    plain,
)
from generator.core.pure_parser import PureParser
from generator.core.source import Source
from tests.conftest import Place, Project

SYNTAX: dict[str, Place] = {
    "a: b: c": ("yaml-colon", 1, 5),
    "a: é😀 : x": ("yaml-colon", 1, 7),
    "a:\n  b: c\n  d: e: f": ("yaml-colon", 3, 7),
    "a: b\nc\nd: e\n": ("yaml-no-colon", 2, 1),
    "a:\n\tb: c": ("yaml-tab", 2, 1),
    "\ta: b": ("yaml-tab", 1, 1),
    "a: @x": ("yaml-start-character", 1, 4),
    "a: `x`": ("yaml-start-character", 1, 4),
    "a: %x": ("yaml-start-character", 1, 4),
    "a:\n  - b\n c: d": ("yaml-indent", 3, 2),
    "- a\nb: c": ("yaml-indent", 2, 1),
    "a: |\n  x\n y": ("yaml-indent", 3, 2),
    "a: 'b\nc: d\n": ("yaml-quote-open", 1, 4),
    'a: "b': ("yaml-quote-open", 1, 4),
    'a: "b\nc: d\ne: "f"\n': ("yaml-quote-open", 1, 4),
    'a:\n  - b: "c\n    d: [e]\n    f: ["g"]\n': ("yaml-quote-open", 2, 8),
    "a: 'b op z'n best.'\n": ("yaml-quote-open", 1, 4),
    "a: [b, c\nd: e": ("yaml-quote-open", 1, 4),
    "a: {b: c\nd: e": ("yaml-quote-open", 1, 4),
    'a: "\\q"': ("yaml-escape", 1, 5),
    'a: "\\ud800"': ("yaml-escape", 1, 7),
    'a: "\\UFFFFFFFF"': ("yaml-escape", 1, 7),
    'a: "\\u12"': ("yaml-escape", 1, 7),
    "a: 'it's'": ("yaml-quote-open", 1, 4),
    "a: [b]]": ("yaml-syntax", 1, 7),
    "a: - b": ("yaml-syntax", 1, 4),
    "]": ("yaml-syntax", 1, 1),
    "a: x\n...\nb: y\n": ("yaml-syntax", 3, 1),
    "%YAML 1.1\n---\na: b": ("yaml-directive", 1, 1),
    "%YAML 2.0\n---\na: b": ("yaml-directive", 1, 1),
    "%TAG ! tag:x,2000:\n---\na: b": ("yaml-directive", 1, 1),
    "%FOO\n---\na: b": ("yaml-directive", 1, 1),
    "%YAML x\n---\na: b": ("yaml-directive", 1, 1),
    "%TAG x\n---\na: b": ("yaml-directive", 1, 1),
    "% FOO\n---\na: b": ("yaml-directive", 1, 1),
    "a: !!str b": ("yaml-tag", 1, 4),
    "a: ! b": ("yaml-tag", 1, 4),
    "a: !e!f b": ("yaml-tag", 1, 4),
    "a: !e(x] b": ("yaml-tag", 1, 4),
    "a: !!python/object/apply:os.system [ls]": ("yaml-tag", 1, 4),
    "a: !!set {b, c}": ("yaml-tag", 1, 4),
    "!a b: c": ("yaml-tag", 1, 1),
    "a: &x b": ("yaml-anchor", 1, 4),
    "a: &x [b]": ("yaml-anchor", 1, 4),
    "a: & b": ("yaml-anchor", 1, 4),
    "&x a: b": ("yaml-anchor", 1, 1),
    "a: *x": ("yaml-alias", 1, 4),
    "a: **vet** woord": ("yaml-alias", 1, 4),
    "*x : b": ("yaml-alias", 1, 1),
    "a:\n  <<: {b: c}": ("yaml-merge", 2, 3),
    "? [a]\n: b": ("yaml-key-not-text", 1, 3),
    "{a: b}: c": ("yaml-key-not-text", 1, 1),
    "a: x\n---\nb: y": ("yaml-many-documents", 2, 1),
    "": ("yaml-empty", 1, 1),
    "# alleen een woord": ("yaml-empty", 1, 1),
    "---\n": ("yaml-empty", 1, 1),
    "- a": ("yaml-not-mapping", 1, 1),
    "abc": ("yaml-not-mapping", 1, 1),
    "''": ("yaml-not-mapping", 1, 1),
    "a:b": ("yaml-not-mapping", 1, 1),
}

PLAIN = [
    "no",
    "NO",
    "yes",
    "on",
    "12:30",
    "010",
    "0x1F",
    "1.10",
    "1e3",
    "2024-01-01",
    "~",
    "null",
    ".inf",
    "true",
    "+1",
]


@pytest.fixture(params=[CParser, PureParser], ids=["libyaml", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test here holds with libyaml and without it."""
    monkeypatch.setattr(node_module, "Parser", request.param)


def places(text: str) -> list[Place]:
    """Gives what is wrong with a text."""
    _, problems = parse(Source("a.yaml", text))
    return [(problem.code, problem.span.line, problem.span.column) for problem in problems]


def root_of(text: str) -> Mapping:
    """Gives the root of a text that is fine."""
    root, problems = parse(Source("a.yaml", text))
    assert not problems
    assert root is not None
    return root


def test_libyaml() -> None:
    """The fast parser is in use."""
    assert HAS_LIBYAML


@pytest.mark.parametrize("text", SYNTAX)
def test_refused(text: str) -> None:
    """What a record file may not hold is reported once, at the place where it was made."""
    assert places(text) == [SYNTAX[text]]


@pytest.mark.parametrize(
    ("text", "end"), [("a: &x [b]", 6), ("a: !t b", 6), ("a: [*x, b]", 7), ("a: !!str b", 9), ("a: !t!u b", 8)]
)
def test_sign_is_pointed_at_whole(text: str, end: int) -> None:
    """An anchor, a tag or an alias is pointed at from its sign to its end, and no further."""
    _, (problem,) = parse(Source("a.yaml", text))

    assert (problem.span.end_line, problem.span.end_column) == (1, end)


@pytest.mark.parametrize("word", PLAIN)
def test_plain_scalar(word: str) -> None:
    """A value without quotes stays the text that was typed, as a value, in a list and as a key."""
    assert plain(root_of(f"a: {word}\nb: [{word}]\n{word}: c\n")) == {"a": word, "b": [word], word: "c"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:", None),
        ("a: ''", ""),
        ('a: ""', ""),
        ("a: # niets", None),
        ("a: >-\n  x\n  y", "x y"),
        ("a: |\n  x\n  y\n", "x\ny\n"),
        ("a: x\n  y", "x y"),
        ("a: 'it''s'", "it's"),
        ('a: "\\x41\\n"', "A\n"),
        ("a: []", []),
        ("a: {}", {}),
        ("a:\n- x\n- ", ["x", None]),
    ],
)
def test_plain(text: str, value: object) -> None:
    """A node becomes texts, lists and dicts; only what was left empty without quotes is nothing."""
    assert plain(root_of(text)) == {"a": value}


def test_key_duplicate() -> None:
    """A second key is reported at itself, with the place of the first."""
    root, problems = parse(Source("a.yaml", "a:\n  x: 1\n  'x': 2\n  x: 3\n"))

    assert root is not None
    assert [(p.code, p.span, p.params["key"], p.params["first"]) for p in problems] == [
        ("key-duplicate", Span(3, 3, 3, 6), "x", 2),
        ("key-duplicate", Span(4, 3, 4, 4), "x", 2),
    ]
    assert [p.related.span for p in problems if p.related] == [Span(2, 3, 2, 4)] * 2


def test_key_duplicate_but_for_spaces() -> None:
    """Spaces around a key do not make it another one."""
    assert places("a: 1\n' a ': 2\n") == [("key-duplicate", 2, 1)]


def test_key_duplicate_in_the_record(project: Project) -> None:
    """A key that stands twice in a record is reported, and so is all else that is wrong in it."""
    project.append("providers/acme.yaml", "summary: Nog een.\nfoo: x\n")

    assert [code for code, _, _ in project.places()] == ["key-duplicate", "key-unknown"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_depth(opening: str, closing: str) -> None:
    """Twelve blocks may stand inside each other; the thirteenth is pointed at."""
    inside = 11
    fits = f"a: {opening * inside}x{closing * inside}"
    deeper = f"a: {opening * 12}x{closing * 12}"

    assert places(fits) == []
    assert places(deeper) == [("yaml-too-deep", 1, 4 + len(opening) * inside)]


def test_depth_of_indentation() -> None:
    """Indented blocks count as well."""
    text = "".join(f"{'  ' * depth}a:\n" for depth in range(12)) + "  " * 12 + "a: x\n"

    assert places(text) == [("yaml-too-deep", 13, 25)]


@pytest.mark.parametrize("bracket", ["[", "{", "- ", "? ", "{a: ["])
def test_thirty_thousand_brackets(bracket: str) -> None:
    """Thirty thousand opening brackets are stopped at the thirteenth, long before a parser can fall over."""
    assert [code for code, _, _ in places(bracket * 30_000)] == ["yaml-too-deep"]


def test_empty_places() -> None:
    """Every value that was left empty is found, in lists too."""
    root = root_of("a:\nb: ''\nc: [x, {d: }]\ne:\n  -\n")

    assert list(empty_places(root)) == [("a",), ("c", 1, "d"), ("e", 0)]


TEXT = """\
name: é😀x
offers:
  - id: a
    dates: [x, {start: y}]
  - {}
empty: {}
"""


@pytest.mark.parametrize(
    ("path", "at_key", "span"),
    [
        ((), False, Span(1, 1, 1, 5)),
        (("name",), False, Span(1, 7, 1, 10)),
        (("name",), True, Span(1, 1, 1, 5)),
        (("offers",), False, Span(2, 1, 2, 7)),
        (("offers", 0), False, Span(3, 5, 3, 7)),
        (("offers", 0, "id"), False, Span(3, 9, 3, 10)),
        (("offers", 0, "dates", 0), False, Span(4, 13, 4, 14)),
        (("offers", 0, "dates", 1, "start"), False, Span(4, 24, 4, 25)),
        (("offers", 1), False, Span(5, 5, 5, 7)),
        (("offers", 7), False, Span(2, 1, 2, 7)),
        (("offers", 0, "price", "amount"), False, Span(3, 5, 3, 7)),
        (("price",), True, Span(1, 1, 1, 5)),
        (("empty",), False, Span(6, 1, 6, 6)),
        (("name", "x", 3), False, Span(1, 7, 1, 10)),
    ],
)
def test_locate(path: tuple[str | int, ...], at_key: bool, span: Span) -> None:
    """A path leads to the value, else the key, else the nearest parent that exists; the end is exclusive."""
    assert locate(root_of(TEXT), path, at_key=at_key) == span


def test_locate_in_empty_list() -> None:
    """An empty list is pointed at itself."""
    assert locate(Sequence(Span(1, 4, 1, 6), []), (0,)) == Span(1, 4, 1, 6)


def test_spans_of_blocks() -> None:
    """A block ends where its last value ends, and knows where it starts."""
    root = root_of("a: [b]\nc:\n  d: e\n")

    assert root.entries["a"].value.span == Span(1, 4, 1, 7)
    assert isinstance(root.entries["a"].key, Scalar)
    assert root.entries["c"].value.span.line == 3
