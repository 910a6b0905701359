"""Finished pages."""

import pytest

from generator.core.errors import AddressTakenError
from generator.core.pages import Heading, Page, headings, plain_words, relative, unique


def page(address: str) -> Page:
    """Gives a page at an address."""
    return Page(address, "Titel", "Beschrijving", str)


def test_headings() -> None:
    """Headings of level two and three with an anchor are found, in order, as words."""
    body = '<h2 id="a" class="x">Een &amp; <em>twee</em></h2><h3 id="b">\nDrie\n</h3><h2>Vier</h2><h4 id="c">Vijf</h4>'

    assert headings(body) == (Heading(2, "Een & twee", "a"), Heading(3, "Drie", "b"))


def test_plain_words() -> None:
    """Words of HTML have no tags, no entities and single spaces."""
    assert plain_words("<p>Een <b>&lt;twee&gt;</b>\n drie</p>") == "Een <twee> drie"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", 'href="./catalogus/" src="./x.png"'),
        ("catalogus/", 'href="../catalogus/" src="../x.png"'),
        ("catalogus/acme/", 'href="../../catalogus/" src="../../x.png"'),
    ],
)
def test_relative(address: str, expected: str) -> None:
    """Links from the root become relative to their page, so that a site can stand in a sub-folder."""
    assert relative('href="/catalogus/" src="/x.png"', address) == expected


@pytest.mark.parametrize("link", ['href="https://a.be/"', 'href="#x"', 'href="x/"', "href=&#34;/x"])
def test_not_relative(link: str) -> None:
    """Other links stay what they are."""
    assert relative(link, "a/b/") == link


def test_unique() -> None:
    """Pages are gathered in order, and two at one address are our mistake."""
    assert [one.address for one in unique([page("b/"), page("a/")])] == ["b/", "a/"]
    with pytest.raises(AddressTakenError, match="a/"):
        unique([page("a/"), page("a/")])
