// The agenda somebody works at, in the store: every change is written, and the last thing that went can come back.

import { FIRST, MOST, begin, firstItem, kept, rowsOf } from "../logic/agenda.js";

/** @typedef {import("../logic/agenda.js").Agenda} Agenda */

export class Book {
  /** @type {Agenda | null} one that came in a link, shown instead of one's own */
  shared = null;
  /** @type {{agenda: Agenda | null} | null} what undo brings back */
  #before = null;

  /** @param {import("../logic/store.js").Store} store @param {string} role @param {string} first the title of the first item */
  constructor(store, role, first) {
    this.store = store;
    this.role = role;
    this.first = first;
  }

  /** One's own agenda. @returns {Agenda | null} */
  get own() {
    const agenda = kept(this.store, this.role);
    // Its first item can have gone missing in what is kept.
    const isWhole = !agenda || agenda.items[0]?.id === FIRST;
    return isWhole ? agenda : { ...agenda, items: [firstItem(this.first), ...agenda.items].slice(0, MOST.items) };
  }

  /** The agenda that is shown. */
  get shown() {
    return this.shared ?? this.own;
  }

  get canUndo() {
    return this.#before !== null;
  }

  /** Gives what is kept of the agenda, for a copy. */
  get entries() {
    const { own } = this;
    const rows = own ? rowsOf(own) : [];
    return rows.map(({ key, value }) => ({ key, value, at: this.store.get(key)?.at ?? this.store.now() }));
  }

  /** Gives an agenda with only the first item. */
  blank() {
    return begin(this.role, { title: "", goal: "", items: [firstItem(this.first)] });
  }

  /** Writes what changed. @param {Agenda} agenda */
  write(agenda) {
    this.#before = null;
    this.#put(agenda);
  }

  /** Writes what undo can take back. @param {Agenda | null} agenda */
  replace(agenda) {
    const before = this.own;
    this.#put(agenda);
    this.#before = { agenda: before };
  }

  undo() {
    if (this.#before) this.#put(this.#before.agenda);
    this.#before = null;
  }

  /** Lets go of what undo would bring back. */
  forget() {
    this.#before = null;
  }

  /** @param {Agenda | null} agenda */
  #put(agenda) {
    const { own } = this;
    const seen = (own ? rowsOf(own) : []).map(({ key }) => key);
    if (!agenda) return this.store.removeAll(seen);
    // What a calendar was told cannot be undone.
    const isTold = own !== null && agenda.calendar.uid === own.calendar.uid;
    // What comes stands before its order does, and goes after it.
    return this.store.replace(seen, rowsOf(isTold ? { ...agenda, calendar: own.calendar } : agenda));
  }
}
