# What a page may hold is listed, not what it may not: the next element that fetches or leads away is refused unseen.
# The security policy of the built site blocks most of the rest in silence; here it is told to who writes the page.
"""Checking the elements of a hand-written page."""

import re
from collections.abc import Iterable, Iterator

from generator.core.diagnostics import Diagnostic
from generator.core.location import START, Span, span_of
from generator.core.markup import unmade_links
from generator.core.privacy import traces
from generator.core.source import Source
from generator.written.conversion import Element, take_apart
from generator.written.links import check_addresses
from generator.written.parts import check_parts


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ELEMENTS = _names(
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div "
    "dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark nav ol p pre q rp rt "
    "ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
)
_ATTRIBUTES = {
    "*": _names("class dir hidden id lang role tabindex title translate"),
    "a": _names("download href hreflang name rel target"),
    "col": frozenset(["span"]),
    "colgroup": frozenset(["span"]),
    "del": frozenset(["datetime"]),
    "details": _names("open name"),
    "img": _names("alt decoding height loading src width"),
    "ins": frozenset(["datetime"]),
    "li": frozenset(["value"]),
    "ol": _names("reversed start type"),
    "td": _names("colspan headers rowspan"),
    "th": _names("abbr colspan headers rowspan scope"),
    "time": frozenset(["datetime"]),
}
_TOLD_APART = {
    "page-fetches": _names("applet audio embed frame frameset iframe object picture portal source track video"),
    "page-script": _names("script noscript template"),
    "page-style": frozenset(["style"]),
    "page-head": _names("base body head html link meta title"),
    "page-form": _names("button datalist fieldset form input label option select textarea"),
}
_FENCED = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(?P<signs>#{1,6})(?!#)|^(?=\S)[^\n]+\n(?P<line>=+|-+)[ \t]*$", re.MULTILINE)
_ALIGNED = re.compile(r"^[ \t|:-]*(?::-|-:)[ \t|:-]*$", re.MULTILINE)


def check_markup(source: Source) -> Iterator[Diagnostic]:
    """Finds what cannot stand in a page, and the addresses that lead nowhere whatever else the site holds.

    Raises:
        TangledError: when the page cannot be read in reasonable time or depth.
    """
    document = take_apart(source.text)
    for element in document.elements:
        code = _code_of(element.tag)
        if code:
            yield Diagnostic(source.path, code, _place(source.text, element), {"element": element.tag})
            continue
        yield from _attributes(source, element)
        yield from check_addresses(source, element)
    for element in document.unclosed:
        if not _code_of(element.tag):
            yield Diagnostic(source.path, "page-unclosed", _place(source.text, element), {"element": element.tag})
    for tag in document.unopened:
        if not _code_of(tag):
            span = _search(source.text, [rf"</{re.escape(tag)}\s*>"])
            yield Diagnostic(source.path, "page-unopened", span, {"element": tag})
    yield from _headings(source, document.elements)
    yield from _unmade_links(source, document.texts)
    yield from check_parts(source, document.texts)
    yield from _traces(source)


def _code_of(tag: str) -> str | None:
    if tag in _ELEMENTS:
        return None
    return next((code for code, tags in _TOLD_APART.items() if tag in tags), "page-element")


def _headings(source: Source, elements: Iterable[Element]) -> Iterator[Diagnostic]:
    """Finds a second title, and headings that leave out a level: who listens to a page goes from one to the next."""
    text = _FENCED.sub(lambda code: "\n" * code[0].count("\n"), source.text)
    written = _HEADING.finditer(text)
    places = [(len(match["signs"] or "") or 1 + (match["line"][0] == "-"), match.start()) for match in written]
    above, titles = 1, 0
    for element in elements:
        level = int(element.tag[1]) if re.fullmatch("h[1-6]", element.tag) else 0
        if not level:
            continue
        span = element.place
        while places and not span:
            written_level, start = places.pop(0)
            span = span_of(text, start, start + 1) if written_level == level else None
        titles += level == 1
        if titles > 1 and level == 1:
            yield Diagnostic(source.path, "page-second-title", span or START, severity="warning")
        elif level > above + 1:
            params = {"level": level, "above": above, "signs": "#" * (above + 1)}
            yield Diagnostic(source.path, "page-heading-jump", span or START, params, severity="warning")
        above = level


def _attributes(source: Source, element: Element) -> Iterator[Diagnostic]:
    for name, value in element.attributes.items():
        if name in _ATTRIBUTES["*"] | _ATTRIBUTES.get(element.tag, frozenset()) or name.startswith(("aria-", "data-")):
            continue
        if name == "style" and element.place is None and element.tag in ("td", "th") and "text-align" in value:
            match = _ALIGNED.search(source.text)
            if match:
                yield Diagnostic(source.path, "page-table-align", span_of(source.text, match.start(), match.end()))
                continue
        code = "page-style" if name == "style" else "page-script" if name.startswith("on") else "page-attribute"
        span = _place_of_attribute(source.text, element, name)
        yield Diagnostic(source.path, code, span, {"element": f"{element.tag} {name}", "attribute": name})


def _unmade_links(source: Source, texts: Iterable[str]) -> Iterator[Diagnostic]:
    start = 0
    for text in texts:
        for piece in unmade_links(text):
            # Where other markup stands in its words, only a part of it is there as it is shown.
            parts = (piece[n:] if "]" in piece else piece[: len(piece) - n] for n in range(len(piece)))
            part = next((part for part in parts if part in source.text[start:]), "")
            at = source.text.find(part, start)
            start = at + len(part)
            yield Diagnostic(source.path, "page-link-text", span_of(source.text, at, start))


def _traces(source: Source) -> Iterator[Diagnostic]:
    """Finds what may tell of a person, or who follows an address."""
    for trace in traces(source.text, is_phone=True):
        span = span_of(source.text, trace.start, trace.start + len(trace.found))
        params = {"found": trace.found, "suggestion": trace.instead or None}
        yield Diagnostic(source.path, trace.code, span, params, severity="warning")


def _place(text: str, element: Element) -> Span:
    return element.place or _search(text, [rf"<\s*{re.escape(element.tag)}\b", re.escape(element.tag)])


def _place_of_attribute(text: str, element: Element, name: str) -> Span:
    written = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    if element.place is None:
        # Markdown made the element: its attributes stand in braces behind it.
        return _search(text, [rf"(?<=[{{\s]){written}(?=\s*=)", written])
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: element.place.line - 1]) + element.place.column - 1
    match = re.compile(written, re.IGNORECASE).search(text, start)
    return span_of(text, match.start(), match.end()) if match else element.place


def _search(text: str, patterns: Iterable[str]) -> Span:
    """Gives the first place of the first pattern that is found, else the first word of the text."""
    matches = (re.search(pattern, text, re.IGNORECASE) for pattern in (*patterns, r"\S"))
    match = next((match for match in matches if match), None)
    return span_of(text, match.start(), match.end()) if match else Span(1, 1, 1, 1)
