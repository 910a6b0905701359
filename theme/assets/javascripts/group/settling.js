// One list for both counters: compare a short hash, then the lists, and settle what both hold.

import { compareLists, givenOf, hashOfList, idsOf, readList, settle, unsettle, writeList } from "../logic/group/collect.js";
import { later } from "./opening.js";

/** So many signs of a hash people compare. */
const SHORT = 8;

/** @param {string[]} ids */
const inRow = (ids) => ids.join(" ");

export class Settling {
  /** @type {string[]} what both hold */
  #common = [];
  #hashed = "";
  #leftOut = 0;

  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      this.page.part(name).addEventListener("click", act, { signal });
    on("settle-mine", () => desk.collection && this.#settle(idsOf(desk.collection)));
    on("settle-common", () => this.#settle(this.#common));
    on("compare", () => this.#compare());
    on("unsettle", () => this.#unsettle());
  }

  reset() {
    this.#leftOut = 0;
    for (const name of ["settle-said", "compared"]) this.page.part(name).textContent = "";
    this.page.part("difference").hidden = true;
  }

  /** @param {import("./desk.js").Collection} collection */
  draw(collection) {
    const { page, desk } = this;
    const { round, settled } = collection;
    const isOver = desk.today > round.last;
    const ids = idsOf(collection);
    page.part("settle-wait").textContent = isOver ? "" : page.say("settle.wait", { day: page.day(later(round.last, 1)) });
    page.part("settling").hidden = !isOver || settled !== null;
    page.part("settled").hidden = !settled;
    page.part("unsettle").hidden = givenOf(collection) !== null;
    page.part("list-says").textContent = page.count("list_says", ids.length);
    page.part("own-list").textContent = writeList(round, ids);
    this.#drawHash(round, ids);
    if (!settled) return;
    const hash = settled.hash.slice(0, SHORT);
    const count = settled.ids.length;
    const words = [page.count("told.settled", count, { hash })];
    if (this.#leftOut) words.push(page.count("told.left_out", this.#leftOut));
    page.part("settled-says").textContent = words.join(" ");
    const list = writeList(round, settled.ids);
    const values = { name: round.name, count, hash, ids: inRow(settled.ids), list };
    page.part("post").textContent = desk.paragraphs("post", 4, values);
  }

  /** @type {(round: import("./desk.js").Round, ids: string[]) => Promise<void>} */
  async #drawHash(round, ids) {
    const key = round.id + inRow(ids);
    if (this.#hashed === key) return;
    this.#hashed = key;
    const hash = await hashOfList(round, ids);
    if (this.#hashed === key) this.page.part("hash").textContent = hash.slice(0, SHORT);
  }

  #compare() {
    const { page, desk } = this;
    if (!desk.collection) return;
    const field = /** @type {HTMLTextAreaElement} */ (page.part("their-list"));
    const { ids, reason } = readList(desk.collection.round, field.value);
    field.value = "";
    page.part("difference").hidden = true;
    if (!ids) {
      page.part("compared").textContent = page.say(`list.${reason}`);
      return;
    }
    const { both, onlyMine, onlyTheirs } = compareLists(idsOf(desk.collection), ids);
    this.#common = both;
    const isSame = !onlyMine.length && !onlyTheirs.length;
    const counts = { both: both.length, mine: onlyMine.length, theirs: onlyTheirs.length };
    page.part("compared").textContent = [isSame && page.say("told.all_same"), page.say("told.lists", counts)].filter(Boolean).join(" ");
    page.part("only-mine").textContent = inRow(onlyMine);
    page.part("only-theirs").textContent = inRow(onlyTheirs);
    page.part("difference").hidden = isSame;
  }

  /** @param {string[]} ids */
  async #settle(ids) {
    const { page, desk } = this;
    if (!desk.collection) return;
    const { collection, leftOut = [], missing = [], reason } = await settle(desk.collection, ids, desk.today);
    const values = { minimum: desk.collection.round.minimum, ids: inRow(missing) };
    page.part("settle-said").textContent = reason ? page.say(`settle.${reason}`, values) : "";
    if (!collection) return;
    this.#leftOut = leftOut.length;
    await desk.keep(collection);
  }

  async #unsettle() {
    const { page, desk } = this;
    if (!desk.collection) return;
    const done = unsettle(desk.collection);
    page.part("settle-said").textContent = "reason" in done ? page.say(`settle.${done.reason}`) : "";
    if ("collection" in done && done.collection) await desk.keep(done.collection);
  }
}
