# Markdown gives no positions. So every place where a tag or an address can stand is marked before the conversion, and
# the marks that come out in a tag say where it was written; in code they come out as text, and say nothing.
"""From Markdown to HTML, and to the elements in it with the places they were written at."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown import Markdown

from generator.core.location import Span, span_of
from generator.core.pages import plain_words

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "tables", "toc")

MOST_BRACKETS = 1000
"""More than a page needs; the time that Markdown takes grows with their square."""

PART = re.compile(r"<p>\[\[([^\[\]\n]*)\]\]</p>")
"""What a line such as `[[publisher]]` becomes: the place of a part that is made from the settings and the records."""

_FIRST_HEADING = re.compile(r"<h1[^>]*>.*?</h1>", re.DOTALL)
# Private-use characters: no source may hold them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_PLACE = re.compile(
    r"<(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])"
    r"|(?:\]\(\s*<?|\]:[ \t]*\n?[ \t]*<?|\b(?:href|src)\s*=\s*[\"']?|<(?=[a-zA-Z][a-zA-Z0-9+.-]*:))"
    r"(?P<address>[^\s<>\"')]*)"
)
_VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_IN_A_TEXT = re.compile(r"a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|su[bp]|u|var")
_CLOSES_ITSELF = re.compile(r"colgroup|d[dt]|li|option|p|r[bpt]|rtc|t(?:body|d|foot|h|head|r)")


class TangledError(Exception):
    """A text in which so many lists or brackets stand inside each other that Markdown cannot read it."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a page.

    `place` is where its tag is written, when it was written as HTML; `address` is where its address is. An attribute
    without a value has an empty one.
    """

    tag: str
    attributes: dict[str, str]
    place: Span | None
    address: Span | None


@dataclass(slots=True)
class Document:
    """The elements of a page, the texts of its blocks, and the tags that were opened and not closed, or the reverse.

    In the texts there is no code.
    """

    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    unclosed: list[Element] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)

    @property
    def anchors(self) -> set[str]:
        """What a link can lead to."""
        named = {e.attributes["name"] for e in self.elements if e.tag == "a" and "name" in e.attributes}
        return named | {e.attributes["id"] for e in self.elements if "id" in e.attributes}


def convert(body: str) -> str:
    """Gives the HTML of a body.

    Raises:
        TangledError: when it cannot be read in reasonable time or depth.
    """
    if body.count("[") > MOST_BRACKETS:
        raise TangledError
    try:
        return Markdown(extensions=EXTENSIONS, output_format="html").convert(body)
    except RecursionError:
        raise TangledError from None


def words_of(html: str) -> str:
    """Gives the words of a page for the search, without its first heading and without its parts."""
    return plain_words(_FIRST_HEADING.sub("", PART.sub("", html), count=1).replace("<", " <"))


def take_apart(body: str) -> Document:
    """Gives what a body consists of, with the places it was written at.

    Raises:
        TangledError: when it cannot be read in reasonable time or depth.
    """
    places: list[Span] = []

    def mark(match: re.Match[str]) -> str:
        name = "tag" if match["tag"] is not None else "address"
        places.append(span_of(body, match.start() if name == "tag" else match.start(name), match.end(name)))
        separator = " " if name == "tag" else ""
        return f"{match[0]}{separator}{_OPEN}{len(places) - 1}{_CLOSE}"

    return _Reader(convert(_PLACE.sub(mark, body)), places).document


def anchors(html: str) -> set[str]:
    """Gives what a link can lead to in a finished body."""
    return _Reader(html, []).document.anchors


class _Reader(HTMLParser):
    def __init__(self, html: str, places: list[Span]) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self._places = places
        self._open: list[Element] = []
        self._block: Element | None = None
        self.feed(html)
        self.close()
        self.document.unclosed += [element for element in self._open if not _CLOSES_ITSELF.fullmatch(element.tag)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        place = address = None
        attributes: dict[str, str] = {}
        for name, value in attrs:
            marked = _MARK.fullmatch(name)
            if marked:
                place = self._places[int(marked[1])]
                continue
            for number in _MARK.findall(value or ""):
                address = self._places[int(number)]
            attributes.setdefault(name, _MARK.sub("", value or ""))
        element = Element(tag, attributes, place, address)
        self.document.elements.append(element)
        if not _VOID.fullmatch(tag):
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A browser does not read the slash: `<div/>` opens.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        depth = next((d for d, element in enumerate(reversed(self._open), start=1) if element.tag == tag), None)
        if depth is None:
            if not _VOID.fullmatch(tag):
                self.document.unopened.append(tag)
            return
        skipped = self._open[len(self._open) - depth + 1 :]
        self.document.unclosed += [element for element in skipped if not _CLOSES_ITSELF.fullmatch(element.tag)]
        del self._open[len(self._open) - depth :]

    def handle_data(self, data: str) -> None:
        if any(element.tag in ("code", "pre", "script", "style") for element in self._open):
            return
        block = next((element for element in reversed(self._open) if not _IN_A_TEXT.fullmatch(element.tag)), None)
        if block is not self._block or not self.document.texts:
            self.document.texts.append("")
        self._block = block
        self.document.texts[-1] += _MARK.sub("", data)

    def handle_decl(self, decl: str) -> None:
        self.document.elements.append(Element("!" + decl.split(" ")[0].lower(), {}, None, None))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        # To a browser `<![` opens a comment; the base class stops at it.
        self.document.elements.append(Element("![", {}, None, None))
        return self.parse_bogus_comment(i, False)

    def handle_pi(self, data: str) -> None:
        self.document.elements.append(Element("?" + data.split(" ")[0].lower(), {}, None, None))
