// What somebody types is kept when the typing pauses, and when they leave the field or the page.

/** Milliseconds without a key that make a pause. */
const PAUSE = 300;

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

export class Typing {
  /** @type {Map<Field, ReturnType<typeof setTimeout>>} */
  #waiting = new Map();

  /**
   * @param {HTMLElement} root
   * @param {string} selector of the fields
   * @param {(field: Field) => void} keep
   * @param {AbortSignal} signal
   */
  constructor(root, selector, keep, signal) {
    this.selector = selector;
    this.keep = keep;
    root.addEventListener("input", ({ target }) => this.#wait(/** @type {Field} */ (target)), { signal });
    root.addEventListener("change", ({ target }) => this.#done(/** @type {Field} */ (target)), { signal });
    // A field also loses the focus while it is taken out of the page: then that is done first.
    root.addEventListener("focusout", ({ target }) => queueMicrotask(() => this.#done(/** @type {Field} */ (target))), { signal });
    addEventListener("pagehide", () => this.flush(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.flush(), { signal });
    signal.addEventListener("abort", () => this.flush());
  }

  /** Keeps what waits. */
  flush() {
    for (const field of [...this.#waiting.keys()]) this.#done(field);
  }

  /** @param {Field} field */
  #wait(field) {
    if (!field.matches(this.selector)) return;
    clearTimeout(this.#waiting.get(field));
    this.#waiting.set(field, setTimeout(() => this.#done(field), PAUSE));
  }

  /** @param {Field} field */
  #done(field) {
    if (!this.#waiting.has(field)) return;
    clearTimeout(this.#waiting.get(field));
    this.#waiting.delete(field);
    this.keep(field);
  }
}
