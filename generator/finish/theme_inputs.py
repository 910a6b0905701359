# The theme keeps its own ticks out of what a browser remembers with an attribute that HTML does not allow on a tick.
# Ours belong to one empty form that says the same for all (theme/main.html); so do the theme's from here on.
"""Putting the theme's ticks in the form of all other ticks."""

import re
from pathlib import Path

from generator.finish.stock import pages_of

_TICK = re.compile(rb'(<input\b[^>]*\btype="checkbox"[^>]*) autocomplete="off"')


def mend_inputs(site: Path) -> None:
    """Rewrites the pages of `site` where a tick has what no tick may have."""
    for page in pages_of(site):
        html = page.read_bytes()
        mended = _TICK.sub(rb'\1 form="_vers"', html)
        if mended != html:
            page.write_bytes(mended)
