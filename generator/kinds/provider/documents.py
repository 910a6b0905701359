"""What the search can find of providers: their offers, and they themselves."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.provider import views
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.schedule import is_over, state_on


def documents(kb: KnowledgeBase, t: Strings) -> Iterator[Document]:
    """Gives the offers and then the providers, both in the order of their lists."""
    for provider, offer in views.all_offers(kb):
        yield Document(
            group="offers",
            title=offer.title,
            address=f"catalogus/{provider.id}/#{offer.id}",
            label=provider.name,
            text=_words(offer.summary, offer.prerequisites, offer.follow_up, offer.accessibility),
            note=_note(kb, t, provider, offer),
            terms=_offer_terms(provider, offer),
        )
    for provider in views.all_providers(kb):
        yield Document(
            group="providers",
            title=provider.name,
            address=f"catalogus/{provider.id}/",
            label=kb.label("provider-kinds", provider.kind),
            text=_words(
                provider.summary,
                provider.vision.text if provider.vision else None,
                *(note.text for note in provider.notes),
                *(answer.evidence for answer in provider.criteria.values()),
            ),
            note=t("provider.status.stopped") if provider.existence == "stopped" else "",
            terms=_provider_terms(provider),
        )


def _note(kb: KnowledgeBase, t: Strings, provider: Provider, offer: Offer) -> str:
    if not views.is_gone(kb, provider, offer):
        return ""
    return t(f"provider.state_label.{'past' if is_over(offer) else state_on(provider, offer, kb.today)}")


def _offer_terms(provider: Provider, offer: Offer) -> tuple[tuple[str, str], ...]:
    return (
        *(("themes", term) for term in offer.themes),
        *(("education-levels", term) for term in offer.education_levels),
        *(("methods", term) for term in offer.format),
        *(("roles", term) for term in offer.roles),
        *(("regions", term) for term in views.regions_of(provider, offer)),
    )


def _provider_terms(provider: Provider) -> tuple[tuple[str, str], ...]:
    return (
        ("provider-kinds", provider.kind),
        *(("themes", term) for term in provider.themes),
        *(("education-levels", term) for term in provider.education_levels),
        *(("methods", term) for term in provider.methods),
        *(("regions", term) for term in provider.regions),
    )


def _words(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)
