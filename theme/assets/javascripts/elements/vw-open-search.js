// The big search link of the home page opens the search box in the header. Without scripts it leads to the catalogue.

export class OpenSearch extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;

  connectedCallback() {
    const link = this.querySelector("a");
    if (!link) throw new Error("vw-open-search: expected a link inside");
    this.#bound = new AbortController();
    link.addEventListener("click", (event) => this.#open(event), { signal: this.#bound.signal });
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }

  /** @param {MouseEvent} event */
  #open(event) {
    const toggle = document.querySelector("#__search");
    const input = document.querySelector("[data-md-component='search-query']");
    // Where the engine has no search box, or the visitor wants a new tab, the link stays a link.
    if (!toggle || !input || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!toggle.checked) toggle.click();
    input.focus();
  }
}

customElements.define("vw-open-search", OpenSearch);
