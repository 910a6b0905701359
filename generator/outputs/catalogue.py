# Facets are columns: a short text for each record, a sign for each value. Titles are not among them: cards come with
# the page of results that shows them.
"""The data with which the catalogue filters itself in the browser."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.core.assets import Asset
from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.kinds.provider import lists, views
from generator.kinds.provider.facets import (
    STATE_FACET,
    Column,
    Facet,
    Pairs,
    facets,
    offer_columns,
    provider_columns,
    states_told,
)
from generator.kinds.provider.schedule import GONE, STATES, evidence_for, state_on
from generator.outputs.search.publish import ONE_FILE

FOLDER = "assets/catalogue/"

CARDS = 10
"""Cards in one file, when they do not all stand in one."""

Data = dict[str, object]


def assets(kb: KnowledgeBase, publisher: Publisher, one_file: int = ONE_FILE) -> Iterator[Asset]:
    """Gives the facets and the cards of both views.

    Arguments:
        kb: The knowledge base.
        publisher: Makes the cards.
        one_file: Up to so many offers and providers all cards of a view stand in one file, so that the host of the
            site sees no choice.
    """
    offers = views.all_offers(kb)
    providers = views.all_providers(kb)
    found = facets(kb, publisher.t)
    is_small = len(offers) + len(providers) <= one_file
    per_file = 0 if is_small else CARDS

    states = Counter(state_on(*pair, kb.today) for pair in offers)
    places = {provider.id: place for place, provider in enumerate(providers)}
    by_name = sorted(range(len(offers)), key=lambda number: (offers[number][1].title.casefold(), number))
    data: Data = {
        "count": len(offers),
        "perFile": per_file,
        # The offers stand by state: how many are in each, and from which state on they are to be asked for, or gone.
        "states": [states[state] for state in STATES],
        "ask": STATES.index("ask"),
        "gone": next(number for number, state in enumerate(STATES) if state in GONE),
        "later": _later(kb, publisher, found, offers),
        "owners": len(providers),
        "ownerOf": steps([places[provider.id] for provider, _ in offers], len(providers)),
        "evidence": _ranks([evidence_for(*pair).month for pair in offers]),
        "facets": [_facet(column) for column in offer_columns(found, offers, providers) if column.is_shown],
    }
    if is_small:
        data["byName"] = by_name
    else:
        yield _asset("offers-by-name.json", by_name)
    yield _asset("offers.json", data)
    stopped = [number for number, provider in enumerate(providers) if provider.existence == "stopped"]
    yield _asset(
        "providers.json",
        {
            "count": len(providers),
            "perFile": per_file,
            "last": [part for number in stopped for part in (number, 1)],
            "evidence": _ranks([views.evidence_month(provider) for provider in providers]),
            "facets": [_facet(column) for column in provider_columns(found, providers) if column.is_shown],
        },
    )

    offer_cards = (lists.offer_card(kb, publisher, provider, offer) for provider, offer in offers)
    yield from _cards("offers", offer_cards, per_file)
    provider_cards = (lists.provider_card(kb, publisher, provider) for provider in providers)
    yield from _cards("providers", provider_cards, per_file)


def _later(kb: KnowledgeBase, publisher: Publisher, found: Sequence[Facet], offers: Pairs) -> list[list[object]]:
    """Gives what changes after the day of the build: the day, the offer, its state, and its row in that facet."""
    (facet,) = [one for one in found if one.key == STATE_FACET]
    return sorted(
        [
            one.day.isoformat(),
            number,
            STATES.index(one.state),
            "".join(map(sign, facet.row(states_told(provider, offer, one.day)))),
        ]
        for number, (provider, offer) in enumerate(offers)
        for one in views.later(publisher.t, provider, offer, kb.today)
    )


def sign(number: int) -> str:
    """Writes a small number as one sign that JSON leaves as it is: the lower, the fewer bytes."""
    code = number + 35
    if code >= 92:  # the backslash
        code += 1
    if code >= 127:  # control signs
        code += 34
    if code >= 0xD800:  # halves of pairs
        code += 0x800
    return chr(code)


def steps(numbers: Sequence[int], limit: int) -> str:
    """Writes numbers below `limit` that mostly rise a little as their steps, going round from the last to the first."""
    before = (0, *numbers)
    return "".join(sign((number - last) % limit) for last, number in zip(before, numbers, strict=False))


def _facet(column: Column) -> Data:
    facet = column.facet
    return {
        "key": facet.key,
        "isOfOwner": column.is_of_owner,
        "values": [value.id for value in facet.values],
        "implied": [[number, *more] for number, more in facet.implied.items()],
        "rows": " ".join("".join(map(sign, row)) for row in column.rows),
    }


def _ranks(months: Sequence[int]) -> str:
    """Writes how new the evidence for each record is, as a rank: the newest is 0."""
    ranks = {month: rank for rank, month in enumerate(sorted(set(months), reverse=True))}
    return "".join(sign(ranks[month]) for month in months)


def _cards(view: str, cards: Iterator[str], per_file: int) -> Iterator[Asset]:
    if not per_file:
        yield _asset(f"{view}-cards.json", list(cards))
        return
    file: list[str] = []
    number = 0
    for card in cards:
        file.append(card)
        if len(file) == per_file:
            yield _asset(f"{view}-cards/{number}.json", file)
            file, number = [], number + 1
    if file:
        yield _asset(f"{view}-cards/{number}.json", file)


def _asset(name: str, data: Data | list[str] | list[int]) -> Asset:
    return Asset(FOLDER + name, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
