"""The annotated example of every kind: manual, template and test in one."""

import json
import re
from pathlib import Path
from typing import Any, get_origin

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel

from generator.compiler import publish, site_settings
from generator.core.kind import Kind
from generator.core.node import Data, Mapping, parse, plain
from generator.core.source import Source
from generator.core.validation import part_model
from generator.kinds import KINDS
from generator.kinds.schema import schema_text
from tests.conftest import Project
from tests.files import all_files

EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def place(kind: Kind) -> str:
    """Gives where an example stands in a project."""
    return kind.location if kind.is_single else f"{kind.location}/voorbeeld.yaml"


def example(kind: Kind) -> str:
    """Gives the text of a kind's example."""
    return (kind.package / "example.yaml").read_text(encoding="utf-8")


def data_of(text: str) -> dict[str, Data]:
    """Gives the plain data of a text that is fine."""
    root, problems = parse(Source("voorbeeld.yaml", text))
    assert not problems
    assert isinstance(root, Mapping)
    data = plain(root)
    assert isinstance(data, dict)
    return data


def fields(model: type[BaseModel]) -> set[str]:
    """Gives every field of a model and of the parts in it, such as `Offer.title`."""
    found = set()
    for name, field in model.model_fields.items():
        found.add(f"{model.__name__}.{name}")
        part = part_model(field.annotation)
        if part:
            found |= fields(part)
    return found


def used(data: Data, model: type[BaseModel]) -> set[str]:
    """Gives every field that stands in the data, such as `Offer.title`."""
    assert isinstance(data, dict)
    found = set()
    for name, value in data.items():
        found.add(f"{model.__name__}.{name}")
        annotation = model.model_fields[name].annotation
        part = part_model(annotation)
        if not part:
            continue
        if get_origin(annotation) is dict:
            assert isinstance(value, dict)
            value = list(value.values())
        for item in value if isinstance(value, list) else [value]:
            found |= used(item, part)
    return found


def as_editor(data: Any, *, typed: bool) -> Any:
    """Gives data as an editor's YAML 1.2 reader sees it: plain numbers and booleans are no texts."""
    if isinstance(data, dict):
        return {key: as_editor(value, typed=typed) for key, value in data.items()}
    if isinstance(data, list):
        return [as_editor(item, typed=typed) for item in data]
    if typed and data in ("true", "false"):
        return data == "true"
    if typed and re.fullmatch(r"0|[1-9]\d*", data):
        return int(data)
    if typed and re.fullmatch(r"\d+\.\d+", data):
        return float(data)
    return data


def unquoted(kind: Kind) -> Any:
    """Gives an example's data as an editor sees it, with quoted numbers kept as texts."""
    quoted = re.sub(r'"([\d.]+)"', r'"quoted \1"', example(kind))

    def restore(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: restore(item) for key, item in value.items()}
        if isinstance(value, list):
            return [restore(item) for item in value]
        return value.removeprefix("quoted ") if isinstance(value, str) else value

    return restore(as_editor(data_of(quoted), typed=True))


@EVERY_KIND
def test_clean(project: Project, kind: Kind) -> None:
    """An example can be copied to its place: all that is said is which values were left as they were."""
    project.write(place(kind), example(kind))
    found = project.found()

    assert {one.code for one in found} <= {"example-left"}
    assert {one.path for one in found} <= {place(kind)}
    assert not any(one.is_error for one in found)


def test_copy_that_is_being_filled_in(project: Project) -> None:
    """What somebody wrote anew is no longer told; a term that only the example knows is, and is no mistake."""
    by_name = {kind.name: kind for kind in KINDS}
    text = example(by_name["provider"]).replace("Voorbeeldschool voor Leraren", "Onze school").replace("[acme]", "[x]")
    project.write("providers/onze.yaml", text)
    lines = {one.span.line: one.code for one in project.found()}
    written = text.split("\n")

    assert "example-left" not in {code for line, code in lines.items() if "Onze school" in written[line - 1]}
    assert {"example-left", "ref-unknown"} == set(lines.values())


