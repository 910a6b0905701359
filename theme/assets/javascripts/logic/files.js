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
