# What views of more than one kind need: links to terms, facts with a label, and Dutch for moments and lists.
"""Shared parts of views."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.core.evidence import evidence_of_record
from generator.core.fields import PartialDate
from generator.core.knowledge import KnowledgeBase
from generator.core.record import Record, Source
from generator.core.strings import Strings

FRESH_MONTHS = 18
"""After how many months without new evidence a page adds "vraag of het nog loopt". Ours: a school year and a half."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words with the address they lead to, from the site's root; an empty address is no link."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A practical fact: its name (which also chooses its icon), its label, and what is known."""

    name: str
    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Examples from one level of education."""

    level: str
    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as the foot of a page shows it."""

    number: int
    label: str
    url: str
    details: str
    is_secure: bool


def link(kb: KnowledgeBase, namespace: str, name_id: str) -> Link:
    """Gives the link to what a reference names."""
    name = kb.name(namespace, name_id)
    return Link(name.label, f"/{name.address}" if name.address else "")


def links(kb: KnowledgeBase, namespace: str, ids: Iterable[str]) -> tuple[Link, ...]:
    """Gives the links to what references name, in their order."""
    return tuple(link(kb, namespace, name_id) for name_id in ids)


def competence_links(kb: KnowledgeBase, ids: Iterable[str]) -> tuple[Link, ...]:
    """Gives links to competences, each with its number before its title."""
    found = ((name_id, link(kb, "competences", name_id)) for name_id in sorted(ids, key=numbered))
    return tuple(Link(f"{name_id} {to.label}", to.href) for name_id, to in found)


def examples(kb: KnowledgeBase, by_level: Mapping[str, tuple[str, ...]]) -> tuple[Example, ...]:
    """Gives examples by level of education, in the order of its vocabulary."""
    names = kb.known_names("education-levels")
    return tuple(Example(name.id, name.label, by_level[name.id]) for name in names if name.id in by_level)


def numbered(number: str) -> tuple[int, ...]:
    """Gives a sort key for numbers such as `2.10`."""
    return tuple(int(part) for part in number.split("."))


def facts(t: Strings, prefix: str, values: Sequence[tuple[str, Sequence[Link | str]]]) -> tuple[Fact, ...]:
    """Gives the facts that are known, labelled with the string `<prefix>.<name>`."""
    return tuple(
        Fact(name, t(f"{prefix}.{name}"), tuple(Link(item) if isinstance(item, str) else item for item in items))
        for name, items in values
        if items
    )


def say_moment(t: Strings, moment: PartialDate) -> str:
    """Says a year, a month or a day in Dutch: `2024`, `mei 2024`, `3 mei 2024`."""
    parts = moment.text.split("-")
    if len(parts) == 1:
        return parts[0]
    month = t(f"months.m{int(parts[1])}")
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def say_day(t: Strings, day: date) -> str:
    """Says a day in Dutch."""
    return say_moment(t, PartialDate(day.isoformat()))


def age_sentence(t: Strings, record: Record, today: date) -> str:
    """Says in one sentence how old the newest evidence for a record is, and what to do about it (domain.md)."""
    if record.confirmed_by_organisation:
        return t("age.confirmed", when=say_day(t, record.confirmed_by_organisation))
    if record.checked:
        return t("age.checked", when=say_day(t, record.checked))
    newest = evidence_of_record(record).moment
    if newest is None:
        return t("age.undated")
    return t("age.old" if is_old(record, today) else "age.found", when=say_when(t, newest))


def say_when(t: Strings, moment: PartialDate | None) -> str:
    """Says when in Dutch: `in 2024`, `in mei 2024`, `op 3 mei 2024`, `zonder datum`."""
    if moment is None:
        return t("age.no_date")
    return t("age.on" if moment.text.count("-") == 2 else "age.in", moment=say_moment(t, moment))


def say_of(t: Strings, moment: PartialDate | None) -> str:
    """Says of when in Dutch: `van 2024`, `van mei 2024`, `van 3 mei 2024`, `zonder datum`."""
    return t("age.of", moment=say_moment(t, moment)) if moment else t("age.no_date")


def is_old(record: Record, today: date) -> bool:
    """Says whether the newest evidence for a record is so old, or so unknown, that a reader had better ask."""
    return not evidence_of_record(record).is_younger_than(FRESH_MONTHS, today)


def source_views(t: Strings, sources: Sequence[Source]) -> tuple[SourceView, ...]:
    """Gives the sources with their publisher, age and the day they were read."""
    return tuple(
        SourceView(number, source.label, source.url, _source_details(t, source), source.is_secure)
        for number, source in enumerate(sources, start=1)
    )


def _source_details(t: Strings, source: Source) -> str:
    parts = [source.publisher] if source.publisher and source.publisher != source.label else []
    parts.append(t("sources.dated", when=say_moment(t, source.dated)) if source.dated else t("sources.undated"))
    parts.append(t(f"sources.{source.seen.replace('-', '_')}", when=say_day(t, source.accessed)))
    return ", ".join(parts)


def updated(record: Record) -> str:
    """Gives the newest day somebody read a source of the record, as `2026-11-21`."""
    return max(record.days).isoformat()
