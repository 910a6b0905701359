"""What a plan says: its sums, what comes next, and its parts as text."""

from typing import Any

import pytest

from tests.client.conftest import Client


def ask(client: Client, code: str, value: object = None) -> Any:
    """Runs statements with the module beside them."""
    module = 'const sheet = await import("./javascripts/logic/sheet.js");'
    return client.run(f"const given = value; return (async () => {{ {module} {code} }})()", value)


OFFERS = [
    {"id": "a", "state": "chosen", "hours": 100, "amount": 100, "per": "person"},
    {"id": "a/1", "state": "saved", "hours": 0.1, "amount": 0.1, "per": "person"},
    {"id": "a/2", "state": "saved", "hours": 0.2, "amount": 0.2, "per": "person"},
    {"id": "a/3", "state": "saved", "amount": 1200, "per": "school"},
    {"id": "a/4", "state": "saved", "amount": 30},
    {"id": "a/5", "state": "saved", "amount": 0},
    {"id": "a/6", "state": "saved"},
]


def test_sums(sheet: Client) -> None:
    """Sums count offers alone, keep prices for other things apart, and say of how many they are."""
    told = ask(sheet, "return sheet.sums(given)", OFFERS)

    assert told == {
        "isChosen": False,
        "all": 6,
        "hours": {"known": 2, "sum": 0.3},
        "free": 1,
        "prices": [
            {"per": "person", "known": 2, "sum": 0.3},
            {"per": "school", "known": 1, "sum": 1200},
            {"per": "other", "known": 1, "sum": 30},
        ],
    }


def test_sums_of_what_was_chosen(sheet: Client) -> None:
    """As soon as something is chosen, only that is counted; nothing at all is no sum."""
    chosen = [*OFFERS, {"id": "b/1", "state": "booked"}]
    told = ask(sheet, "const found = sheet.sums(given); return [found, sheet.saySums(found, (name) => name)]", chosen)
    none = ask(sheet, "return sheet.saySums(sheet.sums([]), (name) => name)")

    assert (True, 1) == (told[0]["isChosen"], told[0]["all"])
    assert ["sum_no_hours", "sum_no_price"] == told[1]
    assert [] == none


def test_numbers(sheet: Client) -> None:
    """Numbers are written as Dutch does; money has two decimals or none."""
    told = ask(
        sheet,
        "return [0, 2.5, 12, 1234.5, 1234567].flatMap((one) => [sheet.sayNumber(one), sheet.sayNumber(one, true)])",
    )

    assert ["0", "0", "2,5", "2,50", "12", "12", "1.234,5", "1.234,50", "1.234.567", "1.234.567"] == told


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([], ["none"]),
        ([("a", None, "done")], ["done"]),
        ([("a", None, "open"), ("b", None, "open")], ["undated a"]),
        ([("a", None, "open"), ("b", "2026-12-02", "doing"), ("c", "2026-12-01", "open")], ["next c"]),
        ([("a", "2026-11-21", "open"), ("b", "2026-11-22", "open")], ["late a", "next b"]),
        ([("a", "2026-11-20", "done"), ("b", "2026-11-19", "open")], ["late b"]),
    ],
)
def test_next(sheet: Client, steps: list[tuple[str, str | None, str]], said: list[str]) -> None:
    """What comes next is the first step with a day; what is late is said before it; what is done is left out."""
    given = [{"title": title, "date": date, "state": state} for title, date, state in steps]
    told = ask(sheet, "return sheet.nextSteps(given, '2026-11-22')", given)

    assert said == [f"{one['state']} {one.get('step', {}).get('title', '')}".strip() for one in told]


def test_text(sheet: Client) -> None:
    """Nothing that somebody wrote is read as Markdown, and what is empty takes no place."""
    given = {
        "kind": "teacher",
        "title": "# Plan",
        "name": " ",
        "draft": "",
        "source": "Bron",
        "parts": [
            {"title": "Leeg", "blocks": [{"lines": 3}, {"boxes": 2}]},
            {
                "title": "Stappen",
                "blocks": [
                    {"items": [{"title": "1. *Zo*", "box": True, "small": ["a", "b"], "note": "een\n# twee"}]},
                    {"text": "- <b>\n\n> x", "label": "Doel"},
                ],
            },
        ],
    }
    told = ask(sheet, "return sheet.toMarkdown(given)", given)

    assert told == (
        "# \\# Plan\n\n## Stappen\n\n- [x] 1\\. \\*Zo\\*\n\n   a · b\n\n   een\n\n   \\# twee\n\n"
        "**Doel**\n\n\\- \\<b\\>\n\n\\> x\n\nBron\n"
    )
