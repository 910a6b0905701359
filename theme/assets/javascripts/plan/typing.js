// What somebody types is kept when the typing pauses, and when they go elsewhere.

/** Milliseconds without a key that make a pause. */
const PAUSE = 300;

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

export class Typing {
  /** @type {Map<Field, ReturnType<typeof setTimeout>>} */
  #waiting = new Map();

  /**
   * @param {HTMLElement} element
   * @param {(field: Field) => void} keep
   * @param {AbortSignal} signal
   */
  constructor(element, keep, signal) {
    this.keep = keep;
    element.addEventListener("input", ({ target }) => this.#wait(/** @type {Field} */ (target)), { signal });
    element.addEventListener("change", ({ target }) => this.#done(/** @type {Field} */ (target)), { signal });
    element.addEventListener("focusout", ({ target }) => this.#done(/** @type {Field} */ (target)), { signal });
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
    if (!field.matches("[data-field], [data-type]")) return;
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
