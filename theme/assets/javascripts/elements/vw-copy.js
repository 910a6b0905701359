// Copies the text inside to the clipboard. Where that is not allowed, it selects the text for the reader to copy.

export class Copy extends HTMLElement {
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

  /** @param {string} name */
  #part(name) {
    const found = this.querySelector(`[data-copy="${name}"]`);
    if (!(found instanceof HTMLElement)) throw new Error(`vw-copy: expected an element with data-copy="${name}"`);
    return found;
  }
}

customElements.define("vw-copy", Copy);
