// The offers from which a report chooses: the same file for every visitor, fetched once, whatever somebody answered.

import { readData, retryData } from "../logic/fetched.js";
import { recommend } from "../logic/recommend.js";
import { put, row } from "./page.js";

/** @typedef {Parameters<typeof recommend>[0]} Data */
/** @typedef {import("../logic/recommend.js").Reason} Reason */
/** @typedef {{educationLevel: string | null, region: string | null, today: string}} Where */

/** Where the words of a reason's value stand in the data. @type {Record<string, string>} */
const LABELS = { theme: "themes", level: "levels", region: "regions", role: "roles" };

/** Reasons that tell something of the level somebody reached. */
const ABOUT_LEVEL = ["above", "reached", "fits"];

/** What stands beside the title. */
const MARKS = ["undated", "on-request"];

/** What is not known. */
const TO_ASK = ["broad", "level-unknown", "region-unknown", "fit-unknown"];

export class Offers {
  /** @type {Data | null} */
  #data = null;

  /**
   * @param {import("./page.js").ReportPage} page
   * @param {() => void} onLoad
   * @param {AbortSignal} signal
   */
  constructor(page, onLoad, signal) {
    this.page = page;
    this.address = new URL(page.element.getAttribute("src") ?? "", document.baseURI);
    this.onLoad = onLoad;
    const retry = () => {
      retryData(this.address);
      this.load();
    };
    page.part("retry").addEventListener("click", retry, { signal });
  }

  async load() {
    this.#show("loading");
    try {
      const data = await readData(this.address);
      // Data of another shape are refused at once, and not while a card is drawn.
      recommend(data, { competence: "" });
      this.#data = data;
      this.#show("how");
    } catch (error) {
      this.#show("failed");
      if (!(error instanceof TypeError)) throw error;
    }
    this.onLoad();
  }

  /** @param {string} part */
  #show(part) {
    for (const name of ["loading", "failed", "how"]) this.page.part(name).hidden = name !== part;
  }

  /**
   * Fills in a card what fits a competence.
   * @type {(card: HTMLElement, competence: string, level: number | null, where: Where) => void}
   */
  draw(card, competence, level, where) {
    if (!this.#data) {
      put(card, { fitting: null, more: null });
      return;
    }
    const data = this.#data;
    const found = recommend(data, { competence, level, ...where });
    const all = [
      ...found.offers.map(({ offer, reasons }) => this.#fit(data, competence, offer, offer.provider, reasons)),
      ...found.providers.map(({ provider, reasons }) => this.#fit(data, competence, provider, "", reasons)),
    ];
    card.querySelector("[data-slot='offers']")?.replaceChildren(...all);
    if (all.length) put(card, { nothing: null });
    const catalogue = card.querySelector("[data-slot='catalogue']");
    catalogue?.setAttribute("href", catalogue.getAttribute("href") + found.more);
  }

  /** @type {(data: Data, competence: string, one: Record<string, any>, by: string, reasons: Reason[]) => HTMLElement} */
  #fit(data, competence, one, by, reasons) {
    /** @type {Record<string, HTMLElement[]>} */
    const words = { mark: [], ask: [], why: [] };
    for (const reason of reasons) {
      const kind = MARKS.includes(reason.code) ? "mark" : TO_ASK.includes(reason.code) ? "ask" : "why";
      words[kind].push(this.#because(data, reason));
    }
    const facts = Object.values(one.facts).join(" · ");
    const piece = put(this.page.pieces.make("fit"), { title: one.title, by: by || null, facts, says: one.says });
    put(piece, words.why.length ? { why: row(words.why, ", ") } : { because: null });
    put(piece, words.ask.length ? { ask: row(words.ask, ", ") } : { asking: null });
    put(piece, { mark: words.mark.length ? row(words.mark, " ") : null });
    piece.querySelector("a")?.setAttribute("href", new URL(`../../${one.path}`, this.address).href);
    const button = /** @type {HTMLElement | null} */ (piece.querySelector("[data-save]"));
    if (button) this.#offerToSave(button, competence, one, by);
    return piece;
  }

  /** Says what a button saves. @type {(button: HTMLElement, competence: string, one: Record<string, any>, by: string) => void} */
  #offerToSave(button, competence, { path, title }, by) {
    // `catalogus/<provider>/#<offer>`
    const [, provider, offer] = path.split(/\/#?/);
    button.dataset.save = [provider, offer].filter(Boolean).join("/");
    button.dataset.by = by;
    button.dataset.key = `${competence}/${button.dataset.save}`;
    put(button, { name: ` ${title}` });
  }

  /** @type {(data: Data, reason: Reason) => HTMLElement} */
  #because({ labels }, { code, value = "" }) {
    const words = document.createElement("span");
    words.textContent = this.page.say(`why.${code}`, { value: labels[LABELS[code]]?.[value] ?? value });
    if (ABOUT_LEVEL.includes(code)) words.dataset.print = "levels";
    return words;
  }
}
