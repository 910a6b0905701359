"""Field types of records."""

import re
from datetime import date
from html import unescape
from typing import Annotated, Any

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.core import fields
from generator.core.fields import (
    Amount,
    CriterionName,
    Day,
    Email,
    Host,
    Hours,
    Id,
    Number,
    PartialDate,
    PlainText,
    Refers,
    RichText,
    SiteUrl,
    SourceUrl,
    Summary,
    Title,
    Truth,
    Url,
    WholeNumber,
    is_public,
)
from generator.core.source import text_problem


def read(kind: Any, value: object) -> Any:
    """Gives what a field makes of a value, or the code of what is wrong with it."""
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["type"]


# ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("kind", "most"), [(Title, 160), (Summary, 420), (PlainText, 1200), (RichText, 4000)])
def test_text_length(kind: Any, most: int) -> None:
    """A text of the greatest length is fine, and one character more is not."""
    assert str(read(kind, "a" * most)) == "a" * most
    assert read(kind, "a" * (most + 1)) == "text-too-long"


@pytest.mark.parametrize("kind", [Title, Summary, PlainText, Annotated[str, Refers("themes")]])
def test_one_line(kind: Any) -> None:
    """Line breaks and double spaces count as one space, and spaces around a text are dropped."""
    assert read(kind, "  een\n  twee\t drie ") == "een twee drie"


@pytest.mark.parametrize("kind", [Title, Summary, PlainText, RichText, Annotated[str, Refers("themes")]])
@pytest.mark.parametrize("value", [None, "", " ", "\n\u00a0\n"])
def test_empty_text(kind: Any, value: str | None) -> None:
    """A text without a visible sign is empty."""
    assert read(kind, value) == "value-empty"


@pytest.mark.parametrize("kind", [Title, RichText, Url, Email, Day, PartialDate, WholeNumber, Truth, Id])
@pytest.mark.parametrize("value", [[], {}, ["a"], {"a": "b"}])
def test_no_text(kind: Any, value: object) -> None:
    """A list or a block is no text."""
    assert read(kind, value) == "type-text"


def test_plain_text_keeps_markup_as_text() -> None:
    """Plain text is kept as it was typed: it is escaped where it is shown."""
    assert read(PlainText, "<b>*x*</b> &amp;") == "<b>*x*</b> &amp;"


# ── rich text ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Een woord.", "<p>Een woord.</p>"),
        ("Een\nregel.\n\nTwee.", "<p>Een\nregel.</p>\n<p>Twee.</p>"),
        ("*een* **twee**", "<p><em>een</em> <strong>twee</strong></p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("1. een\n2. twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>"),
        ("[x](https://a.be/b?c=1&d=2)", '<p><a href="https://a.be/b?c=1&amp;d=2">x</a></p>'),
        ('[x](https://a.be "titel")', '<p><a href="https://a.be">x</a></p>'),
        ("<https://a.be/>", '<p><a href="https://a.be/">https://a.be/</a></p>'),
        ("[x][1]\n\n[1]: https://a.be", '<p><a href="https://a.be">x</a></p>'),
        ("3 < 4 & 5 > 2", "<p>3 &lt; 4 &amp; 5 &gt; 2</p>"),
        ("\"x\" 'y'", "<p>\"x\" 'y'</p>"),
    ],
)
def test_rich_text(source: str, html: str) -> None:
    """Paragraphs, emphasis, lists and links to https are what rich text knows."""
    assert read(RichText, source).html == html


RAW_HTML = [
    "<b>x</b>",
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//a.be></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<div>\nx\n</div>",
    "<!-- x -->",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "<a href='https://a.be' onclick='x()'>y</a>",
    "<details open ontoggle=alert(1)>",
    "*<b>x</b>*",
    "- <b>x</b>",
    "x\n\n<style>*{}</style>\n\ny",
    "<iframe srcdoc='x'>",
    "<<b>x</b>",
    "\\<b>x</b>",
]


