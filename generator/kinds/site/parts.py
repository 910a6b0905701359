# A hand-written page takes what only the settings and the records know from here: a line `[[publisher]]` in it becomes
# what the template `part_publisher.html.j2` makes.
"""Parts of hand-written pages that are made from the settings and the records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.ask import mailto
from generator.kinds.site.model import Site
from generator.kinds.site.source_documents import source_documents

_View = Callable[[Site, KnowledgeBase, Strings], Mapping[str, object]]

REQUESTS = ("correct", "answer", "confirm", "remove")
"""What an organisation can ask of the editors, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Supervisor:
    """The authority on privacy of a country: where a complaint begins, and the page that gives its address."""

    country: str
    complaint: str
    source: str


SUPERVISORS = (
    Supervisor(
        "BE",
        complaint="https://www.gegevensbeschermingsautoriteit.be/burger/acties/klacht-indienen",
        source="https://www.gegevensbeschermingsautoriteit.be/burger/acties/klacht-indienen",
    ),
    Supervisor(
        "NL",
        complaint="https://autoriteitpersoonsgegevens.nl/een-tip-of-klacht-indienen-bij-de-ap",
        source="https://autoriteitpersoonsgegevens.nl/contact/klacht-over-de-ap",
    ),
)
"""Kept copies of both sites, read on 30 November 2026."""


@dataclass(frozen=True, slots=True)
class Request:
    """Something to ask of the editors, with the mail that asks it when there is an address."""

    name: str
    href: str


def part(name: str, kb: KnowledgeBase, publisher: Publisher) -> Markup:
    """Gives a part by its name in `PARTS`, with addresses from the site's root."""
    site = kb.all(Site)[0]
    return publisher.fragment(f"site/part_{name}.html.j2", name, lambda: PARTS[name](site, kb, publisher.t))


def _settings(_site: Site, _kb: KnowledgeBase, _t: Strings) -> Mapping[str, object]:
    """Gives nothing: the template reads the settings."""
    return {}


def _supervision(site: Site, _kb: KnowledgeBase, _t: Strings) -> Mapping[str, object]:
    country = site.publisher.country if site.publisher else None
    return {"is_known": country is not None, "found": [one for one in SUPERVISORS if country in (None, one.country)]}


def _processors(site: Site, _kb: KnowledgeBase, _t: Strings) -> Mapping[str, object]:
    known = {processor.does: processor for processor in site.processors}
    return {"found": [(does, known.get(does)) for does in ("mail", "repository")]}


def _documents(site: Site, kb: KnowledgeBase, _t: Strings) -> Mapping[str, object]:
    return {"found": list(source_documents(kb, site.source_licences))}


def _requests(site: Site, _kb: KnowledgeBase, t: Strings) -> Mapping[str, object]:
    return {"found": [Request(name, _mail(site.editors_email, name, t)) for name in REQUESTS]}


def _mail(email: str | None, name: str, t: Strings) -> str:
    if not email:
        return ""
    lines = [t("ask.greeting"), t("site.request.organisation"), t("site.request.page")]
    return mailto(email, t(f"site.request.{name}.subject"), "\n\n".join([*lines, t(f"site.request.{name}.body"), ""]))


PARTS: Mapping[str, _View] = {
    "documents": _documents,
    "licence": _settings,
    "logs": _settings,
    "privacy_contact": _settings,
    "processors": _processors,
    "publisher": _settings,
    "requests": _requests,
    "supervision": _supervision,
    "texts": _settings,
}
"""The parts a page can take, each with what its template needs beside the settings."""

__all__ = ["PARTS", "REQUESTS", "SUPERVISORS", "part"]
