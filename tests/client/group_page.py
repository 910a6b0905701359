"""The modules of the group picture in a page, and what a vector asks of them."""

import json
from pathlib import Path
from typing import Any

from tests.client.conftest import COMPETENCES, Client
from tests.files import all_files
from tests.hosts.workbench import ROOT
from tests.reference.group import Asked

VECTORS = ROOT / "tests/vectors"
ASKED = Asked(
    id="digitale-competentie",
    version=1,
    areas={area: [one for one in COMPETENCES if one.startswith(f"{area}.")] for area in "123456"},
)

LOAD = """
return (async () => {
  const names = ["crockford", "hash", "finding", "codes", "round", "split", "collect", "total", "combine", "picture"];
  const group = {};
  for (const name of [...names, "kept", "file"]) group[name] = await import(`./javascripts/logic/group/${name}.js`);
  const { round: rounds, split, codes, collect, combine, picture, file } = group;
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const chanceOf = (hex) => {
    const given = bytes(hex);
    let at = 0;
    return (wanted) => {
      wanted.set(given.slice(at, (at += wanted.length)));
      return wanted;
    };
  };
  const asked = (version = value.version) => ({ ...value, version });
  const known = async ({ round, version }) => {
    const found = await rounds.readRound(round, asked(version));
    if (!found.round) throw new Error(found.reason);
    return found.round;
  };
  const steps = {
    paste: (state, { text }) => {
      const { collection, ...told } = collect.addCodes(state, text);
      return [collection, told];
    },
    remove: (state, { id }) => {
      const { collection = state, ...told } = collect.removeCode(state, id);
      return [collection, told];
    },
    list: (state) => [state, { text: collect.writeList(state.round, collect.idsOf(state)) }],
    "read-list": (state, { text }) => [state, collect.readList(state.round, text)],
    settle: async (state, { ids, today }) => {
      const { collection, ...told } = await collect.settle(state, ids, today);
      return collection ? [collection, { hash: collection.settled.hash, ...told }] : [state, told];
    },
    export: (state) => {
      const { collection = state, ...told } = collect.exportTotal(state);
      return [collection, told];
    },
    combine: (state, { text }) => {
      const { combined, ...told } = combine.combine(state, text);
      return [state, { ...combined, ...told }];
    },
  };
  const runs = {
    "make-round": async ({ fields, random }) => {
      const { round } = await rounds.makeRound(fields, asked(), chanceOf(random));
      return { text: round.text, id: round.id, minimum: round.minimum };
    },
    "read-round": async ({ text, version, questionnaire }) => {
      const other = questionnaire ? { id: questionnaire } : {};
      const { round, reason } = await rounds.readRound(text, { ...asked(version), ...other });
      return reason ? { reason } : { id: round.id, name: round.name, minimum: round.minimum };
    },
    "find-wrong": ({ fields }) => ({ wrong: rounds.findWrong(fields).map(({ field, reason }) => [field, reason]) }),
    "may-join": async (given) => ({ reasons: split.mayJoin(await known(given), given.result, given) }),
    "may-count": ({ role, kept }) => ({ reason: collect.mayCount(role, kept ?? undefined) }),
    contribute: async (given) => split.contribute(await known(given), given.answers, chanceOf(given.random)),
    "find-codes": ({ text }) => {
      const { codes: found, ...told } = codes.findCodes(text);
      return { codes: found.map(({ line, kind, round, id }) => ({ line, kind, round, id })), ...told };
    },
    count: async (given) => {
      let state = collect.openCollection(await known(given), given.role);
      const results = [];
      for (const step of given.steps) {
        const [next, told] = await steps[step.step](state, step);
        state = next;
        results.push(told);
      }
      return { results };
    },
    picture: async (given) => {
      const made = picture.makePicture(await known(given), given, asked());
      return { picture: made, text: picture.writePicture(made, asked()) };
    },
    "read-picture": ({ text, version }) => {
      const { picture: read, reason } = picture.readPicture(text, asked(version));
      return reason ? { reason } : read;
    },
    "read-file": async ({ text }) => {
      const { collection: read, ...told } = await file.fromFile(text, asked());
      if (!read) return told;
      return { role: read.role, ids: collect.idsOf(read), settled: read.settled?.ids ?? null, total: read.total };
    },
  };
  Object.assign(window, { group, asked: asked(), bytes, chanceOf, runVector: ({ run, given }) => runs[run](given) });
})();
"""


def asked_by_page(asked: Asked = ASKED) -> dict[str, Any]:
    """Gives a self-check as the modules take it."""
    areas = [{"id": area, "competences": competences} for area, competences in asked.areas.items()]
    return {"id": asked.id, "version": asked.version, "areas": areas}


def load(client: Client) -> Client:
    """Puts the modules and what a vector asks in a page."""
    client.run(LOAD, asked_by_page())
    return client


def vectors() -> list[Path]:
    """Gives every vector."""
    return all_files(VECTORS, "*.json", least=10)


def read(path: Path) -> dict[str, Any]:
    """Reads a vector."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