@pytest.mark.parametrize("source", RAW_HTML)
def test_raw_html(source: str) -> None:
    """Raw HTML arrives escaped: the reader sees what was typed, and the browser makes nothing of it."""
    html = RichText(source).html

    tags = set(re.findall(r"<[^>]*>", html))
    assert tags <= {"<p>", "</p>", "<em>", "</em>", "<ul>", "</ul>", "<li>", "</li>"}
    assert "&lt;" in html


REFUSED_LINKS = [
    "[x](javascript:alert(1))",
    "[x]( javascript:alert(1) )",
    "[x](JaVaScRiPt:alert(1))",
    '[x](javascript:alert(1) "titel")',
    "[x](<javascript:alert(1)>)",
    "[x](\njavascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](<java script:alert(1)>)",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>x</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](http://a.be)",
    "[x](HTTP://a.be)",
    "[x](ftp://a.be)",
    "[x](file:///etc/passwd)",
    "[x](//a.be)",
    "[x](/catalogus/)",
    "[x](#anker)",
    "[x](catalogus)",
    "[x]()",
    "[x](https:a.be)",
    "[x](https:///a.be)",
    "[x](https://)",
    "[x](https://1.2.3.4/)",
    "[x](https://localhost/)",
    "[x](https://a.be:8080/)",
    "[x](https://u:p@a.be/)",
    "[x](https://a.be\\@b.be/)",
    "[x](https&#58;//a.be)",
    "[x](mailto:a@a.be)",
    "![x](javascript:alert(1))",
    "[![x](https://a.be/x.png)](javascript:alert(1))",
    "[![x](javascript:alert(1))](https://a.be)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x][1]\n\n[1]: <javascript:alert(1)>",
    "[x][1]\n\n[1]: javascript:alert(1) 'titel'",
    "[x][1]\n\n[1]:\n  javascript:alert(1)",
    "[x][1]\n\n   [1]: JAVASCRIPT:alert(1)",
    "[x][]\n\n[X]: javascript:alert(1)",
    "[x]\n\n[x]: javascript:alert(1)",
    "[1]: data:text/html,x\n\n[x][1]",
    "[x] [1]\n\n[1]: http://a.be",
    "[x][1]\n\n[1]: //a.be",
    "*[x](javascript:alert(1))*",
    "- [x](javascript:alert(1))",
    "**[x](https://a.be) [y](javascript:alert(1))**",
    "[x [y]](javascript:alert(1))",
    "<javascript:alert(1)>",
    "<JavaScript:alert(1)>",
    "<data:text/html,x>",
    "<http://a.be>",
    "<HTTP://a.be>",
    "<ftp://a.be>",
    "<mailto:a@a.be>",
    "<a@a.be>",
]


@pytest.mark.parametrize("source", REFUSED_LINKS)
def test_refused_link(source: str) -> None:
    """A link that leads elsewhere than to a public https site is refused, however it is written."""
    assert read(RichText, source) == "richtext-link"


@pytest.mark.parametrize("source", [*REFUSED_LINKS, *RAW_HTML])
def test_refused_link_is_harmless(source: str) -> None:
    """Even where a refused text would be rendered, the only scheme that comes out alive is https."""
    addresses = re.findall(r'href="([^"]*)"', RichText(source).html)
    # As a browser reads an address: tabs, line ends and the spaces around it do not count.
    schemes = [
        re.match(r"[a-z][a-z0-9+.-]*:", re.sub(r"[\t\r\n]", "", unescape(one)).strip(), re.I) for one in addresses
    ]

    assert {scheme.group().lower() for scheme in schemes if scheme} <= {"https:"}


