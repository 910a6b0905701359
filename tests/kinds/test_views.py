"""What views choose, order and word."""

from datetime import date

import pytest

from generator.compiler import load_strings
from generator.core.fields import PartialDate
from generator.core.record import Record
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.views import in_order, offer_card, offer_view, open_questions, status_sentence
from generator.kinds.views import age_sentence, is_old, say_moment
from tests.conftest import Project

T = load_strings()
TODAY = date(2026, 11, 21)


def record(dated: str | None = None, **more: str) -> Record:
    """Gives a record with one source."""
    source = {"url": "https://a.be/", "title": "A", "accessed": "2026-11-21", "seen": "stored"}
    return Record.model_validate({"id": "a", "sources": [source | ({"dated": dated} if dated else {})], **more})


def offer(**more: object) -> Offer:
    """Gives an offer."""
    basic = {"id": "a", "title": "A", "summary": "B", "status": "unknown", "sources": ["1"]}
    return Offer.model_validate(basic | more)


def facts_of(project: Project, **more: object) -> dict[str, str]:
    """Gives the facts of an offer of the tiny project's first provider, as name and words."""
    kb = project.read().knowledge
    assert kb is not None
    view = offer_view(kb, T, kb.all(Provider)[0], offer(**more))
    return {fact.name: ", ".join(value.label for value in fact.values) for fact in view.facts + view.notes}


@pytest.mark.parametrize(("moment", "said"), [("2024", "2024"), ("2024-05", "mei 2024"), ("2024-05-03", "3 mei 2024")])
def test_moment(moment: str, said: str) -> None:
    """A moment is said as precisely as it is known."""
    assert said == say_moment(T, PartialDate(moment))


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (record("2026-10"), "Laatst gevonden in oktober 2026."),
        (record("2025-06"), "Laatst gevonden in juni 2025."),
        (record("2026-10-16"), "Laatst gevonden op 16 oktober 2026."),
        (record("2022-02-01"), "Laatst gevonden op 1 februari 2022. Vraag of het nog loopt."),
        (record("2025-05"), "Laatst gevonden in mei 2025. Vraag of het nog loopt."),
        (record("2022"), "Laatst gevonden in 2022. Vraag of het nog loopt."),
        (record(), "De bronnen noemen geen datum. Vraag of het nog loopt."),
        (record("2022", checked="2026-11-02"), "Nagekeken op 2 november 2026."),
        (
            record("2022", confirmed_by_organisation="2026-11-02"),
            "De organisatie bevestigde deze gegevens op 2 november 2026.",
        ),
    ],
)
def test_age(one: Record, said: str) -> None:
    """One sentence says how old the newest evidence is; after a school year and a half it adds to ask."""
    assert said == age_sentence(T, one, TODAY)


def test_checking_makes_fresh() -> None:
    """A check or a confirmation is evidence of its own day."""
    assert is_old(record("2020"), TODAY)
    assert not is_old(record("2020", checked="2026-01-01"), TODAY)


def test_status(project: Project) -> None:
    """The status rests on its note; old evidence adds to ask, a stopped organisation does not."""
    kb = project.read().knowledge
    assert kb is not None
    provider = kb.all(Provider)[0]
    old = provider.model_copy(
        update={"sources": record("2020").sources, "existence": "unknown", "existence_note": "Gezien."}
    )
    stopped = old.model_copy(update={"existence": "stopped", "existence_note": "Opgeheven in 2023."})

    assert "Gezien. Vraag of het nog loopt." == status_sentence(kb, T, old)
    assert "Gestopt. Opgeheven in 2023." == status_sentence(kb, T, stopped)
    assert "Gezien." == status_sentence(kb, T, old.model_copy(update={"sources": record("2026-10").sources}))


def test_offers_in_order(project: Project) -> None:
    """What begins later comes first, then what runs, is unsure, has no date; what is over, last; each by title."""
    kb = project.read().knowledge
    assert kb is not None
    provider = kb.all(Provider)[0].model_copy(
        update={"sources": (*record("2026-10").sources, *record().sources, *record("2019").sources)}
    )
    given = [
        ("A", {"status": "past"}),
        ("B", {"status": "unknown", "sources": ["3"]}),
        ("C", {"status": "unknown", "sources": ["2"]}),
        ("D", {"status": "unknown"}),
        ("f", {"status": "running"}),
        ("E", {"status": "on-request"}),
        ("G", {"status": "unknown", "dates": [{"start": "2027-01-13"}]}),
        ("H", {"status": "unknown", "dates": [{"start": "2027-01-13"}], "enrol_until": "2026-11-01"}),
    ]
    ordered = in_order(kb, [(provider, offer(title=title, **more)) for title, more in given])

    assert ["G", "E", "f", "D", "C", "H", "A", "B"] == [one.title for _, one in ordered]


