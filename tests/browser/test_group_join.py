"""The teacher's side of a group picture: what is said before the choice, the two codes, and who may not take part."""

import base64
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import pytest
import zxingcpp
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PRINTED, Watched, loaded, sheets
from tests.browser.test_gates import LOOKS, SCHEMES, axe_violations
from tests.browser.test_report import MOMENT, QUICK, REPORT, TODAY, Answers, Round, opened
from tests.client.conftest import COMPETENCES, PREFIX
from tests.reference import group as reference

GROUP = "groepsbeeld/"
ANSWERS: Answers = {one: at % 6 + 1 for at, one in enumerate(COMPETENCES)} | {"2.2": "na", "6.4": "na"}
"""A finished self-check with every level in it, and two answers that are none."""

OTHERS: Answers = {one: 6 - at % 6 for at, one in enumerate(COMPETENCES)}
FIELDS = {
    "name": "Team van De Wilg",
    "first": "2026-11-09",
    "last": "2026-11-27",
    "minimum": 12,
    "opener": "An Peeters",
    "second": "Youssef Amrani",
}


def round_of(page: Page, **fields: Any) -> reference.Round:
    """Gives a round for the self-check that a page asks."""
    place = page.locator("[data-questionnaire]").first
    name, version = (str(place.get_attribute(f"data-{part}")) for part in ("questionnaire", "version"))
    asked = reference.Asked(name, int(version), {"all": COMPETENCES})
    found, reason = reference.read_round(reference.make_round({**FIELDS, **fields}, b"tenpercent", asked), asked)
    assert found, reason
    return found


def go(page: Page, base: str, asked: reference.Round) -> Page:
    """Opens the link of a round."""
    page.goto(f"{base}{GROUP}#ronde={asked.text}")
    return as_teacher(page)


def reloaded(page: Page) -> Page:
    """Opens a page anew: it still knows that it is a teacher who looks."""
    page.reload()
    page.locator("vw-group[data-ready]").wait_for(state="attached")
    expect(page.locator("[data-join=part]")).to_be_visible()
    return page


def as_teacher(page: Page) -> Page:
    """Says that it is a teacher who looks at the round."""
    page.locator("vw-group[data-ready]").wait_for(state="attached")
    page.locator("[data-part=as-teacher]").click()
    expect(page.locator("[data-join=part]")).to_be_visible()
    return page


def joining(watched: Watched, *rounds: Round, **fields: Any) -> tuple[Page, reference.Round]:
    """Opens a round in a browser that holds these self-checks."""
    page = opened(watched, *rounds)
    asked = round_of(page, **fields)
    return go(page, watched.base, asked), asked


def part(page: Page, name: str) -> Locator:
    """Gives a part of the teacher's side."""
    return page.locator(f"[data-join={name}]")


def card(page: Page, kind: str) -> Locator:
    """Gives the card of a code."""
    return page.locator(f"[data-code-card={kind}]")


def code_in(place: Locator) -> str:
    """Gives a code as the page shows it, without the spaces."""
    return "".join(str(place.locator("[data-slot=code]").text_content()).split())


def make(page: Page) -> tuple[str, str]:
    """Chooses to take part; gives both codes."""
    part(page, "make").click()
    expect(part(page, "codes-title")).to_be_focused()
    return code_in(card(page, "a")), code_in(card(page, "b"))


def share(code: str) -> bytes:
    """Gives the share in a code."""
    found = reference.unbase32(code[28:-7])
    assert found is not None
    return found


def table(answers: Answers) -> list[int]:
    """Gives the table of bands: a one for the band of each item."""
    return [int(band == cell) for band in reference.bands(answers, COMPETENCES) for cell in range(reference.CELLS)]


def group_keys(page: Page) -> dict[str, Any]:
    """Gives all that a browser keeps of group pictures."""
    found: dict[str, str] = page.evaluate("({ ...localStorage, ...sessionStorage })")
    start = f"{PREFIX}group/"
    return {key.removeprefix(start): json.loads(text)["value"] for key, text in found.items() if key.startswith(start)}


