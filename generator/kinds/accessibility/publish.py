"""The page of the accessibility statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.core.strings import Strings
from generator.kinds.accessibility.model import Evaluation, Gap, Statement
from generator.kinds.views import say_day

ADDRESS = "toegankelijkheid/"

MODEL = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32018D1523"
"""The European model that the statement follows."""

_REASONS = ("not-met", "burden", "out-of-scope", "not-tested")


@dataclass(frozen=True, slots=True)
class GapGroup:
    """What is not accessible for one reason; `name` is the reason in the names of the strings."""

    name: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """One way in which the site was looked at, in words."""

    how: str
    found: str
    details: str


def publish(kb: KnowledgeBase, publisher: Publisher) -> Iterator[Page]:
    """Gives the page."""
    t = publisher.t
    for statement in kb.all(Statement):
        yield publisher.page(
            "accessibility/statement.html.j2",
            partial(_view, t, statement),
            address=ADDRESS,
            title=t("accessibility.title"),
            description=t("accessibility.description"),
            source=kb.source(statement),
            updated=kb.today.isoformat(),
            layout="list",
        )


def _view(t: Strings, statement: Statement) -> dict[str, object]:
    return {
        "statement": statement,
        "model": MODEL,
        "groups": _groups(statement),
        "evaluations": [_evaluation(t, one) for one in statement.evaluations],
        "prepared": say_day(t, statement.prepared),
        "reviewed": say_day(t, statement.reviewed) if statement.reviewed else "",
    }


def _evaluation(t: Strings, one: Evaluation) -> EvaluationView:
    details = t(f"accessibility.by.{one.by.replace('-', '_')}", when=say_day(t, one.day))
    return EvaluationView(one.how, one.found, details)


def _groups(statement: Statement) -> list[GapGroup]:
    found = {why: tuple(gap for gap in statement.gaps if gap.why == why) for why in _REASONS}
    return [GapGroup(why.replace("-", "_"), gaps) for why, gaps in found.items() if gaps]
