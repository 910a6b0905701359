# The rivals get the best we can give them: only the pages on which our search finds something (no lists, which would
# come before what they list), in Dutch, without a security policy, and without the costs of a page around the search.
"""The yardsticks of the search: Pagefind, and the search that Material for MkDocs brings."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks import building
from benchmarks.browser import Server, total
from benchmarks.searching import FIRST, NEXT, Cost, fresh, middle

Answer = Mapping[str, Any]
"""What a query gave: `milliseconds`, and the `addresses` of pages, best first."""

_BLANK = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Pagefind</title>\n'

_ASK_PAGEFIND = """
async (query) => {
  const start = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, 5).map((one) => one.data()));
  return { milliseconds: performance.now() - start, addresses: found.map((one) => one.url) };
}
"""

# Material's own page sends a query to its worker; the clock runs from the key to the worker's answer.
_KEEP_WORKER = """
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    window.benchWorker = this;
  }
};
"""

_ASK_MATERIAL = """
async (query) => {
  const answered = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer to ${query}`)), 900_000);
    window.benchWorker.addEventListener("message", function listen({ data }) {
      if (data.type !== 3) return;
      window.benchWorker.removeEventListener("message", listen);
      resolve(data.data.items);
    });
  });
  const field = document.querySelector("[data-md-component=search-query]");
  const fetched = performance.getEntriesByType("resource").find((entry) => entry.name.includes("/search/"));
  const start = window.benchAsked ? performance.now() : (fetched?.startTime ?? performance.now());
  window.benchAsked = true;
  field.focus();
  field.value = query;
  field.dispatchEvent(new KeyboardEvent("keyup"));
  const items = await answered;
  return { milliseconds: performance.now() - start, addresses: items.map((sections) => sections[0].location) };
}
"""


@dataclass(frozen=True, slots=True)
class Rival:
    """A search to measure beside ours: where it stands, and how it is asked."""

    name: str
    folder: Path
    ask: str
    """The script that asks one query and gives an `Answer`."""
    before: str
    """A script that runs before those of the page."""
    counts: tuple[str, ...]
    """What the paths begin with that are fetched for the search alone."""
    rounds: int | None = None
    """How often it is asked at most."""

    def open(self, browser: Browser) -> AbstractContextManager[Page]:
        """Opens a page in a browser that has seen nothing yet."""
        return fresh(browser, self.before)


@dataclass(frozen=True, slots=True)
class RivalCost:
    """What a rival costs on one site."""

    name: str
    seconds: float
    """Processor seconds of making its index; with Material's, of building the whole site."""
    first: tuple[Cost, ...]
    following: tuple[Cost, ...]


def pagefind(folder: Path) -> Rival:
    """Gives Pagefind, whose index stands in a folder."""
    return Rival("Pagefind", folder, _ASK_PAGEFIND, "", ("/pagefind/",))


def material(folder: Path) -> Rival:
    """Gives the search of Material for MkDocs, whose project stands in a folder."""
    counts = ("/search/", "/assets/javascripts/workers/", "/assets/javascripts/lunr/")
    # At 10,000 providers its first answer takes a minute or more, and it fetches the same whatever is asked.
    return Rival("Material", folder / "site", _ASK_MATERIAL, _KEEP_WORKER, counts, rounds=1)


def make_pagefind(site: Path, addresses: Iterable[str], target: Path) -> building.Measurement:
    """Lets Pagefind index the pages of a built site that stand at `addresses`."""
    shutil.rmtree(target, ignore_errors=True)
    for address in addresses:
        page = target / "pages" / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        os.link(site / address / "index.html", page)
    (target / "index.html").write_text(_BLANK, encoding="utf-8")
    options = ["--root-selector", "main", "--output-path", str(target / "pagefind"), "--silent"]
    measured = building.run([sys.executable, "-m", "pagefind", "--site", str(target / "pages"), *options], target)
    shutil.rmtree(target / "pages")
    return measured


def make_material(plain: Path, target: Path) -> building.Measurement:
    """Lets Material for MkDocs build the Markdown of a plain project as it comes, with its search in Dutch."""
    configuration = {
        "site_name": "Material",
        "docs_dir": str(plain / "docs"),
        "nav": [{"Start": "index.md"}],
        "not_in_nav": "*",
        "theme": {"name": "material", "language": "nl", "font": False},
        "plugins": [{"search": {"lang": "nl"}}],
        "markdown_extensions": ["attr_list", "def_list"],
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore", "unrecognized_links": "ignore"}},
    }
    target.mkdir(parents=True, exist_ok=True)
    (target / "mkdocs.yml").write_text(json.dumps(configuration), encoding="utf-8")
    return building.build(target, target / "site")


def measure(browser: Browser, server: Server, rival: Rival, seconds: float, rare: str, rounds: int) -> RivalCost:
    """Measures a rival on a served site with the queries that ours gets.

    Arguments:
        browser: Where to measure.
        server: Serves the rival's folder.
        rival: What is measured.
        seconds: What making its index took.
        rare: A word that hardly any record holds.
        rounds: How often queries are asked.
    """
    queries = [FIRST[0], rare, *NEXT]
    asked = [_asked(browser, server, rival, queries) for _ in range(rival.rounds or rounds)]
    others = () if rival.rounds else FIRST[1:]
    first = (asked[0][0], *(_asked(browser, server, rival, [query])[0] for query in others))
    return RivalCost(rival.name, seconds, first, middle([costs[1:] for costs in asked]))


def _asked(browser: Browser, server: Server, rival: Rival, queries: Sequence[str]) -> tuple[Cost, ...]:
    costs = []
    with rival.open(browser) as page:
        mark = len(server.sent)
        page.goto(server.base, wait_until="load")
        for query in dict.fromkeys(queries):
            answer = page.evaluate(rival.ask, query)
            sent = [one for one in server.since(mark) if one.path.startswith(rival.counts)]
            costs.append(Cost(query, len(sent), total(sent), answer["milliseconds"]))
            mark = len(server.sent)
    return tuple(costs)


def asking(page: Page, rival: Rival) -> Callable[[str], list[str]]:
    """Gives a function that asks a query on an open page and gives the addresses of pages, best first."""
    return lambda query: list(page.evaluate(rival.ask, query)["addresses"])
