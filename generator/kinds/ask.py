# One component wherever questions may be put to an organisation: its page, the comparison and the checklist. The
# comparison makes its mails in the browser, by the same rules (theme/assets/javascripts/logic/comparison.js).
"""Questions to put to an organisation, as a list and as a ready mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.core.strings import Strings
from generator.kinds.views import Link

MOST = 1900
"""Characters of a `mailto:` address; some mail programs cut longer ones off without a word."""

_UNCHANGED = "!'()*"
"""Signs that a browser's `encodeURIComponent` leaves as they are."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Questions with the mail that puts them. Without an `email` the reader fills in to whom the mail goes."""

    intro: str
    questions: tuple[Link, ...]
    text: str
    href: str
    left_out: str
    email: str = ""
    page: str = ""


def ask(
    t: Strings,
    intro: str,
    opening: str,
    questions: Sequence[Link],
    *,
    email: str | None = None,
    page: str | None = None,
) -> Ask | None:
    """Gives questions with a mail that holds as many of them as fit, or nothing when there are no questions.

    Arguments:
        t: The site's words.
        intro: What stands above the list.
        opening: The sentence with which the mail comes to the point.
        questions: The questions, most important first.
        email: The organisation's own address.
        page: The organisation's contact page.
    """
    if not questions:
        return None
    count = len(questions)
    subject = t("ask.subject")
    while len(href := mailto(email, subject, text := _mail(t, opening, questions[:count]))) > MOST and count > 1:
        count -= 1
    left_out = t("ask.left_out", count=count) if count < len(questions) else ""
    return Ask(intro, tuple(questions), text, href, left_out, email or "", page or "")


def mailto(email: str | None, subject: str, text: str) -> str:
    """Gives the address that opens a mail in the reader's own mail program."""
    body = quote(text.replace("\n", "\r\n"), safe=_UNCHANGED)
    return f"mailto:{quote(email or '', safe='@')}?subject={quote(subject, safe=_UNCHANGED)}&body={body}"


def _mail(t: Strings, opening: str, questions: Sequence[Link]) -> str:
    numbered = "\n".join(f"{number}. {question.label}" for number, question in enumerate(questions, start=1))
    return "\n\n".join([t("ask.greeting"), opening, numbered, t("ask.closing"), t("ask.regards")])
