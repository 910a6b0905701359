"""The group picture: a whole round of an opener, a second counter and ten teachers, and all that is refused."""

import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import Watched, held, loaded, sheets
from tests.browser.test_gates import LOOKS, axe_violations
from tests.client.conftest import PREFIX, text
from tests.reference import group
from tests.reference.group import Asked, Counter, Round

GROUP = "groepsbeeld/"
FIRST, LAST = "2026-11-09", "2026-11-20"
WITHIN = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
AFTER = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = "2026-11-22"
QUICK = ("1.1", "2.1", "3.1", "4.1", "5.2", "6.4")
NAMES = {"name": "Team De Wilg", "opener": "An De Smet", "second": "Bo Peeters"}
Answers = dict[str, int | str]

# ── the page and the reference


def ready(page: Page) -> Page:
    """Waits until the page shows what its address holds."""
    page.locator("vw-group[data-ready]").wait_for(state="attached")
    return page


def asked_by(page: Page) -> tuple[Asked, dict[str, str]]:
    """Gives the self-check as it stands in the page, with the wording of each competence."""
    areas = page.locator("vw-group [data-area]").evaluate_all(
        "all => all.map((area) => [area.dataset.area,"
        " [...area.querySelectorAll('[data-item]')].map(({ dataset }) => [dataset.item, dataset.wording])])"
    )
    element = page.locator("vw-group")
    asked = Asked(
        id=str(element.get_attribute("data-questionnaire")),
        version=int(str(element.get_attribute("data-version"))),
        areas={area: [item for item, _ in items] for area, items in areas},
    )
    return asked, {item: wording for _, items in areas for item, wording in items}


def round_of(page: Page, asked: Asked) -> Round:
    """Gives the round in the address."""
    found, reason = group.read_round(page.url.split("#ronde=")[1], asked)
    assert found, reason
    return found


def answers_of(seed: int, asked: Asked) -> Answers:
    """Gives the answers of one teacher; a few do not answer one of them."""
    chance = random.Random(seed)
    answers: Answers = {one: chance.choice((1, 2, 2, 3, 3, 4, 5, 6)) for one in asked.order}
    if seed % 4 == 0:
        answers[asked.order[seed]] = "na"
    return answers


def keep(page: Page, answers: Answers, wordings: dict[str, str], finished: str | None = "2026-11-12") -> None:
    """Writes a round of the self-check as the questionnaire keeps it."""
    start = "round/2026-11-12-1"
    name, version = (page.locator("vw-group").get_attribute(f"data-{one}") for one in ("questionnaire", "version"))
    texts = {
        "device": text("own"),
        start: text({"questionnaire": name, "version": int(str(version)), "finished": finished}),
    }
    for competence, answer in answers.items():
        texts[f"{start}/answer/{competence}"] = text({"answer": answer, "wording": wordings[competence]})
    keys = {PREFIX + key: value for key, value in texts.items()}
    page.evaluate("(texts) => { for (const [key, one] of Object.entries(texts)) localStorage.setItem(key, one) }", keys)


def made(asked: Asked, **changes: Any) -> Round:
    """Gives a round that is over."""
    fields = {**NAMES, "first": FIRST, "last": LAST, "minimum": 10, **changes}
    found, reason = group.read_round(group.make_round(fields, bytes(range(10)), asked), asked)
    assert found, reason
    return found


class Team:
    """A team as the reference reckons it: codes of everybody, and the totals of both counters."""

    def __init__(self, asked: Asked, size: int = 10, seed: int = 7, **changes: Any) -> None:
        self.asked = asked
        self.round = made(asked, **changes)
        chance = random.Random(seed)
        self.answers = [answers_of(number, asked) for number in range(size)]
        self.made = [group.contribute(self.round, one, chance.randbytes(5 + 128)) for one in self.answers]

    def codes(self, kind: str) -> list[str]:
        """Gives the codes of a kind."""
        return [code for _, *codes in self.made for code in codes if code[3] == kind]

    def counter(self, role: str, count: int | None = None) -> Counter:
        """Gives a counter with a settled list of the first so many."""
        counter = Counter(self.round, role)
        counter.add("\n".join(self.codes(group.LEVELS[role])[:count]))
        assert "hash" in counter.settle(list(counter.codes), TODAY)
        return counter

    @property
    def counts(self) -> list[list[int]]:
        """Gives what each band of each competence counts, with no answer last."""
        bands = [group.bands(one, self.asked.order) for one in self.answers]
        return [[column.count(band) for band in range(4)] for column in zip(*bands, strict=True)]

    @property
    def picture(self) -> dict[str, Any]:
        """Gives the picture as the reference makes it of the answers themselves, without any code."""
        shown = [one if sum(one[:3]) >= 10 else None for one in self.counts]
        return group.picture(self.round, len(self.answers), shown, self.asked)


def asked_for(watched: Watched) -> list[str]:
    """Gives what a browser asked for, in a fixed order."""
    return sorted(watched.requests)


def reason(page: Page, *keys: str) -> str:
    """Gives the words that the page has for something."""
    found = page.evaluate(
        "(name) => document.querySelector('template[data-part=pieces]').content"
        ".querySelector(`[data-words='${name}']`).textContent",
        ".".join(keys),
    )
    return str(found).replace("{minimum}", "10")


def damaged(given: str, place: int) -> str:
    """Gives a text with another sign somewhere."""
    return given[:place] + ("7" if given[place] != "7" else "8") + given[place + 1 :]


def at(watched: Watched, moment: datetime = AFTER, hash_: str = "") -> Page:
    """Opens the page at a time."""
    watched.page.clock.set_fixed_time(moment)
    watched.page.goto("about:blank")
    return ready(watched.open(GROUP + hash_))


def as_counter(page: Page, role: str) -> None:
    """Becomes a counter of the round, on an own device."""
    page.get_by_role(
        "button", name={"opener": "Ik ben de eerste teller", "second": "Ik ben de tweede teller"}[role]
    ).click()
    device = page.get_by_role("button", name="Ja, bewaar het hier")
    expect(page.locator("vw-group")).to_have_attribute("data-view", "counting")
    if device.is_visible():
        device.click()


def step(page: Page, name: str) -> Locator:
    """Gives a step of a counter, opened."""
    found = page.locator(f"[data-step={name}]")
    if found.get_attribute("open") is None:
        found.locator("> summary").click()
    return found


def paste(page: Page, codes: str) -> Locator:
    """Lets a counter read codes, and gives the step."""
    found = step(page, "collect")
    # Typing thousands of lines, as `fill` does, takes Chromium minutes; a paste puts them there at once.
    found.get_by_label("Plak hier de codes").evaluate("(field, text) => { field.value = text }", codes)
    found.get_by_role("button", name="Lees de codes").click()
    expect(found.get_by_label("Plak hier de codes")).to_have_value("")
    return found


def settle(page: Page) -> None:
    """Settles what this counter has."""
    step(page, "settle").get_by_role("button", name="Ja, leg deze lijst vast").click()


