// The page of the plan as its parts see it: places, words, pieces, and how things are named.

import { sayDay } from "../logic/days.js";
import { Pieces } from "../pieces.js";
import { places } from "../places.js";

/**
 * Fills the places of a piece, and only what changed; what has nothing in it is hidden.
 * @template {Element} T
 * @param {T} piece
 * @param {Record<string, string | Node | null>} slots
 * @returns {T}
 */
export function fill(piece, slots) {
  for (const [name, content] of Object.entries(slots)) {
    for (const slot of /** @type {NodeListOf<HTMLElement>} */ (piece.querySelectorAll(`[data-slot="${name}"]`))) {
      slot.hidden = content === null || content === "";
      if (!slot.hidden && content !== slot.textContent) slot.replaceChildren(/** @type {string | Node} */ (content));
    }
  }
  return piece;
}

/** Gives an item of a list. @param {string | Node} content */
export function listItem(content) {
  const item = document.createElement("li");
  item.append(content);
  return item;
}

export class PlanPage {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.part = places(element, "data-part");
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.part("pieces")));
    /** @type {Map<string, HTMLOptionElement>} what can be chosen to work on, by its id */
    this.options = new Map();
    for (const option of /** @type {HTMLSelectElement} */ (this.part("goal-pick")).options) {
      if (option.value) this.options.set(option.value, option);
    }
  }

  /** Binds what a button does. @type {(name: string, act: () => void, signal: AbortSignal) => void} */
  on(name, act, signal) {
    this.part(name).addEventListener("click", act, { signal });
  }

  /** @type {(name: string, values?: Record<string, string | number>) => string} */
  say = (name, values) => this.pieces.say(name, values);

  /** Says words that have a form for one and a form for more. @type {(name: string, count: number) => string} */
  count(name, count) {
    return this.say(`${name}.${count === 1 ? "one" : "other"}`, { count });
  }

  /** Says what was done. @param {string} words */
  tell(words) {
    this.part("said").textContent = words;
  }

  /** Says a day in words. @param {string} date */
  day(date) {
    return sayDay(date, (name, values) => this.say(name, values));
  }

  /** Gives the link to a record that the page knows by name. @type {(kind: string, id: string) => HTMLAnchorElement | null} */
  named(kind, id) {
    return this.pieces.content.querySelector(`a[data-${kind}="${id}"]`);
  }

  /** Gives a link that says something. @type {(href: string, text: string) => HTMLAnchorElement} */
  link(href, text) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = text;
    return link;
  }
}
