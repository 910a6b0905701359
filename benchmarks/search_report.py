"""What was measured of searching, in tables, beside the rivals and beside what was aimed at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.answers import NEAR, Answers, kinds
from benchmarks.report import aim
from benchmarks.rivals import RivalCost
from benchmarks.searching import Cost, FacetCost, Searching

MOST_PAGE_BYTES = 70_000
MOST_PAGE_REQUESTS = 6
"""Of a page that nobody touches."""
MOST_FIRST_BYTES = {0: 100_000, 1_000: 150_000, 10_000: 130_000}
"""From nothing to the first result, scripts included, by size; 0 is the real content."""
MOST_NEXT_BYTES = 50_000
MOST_NEXT_MS = 30
"""Each next query."""
MOST_DATA_BYTES = {"providers": 170_000, "offers": 250_000}
MOST_CLICK_MS = {"providers": 5, "offers": 15}
"""A list to be filtered, and a click on a filter with new counts."""
MOST_INDEX_SHARE = 0.5
"""Of a build's processor seconds, for the files of the search."""


@dataclass(frozen=True, slots=True)
class Indexing:
    """What making the files takes, in processor seconds, beside the whole build; and how much there is to search."""

    search: float
    catalogue: float
    build: float
    documents: int
    words: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was measured at one size; 0 is the real content."""

    size: int
    label: str
    indexing: Indexing
    ours: Searching
    rivals: tuple[RivalCost, ...]


def render(results: Sequence[SearchResult]) -> str:
    """Gives the report on bytes and times, with every query at the largest size."""
    return "\n".join([*_table(results), "", *_queries(results[-1]), "", *_aims(results)])


def render_answers(answers: Sequence[Answers]) -> str:
    """Gives the report on the table of real queries: in each cell how many come first, and how many near the top."""
    counts = kinds()
    width = 20
    lines = [
        f"Real queries on the real content: the page that was looked for comes first / among the first {NEAR}",
        f"{'kind':<24}{'queries':>9}" + "".join(f"{one.name:>{width}}" for one in answers),
    ]
    for kind, count in counts.items():
        cells = (one.by_kind[kind] for one in answers)
        lines.append(f"{kind:<24}{count:>9}" + "".join(f"{f'{one.first} / {one.near}':>{width}}" for one in cells))
    every = (one.all for one in answers)
    lines.append(
        f"{'all':<24}{sum(counts.values()):>9}" + "".join(f"{f'{one.first} / {one.near}':>{width}}" for one in every)
    )
    lines += [f"{one.name}, the very place on the page first: {one.exact}" for one in answers if one.exact is not None]
    return "\n".join(lines)


def _table(results: Sequence[SearchResult]) -> list[str]:
    ours = [one.ours for one in results]
    making = [one.indexing for one in results]
    rows: list[tuple[str, list[str]]] = [
        ("content", [one.label for one in results]),
        ("documents, words in the index", [f"{one.documents:,}, {one.words:,}" for one in making]),
        ("untouched pages: kB (requests), ms", []),
    ]
    for same in zip(*(one.idle for one in ours), strict=True):
        name = same[0].what if same[0].what in ("/", "catalogus/", "zoeken/") else "one provider"
        rows.append((f"  {name}", list(map(_page, same))))
    rows += [
        ("first result: most kB (requests), ms", [_first(one.first) for one in ours]),
        *_beside(results, lambda one: one.first, _first, lambda costs: max(cost.size for cost in costs)),
        ("next query: middle/most kB, middle/most ms", [_next(one.following) for one in ours]),
        *_beside(results, lambda one: one.following, _next, lambda costs: median(cost.size for cost in costs)),
        ("  ours on the page, until shown", [_next(one.shown) for one in ours]),
        ("providers: kB, reading ms, click/slowest ms", [_facets(one.providers) for one in ours]),
        ("offers: kB, reading ms, click/slowest ms", [_facets(one.offers) for one in ours]),
        ("first filter until cards, offers: kB, ms", [_page(one.filtered[0]) for one in ours]),
        ("first filter until cards, providers", [_page(one.filtered[1]) for one in ours]),
        ("search files: s (part of the build)", [_share(one.search, one.build) for one in making]),
        ("catalogue files: s (part of the build)", [_share(one.catalogue, one.build) for one in making]),
    ]
    for rivals in zip(*(one.rivals for one in results), strict=True):
        what = "making its index" if rivals[0].name == "Pagefind" else "building site and index"
        rows.append((f"  {rivals[0].name}, {what}: s", [f"{one.seconds:.1f}" for one in rivals]))
    return [f"{label:<46}" + "".join(f"{cell:>30}" for cell in cells) for label, cells in rows]


def _beside(
    results: Sequence[SearchResult],
    part: Callable[[Searching | RivalCost], Sequence[Cost]],
    told: Callable[[Sequence[Cost]], str],
    size: Callable[[Sequence[Cost]], float],
) -> Iterator[tuple[str, list[str]]]:
    """Gives for each rival its row, and how many times ours that is."""
    for number, rival in enumerate(results[0].rivals):
        theirs = [part(one.rivals[number]) for one in results]
        ours = [part(one.ours) for one in results]
        yield f"  {rival.name}", list(map(told, theirs))
        yield (
            "    times ours",
            [
                f"{_ratio(size(other), size(own))} bytes, {_ratio(_middle_ms(other), _middle_ms(own))} ms"
                for other, own in zip(theirs, ours, strict=True)
            ],
        )


def _queries(result: SearchResult) -> Iterator[str]:
    names = "".join(f"{rival.name:>22}" for rival in result.rivals)
    yield f"{f'each next query, {result.label}: kB, ms':<46}{'ours':>22}{names}{'ours on the page':>22}"
    theirs = [{cost.what: cost for cost in rival.following} for rival in result.rivals]
    for asked, shown in zip(result.ours.following, result.ours.shown, strict=True):
        cells = [asked, *(costs.get(asked.what) for costs in theirs), shown]
        yield f"{asked.what:<46}" + "".join(f"{_query(cell):>22}" for cell in cells)


def _aims(results: Sequence[SearchResult]) -> Iterator[str]:
    for one in results:
        at = f"at {one.label}"
        for page in one.ours.idle:
            yield aim(f"bytes of {page.what} untouched {at}", page.size, MOST_PAGE_BYTES)
            yield aim(f"requests of {page.what} untouched {at}", page.requests, MOST_PAGE_REQUESTS)
        first = max(one.ours.first, key=lambda cost: cost.size)
        following = max(one.ours.following, key=lambda cost: cost.size)
        slowest = max(one.ours.following, key=lambda cost: cost.milliseconds)
        if one.size in MOST_FIRST_BYTES:
            yield aim(f"bytes to the first result ({first.what}) {at}", first.size, MOST_FIRST_BYTES[one.size])
        yield aim(f"bytes of the next query ({following.what}) {at}", following.size, MOST_NEXT_BYTES)
        yield aim(f"ms of the next query ({slowest.what}) {at}", slowest.milliseconds, MOST_NEXT_MS)
        for name, facets in (("providers", one.ours.providers), ("offers", one.ours.offers)):
            yield aim(f"bytes of the {name} to filter {at}", facets.size, MOST_DATA_BYTES[name])
            yield aim(f"ms of a filter click, {name} {at}", facets.click, MOST_CLICK_MS[name])
        share = (one.indexing.search + one.indexing.catalogue) / one.indexing.build
        yield aim(f"part of the build for search and catalogue files {at}", share, MOST_INDEX_SHARE)


def _page(cost: Cost) -> str:
    return f"{_kb(cost.size)} ({cost.requests}), {cost.milliseconds:.0f} ms"


def _first(costs: Sequence[Cost]) -> str:
    most = max(costs, key=lambda cost: cost.size)
    return f"{_kb(most.size)} ({most.requests}), {_middle_ms(costs):.0f} ms"


def _next(costs: Sequence[Cost]) -> str:
    sizes = [cost.size for cost in costs]
    times = [cost.milliseconds for cost in costs]
    return f"{_kb(median(sizes))}/{_kb(max(sizes))}, {median(times):.0f}/{max(times):.0f} ms"


def _facets(cost: FacetCost) -> str:
    return f"{_kb(cost.size)}, {cost.opened:.0f}, {cost.click:.1f}/{cost.slowest:.1f} ms"


def _query(cost: Cost | None) -> str:
    return f"{_kb(cost.size)}, {cost.milliseconds:.1f}" if cost else "-"


def _share(seconds: float, whole: float) -> str:
    return f"{seconds:.1f} ({seconds / whole:.2f})"


def _ratio(theirs: float, ours: float) -> str:
    return f"{theirs / ours:.2f}" if ours else "-"


def _middle_ms(costs: Sequence[Cost]) -> float:
    return median(cost.milliseconds for cost in costs)


def _kb(size: float) -> str:
    return f"{size / 1000:.1f}"
