// The page of the agenda as its parts see it: places, pieces and words.

import { Pieces } from "../pieces.js";
import { places, write } from "../places.js";

export class AgendaPage {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.part = places(element, "data-part");
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.part("pieces")));
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
    for (const slot of piece.querySelectorAll(`[data-slot="${name}"]`)) write(slot, text);
  }
  return piece;
}

/**
 * Says of buttons that are a sign what they do, and to what. A label of its own is lighter than words that only a screen
 * reader gets: a list of these moves at every press.
 * @type {(buttons: NodeListOf<HTMLElement>, name: string) => void}
 */
export function label(buttons, name) {
  for (const button of buttons) button.setAttribute("aria-label", `${button.dataset.label}: ${name}`);
}

/** Puts a text in a field, but never while somebody types there. @type {(field: Element | null, text: string) => void} */
export function show(field, text) {
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isField && field !== document.activeElement && field.value !== text) field.value = text;
}
