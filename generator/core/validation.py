# Nodes become models; what pydantic says becomes diagnostics at the right place.
# A pydantic path can hold parts that are not in the file, so `locate` walks as far as it can.
"""Validating a parsed record against its model."""

from functools import lru_cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.core.diagnostics import Diagnostic, nearest
from generator.core.node import Mapping, locate, plain
from generator.core.record import Identified

M = TypeVar("M", bound=Identified)

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
}


def validate(model: type[M], path: str, record_id: str, root: Mapping) -> M | list[Diagnostic]:
    """Gives the record of `root`, or every mistake in it."""
    if "id" in root.entries:
        return [Diagnostic(path, "key-id", root.entries["id"].key.span, {"id": record_id})]
    data = plain(root)
    assert isinstance(data, dict)  # noqa: S101 - a mapping's plain form
    data["id"] = record_id
    try:
        return model.model_validate(data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        broken_inside = {details["loc"][:-1][:depth] for details in errors for depth in range(len(details["loc"]))}
        # A list whose items are wrong counts as too short as well: that is no second mistake.
        telling = [e for e in errors if not (e["type"] == "too_short" and e["loc"] in broken_inside)]
        return [_diagnostic(model, path, root, details) for details in telling]


def _diagnostic(model: type[BaseModel], path: str, root: Mapping, details: ErrorDetails) -> Diagnostic:
    location = tuple(part for part in details["loc"] if part != "[key]")
    code = _CODES.get(details["type"], details["type"])
    params: dict[str, Any] = dict(details.get("ctx", {}))
    last = str(location[-1]) if location else ""
    if details["input"] is None and code.startswith("type-"):
        code = "value-empty"
    if code == "key-unknown":
        siblings = _keys_at(model, location[:-1])
        params = {"key": last, "suggestion": nearest(last, siblings), "allowed": ", ".join(sorted(siblings))}
    elif code == "key-missing":
        params = {"key": last}
        location = location[:-1]
    elif code == "value-not-allowed":
        allowed = [part.strip("'") for part in str(params["expected"]).replace(" or ", ", ").split(", ")]
        given = str(details["input"])
        params = {"value": given, "allowed": ", ".join(allowed), "suggestion": nearest(given, allowed)}
    elif code in ("list-too-short", "list-too-long"):
        params = {"least": params.get("min_length"), "most": params.get("max_length"), "key": last}
    at_key = code in ("key-unknown", "value-empty") or "[key]" in details["loc"]
    return Diagnostic(path, code, locate(root, location, at_key=at_key), params)


def _keys_at(model: type[BaseModel], location: tuple[int | str, ...]) -> set[str]:
    current: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, str) and current and part in current.model_fields:
            current = part_model(current.model_fields[part].annotation)
    return set(current.model_fields) - {"id"} if current is model else set(current.model_fields if current else ())


@lru_cache(maxsize=None)
def part_model(annotation: object) -> type[BaseModel] | None:
    """Finds the model inside an annotation such as `tuple[Offer, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := part_model(argument))), None)
