"""The page of the plan, and the numbers it adds up."""

import json

from generator.compiler import PACKAGE, PLANNABLE, load_strings
from generator.core.knowledge import KnowledgeBase
from generator.core.rendering import Publisher
from generator.kinds.provider.model import Provider
from generator.outputs import comparison, plan
from tests.conftest import Project

PUBLISHER = Publisher({"shared": PACKAGE / "templates"}, load_strings())
PUBLISHER.share(site={"title": "X"}, plannable=PLANNABLE)


def knowledge(project: Project) -> KnowledgeBase:
    """Gives what a clean project knows."""
    kb = project.read().knowledge
    assert kb is not None
    return kb


def test_page(project: Project) -> None:
    """The page brings what can be chosen, and the names of what a plan can hold."""
    kb = knowledge(project)
    (page,) = plan.pages(kb, PUBLISHER)
    body = page.render()

    assert "plan/" == page.address
    assert '<option value="1.1" data-href="../competenties/' in body
    assert '<option value="thema-digitale-didactiek"' in body
    assert 'src="../assets/comparison/0.json"' in body
    for kind in ("handbook", "checklist"):
        assert f"<a data-{kind}=" in body, kind


def test_numbers(project: Project) -> None:
    """An offer brings its hours and its price as numbers where they are known, and else nothing."""
    kb = knowledge(project)
    known = comparison.record(kb, PUBLISHER.t, kb.all(Provider)[0])["offers"]
    assert not {"hours", "amount", "per"} & set(known["ict"])  # type: ignore[index]  # plain data

    project.replace(
        "providers/acme.yaml",
        "    title: Ict in de les\n",
        "    title: Ict in de les\n    duration: {hours: 2.5}\n    price: {amount: 0, currency: EUR, per: person}\n",
    )
    kb = knowledge(project)
    offer = comparison.record(kb, PUBLISHER.t, kb.all(Provider)[0])["offers"]["ict"]  # type: ignore[index]  # plain data
    told = {name: json.loads(json.dumps(offer[name])) for name in ("hours", "amount", "per")}

    assert {"hours": 2.5, "amount": 0, "per": "person"} == told
