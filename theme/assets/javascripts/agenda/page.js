// The page of the agenda as its parts see it: places, pieces and words.

import { Pieces } from "../pieces.js";

/** Milliseconds without a key before what somebody types is kept. */
const PAUSE = 300;

export class AgendaPage {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.part("pieces")));
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    const found = this.element.querySelector(`[data-part="${name}"]`);
    if (!(found instanceof HTMLElement)) throw new Error(`vw-agenda: expected an element with data-part="${name}"`);
    return found;
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  all(selector) {
    return [...this.element.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
  }

  /** @type {import("../logic/agenda.js").Say} */
  say = (name, values) => this.pieces.say(name, values);

  /** Says what just happened. @param {string} words */
  tell(words) {
    this.part("said").textContent = words;
  }
}

/** Fills the places of a piece, and only what changed. @template {Element} T @param {T} piece @param {Record<string, string>} slots */
export function fill(piece, slots) {
  for (const [name, text] of Object.entries(slots)) {
    for (const slot of piece.querySelectorAll(`[data-slot="${name}"]`)) if (slot.textContent !== text) slot.textContent = text;
  }
  return piece;
}

/** Puts a text in a field, but never while somebody types there. @type {(field: Element | null, text: string) => void} */
export function show(field, text) {
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isField && field !== document.activeElement && field.value !== text) field.value = text;
}

/** Keeps what is typed once somebody pauses, leaves the field, or leaves the page. */
export class Typing {
  /** @type {Map<HTMLElement, ReturnType<typeof setTimeout>>} */
  #waiting = new Map();

  /**
   * @param {HTMLElement} root
   * @param {string} selector of the fields
   * @param {(field: HTMLInputElement | HTMLTextAreaElement) => void} write
   * @param {AbortSignal} signal
   */
  constructor(root, selector, write, signal) {
    this.write = write;
    root.addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.matches(selector)) return;
      clearTimeout(this.#waiting.get(target));
      this.#waiting.set(target, setTimeout(() => this.#flush(target), PAUSE));
    }, { signal });
    // A field also loses the focus while it is taken out of the page: then that is done first.
    root.addEventListener("focusout", ({ target }) => {
      queueMicrotask(() => this.#flush(/** @type {HTMLElement} */ (target)));
    }, { signal });
    addEventListener("pagehide", () => this.flush(), { signal });
    signal.addEventListener("abort", () => this.flush());
  }

  /** Keeps what was typed until now. */
  flush() {
    for (const field of [...this.#waiting.keys()]) this.#flush(field);
  }

  /** @param {HTMLElement} field */
  #flush(field) {
    if (!this.#waiting.has(field)) return;
    clearTimeout(this.#waiting.get(field));
    this.#waiting.delete(field);
    this.write(/** @type {HTMLInputElement} */ (field));
  }
}
