"""Scripts and styles without comments."""

import re
from pathlib import Path

from generator.finish.lighten import SCRIPTS, STYLES, lighten
from tests.files import all_files
from tests.hosts.workbench import ROOT

SOURCE = """// A comment.
export class Thing {
  #kept = `a // b ${1 + 1}`;
  /** @param {string} text */
  test(text) {
    return /[/*]+"/.test(text) ? this.#kept : "// no comment";
  }
}
"""


def write(site: Path, name: str, text: str) -> Path:
    """Writes a file of a site."""
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_comments_go_and_code_stays(tmp_path: Path) -> None:
    """Comments and indentation go; what looks like a comment inside a text or a pattern stays."""
    script = write(tmp_path, f"{SCRIPTS}/logic/thing.js", SOURCE)
    style = write(tmp_path, STYLES, "/* A comment. */\na:is(b, c) > d {\n  width: calc(1rem - 2px);\n}\n")
    lighten(tmp_path)
    text = script.read_text(encoding="utf-8")

    assert "A comment" not in text + style.read_text(encoding="utf-8")
    assert all(part in text for part in ("`a // b ${1 + 1}`", '/[/*]+"/.test(text)', '"// no comment"', "#kept"))
    assert "calc(1rem - 2px)" in style.read_text(encoding="utf-8")


def test_twice_is_once(tmp_path: Path) -> None:
    """A site that was finished before does not change."""
    script = write(tmp_path, f"{SCRIPTS}/entry.js", SOURCE)
    lighten(tmp_path)
    first = script.read_bytes()
    lighten(tmp_path)

    assert first == script.read_bytes()


def test_what_others_made_stays(tmp_path: Path) -> None:
    """A vendored library and the theme's own scripts keep every byte, their licence included."""
    others = [write(tmp_path, f"{SCRIPTS}/{name}", SOURCE) for name in ("lib/a.js", "lunr/b.js", "bundle.min.js")]
    lighten(tmp_path)

    assert [SOURCE] * 3 == [path.read_text(encoding="utf-8") for path in others]


def test_every_module_of_ours_gets_lighter(tmp_path: Path) -> None:
    """All modules of the site shrink, and none loses what it exports."""
    for source in all_files(ROOT / "theme/assets/javascripts", "**/*.js", least=50):
        if "lib" in source.parts:
            continue
        text = source.read_text(encoding="utf-8")
        path = write(tmp_path, f"{SCRIPTS}/{source.name}", text)
        lighten(tmp_path)
        light = path.read_text(encoding="utf-8")

        assert len(light) < len(text), source
        assert text.count("export ") - text.count("* export") == light.count("export ") + light.count("export{"), source


def test_no_spaces_in_a_nested_text() -> None:
    """No template literal inside another has white space: it would be lost."""
    nested = re.compile(r"`[^`]*\$\{[^}`]*`([^`]*)`")
    scripts = [path for path in all_files(ROOT / "theme" / SCRIPTS, "**/*.js") if "lib" not in path.parts]
    inner = [(path.name, text) for path in scripts for text in nested.findall(path.read_text(encoding="utf-8"))]

    assert len(scripts) > 50
    assert inner
    assert [] == [one for one in inner if re.search(r"\s", one[1])]
