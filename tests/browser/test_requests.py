"""What a host hears: the same of everybody who opens a page, whatever they have kept and whatever they do there."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import FOLDER, NO_PRINT, PageHandler, loaded, serve
from tests.browser.test_plan import FULL
from tests.built_site import PAGE_TYPES, BuiltSite
from tests.client.conftest import COMPETENCES, PREFIX, text

ROUND = {"questionnaire": "digitale-competenties", "version": 1, "finished": "2026-11-12"}
KEPT: dict[str, Any] = {
    "device": "own",
    **FULL,
    "plan/offer/mediawijs/mediacoach": {"title": "Mediacoach", "by": "Mediawijs", "state": "chosen", "note": "Bel."},
    "checklist/kies-je-nascholing/provider/mediawijs": {"name": "Mediawijs"},
    "round/2026-11-12-1": ROUND,
    **{f"round/2026-11-12-1/answer/{one}": {"answer": 2, "wording": "0ld"} for one in COMPETENCES},
    "round/2026-11-12-1/priorities": ["1.1"],
}
"""Something of every tool."""

STATES = {
    **PAGE_TYPES,
    "offers, found": "catalogus/#q=taal&niveau=lager&id=voo",
    "offers, by name": "catalogus/#volgorde=naam&pagina=2",
    "offers, nothing found": "catalogus/#q=mediacoach&thema=aardrijkskunde",
    "providers, found": "catalogus/aanbieders/#q=taal",
    "comparison of two": "catalogus/vergelijk/#id=mediawijs/mediacoach&id=voo",
    "comparison of what is gone": "catalogus/vergelijk/#id=weg",
    "search, found": "zoeken/#q=taal",
    "search, nothing found": "zoeken/#q=xqzzw",
    "a question of the self-check": "zelfcheck/#c-3-2",
    "checklist beside an organisation": "checklist/kies-je-nascholing/#aanbieder=mediawijs",
    "report with a broken link": "zelfcheck/rapport/#resultaat=x",
    "plan with a broken link": "plan/#plan=x",
    "agenda with a broken link": "teamgesprek/schoolleider/#agenda=x",
    "group picture with a broken link": "groepsbeeld/#ronde=x",
}
"""Every type of page, and what an address can ask of its tool."""

TOOLS = (
    "catalogus/",
    "catalogus/vergelijk/",
    "checklist/kies-je-nascholing/",
    "plan/",
    "zelfcheck/rapport/",
    "zoeken/",
)
"""The tools that read data."""

EVERYTHING = """async () => {
  const done = new Set();
  const alike = new Map();
  const act = (one) => {
    if (one.matches("select")) one.selectedIndex = one.options.length - 1;
    else if (one.matches("textarea, input:not([type=checkbox], [type=radio], [type=file])")) {
      one.focus();
      one.value = { date: "2027-02-01", time: "09:30", number: "7" }[one.type] ?? "taal";
    } else return one.click();
    for (const type of ["input", "change"]) one.dispatchEvent(new Event(type, { bubbles: true }));
  };
  // Of twenty cards three are enough.
  const isNew = (one) => {
    const { facet = "" } = one.closest("[data-facet]")?.dataset ?? {};
    const kind = [facet, one.name || one.className, one.dataset.part].join();
    alike.set(kind, (alike.get(kind) ?? 0) + 1);
    return alike.get(kind) <= 3;
  };
  const open = () => [...document.querySelectorAll("main :is(summary, button, input, select, textarea, a[data-begin])")]
    .filter((one) => !done.has(one) && one.checkVisibility() && !/Probeer opnieuw/.test(one.textContent) && isNew(one));
  for (let all = open(), round = 0; all.length && round < 6; all = open(), round += 1) {
    for (const one of all) {
      done.add(one);
      if (one.isConnected && one.checkVisibility()) act(one);
      await new Promise((next) => setTimeout(next));
    }
    // What somebody types is answered a moment later.
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
    await new Promise((next) => setTimeout(next, 150));
  }
  return done.size;
}"""
"""Presses, ticks, chooses and fills in all that can be reached on the page, also what shows after that."""


class _Host(PageHandler):
    """A host that keeps what it is asked for, and lets no browser keep anything."""

    host: "Host"

    def do_GET(self) -> None:  # noqa: N802  # the name that the server calls
        """Keeps the address."""
        self.host.asked.append(self.path.removeprefix(FOLDER))
        if self.host.is_broken and self.path.endswith(".json"):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"groups": [')
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Forbids to keep."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class Host:
    """The served site, and what its host hears."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.is_broken = False
        handler = type("Handler", (_Host,), {"host": self})
        self.server, self.base = serve(folder, handler)

    def close(self) -> None:
        """Stops serving."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def host(site: BuiltSite) -> Iterator[Host]:
    """A host that is asked for nothing but what a test opens."""
    host = Host(site.folder)
    yield host
    host.close()


def visit(browser: Browser, host: Host, address: str, *, busy: bool, is_broken: bool = False) -> Counter[str]:
    """Opens a page as somebody who keeps nothing and only looks, or as somebody who keeps and does all there is."""
    context = browser.new_context()
    host.asked.clear()
    host.is_broken = is_broken
    context.add_init_script(NO_PRINT)
    if busy:
        texts = {PREFIX + key: text(value) for key, value in KEPT.items()}
        context.add_init_script(f"Object.assign(localStorage, {json.dumps(texts)})")
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(host.base + address)
    loaded(page)
    # Another page is not opened.
    page.route("**/*", lambda route: route.abort() if route.request.is_navigation_request() else route.fallback())
    if busy:
        pressed = page.evaluate(EVERYTHING)
        assert pressed > 0 or not page.locator("main :is(button, input, summary):visible").count()
    page.wait_for_load_state("networkidle")
    context.close()
    return Counter(host.asked)


@pytest.mark.parametrize("address", STATES.values(), ids=list(STATES))
def test_the_host_hears_the_same(browser: Browser, host: Host, address: str) -> None:
    """Who keeps things and does everything, or asks something in the address, asks the host for what a looker does."""
    looks = visit(browser, host, address, busy=False)
    acts = visit(browser, host, address, busy=True)
    page, state, _ = address.partition("#")
    plain = visit(browser, host, page, busy=False) if state else looks

    assert looks.total() >= 6
    assert [] == [one for one in looks + acts if "favicon" in one]
    assert plain == looks == acts


@pytest.mark.parametrize("address", TOOLS)
def test_the_host_hears_the_same_when_data_fail(browser: Browser, host: Host, address: str) -> None:
    """What did not come is asked for again when somebody says so, and not because they go on."""
    looks = visit(browser, host, address, busy=False, is_broken=True)
    acts = visit(browser, host, address, busy=True, is_broken=True)

    assert any(one.endswith(".json") for one in looks)
    assert looks == acts
