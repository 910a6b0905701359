# The command line asks, calls and prints; what it does stands elsewhere.
"""The command line."""

import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from click.shell_completion import CompletionItem

from generator.compiler import Published, Reading, load_strings, publish, read_project, site_settings
from generator.core.diagnostics import in_reading_order
from generator.core.fields import is_public
from generator.core.node import HAS_LIBYAML
from generator.core.strings import Strings
from generator.dutch import speak_dutch
from generator.finish import finish as finish_site
from generator.hosts import mkdocs
from generator.hosts.export import export as export_pages
from generator.kinds import KINDS
from generator.kinds.schema import schema_text
from generator.lost import lost_addresses
from generator.outputs.search.corpus import Group, gather
from generator.outputs.search.find import Found, Search
from generator.outputs.search.index import build as build_index
from generator.project import NoProjectError, find_project, readable_paths, select
from generator.refusals import EXPECTED, FAILED, explain
from generator.release import addresses, place_for, release
from generator.report import FORMATS, Reporter, safe, system_reason

C = TypeVar("C", bound=Callable[..., object])

_VOLUME = "generator.volume"
"""Where a context keeps how much is told: less (-1), as usual (0), more (1)."""

INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM
"""Exit codes of a command that was stopped, as a shell gives them."""


@cache
def _words() -> Strings:
    return load_strings()


speak_dutch(_words())


class _Commands(click.Group):
    """The group of commands, which says in Dutch why one of them could not do its work."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command that was asked for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            _stop(_words()("cli.stopped"), INTERRUPTED)
        except BrokenPipeError:
            raise
        except EXPECTED as error:
            _stop(*explain(error, _words()))


def _stop(text: str, code: int) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(code)


def _common(command: C) -> C:
    """Adds the options that every command has."""

    def loudness(value: int) -> Callable[[click.Context, click.Parameter, bool], None]:
        def keep(ctx: click.Context, _parameter: click.Parameter, is_given: bool) -> None:
            if is_given:
                ctx.meta[_VOLUME] = value

        return keep

    t = _words()
    flags: dict[str, Any] = {"is_flag": True, "expose_value": False}
    quiet = click.option("-q", "--quiet", callback=loudness(-1), help=t("cli.option.quiet"), **flags)
    verbose = click.option("-v", "--verbose", callback=loudness(1), help=t("cli.option.verbose"), **flags)
    told = click.version_option(
        version("vormingswijzer"),
        prog_name="vormingswijzer",
        message="%(prog)s %(version)s",
        help=t("cli.option.version"),
    )
    return quiet(verbose(told(command)))


def _command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    def make(function: Callable[..., None]) -> click.Command:
        t = _words()
        return main.command(name, help=t(f"cli.{name}"), options_metavar=t("cli.metavar.options"))(_common(function))

    return make


def _option(name: str, *flags: str, metavar: str | None = None, **settings: object) -> Callable[[C], C]:
    t = _words()
    shown = t(f"cli.metavar.{metavar}") if metavar else None
    return click.option(*flags, help=t(f"cli.option.{name}"), metavar=shown, **settings)  # type: ignore[arg-type]  # click's


def _argument(name: str, metavar: str, **settings: object) -> Callable[[C], C]:
    return click.argument(name, metavar=_words()(f"cli.metavar.{metavar}"), **settings)  # type: ignore[arg-type]  # click's


_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(
    cls=_Commands,
    help=_words()("cli.about"),
    options_metavar=_words()("cli.metavar.options"),
    subcommand_metavar=_words()("cli.metavar.command"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@_common
def main() -> None:
    """Vormingswijzer: check the records, and build and serve the site."""


def _complete_path(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Offers the files that `check` reads, as seen from where the person stands."""
    try:
        found = readable_paths(find_project(Path.cwd()), Path.cwd())
    except NoProjectError:
        return []
    return [CompletionItem(path) for path in found if path.startswith(typed)]


