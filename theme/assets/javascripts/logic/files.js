// What every file of ours is: JSON with a format, a version of it, and a checksum over the rest. Each tool brings its
// own format, and checks what is inside.

import { readJson } from "./store.js";

/** No file is larger, but of a tool that says so. */
export const MOST_BYTES = 256 * 1024;

/** What a byte does to the checksum. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  return value;
});

/**
 * Opens a file that anybody can have written: what it holds, and the checksum it claims to have.
 * @param {string} text
 * @param {{format: string, version: number, depth: number, most?: number}} expected `depth` is how deep it may be nested,
 *   `most` how long it may be
 * @returns {{file?: any, checksum?: unknown, what?: string,
 *   reason?: "too-large" | "too-deep" | "cut" | "changed" | "not-ours" | "newer"}}
 */
export function openFile(text, { format, version, depth, most = MOST_BYTES }) {
  if (text.length > most) return { reason: "too-large" };
  const clean = text.replace(/^\uFEFF/, "").trim();
  const { value, reason } = readJson(clean, depth);
  if (reason === "too-deep") return { reason };
  if (reason && clean.startsWith(`{"format":"${format}"`)) return { reason: clean.endsWith("}") ? "changed" : "cut" };
  if (value?.format !== format) return { reason: "not-ours" };
  const { checksum, ...file } = value;
  if (file.formatVersion > version) return { reason: "newer", what: "formatVersion" };
  return { file, checksum };
}

/** Gives the CRC-32 of a text, as eight hexadecimal signs. It finds damage, not deceit. @param {string} text */
export function checksum(text) {
  let value = -1;
  for (const byte of new TextEncoder().encode(text)) value = (value >>> 8) ^ TABLE[(value ^ byte) & 0xff];
  return (~value >>> 0).toString(16).padStart(8, "0");
}

/** @typedef {[string, string][]} Rest keys with texts that stand under them, and that nobody can read */

/** @param {any} value */
const sizeOf = (value) => new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * Puts in a file what could not be read, so that it is not lost either. The file stays one that can be opened: shorter
 * texts go first, and what does not fit is cut. Who opens it looks at nothing of this.
 * @template {object} T
 * @param {T} file
 * @param {Rest} rest
 * @param {number} [most] how long the file may be
 * @returns {T & {rest?: Rest}}
 */
export function withRest(file, rest, most = MOST_BYTES) {
  if (!rest.length) return file;
  // Room for the checksum and the names.
  let room = most - sizeOf(file) - 200;
  /** @type {Rest} */
  const fits = [];
  for (const [key, text] of [...rest].sort((a, b) => a[1].length - b[1].length)) {
    const whole = sizeOf([key, text]) + 1;
    // A sign takes six bytes at most.
    const cut = Math.floor((room - sizeOf([key, ""]) - 1) / 6);
    if (whole > room && cut <= 0) break;
    fits.push([key, whole > room ? text.slice(0, cut) : text]);
    room -= sizeOf(fits.at(-1)) + 1;
  }
  return { ...file, rest: fits };
}

/** Gives a file without what could not be read when it was made. @param {any} file @returns {any} */
export function withoutRest({ rest: _, ...file }) {
  return file;
}
