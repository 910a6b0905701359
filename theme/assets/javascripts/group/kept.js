// What this browser keeps of rounds: every code under a key of its own, written and taken away as the counting goes on.

import { entriesOf as everything, fromFile as fromEverything, toFile as toEverything } from "../logic/entries.js";
import { idsOf, openCollection } from "../logic/group/collect.js";
import { fromFile, merge, recover, toFile } from "../logic/group/file.js";
import { entriesOf, givenIn, isCounters, isValid, keyOf, partsOf } from "../logic/group/kept.js";

/**
 * @typedef {import("../logic/group/collect.js").Collection} Collection
 * @typedef {import("../logic/group/collect.js").Role} Role
 * @typedef {import("../logic/group/round.js").Round} Round
 * @typedef {import("../logic/store.js").Store} Store
 * @typedef {{
 *   collection?: Collection,
 *   gaps: string[], parts that do not fit
 *   role?: Role | "unknown", which counter this browser is
 *   given: import("../logic/group/collect.js").Given | null,
 * }} Found
 */

/** How a copy of all rounds begins; one of a single round begins otherwise. */
const ALL_ROUNDS = /^\s*\{"format":"vormingswijzer-kopie"/;
const TOOL = "group";

/** @param {string} key */
const isGroup = (key) => key.startsWith(`${TOOL}/`);

export class Kept {
  /** @type {{entries: [string, any][], aside: Map<string, string>}} what was taken away last */
  #forgotten = { entries: [], aside: new Map() };
  /** @type {{round: string, which: string, text: string} | null} the file of the collection that is shown */
  #file = null;
  /** @type {Map<string, string[]>} the keys of each collection as it was seen last */
  #seen = new Map();

  /** @param {Store} store @param {import("../logic/group/round.js").Asked} asked */
  constructor(store, asked) {
    this.store = store;
    this.asked = asked;
  }

  /** @returns {[string, any][]} */
  get #entries() {
    return this.store.keys().map((key) => [key, this.store.get(key)?.value]);
  }

  /** What a counter has of a round and cannot be read. @param {string} id */
  #unread(id) {
    return [...this.store.unread.keys()].filter((key) => isCounters(key, id));
  }

  /** Says whether anything is kept of any round. */
  get isSome() {
    return [...this.store.keys(), ...this.store.unread.keys()].some(isGroup);
  }

  /** The rounds this browser counts in, or has a picture of: their id, and what is kept. */
  get rounds() {
    /** @type {Map<string, {counter?: {round: string, role: string}, picture?: string}>} */
    const found = new Map();
    for (const [key, value] of this.#entries) {
      const [kind, id, part = "counter"] = key.split("/");
      if (kind !== TOOL || !["counter", "picture"].includes(part)) continue;
      found.set(id, { ...found.get(id), [part]: value });
    }
    return [...found.values()];
  }

  /** Finds what is left of a round. @param {Pick<Round, "id" | "text">} round @returns {Promise<Found>} */
  async find({ id, text }) {
    const unread = this.#unread(id);
    const given = givenIn(this.#entries, id, unread);
    const parts = partsOf(this.#entries, id, text);
    const { collection, gaps } = parts ? await recover({ ...parts, given }, this.asked) : { collection: undefined, gaps: [] };
    if (collection) await this.#see(collection);
    const isUnknown = unread.length > 0 || gaps.length > 0;
    return { collection, gaps, given, role: collection?.role ?? (given ? "second" : isUnknown ? "unknown" : undefined) };
  }

  /** @param {Collection} collection */
  async keep(collection) {
    const entries = entriesOf(collection).map(([key, value]) => ({ key, value }));
    this.store.replace(this.#seen.get(collection.round.id) ?? [], entries);
    await this.#see(collection);
  }

  /** @param {Collection} collection */
  async #see(collection) {
    const { round, role } = collection;
    this.#seen.set(round.id, entriesOf(collection).map(([key]) => key));
    const rest = this.store.rest((key) => `${key}/`.startsWith(`${keyOf(round.id)}/`));
    this.#file = { round: round.id, which: role, text: await toFile(collection, rest) };
  }

  /**
   * Gives the file of the collection that is shown, or else of all rounds.
   * @type {(page: import("../report/page.js").ReportPage, day: string, shown: Collection | null) => {name: string, text: string}}
   */
  file(page, day, shown) {
    const isOne = shown !== null && this.#file?.round === shown.round.id;
    const { which, text } = isOne && this.#file ? this.#file : { which: "all", text: this.#everything };
    return { name: page.say("file", { day, which: page.say(`which.${which}`).replaceAll(" ", "-") }), text };
  }

  get #everything() {
    return toEverything(TOOL, everything(this.store, isGroup), this.store.rest(isGroup));
  }

  /**
   * Reads a file and adds it to what is here: of one round, or of all. Everything is checked before anything is kept.
   * @param {string} text
   * @returns {Promise<{round: Round | null, added: number, same: number} | {reason: string, what?: string}>}
   */
  async read(text) {
    if (ALL_ROUNDS.test(text)) return this.#readAll(text);
    const { collection: there, reason, what } = await fromFile(text, this.asked);
    return there ? this.#add([there]) : { reason: String(reason), what };
  }

  /** @param {string} text @returns {ReturnType<Kept["read"]>} */
  async #readAll(text) {
    const { entries, reason, what } = fromEverything(text, { tools: [TOOL], isValid });
    if (!entries) return { reason: String(reason), what };
    const values = /** @type {[string, any][]} */ (entries.map(({ key, value }) => [key, value]));
    const ids = [...new Set(values.map(([key]) => key.split("/")[1]))];
    const found = await Promise.all(ids.map((id) => this.#restored(values, id)));
    const read = await this.#add(found.flatMap((one) => one ?? []));
    if ("reason" in read) return read;
    // What is no counter's, or of a round whose link got lost, stands by itself.
    const fresh = entries.filter(({ key }) => !this.store.get(key) && !this.#counts(key.split("/")[1], values));
    if (fresh.length) this.store.setAll(fresh);
    return read;
  }

  /** Says whether a file or this browser counts in a round. @type {(id: string, values: [string, any][]) => boolean} */
  #counts(id, values) {
    return [...values, ...this.#entries].some(([key]) => key === keyOf(id));
  }

  /** @type {(values: [string, any][], id: string) => Promise<Collection | undefined>} */
  async #restored(values, id) {
    const parts = partsOf(values, id, this.counterOf(id)?.round);
    return parts ? (await recover(parts, this.asked)).collection : undefined;
  }

  /** @param {Collection[]} theirs @returns {ReturnType<Kept["read"]>} */
  async #add(theirs) {
    const [all, counts] = [[], { added: 0, same: 0 }];
    for (const there of theirs) {
      const { collection, role, given } = await this.find(there.round);
      if (role === "second" && there.role === "opener") return { reason: "both-counters" };
      const here = collection ?? { ...openCollection(there.round, there.role), ...(given && { given }) };
      const { collection: merged, reason } = merge(here, there);
      if (!merged) return { reason: String(reason) };
      all.push(merged);
      const added = idsOf(merged).length - idsOf(here).length;
      counts.added += added;
      counts.same += idsOf(there).length - added;
    }
    for (const merged of all) await this.keep(merged);
    return { round: theirs.length === 1 ? theirs[0].round : null, ...counts };
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

  /** Takes all of a round away that a counter has, but not that a total was given. @param {string} round */
  forget(round) {
    const isGone = (/** @type {string} */ key) => isCounters(key, round) && key !== keyOf(round, "given");
    const given = givenIn(this.#entries, round, this.#unread(round));
    const entries = this.#entries.filter(([key]) => isGone(key));
    this.store.removeAll(entries.map(([key]) => key));
    this.#forgotten = { entries, aside: this.store.setAside(this.#unread(round)) };
    if (given) this.store.replace([keyOf(round, "given")], [{ key: keyOf(round, "given"), value: given }]);
    this.#close(round);
  }

  /** Moves all that is left of a round out of the way, where nobody knows what it is. @param {string} round */
  putAside(round) {
    const keys = [...this.store.keys(), ...this.store.unread.keys()];
    this.#forgotten = { entries: [], aside: this.store.setAside(keys.filter((key) => isCounters(key, round))) };
    this.#close(round);
  }

  /** @param {string} round */
  #close(round) {
    this.#seen.delete(round);
    this.#file = null;
  }

  /** Puts back what was taken away last. */
  putBack() {
    const { entries, aside } = this.#forgotten;
    this.store.bringBack(aside);
    for (const [key, value] of entries) this.store.set(key, value);
    this.letGo();
  }

  /** Lets go of what could be put back. */
  letGo() {
    this.#forgotten = { entries: [], aside: new Map() };
  }
}
