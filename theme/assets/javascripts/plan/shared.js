// A plan that came in a link: what it holds is shown, and nothing is kept until somebody takes it over.

import { Received } from "../keeping/fragment.js";
import { CODE, fromLink } from "../logic/entries.js";
import { listItem } from "./page.js";

/** What a plan is called in a link. */
export const NAME = "plan";
/** What a link can hold, with the keys it is counted by. @type {[string, RegExp][]} */
const HELD = [
  ["holds_priority", /^plan\/priority\//],
  ["holds_offer", /^plan\/offer\//],
  ["holds_step", /^plan\/step\//],
  ["holds_about", /^plan\/about\//],
  ["holds_checklist", /^checklist\/[^/]+\/[^/]+$/],
  ["holds_agenda", /^agenda\/[^/]+$/],
];
/** Reasons with words of their own. */
const TOLD = ["cut", "changed", "old-browser"];

export class Shared {
  /** @type {import("../logic/entries.js").Entry[]} */
  #entries = [];
  #turn = 0;

  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.page.on("shared-take", () => this.#take(), signal);
    this.page.on("shared-close", () => this.#close("said_link_closed"), signal);
    this.received = new Received(desk.element, NAME, CODE, (text, _, isFresh) => this.#open(text, isFresh));
  }

  /** @type {(text: string | null, isFresh: boolean) => Promise<void>} */
  async #open(text, isFresh) {
    const turn = ++this.#turn;
    const { entries, reason } = text === null ? {} : await fromLink(text, { isValid: this.desk.merge.isValid });
    // Another came while this one was unpacked.
    if (turn !== this.#turn) return;
    this.#entries = entries ?? [];
    this.page.part("shared").hidden = !entries;
    this.page.part("bad-link").hidden = !reason;
    this.page.part("bad-link").textContent = reason ? this.page.say(`bad_link.${TOLD.includes(reason) ? reason : "other"}`) : "";
    const held = HELD.map(([name, keys]) => ({ name, count: this.#entries.filter(({ key }) => keys.test(key)).length }));
    const items = held.filter(({ count }) => count).map(({ name, count }) => listItem(this.page.count(name, count)));
    this.page.part("shared-holds").replaceChildren(...items);
    if (entries && isFresh) this.page.part("shared-title").focus();
  }

  #take() {
    const { different } = this.desk.merge.open(this.#entries);
    this.#close(different ? "said_link_differs" : "said_link_taken");
    // What differs waits for a choice, further down.
    const next = /** @type {HTMLElement | null} */ (this.page.element.querySelector("[data-merge='list'] button"));
    if (different) next?.focus();
  }

  /** @param {string} words */
  #close(words) {
    this.#entries = [];
    this.page.part("shared").hidden = true;
    this.received.done();
    this.page.tell(this.page.say(words));
    this.page.part("said").focus();
  }
}
