# Door 2: a folder that any engine of this family builds without our plugin. Bodies are finished HTML inside a
# Markdown file, so they may hold no blank line that ends an HTML block: each is wrapped in one block element.
"""Exporting the site as documents for another engine."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from generator.compiler import PACKAGE, Publication
from generator.core.droppings import is_dropping
from generator.core.errors import GeneratorError
from generator.core.pages import Page
from generator.hosts.engine_page import engine_file, engine_meta, engine_settings, outline

_MARK = ".vormingswijzer-export"


class ExportPlaceError(GeneratorError):
    """No export can be put in a folder: it is copied itself, or holds something else."""

    def __init__(self, target: Path, reason: Literal["theme", "foreign"]) -> None:
        self.target = target
        self.reason = reason
        super().__init__(f"no export can be put in {target}: {reason}")


def export(root: Path, target: Path, publication: Publication, settings: Mapping[str, Any]) -> int:
    """Writes docs, theme and a plugin-free mkdocs.yml into `target`.

    Returns:
        How many pages were written.

    Raises:
        ExportPlaceError: when `target` holds something that is no earlier export, or lies in the theme.
    """
    theme = root / "theme"
    if target.resolve().is_relative_to(theme.resolve()):
        raise ExportPlaceError(target, "theme")
    if target.exists() and any(target.iterdir()):
        if not (target / _MARK).is_file():
            raise ExportPlaceError(target, "foreign")
        shutil.rmtree(target)
    target.mkdir(parents=True, exist_ok=True)
    (target / _MARK).write_text("Made by `vormingswijzer export`; made anew each time.\n", encoding="utf-8")
    docs = target / "docs"
    shutil.copytree(theme, target / "theme", ignore=lambda _folder, names: set(filter(is_dropping, names)))
    shutil.copyfile(PACKAGE / "hosts" / "engine.yml", target / "engine.yml")
    (target / "mkdocs.yml").write_text(_configuration(settings), encoding="utf-8")
    for page in publication.pages:
        path = docs / engine_file(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_document(page, settings), encoding="utf-8")
    for asset in publication.assets:
        path = docs / asset.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(asset.content, encoding="utf-8")
    return len(publication.pages)


def _configuration(settings: Mapping[str, Any]) -> str:
    # JSON is YAML: each value is written as JSON, so that nothing has to be quoted by hand.
    values = {
        "INHERIT": "engine.yml",
        "docs_dir": "docs",
        "theme": {"custom_dir": "theme"},
        **engine_settings(settings),
    }
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def _document(page: Page, settings: Mapping[str, Any]) -> str:
    body = page.render()
    meta = {**engine_meta(page, settings), "outline": outline(body)}
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return f"---\n{lines}---\n\n<div>\n{body}\n</div>\n"