def give(page: Page) -> str:
    """Gives the total of the second counter."""
    found = step(page, "give")
    found.get_by_label("Ja, ik kreeg codes").check()
    found.get_by_role("button", name="Toon mijn totaal").click()
    expect(found.locator("[data-part=total]")).to_have_text(re.compile("^VW1TB"))
    return str(found.locator("[data-part=total]").text_content())


def combine(page: Page, total: str) -> Locator:
    """Lets the opener combine, and gives the place of what is said."""
    found = step(page, "combine")
    found.get_by_label("Totaal van de tweede teller").fill(total)
    found.get_by_role("button", name="Reken het groepsbeeld uit").click()
    return page.locator("[data-part=combine-said]")


def stored(page: Page) -> dict[str, str]:
    """Gives everything this browser keeps."""
    found: dict[str, str] = page.evaluate("({ ...localStorage, ...sessionStorage })")
    return found


def shown(page: Page) -> dict[str, list[str]]:
    """Gives what the picture says of each competence and area."""
    rows = page.locator("vw-group [data-row]")
    found: list[list[Any]] = rows.evaluate_all(
        "all => all.map((row) => [row.dataset.row, [...row.querySelector('[data-group]').children].length"
        " ? [...row.querySelector('[data-group]').children].map((one) => one.textContent.trim())"
        " : [row.querySelector('[data-group]').textContent.trim()]])"
    )
    return dict(found)  # type: ignore[arg-type]  # pairs


def expected(picture: dict[str, Any]) -> dict[str, list[str]]:
    """Gives the same, of the picture that the reference made."""
    words = {}
    for row in [*picture["items"], *picture["areas"]]:
        if row["median"] is None:
            words[row["id"]] = ["te weinig antwoorden"]
            continue
        said = [f"midden in band {'ABC'[row['median']]}"]
        if row["counts"]:
            said.append("A: {} · B: {} · C: {}".format(*row["counts"]))
        words[row["id"]] = [*said, f"grootste groep: ongeveer {row['share']}%"]
    return words


@pytest.fixture
def people(browser: Browser, base: str) -> Iterator[Callable[..., Watched]]:
    """Gives somebody with a browser of their own."""
    contexts: list[BrowserContext] = []

    def enter(moment: datetime = WITHIN) -> Watched:
        contexts.append(browser.new_context(reduced_motion="reduce"))
        found = Watched(contexts[-1].new_page(), base)
        found.page.clock.set_fixed_time(moment)
        return found

    yield enter
    for context in contexts:
        context.close()


# ── a whole round


def take_part(one: Watched, link: str, answers: Answers) -> tuple[str, str, str]:
    """Lets a teacher with a finished self-check join; gives the contribution and both codes."""
    page = ready(one.open(GROUP))
    keep(page, answers, asked_by(page)[1])
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")
    page.goto(link)
    ready(page)
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Ik doe mee als leraar").click()
    page.get_by_role("button", name="Ja, maak mijn twee codes").click()
    page.wait_for_load_state("networkidle")
    ident = str(page.locator("[data-join=made-id]").text_content())
    codes = [
        re.sub(r"\s", "", str(page.locator(f"[data-code-card={kind}] [data-slot=code]").text_content()))
        for kind in "ab"
    ]
    return ident, codes[0], codes[1]


def test_a_whole_round_of_twelve(people: Callable[..., Watched], tmp_path: Path) -> None:
    """Twelve browsers play a round; the picture is that of the answers, and whoever is late or alone gets nothing."""
    opener = people()
    page = ready(opener.open(GROUP))
    asked, _ = asked_by(page)
    for name, value in {**NAMES, "first": FIRST, "last": LAST, "minimum": "7"}.items():
        page.locator(f"#_ronde-{name}").fill(value)
    page.get_by_role("button", name="Maak de link").click()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    link = str(step(page, "send").locator("[data-part=send-link]").text_content())
    round_ = round_of(page, asked)
    assert 10 == round_.minimum
    assert link in str(page.locator("[data-part=send-message]").text_content())

    # Ten teachers, each in a browser of their own; nothing they send depends on what they answered.
    answers = [answers_of(number, asked) for number in range(10)]
    teachers = [people() for _ in answers]
    handed = [take_part(one, link, given) for one, given in zip(teachers, answers, strict=True)]
    assert 10 == len({ident for ident, _, _ in handed})
    for one in teachers:
        assert asked_for(teachers[0]) == asked_for(one)
    assert [] == [complaint for one in teachers for complaint in one.complaints]

    # Both counters paste what they got, nine at first.
    second = people()
    ready(second.open(GROUP)).goto(link)
    second.page.reload()
    ready(second.page)
    as_counter(second.page, "second")
    for one, letter in ((page, 1), (second.page, 2)):
        mails = [f"Dag,\n\n> {codes[letter][:100]}\n> {codes[letter][100:]}\n\nGroeten" for codes in handed]
        found = paste(one, "\n".join(mails[:9]))
        expect(found.locator("[data-part=valid]")).to_have_text(re.compile("^9 geldige codes"))
        found = paste(one, "\n".join(mails))
        expect(found.locator("[data-part=valid]")).to_have_text(re.compile("^10 geldige codes"))
        expect(found.locator("[data-part=codes-said]")).to_contain_text("9 codes had je al")
        expect(step(one, "settle").locator("[data-part=settling]")).to_be_hidden()

    # The browser of the opener holds no body of a code B, whatever it was given.
    found = paste(page, "\n".join(codes[2] for codes in handed))
    expect(found.locator("[data-part=refused-list] li")).to_have_count(10)
    expect(found.locator("[data-part=refused-list] li").first).to_contain_text(
        reason(page, "code", "wrong-letter.opener")
    )
    with page.expect_download() as download:
        page.locator("[data-keep=save]").click()
    download.value.save_as(tmp_path / "copy.json")
    kept = json.dumps(stored(page)) + (tmp_path / "copy.json").read_text(encoding="utf-8")
    assert all(codes[1] in kept for codes in handed)
    assert "VW1B" not in kept
    assert [] == [codes for codes in handed if codes[2][28:-7] in kept or codes[2][60:100] in kept]
    assert not any(
        "VW1B" in str(one) for one in page.locator("textarea").evaluate_all("all => all.map((one) => one.value)")
    )

    # The period is over: whoever comes now is late, as a teacher and as a code.
    for one in (page, second.page):
        one.clock.set_fixed_time(AFTER)
        one.reload()
        ready(one)
    late = people(AFTER)
    late_page = ready(late.open(GROUP))
    keep(late_page, answers[0], asked_by(late_page)[1])
    late_page.goto(link)
    late_page.reload()
    ready(late_page)
    late_page.get_by_role("button", name="Ik doe mee als leraar").click()
    expect(late_page.get_by_text("Je kon meedoen tot en met 20 november 2026")).to_be_visible()
    expect(late_page.get_by_role("button", name="Ja, maak mijn twee codes")).to_be_hidden()

    # One list, one total, one picture.
    for one in (page, second.page):
        settle(one)
    hashes = [str(one.locator("[data-part=settled-says]").text_content()) for one in (page, second.page)]
    assert hashes[0] == hashes[1]
    posted = str(page.locator("[data-part=post]").text_content())
    assert all(ident in posted for ident, _, _ in handed)
    eleventh = group.contribute(round_, answers[1], bytes(range(133)))
    expect(paste(page, eleventh[1]).locator("[data-part=refused-list]")).to_contain_text(
        reason(page, "code", "settled")
    )
    total = give(second.page)
    combine(page, f"Dag An,\n\n{total}\n\nBo")
    expect(page.locator("vw-group")).to_have_attribute("data-view", "picture")

    bands = [group.bands(one, asked.order) for one in answers]
    counts = [[column.count(band) for band in range(4)] for column in zip(*bands, strict=True)]
    picture = group.picture(round_, 10, [one if sum(one[:3]) >= 10 else None for one in counts], asked)
    assert expected(picture) == shown(page)
    assert group.picture_text(picture, asked) == page.url.split("#beeld=")[1]
    expect(page.get_by_text("10 mensen deden mee, van 9 november 2026 tot en met 20 november 2026.")).to_be_visible()

    # What the page keeps now is still no code B, and no total of them.
    assert "VW1B" not in json.dumps(stored(page))
    assert "VW1T" not in json.dumps(stored(page))

    # A teacher finds their number on the list, opens the picture, and lays their own result beside it.
    mine = teachers[3].page
    mine.get_by_label("De lijst van de tellers").fill(posted)
    mine.get_by_role("button", name="Zoek mijn nummer").click()
    expect(mine.get_by_text(f"Ja, nummer {handed[3][0]} staat op de lijst.")).to_be_visible()
    mine.goto(page.url)
    expect(mine.locator("vw-group")).to_have_attribute("data-view", "picture")
    mine.get_by_label("Toon mijn eigen resultaat ernaast").check()
    mine.get_by_role("button", name="Toon alle competenties").click()
    own = dict(zip(asked.order, group.bands(answers[3], asked.order), strict=True))
    cells = mine.locator("vw-group [data-item] td[data-own]").all_inner_texts()
    words = ["geen antwoord" if band == 3 else f"band {'ABC'[band]}" for band in own.values()]
    assert words == [one.strip() for one in cells]

    for one in (opener, second, late, *teachers):
        assert [] == one.complaints
        assert [] == one.outside


