// Copies the text inside to the clipboard. Where that is not allowed, it selects the text for the reader to copy.

import { places } from "../places.js";

export class Copy extends HTMLElement {
  #part = places(this, "data-copy");
  /** @type {AbortController | undefined} */
  #bound;

  connectedCallback() {
    this.#bound = new AbortController();
    this.#part("button").addEventListener("click", () => this.#copy(), { signal: this.#bound.signal });
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }

  async #copy() {
    const text = this.#part("text");
    const said = this.#part("said");
    try {
      await navigator.clipboard.writeText(text.textContent ?? "");
      said.textContent = this.dataset.done ?? "";
    } catch {
      const details = text.closest("details");
      if (details) details.open = true;
      getSelection()?.selectAllChildren(text);
      said.textContent = this.dataset.failed ?? "";
    }
  }
}

customElements.define("vw-copy", Copy);
