// Finds our texts in whatever somebody pasted, a whole mailbox too. Capitals, spaces, line breaks and quote marks do
// not matter, neither those of quoted mail; what stands around a text is left alone.

import { ALPHABET, isSealed, NUMBERS } from "./crockford.js";

/** Nobody pastes more characters than this. */
export const MOST_TEXT = 3_000_000;

const IGNORED = 40;
const STOP = 41;
const OTHER = 42;
/** White space, quote marks of every language, and what cannot be seen. */
const NOTHING = /[\s"'`´>|«»‘-‟‹›\u00ad\u200b-\u200f\u2060\ufeff]/;
const [V, W] = [ALPHABET.indexOf("V"), ALPHABET.indexOf("W")];
/** What stands before anything secret: start, kind, round and contribution. Of what is refused no more is told. */
const TOLD = 28;
/** A row of signs this long is no chance. */
const LONG = 50;
/** Kinds that are handed over as a text of their own. */
const HANDED = ["A", "B", "T", "N"];

const CLASSES = new Uint8Array(128).map((_, code) => {
  if (NUMBERS[code] >= 0) return NUMBERS[code];
  const sign = String.fromCharCode(code);
  return sign === "." ? STOP : NOTHING.test(sign) ? IGNORED : OTHER;
});

/**
 * `line` starts at 1; `text` holds no full stop. A refused text is cut before anything secret.
 * @typedef {"cut" | "changed" | "other-format" | "other-kind" | "too-large"} Reason
 * @typedef {{line: number, text: string}} Piece
 * @typedef {Record<string, number | ((start: string) => number)>} Lengths
 * @typedef {{found: Piece[], refused: (Piece & {reason: Reason})[], others: [number, number][]}} Findings `others` are
 *   the first and the last of lines in a row that hold nothing of ours; empty lines are not told
 */

/**
 * Finds texts of some kinds.
 * @param {string} text
 * @param {Lengths} lengths for each kind its length, or what tells it by how the text begins
 * @returns {Findings}
 */
export function find(text, lengths) {
  if (text.length > MOST_TEXT) return { found: [], refused: [{ line: 1, text: "", reason: "too-large" }], others: [] };
  const stream = streamOf(text);
  const { classes, places } = stream;
  const lines = new Lines(text);
  /** @type {Findings} */
  const findings = { found: [], refused: [], others: [] };
  for (let at = 0; at + 3 < classes.length; at += 1) {
    if (classes[at] !== V || classes[at + 1] !== W || classes[at + 2] > 9 || classes[at + 3] > 31) continue;
    const { kind, length, reason, end } = judge(stream, at, lengths);
    if (kind === "") continue;
    const line = lines.at(places[at]);
    if (reason) findings.refused.push({ line, text: signsBetween(classes, at, Math.min(end, at + TOLD)), reason });
    else findings.found.push({ line, text: signsBetween(classes, at, at + length) });
    lines.mark(line, lines.at(places[end - 1]));
    if (!reason) at = end - 1;
  }
  return { ...findings, others: lines.unmarked() };
}

/**
 * Judges what starts somewhere. `end` is behind its last sign; the kind is empty when it is no text of ours at all.
 * @param {{classes: Uint8Array, places: Uint32Array}} stream
 * @param {number} at
 * @param {Lengths} lengths
 * @returns {{kind: string, length: number, reason: Reason | "", end: number}}
 */
function judge({ classes, places }, at, lengths) {
  const kind = ALPHABET[classes[at + 3]];
  const isOne = places[at + 3] - places[at] === 3;
  const told = classes[at + 2] === 1 ? (lengths[kind] ?? 0) : 0;
  const length = typeof told === "number" ? told : told(signsBetween(classes, at, at + TOLD));
  const run = runFrom(classes, at, Math.max(length, LONG));
  if (!length) {
    const isLong = isOne && run >= LONG && HANDED.includes(kind);
    const reason = classes[at + 2] === 1 ? "other-kind" : "other-format";
    return { kind: isLong ? kind : "", length, reason, end: at + run };
  }
  const isWhole = run >= length && classes[at + length] === STOP;
  const isFine = isWhole && isSealed(signsBetween(classes, at, at + length));
  if (isFine) return { kind, length, reason: "", end: at + length };
  // Words of a sentence can begin like ours, with a space in it.
  const isOurs = isOne || classes[at + length] === STOP;
  const reason = classes[at + length] === STOP ? "changed" : "cut";
  return { kind: isOurs ? kind : "", length, reason, end: at + Math.min(run, length) };
}

/** Counts the signs in a row, no more than `most`. @type {(classes: Uint8Array, at: number, most: number) => number} */
function runFrom(classes, at, most) {
  let end = at;
  while (end < at + most && end < classes.length && classes[end] < 32) end += 1;
  return end - at;
}

/** @type {(classes: Uint8Array, from: number, to: number) => string} */
function signsBetween(classes, from, to) {
  let text = "";
  for (let at = from; at < to && at < classes.length; at += 1) text += ALPHABET[classes[at]] ?? "";
  return text;
}

/** Gives what matters of a text, and where it stands. @param {string} text */
function streamOf(text) {
  const classes = new Uint8Array(text.length);
  const places = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Raw mail ends a line that goes on with this sign.
    const isSoft = code === 61 && /^=\r?\n/.test(text.slice(at, at + 3));
    const found = isSoft ? IGNORED : code < 128 ? CLASSES[code] : NOTHING.test(text[at]) ? IGNORED : OTHER;
    if (found === IGNORED) continue;
    classes[count] = found;
    places[count++] = at;
  }
  return { classes: classes.subarray(0, count), places: places.subarray(0, count) };
}

class Lines {
  /** @param {string} text */
  constructor(text) {
    this.texts = text.split("\n");
    /** @type {number[]} */
    this.ends = [];
    let end = -1;
    for (const line of this.texts) this.ends.push((end += line.length + 1));
    this.marked = new Uint8Array(this.texts.length + 1);
  }

  /** Gives the line, from 1, of a place. @param {number} place */
  at(place) {
    let [low, high] = [0, this.ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle] < place) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  /** @type {(from: number, to: number) => void} */
  mark(from, to) {
    this.marked.fill(1, from, to + 1);
  }

  /** Gives the rows of lines that nothing of ours stands on. */
  unmarked() {
    /** @type {[number, number][]} */
    const rows = [];
    for (const [index, text] of this.texts.entries()) {
      const line = index + 1;
      if (this.marked[line] || !/[^\s>]/.test(text)) continue;
      const row = rows.at(-1);
      if (row?.[1] === line - 1) row[1] = line;
      else rows.push([line, line]);
    }
    return rows;
  }
}
