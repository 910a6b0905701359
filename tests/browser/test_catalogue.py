"""The catalogue in a browser: filters, counts, words, the address, and what happens when something is wrong."""

import re
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.compiler import load_strings
from generator.kinds.provider import facets, views
from generator.kinds.provider.model import Offer, Provider
from generator.kinds.provider.schedule import evidence_for, state_on
from tests.browser.conftest import Watched, held, loaded
from tests.browser.test_gates import SCHEMES, WIDTHS, axe_violations
from tests.built_site import BuiltSite

T = load_strings()
VIEWS = {"offers": "catalogus/", "providers": "catalogus/aanbieders/"}


def heading(page: Page) -> str:
    """Gives the heading of the list."""
    return page.locator("#_lijst").inner_text()


def settled(page: Page, count: int | None = None) -> None:
    """Waits until the list shows what is asked for."""
    wanted = re.compile(rf"^{count} van " if count is not None else r"^\d+ van ")
    expect(page.locator("#_lijst")).to_have_text(wanted)


def titles(page: Page) -> list[str]:
    """Gives the titles of the cards in sight."""
    return page.locator(".vw-card__title:visible").all_inner_texts()


def offers_with(site: BuiltSite, **wanted: str) -> list[tuple[Provider, Offer]]:
    """Gives the offers that have a value of each of some facets, in order; what is gone is left out."""
    assert site.reading.knowledge is not None
    kb = site.reading.knowledge
    found = [pair for pair in views.all_offers(kb) if not views.is_gone(kb, *pair)]
    tests = {
        "niveau": lambda provider, offer, value: value in offer.education_levels,
        "thema": lambda provider, offer, value: value in offer.themes,
        "soort": lambda provider, offer, value: value == provider.kind,
    }
    return [pair for pair in found if all(tests[key](*pair, value) for key, value in wanted.items())]


# ── untouched ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("address", VIEWS.values(), ids=list(VIEWS))
def test_untouched(watched: Watched, address: str) -> None:
    """A list that nobody touches stays what the page came with; an anchor in the address is no question."""
    for anchor in ("", "#_lijst"):
        page = watched.open(address + anchor)
        loaded(page)
        expect(page.locator(".vw-listed .vw-card__title").first).to_be_visible()
        expect(page.locator(".vw-matches")).to_be_hidden()
        expect(page.locator(".vw-results")).not_to_have_attribute("aria-busy", "true")
    assert [] == watched.complaints


def test_counts_that_the_page_comes_with(site: BuiltSite, watched: Watched) -> None:
    """Before any script has run the page says how many offers each value has."""
    page = watched.open("catalogus/")
    wanted = str(len(offers_with(site, niveau="lager")))

    expect(page.get_by_role("checkbox", name=f"Lager onderwijs {wanted}", exact=True)).to_be_visible()


