# Nodes become models; what pydantic says becomes diagnostics at the right place.
# A pydantic path can hold parts that are not in the file, so `locate` walks as far as it can.
"""Validating a parsed record against its model."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, Literal, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.core.diagnostics import Diagnostic
from generator.core.fields import Refers, flow, quoted
from generator.core.guess import nearest, split
from generator.core.node import Data, Mapping, Path, empty_places, locate, plain, texts
from generator.core.record import Identified, Part
from generator.core.source import Source

M = TypeVar("M", bound=Identified)

_LONG_LINE = 110
"""Characters: a line to write that is longer helps nobody."""

NOTHING = frozenset(
    {"-", "--", "?", "~", "null", "n.v.t.", "nvt", "n.v.t", "n/a", "onbekend", "niet bekend", "geen idee"}
)
"""What people write where they know nothing; such a line is left out."""

_UNKNOWN = "unknown"
"""How a field says so that has to say something."""

_CODES = {
    "extra_forbidden": "key-unknown",
    "missing": "key-missing",
    "literal_error": "value-not-allowed",
    "too_short": "list-too-short",
    "too_long": "list-too-long",
    "tuple_type": "type-list",
    "list_type": "type-list",
    "dict_type": "type-mapping",
    "model_type": "type-mapping",
    "model_attributes_type": "type-mapping",
    "string_type": "type-text",
}


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """A record with every mistake in it.

    Where there are mistakes, the record is that of the rest, so that it can be checked too. At the paths in `mended`
    something was left out, or taken from an example. There is no record when not even that makes one.
    """

    record: M | None
    problems: list[Diagnostic]
    mended: tuple[Path, ...] = ()


def validate(model: type[M], source: Source, root: Mapping, example: Callable[[], Data] = lambda: None) -> Validated[M]:
    """Validates the record of `root`.

    Arguments:
        model: The model of the record.
        source: The file.
        root: What the file holds.
        example: Gives the plain data of a good record.
    """
    path = source.path
    data = plain(root)
    assert isinstance(data, dict)  # noqa: S101 - a mapping's plain form
    data["id"] = source.id
    record: M | None = None
    found: list[tuple[Path, Diagnostic]] = []
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        found = [
            (details["loc"], problem)
            for details in _telling(error)
            for problem in _each(source, root, details, _diagnostic(model, path, root, details, example))
        ]
    found = list(_nothing(path, root, _empty(path, root, found)))
    written = root.entries.get("id")
    own = [Diagnostic(path, "key-id", written.key.span, {"id": source.id})] if written else []
    mended = tuple(_mend(data, location, example) for location, _ in found)
    return Validated(_made(model, data) if mended else record, [*own, *(one for _, one in _told(found))], mended)


def _telling(error: ValidationError) -> list[ErrorDetails]:
    """Gives the errors that are no consequence: a list whose items are wrong counts as too short as well."""
    errors = error.errors(include_url=False)
    broken_inside = {details["loc"][:-1][:depth] for details in errors for depth in range(len(details["loc"]))}
    return [e for e in errors if not (e["type"] == "too_short" and e["loc"] in broken_inside)]


def _told(found: list[tuple[Path, Diagnostic]]) -> list[tuple[Path, Diagnostic]]:
    """Leaves out the keys that are missing because they stand there under another name."""
    meant = {(*place[:-1], str(one.params["suggestion"])) for place, one in found if one.code == "key-unknown"}
    return [(place, one) for place, one in found if one.code != "key-missing" or place not in meant]


def _empty(path: str, root: Mapping, found: list[tuple[Path, Diagnostic]]) -> Iterator[tuple[Path, Diagnostic]]:
    """Adds to what was found the values that were left empty: to a model, such a field was left out."""
    told = {problem.span for _, problem in found if problem.code in ("value-empty", "key-unknown")}
    yield from found
    for place in empty_places(root):
        span = locate(root, place, at_key=True)
        if span not in told:
            yield place, Diagnostic(path, "value-empty", span)


def _nothing(path: str, root: Mapping, found: Iterable[tuple[Path, Diagnostic]]) -> Iterator[tuple[Path, Diagnostic]]:
    """Puts values that say nothing in the place of what else is wrong with them, but where one may say `unknown`."""
    saying = {scalar.span: place for place, scalar in texts(root) if scalar.value.strip().casefold() in NOTHING}
    for place, problem in found:
        if problem.params.get("suggestion") == _UNKNOWN:
            saying.pop(problem.span, None)
        if problem.span not in saying:
            yield place, problem
    for span, place in saying.items():
        yield place, Diagnostic(path, "value-nothing", span)


def _made(model: type[M], data: dict[str, Data]) -> M | None:
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def _mend(data: dict[str, Data], location: Path, example: Callable[[], Data]) -> Path:
    """Takes the value of the innermost key on a way from an example, or leaves it out; gives the path of that key."""
    at: Data = data
    holder, depth = data, 0
    for index, part in enumerate(location):
        if isinstance(at, dict) and isinstance(part, str):
            holder, depth = at, index
            at = at.get(part)
        elif isinstance(at, list) and isinstance(part, int) and part < len(at):
            at = at[part]
        else:
            break
    path = location[: depth + 1]
    text = _text_at(example(), path)
    if text is None:
        holder.pop(str(path[-1]), None)
    else:
        holder[str(path[-1])] = text
    return path


def _text_at(example: Data, path: Path) -> str | None:
    at = _data_at(example, path)
    return at if isinstance(at, str) else None


def _data_at(example: Data, path: Path) -> Data:
    """Gives what stands at a path of an example, in the first item of a list."""
    at = example
    for depth, part in enumerate(path):
        if isinstance(at, dict):
            is_last = depth == len(path) - 1
            at = at.get(str(part)) if part in at or is_last else next(iter(at.values()), None)
        elif isinstance(at, list):
            at = next(iter(at), None)
    return at


def _diagnostic(
    model: type[BaseModel], path: str, root: Mapping, details: ErrorDetails, example: Callable[[], Data]
) -> Diagnostic:
    code = _CODES.get(details["type"], details["type"])
    # Pydantic adds "[key]" to the way to a key that is wrong itself; a file can hold a key of that name.
    is_about_key = details["loc"][-1:] == ("[key]",) and details["type"] not in _CODES
    location = details["loc"][:-1] if is_about_key else details["loc"]
    params: dict[str, Any] = dict(details.get("ctx", {}))
    last = str(location[-1]) if location else ""
    if code.startswith("type-") or code == "value-not-allowed":
        code = "value-empty" if details["input"] is None else code
    if code == "value-not-allowed" and not isinstance(details["input"], str):
        code = "type-text"
    if code == "key-unknown":
        siblings = _keys_at(model, location[:-1])
        params = {"key": last, "suggestion": nearest(last, siblings), "allowed": ", ".join(sorted(siblings))}
    elif code == "key-missing":
        params = {"key": last, "line": _line(last, _data_at(example(), location))}
        location = location[:-1]
    elif code in ("type-mapping", "type-list"):
        part = _model_at(model, location)
        words = details["input"] if isinstance(details["input"], str) else ""
        written = _written(part, code, words, has_choices=_has_choices(model, location))
        params = {"line": _line(last, written or _data_at(example(), location))}
    elif code == "value-not-allowed":
        allowed = [part.strip("'") for part in str(params["expected"]).replace(" or ", ", ").split(", ")]
        given = str(details["input"])
        close = _UNKNOWN if _UNKNOWN in allowed and given.casefold() in NOTHING else nearest(given, allowed)
        params = {"value": given, "allowed": ", ".join(allowed), "suggestion": close}
    elif code in ("list-too-short", "list-too-long"):
        params = {"least": params.get("min_length"), "most": params.get("max_length"), "key": last}
    elif code == "list-repeats":
        location = (*location, params["index"])
    at_key = is_about_key or code in ("key-unknown", "value-empty")
    return Diagnostic(path, code, locate(root, location, at_key=at_key), params)


def _each(source: Source, root: Mapping, details: ErrorDetails, problem: Diagnostic) -> Iterator[Diagnostic]:
    """Gives a problem, or where it is one of some words in a text, one for every place they stand at."""
    value, each = details["input"], problem.params.get("each")
    if not isinstance(each, list):
        yield problem
        return
    for params in each:
        found = re.finditer(re.escape(params["words"]) + r"(?![\w/])", value)
        spans = [source.place_in(problem.span, value, *match.span()) for match in found]
        yield from (replace(problem, code=params["code"], span=span, params=params) for span in spans or [problem.span])


def _written(part: type[BaseModel] | None, code: str, words: str, *, has_choices: bool) -> str | None:
    """Gives how to write what somebody put in words where a block or a list belongs."""
    if code == "type-list" and not part and words:
        return f"[{', '.join(quoted(one) for one in (split(words) if has_choices else [words]))}]"
    return part.from_words(words) if code == "type-mapping" and words and part and issubclass(part, Part) else None


def _line(key: str, value: Data) -> str:
    """Gives a line to write, or nothing when it would be a long one."""
    text = value if isinstance(value, str) else flow(value) if value else ""
    line = f"{key}: {text}" if text else ""
    return line if len(line) <= _LONG_LINE else ""


def _keys_at(model: type[BaseModel], location: Path) -> set[str]:
    current = _model_at(model, location)
    return set(current.model_fields) - {"id"} if current is model else set(current.model_fields if current else ())


def _model_at(model: type[BaseModel], location: Path) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, str) and current and part in current.model_fields:
            current = part_model(annotation_of(current, part))
    return current


def _has_choices(model: type[BaseModel], location: Path) -> bool:
    """Says whether a list is one of names, and not of texts, in which commas and the like stand for themselves."""
    holder = _model_at(model, location[:-1])
    field = str(location[-1])
    return holder is not None and field in holder.model_fields and _names(annotation_of(holder, field))


def _names(annotation: Hashable) -> bool:
    return any(
        isinstance(one, Refers) or get_origin(annotation) is Literal or _names(one) for one in get_args(annotation)
    )


@cache
def part_model(annotation: Hashable) -> type[BaseModel] | None:
    """Finds the model inside an annotation such as `tuple[Offer, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := part_model(argument))), None)


def annotation_of(model: type[BaseModel], field: str) -> Hashable:
    """Gives the annotation of a model's field."""
    return cast("Hashable", model.model_fields[field].annotation)
