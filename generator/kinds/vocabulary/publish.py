"""Pages to browse by: one for each theme, region and education level that a record uses."""

from collections.abc import Iterator

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.provider import views
from generator.kinds.provider.publish import LIST, PER_PAGE, page_address, page_links
from generator.kinds.views import Link
from generator.kinds.vocabulary.checks import BROWSE
from generator.kinds.vocabulary.model import Term, Vocabulary


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the pages of the terms that offers or providers refer to."""
    for vocabulary in kb.all(Vocabulary):
        if vocabulary.id in BROWSE:
            for term in vocabulary.terms:
                yield from _term_pages(kb, publisher, vocabulary, term)


def _term_pages(kb: KnowledgeBase, publisher: Publisher, vocabulary: Vocabulary, term: Term) -> Iterator[Page]:
    t = publisher.t
    offers = views.referring_offers(kb, vocabulary.id, term.id)
    with_offers = {provider.id for provider, _ in offers}
    providers = views.referring_providers(kb, vocabulary.id, term.id)
    # A provider whose offers stand above needs no card of its own.
    others = [provider for provider in providers if provider.id not in with_offers]
    address = kb.name(vocabulary.id, term.id).address
    related = [Link(one.label, f"/{kb.name(vocabulary.id, one.id).address}") for one in _related(vocabulary, term)]
    total = len(offers) + len(others)
    title = t(f"vocabulary.{BROWSE[vocabulary.id]}", label=term.label)
    for number, start in enumerate(range(0, max(1, total), PER_PAGE), start=1):
        shown_offers = offers[start : start + PER_PAGE]
        from_provider = max(0, start - len(offers))
        shown_others = others[from_provider : from_provider + PER_PAGE - len(shown_offers)]
        yield publisher.page(
            "provider/list.html.j2",
            address=page_address(address, number),
            title=title if number == 1 else t("provider.list.numbered", title=title, number=number),
            heading=title,
            description=t("vocabulary.description", label=term.label, text=term.description or ""),
            source=kb.source(vocabulary),
            layout="list",
            is_searched=number == 1,
            intro=term.description or "",
            crumbs=[Link(t("page.home"), "/"), Link(t("provider.list.title"), f"/{LIST}")],
            browse=(),
            related=related,
            offers=[views.offer_card(kb, t, *pair) for pair in shown_offers],
            offers_title=t("provider.list.count", count=len(offers)),
            providers=[views.provider_card(kb, t, provider) for provider in shown_others],
            providers_title=t("vocabulary.providers"),
            pages=page_links(address, total, number),
        )


def _related(vocabulary: Vocabulary, term: Term) -> list[Term]:
    """Gives the wider term and the narrower ones."""
    return [one for one in vocabulary.terms if one.id == term.broader or one.broader == term.id]
