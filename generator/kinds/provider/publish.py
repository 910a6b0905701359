"""Pages of providers: one each, and the lists of offers and of providers."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.provider import facets, lists, views
from generator.kinds.provider.lists import BrowseGroup, CardList
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.schedule import GONE, STATES, existence_on, state_on
from generator.kinds.provider.similar import Likeness
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.views import Link, competence_links, source_views, updated

LIST = "catalogus/"
PROVIDERS = "catalogus/aanbieders/"


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the lists, and the page of each provider."""
    yield from lists.publish(kb, publisher, _offers(kb, publisher))
    yield from lists.publish(kb, publisher, _providers(kb, publisher))
    likeness = cache(partial(Likeness, kb))
    for provider in kb.all(Provider):
        yield publisher.page(
            "provider/detail.html.j2",
            partial(_detail, kb, publisher, provider, likeness),
            address=f"{LIST}{provider.id}/",
            title=provider.name,
            description=provider.summary,
            source=kb.source(provider),
            updated=updated(provider),
        )


def _offers(kb: KnowledgeBase, publisher: Publisher) -> CardList:
    t = publisher.t
    offers = views.all_offers(kb)
    return CardList(
        address=LIST,
        title=t("provider.list.title"),
        description=t("provider.list.description", **publisher.counts),
        intro=_intro(kb, t, offers),
        crumbs=[Link(t("page.home"), "/")],
        offers=[pair for pair in offers if not views.is_gone(kb, *pair)],
        offers_title=t("provider.list.count", count=len(offers)),
        gone=[pair for pair in offers if views.is_gone(kb, *pair)],
        browse=_browse(kb, publisher),
        switch=_switch(kb, t, LIST),
        form=partial(facets.form, kb, t, "offers", "/assets/catalogue/offers.json"),
    )


def _intro(kb: KnowledgeBase, t: Strings, offers: Sequence[tuple[Provider, Offer]]) -> str:
    """Says how many offers there are in each state in which one can be followed, or asked for."""
    counts: Counter[str] = Counter(state_on(provider, offer, kb.today) for provider, offer in offers)
    alive = (state for state in STATES if state not in GONE and counts[state])
    told = [t(f"provider.list.in_state.{state}", count=counts[state]) for state in alive]
    if len(told) > 1:
        told = [t("provider.list.and", most=", ".join(told[:-1]), last=told[-1])]
    return " ".join([*(f"{one[0].upper()}{one[1:]}." for one in told), t("provider.list.intro")])


def _providers(kb: KnowledgeBase, publisher: Publisher) -> CardList:
    t = publisher.t
    providers = views.all_providers(kb)
    return CardList(
        address=PROVIDERS,
        title=t("provider.providers.title"),
        description=t("provider.providers.description", **publisher.counts),
        intro=t("provider.providers.intro"),
        crumbs=[Link(t("page.home"), "/"), Link(t("provider.list.title"), f"/{LIST}")],
        providers=providers,
        providers_title=t("provider.providers.count", count=len(providers)),
        browse=_browse(kb, publisher),
        switch=_switch(kb, t, PROVIDERS),
        form=partial(facets.form, kb, t, "providers", "/assets/catalogue/providers.json"),
    )


def _switch(kb: KnowledgeBase, t: Strings, current: str) -> tuple[Link, ...]:
    """Gives the links between the two views of the catalogue."""
    offers = t("provider.filter.view_offers", count=sum(len(provider.offers) for provider in kb.all(Provider)))
    providers = t("provider.filter.view_providers", count=len(kb.all(Provider)))
    labels = {LIST: offers, PROVIDERS: providers}
    return tuple(Link(label, "" if address == current else f"/{address}") for address, label in labels.items())


def _browse(kb: KnowledgeBase, publisher: Publisher) -> list[BrowseGroup]:
    groups = []
    for namespace, label in (("themes", "theme"), ("education-levels", "level"), ("regions", "region")):
        names = [name for name in kb.known_names(namespace) if (namespace, name.id) in kb.referring]
        found = tuple(Link(name.label, f"/{name.address}") for name in names)
        groups.append(BrowseGroup(publisher.t(f"provider.list.{label}"), found))
    return groups


def _detail(
    kb: KnowledgeBase, publisher: Publisher, provider: Provider, likeness: Callable[[], Likeness]
) -> dict[str, object]:
    t = publisher.t
    taught = {number for offer in provider.offers for number in offer.competences} | set(provider.competences)
    referring = kb.referring.get(("provider", provider.id), [])
    return {
        "crumbs": [Link(t("page.home"), "/"), Link(t("provider.providers.label"), f"/{PROVIDERS}")],
        "provider": provider,
        "existence": existence_on(provider, kb.today),
        "status": views.status_sentence(kb, t, provider),
        "facts": views.provider_facts(kb, t, provider),
        "offers": [
            views.offer_view(kb, t, *pair) for pair in views.in_order(kb, ((provider, one) for one in provider.offers))
        ],
        "partner_offers": [
            Link(f"{offer.title} ({other.name})", f"/{LIST}{other.id}/#{offer.id}")
            for other, offer in views.referring_offers(kb, "provider", provider.id)
        ],
        "answers": views.answer_views(kb, t, provider),
        "notes": views.note_views(t, provider),
        "ask": views.ask_about(kb, t, provider),
        "checklist": views.checklist_beside(kb, provider),
        "similar": {offer.id: likeness().like(t, provider, offer) for offer in provider.offers},
        "similar_work": likeness().like(t, provider) if provider.existence == "stopped" and not provider.offers else (),
        "competences": competence_links(kb, taught),
        "trajectories": [
            Link(record.title, f"/voorbeelden/{record.id}/")
            for record, _ in referring
            if isinstance(record, Trajectory)
        ],
        "sources": source_views(t, provider.sources),
        "complaints": True,
    }
