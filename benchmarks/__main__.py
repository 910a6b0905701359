"""The command line: `python -m benchmarks [--sizes 100,1000,10000] [--repeat 3] [--json FILE]`."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import building, catalogue
from benchmarks.building import BrokenRunError
from benchmarks.report import Result, render

FIXED = 12
"""The record whose page is measured at every size; smaller catalogues measure their last but one."""


def measure(count: int, repeat: int) -> Result:
    """Measures a catalogue of `count` providers; the two sides take turns, so that noise strikes both."""
    with TemporaryDirectory(prefix="vormingswijzer-bench-") as folder:
        work = Path(folder)
        project, pages, records = work / "project", work / "plain-pages", work / "plain-records"
        project.mkdir()
        _say(f"{count:,} providers: writing them, and the same pages as plain Markdown")
        ids = catalogue.make(project, count)
        building.make_plain(project, pages, records)
        ours, plain, plain_records, checks = [], [], [], []
        for turn in range(1, repeat + 1):
            _say(f"{count:,} providers: turn {turn} of {repeat}")
            ours.append(building.build(project, work / "ours"))
            plain.append(building.build(pages, work / "plain"))
            plain_records.append(building.build(records, work / "records"))
            checks.append(building.check(project))
        page = f"catalogus/{ids[min(FIXED, count - 2)]}/index.html"
        sizes = [path.stat().st_size for path in (project / "providers").iterdir()]
        return Result(
            providers=count,
            record_bytes=sum(sizes) / len(sizes),
            pages=_pages(work / "ours", _pages(work / "plain")),
            plain_pages=_pages(work / "records"),
            ours=building.middle(ours),
            plain=building.middle(plain),
            plain_records=building.middle(plain_records),
            check=building.middle(checks),
            page_bytes=(work / "ours" / page).stat().st_size,
            plain_page_bytes=(work / "plain" / page).stat().st_size,
        )


def _pages(site: Path, expected: int | None = None) -> int:
    count = sum(1 for _ in site.rglob("index.html"))
    if expected is not None and count != expected:
        raise BrokenRunError("the two sides differ", f"{count} pages beside {expected}")
    return count


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Measures, and prints a report; timings are no tests, so a missed aim is no failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", default="100,1000,10000", help="how many providers, with commas between")
    parser.add_argument("--repeat", type=int, default=3, help="how many turns; the median counts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    try:
        results = [measure(int(size), options.repeat) for size in options.sizes.split(",")]
    except BrokenRunError as error:
        _say(str(error))
        return
    print(render(results))
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in results], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