def lay(page: Page, button: Locator) -> None:
    """Presses a button that prints, and stops where the sheets lie ready."""
    page.evaluate("() => { window.print = () => dispatchEvent(new Event('beforeprint')) }")
    button.click()
    page.emulate_media(media="print")


def lift(page: Page) -> None:
    """Ends the printing."""
    page.evaluate(PRINTED)
    page.emulate_media(media="screen")


def test_whole_path(watched: Watched) -> None:
    """Somebody reads who gets what, sees just what is handed over, chooses, and has two codes that add up to it."""
    page, asked = joining(watched, Round(ANSWERS))
    expect(part(page, "title")).to_have_text("Groepsbeeld 'Team van De Wilg'")
    facts = page.locator(".vw-join__facts")
    for words in ("An Peeters", "Youssef Amrani", "van 9 november 2026 tot en met 27 november 2026", "12 deelnemers"):
        expect(facts).to_contain_text(words)
    expect(part(page, "explained")).to_contain_text("An Peeters krijgt code A. Youssef Amrani krijgt code B.")
    expect(part(page, "counts")).to_have_text(
        "Band A: 12 keer. Band B: 10 keer. Band C: 8 keer. Geen antwoord: 2 keer."
    )
    names = ("band A", "band B", "band C", "geen antwoord")
    shown = page.locator("[data-join-of] [data-slot=band]").all_text_contents()
    assert [names[band] for band in reference.bands(ANSWERS, COMPETENCES)] == shown
    assert {} == group_keys(page)
    assert 0 == page.locator("[data-slot=code]:not(:empty), .vw-slip").count()

    one, other = make(page)

    ident = str(part(page, "made-id").text_content())
    counters = [reference.Counter(asked, role) for role in ("opener", "second")]
    for counter, code in zip(counters, (one, other), strict=True):
        assert [ident] == counter.add(code)["added"]
        assert not counter.add(other if code == one else one)["added"]
    assert table(ANSWERS) == [(a + b) % 256 for a, b in zip(share(one), share(other), strict=True)]
    assert {f"{asked.id.lower()}/joined": {"contribution": ident, "selfcheck": f"{TODAY}-1"}} == group_keys(page)
    assert [] == watched.complaints
    assert [] == watched.outside


def test_codes_are_never_kept(watched: Watched) -> None:
    """No storage holds any piece of a code; after a reload the number is there, the codes are gone for good."""
    page, _ = joining(watched, Round(ANSWERS))
    codes = make(page)
    ident = str(part(page, "made-id").text_content())

    def kept_pieces() -> list[str]:
        held = page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")
        return [code[at : at + 8] for code in codes for at in range(28, 225) if code[at : at + 8] in held]

    assert [] == kept_pieces()
    reloaded(page)
    expect(part(page, "kept-id")).to_have_text(ident)
    expect(part(page, "choice")).to_be_hidden()
    assert [] == kept_pieces()
    assert [] == [code for code in codes if code[28:60] in page.content().replace(" ", "")]


def test_the_same_answers_are_one_contribution(watched: Watched) -> None:
    """What changes elsewhere does not make other codes; another tab cannot make a second contribution unasked."""
    page, asked = joining(watched, Round(ANSWERS))
    other = go(page.context.new_page(), watched.base, asked)
    codes = make(page)
    ident = str(part(page, "made-id").text_content())

    expect(part(other, "joined")).to_be_visible()
    expect(part(other, "make")).to_be_hidden()
    part(other, "make").dispatch_event("click")
    expect(part(other, "kept-id")).to_have_text(ident)
    other.evaluate("localStorage.setItem('vormingswijzer/round/2026-11-22-1/region', '{}')")
    assert codes == (code_in(card(page, "a")), code_in(card(page, "b")))

    part(other, "lost").locator("summary").click()
    part(other, "renew").click()
    expect(part(other, "said")).to_contain_text(f"Het oude nummer {ident} geldt niet meer")
    assert ident != part(other, "made-id").text_content()
    expect(part(page, "said")).to_contain_text("In een ander tabblad maakte je intussen nieuwe codes.")
    expect(part(page, "codes")).to_be_hidden()
    assert 0 == page.locator("[data-slot=code]:not(:empty)").count()


