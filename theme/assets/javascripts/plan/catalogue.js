// What the catalogue says today of what is in the plan. It comes from the data of the comparison, which is one file for
// everybody on a small site.

import { fileOf, fileOn } from "../logic/comparison.js";
import { readData } from "../logic/fetched.js";
import { today } from "../logic/schedule.js";

/**
 * What is known of something saved; `isGone` when the catalogue does not have it any more.
 * @typedef {{id: string, title: string, by: string, href: string, facts: Record<string, string[]>, isGone: boolean,
 *   hours?: number, amount?: number, per?: string}} Known
 * @typedef {import("../logic/comparison.js").File} File
 */

export class Catalogue {
  /** @type {Map<number, File>} */
  #files = new Map();
  /** @type {Map<string, Known | null>} */
  #known = new Map();
  hasFailed = false;
  /** Rises when there is more to know. */
  version = 0;

  /** @param {HTMLElement} element with `src` and `data-files` @param {() => void} changed */
  constructor(element, changed) {
    this.base = new URL(element.getAttribute("src") ?? "", document.baseURI);
    this.count = Number(element.dataset.files);
    this.changed = changed;
  }

  /** Loads what is needed; one file always comes, so that nobody sees whether there is a plan. @param {string[]} ids */
  async load(ids) {
    const names = ids.map((id) => id.split("/")[0]);
    if (!this.#missing(names).length) return;
    try {
      await this.#fetchAll(names);
      // A record that got another name may stand in another file.
      await this.#fetchAll(names.map((name) => this.#fileOf(name)?.moved[name] ?? name));
      this.hasFailed = false;
    } catch (error) {
      this.hasFailed = true;
      if (!(error instanceof TypeError)) throw error;
    }
    this.#known.clear();
    this.version += 1;
    this.changed();
  }

  /** @param {string} name */
  #fileOf(name) {
    return this.#files.get(fileOf(name, this.count));
  }

  /** Gives the files that did not come yet. @param {string[]} names of organisations */
  #missing(names) {
    const wanted = this.count === 1 ? [0] : names.map((name) => fileOf(name, this.count));
    return [...new Set(wanted)].filter((number) => !this.#files.has(number));
  }

  /** @param {string[]} names */
  async #fetchAll(names) {
    await Promise.all(this.#missing(names).map((number) => this.#fetch(number)));
  }

  /** @param {number} number */
  async #fetch(number) {
    this.#files.set(number, fileOn(await readData(new URL(`${number}.json`, this.base)), today()));
  }

  /** Gives what is known of something; `null` while that did not come. @param {string} id */
  find(id) {
    if (!this.#known.has(id)) this.#known.set(id, this.#find(id));
    return this.#known.get(id) ?? null;
  }

  /** @param {string} id @returns {Known | null} */
  #find(id) {
    const [named, offerId] = id.split("/");
    const file = this.#fileOf(named);
    if (!file) return null;
    // A record that got another name leads on, once.
    const providerId = Object.hasOwn(file.moved, named) ? file.moved[named] : named;
    const { records } = this.#fileOf(providerId) ?? file;
    const gone = { id, title: "", by: "", href: "", facts: {}, isGone: true };
    if (!Object.hasOwn(records, providerId)) return gone;
    const provider = records[providerId];
    const href = new URL(`../../catalogus/${providerId}/`, this.base).href;
    if (!offerId) return { id: providerId, title: provider.name, by: "", href, facts: provider.facts, isGone: false };
    if (!Object.hasOwn(provider.offers, offerId)) return { ...gone, by: provider.name };
    const { title, ...rest } = provider.offers[offerId];
    return { ...rest, id: `${providerId}/${offerId}`, title, by: provider.name, href: `${href}#${offerId}`, isGone: false };
  }
}
