// What tools keep, carried to another browser: the entries of the store, in a file or in a link. Both are checked whole
// before anything is taken; what is here already in another way is for the person to choose.

import { checksum, openFile } from "./files.js";
import { NOISE } from "./fragment.js";
import { isKey, isRecord, isTime, readJson } from "./store.js";

const FORMAT = "vormingswijzer-kopie";
const FORMAT_VERSION = 1;
/** Square and curly brackets around the text of a prompt: a file, its entries, an entry, its value, a list in it. */
const DEPTH = 5;
/** Characters of a file: 200 notes of 2,000 and 500 offers, written in any language. */
export const MOST_FILE = 2 * 1024 * 1024;
/** Characters of a link that mail and message programs still take whole. */
export const MOST_LINK = 8000;
const MOST_ENTRIES = 5000;
const LINK = /^([01])\.([0-9a-z]{1,6})\.([0-9a-f]{8})\.([\w-]*)/;
const HEAD = /^[01]\.([0-9a-z]{1,6})\.[0-9a-f]{8}\./;

/**
 * @typedef {{key: string, value: any, at: number}} Entry
 * @typedef {{id: string, here: Entry[], there: Entry[]}} Unit what somebody takes or leaves as one thing
 * @typedef {(key: string, value: any) => boolean} Judge
 * @typedef {{entries?: Entry[], reason?: string, what?: string}} Opened
 */

/** Gives what is kept, in the order of its keys. @type {(store: import("./store.js").Store, belongs: (key: string) => boolean) => Entry[]} */
export function entriesOf(store, belongs) {
  const keys = store.keys().filter(belongs).sort();
  return keys.map((key) => ({ key, .../** @type {{at: number, value: any}} */ (store.get(key)) })).map(bare);
}

/** @param {Entry} entry */
const bare = ({ key, value, at }) => ({ key, value, at });

/** @param {Entry[]} entries */
const rowsOf = (entries) => entries.map(({ key, value, at }) => [key, value, at]);

/** Writes entries as the text of a file. @type {(tool: string, entries: Entry[]) => string} */
export function toFile(tool, entries) {
  const file = { format: FORMAT, formatVersion: FORMAT_VERSION, tool, entries: rowsOf(entries) };
  return JSON.stringify({ ...file, checksum: checksum(JSON.stringify(file)) });
}

/**
 * Reads a file that anybody can have written. `what` is the place of what is wrong.
 * @param {string} text
 * @param {{tools: string[], isValid: Judge}} expected
 * @returns {Opened}
 */
export function fromFile(text, { tools, isValid }) {
  const expected = { format: FORMAT, version: FORMAT_VERSION, depth: DEPTH, most: MOST_FILE };
  const { file, checksum: claimed, ...refused } = openFile(text, expected);
  if (!file) return refused;
  if (checksum(JSON.stringify(file)) !== claimed) return { reason: "changed" };
  const isFile = isRecord(file, ["format", "formatVersion", "tool", "entries"]) && file.formatVersion === FORMAT_VERSION;
  if (!isFile) return { reason: "bad-value", what: "file" };
  return tools.includes(file.tool) ? readRows(file.entries, isValid) : { reason: "other-tool", what: "tool" };
}

/** @type {(rows: any, isValid: Judge) => Opened} */
function readRows(rows, isValid) {
  if (!Array.isArray(rows) || rows.length > MOST_ENTRIES) return { reason: "bad-value", what: "entries" };
  const keys = new Set();
  for (const [index, row] of rows.entries()) {
    const isRow = Array.isArray(row) && row.length === 3 && typeof row[0] === "string" && isTime(row[2]);
    if (!isRow || keys.has(row[0]) || !isKey(row[0]) || !isValid(row[0], row[1])) {
      return { reason: "bad-value", what: `entries.${index}` };
    }
    keys.add(row[0]);
  }
  return { entries: rows.map(([key, value, at]) => ({ key, value, at })) };
}

/**
 * Writes entries as what stands in a link after `#name=`: whether it is packed, its length, its checksum, itself.
 * @param {Entry[]} entries
 */
