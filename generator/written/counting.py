"""Numbers in hand-written pages: `{{ offers }}` stands for how many there are when the site is built."""

import re
from collections.abc import Collection, Iterator

from generator.core.counts import Counts, filled_in
from generator.core.diagnostics import Diagnostic
from generator.core.guess import nearest
from generator.core.location import span_of
from generator.core.source import Source
from generator.kinds.site.model import WrittenPage
from generator.written.conversion import convert, words_of

# Whatever has two braces is taken for a count: a reader had better not see them.
_BRACES = re.compile(r"\{\{(?:[ \t]*(?P<name>[^{}\n]*?)[ \t]*\}\})?|\}\}")


def check_counts(source: Source, names: Collection[str]) -> Iterator[Diagnostic]:
    """Finds what is written as a count and is none that the site knows."""
    for match in _BRACES.finditer(source.text):
        name = match["name"] or ""
        if name not in names:
            near = nearest(name, names)
            params = {"suggestion": f"{{{{ {near} }}}}" if near else None, "allowed": ", ".join(sorted(names))}
            yield Diagnostic(source.path, "page-count-unknown", span_of(source.text, *match.span()), params)


def without_counts(text: str) -> str:
    """Gives a text with noughts for braces and what stands in them: all that is left keeps its place."""
    return _BRACES.sub(lambda match: "0" * len(match[0]), text)


def counted(page: WrittenPage, counts: Counts) -> WrittenPage:
    """Gives a page with its counts filled in, wherever a reader meets them."""
    body = filled_in(page.as_written, counts)
    title, described = page.front.title, page.front.description
    front = {"title": filled_in(title, counts), "description": filled_in(described, counts) if described else None}
    return page.model_copy(
        update={"front": page.front.model_copy(update=front), "body": body, "text": words_of(convert(body))}
    )
