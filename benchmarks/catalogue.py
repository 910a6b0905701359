# The records depend on their number alone, never on how many there are: record 7 is the same in every catalogue,
# so the size of its page can be compared. Ids of terms come from the real vocabularies, so every record is valid.
"""A synthetic project: the real one, with made-up providers. Run as `python -m benchmarks.catalogue TARGET [COUNT]`."""

import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.words import Words, gather

ROOT = Path(__file__).parents[1]

_HOUSES = ("Vormingshuis", "Leeratelier", "Kenniscentrum", "Onderwijswerkplaats", "Nascholingsdienst", "Leernetwerk")


@dataclass(frozen=True, slots=True)
class Terms:
    """The ids that a made-up record may refer to, by namespace, and those that other records refer to."""

    ids: dict[str, list[str]]
    wanted: list[str]
    words: Words

    def some(self, random: Random, namespace: str, least: int, most: int) -> list[str]:
        """Gives a few terms of a namespace."""
        return random.sample(self.ids[namespace], random.randint(least, most))


def make(target: Path, count: int | None) -> None:
    """Writes a project into the empty folder `target`, with `count` made-up providers, or else with the real ones."""
    for folder in ("content", "guides", "theme"):
        shutil.copytree(ROOT / folder, target / folder)
    engine = ROOT / "generator" / "hosts" / "engine.yml"
    settings = {
        "INHERIT": str(engine),
        "docs_dir": "content/pages",
        "theme": {"custom_dir": "theme"},
        "plugins": ["vormingswijzer"],
    }
    (target / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    if count is None:
        shutil.copytree(ROOT / "providers", target / "providers")
        return
    (target / "providers").mkdir()
    terms = gather_terms()
    for number in range(count):
        text = record(terms, number)
        (target / "providers" / f"{provider_id(terms, number)}.yaml").write_text(text, encoding="utf-8")


def provider_id(terms: Terms, number: int) -> str:
    """Gives the id of a record: first those that hand-written records refer to, then names of our own."""
    return terms.wanted[number] if number < len(terms.wanted) else f"aanbieder-{number:05}"


def gather_terms() -> Terms:
    """Reads the ids of the real vocabularies, competences and criteria, and the real providers others refer to."""
    content = ROOT / "content"
    ids = {path.stem: [term["id"] for term in _load(path)["terms"]] for path in _records(content / "vocabularies")}
    areas = [_load(path) for path in _records(content / "competences")]
    ids["competences"] = [competence["id"] for area in areas for competence in area["competences"]]
    checklists = [_load(path) for path in _records(ROOT / "guides" / "checklists")]
    questions = [one for checklist in checklists for section in checklist["sections"] for one in section["questions"]]
    ids["criteria"] = [question["criterion"] for question in questions if "criterion" in question]
    # Any word that is also the name of a provider counts as a reference: a few too many do no harm.
    others = [*_records(content), *_records(ROOT / "guides")]
    words = {word for path in others for word in re.findall(r"[a-z0-9-]+", path.read_text(encoding="utf-8"))}
    providers = _records(ROOT / "providers")
    return Terms(
        ids,
        wanted=[path.stem for path in providers if path.stem in words],
        words=gather(map(_load, providers), [*providers, *others]),
    )


def record(terms: Terms, number: int) -> str:
    """Gives the YAML of one provider with three offers: about 1.65 kB. JSON values are YAML."""
    random = Random(number)
    name = provider_id(terms, number)
    themes = terms.some(random, "themes", 1, 3)
    levels = terms.some(random, "education-levels", 1, 3)
    house = f"{random.choice(_HOUSES)} {terms.words.place(random)}"
    lines = [
        f"name: {house}",
        f"kind: {random.choice(terms.ids['provider-kinds'])}",
        f"summary: {_value(terms.words.text(random, 2))}",
        "status: unknown",
        f"homepage: https://www.{name}.be/",
        f"regions: {_value(terms.some(random, 'regions', 1, 2))}",
        f"education_levels: {_value(levels)}",
        f"themes: {_value(themes)}",
        f"methods: {_value(terms.some(random, 'methods', 1, 2))}",
    ]
    if number % 3 == 0:
        lines += [
            "criteria:",
            f"  {random.choice(terms.ids['criteria'])}:",
            "    answer: partly",
            "    says: organisation",
            f"    evidence: {_value(terms.words.text(random, 1))}",
            "    source: 1",
        ]
    lines += ["notes:", f"  - {{text: {_value(terms.words.text(random, 1))}, source: 1}}"]
    lines.append("offers:")
    for index in range(3):
        lines += _offer(terms, random, index, themes, levels)
    if number % 5 == 4:
        lines.append(f"    partners: [{provider_id(terms, number - 1)}]")
    lines += [
        "sources:",
        f"  - url: https://www.{name}.be/aanbod/",
        f"    publisher: {house}",
        f"    accessed: 2025-{random.randint(1, 6):02}-{random.randint(1, 28):02}",
        "    seen: stored",
        f"    dated: {random.randint(2022, 2025)}",
    ]
    return "\n".join(lines) + "\n"


def _offer(terms: Terms, random: Random, index: int, themes: list[str], levels: list[str]) -> list[str]:
    extras = (
        [f"    competences: {_value(terms.some(random, 'competences', 1, 2))}"],
        [f"    roles: {_value(terms.some(random, 'roles', 1, 2))}"],
        [f"    price: {{amount: {random.randrange(0, 400, 5)}, currency: EUR, per: person}}"],
    )
    return [
        f"  - id: aanbod-{index + 1}",
        f"    title: {_value(terms.words.title(random))}",
        f"    summary: {_value(terms.words.text(random, 1))}",
        f"    status: {random.choice(('running', 'on-request', 'unknown', 'past'))}",
        "    sources: [1]",
        f"    format: {_value(terms.some(random, 'methods', 1, 1))}",
        f"    education_levels: {_value(levels[:1])}",
        f"    themes: {_value([random.choice(themes)])}",
        *random.choice(extras),
    ]


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _records(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


def _load(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.safe_load(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
