"""Views of deliverables."""

from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.kinds.project.checks import deliverable_anchor
from generator.kinds.project.model import Deliverable
from generator.kinds.views import say_day


@dataclass(frozen=True, slots=True)
class DeliverableView:
    """A deliverable with its status in words."""

    deliverable: Deliverable
    anchor: str
    status_label: str
    details: str


def deliverable_view(kb: KnowledgeBase, publisher: Publisher, deliverable: Deliverable) -> DeliverableView:
    """Gives a deliverable with its status in words."""
    t = publisher.t
    published = (
        t("project.detail.published", when=say_day(t, deliverable.published_on)) if deliverable.published_on else ""
    )
    language = kb.label("languages", deliverable.language) if deliverable.language else ""
    return DeliverableView(
        deliverable=deliverable,
        anchor=deliverable_anchor(deliverable.number),
        status_label=t(f"project.status.{deliverable.status.replace('-', '_')}"),
        details=", ".join(part for part in (published, language) if part),
    )
