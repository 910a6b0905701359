"""A slow machine, at will: with `pytest -p tests.late` each file comes late, and each short timer of a page too.

A test that is green without it and red with it has a verdict that hangs on the machine's speed.
"""

import os
import time
from http.server import SimpleHTTPRequestHandler
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType

FILES = {".json": 0.7, ".js": 0.15}
"""How late files of a kind come, in seconds."""

TIMERS = """{
  const { setTimeout } = globalThis;
  const late = (wait) => (wait > 0 && wait < 2000 ? Math.max(0, wait + BY) : wait);
  globalThis.setTimeout = (act, wait = 0, ...given) => setTimeout(act, late(wait), ...given);
}""".replace("BY", os.environ.get("LATE_BY", "250"))

_get = SimpleHTTPRequestHandler.do_GET


def _late(handler: SimpleHTTPRequestHandler) -> None:
    name = handler.path.split("?")[0]
    time.sleep(next((wait for end, wait in FILES.items() if name.endswith(end)), 0))
    _get(handler)


def _with_timers(make: Any) -> Any:
    def made(*arguments: Any, **options: Any) -> Any:
        one = make(*arguments, **options)
        one.add_init_script(TIMERS)
        return one

    return made


def pytest_configure(config: pytest.Config) -> None:
    """Makes everything late."""
    SimpleHTTPRequestHandler.do_GET = _late  # type: ignore[method-assign]
    for owner, name in ((Browser, "new_context"), (Browser, "new_page"), (BrowserType, "launch_persistent_context")):
        setattr(owner, name, _with_timers(getattr(owner, name)))
