# The theme's stylesheets can dress any site made with it; this one uses a third. The rest was fetched and parsed for
# every page, and one rule that ends in any neighbour (`.tabbed-set > input:nth-child(9):checked ~ …`) is enough to make
# a browser look again at all neighbours of what a script moves. A rule goes only when it needs a class that nothing
# names, a custom property only when nothing reads it: ids, attributes and states prove nothing, for they change while
# a page is open.
"""Taking out of the theme's stylesheets what no page of a site can use."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import tinycss2
from tinycss2.ast import LiteralToken

from generator.finish.stock import read_text

THEME = "assets/stylesheets/*.min.css"
"""The theme's own stylesheets, in the folder of a site."""

DEAR = frozenset({".md-typeset table:not([class])+*"})
"""Selectors that go though a page may fit them: they end in any neighbour, and every page would pay for that. Our own
styles do in another way what they did."""

_Node: TypeAlias = Any
"""A token, or a rule, as tinycss2 gives them: it comes without types."""

# Bytes: ten thousand pages are read sooner than as text. Attributes are found as engines and templates write them, in
# pages and in the JSON of pieces of pages.
_CLASS = re.compile(rb"class\s*=[\s\\\"']*([^\\\"'>]*)")
_SCRIPT = re.compile(rb"<script[^>]*>(.*?)</script", re.DOTALL)
_READ = re.compile(rb"var\(\s*(--[\w-]+)")
_WORD = re.compile(rb"[\w-]+")


def prune(site: Path) -> None:
    """Rewrites the theme's stylesheets in `site`; one with a mistake in it stays as it is."""
    parsed = {path: _parse(read_text(site, path)) for path in sorted(site.glob(THEME))}
    trees = {path: tree for path, tree in parsed.items() if tree is not None}
    names = _names(site, set(site.rglob("*.css")).difference(trees))
    for tree in trees.values():
        _keep(tree, "prelude", ",", lambda selector: _needed(selector) <= names and not _is_dear(selector))
    read = _all_read(trees.values(), names)
    for path, tree in trees.items():
        _keep(tree, "content", ";", lambda declaration: _declared(declaration) in read)
        path.write_text(tinycss2.serialize(tree), encoding="utf-8")
        # The map says where in the theme's source each rule of the whole stylesheet stood.
        path.with_name(f"{path.name}.map").unlink(missing_ok=True)


def _names(site: Path, styles: Iterable[Path]) -> set[str]:
    """Gives every class an element of `site` can have, and every custom property read outside the theme."""
    attributes: set[bytes] = set()
    scripts = {script.read_bytes() for script in site.rglob("*.js") if ".min." not in script.name}
    properties = {name for style in styles for name in _READ.findall(style.read_bytes())}
    for page in (*site.rglob("*.html"), *site.rglob("*.json")):
        html = page.read_bytes()
        attributes.update(_CLASS.findall(html))
        scripts.update(_SCRIPT.findall(html))
        properties.update(_READ.findall(html))
    # A script can give a class, or read a property, by any word in it.
    words = _WORD.findall(b"\n".join(scripts))
    return {name.decode() for name in (*b" ".join(attributes).split(), *properties, *words)}


def _parse(style: str) -> list[_Node] | None:
    """Gives the rules of a stylesheet, or nothing when something in it is no CSS."""
    rules = _rules(style)
    return None if any(node.type == "error" for node in _within(rules)) else rules


def _rules(style: str | list[_Node]) -> list[_Node]:
    rules: list[_Node] = tinycss2.parse_stylesheet(style)
    for rule in filter(_is_group, rules):
        rule.content = _rules(rule.content)
    return rules


def _is_group(rule: _Node) -> bool:
    """Tells whether a rule holds others that apply by their own selectors."""
    return rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports") and rule.content is not None


def _keep(rules: list[_Node], field: str, sign: str, wanted: Callable[[list[_Node]], bool]) -> None:
    """Keeps the wanted parts of `field`, which `sign` parts, in every rule, and the rules where something is left."""
    for rule in rules:
        if _is_group(rule):
            _keep(rule.content, field, sign, wanted)
        elif rule.type == "qualified-rule":
            parts = [part for part in _split(getattr(rule, field), sign) if wanted(part)]
            setattr(rule, field, [node for part in parts for node in (LiteralToken(0, 0, sign), *part)][1:])
    rules[:] = [rule for rule in rules if not _is_empty(rule, field)]


def _is_empty(rule: _Node, field: str) -> bool:
    if _is_group(rule):
        return not tinycss2.serialize(rule.content).strip()
    return rule.type == "qualified-rule" and not tinycss2.serialize(getattr(rule, field)).strip()


def _split(nodes: list[_Node], sign: str) -> Iterator[list[_Node]]:
    part: list[_Node] = []
    for node in nodes:
        if node == sign:
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _needed(selector: list[_Node]) -> set[str]:
    """Gives the classes without which a selector fits nothing: those that stand in no `:not()` or `:is()`."""
    dotted = {name.value for dot, name in pairwise(selector) if dot == "." and name.type == "ident"}
    # Of a name with other characters in it a script shows only pieces.
    return {name for name in dotted if _WORD.fullmatch(name.encode())}


def _is_dear(selector: list[_Node]) -> bool:
    return tinycss2.serialize(selector).strip() in DEAR


def _all_read(trees: Iterable[list[_Node]], names: set[str]) -> set[str]:
    """Adds to `names` the custom properties that the stylesheets read, though not for one that nothing reads itself."""
    uses = [use for tree in trees for use in _uses(tree)]
    read = {"", *names}
    while more := {name for declared, used in uses if declared in read for name in used} - read:
        read |= more
    return read


def _uses(rules: list[_Node]) -> Iterator[tuple[str, set[str]]]:
    """Gives for every declaration the custom property it declares, or "", and those it names."""
    for rule in rules:
        if _is_group(rule):
            yield from _uses(rule.content)
        elif rule.type == "qualified-rule":
            yield from ((_declared(part), _properties(part)) for part in _split(rule.content, ";"))
        else:
            yield "", _properties([rule])


def _declared(declaration: list[_Node]) -> str:
    """Gives the custom property that a declaration declares, or "" when it does something else."""
    nodes = [node for node in declaration if node.type not in ("whitespace", "comment")]
    is_custom = len(nodes) > 1 and nodes[0].type == "ident" and nodes[0].value.startswith("--") and nodes[1] == ":"
    return nodes[0].value if is_custom else ""


def _properties(nodes: list[_Node]) -> set[str]:
    return {node.value for node in _within(nodes) if node.type == "ident" and node.value.startswith("--")}


def _within(nodes: Iterable[_Node]) -> Iterator[_Node]:
    """Gives nodes, and everything inside them."""
    for node in nodes:
        yield node
        for field in ("prelude", "arguments", "content"):
            yield from _within(getattr(node, field, None) or ())
