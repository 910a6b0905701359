// What the opener's page does with the total of the second counter: first look whether everything holds, then add.

import { CELLS, ITEMS } from "./codes.js";
import { kindOf, lostOf, totalOf } from "./collect.js";
import { FEWEST, MOST } from "./round.js";
import { NONE } from "./split.js";
import { findTotal, readTotal } from "./total.js";

/**
 * `counts` are A, B, C and no answer for each item; `null` for an item that too few answered.
 * @typedef {{n: number, counts: (number[] | null)[]}} Combined
 * @typedef {import("./finding.js").Reason | "no-total" | "two-totals" | "not-settled" | "missing-codes" | "wrong-letter" | "other-round"
 *   | "other-list" | "other-number" | "too-few" | "too-many" | "not-adding-up"} Reason
 */

/**
 * Combines a counter's own codes with the total of the other counter.
 * @param {import("./collect.js").Collection} collection with a settled list
 * @param {string} text whatever somebody pasted
 * @returns {{combined?: Combined, reason?: Reason}}
 */
export function combine(collection, text) {
  const { round, role, settled } = collection;
  if (!settled) return { reason: "not-settled" };
  if (lostOf(collection).length) return { reason: "missing-codes" };
  const { total: theirs, reason } = findTotal(text);
  if (!theirs) return { reason };
  if (theirs.round !== round.id) return { reason: "other-round" };
  if (theirs.kind === kindOf(role)) return { reason: "wrong-letter" };
  if (theirs.hash !== settled.hash) return { reason: "other-list" };
  const mine = /** @type {import("./total.js").Total} */ (readTotal(totalOf(collection)));
  return addUp(mine, theirs, round.minimum);
}

/**
 * Adds the totals of the two counters for one list.
 * @type {(mine: import("./total.js").Total, theirs: import("./total.js").Total, minimum: number) =>
 *   {combined?: Combined, reason?: Reason}}
 */
export function addUp(mine, theirs, minimum) {
  const { n } = mine;
  if (theirs.n !== n) return { reason: "other-number" };
  if (n < Math.max(minimum, FEWEST)) return { reason: "too-few" };
  if (n > MOST) return { reason: "too-many" };
  const cells = mine.sums.map((cell, at) => cell + theirs.sums[at]);
  const items = Array.from({ length: ITEMS }, (_, item) => Array.from(cells.slice(item * CELLS, (item + 1) * CELLS)));
  const sum = (/** @type {number[]} */ item) => item.reduce((all, cell) => all + cell);
  const isWhole = items.every((item) => item.every((cell) => cell <= n) && sum(item) === n);
  if (!isWhole) return { reason: "not-adding-up" };
  return { combined: { n, counts: items.map((item) => (n - item[NONE] < FEWEST ? null : item)) } };
}
