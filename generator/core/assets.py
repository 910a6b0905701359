# Files beside the pages, such as the data that search and catalogue read. A door writes them as they are.
"""Files that are no page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site: its address relative to the site's root, and what it holds, written as UTF-8."""

    address: str
    content: str
