# What somebody meant as markup and is none, a reader sees as signs, or not at all. In a text of Markdown it is what
# still stands there when the text is shown; a plain text has no markup.
"""Markup that does not come through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODES = {
    "html": "richtext-html",
    "picture": "richtext-picture",
    "link": "richtext-link-text",
    "list": "richtext-list",
    "raw": "richtext-raw",
    "markup": "text-markup",
    "lines": "text-list",
}
"""The message for each kind of markup that is seen as it was typed."""

_HTML = (
    r"<!--|<(?P<tag>a|abbr|article|aside|audio|b|big|blockquote|body|br|button|center|cite|code|del|details|div|d[dlt]|em|"
    r"embed|figure|font|footer|form|h[1-6r]|head|header|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|"
    r"object|ol|p|picture|pre|q|s|script|section|small|span|strike|strong|style|su[bp]|summary|svg|table|tbody|t[dhr]|"
    r"template|tfoot|thead|title|u|ul|video|wbr)(?:\s[^<>]*)?/?>(?:[^<]*</(?P=tag)\s*>)?|</[a-z][a-z0-9]*>|<(?:script|img|iframe|style)\b"
)
_WORDS = r"\[[^\[\]]*\]"
_PICTURE = rf"!{_WORDS}(?:\([^()\s]*\)?|{_WORDS})?"
_ALMOST_A_LINK = (
    rf"(?:\[[^\[\]]*)?\](?:\((?=\S)[^\s)]*\)?|[ ]\((?=[^\s)]*(?:://|www\.|\.\./|\.md))[^\s)]*\)?|{_WORDS})|"
    r"\[(?=\w)(?:(?!\n\s*\n)[^\[\]])*(?=\n\s*\n|\Z)"
)
_MARK = r"^[ \t]*(?:[-*+•]|\d+[.)])[ \t]+(?=\S)"
_LIST = rf"{_MARK}.*(?=\n{_MARK})"
_NOT_HERE = (
    r"^#{1,6}[ \t]+\S.*|^>[ \t]+\S.*|^(?:`{3}|~{3}).*|^\|.*\|[ \t]*$|^(?:-{3,}|\*{3,}|_{3,})[ \t]*$|"
    r"`[^`\n]+`|~~(?=\S)[^~\n]+~~|\*\*(?=\w)|(?<=\w)\*\*"
)
_ENTITY = r"&(?:[a-z]{2,8}|#x?[0-9a-f]{2,5});"

_FLAGS = re.IGNORECASE | re.MULTILINE
_IN_RICH = re.compile(
    rf"(?P<html>{_HTML})|(?P<picture>{_PICTURE})|(?P<link>{_ALMOST_A_LINK})|(?P<list>{_LIST})|(?P<raw>{_NOT_HERE})",
    _FLAGS,
)
_UNMADE_LINK = re.compile(_ALMOST_A_LINK, _FLAGS)
_IN_PLAIN = re.compile(
    rf"(?P<markup>{_HTML}|{_PICTURE}|{_WORDS}\([^()\s]+\)|\*\*\w[^*\n]*\*\*|{_ENTITY})|(?P<lines>{_LIST})", _FLAGS
)
_TWO_ITEMS = re.compile(rf"(?P<first>{_LIST})\n(?P<second>.*)", _FLAGS)
_NO_WORDS = re.compile(r"(?<!!)\[\s*\]\([^()\s]*\)")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:[ \t]*\n?[ \t]*\S.*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Odd:
    """A piece of a text, from `start` to `end` (from 0), that does not come through; `code` names the message."""

    code: str
    start: int
    end: int


def odd_in_plain(text: str, written: str) -> Iterator[Odd]:
    """Finds the markup in a text that can have none.

    Arguments:
        text: What was read.
        written: The same as it stands in the file.
    """
    yield from _seen(_IN_PLAIN, text, text)
    yield from _folded("text-list", text, written)


def odd_in_rich(text: str, written: str, shown: str) -> Iterator[Odd]:
    """Finds what a text of Markdown cannot have, and what was meant as a link or a list and is none.

    Arguments:
        text: What was read.
        written: The same as it stands in the file.
        shown: The same as a reader sees it.
    """
    yield from _seen(_IN_RICH, shown, text)
    yield from _folded("richtext-list", text, written)
    for match in _NO_WORDS.finditer(text):
        yield Odd("richtext-link-empty", *match.span())
    for match in _DEFINITION.finditer(text):
        rest = text[: match.start()] + text[match.end() :]
        if f"[{match['label']}]".casefold() not in rest.casefold():
            yield Odd("richtext-lost", *match.span())


def unmade_links(shown: str) -> Iterator[str]:
    """Gives each piece of a text that was meant as a link, and that a reader sees as it was typed."""
    return (match[0] for match in _UNMADE_LINK.finditer(shown))


def _folded(code: str, text: str, written: str) -> Iterator[Odd]:
    """Finds a list whose lines YAML makes one of."""
    for match in _TWO_ITEMS.finditer(written):
        at = text.find(match["second"].strip())
        if at > 0 and text[at - 1] != "\n":
            start = text.find(match["first"].strip())
            yield Odd(code, start, start + len(match["first"].strip()))
            return


def _seen(pattern: re.Pattern[str], shown: str, text: str) -> Iterator[Odd]:
    """Finds pieces of what is shown in what was typed; what is not there as it is shown, was meant so."""
    end = 0
    for match in pattern.finditer(shown):
        start = text.find(match[0].strip(), end)
        if start >= 0 and text[start - 1 : start] != "\\":
            end = start + len(match[0].strip())
            yield Odd(_CODES[match.lastgroup or ""], start, end)
