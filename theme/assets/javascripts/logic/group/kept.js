// What a browser keeps of rounds: one key for each code. On a teacher's side no code is kept, only which contribution
// was theirs: so no browser holds both shares of anybody, also not that of an opener who takes part.

import { isRecord } from "../store.js";
import { readCode } from "./codes.js";
import { isIdList } from "./collect.js";
import { isSigns } from "./crockford.js";
import { isPictureText } from "./picture.js";
import { isRoundText } from "./round.js";
import { HASH_SIGNS, readTotal } from "./total.js";

const KEY = /^group\/([0-9a-z]{16})(?:\/(settled|total|picture|joined)|\/code\/([0-9a-z]{8}))?$/;
const SELFCHECK = /^\d{4}-\d\d-\d\d-[1-9]\d{0,2}$/;

/** @typedef {{round: string, role: import("./collect.js").Role}} Counting `round` is the text of the round */

/** @type {Record<string, (value: any, round: string) => boolean>} */
const CHECKS = {
  counter: (value) => isRecord(value, ["round", "role"]) && isRole(value.role) && isRoundText(value.round),
  settled: (value) => isRecord(value, ["ids", "hash"]) && isIdList(value.ids) && isSigns(value.hash, HASH_SIGNS),
  total: (value, round) => readTotal(value)?.round === round,
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
export function entriesOf({ round, role, codes, settled, total }) {
  /** @type {[string, any][]} */
  const entries = Object.entries(codes).map(([id, code]) => [keyOf(round.id, "code", id), code]);
  if (settled) entries.push([keyOf(round.id, "settled"), settled]);
  if (total) entries.push([keyOf(round.id, "total"), total]);
  return [...entries, [keyOf(round.id), { round: round.text, role }]];
}

/**
 * Gives the parts of a collection that are kept, for `restore`; `null` when this browser counts nothing in the round.
 * @type {(entries: Iterable<[string, any]>, round: string) => import("./file.js").Parts | null}
 */
export function partsOf(entries, round) {
  const values = new Map(entries);
  const counting = values.get(keyOf(round));
  if (!counting) return null;
  const start = `${keyOf(round, "code")}/`;
  const codes = [...values].filter(([key]) => key.startsWith(start)).map(([, value]) => value);
  const [settled, total] = ["settled", "total"].map((part) => values.get(keyOf(round, part)) ?? null);
  return { ...counting, codes, settled, total };
}

/** Gives in which rounds which self-check was handed in. @param {Iterable<[string, any]>} entries */
export function joinedIn(entries) {
  return [...entries].flatMap(([key, value]) => {
    const [, round, part] = KEY.exec(key) ?? [];
    return part === "joined" ? [{ round: round.toUpperCase(), ...value }] : [];
  });
}
