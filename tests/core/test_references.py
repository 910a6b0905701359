"""References from one record to another."""

from typing import Annotated

from pydantic import Field

from generator.core.fields import Refers, unique
from generator.core.record import Part
from generator.core.references import Reference, references


class Leaf(Part):
    """A part with one reference."""

    theme: Annotated[str, Refers("themes")] | None = None


class Stem(Part):
    """A part with references in every shape."""

    title: str = ""
    one: Annotated[str, Refers("a")] = "x"
    many: Annotated[tuple[Annotated[str, Refers("b")], ...], unique()] = ()
    leaf: Leaf | None = None
    leaves: tuple[Leaf, ...] = ()
    table: dict[Annotated[str, Refers("c")], Leaf] = Field({})


class Bare(Part):
    """A part without references."""

    title: str = ""


def test_every_shape() -> None:
    """References are found in a field, a list, a part, a list of parts, and the keys and values of a table."""
    stem = Stem(
        one="p",
        many=("q", "r"),
        leaf=Leaf(theme="s"),
        leaves=(Leaf(), Leaf(theme="t")),
        table={"u": Leaf(theme="v"), "w": Leaf()},
    )

    assert list(references(stem)) == [
        Reference(("one",), "a", "p"),
        Reference(("many", 0), "b", "q"),
        Reference(("many", 1), "b", "r"),
        Reference(("leaf", "theme"), "themes", "s"),
        Reference(("leaves", 1, "theme"), "themes", "t"),
        Reference(("table", "u"), "c", "u", is_key=True),
        Reference(("table", "w"), "c", "w", is_key=True),
        Reference(("table", "u", "theme"), "themes", "v"),
    ]


def test_none() -> None:
    """What is left out refers to nothing."""
    assert list(references(Bare())) == []
    assert list(references(Leaf())) == []
