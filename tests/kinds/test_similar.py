"""Which offers are like another one."""

from datetime import date
from typing import Any

import pytest

from generator.compiler import load_strings, read_project
from generator.core.knowledge import KnowledgeBase, Known
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.similar import Likeness
from generator.kinds.vocabulary.model import Vocabulary
from tests.built_site import ROOT

T = load_strings()
REAL = read_project(ROOT, date.today()).knowledge

BASIC = {"summary": "S", "status": "running", "sources": ["1"]}
SOURCE = {"url": "https://a.be/", "title": "A", "accessed": "2026-11-21", "seen": "stored"}


def provider(name: str, *offers: dict[str, Any], **more: Any) -> Provider:
    """Gives a provider with offers, called `<name>-1` and on."""
    made = [BASIC | {"id": f"{name}-{n}", "title": f"{name}-{n}"} | one for n, one in enumerate(offers, start=1)]
    basic = {"id": name, "name": name, "kind": "vzw", "summary": "S", "existence": "active", "sources": [SOURCE]}
    return Provider.model_validate(basic | {"offers": made} | more)


def like(wanted: Provider, *others: Provider, offer: Offer | None = None) -> list[str]:
    """Gives the titles of what is like the first offer of a provider."""
    return [one.offer.label for one in found(wanted, *others, offer=offer)]


def found(wanted: Provider, *others: Provider, offer: Offer | None = None) -> Any:
    """Gives what is like the first offer of a provider."""
    return Likeness(knowledge(wanted, *others)).like(T, wanted, offer or wanted.offers[0])


def knowledge(*providers: Provider) -> KnowledgeBase:
    """Gives a base with these providers, some about something else, and the real vocabularies."""
    assert REAL is not None
    records = (*providers, *FILLING, *REAL.all(Vocabulary))
    return KnowledgeBase([Known(one, "x.yaml") for one in records], REAL.names)


def of(*themes: str, levels: tuple[str, ...] = ("lager",), **more: Any) -> dict[str, Any]:
    """Gives an offer about themes, for levels."""
    return {"themes": list(themes), "education_levels": list(levels), **more}


FILLING = [provider(f"vul-{number}", of("cultuur", levels=("hoger",))) for number in range(40)]
"""Offers about something else, so that a theme of a few is rare."""


def test_rare_theme_counts_more() -> None:
    """What shares a rare theme comes before what shares a common one."""
    with_team = {"participation": ["team"]}
    common = [provider(f"taal-{number}", of("taal", **with_team)) for number in range(4)]
    mine = provider("ik", of("taal", "ict-beleid", **with_team))

    assert "ict-1" == like(mine, *common, provider("ict", of("ict-beleid")))[0]


def test_reason() -> None:
    """The reason names the shared themes, rarest first, then levels and forms in the order of their lists."""
    other = provider("a", of("taal", "ict-beleid", levels=("lager", "kleuter"), format=["cursus"]))
    others = [other, *(provider(f"t-{number}", of("taal")) for number in range(3))]
    mine = provider("ik", of("taal", "ict-beleid", levels=("kleuter", "lager"), format=["cursus"]))
    reason = "zelfde thema: Ict-beleid, Taal en lezen; zelfde niveau: Kleuteronderwijs, Lager onderwijs"

    assert f"{reason}; zelfde vorm: Cursus" == found(mine, *others)[0].reason


def test_level_must_not_contradict() -> None:
    """An offer for other pupils is not alike; one whose pupils are not known may be."""
    others = [provider("a", of("taal", levels=("secundair",))), provider("b", of("taal", levels=()))]

    assert ["b-1"] == like(provider("ik", of("taal")), *others)


def test_digital_level_must_not_contradict() -> None:
    """An offer that begins above where the other ends is not alike, either way round."""
    low = of("taal", starting_level="A1", target_level="A2")
    high = of("taal", starting_level="B2", target_level="C1")

    assert [] == like(provider("ik", low), provider("a", high))
    assert [] == like(provider("ik", high), provider("a", low))
    assert ["a-1"] == like(provider("ik", low), provider("a", low))