def test_counting_asks_the_same_whatever_was_answered(people: Callable[..., Watched]) -> None:
    """Two rounds with other answers leave the same requests, and counting to the picture adds none."""
    logs = []
    for shift in (0, 3):
        one = people(AFTER)
        asked, _ = asked_by(loaded(ready(one.open(GROUP))))
        team = Team(asked)
        team.answers = [
            {key: (value + shift - 1) % 6 + 1 for key, value in given.items() if value != "na"}
            for given in team.answers
        ]  # type: ignore[operator]  # levels
        team.made = [
            group.contribute(team.round, given, random.Random(number).randbytes(133))
            for number, given in enumerate(team.answers)
        ]
        page = at(one, AFTER, f"#ronde={team.round.text}")
        loaded(page)
        before = len(one.requests)
        as_counter(page, "opener")
        paste(page, "\n".join(team.codes("A")))
        settle(page)
        combine(page, team.counter("second").total())
        expect(page.locator("vw-group")).to_have_attribute("data-view", "picture")
        expect(page.locator("[data-part=loading]")).to_be_hidden()
        assert before == len(one.requests)
        assert expected(team.picture) == shown(page)
        logs.append(asked_for(one))

    assert logs[0] == logs[1]
    assert any("recommendations.json" in url for url in logs[0])


# ── the opener


def test_nothing_is_kept_before_somebody_acts(watched: Watched) -> None:
    """Who only looks leaves nothing in the browser; a round that is made waits for whose device it is."""
    page = at(watched)
    assert {} == stored(page)
    for name, value in NAMES.items():
        page.locator(f"#_ronde-{name}").fill(value)
    page.get_by_role("button", name="Maak de link").click()
    expect(page.get_by_text("Is dit jouw eigen toestel?")).to_be_visible()
    assert {} == stored(page)
    page.get_by_role("button", name="Nee, vergeet het als ik sluit").click()
    assert all(key.startswith(PREFIX) for key in stored(page))
    assert 0 == page.evaluate("localStorage.length")
    assert [] == watched.complaints


def test_wrong_fields(watched: Watched) -> None:
    """Each field says what is wrong with it, the first wrong one has the focus, and nothing is made."""
    page = at(watched)
    wrong = {
        "name": "",
        "first": "2026-12-09",
        "last": "2026-12-01",
        "minimum": "256",
        "opener": "An",
        "second": " an ",
    }
    for name, value in wrong.items():
        page.locator(f"#_ronde-{name}").fill(value)
    page.get_by_role("button", name="Maak de link").click()

    said = page.locator("[data-field] [data-slot=wrong]").all_text_contents()
    reasons = ("missing", "", "ends-before-start", "too-many", "", "same-counters")
    assert [reason(page, "field", one) if one else "" for one in reasons] == said
    expect(page.locator("#_ronde-name")).to_be_focused()
    assert "#ronde" not in page.url
    page.locator("#_ronde-minimum").fill("")
    page.locator("#_ronde-first").fill("")
    page.get_by_role("button", name="Maak de link").click()
    expect(page.locator("[data-field=minimum]")).to_contain_text(reason(page, "field", "too-few"))
    expect(page.locator("[data-field=first]")).to_contain_text(reason(page, "field", "not-a-day"))


ODD = {
    "other-letters": ("An De Smet", "Во Peeters"),
    "hidden": ("An\u2800De Smet", "Bo Peeters"),
    "no-letters": ("1", "Bo Peeters"),
    "alike-counters": ("An De Smet", "an de 5met"),
}
"""Names of counters that nobody makes a round with, by the reason."""


@pytest.mark.parametrize("why", ODD)
def test_odd_counters(watched: Watched, why: str) -> None:
    """No round is made with such names; one that was made before opens, and says whom to ask in every part of it."""
    page = at(watched, WITHIN)
    asked, _ = asked_by(page)
    opener, second = ODD[why]
    for name, value in {"name": "Team", "opener": opener, "second": second}.items():
        page.locator(f"#_ronde-{name}").fill(value)
    page.get_by_role("button", name="Maak de link").click()
    field = "opener" if why in ("hidden", "no-letters") else "second"
    expect(page.locator(f"#_fout-{field}")).to_have_text(reason(page, "field", why))
    expect(page.locator(f"#_ronde-{field}")).to_be_focused()
    assert "#ronde" not in page.url

    page = at(watched, WITHIN, f"#ronde={made(asked, opener=opener, second=second).text}")
    warning = page.locator("[data-part=odd-names]")
    for button in ("Ik doe mee als leraar", "Kies een andere rol in deze ronde", "Ik ben de eerste teller"):
        expect(warning).to_be_visible()
        page.get_by_role("button", name=button).click()
    expect(page.locator("vw-group")).to_have_attribute("data-view", "counting")
    expect(warning).to_be_visible()
    page = at(watched, WITHIN, f"#ronde={made(asked).text}")
    expect(page.get_by_role("heading", name="Wie ben je in deze ronde?")).to_be_visible()
    expect(warning).to_be_hidden()


