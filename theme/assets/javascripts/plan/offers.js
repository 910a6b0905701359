// Saved offers and organisations: how far somebody is, what is known of each today, a note, and what all of them cost.

import { MOST, asHash } from "../logic/comparison.js";
import { retryData } from "../logic/fetched.js";
import { offers } from "../logic/plan.js";
import { saySums, sums } from "../logic/sheet.js";
import { Gone } from "./gone.js";
import { fill, listItem } from "./page.js";
import { Rows, rowOf } from "./rows.js";

const START = "plan/offer/";
/** What is told of an offer, and what is said where that is not known. */
const FACTS = /** @type {const} */ ([["status", ""], ["duration", "unknown_hours"], ["price", "unknown_price"], ["dates", "unknown_dates"]]);

/**
 * @typedef {import("./catalogue.js").Known} Known
 * @typedef {import("../logic/plan.js").Offer & {id: string}} Offer
 * @typedef {{offer: Offer, known: Known | null}} Pair
 */

export class Offers {
  /** @type {Set<string>} what is chosen to be compared, as it is kept */
  #picked = new Set();

  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.store = desk.store;
    this.gone = new Gone(this.page, "offers", this.store, signal);
    this.compare = /** @type {HTMLAnchorElement} */ (this.page.part("compare-link"));
    this.compareText = String(this.page.part("compare-said").textContent);
    const list = this.page.part("offer-list");
    const fill = (/** @type {HTMLElement} */ piece, /** @type {Pair} */ pair) => this.#fill(piece, pair);
    this.rows = new Rows(this.page, { list: "offer-list", piece: "offer", more: "offers-more", fill });
    list.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target)), { signal });
    list.addEventListener("change", ({ target }) => this.#pick(/** @type {HTMLInputElement} */ (target)), { signal });
    const retry = () => {
      retryData();
      desk.load();
    };
    this.page.on("offers-retry", retry, signal);
  }

  /** Everything that is saved, with what is known of it. @returns {Pair[]} */
  get all() {
    return offers(this.store).map((offer) => ({ offer, known: this.desk.catalogue.find(offer.id) }));
  }

  /** What is in words of the sums, with of how much. @param {Pair[]} all */
  sums(all) {
    const found = sums(all.map(({ offer, known }) => ({ ...known, id: offer.id, state: offer.state })));
    const of = this.page.say(found.isChosen ? "sums_of_chosen" : "sums_of_all", { count: found.all });
    return { of, lines: saySums(found, this.page.say) };
  }

  draw() {
    const { all } = this;
    const { version, hasFailed } = this.desk.catalogue;
    this.rows.draw(
      all.map(({ offer, known }) => ({ id: offer.id, marks: [this.store.get(START + offer.id)?.value, version], offer, known })),
    );
    this.page.part("offers-none").hidden = all.length > 0;
    this.page.part("offers-failed").hidden = !hasFailed || !all.length;
    const { of, lines } = this.sums(all);
    this.page.part("sums").hidden = !lines.length || hasFailed;
    this.page.part("sums-of").textContent = of;
    this.page.part("sum-list").replaceChildren(...lines.map(listItem));
    this.#drawCompare(all);
  }

  /** What is told of an offer. @param {Pair} pair */
  facts({ offer, known }) {
    if (!known || known.isGone) return [];
    const isOffer = offer.id.includes("/");
    return FACTS.map(([name, unknown]) => {
      const words = known.facts[name]?.join(", ");
      return words ?? (isOffer && unknown ? this.page.say(unknown) : "");
    }).filter(Boolean);
  }

  /** @type {(piece: HTMLElement, pair: Pair) => void} */
  #fill(piece, pair) {
    const { offer, known } = pair;
    const title = known?.title || offer.title;
    fill(piece, {
      title,
      name: ` ${title}`,
      by: known?.by || offer.by,
      facts: this.facts(pair).join(" · "),
      mark: known?.isGone ? this.page.say("gone") : null,
      write: this.page.say("write"),
    });
    const link = piece.querySelector("h3 a");
    if (known?.href) link?.setAttribute("href", known.href);
    else link?.removeAttribute("href");
    const state = /** @type {HTMLSelectElement} */ (piece.querySelector("[data-set='state']"));
    state.value = offer.state;
    const box = /** @type {HTMLInputElement} */ (piece.querySelector("[data-compare]"));
    box.disabled = known?.isGone ?? false;
    box.checked = this.#picked.has(offer.id);
    const writing = /** @type {HTMLTextAreaElement | null} */ (piece.querySelector("textarea"));
    if (!writing) fill(piece, { note: offer.note });
    else if (writing !== document.activeElement) writing.value = offer.note;
    if (writing) fill(piece, { write: this.page.say("ready") });
  }

  /** @param {Element} target */
  #press(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-do]"));
    const row = rowOf(target);
    const value = row && this.store.get(START + row.dataset.id)?.value;
    if (!button || !value) return;
    if (button.dataset.do === "remove") this.gone.remove(START + row.dataset.id, this.#titleOf(row, value));
    else this.#write(row, value.note);
  }

  /** Opens the field for a note, or puts the note back as text. @type {(row: HTMLElement, note: string) => void} */
  #write(row, note) {
    const writing = row.querySelector("textarea");
    this.desk.typing.flush();
    if (writing) {
      writing.remove();
      fill(row, { note: this.store.get(START + row.dataset.id)?.value.note ?? note, write: this.page.say("write") });
      return;
    }
    const field = /** @type {HTMLTextAreaElement} */ (this.page.pieces.make("note"));
    field.value = note;
    fill(row, { note: null, write: this.page.say("ready") });
    row.querySelector("[data-slot='note']")?.after(field);
    field.focus();
  }

  /** @type {(row: HTMLElement, value: {title: string}) => string} */
  #titleOf(row, { title }) {
    return this.desk.catalogue.find(String(row.dataset.id))?.title || title;
  }

  /** @param {HTMLInputElement} box */
  #pick(box) {
    const id = rowOf(box)?.dataset.id;
    if (!box.matches("[data-compare]") || !id) return;
    if (!box.checked) this.#picked.delete(id);
    else if (this.#picked.size < MOST) this.#picked.add(id);
    else box.checked = false;
    this.#drawCompare(this.all, this.#picked.size === MOST);
  }

  /** @type {(all: Pair[], isFull?: boolean) => void} */
  #drawCompare(all, isFull = false) {
    const known = all.filter((pair) => this.#picked.has(pair.offer.id) && !pair.known?.isGone);
    this.#picked = new Set(known.map(({ offer }) => offer.id));
    this.page.part("compare").hidden = !all.length;
    this.compare.hidden = known.length < 2;
    this.compare.hash = asHash(known.map((pair) => pair.known?.id ?? pair.offer.id));
    const words = known.length === 1 ? this.page.say("compare_few") : isFull ? this.page.say("compare_full") : "";
    this.page.part("compare-said").textContent = words || (known.length ? "" : this.compareText);
  }
}
