# The only module that knows jinja2. Autoescape is on and an undefined name stops the build, in every template.
"""Rendering bodies of pages."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from generator.core.counts import Counts
from generator.core.pages import Page, relative
from generator.core.strings import Strings

View = Callable[[], Mapping[str, object]]
"""Makes what a template prints, when it is needed."""


class Publisher:
    """Turns views into pages."""

    def __init__(self, templates: Mapping[str, Path], strings: Strings, counts: Counts | None = None) -> None:
        self.t = strings
        self.counts = counts or {}
        self._fragments: dict[Hashable, Markup] = {}
        self._environment = Environment(
            loader=PrefixLoader({prefix: FileSystemLoader(path) for prefix, path in templates.items()}),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(t=strings, counts=self.counts)

    def share(self, **values: object) -> None:
        """Makes values known to every template, such as the site's settings."""
        self._environment.globals.update(values)

    def page(
        self,
        template: str,
        view: View,
        *,
        address: str,
        title: str,
        description: str,
        source: str | None = None,
        updated: str | None = None,
        layout: str = "record",
        is_indexed: bool = True,
        redirect: str | None = None,
    ) -> Page:
        """Gives the page that `template` (such as `provider/detail.html.j2`) makes of a view."""
        shared = {"title": title, "address": address, "source": source}
        return Page(
            address=address,
            title=title,
            description=description,
            render=partial(self._body, template, view, shared),
            source=source,
            updated=updated,
            layout=layout,
            is_indexed=is_indexed,
            redirect=redirect,
        )

    def fragment(self, template: str, key: Hashable, view: View) -> Markup:
        """Gives a piece that several pages show, such as a card: rendered once, known by its template and key."""
        known = self._fragments.get((template, key))
        if known is None:
            rendered = self._environment.get_template(template).render(view())
            known = self._fragments[template, key] = Markup(rendered)  # noqa: S704 - a template's own output
        return known

    def _body(self, template: str, view: View, shared: Mapping[str, object]) -> str:
        body = self._environment.get_template(template).render({**shared, **view()})
        return relative(body.strip(), str(shared["address"]))
