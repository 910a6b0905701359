// The picture of a group: opening a round, taking part, counting and looking. All of it happens in this browser; the
// page says what it needs before any of it runs.

import { Desk } from "../group/desk.js";

export class Group extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;

  async connectedCallback() {
    this.#bound = new AbortController();
    const desk = new Desk(this, this.#bound.signal);
    // Everybody gets the offers, so that nobody sees who came as far as a picture.
    this.loaded = desk.seen.offers.load();
    await desk.open();
    this.setAttribute("data-ready", "");
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }
}

customElements.define("vw-group", Group);
