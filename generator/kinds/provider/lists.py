"""Lists of offers and providers as cards, over as many pages as they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.provider import views
from generator.kinds.provider.facets import FilterForm
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.schedule import state_on
from generator.kinds.provider.way_on import WayOn
from generator.kinds.views import Link

PER_PAGE = 60
"""Cards on one page of a list: enough to leaf through, little enough for a slow phone."""


@dataclass(frozen=True, slots=True)
class BrowseGroup:
    """A vocabulary to browse by."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CardList:
    """A list: its offers, its providers, and on pages of their own the offers that nobody can follow any more."""

    address: str
    title: str
    description: str
    intro: str
    crumbs: Sequence[Link]
    offers: Sequence[tuple[Provider, Offer]] = ()
    offers_title: str = ""
    providers: Sequence[Provider] = ()
    providers_title: str = ""
    gone: Sequence[tuple[Provider, Offer]] = ()
    way_on: WayOn | None = None
    """What stands there when few of the offers can be followed."""
    browse: Sequence[BrowseGroup] = ()
    related: Sequence[Link] = ()
    switch: Sequence[Link] = ()
    """The views of the catalogue; the one without an address is this list."""
    form: Callable[[], FilterForm] | None = None
    """Makes the form that filters the list, for its first page."""
    source: str | None = None

    @property
    def first_gone(self) -> int:
        """The number of the page on which begins what nobody can follow any more."""
        return 1 + max(1, -(-(len(self.offers) + len(self.providers)) // PER_PAGE))

    @property
    def page_count(self) -> int:
        """How many pages the list takes: at least one."""
        return self.first_gone - 1 + -(-len(self.gone) // PER_PAGE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page of a list: its heading, with an anchor, and its cards."""

    anchor: str
    title: str
    cards: Sequence[Markup]


def publish(kb: KnowledgeBase, publisher: Publisher, cards: CardList) -> Iterator[Page]:
    """Gives the pages of a list."""
    t = publisher.t
    for number in range(1, cards.page_count + 1):
        numbered = t("provider.list.numbered", title=cards.title, number=number)
        yield publisher.page(
            "provider/list.html.j2",
            partial(_view, kb, publisher, cards, number),
            address=_page_address(cards, number),
            title=cards.title if number == 1 else numbered,
            description=cards.description,
            source=cards.source,
            layout="list",
        )


def _view(kb: KnowledgeBase, publisher: Publisher, cards: CardList, number: int) -> dict[str, object]:
    gone = f"/{_page_address(cards, cards.first_gone)}#_voorbij"
    return {
        "heading": cards.title,
        "cards": cards,
        "form": cards.form() if cards.form and number == 1 else None,
        "sections": list(_sections(kb, publisher, cards, number)),
        "gone": gone if cards.gone and number < cards.first_gone else "",
        "way_on": cards.way_on if number == 1 else None,
        "pages": _page_links(cards, number),
    }


def _sections(kb: KnowledgeBase, publisher: Publisher, cards: CardList, number: int) -> Iterator[Section]:
    """Gives what stands on a page: what can be followed, what is to be asked for, who offers; or what is gone."""
    t = publisher.t
    if number >= cards.first_gone:
        start = (number - cards.first_gone) * PER_PAGE
        found = [offer_card(kb, publisher, *pair) for pair in cards.gone[start : start + PER_PAGE]]
        yield Section("_voorbij", t("provider.filter.say.part_gone"), found)
        return
    start = (number - 1) * PER_PAGE
    offers = cards.offers[start : start + PER_PAGE]
    from_provider = max(0, start - len(cards.offers))
    providers = cards.providers[from_provider : from_provider + PER_PAGE - len(offers)]
    asked = [pair for pair in offers if state_on(*pair, kb.today) == "ask"]
    parts = (
        ("_nascholing", cards.offers_title, [pair for pair in offers if pair not in asked]),
        ("_navragen", t("provider.filter.say.part_ask"), asked),
    )
    for anchor, title, pairs in parts:
        if pairs:
            yield Section(anchor, title, [offer_card(kb, publisher, *pair) for pair in pairs])
    if providers:
        yield Section("_aanbieders", cards.providers_title, [provider_card(kb, publisher, one) for one in providers])


def offer_card(kb: KnowledgeBase, publisher: Publisher, provider: Provider, offer: Offer) -> Markup:
    """Gives the card of an offer, with addresses from the site's root."""
    template = "provider/offer_card.html.j2"
    view = lambda: {"card": views.offer_card(kb, publisher.t, provider, offer)}  # noqa: E731 - made when needed
    return publisher.fragment(template, (provider.id, offer.id), view)


def provider_card(kb: KnowledgeBase, publisher: Publisher, provider: Provider) -> Markup:
    """Gives the card of a provider, with addresses from the site's root."""
    view = lambda: {"card": views.provider_card(kb, publisher.t, provider)}  # noqa: E731 - made when needed
    return publisher.fragment("provider/provider_card.html.j2", provider.id, view)


def _page_address(cards: CardList, number: int) -> str:
    return cards.address if number == 1 else f"{cards.address}pagina-{number}/"


def _page_links(cards: CardList, current: int) -> tuple[Link, ...]:
    """Gives the links to the first, the last and the nearest pages; the current one leads nowhere.

    What nobody can follow any more is no further page of what somebody can: another link leads there.
    """
    total = cards.page_count if current >= cards.first_gone else cards.first_gone - 1
    near = [number for number in range(1, total + 1) if number in (1, total) or abs(number - current) < 4]
    return tuple(Link(str(number), "" if number == current else f"/{_page_address(cards, number)}") for number in near)
