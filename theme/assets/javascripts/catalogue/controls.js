// The form of the catalogue: its fields as they stand in the page. It is never made anew, so no focus is lost.

import { cleanWords, choose, emptyState } from "../logic/state.js";

/** @typedef {import("../logic/state.js").State} State */

/** So many values of a facet are seen at once. */
const IN_SIGHT = 10;

export class Controls {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.words = /** @type {HTMLInputElement} */ (required(element, ".vw-words input"));
    this.sort = /** @type {HTMLSelectElement} */ (required(element, ".vw-sort select"));
    /** Asks also for what nobody can follow any more; a view in which nothing is gone has none. */
    this.gone = /** @type {HTMLInputElement | null} */ (element.querySelector("[data-gone] input"));
    this.toggle = /** @type {HTMLButtonElement} */ (required(element, ".vw-toggle"));
    this.filters = required(element, ".vw-filters");
    this.done = /** @type {HTMLButtonElement} */ (required(element, ".vw-filters__done button"));
    this.element = element;
    /** @type {Map<string, {details: HTMLElement, label: string, boxes: Map<string, HTMLInputElement>}>} */
    this.facets = new Map();
    for (const details of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-facet]"))) {
      const boxes = /** @type {HTMLInputElement[]} */ ([...details.querySelectorAll("input")]);
      this.facets.set(String(details.dataset.facet), {
        details,
        label: required(details, "summary span").textContent ?? "",
        boxes: new Map(boxes.map((box) => [box.value, box])),
      });
    }
    /** @type {Map<HTMLInputElement, string>} the counts that the page came with */
    this.untouched = new Map();
    for (const { boxes } of this.facets.values()) {
      for (const box of boxes.values()) this.untouched.set(box, countOf(box).textContent ?? "");
    }
  }

  /** What an address may say. @returns {import("../logic/state.js").Known} */
  get known() {
    const facets = new Map([...this.facets].map(([key, { boxes }]) => [key, new Set(boxes.keys())]));
    const sorts = [...this.sort.options].map((option) => option.value).filter(Boolean);
    return { facets, sorts: new Set(sorts), elsewhere: new Set() };
  }

  /** Folds the facets, all but the first: a phone has no room for all of them. */
  fold() {
    const [, ...others] = [...this.facets.values()];
    for (const { details } of others) details.removeAttribute("open");
  }

  /** Shows or hides the filters on a phone. @param {boolean} isOpen */
  open(isOpen) {
    this.element.toggleAttribute("data-open", isOpen);
    this.toggle.setAttribute("aria-expanded", String(isOpen));
  }

  /** Reads what somebody filled in before the script was there. @returns {State} */
  read() {
    const state = emptyState();
    state.words = cleanWords(this.words.value);
    state.sort = this.sort.value;
    state.withGone = this.gone?.checked ?? false;
    for (const [key, { boxes }] of this.facets) {
      for (const [value, box] of boxes) if (box.checked) choose(state, key, value, true);
    }
    return state;
  }

  /** Gives the facet a box belongs to. @param {HTMLInputElement} box */
  facetOf(box) {
    return /** @type {HTMLElement | null} */ (box.closest("[data-facet]"))?.dataset.facet ?? "";
  }

  /** Gives the words for a facet. @param {string} key */
  label(key) {
    return this.facets.get(key)?.label ?? "";
  }

  /** Gives the words for a value of a facet. @param {string} key @param {string} value */
  valueLabel(key, value) {
    const box = this.facets.get(key)?.boxes.get(value);
    return box?.nextElementSibling?.textContent ?? "";
  }

  /**
   * Shows a state, and what each value would leave of the list.
   * @param {State} state
   * @param {Map<string, Map<string, number>> | null} counts those the page came with when there are none
   */
  show(state, counts) {
    if (cleanWords(this.words.value) !== state.words) this.words.value = state.words;
    this.sort.value = state.sort;
    if (this.gone) this.gone.checked = state.withGone;
    let more = 0;
    let total = 0;
    for (const [key, { details, boxes }] of this.facets) {
      const chosen = state.chosen.get(key);
      for (const [value, box] of boxes) {
        const count = counts ? (counts.get(key)?.get(value) ?? 0) : Number(this.untouched.get(box));
        box.checked = chosen?.has(value) ?? false;
        countOf(box).textContent = String(count);
        const row = /** @type {HTMLElement} */ (box.closest("li"));
        row.hidden = !count && !box.checked && box !== document.activeElement;
      }
      details.hidden = !details.querySelector("li:not([hidden])");
      unfold(details);
      const size = chosen?.size ?? 0;
      total += size;
      if (details.parentElement?.matches(".vw-facets")) more += size;
      badge(details, size);
    }
    badge(this.toggle, total);
    badge(required(this.filters, ".vw-facets > summary"), more);
  }
}

/**
 * Unfolds the rest of a facet when something in it is chosen, or when what is left is few enough to see at once.
 * @param {HTMLElement} facet
 */
function unfold(facet) {
  const rest = /** @type {HTMLDetailsElement | null} */ (facet.querySelector(".vw-facet__rest"));
  if (!rest) return;
  rest.hidden = !rest.querySelector("li:not([hidden])");
  const isShort = facet.querySelectorAll("li:not([hidden])").length <= IN_SIGHT;
  const summary = required(rest, "summary");
  if (isShort || rest.querySelector(":checked")) rest.open = true;
  else if (summary.hidden) rest.open = false;
  summary.hidden = isShort;
}

/**
 * Shows a number beside a label, when there is one.
 * @param {Element} element
 * @param {number} count
 */
function badge(element, count) {
  const place = /** @type {HTMLElement} */ (required(element, ".vw-badge"));
  place.hidden = !count;
  place.textContent = count ? String(count) : "";
}

/** @param {HTMLInputElement} box */
function countOf(box) {
  return required(/** @type {Element} */ (box.parentElement), ".vw-number");
}

/**
 * Gives a part of an element that must be there.
 * @param {ParentNode} element
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function required(element, selector) {
  const found = /** @type {HTMLElement | null} */ (element.querySelector(selector));
  if (!found) throw new Error(`vw-catalogue: expected ${selector} inside`);
  return found;
}
