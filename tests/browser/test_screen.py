"""The screen is the reader's: what stays in sight stays small, and what has the focus is seen."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import script
from tests.browser.states import STATES, opened
from tests.built_site import PAGE_TYPES

SIZES = {"400 % zoom": (320, 225), "phone": (390, 844), "desktop": (1280, 800)}
PLACES = [*PAGE_TYPES.values(), *STATES]
NAMES = [*PAGE_TYPES, *STATES]

LOWEST, BAR, SHARE = 480, 56, 5
"""Pixels: below so much height nothing stays in sight; a bar is at most so high; all together take one in so many."""

MOST_STOPS = 2000

WATCH = script("walk")

LAYERS = script("layers")


def walked(page: Page, key: str) -> tuple[int, list[str]]:
    """Goes through all that can have the focus; gives how many stops there were, and what is wrong at which."""
    page.evaluate(WATCH)
    for _ in range(0, MOST_STOPS, 20):
        for _ in range(20):
            page.keyboard.press(key)
        if page.evaluate("walk.isRound"):
            break
    stops, wrong, is_round = page.evaluate("[walk.stops, [...new Set(walk.wrong)], walk.isRound]")
    assert is_round, f"no end after {stops} stops"
    return int(stops), list(wrong)


@pytest.mark.parametrize(
    "size",
    [pytest.param(size, id=name, marks=[pytest.mark.deep] * (name != "phone")) for name, size in SIZES.items()],
)
@pytest.mark.parametrize("place", PLACES, ids=NAMES)
def test_focus_is_seen(browser: Browser, base: str, place: str, size: tuple[int, int]) -> None:
    """Whatever has the focus stands on the screen, and nothing that stays in sight lies over it, there and back."""
    with opened(browser, base, place, viewport={"width": size[0], "height": size[1]}) as page:
        there, wrong = walked(page, "Tab")
        back, wrong_back = walked(page, "Shift+Tab")

    assert [] == wrong
    assert [] == wrong_back
    assert min(there, back) > 3


def layers(page: Page) -> dict[tuple[int, int], str]:
    """Gives what stays in sight where most of it does: from where to where it stands, and its name."""
    found = []
    for place in (0, 0.3, 0.7, 1):
        page.evaluate("(place) => scrollTo(0, place * (document.documentElement.scrollHeight - innerHeight))", place)
        # What stands beside each other is one bar.
        found.append({(round(top), round(bottom)): str(name) for top, bottom, name in page.evaluate(LAYERS)})
    return max(found, key=height_of)


def height_of(found: dict[tuple[int, int], str]) -> int:
    """Gives what all bars take together."""
    return sum(bottom - top for top, bottom in found)


@pytest.mark.parametrize("place", PLACES, ids=NAMES)
def test_nothing_owns_the_screen(browser: Browser, base: str, place: str) -> None:
    """What stays takes at most a fifth of the height, 56 px a bar, holds its words, and is not there below 30 rem."""
    wrong = {}
    with opened(browser, base, place, viewport={"width": 390, "height": 844}) as page:
        for width, height in ((320, 225), (844, 390), (320, LOWEST), (390, 844), (800, LOWEST), (1280, 800)):
            page.set_viewport_size({"width": width, "height": height})
            found = layers(page)
            most = height / SHARE if height >= LOWEST else 0
            is_high = any(bottom - top > BAR for top, bottom in found) or height_of(found) > most
            if is_high or any("bursts" in name for name in found.values()):
                wrong[width, height] = found

    assert {} == wrong


def test_what_stays_is_seen(browser: Browser, base: str) -> None:
    """The measure finds what stays in sight: the bar of the site, that of a tool, and the heads of a comparison."""
    counts = {}
    for place in ("over/", "agenda", "comparison of two", "self-check, a question", "search box"):
        with opened(browser, base, place, viewport={"width": 390, "height": 844}) as page:
            if place == "search box":
                page.evaluate("document.querySelector('dialog').scrollTo(0, 500)")
            counts[place] = len(layers(page))

    assert {"over/": 1, "agenda": 2, "comparison of two": 2, "self-check, a question": 2, "search box": 1} == counts