NEWCOMERS = re.compile("een of twee")


def test_words_where_somebody_decides(watched: Watched) -> None:
    """What two rounds and rounding give away stands where a round is opened, joined, settled, given and looked at."""
    page = at(watched, WITHIN)
    team = Team(asked_by(page)[0], size=11)
    expect(page.locator(".vw-ways3")).to_contain_text(NEWCOMERS)
    expect(page.locator("[data-field=minimum]")).to_contain_text("Vanaf twintig")
    page = at(watched, WITHIN, f"#ronde={team.round.text}")
    page.get_by_role("button", name="Ik doe mee als leraar").click()
    risks = page.locator(".vw-join__risks")
    for words in ("minder dan twintig", "100% bij een competentie", "Ben je nieuw in het team"):
        expect(risks).to_contain_text(words)
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    paste(page, "\n".join(team.codes("B")))
    found = step(page, "settle")
    before = found.get_by_text(NEWCOMERS)
    expect(before).to_be_visible()
    button = found.get_by_role("button", name="Ja, leg deze lijst vast")
    assert before.evaluate("one => one.getBoundingClientRect().bottom") < button.evaluate(
        "one => one.getBoundingClientRect().top"
    )
    button.click()
    expect(step(page, "give").get_by_text(NEWCOMERS)).to_be_visible()
    give(page)
    expect(step(page, "give")).to_contain_text("daarin staat niet dat je het totaal al gaf")
    page.get_by_text("Wat dit wel en niet belooft").click()
    for words in ("een of twee", "bij tien mensen altijd", "Een kopie van vóór het totaal"):
        expect(page.locator("[data-part=promises]")).to_contain_text(words)


def test_link_message_and_slip(watched: Watched) -> None:
    """The opener copies the link, takes a text for the team, and prints a slip that holds nothing else of the page."""
    page = at(watched, WITHIN)
    asked, _ = asked_by(page)
    page = at(watched, WITHIN, f"#ronde={made(asked).text}")
    as_counter(page, "opener")
    found = step(page, "send")
    link = str(found.locator("[data-part=send-link]").text_content())
    mail = str(found.get_by_role("link", name="Zet de tekst in een mail").get_attribute("href"))
    assert mail.startswith("mailto:?subject=Groepsbeeld%3A%20Team%20De%20Wilg&body=")
    assert link in unquote(mail)
    for name in NAMES.values():
        assert name in unquote(mail)

    page.evaluate(
        "window.print = () => { dispatchEvent(new Event('beforeprint'));"
        " window.printed = document.body.lastElementChild.outerHTML; dispatchEvent(new Event('afterprint')) }"
    )
    found.get_by_role("button", name="Druk een briefje met de link af").click()
    slip = str(page.evaluate("window.printed"))
    assert all(name in slip for name in NAMES.values())
    assert "<path" in slip
    assert 0 == page.locator("body > .vw-slip").count()
    assert [] == watched.complaints


def test_which_step_is_now(watched: Watched) -> None:
    """The page says what to do now, opens that step, and says what is done."""
    page = at(watched, WITHIN)
    team = Team(asked_by(page)[0])
    page = at(watched, WITHIN, f"#ronde={team.round.text}")
    as_counter(page, "opener")
    now = page.locator("[data-part=now]")
    expect(now).to_contain_text("Stuur de link")
    paste(page, team.codes("A")[0])
    expect(now).to_contain_text("Je hebt er 1.")
    expect(page.locator("[data-step=settle]")).to_contain_text("Dit kan vanaf 21 november 2026")
    page.clock.set_fixed_time(AFTER)
    page.reload()
    ready(page)
    expect(now).to_contain_text("De periode is voorbij. Je telt er 1 van de 10 die nodig zijn.")
    paste(page, "\n".join(team.codes("A")))
    expect(now).to_contain_text("Bel of spreek Bo Peeters")
    expect(page.locator("[data-step=settle]")).to_have_attribute("open", "")
    settle(page)
    expect(now).to_contain_text("Vraag Bo Peeters om het totaal")
    expect(page.locator("[data-step=settle] > summary")).to_contain_text("klaar")
    page.get_by_role("button", name="Maak de lijst weer los").click()
    expect(now).to_contain_text("Bel of spreek Bo Peeters")
    assert [] == watched.complaints


# ── codes


def test_a_whole_mailbox(watched: Watched) -> None:
    """Of 5,000 pasted lines ten hold codes: those are read, and the others are told by line and reason."""
    page = at(watched)
    team = Team(asked_by(page)[0])
    other = Team(team.asked, seed=8, name="Een andere ronde")
    codes = team.codes("A")
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "opener")
    lines = [f"Regel {number} van een mail over het oudercontact." for number in range(5000)]
    for number, code in enumerate(codes):
        lines[400 * number + 7] = f"> {code.lower()}"
    lines[4500] = f"{codes[0][:-9]}."
    lines[4600] = damaged(codes[1], 50)
    lines[4700] = team.codes("B")[0]
    lines[4800] = other.codes("A")[0]
    found = paste(page, "\n".join(lines))

    expect(found.locator("[data-part=codes-said]")).to_have_text("10 nieuwe codes gelezen. 4 teksten namen we niet.")
    rows = found.locator("[data-part=refused-list] li").all_inner_texts()
    reasons = ("cut", "changed", "wrong-letter.opener", "other-round")
    assert [4501, 4601, 4701, 4801] == [int(re.findall(r"\d+", row)[0]) for row in rows]
    assert all(reason(page, "code", name) in row for name, row in zip(reasons, rows, strict=True))
    found.get_by_text("Regels zonder code").click()
    expect(found.locator("[data-part=others-list]")).to_contain_text("Regel 1 tot en met 7, Regel 9 tot en met 407")
    assert [] == watched.complaints


def test_codes_that_do_not_count(watched: Watched) -> None:
    """Another body is refused, the same code counts once, and one can be taken out before a list is settled."""
    page = at(watched)
    team = Team(asked_by(page)[0])
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    codes = team.codes("B")
    other = group.contribute(
        team.round, team.answers[1], bytes([int(bit, 2) for bit in ["0"] * 5]) + random.Random(3).randbytes(128)
    )
    twin = group.sealed(f"VW1B{team.round.id}{codes[0][20:28]}{other[2][28:-7]}") + "."
    found = paste(page, "\n".join([*codes, codes[0], twin]))
    expect(found.locator("[data-part=codes-said]")).to_have_text(
        "10 nieuwe codes gelezen. 1 code had je al. Die telt één keer. 1 tekst namen we niet."
    )
    expect(found.locator("[data-part=refused-list]")).to_contain_text(reason(page, "code", "other-body"))
    expect(found.locator("[data-part=refused-list]")).not_to_contain_text(twin[40:80])

    found.get_by_text("Inzendingen die tellen").click()
    found.get_by_role("button", name=f"Haal weg {codes[2][20:28]}").click()
    expect(found.locator("[data-part=valid]")).to_have_text("9 geldige codes B")
    assert not any(codes[2] in one for one in stored(page).values())
    step(page, "settle").get_by_role("button", name="Ja, leg deze lijst vast").click()
    expect(page.locator("[data-part=settle-said]")).to_have_text(reason(page, "settle", "too-few"))
    expect(step(page, "give").locator("[data-part=giving]")).to_be_hidden()
    paste(page, codes[2])
    settle(page)
    expect(found.get_by_role("button", name=f"Haal weg {codes[2][20:28]}")).to_be_hidden()
    assert [] == watched.complaints


