# A site that is only tried may lack all of this. One that everybody can read may not: the law asks for it, or a page of
# ours promises it. Which of the two, and why, the messages say.
"""What a public site must know of who publishes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.fields import is_public
from generator.core.kind import Problem
from generator.core.node import Path
from generator.kinds.site.model import Site


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that has to be there: the code that says why, where, and a line that shows how it is written."""

    code: str
    path: Path
    line: str


DEMANDS = (
    Demand("publish-repository", ("repository",), "repository: https://code.voorbeeldschool.be/wijzer"),
    Demand("publish-publisher", ("publisher", "name"), "name: Voorbeeldschool"),
    Demand("publish-publisher", ("publisher", "legal_form"), "legal_form: vzw"),
    Demand("publish-publisher", ("publisher", "address"), "address: Schoolstraat 1, 9000 Gent"),
    Demand("publish-publisher", ("publisher", "country"), "country: BE"),
    Demand("publish-publisher", ("publisher", "registration"), "registration: 0123.456.749"),
    Demand("publish-editors", ("editors_email",), "editors_email: de-redactie@voorbeeldschool.be"),
    Demand("publish-editors", ("reply_days",), "reply_days: 14"),
    Demand("publish-privacy", ("privacy_email",), "privacy_email: privacy@voorbeeldschool.be"),
    Demand("publish-accessibility", ("accessibility", "email"), "email: toegankelijk@voorbeeldschool.be"),
    Demand(
        "publish-accessibility",
        ("accessibility", "authority"),
        "authority: {name: Ombudsdienst, url: https://www.voorbeeldschool.be/ombudsdienst}",
    ),
    Demand("publish-texts", ("texts", "made"), "made: Geschreven door leraren van de school"),
    Demand("publish-texts", ("texts", "checked_by"), "checked_by: De taalcoach van de school"),
    Demand(
        "publish-logs",
        ("server_logs",),
        "server_logs: {host: Voorbeeldhost, country: België, keeps: het internetadres en de pagina, days: 14}",
    ),
    Demand(
        "publish-licence",
        ("licence",),
        "licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/deed.nl}",
    ),
)

OF_PROCESSORS = {
    "mail": Demand(
        "publish-mail",
        ("processors",),
        "- {does: mail, name: Voorbeeldmail, country: België, keeps: tot een jaar na het antwoord}",
    ),
    "repository": Demand(
        "publish-forge",
        ("processors",),
        "- {does: repository, name: Voorbeeldcode, country: België, keeps: zolang de codeplek bestaat}",
    ),
}
"""What has to be known of those who get something, by what they do."""


def check_public(site: Site, address: str) -> Iterator[Problem]:
    """Finds what the settings lack for a site that everybody reads at this address."""
    if not is_public(address):
        yield Problem(("site_url",), "publish-address", {"address": address})
    known = {processor.does for processor in site.processors}
    lacking = [demand for demand in DEMANDS if _value(site, demand.path) is None]
    lacking += [demand for does, demand in OF_PROCESSORS.items() if does not in known]
    for demand in lacking:
        key = ".".join(map(str, demand.path))
        params = {"key": key, "block": demand.path[0], "example": demand.line}
        yield Problem(demand.path, demand.code, params)


def _value(site: Site, path: Path) -> object:
    value: object = site
    for part in path:
        value = getattr(value, str(part), None)
    return value
