"""What somebody may have meant."""

import pytest

from generator.core.guess import like, meant, nearest, split


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Themas", "themes"),
        ("themes", "themes"),
        ("a1", "A1"),
        ("eur", "EUR"),
        ("", None),
        ("qqq", None),
        ("9.9", None),
        ("theme park", None),
    ],
)
def test_nearest(value: str, expected: str | None) -> None:
    """The word most like what was typed is given, whatever its capitals; a far one is not."""
    assert nearest(value, ["themes", "regions", "A1", "EUR"]) == expected


KNOWN = {
    "vlaanderen": ("Heel Vlaanderen", "België", "Vlaams"),
    "nederland": ("Heel Nederland", "landelijk"),
    "midden-nederland": ("Midden-Nederland", "Utrecht"),
    "evaluatie": ("Toetsen en evalueren", "formatief"),
    "zorg": ("Zorg en begeleiding", "evaluatie"),
    "1.9": ("Andere competentie",),
}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Heel Vlaanderen", "vlaanderen"),
        ("belgie", "vlaanderen"),
        ("BELGIË", "vlaanderen"),
        ("Vlaandren", "vlaanderen"),
        ("Toetsen", "evaluatie"),
        ("toetsen & evalueren", "evaluatie"),
        ("Evaluatie", "evaluatie"),
        ("midden nederland", "midden-nederland"),
        ("Heel", None),
        ("vlaanderen; nederland", "vlaanderen, nederland"),
        ("Vlaams / Utrecht", "vlaanderen, midden-nederland"),
        ("vlaanderen en mars", None),
        ("toetsen en evalueren", "evaluatie"),
        ("9.9", None),
        ("Atlantis", None),
        ("", None),
        (";", None),
    ],
)
def test_meant(value: str, expected: str | None) -> None:
    """An id is found by its label, a synonym, a word of a label or a slip; what several could be, or none, is not."""
    assert expected == meant(value, KNOWN)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("lezen en schrijven, rekenen", ["lezen", "schrijven", "rekenen"]),
        ("talen (Frans en Engels), ict", ["talen (Frans en Engels)", "ict"]),
        ("[a, b] of {c; d}", ["[a, b]", "{c; d}"]),
        ("Onderwijs en Vorming (O&V)", ["Onderwijs", "Vorming (O&V)"]),
        (" ; ", []),
    ],
)
def test_split(text: str, parts: list[str]) -> None:
    """Several things in one text are taken apart, but not what stands between brackets."""
    assert parts == split(text)


@pytest.mark.parametrize(("value", "expected"), [("toetsing", "evaluatie"), ("zorgen", "zorg"), ("qqq", None)])
def test_like(value: str, expected: str | None) -> None:
    """An id of which one word comes near is given; words of three letters are in every text."""
    assert expected == like(value, KNOWN | {"een": ("qq",)})
