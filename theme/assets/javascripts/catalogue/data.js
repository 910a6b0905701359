// What the catalogue reads. On a small site everybody gets all of it with the page, whatever they ask of it.

import { Cards } from "../logic/cards.js";
import { Bits, FacetedList } from "../logic/facets.js";
import { LoadError, readData } from "../logic/fetched.js";
import { today } from "../logic/schedule.js";
import { openSearch } from "../logic/search.js";

/**
 * @typedef {{found: import("../logic/search.js").Found, start: number, ranked: number[], bits: Bits,
 *   nearest: string[]}} Answer what words found in this view: `ranked` are its records, best first, `start` is the
 *   number of its first document in the search, and `nearest` are words that may have been meant
 */

export class CatalogueData {
  /** @type {Promise<FacetedList> | undefined} */
  #list;
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

  /** Fetches what everybody gets; each part that did not come is told of once somebody needs it. */
  load() {
    return Promise.allSettled([this.byName(), this.cards([]), this.#search()]);
  }

  /** Gives the records with their facets. */
  list() {
    if (!this.#list) {
      this.#list = readData(this.address).then((data) => new FacetedList(data, today()));
      this.#list.catch(() => (this.#list = undefined));
    }
    return this.#list;
  }

  /** Gives all records by name. @returns {Promise<number[]>} */
  async byName() {
    const list = await this.list();
    return list.byName ?? readData(new URL(`${this.view}-by-name.json`, this.address));
  }

  /** Gives the HTML of cards. @param {number[]} numbers */
  async cards(numbers) {
    const list = await this.list();
    this.#cards ??= new Cards(this.address, this.view, list.perFile);
    await this.#cards.load();
    return this.#cards.get(numbers);
  }

  /**
   * Looks words up, and keeps what this view lists.
   * @param {string} words
   * @returns {Promise<Answer>}
   */
  async answer(words) {
    const list = await this.list();
    const search = await this.#search();
    const found = await came(search.find(words));
    const group = search.groups.find((one) => one.name === this.view);
    const start = group?.start ?? 0;
    const end = group?.end ?? 0;
    const documents = found.hits.map((hit) => hit.document).filter((number) => number >= start && number < end);
    const ranked = documents.map((number) => number - start);
    const bits = new Bits(list.count);
    for (const number of ranked) bits.add(number);
    return { found, start, ranked, bits, nearest: ranked.length ? [] : search.nearest(words) };
  }

  #search() {
    return came(openSearch(new URL("../search/search.json", this.address)));
  }
}

/** Gives what came; whatever went wrong with it, it did not come. @template T @param {Promise<T>} coming */
async function came(coming) {
  try {
    return await coming;
  } catch (cause) {
    throw new LoadError("the search did not come", { cause });
  }
}
