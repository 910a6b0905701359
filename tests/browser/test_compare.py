"""The comparison, in a real browser."""

import json
import re
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.compiler import load_strings
from generator.kinds.provider.model import Provider
from generator.kinds.provider.views import ask_about
from tests.browser.conftest import Watched, drawn, loaded
from tests.browser.test_gates import SCHEMES, WIDTHS, axe_violations
from tests.built_site import BuiltSite
from tests.outputs.test_comparison import FILES

COMPARE = "catalogus/vergelijk/"
DATA = "**/assets/comparison/*.json"
TWO = ("mediawijs/mediacoach", "nationale-opleiding-mediacoach/opleiding-mediacoach")
BIGGEST = [
    ("ontwikkelkracht", "avs", "mos-vlaanderen", "ixperium"),
    ("stichting-leerkracht", "pov", "i-learn-academy", "ontwikkelkracht"),
    ("ontwikkelkracht/groeikracht", "ixperium/designteam", "stichting-leerkracht", "voo"),
    (
        "ontwikkelkracht/groeikracht",
        "ixperium/designteam",
        "stichting-leerkracht/forum",
        "expertisecentrum-vakdidactiek-noord/procesbegeleider-lesson-study",
    ),
]
"""The records with most to say: by the size of their files, by their answers, mixed, and by the rows they fill."""


def state(*ids: str) -> str:
    """Gives the address of a comparison."""
    return COMPARE + "#" + "&".join(f"id={one}" for one in ids)


def heads(page: Page) -> list[str]:
    """Gives the titles of the columns, once they are there."""
    expect(page.locator("vw-compare:defined")).to_have_count(1)
    expect(page.locator("vw-compare [data-part=loading]")).to_be_hidden()
    return page.locator("vw-compare thead th a").all_inner_texts()


def row(page: Page, label: str) -> list[str]:
    """Gives the cells of a row."""
    found = page.locator("vw-compare tbody tr", has=page.get_by_role("rowheader", name=label, exact=True))
    return found.locator("td").all_inner_texts()


@pytest.fixture
def answered(watched: Watched) -> Callable[[dict[str, Any]], Watched]:
    """Lets a test say what the data holds."""

    def answer(data: dict[str, Any]) -> Watched:
        watched.page.route(DATA, lambda route: route.fulfill(json=data))
        return watched

    return answer


def provider(**more: Any) -> dict[str, Any]:
    """Gives the data of a provider."""
    return {"name": "Acme", "status": "active", "facts": {"kind": ["Vzw"]}, "answers": {}, "offers": {}} | more


def test_two_offers(watched: Watched) -> None:
    """Two offers stand side by side: facts, answers with their evidence, and what is not known."""
    page = watched.open(state(*TWO))

    assert ["Mediacoach-opleiding", "Nationale Opleiding MediaCoach"] == heads(page)
    assert "Lange opleiding" in row(page, "Vorm")[0]
    said = "Ja. Over Mediacoach-opleiding: Je zet zelf een project op en werkt met tools. (zonder datum)"
    assert [said] == row(page, "Actief leren Kernvraag")[:1]
    assert "niet bekend — vraag het na" in row(page, "Inhoud op maat Kernvraag")[0]
    expect(page.get_by_text(re.compile("Nog .* vragen waarop geen van beide antwoord geeft"))).to_be_visible()
    href = page.locator("vw-compare thead th a").first.get_attribute("href")
    assert f"{watched.base}catalogus/mediawijs/#mediacoach" == href
    assert [] == watched.complaints


def test_only_what_makes_sense(watched: Watched) -> None:
    """Beside offers, an organisation says that a fact differs; between organisations such rows are not there."""
    page = watched.open(state("mediawijs", TWO[1]))
    heads(page)
    assert "verschilt per nascholing" == row(page, "Duur")[0]

    page = watched.open(state("mediawijs", "ixperium"))
    expect(page.locator("tr[data-row=duration]")).to_be_hidden()
    expect(page.locator("tr[data-row=where]")).to_be_visible()


