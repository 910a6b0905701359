"""The ticks of the theme belong to the form of all ticks, and nothing else changes."""

from pathlib import Path

from generator.finish.theme_inputs import mend_inputs

TICK = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">'
MENDED = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" form="_vers">'
REST = '<input type="search" autocomplete="off"><p>type="checkbox" autocomplete="off"</p>'


def test_ticks_alone(tmp_path: Path) -> None:
    """A tick loses the attribute that no tick may have; a field and a text keep theirs."""
    page = tmp_path / "over/index.html"
    page.parent.mkdir()
    page.write_text(f"{TICK}\r\n{REST}é", encoding="utf-8", newline="")
    mend_inputs(tmp_path)

    assert f"{MENDED}\r\n{REST}é".encode() == page.read_bytes()
