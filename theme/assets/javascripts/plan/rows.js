// A long list that stays quick: a row is made once and changed only when its thing changed, and the rest of the list
// comes when somebody asks for it. What somebody is typing in is left alone.

import { arrange } from "../pieces.js";

/** Rows made in one go. */
const AT_ONCE = 10;
/** Rows that are shown, and that come with each asking for more. */
const PAGE = 10;

/**
 * `marks` is what a row shows; it is drawn again when one of them is another.
 * @typedef {{id: string, marks: any[]}} Shown
 */

/** @template {Shown} T */
export class Rows {
  /** @type {Map<string, {piece: HTMLElement, marks: any[]}>} */
  #rows = new Map();
  /** @type {T[]} */
  #things = [];
  #most = PAGE;
  #turn = 0;

  /**
   * @param {import("./page.js").PlanPage} page
   * @param {{list: string, piece: string, more?: string, fill: (piece: HTMLElement, thing: T) => void}} options
   */
  constructor(page, { list, piece, more, fill }) {
    this.page = page;
    this.list = page.part(list);
    this.piece = piece;
    this.fill = fill;
    this.button = more ? page.part(more) : null;
    if (!more) this.#most = Infinity;
    this.button?.addEventListener("click", () => this.#showMore());
  }

  /** @param {T[]} things */
  draw(things) {
    this.#things = things;
    this.#turn += 1;
    // Who moves a row past the last one that is shown, keeps it.
    const held = things.findIndex(({ id }) => this.#rows.get(id)?.piece.contains(document.activeElement));
    this.#most = Math.max(this.#most, held + 1);
    const shown = things.slice(0, this.#most);
    const ids = new Set(shown.map(({ id }) => id));
    for (const [id, { piece }] of this.#rows) {
      if (ids.has(id)) continue;
      piece.remove();
      this.#rows.delete(id);
    }
    this.#go(shown, 0, this.#turn);
    const left = things.length - shown.length;
    if (!this.button) return;
    this.button.hidden = !left;
    this.button.textContent = this.page.say("more", { count: left });
  }

  #showMore() {
    const first = this.#most;
    this.#most += PAGE;
    this.draw(this.#things);
    /** @type {HTMLElement | null} */ (this.list.children[first]?.querySelector("a, input"))?.focus();
  }

  /** @type {(things: T[], from: number, turn: number) => void} */
  #go(things, from, turn) {
    let fresh = 0;
    let at = from;
    for (; at < things.length && fresh < AT_ONCE; at += 1) fresh += Number(this.#make(things[at]));
    this.arrange(things.slice(0, at));
    if (at < things.length) setTimeout(() => turn === this.#turn && this.#go(things, at, turn));
  }

  /** Puts the rows that are there in order. @param {{id: string}[]} things */
  arrange(things) {
    arrange(this.list, things.flatMap(({ id }) => this.#rows.get(id)?.piece ?? []));
  }

  /** Makes a row what it should be; says whether that took work. @param {T} thing */
  #make(thing) {
    const { id, marks } = thing;
    const row = this.#rows.get(id) ?? { piece: this.page.pieces.make(this.piece), marks: [] };
    const isChanged = !this.#rows.has(id) || marks.some((mark, index) => mark !== row.marks[index]);
    if (isChanged) {
      row.piece.dataset.id = id;
      this.fill(row.piece, thing);
      row.marks = marks;
      this.#rows.set(id, row);
    }
    return isChanged;
  }
}

/** Gives the row of a list something stands in. @param {Element | null} element @returns {HTMLElement | null} */
export function rowOf(element) {
  return element?.closest("[data-id]") ?? null;
}

/** Shows a text in a field, unless somebody is typing there. @type {(piece: Element, selector: string, text: string) => void} */
export function show(piece, selector, text) {
  const field = /** @type {HTMLInputElement | null} */ (piece.querySelector(selector));
  if (field && field !== document.activeElement && field.value !== text) field.value = text;
}
