// What is printed on sheets of its own: a slip comes into the page, next to everything else, just for the time of
// printing, and the style then leaves out all the rest. So no sheet ever holds what stands on the screen.

export class Slips {
  /** @type {Record<string, HTMLElement>} */
  #slips = {};
  /** @type {string | null} the only one that is printed */
  #only = null;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    addEventListener("beforeprint", () => this.#lay(), { signal });
    addEventListener("afterprint", () => this.#take(), { signal });
    signal.addEventListener("abort", () => this.set({}));
  }

  /** Says what there is, by name; who prints the page gets all. @param {Record<string, HTMLElement>} slips */
  set(slips) {
    this.#take();
    this.#slips = slips;
  }

  /** Prints one slip. @param {string} name */
  print(name) {
    this.#only = name;
    print();
  }

  #lay() {
    for (const [name, slip] of Object.entries(this.#slips)) {
      if (this.#only === null || this.#only === name) document.body.append(slip);
    }
  }

  #take() {
    this.#only = null;
    for (const slip of Object.values(this.#slips)) slip.remove();
  }
}
