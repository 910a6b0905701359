// A copy of what a tool keeps, out and in again. What is new is added; what is here in another way is shown beside what
// the copy has, and the person chooses. Stands below a tool (templates keeping_merge.html.j2).

import { dayOf } from "../logic/days.js";
import { MOST_FILE, compare, fromFile, take, toFile } from "../logic/entries.js";
import { Pieces } from "../pieces.js";
import { places } from "../places.js";

/** @typedef {import("../logic/entries.js").Unit} Unit */
/** @typedef {import("../logic/entries.js").Entry} Entry */

/**
 * @typedef {{
 *   store: import("../logic/store.js").Store,
 *   judges: import("./kept.js").Judges, of everything a copy may hold here
 *   tool: string, which the file names
 *   tools?: string[], whose files can be opened here
 *   name: string, of the file, without its date
 *   entries: () => Entry[], what a copy holds
 *   belongs: (key: string) => boolean, what else goes along: what stands there and cannot be read
 *   describe: (entries: Entry[]) => {title: string, text: string}, one thing in words
 *   changed: () => void,
 *   signal: AbortSignal,
 * }} Options
 */

export class Merge {
  /** @type {(name: string) => HTMLElement} */
  #part;
  /** For the panel: files of these tools may be this long. */
  most = MOST_FILE;
  /** @type {Map<HTMLElement, Unit>} what waits for a choice */
  #waiting = new Map();

  /** @param {HTMLElement} element @param {Options} options */
  constructor(element, options) {
    this.element = element;
    this.options = options;
    this.tools = options.tools ?? [options.tool];
    this.#part = places(element, "data-merge");
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.#part("words")));
    const { signal } = options;
    const all = (/** @type {boolean} */ isTaken) => () => this.#choose([...this.#waiting.keys()], isTaken);
    this.#part("keep-all").addEventListener("click", all(false), { signal });
    this.#part("take-all").addEventListener("click", all(true), { signal });
  }

  /** Says whether something may come in. @type {(key: string, value: any) => boolean} */
  isValid = (key, value) => this.options.judges[key.split("/")[0]]?.(key, value) ?? false;

  /** Gives the file of what is kept. */
  file = () => {
    const { tool, name, entries, store, belongs } = this.options;
    return { name: `${name}-${dayOf(store.now())}.json`, text: toFile(tool, entries(), store.rest(belongs)) };
  };

  /** Takes what is new out of a file, and shows what differs. @param {string} text */
  read = (text) => {
    const { entries, reason, what } = fromFile(text, { tools: this.tools, isValid: this.isValid });
    return entries ? this.open(entries) : { reason: String(reason), what };
  };

  /** Takes what is new, and shows what differs. @param {Entry[]} entries */
  open(entries) {
    const { store, changed } = this.options;
    const { added, same, different } = compare(store, entries);
    take(store, added);
    this.#show(different);
    changed();
    return { added: added.length, same: same.length, different: different.length };
  }

  /** Takes back what waits for a choice: the copy was of something that is gone. */
  forget() {
    this.#show([]);
  }

  /** @param {Unit[]} units */
  #show(units) {
    this.#waiting.clear();
    this.#part("said").textContent = "";
    const shown = units.map((unit) => {
      const piece = this.pieces.make("difference");
      const slot = (/** @type {string} */ name) => [...piece.querySelectorAll(`[data-slot="${name}"]`)];
      const [here, there] = [unit.here, unit.there].map(this.options.describe);
      for (const place of slot("title")) place.textContent = here.title;
      for (const place of slot("here")) place.textContent = here.text;
      for (const place of slot("there")) place.textContent = (there.title === here.title ? "" : `${there.title}: `) + there.text;
      for (const act of ["keep", "take"]) {
        piece.querySelector(`[data-act="${act}"]`)?.addEventListener("click", () => this.#choose([piece], act === "take"));
      }
      this.#waiting.set(piece, unit);
      return piece;
    });
    this.#part("list").replaceChildren(...shown);
    this.#part("differences").hidden = !shown.length;
  }

  /** @type {(pieces: HTMLElement[], isTaken: boolean) => void} */
  #choose(pieces, isTaken) {
    const { store, changed } = this.options;
    const ids = pieces.map((piece) => /** @type {Unit} */ (this.#waiting.get(piece)).id);
    // What changed here since it was shown goes too: the person chose the copy.
    const there = pieces.flatMap((piece) => this.#waiting.get(piece)?.there ?? []);
    if (isTaken) take(store, compare(store, there).different);
    for (const piece of pieces) {
      this.#waiting.delete(piece);
      piece.remove();
    }
    const [next] = this.#waiting.keys();
    this.#part("differences").hidden = !next;
    this.#part("said").textContent = this.pieces.say(`${isTaken ? "taken" : "kept"}_${ids.length === 1 ? "one" : "more"}`, {
      count: ids.length,
    });
    (next?.querySelector("button") ?? this.#part("said")).focus();
    if (isTaken) changed();
  }
}

