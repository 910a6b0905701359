"""PyYAML's own parser, made to read as libyaml does: the same nodes and the same mistakes, at the same places."""

import random
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from yaml._yaml import CParser

from generator.core import node as node_module
from generator.core.diagnostics import Diagnostic
from generator.core.node import Mapping, parse
from generator.core.pure_parser import PureParser
from generator.core.source import Source, text_problem
from tests.files import all_files
from tests.hosts.workbench import ROOT

FILES = [
    path
    for folder, least in (("content", 20), ("generator", 15), ("guides", 2), ("providers", 50), ("tests", 150))
    for path in all_files(ROOT / folder, "**/*.yaml", least)
]

SIGNS = ["- ", "-", "? ", "?", ": ", ":", "[", "]", "{", "}", ",", "&a", "*a", "!t", "!", "|", ">", "|-\n", ">2", "+"]
SPACE = [" ", "  ", "\n", "\n  ", "\n    ", "\t", "\r\n", "\u00a0"]
QUOTES = ["'", '"', "''", "\\", "\\x41", "\\u", "\\ud800", "\\UFFFFFFFF", "\\ ", "\\\n", "\\q"]
OTHER = [
    "a",
    "é",
    "😀",
    "#",
    " #",
    "---",
    "---\n",
    "...",
    "%",
    "%YAML 1.1\n",
    "%FOO\n",
    "@",
    "`",
    "<<",
    "~",
    "=",
    "x" * 1030,
]
LINES = ["a: ", "b: x\n", "c:\n  - ", "d: [", "e: {"]

TEXTS = st.lists(st.sampled_from([*SIGNS, *SPACE, *QUOTES, *OTHER, *LINES]), max_size=16).map("".join)

DIFFERENT = [
    # What PyYAML's own parser reads otherwise than libyaml, or would with one rule less, each as short as it was found.
    "vragen: [Waarom?, Hoe?]",
    "a: {waarom?: omdat}",
    "a: {b: }",
    "a: [b: , c]",
    "a: {? }",
    "a: [?]",
    "a: {b:,}",
    "a: [b",
    "k: b\n{",
    "a:\tb",
    "a: b\t# c",
    "a: b\n\tc",
    "-\ta",
    "a: |\t\n  b",
    "a: >#b\n  c",
    "a: |+-\n",
    "a: |0\n",
    "a: |\n\tb",
    "a: |\n  b\n \tc",
    'a: "\\',
    'a: "\\\n\\q"',
    'a: "\\u12"',
    'a: "\\ud800"',
    'a: "\\UFFFFFFFF"',
    "%FOO\n---\na: b",
    "!t\tb",
    "a: [!t, b]",
    "!t!u &a b",
    "?",
]


def read(parser: type, text: str) -> tuple[Mapping | None, list[Diagnostic]]:
    """Reads a text with one of the two parsers."""
    with patch.object(node_module, "Parser", parser):
        return parse(Source("a.yaml", text))


@pytest.mark.parametrize("text", DIFFERENT)
def test_known_difference(text: str) -> None:
    """What PyYAML's own parser would read otherwise reads the same."""
    assert read(CParser, text) == read(PureParser, text)


def test_every_file() -> None:
    """Every YAML file of the repository, the wrong ones of the tests included, reads the same."""
    for path in FILES:
        text = path.read_bytes().decode("utf-8", "replace")
        assert read(CParser, text) == read(PureParser, text), path


@given(TEXTS)
@settings(derandomize=True, deadline=None, max_examples=500, suppress_health_check=[HealthCheck.filter_too_much])
@example("k: a\n{")
def test_any_signs(text: str) -> None:
    """Signs in any order read the same: the same nodes at the same places, or the same mistakes."""
    if text_problem("a.yaml", text) is None:
        assert read(CParser, text) == read(PureParser, text)


@pytest.mark.parametrize("seed", range(4))
def test_slips_of_the_hand(seed: int) -> None:
    """Pieces of real files with a sign too many, too few or in the wrong place read the same."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in FILES if "tests" not in path.parts]
    for _ in range(250):
        lines = chance.choice(texts).split("\n")
        start = chance.randrange(len(lines))
        text = "\n".join(lines[start : start + 12])
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(text) + 1)
            text = text[:place] + chance.choice([*SIGNS, *SPACE, *QUOTES, ""]) + text[place + chance.randint(0, 1) :]
        if text_problem("a.yaml", text) is None:
            assert read(CParser, text) == read(PureParser, text), text


def test_long_text_takes_no_long_time() -> None:
    """The longest record file there may be is read in one pass: what is looked at grows as the text does."""
    looked_at = []
    for size in (2000, 4000):
        parser = PureParser("a: " + "woord " * size)
        with patch.object(PureParser, "peek", autospec=True, side_effect=PureParser.peek) as peek:
            while parser.check_event():
                parser.get_event()
        looked_at.append(peek.call_count)

    assert looked_at[1] < 2.5 * looked_at[0]


def test_no_file_is_left_out() -> None:
    """The files that are compared hold the site's own words, which only libyaml could read."""
    assert ROOT / "generator/strings.yaml" in FILES
