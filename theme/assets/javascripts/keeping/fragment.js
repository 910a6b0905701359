// What the address asks of a tool. A link that was damaged on the road is mended in the address too, and what was left out
// is told. What came in a link stays until somebody keeps or closes it: in the history of the tab, and in no storage.

import { read, tell } from "../logic/fragment.js";
import { held, hold, step } from "./place.js";

/** @typedef {Record<string, import("../logic/fragment.js").Kind>} Names */
/** @typedef {{values: [string, string][], left: string, place: string}} Asked `left` is what was left out, in words */

/** Tells what was left out of a link, in the place that a tool has for it. @type {(element: Element, left: string) => void} */
function tellLeft(element, left) {
  const place = /** @type {HTMLElement | null} */ (element.querySelector("[data-left]"));
  if (!place) return;
  place.hidden = !left;
  /** @type {Element} */ (place.querySelector("q")).textContent = left;
}

/** What stands in the address as long as it is asked: words, filters, a round. */
export class Fragment {
  #seen = "";
  /** @type {Asked} */
  #asked = { values: [], left: "", place: "" };

  /** @param {Element} element that may have a place to tell what was left out @param {Names} names */
  constructor(element, names) {
    this.element = element;
    this.names = names;
  }

  /** Reads what is asked now. @returns {Asked} */
  read() {
    if (location.href === this.#seen) return this.#asked;
    const { values, anchor, left, address } = read(location, this.names);
    // A place on the page asks for nothing, and takes nothing away.
    if (anchor) return { values: this.#held, left: "", place: anchor };
    this.#asked = { values, left: tell(left), place: "" };
    hold("asked", address, location.pathname + address);
    this.#seen = location.href;
    tellLeft(this.element, this.#asked.left);
    return this.#asked;
  }

  get #held() {
    return read({ hash: held("asked") ?? "", search: "" }, this.names).values;
  }

  /** Writes what is asked, as a step that Back undoes or in the place of the last. @type {(hash: string, isStep: boolean) => void} */
  write(hash, isStep) {
    (isStep ? step : hold)("asked", hash, location.pathname + hash);
  }
}

/** A thing that came in a link: shown, and kept only when somebody asks. */
export class Received {
  /** @type {Set<string>} what was kept or closed: the way back does not bring it again */
  #done = new Set();
  /** @type {string | null} */
  #shown = null;

  /**
   * @param {Element} element
   * @param {string} name of the thing in a link
   * @param {import("../logic/fragment.js").Code} code
   * @param {(text: string | null, more: any, isFresh: boolean) => void} opened gets what was held with it; it is fresh
   *   when it comes out of the address, and not out of the history
   */
  constructor(element, name, code, opened) {
    this.element = element;
    this.names = { [name]: code };
    this.opened = opened;
  }

  /** Opens what the address holds, and takes it out of there; or what is held. @param {AbortSignal} signal */
  listen(signal) {
    for (const type of ["popstate", "hashchange"]) addEventListener(type, () => this.#open(), { signal });
    this.#open();
  }

  /** Holds something more with what is shown. @param {unknown} more */
  hold(more) {
    if (this.#shown !== null) hold("received", { text: this.#shown, more });
  }

  /** It was kept or closed. */
  done() {
    if (this.#shown === null) return;
    this.#done.add(this.#shown);
    this.#shown = null;
    const isInAddress = read(location, this.names).values.length > 0;
    hold("received", undefined, isInAddress ? location.pathname : undefined);
    tellLeft(this.element, "");
  }

  #open() {
    const { values, left } = read(location, this.names);
    const isFresh = values.length > 0;
    if (isFresh) {
      this.#done.delete(values[0][1]);
      hold("received", { text: values[0][1] }, location.pathname);
    }
    if (this.#done.has(held("received")?.text)) hold("received", undefined);
    const { text = null, more } = held("received") ?? {};
    if (!isFresh && text === this.#shown) return;
    this.#shown = text;
    tellLeft(this.element, isFresh ? tell(left) : "");
    this.opened(text, more, isFresh);
  }
}
