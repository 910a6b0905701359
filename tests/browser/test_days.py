"""The pages on the day of the reader: in 1970, years ahead and in 2099 nothing says what is not so."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from generator.compiler import load_strings
from generator.kinds.provider import views
from generator.kinds.provider.model import Provider
from generator.kinds.provider.schedule import state_on
from tests.browser.conftest import Watched, loaded
from tests.built_site import BuiltSite

T = load_strings()
DAYS = ["1970-01-01", "2027-12-01", "2029-12-01", "2099-12-31"]
PAGES = ["catalogus/", "catalogus/thema/schoolleiderschap/", "catalogus/ovsg/", "competenties/lesgeven-en-leren/"]


def on(watched: Watched, day: str, address: str) -> None:
    """Opens a page with the clock of this device on a day."""
    watched.page.clock.set_fixed_time(f"{day}T12:00:00")
    loaded(watched.open(address))


@pytest.mark.parametrize("day", DAYS)
def test_cards_of_the_day(site: BuiltSite, watched: Watched, day: str) -> None:
    """Each offer of an organisation says what holds on the day; no clock makes the site younger than it is."""
    kb = site.reading.knowledge
    assert kb is not None
    today = max(kb.today, date.fromisoformat(day))
    for name in ("ovsg", "mediawijs", "mos-vlaanderen"):
        provider = next(one for one in kb.all(Provider) if one.id == name)
        on(watched, day, f"catalogus/{name}/")
        for offer in provider.offers:
            said = watched.page.locator(f".vw-offer:has(#{offer.id}) .vw-status").first
            expect(said).to_have_text(views.say_state(T, provider, offer, today))
    assert [] == watched.complaints


@pytest.mark.parametrize("day", DAYS)
def test_everything_is_reachable(site: BuiltSite, watched: Watched, day: str) -> None:
    """What was gone by then stands behind the switch, and all of it does; the rest is listed."""
    kb = site.reading.knowledge
    assert kb is not None
    today = max(kb.today, date.fromisoformat(day))
    every = views.all_offers(kb)
    alive = [pair for pair in every if state_on(*pair, today) not in ("closed", "past", "old")]
    on(watched, day, "catalogus/#ook=voorbij")
    expect(watched.page.locator("#_lijst")).to_have_text(f"{len(every)} van {len(every)} nascholingen")
    watched.page.goto("about:blank")
    on(watched, day, "catalogus/#sorteer=naam")
    expect(watched.page.locator("#_lijst")).to_have_text(re.compile(f"^{len(alive)} van {len(every)} "))
    assert [] == watched.complaints


@pytest.mark.parametrize("address", PAGES)
def test_nothing_just_runs(watched: Watched, address: str) -> None:
    """Three years on no page says that something runs or begins."""
    on(watched, "2029-12-01", address)
    statuses = watched.page.locator("main .vw-status").all_inner_texts()
    assert not [one for one in statuses if re.match(r"Loopt|Begint|Niet zeker", one)]
    assert [] == watched.complaints