@EVERY_KIND
def test_published(project: Project, kind: Kind) -> None:
    """An example becomes pages like any record."""
    project.write(place(kind), example(kind))
    knowledge = project.read().knowledge
    assert knowledge is not None

    pages = publish(knowledge, site_settings(knowledge)).pages

    files = {page.source for page in pages}
    assert place(kind) in files or kind.name in ("vocabulary", "site")


@EVERY_KIND
def test_complete(kind: Kind) -> None:
    """Every field of the model stands in the example, those of its parts too."""
    expected = fields(kind.model) - {f"{kind.model.__name__}.id"}
    assert used(data_of(example(kind)), kind.model) == expected


@EVERY_KIND
def test_annotated(kind: Kind) -> None:
    """Every field that is required says so beside it, or in the lines at the top."""
    text = example(kind)
    lines = text.split("\n")
    required = [name for name, field in kind.model.model_fields.items() if field.is_required() and name != "id"]

    assert text.startswith("# Een voorbeeld van ")
    for name in required:
        (line,) = [line for line in lines if line.startswith(f"{name}:")]
        assert "# verplicht" in line, line


@EVERY_KIND
def test_no_real_address(kind: Kind) -> None:
    """An example names no real site: it is no content."""
    hosts = set(re.findall(r"(?:https?://|@)([a-z.-]+)", example(kind)))

    assert all(host.endswith("voorbeeldschool.be") for host in hosts)


@EVERY_KIND
def test_schema_is_fresh(kind: Kind) -> None:
    """The committed JSON Schema is the one of the model: `vormingswijzer schema` writes it."""
    assert (kind.package / "schema.json").read_text(encoding="utf-8") == schema_text(kind)


@EVERY_KIND
def test_schema_is_a_schema(kind: Kind) -> None:
    """The JSON Schema is a right one of draft-07."""
    Draft7Validator.check_schema(schema_of(kind))


def schema_of(kind: Kind) -> dict[str, Any]:
    """Gives a kind's committed schema."""
    found: dict[str, Any] = json.loads((kind.package / "schema.json").read_text(encoding="utf-8"))
    return found


def complaints(kind: Kind, data: Any) -> list[str]:
    """Gives what an editor would underline."""
    return [f"{error.json_path}: {error.message}" for error in Draft7Validator(schema_of(kind)).iter_errors(data)]


@EVERY_KIND
def test_schema_accepts_example(kind: Kind) -> None:
    """An editor underlines nothing in the example, numbers and booleans as YAML 1.2 reads them."""
    assert complaints(kind, unquoted(kind)) == []


@EVERY_KIND
def test_schema_refuses_slips(kind: Kind) -> None:
    """An editor underlines an unknown key, a missing one and an empty one."""
    data = unquoted(kind)

    assert complaints(kind, data | {"nmae": "x"})
    assert complaints(kind, data | {"title": None, "name": None})
    required = [name for name, field in kind.model.model_fields.items() if field.is_required() and name != "id"]
    for name in required:
        assert complaints(kind, {key: value for key, value in data.items() if key != name})


@EVERY_KIND
def test_schema_accepts_content(kind: Kind) -> None:
    """An editor underlines nothing in a record of the real content that the model accepts."""
    root = Path(__file__).parents[2]
    # Nobody asked to be taken away so far.
    least = 0 if kind.name == "removed" else 1
    records = [root / kind.location] if kind.is_single else all_files(root / kind.location, "*.yaml", least)
    bare = re.compile(r'"([\d.]+)"')

    found = []
    for path in records:
        parsed, problems = parse(Source(path.name, bare.sub(r'"quoted \1"', path.read_text(encoding="utf-8"))))
        if parsed is None or problems:
            continue  # test_coverage tells
        data = as_editor(plain(parsed), typed=True)
        text = json.dumps(data).replace('"quoted ', '"')
        found += [f"{path.name} {complaint}" for complaint in complaints(kind, json.loads(text))]

    assert found == []