def test_new_codes_are_asked_for(watched: Watched) -> None:
    """Who lost the codes makes new ones with another number, of the very self-check that was handed in."""
    newer = Round(OTHERS, name=f"{TODAY}-2")
    page, asked = joining(watched, Round(ANSWERS))
    old = make(page)
    page = opened(watched, newer)
    go(page, watched.base, asked)
    part(page, "lost").locator("summary").click()
    part(page, "renew").click()
    expect(part(page, "codes-title")).to_be_focused()

    one, other = code_in(card(page, "a")), code_in(card(page, "b"))
    assert one[20:28] == other[20:28] != old[0][20:28]
    assert table(ANSWERS) == [(a + b) % 256 for a, b in zip(share(one), share(other), strict=True)]


REFUSED = {
    "no self-check": ([], {}, ["In deze browser staat nog geen zelfcheck"]),
    "not finished": ([Round(ANSWERS, is_finished=False)], {}, ["Je zelfcheck is nog niet klaar."]),
    "quick scan": ([Round(dict.fromkeys(QUICK, 3))], {}, ["Je deed de snelle scan."]),
    "too many empty": ([Round({**ANSWERS, "3.1": "na", "3.2": "na"})], {}, ["Bij 4 competenties staat geen antwoord."]),
    "words changed": ([Round(ANSWERS, stale=("1.1", "1.2"))], {}, ["Bij 4 competenties staat geen antwoord."]),
    "too early": (
        [Round(ANSWERS, name="2026-11-08-1")],
        {},
        ["Je werkte je zelfcheck af op 8 november 2026. Dat valt buiten de periode"],
    ),
    "not begun": ([Round(ANSWERS)], {"first": "2026-11-23"}, ["Deze ronde begint op 23 november 2026."]),
    "open quick scan": (
        [Round(dict.fromkeys(QUICK, 3), is_finished=False)],
        {},
        ["Je zelfcheck is nog niet klaar.", "Je deed de snelle scan."],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(watched: Watched, name: str) -> None:
    """Each refusal says why in its own words and where to go, and offers nothing to make."""
    rounds, fields, words = REFUSED[name]
    page, asked = joining(watched, *rounds, **fields)
    reasons = part(page, "reasons").locator("p")

    expect(reasons).to_contain_text(words)
    expect(part(page, "choice")).to_be_hidden()
    expect(part(page, "explained")).to_be_visible()
    leads_on = part(page, "return")
    if name == "not begun":
        expect(leads_on).to_be_hidden()
    else:
        assert "/zelfcheck/" in str(leads_on.get_by_role("link").evaluate("link => link.href"))
        expect(part(page, "link")).to_have_text(re.compile(f"{GROUP}#ronde={asked.text}$"))
    part(page, "make").dispatch_event("click")
    part(page, "renew").dispatch_event("click")
    assert {} == group_keys(page)
    assert [] == watched.complaints


def test_other_version_is_refused(watched: Watched) -> None:
    """A self-check of another version has its own words."""
    page = opened(watched, Round(ANSWERS))
    key = f"{PREFIX}round/{TODAY}-1"
    page.evaluate(
        "(key) => localStorage.setItem(key, localStorage.getItem(key).replace('\"version\":1', '\"version\":7'))", key
    )
    go(page, watched.base, round_of(page))
    expect(part(page, "reasons")).to_contain_text("Je deed een andere versie van de zelfcheck")


def test_late_is_refused(watched: Watched) -> None:
    """After the last day nobody joins: not who opens the link late, and not who had the page open since before."""
    page, _ = joining(watched, Round(ANSWERS), last=TODAY)
    expect(part(page, "make")).to_be_visible()
    page.clock.set_fixed_time(datetime(2026, 11, 23, 12, tzinfo=UTC))
    part(page, "make").click()

    for _ in range(2):
        expect(part(page, "over-title")).to_be_visible()
        expect(part(page, "reasons").locator("p")).to_have_count(1)
        expect(part(page, "reasons")).to_contain_text("Je kon meedoen tot en met 22 november 2026.")
        expect(part(page, "return")).to_be_hidden()
        assert {} == group_keys(page)
        reloaded(page)


def test_after_the_last_day_no_new_codes(watched: Watched) -> None:
    """Who took part still finds their number when the round is over, and cannot make other codes any more."""
    page, _ = joining(watched, Round(ANSWERS), last=TODAY)
    make(page)
    page.clock.set_fixed_time(datetime(2026, 11, 23, 12, tzinfo=UTC))
    reloaded(page)

    expect(part(page, "joined")).to_be_visible()
    expect(part(page, "lost")).to_be_hidden()
    before = group_keys(page)
    part(page, "renew").dispatch_event("click")
    assert before == group_keys(page)


def test_same_answers_in_two_rounds_are_refused(watched: Watched) -> None:
    """A self-check that was handed in for one round is refused for another; a newer one is taken."""
    page, _ = joining(watched, Round(ANSWERS))
    make(page)
    second = round_of(page, name="Nog een ronde")
    go(page, watched.base, second)
    expect(part(page, "reasons")).to_contain_text("Met deze zelfcheck deed je al mee aan een andere ronde.")

    page = opened(watched, Round(OTHERS, name=f"{TODAY}-2"))
    go(page, watched.base, second)
    expect(part(page, "choice")).to_be_visible()
    assert table(OTHERS) == [(a + b) % 256 for a, b in zip(*map(share, make(page)), strict=True)]


def test_ways_to_hand_over(watched: Watched) -> None:
    """A code is copied and mailed whole, to nobody in particular; who mailed one is offered no mail for the other."""
    watched.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page, asked = joining(watched, Round(ANSWERS))
    one, other = make(page)
    a, b = card(page, "a"), card(page, "b")
    expect(a).to_contain_text("Code A, voor An Peeters")
    expect(b).to_contain_text("Code B, voor Youssef Amrani")

    b.get_by_text("Kopieer of mail de code").click()
    b.get_by_role("button", name="Kopieer code B").click()
    expect(b.get_by_role("status")).to_contain_text("De code staat op je klembord.")
    pasted = page.evaluate("navigator.clipboard.readText()")
    second = reference.Counter(asked, "second")
    assert [other[20:28]] == second.add(f"Dag Youssef,\n> {pasted}\nGroeten")["added"]

    a.get_by_text("Kopieer of mail de code").click()
    mail = a.get_by_role("link", name="Zet code A in een mail")
    href = str(mail.get_attribute("href"))
    assert href.startswith("mailto:?subject=")
    opener = reference.Counter(asked, "opener")
    assert [one[20:28]] == opener.add(unquote(href).partition("body=")[2])["added"]
    assert opener.codes == {one[20:28]: one.rstrip(".")}

    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    expect(b.get_by_role("link", name="Zet code B in een mail")).to_be_visible()
    mail.click()
    expect(b.get_by_role("link", name="Zet code B in een mail")).to_be_hidden()
    expect(b).to_contain_text("Je nam de mail al voor je andere code.")
    expect(mail).to_be_visible()


@pytest.mark.parametrize("kind", ["a", "b"])
def test_slip_holds_one_code(watched: Watched, kind: str) -> None:
    """A button prints one slip on one sheet, with its own code alone and nothing else of the page."""
    page, asked = joining(watched, Round(ANSWERS))
    codes = dict(zip("ab", make(page), strict=True))
    lay(page, card(page, kind).get_by_role("button", name=f"Druk het briefje met code {kind.upper()} af"))

    slip = page.locator(".vw-slip")
    expect(slip).to_have_count(1)
    assert codes[kind] == code_in(slip)
    counter = {"a": "An Peeters", "b": "Youssef Amrani"}[kind]
    for words in (f"Code {kind.upper()}, voor {counter}", "Team van De Wilg", "Leg het nooit bij de andere code"):
        expect(slip).to_contain_text(words)
    shown = "".join(page.locator("body").inner_text().split())
    assert codes[kind][28:-1] in shown
    assert codes["ab".replace(kind, "")][28:60] not in shown
    assert "Watkrijgtwie" not in shown
    expect(page.locator("main")).to_be_hidden()
    role = {"a": "opener", "b": "second"}[kind]
    typed = str(slip.locator("[data-slot=code]").inner_text()).lower()
    assert [codes[kind][20:28]] == reference.Counter(asked, role).add(typed)["added"]
    page.evaluate(PRINTED)
    expect(slip).to_have_count(0)


def test_sheets(watched: Watched) -> None:
    """Who prints the page itself gets two sheets with one code each; nothing of the screen comes along."""
    page, _ = joining(watched, Round(ANSWERS))
    before = sheets(page.pdf(format="A4"))
    make(page)
    assert 2 == sheets(page.pdf(format="A4")) < before
    # On a large sheet both would fit.
    assert 2 == sheets(page.pdf(format="A2"))
    assert 0 == page.locator(".vw-slip").count()
    reloaded(page)
    expect(part(page, "joined")).to_be_visible()
    assert 0 == page.evaluate("dispatchEvent(new Event('beforeprint')), document.querySelectorAll('.vw-slip').length")


@pytest.fixture
def camera(browser: Browser) -> Iterator[Page]:
    """A blank page that turns a picture into grey."""
    page = browser.new_page()
    yield page
    page.close()


def read_codes(camera: Page, picture: bytes) -> list[str]:
    """Gives what a reader of QR codes sees in a picture."""
    width, height, grey = camera.evaluate(
        """async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const { width, height } = image;
          const context = new OffscreenCanvas(width, height).getContext("2d");
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, width, height);
          let grey = "";
          for (let at = 0; at < data.length; at += 4) {
            grey += String.fromCharCode((data[at] + data[at + 1] + data[at + 2]) / 3);
          }
          return [width, height, btoa(grey)];
        }""",
        base64.b64encode(picture).decode(),
    )
    pixels = memoryview(base64.b64decode(grey)).cast("B", (height, width))
    return [one.text for one in zxingcpp.read_barcodes(pixels)]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_qr_is_the_code(watched: Watched, camera: Page, scheme: Any) -> None:
    """The QR code of a slip and of the screen is read back as the code, also in the dark."""
    watched.page.emulate_media(color_scheme=scheme)
    page, _ = joining(watched, Round(ANSWERS))
    codes = dict(zip("ab", make(page), strict=True))

    for kind, code in codes.items():
        card(page, kind).get_by_text("Toon de QR-code").click()
        drawing = card(page, kind).get_by_role("img", name=f"QR-code met code {kind.upper()}")
        # 53 squares and an edge of four around them: version 9.
        assert "-4 -4 61 61" == drawing.get_attribute("viewBox")
        assert [code] == read_codes(camera, drawing.screenshot())
        lay(page, card(page, kind).get_by_role("button", name="Druk het briefje"))
        assert [code] == read_codes(camera, page.screenshot())
        lift(page)


def test_am_i_on_the_list(watched: Watched) -> None:
    """The number is found back in the list that the counters post, whatever stands around it, with the short hash."""
    page, asked = joining(watched, Round(ANSWERS))
    one, other = make(page)
    ident = one[20:28]
    counter = reference.Counter(asked, "opener")
    counter.codes = {"01010101": "", ident: "", "ZZZZZZZZ": ""}
    posted = counter.write_list()
    short = counter.hash_of(sorted(counter.codes))[:8]
    said, button = part(page, "check-said"), part(page, "check")

    def check(text: str) -> Locator:
        part(page, "check-list").fill(text)
        button.click()
        return said

    expect(part(page, "check-id")).to_have_value(ident)
    expect(check(f"Hallo allemaal\n> {posted.lower()}\nAn")).to_have_text(
        f"Ja, nummer {ident} staat op de lijst. Er staan 3 inzendingen op. De controle van deze lijst is {short}."
        " Kijk of de tellers dezelfde meedelen."
    )
    del counter.codes[ident]
    expect(check(counter.write_list())).to_contain_text(f"Nee, nummer {ident} staat niet op deze lijst.")
    expect(check("")).to_contain_text("Dit is geen lijst van een groepsbeeld.")
    expect(check(posted[:-10])).to_contain_text("Van deze lijst ontbreekt een stuk.")
    expect(check(posted.replace("ZZZZ", "ZZZX", 1))).to_contain_text("In deze lijst is een teken veranderd.")
    expect(check(f"{posted} {counter.write_list()}")).to_contain_text("twee verschillende lijsten")
    expect(check(other)).to_contain_text("Hier hoort de lijst")
    expect(check(posted.replace("VW1N", "VW2N"))).to_contain_text("een nieuwere of oudere versie")
    stranger = reference.Counter(round_of(page, name="Een andere ronde"), "opener", {ident: ""})
    expect(check(stranger.write_list())).to_contain_text("Deze lijst hoort bij een andere ronde.")

    part(page, "check-id").fill(f" {ident[:4].lower()} {ident[4:].lower()} ")
    expect(check(posted)).to_contain_text(f"Ja, nummer {ident}")
    part(page, "check-id").fill("oIOl-oiOL")
    expect(check(posted)).to_contain_text("Ja, nummer 01010101 staat op de lijst.")
    part(page, "check-id").fill("kort")
    expect(check(posted)).to_contain_text("Vul eerst het nummer van je inzending in.")


def test_another_round_forgets_the_codes(watched: Watched) -> None:
    """Who opens the link of another round in the same tab sees that round, and no trace of the codes of this one."""
    page, _ = joining(watched, Round(ANSWERS))
    codes = make(page)
    other = round_of(page, name="Een andere ronde")
    page.evaluate("(text) => { location.hash = `ronde=${text}` }", other.text)
    expect(page.locator("[data-part=as-teacher]")).to_be_visible()
    assert 0 == page.locator("[data-slot=code]:not(:empty), .vw-join .vw-qr").count()
    as_teacher(page)

    expect(part(page, "title")).to_have_text("Groepsbeeld 'Een andere ronde'")
    expect(part(page, "refused")).to_be_visible()
    assert 0 == page.locator("[data-slot=code]:not(:empty), .vw-join .vw-qr").count()
    assert "#_codes" == card(page, "a").locator("[data-way=mail]").get_attribute("href")
    expect(part(page, "check-id")).to_have_value("")
    assert [] == [code for code in codes if code[28:60] in page.content().replace(" ", "")]


def test_back_to_the_codes(watched: Watched) -> None:
    """Who looks at the roles, or whose other tab does something, finds the same codes again, and what was mailed."""
    page, asked = joining(watched, Round(ANSWERS))
    codes = make(page)
    card(page, "a").get_by_text("Kopieer of mail de code").click()
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    card(page, "a").locator("[data-way=mail]").click()
    page.locator("[data-part=other-role]").click()
    expect(part(page, "part")).to_be_hidden()
    as_teacher(page)
    assert codes == (code_in(card(page, "a")), code_in(card(page, "b")))
    expect(card(page, "b").locator("[data-slot=mailed]")).to_contain_text("Je nam de mail al")

    other = go(page.context.new_page(), watched.base, asked)
    page.evaluate("() => { window.heard = new Promise((done) => addEventListener('storage', done)) }")
    other.evaluate("localStorage.setItem('vormingswijzer/round/2026-11-22-1/region', '{}')")
    page.evaluate("heard.then(() => null)")
    loaded(page)
    assert codes == (code_in(card(page, "a")), code_in(card(page, "b")))
    expect(part(page, "codes")).to_be_visible()


def test_requests_do_not_depend_on_answers(browser: Browser, base: str) -> None:
    """The whole way asks for the very same addresses, whatever somebody answered."""

    def asked_for(answers: Answers) -> list[str]:
        own = browser.new_context()
        watched = Watched(own.new_page(), base)
        page, _ = joining(watched, Round(answers))
        make(loaded(page))
        for kind in "ab":
            card(page, kind).get_by_text("Toon de QR-code").click()
            lay(page, card(page, kind).get_by_role("button", name="Druk het briefje"))
            lift(page)
        part(page, "check").click()
        own.close()
        return sorted(url.split("#")[0] for url in watched.requests)

    first = asked_for(ANSWERS)
    assert len(first) > 20
    assert first == asked_for(OTHERS)


def test_invited_from_the_report(watched: Watched) -> None:
    """In the report somebody pastes a link, or a whole message, and comes to the round."""
    page = opened(watched, Round(ANSWERS))
    asked = round_of(page)
    fold = page.locator("details:has([data-invite=go])")
    fold.get_by_text("Doet je team mee aan een groepsbeeld?").click()
    field, go_there = fold.get_by_label("De link van de ronde"), fold.get_by_role("link", name="Naar het groepsbeeld")
    assert f"{watched.base}{GROUP}" == go_there.evaluate("link => link.href")

    field.fill("https://example.org/een-andere-link")
    go_there.click()
    expect(fold.get_by_role("status")).to_contain_text("Dit is geen link van een groepsbeeld.")
    assert REPORT in page.url

    field.fill(f"Dag collega, open https://school.example/x/{GROUP}#ronde={asked.text} en doe mee. An")
    go_there.click()
    page.wait_for_url(f"**/{GROUP}#ronde=*")
    as_teacher(page)
    expect(part(page, "title")).to_have_text("Groepsbeeld 'Team van De Wilg'")
    assert f"{watched.base}{GROUP}#ronde={asked.text}" == page.url
    expect(part(page, "choice")).to_be_visible()
    assert [] == watched.complaints


def test_on_a_shared_device_the_same_tab_works(watched: Watched) -> None:
    """On a shared device the self-check lives in its tab: from the report the round opens right there."""
    page = opened(watched, Round(ANSWERS))
    page.evaluate("""() => {
      for (const [key, text] of Object.entries(localStorage)) {
        sessionStorage.setItem(key, text.replace('"own"', '"shared"'));
      }
      localStorage.clear();
    }""")
    page.reload()
    asked = round_of(page)
    fold = page.locator("details:has([data-invite=go])")
    fold.locator("summary").click()
    fold.get_by_label("De link van de ronde").fill(asked.text)
    fold.get_by_role("link").click()
    page.wait_for_url(f"**/{GROUP}#ronde=*")
    as_teacher(page)
    expect(part(page, "choice")).to_be_visible()
    make(page)
    assert 0 == page.evaluate("Object.keys(localStorage).filter((key) => key.includes('group')).length")
    reloaded(page)
    expect(part(page, "joined")).to_be_visible()


STATES = ("refused", "choice", "codes", "joined")


def shown_in(browser: Browser, base: str, state: str, **options: Any) -> Page:
    """Opens the page in one of its states."""
    watched = Watched(browser.new_page(bypass_csp=True, reduced_motion="reduce", **options), base)
    page, _ = joining(watched, Round(ANSWERS if state != "refused" else dict.fromkeys(QUICK, 3)))
    if state in ("codes", "joined"):
        make(page)
        page.clock.set_fixed_time(MOMENT)
        for fold in page.locator("[data-join=codes] summary").all():
            fold.click()
    if state == "joined":
        reloaded(page)
        page.locator("[data-join=lost] summary").click()
        part(page, "check").click()
    expect(part(page, state)).to_be_visible()
    return page


@pytest.mark.parametrize("state", STATES)
def test_accessible(browser: Browser, base: str, state: str) -> None:
    """No state breaks a WCAG 2.2 A or AA rule, in light and dark, on a phone and a desktop."""
    broken = {}
    for scheme, width in LOOKS:
        page = shown_in(browser, base, state, color_scheme=scheme, viewport={"width": width, "height": 900})
        if found := axe_violations(page):
            broken[scheme, width] = found
        page.close()

    assert {} == broken


@pytest.mark.parametrize("state", STATES)
def test_narrow(browser: Browser, base: str, state: str) -> None:
    """Every state fits on 320 px, also with long names."""
    page = shown_in(browser, base, state, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
