// What was said of questions that the checklist has no more, and emptying the checklist.

import { belongs, kept, questionKey } from "../logic/checklist.js";
import { required } from "./questions.js";

/** Seconds in which emptying can be undone. */
const UNDO_SECONDS = 10;

export class Former {
  /** @param {HTMLElement} element @param {import("./questions.js").Questions} questions */
  constructor(element, questions) {
    this.questions = questions;
    this.part = required(element, "[data-part='former']");
    this.list = required(element, "[data-part='former-list']");
  }

  draw() {
    const { store, checklist, pieces, byId } = this.questions;
    const gone = kept(store, checklist).questions.filter(({ id }) => !byId.has(id));
    const items = gone.map(({ id, text, ticked, matters, note }) => {
      const item = pieces.make("former");
      required(item, "strong").textContent = text || id;
      const said = [ticked && pieces.say("former.ticked"), matters && pieces.say("former.matters")].filter(Boolean);
      required(item, "[data-slot='what']").textContent = said.join(" ");
      required(item, "[data-slot='text']").textContent = note;
      required(item, "button span").textContent = text || id;
      required(item, "button").addEventListener("click", () => {
        store.remove(questionKey(checklist, id));
        this.draw();
        (this.list.querySelector("button") ?? document.querySelector("#_papier"))?.focus();
      });
      return item;
    });
    this.list.replaceChildren(...items);
    this.part.hidden = !items.length;
  }
}

export class Reset {
  /** @type {{key: string, value: any, at: number}[]} */
  #emptied = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #counting;

  /**
   * @param {HTMLElement} element
   * @param {import("./questions.js").Questions} questions
   * @param {{signal: AbortSignal, changed: () => void}} options
   */
  constructor(element, { store, checklist, pieces }, { signal, changed }) {
    this.store = store;
    this.checklist = checklist;
    this.pieces = pieces;
    this.changed = changed;
    const part = (/** @type {string} */ name) => required(element, `[data-part="${name}"]`);
    this.said = part("reset-said");
    this.undo = part("unreset");
    this.section = part("again");
    part("reset").addEventListener("click", () => this.#empty(), { signal });
    this.undo.addEventListener("click", () => this.#undo(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#counting));
  }

  /** Shows the button where there is something to empty, or to put back. */
  draw() {
    const isSome = this.store.keys().some((key) => belongs(key, this.checklist));
    this.section.hidden = !isSome && !this.#emptied.length && !this.said.textContent;
  }

  #empty() {
    const keys = this.store.keys().filter((key) => belongs(key, this.checklist));
    this.#emptied = keys.map((key) => ({ key, .../** @type {{at: number, value: any}} */ (this.store.get(key)) }));
    this.store.removeAll(keys);
    this.#say("reset.done", true);
    this.changed();
    this.undo.focus();
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => this.#end("reset.gone"), UNDO_SECONDS * 1000);
  }

  /** Puts back what nobody said anew since then. */
  #undo() {
    const back = this.#emptied.filter(({ key }) => !this.store.get(key));
    this.store.setAll(back.map(({ key, value, at }) => ({ key, value, at })));
    this.#end("reset.undone");
    this.changed();
    this.said.focus();
  }

  /** Who deletes everything means what was emptied too. */
  forget() {
    clearTimeout(this.#counting);
    this.#emptied = [];
    this.said.textContent = "";
    this.undo.hidden = true;
  }

  /** @param {string} words */
  #end(words) {
    clearTimeout(this.#counting);
    this.#emptied = [];
    const hadFocus = document.activeElement === this.undo;
    this.#say(words, false);
    if (hadFocus) this.said.focus();
  }

  /** @type {(words: string, canUndo: boolean) => void} */
  #say(words, canUndo) {
    this.said.textContent = this.pieces.say(words, { seconds: UNDO_SECONDS });
    this.undo.hidden = !canUndo;
  }
}
