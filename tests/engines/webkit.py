"""Debian's WebKitGTK, driven over WebDriver on a screen that nobody sees."""

import json
import os
import socket
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.engines.tab import Tab, as_call, process


class WebKit(Tab):
    """A tab of a WebKit of its own."""

    name = "WebKit"

    def __init__(self, programs: tuple[str, ...], folder: Path, base: str, *, has_storage: bool) -> None:
        """Starts it.

        Arguments:
            programs: Where the driver is, and the screen.
            folder: Where its home and its downloads come.
            base: Where the site is.
            has_storage: Whether a page may keep something.
        """
        driver, screen = programs
        self.base, self.downloads, self.requests = base, folder, list[str]()
        arguments = ["--automation"] if has_storage else ["--automation", "--enable-html5-local-storage=false"]
        options = {"webkitgtk:browserOptions": {"args": arguments}, "unhandledPromptBehavior": "dismiss"}
        with ExitStack() as ending:
            shown = ending.enter_context(
                process([screen, "-displayfd", "1", "-screen", "0", "1280x900x24"], stdout=subprocess.PIPE)
            )
            assert shown.stdout
            own = {
                "HOME": str(folder),
                "XDG_CONFIG_HOME": str(folder),
                "DISPLAY": f":{shown.stdout.readline().strip()}",
            }
            port = free_port()
            self._url = f"http://127.0.0.1:{port}"
            self._driver = ending.enter_context(process([driver, f"--port={port}"], env={**os.environ, **own}))
            self._session = (
                f"/session/{self._ask('POST', '/session', capabilities={'alwaysMatch': options})['sessionId']}"
            )
            ending.callback(self._ask, "DELETE", self._session)
            self.ending = ending.pop_all()

    def _ask(self, method: str, command: str, **parameters: Any) -> Any:
        body = json.dumps(parameters).encode() if method == "POST" else None
        url = self._url + command
        while True:
            try:
                with urlopen(Request(url, body, {"Content-Type": "application/json"}, method=method)) as answer:
                    return json.load(answer)["value"]
            except HTTPError as error:
                raise AssertionError(f"{command}: {error.read().decode()}") from None
            except URLError:
                # The driver is not there yet.
                assert self._driver.poll() is None, "WebKitWebDriver did not start"
                time.sleep(0.05)

    def go(self, url: str) -> None:
        self._ask("POST", f"{self._session}/url", url=url)

    def run(self, script: str, *given: Any) -> Any:
        told = "const tell = arguments[0];"
        found = self._ask(
            "POST", f"{self._session}/execute/async", script=f"{told} {as_call(script, given)}.then(tell)", args=[]
        )
        return json.loads(found)

    def act(self, source: dict[str, Any]) -> None:
        self._ask("POST", f"{self._session}/actions", actions=[source])


def free_port() -> int:
    """Gives a port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
