"""What stands behind an address, after the road: every damage of the table, for what every tool sends."""

import csv
import random
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.client.conftest import COMPETENCES, Client

LINES = Path(__file__).with_name("fragment.tsv").read_text(encoding="utf-8").splitlines()
TABLE = list(csv.DictReader(LINES, delimiter="\t", quoting=csv.QUOTE_NONE))

KINDS = """
const { read, tell, write } = await import("./javascripts/logic/fragment.js");
const { CODE } = await import("./javascripts/logic/group/crockford.js");
const kinds = {
  q: "words", thema: "slug", id: "slug", resultaat: sharing.codeOfResult(value.order),
  plan: entries.CODE, agenda: entries.CODE, ronde: CODE, beeld: CODE,
};
"""

READ = f"""return (async () => {{ {KINDS}
  return value.links.map(({{name, hash, search}}) => {{
    const {{ values, left, address }} = read(new URL(search + hash, "https://x.example/"), {{ [name]: kinds[name] }});
    const again = read({{ hash: address, search: "" }}, {{ [name]: kinds[name] }});
    return [values, tell(left), again.values, tell(again.left)];
  }});
}})()"""

ENTRIES = "1.5u.deadbeef." + "Ab-_9" * 42
"""Five in base 36 times six, and thirty: 210 signs."""

SENT = {
    "words": ("q", "leraar & ict"),
    "facet": ("thema", "taal-en-lezen"),
    "record": ("id", "vad/training-1"),
    "result": ("resultaat", "ACKcuKcuKcuKcuKcuKOB"),
    "plan": ("plan", ENTRIES),
    "agenda": ("agenda", ENTRIES.replace("A", "C")),
}
"""What tools send: the name, and the value as it is meant."""

OF_KIND = {
    "all": {*SENT, "round", "picture"},
    "whole": {*SENT, "round", "picture"} - {"words"},
    "once": {"words", "result", "plan", "agenda", "round", "picture"},
    "code": {"result", "plan", "agenda", "round", "picture"},
    "base32": {"round", "picture"},
}


@pytest.fixture(scope="module")
def sent(sheet: Client) -> dict[str, tuple[str, str]]:
    """What every tool sends; rounds and pictures are packed by the module."""
    pack = "return import('./javascripts/logic/group/crockford.js').then(({ packList }) => packList(...value))"
    packed = {
        name: (parameter, str(sheet.run(pack, [kind, ["x" * 40, 2, "Team één"]])))
        for name, parameter, kind in (("round", "ronde", "R"), ("picture", "beeld", "P"))
    }
    return {**SENT, **packed}


def escaped(text: str) -> str:
    """Writes a value as an address does."""
    return quote(text, safe="/")


def link(template: str, name: str, value: str) -> str:
    """Gives what a link to a tool became."""
    written = escaped(value)
    middle = len(value) // 2
    once = quote(f"{name}={written}", safe="")
    return template.format(
        name=name,
        NAME=name.upper(),
        value=written,
        a=value[:middle],
        b=value[middle:],
        small=value.lower(),
        once=once,
        twice=quote(once, safe=""),
        again=quote(written, safe=""),
    )


@pytest.mark.parametrize("row", TABLE, ids=[row["damage"] for row in TABLE])
def test_every_damage_for_every_tool(sheet: Client, sent: dict[str, tuple[str, str]], row: dict[str, str]) -> None:
    """What a tool sent comes out whole; what was left out is told; the mended address says the same, and no more."""
    tools = sorted(OF_KIND[row["kinds"]])
    links = []
    for tool in tools:
        search, hash_ = link(row["link"], *sent[tool]), ""
        if "#" in search:
            search, _, hash_ = search.partition("#")
        links.append({"name": sent[tool][0], "search": search, "hash": hash_ and f"#{hash_}"})
    found = sheet.run(READ, {"order": COMPETENCES, "links": links})
    small = row["damage"] == "small letters"
    meant = {tool: [[name, value.lower() if small else value]] for tool, (name, value) in sent.items()}
    left = {tool: row["left"].format(name=sent[tool][0]) for tool in tools}
    # Among words a sign means nothing; that it was left out is not worth telling.
    if row["left"] not in ("", "…") and not any(sign.isalnum() for sign in row["left"]):
        left |= {"words": ""} if "words" in tools else {}

    assert len(tools) >= 2
    assert {tool: [meant[tool], left[tool], meant[tool], ""] for tool in tools} == dict(zip(tools, found, strict=True))


