// A counter's collection: plain data, and never changed in place. The opener holds codes A, the second counter codes B;
// neither holds a share of the other kind.

import { BODY, findCodes, ID_SIGNS, ROUND_SIGNS, shareIn } from "./codes.js";
import { isSealed, isSigns, numberOf, pairOf, seal, START } from "./crockford.js";
import { find } from "./finding.js";
import { hashOf } from "./hash.js";
import { MOST } from "./round.js";
import { readTotal, sealOf, writeTotal } from "./total.js";

const LIST = "N";
const LIST_HEAD = START.length + 1 + ROUND_SIGNS + 2;

/**
 * @typedef {import("./round.js").Round} Round
 * @typedef {"opener" | "second"} Role
 * @typedef {{ids: string[], hash: string}} Settled
 * @typedef {{list: string, seal: string}} Given the hash of the list a total was given away for, and the seal of that total;
 *   no seal where it cannot be read any more
 * @typedef {{round: Round, role: Role, codes: Record<string, string>, settled: Settled | null, total: string | null,
 *   given?: Given | null}} Collection `codes` by contribution; `total` is the one that was given away, `given` what is
 *   remembered of it
 * @typedef {import("./finding.js").Reason | "wrong-letter" | "other-round" | "other-body" | "settled" | "too-many"}
 *   Reason
 * @typedef {{line: number, text: string, reason: Reason}} Refused
 */

/** Gives the letter of the codes of a counter. @param {Role} role */
export function kindOf(role) {
  return role === "opener" ? "A" : "B";
}

/**
 * Says why a browser cannot count. `kept` is what it already is in this round.
 * @type {(role: Role, kept: Role | undefined) => "both-counters" | ""}
 */
export function mayCount(role, kept) {
  return kept && kept !== role ? "both-counters" : "";
}

/** Opens an empty collection. @type {(round: Round, role: Role) => Collection} */
export function openCollection(round, role) {
  return { round, role, codes: {}, settled: null, total: null };
}

/** Gives the contributions, in order. @param {Collection} collection */
export function idsOf({ codes }) {
  return Object.keys(codes).sort();
}

/**
 * Adds every code in whatever somebody pasted. `same` were there already and count once.
 * @type {(collection: Collection, text: string) =>
 *   {collection: Collection, added: string[], same: string[], refused: Refused[], others: [number, number][]}}
 */
export function addCodes(collection, text) {
  const { codes: found, refused: broken, others } = findCodes(text);
  /** @type {Refused[]} */
  const refused = [...broken];
  const codes = { ...collection.codes };
  /** @type {string[][]} */
  const [added, same] = [[], []];
  for (const code of found) {
    const reason = judge({ ...collection, codes }, code);
    if (reason) refused.push({ line: code.line, text: code.text.slice(0, 4 + ROUND_SIGNS + ID_SIGNS), reason });
    else if (Object.hasOwn(codes, code.id)) same.push(code.id);
    else {
      codes[code.id] = code.text;
      added.push(code.id);
    }
  }
  refused.sort((a, b) => a.line - b.line);
  return { collection: { ...collection, codes }, added, same, refused, others };
}

/** @type {(collection: Collection, code: import("./codes.js").Code) => Reason | ""} */
function judge({ round, role, codes, settled }, { kind, round: of, id, text }) {
  if (of !== round.id) return "other-round";
  if (kind !== kindOf(role)) return "wrong-letter";
  if (Object.hasOwn(codes, id)) return codes[id] === text ? "" : "other-body";
  // A code of the list that got lost can come back.
  if (settled && !settled.ids.includes(id)) return "settled";
  return Object.keys(codes).length >= MOST ? "too-many" : "";
}

/** Gives the contributions of the settled list whose code is not here any more. @param {Collection} collection */
export function lostOf({ codes, settled }) {
  return settled ? settled.ids.filter((id) => !Object.hasOwn(codes, id)) : [];
}

/** Gives what is known of the total that was given away. @param {Pick<Collection, "total" | "given">} collection @returns {Given | null} */
export function givenOf({ total, given }) {
  const read = readTotal(total);
  return read ? { list: read.hash, seal: sealOf(String(total)) } : (given ?? null);
}

/**
 * Takes a code out, as long as no list is settled.
 * @type {(collection: Collection, id: string) => {collection: Collection} | {reason: "settled" | "unknown"}}
 */
export function removeCode(collection, id) {
  if (collection.settled) return { reason: "settled" };
  if (!Object.hasOwn(collection.codes, id)) return { reason: "unknown" };
  const { [id]: _, ...codes } = collection.codes;
  return { collection: { ...collection, codes } };
}

/** Writes a list of contributions for the other counter. @type {(round: Round, ids: string[]) => string} */
export function writeList(round, ids) {
  return `${seal(START + LIST + round.id + pairOf(ids.length) + [...ids].sort().join(""))}.`;
}

/**
 * Reads the list of the other counter out of a pasted text.
 * @type {(round: Round, text: string) =>
 *   {ids?: string[], reason?: import("./finding.js").Reason | "no-list" | "two-lists" | "other-round"}}
 */
