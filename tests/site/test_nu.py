"""Every page is HTML as its standard says it, by the reader of those who wrote the standard: the Nu checker."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.built_site import ROOT, build_site

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
WRONG = "<!doctype html><html lang=nl><title>Fout</title><p id=a><p id=a>"


@pytest.mark.deep
def test_no_page_has_an_error(tmp_path: Path) -> None:
    """No page of the site has an error; a page that has one, among them, is told."""
    java = shutil.which("java")
    assert java, "The Nu checker needs Java. On Debian: apt-get install default-jre-headless"
    assert CHECKER.is_file(), "The Nu checker is not here: make deep installs it."
    (tmp_path / "wrong.html").write_text(WRONG, encoding="utf-8")
    asked = ["--skip-non-html", "--errors-only", "--format", "json", "--exit-zero-always"]
    found = subprocess.run(
        [java, "-jar", CHECKER, *asked, build_site().folder, tmp_path], capture_output=True, text=True, check=True
    )
    messages = [(one["url"].rpartition("/site/")[2], one["message"]) for one in json.loads(found.stderr)["messages"]]

    assert ["Duplicate ID “a”."] == [message for url, message in messages if url.endswith("wrong.html")]
    assert [] == [one for one in messages if not one[0].endswith("wrong.html")]