@pytest.mark.parametrize(
    "source",
    [
        "https://a.be zonder haken",
        'typ href="javascript:x" in je pagina',
        "javascript: een taal",
        "een [keuze] of een [andere] keuze",
        "a < b en c > d",
        "[x](https://a.be/foo_(bar))",
        "[x](https://klascement.net/zoek/?q=a%20b&p=1#top)",
    ],
)
def test_accepted_text(source: str) -> None:
    """What only looks like markup is text."""
    assert read(RichText, source) == RichText(source)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("# kop", "# kop"),
        ("kop\n===", "kop ==="),
        ("kop\n---", "kop ---"),
        ("---", "---"),
        ("> citaat", "> citaat"),
        ("`code`", "`code`"),
        ("    code", "code"),
        ("```\ncode\n```", "``` code ```"),
        ("![x][1]\n\n[1]: https://a.be/x.png", "![x]1"),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b | |---|---| | c | d |"),
    ],
)
def test_no_other_markup(source: str, shown: str) -> None:
    """Headings, rules, quotes, code, images, tables and notes are not rendered."""
    html = RichText(source).html

    assert not re.search(r"<(h\d|hr|blockquote|code|pre|img|table|sup)\b", html)
    assert html.striptags() == shown


@pytest.mark.parametrize(
    "source",
    [
        "- " * 1999,
        "1. " * 1300,
        "- 1. + * " * 400,
        "x\n\n  - - - - - - - x",
        "[" * 3990,
        "[" * 1900 + "]" * 1900,
        "[a](" * 990,
        "[" * 1000 + "](https://a.be)" * 150,
    ],
)
def test_nested(source: str) -> None:
    """Lists and brackets deep inside each other are refused: rendering them would take seconds, or fall over."""
    assert read(RichText, source) == "richtext-nested"


@given(st.text(alphabet="[]()<>*_-+1. \n:/hasx&;#!`\\\"'", max_size=300))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_any_markup(source: str) -> None:
    """Whatever markup is typed, it is refused or becomes HTML with nothing but the allowed tags and https links."""
    found = read(RichText, source)
    if isinstance(found, str):
        assert found in ("value-empty", "richtext-link", "richtext-nested")
        return

    tags = re.findall(r"<[^>]*>", found.html)
    assert all(re.fullmatch(r'</?(p|em|strong|ul|ol|li|a)>|<a href="https://[^"]*">', tag) for tag in tags)


@given(st.text(max_size=200) | st.text(alphabet="ab .,\n\t\r\u00a0\u3000é'\":;?%()@$/", max_size=200))
@settings(derandomize=True, max_examples=400, deadline=None)
def test_fast_path(source: str) -> None:
    """A text without markup gives the same HTML with and without the Markdown converter."""
    source = source.strip()
    if not source or text_problem("a", source) or fields._MAYBE_MARKUP.search(source):
        return

    rendered = nh3.clean(fields._markdown().convert(source), tags=fields._RICH_TEXT_TAGS)
    assert RichText(source).html == rendered


def test_words_of_rich_text() -> None:
    """The words alone have no tags and no entities."""
    assert RichText("*Een* & [twee](https://a.be).\n\nDrie.").text == "Een & twee. Drie."


def test_rich_text_prints_itself() -> None:
    """A template prints the HTML; a text shows what was typed."""
    text = RichText("*x*")

    assert (text.__html__(), str(text)) == ("<p><em>x</em></p>", "*x*")


# ── addresses ────────────────────────────────────────────────────────────────────────────────────────────────

