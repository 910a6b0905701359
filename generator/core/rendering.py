# The only module that knows jinja2. Autoescape is on and an undefined name stops the build, in every template.
"""Rendering bodies of pages."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from generator.core.pages import Page, relative
from generator.core.strings import Strings


class Publisher:
    """Turns views into pages."""

    def __init__(self, templates: Mapping[str, Path], strings: Strings) -> None:
        self.t = strings
        self._environment = Environment(
            loader=PrefixLoader({prefix: FileSystemLoader(path) for prefix, path in templates.items()}),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals["t"] = strings

    def page(
        self,
        template: str,
        *,
        address: str,
        title: str,
        description: str,
        source: str | None = None,
        updated: str | None = None,
        layout: str = "record",
        is_indexed: bool = True,
        is_searched: bool = True,
        redirect: str | None = None,
        **view: object,
    ) -> Page:
        """Renders `template` (such as `provider/detail.html.j2`) with a view into a page."""
        body = self._environment.get_template(template).render(title=title, address=address, source=source, **view)
        return Page(
            address=address,
            title=title,
            description=description,
            body=relative(body.strip(), address),
            source=source,
            updated=updated,
            layout=layout,
            is_indexed=is_indexed,
            is_searched=is_searched and is_indexed,
            redirect=redirect,
        )

    def share(self, **values: object) -> None:
        """Makes values known to every template, such as the site's settings."""
        self._environment.globals.update(values)
