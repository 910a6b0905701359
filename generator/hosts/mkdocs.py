# Door 1, and the only module that knows mkdocs. ProperDocs runs the same plugin: its `mkdocs` is the same name.
# Pages stay out of the navigation: a thousand of them in it cost fourteen times the time (performance.md).
"""The MkDocs plugin, and building and serving through MkDocs."""

import logging
import os
import re
import socket
from collections.abc import Iterable
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path
from typing import Any

import mkdocs.commands.build
import mkdocs.commands.serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.compiler import PACKAGE, Reading, load_strings, publish, read_project, site_settings
from generator.core.assets import Asset
from generator.core.diagnostics import Diagnostic
from generator.core.droppings import is_dropping
from generator.core.errors import EngineError
from generator.core.knowledge import KnowledgeBase
from generator.core.pages import Heading, Page, headings
from generator.hosts.engine_page import engine_file, engine_meta, engine_settings
from generator.kinds import KINDS
from generator.report import Reporter

log = logging.getLogger("mkdocs.plugins.vormingswijzer")


class VormingswijzerConfig(Config):  # type: ignore[no-untyped-call]  # the engine types it not
    """The plugin's options in mkdocs.yml."""

    site_url = Optional(Type(str))
    """The site's address for this build, instead of the one in content/site.yaml."""


