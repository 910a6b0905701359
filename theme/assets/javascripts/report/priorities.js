// What goes first: some are suggested, any can be chosen, and the teacher puts them in order.

import { MOST_PRIORITIES, move } from "../logic/report.js";
import { suggestions } from "../logic/scoring.js";
import { put } from "./page.js";

/** @typedef {import("./page.js").ReportPage} ReportPage */

export class Priorities {
  /** @type {string[]} */
  #chosen = [];

  /**
   * @param {ReportPage} page
   * @param {(priorities: string[]) => void} keep
   * @param {AbortSignal} signal
   */
  constructor(page, keep, signal) {
    this.page = page;
    this.keep = keep;
    this.choices = page.all("[data-choice]").map((item) => ({ item, home: item.parentElement }));
    const part = page.part("choose");
    part.addEventListener("change", ({ target }) => this.#tick(/** @type {HTMLInputElement} */ (target)), { signal });
    part.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target)), { signal });
  }

  /**
   * @param {import("../logic/scoring.js").Answers} answers
   * @param {string[]} chosen
   * @param {Record<string, number | null>} levels
   */
  draw(answers, chosen, levels) {
    this.#chosen = chosen;
    const suggested = suggestions(answers, this.choices.map(({ item }) => String(item.dataset.choice)));
    this.#place(suggested);
    for (const { item } of this.choices) {
      const id = String(item.dataset.choice);
      const points = levels[id];
      put(item, { level: points ? `${this.page.verb(points)}, ${this.page.code(points)}` : "" });
      const box = item.querySelector("input");
      if (box) box.checked = chosen.includes(id);
    }
    this.page.part("ordered").hidden = !chosen.length;
    const parts = chosen.map((id, at) => this.#ordered(id, at));
    this.page.part("order").replaceChildren(...parts);
  }

  /** Puts what is suggested above the rest; a choice that has the focus stays where it is. @param {string[]} suggested */
  #place(suggested) {
    this.page.part("suggested").hidden = !suggested.length;
    const list = this.page.part("suggestions");
    for (const { item, home } of this.choices) {
      const goal = suggested.includes(String(item.dataset.choice)) ? list : home;
      if (!goal || item.parentElement === goal) continue;
      const isBefore = (/** @type {Element} */ one) => this.#at(one) > this.#at(item);
      goal.insertBefore(item, [...goal.children].find(isBefore) ?? null);
    }
  }

  /** @param {Element} item */
  #at(item) {
    return this.choices.findIndex((one) => one.item === item);
  }

  /** @type {(id: string, at: number) => HTMLElement} */
  #ordered(id, at) {
    const piece = put(this.page.pieces.make("ordered"), { title: this.page.title(id), name: ` ${this.page.title(id)}` });
    piece.dataset.priority = id;
    for (const button of piece.querySelectorAll("button")) {
      const step = Number(button.dataset.step ?? 0);
      button.dataset.key = `${id}/${step}`;
      button.hidden = Boolean(step) && this.#chosen.length === 1;
      button.setAttribute("aria-disabled", String(at + step < 0 || at + step >= this.#chosen.length));
    }
    return piece;
  }

  /** @param {HTMLInputElement} box */
  #tick(box) {
    const id = box.value;
    const title = this.page.title(id);
    if (!box.checked) {
      this.page.tell("chosen-said", this.page.say("dropped", { title }));
      this.keep(this.#chosen.filter((one) => one !== id));
    } else if (this.#chosen.length >= MOST_PRIORITIES) {
      box.checked = false;
      this.page.tell("chosen-said", this.page.say("most"));
    } else {
      this.page.tell("chosen-said", this.page.say("chosen", { title, at: this.#chosen.length + 1 }));
      this.keep([...this.#chosen, id]);
    }
  }

  /** @param {Element} target */
  #press(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-key]"));
    const id = /** @type {HTMLElement | undefined} */ (button?.closest("[data-priority]"))?.dataset.priority;
    if (!button || !id) return;
    const title = this.page.title(id);
    if (!button.dataset.step) {
      this.page.tell("chosen-said", this.page.say("dropped", { title }));
      this.keep(this.#chosen.filter((one) => one !== id));
      this.page.part("chosen-said").focus();
      return;
    }
    const moved = move(this.#chosen, id, Number(button.dataset.step));
    this.page.tell("chosen-said", this.page.say("moved_to", { title, at: moved.indexOf(id) + 1 }));
    this.keep(moved);
  }
}
