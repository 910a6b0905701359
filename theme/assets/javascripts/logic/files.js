// What every file of ours is: JSON with a format, a version of it, and a checksum over the rest. Each tool brings its
// own format and its own checksum, and checks what is inside.

import { readJson } from "./store.js";

/** No file of ours is larger. */
export const MOST_BYTES = 256 * 1024;

/**
 * Opens a file that anybody can have written: what it holds, and the checksum it claims to have.
 * @param {string} text
 * @param {{format: string, version: number, depth: number}} expected `depth` is how deep it may be nested
 * @returns {{file?: any, checksum?: unknown, what?: string,
 *   reason?: "too-large" | "too-deep" | "cut" | "changed" | "not-ours" | "newer"}}
 */
export function openFile(text, { format, version, depth }) {
  if (text.length > MOST_BYTES) return { reason: "too-large" };
  const clean = text.replace(/^\uFEFF/, "").trim();
  const { value, reason } = readJson(clean, depth);
  if (reason === "too-deep") return { reason };
  if (reason && clean.startsWith(`{"format":"${format}"`)) return { reason: clean.endsWith("}") ? "changed" : "cut" };
  if (value?.format !== format) return { reason: "not-ours" };
  const { checksum, ...file } = value;
  if (file.formatVersion > version) return { reason: "newer", what: "formatVersion" };
  return { file, checksum };
}
