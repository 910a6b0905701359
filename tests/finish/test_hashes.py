"""The list of hashes of a site."""

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.finish.hashes import NAME, write_hashes


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three files."""
    for name, text in {"index.html": "<h1>één</h1>", "a/b/c.js": "1", ".nojekyll": ""}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_every_file_but_itself(site: Path) -> None:
    """Each file stands on a line, in order; doing it twice gives the same."""
    write_hashes(site)
    first = (site / NAME).read_text(encoding="utf-8")
    write_hashes(site)

    assert [".nojekyll", "a/b/c.js", "index.html"] == [line.split("  ")[1] for line in first.splitlines()]
    assert "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  a/b/c.js" in first.splitlines()
    assert first == (site / NAME).read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_the_common_tool_reads_it(site: Path) -> None:
    """Anybody with `sha256sum` sees that all is right, and sees one changed byte."""
    write_hashes(site)
    check = ["sha256sum", "--check", "--strict", "--quiet", NAME]

    assert 0 == subprocess.run(check, cwd=site, check=False).returncode
    (site / "a/b/c.js").write_text("2", encoding="utf-8")
    assert 1 == subprocess.run(check, cwd=site, check=False, capture_output=True).returncode
