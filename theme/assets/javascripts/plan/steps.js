// The steps of a plan: what, when, by whom and how far, in an order of one's own.

import { showDay } from "../keeping/day.js";
import { dayOf } from "../logic/days.js";
import { addSteps, newId, steps } from "../logic/plan.js";
import { nextSteps } from "../logic/sheet.js";
import { unfold } from "../pieces.js";
import { write } from "../places.js";
import { Gone } from "./gone.js";
import { mark } from "./goals.js";
import { fill } from "./page.js";
import { Rows, rowOf, show } from "./rows.js";

const START = "plan/step/";

/** @typedef {import("../logic/plan.js").Step & {id: string}} Step */

export class Steps {
  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.store = desk.store;
    this.gone = new Gone(this.page, "steps", this.store, signal);
    const list = this.page.part("step-list");
    this.rows = new Rows(this.page, { list: "step-list", piece: "step", more: "steps-more", fill: (piece, one) => this.#fill(piece, one) });
    list.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target)), { signal });
    list.addEventListener("toggle", ({ target }) => this.#open(/** @type {Element} */ (target)), { signal, capture: true });
    const field = this.page.part("step-new");
    field.addEventListener("keydown", ({ key }) => key === "Enter" && this.#add(), { signal });
    this.page.on("step-add", () => this.#add(), signal);
  }

  draw() {
    const all = steps(this.store);
    const today = dayOf(this.store.now());
    this.rows.draw(
      all.map((step, at) => {
        const [isFirst, isLast] = [!at, at === all.length - 1];
        return { id: step.id, step, isFirst, isLast, marks: [this.store.get(START + step.id)?.value, isFirst, isLast] };
      }),
    );
    this.page.part("steps-none").hidden = all.length > 0;
    const next = nextSteps(all, today).map(({ state, step }) => {
      const day = step?.date === today ? this.page.say("today") : step?.date ? this.page.day(step.date) : "";
      const when = [day, step?.owner && this.page.say("owner", { owner: step.owner })].filter(Boolean).join(", ");
      return this.page.say(state === "next" ? "next" : `next_${state}`, { title: step?.title ?? "", when });
    });
    write(this.page.part("next-text"), next.join(" "));
  }

  /** Where a step came from, in words. @param {string | null} from */
  from(from) {
    const link = from && this.page.named("trajectory", from);
    if (!from) return "";
    return link ? this.page.say("from", { title: String(link.textContent) }) : this.page.say("from_gone");
  }

  /** @type {(piece: HTMLElement, one: {step: Step, isFirst: boolean, isLast: boolean}) => void} */
  #fill(piece, { step, isFirst, isLast }) {
    fill(piece, { name: ` ${step.title}` });
    show(piece, "[data-type='title']", step.title);
    this.showDay(piece, step.date);
    show(piece, "[data-type='owner']", step.owner);
    show(piece, "[data-set='state']", step.state);
    piece.dataset.state = step.state;
    mark(piece, isFirst, isLast);
    this.#fillFold(piece, step);
  }

  /** @type {(piece: HTMLElement, date: string | null) => void} */
  showDay(piece, date) {
    const field = /** @type {HTMLInputElement} */ (piece.querySelector("[data-set='date']"));
    const place = /** @type {HTMLElement} */ (piece.querySelector("[data-slot='far-day']"));
    showDay(field, place, date, this.page.say("far_day"));
  }

  /** Fills what stands behind the fold of a step, where that is there. @type {(piece: HTMLElement, step: Step) => void} */
  #fillFold(piece, { phase, note, from }) {
    show(piece, "[data-set='phase']", phase ?? "");
    show(piece, "[data-type='note']", note);
    const link = from && this.page.named("trajectory", from);
    fill(piece, { from: link ? this.page.link(String(link.getAttribute("href")), this.from(from)) : this.from(from) });
  }

  /** @param {Element} fold */
  #open(fold) {
    const row = rowOf(fold);
    const value = row && this.store.get(START + row.dataset.id)?.value;
    if (value && unfold(fold)) this.#fillFold(row, value);
  }

  /** @param {Element} target */
  #press(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-do]"));
    const id = rowOf(target)?.dataset.id;
    const value = id && this.store.get(START + id)?.value;
    if (!button || !value) return;
    this.desk.typing.flush();
    if (button.dataset.do === "remove") this.gone.remove(START + id, value.title);
    else this.desk.move("step", id, value.title, button.dataset.do === "up" ? -1 : 1, this.gone);
  }

  #add() {
    const field = /** @type {HTMLInputElement} */ (this.page.part("step-new"));
    const title = field.value.trim();
    if (title && addSteps(this.store, [{ id: newId(this.store), title }])) {
      this.gone.say(this.page.say("said_added", { title }));
      field.value = "";
    }
    field.focus();
  }
}
