# A line `[[publisher]]` stands for what only the settings and the records know. It stands by itself, so that what takes
# its place may be a list or a table.
"""Parts of a hand-written page that are made for it."""

import re
from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from generator.core.diagnostics import Diagnostic
from generator.core.guess import nearest
from generator.core.location import span_of
from generator.core.pages import relative
from generator.core.source import Source
from generator.kinds.site.parts import PARTS
from generator.written.conversion import PART

_WRITTEN = re.compile(r"\[\[([^\[\]\n]*)\]\]")


def check_parts(source: Source, texts: Iterable[str]) -> Iterator[Diagnostic]:
    """Finds parts that nothing makes, and parts that do not stand by themselves.

    Arguments:
        source: The page.
        texts: Its texts outside code.
    """
    shown = "".join(texts)
    lines = ["", *source.text.split("\n"), ""]
    for match in _WRITTEN.finditer(source.text):
        if match[0] not in shown:
            continue
        span = span_of(source.text, match.start(), match.end())
        before, line, after = (text.strip() for text in lines[span.line - 1 : span.line + 2])
        if match[1] not in PARTS:
            params = {"part": match[1], "suggestion": nearest(match[1], PARTS), "allowed": ", ".join(PARTS)}
            yield Diagnostic(source.path, "page-part-unknown", span, params)
        elif before or after or line != match[0]:
            yield Diagnostic(source.path, "page-part-inside", span, {"part": match[1]})


def with_parts(html: str, address: str, make: Callable[[str], Markup]) -> str:
    """Gives the body of the page at an address with its parts in their places."""

    def made(match: re.Match[str]) -> str:
        return relative(str(make(match[1])).strip(), address) if match[1] in PARTS else match[0]

    return PART.sub(made, html)
