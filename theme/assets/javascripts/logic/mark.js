// Shows in a text which of its words were found.

import { placedTokens, tokenKeys } from "./dutch.js";

/**
 * Wraps every word of an element's text that is among `words` (keys) in a <mark>.
 * @param {Element} element
 * @param {Set<string>} words
 */
export function mark(element, words) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    const found = placesOf(text.data, words);
    for (const { start, end } of found.reverse()) {
      text.splitText(end);
      const word = text.splitText(start);
      const marked = document.createElement("mark");
      word.replaceWith(marked);
      marked.append(word);
    }
  }
}

/**
 * Gives a piece of a text of about `length` characters with as many found words as it can hold; the whole text, when
 * that is short enough.
 * @param {string} text
 * @param {Set<string>} words
 * @param {number} length
 */
export function passage(text, words, length = 200) {
  if (text.length <= length * 1.2) return text;
  const found = placesOf(text, words);
  let best = 0;
  let most = 0;
  found.forEach(({ start }, at) => {
    const held = new Set();
    for (let next = at; next < found.length && found[next].end <= start + length * 0.8; next += 1) {
      held.add(found[next].key);
    }
    if (held.size > most) [best, most] = [start, held.size];
  });
  const from = most ? wordStart(text, sentenceStart(text, best, length / 4)) : 0;
  const until = text.indexOf(" ", from + length);
  const piece = text.slice(from, until < 0 ? undefined : until).trim();
  return `${from ? "… " : ""}${piece}${until < 0 ? "" : " …"}`;
}

/** @param {string} text @param {Set<string>} words */
function placesOf(text, words) {
  return placedTokens(text).flatMap(({ token, start, end }) => {
    const key = tokenKeys(token).find((one) => words.has(one));
    return key ? [{ key, start, end }] : [];
  });
}

/** The start of the sentence around a place, when it is near; else a little before the place. */
function sentenceStart(text, place, most) {
  const stop = text.lastIndexOf(". ", place);
  if (stop >= 0 && place - stop <= most) return stop + 2;
  return place <= most ? 0 : place - most / 2;
}

/** The start of the first whole word at or after a place. */
function wordStart(text, place) {
  const at = Math.floor(place);
  if (at === 0 || text[at - 1] === " ") return at;
  const space = text.indexOf(" ", at);
  return space < 0 ? at : space + 1;
}
