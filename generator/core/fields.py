# The types a record's fields can have. Each reads the text that was typed and refuses what it is not;
# rules that need a second field live in a kind's checks. Error types are diagnostic codes.
"""Field types of records."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape, unescape
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import nh3
from babel.numbers import is_currency
from markdown import Markdown
from markupsafe import Markup
from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.core.letters import foreign_letter, has_letter, odd_letter
from generator.core.node import Data
from generator.core.source import describe

# ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _one_line(value: object) -> str:
    text = " ".join(_text(value).split())
    if not text:
        raise PydanticCustomError("value-empty", "empty")
    return _of_one_script(text)


def _of_one_script(text: str) -> str:
    odd = odd_letter(text)
    if odd:
        raise PydanticCustomError("text-odd-letter", "odd letter", _letter(odd))
    return text


def _letter(letter: str) -> dict[str, str]:
    return {"letter": letter, "name": describe(letter)}


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    code = "value-empty" if value is None else "type-text"
    raise PydanticCustomError(code, "not a text")


def _name(value: object) -> str:
    text = _one_line(value)
    foreign = foreign_letter(text)
    if foreign:
        raise PydanticCustomError("name-other-letters", "foreign letter", _letter(foreign))
    if not has_letter(text):
        raise PydanticCustomError("name-without-letters", "no letters", {"text": text})
    return text


def _plain_text(most: int, read: Callable[[object], str] = _one_line) -> Any:  # noqa: ANN401 - an annotated type, which typing cannot name
    def limit(value: object) -> str:
        text = read(value)
        if len(text) > most:
            raise PydanticCustomError("text-too-long", "too long", {"most": most, "length": len(text)})
        return text

    return Annotated[str, BeforeValidator(limit), WithJsonSchema({"type": ["string", "number"], "maxLength": most})]


Title = _plain_text(160)
"""A name or heading, of one line, at most 160 characters; shown escaped."""

Name = _plain_text(160, _name)
"""A title of somebody or something, with letters in it, all of the Latin script."""

PlainText = _plain_text(1200)
"""Text without markup, at most 1,200 characters; line breaks count as spaces; shown escaped."""

Summary = _plain_text(420)
"""A few sentences that stand on a card and in search results, at most 420 characters; shown escaped."""

_RICH_TEXT_TAGS = {"p", "em", "strong", "ul", "ol", "li", "a"}
_MAYBE_MARKUP = re.compile(r"[*_`\[\]<>&\\!#~|]|^\s*(?:[-+=]|\d+[.)])|^ {4}|[^\S \n]|://|  \n", re.MULTILINE)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|<((?:[a-z][a-z0-9+.-]*:|[^\s@<>]+@)[^\s>]*)>", re.IGNORECASE)
_MAYBE_LINK = re.compile(r"[\]<]")
_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
_BLOCK_END = re.compile(r"</(?:p|li|ul|ol)>")
_TAG = re.compile(r"<[^>]*>")
# Markdown reads lists inside lists by calling itself, and brackets by looking for their partner each time.
_NESTED = re.compile(r"^\s*(?:(?:[-+*]|\d+\.)\s+){6}", re.MULTILINE)
_MOST_BRACKETS = 200
_RICH_TEXT_LIMIT = 4000


@dataclass(frozen=True)
class RichText:
    """A Markdown subset: paragraphs, emphasis, lists, and links to https; at most 4,000 characters."""

    source: str

    @cached_property
    def html(self) -> Markup:
        """The finished HTML: rendered, then cleaned by nh3 down to the allowed tags."""
        if not _MAYBE_MARKUP.search(self.source):
            paragraphs = re.split(r"\n\s*\n", self.source.strip())
            return Markup("\n".join(f"<p>{escape(part.strip(), quote=False)}</p>" for part in paragraphs))  # noqa: S704
        return Markup(  # noqa: S704 - the one place where rendered text becomes markup: nh3 has just cleaned it
            nh3.clean(
                self._rendered,
                tags=_RICH_TEXT_TAGS,
                attributes={"a": {"href"}, "*": set()},
                url_schemes={"https"},
                link_rel=None,
            )
        )

    @cached_property
    def _rendered(self) -> str:
        return _markdown().convert(self.source)

    @cached_property
    def shown(self) -> str:
        """What a reader sees, line by line; between its blocks there is an empty one."""
        return unescape(_TAG.sub("", _BLOCK_END.sub("\n", self.html)))

    @cached_property
    def text(self) -> str:
        """The words alone, for search and descriptions."""
        return " ".join(self.html.striptags().split())

    def __html__(self) -> str:
        """Lets a template print the field: it is finished HTML."""
        return str(self.html)

    def __str__(self) -> str:
        """Gives what was typed."""
        return self.source

    @classmethod
    def read(cls, value: object) -> "RichText":
        """Reads what was typed; refuses links that lead elsewhere than to https."""
        text = _text(value).strip()
        if not text:
            raise PydanticCustomError("value-empty", "empty")
        _of_one_script(text)
        if len(text) > _RICH_TEXT_LIMIT:
            raise PydanticCustomError("text-too-long", "too long", {"most": _RICH_TEXT_LIMIT, "length": len(text)})
        if _NESTED.search(text) or text.count("[") > _MOST_BRACKETS:
            raise PydanticCustomError("richtext-nested", "nested")
        made = cls(text)
        problems = {address: _url_problem(address, ("https",)) for address in made._addresses()}
        each = [_odd_link(address, problem) for address, problem in problems.items() if problem]
        if each:
            raise PydanticCustomError("richtext-link", "link", {"each": each})
        return made

    def _addresses(self) -> Iterator[str]:
        # What looks like a link is refused even where Markdown would leave it as text; and Markdown has more spellings
        # of a link (definitions further down, entities) than a pattern can know, so what it made of them is asked too.
        if not _MAYBE_LINK.search(self.source):
            return
        for match in _LINK.finditer(self.source):
            yield match.group(1) or match.group(2) or ""
        for address in _HREF.findall(self._rendered):
            yield unescape(address)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tells pydantic how to read the field."""
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells an editor what may be typed."""
        return {"type": ["string", "number"], "maxLength": _RICH_TEXT_LIMIT}


def _odd_link(address: str, problem: str) -> dict[str, str]:
    """Gives what is wrong with a link: the code of the message, the words where it stands, and what was meant."""
    if not address:
        return {"code": "richtext-link-empty", "words": "]()"}
    meant = f"https://{address}" if problem == "url-without-scheme" else ""
    return {"code": "richtext-link", "words": address, "address": address, "suggestion": meant}


def _markdown() -> Markdown:
    converter = Markdown(output_format="html")
    # Raw HTML is text here: it arrives escaped. Code, images, quotes and headings are not part of the subset.
    for name in ("html_block",):
        converter.preprocessors.deregister(name)
    for name in ("html", "image_link", "image_reference", "short_image_ref", "backtick"):
        converter.inlinePatterns.deregister(name)
    for name in ("hashheader", "setextheader", "hr", "quote", "code"):
        converter.parser.blockprocessors.deregister(name)
    return converter


def quoted(text: str) -> str:
    """Writes a text as YAML needs it inside braces: between quotes where a sign in it would mean something else."""
    is_plain = re.fullmatch(r"[\w€][\w .€/()+-]*|https?://[\w./-]+", text) is not None
    return text if is_plain else "'" + text.replace("'", "''") + "'"


def flow(data: Data) -> str:
    """Writes data on one line, as YAML: `{hours: 9, sessions: 2}`."""
    if isinstance(data, dict):
        return f"{{{', '.join(f'{key}: {flow(value)}' for key, value in data.items())}}}"
    if isinstance(data, list):
        return f"[{', '.join(flow(item) for item in data)}]"
    return quoted(data or "")


# ── addresses ────────────────────────────────────────────────────────────────────────────────────────────────

_HOST = re.compile(
    r"(?!.{254})(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.IGNORECASE
)
_URL_CHARACTERS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_PRIVATE_SUFFIXES = (".local", ".localhost", ".internal", ".test", ".invalid", ".example", ".onion", ".arpa", ".lan")
_EMAIL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9])?@(?P<host>[A-Za-z0-9.-]+)")


def _url_problem(text: str, schemes: tuple[str, ...], *, reserved: bool = False) -> str | None:
    if not _URL_CHARACTERS.fullmatch(text):
        return "url-characters"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "url-malformed"
    if parts.scheme not in schemes:
        is_bare = not parts.scheme and _url_problem(f"https://{text}", schemes, reserved=reserved) is None
        return "url-without-scheme" if is_bare else "url-scheme"
    if "@" in parts.netloc:
        return "url-user"
    if port is not None or parts.netloc.endswith(":"):
        return "url-port"
    host = parts.hostname or ""
    if not _HOST.fullmatch(host) or (host.endswith(_PRIVATE_SUFFIXES) and not reserved):
        return "url-host"
    return None


def _url(schemes: tuple[str, ...], *, reserved: bool = False) -> Any:  # noqa: ANN401 - an annotated type
    def check(value: object) -> str:
        text = _text(value)
        problem = _url_problem(text, schemes, reserved=reserved)
        if problem:
            raise PydanticCustomError(problem, "url", {"address": text})
        return text

    pattern = "^https?://" if "http" in schemes else "^https://"
    return Annotated[str, BeforeValidator(check), WithJsonSchema({"type": "string", "pattern": pattern})]


Url = _url(("https",))
"""An https address with a public host name, without user, port or address literal."""

SourceUrl = _url(("https", "http"))
"""Like `Url`, with http allowed: an old source, or a homepage that has nothing else; shown as such."""

SiteUrl = _url(("https",), reserved=True)
"""The site's own address; a reserved name such as `.example` is allowed until there is a real one."""


