// The plan: all that was kept, on one page, to fill in, put in order and take along.

import "./vw-copy.js";
import { Desk } from "../plan/desk.js";

export class Plan extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;

  connectedCallback() {
    this.#bound = new AbortController();
    const desk = new Desk(this, this.#bound.signal);
    desk.page.part("pen").hidden = true;
    desk.drawAll();
    this.loaded = desk.load();
    desk.shared.open();
    this.setAttribute("data-ready", "");
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }
}

customElements.define("vw-plan", Plan);
