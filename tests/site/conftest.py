"""The real site, for every test in this folder."""

import pytest

from tests.built_site import BuiltSite, build_site


@pytest.fixture(scope="session")
def site() -> BuiltSite:
    """The site built from the real content."""
    return build_site()
