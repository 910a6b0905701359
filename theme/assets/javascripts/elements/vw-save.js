// Answers all the buttons of a page that put something in the plan. Until it comes every button says the same.

import { openKept } from "../keeping/kept.js";
import { isValid as isPlan } from "../logic/plan.js";
import { DRAWN } from "../saving/drawn.js";
import { Saving } from "../saving/saving.js";

export class Save extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    const store = openKept(
      { plan: isPlan },
      {
        onChange: ({ from }) => (from === "elsewhere" ? saving.follow() : saving.draw()),
        onTrouble: (reason) => saving.note.tell(reason),
      },
    );
    const saving = new Saving(this, { store, signal, root: document });
    signal.addEventListener("abort", () => store.close());
    document.addEventListener(DRAWN, () => saving.draw(), { signal });
    // What was pressed while this slept: somebody who reads "save" means to save.
    for (const button of document.querySelectorAll("[data-save][data-waking]")) {
      button.removeAttribute("data-waking");
      if (button instanceof HTMLElement) saving.press(button);
    }
    saving.draw();
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }
}

customElements.define("vw-save", Save);