# ── lists and totals


def test_lists_that_differ(watched: Watched) -> None:
    """The counters lay two lists side by side, see what each misses, and settle what both have."""
    page = at(watched)
    team = Team(asked_by(page)[0], size=12)
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "opener")
    paste(page, "\n".join(team.codes("A")[:11]))
    found = step(page, "settle")
    theirs = Counter(team.round, "second")
    theirs.add("\n".join(team.codes("B")[1:]))
    mine = Counter(team.round, "opener")
    mine.add("\n".join(team.codes("A")[:11]))
    expect(found.locator("[data-part=hash]")).to_have_text(mine.hash_of(sorted(mine.codes))[:8])
    assert mine.write_list() == found.locator("[data-part=own-list]").text_content()
    found.get_by_text("Nee, er is een verschil").click()
    for given, why in (
        ("niets", "no-list"),
        (theirs.write_list()[:-20], "cut"),
        (damaged(theirs.write_list(), 40), "changed"),
        (Counter(made(team.asked, name="X"), "second", {"A" * 8: ""}).write_list(), "other-round"),
        (theirs.write_list() + " " + mine.write_list(), "two-lists"),
        (team.codes("B")[0], "other-kind"),
    ):
        found.get_by_label("Lijst van de andere teller").fill(given)
        found.get_by_role("button", name="Vergelijk").click()
        expect(found.locator("[data-part=compared]")).to_have_text(reason(page, "list", why))
        expect(found.locator("[data-part=difference]")).to_be_hidden()

    found.get_by_label("Lijst van de andere teller").fill(f"Dag An: {theirs.write_list()}")
    found.get_by_role("button", name="Vergelijk").click()
    expect(found.locator("[data-part=compared]")).to_have_text(
        "Allebei: 10. Alleen bij jou: 1. Alleen bij de andere teller: 1."
    )
    expect(found.locator("[data-part=only-mine]")).to_have_text(team.made[0][0])
    expect(found.locator("[data-part=only-theirs]")).to_have_text(team.made[11][0])
    found.get_by_role("button", name="Leg vast wat jullie allebei hebben").click()
    common = sorted(ident for ident, _, _ in team.made[1:11])
    expect(found.locator("[data-part=settled-says]")).to_contain_text(mine.hash_of(common)[:8])
    expect(found.locator("[data-part=settled-says]")).to_contain_text("1 code van jou telt niet mee")
    assert [] == watched.complaints


def test_nine_are_refused(watched: Watched) -> None:
    """Of nine codes neither list nor total nor picture comes, at either counter."""
    page = at(watched)
    team = Team(asked_by(page)[0], size=9)
    for role, kind in (("opener", "A"), ("second", "B")):
        page = at(watched, AFTER, f"#ronde={team.round.text}")
        as_counter(page, role)
        paste(page, "\n".join(team.codes(kind)))
        settle(page)
        expect(page.locator("[data-part=settle-said]")).to_have_text(reason(page, "settle", "too-few"))
        expect(page.locator("[data-part=settled]")).to_be_hidden()
        for name in ("giving", "combining", "given"):
            expect(page.locator(f"[data-part={name}]")).to_be_hidden()
        page.evaluate("localStorage.clear()")


def test_the_total_is_given_once(watched: Watched) -> None:
    """Without an answer, or after a no, no total is shown; after a yes one is, and never another."""
    page = at(watched)
    team = Team(asked_by(page)[0], size=11)
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    paste(page, "\n".join(team.codes("B")))
    settle(page)
    found = step(page, "give")
    expect(found).to_contain_text("Gaven minstens 10 mensen je een code af?")
    found.get_by_role("button", name="Toon mijn totaal").click()
    expect(found.locator("[data-part=give-said]")).to_have_text(reason(page, "told", "answer"))
    found.get_by_label("Nee, of ik weet het niet zeker").check()
    found.get_by_role("button", name="Toon mijn totaal").click()
    expect(found.locator("[data-part=give-said]")).to_have_text(reason(page, "told", "not_enough"))
    assert not any("VW1T" in one for one in stored(page).values())

    total = give(page)
    assert team.counter("second").total() == total
    expect(page.get_by_role("button", name="Maak de lijst weer los")).to_be_hidden()
    with page.expect_download() as download:
        found.get_by_role("button", name="Bewaar het als bestand").click()
    assert total == Path(download.value.path()).read_text(encoding="utf-8")
    page.reload()
    ready(page)
    expect(page.locator("[data-part=total]")).to_have_text(total)
    expect(page.locator("[data-part=now]")).to_contain_text("Jouw werk als teller is gedaan.")

    # Who takes the list apart behind the page's back gets no second total from a copy either.
    counter = team.counter("second", 10)
    counter.given = counter.total()
    copy = group.file_text(counter, counter.hash_of(counter.ids))
    page.locator("[data-keep=open]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": copy.encode()}
    )
    expect(page.locator("[data-keep=said]")).to_have_text(reason(page, "file", "second_total"))
    expect(page.locator("[data-part=total]")).to_have_text(total)
    assert [] == watched.complaints


def resealed(total: str, start: int, signs: str) -> str:
    """Gives a total in which somebody changed signs, with a checksum that fits."""
    return group.sealed(total[:start] + signs + total[start + len(signs) : -7]) + "."


def test_totals_that_are_refused(watched: Watched) -> None:
    """A total that does not fit this round, this list, this number or these codes gives no picture, and says why."""
    page = at(watched)
    team = Team(asked_by(page)[0], size=11)
    total = team.counter("second").total()
    lowered = Team(team.asked, size=11, last="2026-11-19").counter("second").total()
    broken = bytearray(team.counter("second").sums())
    broken[0] = (broken[0] + 1) % 256
    cases = {
        "no-total": "Dag An",
        "two-totals": f"{total}\n{team.counter('second', 10).total()}",
        "cut": total[:-30],
        "changed": damaged(total, 100),
        "other-kind": team.codes("B")[0],
        "other-format": f"VW2{total[3:]}",
        "other-round": lowered,
        "wrong-letter": team.counter("opener").total(),
        "other-list": team.counter("second", 10).total(),
        "other-number": resealed(total, 73, group.pair(10)),
        "not-adding-up": resealed(total, 75, group.base32(bytes(broken))),
    }
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "opener")
    paste(page, "\n".join(team.codes("A")))
    expect(step(page, "combine").get_by_text(reason(page, "combine", "not-settled"))).to_be_visible()
    settle(page)
    for why, given in cases.items():
        expect(combine(page, given)).to_have_text(reason(page, "combine", why))
        expect(page.locator("vw-group")).to_have_attribute("data-view", "counting")
        assert not any("VW1P" in one for one in stored(page).values())

    total_file = {"name": "totaal.txt", "mimeType": "text/plain", "buffer": total.encode()}
    page.locator("[data-part=total-file]").set_input_files(total_file)
    expect(page.locator("vw-group")).to_have_attribute("data-view", "picture")
    assert expected(team.picture) == shown(page)
    assert "VW1T" not in json.dumps(stored(page))
    assert [] == watched.complaints


