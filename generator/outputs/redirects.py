"""Pages at the old addresses of renamed records, which lead to the new ones."""

from collections.abc import Iterable, Iterator

from generator.core.kind import Kind
from generator.core.knowledge import KnowledgeBase, Name
from generator.core.pages import Page
from generator.core.record import Record
from generator.core.rendering import Publisher


def publish(kb: KnowledgeBase, publisher: Publisher, kinds: Iterable[Kind]) -> Iterator[Page]:
    """Gives a page for every former id of every record whose address holds its id."""
    for kind in kinds:
        if issubclass(kind.model, Record):
            for record in kb.all(kind.model):
                name = kb.name(kind.name, record.id)
                if not name.address.endswith(f"/{record.id}/"):
                    continue  # It stands where it stood, whatever its file is called.
                for former in record.former_ids:
                    yield _moved(publisher, name, former)


def _moved(publisher: Publisher, name: Name, former: str) -> Page:
    t = publisher.t
    return publisher.page(
        "shared/moved.html.j2",
        lambda: {"label": name.label, "target": f"/{name.address}"},
        address=f"{name.address.removesuffix(f'{name.id}/')}{former}/",
        title=t("moved.title", title=name.label),
        description=t("moved.text", title=name.label),
        layout="list",
        is_indexed=False,
        redirect=f"../{name.id}/",
    )