WRITTEN = """return (async () => { const { read, write } = await import("./javascripts/logic/fragment.js");
  return value.map((words) => {
    const { hash } = new URL("#" + write([["q", words]]), "https://x.example/");
    const { values, left } = read({ search: "", hash }, { q: "words", thema: "slug" });
    return [values, left];
  });
})()"""


def test_words_are_never_taken_for_damage(sheet: Client) -> None:
    """Whatever somebody types is the same after a reload: signs of an address, of a sentence, of encoding."""
    luck = random.Random(5)
    parts = [
        "%",
        "%20",
        "%25",
        "25",
        "&",
        "amp;",
        "#",
        "?",
        "=",
        "thema",
        "utm_source",
        ".",
        ")",
        ">",
        '"',
        "»",
        " ",
        "+",
        "é",
        "taal",
        "%3D",
        "3D",
        "/",
        "*",
        "!",
    ]
    words = ["50%25", "a&thema=b", "R&amp;D", "dr.", '"ict"', "wat?", "100%", "a#b=c", "x?y=z"]
    words += ["".join(luck.choices(parts, k=luck.randint(1, 6))).strip() for _ in range(3000)]
    words = [one for one in words if one]
    found = sheet.run(WRITTEN, words)

    assert len(found) > 2900
    assert [] == [
        (one, values, left)
        for one, (values, left) in zip(words, found, strict=True)
        if (values, left) != ([["q", one]], [])
    ]


def anchor(sheet: Client, hash_: str) -> list[str]:
    """Gives the place and the mended address of a hash."""
    code = """return import("./javascripts/logic/fragment.js").then(({ read }) => {
      const { anchor, address, values } = read({ search: "", hash: value }, { q: "words" });
      return [anchor, address, values.length];
    })"""
    found: list[str] = sheet.run(code, hash_)
    return found


@pytest.mark.parametrize(
    "hash_",
    [
        "#c-3-2",
        "#c-3-2.",
        "#c-3-2)",
        "#%23c-3-2",
        "#c%2D3%2D2",
        "#c-3-2%3E",
        '#"c-3-2"',
        "#!c-3-2",
        "#/c-3-2",
        "#c-3-2&utm_source=mail",
        "#c-3-2%E2%80%8B",
        "##c-3-2",
    ],
)
def test_place_on_the_page(sheet: Client, hash_: str) -> None:
    """The name of a place on the page is mended too."""
    assert ["c-3-2", "#c-3-2", 0] == anchor(sheet, hash_)


def test_what_is_told_is_no_message(sheet: Client) -> None:
    """What strangers put in a link is told in a few plain signs, or not."""
    code = 'return import("./javascripts/logic/fragment.js").then(({ tell }) => value.map((one) => tell([one])))'
    hostile = ["bel-0900-1234-voor-je-prijs", "<script>", "x" * 21, "\u202eabc", "Je computer is besmet", "a b"]

    assert ["…"] * len(hostile) == sheet.run(code, hostile)


@pytest.mark.parametrize("sign", ["%", ".", ">", "&", "&amp;", "%25", "#", "?x=", "%26", "=", " ", "%20", "[", "/"])
def test_a_million_signs(sheet: Client, sign: str) -> None:
    """A row of one sign, as long as an address can be, is read to its end: no step goes over all for each sign."""
    code = f"""return (async () => {{ {KINDS}
      const hash = "#q=taal&plan=" + value.sign.repeat(1e6 / value.sign.length) + "x";
      return read({{ search: "", hash }}, kinds).values[0];
    }})()"""

    assert ["q", "taal"] == sheet.run(code, {"order": COMPETENCES, "sign": sign})
