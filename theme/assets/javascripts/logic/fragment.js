// What stands behind the address of a page: a place on it, or names with values. Mail programs, chat programs and people
// damage it; every tool forgives the same, and is told what was left out. Anybody can have written it.

/**
 * How a value is written. Words are free. What is no words loses white space and what cannot be seen; of a code no more
 * is read than its length, and `noise` is what may have come between its signs.
 * @typedef {{signs: RegExp, noise: RegExp, length: (signs: string) => number}} Code
 * @typedef {"words" | "slug" | Code} Kind
 * @typedef {{anchor: string, values: [string, string][], left: string[], address: string}} Found `address` is how the part
 *   from the `#` on is written without damage
 */

/** Nobody writes more, but for a code. */
const LONGEST = 4000;
/** A code is no longer than a file. */
const LONGEST_CODE = 2 * 1024 * 1024;
/** So many names with values. */
const MOST = 500;
/** So far behind a link we look for what does not belong to it. */
const FAR = 200;
const MORE = "…";
/** What is told of what was left out. */
const MOST_TOLD = 3;
/** So many times something can be encoded over what was encoded. */
const TURNS = 4;

const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** What a sentence, a quotation or a mail program puts behind a link, as a browser writes it. */
const BEHIND = /(?:&(?:gt|lt|quot|apos|nbsp);|[\s.,;:!?()[\]{}<>'"`*|]|%(?:25)*(?:0[9AD]|2[02789AC]|3[ABCEF]|5[BD]|60|7[BCD]|C2%A[0B]|C2%B[4B]|E2%80%(?:8[B-F]|9[89CD]|A6|B[9A])))+$/i;
const BEFORE = /^(?:[\s"'`<([{*]|%(?:25)*(?:20|22|27|28|3C|5B|60|7B|C2%AB|E2%80%(?:8B|9[8BCE])))+/i;
/** How `#` begins after damage: twice, encoded, as a query, as an address of a page made by a script. */
const MARKS = /^(?:[#?!/]|%(?:25)*(?:23|3F|21|2F))+/i;
const ENTITY = /(?:&|%(?:25)*26)(?:amp|(?:#|%(?:25)*23)(?:38|x26))(?:;|%(?:25)*3B)/gi;
const PARTED = /&|(?:[#?]|%(?:25)*(?:26|23|3F))(?=[\w.-]{1,40}(?:=|%(?:25)*3D))/i;
const ENCODED = /%(?:25)*3D/i;

/** What can have come between the signs of a code: white space, what cannot be seen, the mark of a quotation. */
export const NOISE = /[\s>|\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * Reads what stands behind an address.
 * @param {{search: string, hash: string}} location
 * @param {Record<string, Kind>} names those that the page knows
 * @returns {Found}
 */
export function read({ search, hash }, names) {
  const most = Object.values(names).some((kind) => typeof kind === "object") ? LONGEST_CODE : LONGEST;
  const pieces = piecesOf(hash.slice(0, most));
  /** @type {Found} */
  const found = { anchor: "", values: [], left: hash.length > most ? [MORE] : [], address: "" };
  const places = pieces.filter((piece) => !piece.includes("="));
  for (const piece of pieces) if (piece.includes("=")) take(found, piece, names);
  // A query is read as if it stood behind a #; what else it holds is none of ours, and goes without a word.
  for (const piece of piecesOf(search.slice(0, most))) if (piece.includes("=")) take({ ...found, left: [] }, piece, names);
  if (!found.values.length) found.anchor = cleaned(places.shift() ?? "");
  // Among words a sign means nothing, so leaving it out changes nothing.
  const isWords = found.values.every(([name]) => names[name] === "words");
  found.left = [...found.left, ...places.map(cleaned)].filter((one) => one && !(isWords && /^[^\p{L}\p{N}…]+$/u.test(one)));
  found.address = found.values.length ? `#${write(found.values)}` : found.anchor && `#${encodeURI(found.anchor)}`;
  return found;
}

/** Says what was left out, in so few signs that it cannot be a message. @param {string[]} left */
export function tell(left) {
  const some = [...new Set(left.map((one) => (/^(?:[\w.-]{1,20}|[^\w]{1,3})$/.test(one) ? one : MORE)))];
  return [...some.slice(0, MOST_TOLD), ...(some.length > MOST_TOLD ? [MORE] : [])].join(", ");
}

/**
 * Writes names with values, so that no reader takes a sign somebody typed for damage.
 * @param {[string, string][]} pairs
 */
export function write(pairs) {
  const text = pairs.map(([name, value]) => `${name}=${writeValue(value)}`).join("&");
  // What follows is then not the end of a sentence.
  return trimEnd(text) === text ? text : `${text}&`;
}

/** @param {string} value */
function writeValue(value) {
  const encoded = encodeURIComponent(value).replaceAll("%2F", "/");
  const next = (/** @type {string} */ sign) => `%${sign.charCodeAt(0).toString(16)}`;
  return encoded.replace(/(%(?:25|26|23|3F))([\w.-])/gi, (_, mark, sign) => mark + next(sign));
}

/** Parts the text behind an address in its pieces. @param {string} text @returns {string[]} */
function piecesOf(text) {
  let whole = text.replace(MARKS, "").replace(BEFORE, "");
  for (let turn = 0; turn < TURNS; turn += 1) whole = whole.replace(ENTITY, "&");
  const ended = trimEnd(whole);
  const pieces = ended.split(PARTED, MOST).map((piece) => (piece.includes("=") ? piece : piece.replace(ENCODED, "=")));
  // What stood behind it goes along as a piece of its own, to be told.
  return [...pieces, whole.slice(ended.length)].filter(Boolean);
}

/** Leaves out what a sentence put behind a link. @param {string} text */
function trimEnd(text) {
  const start = Math.max(0, text.length - FAR);
  return text.slice(0, start) + text.slice(start).replace(BEHIND, "");
}

/** Takes in one piece. @type {(found: Found, piece: string, names: Record<string, Kind>) => void} */
function take(found, piece, names) {
  const at = piece.indexOf("=");
  const said = cleaned(piece.slice(0, at));
  const name = Object.keys(names).find((one) => one.toLowerCase() === said.toLowerCase());
  const kind = name === undefined ? undefined : names[name];
  const isSecond = kind !== "slug" && found.values.some(([one]) => one === name);
  if (name === undefined || !kind || isSecond) {
    found.left.push(said || MORE);
    return;
  }
  const { value, rest } = valueOf(piece.slice(at + 1), kind);
  found.values.push([name, value]);
  if (rest) found.left.push(rest);
}

/** @type {(raw: string, kind: Kind) => {value: string, rest: string}} */
function valueOf(raw, kind) {
  if (kind === "words") {
    let text = raw.replaceAll("+", " ");
    // What somebody typed never looks like this in a link of ours.
    for (let turn = 0; turn < TURNS && /%25[0-9a-f]{2}/i.test(text); turn += 1) text = decode(text);
    return { value: decode(text), rest: "" };
  }
  const whole = decodeAll(raw.replaceAll("+", "").replace(BEFORE, ""));
  if (kind === "slug") return { value: whole.replace(UNSEEN, "").toLowerCase(), rest: "" };
  const text = whole.replace(kind.noise, "");
  const run = kind.signs.exec(text)?.[0] ?? "";
  const length = kind.length(run);
  // What is no code, or not whole, is for who reads codes to judge.
  return run.length < length ? { value: text, rest: "" } : { value: run.slice(0, length), rest: text.slice(length) };
}

/** @param {string} text */
const cleaned = (text) => decodeAll(text).replace(UNSEEN, "");

/** Decodes once; what cannot be decoded stays as it is. @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    // One broken sign must not cost the others.
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return "\ufffd";
      }
    });
  }
}

/** Decodes what was encoded more than once. @param {string} text */
function decodeAll(text) {
  let [decoded, turns] = [text, TURNS];
  while (turns-- && /%[0-9a-f]{2}/i.test(decoded)) decoded = decode(decoded);
  return decoded;
}