def test_a_lowered_minimum_is_another_round(watched: Watched) -> None:
    """Who lowers the minimum of a link, or moves its period, has another round: no code of this one counts there."""
    page = at(watched)
    team = Team(asked_by(page)[0], size=12, minimum=12)
    for changes in ({"minimum": 10}, {"last": "2026-11-10"}):
        other = made(team.asked, **{"minimum": 12, **changes})
        assert team.round.id != other.id
        page = at(watched, AFTER, f"#ronde={other.text}")
        expect(page.locator("[data-part=fact-minimum]")).to_have_text(
            "10 deelnemers" if "minimum" in changes else "12 deelnemers"
        )
        as_counter(page, "opener")
        found = paste(page, "\n".join(team.codes("A")))
        expect(found.locator("[data-part=valid]")).to_have_text("0 geldige codes A")
        assert 12 == found.locator("[data-part=refused-list] li", has_text=reason(page, "code", "other-round")).count()

    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "opener")
    paste(page, "\n".join(team.codes("A")[:11]))
    settle(page)
    said = reason(page, "settle", "too-few").replace("10", "12")
    expect(page.locator("[data-part=settle-said]")).to_have_text(said)


def test_what_cannot_be_refused(watched: Watched) -> None:
    """An opener who invents nine people sees the tenth whole, if the second counter counts codes instead of people.

    Nothing in the page can tell; it says so where the second counter is asked how many people came.
    """
    page = at(watched)
    team = Team(asked_by(page)[0])
    alone = team.answers[9]
    invented: Answers = dict.fromkeys(team.asked.order, 1)
    team.answers = [*[dict(invented) for _ in range(9)], alone]
    team.made = [
        group.contribute(team.round, given, random.Random(number).randbytes(133))
        for number, given in enumerate(team.answers)
    ]
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    paste(page, "\n".join(team.codes("B")))
    settle(page)
    expect(step(page, "give")).to_contain_text("Wie negen codes verzint, leest de antwoorden van de tiende.")
    total = give(page)
    opener = team.counter("opener")
    told = opener.combine(total)
    counts = [[cell - (9 if band == 0 else 0) for band, cell in enumerate(item)] for item in told["counts"] if item]
    bands = [band for band in group.bands(alone, team.asked.order) if band < 3]

    assert bands == [item.index(1) for item in counts]


# ── roles, keeping, files


def test_one_browser_is_not_both_counters(watched: Watched) -> None:
    """A browser that counts as one refuses to be the other, and reads no copy of the other; it can be a teacher."""
    page = at(watched)
    team = Team(asked_by(page)[0])
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "opener")
    paste(page, "\n".join(team.codes("A")))
    page.get_by_role("button", name="Kies een andere rol in deze ronde").click()
    page.get_by_role("button", name="Ik ben de tweede teller").click()
    expect(page.locator("[data-part=role-refused]")).to_contain_text("Eén browser kan niet allebei de tellers zijn")
    page.get_by_role("button", name="Ik doe mee als leraar").click()
    expect(page.get_by_text("Je kon meedoen tot en met")).to_be_visible()
    page.get_by_role("button", name="Kies een andere rol in deze ronde").click()
    page.get_by_role("button", name="Terug naar het tellen").click()

    second = Counter(team.round, "second")
    second.add("\n".join(team.codes("B")))
    copy = {"name": "x.json", "mimeType": "application/json", "buffer": group.file_text(second).encode()}
    page.locator("[data-keep=open]").set_input_files(copy)
    expect(page.locator("[data-keep=said]")).to_have_text(reason(page, "file", "both_counters"))
    assert "VW1B" not in json.dumps(stored(page))
    assert [] == watched.complaints


def test_a_quick_scan_cannot_join(watched: Watched) -> None:
    """Who did only the quick scan is refused as a teacher, with what to do."""
    page = at(watched, WITHIN)
    asked, wordings = asked_by(page)
    keep(page, dict.fromkeys(QUICK, 3), wordings)
    page = at(watched, WITHIN, f"#ronde={made(asked).text}")
    page.get_by_role("button", name="Ik doe mee als leraar").click()
    expect(page.get_by_text("Je deed de snelle scan.")).to_be_visible()
    expect(page.get_by_role("button", name="Ja, maak mijn twee codes")).to_be_hidden()


def test_a_counter_comes_back(watched: Watched, tmp_path: Path) -> None:
    """Work is kept, goes on after a reload, goes to another browser as a file, and can be deleted and put back."""
    page = at(watched)
    team = Team(asked_by(page)[0])
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "opener")
    paste(page, "\n".join(team.codes("A")))
    settle(page)
    with page.expect_download() as download:
        page.locator("[data-keep=save]").click()
    download.value.save_as(tmp_path / "copy.json")
    assert re.fullmatch(r"groepsbeeld-eerste-teller-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    before = stored(page)

    page = at(watched)
    page.get_by_role("link", name="Team De Wilg, je bent de eerste teller").click()
    expect(step(page, "settle").locator("[data-part=settled]")).to_be_visible()
    page.get_by_text("Wis deze ronde uit deze browser").click()
    page.get_by_role("button", name="Wis deze ronde", exact=True).click()
    expect(page.locator("[data-part=said]")).to_have_text("De ronde is gewist uit deze browser.")
    assert [] == [key for key in stored(page) if "group/" in key]
    page.get_by_role("button", name="Zet de ronde terug").click()
    assert set(before) == set(stored(page))

    page.evaluate("localStorage.clear()")
    page = at(watched)
    copy = (tmp_path / "copy.json").read_text(encoding="utf-8")
    files = {"too_deep": "[" * 9 + "]" * 9, "not_ours": '{"format":"vormingswijzer-zelfcheck"}', "cut": copy[:-40]}
    files["changed"] = copy.replace('"opener"', '"second"')
    for why, given in files.items():
        page.locator("[data-keep=open]").set_input_files(
            {"name": "x", "mimeType": "application/json", "buffer": given.encode()}
        )
        expect(page.locator("[data-keep=said]")).to_have_text(reason(page, "file", why))
        assert {} == stored(page)
    page.locator("[data-keep=open]").set_input_files(tmp_path / "copy.json")
    expect(page.locator("[data-keep=said]")).to_have_text("De kopie is gelezen: 10 nieuwe codes.")
    expect(step(page, "settle").locator("[data-part=settled]")).to_be_visible()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    assert set(before) == set(stored(page))
    combine(page, team.counter("second").total())
    expect(page.locator("vw-group")).to_have_attribute("data-view", "picture")
    page.get_by_role("button", name="Terug naar de ronde").click()
    expect(page.locator("[data-part=now]")).to_contain_text("Het groepsbeeld is klaar.")
    assert [] == watched.complaints


def test_two_tabs_of_a_counter(watched: Watched) -> None:
    """What a counter reads in one tab stands in the other, and a total given in one is the total of both."""
    page = at(watched)
    team = Team(asked_by(page)[0])
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    other = page.context.new_page()
    other.clock.set_fixed_time(AFTER)
    other.goto(page.url)
    ready(other)
    paste(page, "\n".join(team.codes("B")))
    expect(other.locator("[data-part=valid]")).to_have_text("10 geldige codes B")
    settle(other)
    total = give(other)
    expect(page.locator("[data-part=total]")).to_have_text(total)


def test_everything_is_deleted_and_comes_back(watched: Watched) -> None:
    """Who deletes everything has no round any more, and has it all again when they take it back in time."""
    page = at(watched)
    team = Team(asked_by(page)[0])
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    paste(page, "\n".join(team.codes("B")))
    settle(page)
    before = stored(page)
    held(page).get_by_role("button", name="Wis alles").click()
    expect(page.locator("vw-group")).to_have_attribute("data-view", "role")
    assert {} == stored(page)
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.locator("[data-part=valid]")).to_have_text("10 geldige codes B")
    assert before == stored(page)