def is_public(address: str) -> bool:
    """Says whether an address is one that anybody can open: its host has a name, and no reserved one."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return _HOST.fullmatch(host) is not None and not host.endswith(_PRIVATE_SUFFIXES)


def _email(value: object) -> str:
    text = _text(value)
    match = _EMAIL.fullmatch(text)
    if not match or not _HOST.fullmatch(match["host"]):
        raise PydanticCustomError("email-malformed", "email", {"address": text})
    return text


Email = Annotated[str, BeforeValidator(_email), WithJsonSchema({"type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$"})]
"""A bare mail address."""

_PHONE = re.compile(r"\+?[0-9 ()/.-]{6,24}")


def _phone(value: object) -> str:
    text = _text(value).strip()
    if not _PHONE.fullmatch(text) or sum(sign.isdigit() for sign in text) < 6:
        raise PydanticCustomError("phone-malformed", "phone", {"text": text})
    return text


Phone = Annotated[str, BeforeValidator(_phone), WithJsonSchema({"type": "string", "pattern": f"^{_PHONE.pattern}$"})]
"""A telephone number, as people write it."""

_FREE_OR_PAID = re.compile(r"0[89]00")
"""How a number begins that is dialled within its country only."""

_COUNTRIES = {"be": "32", "nl": "31"}


def has_country(phone: str) -> bool:
    """Says whether somebody abroad can dial a telephone number as it is written, if they can at all."""
    return phone.lstrip().startswith("+") or _FREE_OR_PAID.match(re.sub(r"\D", "", phone)) is not None


def with_country(phone: str, hosts: Iterable[str]) -> str | None:
    """Gives a telephone number with the number of its country, where that is sure.

    Arguments:
        phone: As somebody wrote it: numbers have nine digits in Belgium or, mobile ones, ten; in the Netherlands ten.
        hosts: Where its owner has pages and mail: they may tell the country.
    """
    words = re.findall(r"\d+", phone.replace("(0)", ""))
    digits = "".join(words)
    if digits.startswith("00"):
        return "+" + " ".join(words)[2:].strip()
    country = next((_COUNTRIES[end] for host in hosts if (end := host.rpartition(".")[2]) in _COUNTRIES), None)
    if len(digits) == 9:
        country = "32"
    elif not country and not digits.startswith("04"):
        country = "31"
    if not country or not digits.startswith("0") or len(digits) not in (9, 10):
        return None
    return f"+{country} " + " ".join(words)[1:].strip()


# ── dates and numbers ────────────────────────────────────────────────────────────────────────────────────────

# Digits are written out: those of other scripts are digits to `int` and to `\d`, and not to a reader.
_YEAR = r"(?:19|2[0-9])[0-9]{2}"
_DATE = re.compile(rf"({_YEAR})-([0-9]{{2}})-([0-9]{{2}})")
_PARTIAL_DATE = re.compile(rf"({_YEAR})(?:-([0-9]{{2}}))?(?:-([0-9]{{2}}))?")


def _day(value: object) -> date:
    text = _text(value)
    match = _DATE.fullmatch(text)
    try:
        return date(*(int(part) for part in match.groups())) if match else _no_date(text)
    except ValueError:
        return _no_date(text)


def _no_date(text: str) -> date:
    raise PydanticCustomError("date-malformed", "date", {"text": text})


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
"""A day from 1900 to 2999, written `2024-12-31`."""

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2})(?: ?(Z|[+-]\d{2}:\d{2}))?)?", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """A day, with the hour where it is known: `2027-03-26`, `2027-03-26 19:30`, `2027-03-26 19:30 +00:00`.

    An hour without an offset is the clock's of Flanders and the Netherlands (Europe/Brussels, Europe/Amsterdam).
    """

    day: date
    clock: str = ""
    """The hour and minute, `19:30`, or nothing."""
    offset: str = ""
    """How far the clock is ahead of UTC, `+01:00`, or nothing."""

    def __str__(self) -> str:
        """Gives it as it is typed."""
        return " ".join(part for part in (self.day.isoformat(), self.clock, self.offset) if part)

    @classmethod
    def read(cls, value: object) -> "Moment":
        """Reads what was typed."""
        text = _text(value)
        match = _MOMENT.fullmatch(text)
        if match is None:
            raise PydanticCustomError("moment-malformed", "moment", {"text": text})
        day, hour, minute, offset = match.groups(default="")
        offset = "+00:00" if offset == "Z" else offset
        far = int(offset[1:3]) * 60 + int(offset[4:]) if offset else 0
        if (hour and (int(hour) > 23 or int(minute) > 59)) or far > 14 * 60 or offset[4:] > "59":
            raise PydanticCustomError("moment-malformed", "moment", {"text": text})
        return cls(_day(day), f"{hour}:{minute}" if hour else "", offset)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tells pydantic how to read the field."""
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells an editor what may be typed."""
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}( ?(Z|[+-]\d{2}:\d{2}))?)?$"}


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, a month or a day from 1900 to 2999, as precise as it is known: `2024`, `2024-12` or `2024-12-31`."""

    text: str

    @property
    def year(self) -> int:
        """The year."""
        return int(self.text[:4])

    @property
    def first_day(self) -> date:
        """The first day it can mean."""
        year, month, day = (*(int(part) for part in self.text.split("-")), 1, 1)[:3]
        return date(year, month, day)

    def __str__(self) -> str:
        """Gives what was typed."""
        return self.text

    @classmethod
    def read(cls, value: object) -> "PartialDate":
        """Reads what was typed."""
        text = _text(value)
        if not _PARTIAL_DATE.fullmatch(text):
            raise PydanticCustomError("partial-date-malformed", "date", {"text": text})
        try:
            _ = cls(text).first_day
        except ValueError:
            raise PydanticCustomError("partial-date-malformed", "date", {"text": text}) from None
        return cls(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tells pydantic how to read the field."""
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells an editor what may be typed: a bare year is a number to it."""
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def _year(value: object) -> int:
    text = _text(value)
    if not re.fullmatch(_YEAR, text):
        raise PydanticCustomError("year-malformed", "year", {"text": text})
    return int(text)


Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2999})]
"""A year from 1900 to 2999: what lies ahead is judged by the day of checking."""