def test_offers_known_best_come_first(project: Project) -> None:
    """What younger evidence tells of comes first, then what has no date, and what nobody heard of for long last."""
    kb = project.read().knowledge
    assert kb is not None
    first = kb.all(Provider)[0]
    dated = {"A": None, "B": "2019", "C": "2024-03", "D": "2024-11-02"}
    providers = [
        first.model_copy(update={"id": name, "name": name, "sources": record(day).sources})
        for name, day in dated.items()
    ]

    ordered = in_order(kb, ((one, offer()) for one in providers))
    assert ["D", "C", "A", "B"] == [provider.name for provider, _ in ordered]


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ({"amount": "0", "currency": "EUR"}, "gratis"),
        ({"amount": "120", "currency": "EUR", "per": "person"}, "€ 120 per persoon"),
        ({"amount": "12.50", "per": "team", "note": "met lunch"}, "€ 12,50 per team (met lunch)"),
        ({"note": "met subsidie"}, "met subsidie"),
    ],
)
def test_price(project: Project, price: dict[str, str], said: str) -> None:
    """A price is said in euro, for whom, with its note; nought is free."""
    assert said == facts_of(project, price=price)["price"]


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        ({"hours": "1"}, "1 uur"),
        ({"hours": "2.5", "sessions": "1"}, "2,5 uur, 1 sessie"),
        ({"sessions": "3", "weeks": "12", "text": "een semester"}, "3 sessies, 12 weken, een semester"),
    ],
)
def test_duration(project: Project, duration: dict[str, str], said: str) -> None:
    """A duration says all that is known, in one or more."""
    assert said == facts_of(project, duration=duration)["duration"]


def test_other_facts(project: Project) -> None:
    """Group, dates and levels are put in words; what is not known is not there."""
    known = facts_of(
        project,
        group_size={"least": "8", "most": "20"},
        dates=[{"start": "2026-12-01", "end": "2026-12-02", "places": ["Gent"]}],
        starting_level="A2",
        participation=["team"],
    )

    assert "8 tot 20 deelnemers" == known["group"]
    assert "1 december 2026 tot 2 december 2026, Gent" == known["dates"]
    assert "A2 → ?" == known["digital_level"]
    assert "met je team" == known["participation"]
    assert {"price", "duration", "certificate", "follow_up"}.isdisjoint(known)


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ({"amount": "90", "currency": "GBP", "per": "person"}, "90 Britse pond per persoon"),
        ({"amount": "1", "currency": "USD"}, "1 Amerikaanse dollar"),
        ({"amount": "90", "reduced": {"amount": "45.5", "who": "leden"}}, "€ 90 (€ 45,50 voor leden)"),
        (
            {"amount": "90", "reduced": {"amount": "0", "who": "leden"}, "note": "Met lunch"},
            "€ 90 (gratis voor leden. Met lunch)",
        ),
    ],
)
def test_other_prices(project: Project, price: dict[str, object], said: str) -> None:
    """A price stands in its own currency, with a lower one and for whom."""
    assert said == facts_of(project, price=price)["price"]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ({"start": "2027-03-26 19:30"}, "26 maart 2027, 19.30 uur"),
        ({"start": "2027-03-26 19:30", "end": "2027-03-26 21:00"}, "26 maart 2027, 19.30 tot 21.00 uur"),
        (
            {"start": "2027-03-26T09:00 Z", "places": ["Gent", "Aalst"]},
            "26 maart 2027, 09.00 uur (UTC+00:00), Gent, Aalst",
        ),
        ({"start": "2027-03-26 19:30", "end": "2027-03-27"}, "26 maart 2027, 19.30 uur tot 27 maart 2027"),
    ],
)
def test_hours(project: Project, moment: dict[str, object], said: str) -> None:
    """A day has its hour where that is known, and its offset where it is another clock's."""
    assert said == facts_of(project, dates=[moment])["dates"]


def test_new_facts(project: Project) -> None:
    """Goals, who can enrol, pace, platform, and a period beside the days."""
    known = facts_of(
        project,
        learning_goals=["Je kiest.", "Je maakt."],
        eligibility="members",
        pace="self-paced",
        platform="Moodle",
        dates=[{"start": "2027-03-26"}],
        period="voorjaar 2027",
    )

    assert ("Je kiest., Je maakt.", "alleen leden") == (known["learning_goals"], known["eligibility"])
    assert ("op je eigen tempo", "Moodle") == (known["pace"], known["platform"])
    assert "26 maart 2027, voorjaar 2027" == known["dates"]


def test_card_is_short(project: Project) -> None:
    """A card shows at most five facts."""
    kb = project.read().knowledge
    assert kb is not None
    full = {
        "format": [kb.known_names("methods")[0].id],
        "duration": {"hours": "1"},
        "education_levels": [kb.known_names("education-levels")[0].id],
        "presence": ["online"],
        "price": {"note": "x"},
        "roles": [kb.known_names("roles")[0].id],
    }

    assert 5 == len(offer_card(kb, T, kb.all(Provider)[0], offer(**full)).facts)


def test_open_questions(project: Project) -> None:
    """A core question with a criterion is open until the organisation's record answers it."""
    project.replace("guides/checklists/kiezen.yaml", "criterion: evidence", "core: true\n        criterion: evidence")
    kb = project.read().knowledge
    assert kb is not None
    answering = kb.all(Provider)[0]
    silent = answering.model_copy(update={"criteria": {}})

    assert [] == open_questions(kb, answering)
    assert ["/checklist/kiezen/#bewijs"] == [link.href for link in open_questions(kb, silent)]
