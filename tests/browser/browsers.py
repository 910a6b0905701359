"""Finds the browsers of the tests, or installs them; run by `make browsers`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
"""What Chromium is started with."""


@dataclass(frozen=True)
class Engine:
    """A browser with what must be on the machine to drive it."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    """For each program it needs, the names that program goes by."""

    packages: tuple[str, ...]
    """Debian's packages that bring them."""

    def find(self) -> tuple[str, ...]:
        """Gives the path of each program, or nothing when one of them is not here; `CHROMIUM` names another."""
        named = os.environ.get(self.name.upper())
        found = (named,) if named else tuple(_first(names) for names in self.commands)
        return tuple(path for path in found if path) if all(found) else ()


def _first(names: Iterable[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


CHROMIUM = Engine(
    "Chromium",
    (("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),),
    ("chromium", "fonts-dejavu-core"),
)
FIREFOX = Engine("Firefox", (("firefox-esr", "firefox"),), ("firefox-esr",))
WEBKIT = Engine("WebKit", (("WebKitWebDriver",), ("Xvfb",)), ("webkit2gtk-driver", "xvfb"))
ENGINES = (CHROMIUM, FIREFOX, WEBKIT)


def chromium() -> str | None:
    """Gives the path of a Chromium on this machine."""
    return next(iter(CHROMIUM.find()), None)


def playwright_has_its_own() -> bool:
    """Says whether Playwright has downloaded a Chromium of its own."""
    code = (
        "from pathlib import Path; from playwright.sync_api import sync_playwright as start\n"
        "with start() as p: raise SystemExit(not Path(p.chromium.executable_path).is_file())"
    )
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def install(engines: list[Engine]) -> None:
    """Installs Debian's packages as root or with sudo; each browser apart, so that one does not stop the other."""
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    can_sudo = sudo and subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0
    if not apt or not (is_root or can_sudo):
        return
    prefix = [] if is_root else [str(sudo), "-n"]
    subprocess.run([*prefix, apt, "update", "-q"], check=False)
    for engine in engines:
        command = [*prefix, apt, "install", "-y", "-q", "--no-install-recommends", *engine.packages]
        subprocess.run(command, check=False)


def main() -> int:
    """Makes sure that there is a Chromium, and the other two where they can be had; says what is missing."""
    missing = [
        engine for engine in ENGINES if not engine.find() and not (engine is CHROMIUM and playwright_has_its_own())
    ]
    if missing:
        print(f"Not here yet: {', '.join(engine.name for engine in missing)}. Installing for the tests.", flush=True)  # noqa: T201
        install(missing)
    missing = [engine for engine in missing if not engine.find()]
    for engine in missing:
        if engine is not CHROMIUM:
            print(  # noqa: T201
                f"{engine.name} could not be installed; the tests will leave it out, and say so."
                f" On Debian: apt-get install {' '.join(engine.packages)}",
                file=sys.stderr,
            )
    return 0 if CHROMIUM not in missing else playwrights_own()


def playwrights_own() -> int:
    """Downloads a Chromium by Playwright, or says which command to run."""
    own = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(own, check=False).returncode == 0 and playwright_has_its_own():
        return 0
    print(  # noqa: T201
        "The tests need Chromium, and it could not be installed. Run one of these, then `make test` again:\n"
        "  sudo apt-get install chromium                       (Debian, Ubuntu)\n"
        "  .venv/bin/python -m playwright install chromium     (elsewhere)\n"
        "or set CHROMIUM to the path of a Chromium you have.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
