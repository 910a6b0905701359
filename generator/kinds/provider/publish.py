"""Pages of providers: one each, and the lists of offers and of providers."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.provider import views
from generator.kinds.provider.model import Provider
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.views import Link, competence_links, source_views, updated

LIST = "catalogus/"
PROVIDERS = "catalogus/aanbieders/"
PER_PAGE = 60
"""Cards on one page of a list: enough to leaf through, little enough for a slow phone."""


@dataclass(frozen=True, slots=True)
class BrowseGroup:
    """A vocabulary to browse by."""

    label: str
    links: tuple[Link, ...]


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the page of each provider, and the lists."""
    yield from _offer_lists(kb, publisher)
    yield from _provider_lists(kb, publisher)
    for provider in kb.all(Provider):
        yield _detail(kb, publisher, provider)


def page_links(address: str, count: int, current: int) -> tuple[Link, ...]:
    """Gives the links to the pages of a list of `count` cards; the current one (from 1) leads nowhere."""
    total = max(1, -(-count // PER_PAGE))
    near = [number for number in range(1, total + 1) if number in (1, total) or abs(number - current) < 4]
    return tuple(Link(str(number), "" if number == current else f"/{page_address(address, number)}") for number in near)


def page_address(address: str, number: int) -> str:
    """Gives the address of a page of a list: the first is the list's own."""
    return address if number == 1 else f"{address}pagina-{number}/"


def _offer_lists(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    t = publisher.t
    offers = views.in_order((provider, offer) for provider in kb.all(Provider) for offer in provider.offers)
    browse = _browse(kb, publisher)
    for number, start in enumerate(range(0, max(1, len(offers)), PER_PAGE), start=1):
        cards = [views.offer_card(kb, t, *pair) for pair in offers[start : start + PER_PAGE]]
        title = t("provider.list.title")
        yield publisher.page(
            "provider/list.html.j2",
            address=page_address(LIST, number),
            title=title if number == 1 else t("provider.list.numbered", title=title, number=number),
            heading=title,
            description=t("provider.list.description"),
            layout="list",
            is_searched=False,
            intro=t("provider.list.intro"),
            crumbs=[Link(t("page.home"), "/")],
            browse=browse,
            other=Link(t("provider.list.providers"), f"/{PROVIDERS}"),
            related=(),
            offers=cards,
            offers_title=t("provider.list.count", count=len(offers)),
            providers=(),
            providers_title="",
            pages=page_links(LIST, len(offers), number),
        )


def _provider_lists(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    t = publisher.t
    providers = sorted(kb.all(Provider), key=lambda provider: provider.name.casefold())
    for number, start in enumerate(range(0, max(1, len(providers)), PER_PAGE), start=1):
        cards = [views.provider_card(kb, t, provider) for provider in providers[start : start + PER_PAGE]]
        title = t("provider.providers.title")
        yield publisher.page(
            "provider/list.html.j2",
            address=page_address(PROVIDERS, number),
            title=title if number == 1 else t("provider.list.numbered", title=title, number=number),
            heading=title,
            description=t("provider.providers.description"),
            layout="list",
            is_searched=False,
            intro=t("provider.providers.intro"),
            crumbs=[Link(t("page.home"), "/"), Link(t("provider.list.title"), f"/{LIST}")],
            browse=(),
            related=(Link(t("provider.list.offers"), f"/{LIST}"),),
            offers=(),
            offers_title="",
            providers=cards,
            providers_title=t("provider.providers.count", count=len(providers)),
            pages=page_links(PROVIDERS, len(providers), number),
        )


def _browse(kb: KnowledgeBase, publisher: Publisher) -> list[BrowseGroup]:
    groups = []
    for namespace, label in (("themes", "theme"), ("education-levels", "level"), ("regions", "region")):
        names = [name for name in kb.known_names(namespace) if (namespace, name.id) in kb.referring]
        found = tuple(Link(name.label, f"/{name.address}") for name in names)
        groups.append(BrowseGroup(publisher.t(f"provider.list.{label}"), found))
    return groups


def _detail(kb: KnowledgeBase, publisher: Publisher, provider: Provider) -> Page:
    t = publisher.t
    offers = [views.offer_view(kb, t, *pair) for pair in views.in_order((provider, one) for one in provider.offers)]
    taught = {number for offer in provider.offers for number in offer.competences} | set(provider.competences)
    referring = kb.referring.get(("provider", provider.id), [])
    partner_offers = views.referring_offers(kb, "provider", provider.id)
    return publisher.page(
        "provider/detail.html.j2",
        address=f"{LIST}{provider.id}/",
        title=provider.name,
        description=provider.summary,
        source=kb.source(provider),
        updated=updated(provider),
        crumbs=[Link(t("page.home"), "/"), Link(t("provider.providers.label"), f"/{PROVIDERS}")],
        provider=provider,
        status=views.status_sentence(kb, t, provider),
        facts=views.provider_facts(kb, t, provider),
        offers=offers,
        partner_offers=[
            Link(f"{offer.title} ({other.name})", f"/{LIST}{other.id}/#{offer.id}") for other, offer in partner_offers
        ],
        answers=views.answer_views(kb, t, provider),
        questions=views.open_questions(kb, provider),
        competences=competence_links(kb, taught),
        trajectories=[
            Link(record.title, f"/voorbeelden/{record.id}/")
            for record, _ in referring
            if isinstance(record, Trajectory)
        ],
        sources=source_views(t, provider.sources),
        complaints=True,
    )
