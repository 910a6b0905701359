"""Finds Chromium for the tests, or installs it; run by `make chromium`."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def find() -> str | None:
    """Gives the path of a Chromium on this machine; `CHROMIUM` names another."""
    return os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)


def playwright_has_its_own() -> bool:
    """Says whether Playwright has downloaded a Chromium of its own."""
    code = (
        "from pathlib import Path; from playwright.sync_api import sync_playwright as start\n"
        "with start() as p: raise SystemExit(not Path(p.chromium.executable_path).is_file())"
    )
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def install() -> bool:
    """Installs Debian's package as root or with sudo; elsewhere Playwright's own."""
    apt = shutil.which("apt-get")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = shutil.which("sudo")
    can_sudo = (
        bool(sudo) and subprocess.run([str(sudo), "-n", "true"], check=False, capture_output=True).returncode == 0
    )
    if apt and (is_root or can_sudo):
        prefix = [] if is_root else [str(sudo), "-n"]
        subprocess.run([*prefix, apt, "update", "-q"], check=False)
        command = [*prefix, apt, "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
        if subprocess.run(command, check=False).returncode == 0 and find():
            return True
    own = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(own, check=False).returncode == 0 and playwright_has_its_own()


def main() -> int:
    """Makes sure that there is a Chromium, or says which command to run."""
    if find() or playwright_has_its_own():
        return 0
    print("Chromium is not here yet; installing it for the tests.", flush=True)  # noqa: T201
    if install():
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
