// The agenda on the table: its frame, its items in order, and how long it all takes. Only what changed is drawn anew, so
// that the focus stays where somebody works.

import { afterPress } from "../after.js";
import { FIRST, MOST, change, drop, move, moved, sayCount, sayFromTo, timesOf, totalOf } from "../logic/agenda.js";
import { isHour } from "../logic/calendar.js";
import { isPlannable } from "../logic/days.js";
import { showDay } from "../keeping/day.js";
import { Typing } from "../keeping/typing.js";
import { arrange, unfold } from "../pieces.js";
import { write } from "../places.js";
import { fill, label, show } from "./page.js";

/** @typedef {import("../logic/agenda.js").Agenda} Agenda @typedef {import("../logic/agenda.js").Item} Item */

export class Board {
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  /** @type {WeakMap<HTMLElement, string>} what was drawn last */
  #drawn = new WeakMap();

  /**
   * @param {import("./page.js").AgendaPage} page
   * @param {import("./book.js").Book} book
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  constructor(page, book, changed, signal) {
    this.page = page;
    this.book = book;
    this.changed = changed;
    const own = page.part("own");
    this.typing = new Typing(own, "[data-field], [data-item]", (field) => this.#type(field), signal);
    own.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target)), { signal });
    // What was typed but cannot be kept so, such as 300 minutes, shows what is kept.
    own.addEventListener("focusout", ({ target }) => {
      const piece = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-id]"));
      if (piece) this.#drawn.delete(piece);
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) queueMicrotask(() => this.draw(book.own));
    }, { signal });
    own.addEventListener("keydown", (event) => this.#key(event), { signal });
    own.addEventListener("toggle", ({ target }) => this.#open(/** @type {HTMLElement} */ (target)), { signal, capture: true });
  }

  /** @returns {Agenda} */
  get #agenda() {
    return /** @type {Agenda} */ (this.book.own);
  }

  /** @param {Agenda | null} agenda */
  draw(agenda) {
    this.page.part("own").hidden = !agenda || this.book.shared !== null;
    if (!agenda) return this.#clear();
    const day = /** @type {HTMLInputElement} */ (this.page.element.querySelector("[data-field='date']"));
    showDay(day, this.page.part("far-day"), agenda.date, this.page.say("far_day"));
    for (const name of /** @type {const} */ (["title", "goal", "start", "minutes"])) {
      show(this.page.element.querySelector(`[data-field="${name}"]`), String(agenda[name] ?? ""));
    }
    for (const [id, piece] of this.#items) {
      if (agenda.items.some((item) => item.id === id)) continue;
      piece.remove();
      this.#items.delete(id);
    }
    const times = timesOf(agenda);
    for (const [at, item] of agenda.items.entries()) {
      this.#drawItem(item, at, agenda.items.length, times[at] ? sayFromTo(times[at], this.page.say) : "");
    }
    this.#arrange(agenda);
    this.#drawTotal(agenda);
  }

  /** Puts the items that are there in their order. @param {Agenda} agenda */
  #arrange(agenda) {
    arrange(this.page.part("items"), agenda.items.flatMap(({ id }) => this.#items.get(id) ?? []));
  }

  #clear() {
    this.#items.clear();
    this.page.part("items").replaceChildren();
  }

  /** @param {Agenda} agenda */
  #drawTotal(agenda) {
    const total = totalOf(agenda.items);
    const { minutes: available } = agenda;
    const words = [sayCount(this.page.say, "total", total)];
    if (available === total) words.push(this.page.say("exact"));
    else if (available !== null) {
      const word = available > total ? "available_left" : "available_over";
      words.push(this.page.say(word, { available, count: Math.abs(available - total) }));
    }
    const place = this.page.part("total");
    write(place, words.join(" "));
    place.toggleAttribute("data-over", available !== null && total > available);
  }

  /** @type {(item: Item, at: number, count: number, time: string) => void} */
  #drawItem(item, at, count, time) {
    const isFirst = item.id === FIRST;
    const piece = this.#items.get(item.id) ?? this.#makeItem(item);
    const known = JSON.stringify([item, at, at === count - 1, time]);
    if (this.#drawn.get(piece) === known) return;
    this.#drawn.set(piece, known);
    const name = isFirst ? this.book.first : item.title || this.page.say("untitled");
    const number = String(at + 1);
    piece.dataset.number = number;
    fill(piece, { heading: isFirst ? name : "", name, number, time });
    label(piece.querySelectorAll(".vw-talk__facts [data-label]"), name);
    show(piece.querySelector("[data-item='title']"), item.title);
    show(piece.querySelector("[data-item='minutes']"), String(item.minutes));
    show(piece.querySelector("[data-item='notes']"), item.notes);
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (piece.querySelectorAll("[data-step]"))) {
      const to = at + Number(button.dataset.step);
      button.setAttribute("aria-disabled", String(to < 1 || to >= count));
    }
    this.#drawPrompts(piece, item.prompts);
  }

  /** @param {Item} item */
  #makeItem({ id, topic, notes }) {
    const piece = this.page.pieces.make("item");
    piece.dataset.id = id;
    fill(piece, { more: this.page.say("add_note") });
    const link = /** @type {HTMLAnchorElement} */ (piece.querySelector("[data-slot='topic']"));
    const heading = topic && this.page.element.querySelector(`.vw-topic[data-topic="${topic}"] h3`);
    if (heading) {
      link.href = `#${heading.id}`;
      link.textContent = heading.textContent;
    } else link.remove();
    if (id === FIRST) for (const part of piece.querySelectorAll("[data-slot='naming'], .vw-talk__facts .vw-talk__moves")) part.remove();
    else piece.querySelector("[data-slot='heading']")?.remove();
    const more = /** @type {HTMLDetailsElement} */ (piece.querySelector("details"));
    more.open = Boolean(notes) && unfold(more);
    this.#items.set(id, piece);
    return piece;
  }

  /** @param {HTMLElement} fold */
  #open(fold) {
    const piece = /** @type {HTMLElement | null} */ (fold.closest("[data-id]"));
    if (!piece || !unfold(fold)) return;
    this.#drawn.delete(piece);
    this.draw(this.#agenda);
  }

  /** @type {(piece: HTMLElement, prompts: string[]) => void} */
  #drawPrompts(piece, prompts) {
    const list = /** @type {HTMLElement} */ (piece.querySelector("[data-slot='prompts']"));
    const known = JSON.stringify(prompts);
    if (list.dataset.known === known) return;
    list.dataset.known = known;
    list.hidden = !prompts.length;
    while (list.children.length > prompts.length) list.lastElementChild?.remove();
    for (const [at, prompt] of prompts.entries()) {
      if (!list.children[at]) list.append(this.page.pieces.make("prompt"));
      const row = fill(/** @type {HTMLElement} */ (list.children[at]), { text: prompt });
      row.dataset.at = String(at);
      label(row.querySelectorAll("[data-label]"), prompt);
      for (const button of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-prompt-step]"))) {
        const to = at + Number(button.dataset.promptStep);
        button.setAttribute("aria-disabled", String(to < 0 || to >= prompts.length));
        button.hidden = prompts.length === 1;
      }
    }
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  #type(field) {
    const agenda = this.book.own;
    if (!agenda) return;
    const { field: name, item: part } = field.dataset;
    const id = /** @type {HTMLElement | null} */ (field.closest("[data-id]"))?.dataset.id;
    if (name) this.#write({ ...agenda, [name]: this.#headOf(name, field.value) });
    else if (id && part) this.#write(change(agenda, id, { [part]: this.#itemOf(part, field.value) }));
  }

  /** @type {(name: string, text: string) => string | number | null} */
  #headOf(name, text) {
    if (name === "date") return isPlannable(text) ? text : null;
    if (name === "start") return isHour(text) ? text : null;
    return name === "minutes" ? Math.min(Math.round(Number(text)), MOST.available) || null : text;
  }

  /** @type {(part: string, text: string) => string | number} */
  #itemOf(part, text) {
    if (part === "minutes") return Math.max(0, Math.min(Math.round(Number(text)) || 0, MOST.minutes));
    return part === "title" ? text.replace(/\s+/g, " ") : text;
  }

  /** @param {Agenda} agenda */
  #write(agenda) {
    this.book.write({ ...agenda, minutes: agenda.minutes === null ? null : Math.max(1, agenda.minutes) });
    this.changed();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const field = /** @type {HTMLElement} */ (event.target);
    if (event.key !== "Enter" || event.isComposing) return;
    // A title is one line.
    if (field.matches("[data-item='title']")) event.preventDefault();
    if (!field.matches("[data-new-prompt]") || event.shiftKey) return;
    event.preventDefault();
    this.#addPrompt(/** @type {HTMLElement} */ (field.closest("[data-id]")));
  }

  /** @param {Element} target */
  #press(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("button"));
    const piece = /** @type {HTMLElement | null} */ (button?.closest("[data-id]"));
    if (!button || !piece) return;
    this.typing.flush();
    const { step, drop: dropped, promptStep, promptDrop, addPrompt } = button.dataset;
    if (addPrompt !== undefined) return this.#addPrompt(piece);
    if (button.getAttribute("aria-disabled") === "true") return;
    if (step) this.#move(button, String(piece.dataset.id), Number(step));
    else if (dropped !== undefined) this.#drop(String(piece.dataset.id));
    else this.#changePrompts(button, piece, promptDrop === undefined ? Number(promptStep) : 0);
  }

  /** @type {(button: HTMLElement, id: string, step: number) => void} */
  #move(button, id, step) {
    const agenda = move(this.#agenda, id, step);
    const at = agenda.items.findIndex((item) => item.id === id);
    this.book.write(agenda);
    this.page.tell(this.page.say("moved_to", { title: agenda.items[at].title, at: at + 1 }));
    // The new order comes in a task of its own, before everything that follows from it. Somebody may be elsewhere by then.
    afterPress(button, () => {
      if (this.book.own) this.#arrange(this.book.own);
      if (document.activeElement === document.body) button.focus({ preventScroll: true });
      if (document.activeElement === button) button.scrollIntoView({ block: "nearest" });
    });
    afterPress(button, this.changed);
  }

  /** @param {string} id */
  #drop(id) {
    const agenda = this.#agenda;
    const at = agenda.items.findIndex((item) => item.id === id);
    this.book.replace(drop(agenda, id));
    this.changed();
    this.page.tell(this.page.say("dropped", { title: agenda.items[at].title || this.page.say("untitled") }));
    this.page.part("undo").focus({ preventScroll: true });
  }

  /** @type {(button: HTMLElement, piece: HTMLElement, step: number) => void} */
  #changePrompts(button, piece, step) {
    const id = String(piece.dataset.id);
    const at = Number(/** @type {HTMLElement} */ (button.closest("[data-at]")).dataset.at);
    const agenda = this.#agenda;
    const prompts = agenda.items.find((item) => item.id === id)?.prompts ?? [];
    if (!step) {
      this.book.replace(change(agenda, id, { prompts: prompts.filter((_, one) => one !== at) }));
      this.changed();
      this.page.tell(this.page.say("dropped_prompt"));
      this.page.part("undo").focus({ preventScroll: true });
      return;
    }
    this.#write(change(agenda, id, { prompts: moved(prompts, at, step) }));
    const there = piece.querySelector(`[data-at="${at + step}"] [data-prompt-step="${step}"]`);
    /** @type {HTMLElement | null} */ (there)?.focus();
    this.page.tell(this.page.say("moved_prompt", { at: at + step + 1 }));
  }

  /** @param {HTMLElement} piece */
  #addPrompt(piece) {
    const field = /** @type {HTMLTextAreaElement} */ (piece.querySelector("[data-new-prompt]"));
    const prompt = field.value.replace(/\s+/g, " ").trim();
    field.focus();
    const item = this.#agenda.items.find(({ id }) => id === piece.dataset.id);
    if (!prompt || !item) return;
    const title = item.title || this.page.say("untitled");
    if (item.prompts.length >= MOST.prompts) return this.page.tell(this.page.say("full_prompts", { title }));
    field.value = "";
    this.#write(change(this.#agenda, item.id, { prompts: [...item.prompts, prompt] }));
    this.page.tell(this.page.say("added_prompt", { title }));
  }
}
