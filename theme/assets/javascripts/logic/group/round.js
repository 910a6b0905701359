// A round: who asks what, when, and who counts. Its id is a hash of all that, so nobody can lower the minimum or move
// the period of a round for which codes were already made. It travels behind the # of a link.

import { ITEMS, ROUND_SIGNS } from "./codes.js";
import { chance, isSigns, packList, randomSigns, seal, signsOf, unpackList } from "./crockford.js";
import { hashOf, isSecure } from "./hash.js";
import { looksLike, oddIn } from "./names.js";

/** The fewest that take part, and that answer an item. */
export const FEWEST = 10;
/** More would not fit in a cell. */
export const MOST = 255;
export const MOST_NAME = 60;

const KIND = "R";
/** What a round is called in a link. */
export const PARAMETER = "ronde";
const SEED_BYTES = 10;
const SLUG = /^[a-z0-9-]{1,64}$/;

/**
 * @typedef {{id: string, version: number, areas: {id: string, competences: string[]}[]}} Asked the self-check
 * @typedef {{name: string, first: string, last: string, minimum: number, opener: string, second: string}} Fields
 * @typedef {Fields & {id: string, text: string, questionnaire: string, version: number, order: string[]}} Round
 *   `text` is what the link holds; the days are as 2026-11-22
 * @typedef {{field: keyof Fields, reason: "missing" | "too-long" | "not-a-day" | "ends-before-start" | "too-few"
 *   | "too-many" | "same-counters" | "alike-counters" | import("./names.js").Odd}} Wrong
 * @typedef {"insecure" | "not-ours" | "other-format" | "cut" | "changed" | "other-questionnaire" | "other-version"
 *   | "bad-value"} Reason
 */

/** Gives the competences in the order in which they are asked. @param {Asked} asked */
export function orderOf(asked) {
  return asked.areas.flatMap((area) => area.competences);
}

/** Gives a short sign of an order. @param {string[]} order */
export function printOf(order) {
  return seal(signsOf(new TextEncoder().encode(order.join(" ")))).slice(-6);
}

/** @param {unknown} value @returns {value is string} */
export function isDay(value) {
  if (typeof value !== "string" || !/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00Z`);
  return time >= 0 && new Date(time).toISOString().startsWith(value);
}

/** Writes a name in one way: one space between words, nothing that cannot be seen. @param {string} name */
export function cleanName(name) {
  return name.normalize("NFC").replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "").trim();
}

/** Tells what is wrong in what somebody filled in. @type {(fields: Fields) => Wrong[]} */
export function findWrong({ name, first, last, minimum, opener, second }) {
  /** @type {Wrong[]} */
  const wrong = [];
  for (const [field, value] of /** @type {["name" | "opener" | "second", string][]} */ (
    Object.entries({ name, opener, second })
  )) {
    const { length } = [...cleanName(value)];
    if (!length || length > MOST_NAME) wrong.push({ field, reason: length ? "too-long" : "missing" });
  }
  if (cleanName(opener) && cleanName(opener).toLowerCase() === cleanName(second).toLowerCase()) {
    wrong.push({ field: "second", reason: "same-counters" });
  }
  if (!isDay(first)) wrong.push({ field: "first", reason: "not-a-day" });
  if (!isDay(last)) wrong.push({ field: "last", reason: "not-a-day" });
  else if (isDay(first) && last < first) wrong.push({ field: "last", reason: "ends-before-start" });
  if (!Number.isInteger(minimum) || minimum < 1) wrong.push({ field: "minimum", reason: "too-few" });
  else if (minimum > MOST) wrong.push({ field: "minimum", reason: "too-many" });
  return wrong;
}

/**
 * Tells which names nobody can read aloud, or tell apart where they are of counters; the round itself may be called
 * anything that can be seen. Nobody makes such a round, but one that was made before is read, and what is odd is said.
 * @type {(names: {name: string, opener: string, second: string}) => Wrong[]}
 */
export function findOdd(names) {
  const [name, opener, second] = [names.name, names.opener, names.second].map(cleanName);
  const found = Object.entries({ opener, second }).map(([field, one]) => ({ field, reason: one && oddIn(one) }));
  const odd = /** @type {Wrong[]} */ (found.filter(({ reason }) => reason));
  if (!odd.length && opener && second && looksLike(opener, second)) odd.push({ field: "second", reason: "alike-counters" });
  if (oddIn(name) === "hidden") odd.push({ field: "name", reason: "hidden" });
  return odd;
}

/**
 * Makes a round. A minimum below ten becomes ten.
 * @param {Fields} fields without anything wrong
 * @param {Asked} asked
 * @param {import("./crockford.js").Random} [random]
 * @returns {Promise<{round?: Round, reason?: Reason}>}
 */
export async function makeRound(fields, asked, random = chance) {
  if (findWrong(fields).length || findOdd(fields).length) throw new TypeError("round: something is wrong in the fields");
  const { first, last } = fields;
  const [name, opener, second] = [fields.name, fields.opener, fields.second].map(cleanName);
  const minimum = Math.max(fields.minimum, FEWEST);
  const seed = randomSigns(SEED_BYTES, random);
  const list = [seed, asked.id, asked.version, printOf(orderOf(asked)), first, last, minimum, name, opener, second];
  return readRound(packList(KIND, list), asked);
}

/**
 * Reads a round that anybody can have written.
 * @param {string} text
 * @param {Asked} asked
 * @returns {Promise<{round?: Round, reason?: Reason}>}
 */
export async function readRound(text, asked) {
  if (!isSecure()) return { reason: "insecure" };
  const { list, text: clean, reason } = unpackList(KIND, text);
  if (!list || !clean) return { reason };
  if (!isRoundList(list)) return { reason: "bad-value" };
  const [, questionnaire, version, print, first, last, minimum, name, opener, second] = list;
  if (questionnaire !== asked.id) return { reason: "other-questionnaire" };
  const order = orderOf(asked);
  if (order.length !== ITEMS) throw new TypeError(`round: ${ITEMS} competences are asked`);
  if (version !== asked.version || print !== printOf(order)) return { reason: "other-version" };
  const id = (await hashOf(`vw1-round\n${JSON.stringify(list)}`)).slice(0, ROUND_SIGNS);
  const said = { name, first, last, minimum: Math.max(minimum, FEWEST), opener, second };
  return { round: { ...said, id, text: clean, questionnaire, version, order } };
}

/** Says whether a text can be a round, without its id. @param {unknown} text */
export function isRoundText(text) {
  const { list, text: clean } = unpackList(KIND, typeof text === "string" ? text : "");
  return clean === text && list !== undefined && isRoundList(list);
}

/** @param {any[]} list */
function isRoundList(list) {
  const [seed, questionnaire, version, print, first, last, minimum, name, opener, second] = list;
  const isNamed = [name, opener, second].every((one) => typeof one === "string" && one === cleanName(one));
  const isAsked = SLUG.test(questionnaire) && typeof questionnaire === "string" && version > 0;
  const isFine = list.length === 10 && isSigns(seed, 16) && isAsked && Number.isInteger(version) && isSigns(print, 6);
  return isFine && isNamed && !findWrong({ name, first, last, minimum, opener, second }).length;
}

/** Gives a link that holds a text. @type {(address: string, parameter: string, text: string) => string} */
export function linkWith(address, parameter, text) {
  return `${address.split("#")[0]}#${parameter}=${text}`;
}

/** Gives the link to a round. @type {(address: string, round: Round) => string} */
export function linkTo(address, { text }) {
  return linkWith(address, PARAMETER, text);
}
