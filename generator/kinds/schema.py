# Draft-07, for editors that check while you type. Generated from the models, committed, and tested for freshness.
"""JSON Schemas of the records."""

import json
from typing import Any

from generator.core.kind import Kind

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schema(kind: Kind) -> dict[str, Any]:
    """Gives the JSON Schema (draft-07) of a kind's files, with Dutch titles and descriptions."""
    made = kind.model.model_json_schema(ref_template="#/definitions/{model}", mode="validation")
    made["definitions"] = made.pop("$defs", {})
    for part in (made, *made["definitions"].values()):
        part.pop("description", None)  # the docstring: English, for coders
        part.get("properties", {}).pop("id", None) if part is made else None
    # The id is the file's name; it never stands in the YAML.
    made["required"] = [name for name in made.get("required", []) if name != "id"]
    return {"$schema": _DRAFT, **_tidy(made)}


def schema_text(kind: Kind) -> str:
    """Gives the schema as the text of `schema.json`."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _tidy(value: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Drops defaults and the `null` of optional fields: a field that is not known is left out."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {name: item for name, item in value.items() if name != "default"}
    choices = value.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        rest = [item for item in choices if item != {"type": "null"}]
        value = {name: item for name, item in value.items() if name != "anyOf"}
        value |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    if "$ref" in value and len(value) > 1:
        # Draft-07 ignores what stands beside a reference.
        value["allOf"] = [{"$ref": value.pop("$ref")}]
    return {name: _tidy(item) for name, item in value.items()}