def _number(most: int, *, decimals: bool = False) -> Any:  # noqa: ANN401 - an annotated type
    pattern = re.compile(r"(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?" if decimals else r"0|[1-9]\d{0,8}", re.ASCII)

    def check(value: object) -> float:
        text = _text(value)
        if not pattern.fullmatch(text) or float(text) > most:
            code: Literal["decimal-malformed", "number-malformed"] = (
                "decimal-malformed" if decimals else "number-malformed"
            )
            raise PydanticCustomError(code, "number", {"text": text, "most": most})
        return float(text) if "." in text else int(text)

    schema = {"type": "number" if decimals else "integer", "minimum": 0, "maximum": most}
    base = float if decimals else int
    return Annotated[base, BeforeValidator(check), WithJsonSchema(schema)]


WholeNumber = _number(100_000)
"""A whole number from 0 to 100,000, without leading zeros."""

Hours = _number(5_000, decimals=True)
"""A number of hours, from 0 to 5,000, with at most two decimals after a point."""

Amount = _number(100_000, decimals=True)
"""An amount of money, from 0 to 100,000, with at most two decimals after a point."""


def _currency(value: object) -> str:
    text = _text(value)
    if not is_currency(text):
        raise PydanticCustomError("currency-unknown", "currency", {"text": text})
    return text


