"""What the tests of the recommendations share: a project with every sort of offer, and the choice by another road."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.core.knowledge import KnowledgeBase
from generator.kinds.competence_area.model import CompetenceArea
from generator.kinds.provider import views
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.vocabulary.model import Vocabulary
from generator.outputs.recommendations import DIGITAL_THEMES, FOR_TEACHERS
from tests.conftest import Project

TABLE = Path(__file__).parents[1] / "client/recommend.tsv"
"""Cases on the project below: what is chosen, and what comes of it."""

SOURCES = """sources:
  - {url: "https://www.voorbeeldschool.be/bron", title: Een bron, accessed: 2026-11-21, seen: stored}
"""

PROVIDERS = {
    "antwerps": """name: Antwerps
kind: vereniging
summary: S
existence: active
regions: [antwerpen]
offers:
  - {id: toets, title: Toetsen, summary: S, status: unknown, sources: [1], themes: [evaluatie],
     education_levels: [secundair]}
  - {id: blended, title: Blended, summary: S, status: on-request, sources: [1], education_levels: [lager, secundair],
     themes: [digitale-didactiek, evaluatie], starting_level: B2, target_level: C1}
  - {id: dag, title: Dag, summary: S, status: running, sources: [1], themes: [evaluatie], presence: [onsite, online],
     education_levels: [secundair], dates: [{start: 2026-12-03, places: [Gent]}, {start: 2026-11-01, end: 2026-11-21}]}
  - {id: leiders, title: Leiders, summary: S, status: running, sources: [1], themes: [digitale-didactiek],
     roles: [schoolleider]}
  - {id: gisteren, title: Gisteren, summary: S, status: running, sources: [1], competences: ["1.1"],
     dates: [{start: 2026-11-19, end: 2026-11-20}]}
  - {id: geweest, title: Geweest, summary: S, status: past, sources: [1], competences: ["1.1"], themes: [evaluatie]}
  - {id: oproep, title: Op oproep, summary: S, status: on-request, sources: [1], competences: ["1.1"],
     roles: [leraar, schoolleider], starting_level: A1, target_level: A2, dates: [{start: 2025-03-01}]}
""",
    "gestopt": """name: Gestopt
kind: vereniging
summary: S
existence: stopped
existence_note: Weg.
existence_source: 1
competences: ["1.1", "1.2"]
offers:
  - {id: les, title: Les, summary: S, status: unknown, sources: [1], competences: ["1.1"], themes: [evaluatie]}
""",
    "hollands": """name: Hollands
kind: vereniging
summary: S
existence: active
regions: [nederland]
education_levels: [kleuter]
competences: ["1.1", "1.2"]
offers:
  - {id: spel, title: Spel, summary: S, status: unknown, sources: [1], themes: [digitale-didactiek],
     education_levels: [kleuter], period: schooljaar 2025-2026}
""",
    "vlaams": """name: Vlaams
kind: vereniging
summary: S
existence: active
regions: [vlaanderen]
competences: ["1.2"]
offers:
  - {id: cursus, title: Cursus, summary: S, status: unknown, sources: [1], themes: [evaluatie], starting_level: A2}
  - {id: forum, title: Forum, summary: S, status: on-request, sources: [1], themes: [digitale-didactiek]}
""",
    "zwervend": """name: Zwervend
kind: vereniging
summary: S
existence: active
offers:
  - {id: klas, title: In je klas, summary: S, status: unknown, sources: [1], themes: [digitale-didactiek],
     education_levels: [secundair]}
  - {id: net, title: Op het net, summary: S, status: unknown, sources: [1], themes: [digitale-didactiek],
     presence: [online]}
