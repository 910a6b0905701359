// A total is the sum of the shares of one kind for exactly one list: VW1T, the letter, 16 signs for the round, 52 for
// the hash of the list, 2 for how many, 205 for the sums, 6 of checksum, and a full stop.

import { BODY, ROUND_SIGNS } from "./codes.js";
import { bytesOf, isSealed, isSigns, numberOf, pairOf, seal, signsOf, START } from "./crockford.js";
import { find } from "./finding.js";

export const HASH_SIGNS = 52;

const KIND = "T";
const HASH = START.length + 2 + ROUND_SIGNS;
const COUNT = HASH + HASH_SIGNS;
const SUMS = COUNT + 2;
const LENGTH = SUMS + 205 + 6;

/** @typedef {{kind: "A" | "B", round: string, hash: string, n: number, sums: Uint8Array}} Total */

/** @type {(total: Total) => string} */
export function writeTotal({ kind, round, hash, n, sums }) {
  const isFine = isSigns(round, ROUND_SIGNS) && isSigns(hash, HASH_SIGNS) && sums.length === BODY;
  if (!isFine) throw new TypeError("total: wrong round, hash or sums");
  return `${seal(START + KIND + kind + round + hash + pairOf(n) + signsOf(sums))}.`;
}

/** Gives the last signs of a total, in which it differs from nearly every other. @param {string} total */
export const sealOf = (total) => total.slice(-7, -1);

/** Reads a total just as it was written; `null` for anything else. @param {unknown} text @returns {Total | null} */
export function readTotal(text) {
  if (typeof text !== "string" || text.length !== LENGTH + 1 || !/^VW1T[AB].*\.$/.test(text)) return null;
  const signs = text.slice(0, -1);
  if (!isSigns(signs, LENGTH) || !isSealed(signs)) return null;
  const sums = bytesOf(signs.slice(SUMS, -6));
  const kind = /** @type {"A" | "B"} */ (text[START.length + 1]);
  const [round, hash] = [signs.slice(START.length + 2, HASH), signs.slice(HASH, COUNT)];
  return sums && { kind, round, hash, n: numberOf(signs.slice(COUNT, SUMS)), sums };
}

/**
 * Finds the total in whatever somebody pasted; the same one twice is one.
 * @type {(text: string) => {total?: Total, reason?: import("./finding.js").Reason | "no-total" | "two-totals"}}
 */
export function findTotal(text) {
  const { found, refused } = find(text, { [KIND]: LENGTH });
  const texts = new Set(found.map((piece) => piece.text));
  if (texts.size > 1) return { reason: "two-totals" };
  if (!texts.size) return { reason: refused[0]?.reason ?? "no-total" };
  const total = readTotal(`${[...texts][0]}.`);
  return total ? { total } : { reason: "changed" };
}
