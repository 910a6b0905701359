"""The real content, to be searched."""

from datetime import date

import pytest

from generator.compiler import load_strings, read_project
from generator.kinds import KINDS
from generator.outputs.search.corpus import Corpus, gather
from generator.outputs.search.find import Search
from generator.outputs.search.index import build
from tests.hosts.workbench import ROOT


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Everything the search looks through."""
    kb = read_project(ROOT, date.today()).knowledge
    assert kb is not None
    return gather(kb, load_strings(), KINDS)


@pytest.fixture(scope="session")
def search(corpus: Corpus) -> Search:
    """The search of the real content."""
    return Search(corpus, build(corpus))
