# A small site is one file with the documents themselves, and the browser makes the index: fewer bytes than an index,
# and the host sees nothing of a search. A big one is cut up: the words stand in one file, their postings and the
# documents in parts that are fetched when a search needs them.
"""The search page, and the files the search reads."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from generator.core.assets import Asset
from generator.core.kind import Kind
from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.kinds.views import Link
from generator.outputs.search.corpus import Corpus, gather
from generator.outputs.search.index import Index, Posting, build

FOLDER = "assets/search"

ONE_FILE = 2000
"""Up to so many documents everything stands in one file, so that the host of the site sees nothing of a search."""

PER_PART = 5
"""Documents in one part: half a kB on the wire; a page of results needs few of them."""

PART_LENGTH = 2_000
"""Characters of postings in one part, about 1 kB on the wire. A longer posting has a part of its own."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def pages(publisher: Publisher) -> Iterator[Page]:
    """Gives the search page."""
    t = publisher.t
    yield publisher.page(
        "shared/search.html.j2",
        lambda: {"crumbs": [Link(t("page.home"), "/")]},
        address="zoeken/",
        title=t("search.title"),
        description=t("search.description"),
        layout="list",
    )


def assets(kb: KnowledgeBase, publisher: Publisher, kinds: Iterable[Kind]) -> Iterator[Asset]:
    """Gives the files of the search."""
    yield from files(gather(kb, publisher.t, kinds))


def files(corpus: Corpus, one_file: int = ONE_FILE) -> Iterator[Asset]:
    """Gives the files in which a corpus is searched.

    Arguments:
        corpus: What is searched.
        one_file: Up to how many documents everything stands in one file.
    """
    if len(corpus.documents) <= one_file:
        yield _json("search.json", {**_common(corpus), "documents": _documents(corpus)})
        return
    index = build(corpus)
    parts, starts = _parts(index)
    documents = _documents(corpus)
    contents: dict[str, object] = {f"p{number}.json": parts[number] for number in range(len(parts))}
    for start in range(0, len(documents), PER_PART):
        contents[f"d{start // PER_PART}.json"] = documents[start : start + PER_PART]
    made = [_json(name, content) for name, content in contents.items()]
    digest = hashlib.sha256("".join(asset.content for asset in made).encode()).hexdigest()[:12]
    # The folder's name changes with what it holds: a browser can keep its files for good.
    yield _json(
        "search.json",
        {
            **_common(corpus),
            "folder": digest,
            "words": _fold(index.words),
            "postings": starts,
            "perPart": PER_PART,
        },
    )
    for asset in made:
        yield Asset(asset.address.replace(FOLDER, f"{FOLDER}/{digest}"), asset.content)


def _common(corpus: Corpus) -> dict[str, object]:
    return {
        "groups": [[group.name, group.label, group.start, group.end] for group in corpus.groups],
        "terms": [
            [term.kind, term.label, "|".join(" ".join(phrase) for phrase in term.phrases)] for term in corpus.terms
        ],
        "rings": [" ".join(ring) for ring in corpus.rings],
        "late": _runs(number for number, document in enumerate(corpus.documents) if document.note),
    }


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Writes rising numbers as runs: where each starts and where it has ended."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1][1] = number + 1
        else:
            runs.append([number, number + 1])
    return runs


def _documents(corpus: Corpus) -> list[list[object]]:
    return [
        [one.title, one.address, one.label, one.text, terms, *([one.note] if one.note else [])]
        for one, terms in zip(corpus.documents, corpus.document_terms, strict=True)
    ]


def _parts(index: Index) -> tuple[list[list[str]], list[int]]:
    """Cuts the postings of all words and then of all terms into parts; gives also where each part starts."""
    parts: list[list[str]] = []
    starts: list[int] = []
    length = PART_LENGTH
    texts = [*map(_posting, index.word_postings), *map(_steps, index.term_documents)]
    for number, text in enumerate(texts):
        if length + len(text) > PART_LENGTH:
            parts.append([])
            starts.append(number)
            length = 0
        parts[-1].append(text)
        length += len(text)
    return parts, starts


def _posting(posting: Posting) -> str:
    return ";".join(_steps(numbers) for numbers in posting)


def _steps(numbers: Sequence[int]) -> str:
    """Writes rising numbers as differences in base 36; a difference of one is left out where a comma tells of it."""
    if not numbers:
        return ""
    steps = [after - before for before, after in zip([-1, *numbers], numbers, strict=False)]
    return ",".join("" if step == 1 and len(steps) > 1 else _base36(step) for step in steps)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def _fold(words: Iterable[str]) -> str:
    """Writes sorted words, each as the number of letters it shares with the one before it, and the rest."""
    before, pieces = "", []
    for word in words:
        most = min(len(before), len(word), 35)
        shared = next((at for at in range(most) if before[at] != word[at]), most)
        pieces.append(_DIGITS[shared] + word[shared:])
        before = word
    return " ".join(pieces)


def _json(name: str, content: object) -> Asset:
    return Asset(f"{FOLDER}/{name}", json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")
