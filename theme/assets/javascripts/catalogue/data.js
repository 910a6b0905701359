// What the catalogue reads, each file when it is first needed; what did not come may be asked for again.

import { Cards, LoadError, readJson } from "../logic/cards.js";
import { Bits, FacetedList } from "../logic/facets.js";
import { openSearch } from "../logic/search.js";

/**
 * @typedef {{found: import("../logic/search.js").Found, start: number, ranked: number[], bits: Bits,
 *   nearest: string[]}} Answer what words found in this view: `ranked` are its records, best first, `start` is the
 *   number of its first document in the search, and `nearest` are words that may have been meant
 */

export class CatalogueData {
  /** @type {Promise<FacetedList> | undefined} */
  #list;
  /** @type {Promise<number[]> | undefined} */
  #names;
  /** @type {Cards | undefined} */
  #cards;

  /**
   * @param {string} view `offers` or `providers`
   * @param {URL} address of its facets
   */
  constructor(view, address) {
    this.view = view;
    this.address = address;
  }

  /** Gives the records with their facets. */
  list() {
    if (!this.#list) {
      this.#list = readJson(this.address).then((data) => new FacetedList(data));
      this.#list.catch(() => (this.#list = undefined));
    }
    return this.#list;
  }

  /** Gives all records by name. */
  async byName() {
    const list = await this.list();
    if (list.byName) return list.byName;
    if (!this.#names) {
      this.#names = readJson(new URL(`${this.view}-by-name.json`, this.address));
      this.#names.catch(() => (this.#names = undefined));
    }
    return this.#names;
  }

  /** Gives the HTML of cards. @param {number[]} numbers */
  async cards(numbers) {
    const list = await this.list();
    this.#cards ??= new Cards(this.address, this.view, list.perFile);
    return this.#cards.get(numbers);
  }

  /**
   * Looks words up, and keeps what this view lists.
   * @param {string} words
   * @returns {Promise<Answer>}
   */
  async answer(words) {
    const list = await this.list();
    const { search, found } = await this.#find(words);
    const group = search.groups.find((one) => one.name === this.view);
    const start = group?.start ?? 0;
    const end = group?.end ?? 0;
    const documents = found.hits.map((hit) => hit.document).filter((number) => number >= start && number < end);
    const ranked = documents.map((number) => number - start);
    const bits = new Bits(list.count);
    for (const number of ranked) bits.add(number);
    return { found, start, ranked, bits, nearest: ranked.length ? [] : search.nearest(words) };
  }

  /** @param {string} words */
  async #find(words) {
    try {
      const search = await openSearch(new URL("../search/search.json", this.address));
      return { search, found: await search.find(words) };
    } catch (cause) {
      throw new LoadError("the search did not come", { cause });
    }
  }
}
