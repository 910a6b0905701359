// What is said beside a button that puts something in the plan: whether it is kept, whose device this is, and what went
// wrong. The same words go to the page's live region, for a note that comes and goes is not read out.

import "../elements/vw-copy.js";
import { places } from "../places.js";

/** What can be said here of the troubles of the store; the page of the plan tells the rest. */
const TROUBLES = ["blocked", "full", "not-kept", "newer", "not-deleted"];

/**
 * @typedef {import("../logic/store.js").Store} Store
 * @typedef {{text: string, state?: "kept" | "gone"}} Said words, and whether they are about what is kept
 */

export class Note {
  /** @type {(name: string) => HTMLElement} */
  #part;
  /** @type {Said | null} */
  #said = null;
  /** @type {import("../logic/store.js").Reason | ""} */
  #trouble = "";

  /**
   * @param {import("../pieces.js").Pieces} pieces
   * @param {HTMLElement} status the live region of the page
   * @param {{store: Store, signal: AbortSignal, copy: () => string}} options `copy` gives what somebody can take along
   */
  constructor(pieces, status, { store, signal, copy }) {
    this.pieces = pieces;
    this.status = status;
    this.store = store;
    this.element = pieces.make("note");
    this.#part = places(this.element, "data-note");
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      this.#part(name).addEventListener("click", act, { signal });
    on("own", () => this.#answer(true));
    on("shared", () => this.#answer(false));
    this.copy = copy;
  }

  /** Whether something was said that still stands there. */
  get isShown() {
    return this.#said !== null;
  }

  /** Says something. @type {(text: string, state?: Said["state"]) => void} */
  say(text, state) {
    this.#said = { text, state };
    this.#part("copied").textContent = "";
    this.draw();
    // A trouble of this very moment is told a moment later.
    queueMicrotask(() => this.#aloud());
  }

  /** Takes away what was said. */
  hush() {
    this.#said = null;
    this.element.remove();
    this.status.textContent = "";
  }

  /** Tells what went wrong with keeping. @param {import("../logic/store.js").Reason} reason */
  tell(reason) {
    if (!TROUBLES.includes(reason)) return;
    this.#trouble = reason;
    this.draw();
  }

  draw() {
    const { isOwnDevice, isKept } = this.store;
    const isAbout = this.#said?.state === "kept";
    const isTold = this.#trouble === "not-deleted" || (isAbout && this.#trouble !== "" && isOwnDevice !== null && !isKept);
    // What is not kept is not said to be there.
    this.#part("said").textContent = (isAbout && !isKept ? "" : this.#said?.text) ?? "";
    this.#part("device").hidden = !isAbout || isOwnDevice !== null;
    this.#part("trouble").hidden = !isTold;
    this.#part("why").textContent = isTold ? this.pieces.say(`trouble.${this.#trouble.replaceAll("-", "_")}`) : "";
    this.#part("along").hidden = this.#trouble === "not-deleted";
    this.#part("text").textContent = isTold ? this.copy() : "";
    this.#part("to").hidden = !isKept;
    this.#part("state").textContent = isAbout ? this.#state : "";
  }

  /** Whether what was said is kept, in words. */
  get #state() {
    const { isOwnDevice, isKept } = this.store;
    if (isOwnDevice === null) return this.pieces.say("asked");
    if (!isKept) return this.pieces.say("not_kept");
    return isOwnDevice ? "" : this.pieces.say("until_closed");
  }

  #aloud() {
    const parts = ["said", "state", "why"].map((name) => this.#part(name).textContent);
    if (!this.#part("device").hidden) parts.push(this.pieces.say("asking"));
    this.status.textContent = parts.filter(Boolean).join(" ");
  }

  /** @param {boolean} isOwn */
  #answer(isOwn) {
    this.store.answerDevice(isOwn);
    this.draw();
    // After the page has drawn what changed: the buttons of the question are gone, and who pressed one goes on from here.
    queueMicrotask(() => {
      this.#aloud();
      this.#part("answered").focus();
    });
  }
}
