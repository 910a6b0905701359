# The pipeline and the only place that knows its order: read, check, publish.
"""From a project's folder to diagnostics, a knowledge base and pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from generator.core import checks, strings
from generator.core.assets import Asset
from generator.core.checks import Draft
from generator.core.counts import Counts, say_counts
from generator.core.diagnostics import Diagnostic, in_reading_order
from generator.core.droppings import is_dropping
from generator.core.kind import OTHER_NAMESPACES, Kind
from generator.core.knowledge import KnowledgeBase, Known
from generator.core.pages import Page, unique
from generator.core.recovery import read_on
from generator.core.renamed import gather_unknown
from generator.core.rendering import Publisher
from generator.core.source import find, read, unreadable
from generator.core.strings import Strings
from generator.core.validation import validate
from generator.kinds import KINDS
from generator.kinds.site.model import Site, WrittenPage
from generator.outputs import catalogue, comparison, plan, recommendations, redirects, search
from generator.theme_folder import check_theme_folder
from generator.written import PAGES_FOLDER, check_places, counted, read_pages
from generator.written import publish as publish_written
from generator.written.reading import source_of

PACKAGE = Path(__file__).parent

Progress = Callable[[int, int], None]
"""Called with how many files are done, of how many."""

Published = Callable[[str], str | None]
"""Gives, for the address in the settings, the one at which everybody will read the site; nothing when nobody will."""

PLANNABLE = {"first": "2000-01-01", "last": "2099-12-31"}
"""The days that a field for a day takes: the same as in logic/days.js."""


@dataclass(frozen=True)
class Reading:
    """What reading a project gave: its mistakes, and its knowledge when none of them is an error."""

    diagnostics: list[Diagnostic]
    knowledge: KnowledgeBase | None
    read: tuple[str, ...]
    """Every file that was looked at, relative to the project."""

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.read)

    @property
    def is_clean(self) -> bool:
        """Whether a site can be built from it."""
        return self.knowledge is not None


def read_project(
    root: Path,
    today: date,
    kinds: Iterable[Kind] = KINDS,
    progress: Progress = lambda done, total: None,
    published: Published = lambda address: None,
) -> Reading:
    """Reads, validates and checks every record of the project at `root`.

    Arguments:
        root: The project's folder.
        today: The day of checking; nothing in a record may lie after it.
        kinds: The kinds to read.
        progress: Told after each file.
        published: Whether, and where, the site is made for everybody: then more has to be known.
    """
    kinds = tuple(kinds)
    folder = read_pages(root, {count.name for kind in kinds for count in kind.counts})
    diagnostics = [*_strays(root, kinds), *folder.diagnostics, *check_theme_folder(root)]
    paths: list[tuple[Kind, Path]] = []
    for kind in kinds:
        if kind.is_single:
            single = root / kind.location
            if single.is_symlink():
                diagnostics.append(Diagnostic(kind.location, "file-is-link"))
            elif single.exists():
                paths.append((kind, single))
            else:
                diagnostics.append(Diagnostic(kind.location, "file-missing"))
            continue
        found, problems = find(root, kind.location)
        paths += [(kind, path) for path in found]
        diagnostics += problems
    drafts: list[Draft] = []
    partial: list[Draft] = []
    for done, (kind, path) in enumerate(paths, start=1):
        draft, problems, of_texts = _draft(root, kind, path)
        diagnostics += [*problems, *of_texts]
        if draft:
            (partial if problems else drafts).append(draft)
        progress(done, len(paths))
    register, taken = checks.gather_names(drafts)
    diagnostics += taken
    # References into a file that could not be read would all be reported as unknown: that helps nobody.
    unread = {diagnostic.path for diagnostic in diagnostics if diagnostic.is_error}
    broken = [kind for kind in kinds if any(path.startswith(kind.location) for path in unread)]
    unknown: list[Diagnostic] = []
    address = next((published(address) for address in _addresses_given([*drafts, *partial])), None)
    for draft in (*drafts, *partial):
        for problem in checks.check(draft, register, today, address):
            if problem.code != "ref-unknown":
                diagnostics.append(problem)
            elif not _may_stand_in_unread(problem, broken, kinds):
                unknown.append(problem)
    diagnostics += gather_unknown(unknown, register.names, kinds, (draft.record for draft in (*drafts, *partial)))
    diagnostics += checks.check_across(drafts, today)
    diagnostics = in_reading_order(diagnostics)
    files = (*(path.relative_to(root).as_posix() for _, path in paths), *folder.files)
    if any(diagnostic.is_error for diagnostic in diagnostics):
        return Reading(diagnostics, None, files)
    known = [Known(draft.record, draft.path) for draft in drafts]
    if folder.pages:
        counts = _counts(KnowledgeBase(known, register.names), kinds, _strings_once(kinds))
        known += [Known(counted(page, counts), source_of(page)) for page in folder.pages]
    kb = KnowledgeBase(known, register.names)
    lost = list(_lost_links(root, kb, kinds)) if folder.pages else []
    return Reading(in_reading_order([*diagnostics, *lost]), None if lost else kb, files)


def _lost_links(root: Path, kb: KnowledgeBase, kinds: tuple[Kind, ...]) -> Iterator[Diagnostic]:
    """Checks the hand-written pages against all that the site will hold."""
    # Which words a page has does not matter here: they are read once for all checks of a process.
    publisher = _publisher(kb, site_settings(kb), kinds, _strings_once(kinds))

    @cache
    def addresses() -> set[str]:
        return {asset.address for asset in _assets(kb, publisher, kinds)}

    def is_file(address: str) -> bool:
        return (root / "theme" / address).is_file() or address in addresses()

    return check_places(kb.all(WrittenPage), _pages(kb, publisher, kinds), is_file)


def _addresses_given(drafts: Iterable[Draft]) -> Iterator[str]:
    """Gives the address in the settings, unless there was a mistake in it."""
    for draft in drafts:
        if isinstance(draft.record, Site) and ("site_url",) not in draft.mended:
            yield draft.record.site_url


def _may_stand_in_unread(problem: Diagnostic, unread: Iterable[Kind], kinds: Iterable[Kind]) -> bool:
    namespace = str(problem.params["namespace"])
    is_own = any(namespace in kind.defines for kind in kinds)
    defining = (namespace,) if is_own else OTHER_NAMESPACES
    return any(set(defining) & set(kind.defines) for kind in unread)


def _draft(root: Path, kind: Kind, path: Path) -> tuple[Draft | None, list[Diagnostic], list[Diagnostic]]:
    """Gives what can be read of a record, with every mistake in its form, and what is wrong with its texts."""
    source = read(root, path)
    if isinstance(source, Diagnostic):
        return None, [source], []
    recovered = read_on(source)
    if recovered.root is None:
        return None, recovered.problems, []
    validated = validate(kind.model, recovered.source, recovered.root, lambda: kind.example)
    draft = Draft(kind, recovered.source, validated.record, validated.mended) if validated.record else None
    of_texts = checks.check_texts(recovered.source, recovered.root, validated.record, validated.mended)
    return draft, [*recovered.problems, *recovered.own(validated.problems)], recovered.own(of_texts)


def _strays(root: Path, kinds: Iterable[Kind]) -> list[Diagnostic]:
    """Names what lies in a folder of records where nothing reads it."""
    expected = {kind.location for kind in kinds} | {PAGES_FOLDER}
    problems = []
    for folder in sorted({location.split("/")[0] for location in expected}):
        base = root / folder
        if folder in expected or not base.is_dir():
            continue
        try:
            entries = sorted(base.iterdir())
        except OSError as error:
            problems.append(unreadable(folder, error))
            continue
        for entry in entries:
            name = f"{folder}/{entry.name}"
            if name not in expected and not is_dropping(entry.name):
                problems.append(Diagnostic(name, "file-unexpected"))
    return problems


def load_strings(kinds: Iterable[Kind] = KINDS) -> Strings:
    """Loads the shared texts and those of each kind."""
    own = [(kind.name, kind.package / "strings.yaml") for kind in kinds]
    return strings.load([("", PACKAGE / "strings.yaml"), ("", PACKAGE / "written" / "strings.yaml"), *own])


def site_settings(kb: KnowledgeBase, site_url: str | None = None) -> dict[str, Any]:
    """Gives the settings record as plain data, as templates and engines use it.

    Arguments:
        kb: The knowledge base.
        site_url: An address for this build, instead of the one in the record.
    """
    settings = kb.all(Site)[0].model_dump(mode="json")
    if site_url:
        settings["site_url"] = site_url.rstrip("/") + "/"
    return settings


@dataclass(frozen=True)
class Publication:
    """All that a site consists of."""

    pages: tuple[Page, ...]
    assets: Iterable[Asset]
    """Files beside the pages, each made when it is asked for; to be gone through once."""


def publish(kb: KnowledgeBase, settings: Mapping[str, Any], kinds: Iterable[Kind] = KINDS) -> Publication:
    """Publishes every kind's pages, and what is made from all records together.

    Arguments:
        kb: What is known.
        settings: What `site_settings` gave for this build.
        kinds: The kinds to publish.
    """
    kinds = tuple(kinds)
    publisher = _publisher(kb, settings, kinds, load_strings(kinds))
    return Publication(
        unique(chain(_pages(kb, publisher, kinds), publish_written(kb, publisher))), _assets(kb, publisher, kinds)
    )


_strings_once = cache(load_strings)


def _counts(kb: KnowledgeBase, kinds: tuple[Kind, ...], words: Strings) -> Counts:
    return say_counts(kb, words, (count for kind in kinds for count in kind.counts))


def _publisher(kb: KnowledgeBase, settings: Mapping[str, Any], kinds: tuple[Kind, ...], words: Strings) -> Publisher:
    templates = {kind.name: kind.package / "templates" for kind in kinds} | {"shared": PACKAGE / "templates"}
    publisher = Publisher(templates, words, _counts(kb, kinds, words))
    publisher.share(site=settings, plannable=PLANNABLE)
    return publisher


def _pages(kb: KnowledgeBase, publisher: Publisher, kinds: tuple[Kind, ...]) -> Iterable[Page]:
    """Gives every page that is made from records."""
    return chain(
        (page for kind in kinds for page in kind.publish(kb, publisher)),
        search.pages(publisher),
        comparison.pages(kb, publisher),
        plan.pages(kb, publisher),
        redirects.publish(kb, publisher, kinds),
    )


def _assets(kb: KnowledgeBase, publisher: Publisher, kinds: tuple[Kind, ...]) -> Iterable[Asset]:
    return chain(
        search.assets(kb, publisher, kinds),
        catalogue.assets(kb, publisher),
        comparison.assets(kb, publisher),
        recommendations.assets(kb, publisher),
    )