def test_past_only_beside_past() -> None:
    """A past offer stands only beside a past one, and after what can still be followed."""
    others = [provider("oud", of("taal", "ict-beleid", status="past")), provider("nieuw", of("taal"))]

    assert ["nieuw-1"] == like(provider("ik", of("taal", "ict-beleid")), *others)
    assert ["nieuw-1", "oud-1"] == like(provider("ik", of("taal", "ict-beleid", status="past")), *others)


def test_other_organisations_that_work() -> None:
    """Offers of the same organisation, and of one that stopped, are not named; each other one is named once."""
    stopped = provider("weg", of("taal"), existence="stopped", existence_note="Weg.", existence_source="1")
    others = [stopped, provider("a", of("taal"), of("taal")), provider("b", of("taal"))]

    assert ["a-1", "b-1"] == like(provider("ik", of("taal"), of("taal")), *others)


def test_most() -> None:
    """At most three are named."""
    assert 3 == len(like(provider("ik", of("taal")), *(provider(f"a-{number}", of("taal")) for number in range(9))))


def test_one_common_theme_is_too_little() -> None:
    """A theme that many share, and nothing else in common, makes no likeness; nor does a level alone."""
    many = [provider(f"c-{number}", of("cultuur", levels=())) for number in range(40)]

    assert [] == like(provider("ik", of("cultuur", levels=("volwassenen",))), *many)
    assert [] == like(provider("ik", of("taal")), provider("a", of("ict-beleid")))


@pytest.mark.parametrize(("others", "is_named"), [(1, True), (2, False)])
def test_how_rare_a_theme_must_be(others: int, is_named: bool) -> None:
    """A theme alone makes a likeness where one offer in fifteen has it (2.7), not where one in twelve has (2.48)."""
    alone = of("taal", levels=())
    crowd = [provider(f"t-{number}", alone) for number in range(others)]

    assert is_named is bool(like(provider("ik", alone), provider("a", alone), *crowd))


def test_theme_that_only_the_other_has() -> None:
    """A theme more counts against an offer: less than the same form counts for it, and more than nothing."""
    wide, narrow = of("taal", "ict-beleid"), of("taal")
    formed = {"format": ["cursus"]}
    more = provider("c", of("ict-beleid", levels=("hoger",)))

    assert ["b-1", "a-1"] == like(provider("ik", narrow), provider("a", wide), provider("b", narrow), more)
    assert ["a-1", "b-1"] == like(
        provider("ik", narrow | formed), provider("a", wide | formed), provider("b", narrow), more
    )


def test_region_decides() -> None:
    """Of two that are alike otherwise, the one nearby is named first; a region lies in a wider one."""
    far, near = provider("a", of("taal"), regions=["nederland"]), provider("b", of("taal"), regions=["vlaanderen"])

    assert "b-1" == like(provider("ik", of("taal"), regions=["antwerpen"]), far, near)[0]


def test_two_themes_come_first_in_a_crowd() -> None:
    """However many share one theme, what shares two is among the candidates."""
    crowd = [provider(f"{theme}-{number:03}", of(theme)) for theme in ("taal", "ict-beleid") for number in range(30)]

    assert "z-1" == like(provider("ik", of("taal", "ict-beleid")), *crowd, provider("z", of("taal", "ict-beleid")))[0]


def test_work_of_a_provider() -> None:
    """What is like the work of an organisation without offers follows from its own themes."""
    stopped = provider(
        "ik",
        existence="stopped",
        existence_note="Weg.",
        existence_source="1",
        themes=["taal"],
        education_levels=["lager"],
    )
    kb = knowledge(stopped, provider("a", of("taal")))

    assert ["a-1"] == [one.offer.label for one in Likeness(kb).like(T, stopped)]


@pytest.mark.parametrize("status", ["past", "running"])
def test_real_content_is_stable(status: str) -> None:
    """On the real content, two reckonings give the same; nothing past stands beside what runs."""
    assert REAL is not None
    first, second = Likeness(REAL), Likeness(REAL)
    statuses = {f"{one.id}/{offer.id}": offer.status for one in REAL.all(Provider) for offer in one.offers}
    for one in REAL.all(Provider):
        for offer in one.offers:
            if offer.status == status:
                named = first.like(T, one, offer)
                assert named == second.like(T, one, offer)
                assert status == "past" or "past" not in {statuses[alike.id] for alike in named}
