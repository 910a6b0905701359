"""What the search can find of handbooks: they themselves, their topics, agendas and tips."""

from collections.abc import Iterator

from generator.core.documents import Document
from generator.core.knowledge import KnowledgeBase
from generator.core.strings import Strings
from generator.kinds.handbook.checks import topic_anchor
from generator.kinds.handbook.model import Handbook, Tip


def documents(kb: KnowledgeBase, _t: Strings) -> Iterator[Document]:
    """Gives each handbook with its topics, then all agendas, then all tips."""
    handbooks = kb.all(Handbook)
    for handbook in handbooks:
        address = f"teamgesprek/{handbook.id}/"
        role = (("roles", handbook.role),)
        yield Document("topics", handbook.title, address, text=handbook.how_to_use.text, terms=role)
        for question in handbook.questions:
            for topic in question.topics:
                yield Document(
                    group="topics",
                    title=topic.title,
                    address=f"{address}#{topic_anchor(topic.number)}",
                    label=f"{topic.number} {question.title}",
                    text=" ".join([topic.background.text, *topic.prompts]),
                    terms=tuple(("themes", term) for term in topic.themes),
                )
    for handbook in handbooks:
        for number, starter in enumerate(handbook.starters, start=1):
            yield Document(
                group="agendas",
                title=starter.title,
                address=f"teamgesprek/{handbook.id}/#_agenda-{number}",
                label=handbook.title,
                text=" ".join([starter.goal, *(f"{item.title}. {item.how}" for item in starter.items)]),
            )
    for handbook in handbooks:
        for address, tip in _tips(handbook):
            yield Document("tips", tip.title, address, label=tip.publisher or "", text=tip.summary or "")


def _tips(handbook: Handbook) -> Iterator[tuple[str, Tip]]:
    """Gives the tips, each with the place on the page where it stands."""
    page = f"teamgesprek/{handbook.id}/"
    for tip in handbook.tips:
        yield page, tip
    for question in handbook.questions:
        for tip in question.tips:
            yield f"{page}#v-{question.number}", tip
        for topic in question.topics:
            for tip in topic.tips:
                yield f"{page}#{topic_anchor(topic.number)}", tip
