// A result in a link: two signs of version, one for every two answers, two of checksum. It stands after the #, so it
// reaches no server. Anybody can have written or broken it.

import { NOISE } from "./fragment.js";
import { isAnswer } from "./scoring.js";

/** What a result is called in a link. */
export const NAME = "resultaat";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const NOT_APPLICABLE = 7;

/** @typedef {import("./scoring.js").Answers} Answers */

/**
 * Writes answers: 20 signs for 32 competences.
 * @type {(answers: Answers, order: string[], version: number) => string}
 */
export function encode(answers, order, version) {
  check(order, [version]);
  const codes = [...order.map((id) => codeOf(answers[id])), 0];
  const signs = [version >> 6, version & 63];
  for (let at = 0; at < order.length; at += 2) signs.push((codes[at] << 3) | codes[at + 1]);
  return [...signs, ...checksum(signs)].map((sign) => ALPHABET[sign]).join("");
}

/** @param {import("./scoring.js").Answer | undefined} answer */
function codeOf(answer) {
  if (answer === undefined) return 0;
  if (!isAnswer(answer)) throw new TypeError(`sharing: ${String(answer)} is no answer`);
  return answer === "na" ? NOT_APPLICABLE : answer;
}

/** How a result is found in an address. @type {(order: string[]) => import("./fragment.js").Code} */
export const codeOfResult = (order) => ({ signs: /^[\w-]*/, noise: NOISE, length: () => lengthOf(order) });

/** @param {string[]} order */
const lengthOf = (order) => 4 + Math.ceil(order.length / 2);

/**
 * Reads answers.
 * @param {string} text
 * @param {string[]} order
 * @param {number[]} versions those whose answers may be read in this order
 * @returns {{answers?: Answers, version?: number, reason?: "cut" | "changed" | "other-version" | "not-a-result"}}
 */
export function decode(text, order, versions) {
  check(order, versions);
  const length = lengthOf(order);
  if (!/^[\w-]+$/.test(text) || text.length > length) return { reason: "not-a-result" };
  if (text.length < length) return { reason: "cut" };
  const signs = [...text].map((sign) => ALPHABET.indexOf(sign));
  if (checksum(signs).some(Boolean)) return { reason: "changed" };
  const version = (signs[0] << 6) | signs[1];
  if (!versions.includes(version)) return { reason: "other-version" };
  const codes = signs.slice(2).flatMap((sign) => [sign >> 3, sign & 7]);
  /** @type {Answers} */
  const answers = {};
  for (const [at, id] of order.entries()) if (codes[at]) answers[id] = codes[at] === NOT_APPLICABLE ? "na" : codes[at];
  return { answers, version };
}

/** @type {(order: string[], versions: number[]) => void} */
function check(order, versions) {
  const isFine = versions.every((version) => Number.isInteger(version) && version > 0 && version < 4096);
  // The checksum is proved for 63 signs.
  if (!isFine || !order.length || order.length > 118) throw new TypeError("sharing: wrong version or order");
}

/**
 * Gives the two signs of a Reed-Solomon code over 64 signs; of signs with their checksum both are zero. Two texts that
 * hold differ in three places or more: every change of one or two signs is noticed, and every swap.
 * @param {number[]} signs
 */
function checksum(signs) {
  // Starting from this, no row of equal signs is a result.
  let [high, low] = [21, 42];
  for (const sign of signs) {
    const carried = sign ^ high;
    const double = (carried << 1) ^ (carried & 32 ? 0x43 : 0);
    [high, low] = [low ^ double ^ carried, double];
  }
  return [high, low];
}

/** Gives a link that holds a result. @type {(address: string, text: string) => string} */
export function linkTo(address, text) {
  return `${address.split("#")[0]}#${NAME}=${text}`;
}
