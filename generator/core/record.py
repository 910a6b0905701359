# What every record has: an id, sources with their age, and old ids. Kinds build on `Record`.
"""The common part of records."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.core.fields import Day, Id, PartialDate, RichText, SourceUrl, Title
from generator.core.node import Path


class Part(BaseModel):
    """A piece of a record: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @classmethod
    def from_words(cls, _text: str) -> str | None:
        """Gives how to write what somebody put in words, as `{hours: 9}`, for a message that helps."""
        return None


class Source(Part):
    """Where a fact was read, by whom it was published, and how old it is."""

    url: SourceUrl = Field(title="Adres", description="Het volledige adres van de pagina. http mag hier ook.")
    title: Title | None = Field(None, title="Titel", description="De titel van de pagina.")
    publisher: Title | None = Field(
        None, title="Uitgever", description="Wie de pagina publiceert. Titel of uitgever moet er staan."
    )
    accessed: Day = Field(title="Gelezen op", description="De dag waarop iemand de pagina las: 2026-11-21.")
    seen: Literal["live", "stored", "from-organisation"] = Field(
        title="Hoe gezien",
        description="live: op het web; stored: een bewaarde kopie; from-organisation: gekregen van de organisatie.",
    )
    dated: PartialDate | None = Field(
        None, title="Datum van de pagina", description="Wat de pagina zelf zegt: 2024, 2024-12 of 2024-12-31."
    )

    @property
    def label(self) -> str:
        """What to call the source: its title, else its publisher."""
        return str(self.title or self.publisher or self.url)

    @property
    def is_secure(self) -> bool:
        """Whether it is reached over https."""
        return str(self.url).startswith("https:")


Sources = Annotated[tuple[Source, ...], Field(min_length=1)]


def value_at(part: object, path: Path) -> object:
    """Gives what stands at a path in a record or a part of one, or nothing when the path leads on to nothing."""
    for step in path:
        if isinstance(part, BaseModel):
            part = getattr(part, str(step), None)
        elif isinstance(part, tuple) and isinstance(step, int):
            part = part[step] if step < len(part) else None
        else:
            part = part.get(step) if isinstance(part, dict) else None
    return part


def texts_of(part: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Gives every text in a record or a part of one as it was read, with the way to it."""
    if isinstance(part, str | RichText):
        yield path, str(part)
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts_of(getattr(part, name), (*path, name))
    elif isinstance(part, tuple | dict):
        for step, one in part.items() if isinstance(part, dict) else enumerate(part):
            yield from texts_of(one, (*path, step))


class Identified(Part):
    """A part that stands in a file of its own; `id` comes from the file's name, never from the YAML."""

    id: str = Field(title="Id", description="Komt uit de bestandsnaam.")


class Record(Identified):
    """A record with sources."""

    former_ids: tuple[Id, ...] = Field(
        (), title="Vroegere id's", description="Oude bestandsnamen: hun adres leidt naar dit record."
    )
    sources: Sources = Field(title="Bronnen", description="Waar de feiten vandaan komen: minstens één.")
    checked: Day | None = Field(
        None,
        title="Nagekeken op",
        description="Alleen als iemand het record naast een levende bron hield. Een bewaarde kopie telt niet.",
    )
    confirmed_by_organisation: Day | None = Field(
        None, title="Bevestigd door de organisatie op", description="De dag waarop de organisatie zelf bevestigde."
    )

    @property
    def days(self) -> list[date]:
        """Every day somebody looked: what a build reckons from instead of the clock."""
        looked = [source.accessed for source in self.sources]
        return looked + [day for day in (self.checked, self.confirmed_by_organisation) if day]
