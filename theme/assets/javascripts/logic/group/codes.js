// A code is one of the two shares of somebody's answers: VW1A for the opener, VW1B for the second counter, then 16
// signs for the round, 8 for the contribution, 205 for the share, 6 of checksum, and a full stop. With one of both
// alone nobody can learn anything.

import { bytesOf, isSealed, isSigns, seal, signsOf, START } from "./crockford.js";
import { find } from "./finding.js";

export const ITEMS = 32;
/** A, B, C, and no answer. */
export const CELLS = 4;
export const BODY = ITEMS * CELLS;
export const ROUND_SIGNS = 16;
export const ID_SIGNS = 8;

const HEAD = START.length + 1;
const ID = HEAD + ROUND_SIGNS;
const SHARE = ID + ID_SIGNS;
const LENGTH = SHARE + 205 + 6;
const LINE = 48;

/**
 * @typedef {"A" | "B"} Kind
 * @typedef {{kind: Kind, round: string, id: string, text: string}} Code `text` ends with the full stop
 */

/** Writes a share. @type {(kind: Kind, round: string, id: string, share: Uint8Array) => string} */
export function writeCode(kind, round, id, share) {
  const isFine = isSigns(round, ROUND_SIGNS) && isSigns(id, ID_SIGNS) && share.length === BODY;
  if (!isFine) throw new TypeError("codes: wrong round, contribution or share");
  return `${seal(START + kind + round + id + signsOf(share))}.`;
}

/** Reads a code just as it was written; `null` for anything else. @param {unknown} text @returns {Code | null} */
export function readCode(text) {
  if (typeof text !== "string" || text.length !== LENGTH + 1 || !/^VW1[AB].*\.$/.test(text)) return null;
  const signs = text.slice(0, -1);
  if (!isSigns(signs, LENGTH) || !isSealed(signs) || !bytesOf(signs.slice(SHARE, -6))) return null;
  return { kind: /** @type {Kind} */ (text[HEAD - 1]), round: text.slice(HEAD, ID), id: text.slice(ID, SHARE), text };
}

/** Gives the share in a code. @param {string} text */
export function shareIn(text) {
  return /** @type {Uint8Array} */ (bytesOf(text.slice(SHARE, LENGTH - 6)));
}

/** Finds the codes in whatever somebody pasted. @param {string} text */
export function findCodes(text) {
  const { found, refused, others } = find(text, { A: LENGTH, B: LENGTH });
  /** @type {(Code & {line: number})[]} */
  const codes = [];
  for (const piece of found) {
    const code = readCode(`${piece.text}.`);
    if (code) codes.push({ ...code, line: piece.line });
    else refused.push({ line: piece.line, text: piece.text.slice(0, SHARE), reason: "changed" });
  }
  return { codes, refused, others };
}

/** Gives a code in five lines, for a mail or a slip. @param {string} text */
export function inLines(text) {
  return text.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
}
