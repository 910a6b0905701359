"""Whether an organisation exists: what a source said, for as long as that source is young."""

from datetime import date

import pytest

from generator.kinds.provider.model import Provider
from generator.kinds.provider.schedule import existence_on

TODAY = date(2026, 11, 29)


def provider(existence: str, *dated: str, **more: object) -> Provider:
    """Gives an organisation whose sources have these dates; an empty one has none."""
    source = {"url": "https://a.be/", "title": "A", "accessed": "2026-11-29", "seen": "stored"}
    basic = {"id": "a", "name": "A", "kind": "vzw", "summary": "S", "existence": existence}
    return Provider.model_validate(
        basic | {"sources": [source | ({"dated": one} if one else {}) for one in dated]} | more
    )


@pytest.mark.parametrize(
    ("existence", "dated", "shown"),
    [
        ("active", "2023-11-29", "active"),
        ("active", "2023-11-28", "unknown"),
        ("active", "2023", "unknown"),
        ("active", "2024", "active"),
        ("active", "", "unknown"),
        ("unknown", "2026-11", "unknown"),
        ("stopped", "2012", "stopped"),
    ],
)
def test_shown(existence: str, dated: str, shown: str) -> None:
    """Three years to the day; who stopped does not come back by itself."""
    more = {"existence_note": "Weg.", "existence_source": "1"}

    assert shown == existence_on(provider(existence, dated, **more), TODAY)


def test_the_source_that_shows_it() -> None:
    """A younger page that says nothing of it does not count, once a source is named."""
    assert "unknown" == existence_on(provider("active", "2019", "2026-10", existence_source="1"), TODAY)
    assert "active" == existence_on(provider("active", "2019", "2026-10", existence_source="2"), TODAY)
    assert "active" == existence_on(provider("active", "2019", "2026-10"), TODAY)
