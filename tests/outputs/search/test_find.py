"""What the search finds."""

import pytest

from generator.core.documents import Document
from generator.outputs.search.corpus import Corpus, Group, Term
from generator.outputs.search.find import Search
from generator.outputs.search.index import build
from tests.outputs.search.queries import QUERIES, Query, mistakes


def results(search: Search, query: str) -> list[tuple[str, str]]:
    """Gives the group and the address of what a query finds, best first."""
    documents = search.corpus.documents
    return [(documents[hit.document].group, documents[hit.document].address) for hit in search.find(query).hits]


def test_table_is_rich() -> None:
    """The table has at least sixty queries, no two alike, of every kind of person and every kind of difficulty."""
    assert len({query.text for query in QUERIES}) == len(QUERIES) >= 60
    assert {"kleuter", "lager", "secundair", "volwassenen", "schoolleider"} <= {query.who for query in QUERIES}
    assert {"inflection", "compound", "spelling", "synonym", "slip", "sign", "name"} <= {q.kind for q in QUERIES}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.text)
def test_real_query(search: Search, query: Query) -> None:
    """Every real query finds first what it must."""
    assert [] == mistakes(query, results(search, query.text))


def test_table_can_fail(search: Search) -> None:
    """The look at results sees a wrong first result and a missing one."""
    asked = Query("privacy", "x", "x", ("catalogus/",), ("catalogus/",))

    assert 2 == len(mistakes(asked, results(search, "privacy")))


def small(*documents: tuple[str, str, str], rings: tuple[tuple[str, ...], ...] = ()) -> Search:
    """Gives a search through a few documents of (title, label, text)."""
    found = tuple(
        Document("tips", title, f"{number}", label, text) for number, (title, label, text) in enumerate(documents)
    )
    corpus = Corpus(
        groups=(Group("tips", "Tips", 0, len(found)),),
        documents=found,
        terms=(Term("", "Tips", (("tips",),)),),
        document_terms=tuple(() for _ in found),
        rings=rings,
    )
    return Search(corpus, build(corpus))


def order(search: Search, query: str) -> str:
    """Gives the numbers of the documents found, in order."""
    return "".join(address for _, address in results(search, query))


def test_title_before_label_before_text() -> None:
    """A word in a title counts more than in a label, and there more than in a text."""
    search = small(("een", "", "taal"), ("twee", "taal", ""), ("taal", "", ""))

    assert "210" == order(search, "taal")


def test_word_before_inflection_before_part() -> None:
    """The word itself comes first, then an inflection, then a compound, then a mere beginning."""
    search = small(("taalrijk", "", ""), ("beleid taalbeleid", "", ""), ("talen", "", ""), ("taal", "", ""))

    assert "3210" == order(search, "taal")


def test_all_words_count() -> None:
    """Only what holds all words is found; when nothing does, what holds most, and the reader is told."""
    search = small(("taal kleuter", "", ""), ("taal", "", ""), ("rekenen", "", ""))

    assert "0" == order(search, "taal kleuter")
    assert not search.find("taal kleuter").is_partial
    assert "2" == order(search, "rekenen algebra")
    assert search.find("rekenen algebra").is_partial


def test_compound_both_ways() -> None:
    """Two words find the compound they make, and a compound the words it is made of."""
    search = small(("taalbeleid", "", ""), ("beleid", "", "taal"), ("iets", "", "taal"))

    assert "01" == order(search, "taal beleid")
    assert "0" == order(small(("beleid rond taal", "", ""), ("taal", "", ""), ("beleid", "", "")), "taalbeleid")
    assert "0" == order(small(("mentorenopleiding", "", ""), ("mentor", "", "opleiding")), "mentoropleiding")[0]


def test_short_words_do_not_drown() -> None:
    """Two letters are a word of their own, never a piece of another."""
    search = small(("taai", "", ""), ("ai", "", ""), ("aimabel", "", ""), ("detail", "", ""))

    assert "1" == order(search, "AI")


def test_part_needs_a_word_before_it() -> None:
    """`taal` is in taalbeleid and schooltaal, and not in digitaal or betaal."""
    search = small(("digitaal", "", ""), ("schooltaal", "", ""), ("school", "", ""))

    assert "1" == order(search, "taal")


def test_ring() -> None:
    """Words that mean the same find each other, the word itself first."""
    search = small(("docent", "", ""), ("leerkracht", "", ""), rings=(("leraar", "leerkracht", "docent"),))

    assert "10" == order(search, "leerkracht")
    assert "01" == order(search, "leraren")


def test_slip_only_when_nothing_fits() -> None:
    """A slip of the keys finds the word; a word that exists does not find its neighbours."""
    search = small(("leraar", "", ""), ("lezaar", "", ""))

    assert "0" == order(search, "leraar")
    assert "0" == order(search, "leeraar")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "(",
        ".*",
        "[a-z]+$",
        "\\",
        "a" * 10_000,
        "taal " * 3_000,
        "😀😀",
        "שלום",
        "\u202etaal",
        "<script>",
        "__proto__",
    ],
)
def test_odd_queries(search: Search, query: str) -> None:
    """Whatever is typed is answered, with results or without."""
    found = search.find(query)

    assert all(0 <= hit.document < len(search.corpus.documents) for hit in found.hits)


def test_catalogue_and_search_number_alike(corpus: Corpus) -> None:
    """The first documents are the offers and then the providers: the catalogue counts on it."""
    assert ["offers", "providers"] == [group.name for group in corpus.groups[:2]]
    assert 0 == corpus.groups[0].start
