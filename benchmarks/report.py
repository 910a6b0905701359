"""What was measured, in a table, beside what was aimed at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.building import Measurement

MOST_RATIO = 0.6
"""A build takes at most this part of what plain MkDocs takes for as many pages."""
MOST_GROWTH = 11.0
"""Ten times the records take at most this many times as long."""
MOST_MEGABYTES = 500
MOST_CHECK_SHARE = 1 / 3
"""Checking takes at most this part of a build."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured at one size."""

    providers: int
    record_bytes: float
    """The mean size of a record's YAML."""
    pages: int
    plain_pages: int
    """Pages of the plain project without the catalogue's lists."""
    ours: Measurement
    plain: Measurement
    """The plain project of as many pages as ours."""
    plain_records: Measurement
    """The plain project without the catalogue's lists."""
    check: Measurement
    page_bytes: int
    """The HTML of one record's page, the same record at every size; what other records are like it is left out."""
    plain_page_bytes: int

    @property
    def ratio(self) -> float:
        """Our seconds to those of plain MkDocs building as many pages."""
        return self.ours.seconds / self.plain.seconds

    @property
    def check_share(self) -> float:
        """The seconds of checking to those of building."""
        return self.check.seconds / self.ours.seconds


def render(results: Sequence[Result]) -> str:
    """Gives the whole report."""
    return "\n".join([*_table(results), "", *_aims(results)])


def _table(results: Sequence[Result]) -> list[str]:
    rows: list[tuple[str, list[str]]] = [
        ("providers", [f"{one.providers:,}" for one in results]),
        ("mean record, bytes of YAML", [f"{one.record_bytes:,.0f}" for one in results]),
        ("pages", [f"{one.pages:,}" for one in results]),
        ("ours: seconds (processor)", [_seconds(one.ours) for one in results]),
        ("plain, as many pages: seconds", [_seconds(one.plain) for one in results]),
        ("  ratio (processor)", [_ratio(one.ours, one.plain) for one in results]),
        ("plain without lists: pages", [f"{one.plain_pages:,}" for one in results]),
        ("  seconds (processor)", [_seconds(one.plain_records) for one in results]),
        ("  ratio of ours, with lists", [_ratio(one.ours, one.plain_records) for one in results]),
        ("ours: peak MB", [f"{one.ours.megabytes:,.0f}" for one in results]),
        ("plain, as many pages: peak MB", [f"{one.plain.megabytes:,.0f}" for one in results]),
        ("check: seconds (processor)", [_seconds(one.check) for one in results]),
        ("  share of our build", [_ratio(one.check, one.ours) for one in results]),
        ("check: peak MB", [f"{one.check.megabytes:,.0f}" for one in results]),
        ("one record's page, bytes", [f"{one.page_bytes:,}" for one in results]),
        ("the same page, plain, bytes", [f"{one.plain_page_bytes:,}" for one in results]),
    ]
    return [f"{label:<32}" + "".join(f"{cell:>18}" for cell in cells) for label, cells in rows]


def _aims(results: Sequence[Result]) -> Iterator[str]:
    for one in results:
        at = f"at {one.providers:,}"
        yield aim(f"build to plain MkDocs {at}", one.ratio, MOST_RATIO)
        yield aim(f"peak MB of the build {at}", one.ours.megabytes, MOST_MEGABYTES)
        yield aim(f"check to build {at}", one.check_share, MOST_CHECK_SHARE)
    by_size = {one.providers: one for one in results}
    for size, one in by_size.items():
        if size * 10 in by_size and size >= 1000:
            growth = by_size[size * 10].ours.seconds / one.ours.seconds
            yield aim(f"build of {size * 10:,} to build of {size:,}", growth, MOST_GROWTH)
    if len(results) > 1:
        grown = max(one.page_bytes for one in results) - min(one.page_bytes for one in results)
        yield aim("bytes a record's page grows with the catalogue", grown, 0)


def aim(what: str, measured: float, most: float) -> str:
    """Says whether something stayed below what was aimed at."""
    verdict = "met" if measured <= most else "MISSED"
    return f"{verdict:<8}{what}: {_figure(measured)} (at most {_figure(most)})"


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number >= 1000 else f"{number:.3g}"


def _seconds(measurement: Measurement) -> str:
    return f"{measurement.seconds:.2f} ({measurement.processor:.2f})"


def _ratio(one: Measurement, other: Measurement) -> str:
    return f"{one.seconds / other.seconds:.2f} ({one.processor / other.processor:.2f})"
