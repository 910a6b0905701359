"""Addresses in hand-written pages."""

import pytest

from generator.written.links import destination, lead_on

PAGE = "over/"

DESTINATIONS = {
    "privacy.md": ("privacy/", ""),
    "./privacy.md#kop": ("privacy/", "kop"),
    "privacy.md?x=1": ("privacy/", ""),
    "catalogus/index.md": ("catalogus/", ""),
    "catalogus/acme/index.md#a": ("catalogus/acme/", "a"),
    "index.md": ("", ""),
    "../privacy/": ("privacy/", ""),
    "../catalogus/acme/#offer": ("catalogus/acme/", "offer"),
    "../": ("", ""),
    "..": ("", ""),
    ".": ("over/", ""),
    "#kop": ("over/", "kop"),
    "#caf%C3%A9": ("over/", "café"),
    "?x": ("over/", ""),
    "catalogus/": ("over/catalogus/", ""),
    "../catalogus": ("catalogus", ""),
    "assets/images/x.svg": ("assets/images/x.svg", ""),
    "../assets/images/x.svg": ("assets/images/x.svg", ""),
    "../../x": ("../x", ""),
}

ELSEWHERE = ["https://a.be/", "//a.be/", "mailto:x@a.be", "/catalogus/", "\\catalogus", "javascript:x", "http://[x"]


@pytest.mark.parametrize("address", DESTINATIONS)
def test_destination(address: str) -> None:
    """A file of the folder counts from the folder, any other address from the page it stands on."""
    assert destination(address, PAGE) == DESTINATIONS[address]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_elsewhere(address: str) -> None:
    """What leads out of the site, or is told to be wrong by itself, leads to nothing within it."""
    assert destination(address, PAGE) is None


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ('<a href="privacy.md#kop">x</a>', '<a href="/privacy/#kop">x</a>'),
        ("<a class=x href='privacy.md' title='a > b'>x</a>", "<a class=x href=\"/privacy/\" title='a > b'>x</a>"),
        ("<a href=privacy.md>x</a>", '<a href="/privacy/">x</a>'),
        ('<a href="../catalogus/?a=1&amp;b=2#c">x</a>', '<a href="/catalogus/?a=1&amp;b=2#c">x</a>'),
        ('<img alt="" src="assets/images/x.svg">', '<img alt="" src="/assets/images/x.svg">'),
        ('<a href="#kop">x</a>', '<a href="#kop">x</a>'),
        ('<a href="https://a.be/x.md">x</a>', '<a href="https://a.be/x.md">x</a>'),
        ("<p>href=privacy.md</p>", "<p>href=privacy.md</p>"),
    ],
)
def test_lead_on(written: str, made: str) -> None:
    """Links within the site are made to start at its root; the rest of a body stays as it is."""
    assert lead_on(written, PAGE) == made