Currency = Annotated[str, BeforeValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
"""A currency by its three letters of ISO 4217: `EUR`."""


def _truth(value: object) -> bool:
    text = _text(value)
    if text not in ("true", "false"):
        raise PydanticCustomError("boolean-malformed", "boolean", {"text": text})
    return text == "true"


Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`, in small letters."""

# ── names and references ─────────────────────────────────────────────────────────────────────────────────────


def _matching(pattern: str, code: str, json_type: str | list[str] = "string") -> Any:  # noqa: ANN401 - an annotated type
    compiled = re.compile(pattern, re.ASCII)

    def check(value: object) -> str:
        text = _text(value)
        if not compiled.fullmatch(text):
            raise PydanticCustomError(code, "pattern", {"text": text})
        return text

    return Annotated[str, BeforeValidator(check), WithJsonSchema({"type": json_type, "pattern": f"^(?:{pattern})$"})]


Id = _matching(r"[a-z0-9]+(?:-[a-z0-9]+)*", "id-malformed")
"""A name in an address: small letters, digits, hyphens between them."""

Number = _matching(r"[1-9]\d?(?:\.[1-9]\d?)?", "section-number-malformed", ["string", "number"])
"""The number of a competence, a topic or a question: `3` or `1.1`."""

Host = _matching(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", "host-malformed")
"""The name of a site, such as `www.school.be`: small letters, without `https://` and without what follows it."""

CriterionName = _matching(r"[a-z]+(?:-[a-z]+)*", "id-malformed")
"""A criterion's stable English name, such as `evidence-based`."""

Level = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
"""A level of digital competence, from DigCompEdu."""


@dataclass(frozen=True)
class Refers:
    """Marks a text as the name of something elsewhere; `to` is the namespace, such as `themes`."""

    to: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tells pydantic how to read the field."""
        return core_schema.no_info_before_validator_function(_one_line, handler(source))

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells an editor what may be typed: a competence's number is a number to it."""
        return {"type": ["string", "number"]}


def unique(code: str = "list-repeats") -> BeforeValidator:
    """Gives a validator that refuses a list in which the same text stands twice."""

    def check(value: object) -> object:
        if isinstance(value, list):
            seen: set[str] = set()
            for index, item in enumerate(value):
                if isinstance(item, str) and item in seen:
                    raise PydanticCustomError(code, "repeats", {"item": item, "index": index})
                if isinstance(item, str):
                    seen.add(item)
        return value

    return BeforeValidator(check)
