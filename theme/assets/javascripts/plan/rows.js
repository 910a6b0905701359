// A long list that stays quick: a row is made once and changed only when its thing changed, and what does not fit on a
// first screen is drawn a few rows at a time. What somebody is typing in is left alone.

/** Rows drawn at once. */
const AT_ONCE = 12;

/**
 * `marks` is what a row shows; it is drawn again when one of them is another.
 * @typedef {{id: string, marks: any[]}} Shown
 */

/** @template {Shown} T */
export class Rows {
  /** @type {Map<string, {piece: HTMLElement, marks: any[]}>} */
  #rows = new Map();
  #turn = 0;

  /**
   * @param {HTMLElement} list
   * @param {() => HTMLElement} make
   * @param {(piece: HTMLElement, thing: T) => void} fill
   */
  constructor(list, make, fill) {
    this.list = list;
    this.make = make;
    this.fill = fill;
  }

  /** @param {T[]} things */
  draw(things) {
    this.#turn += 1;
    const ids = new Set(things.map(({ id }) => id));
    for (const [id, { piece }] of this.#rows) {
      if (ids.has(id)) continue;
      piece.remove();
      this.#rows.delete(id);
    }
    this.#go(things, 0, this.#turn);
  }

  /** @type {(things: T[], from: number, turn: number) => void} */
  #go(things, from, turn) {
    let fresh = 0;
    let at = from;
    for (; at < things.length && fresh < AT_ONCE; at += 1) fresh += Number(this.#place(things[at], at));
    if (at < things.length) setTimeout(() => turn === this.#turn && this.#go(things, at, turn));
  }

  /** Puts a row where it belongs; says whether that took work. @type {(thing: T, at: number) => boolean} */
  #place(thing, at) {
    const { id, marks } = thing;
    const row = this.#rows.get(id) ?? { piece: this.make(), marks: [] };
    const isChanged = !this.#rows.has(id) || marks.some((mark, index) => mark !== row.marks[index]);
    if (isChanged) {
      row.piece.dataset.id = id;
      this.fill(row.piece, thing);
      row.marks = marks;
      this.#rows.set(id, row);
    }
    const there = this.list.children[at];
    if (there !== row.piece) {
      const active = document.activeElement;
      this.list.insertBefore(row.piece, there ?? null);
      // A browser forgets who had the focus in what is moved.
      if (active instanceof HTMLElement && row.piece.contains(active)) active.focus();
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
