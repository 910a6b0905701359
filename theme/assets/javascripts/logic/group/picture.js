// The picture of a team: for each competence and area the median band (ties downward) and the share in the largest
// band, in tens of percents; from twenty people on also the counts. The link to it holds exactly what is shown.

import { isSigns, packList, unpackList } from "./crockford.js";
import { ROUND_SIGNS } from "./codes.js";
import { cleanName, FEWEST, isDay, linkWith, MOST, MOST_NAME, orderOf, printOf } from "./round.js";
import { bandsOf, NONE } from "./split.js";

/** From so many people on the counts are shown. */
export const COUNTED_FROM = 20;

const KIND = "P";
/** What a picture is called in a link. */
export const PARAMETER = "beeld";

/**
 * @typedef {import("./round.js").Asked} Asked
 * @typedef {{id: string, median: number | null, share: number | null, counts: number[] | null}} Row all is `null` where
 *   too few answered; the median is 0, 1 or 2, the share a percentage, the counts are of A, B and C
 * @typedef {{round: string, name: string, first: string, last: string, n: number, items: Row[], areas: Row[]}} Picture
 * @typedef {"not-ours" | "other-format" | "cut" | "changed" | "other-questionnaire" | "other-version" | "bad-value"}
 *   Reason
 */

/** @param {number[]} counts of A, B and C */
function total(counts) {
  return counts.reduce((sum, one) => sum + one, 0);
}

/** Gives the lowest band that half of them do not pass. @param {number[]} counts */
export function medianOf(counts) {
  const all = total(counts);
  let [band, below] = [0, counts[0]];
  while (below * 2 < all) below += counts[++band];
  return band;
}

/** Gives the share of the largest band, to the nearest ten percent, halves up. @param {number[]} counts */
export function shareOf(counts) {
  const all = total(counts);
  return Math.floor((20 * Math.max(...counts) + all) / (2 * all)) * 10;
}

/** @type {(id: string, counts: number[] | null, isCounted: boolean) => Row} */
function rowOf(id, counts, isCounted) {
  if (!counts) return { id, median: null, share: null, counts: null };
  return { id, median: medianOf(counts), share: shareOf(counts), counts: isCounted ? counts : null };
}

/**
 * Pools the items of each area that enough people answered: what is not shown is not in its area either.
 * @type {(asked: Asked, counts: (number[] | null)[], isCounted: boolean) => Row[]}
 */
function pool(asked, counts, isCounted) {
  const order = orderOf(asked);
  return asked.areas.map(({ id, competences }) => {
    const shown = competences.flatMap((one) => counts[order.indexOf(one)] ?? []);
    const sums = [0, 1, 2].map((band) => total(shown.filter((_, at) => at % 3 === band)));
    return rowOf(id, shown.length ? sums : null, isCounted);
  });
}

/**
 * Makes the picture of what was combined.
 * @type {(round: import("./round.js").Round, combined: import("./combine.js").Combined, asked: Asked) => Picture}
 */
export function makePicture(round, { n, counts }, asked) {
  const answered = counts.map((one) => one && one.slice(0, NONE));
  const isCounted = n >= COUNTED_FROM;
  const { id, name, first, last, order } = round;
  const items = order.map((competence, at) => rowOf(competence, answered[at], isCounted));
  return { round: id, name, first, last, n, items, areas: pool(asked, answered, isCounted) };
}

/** Writes a picture. @type {(picture: Picture, asked: Asked) => string} */
export function writePicture({ round, name, first, last, n, items, areas }, asked) {
  const short = (/** @type {Row} */ row) => (row.median === null ? 0 : (row.counts ?? [row.median, row.share]));
  // The counts of an area follow from those of its items.
  const pooled = n >= COUNTED_FROM ? 0 : areas.map(short);
  const start = [round, asked.id, asked.version, printOf(orderOf(asked)), name, first, last, n];
  return packList(KIND, [...start, items.map(short), pooled]);
}

/**
 * Reads a picture that anybody can have written.
 * @type {(text: string, asked: Asked) => {picture?: Picture, reason?: Reason}}
 */