export function readList(round, text) {
  const length = (/** @type {string} */ start) => {
    const isCounted = start.length >= LIST_HEAD && isSigns(start.slice(0, LIST_HEAD), LIST_HEAD);
    return LIST_HEAD + (isCounted ? numberOf(start.slice(LIST_HEAD - 2, LIST_HEAD)) : 0) * ID_SIGNS + 6;
  };
  const { found, refused } = find(text, { [LIST]: length });
  const texts = new Set(found.map((piece) => piece.text));
  if (texts.size > 1) return { reason: "two-lists" };
  const [list] = texts;
  if (!list) return { reason: refused[0]?.reason ?? "no-list" };
  if (list.slice(START.length + 1, LIST_HEAD - 2) !== round.id) return { reason: "other-round" };
  const ids = list.slice(LIST_HEAD, -6).match(new RegExp(`.{${ID_SIGNS}}`, "g")) ?? [];
  return isIdList(ids) && isSealed(list) ? { ids } : { reason: "changed" };
}

/**
 * Says whether something is a list of different contributions, in order.
 * @param {unknown} ids @returns {ids is string[]}
 */
export function isIdList(ids) {
  const isList = Array.isArray(ids) && ids.length <= 1023 && ids.every((id) => isSigns(id, ID_SIGNS));
  return isList && ids.every((id, at) => !at || ids[at - 1] < id);
}

/**
 * Lays two lists side by side.
 * @type {(mine: string[], theirs: string[]) => {both: string[], onlyMine: string[], onlyTheirs: string[]}}
 */
export function compareLists(mine, theirs) {
  return {
    both: mine.filter((id) => theirs.includes(id)),
    onlyMine: mine.filter((id) => !theirs.includes(id)),
    onlyTheirs: theirs.filter((id) => !mine.includes(id)),
  };
}

/**
 * Gives the hash of a list: 52 signs, of which people compare the first eight.
 * @type {(round: Round, ids: string[]) => Promise<string>}
 */
export function hashOfList(round, ids) {
  return hashOf(["vw1-list", round.id, ...[...ids].sort()].join("\n"));
}

/**
 * Settles the list both counters agreed on. It can be settled again until the total is given away.
 * @param {Collection} collection
 * @param {string[]} wanted
 * @param {string} today
 * @returns {Promise<{collection?: Collection, leftOut?: string[], missing?: string[],
 *   reason?: "not-over" | "bad-list" | "too-few" | "too-many" | "missing-codes" | "second-total"}>}
 */
export async function settle(collection, wanted, today) {
  const { round, codes } = collection;
  const ids = [...new Set(wanted)].sort();
  if (today <= round.last) return { reason: "not-over" };
  if (!isIdList(ids)) return { reason: "bad-list" };
  if (ids.length < round.minimum) return { reason: "too-few" };
  if (ids.length > MOST) return { reason: "too-many" };
  const missing = ids.filter((id) => !Object.hasOwn(codes, id));
  if (missing.length) return { reason: "missing-codes", missing };
  const hash = await hashOfList(round, ids);
  const given = givenOf(collection);
  if (given && given.list !== hash) return { reason: "second-total" };
  const leftOut = idsOf(collection).filter((id) => !ids.includes(id));
  return { collection: { ...collection, settled: { ids, hash } }, leftOut };
}

/** Takes the settled list back, as long as no total was given away. @param {Collection} collection */
export function unsettle(collection) {
  return givenOf(collection) ? { reason: "second-total" } : { collection: { ...collection, settled: null } };
}

/**
 * Adds up the shares of contributions, modulo 256.
 * @type {(codes: Record<string, string>, ids: string[]) => Uint8Array}
 */
export function sumOf(codes, ids) {
  const sums = new Uint8Array(BODY);
  for (const id of ids) for (const [at, cell] of shareIn(codes[id]).entries()) sums[at] += cell;
  return sums;
}

/** Writes the total of the settled list, without giving it away. @param {Collection} collection */
export function totalOf({ round, role, codes, settled }) {
  if (!settled) throw new TypeError("collect: no list is settled");
  const { ids, hash } = settled;
  return writeTotal({ kind: kindOf(role), round: round.id, hash, n: ids.length, sums: sumOf(codes, ids) });
}

/**
 * Gives the total away: once, and afterwards the same one again.
 * @type {(collection: Collection) =>
 *   {collection?: Collection, total?: string, reason?: "not-settled" | "missing-codes" | "second-total"}}
 */
export function exportTotal(collection) {
  if (!collection.settled) return { reason: "not-settled" };
  if (lostOf(collection).length) return { reason: "missing-codes" };
  const total = totalOf(collection);
  const given = givenOf(collection);
  const isOther = given && (given.list !== collection.settled.hash || (given.seal && given.seal !== sealOf(total)));
  if (isOther || (collection.total && collection.total !== total)) return { reason: "second-total" };
  return { collection: { ...collection, total }, total };
}
