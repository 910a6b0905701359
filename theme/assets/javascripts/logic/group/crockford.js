// Texts that people hand to each other: Crockford's base32 with the checksum of bech32m (BIP 350). Every change of one
// sign and every swap of neighbours is noticed; up to 1,023 signs every change of two.

export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** What every text of ours starts with; the digit is the version of the format, a letter for the kind follows. */
export const START = "VW1";

const CHECKSUM = 6;
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const VALID = 0x2bc830a3;
const MOST_BYTES = 1023;

/** @typedef {(bytes: Uint8Array) => Uint8Array} Random fills bytes with chance */

/** The chance of the browser. @type {Random} */
export const chance = (bytes) => crypto.getRandomValues(bytes);

/** Gives the number of a sign by its character code; capitals do not matter, O is 0, I and L are 1. */
export const NUMBERS = new Int8Array(128).fill(-1);
for (const [number, sign] of [...ALPHABET].entries()) {
  for (const one of sign + sign.toLowerCase()) NUMBERS[one.charCodeAt(0)] = number;
}
for (const [signs, number] of /** @type {[string, number][]} */ ([["Oo", 0], ["IiLl", 1]])) {
  for (const one of signs) NUMBERS[one.charCodeAt(0)] = number;
}

/** Writes bytes as signs. The last sign is filled up with zeros. @param {ArrayLike<number>} bytes */
export function signsOf(bytes) {
  let [text, held, bits] = ["", 0, 0];
  for (const byte of Array.from(bytes)) {
    held = ((held & 31) << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31];
  }
  return bits ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** Reads as many bytes as whole fit; `null` when what fills up is not zero. @param {string} signs */
export function bytesOf(signs) {
  const bytes = new Uint8Array(Math.floor((signs.length * 5) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const number of numbersOf(signs)) {
    held = ((held & 255) << 5) | number;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 255;
  }
  return bits >= 5 || held & ((1 << bits) - 1) ? null : bytes;
}

/** Writes a number below 1,024 as two signs. @param {number} number */
export function pairOf(number) {
  if (!Number.isInteger(number) || number < 0 || number > 1023) throw new TypeError(`crockford: ${number} is no pair`);
  return ALPHABET[number >> 5] + ALPHABET[number & 31];
}

/** @param {string} pair */
export function numberOf(pair) {
  const [high, low] = numbersOf(pair);
  return high * 32 + low;
}

/** Gives signs of pure chance, eight for every five bytes. @type {(bytes: number, random: Random) => string} */
export function randomSigns(bytes, random) {
  return signsOf(random(new Uint8Array(bytes)));
}

/** Says whether a text is so many signs as we write them. @type {(text: unknown, count: number) => text is string} */
export function isSigns(text, count) {
  return typeof text === "string" && text.length === count && [...text].every((sign) => ALPHABET.includes(sign));
}

/** Gives a text with its checksum behind it. @param {string} signs */
export function seal(signs) {
  const value = remainder([...numbersOf(signs), ...new Array(CHECKSUM).fill(0)]) ^ VALID;
  return signs + [25, 20, 15, 10, 5, 0].map((shift) => ALPHABET[(value >> shift) & 31]).join("");
}

/** Says whether a text goes with its checksum. @param {string} text */
export function isSealed(text) {
  return remainder(numbersOf(text)) === VALID;
}

/** @param {string} signs */
function numbersOf(signs) {
  return Array.from(signs, (sign) => ALPHABET.indexOf(sign));
}

/** @param {number[]} numbers */
function remainder(numbers) {
  let value = 1;
  for (const number of numbers) {
    const top = value >>> 25;
    value = ((value & 0x1ffffff) << 5) ^ number;
    for (let bit = 0; bit < 5; bit += 1) if ((top >> bit) & 1) value ^= GENERATORS[bit];
  }
  return value;
}

/** Writes a list of plain data behind the # of a link. @type {(kind: string, list: unknown[]) => string} */
export function packList(kind, list) {
  const bytes = new TextEncoder().encode(JSON.stringify(list));
  if (bytes.length > MOST_BYTES) throw new TypeError("crockford: too much for a link");
  return seal(START + kind + pairOf(bytes.length) + signsOf(bytes));
}

/** How a list is found in an address: a mail program hyphenates, and quotes. @type {import("../fragment.js").Code} */
export const CODE = {
  signs: /^[0-9A-Za-z]*/,
  noise: /[\s"'`´>|«»\u2010-\u201f\u2039\u203a\u00ad\u200b-\u200f\u2060\ufeff-]/g,
  length: (signs) => {
    const pair = signs.slice(4, 6).toUpperCase();
    return isSigns(pair, 2) ? lengthFor(numberOf(pair)) : Infinity;
  },
};

/** Gives the length of a list of so many bytes. @param {number} count */
const lengthFor = (count) => 6 + Math.ceil((count * 8) / 5) + CHECKSUM;

/**
 * Reads a list that anybody can have written. What a sentence or a mail program put behind it is left out.
 * @param {string} kind
 * @param {string} text
 * @returns {{list?: any[], text?: string, reason?: "not-ours" | "other-format" | "cut" | "changed"}}
 */
export function unpackList(kind, text) {
  const clean = text.slice(0, 4000).trim().toUpperCase();
  if (!/^VW[0-9]/.test(clean) || clean[3] !== kind) return { reason: "not-ours" };
  if (!clean.startsWith(START)) return { reason: "other-format" };
  const signs = /^[0-9A-Z]*/.exec(clean)?.[0] ?? "";
  if (signs.length < 6 || !isSigns(signs, signs.length)) return { reason: signs.length < 6 ? "cut" : "changed" };
  const count = numberOf(signs.slice(4, 6));
  const end = lengthFor(count) - CHECKSUM;
  if (signs.length < end + CHECKSUM) return { reason: "cut" };
  if (!isSealed(signs)) return { reason: "changed" };
  const list = readList(bytesOf(signs.slice(6, end)));
  return list && packList(kind, list) === signs ? { list, text: signs } : { reason: "changed" };
}

/** @param {Uint8Array | null} bytes @returns {any[] | null} */
function readList(bytes) {
  try {
    const list = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes ?? new Uint8Array()));
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}
