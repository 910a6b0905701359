// How a Dutch word is written in the index, and what counts as the same word. The same rules stand in
// generator/outputs/search/dutch.py; tests/search/words.tsv binds the two.

// Letters and digits, with hyphens, ampersands and apostrophes inside: `co-teaching`, `W&T`, `collega's`.
const TOKEN = /[\p{L}\p{N}]+(?:['’&\-\u2010\u2011][\p{L}\p{N}]+)*/gu;
const HYPHEN = /[&\-\u2010\u2011]/;
const POSSESSIVE = /['’]s$/;
const SILENT = /[^\p{L}\p{N}]/gu;

/** Words that say nothing about a subject; a query looks for them only when it has nothing else. */
export const STOP_WORDS = new Set(
  ("aan al als bij dan dat de den der des die dit door een en er het hoe hun ik in is je kan met mijn naar niet of om" +
    " onze ook op over te tot uit van voor waar wat we wie wil worden zich zijn zo").split(" "),
);

/** What may stand before a word to make another, without being a word of the index. */
export const PREFIXES = new Set(
  "aan af be bij co door her in mee na om onder ont op over uit ver voor zelf".split(" "),
);

/** @type {Map<string, string[]>} */
const knownKeys = new Map();

/** Gives the words of a text as they stand there. @param {string} text */
export function tokens(text) {
  return text.match(TOKEN) ?? [];
}

/**
 * Gives the places of the words of a text.
 * @param {string} text
 * @returns {{token: string, start: number, end: number}[]}
 */
export function placedTokens(text) {
  return [...text.matchAll(TOKEN)].map((found) => ({
    token: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/**
 * Gives the keys of one word: for one with a hyphen, of the whole and of each part. Single letters have none.
 * @param {string} token
 * @returns {string[]}
 */
export function tokenKeys(token) {
  let found = knownKeys.get(token);
  if (!found) {
    const parts = token.split(HYPHEN).map(key);
    found = [...new Set([parts.join(""), ...parts])].filter((one) => one.length > 1);
    if (knownKeys.size < 100_000) knownKeys.set(token, found);
  }
  return found;
}

/** @param {string} part */
function key(part) {
  const word = part
    .toLowerCase()
    .replace(POSSESSIVE, "")
    .normalize("NFKD")
    .replace(SILENT, "")
    .replaceAll("ck", "k")
    .replaceAll("qu", "kw")
    .replaceAll("x", "ks")
    .replaceAll("y", "i");
  return word.replace(/c(?=[aoulrt])/g, "k");
}

/** @type {Map<string, string>} */
const knownStems = new Map();

/**
 * Gives what a key shares with its inflections. Only to be compared with other stems: it is no word.
 * @param {string} key
 */
export function stem(key) {
  let found = knownStems.get(key);
  if (found === undefined) {
    found = makeStem(key);
    if (knownStems.size < 200_000) knownStems.set(key, found);
  }
  return found;
}

/** @param {string} key */
function makeStem(key) {
  let word = key;
  if (word.length > 4) {
    if (/.{5}he(id|den)$/.test(word)) word = word.replace(/he(id|den)$/, "");
    else if (/(ee|ie)en$/.test(word) || /[^aeiou]en$/.test(word)) word = word.slice(0, -2);
    else if (/[^aeiou]e$/.test(word)) word = word.slice(0, -1);
  }
  if (word.length > 4 && /[^aeioujs]s$/.test(word)) word = word.slice(0, -1);
  word = word.replace(/([bdfgklmnprst])\1$/, "$1");
  // Before v and z the vowel was long: lezen is lees, and not les.
  word = word.replace(/(^|[^aeiou])([aeou])(?=[vz]$)/, "$1$2$2");
  word = word.replace(/v$/, "f").replace(/z$/, "s").replace(/dt$/, "d");
  word = word.replace(/(a|e|o|u)\1(?=[bcdghjklmnpqrtw]$)/, "$1");
  return word.replaceAll("ij", "ei").replaceAll("au", "ou");
}

/**
 * Says whether one letter too many, too few or wrong, or two that changed places, is all that parts two words.
 * @param {string} first
 * @param {string} second
 */
export function differsByOneSlip(first, second) {
  if (first === second || Math.abs(first.length - second.length) > 1) return false;
  const most = Math.min(first.length, second.length);
  let start = 0;
  while (start < most && first[start] === second[start]) start += 1;
  const one = first.slice(start);
  const other = second.slice(start);
  if (one.length === other.length) {
    const swapped = one.length > 1 && one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2);
    return one.slice(1) === other.slice(1) || swapped;
  }
  return one.length > other.length ? one.slice(1) === other : one === other.slice(1);
}