def test_core_questions_always_show(site: BuiltSite, watched: Watched) -> None:
    """Every core question has a row, also when nobody answers it; the rest is gathered with its number."""
    page = watched.open(state("bvlo", "linc"))
    heads(page)
    always = page.locator("tr[data-criterion][data-always]")
    others = page.locator("tr[data-criterion]:not([data-always])")

    assert 7 == always.count()
    assert all(one.is_visible() for one in always.all())
    hidden = sum(1 for one in others.all() if not one.is_visible())
    page.locator("tr[data-part=open-questions] summary").click()
    assert hidden == page.locator("tr[data-part=open-questions] li").count()


def test_nothing_chosen(watched: Watched) -> None:
    """Without a choice the page says how to choose, and shows an example that works."""
    page = watched.open(COMPARE)
    expect(page.get_by_role("link", name="Kies in de catalogus")).to_be_visible()

    page.get_by_role("link", name="Bekijk een voorbeeld").click()
    expect(page.locator("vw-compare thead th")).to_have_count(2)
    expect(page.locator("[data-part=empty]")).to_be_hidden()
    assert [] == watched.complaints


def test_one_chosen(watched: Watched) -> None:
    """One alone invites a second, and the way to the catalogue keeps it."""
    page = watched.open(state("mediawijs"))
    heads(page)

    expect(page.get_by_role("heading", name="Kies er nog een")).to_be_visible()
    for link in page.locator("a[data-keep]").all():
        assert f"{watched.base}catalogus/#id=mediawijs" == link.evaluate("link => link.href")


NOTES = {
    "many": ("id=mediawijs&id=ixperium&id=vad&id=slo&id=voo", 4, "Er passen er vier"),
    "twice": ("id=mediawijs&id=vad&id=mediawijs", 2, "twee keer"),
    "unknown": ("id=mediawijs&id=wie-is-dit&id=vad/wat-is-dit", 1, "niet of niet meer"),
    "of every object": ("id=mediawijs&id=constructor&id=vad/constructor", 1, "niet of niet meer"),
    "prototype": ("id=mediawijs&id=__proto__", 1, "Een deel van het adres"),
    "script": ("id=mediawijs&id=<img src=x onerror=alert(1)>", 1, "Een deel van het adres"),
    "escapes": ("id=mediawijs&id=%E0%A4%A&id=%", 1, "Een deel van het adres"),
    "other keys": ("id=mediawijs&kleur=rood", 1, "Een deel van het adres"),
    "selector": ('id=mediawijs&id="]{', 1, "Een deel van het adres"),
    "long": ("id=mediawijs&id=" + "a" * 10_000, 1, "Een deel van het adres"),
    "many unknown": ("id=mediawijs&" + "&".join(f"id=x{n}" for n in range(90)), 1, "Er passen er vier"),
    "path": ("id=mediawijs&id=../../../x&id=vad/../slo", 1, "Een deel van het adres"),
}


@pytest.mark.parametrize(("hash_", "count", "said"), NOTES.values(), ids=list(NOTES))
def test_broken_state(watched: Watched, hash_: str, count: int, said: str) -> None:
    """What an address asks for and cannot be given is left out with a note; the rest is shown."""
    page = watched.open(f"{COMPARE}#{hash_}")

    assert count == len(heads(page))
    expect(page.locator("[data-part=notes]")).to_contain_text(said)
    assert [] == watched.complaints
    assert [] == watched.outside


def test_place_on_the_page_is_no_state(watched: Watched) -> None:
    """An anchor without `=` asks for nothing and is told nothing."""
    page = watched.open(f"{COMPARE}#x=1")
    expect(page.locator("[data-part=notes]")).to_be_visible()
    page.evaluate("location.hash = '__proto__'")

    expect(page.locator("[data-part=empty]")).to_be_visible()
    expect(page.locator("[data-part=notes]")).to_be_hidden()


def test_removing_is_one_step_back(watched: Watched) -> None:
    """A column is removed with the keyboard, said, and brought back by Back; the focus goes on in the table."""
    page = watched.open(state("mediawijs", "ixperium", "vad"))
    heads(page)
    button = page.get_by_role("button", name="Haal weg iXperium")
    button.focus()
    button.press("Enter")

    expect(page.locator("vw-compare thead th")).to_have_count(2)
    expect(page.locator("[data-part=said]")).to_have_text(re.compile("iXperium.* is weg. Er blijven er 2 over."))
    expect(page.get_by_role("button", name="Haal weg VAD")).to_be_focused()
    assert page.url.endswith("#id=mediawijs&id=vad")

    page.go_back()
    expect(page.locator("vw-compare thead th")).to_have_count(3)
    expect(page.locator("[data-part=said]")).to_be_empty()
    page.reload()
    expect(page.locator("vw-compare thead th")).to_have_count(3)


