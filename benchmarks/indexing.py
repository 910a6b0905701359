# A process of its own: it loads all records, and a big parent would spoil the peaks of its children.
"""What making the files of search and catalogue takes. Run as `python -m benchmarks.indexing PROJECT FILE`."""

import json
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from time import process_time

from generator.compiler import load_strings, publish, read_project, site_settings
from generator.kinds import KINDS
from generator.outputs.search.corpus import gather
from generator.outputs.search.index import build


def measure(project: Path) -> dict[str, float]:
    """Gives processor seconds by folder of files (`search`, `catalogue`), and how much there is to search."""
    knowledge = read_project(project, date.today()).knowledge
    if knowledge is None:
        raise SystemExit(f"{project} has mistakes")
    spent: dict[str, float] = defaultdict(float)
    before = process_time()
    # Files are made when they are asked for; what a folder's files share is made with the first of them.
    for asset in publish(knowledge, site_settings(knowledge)).assets:
        now = process_time()
        spent[asset.address.split("/")[1]] += now - before
        before = now
    corpus = gather(knowledge, load_strings(), KINDS)
    return {**spent, "documents": len(corpus.documents), "words": len(build(corpus).words)}


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(measure(Path(sys.argv[1]))), encoding="utf-8")
