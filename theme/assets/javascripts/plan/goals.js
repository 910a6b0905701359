// What somebody works on: taken from the self-check, or chosen here, in an order of one's own.

import { MOST_THINGS, newId, orderAt, priorities } from "../logic/plan.js";
import { Gone } from "./gone.js";
import { fill, listItem } from "./page.js";
import { Rows, rowOf } from "./rows.js";

const START = "plan/priority/";

export class Goals {
  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.store = desk.store;
    this.gone = new Gone(this.page, "goals", this.store, signal);
    const list = this.page.part("goal-list");
    this.rows = new Rows(list, () => this.page.pieces.make("goal"), (piece, one) => this.#fill(piece, one));
    list.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target)), { signal });
    const own = /** @type {HTMLInputElement} */ (this.page.part("goal-own"));
    own.addEventListener("keydown", ({ key }) => key === "Enter" && this.#add(), { signal });
    this.page.on("goal-add", () => this.#add(), signal);
    this.page.on("found-take", () => this.#take(), signal);
  }

  /** Gives the title of a goal as the site has it today, else as it was kept. @type {(id: string, title: string) => string} */
  title(id, title) {
    return this.page.options.get(id)?.text ?? title;
  }

  /** What the self-check put first and the plan does not have. */
  get found() {
    const ids = this.desk.rounds?.latest?.priorities ?? [];
    return ids.filter((id) => !this.store.get(START + id)).map((id) => ({ id, title: this.title(id, id) }));
  }

  draw() {
    const goals = priorities(this.store);
    this.rows.draw(
      goals.map((goal, at) => {
        const title = this.title(goal.id, goal.title);
        return { id: goal.id, title, isFirst: !at, isLast: at === goals.length - 1, marks: [title, !at, at === goals.length - 1] };
      }),
    );
    const { found } = this;
    this.page.part("found").hidden = !found.length;
    this.page.part("found-list").replaceChildren(...found.map(({ title }) => listItem(title)));
  }

  /** @type {(piece: HTMLElement, goal: {id: string, title: string, isFirst: boolean, isLast: boolean}) => void} */
  #fill(piece, { id, title, isFirst, isLast }) {
    const href = this.page.options.get(id)?.dataset.href;
    fill(piece, { title: href ? this.page.link(href, title) : title, name: ` ${title}` });
    mark(piece, isFirst, isLast);
  }

  /** @param {Element} target */
  #press(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-do]"));
    const id = rowOf(target)?.dataset.id;
    const value = id && this.store.get(START + id)?.value;
    if (!button || !value) return;
    const title = this.title(id, value.title);
    if (button.dataset.do === "remove") this.gone.remove(START + id, title);
    else this.desk.move("priority", id, title, button.dataset.do === "up" ? -1 : 1, this.gone);
  }

  #take() {
    this.#put(this.found);
    this.gone.say(this.page.say("said_taken"));
    this.gone.said.focus();
  }

  #add() {
    const pick = /** @type {HTMLSelectElement} */ (this.page.part("goal-pick"));
    const own = /** @type {HTMLInputElement} */ (this.page.part("goal-own"));
    const asked = [
      ...(pick.value ? [{ id: pick.value, title: this.title(pick.value, "") }] : []),
      ...(own.value.trim() ? [{ id: newId(this.store), title: own.value.trim() }] : []),
    ];
    const there = asked.filter(({ id }) => this.store.get(START + id));
    this.#put(asked.filter((one) => !there.includes(one)));
    const words = asked.map((one) => this.page.say(there.includes(one) ? "said_there" : "said_added", { title: one.title }));
    this.gone.say(words.join(" "));
    if (!asked.length) pick.focus();
    pick.value = own.value = "";
  }

  /** @param {{id: string, title: string}[]} goals */
  #put(goals) {
    const there = priorities(this.store);
    const last = there.at(-1)?.order ?? 0;
    const room = Math.max(0, MOST_THINGS - there.length);
    const fresh = goals.slice(0, room).map(({ id, title }, at) => ({ key: START + id, value: { title, order: last + 1 + at } }));
    if (fresh.length) this.store.setAll(fresh);
  }
}

/** Says which buttons of a row lead nowhere. @type {(piece: Element, isFirst: boolean, isLast: boolean) => void} */
export function mark(piece, isFirst, isLast) {
  piece.querySelector("[data-do='up']")?.setAttribute("aria-disabled", String(isFirst));
  piece.querySelector("[data-do='down']")?.setAttribute("aria-disabled", String(isLast));
}

/**
 * Gives what moving one of a list writes: only that one, or all where there is no number left between two.
 * @type {(list: {id: string, order: number}[], id: string, step: number) => {id: string, order: number}[]}
 */
export function ordersAfter(list, id, step) {
  const from = list.findIndex((one) => one.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= list.length) return [];
  const order = orderAt(list, from, to);
  if (!list.some((one) => one.order === order)) return [{ id, order }];
  const rest = list.filter((one) => one.id !== id);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)].map((one, at) => ({ id: one.id, order: at + 1 }));
}
