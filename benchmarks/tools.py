# Presses are real ones, by mouse and keyboard: Playwright's own `click` runs scripts in the slowed page, which would be
# measured too. What counts is the longest task of the page's main thread: as long as it lasts, the page answers nobody.
"""How long the tools keep somebody waiting, in a browser six times slower: ticking, typing and ordering."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from benchmarks.browser import Server
from benchmarks.report import aim
from tests.client.conftest import PREFIX, text

SLOWER = 6
"""How many times slower the processor is made to be: this machine as an old school computer."""
MOST_WAIT = 50
"""Milliseconds that a task may take at most; from there on browsers call it a long one."""
PHONE: ViewportSize = {"width": 390, "height": 844}
ACTS = 10
_AFTER = 0.7
"""Seconds after a press in which its tasks are counted: what is typed is kept after a third of a second."""
_PRESS = 90
"""Milliseconds that a finger stays down: in no time, a browser would do both halves of a press in one task."""
_LONG = "Een lange aantekening over wat we nog willen weten. " * 40


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody does in a tool, time after time."""

    name: str
    selector: str
    """What is pressed, or the field that is typed in."""
    nth: Callable[[int], int] = lambda turn: turn
    """Which of what the selector finds, by turn."""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Wait:
    """The longest task after each of a number of acts, in ms."""

    tool: str
    act: str
    tasks: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.tasks)

    @property
    def most(self) -> float:
        """The longest of all."""
        return max(self.tasks)


CHECKLIST = (
    Act("tick", "[data-said=ticked]"),
    Act("type a note", "[data-said=note]", typed="a"),
)
AGENDA = (
    Act("move an item", ".vw-talk__item:nth-child(3) [data-step]", nth=lambda turn: turn % 2),
    Act("tick a prompt", "[data-prompt]"),
    Act("type a goal", "[data-field=goal]", nth=lambda _: 0, typed="a"),
)
PLAN = (
    Act("move a step", "[data-part=step-list] [data-do=down]", nth=lambda _: 0),
    Act("say how far an offer is", "[data-part=offer-list] select", typed="g"),
    Act("type goals", "[data-field=goals]", nth=lambda _: 0, typed="a"),
)
BARE = Act("tick a bare box", "input", nth=lambda _: 0)


def measure(browser: Browser, server: Server) -> list[Wait]:
    """Measures each tool on the real content, and a page with nothing but a box beside it."""
    return [
        *_measured(browser, "bare", _bare, [BARE]),
        *_measured(browser, "checklist", lambda page: _open_checklist(page, server.base), CHECKLIST),
        *_measured(browser, "agenda", lambda page: _open_agenda(page, server.base), AGENDA),
        *_measured(browser, "plan", lambda page: _open_plan(page, server.base), PLAN),
    ]


def render(waits: Sequence[Wait]) -> str:
    """Gives the report: each act beside the tick of a bare box, and whether its median is short enough."""
    bare, *others = waits
    rows = [
        f"{f'{one.tool}: {one.act}':<36}{one.middle:>9.1f}{one.most:>9.1f}{one.middle / bare.middle:>9.1f}"
        for one in waits
    ]
    aims = [aim(f"{one.tool}, {one.act}, ms", one.middle, MOST_WAIT) for one in others]
    return "\n".join([f"{'longest task, ms':<36}{'middle':>9}{'most':>9}{'ratio':>9}", *rows, "", *aims])


def _measured(browser: Browser, tool: str, opens: Callable[[Page], None], acts: Sequence[Act]) -> Iterator[Wait]:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    opens(page)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.wait_for_timeout(1000)
    for act in acts:
        yield Wait(tool, act.name, tuple(_waits(browser, page, act)))
    context.close()


def _waits(browser: Browser, page: Page, act: Act) -> list[float]:
    browser.start_tracing(page=page, categories=["blink.user_timing", "toplevel"])
    for turn in range(ACTS):
        place = page.locator(act.selector).nth(act.nth(turn)).element_handle()
        box = place.evaluate("""(it) => {
          it.scrollIntoView({ block: "center" });
          const { x, y, width, height } = it.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        }""")
        if act.typed:
            place.evaluate("(it) => it.focus()")
        else:
            page.mouse.move(*box)
        page.wait_for_timeout(1000 * _AFTER)
        page.evaluate("performance.mark('act')")
        if act.typed:
            page.keyboard.press(act.typed)
        else:
            page.mouse.click(*box, delay=_PRESS)
        page.wait_for_timeout(1000 * _AFTER)
    return list(_longest(json.loads(browser.stop_tracing())["traceEvents"]))


def _longest(events: list[dict[str, Any]]) -> Iterator[float]:
    """Gives the longest task of the page's main thread after each mark, in ms."""
    for mark in [event for event in events if event["name"] == "act"]:
        yield max(
            event["dur"] / 1000
            for event in events
            if event["name"] == "ThreadControllerImpl::RunTask"
            and (event["pid"], event["tid"]) == (mark["pid"], mark["tid"])
            and mark["ts"] < event["ts"] < mark["ts"] + 1e6 * _AFTER
        )


def _bare(page: Page) -> None:
    page.set_content("<!doctype html><title>Bare</title><label><input type=checkbox> Box</label>")


def _open_checklist(page: Page, base: str) -> None:
    """All questions open, one of them ticked and kept."""
    page.goto(f"{base}checklist/kies-je-nascholing/")
    page.locator("vw-checklist[data-ready]").wait_for(state="attached")
    page.evaluate("for (const one of document.querySelectorAll('vw-checklist details')) one.open = true")
    page.locator("[data-said=ticked]").last.click()
    page.locator("[data-keep=own]").click()


def _open_agenda(page: Page, base: str) -> None:
    """A ready agenda begun and kept, the whole guide below it."""
    page.goto(f"{base}teamgesprek/schoolleider/")
    page.locator("vw-agenda[data-ready]").wait_for(state="attached")
    page.locator("[data-begin]").first.click()
    page.locator("[data-keep=own]").click()


def _open_plan(page: Page, base: str) -> None:
    """500 offers and 200 notes of 2,000 characters."""
    entries: dict[str, Any] = {"device": "own", "plan/kind": "teacher"}
    for number in range(500):
        note = _LONG[:2000] if number < 160 else ""
        offer = {"title": f"Nascholing {number}", "by": "Iemand", "state": "saved", "note": note}
        entries[f"plan/offer/aanbieder-{number}/aanbod"] = offer
    for number in range(40):
        step = {"title": f"Stap {number}", "phase": None, "from": None, "date": None, "owner": "", "state": "open"}
        entries[f"plan/step/eigen-{number}"] = {**step, "note": _LONG[:2000], "order": number}
    kept = {PREFIX + key: text(value) for key, value in entries.items()}
    page.add_init_script(f"if (!localStorage.length) Object.assign(localStorage, {json.dumps(kept)})")
    page.goto(f"{base}plan/")
    page.locator("vw-plan[data-ready]").wait_for(state="attached")
