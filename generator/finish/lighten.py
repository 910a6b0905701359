# Comments and indentation are for who reads the source; a phone need not fetch them. Files stay apart and keep their
# names, so that what runs can still be laid beside the source. Vendored libraries are left as their makers sent them.
"""Taking comments and white space out of the site's own scripts and styles."""

from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from generator.finish.stock import read_text

SCRIPTS = "assets/javascripts"
STYLES = "assets/stylesheets/vormingswijzer.css"
VENDORED = frozenset({"lib", "lunr"})


def lighten(site: Path) -> None:
    """Rewrites the scripts and styles of `site` without comments and needless white space."""
    for script in sorted((site / SCRIPTS).rglob("*.js")):
        if VENDORED.isdisjoint(script.relative_to(site / SCRIPTS).parts) and ".min." not in script.name:
            _rewrite(script, jsmin(read_text(site, script)))
    style = site / STYLES
    if style.is_file():
        _rewrite(style, cssmin(read_text(site, style)))


def _rewrite(file: Path, text: str) -> None:
    file.write_text(f"{text}\n", encoding="utf-8")
