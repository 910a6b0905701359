"""What the privacy page says is kept, beside what the code can keep and what a journey keeps."""

import re

from tests.browser.conftest import Watched
from tests.browser.test_selfcheck import question, start
from tests.hosts.workbench import ROOT

PREFIX = "vormingswijzer/"
PALETTE = "/.__palette"


def in_code() -> set[str]:
    """Gives every key that the code can write."""
    source = (ROOT / "theme/assets/javascripts/logic/store.js").read_text(encoding="utf-8")
    return {PREFIX + pattern for pattern in re.findall(r'^  \{ pattern: "(\S+)", purpose', source, re.MULTILINE)}


def on_page(watched: Watched) -> list[list[str]]:
    """Gives the rows of the table on the privacy page."""
    rows = watched.open("privacy/").locator("main table tbody tr").all()
    return [row.locator("td").all_inner_texts() for row in rows]


def test_every_key_is_on_the_page(watched: Watched) -> None:
    """The privacy page names every key that the code can write, and no other, with purpose and life span."""
    rows = on_page(watched)

    assert in_code() | {PALETTE} == {key for key, _, _ in rows}
    assert len(rows) == len({purpose for _, purpose, _ in rows})
    assert all(purpose and life for _, purpose, life in rows)


def test_a_journey_keeps_nothing_else(watched: Watched) -> None:
    """Whoever looks, answers, chooses and changes the colours keeps only what the privacy page names."""
    patterns = [re.escape(key).replace(r"\*", "[^/]+") for key, _, _ in on_page(watched)]
    page = start(watched)
    page.locator("label[for='__palette_1']:visible").click()
    page.get_by_label("Toon voorbeelden uit:").select_option("lager")
    page.get_by_role("link", name="Begin de snelle scan").click()
    page.get_by_role("button", name="Ja, bewaar het hier").click()
    for _ in range(6):
        question(page).get_by_role("radio").nth(1).check()
        page.locator("[data-part=next]").click()
    page.get_by_role("textbox").fill("Denk aan het overleg.")
    page.get_by_role("button", name="Bekijk je rapport").click()
    page.wait_for_url("**/zelfcheck/rapport/")
    page.locator("[data-ready]").wait_for()
    page.get_by_role("checkbox").and_(page.locator("vw-report *")).first.check()
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")

    assert len(kept) > 10
    assert [] == [key for key in kept if not any(re.fullmatch(pattern, key) for pattern in patterns)]
    assert "" == page.evaluate("document.cookie")
    assert [] == watched.complaints
