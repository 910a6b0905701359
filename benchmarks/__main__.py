# Building is measured before anything else: on Linux a child's peak of memory begins at that of the process that
# started it, and this one grows when it has started a browser.
"""The command line: `python -m benchmarks [--only PARTS] [--sizes 100,1000,10000] [--repeat 3] [--json FILE]`."""

import argparse
import json
import re
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Error as BrowserError

from benchmarks import answers, building, guessing, report, rivals, search_report, searching, tools
from benchmarks.answers import Answers
from benchmarks.browser import opened, served
from benchmarks.building import BrokenRunError
from benchmarks.report import Result
from benchmarks.rivals import Rival, RivalCost
from benchmarks.search_report import Indexing, SearchResult
from benchmarks.sites import REAL, Folder
from benchmarks.tools import Wait

PARTS = ("building", "search", "rivals", "queries", "tools", "group")
"""What can be measured: building beside plain MkDocs; search and catalogue; the rivals' search beside it; who answers
the table of real queries; how long the tools keep somebody waiting; and what a group picture gives away."""

LEAST_TO_SEARCH = 1000
"""Searching is measured in the real content and in catalogues from this size on."""

_LIKE_IT = re.compile(r'<details class="vw-more vw-similar".*?</details>', re.DOTALL)


def measure_building(folder: Folder, repeat: int) -> Result:
    """Measures building a synthetic catalogue; the two sides take turns, so that noise strikes both."""
    _say(f"{folder.label} providers: writing them, and the same pages as plain Markdown")
    folder.make_project()
    folder.make_plain()
    ours, plain, plain_records, checks = [], [], [], []
    sites = {name: folder.root / name for name in ("site-ours", "site-plain", "site-plain-records")}
    for turn in range(1, repeat + 1):
        _say(f"{folder.label} providers: turn {turn} of {repeat}")
        ours.append(building.build(folder.project, sites["site-ours"]))
        plain.append(building.build(folder.plain, sites["site-plain"]))
        plain_records.append(building.build(folder.plain_records, sites["site-plain-records"]))
        checks.append(building.check(folder.project))
    page = f"catalogus/{folder.provider()}/index.html"
    records = [path.stat().st_size for path in (folder.project / "providers").iterdir()]
    result = Result(
        providers=folder.size,
        record_bytes=sum(records) / len(records),
        pages=_pages(sites["site-ours"], _pages(sites["site-plain"])),
        plain_pages=_pages(sites["site-plain-records"]),
        ours=building.middle(ours),
        plain=building.middle(plain),
        plain_records=building.middle(plain_records),
        check=building.middle(checks),
        page_bytes=len(_LIKE_IT.sub("", (sites["site-ours"] / page).read_text(encoding="utf-8")).encode()),
        plain_page_bytes=(sites["site-plain"] / page).stat().st_size,
    )
    for site in sites.values():
        shutil.rmtree(site)
    return result


def measure_search(folder: Folder, repeat: int, with_rivals: bool) -> SearchResult:
    """Measures our search and catalogue in a browser, and those of the rivals beside it."""
    indexing = _indexing(folder)
    word = folder.rare_word()
    made = _rivals(folder) if with_rivals else []
    costs: list[RivalCost] = []
    with opened() as browser:
        _say(f"{folder.label}: our search and catalogue")
        with served({"/": folder.site}) as server:
            ours = searching.measure(browser, server, folder.provider(), word, repeat)
        for rival, seconds in made:
            _say(f"{folder.label}: {rival.name}")
            with served({"/": rival.folder}) as server:
                costs.append(rivals.measure(browser, server, rival, seconds, word, repeat))
    return SearchResult(folder.size, folder.label, indexing, ours, tuple(costs))


def measure_answers(folder: Folder) -> list[Answers]:
    """Asks the table of real queries of everybody."""
    folder.make_project()
    folder.make_site()
    made = _rivals(folder)
    _say("the table of real queries")
    with opened() as browser:
        with served({"/": folder.site}) as server:
            found = [answers.ours(browser, server)]
        return found + [answers.theirs(browser, rival) for rival, _ in made]


