# A changed name is one change, and leaves behind as many mistakes as there are references to it. The mistakes of a list
# that is gone are told as one; those of a term say what it may be called now.
"""What a changed name leaves behind."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from generator.core.diagnostics import Diagnostic
from generator.core.guess import like
from generator.core.kind import OTHER_NAMESPACES, Kind
from generator.core.knowledge import Name, Names
from generator.core.record import Identified
from generator.core.references import references

_Used = Set[tuple[str, str]]
"""What records refer to: namespaces, each with an id."""


def gather_unknown(
    problems: Iterable[Diagnostic], names: Names, kinds: Sequence[Kind], records: Iterable[Identified]
) -> Iterator[Diagnostic]:
    """Gives unknown references: those into a list that is not there as one, the others with what they may be now.

    Arguments:
        problems: The mistakes, one for each reference.
        names: All that can be referred to.
        kinds: The kinds of record.
        records: All that may refer to something.
    """
    lists: dict[str, list[Diagnostic]] = defaultdict(list)
    for problem in problems:
        lists[str(problem.params["namespace"])].append(problem)
    used = {(one.to, one.id) for record in records for one in references(record)} if lists else set()
    for namespace, found in lists.items():
        if namespace not in names:
            yield _missing(namespace, found, names, kinds, used)
            continue
        idle = {name.id: name for name in names[namespace].values() if (namespace, name.id) not in used}
        times = Counter(problem.params["id"] for problem in found)
        for problem in found:
            guess = problem.params["suggestion"] or _renamed(str(problem.params["id"]), idle, times)
            yield replace(problem, params={**problem.params, "suggestion": guess})


def _renamed(old: str, idle: Mapping[str, Name], times: Mapping[object, int]) -> str | None:
    """Gives the term that an id may have become: one that nothing refers to yet, and likes its words."""
    near = like(old, {name.id: (name.label, *name.synonyms) for name in idle.values()})
    is_one_for_one = len(idle) == 1 and times[old] > 1 and len(times) == 1
    return near or (next(iter(idle)) if is_one_for_one else None)


def _missing(namespace: str, found: list[Diagnostic], names: Names, kinds: Sequence[Kind], used: _Used) -> Diagnostic:
    others = {place for place, _ in used}
    wanted = {str(problem.params["id"]) for problem in found}
    for kind in kinds:
        if namespace in kind.defines:
            return Diagnostic(kind.location, "records-missing", params={"namespace": namespace, "count": len(found)})
    folder = next((kind.location for kind in kinds if kind.defines == OTHER_NAMESPACES), "")
    known = {space for kind in kinds for space in kind.defines}
    free = {space: len(wanted & names[space].keys()) for space in names if space not in known | others}
    now = max(free, key=lambda space: free[space], default="")
    if 2 * free.get(now, 0) > len(wanted):
        params = {"namespace": namespace, "count": len(found), "file": f"{namespace}.yaml"}
        return Diagnostic(f"{folder}/{now}.yaml", "list-renamed", params=params)
    return Diagnostic(f"{folder}/{namespace}.yaml", "list-missing", params={"count": len(found)})
