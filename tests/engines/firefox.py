"""Debian's Firefox, driven over WebDriver BiDi as it speaks it itself: no driver stands in between."""

import json
import re
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

from tests.engines.tab import Tab, as_call, process

PREFERENCES: dict[str, Any] = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "nl",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}
"""A browser that asks nobody anything of its own."""

NO_STORAGE = {"network.cookie.cookieBehavior": 2}
"""As somebody who blocks all cookies and site data: asking for the storage throws."""


class Firefox(Tab):
    """A tab of a Firefox of its own."""

    name = "Firefox"

    def __init__(self, programs: tuple[str, ...], folder: Path, base: str, *, has_storage: bool) -> None:
        """Starts it.

        Arguments:
            programs: Where Firefox is.
            folder: Where its profile and its downloads come.
            base: Where the site is.
            has_storage: Whether a page may keep something.
        """
        self.base, self.downloads, self.requests = base, folder / "downloads", list[str]()
        preferences = {
            **PREFERENCES,
            **({} if has_storage else NO_STORAGE),
            "browser.download.dir": str(self.downloads),
        }
        (folder / "profile").mkdir()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        (folder / "profile/user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [
            programs[0],
            "--headless",
            "--no-remote",
            "--remote-debugging-port=0",
            "--profile",
            folder / "profile",
        ]
        with ExitStack() as ending:
            self._process = ending.enter_context(process(command, stderr=subprocess.PIPE))
            self._socket = ending.enter_context(connect(f"{self._address()}/session", max_size=None, proxy=None))
            self._number = 0
            self._ask("session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "dismiss"}}})
            self._ask("session.subscribe", events=["network.beforeRequestSent"])
            self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]
            self.ending = ending.pop_all()

    def _address(self) -> str:
        assert self._process.stderr
        said = []
        for line in self._process.stderr:
            said.append(line)
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                return found[1]
        raise AssertionError(f"Firefox did not start:\n{''.join(said)}")

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv())).get("id") != self._number:
            if answer.get("method") == "network.beforeRequestSent":
                self.requests.append(answer["params"]["request"]["url"])
        assert "result" in answer, f"{method}: {answer}"
        return answer["result"]

    def go(self, url: str) -> None:
        self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def run(self, script: str, *given: Any) -> Any:
        answer = self._ask(
            "script.evaluate", expression=as_call(script, given), target={"context": self._tab}, awaitPromise=True
        )
        assert "result" in answer, answer
        return json.loads(answer["result"]["value"])

    def act(self, source: dict[str, Any]) -> None:
        self._ask("input.performActions", context=self._tab, actions=[source])