export async function toLink(entries) {
  const bytes = new TextEncoder().encode(JSON.stringify(rowsOf(entries)));
  const isPacked = "CompressionStream" in globalThis;
  const sent = isPacked ? await pass(bytes, new CompressionStream("deflate-raw"), Infinity) : bytes;
  let text = "";
  for (const byte of /** @type {Uint8Array} */ (sent)) text += String.fromCharCode(byte);
  const body = btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return [Number(isPacked), body.length.toString(36), checksum(body), body].join(".");
}

/** How entries are found in an address. @type {import("./fragment.js").Code} */
export const CODE = {
  signs: /^[\w.-]*/,
  noise: NOISE,
  length: (signs) => {
    const [head, length] = HEAD.exec(signs) ?? [];
    return head ? head.length + parseInt(length, 36) : Infinity;
  },
};

/**
 * Reads what stood in a link. What a sentence or a mail program put behind it is left out.
 * @param {string} text
 * @param {{isValid: Judge}} expected
 * @returns {Promise<Opened>}
 */
export async function fromLink(text, { isValid }) {
  if (text.length > MOST_FILE) return { reason: "too-large" };
  const [, packed, length, claimed, rest] = LINK.exec(text) ?? [];
  if (!packed) return { reason: "not-ours" };
  const body = rest.slice(0, parseInt(length, 36));
  if (body.length < parseInt(length, 36)) return { reason: "cut" };
  if (checksum(body) !== claimed) return { reason: "changed" };
  if (packed === "1" && !("DecompressionStream" in globalThis)) return { reason: "old-browser" };
  try {
    const bytes = Uint8Array.from(atob(body.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    const json = packed === "1" ? await pass(bytes, new DecompressionStream("deflate-raw"), MOST_FILE) : bytes;
    if (!json) return { reason: "too-large" };
    const { value, reason } = readJson(new TextDecoder("utf-8", { fatal: true }).decode(json), DEPTH);
    return reason ? { reason: "bad-value", what: "link" } : readRows(value, isValid);
  } catch {
    return { reason: "bad-value", what: "link" };
  }
}

/**
 * Gives bytes as they come out of a stream; `null` when they are more than `most`.
 * @type {(bytes: Uint8Array<ArrayBuffer>, through: GenericTransformStream, most: number) => Promise<Uint8Array | null>}
 */
async function pass(bytes, through, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(/** @type {any} */ (through)).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** An agenda is one thing, for its items mean nothing without their order; else every key is. @param {string} key */
const unitOf = (key) => (key.startsWith("agenda/") ? key.split("/").slice(0, 2).join("/") : key);

/** @param {Entry[]} entries */
const contentOf = (entries) =>
  JSON.stringify(entries.map(({ key, value }) => [key, JSON.stringify(value, Object.keys(value).sort())]).sort());

/**
 * Sets entries beside what is here: what is new, what is the same, and what differs.
 * @param {import("./store.js").Store} store
 * @param {Entry[]} entries
 */
export function compare(store, entries) {
  /** @type {Map<string, Unit>} */
  const units = new Map();
  for (const entry of entries) {
    const id = unitOf(entry.key);
    if (!units.has(id)) units.set(id, { id, here: [], there: [] });
    units.get(id)?.there.push(entry);
  }
  for (const entry of entriesOf(store, isKey)) units.get(unitOf(entry.key))?.here.push(entry);
  const all = [...units.values()];
  const isSame = (/** @type {Unit} */ { here, there }) => contentOf(here) === contentOf(there);
  return {
    added: all.filter(({ here }) => !here.length),
    same: all.filter((unit) => unit.here.length && isSame(unit)),
    different: all.filter((unit) => unit.here.length && !isSame(unit)),
  };
}

/** Takes things over as they came; what they had here goes. @type {(store: import("./store.js").Store, units: Unit[]) => void} */
export function take(store, units) {
  const there = units.flatMap((unit) => unit.there);
  const comes = new Set(there.map(({ key }) => key));
  const goes = units.flatMap(({ here }) => here).filter(({ key }) => !comes.has(key));
  if (goes.length) store.removeAll(goes.map(({ key }) => key));
  if (there.length) store.setAll(there);
}
