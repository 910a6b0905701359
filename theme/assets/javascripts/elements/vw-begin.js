// Copies the steps of an example into the plan. What is there already stays as it is, and is not added again.

import { openKept } from "../keeping/kept.js";
import { addSteps, isValid as isPlan } from "../logic/plan.js";
import { Pieces } from "../pieces.js";
import { Note } from "../saving/note.js";

export class Begin extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    this.store = openKept(
      { plan: isPlan },
      { onChange: () => this.#draw(), onTrouble: (reason) => this.note.tell(reason) },
    );
    signal.addEventListener("abort", () => this.store.close());
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.#find("template")));
    const copy = () => this.#picked.map(({ title }) => title).join("\n");
    this.note = new Note(this.pieces, this.#find("[role=status]"), { store: this.store, signal, copy });
    this.#find("[data-part=begin]").addEventListener("click", () => this.#begin(), { signal });
    this.#draw();
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    const found = this.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`vw-begin: expected ${selector} inside`);
    return found;
  }

  get #boxes() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input"));
  }

  /** The steps that are ticked. */
  get #picked() {
    const from = String(this.dataset.from);
    return [...this.#boxes]
      .filter((box) => box.checked)
      .map((box) => {
        const title = String(box.closest("label")?.querySelector("[data-title]")?.textContent);
        return { id: box.value, title, phase: box.dataset.phase, from };
      });
  }

  #begin() {
    const picked = this.#picked;
    const added = picked.length ? addSteps(this.store, picked) : 0;
    this.#say(picked.length, added);
    this.#draw();
  }

  /** @type {(picked: number, added: number | null) => void} */
  #say(picked, added) {
    if (!picked) return this.note.say(this.pieces.say("none"));
    if (added === null) return this.note.say(this.pieces.say("no_room"));
    if (!added) return this.note.say(this.pieces.say("same_all"), "kept");
    const count = (/** @type {string} */ name, /** @type {number} */ many) =>
      many ? [this.pieces.say(`${name}.${many === 1 ? "one" : "other"}`, { count: many })] : [];
    this.note.say([...count("added", added), ...count("same", picked - added)].join(" "), "kept");
  }

  /** Shows which steps stand in the plan. */
  #draw() {
    for (const box of this.#boxes) {
      const mark = box.closest("label")?.querySelector("[data-there]");
      if (mark instanceof HTMLElement) mark.hidden = !this.store.get(`plan/step/${box.value}`);
    }
    this.note.draw();
    const place = /** @type {HTMLElement} */ (this.#find("[data-part=begin]").parentElement);
    if (this.note.isShown && !this.note.element.isConnected) place.after(this.note.element);
  }
}

customElements.define("vw-begin", Begin);
