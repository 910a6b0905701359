"""The table of real queries, asked of our search and of its rivals: who finds what somebody was looking for?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from playwright.sync_api import Browser

from benchmarks.browser import Server, served
from benchmarks.rivals import Rival, asking
from benchmarks.searching import fresh
from tests.outputs.search.queries import QUERIES, Query

NEAR = 3
"""So many pages are near the top."""

_ASK_OURS = """
async ([engine, index, query]) => {
  const { openSearch } = await import(engine);
  const search = await openSearch(index);
  const { hits } = await search.find(query);
  const found = await search.documents(hits.slice(0, 50).map((hit) => hit.document));
  return found.map((one) => one.address);
}
"""


@dataclass(frozen=True, slots=True)
class Score:
    """How a search answers the queries of one kind (or all of them): how many it answers first, and near the top."""

    first: int
    near: int


@dataclass(frozen=True, slots=True)
class Answers:
    """How one search answers the table; pages count, so that rivals that know no anchors have the same chance."""

    name: str
    by_kind: dict[str, Score]
    exact: int | None = None
    """For ours: how many queries find not only the page first, but the very place on it."""

    @property
    def all(self) -> Score:
        """The score for the whole table."""
        scores = self.by_kind.values()
        return Score(sum(one.first for one in scores), sum(one.near for one in scores))


def kinds() -> dict[str, int]:
    """Gives the kinds of queries, and how many of each the table holds; the most frequent first."""
    found: dict[str, int] = {}
    for query in QUERIES:
        found[query.kind] = found.get(query.kind, 0) + 1
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def ours(browser: Browser, server: Server) -> Answers:
    """Asks our search on the finished site."""
    where = [server.base + "assets/javascripts/logic/search.js", server.base + "assets/search/search.json"]
    with fresh(browser) as page:
        page.goto(server.base + "zoeken/")
        found = [list(page.evaluate(_ASK_OURS, [*where, query.text])) for query in QUERIES]
    exact = sum(
        addresses[:1] != [] and addresses[0] in query.first for query, addresses in zip(QUERIES, found, strict=True)
    )
    return Answers("ours", _scores(zip(QUERIES, found, strict=True)), exact)


def theirs(browser: Browser, rival: Rival) -> Answers:
    """Asks a rival."""
    with served({"/": rival.folder}) as server, rival.open(browser) as page:
        page.goto(server.base)
        ask: Callable[[str], list[str]] = asking(page, rival)
        return Answers(rival.name, _scores([(query, ask(query.text)) for query in QUERIES]))


def _scores(answered: Iterable[tuple[Query, list[str]]]) -> dict[str, Score]:
    scores = dict.fromkeys(kinds(), Score(0, 0))
    for query, addresses in answered:
        expected = {_page(address) for address in query.first}
        pages = list(dict.fromkeys(map(_page, addresses)))
        before = scores[query.kind]
        scores[query.kind] = Score(
            before.first + bool(expected.intersection(pages[:1])),
            before.near + bool(expected.intersection(pages[:NEAR])),
        )
    return scores


def _page(address: str) -> str:
    """Gives the page of an address, written in one way."""
    return address.partition("#")[0].strip("/") + "/"
