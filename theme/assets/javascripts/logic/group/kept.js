// What a browser keeps of rounds: one key for each code. On a teacher's side no code is kept, only which contribution
// was theirs: so no browser holds both shares of anybody, also not that of an opener who takes part.

import { isRecord } from "../store.js";
import { readCode } from "./codes.js";
import { givenOf, isIdList } from "./collect.js";
import { isSigns } from "./crockford.js";
import { isPictureText } from "./picture.js";
import { isRoundText } from "./round.js";
import { HASH_SIGNS, readTotal } from "./total.js";

const KEY = /^group\/([0-9a-z]{16})(?:\/(settled|total|given|picture|joined)|\/code\/([0-9a-z]{8}))?$/;
const SELFCHECK = /^\d{4}-\d\d-\d\d-[1-9]\d{0,2}$/;

/** @typedef {{round: string, role: import("./collect.js").Role}} Counting `round` is the text of the round */

/** @type {Record<string, (value: any, round: string) => boolean>} */
const CHECKS = {
  counter: (value) => isRecord(value, ["round", "role"]) && isRole(value.role) && isRoundText(value.round),
  settled: (value) => isRecord(value, ["ids", "hash"]) && isIdList(value.ids) && isSigns(value.hash, HASH_SIGNS),
  total: (value, round) => readTotal(value)?.round === round,
  given: (value) => isGiven(value),
  picture: (value, round) => isPictureText(value, round),
  joined: (value) =>
    isRecord(value, ["contribution", "selfcheck"]) &&
    isSigns(value.contribution, 8) &&
    typeof value.selfcheck === "string" &&
    SELFCHECK.test(value.selfcheck),
};

/** @param {unknown} value @returns {value is import("./collect.js").Role} */
export function isRole(value) {
  return value === "opener" || value === "second";
}

/** @param {any} value @returns {value is import("./collect.js").Given} */
export function isGiven(value) {
  return isRecord(value, ["list", "seal"]) && isSigns(value.list, HASH_SIGNS) && (value.seal === "" || isSigns(value.seal, 6));
}

/** Gives the key of a round, or of a part of it. @type {(round: string, part?: string, id?: string) => string} */
export function keyOf(round, part, id) {
  return ["group", round, part, id].filter(Boolean).join("/").toLowerCase();
}

/** Judges what stands under a key of the store. @type {(key: string, value: any) => boolean} */
export function isValid(key, value) {
  const [, round, part = "counter", id] = KEY.exec(key) ?? [];
  if (!round) return false;
  if (!id) return CHECKS[part](value, round.toUpperCase());
  const code = readCode(value);
  return code !== null && keyOf(code.round, "code", code.id) === key;
}

/**
 * Gives what a collection is kept as, codes first.
 * @type {(collection: import("./collect.js").Collection) => [string, any][]}
 */
export function entriesOf(collection) {
  const { round, role, codes, settled, total } = collection;
  const given = givenOf(collection);
  /** @type {[string, any][]} */
  const entries = Object.entries(codes).map(([id, code]) => [keyOf(round.id, "code", id), code]);
  if (settled) entries.push([keyOf(round.id, "settled"), settled]);
  if (total) entries.push([keyOf(round.id, "total"), total]);
  if (given) entries.push([keyOf(round.id, "given"), given]);
  return [...entries, [keyOf(round.id), { round: round.text, role }]];
}

/**
 * Gives the parts of a collection that are kept, for `restore`; `null` when this browser counts nothing in the round. Who
 * lost what says which counter they are, is the one whose codes these are; `text` is that of the round.
 * @type {(entries: Iterable<[string, any]>, round: string, text?: string) => import("./file.js").Parts | null}
 */
export function partsOf(entries, round, text = "") {
  const values = new Map(entries);
  const counting = values.get(keyOf(round));
  const start = `${keyOf(round, "code")}/`;
  const codes = [...values].filter(([key]) => key.startsWith(start)).map(([, value]) => value);
  const [settled, total, given] = ["settled", "total", "given"].map((part) => values.get(keyOf(round, part)) ?? null);
  if (!counting && !codes.length && !settled && !total) return null;
  return { round: text || counting?.round, role: counting?.role ?? roleOf(codes, total), codes, settled, total, given };
}

/** Gives whose codes and total these are. @type {(codes: string[], total: string | null) => import("./collect.js").Role | undefined} */
function roleOf(codes, total) {
  const kinds = new Set([...codes.map((code) => readCode(code)?.kind), ...(total ? [readTotal(total)?.kind] : [])]);
  if (kinds.size !== 1) return undefined;
  return kinds.has("A") ? "opener" : "second";
}

/** What is remembered of a total of which nothing can be read: no list is the one it was for. */
const SOME_TOTAL = { list: "0".repeat(HASH_SIGNS), seal: "" };

/**
 * Gives what is remembered of the total that was given away in a round, also where the text of it cannot be read.
 * @type {(entries: Iterable<[string, any]>, round: string, unread: string[]) => import("./collect.js").Given | null}
 */
export function givenIn(entries, round, unread) {
  const values = new Map(entries);
  const [settled, total, given] = ["settled", "total", "given"].map((part) => values.get(keyOf(round, part)) ?? null);
  const isThere = ["total", "given"].some((part) => unread.includes(keyOf(round, part)));
  const some = isThere ? { ...SOME_TOTAL, ...(settled && { list: settled.hash }) } : null;
  return given ?? givenOf({ total, given: some });
}

/** Says whether a key is of a counter in a round, and not of somebody who takes part. @type {(key: string, round: string) => boolean} */
export const isCounters = (key, round) => `${key}/`.startsWith(`${keyOf(round)}/`) && key !== keyOf(round, "joined");

/** Gives in which rounds which self-check was handed in. @param {Iterable<[string, any]>} entries */
export function joinedIn(entries) {
  return [...entries].flatMap(([key, value]) => {
    const [, round, part] = KEY.exec(key) ?? [];
    return part === "joined" ? [{ round: round.toUpperCase(), ...value }] : [];
  });
}
