# Everything is asked in the real pages of the finished site. Each figure comes from a browser that has seen nothing
# yet; times are taken inside the page, the (local) network included, and the median of a few rounds counts.
"""What the search and the catalogue cost a reader: requests, bytes on the wire, and milliseconds."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.browser import Sent, Server, total

FIRST = ("taal", "school", "mediacoach")
"""What is looked for first, each time in a new browser; the dearest counts."""

NEXT = (
    "de",
    "school",
    "onderwijs",
    "nascholing",
    "leerkracht",
    "scholing",
    "beleid",
    "taal beleid",
    "taalbeleid",
    "wiskunde leraar",
    "ai",
    "co-teaching",
    "leeraar",
    "profesionalisering",
    "kleuter bewegen",
    "startende leraren begeleiden",
    "online cursus over toetsen in het secundair",
    "vorm",
    "xqzzw",
)
"""What is looked for after that, in one go: from the word in every record to one that no record holds."""

_WATCH = """
new MutationObserver(() => {
  if (!window.benchShown && document.querySelector("main a[data-result]")) window.benchShown = performance.now();
}).observe(document, { childList: true, subtree: true });
"""

_FIRST_SHOWN = """
() => {
  const script = performance.getEntriesByType("resource").find((entry) => entry.name.endsWith("/vw-search.js"));
  return window.benchShown - script.startTime;
}
"""

_FIND = """
async ([engine, index, query]) => {
  const { openSearch } = await import(engine);
  const search = await openSearch(index);
  const start = performance.now();
  const { hits } = await search.find(query);
  const groups = new Map();
  for (const { document } of hits) {
    const group = search.group(document);
    if (!groups.has(group)) groups.set(group, []);
    if (groups.get(group).length < 5) groups.get(group).push(document);
  }
  await Promise.all([...groups.values()].map((numbers) => search.documents(numbers)));
  return performance.now() - start;
}
"""

_TYPE = """
async (query) => {
  const element = document.querySelector("main vw-search");
  const field = element.querySelector("input");
  const shown = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no results for ${query}`)), 30_000);
    const watcher = new MutationObserver(() => {
      watcher.disconnect();
      resolve(performance.now());
    });
    watcher.observe(element.querySelector("[data-results]"), { childList: true });
  });
  field.value = query;
  const start = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return (await shown) - start;
}
"""

_FILTER = """
async ([engine, data]) => {
  const { FacetedList } = await import(engine);
  const read = await (await fetch(data)).json();
  const start = performance.now();
  const list = new FacetedList(read);
  const opened = performance.now() - start;
  const times = [];
  const chosen = new Map();
  // One value of each facet after another, as somebody clicks, a few times over.
  for (let round = 0; round < 6; round += 1) {
    chosen.clear();
    for (const [key, values] of list.facets) {
      chosen.set(key, new Set([[...values.keys()][round % values.size]]));
      const clicked = performance.now();
      list.counts(chosen, null);
      list.inOrder(list.matching(chosen, null), { byName: null });
      times.push(performance.now() - clicked);
      if (chosen.size === 4) chosen.clear();
    }
  }
  return { opened, times };
}
"""

_CLICK = """
async () => {
  const element = document.querySelector("vw-catalogue");
  const box = element.querySelector("input[type=checkbox]");
  const shown = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no cards")), 30_000);
    new MutationObserver((_, watcher) => {
      if (!element.querySelector(".vw-matches:not([hidden]) .vw-cards > *")) return;
      watcher.disconnect();
      resolve(performance.now());
    }).observe(element, { childList: true, subtree: true, attributes: true });
  });
  const start = performance.now();
  box.click();
  return (await shown) - start;
}
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What something cost: what was done, how often the server was asked, for how many bytes, and how long it took."""

    what: str
    requests: int
    size: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class FacetCost:
    """What a list that can be filtered costs: its data, reading them, and a click; `slowest` is the slowest click."""

    size: int
    opened: float
    click: float
    slowest: float


@dataclass(frozen=True, slots=True)
class Searching:
    """All that was measured of our own search and catalogue on one site."""

    idle: tuple[Cost, ...]
    """Pages that nobody touches."""
    first: tuple[Cost, ...]
    following: tuple[Cost, ...]
    """The next queries, asked of the script."""
    shown: tuple[Cost, ...]
    """The same, typed on the page, until the results stand there."""
    offers: FacetCost
    providers: FacetCost
    filtered: tuple[Cost, ...]
    """The first filter on a page of the catalogue, until the cards stand there."""


def measure(browser: Browser, server: Server, provider: str, rare: str, rounds: int) -> Searching:
    """Measures our search and catalogue on a served site.

    Arguments:
        browser: Where to measure.
        server: Serves the site.
        provider: The id of a provider that the site holds.
        rare: A word that hardly any record holds.
        rounds: How often queries are asked.
    """
    pages = ("", "catalogus/", f"catalogus/{provider}/", "zoeken/")
    queries = (rare, *NEXT)
    return Searching(
        idle=tuple(_idle(browser, server, address) for address in pages),
        first=tuple(_first(browser, server, query) for query in FIRST),
        following=middle([tuple(_following(browser, server, queries)) for _ in range(rounds)]),
        shown=middle([tuple(_shown(browser, server, queries)) for _ in range(rounds)]),
        offers=_facets(browser, server, "offers"),
        providers=_facets(browser, server, "providers"),
        filtered=tuple(_filtered(browser, server, address) for address in ("catalogus/", "catalogus/aanbieders/")),
    )


@contextmanager
def fresh(browser: Browser, script: str = "") -> Iterator[Page]:
    """Opens a page in a browser that has seen nothing yet; `script` runs before those of the page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        if script:
            page.add_init_script(script)
        yield page
    finally:
        context.close()


def _visit(page: Page, address: str) -> None:
    """Opens an address, and waits until its scripts have run and nothing more is fetched."""
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")


def middle(rounds: Sequence[tuple[Cost, ...]]) -> tuple[Cost, ...]:
    """Gives the median time of each query; requests and bytes are the same in every round."""
    return tuple(
        Cost(same[0].what, same[0].requests, same[0].size, median(one.milliseconds for one in same))
        for same in zip(*rounds, strict=True)
    )


def _idle(browser: Browser, server: Server, address: str) -> Cost:
    with fresh(browser) as page:
        mark = len(server.sent)
        _visit(page, server.base + address)
        return _cost(address or "/", server.since(mark), page.evaluate("performance.now()"))


def _first(browser: Browser, server: Server, query: str) -> Cost:
    """Opens the search page with a query; what any page fetches too is left out."""
    with fresh(browser) as page:
        mark = len(server.sent)
        _visit(page, server.base)
        usual = {one.path for one in server.since(mark)} | {"/zoeken/"}
    with fresh(browser, _WATCH) as page:
        mark = len(server.sent)
        _visit(page, f"{server.base}zoeken/#q={query}")
        page.locator("main a[data-result]").first.wait_for()
        sent = [one for one in server.since(mark) if one.path not in usual]
        return _cost(query, sent, page.evaluate(_FIRST_SHOWN))


def _following(browser: Browser, server: Server, queries: Sequence[str]) -> Iterator[Cost]:
    with fresh(browser) as page:
        _visit(page, f"{server.base}zoeken/#q={FIRST[0]}")
        page.locator("main a[data-result]").first.wait_for()
        where = [server.base + "assets/javascripts/logic/search.js", server.base + "assets/search/search.json"]
        for query in queries:
            mark = len(server.sent)
            milliseconds = page.evaluate(_FIND, [*where, query])
            yield _cost(query, server.since(mark), milliseconds)


def _shown(browser: Browser, server: Server, queries: Sequence[str]) -> Iterator[Cost]:
    with fresh(browser) as page:
        _visit(page, f"{server.base}zoeken/#q={FIRST[0]}")
        page.locator("main a[data-result]").first.wait_for()
        for query in queries:
            mark = len(server.sent)
            milliseconds = page.evaluate(_TYPE, query)
            yield _cost(query, server.since(mark), milliseconds)


def _facets(browser: Browser, server: Server, view: str) -> FacetCost:
    with fresh(browser) as page:
        _visit(page, server.base + "zoeken/")
        mark = len(server.sent)
        data = f"{server.base}assets/catalogue/{view}.json"
        found = page.evaluate(_FILTER, [server.base + "assets/javascripts/logic/facets.js", data])
        size = total([one for one in server.since(mark) if one.path.endswith(f"/{view}.json")])
        return FacetCost(size, found["opened"], median(found["times"]), max(found["times"]))


def _filtered(browser: Browser, server: Server, address: str) -> Cost:
    """Clicks the first filter of a list."""
    with fresh(browser) as page:
        _visit(page, server.base + address)
        mark = len(server.sent)
        milliseconds = page.evaluate(_CLICK)
        return _cost(address, server.since(mark), milliseconds)


def _cost(what: str, sent: Sequence[Sent], milliseconds: float) -> Cost:
    return Cost(what, len(sent), total(list(sent)), milliseconds)
