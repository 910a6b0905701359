// What this browser keeps of rounds: every code under a key of its own, written and taken away as the counting goes on.

import { idsOf } from "../logic/group/collect.js";
import { fromFile, merge, restore, toFile } from "../logic/group/file.js";
import { entriesOf, keyOf, partsOf } from "../logic/group/kept.js";

/**
 * @typedef {import("../logic/group/collect.js").Collection} Collection
 * @typedef {import("../logic/group/round.js").Round} Round
 * @typedef {import("../logic/store.js").Store} Store
 */

/** What of a round is not a counter's: whether somebody took part as a teacher. */
const TEACHERS = "joined";

export class Kept {
  /** @type {[string, any][]} what was taken away last */
  #forgotten = [];
  /** @type {{round: string, which: string, text: string} | null} the file of the collection that is shown */
  #file = null;

  /** @param {Store} store @param {import("../logic/group/round.js").Asked} asked */
  constructor(store, asked) {
    this.store = store;
    this.asked = asked;
  }

  /** @returns {[string, any][]} */
  get #entries() {
    return this.store.keys().map((key) => [key, this.store.get(key)?.value]);
  }

  /** The rounds this browser counts in, or has a picture of: their id, and what is kept. */
  get rounds() {
    /** @type {Map<string, {counter?: {round: string, role: string}, picture?: string}>} */
    const found = new Map();
    for (const [key, value] of this.#entries) {
      const [kind, id, part = "counter"] = key.split("/");
      if (kind !== "group" || !["counter", "picture"].includes(part)) continue;
      found.set(id, { ...found.get(id), [part]: value });
    }
    return [...found.values()];
  }

  /** Gives the collection that is kept of a round; `what` is the place of what is wrong with it. @param {string} id */
  async find(id) {
    const parts = partsOf(this.#entries, id);
    const { collection, what } = parts ? await restore(parts, this.asked) : { collection: undefined, what: "" };
    if (collection) await this.#write(collection);
    return { collection, what };
  }

  /** @param {Collection} collection */
  async keep(collection) {
    const entries = new Map(entriesOf(collection));
    const key = keyOf(collection.round.id);
    const own = [key, keyOf(collection.round.id, "settled"), keyOf(collection.round.id, "total")];
    const isOurs = (/** @type {string} */ one) => own.includes(one) || one.startsWith(`${keyOf(collection.round.id, "code")}/`);
    for (const one of this.store.keys()) if (isOurs(one) && !entries.has(one)) this.store.remove(one);
    for (const [one, value] of entries) {
      if (JSON.stringify(this.store.get(one)?.value) !== JSON.stringify(value)) this.store.set(one, value);
    }
    await this.#write(collection);
  }

  /** @param {Collection} collection */
  async #write(collection) {
    const { round, role } = collection;
    this.#file = { round: round.id, which: role, text: await toFile(collection) };
  }

  /** Gives the file of the collection that is shown. @type {(page: import("../report/page.js").ReportPage, day: string) => {name: string, text: string}} */
  file(page, day) {
    const { which = "", text = "" } = this.#file ?? {};
    return { name: page.say("file", { day, which: page.say(`which.${which}`).replaceAll(" ", "-") }), text };
  }

  /**
   * Reads a file and adds it to what is here.
   * @param {string} text
   * @returns {Promise<{round: Round, added: number, same: number} | {reason: string, what?: string}>}
   */
  async read(text) {
    const { collection: there, reason, what } = await fromFile(text, this.asked);
    if (!there) return { reason: String(reason), what };
    const { collection: here } = await this.find(there.round.id);
    const { collection: merged, reason: refused } = here ? merge(here, there) : { collection: there, reason: "" };
    if (!merged) return { reason: String(refused) };
    await this.keep(merged);
    const added = idsOf(merged).length - (here ? idsOf(here).length : 0);
    return { round: there.round, added, same: idsOf(there).length - added };
  }

  /** @type {(round: string, text: string) => void} */
  keepPicture(round, text) {
    this.store.set(keyOf(round, "picture"), text);
  }

  /** @param {string} round @returns {string | undefined} */
  pictureOf(round) {
    return this.store.get(keyOf(round, "picture"))?.value;
  }

  /** Gives what this browser counts in a round. @param {string} round @returns {{round: string, role: string} | undefined} */
  counterOf(round) {
    return this.store.get(keyOf(round))?.value;
  }

  /** Takes all of a round away that a counter has. @param {string} round */
  forget(round) {
    const start = keyOf(round);
    const isCounters = (/** @type {string} */ key) => `${key}/`.startsWith(`${start}/`) && key !== keyOf(round, TEACHERS);
    this.#forgotten = this.#entries.filter(([key]) => isCounters(key));
    for (const [key] of this.#forgotten) this.store.remove(key);
  }

  /** Puts back what was taken away last. */
  putBack() {
    for (const [key, value] of this.#forgotten) this.store.set(key, value);
    this.#forgotten = [];
  }
}