def test_another_tab_disturbs_nobody(watched: Watched) -> None:
    """What somebody ticked and read stays, whatever another tab keeps meanwhile."""
    page = at(watched)
    asked, wordings = asked_by(page)
    team = Team(asked)
    keep(page, answers_of(1, asked), wordings)
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    paste(page, "\n".join(team.codes("B")))
    settle(page)
    step(page, "give").get_by_label("Ja, ik kreeg codes").check()
    other = page.context.new_page()
    other.clock.set_fixed_time(AFTER)
    other.goto(page.url)
    step(ready(other), "settle").get_by_role("button", name="Maak de lijst weer los").click()
    expect(page.locator("[data-part=settling]")).to_be_visible()
    settle(other)
    expect(page.locator("[data-part=settling]")).to_be_hidden()

    expect(page.get_by_label("Ja, ik kreeg codes")).to_be_checked()
    expect(page.locator("[data-part=codes-said]")).to_have_text("10 nieuwe codes gelezen.")


def test_kept_work_that_does_not_fit(watched: Watched) -> None:
    """A total that was changed in the storage is not used: the page says what is wrong, and asks for the copy."""
    page = at(watched)
    team = Team(asked_by(page)[0])
    page = at(watched, AFTER, f"#ronde={team.round.text}")
    as_counter(page, "second")
    paste(page, "\n".join(team.codes("B")))
    settle(page)
    total = give(page)
    key = f"{PREFIX}group/{team.round.id.lower()}/total"
    page.evaluate("([key, one]) => localStorage.setItem(key, one)", [key, text(resealed(total, 80, "00000"))])
    page.reload()
    ready(page)
    expect(page.get_by_role("alert").filter(has_text="klopt niet meer: het totaal dat je gaf")).to_be_visible()
    expect(page.locator("[data-part=given]")).to_be_hidden()


# ── the picture


def test_bad_links(watched: Watched) -> None:
    """Each link that cannot be used says why, and the start of the page stays usable."""
    page = at(watched)
    asked, _ = asked_by(page)
    team = Team(asked)
    picture = group.picture_text(team.picture, asked)
    round_ = team.round.text
    other = Asked(asked.id, asked.version + 1, asked.areas)
    cases = [
        ("#ronde=hallo", "not-ours"),
        (f"#ronde=VW2{round_[3:]}", "other-format"),
        (f"#ronde={round_[:-10]}", "cut"),
        (f"#ronde={damaged(round_, 40)}", "changed"),
        (
            f"#ronde={group.make_round({**NAMES, 'first': FIRST, 'last': LAST, 'minimum': 10}, bytes(10), other)}",
            "other-version",
        ),
        (f"#ronde={picture}", "not-ours"),
        (f"#beeld={round_}", "not-ours"),
        (f"#beeld={picture[:-10]}", "cut"),
        (f"#beeld={damaged(picture, 90)}", "changed"),
        (f"#beeld={group.pack('P', [1, 2, 3])}", "bad-value"),
    ]
    for hash_, why in cases:
        page = at(watched, AFTER, hash_)
        expect(page.locator("[data-part=trouble]")).to_have_text(reason(page, "link", why))
        expect(page.get_by_role("heading", name="Open een ronde")).to_be_visible()
    page.get_by_label("Link van een ronde of een groepsbeeld").fill("zomaar iets")
    page.get_by_role("button", name="Open de link").click()
    expect(page.locator("[data-part=link-said]")).to_contain_text("Plak de hele link")
    page.get_by_label("Link van een ronde of een groepsbeeld").fill(
        f"Kijk: https://school.example/groepsbeeld/#beeld={picture} groeten"
    )
    page.get_by_role("button", name="Open de link").click()
    expect(page.locator("vw-group")).to_have_attribute("data-view", "picture")
    expect(page.get_by_role("heading", name="Team De Wilg")).to_be_focused()
    page.go_back()
    expect(page.locator("vw-group")).to_have_attribute("data-view", "start")
    assert [] == watched.complaints


def test_picture_under_and_from_twenty(watched: Watched) -> None:
    """Under twenty no count is shown anywhere; from twenty they are; what fewer than ten answered stays empty."""
    page = at(watched)
    asked, _ = asked_by(page)
    for size in (19, 20):
        team = Team(asked, size=size)
        for given in team.answers[: size - 9]:
            given["1.2"] = "na"
        page = at(watched, AFTER, f"#beeld={group.picture_text(team.picture, asked)}")
        assert expected(team.picture) == shown(page)
        assert ["te weinig antwoorden"] == shown(page)["1.2"]
        page.get_by_role("button", name="Toon alle competenties").click()
        is_counted = "A: " in page.locator("[data-part=levels]").inner_text()
        assert (size == 20) == is_counted
        page.get_by_text("Zo lees je het").click()
        expect(page.locator("[data-part=counted]")).to_be_visible(visible=is_counted)
        rect = page.locator("[data-row='1.1'] rect").evaluate_all(
            "all => all.map((one) => Number(one.getAttribute('width')))"
        )
        counts = next(row for row in team.picture["items"] if row["id"] == "1.1")["counts"] or [1, 1, 1]
        few, again = page.locator("[data-part=few]"), page.get_by_text("Willen jullie later nog een ronde?")
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            expect(few).to_be_visible(visible=not is_counted)
            expect(again).to_be_visible()
        page.emulate_media(media="screen")
        shares = [width / sum(rect) for width in rect]
        assert all(abs(share - count / sum(counts)) < 0.01 for share, count in zip(shares, counts, strict=True))
    assert [] == watched.complaints


