# Each measurement is a process of its own. The one that measures must stay small: on Linux a child's peak begins at
# the peak of the process that started it.
"""Timing other processes."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

ROOT = Path(__file__).parents[1]
_BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one process took: seconds on the clock, seconds of processor, and its peak of memory in MB."""

    seconds: float
    processor: float
    megabytes: float


class BrokenRunError(Exception):
    """What was to be measured went wrong: its figures mean nothing."""

    def __init__(self, what: str, why: str) -> None:
        self.what = what
        self.why = why
        super().__init__(f"{what}: {why}")


def run(command: Sequence[str], folder: Path) -> Measurement:
    """Runs a command in `folder` and measures it.

    Raises:
        BrokenRunError: when it does not end well.
    """
    with TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=output, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise BrokenRunError(" ".join(command), output.read().decode(errors="replace")[-2000:])
    # Linux counts kilobytes, macOS bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    measured = Measurement(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)
    print(f"  {measured.seconds:.2f} s: {' '.join(command[-5:])}", file=sys.stderr, flush=True)
    return measured


def build(project: Path, site: Path) -> Measurement:
    """Builds a project with MkDocs into a fresh folder `site`; emptying it is not measured."""
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    return run(command, project)


def release(project: Path) -> Measurement:
    """Checks, builds and finishes a project with `vormingswijzer build`."""
    return run([str(_BIN / "vormingswijzer"), "build"], project)


def index(project: Path, file: Path) -> Measurement:
    """Makes the files of search and catalogue, and writes what each took to `file`; the rest of the time is reading."""
    return run([sys.executable, "-m", "benchmarks.indexing", str(project), str(file)], ROOT)


def check(project: Path) -> Measurement:
    """Checks the records of a project with `vormingswijzer check`."""
    return run([str(_BIN / "vormingswijzer"), "check"], project)


def make_project(project: Path, count: int) -> None:
    """Writes a project with `count` made-up providers, or with the real ones when it is 0."""
    run([sys.executable, "-m", "benchmarks.catalogue", str(project), *([str(count)] if count else [])], ROOT)


def make_plain(project: Path, pages: Path, records: Path) -> None:
    """Writes the plain projects beside which `project` is measured."""
    run([sys.executable, "-m", "benchmarks.plain", str(project), str(pages), str(records)], ROOT)


def middle(measurements: Sequence[Measurement]) -> Measurement:
    """Gives the median of the times and the highest peak."""
    return Measurement(
        median(one.seconds for one in measurements),
        median(one.processor for one in measurements),
        max(one.megabytes for one in measurements),
    )
