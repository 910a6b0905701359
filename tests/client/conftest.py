"""The modules that only reckon and keep, in a blank page of a real Chromium."""

import json
import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.browser import browsers
from tests.browser.conftest import serve
from tests.hosts.workbench import ROOT

COMPETENCES = [f"{area}.{n}" for area, count in enumerate((9, 5, 5, 3, 4, 6), 1) for n in range(1, count + 1)]
"""The ids of the 32 competences, in their order."""

QUESTIONNAIRE = {
    "id": "digitale-competenties",
    "version": 2,
    "competences": [{"id": one, "wording": "w" + one.replace(".", "x")} for one in COMPETENCES],
}

BLANK = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Leeg</title><link rel="icon" href="data:,">
<p id="ready" hidden>Klaar</p>
<script type="module">
import * as scoring from "./javascripts/logic/scoring.js";
import * as sharing from "./javascripts/logic/sharing.js";
import * as stores from "./javascripts/logic/store.js";
import * as rounds from "./javascripts/logic/rounds.js";
import * as recommending from "./javascripts/logic/recommend.js";
import * as entries from "./javascripts/logic/entries.js";
import * as plans from "./javascripts/logic/plan.js";
import * as comparisons from "./javascripts/logic/comparison.js";
import * as facets from "./javascripts/logic/facets.js";
import * as schedules from "./javascripts/logic/schedule.js";

const questionnaire = QUESTIONNAIRE;
const values = () => Object.fromEntries(store.keys().map((key) => [key, store.get(key).value]));
function begin(options = {}, asked = questionnaire) {
  const [changes, troubles] = [[], []];
  const store = stores.openStore({
    isValid: rounds.isValid,
    onChange: (change) => changes.push(change),
    onTrouble: (reason) => troubles.push(reason),
    ...options,
  });
  Object.assign(window, { store, all: rounds.openRounds(store, asked), changes, troubles });
}
Object.assign(window, { scoring, sharing, stores, rounds, recommending, entries, plans, questionnaire, begin, values });
Object.assign(window, { comparisons, facets, schedules });
document.querySelector("#ready").hidden = false;
</script></html>
"""

PREFIX = "vormingswijzer/"
ANSWER = "round/2026-11-22-1/answer/"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Starts the Chromium of this machine."""
    path = browsers.chromium()
    own = {"executable_path": path} if path else {}
    return {**browser_type_launch_args, **own, "args": list(browsers.FLAGS)}


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with the modules and a blank page."""
    folder = tmp_path_factory.mktemp("client")
    shutil.copytree(ROOT / "theme/assets/javascripts", folder / "javascripts")
    for name in ("blank.html", "other.html"):
        (folder / name).write_text(BLANK.replace("QUESTIONNAIRE", json.dumps(QUESTIONNAIRE), 1), encoding="utf-8")
    server, address = serve(Path(folder))
    yield address
    server.shutdown()
    server.server_close()


class Client:
    """A tab with the modules in it."""

    def __init__(self, context: BrowserContext, base: str, before: str = "") -> None:
        self.page: Page = context.new_page()
        self.base = base
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        if before:
            self.page.add_init_script(before)
        self.load()

    def load(self, name: str = "blank.html") -> None:
        """Opens a page and waits for its modules."""
        self.page.goto(self.base + name)
        self.page.locator("#ready").wait_for(state="visible")

    def run(self, code: str, value: object = None) -> Any:
        """Runs statements in the page, with `value` beside them; gives what they return."""
        return self.page.evaluate(f"(value) => {{ {code} }}", value)

    def begin(self, options: str = "{}") -> None:
        """Opens the store and the rounds."""
        self.run(f"begin({options})")

    def wait(self, condition: str) -> None:
        """Waits until an expression holds."""
        self.page.wait_for_function(condition, polling=20)

    def stored(self, name: str = "localStorage") -> dict[str, str]:
        """Gives every text in a storage."""
        found: dict[str, str] = self.run(f"return Object.fromEntries(Object.entries({name}))")
        return found

    def put(self, texts: dict[str, str], name: str = "localStorage") -> None:
        """Writes texts into a storage as they are, behind the store's back."""
        self.run(f"for (const [key, text] of Object.entries(value)) {name}.setItem(key, text)", texts)

    @property
    def troubles(self) -> list[str]:
        """What the store told about itself."""
        found: list[str] = self.run("return troubles")
        return found

    @property
    def answers(self) -> dict[str, int | str]:
        """The answers of the latest round."""
        found: dict[str, int | str] = self.run("return all.latest?.answers ?? {}")
        return found


@pytest.fixture
def client(context: BrowserContext, base: str) -> Client:
    """A tab in which the store is not opened yet."""
    return Client(context, base)


@pytest.fixture
def own(client: Client) -> Client:
    """A tab whose store is open, on somebody's own device, on 22 November 2026."""
    client.begin(CLOCK)
    client.run("store.answerDevice(true)")
    return client


@pytest.fixture(scope="session")
def sheet(browser: Browser, base: str) -> Iterator[Client]:
    """One tab for all tests that only reckon."""
    context = browser.new_context()
    yield Client(context, base)
    context.close()


NOON = 1795345200000
CLOCK = f"{{ now: () => {NOON} }}"
"""Noon on 22 November 2026 in Brussels; every part of the world but the last hour shares that day."""


def text(value: object, at: int = NOON, v: int = 1) -> str:
    """Gives the text of a value as the store writes it."""
    return json.dumps({"v": v, "at": at, "value": value}, separators=(",", ":"))


def given(answer: int | str, competence: str = "1.1") -> dict[str, int | str]:
    """Gives an answer as the store keeps it, under the words of today."""
    return {"answer": answer, "wording": "w" + competence.replace(".", "x")}


def renderers(session: CDPSession) -> set[int]:
    """Gives the numbers of the processes of a browser that run pages, or stand ready to."""
    return {
        int(one["id"]) for one in session.send("SystemInfo.getProcessInfo")["processInfo"] if one["type"] == "renderer"
    }


def kill_renderers(browser: Browser | None) -> None:
    """Kills every process of a browser that runs pages, and waits until the browser gives no page to one of them."""
    assert browser
    session = browser.new_browser_cdp_session()
    killed = renderers(session)
    for one in killed:
        os.kill(one, signal.SIGKILL)
    while killed & renderers(session):
        time.sleep(0.05)
