// The search, on its own page and in the box that the header opens. Its words stand in the template `#_search` of the
// header (partials/search.html). What is typed stays in the part of the address after `#`, which no host ever sees.

import { Fragment } from "../keeping/fragment.js";
import { write } from "../logic/fragment.js";
import { mark, passage } from "../logic/mark.js";
import { openSearch } from "../logic/search.js";

const LONGEST = 200;
const FIRST = { short: 3, page: 5 };
const GROUPS = { short: 4, page: Infinity };
const MORE = 20;
const PAUSE = 1500;

/** @returns {HTMLTemplateElement} */
function parts() {
  const template = document.querySelector("template#_search");
  if (!(template instanceof HTMLTemplateElement)) throw new Error("vw-search: expected the template of the header");
  return template;
}

/** Gives the address of a page of the site. @param {string} address */
function inSite(address) {
  return new URL(address, new URL(parts().dataset.root ?? ".", document.baseURI)).href;
}

/**
 * Gives a fresh copy of a part of the template, filled in.
 * @param {string} name
 * @param {Record<string, string | number>} values
 */
function part(name, values = {}) {
  const found = parts().content.querySelector(`[data-part="${name}"]`);
  const copy = /** @type {HTMLElement} */ (found?.cloneNode(true));
  for (const [key, value] of Object.entries(values)) {
    for (const place of copy.querySelectorAll(`[data-fill="${key}"]`)) place.textContent = String(value);
  }
  for (const link of copy.querySelectorAll("[data-to]")) {
    if (link instanceof HTMLAnchorElement) link.href = inSite(link.dataset.to ?? "");
  }
  return copy;
}

/** Writes a query as it stands in an address. @param {string} query */
export function asHash(query) {
  return query ? `#${write([["q", query]])}` : "";
}

