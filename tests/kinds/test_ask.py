"""Questions as a ready mail."""

from urllib.parse import parse_qs, urlsplit

from generator.compiler import load_strings
from generator.kinds.ask import ask, mailto
from generator.kinds.checklist.model import Checklist
from generator.kinds.checklist.views import ask_any
from generator.kinds.provider.model import Provider
from generator.kinds.provider.views import ask_about
from generator.kinds.views import Link
from tests.conftest import Project

T = load_strings()


def questions(*texts: str) -> list[Link]:
    """Gives questions with these texts."""
    return [Link(text, "/checklist/a/#b") for text in texts]


def test_mail() -> None:
    """The mail greets, comes to the point, numbers the questions and closes without a name."""
    made = ask(T, "Vraag het.", "Ik zoek.", questions("Een?", "Twee?"), email="info@a.be")
    assert made is not None
    text = (
        "Goedendag,\n\nIk zoek.\n\n1. Een?\n2. Twee?\n\nAlvast bedankt voor jullie antwoord.\n\nMet vriendelijke groet"
    )
    parts = urlsplit(made.href)
    fields = parse_qs(parts.query)

    assert text == made.text
    assert ("mailto", "info@a.be") == (parts.scheme, parts.path)
    assert {"subject": ["Vragen over jullie nascholing"], "body": [text.replace("\n", "\r\n")]} == fields


def test_signs_cannot_leave_the_body() -> None:
    """Whatever a question or an address holds, it adds no field to the mail."""
    href = mailto("a?bcc=x@b.be&c", "S", "Dit & dat? #1 = 100%, of +\nnieuw?cc=a@b.be")

    assert {"subject", "body"} == set(parse_qs(urlsplit(href).query))
    assert "Dit & dat? #1 = 100%, of +\r\nnieuw?cc=a@b.be" == parse_qs(urlsplit(href).query)["body"][0]
    assert "a%3Fbcc%3Dx@b.be%26c" == urlsplit(href).path


def test_long_mail_holds_fewer_questions() -> None:
    """What does not fit in an address that every program takes is left out of the mail, and said; the list is whole."""
    made = ask(T, "Vraag het.", "Ik zoek.", questions(*(f"{number} {'é' * 60}?" for number in range(9))))
    assert made is not None
    count = made.text.count("?")

    assert len(made.href) <= 1900
    assert 0 < count < 9
    assert f"In de mail passen de eerste {count} vragen." == made.left_out
    assert 9 == len(made.questions)


def test_nothing_to_ask() -> None:
    """Without questions there is no mail."""
    assert ask(T, "Vraag het.", "Ik zoek.", []) is None


def test_who_is_asked(project: Project) -> None:
    """An organisation that works is asked what is open, at its own address; one that stopped is not asked."""
    project.replace("guides/checklists/kiezen.yaml", "criterion: evidence", "core: true\n        criterion: evidence")
    project.replace("providers/acme.yaml", "existence: active\n", "existence: active\ncontact: {email: info@acme.be}\n")
    kb = project.read().knowledge
    assert kb is not None
    silent = kb.all(Provider)[0].model_copy(update={"criteria": {}})
    made = ask_about(kb, T, silent)
    assert made is not None

    assert made.href.startswith("mailto:info@acme.be?")
    assert ["Waaruit blijkt dat het werkt?"] == [question.label for question in made.questions]
    assert ask_about(kb, T, kb.all(Provider)[0]) is None
    assert ask_about(kb, T, silent.model_copy(update={"existence": "stopped"})) is None


def test_any_organisation(project: Project) -> None:
    """The checklist asks its core questions for an organisation, and not those for oneself."""
    own = "      - {id: zelf, text: Wat wil je?, asked_of: me, phase: before, core: true}\n"
    project.replace("guides/checklists/kiezen.yaml", "criterion: evidence", "core: true\n        criterion: evidence")
    project.replace("guides/checklists/kiezen.yaml", "sources:", f"{own}sources:")
    kb = project.read().knowledge
    assert kb is not None
    made = ask_any(T, kb.all(Checklist)[0])
    assert made is not None

    assert ["#bewijs"] == [question.href for question in made.questions]
    assert made.href.startswith("mailto:?subject=")
