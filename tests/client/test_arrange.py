"""Putting a list in order under somebody's hands."""

from itertools import permutations
from typing import Any

from tests.client.conftest import Client

ARRANGED = """
const { arrange } = await import("./javascripts/pieces.js");
const list = document.createElement("ol");
document.body.append(list);
const make = (id) => {
  const piece = document.createElement("li");
  piece.id = id;
  piece.append(document.createElement("button"));
  return piece;
};
const pieces = ["a", "b", "c", "d"].map(make);
const found = [];
for (const [order, focused] of value) {
  arrange(list, pieces);
  pieces[focused].firstChild.focus();
  const observer = new MutationObserver(() => {});
  observer.observe(list, { childList: true });
  arrange(list, order.map((at) => pieces[at] ?? make("new")));
  const moved = observer.takeRecords().flatMap((one) => [...one.removedNodes].map((piece) => piece.id));
  found.push({ ids: [...list.children].map((one) => one.id), active: document.activeElement.parentElement.id, moved });
  list.querySelector("#new")?.remove();
}
list.remove();
return found;
"""


def arranged(client: Client, orders: list[tuple[list[int], int]]) -> list[dict[str, Any]]:
    """Gives for each order, and the piece that has the focus: the list, who has the focus after, and what was moved."""
    found: list[dict[str, Any]] = client.run(f"return (async () => {{ {ARRANGED} }})()", orders)
    return found


def test_every_order_keeps_the_focus(sheet: Client) -> None:
    """Whatever the order, what holds the focus is not moved and holds it still."""
    orders = [(list(order), focused) for order in permutations(range(4)) for focused in range(4)]

    for (order, focused), found in zip(orders, arranged(sheet, orders), strict=True):
        assert ["abcd"[at] for at in order] == found["ids"]
        assert "abcd"[focused] == found["active"]
        assert found["active"] not in found["moved"]


def test_something_new(sheet: Client) -> None:
    """What is new comes where it belongs, before or after what holds the focus, and nothing else is moved."""
    orders = [([9, 0, 1, 2, 3], 0), ([0, 1, 2, 9, 3], 1), ([0, 1, 2, 3, 9], 3)]
    ids = [["new", *"abcd"], [*"abc", "new", "d"], [*"abcd", "new"]]

    assert [(one, []) for one in ids] == [(found["ids"], found["moved"]) for found in arranged(sheet, orders)]


def test_nothing_to_do(sheet: Client) -> None:
    """A list that is in order is left alone; a neighbour that goes down moves by itself."""
    same, down = arranged(sheet, [([0, 1, 2, 3], 1), ([1, 0, 2, 3], 0)])

    assert [] == same["moved"]
    assert ["b"] == down["moved"]
