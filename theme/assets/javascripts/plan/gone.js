// What was just taken out of the plan, and can be put back.

export class Gone {
  /** @type {{key: string, value: any}[]} */
  #entries = [];
  #title = "";

  /**
   * @param {import("./page.js").PlanPage} page
   * @param {string} name of the list it stands under
   * @param {import("../logic/store.js").Store} store
   * @param {AbortSignal} signal
   */
  constructor(page, name, store, signal) {
    const place = page.element.querySelector(`[data-gone="${name}"]`);
    this.said = /** @type {HTMLElement} */ (place?.querySelector("p"));
    this.button = /** @type {HTMLButtonElement} */ (place?.querySelector("button"));
    this.page = page;
    this.store = store;
    this.button.addEventListener("click", () => this.#back(), { signal });
  }

  /** Takes something out. @type {(key: string, title: string) => void} */
  remove(key, title) {
    const value = this.store.get(key)?.value;
    if (value === undefined) return;
    this.#entries = [{ key, value }];
    this.#title = title;
    this.store.remove(key);
    this.say(this.page.say("said_removed", { title }));
    this.button.hidden = false;
    this.button.focus();
  }

  /** Who deletes everything means this too. */
  forget() {
    this.#entries = [];
    this.say("");
  }

  /** Says what was done in this list. @param {string} words */
  say(words) {
    this.button.hidden = true;
    this.said.textContent = words;
  }

  #back() {
    const entries = this.#entries.filter(({ key }) => !this.store.get(key));
    if (entries.length) this.store.setAll(entries);
    this.say(this.page.say("said_back", { title: this.#title }));
    this.said.focus();
  }
}
