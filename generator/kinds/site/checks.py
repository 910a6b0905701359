"""What is wrong with the settings, and what an installation still lacks: a site without editors can be tried."""

import re
from collections.abc import Iterator

from generator.core.kind import Problem
from generator.core.knowledge import Name, Names
from generator.kinds.site.model import Publisher, Site


def names(_site: Site) -> Iterator[Name]:
    """Gives nothing: no record refers to the settings."""
    yield from ()


def check(site: Site, _names: Names) -> Iterator[Problem]:
    """Finds settings that a public site needs, and what cannot be right."""
    if not site.site_url.endswith("/"):
        yield Problem(("site_url",), "site-url-slash", {"url": site.site_url})
    yield from _edit_path(site)
    if not site.editors_email:
        yield Problem((), "site-no-editors", severity="warning")
    if site.reply_days == 0:
        yield Problem(("reply_days",), "reply-days-none")
    if site.publisher and not _is_registered(site.publisher):
        code = "registration-nl" if site.publisher.country == "NL" else "registration-be"
        yield Problem(("publisher", "registration"), code, {"number": site.publisher.registration})
    told: set[str] = set()
    for index, processor in enumerate(site.processors):
        if processor.does in told:
            yield Problem(("processors", index, "does"), "processor-twice", {"does": processor.does})
        told.add(processor.does)


def _is_registered(publisher: Publisher) -> bool:
    """Says whether a number can be one of the register of the publisher's country; without one, nothing is wrong."""
    if publisher.registration is None or publisher.country is None:
        return True
    digits = re.sub(r"[\s.]|^BE", "", publisher.registration)
    if publisher.country == "NL":
        return re.fullmatch(r"\d{8}", digits, re.ASCII) is not None
    # The last two digits are what 97 leaves of the others (KBO).
    return re.fullmatch(r"[01]\d{9}", digits, re.ASCII) is not None and int(digits[:8]) % 97 + int(digits[8:]) == 97


def _edit_path(site: Site) -> Iterator[Problem]:
    """Finds a way to the files of a place that is not named, and one that leads to no file."""
    if "edit_path" in site.model_fields_set and not site.repository:
        yield Problem(("edit_path",), "edit-path-alone", severity="warning", at_key=True)
    meant = site.edit_path.strip("/") + "/"
    if site.edit_path != meant:
        yield Problem(("edit_path",), "edit-path-slash", {"path": site.edit_path, "meant": meant})
