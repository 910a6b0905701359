// What a comparison shows: which records the address asks for, what stands in each cell, and the mail to ask the rest.
// Plain data in, plain data out.

import { asOf } from "./schedule.js";

/**
 * An answer to a criterion: yes, partly or no; its evidence; the number of its source, and whether that has a date.
 * @typedef {[string, string, number, boolean]} Answer
 * What the data says of an organisation; `answers` holds its answers by criterion.
 * @typedef {Record<string, string[]>} Facts
 * @typedef {{name: string, status: string, facts: Facts, answers: Record<string, Answer>,
 *   offers: Record<string, Offer>, email?: string, page?: string}} Provider
 * @typedef {{title: string, facts: Facts, later?: [string, Partial<Offer>][]}} Offer `later` holds what changes, by day
 * @typedef {{records: Record<string, Provider>, moved: Record<string, string>}} File
 */

/**
 * A column: an organisation, or one of its offers.
 * @typedef {{id: string, title: string, by: string, path: string, offer: string, facts: Facts, provider: Provider}}
 *   Column
 */

/**
 * A practical fact as a row: whether only offers have it, and whether it is shown when nobody knows it.
 * @typedef {{name: string, isOfOffers: boolean, isAlways: boolean}} FactRow
 * @typedef {string[] | "unknown" | "varies"} Cell
 * @typedef {{state: "hidden" | "gathered"} | {state: "shown", cells: Cell[]}} Shown
 */

export const MOST = 4;

const LOOKED_AT = 12;
const ID = /^[a-z0-9-]{1,64}(?:\/[a-z0-9-]{1,64})?$/;
const OF_ITS_PROVIDER = ["where", "kind", "age"];

/** What an address can ask for. @type {Record<string, import("./fragment.js").Kind>} */
export const NAMES = { id: "slug" };

/**
 * Gives the ids an address asks for. What cannot be an id is left out and told: `notes` names the words for it.
 * @param {[string, string][]} values
 * @returns {{ids: string[], notes: string[]}}
 */
export function readIds(values) {
  const notes = new Set();
  const ids = new Set();
  for (const [, value] of values) {
    if (!ID.test(value)) notes.add("broken");
    else if (ids.has(value)) notes.add("twice");
    else ids.add(value);
  }
  if (ids.size > LOOKED_AT) notes.add("many");
  return { ids: [...ids].slice(0, LOOKED_AT), notes: [...notes] };
}

/** Gives a file as it is on a day. @type {(file: File, day: string) => File} */
export function fileOn(file, day) {
  // Data of another shape are told of where they are used.
  if (!file?.records) return file;
  const { records, moved } = file;
  /** @type {(provider: Provider) => Provider} */
  const known = (provider) => ({ ...provider, offers: mapped(provider.offers, (offer) => asOf(offer, day)) });
  return { records: mapped(records, known), moved };
}

/** @type {<T>(record: Record<string, T>, change: (value: T) => T) => Record<string, T>} */
const mapped = (record, change) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Writes ids as the part of an address after `#`. @param {string[]} ids */
export function asHash(ids) {
  return ids.map((id) => `id=${id}`).join("&");
}

/**
 * Gives the number of the file an organisation stands in (generator/outputs/comparison.py reckons the same).
 * @param {string} id
 * @param {number} count
 */
export function fileOf(id, count) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value % count;
}

/**
 * Gives the columns for ids, each record once, with notes on what was left out.
 * @param {string[]} ids
 * @param {(provider: string) => Promise<File>} load Gives the file an organisation stands in.
 */
export async function findColumns(ids, load) {
  const notes = new Set();
  const columns = new Map();
  for (const id of ids) {
    const column = await findColumn(id, load);
    if (!column) notes.add("unknown_id");
    else if (columns.has(column.id)) notes.add("twice");
    else if (columns.size === MOST) notes.add("many");
    else columns.set(column.id, column);
  }
  return { columns: /** @type {Column[]} */ ([...columns.values()]), notes: /** @type {string[]} */ ([...notes]) };
}

/**
 * @param {string} id
 * @param {(provider: string) => Promise<File>} load
 * @returns {Promise<Column | null>}
 */
async function findColumn(id, load) {
  const [named, offerId] = id.split("/");
  const file = await load(named);
  // A record that got another name leads on, once.
  const providerId = Object.hasOwn(file.moved, named) ? file.moved[named] : named;
  const { records } = providerId === named ? file : await load(providerId);
  if (!Object.hasOwn(records, providerId)) return null;
  const provider = records[providerId];
  const path = `catalogus/${providerId}/`;
  if (!offerId) {
    return { id: providerId, title: provider.name, by: "", path, offer: "", facts: provider.facts, provider };
  }
  if (!Object.hasOwn(provider.offers, offerId)) return null;
  const offer = provider.offers[offerId];
  const shared = OF_ITS_PROVIDER.filter((name) => Object.hasOwn(provider.facts, name));
  return {
    id: `${providerId}/${offerId}`,
    title: offer.title,
    by: provider.name,
    path: `${path}#${offerId}`,
    offer: offer.title,
    facts: { ...Object.fromEntries(shared.map((name) => [name, provider.facts[name]])), ...offer.facts },
    provider,
  };
}

/**
 * Says what a row of practical facts shows. What nobody knows is gathered in one row.
 * @param {FactRow} row
 * @param {Column[]} columns
 * @returns {Shown}
 */
export function factCells(row, columns) {
  if (row.isOfOffers && !columns.some((column) => column.offer)) return { state: "hidden" };
  const cells = columns.map((column) => {
    if (Object.hasOwn(column.facts, row.name)) return column.facts[row.name];
    return row.isOfOffers && !column.offer ? "varies" : "unknown";
  });
  const isKnown = cells.some((cell) => Array.isArray(cell));
  return isKnown || row.isAlways ? { state: "shown", cells } : { state: "gathered" };
}

/**
 * Gives the answers to a criterion, an `undefined` for each organisation that gives none.
 * @param {string} criterion
 * @param {Column[]} columns
 */
export function answersOf(criterion, columns) {
  return columns.map(({ provider }) => (Object.hasOwn(provider.answers, criterion) ? provider.answers[criterion] : undefined));
}

/**
 * Makes the mail with questions, as many as fit (generator/kinds/ask.py makes the same).
 * @param {{email?: string, opening: string, questions: string[], longest: number}} mail
 * @param {(name: string) => string} word Gives a text of the page.
 */
export function makeMail({ email = "", opening, questions, longest }, word) {
  for (let count = questions.length; ; count -= 1) {
    const list = questions.slice(0, count).map((question, index) => `${index + 1}. ${question}`);
    const text = [word("mail.greeting"), opening, list.join("\n"), word("mail.closing"), word("mail.regards")].join("\n\n");
    const to = encodeURIComponent(email).replaceAll("%40", "@");
    const body = encodeURIComponent(text.replaceAll("\n", "\r\n"));
    const href = `mailto:${to}?subject=${encodeURIComponent(word("mail.subject"))}&body=${body}`;
    if (href.length <= longest || count <= 1) return { href, text, count };
  }
}

/**
 * Fills `{name}` in a text; what is filled in is not looked at again.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
