// What the catalogue is asked, after the # of its address: words, filters, order, page and what is chosen to be compared.
// Anybody can have written it: what is not known is left out, and that is said.

import { write } from "./fragment.js";

export const MOST_WORDS = 200;
export const MOST_COMPARED = 4;
const ID = /^[a-z0-9-]{1,80}(?:\/[a-z0-9-]{1,80})?$/;
const WORDS = "q";
const SORT = "sorteer";
const PAGE = "pagina";
const COMPARED = "id";
const ALSO = "ook";
const GONE = "voorbij";

/**
 * @typedef {{words: string, chosen: Map<string, Set<string>>, sort: string, page: number, compared: string[],
 *   withGone: boolean, elsewhere: [string, string][]}} State `withGone` asks also for what nobody can follow any more;
 *   `elsewhere` are filters that only the other view has
 * @typedef {{facets: Map<string, Set<string>>, sorts: Set<string>, elsewhere: Set<string>}} Known
 */

/** Gives the state of a list that nobody has touched. @returns {State} */
export function emptyState() {
  return { words: "", chosen: new Map(), sort: "", page: 1, compared: [], withGone: false, elsewhere: [] };
}

/** Gives the names that an address can hold. @param {Known} known @returns {Record<string, import("./fragment.js").Kind>} */
export function namesOf({ facets, elsewhere }) {
  const slugs = [...facets.keys(), ...elsewhere, SORT, PAGE, COMPARED, ALSO];
  return { [WORDS]: "words", ...Object.fromEntries(slugs.map((name) => [name, /** @type {const} */ ("slug")])) };
}

/**
 * Gives the state that an address asks for.
 * @param {[string, string][]} values
 * @param {Known} known
 * @returns {{state: State, isUnderstood: boolean}}
 */
export function readState(values, known) {
  const state = emptyState();
  let isUnderstood = true;
  for (const [key, value] of values) isUnderstood = put(state, known, key, value) && isUnderstood;
  return { state, isUnderstood };
}

/**
 * Takes one part of an address into a state, if it can be understood.
 * @param {State} state
 * @param {Known} known
 * @param {string} key
 * @param {string} value
 */
function put(state, known, key, value) {
  const facet = known.facets.get(key);
  if (facet) {
    if (facet.has(value)) choose(state, key, value, true);
    return facet.has(value);
  }
  if (known.elsewhere.has(key)) {
    const isFine = ID.test(value) && state.elsewhere.length < 100;
    if (isFine) state.elsewhere.push([key, value]);
    return isFine;
  }
  if (key === WORDS) {
    state.words = cleanWords(value);
    return value.length <= MOST_WORDS;
  }
  if (key === SORT) {
    state.sort = known.sorts.has(value) ? value : "";
    return known.sorts.has(value);
  }
  if (key === ALSO) {
    state.withGone = value === GONE;
    return state.withGone;
  }
  if (key === PAGE) {
    const isFine = /^[1-9]\d{0,4}$/.test(value);
    state.page = isFine ? Number(value) : 1;
    return isFine;
  }
  if (key !== COMPARED || !ID.test(value) || state.compared.length >= MOST_COMPARED) return false;
  if (!state.compared.includes(value)) state.compared.push(value);
  return true;
}

/**
 * Gives words as a state holds them: not too long, and without half signs, which an address cannot hold.
 * @param {string} words
 */
export function cleanWords(words) {
  return words.slice(0, MOST_WORDS).replace(/\p{Cs}/gu, "").trim();
}

/**
 * Chooses a value of a facet, or lets it go.
 * @param {State} state
 * @param {string} key
 * @param {string} value
 * @param {boolean} isChosen
 */
export function choose(state, key, value, isChosen) {
  const values = state.chosen.get(key) ?? new Set();
  if (isChosen) values.add(value);
  else values.delete(value);
  if (values.size) state.chosen.set(key, values);
  else state.chosen.delete(key);
}

/**
 * Writes a state as the part of an address after the #; an untouched list has none.
 * @param {State} state
 */
export function writeState(state) {
  /** @type {[string, string][]} */
  const parts = [];
  if (state.words) parts.push([WORDS, state.words]);
  for (const [key, values] of state.chosen) for (const value of values) parts.push([key, value]);
  parts.push(...state.elsewhere);
  if (state.withGone) parts.push([ALSO, GONE]);
  if (state.sort) parts.push([SORT, state.sort]);
  if (state.page > 1) parts.push([PAGE, String(state.page)]);
  for (const id of state.compared) parts.push([COMPARED, id]);
  return parts.length ? `#${write(parts).replaceAll("%20", "+")}` : "";
}

/** Says whether a state asks for another list than the page came with. @param {State} state */
export function isFiltered(state) {
  return Boolean(state.words || state.chosen.size || state.sort || state.withGone || state.page > 1);
}

/** Gives a copy that can be changed. @param {State} state @returns {State} */
export function copyState(state) {
  const chosen = new Map([...state.chosen].map(([key, values]) => [key, new Set(values)]));
  return { ...state, chosen, compared: [...state.compared], elsewhere: [...state.elsewhere] };
}
