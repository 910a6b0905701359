// What a teacher does: coarsen every answer to a band before anything else, and split the table of bands in two. Share
// A is pure chance; share B is the table minus A, modulo 256. What is not in the table cannot leak.

import { BODY, CELLS, ID_SIGNS, ITEMS, writeCode } from "./codes.js";
import { chance, randomSigns } from "./crockford.js";

/** The bands, lowest first. Each holds two levels: A1 and A2, B1 and B2, C1 and C2. */
export const BANDS = ["A", "B", "C"];
/** The place of "no answer" behind the bands. */
export const NONE = 3;
export const MOST_EMPTY = 3;

const ID_BYTES = (ID_SIGNS * 5) / 8;

/**
 * @typedef {import("../scoring.js").Answers} Answers
 * @typedef {import("./round.js").Round} Round
 * @typedef {{id: string, questionnaire: string, version: number, finished: string | null, answers: Answers}} Result
 *   a round of the self-check; `finished` is a day
 * @typedef {"other-questionnaire" | "other-version" | "not-finished" | "outside-period" | "round-over" | "quick-scan"
 *   | "too-many-empty" | "same-answers"} Reason
 */

/**
 * Gives the band of every competence: 0, 1 or 2, or 3 for no answer.
 * @type {(answers: Answers, order: string[]) => number[]}
 */
export function bandsOf(answers, order) {
  return order.map((id) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : "na";
    return answer === "na" ? NONE : Math.ceil(answer / 2) - 1;
  });
}

/**
 * Tells why somebody cannot take part; nothing when they can.
 * @param {Round} round
 * @param {Result} result
 * @param {{today: string, quick: string[], joined: {round: string, selfcheck: string}[]}} known `quick` are the
 *   competences of the quick scan; `joined` says in which rounds which self-check was handed in
 * @returns {Reason[]}
 */
export function mayJoin(round, result, { today, quick, joined }) {
  /** @type {Reason[]} */
  const reasons = [];
  const answered = round.order.filter((_, at) => bandsOf(result.answers, round.order)[at] !== NONE);
  if (result.questionnaire !== round.questionnaire) reasons.push("other-questionnaire");
  else if (result.version !== round.version) reasons.push("other-version");
  if (result.finished === null) reasons.push("not-finished");
  else if (result.finished < round.first || result.finished > round.last) reasons.push("outside-period");
  if (today > round.last) reasons.push("round-over");
  if (answered.length && answered.every((id) => quick.includes(id))) reasons.push("quick-scan");
  else if (answered.length < round.order.length - MOST_EMPTY) reasons.push("too-many-empty");
  // Of two totals of the same answers the difference shows whoever came between them.
  if (joined.some((one) => one.round !== round.id && one.selfcheck === result.id)) reasons.push("same-answers");
  return reasons;
}

/** Gives a table with a one for the band of each item. @param {number[]} bands */
export function tableOf(bands) {
  const table = new Uint8Array(BODY);
  if (bands.length !== ITEMS) throw new TypeError(`split: ${ITEMS} bands are needed`);
  for (const [item, band] of bands.entries()) {
    if (![0, 1, 2, NONE].includes(band)) throw new TypeError(`split: ${band} is no band`);
    table[item * CELLS + band] = 1;
  }
  return table;
}

/**
 * Splits a table. Chance that is none would show the table whole: that is an error.
 * @type {(table: Uint8Array, random?: import("./crockford.js").Random) => {a: Uint8Array, b: Uint8Array}}
 */
export function split(table, random = chance) {
  const a = random(new Uint8Array(BODY));
  if (a.length !== BODY || new Set(a).size < 16) throw new TypeError("split: the chance is broken");
  return { a, b: table.map((cell, at) => cell - a[at]) };
}

/**
 * Makes the two codes of somebody who may join.
 * @type {(round: Round, answers: Answers, random?: import("./crockford.js").Random) =>
 *   {id: string, codeA: string, codeB: string}}
 */
export function contribute(round, answers, random = chance) {
  const id = randomSigns(ID_BYTES, random);
  const { a, b } = split(tableOf(bandsOf(answers, round.order)), random);
  return { id, codeA: writeCode("A", round.id, id, a), codeB: writeCode("B", round.id, id, b) };
}
