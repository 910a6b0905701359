# The page holds the rows with all their words; the browser fills in the columns from the data beside it. A record's
# file follows from its id alone, so no list of ids has to be fetched. A small site has one file: its host does not see
# what is compared.
"""The page that sets offers and providers side by side, and its data."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.assets import Asset
from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.ask import MOST, Ask
from generator.kinds.checklist.model import Checklist
from generator.kinds.provider import views
from generator.kinds.provider.model import Answer, Offer, Provider
from generator.kinds.provider.schedule import existence_on
from generator.kinds.views import Fact, Link, age_sentence, say_day
from generator.outputs.search.publish import ONE_FILE

ADDRESS = "catalogus/vergelijk/"
FOLDER = "assets/comparison"

PER_FILE = 10
"""Providers in one file of a big site, on average."""

_FACTS = (
    "form",
    "duration",
    "price",
    "dates",
    "presence",
    "where",
    "level",
    "digital_level",
    "theme",
    "role",
    "participation",
    "group",
    "certificate",
    "language",
    "prerequisites",
    "follow_up",
    "accessibility",
    "kind",
)
"""What is practical to know, in the order of the rows."""

_OF_PROVIDERS = frozenset({"form", "where", "level", "theme", "language", "kind"})
"""What is known of a provider itself; the rest is known of its offers alone."""

_ALWAYS = frozenset({"form", "duration", "price", "level"})
"""What somebody who chooses wants to know first: a row even when nothing is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: a practical fact, or a question of the checklist."""

    name: str
    label: str
    is_of_offers: bool = False
    is_always_shown: bool = False
    href: str = ""
    question: str = ""


def pages(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the page of the comparison."""
    t = publisher.t
    yield publisher.page(
        "shared/compare.html.j2",
        lambda: {
            "crumbs": [Link(t("page.home"), "/"), Link(t("provider.list.title"), "/catalogus/")],
            "facts": [_fact_row(t, name) for name in _FACTS],
            "criteria": criterion_rows(kb),
            "example": _example(kb),
            "today": say_day(t, kb.today),
            "ask": Ask(intro="", questions=(), text="", href="mailto:", left_out=""),
            "file": f"/{FOLDER}/0.json",
            "file_count": file_count(kb),
            "longest_mail": MOST,
        },
        address=ADDRESS,
        title=t("comparison.title"),
        description=t("comparison.description"),
        layout="list",
    )


def assets(
    kb: KnowledgeBase, publisher: Publisher, per_file: int = PER_FILE, one_file: int = ONE_FILE
) -> Iterator[Asset]:
    """Gives the data of the comparison.

    Arguments:
        kb: What is known.
        publisher: The site's words.
        per_file: Providers in one file, on average, when there are more than one.
        one_file: Up to how many offers and providers everything stands in one file.
    """
    count = file_count(kb, per_file, one_file)
    files: dict[int, dict[str, dict[str, object]]] = defaultdict(lambda: {"records": {}, "moved": {}})
    for provider in kb.all(Provider):
        files[file_of(provider.id, count)]["records"][provider.id] = record(kb, publisher.t, provider)
        for former in provider.former_ids:
            files[file_of(former, count)]["moved"][former] = provider.id
    for number in range(count):
        yield _json(f"{number}", files[number])
    yield _json("names", {"files": count, "names": {provider.id: provider.name for provider in _by_name(kb)}})


