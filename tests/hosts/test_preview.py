"""The preview, which follows every change."""

import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import Project
from tests.hosts.workbench import BIN, child_environment

PATIENCE = 60
"""Seconds to wait for a change to show."""

PAGE = "catalogus/dwengo/"


@dataclass
class Preview:
    """A preview that runs."""

    project: Project
    origin: str
    log_file: Path

    def page(self) -> str:
        """Gives the provider's page as it is served now; nothing when there is no answer."""
        try:
            with urlopen(self.origin + PAGE, timeout=10) as answer:
                return str(answer.read().decode())
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def log(self) -> str:
        """Gives what the preview has said."""
        return self.log_file.read_text(encoding="utf-8")

    def wait(self, until: Callable[[], bool]) -> bool:
        """Says whether something came true in time."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if until():
                return True
            time.sleep(0.2)
        return False


@pytest.fixture
def preview(site_project: Project, tmp_path: Path) -> Iterator[Preview]:
    """A preview of a small project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [BIN / "vormingswijzer", "serve", "--address", address],
            cwd=site_project.root,
            env=child_environment(),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    started = Preview(site_project, f"http://{address}/", log)
    try:
        assert started.wait(lambda: "Dwengo" in started.page() or process.poll() is not None), started.log()
        assert process.poll() is None, started.log()
        yield started
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_preview_follows(preview: Preview) -> None:
    """A changed record shows; a broken one is reported by place while the old page stays; a mended one shows."""
    record = "providers/dwengo.yaml"
    good = preview.project.text(record)
    preview.project.write(record, good.replace("name: Dwengo vzw\n", "name: Nieuwe naam\n"))
    assert preview.wait(lambda: "<h1>Nieuwe naam</h1>" in preview.page()), preview.log()

    preview.project.write(record, re.sub("^existence: .*", "existence: misschien", good, flags=re.MULTILINE))
    line = 1 + next(n for n, one in enumerate(good.splitlines()) if one.startswith("existence: "))
    assert preview.wait(lambda: f"{record}:{line}:12: fout: " in preview.log()), preview.log()
    assert preview.wait(lambda: "<h1>Nieuwe naam</h1>" in preview.page()), preview.log()

    preview.project.write(record, good.replace("name: Dwengo vzw\n", "name: Hersteld\n"))
    assert preview.wait(lambda: "<h1>Hersteld</h1>" in preview.page()), preview.log()
    assert "Traceback" not in preview.log()


def test_new_record_shows(preview: Preview) -> None:
    """A record that is added while the preview runs gets its page, and loses it when the file goes."""
    text = preview.project.text("providers/dwengo.yaml")
    name = re.sub("name: .*", "name: Tweede naam", text, count=1)
    preview.project.write("providers/tweede.yaml", name)
    page = preview.origin + "catalogus/tweede/"

    def is_there() -> bool:
        try:
            with urlopen(page, timeout=10) as answer:
                return "Tweede naam" in answer.read().decode()
        except (URLError, ConnectionError, TimeoutError):
            return False

    assert preview.wait(is_there), preview.log()
    (preview.project.root / "providers/tweede.yaml").unlink()
    assert preview.wait(lambda: not is_there()), preview.log()