export class SearchElement extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;
  #latest = 0;
  #typedAt = -Infinity;
  /** @type {number | undefined} */
  #announcing;
  fragment = new Fragment(this, { q: "words" });

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    this.field.addEventListener("input", () => this.#typed(), { signal });
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
    if (this.isShort) return;
    window.addEventListener("popstate", () => this.#fromAddress(), { signal });
    window.addEventListener("hashchange", () => this.#fromAddress(), { signal });
    // What was typed before this script had come counts.
    if (this.field.value && !this.fragment.read().values.length) this.#typed();
    else this.#fromAddress();
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }

  get isShort() {
    return "short" in this.dataset;
  }

  get field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get status() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-status]"));
  }

  get results() {
    return /** @type {HTMLElement} */ (this.querySelector("[data-results]"));
  }

  #fromAddress() {
    const { values: [[, words] = ["", ""]], left } = this.fragment.read();
    const query = words.slice(0, LONGEST);
    const isWhole = query === words && !query.includes("\ufffd");
    if (this.field.value !== query) this.field.value = query;
    this.#search(query, left || !isWhole ? [part("note")] : []);
  }

  #typed() {
    const query = this.field.value.slice(0, LONGEST);
    if (!this.isShort) {
      // Words typed in one go are one step back.
      const isNewStep = performance.now() - this.#typedAt > PAUSE;
      this.#typedAt = performance.now();
      this.fragment.write(asHash(query), isNewStep);
    }
    this.#search(query);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const links = /** @type {HTMLElement[]} */ ([...this.results.querySelectorAll("a[data-result]")]);
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp" && at === 0) this.field.focus();
    else if (event.key === "ArrowUp" && at > 0) links[at - 1].focus();
    else if (event.key === "Enter" && event.target === this.field && this.isShort && this.field.value.trim()) {
      location.assign(inSite("zoeken/") + asHash(this.field.value.trim()));
    } else return;
    event.preventDefault();
  }

  /** @param {string} query @param {HTMLElement[]} notes on what was left out of the address */
  async #search(query, notes = []) {
    this.#latest += 1;
    const turn = this.#latest;
    if (!query.trim()) {
      this.#say(notes);
      this.results.replaceChildren();
      return;
    }
    const patience = setTimeout(() => turn === this.#latest && this.#say([part("loading")]), 300);
    try {
      const search = await openSearch(new URL(parts().dataset.index ?? "", document.baseURI));
      const found = await search.find(query);
      const groups = await Promise.all(this.#chosen(search, found).map((group) => this.#group(search, found, query, group)));
      if (turn !== this.#latest) return;
      this.results.replaceChildren(...groups, ...this.#after(search, found, query));
      this.#say([...notes, ...this.#told(found)]);
    } catch (error) {
      if (turn !== this.#latest) return;
      const failed = part("failed");
      failed.querySelector("[data-retry]")?.addEventListener("click", () => this.#search(query, notes));
      this.results.replaceChildren();
      this.#say([failed]);
      console.info("vw-search:", error);
    } finally {
      clearTimeout(patience);
    }
  }

  /**
   * Gives the groups in which something was found, the one with the best result first.
   * @param {import("../logic/search.js").Search} search
   * @param {import("../logic/search.js").Found} found
   */
  #chosen(search, found) {
    const groups = new Map();
    for (const hit of found.hits) {
      const group = search.group(hit.document);
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(hit.document);
    }
    return [...groups].slice(0, GROUPS[this.isShort ? "short" : "page"]);
  }

  /** @param {any} search @param {any} found @param {string} query @param {[any, number[]]} group */
  async #group(search, found, query, [group, documents]) {
    const section = part("group");
    const heading = /** @type {HTMLElement} */ (section.querySelector("h2"));
    heading.textContent = `${group.label} (${documents.length})`;
    const list = /** @type {HTMLElement} */ (section.querySelector("ol"));
    const more = /** @type {HTMLElement} */ (section.querySelector("[data-more]"));
    const refine = /** @type {HTMLAnchorElement} */ (section.querySelector("[data-refine]"));
    let shown = 0;
    const show = async (/** @type {number} */ count) => {
      const numbers = documents.slice(shown, shown + count);
      const length = this.isShort ? 110 : 200;
      const results = (await search.documents(numbers)).map((one, at) => result(one, found, numbers[at], length));
      shown += numbers.length;
      list.append(...results);
      more.hidden = this.isShort || shown >= documents.length;
      return results[0];
    };
    more.addEventListener("click", async () => (await show(MORE))?.querySelector("a")?.focus());
    await show(FIRST[this.isShort ? "short" : "page"]);
    if (group.name === "offers" || group.name === "providers") {
      refine.href = inSite(group.name === "offers" ? "catalogus/" : "catalogus/aanbieders/") + asHash(query);
      refine.hidden = this.isShort;
    }
    if (more.hidden && refine.hidden) more.parentElement?.remove();
    return section;
  }

  /** @param {any} search @param {any} found @param {string} query */
  #after(search, found, query) {
    if (!found.hits.length) {
      const none = part("none", { query });
      const near = search.nearest(query);
      const list = /** @type {HTMLElement} */ (none.querySelector("[data-nearest]"));
      for (const label of near) {
        const link = document.createElement("a");
        link.href = inSite("zoeken/") + asHash(label);
        link.textContent = label;
        const item = document.createElement("li");
        item.append(link);
        list.append(item);
      }
      if (!near.length) none.querySelectorAll("[data-near], [data-nearest]").forEach((element) => element.remove());
      return [none, part("then")];
    }
    if (!this.isShort) return [part("then")];
    const all = part("all", { count: this.#told(found)[0].textContent?.trim() ?? "" });
    /** @type {HTMLAnchorElement} */ (all.querySelector("a")).href = inSite("zoeken/") + asHash(query);
    /** @type {HTMLAnchorElement} */ (all.querySelector("a")).dataset.result = "";
    return [all];
  }

  /** @param {import("../logic/search.js").Found} found */
  #told(found) {
    const count = found.hits.length;
    if (!count) return [];
    if (found.isPartial) return [part("partial", { count })];
    return [count === 1 ? part("count-one") : part("count", { count })];
  }

  /** Tells the reader; a screen reader hears it when the typing pauses. @param {HTMLElement[]} told */
  #say(told) {
    clearTimeout(this.#announcing);
    if (told.some((one) => one.matches("[data-part='failed']"))) this.status.replaceChildren(...told);
    else this.#announcing = window.setTimeout(() => this.status.replaceChildren(...told), 150);
  }
}

/**
 * Gives one result: its title, what it is part of, the passage with the words that were found, and why else it fits.
 * @param {import("../logic/search.js").Document} one
 * @param {import("../logic/search.js").Found} found
 * @param {number} number
 * @param {number} length
 */
function result(one, found, number, length) {
  const item = part("result");
  const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
  link.href = inSite(one.address);
  link.dataset.result = "";
  link.textContent = one.title;
  const note = /** @type {HTMLElement} */ (item.querySelector("[data-note]"));
  note.textContent = one.note;
  note.hidden = !one.note;
  for (const [name, text] of [
    ["label", one.label],
    ["text", passage(one.text, found.words, length)],
    ["why", found.why(number).join(" · ")],
  ]) {
    const place = /** @type {HTMLElement} */ (item.querySelector(`[data-${name}]`));
    place.textContent = text;
    if (!text) place.remove();
  }
  mark(item, found.words);
  return item;
}

/** Opens the search box over the page. */
export function openDialog() {
  let dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.vw-searchdialog"));
  if (!dialog) {
    const made = parts().content.querySelector("dialog")?.cloneNode(true);
    dialog = /** @type {HTMLDialogElement} */ (made);
    document.body.append(dialog);
    dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog?.close());
    // A click beside the box closes it.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog?.close());
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
}

customElements.define("vw-search", SearchElement);