URLS = {
    "https://www.voorbeeldschool.be/": None,
    "https://voorbeeldschool.be": None,
    "HTTPS://WWW.VOORBEELDSCHOOL.BE/": None,
    "https://a.b-c.co.uk/pad/~x?y=[1]&z=%20#top": None,
    "https://xn--cole-9oa.be/": None,
    "https://a.xn--p1ai/": None,
    "https://a.be/@gebruiker": None,
    "https://a.be/a:b": None,
    "https://a.be?x@y": None,
    "http://a.be/": "url-scheme",
    "ftp://a.be/": "url-scheme",
    "javascript:alert(1)": "url-scheme",
    "data:text/html,x": "url-scheme",
    "mailto:a@a.be": "url-scheme",
    "//a.be/": "url-scheme",
    "/pad": "url-scheme",
    "www.a.be": "url-without-scheme",
    "a.be": "url-without-scheme",
    "https//a.be": "url-scheme",
    "https://u@a.be/": "url-user",
    "https://u:p@a.be/": "url-user",
    "https://@a.be/": "url-user",
    "https://www.bank.be@a.be/": "url-user",
    "https://a.be:443/": "url-port",
    "https://a.be:8080/": "url-port",
    "https://a.be:/": "url-port",
    "https://a.be:x/": "url-malformed",
    "https://a.be:99999/": "url-malformed",
    "https://[::1/": "url-malformed",
    "https://1.2.3.4/": "url-host",
    "https://[::1]/": "url-host",
    "https://[2001:db8::1]/": "url-host",
    "https://2130706433/": "url-host",
    "https://0x7f000001/": "url-host",
    "https://0x7f.1/": "url-host",
    "https://0177.0.0.1/": "url-host",
    "https://127.1/": "url-host",
    "https://localhost/": "url-host",
    "https://www.localhost/": "url-host",
    "https://intranet/": "url-host",
    "https://printer.local/": "url-host",
    "https://PRINTER.LOCAL/": "url-host",
    "https://a.internal/": "url-host",
    "https://a.lan/": "url-host",
    "https://a.test/": "url-host",
    "https://a.invalid/": "url-host",
    "https://a.example/": "url-host",
    "https://a.onion/": "url-host",
    "https://1.0.0.127.in-addr.arpa/": "url-host",
    "https://a.be./": "url-host",
    "https://.a.be/": "url-host",
    "https://a..be/": "url-host",
    "https://-a.be/": "url-host",
    "https://a_b.be/": "url-host",
    "https://a%2ebe/": "url-host",
    "https:///pad": "url-host",
    "https:a.be": "url-host",
    "https://": "url-host",
    "https://" + "a" * 64 + ".be/": "url-host",
    "https://" + "a." * 130 + "be/": "url-host",
    "https://a.be/een pad": "url-characters",
    " https://a.be/": "url-characters",
    "https://a.be/\n": "url-characters",
    "https://a.be/é": "url-characters",
    "https://école.be/": "url-characters",
    "https://а.be/": "url-characters",
    "https://a.be\\pad": "url-characters",
    'https://a.be/"x': "url-characters",
    "https://a.be/<x>": "url-characters",
    "https://a.be/{x}": "url-characters",
    "https://a.be/|": "url-characters",
    "https://a.be/^": "url-characters",
    "https://a.be/`": "url-characters",
    "": "url-characters",
}


@pytest.mark.parametrize("address", URLS)
def test_url(address: str) -> None:
    """An address is https with a public host name, without user, port or address literal."""
    assert read(Url, address) == (URLS[address] or address)


@pytest.mark.parametrize(
    ("kind", "address", "expected"),
    [
        (SourceUrl, "http://a.be/", "http://a.be/"),
        (SourceUrl, "https://a.be/", "https://a.be/"),
        (SourceUrl, "ftp://a.be/", "url-scheme"),
        (SourceUrl, "http://1.2.3.4/", "url-host"),
        (SourceUrl, "http://u@a.be/", "url-user"),
        (SiteUrl, "https://a.example/", "https://a.example/"),
        (SiteUrl, "http://a.example/", "url-scheme"),
        (SiteUrl, "https://localhost/", "url-host"),
    ],
)
def test_other_urls(kind: Any, address: str, expected: str) -> None:
    """A source may be http, and the site's own name may be a reserved one; the other rules hold."""
    assert read(kind, address) == expected


