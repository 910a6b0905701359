"""From Markdown to HTML, and to the elements with their places."""

import pytest

from generator.core.location import Span
from generator.written.conversion import TangledError, convert, take_apart


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("[a](x.md)", Span(1, 5, 1, 9)),
        ("tekst\n\n  [a]( x.md 'titel')", Span(3, 8, 3, 12)),
        ("[a](<x.md>)", Span(1, 6, 1, 10)),
        ("![a](x.md)", Span(1, 6, 1, 10)),
        ("[a][b]\n\n[b]: x.md", Span(3, 6, 3, 10)),
        ("[b]\n\n[b]:\n  x.md", Span(4, 3, 4, 7)),
        ("> - **[a](x.md)**", Span(1, 11, 1, 15)),
        ("`[a](x.md)` [a](x.md)", Span(1, 17, 1, 21)),
        ("<div>\n<a\n  href='x.md'>a</a>\n</div>", Span(3, 9, 3, 13)),
        ("<a href=x.md>a</a>", Span(1, 9, 1, 13)),
        ('<a href="x.md">a</a>', Span(1, 10, 1, 14)),
        ("<https://x.md>", Span(1, 2, 1, 14)),
        ("[a](x.md){: .klasse }", Span(1, 5, 1, 9)),
        ("| a |\n| --- |\n| [a](x.md) |", Span(3, 7, 3, 11)),
    ],
)
def test_place_of_an_address(body: str, place: Span) -> None:
    """Each way to write a link is found where its address stands, and is what Markdown makes of it."""
    (element,) = [element for element in take_apart(body).elements if element.tag in ("a", "img")]

    assert element.address == place
    assert element.attributes.get("href", element.attributes.get("src", "")).endswith("x.md")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("<iframe src=x></iframe>", Span(1, 1, 1, 8)),
        ("Tekst <iframe\nsrc=x></iframe>", Span(1, 7, 1, 14)),
        ("`<iframe>`\n\n> <IFRAME></IFRAME>", Span(3, 3, 3, 10)),
        ("- a\n\n    <iframe/>", Span(3, 5, 3, 12)),
    ],
)
def test_place_of_a_tag(body: str, place: Span) -> None:
    """A tag is found where it stands, and none in code."""
    assert [element.place for element in take_apart(body).elements if element.tag == "iframe"] == [place]


@pytest.mark.parametrize(
    "body", ["    <iframe>", "```\n<iframe>\n```", "`<iframe>`", "<!-- <iframe> -->", "&lt;iframe>"]
)
def test_no_element(body: str) -> None:
    """What a browser would not read as an element is none."""
    assert "iframe" not in [element.tag for element in take_apart(body).elements]


def test_marks_change_nothing() -> None:
    """The elements are those of the page as it is published."""
    body = "# Kop {: #x }\n\n[a](b.md) <span title='src=x'>c</span>\n\n| a |\n| --- |\n| `<b>` |\n\nTerm\n:   [c]: d\n"
    marked = take_apart(body)

    assert [element.tag for element in marked.elements] == [
        "h1", "p", "a", "span", "table", "thead", "tr", "th", "tbody", "tr", "td", "code", "dl", "dt", "dd",
    ]  # fmt: skip
    assert marked.anchors == {"x"}
    assert marked.elements[3].attributes == {"title": "src=x"}


@pytest.mark.parametrize("body", ["[" * 1001, "a\n:   b\n" * 4000], ids=["brackets", "lists"])
def test_tangled(body: str) -> None:
    """What Markdown cannot read in reasonable time or depth is refused."""
    with pytest.raises(TangledError):
        convert(body)
