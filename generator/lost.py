# Somebody linked to every address the site ever had. A record or offer that is renamed keeps its old id in
# `former_ids`; one that forgets to is told here, beside the site that is about to be replaced.
"""Which addresses of a built site the next one would lose."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.core.diagnostics import Diagnostic
from generator.core.kind import Kind
from generator.core.knowledge import KnowledgeBase
from generator.core.record import Record
from generator.core.source import is_reserved
from generator.finish.hashes import NAME as HASHES
from generator.outputs.search.publish import FOLDER as SEARCH

_INDEX = "/index.html"


@dataclass(frozen=True, slots=True)
class _Home:
    """The folder of the records whose pages stand below one address, with the file of each."""

    location: str
    files: dict[str, str]


def lost_addresses(site: Path, kb: KnowledgeBase, kinds: Iterable[Kind]) -> Iterator[Diagnostic]:
    """Gives a warning for each address of a record, or of a part of one, that `site` has and a new site would not.

    Arguments:
        site: The folder of a site that was built before; nothing is told when there is none.
        kb: What is known now.
        kinds: The kinds of the records.
    """
    names = [name for space in kb.names.values() for name in space.values()]
    kept = {address for name in names for address in (name.address, *name.former)}
    homes: dict[str, _Home] = {}
    for kind in kinds:
        for record in kb.all(kind.model):
            name = kb.names.get(kind.name, {}).get(record.id)
            if not name or not name.address.endswith(f"/{record.id}/"):
                continue
            folder = name.address.removesuffix(f"{record.id}/")
            homes.setdefault(folder, _Home(kind.location, {})).files[record.id] = kb.source(record)
            kept |= {f"{folder}{old}/" for old in (record.former_ids if isinstance(record, Record) else ())}
    for address in sorted(_addresses(site) - kept):
        page, _, anchor = address.partition("#")
        folder, _, record_id = page.rstrip("/").rpartition("/")
        home = homes.get(f"{folder}/")
        # A place that the page itself names (`_`) is no record's; a part of a page that is lost is no second loss.
        is_part = anchor != "" and not anchor.startswith("_") and record_id in (home.files if home else ())
        if home and not is_reserved(record_id) and (is_part or not anchor):
            path = home.files.get(record_id, f"{home.location}/{record_id}.yaml")
            params = {"address": address, "id": anchor or record_id}
            yield Diagnostic(path, "address-lost", params=params, severity="warning")


def _addresses(site: Path) -> set[str]:
    """Gives the addresses that a site has: of its pages, and of what its search finds on them."""
    hashes = site / HASHES
    if not hashes.is_file():
        return set()
    files = (line.partition("  ")[2] for line in hashes.read_text(encoding="utf-8").splitlines())
    pages = {f"{name.removesuffix(_INDEX)}/" for name in files if name.endswith(_INDEX)}
    parts = [site / SEARCH / "search.json", *sorted((site / SEARCH).glob("d[0-9]*.json"))]
    return pages | {address for part in parts if part.is_file() for address in _found(part)}


def _found(part: Path) -> Iterator[str]:
    try:
        data = json.loads(part.read_text(encoding="utf-8"))
        documents = data["documents"] if isinstance(data, dict) else data
        yield from (str(document[1]) for document in documents)
    except (ValueError, KeyError, IndexError, TypeError):
        return  # Another version wrote it in another way.
