// Reading codes out of whatever a counter pastes: how many count, which contributions, and why the rest does not.

import { addCodes, idsOf, kindOf, removeCode } from "../logic/group/collect.js";
import { put } from "../report/page.js";

export class Collecting {
  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.page.part("read-codes").addEventListener("click", () => this.#read(), { signal });
    this.page.part("ids-list").addEventListener("click", ({ target }) => this.#remove(/** @type {Element} */ (target)), { signal });
  }

  reset() {
    this.page.part("codes-said").textContent = "";
    this.#showRefused([], []);
  }

  /** @param {import("./desk.js").Collection} collection */
  draw(collection) {
    const { page } = this;
    const ids = idsOf(collection);
    page.part("valid").textContent = page.count("valid", ids.length, { kind: kindOf(collection.role) });
    page.part("ids").hidden = !ids.length;
    const items = ids.map((id) => {
      const item = put(page.pieces.make("id"), { id, which: ` ${id}` });
      const button = /** @type {HTMLButtonElement} */ (item.querySelector("[data-remove]"));
      button.dataset.remove = id;
      button.hidden = collection.settled !== null;
      return item;
    });
    page.part("ids-list").replaceChildren(...items);
  }

  async #read() {
    const { page, desk } = this;
    const field = /** @type {HTMLTextAreaElement} */ (page.part("codes"));
    if (!desk.collection) return;
    if (!field.value.trim()) {
      page.part("codes-said").textContent = page.say("told.empty");
      return;
    }
    const { role } = desk.collection;
    const { collection, added, same, refused, others } = addCodes(desk.collection, field.value);
    // A code of the other counter may stand in it.
    field.value = "";
    const said = [
      added.length && page.count("told.added", added.length),
      same.length && page.count("told.same", same.length),
      refused.length && page.count("told.refused", refused.length),
    ].filter(Boolean);
    this.#showRefused(refused.map((one) => this.#refused(one, role)), others);
    await desk.keep(collection);
    page.part("codes-said").textContent = said.join(" ") || page.say("told.nothing");
  }

  /** @type {(refused: import("../logic/group/collect.js").Refused, role: import("../logic/group/collect.js").Role) => HTMLElement} */
  #refused({ line, text, reason }, role) {
    const name = reason === "wrong-letter" ? `${reason}.${role}` : reason;
    const slots = { line: this.page.say("line", { line }), text, why: this.page.say(`code.${name}`) };
    return put(this.page.pieces.make("refused"), slots);
  }

  /** @type {(refused: HTMLElement[], others: [number, number][]) => void} */
  #showRefused(refused, others) {
    const { page } = this;
    page.part("refused").hidden = !refused.length;
    page.part("refused-list").replaceChildren(...refused);
    page.part("others").hidden = !others.length;
    const rows = others.map(([first, last]) => page.say(first === last ? "line" : "lines", { line: first, first, last }));
    page.part("others-list").textContent = rows.join(", ");
  }

  /** @param {Element} target */
  async #remove(target) {
    const { desk, page } = this;
    const id = /** @type {HTMLElement | null} */ (target.closest("[data-remove]"))?.dataset.remove;
    if (!id || !desk.collection) return;
    const done = removeCode(desk.collection, id);
    page.part("codes-said").textContent = "reason" in done ? page.say("told.not_removed") : page.say("told.removed", { id });
    if ("collection" in done) await desk.keep(done.collection);
    page.part("read-codes").focus();
  }
}
