// How long each item of an agenda has lasted. Only one runs at a time; every moment is passed in.

export class Timer {
  /** @type {Map<string, number>} milliseconds */
  #passed = new Map();
  #item = "";
  /** @type {number | null} */
  #since = null;

  get isRunning() {
    return this.#since !== null;
  }

  /** Turns to another item; a clock that runs goes on with that one. @type {(item: string, now: number) => void} */
  turn(item, now) {
    this.#settle(now);
    this.#item = item;
  }

  /** @param {number} now */
  run(now) {
    this.#since ??= now;
  }

  /** @param {number} now */
  pause(now) {
    this.#settle(now);
    this.#since = null;
  }

  /** Gives the whole seconds that an item of so many minutes has left; less than zero when it lasts longer. @type {(minutes: number, now: number) => number} */
  left(minutes, now) {
    return Math.ceil(minutes * 60 - this.#of(now) / 1000);
  }

  /** @param {number} now */
  #of(now) {
    return (this.#passed.get(this.#item) ?? 0) + (this.#since === null ? 0 : now - this.#since);
  }

  /** @param {number} now */
  #settle(now) {
    this.#passed.set(this.#item, this.#of(now));
    if (this.#since !== null) this.#since = now;
  }
}
