// The buttons of a page that put an offer or an organisation in the plan, or take it out: all alike, with one note that
// stands beside the button that was pressed last.

import { dropOffer, isSaved, saveOffers } from "../logic/plan.js";
import { Pieces } from "../pieces.js";
import { Note } from "./note.js";

/** @typedef {import("../logic/store.js").Store} Store */

export class Saving {
  /** @type {Map<string, {value: any, at: number}>} what was taken out while this page stood open, with its notes */
  #dropped = new Map();
  /** @type {Map<string, string>} what was saved on this page, as lines to take along */
  #lines = new Map();
  /** @type {{id: string, card: string}} the button the note stands beside */
  #last = { id: "", card: "" };

  /**
   * @param {HTMLElement} element with the words, and room for the note where its button is gone
   * @param {{store: Store, signal: AbortSignal, root?: ParentNode}} options `root` holds the buttons
   */
  constructor(element, { store, signal, root = element }) {
    this.element = element;
    this.store = store;
    this.root = root;
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (element.querySelector("[data-saving='words']")));
    const status = /** @type {HTMLElement} */ (element.querySelector("[data-saving='said']"));
    this.note = new Note(this.pieces, status, { store, signal, copy: () => [...this.#lines.values()].join("\n") });
    root.addEventListener(
      "click",
      ({ target }) => {
        const button = target instanceof Element && target.closest("[data-save]");
        if (button instanceof HTMLElement) this.press(button);
      },
      { signal },
    );
  }

  /** Puts in the plan what was not there when somebody pressed, and takes out what was. @param {HTMLElement} button */
  press(button) {
    const id = String(button.dataset.save);
    const title = String(button.querySelector(".vw-sr")?.textContent).trim();
    // Who reads "save" means to save, also where another tab did so a moment ago.
    const isMeantToSave = button.dataset.state !== "saved";
    this.#last = { id, card: String(button.dataset.key) };
    if (!isMeantToSave) this.#drop(id, title);
    else if (isSaved(this.store, id)) this.note.say(this.pieces.say("already", { title }), "kept");
    else this.#save(id, title, button.dataset.by ?? "");
    this.draw();
  }

  /** @type {(id: string, title: string, by: string) => void} */
  #save(id, title, by) {
    const dropped = this.#dropped.get(id);
    const isBack = Boolean(dropped?.value.note);
    if (dropped) this.store.set(`plan/offer/${id}`, dropped.value);
    else if (saveOffers(this.store, [{ id, title, by }]) === null) return this.note.say(this.pieces.say("no_room"));
    const [provider, offer = ""] = id.split("/");
    const address = new URL(`${this.element.dataset.root ?? "./"}catalogus/${provider}/${offer && "#"}${offer}`, document.baseURI);
    this.#lines.set(id, `${[title, by].filter(Boolean).join(", ")}: ${address.href}`);
    this.note.say(this.pieces.say(isBack ? "back" : "saved", { title }), "kept");
  }

  /** @type {(id: string, title: string) => void} */
  #drop(id, title) {
    const entry = this.store.get(`plan/offer/${id}`);
    if (entry) this.#dropped.set(id, entry);
    dropOffer(this.store, id);
    this.#lines.delete(id);
    this.note.say(this.pieces.say(entry?.value.note ? "removed_note" : "removed", { title }), "gone");
  }

  /** Shows on all buttons what is saved; the note goes along with the button it stands beside. */
  draw() {
    /** @type {HTMLElement | undefined} */
    let beside;
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-save]"))) {
      const { save: id = "", key } = button.dataset;
      const state = isSaved(this.store, id) ? "saved" : "open";
      const isPressed = button.matches(":active") && !this.note.isShown;
      if (!isPressed && button.dataset.state !== state) this.#label(button, state);
      if (id === this.#last.id && (!beside || String(key) === this.#last.card)) beside = button;
    }
    this.note.draw();
    if (!this.note.isShown) return;
    const { element } = this.note;
    const place = beside?.parentElement;
    if (place && element.previousElementSibling !== place) place.after(element);
    else if (!place && element.parentElement !== this.element) this.element.append(element);
  }

  /** @type {(button: HTMLElement, state: "saved" | "open") => void} */
  #label(button, state) {
    button.dataset.state = state;
    const words = button.querySelector("span");
    if (words) words.textContent = this.pieces.say(state === "saved" ? "remove" : "save");
  }

  /** Follows what another tab did. */
  follow() {
    const { id } = this.#last;
    if (this.note.isShown && this.#lines.has(id) && !isSaved(this.store, id)) this.note.hush();
    this.draw();
  }
}
