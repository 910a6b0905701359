"""A tab as somebody uses it, in any engine: what is shown, a pointer and a keyboard."""

import json
import os
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 120
"""Seconds until a state that does not come is a failure: a guard, and never what a verdict hangs on."""

KEYS = {
    "Enter": "\ue007",
    "Space": " ",
    "Tab": "\ue004",
    "Escape": "\ue00c",
    "ArrowDown": "\ue015",
    "ArrowRight": "\ue014",
}
"""The keys that write nothing, as both protocols spell them."""

FIND = (Path(__file__).parent / "find.js").read_text(encoding="utf-8")
"""Gives where to press on the first thing of a kind that is shown with these words."""


class Tab(ABC):
    """A tab of a browser of its own; an engine fills in how to open an address, run a script and use hand and keys."""

    name: str
    """What people call the engine."""

    base: str
    """Where the site is."""

    downloads: Path
    """The folder that files come in."""

    ending: ExitStack
    """What ends with the browser."""

    requests: list[str]
    """What was asked for, where the protocol tells it; the pages' own policy tells of what wants to leave the site."""

    @abstractmethod
    def go(self, url: str) -> None:
        """Opens an address, and comes back when the page has loaded."""

    @abstractmethod
    def run(self, script: str, *given: Any) -> Any:
        """Runs a function in the page with plain values, and gives the plain value that it gives."""

    @abstractmethod
    def act(self, source: dict[str, Any]) -> None:
        """Moves the pointer or presses keys, as WebDriver writes them."""

    def open(self, address: str) -> None:
        """Opens a page of the site."""
        self.go(self.base + address)

    def until(self, holds: Callable[[], Any], what: str) -> Any:
        """Waits until something holds, and gives it."""
        end = time.monotonic() + PATIENCE
        while not (found := holds()):
            if time.monotonic() > end:
                raise AssertionError(
                    f"{self.name}: {what}\n{self.run('() => location.href')}\n{self.text('main')[:2000]}"
                )
            time.sleep(0.05)
        return found

    def wait(self, script: str, *given: Any) -> Any:
        """Waits until a function in the page gives something true, and gives that."""
        return self.until(lambda: self.run(script, *given), f"never: {script} {given}")

    def text(self, within: str = "body") -> str:
        """Gives the words that are shown."""
        found = "(within) => [...document.querySelectorAll(within)].map((one) => one.innerText).join(' ')"
        return " ".join(str(self.run(found, within)).split())

    def see(self, words: str, within: str = "body") -> None:
        """Waits until words are shown."""
        self.until(lambda: words in self.text(within), f"not shown in {within}: {words}")

    def click(self, kind: str, words: str = "", at: int = 0) -> None:
        """Presses a button, link, label or field with these words, or the first of a selector."""
        place = self.wait(FIND, kind, words, at)
        hand = [{"type": "pointerMove", "x": place[0], "y": place[1]}]
        hand += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self.act({"type": "pointer", "id": "hand", "parameters": {"pointerType": "mouse"}, "actions": hand})

    def press(self, *keys: str) -> None:
        """Presses keys, or types a text, wherever the focus is."""
        signs = [sign for one in keys for sign in ([KEYS[one]] if one in KEYS else one)]
        down_up = [{"type": kind, "value": sign} for sign in signs for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keys", "actions": down_up})

    def fill(self, label: str, text: str) -> None:
        """Types a text in the field of that label."""

        def is_in() -> object:
            # What comes in above a field moves it from under the hand.
            self.click("field", label)
            return self.run("() => document.activeElement.matches('input, textarea, select')")

        self.until(is_in, f"no field {label}")
        self.press(text)

    def downloaded(self, end: str) -> str:
        """Waits for a file whose name ends so, and gives its text."""

        def came() -> list[Path]:
            return [Path(folder, name) for folder, _, names in os.walk(self.downloads) for name in names]

        def whole() -> str | None:
            files = [path for path in came() if path.name.endswith(end)]
            return files[0].read_text(encoding="utf-8") if files else None

        return str(self.until(whole, f"no file came in that ends in {end}"))


@contextmanager
def process(command: list[Any], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Runs a program until the block ends; it says nothing, but where it is asked to."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, **{**quiet, **options}) as one:
        yield one
        one.terminate()
        one.communicate()


def as_call(script: str, given: tuple[Any, ...]) -> str:
    """Gives an expression that calls a function with plain values, and promises its plain value as JSON."""
    values = ", ".join(json.dumps(one) for one in given)
    return f"Promise.resolve(({script})({values})).then((one) => JSON.stringify(one ?? null))"
