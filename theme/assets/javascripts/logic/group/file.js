// A counter's work as a file, and how work comes back from a file or from the store: everything is checked before
// anything is given.

import { openFile } from "../files.js";
import { isRecord } from "../store.js";
import { readCode } from "./codes.js";
import { hashOfList, idsOf, isIdList, kindOf, totalOf } from "./collect.js";
import { hashOf, isSecure } from "./hash.js";
import { isRole } from "./kept.js";
import { MOST, readRound } from "./round.js";

const FORMAT = "vormingswijzer-groepsbeeld";
const FORMAT_VERSION = 1;

/**
 * @typedef {import("./collect.js").Collection} Collection
 * @typedef {import("./round.js").Asked} Asked
 * @typedef {{round: string, role: import("./collect.js").Role, codes: string[],
 *   settled: import("./collect.js").Settled | null, total: string | null}} Parts
 * @typedef {import("./round.js").Reason | "wrong-letter" | "other-round" | "too-large" | "too-deep" | "not-ours"
 *   | "newer"} Reason
 */

/**
 * Puts a collection together of its parts; `what` is the place of what is wrong.
 * @type {(parts: Parts, asked: Asked) => Promise<{collection?: Collection, reason?: Reason, what?: string}>}
 */
export async function restore({ round: text, role, codes, settled, total }, asked) {
  const { round, reason } = await readRound(text, asked);
  if (!round) return { reason, what: "round" };
  if (!isRole(role)) return { reason: "bad-value", what: "role" };
  if (codes.length > MOST) return { reason: "bad-value", what: "codes" };
  /** @type {Collection} */
  const collection = { round, role, codes: {}, settled, total };
  for (const [at, one] of codes.entries()) {
    const code = readCode(one);
    const what = `codes.${at}`;
    if (!code || Object.hasOwn(collection.codes, code.id)) return { reason: "bad-value", what };
    if (code.round !== round.id) return { reason: "other-round", what };
    if (code.kind !== kindOf(role)) return { reason: "wrong-letter", what };
    collection.codes[code.id] = code.text;
  }
  if (settled && !(await isSettled(collection, settled))) return { reason: "bad-value", what: "settled" };
  if (total !== null && !(settled && totalOf(collection) === total)) return { reason: "bad-value", what: "total" };
  return { collection };
}

/** @param {Collection} collection @param {any} settled */
async function isSettled({ round, codes }, settled) {
  if (!isRecord(settled, ["ids", "hash"]) || !isIdList(settled.ids)) return false;
  const { ids, hash } = /** @type {import("./collect.js").Settled} */ (settled);
  const isMany = ids.length >= round.minimum && ids.length <= MOST;
  return isMany && ids.every((id) => Object.hasOwn(codes, id)) && hash === (await hashOfList(round, ids));
}

/** Writes a counter's work as the text of a file. @param {Collection} collection */
export async function toFile(collection) {
  const { round, role, codes, settled, total } = collection;
  const list = idsOf(collection).map((id) => codes[id]);
  const file = { format: FORMAT, formatVersion: FORMAT_VERSION, round: round.text, role, codes: list, settled, total };
  return JSON.stringify({ ...file, checksum: await checksum(file) });
}

/**
 * Reads a file that anybody can have written.
 * @type {(text: string, asked: Asked) => Promise<{collection?: Collection, reason?: Reason, what?: string}>}
 */
export async function fromFile(text, asked) {
  if (!isSecure()) return { reason: "insecure" };
  const { file, checksum: expected, ...refused } = openFile(text, { format: FORMAT, version: FORMAT_VERSION, depth: 4 });
  if (!file) return refused;
  if ((await checksum(file)) !== expected) return { reason: "changed" };
  const names = ["format", "formatVersion", "round", "role", "codes", "settled", "total"];
  const isFile = isRecord(file, names) && file.formatVersion === FORMAT_VERSION && Array.isArray(file.codes);
  if (!isFile || typeof file.round !== "string") return { reason: "bad-value", what: "file" };
  return restore(file, asked);
}

/** @param {object} file */
async function checksum(file) {
  return (await hashOf(JSON.stringify(file))).slice(0, 16);
}

/**
 * Adds the work of a file to what is here. Nothing of both is lost, or nothing is added.
 * @type {(here: Collection, there: Collection) => {collection?: Collection,
 *   reason?: "other-round" | "both-counters" | "other-body" | "too-many" | "other-list" | "second-total"}}
 */
export function merge(here, there) {
  if (here.round.id !== there.round.id) return { reason: "other-round" };
  if (here.role !== there.role) return { reason: "both-counters" };
  const isOther = (/** @type {string} */ id) => Object.hasOwn(here.codes, id) && here.codes[id] !== there.codes[id];
  if (idsOf(there).some(isOther)) return { reason: "other-body" };
  const codes = { ...here.codes, ...there.codes };
  if (Object.keys(codes).length > MOST) return { reason: "too-many" };
  if (here.total && there.total && here.total !== there.total) return { reason: "second-total" };
  const given = here.total ? here : there.total ? there : null;
  const isSplit = here.settled && there.settled && here.settled.hash !== there.settled.hash;
  if (!given && isSplit) return { reason: "other-list" };
  const settled = given ? given.settled : (here.settled ?? there.settled);
  return { collection: { ...here, codes, settled, total: given?.total ?? null } };
}
