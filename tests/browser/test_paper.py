"""What prints is the result of a tool, by its button or by Ctrl+P alike, and no printed word is cut off."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NO_PRINT, PRINTED, script
from tests.browser.states import STATES, opened
from tests.built_site import PAGE_TYPES

BY_BUTTON = {
    "agenda": "[data-part=print-agenda]",
    "agenda, shared": "[data-part=print-agenda]",
    "checklist, used": "button[data-print=all]",
    "comparison of four": "[data-part=print]",
    "group picture, seen": "[data-part=print-picture]",
    "plan of a teacher": "[data-part=print]",
    "plan of a team": "[data-part=print]",
    "report, used": "[data-part=print]",
}
"""The button of each tool that prints what somebody made with it."""

WORDS = script("words")
LEFT_OUT = script("left_out")

PAPER_WIDTH = 672
"""Pixels: what is left of A4 between the margins."""


def printed(page: Page) -> bytes:
    """Gives what Ctrl+P makes of a page."""
    return page.pdf(format="A4", prefer_css_page_size=True)


def read(pdf: bytes) -> tuple[list[str], list[str]]:
    """Gives the text of each sheet, and what stands outside of one."""
    sheets, outside = [], []
    document = pypdfium2.PdfDocument(pdf)
    for number, sheet in enumerate(document, start=1):
        width, height = sheet.get_size()
        text = sheet.get_textpage()
        sheets.append(text.get_text_range())
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            if left < 0 or bottom < 0 or right > width or top > height:
                outside.append(f"{number}: {text.get_text_bounded(left, bottom, right, top)}")
    document.close()
    return sheets, outside


def squeezed(text: str) -> str:
    """Gives letters and digits alone: a word that goes on in the next line is one word still."""
    return re.sub(r"[\W_]+", "", text)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Gives the size of every sheet."""
    return [tuple(map(round, sheet.get_size())) for sheet in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("place", [*PAGE_TYPES.values(), *STATES], ids=[*PAGE_TYPES, *STATES])
def test_no_word_is_cut(browser: Browser, base: str, place: str) -> None:
    """Every word that is printed stands whole on a sheet, and in no box that is too small for it."""
    with opened(browser, base, place, viewport={"width": 1280, "height": 800}) as page:
        sheets, outside = read(printed(page))
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PAPER_WIDTH, "height": 900})
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        words, cut = page.evaluate(WORDS)
        page.evaluate(PRINTED)
    # Below a sheet stands its number.
    text = squeezed("".join(re.sub(r"\d+ / \d+\s*$", "", sheet) for sheet in sheets))
    wanted = {squeezed(word) for word in words}

    assert len(wanted) > 20
    assert [] == cut
    assert [] == outside
    assert [] == sorted(word for word in wanted if word not in text)


@pytest.mark.parametrize("place", [*PAGE_TYPES.values(), *STATES], ids=[*PAGE_TYPES, *STATES])
def test_what_paper_leaves_out(browser: Browser, base: str, place: str) -> None:
    """What the style sheet takes off the paper is off it, whatever another of its rules says."""
    with opened(browser, base, place, viewport={"width": 1280, "height": 800}) as page:
        page.emulate_media(media="print")
        found = page.evaluate(LEFT_OUT)

    assert found["looked"] > 20
    assert [] == found["shown"]


@pytest.mark.parametrize(("place", "button"), BY_BUTTON.items(), ids=list(BY_BUTTON))
def test_the_button_and_the_keys(browser: Browser, base: str, place: str, button: str) -> None:
    """Ctrl+P prints what the button of the tool prints, and leaves the page as it was."""
    with opened(browser, base, place, viewport={"width": 1280, "height": 800}) as page:
        before = page.locator("body").inner_text()
        by_keys = printed(page)
        assert before == page.locator("body").inner_text()
        page.evaluate(NO_PRINT)
        page.locator(button).click()
        by_button = printed(page)

    assert read(by_keys) == read(by_button)
    assert sizes(by_keys) == sizes(by_button)
