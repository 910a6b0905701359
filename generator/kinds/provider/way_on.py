# Where little runs for sure, a list is no answer. What helps then stands in this order (evidence.md): who to ask, the
# services that everybody can go to, and what needs no enrolment.
"""What a page shows when few offers can be followed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.ask import Ask, ask
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.schedule import State, existence_on, state_on
from generator.kinds.site.model import Site
from generator.kinds.views import Link

FEW = 5
"""Below so many offers that run, for sure or maybe, a page says so (evidence.md)."""

LIKELY: frozenset[State] = frozenset({"planned", "running", "unsure"})
"""The states that count for that."""

MOST_ASKED = 5
"""Organisations that are named with a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An organisation with a question to put to it."""

    organisation: Link
    ask: Ask


@dataclass(frozen=True, slots=True)
class WayOn:
    """Other ways: `tip` is the text of one, and `tips` lead to where it stands."""

    says: str
    asked: tuple[Asked, ...]
    services: tuple[Link, ...]
    tip: str
    tips: tuple[Link, ...]
    wider: tuple[Link, ...]


def is_few(kb: KnowledgeBase, offers: Iterable[tuple[Provider, Offer]]) -> bool:
    """Says whether few of these offers can be followed, for sure or maybe."""
    return sum(state_on(*pair, kb.today) in LIKELY for pair in offers) < FEW


def way_on(
    kb: KnowledgeBase,
    t: Strings,
    about: str,
    offers: Sequence[tuple[Provider, Offer]],
    organisations: Iterable[Provider],
    *,
    tip: str = "",
    tips: Sequence[Link] = (),
    wider: Sequence[Link] = (),
) -> WayOn | None:
    """Gives other ways, or nothing where enough can be followed.

    Arguments:
        kb: What is known.
        t: The site's words.
        about: What somebody looks for, in words that go on from "nascholing".
        offers: What was found.
        organisations: Who works on it, in any order.
        tip: What helps without enrolling.
        tips: Where more of that stands.
        wider: Lists that hold more.
    """
    if not is_few(kb, offers):
        return None
    count = sum(state_on(*pair, kb.today) in LIKELY for pair in offers)
    alive = [one for one in organisations if one.existence != "stopped"]
    alive.sort(key=lambda one: (existence_on(one, kb.today) != "active", not _can_be_asked(one), one.name.casefold()))
    return WayOn(
        says=t("provider.few.says", count=count, about=about) if count else t("provider.few.none", about=about),
        asked=tuple(found for one in alive[:MOST_ASKED] if (found := _asked(t, one, about))),
        services=services(kb),
        tip=tip,
        tips=tuple(tips),
        wider=tuple(wider),
    )


def services(kb: KnowledgeBase) -> tuple[Link, ...]:
    """Gives the services that the site sends everybody to, with their own websites."""
    found = {one.id: one for one in kb.all(Provider)}
    named = [found[one] for site in kb.all(Site) for one in site.sends_to if one in found]
    return tuple(Link(one.name, str(one.homepage)) for one in named if one.homepage)


def _can_be_asked(provider: Provider) -> bool:
    return bool(provider.contact and (provider.contact.email or provider.contact.page))


def _asked(t: Strings, provider: Provider, about: str) -> Asked | None:
    contact = provider.contact
    question = Link(t("provider.few.question", about=about))
    found = ask(
        t,
        "",
        t("ask.opening.provider"),
        [question],
        email=contact.email if contact else None,
        page=contact.page if contact else None,
    )
    return Asked(Link(provider.name, f"/catalogus/{provider.id}/"), found) if found else None


__all__ = ["FEW", "LIKELY", "Asked", "WayOn", "is_few", "services", "way_on"]
