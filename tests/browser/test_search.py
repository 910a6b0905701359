"""The search in a real browser: the same answers as in Python, and how it feels to use."""

import json
import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from generator.compiler import load_strings
from generator.kinds import KINDS
from generator.outputs.search.corpus import Corpus, gather
from generator.outputs.search.find import Search
from generator.outputs.search.index import build
from generator.outputs.search.publish import files
from tests.browser.conftest import Watched, held, loaded, serve
from tests.browser.test_gates import axe_violations
from tests.built_site import ROOT, BuiltSite
from tests.outputs.search.queries import QUERIES, mistakes
from tests.outputs.search.test_dutch import TABLE

FIND = """
async ([engine, index, queries]) => {
  const { openSearch } = await import(engine);
  const search = await openSearch(index);
  const answers = [];
  for (const query of queries) {
    const found = await search.find(query);
    answers.push({
      hits: found.hits.map((hit) => [hit.document, hit.score]),
      isPartial: found.isPartial,
      words: [...found.words].sort(),
    });
  }
  return answers;
}
"""

ODD = [
    "",
    "(",
    ".*[a-z]+$",
    "\\",
    "😀",
    "שלום",
    "de het een",
    "a" * 500,
    "w&t",
    "taal-beleid",
    "İstanbul",
    "x y z",
    "ouderbetrokkenheidsbeleid",
]


@pytest.fixture(scope="module")
def corpus(site: BuiltSite) -> Corpus:
    """Everything the search looks through."""
    assert site.reading.knowledge is not None
    return gather(site.reading.knowledge, load_strings(), KINDS)


@pytest.fixture(scope="module")
def reference(corpus: Corpus) -> Search:
    """The search in Python."""
    return Search(corpus, build(corpus))