export function readPicture(text, asked) {
  const { list, reason } = unpackList(KIND, text);
  if (!list) return { reason };
  const [round, questionnaire, version, print, name, first, last, n, items, areas] = list;
  const order = orderOf(asked);
  if (!isHead(list)) return { reason: "bad-value" };
  if (questionnaire !== asked.id) return { reason: "other-questionnaire" };
  if (version !== asked.version || print !== printOf(order)) return { reason: "other-version" };
  const isCounted = n >= COUNTED_FROM;
  const isRow = isCounted ? (/** @type {any} */ row) => isCounts(row, n) : isShort;
  if (!isListOf(items, order.length, isRow)) return { reason: "bad-value" };
  const start = { round, name, first, last, n };
  if (isCounted) {
    const counts = items.map((/** @type {any} */ row) => row || null);
    const rows = order.map((id, at) => rowOf(id, counts[at], true));
    if (areas !== 0) return { reason: "bad-value" };
    return { picture: { ...start, items: rows, areas: pool(asked, counts, true) } };
  }
  if (!isListOf(areas, asked.areas.length, isShort)) return { reason: "bad-value" };
  const rows = order.map((id, at) => longOf(id, items[at]));
  const pooled = asked.areas.map(({ id }, at) => longOf(id, areas[at]));
  const isEmpty = (/** @type {string[]} */ ids) => rows.every((row) => !ids.includes(row.id) || row.median === null);
  const isWhole = asked.areas.every((area, at) => isEmpty(area.competences) === (pooled[at].median === null));
  return isWhole ? { picture: { ...start, items: rows, areas: pooled } } : { reason: "bad-value" };
}

/**
 * Says whether a text can be the picture of a round, whatever was asked.
 * @type {(text: unknown, round: string) => boolean}
 */
export function isPictureText(text, round) {
  const { list, text: clean } = unpackList(KIND, typeof text === "string" ? text : "");
  return list !== undefined && clean === text && isHead(list) && list[0] === round;
}

/** @param {any[]} list */
function isHead([round, questionnaire, version, print, name, first, last, n, ...more]) {
  const isNamed = typeof name === "string" && name !== "" && cleanName(name) === name && [...name].length <= MOST_NAME;
  const isAsked = typeof questionnaire === "string" && Number.isInteger(version) && isSigns(print, 6);
  const isWhen = isDay(first) && isDay(last) && first <= last;
  const isCounted = Number.isInteger(n) && n >= FEWEST && n <= MOST;
  return isSigns(round, ROUND_SIGNS) && isAsked && isNamed && isWhen && isCounted && more.length === 2;
}

/** @type {(list: any, length: number, isRow: (row: any) => boolean) => boolean} */
function isListOf(list, length, isRow) {
  return Array.isArray(list) && list.length === length && list.every((row) => row === 0 || isRow(row));
}

/** Of three bands the largest holds a third or more. @param {any} row */
function isShort(row) {
  if (!Array.isArray(row) || row.length !== 2) return false;
  const [median, share] = row;
  return [0, 1, 2].includes(median) && Number.isInteger(share / 10) && share >= 30 && share <= 100;
}

/** @type {(row: any, n: number) => boolean} */
function isCounts(row, n) {
  const isRow = Array.isArray(row) && row.length === 3 && row.every((one) => Number.isInteger(one) && one >= 0);
  return isRow && total(row) >= FEWEST && total(row) <= n;
}

/** @type {(id: string, row: any) => Row} */
function longOf(id, row) {
  return { id, median: row ? row[0] : null, share: row ? row[1] : null, counts: null };
}

/**
 * Gives somebody's own bands, to stand beside the picture; `null` where there is no answer.
 * @type {(answers: import("../scoring.js").Answers, asked: Asked) =>
 *   {items: Record<string, number | null>, areas: Record<string, number | null>}}
 */
export function ownBands(answers, asked) {
  const order = orderOf(asked);
  const bands = bandsOf(answers, order);
  const items = order.map((id, at) => [id, bands[at] === NONE ? null : bands[at]]);
  const areas = asked.areas.map(({ id, competences }) => {
    const own = bandsOf(answers, competences).filter((band) => band !== NONE);
    const counts = [0, 1, 2].map((band) => own.filter((one) => one === band).length);
    return [id, own.length ? medianOf(counts) : null];
  });
  return { items: Object.fromEntries(items), areas: Object.fromEntries(areas) };
}

/**
 * Gives the competences with the lowest median there is, in their order; none when that is the highest band.
 * @param {Picture} picture
 */
export function weakest({ items }) {
  const shown = items.flatMap(({ median }) => (median === null ? [] : [median]));
  const lowest = Math.min(...shown);
  return lowest < 2 ? items.filter(({ median }) => median === lowest).map(({ id }) => id) : [];
}

/** Gives the link to a picture. @type {(address: string, text: string) => string} */
export function linkTo(address, text) {
  return linkWith(address, PARAMETER, text);
}
