"""The built site, read as files."""

import json
import re
from itertools import pairwise
from pathlib import Path

from tests.built_site import PAGE_TYPES, ROOT, BuiltSite
from tests.files import all_files

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)


def test_pages_are_all_there(site: BuiltSite) -> None:
    """The site holds exactly the pages of its records and the hand-written ones."""
    assert len(site.addresses) == len(site.documents)
    assert set(site.addresses) == set(site.documents)
    assert len(site.reading.knowledge.known_names("provider")) == 133  # type: ignore[union-attr]  # a clean reading
    assert set(PAGE_TYPES.values()) <= set(site.documents)


def test_links_lead_somewhere(site: BuiltSite) -> None:
    """Every internal link and anchor of every page exists."""
    assert [] == site.broken_links()


def test_ids_are_unique(site: BuiltSite) -> None:
    """No page has the same id twice."""
    doubles = []
    for address, document in site.documents.items():
        ids = [element.attributes["id"] for element in document.elements if "id" in element.attributes]
        doubles += [f"/{address}#{one}" for one in set(ids) if ids.count(one) > 1]

    assert [] == doubles


def test_no_inline_style_script_or_event(site: BuiltSite) -> None:
    """Nothing we write carries a style, an event attribute or a script; the theme's scripts are the same everywhere."""
    found = []
    scripts = set()
    for address, document in site.documents.items():
        for element in document.elements:
            loud = [name for name in element.attributes if name == "style" or name.startswith("on")]
            if loud or element.tag == "style" or (element.in_main and element.tag in ("script", "iframe", "object")):
                found.append(f"/{address} <{element.tag} {loud}>")
        scripts.add(tuple(INLINE_SCRIPT.findall(document.html)))

    assert [] == found
    assert 1 == len(scripts)


def test_policy_on_every_page(site: BuiltSite) -> None:
    """The policy stands first in every head, allows no inline code, and is the same on every page."""
    pages = [*(document.html for document in site.documents.values()), (site.folder / "404.html").read_text()]
    policies = set()
    for html in pages:
        head = html.partition("<head>")[2].lstrip()
        assert head.startswith('<meta http-equiv="Content-Security-Policy" content="')
        policies.add(head.split('"')[3])

    assert 1 == len(policies)
    policy = policies.pop()
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy


def test_no_script_of_the_theme(site: BuiltSite) -> None:
    """Of all scripts of the site, none is the theme's: no page names one."""
    scripts = {path.relative_to(site.folder / "assets/javascripts") for path in all_files(site.folder, "**/*.js", least=50)}

    assert Path("entry.js") in scripts
    assert {path.parts[0] for path in scripts} <= {
        path.name for path in (ROOT / "theme/assets/javascripts").iterdir()
    }
    assert [] == [path.name for path in all_files(site.folder, "**/*.map", least=0)]


def test_each_page_has_one_title_and_heading(site: BuiltSite) -> None:
    """Every page has a title of its own, a description and exactly one first-level heading."""
    titles = {}
    for address, document in site.documents.items():
        tags = [element.tag for element in document.elements if not element.in_template]
        title = re.search(r"<title>(.*?)</title>", document.html, re.DOTALL)
        assert title
        titles[address] = title.group(1)
        description = next(e for e in document.elements if e.attributes.get("name") == "description")
        assert 1 == tags.count("h1"), address
        assert len(description.attributes["content"]) > 20, address

    same = {title for title in titles.values() if list(titles.values()).count(title) > 1}
    assert set() == same


def test_headings_do_not_skip_a_level(site: BuiltSite) -> None:
    """The headings of a page step down one level at a time."""
    skips = []
    for address, document in site.documents.items():
        shown = [element.tag for element in document.elements if element.in_main and not element.in_template]
        levels = [int(tag[1]) for tag in shown if re.fullmatch("h[1-6]", tag)]
        skips += [f"/{address}" for a, b in pairwise(levels) if b > a + 1]

    assert [] == skips


def test_nothing_from_elsewhere(site: BuiltSite) -> None:
    """No page, style or script loads anything from another host."""
    loading = ("src", "srcset", "poster", "data")
    found = [
        f"/{address} {element.tag} {value}"
        for address, document in site.documents.items()
        for element in document.elements
        for name, value in element.attributes.items()
        if (name in loading or (element.tag == "link" and element.attributes.get("rel") in ("stylesheet", "icon")))
        and re.match(r"(https?:)?//", value)
    ]
    styles = [path for path in all_files(site.folder, "**/*.css") if re.search(r"url\(['\"]?(https?:)?//", path.read_text())]

    assert [] == found
    assert [] == styles


def test_all_records_can_be_found(site: BuiltSite) -> None:
    """The search holds every provider, offer, topic, competence, question, deliverable and hand-written page."""
    index = json.loads((site.folder / "assets/search/search.json").read_text(encoding="utf-8"))
    found = {address for _, address, *_ in index["documents"]}
    kb = site.reading.knowledge
    assert kb is not None
    spaces = ("provider", "offers", "topics", "competences", "checklist", "handbook", "deliverables", "trajectory")
    wanted = {name.address for space in spaces for name in kb.known_names(space)}

    assert set() == wanted - found
    assert "privacy/" in found


def test_found_addresses_exist(site: BuiltSite) -> None:
    """Everything that the search can find is on the page it leads to."""
    index = json.loads((site.folder / "assets/search/search.json").read_text(encoding="utf-8"))
    for _, address, *_ in index["documents"]:
        page, _, anchor = address.partition("#")
        assert page in site.documents, address
        assert not anchor or anchor in site.documents[page].anchors, address