""",
}


def prepare(project: Project) -> KnowledgeBase:
    """Adds to the tiny project offers of every sort; gives what is known then."""
    project.replace(
        "content/competences/betrokkenheid.yaml",
        "description: Je kiest een kanaal dat past.",
        "description: Je kiest een kanaal dat past.\n    themes: [evaluatie, digitale-didactiek]",
    )
    project.replace(
        "content/competences/betrokkenheid.yaml",
        "description: Je deelt wat je maakt.",
        "description: Je deelt wat je maakt.\n    themes: [samen-leren]",
    )
    project.append("content/vocabularies/themes.yaml", "  - {id: samen-leren, label: Samen leren}\n")
    regions = (
        "  - {id: antwerpen, label: Antwerpen, broader: vlaanderen}\n  - {id: genk, label: Genk, broader: vlaanderen}\n"
    )
    project.append("content/vocabularies/regions.yaml", regions)
    for name, text in PROVIDERS.items():
        project.write(f"providers/{name}.yaml", text + SOURCES)
    reading = project.read()
    assert reading.knowledge is not None, reading.diagnostics
    return reading.knowledge


@dataclass(frozen=True)
class Case:
    """What somebody chooses, and what is expected: offers with their reasons, organisations, and filters."""

    competence: str
    level: int | None
    education_level: str | None
    region: str | None
    offers: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    more: str = ""

    @property
    def choice(self) -> dict[str, object]:
        """The choice as the module takes it."""
        return {
            "competence": self.competence,
            "level": self.level,
            "educationLevel": self.education_level,
            "region": self.region,
        }


def cases() -> list[Case]:
    """Reads the table."""
    lines = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    found = []
    for line in lines:
        competence, level, *places, offers, providers, more, _ = ("" if one == "-" else one for one in line.split("\t"))
        education_level, region = (one or None for one in places)
        found.append(
            Case(
                competence,
                int(level) if level else None,
                education_level,
                region,
                tuple(offers.split(" ")) if offers else (),
                tuple(providers.split(" ")) if providers else (),
                more,
            )
        )
    return found


def all_choices(kb: KnowledgeBase, levels: Iterable[int | None]) -> Iterator[Case]:
    """Gives everything that can be chosen, without what is expected."""
    education = [None, *(name.id for name in kb.known_names("education-levels"))]
    regions = [None, *(name.id for name in kb.known_names("regions"))]
    ids = [name.id for name in kb.known_names("competences")]
    return (Case(*one) for one in itertools.product(ids, levels, education, regions))


# ── the choice by another road: from the records, one rule at a time, the least weighty rule first ──────────────


def reference(kb: KnowledgeBase, case: Case) -> list[str]:
    """Gives all offers for a case, best first, each as `provider/offer[reason,reason]`."""
    themes, teaching = _teaching(kb, case.competence)
    found = [
        (provider, offer)
        for provider, offer in teaching
        if (case.education_level is None or case.education_level in (offer.education_levels or [case.education_level]))
        and (case.region is None or _where(kb, case.region, provider, offer))
    ]
    found.sort(key=lambda pair: _when(kb, pair[1]) != "start")
    found.sort(key=lambda pair: _fit(case.level, pair[1]) == "fit-unknown")
    found.sort(key=lambda pair: case.region is not None and _where(kb, case.region, *pair) == "region-unknown")
    found.sort(key=lambda pair: case.region is not None and not _where(kb, case.region, *pair).startswith("region="))
    found.sort(key=lambda pair: case.education_level is not None and not pair[1].education_levels)
    found.sort(key=lambda pair: case.competence not in pair[1].competences and not _is_digital(pair[1]))
    found.sort(key=lambda pair: case.competence not in pair[1].competences)
    found.sort(key=lambda pair: _is_for_others(pair[1]) or _fit(case.level, pair[1])[:5] in ("above", "reach"))
    return [
        f"{provider.id}/{offer.id}[{','.join(_reasons(kb, case, themes, provider, offer))}]"
        for provider, offer in found
    ]


@cache
def _teaching(kb: KnowledgeBase, name: str) -> tuple[tuple[str, ...], list[tuple[Provider, Offer]]]:
    competence = next(one for area in kb.all(CompetenceArea) for one in area.competences if one.id == name)
    found = [
        (provider, offer)
        for provider, offer in views.all_offers(kb)
        if provider.existence != "stopped"
        and not views.is_gone(kb, provider, offer)
        and (name in offer.competences or set(competence.themes) & set(offer.themes))
    ]
    return competence.themes, found


def _reasons(kb: KnowledgeBase, case: Case, themes: Iterable[str], provider: Provider, offer: Offer) -> Iterator[str]:
    if case.competence in offer.competences:
        yield "competence"
    else:
        yield from (f"theme={theme}" for theme in themes if theme in offer.themes)
        if not _is_digital(offer):
            yield "broad"
    if case.education_level:
        yield f"level={case.education_level}" if offer.education_levels else "level-unknown"
    if case.region:
        yield _where(kb, case.region, provider, offer)
    if case.level:
        yield _fit(case.level, offer)
    if _is_for_others(offer):
        yield from (f"role={role}" for role in offer.roles)
    when = _when(kb, offer)
    yield when if when in ("start", "started") or offer.status != "on-request" else "on-request"


def _when(kb: KnowledgeBase, offer: Offer) -> str:
    if any(moment.start.day >= kb.today for moment in offer.dates):
        return "start"
    if any(moment.end and moment.end.day >= kb.today for moment in offer.dates):
        return "started"
    # Of what comes back nobody knows the next day.
    return "undated"


def _is_digital(offer: Offer) -> bool:
    return bool(offer.competences) or any(theme in DIGITAL_THEMES for theme in offer.themes)


def _is_for_others(offer: Offer) -> bool:
    return bool(offer.roles) and not any(role in FOR_TEACHERS for role in offer.roles)


def _where(kb: KnowledgeBase, wanted: str, provider: Provider, offer: Offer) -> str:
    for region in (wanted, wider(kb).get(wanted)):
        if region in (offer.regions or provider.regions):
            return f"region={region}"
    if "online" in offer.presence:
        return "online"
    return "" if offer.regions or provider.regions else "region-unknown"


@cache
def wider(kb: KnowledgeBase) -> Mapping[str, str | None]:
    """Gives the wider region of each region."""
    return {term.id: term.broader for one in kb.all(Vocabulary) if one.id == "regions" for term in one.terms}


def _fit(level: int | None, offer: Offer) -> str:
    codes = ["A1", "A2", "B1", "B2", "C1", "C2"]
    if level is None:
        return ""
    own = codes[level - 1]
    if offer.starting_level and offer.starting_level in codes[level + 1 :]:
        return f"above={offer.starting_level}"
    if offer.target_level and offer.target_level <= own:
        return f"reached={offer.target_level}"
    if offer.starting_level and (offer.target_level or offer.starting_level >= own):
        return "fits=" + offer.starting_level
    return "fit-unknown"