def test_removing_the_last(watched: Watched) -> None:
    """When the last column goes, the page is as it was before anything was chosen."""
    page = watched.open(state("mediawijs"))
    page.get_by_role("button", name="Haal weg Mediawijs").click()

    expect(page.get_by_role("link", name="Kies in de catalogus")).to_be_focused()
    expect(page.locator("vw-compare table")).to_be_hidden()


def test_failing_data(watched: Watched) -> None:
    """When the data does not come, the page says so and tries again when asked."""
    watched.page.route(DATA, lambda route: route.abort())
    page = watched.open(state(*TWO))
    expect(page.locator("[data-part=failed]")).to_be_visible()
    expect(page.locator("[data-part=loading]")).to_be_hidden()

    page.unroute(DATA)
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator("vw-compare thead th")).to_have_count(2)
    expect(page.locator("[data-part=failed]")).to_be_hidden()


@pytest.mark.parametrize("body", ["{broken", "<h1>Weg</h1>", "{}", "null"])
def test_strange_data(watched: Watched, body: str) -> None:
    """Data that is no data counts as data that did not come."""
    watched.page.route(DATA, lambda route: route.fulfill(body=body))
    page = watched.open(state(*TWO))

    expect(page.locator("[data-part=failed]")).to_be_visible()
    assert [] == watched.complaints


def test_later_choice_wins(watched: Watched) -> None:
    """When the data of an earlier choice comes after that of a later one, the later choice stays."""
    held: list[Route] = []
    data = {"records": {"vad": provider(name="VAD"), "slo": provider(name="SLO")}, "moved": {}}
    watched.page.route(DATA, lambda route: route.fulfill(json=data) if held else held.append(route))
    page = watched.open(f"{COMPARE}#x=1")
    page.locator("vw-compare:defined").evaluate("element => { element.dataset.files = '1000' }")
    page.evaluate("location.hash = 'id=vad'")
    expect(page.locator("[data-part=loading]")).to_be_visible()
    page.evaluate("location.hash = 'id=slo'")
    expect(page.locator("vw-compare thead th a")).to_have_text(["SLO"])
    with page.expect_response(DATA):
        held[0].fulfill(json=data)
    drawn(page)

    assert ["SLO"] == heads(page)


def test_former_id(answered: Callable[[dict[str, Any]], Watched]) -> None:
    """A former id leads to the record, also for its offers; the same record twice is shown once."""
    acme = provider(offers={"ict": {"title": "Ict", "facts": {}}})
    data = {"records": {"acme": acme}, "moved": {"oud": "acme", "kring": "oud"}}
    watched = answered(data)

    assert ["Acme", "Ict"] == heads(watched.open(state("oud", "oud/ict", "acme", "kring")))
    assert "twee keer" in watched.page.locator("[data-part=notes]").inner_text()
    assert "niet of niet meer" in watched.page.locator("[data-part=notes]").inner_text()


def test_text_of_strangers(answered: Callable[[dict[str, Any]], Watched]) -> None:
    """Text of a record is shown as text, whatever it holds."""
    evil = "<img src=x onerror=alert(1)>{count}$&"
    acme = provider(
        name=evil,
        facts={"kind": [evil], "where": [evil]},
        answers={"evidence-based": ["yes", evil]},
        offers={"a": {"title": evil, "facts": {"price": [evil]}}},
    )
    watched = answered({"records": {"acme": acme}, "moved": {}})
    page = watched.open(state("acme", "acme/a"))

    assert [evil, evil] == heads(page)
    assert evil in row(page, "Onderbouwd met onderzoek Kernvraag")[0]
    assert evil in row(page, "Prijs")[1]
    assert evil in page.locator("[data-ask=text]").nth(1).text_content()  # type: ignore[operator]  # it has text
    assert 0 == page.locator("vw-compare img").count()
    page.get_by_role("button", name="Haal weg").first.click()
    expect(page.locator("[data-part=said]")).to_contain_text(f"{evil} is weg.")
    assert [] == watched.complaints


