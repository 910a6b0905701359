// What is printed on sheets of its own: a slip comes into the page, next to everything else, just for the time of
// printing, and the style then leaves out all the rest. So no sheet ever holds what stands on the screen.

import { printing } from "../print.js";

export class Slips {
  /** @type {Record<string, HTMLElement>} */
  #slips = {};

  /** @param {AbortSignal} signal */
  constructor(signal) {
    /** Prints one slip, by its name; who prints the page gets all. */
    this.print = printing((only) => this.#lay(only), signal);
    signal.addEventListener("abort", () => this.set({}));
  }

  /** Says what there is, by name. @param {Record<string, HTMLElement>} slips */
  set(slips) {
    for (const slip of Object.values(this.#slips)) slip.remove();
    this.#slips = slips;
  }

  /** @param {string} only */
  #lay(only) {
    const laid = only ? [this.#slips[only]] : Object.values(this.#slips);
    document.body.append(...laid);
    return () => {
      for (const slip of laid) slip.remove();
    };
  }
}