@pytest.mark.parametrize("address", ["info@voorbeeldschool.be", "a.b+c_d-e@x-y.co.uk", "a@a.be"])
def test_email(address: str) -> None:
    """A bare mail address is kept."""
    assert read(Email, address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "info",
        "@a.be",
        "info@",
        "info@a",
        "info@localhost",
        "info@1.2.3.4",
        "info@[1.2.3.4]",
        "info@a.be.",
        "info@a..be",
        ".info@a.be",
        "info.@a.be",
        "in fo@a.be",
        "mailto:info@a.be",
        "Info <info@a.be>",
        "a@b@a.be",
        "a@a.be,b@a.be",
        "a@a.be?subject=x",
        "info@a.be\n",
        "ïnfo@a.be",
        "a" * 65 + "@a.be",
    ],
)
def test_email_malformed(address: str) -> None:
    """Anything else than one bare address is refused."""
    assert read(Email, address) == "email-malformed"


@pytest.mark.parametrize(
    ("phone", "host", "written"),
    [
        ("02 123 45 67", "www.voorbeeldschool.be", "+32 2 123 45 67"),
        ("02/123.45.67", "", "+32 2 123 45 67"),
        ("(02) 123 45 67", "a.org", "+32 2 123 45 67"),
        ("0032 (0)2 123 45 67", "", "+32 2 123 45 67"),
        ("0478/12 34 56", "a.be", "+32 478 12 34 56"),
        ("0478/12 34 56", "a.org", None),
        ("040-123 45 67", "a.nl", "+31 40 123 45 67"),
        ("030 123 45 67", "", "+31 30 123 45 67"),
        ("0031 30 123 45 67", "a.be", "+31 30 123 45 67"),
        ("2 123 45 67", "a.be", None),
        ("011 12", "a.be", None),
    ],
)
def test_number_without_country(phone: str, host: str, written: str | None) -> None:
    """A number without that of its country gets it where the country is sure."""
    assert not fields.has_country(phone)
    assert fields.with_country(phone, [host]) == written


@pytest.mark.parametrize("phone", ["+32 2 123 45 67", " +31301234567", "0800 12 345", "0900-1234"])
def test_number_with_country(phone: str) -> None:
    """A number that begins with its country, or that is dialled within one only, is complete."""
    assert fields.has_country(phone)


# ── dates and numbers ────────────────────────────────────────────────────────────────────────────────────────


def test_day() -> None:
    """A day is written year, month, day."""
    assert read(Day, "2024-02-29") == date(2024, 2, 29)


NO_DAY = [
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-1-1",
    "2024",
    "01-12-2024",
    "2024/12/31",
    "0000-01-01",
    "1024-12-31",
    "3024-12-31",
]
NO_DAY += ["2024-12-31T00:00", " 2024-12-31", "gisteren", "", "٢٠٢٤-١٢-٣١", "20241231"]


@pytest.mark.parametrize("text", NO_DAY)
def test_day_malformed(text: str) -> None:
    """What is no day of the calendar, written in full, is refused."""
    assert read(Day, text) == "date-malformed"


@pytest.mark.parametrize(
    ("text", "first"),
    [("2024", date(2024, 1, 1)), ("2024-12", date(2024, 12, 1)), ("2024-12-31", date(2024, 12, 31))],
)
def test_partial_date(text: str, first: date) -> None:
    """A date is as precise as it is known, and knows its year and the first day it can mean."""
    found = read(PartialDate, text)

    assert (str(found), found.year, found.first_day) == (text, 2024, first)


@pytest.mark.parametrize(
    "text",
    ["24", "2024-13", "2024-00", "2024-02-30", "0000", "1024", "3024-01", "2024-", "12-2024", "٢٠٢٤", "", "2024 "],
)
def test_partial_date_malformed(text: str) -> None:
    """What is no year, month or day is refused."""
    assert read(PartialDate, text) == "partial-date-malformed"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (WholeNumber, "0", 0),
        (WholeNumber, "100000", 100_000),
        (Hours, "1.10", 1.1),
        (Hours, "0", 0),
        (Hours, "5000", 5000),
        (Amount, "12.50", 12.5),
        (Amount, "100000", 100_000),
    ],
)
def test_number(kind: Any, text: str, value: float) -> None:
    """A number is read from the text that was typed."""
    assert read(kind, text) == value


