# Organisations cite the sources of their own record there. What is gathered here are the texts behind our own: the
# competences, the self-check, the checklist, the conversation guide, the examples and the project.
"""The documents our own texts rest on, each with what it was used for and under what licence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.core.knowledge import KnowledgeBase
from generator.core.record import Record, Source
from generator.kinds.checklist.model import Checklist
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.handbook.model import Handbook
from generator.kinds.project.model import Project
from generator.kinds.selfcheck.model import SelfCheck
from generator.kinds.site.model import SourceLicence
from generator.kinds.trajectory.model import Trajectory
from generator.kinds.views import Link

_KINDS: tuple[tuple[str, type[Record]], ...] = (
    ("selfcheck", SelfCheck),
    ("competence_area", CompetenceArea),
    ("checklist", Checklist),
    ("handbook", Handbook),
    ("trajectory", Trajectory),
    ("project", Project),
)


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document, the pages it was used for, and its licence, as far as its source says one."""

    source: Source
    uses: tuple[Link, ...]
    licence: SourceLicence | None

    @property
    def label(self) -> str:
        """What to call it: its title, else its address, for a publisher may have more than one."""
        return str(self.source.title or self.source.url.partition("//")[2].removeprefix("www.").rstrip("/"))


def source_documents(kb: KnowledgeBase, licences: Sequence[SourceLicence]) -> Iterator[SourceDocument]:
    """Gives each document once, in the order in which the site uses them.

    Arguments:
        kb: What is known.
        licences: What is known of the licences of sources: the longest beginning of an address counts.
    """
    uses: dict[str, dict[str, Link]] = {}
    first: dict[str, Source] = {}
    for namespace, model in _KINDS:
        for record in kb.all(model):
            name = kb.name(namespace, record.id)
            for source in record.sources:
                known = first.setdefault(source.url, source)
                if not known.title and source.title:
                    first[source.url] = source
                uses.setdefault(source.url, {})[name.address] = Link(name.label, f"/{name.address}")
    for url, source in first.items():
        fitting = (licence for licence in licences if url.startswith(licence.source))
        licence = max(fitting, key=lambda one: len(one.source), default=None)
        yield SourceDocument(source, tuple(uses[url].values()), licence)