def test_stopped(watched: Watched) -> None:
    """An organisation that stopped is not asked anything."""
    page = watched.open(state("school-zonder-racisme", "vad"))
    heads(page)
    cells = page.locator("tr[data-part=ask] td")

    assert "Deze organisatie is gestopt." == cells.first.inner_text()
    expect(cells.nth(1).get_by_role("link", name="Mail deze vragen")).to_be_visible()


def test_mails_are_those_of_the_pages(site: BuiltSite, watched: Watched) -> None:
    """For every organisation the comparison makes the very mail that stands on its page."""
    kb = site.reading.knowledge
    assert kb is not None
    t = load_strings()
    expected = {one.id: made.href for one in kb.all(Provider) if (made := ask_about(kb, t, one))}
    page = watched.open(COMPARE)
    found = {}
    names = list(expected)
    for ids in (names[start : start + 4] for start in range(0, len(names), 4)):
        page.evaluate("hash => { location.hash = hash }", state(*ids).partition("#")[2])
        first = page.locator("vw-compare thead th a").first
        expect(first).to_have_attribute("href", f"{watched.base}catalogus/{ids[0]}/")
        mails = page.locator("tr[data-part=ask] td").evaluate_all(
            "cells => cells.map((cell) => cell.querySelector('[data-ask=mail]')?.getAttribute('href'))"
        )
        found |= dict(zip(ids, mails, strict=True))

    assert expected == found
    assert len(expected) > 70


def test_mail_about_an_offer(watched: Watched) -> None:
    """The mail about an offer names it."""
    page = watched.open(state(*TWO))
    heads(page)
    mail = page.locator("tr[data-part=ask] [data-ask=text]").first

    assert "las over 'Mediacoach-opleiding' bij jullie" in (mail.text_content() or "")


def test_long_mail(watched: Watched) -> None:
    """In the browser too, a mail that is too long holds fewer questions."""
    page = watched.open(COMPARE)
    made = page.evaluate(
        """async (url) => {
          const { makeMail } = await import(url);
          const questions = Array.from({ length: 9 }, (_, number) => `${number} ${'é'.repeat(60)}?`);
          return makeMail({ opening: 'Ik zoek.', questions, longest: 1900 }, () => 'x');
        }""",
        watched.base + "assets/javascripts/logic/comparison.js",
    )

    assert len(made["href"]) <= 1900
    assert 0 < made["count"] < 9
    assert made["count"] == made["text"].count("?")


def test_file_of(watched: Watched) -> None:
    """The browser reckons the file of a provider as the build does."""
    page = watched.open(COMPARE)
    url = watched.base + "assets/javascripts/logic/comparison.js"
    for provider_id, count, number in FILES:
        call = "async ([url, id, count]) => (await import(url)).fileOf(id, count)"
        assert number == page.evaluate(call, [url, provider_id, count])


@pytest.mark.parametrize("ids", BIGGEST, ids=lambda ids: ids[0])
def test_landscape_with_heads(watched: Watched, ids: tuple[str, ...]) -> None:
    """The four records with most to say print on three sheets of A4 at most, landscape, with the names above each."""
    page = watched.open(state(*ids))
    names = [re.sub(r"\s", "", name) for name in heads(page)]
    assert 4 == len(names)
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [re.sub(r"\s", "", sheet.get_textpage().get_text_range()) for sheet in pdf]

    assert 1 <= len(texts) <= 3
    assert {(842, 595)} == {tuple(map(round, sheet.get_size())) for sheet in pdf}
    assert all(name in text for name in names for text in texts)


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_four_fit(watched: Watched, width: int) -> None:
    """Four columns fit on every screen: neither the page nor a part of it scrolls sideways."""
    watched.page.set_viewport_size({"width": width, "height": 800})
    page = watched.open(state(*BIGGEST[3]))
    heads(page)
    wide = page.evaluate(
        "() => [...document.querySelectorAll('html, .vw-compare, .vw-compare table, .vw-compare td, .vw-compare th')]"
        ".filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML)"
    )

    assert [] == wide


