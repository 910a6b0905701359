// The agenda somebody works at, in the store: every change is written, and the last thing that went can come back.

import { begin, firstItem, kept, rowsOf } from "../logic/agenda.js";

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
    const isWhole = !agenda || agenda.items[0]?.id === firstItem("").id;
    return isWhole ? agenda : { ...agenda, items: [firstItem(this.first), ...agenda.items] };
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
    const { calendar } = this.own ?? {};
    // What a calendar was told cannot be undone.
    const isTold = agenda !== null && agenda.calendar.uid === calendar?.uid;
    const rows = agenda ? rowsOf(isTold ? { ...agenda, calendar } : agenda) : [];
    const stays = new Set(rows.map(({ key }) => key));
    const start = `agenda/${this.role}`;
    const gone = this.store.keys().filter((key) => `${key}/`.startsWith(`${start}/`) && !stays.has(key));
    const news = rows.filter(({ key, value }) => JSON.stringify(this.store.get(key)?.value) !== JSON.stringify(value));
    // What comes stands before its order does, and goes after it: another tab never reads an item that is not there.
    if (news.length) this.store.setAll(news);
    if (gone.length) this.store.removeAll(gone);
  }
}
