"""A list in order shows its numbers, on the screen and on paper."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import script
from tests.browser.states import STATES, opened
from tests.built_site import PAGE_TYPES

NUMBERLESS = script("numberless")


@pytest.mark.parametrize("place", [*PAGE_TYPES.values(), *STATES], ids=[*PAGE_TYPES, *STATES])
def test_numbers_are_shown(browser: Browser, base: str, place: str) -> None:
    """What stands in order has numbers that are seen: nothing cuts them off, and no style takes them away."""
    wrong = {}
    with opened(browser, base, place, viewport={"width": 390, "height": 844}) as page:
        wrong["screen"] = page.evaluate(NUMBERLESS)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        wrong["paper"] = page.evaluate(NUMBERLESS)

    assert {"screen": [], "paper": []} == wrong