def test_heads_stay_in_sight(watched: Watched) -> None:
    """With two columns on a phone, the names stay in sight below the site's header."""
    watched.page.set_viewport_size({"width": 390, "height": 800})
    page = watched.open(state(*TWO))
    heads(page)
    page.locator("tr[data-row=age]").evaluate("row => row.scrollIntoView({ block: 'center' })")
    names = page.locator(".vw-compare__short span:visible")
    found = (
        "one => document.elementFromPoint(one.getBoundingClientRect().left + 9, one.getBoundingClientRect().top + 9)"
    )

    assert page.evaluate("scrollY") > 400
    assert heads(page) == names.all_text_contents()
    assert [[48, True]] * 2 == names.evaluate_all(
        f"all => all.map((one) => [one.getBoundingClientRect().top, ({found})(one) === one])"
    )


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_accessible_with_columns(browser: Browser, base: str, scheme: Any, width: int) -> None:
    """With columns, notes and open folds the page breaks no WCAG rule; a narrow table is still a table."""
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    page.goto(base + state(*TWO, "vad", "vad"))
    heads(page)
    page.locator("vw-compare details").evaluate_all("all => all.forEach((one) => { one.open = true })")

    assert [] == axe_violations(page)
    expect(page.get_by_role("table", name="Wat we weten, naast elkaar")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Duur", exact=True)).to_be_visible()
    assert 3 == page.get_by_role("columnheader").count()
    page.close()


def test_copying(browser: Browser, base: str) -> None:
    """The questions are copied where that is allowed; elsewhere the text is selected, and the page says so."""
    for allowed in (["clipboard-read", "clipboard-write"], []):
        context = browser.new_context()
        context.grant_permissions(allowed)
        page = context.new_page()
        if not allowed:
            page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))")
        page.goto(base + "checklist/kies-je-nascholing/")
        page.get_by_role("button", name="Kopieer de vragen").click()
        said = "De vragen staan op je klembord." if allowed else "Kopiëren lukte niet."
        expect(page.locator("[data-copy=said]")).to_contain_text(said)
        text = page.evaluate("navigator.clipboard.readText()" if allowed else "String(getSelection())")
        assert "7. Leren de deelnemers door zelf actief bezig te zijn?" in text
        context.close()


def test_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts the page says that it needs them; elsewhere no link leads to it, and the mail is there."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base + COMPARE)
    expect(page.locator("noscript p")).to_be_visible()
    assert "Vergelijken werkt alleen met JavaScript." in page.locator("main").inner_text()

    page.goto(base + "catalogus/mediawijs/")
    expect(page.get_by_text("Vergelijk met een andere").first).to_be_hidden()
    expect(page.get_by_role("link", name="Mail deze vragen")).to_be_visible()
    expect(page.get_by_role("button", name="Kopieer de vragen")).to_be_hidden()
    page.close()


def test_way_from_the_page_of_a_provider(watched: Watched) -> None:
    """From a provider's page one compares an offer with what is like it, and the organisation with another."""
    page = watched.open("catalogus/mediawijs/")
    page.locator(".vw-similar summary").first.click()
    page.get_by_role("link", name="Zet ze naast elkaar").first.click()
    expect(page.locator("vw-compare thead th")).to_have_count(4)

    watched.open("catalogus/mediawijs/")
    page.get_by_role("link", name="Vergelijk deze organisatie met een andere").click()
    expect(page.locator("vw-compare thead th a")).to_have_text(["Mediawijs"])


def test_same_requests_whatever_is_compared(browser: Browser, base: str) -> None:
    """Two people who compare different things make the same requests."""
    logs = []
    for ids in (TWO, ("vad", "slo")):
        context = browser.new_context()
        one = Watched(context.new_page(), base)
        heads(one.open(state(*ids)))
        loaded(one.page).wait_for_load_state("networkidle")
        logs.append(sorted(url.partition("#")[0] for url in one.requests))
        context.close()

    assert logs[0] == logs[1]
    assert json.dumps(logs).count("assets/comparison/0.json") == 2
