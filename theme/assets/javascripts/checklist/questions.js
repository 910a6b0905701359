// The questions of the page: what is said of each, which ones a filter shows, and the way to those it folds away.

import { afterPress } from "../after.js";
import { held, hold, show } from "../keeping/place.js";
import { blank, count, isEmpty, isShown, questionKey } from "../logic/checklist.js";
import { write } from "../places.js";

/** Milliseconds without a key press after which a note is kept. */
const PAUSE = 300;

/**
 * @typedef {import("../logic/checklist.js").Question} Question
 * @typedef {import("../logic/checklist.js").Said} Said
 * @typedef {{element: HTMLElement, list: HTMLElement, question: Question,
 *   ticked: HTMLInputElement, matters: HTMLInputElement, note: HTMLTextAreaElement}} Row
 */

/** @type {(element: Element, selector: string) => any} */
export function required(element, selector) {
  const found = element.querySelector(selector);
  if (!found) throw new Error(`vw-checklist: expected an element ${selector}`);
  return found;
}

export class Questions {
  /** @type {Row | null} whose note is being typed */
  #typing = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /**
   * @param {HTMLElement} element
   * @param {{checklist: string, store: import("../logic/store.js").Store, pieces: import("../pieces.js").Pieces,
   *   signal: AbortSignal, changed: () => void}} options `changed` is called when something was ticked or marked
   */
  constructor(element, { checklist, store, pieces, signal, changed }) {
    this.element = element;
    this.checklist = checklist;
    this.store = store;
    this.pieces = pieces;
    this.changed = changed;
    this.lists = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-list]")]);
    this.rows = this.lists.flatMap((list) => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-question]")]).map((one) => rowOf(one, list)));
    for (const [at, isWhole] of (held("unfiltered") ?? []).entries()) this.lists[at]?.toggleAttribute("data-all", isWhole);
    this.byId = new Map(this.rows.map((row) => [row.question.id, row]));
    this.byElement = new Map(this.rows.map((row) => [row.element, row]));
    /** @type {import("../logic/checklist.js").Filter} */
    this.filter = { asked: "", phase: "", isMattering: false };
    element.addEventListener("change", ({ target }) => this.#changed(target), { signal });
    element.addEventListener("input", ({ target }) => this.#typed(target), { signal });
    addEventListener("pagehide", () => this.flush(), { signal });
    document.addEventListener("visibilitychange", () => this.flush(), { signal });
    for (const list of this.lists) {
      required(list, "[data-slot='others'] button").addEventListener("click", () => {
        list.toggleAttribute("data-all");
        hold("unfiltered", this.lists.map((one) => one.hasAttribute("data-all")));
        this.#drawOthers(list);
      }, { signal });
    }
  }

  /** What is said of every question. */
  get all() {
    return this.rows.map((row) => ({ question: row.question, said: this.saidOf(row) }));
  }

  /** @param {Row} row @returns {Said} */
  saidOf({ question }) {
    return this.store.get(questionKey(this.checklist, question.id))?.value ?? blank(question.text);
  }

  /** Keeps what was ticked or written before the script came. */
  takeEarly() {
    for (const row of this.rows) {
      const { ticked, matters, note } = row;
      const early = { ticked: ticked.checked, matters: matters.checked, note: note.value };
      if (isEmpty(early)) continue;
      const said = this.saidOf(row);
      this.#keep(row, { ticked: said.ticked || early.ticked, matters: said.matters || early.matters, note: early.note || said.note });
    }
  }

  /** @param {EventTarget | null} target */
  #rowOf(target) {
    const field = target instanceof HTMLElement ? target : null;
    const element = /** @type {HTMLElement | null} */ (field?.dataset.said ? field.closest("[data-question]") : null);
    return element ? (this.byElement.get(element) ?? null) : null;
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    const row = this.#rowOf(target);
    if (!row) return;
    if (target === row.note) return this.flush();
    this.#keep(row, { ticked: row.ticked.checked, matters: row.matters.checked });
    afterPress(row.element, () => {
      this.drawRow(row);
      this.drawCounts();
      this.#drawOthers(row.list);
      this.changed();
    });
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    const row = this.#rowOf(target);
    if (!row || target !== row.note) return;
    if (this.#typing !== row) this.flush();
    this.#typing = row;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.flush(), PAUSE);
  }

  /** Keeps the note that is being typed. */
  flush() {
    clearTimeout(this.#waiting);
    const row = this.#typing;
    if (!row) return;
    this.#typing = null;
    this.#keep(row, { note: row.note.value });
    this.drawRow(row);
  }

  /** @type {(row: Row, said: Partial<Said>) => void} */
  #keep(row, change) {
    const key = questionKey(this.checklist, row.question.id);
    const said = { ...this.saidOf(row), ...change, text: blank(row.question.text).text };
    if (!isEmpty(said)) this.store.set(key, said);
    else if (this.store.get(key)) this.store.remove(key);
  }

  /** Shows everything that is said. */
  draw() {
    for (const row of this.rows) this.drawRow(row);
    this.drawCounts();
    this.applyFilter(this.filter);
  }

  /** Shows what is said of one question. @param {Row} row */
  drawRow(row) {
    const { element, question, ticked, matters, note } = row;
    const said = this.saidOf(row);
    ticked.checked = said.ticked;
    matters.checked = said.matters;
    const slot = (/** @type {string} */ name) => required(element, `[data-slot="${name}"]`);
    const fold = /** @type {HTMLDetailsElement} */ (slot("note"));
    // What is being typed is later than what came from elsewhere.
    if (this.#typing !== row && note.value !== said.note) {
      note.value = said.note;
      // What somebody wrote is seen.
      if (said.note) fold.open = true;
    }
    write(slot("noted"), said.note);
    write(slot("then"), said.text === blank(question.text).text ? "" : this.pieces.say("then", { text: said.text }));
    write(required(fold, "summary"), this.pieces.say(said.note ? "noted" : "note"));
    element.toggleAttribute("data-touched", !isEmpty(said));
  }

  /** Shows how much is ticked, in each part and in all. */
  drawCounts() {
    const { questions, ticked, core, coreTicked, mattering } = count(this.all);
    const bar = /** @type {HTMLProgressElement} */ (required(this.element, "progress"));
    bar.max = core || questions;
    bar.value = core ? coreTicked : ticked;
    const values = { core: coreTicked, cores: core, ticked, count: questions };
    const some = [this.pieces.say(core ? "progress.core" : "progress.all", values)];
    if (mattering) some.push(this.pieces.say(`progress.mattering.${mattering === 1 ? "one" : "other"}`, { count: mattering }));
    write(required(this.element, "[data-part='progress']"), some.join(" "));
    for (const list of this.lists) {
      const place = list.querySelector("[data-slot='count']");
      const inside = this.rows.filter((row) => row.list === list);
      const done = inside.filter((row) => row.ticked.checked).length;
      if (place && inside.length) write(place, this.pieces.say("in_list", { ticked: done, count: inside.length }));
    }
  }

  /** Folds away what a filter does not show. @param {import("../logic/checklist.js").Filter} filter */
  applyFilter(filter) {
    this.filter = filter;
    const isOn = Boolean(filter.asked || filter.phase || filter.isMattering);
    let shown = 0;
    for (const row of this.rows) {
      const isOff = !isShown(row.question, this.saidOf(row), filter);
      row.element.toggleAttribute("data-off", isOff);
      shown += Number(!isOff);
    }
    for (const list of this.lists) {
      if (!isOn) list.removeAttribute("data-all");
      this.#drawOthers(list);
    }
    const all = this.rows.length;
    const said = isOn ? this.pieces.say("filter.said", { count: shown, all }) : "";
    for (const place of ["filtered", "paper-filtered"]) required(this.element, `[data-part="${place}"]`).textContent = said;
    required(this.element, "[data-part='unfilter']").hidden = !isOn;
  }

  /** @param {HTMLElement} list */
  #drawOthers(list) {
    const off = this.rows.filter((row) => row.list === list && row.element.hasAttribute("data-off"));
    const place = required(list, "[data-slot='others']");
    place.hidden = !off.length;
    if (!off.length) return;
    const touched = off.filter((row) => !isEmpty(this.saidOf(row))).length;
    const isOpen = list.hasAttribute("data-all");
    const button = required(place, "button");
    button.setAttribute("aria-expanded", String(isOpen));
    const label = this.pieces.say(`others.show.${off.length === 1 ? "one" : "other"}`, { count: off.length });
    const words = touched ? this.pieces.say("others.touched", { label, count: touched }) : label;
    write(button, isOpen ? this.pieces.say("others.hide") : words);
  }

  /** Shows the question that an address names, wherever it is folded away. @param {string} anchor */
  reveal(anchor) {
    const place = anchor ? document.getElementById(anchor) : null;
    if (!place || !this.element.contains(place)) return;
    const row = this.byId.get(anchor);
    if (row?.element.hasAttribute("data-off")) {
      row.list.setAttribute("data-all", "");
      this.#drawOthers(row.list);
    }
    show(place);
  }
}

/** @type {(element: HTMLElement, list: HTMLElement) => Row} */
function rowOf(element, list) {
  const { asked = "", phase = "", criterion = "" } = element.dataset;
  const text = String(required(element, ".vw-question__text").textContent);
  const field = (/** @type {string} */ name) => required(element, `[data-said="${name}"]`);
  const isCore = element.classList.contains("vw-question--core");
  const question = { id: element.id, text, asked, phase, criterion, isCore };
  return { element, list, question, ticked: field("ticked"), matters: field("matters"), note: field("note") };
}
