# What is left of an organisation that was taken away on request: enough to keep its addresses working and to know it
# when somebody, or a harvest, brings it back. It has no name, no summary and no sources.
"""An organisation that was taken away on request."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.fields import Day, Host, Id, unique
from generator.core.record import Identified

HOSTS = "removed-hosts"
"""The namespace of the hosts by which a removed organisation is known; the label is its id."""

CATALOGUE = "catalogus/"
"""Where the pages of organisations stand."""


class Removed(Identified):
    """What stays of an organisation; its file has the name that the file of its record had."""

    since: Day = Field(title="Sinds", description="De dag waarop ze is weggehaald: 2026-11-30.")
    reason: Literal["organisation", "personal-data", "rights", "law"] = Field(
        title="Reden",
        description=(
            "organisation: ze vroeg het zelf; personal-data: er stonden gegevens van een persoon; "
            "rights: iemand anders had er rechten op; law: een rechter of overheid vroeg het."
        ),
    )
    offers: Annotated[tuple[Id, ...], unique()] = Field(
        (),
        title="Nascholingen",
        description="De id's die haar nascholingen hadden, ook vroegere: hun adres blijft werken.",
    )
    former_ids: Annotated[tuple[Id, ...], unique()] = Field(
        (), title="Vroegere id's", description="De vroegere id's van haar record: ook dat adres blijft werken."
    )
    hosts: Annotated[tuple[Host, ...], unique()] = Field(
        (),
        title="Websites",
        description="De namen van haar sites: daaraan ziet de controle dat ze terugkomt. Ze staan op geen pagina.",
    )

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id its record had."""
        return (self.id, *self.former_ids)


__all__ = ["CATALOGUE", "HOSTS", "Removed"]
