# Whatever way a record came in, by hand or from open data, it goes through this check: that is what keeps away an
# organisation that asked for it.
"""Organisations that were taken away on request and stand there again."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.core.kind import REMOVED, Problem
from generator.core.knowledge import Names
from generator.core.node import Path
from generator.kinds.provider.model import Provider
from generator.kinds.removed.model import HOSTS


def check_removed(provider: Provider, names: Names) -> Iterator[Problem]:
    """Finds what of a provider was taken away: its name, an old one, or the site it is known by."""
    removed, hosts = names.get(REMOVED, {}), names.get(HOSTS, {})
    if not removed:
        return
    if f"provider/{provider.id}" in removed:
        yield _again((), provider.id)
    for index, old in enumerate(provider.former_ids):
        if f"provider/{old}" in removed:
            yield _again(("former_ids", index), old)
    for path, address in _addresses(provider):
        host = f".{urlsplit(address).hostname or ''}"
        known = next((name for name in hosts.values() if host.endswith(f".{name.id}")), None)
        if known:
            yield _again(path, known.label)


def _addresses(provider: Provider) -> Iterator[tuple[Path, str]]:
    """Gives the addresses at which the organisation itself is found."""
    if provider.homepage:
        yield ("homepage",), provider.homepage
    if provider.contact and provider.contact.page:
        yield ("contact", "page"), provider.contact.page
    for index, offer in enumerate(provider.offers):
        if offer.url:
            yield ("offers", index, "url"), offer.url


def _again(path: Path, removed_id: str) -> Problem:
    return Problem(path, "removed-again", {"where": f"content/removed/{removed_id}.yaml"})