def test_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts there is no form and no box to compare, but the whole list and the ways to browse."""
    page = browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.goto(f"{base}catalogus/#niveau=lager")

    assert [] == page.locator("input:visible, select:visible, button:visible").all()
    assert 60 == len(titles(page))
    page.get_by_role("link", name="Blader per thema").click()
    page.get_by_text("Onderwijsniveau", exact=True).click()
    assert page.get_by_role("link", name="Lager onderwijs").is_visible()
    assert page.get_by_role("link", name=re.compile("^Aanbieders ")).first.is_visible()
    page.close()


# ── filters ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_filter(site: BuiltSite, watched: Watched) -> None:
    """A filter leaves the offers that have its value, in the order of the list, and stands in the address."""
    page = watched.open("catalogus/")
    page.get_by_role("checkbox", name="Lager onderwijs").check()
    wanted = offers_with(site, niveau="lager")

    settled(page, len(wanted))
    assert [offer.title for _, offer in wanted[:20]] == titles(page)
    assert f"{watched.base}catalogus/#niveau=lager" == page.url
    first = page.locator(".vw-card__title:visible a").first
    assert f"{watched.base}catalogus/{wanted[0][0].id}/#{wanted[0][1].id}" == first.evaluate("link => link.href")
    assert [] == watched.complaints


def test_filters_of_two_facets(site: BuiltSite, watched: Watched) -> None:
    """Filters of two facets must both hold."""
    wanted = offers_with(site, niveau="lager", thema="taal")
    page = watched.open("catalogus/#niveau=lager&thema=taal")

    settled(page, len(wanted))
    assert [offer.title for _, offer in wanted][:20] == titles(page)


def told(site: BuiltSite, view: str) -> tuple[int, dict[str, list[set[str]]]]:
    """Gives how many records a view has, and for each facet the values of each record."""
    kb = site.reading.knowledge
    assert kb is not None
    found = facets.facets(kb, T)
    offers, providers = views.all_offers(kb), views.all_providers(kb)
    is_offers = view == "offers"
    columns = facets.offer_columns(found, offers, providers) if is_offers else facets.provider_columns(found, providers)
    places = {provider.id: number for number, provider in enumerate(providers)}
    owners = [places[provider.id] for provider, _ in offers] if is_offers else list(range(len(providers)))

    def values(column: facets.Column) -> list[set[str]]:
        rows = [column.rows[owner] for owner in owners] if column.is_of_owner else column.rows
        every = [{column.facet.values[number].id for number in column.facet.with_implied(row)} for row in rows]
        return [one or {facets.UNKNOWN} for one in every]

    return len(owners), {column.facet.key: values(column) for column in columns if column.is_shown}


def matching(count: int, has: dict[str, list[set[str]]], chosen: dict[str, set[str]]) -> list[int]:
    """Gives the records that have a chosen value of every facet."""
    return [n for n in range(count) if all(has[key][n] & values for key, values in chosen.items())]


@pytest.mark.parametrize("view", VIEWS)
def test_counts_of_many_choices(site: BuiltSite, watched: Watched, view: str) -> None:
    """For many choices the browser finds and counts what a plain look at each record finds."""
    count, has = told(site, view)
    kb = site.reading.knowledge
    assert kb is not None
    gone = {n for n, pair in enumerate(views.all_offers(kb)) if views.is_gone(kb, *pair)} if view == "offers" else set()
    page = watched.open("")
    script = """async ([root, view, choices]) => {
        const { FacetedList } = await import(root + "assets/javascripts/logic/facets.js");
        const list = new FacetedList(await (await fetch(root + `assets/catalogue/${view}.json`)).json());
        return choices.map((choice) => {
            const chosen = new Map(choice.map(([key, values]) => [key, new Set(values)]));
            const counts = [...list.counts(chosen, null)].map(([key, of]) => [key, Object.fromEntries(of)]);
            return { size: list.matching(chosen, null).size, counts: Object.fromEntries(counts) };
        });
    }"""
    random = Random(3)
    choices: list[dict[str, set[str]]] = [{}]
    for _ in range(40):
        keys = random.sample(sorted(has), random.randint(1, 3))
        every = {key: sorted(set().union(*has[key])) for key in keys}
        choices.append(
            {key: set(random.sample(every[key], min(len(every[key]), random.randint(1, 2)))) for key in keys}
        )

    plain = [[[key, sorted(values)] for key, values in choice.items()] for choice in choices]
    answers = page.evaluate(script, [watched.base, view, plain])

    def listed(choice: dict[str, set[str]]) -> int:
        return len([n for n in matching(count, has, choice) if "status" in choice or n not in gone])

    for choice, answer in zip(choices, answers, strict=True):
        assert listed(choice) == answer["size"], choice
        for key in has:
            others = {name: values for name, values in choice.items() if name != key}
            for value, number in answer["counts"][key].items():
                assert listed(others | {key: {value}}) == number, (choice, key, value)


def test_counts_say_what_a_click_leaves(watched: Watched) -> None:
    """The number beside a value is the number of offers after a click on it; values that leave nothing are hidden."""
    page = watched.open("catalogus/#thema=taal")
    settled(page)
    theme = page.locator("[data-facet=niveau] li:visible")
    expected = [(one.locator("span").first.inner_text(), one.locator(".vw-number").inner_text()) for one in theme.all()]

    assert len(expected) > 2
    assert "0" not in {count for _, count in expected}
    assert page.locator("[data-facet=niveau] li:not(:visible)").count() > 0
    for label, count in expected:
        facet = page.get_by_role("group", name="Niveau").last
        facet.get_by_role("checkbox", name=f"{label} {count}", exact=True).check()
        settled(page, int(count))
        page.get_by_role("button", name=f"Niveau: {label} (weghalen)").click()
        expect(page.get_by_role("button", name=f"Niveau: {label}")).to_have_count(0)


def test_past_offers_come_last(watched: Watched) -> None:
    """Whatever the order, what is past or old stands behind the rest and says so."""
    for sort in ("", "&sorteer=naam", "&sorteer=nieuwste", "&q=taal"):
        watched.page.goto("about:blank")
        page = watched.open(f"catalogus/#niveau=lager&thema=taal&ook=voorbij{sort}")
        settled(page)
        past = page.locator(".vw-matches .vw-card").evaluate_all(
            "cards => cards.map((card) => card.matches('.vw-card--past, .vw-card--old'))"
        )
        assert sorted(past) == past
        assert {True, False} == set(past), sort
        said = page.locator(".vw-matches .vw-card", has_text=re.compile("Voorbij|Lang niets van gehoord"))
        assert said.count() == past.count(True)


def test_orders(site: BuiltSite, watched: Watched) -> None:
    """The list can stand by name and by the age of what is known."""
    page = watched.open("catalogus/")
    page.get_by_label("Volgorde").select_option("Naam")
    settled(page)
    shown = titles(page)
    assert sorted(shown, key=str.casefold) == shown
    page.get_by_label("Volgorde").select_option("Nieuwste gegevens")
    expect(page.locator(".vw-card__title:visible").first).not_to_have_text(shown[0])

    assert site.reading.knowledge is not None
    kb = site.reading.knowledge
    every = [pair for pair in views.all_offers(kb) if not views.is_gone(kb, *pair)]
    newest = sorted(every, key=lambda pair: -evidence_for(*pair).month)
    assert [offer.title for _, offer in newest[:20]] == titles(page)


def test_pages(watched: Watched) -> None:
    """A long list has pages, as links with an address; the heading has the focus after a turn."""
    page = watched.open("catalogus/#niveau=lager")
    settled(page)
    first = titles(page)
    page.get_by_role("link", name="Pagina 2").click()
    expect(page.locator(".vw-matches [aria-current]")).to_have_text("2")

    assert page.url.endswith("#niveau=lager&pagina=2")
    assert 20 == len(first) == len(titles(page))
    assert not set(first) & set(titles(page))
    expect(page.locator("#_lijst")).to_be_focused()
    page.go_back()
    expect(page.locator(".vw-card__title:visible").first).to_have_text(first[0])


# ── what is gone ─────────────────────────────────────────────────────────────────────────────────────────────


def test_gone_is_asked_for(site: BuiltSite, watched: Watched) -> None:
    """What is closed, past or old is behind one switch, which says how much there is and stands in the address."""
    kb = site.reading.knowledge
    assert kb is not None
    every = views.all_offers(kb)
    gone = [pair for pair in every if views.is_gone(kb, *pair)]
    page = watched.open("catalogus/#sorteer=naam")
    settled(page, len(every) - len(gone))
    page.get_by_role("checkbox", name=f"Toon ook wat voorbij of oud is ({len(gone)})").check()
    settled(page, len(every))
    assert page.url.endswith("#ook=voorbij&sorteer=naam")
    page.go_back()
    settled(page, len(every) - len(gone))
    expect(page.get_by_role("checkbox", name="Toon ook wat voorbij")).not_to_be_checked()
    assert [] == watched.complaints


def test_headings_of_the_states(watched: Watched) -> None:
    """In the order of the list, what is to be asked for and what is gone stand under a heading of their own."""
    page = watched.open("catalogus/#niveau=lager&ook=voorbij&pagina=9")
    settled(page)
    assert ["Voorbij of oud"] == page.locator(".vw-matches > h2").all_inner_texts()
    watched.page.goto("about:blank")
    page = watched.open("catalogus/#q=taal&ook=voorbij&pagina=9")
    settled(page)
    assert ["Voorbij of oud"] == page.locator(".vw-matches > h2").all_inner_texts()


def test_only_what_is_gone_fits(site: BuiltSite, watched: Watched) -> None:
    """Where all that fits is gone, it is shown, that is said, and other ways stand below."""
    kb = site.reading.knowledge
    assert kb is not None
    offer = next(offer for _, offer in views.all_offers(kb) if offer.id == "beproeving-kerndoelen")
    page = watched.open("catalogus/#q=beproeving conceptkerndoelen")
    expect(page.locator(".vw-notes")).to_contain_text("Alles wat hierbij past, is voorbij of oud.")
    assert offer.title in titles(page)
    few = page.locator(".vw-matches .vw-few")
    expect(few.get_by_role("link", name="KlasCement")).to_be_visible()
    few.get_by_role("link", name="Zoek organisaties die hieraan werken").click()
    expect(page).to_have_url(re.compile(r"/catalogus/aanbieders/#q=beproeving"))


def test_few_that_run(site: BuiltSite, watched: Watched) -> None:
    """Where fewer than five may run, that is said with other ways; where more may, it is not."""
    for theme in ("ict-beleid", "schoolleiderschap", "ai", "muziek", "aardrijkskunde", "taal"):
        kb = site.reading.knowledge
        assert kb is not None
        found = offers_with(site, thema=theme)
        likely = [pair for pair in found if state_on(*pair, kb.today) in ("planned", "running", "unsure")]
        watched.page.goto("about:blank")
        page = watched.open(f"catalogus/#thema={theme}")
        loaded(page)
        if found:
            settled(page, len(found))
            expect(page.locator(".vw-matches .vw-few")).to_have_count(1 if len(likely) < 5 else 0)


# ── words ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_words_as_you_type(watched: Watched) -> None:
    """Words filter the list while they are typed, are marked in the cards, and combine with filters."""
    page = watched.open("catalogus/")
    page.get_by_label("Waarover?").press_sequentially("mediawijs")
    expect(page).to_have_url(f"{watched.base}catalogus/#q=mediawijs")
    expect(page.locator(".vw-matches mark", has_text=re.compile("^mediawijs", re.IGNORECASE)).first).to_be_visible()
    page.reload()
    settled(page)
    number = int(heading(page).split()[0])

    assert 0 < number < 40
    page.get_by_role("checkbox", name="Secundair onderwijs").check()
    expect(page.locator("#_lijst")).not_to_have_text(re.compile(f"^{number} van"))
    assert page.url.endswith("#q=mediawijs&niveau=secundair")
    assert [] == watched.complaints


def test_why_a_card_was_found(watched: Watched) -> None:
    """A card that was found by one of its terms says which."""
    page = watched.open("catalogus/#q=ai")
    settled(page)

    expect(page.locator(".vw-card__why").first).to_contain_text("Gevonden bij Thema: Artificiële intelligentie")


def test_words_that_nothing_holds(watched: Watched) -> None:
    """Where nothing is found, the page says what to let go, what looks like it, and where else to ask."""
    page = watched.open("catalogus/#q=wizkunde")
    expect(page.locator("#_lijst")).to_have_text(re.compile("van|Geen"))
    watched.open("catalogus/#thema=aardrijkskunde&q=mediacoach")
    expect(page.locator("#_lijst")).to_have_text("Geen nascholing gevonden")
    assert page.get_by_text("Vraag het een collega").is_visible()
    button = page.get_by_role("button", name=re.compile(r"Zonder ‘Woorden: mediacoach’: \d+"))
    count = int(button.inner_text().rpartition(" ")[2])
    button.click()

    settled(page, count)
    expect(page.locator("#_lijst")).to_be_focused()


@pytest.mark.parametrize(
    "words",
    ["(.*)+$ [a-z]{3}\\", "a" * 10_000, "🎓👩🏽‍🏫", "תכנון שיעור", "<img src=x onerror=alert(1)>", "%00%ff", "  "],
)
def test_odd_words(watched: Watched, words: str) -> None:
    """Signs, length, emoji and other scripts in the search box do nothing bad."""
    page = watched.open("catalogus/")
    box = page.get_by_label("Waarover?")
    box.focus()
    page.keyboard.insert_text(words)
    page.keyboard.press("Enter")
    shown = re.compile("^(Geen|\\d+ van)" if words.strip() else r"^\d+ nascholingen$")
    expect(page.locator("#_lijst")).to_have_text(shown)
    page.reload()
    expect(page.locator("#_lijst")).to_have_text(shown)

    assert len(box.input_value()) <= 200
    assert page.locator("main img").count() == 0
    assert [] == watched.complaints


# ── the address ──────────────────────────────────────────────────────────────────────────────────────────────


def test_back_undoes_one_step(watched: Watched) -> None:
    """Back undoes one filter, a run of keys is one step, and forward does it again."""
    page = watched.open("catalogus/")
    page.get_by_role("checkbox", name="Lager onderwijs").check()
    settled(page)
    held(page).get_by_label("Waarover?").press_sequentially("taal")
    page.clock.resume()
    page.keyboard.press("Enter")
    page.get_by_role("checkbox", name="Kleuteronderwijs").check()
    addresses = ["", "#niveau=lager", "#q=taal&niveau=lager", "#q=taal&niveau=lager&niveau=kleuter"]
    for address in reversed(addresses[:-1]):
        page.go_back()
        expect(page).to_have_url(f"{watched.base}catalogus/{address}")
    expect(page.locator("#_lijst")).to_have_text(re.compile(r"^\d+ nascholingen$"))
    assert not page.get_by_role("checkbox", name="Lager onderwijs").is_checked()
    assert "" == page.get_by_label("Waarover?").input_value()
    assert 60 == len(titles(page))
    for address in addresses[1:]:
        page.go_forward()
        expect(page).to_have_url(f"{watched.base}catalogus/{address}")

    expect(page.get_by_role("checkbox", name="Kleuteronderwijs")).to_be_checked()


def test_reload_and_return(watched: Watched) -> None:
    """A reload, and coming back from an offer, keep words, filters and page."""
    page = watched.open("catalogus/#niveau=lager&sorteer=naam&pagina=2")
    settled(page)
    shown = titles(page)
    page.reload()
    settled(page)
    assert shown == titles(page)
    page.locator(".vw-card__title:visible a").first.click()
    expect(page.locator("h1")).not_to_have_text("Zoek nascholing")
    page.go_back()
    settled(page)

    assert shown == titles(page)
    assert "naam" == page.get_by_label("Volgorde").input_value()


HOSTILE = (
    "#thema=bestaat-niet",
    "#__proto__=lager&constructor=x",
    "#niveau=__proto__",
    "#q=%E0%A4%A&thema=%",
    "#pagina=-1",
    "#pagina=1e9",
    "#sorteer=toString",
    "#id=../../evil&id=a/b/c",
    "#id=a&id=b&id=c&id=d&id=e",
    "#niveau=<script>alert(1)</script>",
    f"#q={'x' * 10_000}",
    f"#q={'x' * 300}",
    f"#q={'half' * 49}abc🎓",
    f"#{'niveau=lager&' * 2000}",
    '#niveau="]\\',
)


@pytest.mark.parametrize("state", HOSTILE, ids=[state[:24] for state in HOSTILE])
def test_state_that_is_wrong(watched: Watched, state: str) -> None:
    """A broken or hostile address is never an error: the list stays, and a note says that a part does not count."""
    page = watched.open(f"catalogus/{state}")
    expect(page.locator(".vw-notes:not([data-saving])")).to_have_text(
        "Een deel van dit adres begrijpen we niet. Dat deel telt niet mee."
    )
    assert page.locator("vw-catalogue script").count() == 0
    if state.startswith("#q="):
        # What is left of broken or long words are words like any other.
        page.get_by_role("button", name=re.compile("^Woorden: ")).click()
    page.get_by_role("checkbox", name="Lager onderwijs").check()
    settled(page)

    assert [] == watched.complaints


def test_page_out_of_range(watched: Watched) -> None:
    """A page that is not there is the last one, with a note."""
    page = watched.open("catalogus/#niveau=lager&pagina=999")
    settled(page)

    expect(page.locator(".vw-notes:not([data-saving])")).to_have_text(
        "Zo veel bladzijden zijn er niet. Dit is de laatste."
    )
    assert len(titles(page)) > 0
    assert page.locator(".vw-matches .vw-pages li").last.locator("[aria-current]").count() == 1


def test_change_of_view(watched: Watched) -> None:
    """Words and filters go along to the other view and back."""
    page = watched.open("catalogus/#q=taal&niveau=lager&pagina=2&sorteer=naam")
    settled(page)
    page.get_by_role("link", name=re.compile("^Aanbieders ")).first.click()
    expect(page.locator("h1")).to_have_text("Aanbieders van nascholing")
    settled(page)

    assert page.url.endswith("catalogus/aanbieders/#q=taal&niveau=lager")
    assert page.get_by_role("checkbox", name="Lager onderwijs").is_checked()
    page.get_by_role("link", name=re.compile("^Nascholing ")).click()
    expect(page).to_have_url(f"{watched.base}catalogus/#q=taal&niveau=lager")
    settled(page)


def test_filter_of_the_other_view(watched: Watched) -> None:
    """A filter that only the other view has is named and kept."""
    page = watched.page

    def with_elsewhere(route: Route) -> None:
        html = route.fetch().text()
        words = '<span data-elsewhere="prijs">Prijs</span><span data-words="found">'
        route.fulfill(body=html.replace('<span data-words="found">', words), content_type="text/html")

    page.route("**/catalogus/", with_elsewhere)
    watched.open("catalogus/#prijs=gratis")

    expect(page.locator(".vw-notes:not([data-saving])")).to_have_text("Telt niet mee in deze lijst: Prijs.")
    page.get_by_role("checkbox", name="Lager onderwijs").check()
    expect(page).to_have_url(f"{watched.base}catalogus/#niveau=lager&prijs=gratis")
    settled(page)


# ── comparing ────────────────────────────────────────────────────────────────────────────────────────────────


def test_choosing_to_compare(watched: Watched) -> None:
    """Up to four cards are chosen; the bar leads to the comparison, and what is chosen stays while filtering."""
    page = watched.open("catalogus/")
    boxes = page.locator(".vw-pick input:visible")
    ids = [boxes.nth(number).input_value() for number in range(5)]
    for number in range(5):
        boxes.nth(number).click()
    bar = page.get_by_role("region", name="Gekozen om te vergelijken")

    expect(bar).to_contain_text("Je kunt er vier tegelijk vergelijken.")
    expect(boxes.nth(4)).not_to_be_checked()
    wanted = "#" + "&".join(f"id={one}" for one in ids[:4])
    assert f"{watched.base}catalogus/{wanted}" == page.url
    link = bar.get_by_role("link", name="Vergelijk")
    assert f"{watched.base}catalogus/vergelijk/{wanted}" == link.evaluate("link => link.href")
    page.get_by_role("checkbox", name="Lager onderwijs").check()
    settled(page)
    expect(bar).to_contain_text("4 gekozen")
    page.reload()
    expect(bar).to_contain_text("4 gekozen")
    bar.get_by_role("button", name="Wis keuze").click()

    expect(bar).to_be_hidden()
    assert page.url.endswith("#niveau=lager")


def test_ticked_too_much_before_the_script(watched: Watched) -> None:
    """Of the cards that were ticked before the scripts came, the first four are compared, and it is said."""
    with watched.before_scripts("catalogus/") as page:
        boxes = page.locator(".vw-pick input")
        for number in range(5):
            boxes.nth(number).check(force=True)
    bar = page.get_by_role("region", name="Gekozen om te vergelijken")

    expect(bar).to_contain_text("Je kunt er vier tegelijk vergelijken.")
    expect(boxes.nth(3)).to_be_checked()
    expect(boxes.nth(4)).not_to_be_checked()


# ── keys, people, failures ───────────────────────────────────────────────────────────────────────────────────


def test_keyboard(watched: Watched) -> None:
    """The focus stays on what was used, also when the list changes around it."""
    page = watched.open("catalogus/")
    box = page.get_by_role("checkbox", name="Lager onderwijs")
    box.focus()
    page.keyboard.press("Space")
    settled(page)
    expect(box).to_be_focused()
    page.get_by_role("checkbox", name="Taal en lezen").press("Space")
    expect(page.locator(".vw-chip")).to_have_count(2)
    page.locator(".vw-chip").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".vw-chip")).to_have_count(1)
    expect(page.locator(".vw-chip")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#_lijst")).to_be_focused()
    assert heading(page).endswith("nascholingen")


def test_count_is_announced(watched: Watched) -> None:
    """The new count is said aloud, politely."""
    page = watched.open("catalogus/")
    page.get_by_role("checkbox", name="Lager onderwijs").check()
    settled(page)

    expect(page.locator("vw-catalogue > [data-count]")).to_have_text(heading(page))


def test_filters_on_a_phone(watched: Watched) -> None:
    """On a phone the filters take one line; a button opens them, also the first time, and another leads to the list."""
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 844})
    watched.open("catalogus/")
    button = page.get_by_role("button", name="Filters")
    box = page.get_by_role("checkbox", name="Lager onderwijs")
    assert not box.is_visible()
    seek = page.locator(".vw-words").bounding_box()
    list_top = page.locator("#_lijst").bounding_box()
    assert seek
    assert list_top
    assert seek["height"] < 100
    assert list_top["y"] - (seek["y"] + seek["height"]) < 40
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    box.check()
    expect(button).to_have_text(re.compile(r"Filters\s*1"))
    page.get_by_role("button", name="Toon de lijst").click()

    assert not box.is_visible()
    expect(page.locator("#_lijst")).to_be_focused()


@pytest.mark.parametrize("file", ["catalogue/offers.json", "catalogue/offers-cards.json", "search/search.json"])
def test_file_that_does_not_come(watched: Watched, file: str) -> None:
    """When a file fails, the list stays and a note offers to try again; that then works."""
    page = watched.page
    page.route(f"**/assets/{file}", lambda route: route.abort())
    watched.open("catalogus/#q=taal&niveau=lager")
    expect(page.locator(".vw-notes:not([data-saving])")).to_contain_text("De gegevens om te filteren kwamen niet aan.")
    assert 60 == len(titles(page))
    page.unroute(f"**/assets/{file}")
    page.get_by_role("button", name="Probeer opnieuw").click()
    settled(page)

    expect(page.locator(".vw-notes:not([data-saving])")).to_be_hidden()
    assert [] == [complaint for complaint in watched.complaints if "ERR_FAILED" not in complaint]


def test_late_answer_is_dropped(watched: Watched) -> None:
    """An answer that comes after a newer one does not take its place."""
    page = watched.page
    held: list[Route] = []
    page.route("**/assets/search/search.json", lambda route: held.append(route))
    watched.open("catalogus/#q=taal")
    expect(page.locator(".vw-results")).to_have_attribute("aria-busy", "true")
    page.get_by_role("button", name="Woorden: taal (weghalen)").click()
    page.get_by_role("checkbox", name="Lager onderwijs").check()
    settled(page)
    shown = heading(page)
    held[0].continue_()
    script = """async (address) => {
        const { openSearch } = await import(address + "assets/javascripts/logic/search.js");
        await (await openSearch(address + "assets/search/search.json")).find("taal");
        await new Promise(requestAnimationFrame);
    }"""
    page.evaluate(script, watched.base)

    expect(page.locator(".vw-results")).to_have_attribute("aria-busy", "false")
    assert page.get_by_role("checkbox", name="Lager onderwijs").is_checked()
    assert "" == page.get_by_label("Waarover?").input_value()
    expect(page.locator("#_lijst")).to_have_text(shown)
    assert 1 == len(held)


def test_typing_on_while_an_answer_comes(watched: Watched) -> None:
    """An answer that comes while somebody types on leaves what is being typed alone."""
    page = watched.open("catalogus/#niveau=lager")
    settled(page)
    # The answer to a filter is held until a key is pressed, and comes before the list follows that key.
    script = """async () => {
        const { data } = document.querySelector("vw-catalogue");
        const list = await data.list();
        const { promise, resolve } = Promise.withResolvers();
        data.list = () => promise;
        document.querySelector("[data-facet=niveau] [value=kleuter]").click();
        const box = document.querySelector("#_woorden");
        box.value = "taal";
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        resolve(list);
        await new Promise((done) => setTimeout(done));
        return box.value;
    }"""

    assert "taal" == page.evaluate(script)
    expect(page).to_have_url(f"{watched.base}catalogus/#q=taal&niveau=lager&niveau=kleuter")


def test_requests_tell_nothing(browser: Browser, base: str) -> None:
    """Two people who look for something else ask the host for the same files."""
    logs = []
    for words, boxes in (("taal", ["Lager onderwijs"]), ("leiderschap", ["Secundair onderwijs", "Met je team"])):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        watched = Watched(context.new_page(), base)
        page = watched.open("catalogus/")
        page.get_by_label("Waarover?").press_sequentially(words)
        settled(page)
        for box in boxes:
            page.get_by_role("checkbox", name=re.compile(f"^{box}")).check()
        expect(page.locator(".vw-chip")).to_have_count(len(boxes) + 1)
        page.get_by_label("Volgorde").select_option("Naam")
        loaded(page).wait_for_load_state("networkidle")
        logs.append(sorted(watched.requests))
        context.close()

    assert logs[0] == logs[1]
    assert any(url.endswith("offers-cards.json") for url in logs[0])


STATES = {
    "results": "catalogus/#q=taal&niveau=lager&id=mos-vlaanderen&id=voo",
    "nothing": "catalogus/#q=mediacoach&thema=aardrijkskunde&zegt=x",
}
"""States in which the page must be accessible and narrow enough."""


@pytest.mark.parametrize("address", STATES.values(), ids=list(STATES))
def test_accessible_when_used(browser: Browser, base: str, address: str) -> None:
    """With every filter open and with results, no WCAG 2.2 A or AA rule is broken, in all widths and colours."""
    broken = {}
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
            )
            page.goto(base + address)
            expect(page.locator("#_lijst")).to_have_text(re.compile("^(Geen|\\d+ van)"))
            if width < 900:
                page.get_by_role("button", name="Filters").click()
            page.evaluate("document.querySelectorAll('.vw-filters details').forEach((one) => (one.open = true))")
            if found := axe_violations(page):
                broken[scheme, width] = found
            page.close()

    assert {} == broken


def test_narrow_when_used(watched: Watched) -> None:
    """With results, chips, notes and open filters nothing is wider than 320 px."""
    page = watched.page
    page.set_viewport_size({"width": 320, "height": 640})
    widths: dict[str, Any] = {}
    for name, address in STATES.items():
        watched.open(address)
        expect(page.locator("#_lijst")).to_have_text(re.compile("^(Geen|\\d+ van)"))
        page.get_by_role("button", name="Filters").click()
        page.evaluate("document.querySelectorAll('.vw-filters details').forEach((one) => (one.open = true))")
        widths[name] = page.evaluate("document.documentElement.scrollWidth")

    assert {"results": 320, "nothing": 320} == widths


def test_print_leaves_the_form_out(watched: Watched) -> None:
    """On paper stand the heading, the filters and the cards, without fields."""
    page = watched.open("catalogus/#niveau=lager&id=voo")
    settled(page)
    page.emulate_media(media="print")

    assert 0 == page.locator("main :is(input, select, button:not(.vw-chip)):visible").count()
    assert page.locator(".vw-chip").is_visible()
    assert 20 == len(titles(page))
