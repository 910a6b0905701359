# What a search looks through. Each kind says what of its records somebody may want to find.
"""Documents: what the site's search can find."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to find: a record, or a part of one with an address of its own. All texts are plain.

    `group` names the kind of thing for the reader (`search.group.<group>` is its heading). `address` is relative to
    the site's root. `label` is a short line that helps to recognise it, such as its provider's name. `terms` are the
    terms it refers to, as (namespace, id).
    """

    group: str
    title: str
    address: str
    label: str = ""
    text: str = ""
    note: str = ""
    """What a reader must know before opening it: that an offer is past, or an organisation has stopped."""
    terms: tuple[tuple[str, str], ...] = ()
