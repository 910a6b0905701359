"""What an installation still lacks: warnings, for a site without editors can be built and tried."""

import re
from collections.abc import Iterator

from generator.core.kind import Problem
from generator.core.knowledge import Name, Names
from generator.kinds.site.model import Site


_MOMENT = re.compile(r"dag|we(?:ek|ken)|uur|uren|maand|morgen", re.IGNORECASE)


def names(_site: Site) -> Iterator[Name]:
    """Gives nothing: no record refers to the settings."""
    yield from ()


def check(site: Site, _names: Names) -> Iterator[Problem]:
    """Finds settings that a public site needs."""
    if not site.site_url.endswith("/"):
        yield Problem(("site_url",), "site-url-slash", {"url": site.site_url})
    yield from _edit_path(site)
    if site.reply_within and not _MOMENT.search(site.reply_within):
        is_number = site.reply_within.isdigit()
        params = {"text": site.reply_within, "meant": f"binnen {site.reply_within if is_number else 'vijf'} werkdagen"}
        yield Problem(("reply_within",), "reply-without-unit", params, severity="warning")
    if not site.editors_email:
        yield Problem((), "site-no-editors", severity="warning")


def _edit_path(site: Site) -> Iterator[Problem]:
    """Finds a way to the files of a place that is not named, and one that leads to no file."""
    if "edit_path" in site.model_fields_set and not site.repository:
        yield Problem(("edit_path",), "edit-path-alone", severity="warning", at_key=True)
    meant = site.edit_path.strip("/") + "/"
    if site.edit_path != meant:
        yield Problem(("edit_path",), "edit-path-slash", {"path": site.edit_path, "meant": meant})
