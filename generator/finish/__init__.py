"""What is done to a built site, whatever engine built it."""

from collections.abc import Iterable
from pathlib import Path

from generator.finish.hashes import write_hashes
from generator.finish.leftovers import remove_leftovers
from generator.finish.lighten import lighten
from generator.finish.notices import write_notices
from generator.finish.page_count import check_pages
from generator.finish.policy import apply_policy
from generator.finish.prune import prune
from generator.finish.stock import take_stock
from generator.finish.theme_inputs import mend_inputs


def finish(site: Path, addresses: Iterable[str]) -> int:
    """Finishes the site in the folder `site`.

    Arguments:
        site: The folder an engine built.
        addresses: Every page it should hold.

    Returns:
        How many pages the site holds.
    """
    take_stock(site)
    count = check_pages(site, addresses)
    mend_inputs(site)
    apply_policy(site)
    remove_leftovers(site)
    lighten(site)
    prune(site)
    write_notices(site)
    write_hashes(site)
    return count


__all__ = ["finish"]
