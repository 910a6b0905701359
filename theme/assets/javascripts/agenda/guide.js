// The guide as it stands in the page: ready agendas to begin with, prompts to pick, and topics to fold by theme.

import { held, hold, show } from "../keeping/place.js";
import { promptsOf } from "../logic/agenda.js";
import { remember } from "../remember.js";

/**
 * @typedef {import("../logic/agenda.js").Agenda} Agenda
 * @typedef {import("../logic/agenda.js").Topic} Topic
 * @typedef {{
 *   begin: (starter: {title: string, goal: string, items: any[]}) => void,
 *   pick: (topic: Topic, prompts: string[]) => void,
 *   drop: (topic: Topic, prompt: string) => void,
 * }} Listeners
 */

/** @param {Element} root @param {string} selector */
const textIn = (root, selector) => (root.querySelector(selector)?.textContent ?? "").trim();

export class Guide {
  /**
   * @param {import("./page.js").AgendaPage} page
   * @param {Listeners} listeners
   * @param {AbortSignal} signal
   */
  constructor(page, listeners, signal) {
    this.page = page;
    this.listeners = listeners;
    this.topics = page.all("[data-topic].vw-topic").map((section) => ({
      section,
      number: String(section.dataset.topic),
      title: textIn(section, "[data-title]"),
      terms: String(section.dataset.terms).split(" "),
      boxes: /** @type {HTMLInputElement[]} */ ([...section.querySelectorAll("[data-prompt]")]).map((box) => {
        const label = /** @type {HTMLElement} */ (box.closest("label"));
        return { box, label, prompt: (label.textContent ?? "").trim() };
      }),
      unfold: /** @type {HTMLButtonElement} */ (section.querySelector("[data-unfold]")),
    }));
    for (const starter of page.all("[data-starter]")) this.#bindStarter(starter, signal);
    for (const topic of this.topics) this.#bindTopic(topic, signal);
    this.filters = /** @type {HTMLInputElement[]} */ (page.all("[data-filter]"));
    this.keepFilter = remember(this.filters);
    page.part("filter").addEventListener("change", () => this.#choose(), { signal });
    page.part("filter-clear").addEventListener("click", () => {
      for (const box of this.filters) box.checked = false;
      this.#choose();
      this.filters[0]?.focus();
    }, { signal });
    page.part("filter").hidden = !this.filters.length;
    if (this.filters.some(({ checked }) => checked)) this.#filter();
    for (const number of held("unfolded") ?? []) this.#unfold(number);
    // A link to a folded topic opens it.
    this.#open();
    addEventListener("hashchange", () => this.#open(), { signal });
  }

  /** @param {HTMLElement} starter @param {AbortSignal} signal */
  #bindStarter(starter, signal) {
    const button = /** @type {HTMLButtonElement} */ (starter.querySelector("[data-begin]"));
    button.hidden = false;
    button.addEventListener("click", () => {
      const items = /** @type {HTMLElement[]} */ ([...starter.querySelectorAll("li[data-minutes]")]).map((item) => ({
        topic: item.dataset.topic ?? null,
        title: textIn(item, "strong"),
        prompts: [textIn(item, "[data-how]")],
        minutes: Number(item.dataset.minutes),
      }));
      this.listeners.begin({ title: textIn(starter, "h3"), goal: textIn(starter, "[data-goal]"), items });
    }, { signal });
  }

  /** @param {Guide["topics"][number]} topic @param {AbortSignal} signal */
  #bindTopic({ section, number, title, boxes, unfold }, signal) {
    const topic = { number, title };
    for (const { box, label, prompt } of boxes) {
      box.hidden = false;
      label.classList.add("vw-choice");
      box.addEventListener("change", () => {
        if (box.checked) this.listeners.pick(topic, [prompt]);
        else this.listeners.drop(topic, prompt);
      }, { signal });
    }
    const all = /** @type {HTMLButtonElement} */ (section.querySelector("[data-all]"));
    all.hidden = false;
    all.addEventListener("click", () => this.listeners.pick(topic, boxes.map(({ prompt }) => prompt)), { signal });
    unfold.addEventListener("click", () => {
      this.#fold(section, unfold, !section.hasAttribute("data-folded"));
      this.#hold();
    }, { signal });
  }

  /** Shows which prompts are on the agenda. @param {Agenda | null} agenda */
  draw(agenda) {
    for (const { number, boxes, section } of this.topics) {
      const there = promptsOf(agenda, number);
      for (const { box, prompt } of boxes) box.checked = there.has(prompt);
      section.toggleAttribute("data-picked", there.size > 0);
    }
  }

  #choose() {
    this.#filter();
    this.keepFilter();
    this.#hold();
  }

  /** Holds which topics stand open beside those that are asked for. */
  #hold() {
    const isUnfolded = (/** @type {Guide["topics"][number]} */ { section, unfold }) =>
      !unfold.parentElement?.hidden && !section.hasAttribute("data-folded");
    hold("unfolded", this.topics.filter(isUnfolded).map(({ number }) => number));
  }

  /** @param {string} number of a topic */
  #unfold(number) {
    const topic = this.topics.find((one) => one.number === number);
    if (topic) this.#fold(topic.section, topic.unfold, false);
  }

  /** Opens the topics that are asked for, and folds the others. */
  #filter() {
    const chosen = (/** @type {string} */ name) =>
      this.filters.filter(({ checked, dataset }) => checked && dataset.filter === name).map(({ value }) => value);
    const groups = [...new Set(this.filters.map(({ dataset }) => String(dataset.filter)))].map(chosen).filter(({ length }) => length);
    let count = 0;
    for (const { section, terms, unfold } of this.topics) {
      const isAsked = groups.every((group) => group.some((term) => terms.includes(term)));
      count += Number(isAsked);
      /** @type {HTMLElement} */ (unfold.parentElement).hidden = isAsked;
      this.#fold(section, unfold, !isAsked);
    }
    const all = this.topics.length;
    this.page.part("filter-said").textContent = this.page.say(groups.length ? "filtered" : "unfiltered", { count, all });
    this.page.part("filter-clear").hidden = !groups.length;
  }

  /** @type {(section: HTMLElement, button: HTMLButtonElement, isFolded: boolean) => void} */
  #fold(section, button, isFolded) {
    section.toggleAttribute("data-folded", isFolded);
    button.setAttribute("aria-expanded", String(!isFolded));
    /** @type {Text} */ (button.firstChild).data = this.page.say(isFolded ? "unfold" : "fold");
  }

  #open() {
    // Anybody can have typed what stands after `#`.
    const target = document.getElementById(location.hash.slice(1));
    const topic = this.topics.find(({ section }) => section.hasAttribute("data-folded") && section.contains(target));
    if (!topic) return;
    this.#fold(topic.section, topic.unfold, false);
    if (target) show(target);
  }
}
