# A site that is only tried may lack all of this. One that everybody can read may not: the law asks for it, or a page of
# ours promises it. Which of the two, and why, the messages say.
"""What a public site must know of who publishes it."""

from collections.abc import Iterator

from generator.core.fields import is_public
from generator.core.kind import Problem
from generator.core.node import Path
from generator.kinds.site.model import Site

DEMANDS: tuple[tuple[Path, str, str], ...] = (
    (("repository",), "publish-repository", "repository: https://code.voorbeeldschool.be/wijzer"),
    (("publisher", "name"), "publish-publisher", "name: Voorbeeldschool"),
    (("publisher", "legal_form"), "publish-publisher", "legal_form: vzw"),
    (("publisher", "address"), "publish-publisher", "address: Schoolstraat 1, 9000 Gent"),
    (("publisher", "country"), "publish-publisher", "country: BE"),
    (("publisher", "registration"), "publish-publisher", "registration: 0123.456.749"),
    (("editors_email",), "publish-editors", "editors_email: de-redactie@voorbeeldschool.be"),
    (("reply_days",), "publish-editors", "reply_days: 14"),
    (("privacy_email",), "publish-privacy", "privacy_email: privacy@voorbeeldschool.be"),
    (("accessibility", "email"), "publish-accessibility", "email: toegankelijk@voorbeeldschool.be"),
    (
        ("accessibility", "authority"),
        "publish-accessibility",
        "authority: {name: Ombudsdienst, url: https://www.voorbeeldschool.be/ombudsdienst}",
    ),
    (("texts", "made"), "publish-texts", "made: Geschreven door leraren van de school"),
    (("texts", "checked_by"), "publish-texts", "checked_by: De taalcoach van de school"),
    (
        ("server_logs",),
        "publish-logs",
        "server_logs: {host: Voorbeeldhost, country: België, keeps: het internetadres en de pagina, days: 14}",
    ),
    (("licence",), "publish-licence", "licence: {name: CC BY 4.0, url: https://www.voorbeeldschool.be/licentie}"),
)
"""What has to be there, with the code that says why, and a line that shows how it is written."""

PROCESSORS = (
    ("mail", "publish-mail", "- {does: mail, name: Voorbeeldmail, country: België, keeps: tot een jaar na het antwoord}"),
    ("repository", "publish-forge", "- {does: repository, name: Voorbeeldcode, country: België, keeps: zolang de codeplek bestaat}"),
)
"""What has to be known of those who get something: what they do, the code, and a line."""


def check_public(site: Site, address: str) -> Iterator[Problem]:
    """Finds what the settings lack for a site that everybody reads at this address."""
    if not is_public(address):
        yield Problem(("site_url",), "publish-address", {"address": address})
    for path, code, line in DEMANDS:
        if _value(site, path) is None:
            yield Problem(path, code, {"key": ".".join(map(str, path)), "block": path[0], "example": line})
    known = {processor.does for processor in site.processors}
    for does, code, line in PROCESSORS:
        if does not in known:
            yield Problem(("processors",), code, {"example": line})


def _value(site: Site, path: Path) -> object:
    value: object = site
    for part in path:
        value = getattr(value, str(part), None)
    return value