@pytest.fixture(scope="module")
def parted(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose search is cut in parts, as a big site's is."""
    folder = tmp_path_factory.mktemp("parted")
    shutil.copytree(ROOT / "theme/assets/javascripts", folder / "assets/javascripts")
    (folder / "index.html").write_text("<!doctype html><title>Parts</title>", encoding="utf-8")
    for asset in files(corpus, one_file=0):
        path = folder / asset.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(asset.content, encoding="utf-8")
    server, address = serve(folder)
    yield address
    server.shutdown()
    server.server_close()


def answers(page: Page, base: str, queries: list[str]) -> list[dict[str, Any]]:
    """Asks the search of the browser."""
    urls = [base + "assets/javascripts/logic/search.js", base + "assets/search/search.json"]
    found: list[dict[str, Any]] = page.evaluate(FIND, [*urls, queries])
    return found


@pytest.mark.parametrize("kind", ["whole", "parted"])
def test_same_answers_as_python(watched: Watched, reference: Search, base: str, parted: str, kind: str) -> None:
    """Every query has the same results, scores and marked words as in Python, from one file and from parts."""
    address = base if kind == "whole" else parted
    watched.page.goto(address)
    queries = [*(query.text for query in QUERIES), *ODD]
    for query, answer in zip(queries, answers(watched.page, address, queries), strict=True):
        expected = reference.find(query)
        assert [[hit.document, hit.score] for hit in expected.hits] == answer["hits"], query
        assert expected.is_partial == answer["isPartial"], query
        assert sorted(expected.words) == answer["words"], query


def test_real_queries(watched: Watched, corpus: Corpus, base: str) -> None:
    """Every real query of the table finds first what it must, in the browser."""
    watched.page.goto(base)
    wrong = []
    for query, answer in zip(QUERIES, answers(watched.page, base, [one.text for one in QUERIES]), strict=True):
        found = [corpus.documents[document] for document, _ in answer["hits"]]
        wrong += mistakes(query, [(one.group, one.address) for one in found])

    assert [] == wrong


def test_words_as_in_python(watched: Watched, base: str) -> None:
    """The browser writes words as the shared table says."""
    page = watched.open("")
    found = page.evaluate(
        """async ([module, words]) => {
             const { stem, tokenKeys, tokens } = await import(module);
             return words.map((word) => {
               const keys = tokens(word).flatMap(tokenKeys);
               return { word, keys: keys.join(" "), stem: keys.length ? stem(keys[0]) : "" };
             });
           }""",
        [base + "assets/javascripts/logic/dutch.js", [row["word"] for row in TABLE]],
    )

    assert TABLE == found


def open_box(page: Page) -> Page:
    """Opens the search box of the header with the keyboard."""
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Waar zoek je naar?")).to_be_focused()
    return page


def test_box_with_the_keyboard(watched: Watched) -> None:
    """`/` and Ctrl-K open the box, arrows walk through the results, Enter opens one, Escape closes the box."""
    page = watched.open("over/")
    dialog = page.get_by_role("dialog", name="Zoeken")
    page.keyboard.press("Control+k")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    open_box(page)
    # The field of a box that closes has the focus for a moment still.
    page.evaluate(
        """() => {
          const box = document.querySelector("dialog.vw-searchdialog input");
          box.closest("dialog").close();
          box.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
        }"""
    )
    expect(dialog).to_be_visible()
    page.keyboard.type("mediacoach", delay=10)
    results = dialog.locator("a[data-result]")
    expect(results.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    href = results.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(href))
    assert [] == watched.complaints


def test_enter_leads_to_all_results(watched: Watched) -> None:
    """Enter in the box leads to the search page with the words after `#`, and nothing of them is requested."""
    page = open_box(watched.open(""))
    page.keyboard.type("ouders & buurt", delay=10)
    expect(page.locator("a[data-result]").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/#q=ouders%20%26%20buurt")
    expect(page.get_by_role("searchbox")).to_have_value("ouders & buurt")
    expect(page.locator("main a[data-result]").first).to_be_visible()
    assert not any("buurt" in url.partition("#")[0] for url in watched.requests)
    assert [] == watched.complaints


def test_slash_in_a_field_is_a_slash(watched: Watched) -> None:
    """Somebody who types a `/` into a field gets one."""
    page = watched.open("zoeken/")
    page.get_by_role("searchbox").click()
    page.keyboard.type("a/b")

    expect(page.get_by_role("searchbox")).to_have_value("a/b")
    expect(page.get_by_role("dialog", name="Zoeken")).to_be_hidden()


def test_results_are_links_in_main_with_marks(watched: Watched) -> None:
    """Results are grouped by kind, stand in the main part as links, and show where the words are."""
    page = watched.open("zoeken/#q=feedback")
    results = page.locator("main a[data-result]")
    expect(results.first).to_contain_text(re.compile("feedback", re.IGNORECASE))
    assert "feedback" == page.locator("main mark").first.inner_text().lower()
    headings = page.locator("main .vw-foundgroup h2").all_inner_texts()
    assert any(re.fullmatch(r"Nascholing \(\d+\)", heading) for heading in headings), headings
    assert len(headings) > 2
    for link in results.evaluate_all("links => links.map((link) => link.href)"):
        assert link.startswith(watched.base)
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("resultaten")


def test_more_results(watched: Watched) -> None:
    """A group shows a few results first and more when asked, and the focus goes on with them."""
    page = watched.open("zoeken/#q=leraar")
    group = page.locator(".vw-foundgroup").filter(has=page.get_by_role("heading", name=re.compile("^Nascholing")))
    expect(group.locator("a[data-result]")).to_have_count(5)
    group.get_by_role("button", name="Toon meer").click()
    expect(group.locator("a[data-result]")).to_have_count(25)
    expect(group.locator("a[data-result]").nth(5)).to_be_focused()


def test_address_holds_the_search(watched: Watched) -> None:
    """What is typed stands in the address, Back undoes one burst of typing, and a reload keeps it."""
    page = held(watched.open("zoeken/#q=wiskunde"))
    field = page.get_by_role("searchbox")
    expect(field).to_have_value("wiskunde")
    field.fill("taal")
    page.wait_for_url("**/zoeken/#q=taal")
    page.clock.run_for(1400)
    field.press_sequentially("beleid")
    page.wait_for_url("**/zoeken/#q=taalbeleid")
    page.clock.run_for(1600)
    field.press_sequentially("splan")
    page.wait_for_url("**/zoeken/#q=taalbeleidsplan")
    page.go_back()
    expect(field).to_have_value("taalbeleid")
    page.clock.resume()
    page.reload()
    expect(field).to_have_value("taalbeleid")
    expect(page.locator("main a[data-result]").first).to_contain_text("taalbeleid")
    page.go_back()
    expect(field).to_have_value("wiskunde")
    expect(page.locator("main mark").first).to_contain_text(re.compile("wiskund", re.IGNORECASE))


def test_nothing_found_leads_on(watched: Watched) -> None:
    """Nothing found names near terms and other ways on; a near term is a search of its own."""
    page = watched.open("zoeken/#q=fotosyntheze")
    expect(page.locator("main")).to_contain_text("Niets gevonden voor")
    expect(page.get_by_role("link", name="alle nascholing")).to_be_visible()
    page.get_by_role("searchbox").fill("wetenscappenn")
    expect(page.locator("main [data-nearest] a").first).to_be_visible()
    page.locator("main [data-nearest] a").first.click()
    expect(page.locator("main a[data-result]").first).to_be_visible()


@pytest.mark.parametrize(
    "state",
    [
        "#q=%",
        "#q=%E0%A4%A",
        "#q=<script>alert(1)</script>",
        "#q=" + "a" * 10_000,
        "#__proto__=1&q=taal",
        "#q=taal&thema=x",
        "#_anker",
        "#q=%E2%80%AEtaal",
        "#q=" + "%F0%9F%98%80" * 50,
        "#q=%5Ba-z%5D%2B%24(",
    ],
    ids=lambda state: state[:24],
)
def test_hostile_address(watched: Watched, state: str) -> None:
    """Whatever stands after `#`, nothing breaks, and what could not be read is told."""
    page = loaded(watched.open(f"zoeken/{state}"))
    is_broken = any(piece in state for piece in ("%E0%A4", "aaaa", "__proto__", "thema"))
    expect(page.locator("main [data-part='note']")).to_have_count(1 if is_broken else 0)
    assert len(page.get_by_role("searchbox").input_value()) <= 200
    assert [] == watched.complaints


def test_typing_anything(watched: Watched) -> None:
    """Signs of regular expressions, emoji, right-to-left text and ten thousand characters do nothing bad."""
    page = watched.open("zoeken/")
    field = page.get_by_role("searchbox")
    for text in ("(.*)+$[", "😀😀", "שלום עולם", "x" * 10_000, "<img src=x onerror=alert(1)>", "\\u0000", "taal"):
        field.fill(text)
        loaded(page)
        assert len(field.input_value()) <= 10_000
    expect(page.locator("main a[data-result]").first).to_be_visible()
    assert [] == watched.complaints


def test_index_fails_to_load(watched: Watched) -> None:
    """Without its list the search says so and offers to try again, and then it works."""
    page = watched.page
    page.route("**/search.json", lambda route: route.abort())
    watched.open("zoeken/#q=taal")
    retry = page.get_by_role("button", name="Probeer opnieuw")
    expect(retry).to_be_visible()
    expect(page.get_by_role("link", name="Zoek nascholing").first).to_be_visible()
    page.unroute("**/search.json")
    retry.click()
    expect(page.locator("main a[data-result]").first).to_be_visible()


def test_broken_index(watched: Watched) -> None:
    """A list that is cut short counts as one that did not come."""

    def cut(route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body='{"groups": [["offers"')

    watched.page.route("**/search.json", cut)
    page = watched.open("zoeken/#q=taal")
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_be_visible()
    assert [] == watched.complaints


def test_goes_on_without_network(context: BrowserContext, watched: Watched) -> None:
    """Once its list is there, the search works when the network goes."""
    page = watched.open("zoeken/#q=taal")
    expect(page.locator("main a[data-result]").first).to_be_visible()
    context.set_offline(True)
    page.get_by_role("searchbox").fill("wiskunde")
    expect(page.locator("main mark").first).to_contain_text(re.compile("wiskund", re.IGNORECASE))


def test_two_searches_make_the_same_requests(browser: Browser, base: str) -> None:
    """What is searched cannot be told from what is requested; the list is, when somebody opens the box."""
    logs = []
    for words in ("mediacoach", "taal beleid"):
        context = browser.new_context()
        one = Watched(context.new_page(), base)
        page = one.open("")
        loaded(page)
        assert not any(url.endswith("search.json") for url in one.requests)
        open_box(page)
        page.keyboard.type(words, delay=10)
        expect(page.locator("a[data-result]").first).to_be_visible()
        logs.append(sorted(one.requests))
        assert "[[],[]]" == page.evaluate("JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])")
        context.close()

    assert logs[0] == logs[1]


def test_parts_are_asked_for_when_needed(watched: Watched, parted: str, corpus: Corpus) -> None:
    """A big site's search fetches the parts that a query needs, once, and shows what they hold."""
    watched.page.goto(parted)
    script = """async ([engine, index, query]) => {
        const search = await (await import(engine)).openSearch(index);
        const found = await search.find(query);
        return search.documents(found.hits.slice(0, 3).map((hit) => hit.document));
    }"""
    where = [parted + "assets/javascripts/logic/search.js", parted + "assets/search/search.json"]
    shown = watched.page.evaluate(script, [*where, "taalbeleid"])
    asked = [url for url in watched.requests if re.search(r"/[pd]\d+\.json$", url)]
    assert 0 < len(asked) < 12
    assert shown[0]["title"] in {document.title for document in corpus.documents}
    watched.page.evaluate(script, [*where, "taalbeleid"])
    assert asked == [url for url in watched.requests if re.search(r"/[pd]\d+\.json$", url)]


@pytest.mark.parametrize("state", ["zoeken/#q=taal", "zoeken/#q=xqzzw", "box"])
def test_accessible_in_every_state(browser: Browser, base: str, state: str) -> None:
    """Results, an empty answer and the open box break no WCAG 2.2 A or AA rule."""
    broken = {}
    for scheme in ("light", "dark"):
        for width in (390, 1280):
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
            )
            page.goto(base + ("" if state == "box" else state))
            if state == "box":
                open_box(page).keyboard.type("taal", delay=10)
            expect(page.locator("a[data-result], [data-results] [data-part=none]").first).to_be_visible()
            # A screen reader is told a little later; timers keep their order.
            page.evaluate("new Promise((done) => setTimeout(done, 200))")
            if found := axe_violations(page):
                broken[scheme, width] = found
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()

    assert {} == broken


def test_same_files_each_time(corpus: Corpus) -> None:
    """The files of the search are the same bytes on every build of the same content."""
    assert list(files(corpus)) == list(files(corpus))
    assert list(files(corpus, one_file=0)) == list(files(corpus, one_file=0))
    assert ["assets/search/search.json"] == [asset.address for asset in files(corpus)]
    assert all(json.loads(asset.content) for asset in files(corpus, one_file=0))


def test_search_page_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts the search page shows no field that does nothing, and leads to the lists."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base)
    page.get_by_role("link", name="Zoek op onderwerp of naam").click()
    assert page.url == base + "zoeken/"
    assert 0 == page.locator("input[type=search]:visible").count()
    expect(page.locator("main").get_by_role("link", name="Zoek nascholing")).to_be_visible()
    page.close()
