# A site that is copied to a server is a copy of the theme's styles and icons, and their licences ask to go along. What
# stands in `theme/` under `lib/` brings its own.
"""The licences of what others made and a built site holds."""

from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

NAME = "LICENSES.txt"
_THEME = "mkdocs-material"


def write_notices(site: Path) -> None:
    """Writes the licences of the theme and of its icons into `site`."""
    theme = distribution(_THEME)
    licence = next(file for file in theme.files or () if file.name == "LICENSE" and file.parent.name == "licenses")
    icons = files("material") / "templates" / ".icons" / "material" / "LICENSE"
    parts = [
        f"Styles and templates: Material for MkDocs {theme.version}, MIT\n\n{licence.read_text(encoding='utf-8')}",
        f"Icons: Material Design Icons\n\n{icons.read_text(encoding='utf-8')}",
    ]
    (site / NAME).write_text("\n\n".join(part.strip() for part in parts) + "\n", encoding="utf-8")


__all__ = ["NAME", "write_notices"]
