"""What an installation still lacks: warnings, for a site without editors can be built and tried."""

from collections.abc import Iterator

from generator.core.kind import Problem
from generator.core.knowledge import Name, Names
from generator.kinds.site.model import Site


def names(_site: Site) -> Iterator[Name]:
    """Gives nothing: no record refers to the settings."""
    yield from ()


def check(site: Site, _names: Names) -> Iterator[Problem]:
    """Finds settings that a public site needs."""
    if not site.site_url.endswith("/"):
        yield Problem(("site_url",), "site-url-slash", {"url": site.site_url})
    if not site.editors_email:
        yield Problem((), "site-no-editors", severity="warning")
