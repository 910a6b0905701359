# The parts are those that Commission Implementing Decision (EU) 2018/1523 asks of such a statement; who answers for it
# stands in the settings.
"""The accessibility statement: what the site meets, what it does not, and how that was found."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import Day, PlainText, Title, Url
from generator.core.record import Identified, Part


class Standard(Part):
    """What the site is held against."""

    name: Title = Field(title="Naam", description="Zoals WCAG 2.2, niveau A en AA.")
    url: Url = Field(title="Adres", description="Waar die staat.")


class Gap(Part):
    """Something that is not accessible, or of which nobody knows whether it is."""

    what: PlainText = Field(title="Wat", description="Welk onderdeel, en wat daar niet lukt.")
    why: Literal["not-met", "burden", "out-of-scope", "not-tested"] = Field(
        title="Waarom",
        description=(
            "not-met: voldoet niet; burden: onevenredige last; out-of-scope: de wet geldt er niet voor; "
            "not-tested: niet nagekeken."
        ),
    )
    instead: PlainText | None = Field(None, title="In de plaats", description="Wat een lezer dan wel kan doen.")


class Evaluation(Part):
    """One way in which the site was looked at."""

    how: PlainText = Field(title="Hoe", description="Wat er gedaan is, en op welke pagina's.")
    by: Literal["self", "third-party"] = Field(
        title="Door wie", description="self: de makers zelf; third-party: iemand anders."
    )
    day: Day = Field(title="Dag", description="Wanneer: 2026-11-30.")
    found: PlainText = Field(title="Gevonden", description="Wat eruit kwam.")


class Statement(Identified):
    """The accessibility statement of this installation."""

    status: Literal["full", "partial", "none"] = Field(
        title="Stand", description="full: voldoet volledig; partial: gedeeltelijk; none: voldoet niet."
    )
    standard: Standard = Field(title="Norm", description="Waarnaast de site gehouden is.")
    scope: Title = Field(title="Voor wat", description="Waarvoor de verklaring geldt.")
    gaps: tuple[Gap, ...] = Field((), title="Niet toegankelijk", description="Wat niet toegankelijk is, en waarom.")
    evaluations: Annotated[tuple[Evaluation, ...], Field(min_length=1)] = Field(
        title="Nagekeken", description="Hoe dat is nagekeken: minstens één."
    )
    prepared: Day = Field(title="Opgesteld op", description="De dag waarop de verklaring gemaakt is.")
    reviewed: Day | None = Field(None, title="Nagelezen op", description="De dag waarop ze het laatst is nagelezen.")


__all__ = ["Evaluation", "Gap", "Standard", "Statement"]
