"""The table of real queries: what a teacher, a school leader or an editor types, and what must come first."""

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Query:
    """A query, who types it, and what it is an example of; `first` may come first, all of `within` is near the top."""

    text: str
    who: str
    kind: str
    first: tuple[str, ...]
    within: tuple[str, ...]


def read() -> list[Query]:
    """Reads the table."""
    lines = Path(__file__).with_name("queries.tsv").read_text(encoding="utf-8").splitlines()
    return [
        Query(row["query"], row["who"], row["kind"], tuple(row["first"].split()), tuple(row["within"].split()))
        for row in csv.DictReader(lines, delimiter="\t")
    ]


QUERIES = read()
NEAR = 10
"""How many results of a kind are near the top."""


def mistakes(query: Query, found: list[tuple[str, str]]) -> list[str]:
    """Says what is wrong with the results of a query, given as (group, address), best first."""
    addresses = [address for _, address in found]
    wrong = []
    if not addresses or addresses[0] not in query.first:
        wrong.append(f"{query.text!r} finds {addresses[:1]} first, and not one of {list(query.first)}")
    for address in query.within:
        groups = {group for group, one in found if one == address}
        near = [one for group in groups for one in [a for g, a in found if g == group][:NEAR]]
        if address not in near:
            wrong.append(f"{query.text!r} does not find {address} among the first {NEAR} of its kind")
    return wrong
