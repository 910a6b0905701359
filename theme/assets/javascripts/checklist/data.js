// What is known of organisations, from the data of the comparison. Everybody who opens a checklist asks for the same
// files; only on a site too big for one file, an organisation's own file is fetched once it is chosen.

import { fileOf } from "../logic/comparison.js";
import { readData } from "../logic/fetched.js";

/**
 * @typedef {import("../logic/comparison.js").File} File
 * @typedef {Omit<import("../logic/comparison.js").Provider, "answers"> &
 *   {answers: Record<string, import("../logic/checklist.js").Answer>}} Provider
 * @typedef {{id: string, provider: Provider}} Known
 */

export class ProviderData {
  /** @param {URL} address of the names */
  constructor(address) {
    this.address = address;
    /** The address of the site. */
    this.root = new URL("../../", address);
  }

  /** Fetches what everybody gets: the names, and on a small site all that is known. */
  async start() {
    const { files } = await this.#load("names.json");
    if (files === 1) await this.#load("0.json");
  }

  /** Gives ids with names, in the order of the names. @returns {Promise<[string, string][]>} */
  async names() {
    return Object.entries((await this.#load("names.json")).names);
  }

  /** Gives what is known of an organisation, under the id it has now. @param {string} id @returns {Promise<Known | null>} */
  async get(id) {
    const file = await this.#fileOf(id);
    const now = Object.hasOwn(file.moved, id) ? file.moved[id] : id;
    const { records } = now === id ? file : await this.#fileOf(now);
    return Object.hasOwn(records, now) ? { id: now, provider: /** @type {any} */ (records[now]) } : null;
  }

  /** @param {string} id @returns {Promise<File>} */
  async #fileOf(id) {
    const { files } = await this.#load("names.json");
    return this.#load(`${fileOf(id, files)}.json`);
  }

  /** @param {string} name */
  #load(name) {
    return readData(new URL(name, this.address));
  }
}