@_command("check")
@_argument("paths", "paths", nargs=-1, shell_complete=_complete_path)
@_option("format", "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@_option("strict", "--strict", is_flag=True)
@_option("publish", "--publish", "for_all", is_flag=True)
def check(paths: tuple[str, ...], form: str, strict: bool, for_all: bool) -> None:
    """Checks every record, and prints what is wrong in some files or in all."""
    root = find_project(Path.cwd())
    reading = _read(root, root / "site", lambda address: address if for_all else None)
    chosen = select(reading, root, Path.cwd(), paths)
    reporter = Reporter(_words(), root)
    is_brief = form == "text" and _volume() < 0
    report = (
        "\n\n".join(reporter.blocks(chosen.found)) if is_brief else reporter.render(chosen.found, form, chosen.files)
    )
    if report:
        click.echo(report)
    if chosen.elsewhere:
        _say(_words()("report.elsewhere", findings=reporter.counts(chosen.elsewhere)))
    sys.exit(1 if any(diagnostic.is_error or strict for diagnostic in chosen.found) else 0)


@_command("build")
@_option("site", "--site", type=_FOLDER, metavar="folder")
@_option("site_url", "--site-url", metavar="address")
@_option("publish", "--publish", "for_all", is_flag=True)
def build(site: Path | None, site_url: str | None, for_all: bool) -> None:
    """Checks the records, builds the site beside the old one, and puts it in its place."""
    # Stopped in an orderly way, a build tidies up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    root = find_project(Path.cwd())
    place = Path.cwd() / site if site else root / "site"
    place_for(root, place)
    reading = _read_clean(root, place, _published(site_url, for_all))
    _say(_words()("cli.building"))
    with _Stopwatch() as watch:
        count = release(root, reading, place, site_url, watch.start)
    _say(_words()("cli.built", count=count, site=safe(str(site or "site"))))


@_command("serve")
@_option("address", "--address", metavar="address", default="127.0.0.1:8000", show_default=True)
def serve(address: str) -> None:
    """Serves a preview that follows every change."""
    root = find_project(Path.cwd())
    host, port = _host_and_port(address)
    try:
        mkdocs.check_port(host, port)
    except OSError as error:
        reason = system_reason(_words(), error.errno, error.strerror or str(error))
        _stop(_words()("cli.port", address=address, reason=reason), FAILED)
    _read_clean(root)
    _say(_words()("cli.serving", address=address))
    mkdocs.serve(root / "mkdocs.yml", address)


def _host_and_port(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if host and port.isascii() and port.isdigit() and 0 < int(port) < 2**16:
        return host.strip("[]"), int(port)
    raise click.UsageError(_words()("cli.address", address=safe(address)))


@_command("export")
@_argument("target", "folder", type=_FOLDER)
@_option("site_url", "--site-url", metavar="address")
@_option("publish", "--publish", "for_all", is_flag=True)
def export(target: Path, site_url: str | None, for_all: bool) -> None:
    """Writes docs, theme and a plugin-free mkdocs.yml for any engine of the family."""
    root = find_project(Path.cwd())
    reading = _read_clean(root, published=_published(site_url, for_all))
    assert reading.knowledge is not None  # noqa: S101 - a clean reading has one
    settings = site_settings(reading.knowledge, site_url)
    count = export_pages(root, target, publish(reading.knowledge, settings), settings)
    _say(_words()("cli.exported", count=count, target=safe(str(target))))


@_command("finish")
@_argument("site", "site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def finish(site: Path) -> None:
    """Does what comes after a build, to a site that any engine built."""
    root = find_project(Path.cwd())
    reading = _read_clean(root)
    count = finish_site(site, addresses(reading))
    _say(_words()("cli.finished", count=count, site=safe(str(site))))


@_command("search")
@_argument("words", "words", nargs=-1, required=True)
@_option("most", "--most", metavar="number", type=click.IntRange(min=1), default=5, show_default=True)
def search(words: tuple[str, ...], most: int) -> None:
    """Searches the records as the site does, and prints what is found, best first."""
    t = _words()
    kb = _read_clean(find_project(Path.cwd())).knowledge
    assert kb is not None  # noqa: S101 - a clean reading has one
    corpus = gather(kb, t, KINDS)
    found = Search(corpus, build_index(corpus)).find(" ".join(words))
    if not found.hits:
        _say(t("cli.nothing"))
        sys.exit(1)
    if found.is_partial:
        _say(t("cli.partial"))
    for group in sorted(corpus.groups, key=lambda group: _place_of(group, found)):
        numbers = [hit.document for hit in found.hits if group.start <= hit.document < group.end]
        if numbers:
            click.echo(f"{group.label} ({len(numbers)})")
        for number in numbers[:most]:
            document = corpus.documents[number]
            click.echo(f"  {document.title}\n    /{document.address}")


def _place_of(group: Group, found: Found) -> int:
    """Gives the place of a group's best result."""
    places = (place for place, hit in enumerate(found.hits) if group.start <= hit.document < group.end)
    return next(places, len(found.hits))


@_command("schema")
@_option("only_check", "--check", "only_check", is_flag=True)
def schema(only_check: bool) -> None:
    """Writes the JSON Schema of every kind of record beside its model."""
    stale = []
    for kind in KINDS:
        path = kind.package / "schema.json"
        text = schema_text(kind)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(kind.name)
        if not only_check:
            path.write_text(text, encoding="utf-8")
    if stale:
        click.echo(_words()("cli.schemas", kinds=", ".join(stale)), err=True)
    sys.exit(1 if stale and only_check else 0)


class _Stopwatch:
    """Tells how long each step took, when the person wants to know."""

    def __init__(self) -> None:
        self._step = ""
        self._since = 0.0

    def __enter__(self) -> "_Stopwatch":
        return self

    def __exit__(self, *_: object) -> None:
        self.start("")

    def start(self, step: str) -> None:
        """Ends the step before, and starts one."""
        now = time.monotonic()
        if self._step and _volume() > 0:
            seconds = f"{now - self._since:.1f}".replace(".", ",")
            _say(_words()("cli.took", seconds=seconds, step=_words()(f"cli.step.{self._step}")))
        self._step, self._since = step, now


def _nobody(_address: str) -> str | None:
    return None


def _published(site_url: str | None, for_all: bool) -> Published:
    """Says at which address everybody will read what is made: at any that anybody can open, or when it is asked for."""

    def where(address: str) -> str | None:
        told = site_url or address
        return told if for_all or is_public(told) else None

    return where


def _read(root: Path, site: Path | None = None, published: Published = _nobody) -> Reading:
    """Reads the project; beside the site that stands at `site`, if any, it tells which addresses would be lost."""
    if not HAS_LIBYAML:
        _say(_words()("cli.slow"))
    with _Stopwatch() as watch:
        watch.start("read")
        reading = _read_in_sight(root, published)
        if site and reading.knowledge:
            lost = lost_addresses(site, reading.knowledge, KINDS)
            reading = replace(reading, diagnostics=in_reading_order([*reading.diagnostics, *lost]))
        for path in reading.read if _volume() > 0 else ():
            _say(path)
    return reading


def _read_in_sight(root: Path, published: Published) -> Reading:
    if _volume() < 0 or not sys.stderr.isatty():
        return read_project(root, date.today(), published=published)
    with click.progressbar(length=1, label=_words()("cli.reading"), file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        return read_project(root, date.today(), progress=progress, published=published)


def _read_clean(root: Path, site: Path | None = None, published: Published = _nobody) -> Reading:
    reading = _read(root, site, published)
    if reading.diagnostics:
        reporter = Reporter(_words(), root)
        told = reporter.as_text(reading.diagnostics, reading.files)
        click.echo("\n\n".join(reporter.blocks(reading.diagnostics)) if _volume() < 0 else told, err=True)
    if not reading.is_clean:
        sys.exit(1)
    return reading


def _volume() -> int:
    volume: int = click.get_current_context().meta.get(_VOLUME, 0)
    return volume


def _say(text: str) -> None:
    if _volume() >= 0:
        click.echo(text, err=True)