def file_count(kb: KnowledgeBase, per_file: int = PER_FILE, one_file: int = ONE_FILE) -> int:
    """Gives how many files the data takes."""
    providers = kb.all(Provider)
    documents = len(providers) + sum(len(provider.offers) for provider in providers)
    return 1 if documents <= one_file else -(-len(providers) // per_file)


def file_of(provider_id: str, count: int) -> int:
    """Gives the number of the file a provider stands in; the browser reckons the same (32-bit FNV-1a)."""
    value = 0x811C9DC5
    for byte in provider_id.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value % count


def criterion_rows(kb: KnowledgeBase) -> list[Row]:
    """Gives a row for each question that a provider can answer, in the order of the checklists."""
    return [
        Row(
            name=question.criterion,
            label=kb.label("criteria", question.criterion),
            is_always_shown=question.core,
            href=f"/checklist/{checklist.id}/#{question.id}",
            question=question.text,
        )
        for checklist in kb.all(Checklist)
        for question in checklist.questions
        if question.criterion and question.asked_of == "provider"
    ]


def record(kb: KnowledgeBase, t: Strings, provider: Provider) -> dict[str, object]:
    """Gives what the comparison shows of a provider and of each of its offers."""
    contact = provider.contact
    told: dict[str, object] = {
        "name": provider.name,
        "status": provider.existence,
        "facts": {
            **_words(views.provider_facts(kb, t, provider)),
            "status": [t(f"provider.status.{existence_on(provider, kb.today)}")],
            "age": [age_sentence(t, provider, kb.today)],
        },
        "answers": {
            criterion: _answer(t, provider, answer)
            for criterion, answer in sorted(views.lasting_answers(kb, provider).items())
        },
        "offers": {offer.id: _offer(kb, t, provider, offer) for offer in provider.offers},
    }
    if contact and contact.email:
        told["email"] = contact.email
    if contact and contact.page:
        told["page"] = contact.page
    return told


def _answer(t: Strings, provider: Provider, answer: Answer) -> tuple[str, str, int, bool]:
    """Gives an answer: yes, partly or no; what it rests on and of when; its source; whether that has a date."""
    source = views.cited(t, provider, answer.source)
    about = next((t("provider.detail.about", offer=one.title) for one in provider.offers if one.id == answer.about), "")
    said = t(f"provider.says.{answer.says.replace('-', '_')}")
    words = " ".join(part for part in (about, answer.evidence, said, f"({source.of})") if part)
    return answer.answer, words, source.number, source.is_dated


def _json(name: str, content: dict[str, object] | dict[str, dict[str, object]]) -> Asset:
    return Asset(f"{FOLDER}/{name}.json", f"{json.dumps(content, ensure_ascii=False, separators=(',', ':'))}\n")


def _by_name(kb: KnowledgeBase) -> list[Provider]:
    return sorted(kb.all(Provider), key=lambda provider: (provider.name.casefold(), provider.id))


def _offer(kb: KnowledgeBase, t: Strings, provider: Provider, offer: Offer) -> dict[str, object]:
    view = views.offer_view(kb, t, provider, offer)
    status = [view.status_label]
    if provider.existence == "stopped":
        status.append(t("comparison.stopped"))
    facts = {**_words(view.facts + view.notes), "status": status}
    told: dict[str, object] = {"title": offer.title, "facts": facts}
    if view.later:
        told["later"] = [
            (one.day.isoformat(), {"facts": {**facts, "status": [one.says, *status[1:]]}}) for one in view.later
        ]
    # For the sums of a plan.
    if offer.duration and offer.duration.hours is not None:
        told["hours"] = offer.duration.hours
    if offer.price and offer.price.amount is not None:
        told["amount"] = offer.price.amount
        if offer.price.per:
            told["per"] = offer.price.per
    return told


def _words(facts: tuple[Fact, ...]) -> dict[str, list[str]]:
    return {fact.name: [value.label for value in fact.values] for fact in facts if fact.name in _FACTS}


def _fact_row(t: Strings, name: str) -> Row:
    return Row(name, t(f"provider.facts.{name}"), name not in _OF_PROVIDERS, name in _ALWAYS)


def _example(kb: KnowledgeBase) -> str:
    """Gives the part of an address that compares two offers about the same, of different organisations."""
    offers = [pair for pair in views.all_offers(kb) if not views.is_gone(kb, *pair) and pair[1].themes]
    for provider, offer in offers[:50]:
        for other, alike in offers:
            if other is not provider and set(offer.themes) == set(alike.themes) and _is_alike(offer, alike):
                return f"#id={provider.id}/{offer.id}&id={other.id}/{alike.id}"
    return ""


def _is_alike(one: Offer, other: Offer) -> bool:
    return bool(set(one.education_levels) & set(other.education_levels))
