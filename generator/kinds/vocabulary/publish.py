"""Pages to browse by: one for each theme, region and education level that a record refers to."""

from collections.abc import Iterator, Sequence

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.competence_area.model import Competence, CompetenceArea
from generator.kinds.provider import lists, views
from generator.kinds.provider.lists import CardList
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.way_on import WayOn, way_on
from generator.kinds.views import Link, competence_links
from generator.kinds.vocabulary.checks import BROWSE
from generator.kinds.vocabulary.model import Term, Vocabulary

_MONDAY = 1
"""Which of the six tips is shown: the second, which asks little and is not for beginners alone."""


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the pages of the terms one can browse by."""
    for vocabulary in kb.all(Vocabulary):
        if vocabulary.id in BROWSE:
            for term in vocabulary.terms:
                if _is_used(kb, vocabulary, term):
                    yield from lists.publish(kb, publisher, _card_list(kb, publisher, vocabulary, term))


def _is_used(kb: KnowledgeBase, vocabulary: Vocabulary, term: Term) -> bool:
    return (vocabulary.id, term.id) in kb.referring


def _card_list(kb: KnowledgeBase, publisher: Publisher, vocabulary: Vocabulary, term: Term) -> CardList:
    t = publisher.t
    found = views.referring_offers(kb, vocabulary.id, term.id)
    offers = [pair for pair in found if not views.is_gone(kb, *pair)]
    with_offers = {provider.id for provider, _ in offers}
    providers = views.referring_providers(kb, vocabulary.id, term.id)
    return CardList(
        address=kb.name(vocabulary.id, term.id).address,
        title=t(f"vocabulary.{BROWSE[vocabulary.id]}", label=term.label),
        description=t("vocabulary.description", label=term.label, text=term.description or ""),
        intro=term.description or "",
        crumbs=[Link(t("page.home"), "/"), Link(t("provider.list.title"), "/catalogus/")],
        offers=offers,
        offers_title=t("provider.list.count", count=len(offers)),
        gone=[pair for pair in found if views.is_gone(kb, *pair)],
        way_on=_way_on(kb, t, vocabulary, term, offers, providers),
        # A provider whose offers stand above needs no card of its own.
        providers=[provider for provider in providers if provider.id not in with_offers],
        providers_title=t("vocabulary.other_providers" if offers else "vocabulary.providers"),
        related=[
            Link(one.label, f"/{kb.name(vocabulary.id, one.id).address}")
            for one in _related(vocabulary, term)
            if _is_used(kb, vocabulary, one)
        ],
        source=kb.source(vocabulary),
    )


def _way_on(
    kb: KnowledgeBase,
    t: Strings,
    vocabulary: Vocabulary,
    term: Term,
    offers: Sequence[tuple[Provider, Offer]],
    providers: Sequence[Provider],
) -> WayOn | None:
    """Gives other ways for a term of which little can be followed."""
    namespace = vocabulary.id
    competences = _competences_on(kb, term.id) if namespace == "themes" else []
    wider = []
    for one in vocabulary.terms:
        if one.id == term.broader:
            alive = [pair for pair in views.referring_offers(kb, namespace, one.id) if not views.is_gone(kb, *pair)]
            wider.append(Link(f"{one.label} ({len(alive)})", f"/{kb.name(namespace, one.id).address}"))
    label = f"{term.label[0].lower()}{term.label[1:]}" if namespace == "education-levels" else term.label
    about = t(f"vocabulary.about.{BROWSE[namespace]}", label=label)
    return way_on(
        kb,
        t,
        about,
        offers,
        providers,
        tip=competences[0].tips[_MONDAY] if competences else "",
        tips=competence_links(kb, [one.id for one in competences[:1]]),
        wider=wider,
    )


def _competences_on(kb: KnowledgeBase, theme: str) -> list[Competence]:
    """Gives the competences that go with a theme, those with the fewest other themes first."""
    found = [one for area in kb.all(CompetenceArea) for one in area.competences if theme in one.themes]
    return sorted(found, key=lambda one: len(one.themes))


def _related(vocabulary: Vocabulary, term: Term) -> list[Term]:
    """Gives the wider term and the narrower ones."""
    return [one for one in vocabulary.terms if one.id == term.broader or one.broader == term.id]
