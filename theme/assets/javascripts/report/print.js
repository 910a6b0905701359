// What comes on paper: only what the teacher ticked. What is not, is marked, and the style leaves it out.

import { put } from "./page.js";

export class Paper {
  /** What is not printed. Others see levels, and words of one's own, only when somebody wants that. */
  #left = new Set(["levels", "note"]);

  /**
   * @param {import("./page.js").ReportPage} page
   * @param {AbortSignal} signal
   */
  constructor(page, signal) {
    this.page = page;
    page.part("picks").addEventListener("change", ({ target }) => {
      const { value, checked } = /** @type {HTMLInputElement} */ (target);
      if (checked) this.#left.delete(value);
      else this.#left.add(value);
      this.#mark();
    }, { signal });
    page.part("print").addEventListener("click", () => this.#print(), { signal });
  }

  /** @type {(priorities: string[], hasNote: boolean) => void} */
  draw(priorities, hasNote) {
    for (const pick of this.page.all("[data-pick='note']")) pick.hidden = !hasNote;
    const picks = priorities.map((id) => {
      const piece = put(this.page.pieces.make("pick"), { label: this.page.title(id) });
      const box = /** @type {HTMLInputElement} */ (piece.querySelector("input"));
      box.value = id;
      box.dataset.key = `print/${id}`;
      return piece;
    });
    this.page.part("pick-priorities").replaceChildren(...picks);
    this.#mark();
  }

  get #boxes() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.page.part("picks").querySelectorAll("input"));
  }

  #mark() {
    for (const box of this.#boxes) box.checked = !this.#left.has(box.value);
    for (const part of this.page.all("[data-print]")) {
      part.toggleAttribute("data-unprinted", this.#left.has(String(part.dataset.print)));
    }
    if (!this.page.part("no-strengths").hidden) this.page.part("strong").setAttribute("data-unprinted", "");
    const cards = [...this.page.part("cards").children];
    this.page.part("then").toggleAttribute("data-unprinted", cards.every((card) => card.hasAttribute("data-unprinted")));
  }

  #print() {
    const isNothing = [...this.#boxes].every((box) => !box.checked);
    this.page.part("print-said").textContent = isNothing ? this.page.say("nothing_to_print") : "";
    if (!isNothing) print();
  }
}
