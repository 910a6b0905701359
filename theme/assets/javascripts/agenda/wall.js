// The facilitator's view: one prompt at a time, large, for the screen in front of the team. Notes never stand here.

import { slidesOf } from "../logic/agenda.js";
import { Timer } from "../logic/timer.js";
import { places, write } from "../places.js";

/** @typedef {import("../logic/agenda.js").Agenda} Agenda */

/** Milliseconds between two looks at the clock. */
const LOOK = 250;
const NEXT = ["ArrowRight", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "PageUp"];

export class Wall {
  /** @type {(name: string) => HTMLElement} */
  #part;
  /** @type {Agenda | null} */
  #agenda = null;
  /** @type {{item: number, prompt: number}[]} */
  #slides = [];
  #at = 0;
  #timer = new Timer();
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #looking;

  /** @param {import("./page.js").AgendaPage} page @param {AbortSignal} signal */
  constructor(page, signal) {
    this.page = page;
    this.dialog = /** @type {HTMLDialogElement} */ (page.part("wall"));
    this.#part = places(this.dialog, "data-wall");
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      this.#part(name).addEventListener("click", act, { signal });
    on("next", () => this.#go(1));
    on("back", () => this.#go(-1));
    on("run", () => this.#run());
    on("full", () => this.#full());
    on("close", () => this.dialog.close());
    this.dialog.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.dialog.addEventListener("close", () => this.#stop(), { signal });
    document.addEventListener("fullscreenchange", () => this.#sayFull(), { signal });
    signal.addEventListener("abort", () => clearInterval(this.#looking));
  }

  /** @param {Agenda} agenda */
  open(agenda) {
    this.#agenda = agenda;
    // What comes first is the whole agenda.
    this.#slides = [{ item: -1, prompt: -1 }, ...slidesOf(agenda)];
    this.#at = 0;
    this.#timer = new Timer();
    this.#part("full").hidden = !document.fullscreenEnabled;
    this.#sayFull();
    this.dialog.showModal();
    this.#draw();
    this.#looking = setInterval(() => this.#look(), LOOK);
  }

  #stop() {
    clearInterval(this.#looking);
    this.#timer.pause(performance.now());
    if (document.fullscreenElement) document.exitFullscreen();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isPress = event.target instanceof HTMLButtonElement && [" ", "Enter"].includes(event.key);
    if (event.ctrlKey || event.altKey || event.metaKey || isPress) return;
    const steps = NEXT.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    const far = { Home: -Infinity, End: Infinity }[event.key] ?? steps;
    if (!far) return;
    event.preventDefault();
    this.#go(far);
  }

  /** @param {number} steps */
  #go(steps) {
    this.#at = Math.max(0, Math.min(this.#at + steps, this.#slides.length - 1));
    this.#draw();
    this.#part("room").scrollTop = 0;
  }

  #draw() {
    const { items, title, goal } = /** @type {Agenda} */ (this.#agenda);
    const { item: at, prompt } = this.#slides[this.#at];
    const item = items[at];
    const { say } = this.page;
    const name = item && (item.title || say("untitled"));
    const values = { at: at + 1, count: items.length, prompt: prompt + 1, prompts: item?.prompts.length ?? 0 };
    this.#part("where").textContent = item ? say(values.prompts > 1 ? "prompt_of" : "item_of", values) : say("overview");
    this.#part("title").textContent = name ?? (title || say("title"));
    const text = item ? (item.prompts[prompt] ?? "") : goal;
    this.#part("prompt").textContent = text;
    this.#part("prompt").hidden = !text;
    this.#part("prompt").toggleAttribute("data-long", text.length > 160);
    this.#part("list").hidden = Boolean(item);
    this.#part("list").replaceChildren(...(item ? [] : items.map((one) => this.#row(one))));
    this.#part("back").setAttribute("aria-disabled", String(this.#at === 0));
    this.#part("next").setAttribute("aria-disabled", String(this.#at === this.#slides.length - 1));
    this.#part("time").hidden = !item?.minutes;
    this.#timer.turn(item?.id ?? "", performance.now());
    this.#look();
  }

  /** @param {import("../logic/agenda.js").Item} item */
  #row({ title, minutes }) {
    const row = document.createElement("li");
    const { say } = this.page;
    row.textContent = [title || say("untitled"), minutes ? `(${say("row_minutes", { count: minutes })})` : ""].join(" ").trim();
    return row;
  }

  #run() {
    const now = performance.now();
    if (this.#timer.isRunning) this.#timer.pause(now);
    else this.#timer.run(now);
    this.#look();
  }

  /** Shows the time; nothing is drawn that stays the same. */
  #look() {
    const item = this.#agenda?.items[this.#slides[this.#at].item];
    if (!item?.minutes) return;
    const seconds = this.#timer.left(item.minutes, performance.now());
    const isOver = seconds <= 0;
    const { say } = this.page;
    this.#put("run", say(this.#timer.isRunning ? "pause" : "run"));
    this.#put("clock", this.#words(seconds));
    this.#put("over", isOver ? say("start_over") : "");
    this.dialog.toggleAttribute("data-over", isOver);
    const bar = /** @type {HTMLProgressElement} */ (this.#part("bar"));
    const passed = isOver ? 1 : 1 - seconds / (item.minutes * 60);
    if (bar.value !== passed) bar.value = passed;
  }

  /** Says the time that is left. Who wants little to move sees minutes only. @param {number} seconds */
  #words(seconds) {
    const { say } = this.page;
    const most = Math.abs(seconds);
    const isOver = seconds < 0;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      if (isOver) return say("over_minutes", { count: Math.floor(most / 60) });
      return most < 60 ? say("less") : say("left_minutes", { count: Math.ceil(most / 60) });
    }
    const time = `${Math.floor(most / 60)}:${String(most % 60).padStart(2, "0")}`;
    return say(isOver ? "over" : "left", { time });
  }

  /** @type {(name: string, text: string) => void} */
  #put(name, text) {
    write(this.#part(name), text);
  }

  async #full() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await this.#part("room").requestFullscreen();
    } catch {
      // The browser does not allow it: the view is as large as the window.
      this.#part("full").hidden = true;
    }
  }

  #sayFull() {
    this.#put("full", this.page.say(document.fullscreenElement ? "full_off" : "full_on"));
  }
}
