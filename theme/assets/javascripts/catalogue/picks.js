// What is chosen to be compared: a box on every card, and a bar that leads to the comparison.

import { MOST_COMPARED } from "../logic/state.js";
import { required } from "./controls.js";

export class Picks {
  /**
   * @param {HTMLElement} element
   * @param {import("../pieces.js").Pieces} pieces
   */
  constructor(element, pieces) {
    this.element = element;
    this.pieces = pieces;
    this.bar = required(element, ".vw-picked");
    this.count = required(this.bar, ".vw-picked__count");
    this.link = /** @type {HTMLAnchorElement} */ (required(this.bar, "a"));
    this.drop = required(this.bar, "button");
    this.address = this.link.href;
  }

  /** The boxes of the cards that stand there. */
  get boxes() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.element.querySelectorAll(".vw-pick input"));
  }

  /**
   * Shows what is chosen.
   * @param {string[]} ids
   * @param {boolean} isFull whether somebody asked for one too many
   */
  show(ids, isFull = false) {
    for (const box of this.boxes) box.checked = ids.includes(box.value);
    this.bar.hidden = !ids.length;
    const said = ids.length === 1 ? this.pieces.say("one_picked") : this.pieces.say("picked", { count: ids.length });
    this.count.textContent = isFull ? this.pieces.say("full") : said;
    this.link.href = `${this.address}#${ids.map((id) => `id=${id}`).join("&")}`;
  }

  /**
   * Gives what is chosen after a box was clicked; nothing when that is one too many.
   * @param {string[]} ids
   * @param {HTMLInputElement} box
   */
  after(ids, box) {
    const others = ids.filter((id) => id !== box.value);
    if (!box.checked) return others;
    return others.length < MOST_COMPARED ? [...others, box.value] : null;
  }
}