class RecordPage(EnginePage):
    """A page whose body is finished: the engine neither reads nor converts anything.

    The engine first prepares all pages and then writes them one by one. The body is made when the page is written
    and forgotten after it: ten thousand bodies at once take hundreds of megabytes.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig, settings: dict[str, Any]) -> None:
        self.is_written = False
        """Whether the engine has come to the page and may have its body."""
        self._body: str | None = None
        self._toc: TableOfContents | None = None
        super().__init__(escape(page.title), file, config)
        self.source_page = page
        self._meta = engine_meta(page, settings)
        self.update_date = page.updated or self.update_date

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes title and description from the page; the theme prints both as they are, so they are escaped."""
        self.markdown = ""
        self.meta = self._meta

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Converts nothing."""

    @property
    def content(self) -> str:
        """The body, once the page is being written."""
        if self._body is None and self.is_written:
            self._body = self.source_page.render()
        return self._body or ""

    @content.setter
    def content(self, value: str | None) -> None:
        """Takes nothing: the engine gives back what it was given."""

    @property
    def toc(self) -> TableOfContents:
        """The headings of the body."""
        if self._toc is None and self.is_written:
            self._toc = TableOfContents(_anchor_links(headings(self.content)))
        return self._toc or TableOfContents([])

    @toc.setter
    def toc(self, value: TableOfContents) -> None:
        """Takes nothing."""

    def forget(self) -> None:
        """Lets the body go."""
        self.is_written = False
        self._body = None
        self._toc = None


class VormingswijzerPlugin(BasePlugin[VormingswijzerConfig]):  # type: ignore[no-untyped-call]  # idem
    """Adds the pages of all records to a MkDocs site."""

    def __init__(self) -> None:
        self.reading: Reading | None = None
        """What the command line has read already; else the plugin reads by itself."""
        self._kb: KnowledgeBase | None = None
        self.pages: dict[str, RecordPage] = {}
        """The pages of this build, by the file the engine takes each for."""
        self._assets: Iterable[Asset] = ()
        self._serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remembers whether a mistake may stop the engine: a preview goes on with what it had."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the records, and tells the engine the site's name and address."""
        root = Path(config.config_file_path).parent
        kb = self._read(root)
        settings = site_settings(kb, self.config.site_url)
        told = engine_settings(settings)
        config.site_name = told["site_name"]
        config.site_url = config.site_url if self._serving else told["site_url"]
        config.site_description = told["site_description"]
        config.extra.update(told["extra"])
        # Dates in the sitemap come from the records: the same input gives the same bytes on any day.
        os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(kb.today, datetime.min.time(), UTC).timestamp()))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Gives the engine a finished page for every page there is, and nothing of the folders beside them."""
        assert self._kb is not None  # noqa: S101 - on_config has read it
        settings = config.extra["site"]
        self.pages = {}
        for file in list(files):
            if file.src_dir == config.docs_dir or any(map(is_dropping, Path(file.src_uri).parts)):
                files.remove(file)
        publication = publish(self._kb, settings)
        self._assets = publication.assets
        for page in publication.pages:
            file = File.generated(config, engine_file(page), content="", inclusion=InclusionLevel.NOT_IN_NAV)
            self.pages[file.src_uri] = RecordPage(page, file, config, settings)
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Puts our pages back where the engine made its own for an item of the navigation."""
        for index, item in enumerate(nav.items):
            ours = self.pages.get(item.file.src_uri) if isinstance(item, EnginePage) else None
            if ours is not None:
                ours.title = item.title
                ours.file.page = ours
                nav.items[index] = ours
        nav.pages[:] = [self.pages.get(page.file.src_uri, page) for page in nav.pages]
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 - the engine's own Jinja
        """Lets the bodies be made: from here on the engine writes page after page."""
        for page in self.pages.values():
            page.is_written = True
        return env

    def on_post_page(self, output: str, *, page: EnginePage, config: MkDocsConfig) -> str:
        """Lets the body of a written page go."""
        if isinstance(page, RecordPage):
            page.forget()
        return output

    def on_page_context(
        self, context: TemplateContext, *, page: EnginePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Gives no page a neighbour."""
        page.previous_page = page.next_page = None
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the files beside the pages, and checks that every page was written."""
        written = Path(config.site_dir)
        for asset in self._assets:
            path = written / asset.address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(asset.content, encoding="utf-8")
        missing = [p.source_page.address for p in self.pages.values() if not (written / p.file.dest_uri).is_file()]
        if missing:
            raise Abort(f"pages were not written: {', '.join(missing[:10])}")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401
        """Rebuilds the preview when a record, a template or a text changes."""
        root = Path(config.config_file_path).parent
        for folder in sorted({kind.location.split("/")[0] for kind in KINDS}):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        server.watch(str(PACKAGE))
        return server

    def _read(self, root: Path) -> KnowledgeBase:
        reading, self.reading = self.reading or read_project(root, date.today()), None
        if reading.knowledge is not None:
            self._kb = reading.knowledge
            return self._kb
        report = Reporter(load_strings(), root).as_text(reading.diagnostics, reading.files)
        if self._kb is not None and self._serving:
            log.error("%s", report)
            return self._kb
        raise Abort(report)


def build(config_file: Path, site_dir: Path, reading: Reading, site_url: str | None = None) -> None:
    """Builds the site into `site_dir` with MkDocs, strictly.

    Raises:
        GeneratorError: when the engine stops or warns.
    """
    heard = _Listener(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(heard)
    plugin: VormingswijzerPlugin | None = None
    try:
        config = load_config(config_file=str(config_file), site_dir=str(site_dir), strict=True)
        found = config.plugins["vormingswijzer"]
        assert isinstance(found, VormingswijzerPlugin)  # noqa: S101 - our own entry point
        plugin = found
        plugin.reading = reading
        plugin.config.site_url = site_url
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs.commands.build.build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, Abort) as error:
        said = [_finding(message, plugin, config_file) for message in heard.messages]
        raise EngineError(str(error), said) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(heard)


class _Listener(logging.Handler):
    """Keeps what the engine says: in the end it only gives a count."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _finding(message: str, plugin: VormingswijzerPlugin | None, config_file: Path) -> Diagnostic:
    """Gives what the engine said as a mistake in the file that it is about, as far as it names one of ours."""
    pages = plugin.pages if plugin else {}
    named = (pages[name].source_page.source for name in re.findall(r"'([^']+)'", message) if name in pages)
    path = next((source for source in named if source), config_file.name)
    return Diagnostic(path, "engine-said", params={"said": message})


def check_port(host: str, port: int) -> None:
    """Makes sure that a preview can be served, before the time it takes to build one.

    Raises:
        OSError: when another program listens there, or the machine has no such address.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)


def serve(config_file: Path, address: str) -> None:
    """Serves a preview at `address` (host:port) that follows every change, until it is stopped.

    Raises:
        EngineError: when the engine cannot start.
    """
    try:
        mkdocs.commands.serve.serve(config_file=str(config_file), dev_addr=address, strict=False)
    except (MkDocsException, Abort) as error:
        raise EngineError(str(error), []) from error


def _anchor_links(found: tuple[Heading, ...]) -> list[AnchorLink]:
    links: list[AnchorLink] = []
    trail: list[AnchorLink] = []
    for heading in found:
        link = AnchorLink(escape(heading.title), heading.anchor, heading.level)
        while trail and trail[-1].level >= heading.level:
            trail.pop()
        (trail[-1].children if trail else links).append(link)
        trail.append(link)
    return links
