// The opener lays the total of the second counter beside their own codes: only when everything holds comes a picture.

import { lostOf } from "../logic/group/collect.js";
import { combine } from "../logic/group/combine.js";
import { linkTo, makePicture, writePicture } from "../logic/group/picture.js";

/** No total is longer, whatever stands around it in a file. */
const MOST_BYTES = 64 * 1024;

export class Combining {
  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.page.part("combine").addEventListener("click", () => this.#combine(this.#field.value), { signal });
    this.page.part("total-file").addEventListener("change", () => this.#open(), { signal });
  }

  get #field() {
    return /** @type {HTMLTextAreaElement} */ (this.page.part("their-total"));
  }

  reset() {
    this.page.part("combine-said").textContent = "";
  }

  /** @param {import("./desk.js").Collection} collection */
  draw({ settled }) {
    this.page.part("combine-first").hidden = settled !== null;
    this.page.part("combining").hidden = settled === null;
  }

  async #open() {
    const field = /** @type {HTMLInputElement} */ (this.page.part("total-file"));
    const [file] = field.files ?? [];
    if (!file) return;
    // A file that cannot be read, holds no total.
    const text = file.size > MOST_BYTES ? "" : await file.text().catch(() => "");
    field.value = "";
    this.#combine(text);
  }

  /** @param {string} text */
  #combine(text) {
    const { page, desk } = this;
    const { collection, round } = desk;
    if (!collection || !round) return;
    const { combined, reason } = combine(collection, text);
    // The total of the other counter stays nowhere: only the picture does.
    this.#field.value = "";
    page.part("combine-said").textContent = reason ? page.say(`combine.${reason}`, { minimum: round.minimum, ids: lostOf(collection).join(" ") }) : "";
    if (!combined) return;
    const picture = writePicture(makePicture(round, combined, desk.asked), desk.asked);
    desk.kept.keepPicture(round.id, picture);
    desk.go(linkTo(desk.address, picture));
  }
}
