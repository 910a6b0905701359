# The command line asks, calls and prints; what it does stands elsewhere.
"""The command line."""

import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from generator.compiler import Reading, load_strings, publish, read_project, site_settings
from generator.core.errors import EngineError, GeneratorError
from generator.core.node import HAS_LIBYAML
from generator.core.strings import Strings
from generator.finish import finish as finish_site
from generator.hosts import mkdocs
from generator.hosts.export import export as export_pages
from generator.kinds import KINDS
from generator.kinds.schema import schema_text
from generator.outputs.search.corpus import Group, gather
from generator.outputs.search.find import Found, Search
from generator.outputs.search.index import build as build_index
from generator.release import BuildRunningError, addresses, release
from generator.report import FORMATS, Reporter

P = ParamSpec("P")
R = TypeVar("R")

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Vormingswijzer: check the records, and build and serve the site."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print what is found.")
def check(paths: tuple[Path, ...], form: str) -> None:
    """Check every record, and print what is wrong in PATHS (all of them when none is given).

    Exit code 0: no error. 1: something is wrong. 2: wrong use.
    """
    root = Path.cwd()
    reading = _read(root)
    wanted = [path.resolve() for path in paths]
    found = [
        diagnostic
        for diagnostic in reading.diagnostics
        if not wanted or any((root.resolve() / diagnostic.path).is_relative_to(path) for path in wanted)
    ]
    report = Reporter(_words(), root).render(found, form, reading.files)
    if report:
        click.echo(report)
    sys.exit(1 if any(diagnostic.is_error for diagnostic in found) else 0)


@main.command()
@click.option("--site", type=_FOLDER, default=Path("site"), show_default=True, help="Where the site stands.")
@click.option("--site-url", help="The site's address for this build, instead of the one in content/site.yaml.")
def build(site: Path, site_url: str | None) -> None:
    """Check the records, build the site beside the old one, and put it in its place."""
    root = Path.cwd()
    reading = _read_clean(root)
    _say(_words()("cli.building"))
    count = _guarded(release, root, reading, site.resolve(), site_url)
    _say(_words()("cli.built", count=count, site=site))


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve: host:port.")
def serve(address: str) -> None:
    """Serve a preview that follows every change."""
    root = Path.cwd()
    _read_clean(root)
    _guarded(mkdocs.serve, root / "mkdocs.yml", address)


@main.command()
@click.argument("target", type=_FOLDER)
@click.option("--site-url", help="The site's address, instead of the one in content/site.yaml.")
def export(target: Path, site_url: str | None) -> None:
    """Write docs, theme and a plugin-free mkdocs.yml into TARGET, for any engine of the family."""
    root = Path.cwd()
    reading = _read_clean(root)
    assert reading.knowledge is not None  # noqa: S101 - a clean reading has one
    settings = site_settings(reading.knowledge, site_url)
    count = _guarded(export_pages, root, target, publish(reading.knowledge, settings), settings)
    _say(_words()("cli.exported", count=count, target=target))


@main.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def finish(site: Path) -> None:
    """Do what comes after a build, to a SITE that any engine built: count its pages, and write the policy."""
    root = Path.cwd()
    reading = _read_clean(root)
    count = _guarded(finish_site, site, addresses(reading))
    _say(_words()("cli.finished", count=count, site=site))


@main.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--most", default=5, show_default=True, help="How many results to print of each kind.")
def search(words: tuple[str, ...], most: int) -> None:
    """Search the records for WORDS as the site does, and print what is found, best first.

    Exit code 0: something was found. 1: nothing.
    """
    t = _words()
    kb = _read_clean(Path.cwd()).knowledge
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


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail when a schema is not fresh.")
def schema(only_check: bool) -> None:
    """Write the JSON Schema of every kind of record beside its model."""
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


@cache
def _words() -> Strings:
    return load_strings()


def _read(root: Path) -> Reading:
    if not HAS_LIBYAML:
        _say(_words()("cli.slow"))
    if not sys.stderr.isatty():
        return read_project(root, date.today())
    with click.progressbar(length=1, label=_words()("cli.reading"), file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        return read_project(root, date.today(), progress=progress)


def _read_clean(root: Path) -> Reading:
    reading = _read(root)
    if reading.diagnostics:
        click.echo(Reporter(_words(), root).as_text(reading.diagnostics, reading.files), err=True)
    if not reading.is_clean:
        sys.exit(1)
    return reading


def _guarded(action: Callable[P, R], *arguments: P.args, **options: P.kwargs) -> R:
    try:
        return action(*arguments, **options)
    except BuildRunningError:
        click.echo(_words()("cli.busy"), err=True)
        sys.exit(1)
    except EngineError as error:
        blocks = Reporter(_words(), Path.cwd()).blocks(error.said)
        click.echo("\n\n".join([*blocks, _words()("cli.failed", error=error)]), err=True)
        sys.exit(1)
    except (GeneratorError, OSError) as error:
        click.echo(_words()("cli.failed", error=error), err=True)
        sys.exit(1)


def _say(text: str) -> None:
    click.echo(text, err=True)
