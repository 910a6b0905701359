"""The licences of what others made go along with the site."""

from pathlib import Path

from generator.finish.notices import NAME, write_notices


def test_licences(tmp_path: Path) -> None:
    """The theme's licence stands there whole, with who holds it, and so does that of its icons."""
    write_notices(tmp_path)
    text = (tmp_path / NAME).read_text(encoding="utf-8")

    assert "LICENSES.txt" == NAME
    assert "Martin Donath" in text
    assert "The above copyright notice and this permission notice shall be included" in text
    assert "Apache 2.0" in text
