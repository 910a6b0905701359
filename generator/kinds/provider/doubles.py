# A second record of one organisation splits what is known of it in two. Only likeness is told, as a warning: a faculty
# may share a host with its university, and two partners one page.
"""Organisations that look like each other."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from urllib.parse import urlsplit

from generator.core.guess import fold
from generator.kinds.provider.model import Provider

_FORMS = frozenset(
    {"vzw", "ivzw", "asbl", "npo", "nv", "bv", "bvba", "cv", "cvba", "stichting", "vereniging", "de", "het"}
)
"""Words of a name that tell nobody apart: legal forms and articles."""

_ENTRANCES = frozenset({"", "home", "index", "index.html", "index.php", "nl", "nl-be", "nl-nl", "be", "welkom"})


def _name(provider: Provider) -> str | None:
    words = [word for word in re.split(r"[^\w]+", fold(provider.name).replace(".", "")) if word not in _FORMS]
    return "".join(words) or None


def _homepage(provider: Provider) -> str | None:
    if not provider.homepage:
        return None
    parts = urlsplit(provider.homepage.casefold())
    path = parts.path.strip("/")
    return f"{(parts.hostname or '').removeprefix('www.')}/{'' if path in _ENTRANCES else path}"


def _sources(provider: Provider) -> tuple[str, ...] | None:
    """Gives the sources of a provider that has more than one: two may well be known from one page."""
    sources = {re.sub(r"^https?://(?:www\.)?|/$", "", source.url) for source in provider.sources}
    return tuple(sorted(sources)) if len(sources) > 1 else None


_LOOKS = {"looks-like-name": _name, "looks-like-homepage": _homepage, "looks-like-sources": _sources}
"""What makes two records look like one, by the code of the message."""


def doubles(providers: Sequence[Provider]) -> Iterator[tuple[Provider, Provider, str]]:
    """Gives each pair that may be one organisation, the later first, with the code of what they have in common."""
    told = set()
    for code, key in _LOOKS.items():
        groups: dict[Hashable, list[Provider]] = defaultdict(list)
        for provider in providers:
            groups[key(provider)].append(provider)
        groups.pop(None, None)
        for group in groups.values():
            for other in group[1:]:
                if (group[0].id, other.id) not in told:
                    told.add((group[0].id, other.id))
                    yield other, group[0], code
