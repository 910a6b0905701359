"""The log of corrections: what the site said wrongly, and says rightly now."""

from typing import Literal

from pydantic import Field

from generator.core.fields import Day, PlainText, Title
from generator.core.record import Identified, Part


class Correction(Part):
    """One correction. It names no person: who asked is told as a kind of reader."""

    day: Day = Field(title="Dag", description="Wanneer het verbeterd is: 2026-11-30.")
    what: PlainText = Field(title="Wat", description="Wat er stond, en wat er nu staat.")
    asked_by: Literal["organisation", "reader", "editor"] = Field(
        title="Wie vroeg het",
        description="organisation: de organisatie zelf; reader: een lezer; editor: een redacteur zag het zelf.",
    )
    pages: tuple[Title, ...] = Field(
        (), title="Welke pagina's", description="Hun adres op deze site: catalogus/studio-globo/. Leeg: de hele site."
    )


class Corrections(Identified):
    """All corrections of this installation."""

    entries: tuple[Correction, ...] = Field(title="Verbeteringen", description="In welke volgorde je maar wilt.")


__all__ = ["Correction", "Corrections"]
