// A counter's work as a file, and how work comes back from a file or from the store: everything is checked before
// anything is given.

import { openFile, withRest, withoutRest } from "../files.js";
import { isRecord } from "../store.js";
import { readCode } from "./codes.js";
import { givenOf, hashOfList, idsOf, isIdList, kindOf, lostOf, totalOf } from "./collect.js";
import { hashOf, isSecure } from "./hash.js";
import { isGiven, isRole } from "./kept.js";
import { MOST, readRound } from "./round.js";
import { readTotal } from "./total.js";

const FORMAT = "vormingswijzer-groepsbeeld";
const FORMAT_VERSION = 1;

/**
 * @typedef {import("./collect.js").Collection} Collection
 * @typedef {import("./round.js").Asked} Asked
 * @typedef {{round: string, role: import("./collect.js").Role, codes: string[],
 *   settled: import("./collect.js").Settled | null, total: string | null,
 *   given?: import("./collect.js").Given | null, lost?: string[]}} Parts `lost` are contributions of the list without a code
 * @typedef {import("./round.js").Reason | "wrong-letter" | "other-round" | "too-large" | "too-deep" | "not-ours"
 *   | "newer"} Reason
 */

/**
 * Puts a collection together of its parts; `what` is the place of what is wrong.
 * @type {(parts: Parts, asked: Asked) => Promise<{collection?: Collection, reason?: Reason, what?: string}>}
 */
export async function restore({ round: text, role, codes, settled, total, given = null, lost = [] }, asked) {
  const { round, reason } = await readRound(text, asked);
  if (!round) return { reason, what: "round" };
  if (!isRole(role)) return { reason: "bad-value", what: "role" };
  if (codes.length > MOST) return { reason: "bad-value", what: "codes" };
  /** @type {Collection} */
  const collection = { round, role, codes: {}, settled, total, ...(given && { given }) };
  for (const [at, one] of codes.entries()) {
    const code = readCode(one);
    const what = `codes.${at}`;
    if (!code || Object.hasOwn(collection.codes, code.id)) return { reason: "bad-value", what };
    if (code.round !== round.id) return { reason: "other-round", what };
    if (code.kind !== kindOf(role)) return { reason: "wrong-letter", what };
    collection.codes[code.id] = code.text;
  }
  if (!isIdList(lost)) return { reason: "bad-value", what: "lost" };
  if (settled && !(await isSettled(collection, settled, lost))) return { reason: "bad-value", what: "settled" };
  if (total !== null && !(settled && isTotalOf(collection, total))) return { reason: "bad-value", what: "total" };
  if (given && !(isGiven(given) && isOfList(collection))) return { reason: "bad-value", what: "given" };
  return { collection };
}

/**
 * Puts together what a browser still has of a round; `gaps` are the parts that do not fit. Nothing of those is used, and
 * they stay where they are.
 * @type {(parts: Parts, asked: Asked) => Promise<{collection?: Collection, gaps: string[]}>}
 */
export async function recover({ round: text, role, codes, settled, total, given = null }, asked) {
  const { round } = await readRound(text, asked);
  if (!round) return { gaps: ["round"] };
  if (!isRole(role)) return { gaps: ["role"] };
  const fits = codes.flatMap((one) => readCode(one) ?? []).filter((one) => one.round === round.id && one.kind === kindOf(role));
  /** @type {Collection} */
  const collection = { round, role, codes: {}, settled: null, total: null, ...(given && { given }) };
  for (const one of fits) collection.codes[one.id] = one.text;
  const isFine = settled && (await isSettled(collection, settled, settled.ids)) && isOfList({ ...collection, settled });
  if (isFine) collection.settled = settled;
  if (total && isTotalOf(collection, total)) collection.total = total;
  const isGap = { codes: fits.length < codes.length, settled: settled && !isFine, total: total && !collection.total };
  return { collection, gaps: Object.entries(isGap).flatMap(([part, is]) => (is ? [part] : [])) };
}

/** Says whether the settled list is the one that a total was given away for, if any was. @param {Collection} collection */
function isOfList(collection) {
  const given = givenOf(collection);
  return !collection.settled || !given || given.list === collection.settled.hash;
}

/** @type {(collection: Collection, total: string) => boolean} */
function isTotalOf(collection, total) {
  const { round, role, settled, given } = collection;
  if (settled && !lostOf(collection).length) return totalOf(collection) === total;
  // What it was added up of is not here: then it is the one that is remembered, or nothing says otherwise.
  const read = readTotal(total);
  const isOurs = read?.kind === kindOf(role) && read.round === round.id && (!settled || read.hash === settled.hash);
  return isOurs && (!given || given.list === read.hash);
}

/** @type {(collection: Collection, settled: any, lost: string[]) => Promise<boolean>} */
async function isSettled({ round, codes }, settled, lost) {
  if (!isRecord(settled, ["ids", "hash"]) || !isIdList(settled.ids)) return false;
  const { ids, hash } = /** @type {import("./collect.js").Settled} */ (settled);
  const isMany = ids.length >= round.minimum && ids.length <= MOST;
  return isMany && ids.every((id) => Object.hasOwn(codes, id) || lost.includes(id)) && hash === (await hashOfList(round, ids));
}

/**
 * Writes a counter's work as the text of a file. What is only there when something went wrong, stands only there then.
 * @param {Collection} collection
 * @param {import("../files.js").Rest} [rest]
 */
export async function toFile(collection, rest = []) {
  const { round, role, codes, settled, total } = collection;
  const list = idsOf(collection).map((id) => codes[id]);
  const [given, lost] = [total ? null : givenOf(collection), lostOf(collection)];
  const body = { format: FORMAT, formatVersion: FORMAT_VERSION, round: round.text, role, codes: list, settled, total };
  const file = withRest({ ...body, ...(given && { given }), ...(lost.length && { lost }) }, rest);
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
  const more = ["given", "lost"].filter((name) => Object.hasOwn(file, name));
  const isFile = isRecord(withoutRest(file), [...names, ...more]) && file.formatVersion === FORMAT_VERSION && Array.isArray(file.codes);
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
  const [ours, theirs] = [givenOf(here), givenOf(there)];
  const isSecond = ours && theirs && (ours.list !== theirs.list || (ours.seal && theirs.seal && ours.seal !== theirs.seal));
  if (isSecond || (here.total && there.total && here.total !== there.total)) return { reason: "second-total" };
  const given = ours?.seal ? ours : (theirs ?? ours);
  const isSplit = here.settled && there.settled && here.settled.hash !== there.settled.hash;
  if (!given && isSplit) return { reason: "other-list" };
  const settled = [here.settled, there.settled].find((one) => one && (!given || one.hash === given.list)) ?? null;
  const total = here.total ?? there.total;
  return { collection: { ...here, codes, settled, total, ...(given && { given }) } };
}
