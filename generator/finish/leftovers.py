# Of what the theme publishes, the site uses the styles alone. Its scripts, with their maps and the word lists of a
# search that is not ours, are 2.3 MB that nobody fetches, and that whoever checks the hashes has to trust.
"""Taking out the theme's scripts that no page names."""

import re
import shutil
from pathlib import Path

from generator.finish.stock import pages_of

SCRIPTS = "assets/javascripts"
_THEME = ("bundle.*", "workers", "lunr")
"""What the theme brings of its own, in the folder of scripts."""

_NAMED = re.compile(rb"\ssrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def remove_leftovers(site: Path) -> None:
    """Removes the theme's scripts from `site`, unless a page names one: then it may load the others."""
    theirs = [path for pattern in _THEME for path in (site / SCRIPTS).glob(pattern)]
    files = {file.name.encode() for path in theirs for file in (path, *path.rglob("*"))}
    named = (name for page in pages_of(site) for name in _NAMED.findall(page.read_bytes()))
    if any(name.rpartition(b"/")[2] in files for name in named):
        return
    for path in theirs:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
