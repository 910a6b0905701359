"""What each kind counts."""

from generator.compiler import load_strings, publish, site_settings
from generator.core.counts import say_counts
from generator.core.knowledge import KnowledgeBase, Known
from generator.kinds import KINDS
from generator.kinds.provider.model import Provider
from tests.conftest import Project
from tests.hosts.workbench import SELFCHECK

T = load_strings()


def said(kb: KnowledgeBase) -> dict[str, str]:
    """Gives the words for each count."""
    return dict(say_counts(kb, T, (count for kind in KINDS for count in kind.counts)))


def knowledge(project: Project) -> KnowledgeBase:
    """Gives what a project knows."""
    kb = project.read().knowledge
    assert kb is not None
    return kb


def test_names() -> None:
    """No two counts have one name."""
    names = [count.name for kind in KINDS for count in kind.counts]

    assert sorted(set(names)) == sorted(names)


def test_tiny(project: Project) -> None:
    """The tiny project counted by hand; without a self-check nobody has anything to read."""
    assert {
        "providers": "1 organisatie",
        "offers": "1 nascholing",
        "alive_offers": "1 nascholing om te volgen of na te vragen",
        "areas": "1 domein",
        "questions": "1 vraag",
        "agenda_minutes": "0 minuten",
        "trajectories": "0 voorbeelden",
        "quick_minutes": "0 minuten",
    }.items() <= said(knowledge(project)).items()


def test_offers(project: Project) -> None:
    """What is over or old counts among the offers, and neither among those that are alive nor for their themes."""
    kb = knowledge(project)
    (provider,) = kb.all(Provider)
    gone = provider.offers[0].model_copy(update={"id": "weg", "status": "past", "themes": ("iets-anders",)})
    more = provider.model_copy(update={"offers": (*provider.offers, gone)})
    before, after = said(kb), said(KnowledgeBase([Known(more, "x.yaml")], kb.names))

    assert ("1 nascholing", "2 nascholingen") == (before["offers"], after["offers"])
    assert before["alive_offers"] == after["alive_offers"]
    assert before["themes"] == after["themes"]


def test_minutes_follow_the_words(project: Project) -> None:
    """The time that the self-check says is that of reading its questions: more words, more minutes, on every page."""
    project.write("content/selfchecks/voorbeeld.yaml", SELFCHECK.read_bytes())
    short = said(knowledge(project))
    many = " ".join(["woord"] * 190)
    for description in ("Je kiest een kanaal dat past.", "Je deelt wat je maakt."):
        project.replace("content/competences/betrokkenheid.yaml", description, many)
    kb = knowledge(project)
    long = said(kb)
    pages = {page.address: page.render() for page in publish(kb, site_settings(kb)).pages}

    assert ("1 minuut", "1 minuut") == (short["quick_minutes"], short["full_minutes"])
    assert ("1 minuut", "2 minuten") == (long["quick_minutes"], long["full_minutes"])
    for address in ("zelfcheck/", "zelfcheck/rapport/", "groepsbeeld/"):
        assert "2 minuten" in pages[address], address
    assert "238 woorden per minuut" in pages["zelfcheck/"]