def test_own_result_is_asked_for(watched: Watched) -> None:
    """Somebody's own bands come beside the picture when they ask, and stay; they are never on paper or in a link."""
    page = at(watched)
    asked, wordings = asked_by(page)
    text_ = group.picture_text(Team(asked).picture, asked)
    page = at(watched, AFTER, f"#beeld={text_}")
    page.get_by_label("Toon mijn eigen resultaat ernaast").check()
    expect(page.locator("[data-part=own-said]")).to_contain_text("geen zelfcheck die af is")
    keep(page, {**dict.fromkeys(asked.order, 6), "1.1": 1, "1.2": "na"}, wordings)
    page.reload()
    ready(page)
    expect(page.get_by_label("Toon mijn eigen resultaat ernaast")).to_be_checked()
    expect(page.locator("td[data-own]").first).to_be_visible()
    own = page.locator("[data-row] td[data-own]")
    assert ["band C", "band A", "geen antwoord", "band C"] == [one.strip() for one in own.all_text_contents()[:4]]
    assert text_ == str(page.locator("[data-part=picture-link]").text_content()).split("#beeld=")[1]
    page.emulate_media(media="print")
    expect(page.locator("[data-row='1.1'] td[data-own]")).to_be_hidden()
    expect(page.locator("[data-row='1.1'] td[data-group]")).to_be_visible()
    expect(page.locator("[data-part=plan]")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_label("Druk ook het begin van een plan af").check()
    page.emulate_media(media="print")
    expect(page.locator("[data-part=plan]")).to_be_visible()
    assert [] == watched.complaints


def test_the_printed_picture(watched: Watched) -> None:
    """On paper the picture takes two sheets of A4 at most."""
    page = at(watched)
    asked, _ = asked_by(page)
    page = at(watched, AFTER, f"#beeld={group.picture_text(Team(asked, size=24).picture, asked)}")

    assert 1 <= sheets(page.pdf(format="A4", prefer_css_page_size=True)) <= 2


def test_from_the_picture_to_a_plan(watched: Watched) -> None:
    """The weakest competences of the team lead to topics to talk about and to offers."""
    page = at(watched)
    asked, _ = asked_by(page)
    team = Team(asked)
    for given in team.answers:
        given.update({one: 1 if one == "3.1" else 6 for one in asked.order})
    page = at(watched, AFTER, f"#beeld={group.picture_text(team.picture, asked)}")
    cards = page.locator("[data-part=plan-cards] > details")
    expect(cards).to_have_count(1)
    cards.locator("summary").click()
    expect(cards).to_contain_text("3.1 ")
    assert "/competenties/" in str(cards.get_by_role("link").first.evaluate("link => link.href"))
    assert cards.locator("[data-slot=topics] a").count() or cards.get_by_text("staat er geen onderwerp").is_visible()
    expect(cards.locator("[data-slot=offers] > li").first).to_be_visible()
    expect(page.get_by_text("Vul de beginsituatie van je ict-beleid aan")).to_be_visible()

    for given in team.answers:
        given["3.1"] = 6
    page = at(watched, AFTER, f"#beeld={group.picture_text(team.picture, asked)}")
    expect(page.get_by_text("Overal ligt het midden in band C.")).to_be_visible()
    assert [] == watched.complaints


# ── gates


def test_without_scripts(browser: Browser, base: str) -> None:
    """Without scripts the page tells what it is for, how it goes, what it promises, and the way on paper."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(base + GROUP)

    expect(page.get_by_text("Nodig: minstens 10 deelnemers en een tweede teller.")).to_be_visible()
    expect(page.get_by_text("Op papier houdt iedereen het eigen blad.")).to_be_visible()
    expect(page.get_by_role("link", name="SELFIEforTEACHERS, hulp bij het invullen")).to_be_visible()
    page.get_by_text("Wat dit wel en niet belooft").click()
    expect(page.get_by_text("Wie je twee codes allebei heeft, leest al je antwoorden.").last).to_be_visible()
    assert 0 == page.locator("vw-group button:visible, vw-group input:visible").count()
    page.close()


def test_insecure(watched: Watched) -> None:
    """On a page without https nothing is made or counted, and that is said."""
    watched.page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page = at(watched)
    team = Team(asked_by(page)[0])
    for hash_ in ("", f"#ronde={team.round.text}"):
        page = at(watched, AFTER, hash_)
        expect(page.locator("[data-part=trouble]")).to_contain_text("het adres begint niet met https")
        expect(page.get_by_role("button", name="Maak de link")).to_be_hidden()
        expect(page.locator("vw-group")).to_have_attribute("data-view", "start")


def states(watched: Watched) -> Iterator[tuple[str, Page]]:
    """Goes through every step of every role."""
    page = at(watched, WITHIN)
    asked, wordings = asked_by(page)
    team = Team(asked)
    hash_ = f"#ronde={team.round.text}"
    page.get_by_text("Wat dit wel en niet belooft").click()
    yield "start", page
    page.get_by_role("button", name="Maak de link").click()
    yield "wrong fields", page
    page = at(watched, WITHIN, hash_)
    yield "roles", page
    as_counter(page, "opener")
    step(page, "send")
    yield "opener, send", page
    paste(page, "\n".join([*team.codes("A"), team.codes("B")[0], "zomaar"]))
    page.get_by_text("Inzendingen die tellen").click()
    yield "opener, codes", page
    page = at(watched, AFTER, hash_)
    step(page, "settle").get_by_text("Nee, er is een verschil").click()
    yield "opener, list", page
    settle(page)
    step(page, "settle")
    yield "opener, settled", page
    step(page, "combine")
    combine(page, "niets")
    yield "opener, combine", page
    combine(page, team.counter("second").total())
    expect(page.locator("vw-group")).to_have_attribute("data-view", "picture")
    keep(page, team.answers[2], wordings)
    page.reload()
    ready(page)
    page.get_by_role("button", name="Toon alle competenties").click()
    page.get_by_label("Toon mijn eigen resultaat ernaast").check()
    page.locator("[data-part=plan-cards] summary").first.click()
    yield "picture", page
    page.get_by_role("button", name="Terug naar de ronde").click()
    step(page, "share")
    yield "opener, share", page
    twenty = Team(asked, size=23)
    page = at(watched, AFTER, f"#beeld={group.picture_text(twenty.picture, asked)}")
    page.get_by_role("button", name="Toon alle competenties").click()
    yield "picture from twenty", page
    page.evaluate("localStorage.clear()")
    page = at(watched, AFTER, hash_)
    as_counter(page, "second")
    paste(page, "\n".join(team.codes("B")))
    settle(page)
    step(page, "give")
    yield "second, give", page
    give(page)
    yield "second, done", page


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_every_step_is_accessible(browser: Browser, base: str, scheme: Any, width: int) -> None:
    """No step of any role breaks a WCAG rule, and each fits on 320 px."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    watched = Watched(context.new_page(), base)
    broken = {}
    for name, page in states(watched):
        if found := axe_violations(page):
            broken[name] = found
        page.set_viewport_size({"width": 320, "height": 900})
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > 320:
            broken[f"{name}, 320 px"] = [str(wide)]
        page.set_viewport_size({"width": width, "height": 900})
    context.close()

    assert {} == broken
    assert [] == watched.complaints
