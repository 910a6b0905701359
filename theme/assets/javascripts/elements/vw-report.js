// The report: fills in, from what is kept in this browser or came in a link, the page that stands there with all its
// words. What it shows sends nothing: the offers to choose from are fetched alike by everybody.

import { bindInvite } from "../group/invite.js";
import { bindFolds } from "../report/levels.js";
import { ReportPage } from "../report/page.js";
import { ShownRound } from "../report/shown.js";

export class Report extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    const page = new ReportPage(this);
    bindFolds(page, signal);
    bindInvite(this, signal);
    const shown = new ShownRound(page, signal);
    page.part("static").hidden = true;
    shown.draw();
    this.loaded = shown.drawing.offers.load();
    this.setAttribute("data-ready", "");
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }
}

customElements.define("vw-report", Report);