def measure_tools(folder: Folder) -> list[Wait]:
    """Ticks, types and moves in each tool, in a slow browser."""
    folder.make_project()
    folder.make_site()
    _say("the tools")
    with opened() as browser, served({"/": folder.site}) as server:
        return tools.measure(browser, server)


def _indexing(folder: Folder) -> Indexing:
    _say(f"{folder.label}: the finished site, and its files for search and catalogue")
    folder.make_project()
    whole = folder.make_site()
    file = folder.root / "indexing.json"
    if not file.exists():
        building.index(folder.project, file)
    found = json.loads(file.read_text(encoding="utf-8"))
    return Indexing(found["search"], found["catalogue"], whole.processor, found["documents"], found["words"])


def _rivals(folder: Folder) -> list[tuple[Rival, float]]:
    """Makes the rivals' indexes, unless they stand there; gives also the processor seconds that took."""
    found = {"pagefind": rivals.pagefind, "material": rivals.material}
    kept = folder.root / "rivals.json"
    if not kept.exists():
        _say(f"{folder.label}: the rivals' indexes")
        folder.make_plain()
        made = {
            "pagefind": rivals.make_pagefind(folder.site, folder.addresses(), folder.root / "pagefind"),
            "material": rivals.make_material(folder.plain_records, folder.root / "material"),
        }
        kept.write_text(json.dumps({name: one.processor for name, one in made.items()}), encoding="utf-8")
    seconds = json.loads(kept.read_text(encoding="utf-8"))
    return [(rival(folder.root / name), seconds[name]) for name, rival in found.items()]


def _pages(site: Path, expected: int | None = None) -> int:
    count = sum(1 for _ in site.rglob("index.html"))
    if expected is not None and count != expected:
        raise BrokenRunError("the two sides differ", f"{count} pages beside {expected}")
    return count


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def measure(work: Path, parts: set[str], sizes: list[int], repeat: int) -> dict[str, object]:
    """Measures what is asked for, prints the reports, and gives all figures."""
    folders = {size: Folder(size, work / str(size or "real")) for size in [REAL, *sizes]}
    figures: dict[str, object] = {}
    if "building" in parts:
        built = [measure_building(folders[size], repeat) for size in sizes]
        print(report.render(built), end="\n\n", flush=True)
        figures["building"] = [asdict(one) for one in built]
    if parts & {"search", "rivals"}:
        chosen = [REAL, *(size for size in sizes if size >= LEAST_TO_SEARCH)]
        searched = [measure_search(folders[size], repeat, "rivals" in parts) for size in chosen]
        print(search_report.render(searched), end="\n\n", flush=True)
        figures["search"] = [asdict(one) for one in searched]
    if "queries" in parts:
        answered = measure_answers(folders[REAL])
        print(search_report.render_answers(answered), flush=True)
        figures["queries"] = [asdict(one) for one in answered]
    if "tools" in parts:
        waits = measure_tools(folders[REAL])
        print(tools.render(waits), flush=True)
        figures["tools"] = [asdict(one) for one in waits]
    if "group" in parts:
        _say("the group picture")
        guessed, small = guessing.measure()
        print(guessing.render(guessed, small), flush=True)
        figures["group"] = [asdict(one) for one in (*guessed, *small)]
    return figures


def main() -> None:
    """Measures, and prints a report; timings are no tests, so a missed aim is no failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS), help="which parts, with commas between")
    parser.add_argument("--sizes", default="100,1000,10000", help="how many providers, with commas between")
    parser.add_argument("--repeat", type=int, default=3, help="how many turns; the median counts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="work there, and use again what stands there")
    options = parser.parse_args()
    parts = set(options.only.split(","))
    if parts - set(PARTS):
        parser.error(f"--only knows {', '.join(PARTS)}")
    sizes = [int(size) for size in options.sizes.split(",")]
    try:
        with TemporaryDirectory(prefix="vormingswijzer-bench-") as folder:
            figures = measure((options.keep or Path(folder)).absolute(), parts, sizes, options.repeat)
    except (BrokenRunError, BrowserError) as error:
        _say(str(error))
        return
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
