"""What is done to a built site, whatever engine built it."""

from collections.abc import Iterable
from pathlib import Path

from generator.finish.hashes import write_hashes
from generator.finish.lighten import lighten
from generator.finish.page_count import check_pages
from generator.finish.policy import apply_policy
from generator.finish.prune import prune


def finish(site: Path, addresses: Iterable[str]) -> int:
    """Finishes the site in the folder `site`.

    Arguments:
        site: The folder an engine built.
        addresses: Every page it should hold.

    Returns:
        How many pages the site holds.
    """
    count = check_pages(site, addresses)
    apply_policy(site)
    lighten(site)
    prune(site)
    write_hashes(site)
    return count


__all__ = ["finish"]
