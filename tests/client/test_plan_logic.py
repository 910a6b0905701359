"""What stands in a plan, and how it is kept."""

from typing import Any

import pytest

from tests.client.conftest import Client

OFFER = {"title": "Kijken", "by": "X", "state": "saved", "note": ""}
STEP = {"title": "a", "phase": None, "from": None, "date": None, "owner": "", "state": "open", "note": "", "order": 1}

BEGIN = "begin({ isValid: (key, value) => !key.startsWith('plan/') || plans.isValid(key, value) });"

RIGHT: list[tuple[str, Any]] = [
    ("plan/kind", "teacher"),
    ("plan/about/goals", ""),
    ("plan/about/goals", "a" * 2000),
    ("plan/priority/1.1", {"title": "Actief deelnemen", "order": 0.5}),
    ("plan/offer/hogeschool-x", OFFER),
    ("plan/offer/hogeschool-x/kijken", {**OFFER, "state": "done", "note": "\u0000" * 2000}),
    ("plan/step/i-learn.2.1", {**STEP, "phase": "evaluation", "from": "i-learn", "date": "2028-02-29"}),
    ("plan/step/eigen-1", {**STEP, "state": "doing", "order": -2.5}),
    ("plan/step/eigen-1", {**STEP, "calendar": {"uid": "stap-eigen-1", "sequence": 3, "of": "0011aabb"}}),
]
WRONG: list[tuple[str, Any]] = [
    ("plan/kind", "school"),
    ("plan/kind/x", "team"),
    ("plan/about", "a"),
    ("plan/about/naam", "a"),
    ("plan/about/goals", "a" * 2001),
    ("plan/about/goals", None),
    ("plan/priority/1.1", "a"),
    ("plan/priority/1.1", {"title": "a", "order": None}),
    ("plan/priority/1.1", {"title": "a", "order": 1e12}),
    ("plan/priority/1.1", {"title": "a" * 301, "order": 1}),
    ("plan/priority/1.1/x", {"title": "a", "order": 1}),
    ("plan/offer/a/b/c", OFFER),
    ("plan/offer/a", {**OFFER, "state": "lost"}),
    ("plan/offer/a", {**OFFER, "price": 1}),
    ("plan/offer/a", {**OFFER, "by": 1}),
    ("plan/offer/-a", OFFER),
    ("plan/step/a", {**STEP, "date": "2027-02-29"}),
    ("plan/step/a", {**STEP, "date": "soon"}),
    ("plan/step/a", {**STEP, "phase": "preparation"}),
    ("plan/step/a", {**STEP, "from": "<b>"}),
    ("plan/step/a", {**STEP, "state": "saved"}),
    ("plan/step/a", {**STEP, "order": "1"}),
    ("plan/step/a", {**STEP, "calendar": {"uid": "stap-a", "sequence": "3", "of": ""}}),
    ("plan/step/a", {**STEP, "calendar": None}),
    ("plan/priority/a", {"title": "a", "order": 1, "calendar": {"uid": "a", "sequence": 0, "of": ""}}),
    ("plan/step/a", {key: value for key, value in STEP.items() if key != "note"}),
    ("plan/constructor/a", "a"),
    ("plan/other/a", "a"),
]


def ask(client: Client, code: str, value: object = None) -> Any:
    """Runs statements that may wait, with `given` beside them."""
    return client.run(f"const given = value; return (async () => {{ {BEGIN} {code} }})()", value)


def test_judged(client: Client) -> None:
    """What a plan can hold is held, and found again; the rest is refused."""
    judge = "return given.map(([key, value]) => plans.isValid(key, value))"

    assert [True] * len(RIGHT) == ask(client, judge, RIGHT)
    assert [] == [case for case, is_right in zip(WRONG, ask(client, judge, WRONG), strict=True) if is_right]

    kept = ask(
        client,
        "store.answerDevice(true); store.setAll(given.map(([key, value]) => ({ key, value })));"
        f"store.close(); {BEGIN} return [values(), troubles]",
        RIGHT,
    )
    assert dict(RIGHT) == {key: value for key, value in kept[0].items() if key != "device"}
    assert [] == kept[1]


def test_saved_offers(client: Client) -> None:
    """An offer is saved once, under the words it had, and stays what somebody made of it."""
    found = ask(
        client,
        """
        const [first, second] = [{ id: "b/een", title: "Één", by: "B" }, { id: "a", title: "a".repeat(400), by: "" }];
        const counts = [plans.saveOffers(store, [first]), plans.saveOffers(store, [first, second])];
        store.set("plan/offer/b/een", { title: "Één", by: "B", state: "booked", note: "op 3 mei" });
        counts.push(plans.saveOffers(store, [first]));
        const list = plans.offers(store).map(({ id, title, state, note }) => [id, title.length, state, note]);
        plans.dropOffer(store, "a");
        const is = ["a", "b", "b/een"].map((id) => plans.isSaved(store, id));
        return { counts, list, left: plans.offers(store).length, is };
        """,
    )

    assert [1, 1, 0] == found["counts"]
    assert [["a", 300, "saved", ""], ["b/een", 3, "booked", "op 3 mei"]] == found["list"]
    assert [1, [False, False, True]] == [found["left"], found["is"]]


def test_steps(client: Client) -> None:
    """Steps come behind those that are there, none twice, and one can be moved without touching the others."""
    found = ask(
        client,
        """
        const made = (ids) => plans.addSteps(store, ids.map((id) => ({ id, title: id, phase: "training" })));
        const counts = [made(["a", "b"]), made(["b", "c", "d"])];
        const order = () => plans.steps(store).map(({ id }) => id).join("");
        const seen = [order()];
        for (const [from, to] of [[3, 0], [0, 2], [1, 1], [1, 3]]) {
          const list = plans.steps(store);
          const { id, at, ...step } = list[from];
          store.set(`plan/step/${id}`, { ...step, order: plans.orderAt(list, from, to) });
          seen.push(order());
        }
        const many = Array.from({ length: 996 }, (_, n) => ({ id: `x${n}`, title: "x" }));
        const names = new Set(plans.steps(store).map(({ calendar }) => calendar.uid)).size;
        return { counts, seen, names, full: [plans.addSteps(store, many), plans.steps(store).length] };
        """,
    )

    assert [2, 2] == found["counts"]
    assert 4 == found["names"]
    assert ["abcd", "dabc", "abdc", "abdc", "adcb"] == found["seen"]
    assert [None, 4] == found["full"]


@pytest.mark.parametrize("list_", [[], [{"order": 3}]])
def test_order_of_few(client: Client, list_: list[dict[str, int]]) -> None:
    """Alone or first, a thing has a place."""
    assert ask(client, "return Number.isFinite(plans.orderAt(given, 0, 0))", list_)


def test_about(client: Client) -> None:
    """What nobody wrote is empty."""
    found = ask(client, "store.set('plan/about/goals', 'Samen kijken'); return plans.about(store)")

    assert "Samen kijken" == found.pop("goals")
    assert {""} == set(found.values())
    assert 8 == len(found)