@pytest.mark.parametrize(
    "text", ["010", "-1", "+1", "1.0", "1,5", "1e3", "0x10", "100001", "9" * 5000, " 1", "", "1_0", "١", "²"]
)
def test_number_malformed(text: str) -> None:
    """A whole number has no sign, no leading zero, no decimals, no other script, and a limit."""
    assert read(WholeNumber, text) == "number-malformed"


@pytest.mark.parametrize(
    "text", ["1.", ".5", "1.234", "1,50", "01.5", "-1", "100000.01", "€ 5", "5 euro", "NaN", "inf", "1e3"]
)
def test_decimal_malformed(text: str) -> None:
    """A decimal number has a point, at most two decimals, no unit, and a limit."""
    assert read(Amount, text) == "decimal-malformed"


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_truth(text: str, value: bool) -> None:
    """Only `true` and `false` are true and false."""
    assert read(Truth, text) is value


@pytest.mark.parametrize("text", ["yes", "no", "True", "FALSE", "on", "1", "0", "~", "ja", "", " true"])
def test_truth_malformed(text: str) -> None:
    """Words that some YAML readers take for true or false are refused."""
    assert read(Truth, text) == "boolean-malformed"


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["a", "acme-plus", "2-be", "404"])
def test_id(text: str) -> None:
    """An id is small letters, digits, and hyphens between them."""
    assert read(Id, text) == text


@pytest.mark.parametrize("text", ["A", "a_b", "a b", "-a", "a-", "a--b", "é", "a.b", "a/b", "", "a\n", "٣"])
def test_id_malformed(text: str) -> None:
    """Anything else is no id."""
    assert read(Id, text) == "id-malformed"


def test_criterion_name() -> None:
    """A criterion's name has no digits."""
    assert (read(CriterionName, "evidence-based"), read(CriterionName, "a-1")) == ("evidence-based", "id-malformed")


@pytest.mark.parametrize("text", ["1", "99", "1.1", "6.10", "1.99"])
def test_section_number(text: str) -> None:
    """The number of a part has one or two parts of one or two digits, and stays a text: 6.10 is not 6.1."""
    assert read(Number, text) == text


@pytest.mark.parametrize("text", ["0", "01", "1.0", "1.01", "100", "1.1.1", "1.", "a", "", "1٢"])
def test_section_number_malformed(text: str) -> None:
    """Anything else is no number of a part."""
    assert read(Number, text) == "section-number-malformed"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("www.school.be", "www.school.be"),
        ("school.be", "school.be"),
        ("Www.school.be", "host-malformed"),
        ("https://www.school.be", "host-malformed"),
        ("www.school.be/", "host-malformed"),
        ("school", "host-malformed"),
        ("-a.school.be", "host-malformed"),
        ("*.school.be", "host-malformed"),
        ("127.0.0.1", "host-malformed"),
        ("", "host-malformed"),
    ],
)
def test_host(value: str, expected: str) -> None:
    """The name of a site is taken, and nothing that stands before or after it in an address."""
    assert read(Host, value) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://wijzer.school.be/", True),
        ("http://wijzer.school.be/", True),
        ("https://wijzer.school.be:8443/tak/", True),
        ("https://WIJZER.SCHOOL.BE/", True),
        ("https://wijzer.example/", False),
        ("https://wijzer.test/", False),
        ("http://localhost:8000/", False),
        ("http://127.0.0.1:8000/", False),
        ("http://[::1]/", False),
        ("https://[kapot/", False),
        ("wijzer.school.be", False),
        ("", False),
    ],
)
def test_is_public(address: str, expected: bool) -> None:
    """An address is public when its host has a name that anybody can look up, whatever the port."""
    assert is_public(address) is expected
