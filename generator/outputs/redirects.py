"""Pages at the old addresses of renamed records, which lead to the new ones."""

from collections.abc import Iterable, Iterator

from generator.core.kind import Kind
from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.record import Record
from generator.core.rendering import Publisher


def publish(kb: KnowledgeBase, publisher: Publisher, kinds: Iterable[Kind]) -> Iterator[Page]:
    """Gives a page for every former id of every record."""
    t = publisher.t
    for kind in kinds:
        if not issubclass(kind.model, Record):
            continue
        for record in kb.all(kind.model):
            name = kb.name(kind.name, record.id)
            for former in record.former_ids:
                yield publisher.page(
                    "shared/moved.html.j2",
                    address=f"{name.address.removesuffix(f'{record.id}/')}{former}/",
                    title=t("moved.title", title=name.label),
                    description=t("moved.text", title=name.label),
                    layout="list",
                    is_indexed=False,
                    redirect=f"../{record.id}/",
                    label=name.label,
                    target=f"/{name.address}",
                )
