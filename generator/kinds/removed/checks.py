"""The names that what was taken away still holds; who uses one again is told in the check of providers."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.core.kind import REMOVED, Across, Problem
from generator.core.knowledge import Name, Names
from generator.kinds.removed.model import CATALOGUE, HOSTS, Removed


def names(removed: Removed) -> Iterator[Name]:
    """Gives the names of the organisation, its offers and its hosts. None has a label: the pages name nobody."""
    for at, provider_id in enumerate(removed.ids):
        path = ("former_ids", at - 1) if at else ()
        yield Name(REMOVED, f"provider/{provider_id}", "", f"{CATALOGUE}{provider_id}/", path)
    for index, offer_id in enumerate(removed.offers):
        address = f"{CATALOGUE}{removed.id}/#{offer_id}"
        yield Name(REMOVED, f"offers/{removed.id}/{offer_id}", "", address, ("offers", index))
    for index, host in enumerate(removed.hosts):
        yield Name(HOSTS, host.removeprefix("www."), removed.id, path=("hosts", index))


def check(_removed: Removed, _names: Names) -> Iterator[Problem]:
    """Finds nothing: the checks of all kinds say it all."""
    yield from ()


def check_across(all_removed: Sequence[Removed], today: date) -> Iterator[Across]:
    """Finds what was taken away on a day that has to come."""
    for removed in all_removed:
        if removed.since > today:
            params = {"date": removed.since.isoformat(), "today": today.isoformat()}
            yield removed, Problem(("since",), "date-in-future", params), None
