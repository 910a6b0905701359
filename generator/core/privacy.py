# What a record may not carry: traces of a natural person, and addresses that tell a third party who follows them. Only
# suspicions, so warnings: a person decides.
"""Signs of personal data and of tracking in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_FREE_MAIL = frozenset(
    {"gmail", "googlemail", "hotmail", "outlook", "live", "msn", "yahoo", "ymail", "icloud", "me", "aol", "gmx"}
    | {"proton", "protonmail", "telenet", "skynet", "proximus", "scarlet", "pandora", "ziggo", "kpnmail", "planet"}
    | {"xs4all", "home"}
)
"""Providers of mailboxes, as they stand before .com, .be, .nl and the like: an organisation has a name of its own."""

_FUNCTIONS = frozenset(
    {"info", "contact", "mail", "hallo", "hello", "secretariaat", "nascholing", "vorming", "opleiding", "academie"}
    | {"team", "office", "admin", "support", "helpdesk", "service", "onderwijs", "school", "inschrijving"}
    | {"inschrijvingen", "com"}
)
_NAME_AT = re.compile(r"(?:[a-z]{2,}|[a-z])[._][a-z]{3,}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w/.=-])(?:\+|0)\d(?:[ ./()-]{0,2}\d){7,12}(?![\w/-])")
_MOBILE = re.compile(r"(?:\+32|0032|0)4\d{8}|(?:\+31|0031|0)6\d{8}")
_URL = re.compile(r"https?://[^\s<>()\"']+")

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|trk|si|"
    r"oly_(?:enc|anon)_id|vero_id|wickedid|_openstat|ref_src|sourceid|ml_subscriber\w*|sc_(?:campaign|channel)",
    re.IGNORECASE,
)
_THROUGH = {"url", "q", "u", "target", "redirect"}
_REDIRECTORS = re.compile(
    r"(?:www\.)?google\.[a-z.]+/url|[\w.-]*safelinks\.protection\.outlook\.com/|l\.(?:facebook|instagram)\.com/|"
    r"(?:www\.)?(?:linkedin\.com/redir|bing\.com/ck|duckduckgo\.com/l)|urldefense\.(?:com|proofpoint\.com)/|"
    r"out\.reddit\.com/"
)


@dataclass(frozen=True, slots=True)
class Trace:
    """Something in a text, with what to write instead where that is known; `code` names the message.

    `start` is where it begins, from 0.
    """

    code: str
    found: str
    start: int
    instead: str = ""


def traces(text: str, *, is_phone: bool = False) -> Iterator[Trace]:
    """Finds the traces in a text.

    Arguments:
        text: A value of a record.
        is_phone: Whether a telephone number belongs there: then only a mobile one is told.
    """
    bare = _URL.sub(lambda match: " " * len(match[0]), text)
    for match in _MAIL.finditer(bare):
        if _is_personal(match[0]):
            yield Trace("personal-mail", match[0], match.start())
    for match in _PHONE.finditer(bare):
        is_mobile = _MOBILE.fullmatch(re.sub(r"[^\d+]", "", match[0].replace("(0)", ""))) is not None
        if is_mobile or not is_phone:
            yield Trace("personal-phone", match[0], match.start())
    for match in _URL.finditer(text):
        clean = cleaned(match[0])
        if clean != match[0]:
            yield Trace("url-tracking", match[0], match.start(), clean)


def cleaned(address: str) -> str:
    """Gives an address without what only tells who sent somebody there."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if _REDIRECTORS.match(f"{parts.netloc}{parts.path}"):
        inside = [value for name, values in parse_qs(parts.query).items() if name in _THROUGH for value in values]
        target = next((value for value in inside if value.startswith(("https://", "http://"))), "")
        return cleaned(target) if target else address
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    return address if len(kept) == len(pairs) else urlunsplit(parts._replace(query=urlencode(kept)))


def _is_personal(mail: str) -> bool:
    name, _, host = mail.casefold().partition("@")
    is_free = host.split(".")[0] in _FREE_MAIL and len(host.split(".")) == 2
    parts = set(re.split(r"[._-]", name))
    return is_free or (_NAME_AT.fullmatch(name) is not None and parts.isdisjoint(_FUNCTIONS))
