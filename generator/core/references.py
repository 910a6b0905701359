# Fields marked with `Refers` are found by walking a record along its model. The way through each model is worked
# out once, so that ten thousand records cost ten thousand walks and not ten thousand looks at annotations.
"""References from one record to another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_origin

from pydantic import BaseModel

from generator.core.fields import Refers
from generator.core.node import Path
from generator.core.validation import annotation_of, part_model


@dataclass(frozen=True, slots=True)
class Reference:
    """The name `id` in the namespace `to`, found at `path` in a record."""

    path: Path
    to: str
    id: str
    is_key: bool = False


def references(part: BaseModel, path: Path = ()) -> Iterator[Reference]:
    """Finds every reference in a record or a part of one, in the order of the model."""
    for name, to, key_to, is_part in _plan(type(part)):
        value = getattr(part, name)
        if value is None or value == ():
            continue
        here = (*path, name)
        if key_to:
            for key in value:
                yield Reference((*here, key), key_to, key, is_key=True)
        if to:
            names = value if isinstance(value, tuple) else (value,)
            many = isinstance(value, tuple)
            for index, one in enumerate(names):
                yield Reference((*here, index) if many else here, to, one)
        if not is_part:
            continue
        if isinstance(value, Mapping):
            for key, item in value.items():
                yield from references(item, (*here, key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from references(item, (*here, index))
        else:
            yield from references(value, here)


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str | None, str | None, bool], ...]:
    plan = []
    for name, field in model.model_fields.items():
        to = next((mark.to for mark in field.metadata if isinstance(mark, Refers)), None)
        key_to = None
        if to is None:
            to, key_to = _marks(field.annotation)
        is_part = _leads_on(part_model(annotation_of(model, name)))
        if to or key_to or is_part:
            plan.append((name, to, key_to, is_part))
    return tuple(plan)


def _leads_on(model: type[BaseModel] | None) -> bool:
    return model is not None and bool(_plan(model))


def _marks(annotation: object) -> tuple[str | None, str | None]:
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return None, _marks(arguments[0])[0]
    mark = next((argument.to for argument in arguments if isinstance(argument, Refers)), None)
    if mark:
        return mark, None
    for argument in arguments:
        found = _marks(argument)
        if found != (None, None):
            return found
    return None, None
