// A plan taken along: on paper, as text, in a calendar, in a link; and deleted, without the rest.

import { download } from "../keeping/download.js";
import { calendar } from "../logic/calendar.js";
import { dayOf, isPlannable } from "../logic/days.js";
import { MOST_LINK, entriesOf, toLink } from "../logic/entries.js";
import { keepTold, tellAgenda, tellStep } from "../logic/event.js";
import { isOfPlan, steps } from "../logic/plan.js";
import { toMarkdown } from "../logic/sheet.js";
import { talks, titleOf } from "./others.js";
import { printing } from "../print.js";
import { drawPaper, readSheet } from "./paper.js";
import { NAME } from "./shared.js";

/** @param {{date: string | null}} thing */
const hasDay = ({ date }) => isPlannable(date);

export class Carry {
  /** @type {import("../logic/entries.js").Entry[]} the plan that was deleted */
  #deleted = [];

  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.store = desk.store;
    const { page } = this;
    const printPlan = printing(() => this.#layPaper(), signal);
    page.on("print", () => printPlan(), signal);
    page.on("print-blank", () => printPlan(), signal);
    page.on("markdown", () => download(this.#name("md"), this.#markdown, "text/markdown"), signal);
    page.on("ics", () => this.#giveCalendar(), signal);
    page.on("make-link", () => this.#makeLink(), signal);
    page.on("remove", () => this.#remove(), signal);
    page.on("undo", () => this.#undo(), signal);
    const text = page.part("text");
    const fold = text.closest("details");
    const write = () => (text.textContent = fold?.open ? this.#markdown : "");
    fold?.addEventListener("toggle", write, { signal });
    // Before the button copies it.
    fold?.addEventListener("click", ({ target }) => target === page.part("copy-text") && write(), { signal, capture: true });
  }

  /** @param {string} kind of file */
  #name(kind) {
    return `${this.page.say("file")}-${dayOf(this.store.now())}.${kind}`;
  }

  get #markdown() {
    this.desk.typing.flush();
    return toMarkdown(readSheet(this.desk));
  }

  draw() {
    const hasDays = [...steps(this.store), ...talks(this.store)].some(hasDay);
    this.page.part("ics").hidden = !hasDays;
    this.page.part("calendar-none").hidden = hasDays;
    this.page.part("remove").hidden = !this.store.keys().some(isOfPlan);
    this.page.part("undo-plan").hidden = !this.#deleted.length;
    // A link holds what was there when it was made.
    this.page.part("link-made").hidden = true;
    this.page.part("link-said").textContent = "";
  }

  /** Who deletes everything means a deleted plan too. */
  forget() {
    this.#deleted = [];
    this.page.tell("");
  }

  #layPaper() {
    this.desk.typing.flush();
    const paper = this.page.part("paper");
    if (!this.desk.isEmpty) paper.replaceChildren(drawPaper(readSheet(this.desk)));
    return () => paper.replaceChildren();
  }

  #giveCalendar() {
    this.desk.typing.flush();
    const { page, store } = this;
    const now = store.now();
    const planned = steps(store).filter(hasDay).map((step) => tellStep(step, now));
    const met = talks(store).filter(hasDay).map((talk) => tellAgenda(talk, titleOf(page, talk), page.say, now));
    const given = [...planned, ...met];
    keepTold(store, given);
    download(this.#name("ics"), calendar(given.map(({ event }) => event), { now }), "text/calendar");
  }

  async #makeLink() {
    const address = new URL(location.href);
    address.hash = `${NAME}=${await toLink(this.desk.entries())}`;
    const { length: count } = address.href;
    const isLong = count > MOST_LINK;
    this.page.part("link").textContent = isLong ? "" : address.href;
    this.page.part("link-made").hidden = isLong;
    this.page.part("link-said").textContent = this.page.say(isLong ? "link_long" : "link_length", { count });
  }

  #remove() {
    this.desk.typing.flush();
    this.#deleted = entriesOf(this.store, isOfPlan);
    this.store.removeAll(this.#deleted.map(({ key }) => key));
    this.page.tell(this.page.say("said_plan_removed"));
    this.page.part("undo-plan").hidden = false;
    this.page.part("undo").focus();
  }

  #undo() {
    const entries = this.#deleted.filter(({ key }) => !this.store.get(key));
    this.#deleted = [];
    if (entries.length) this.store.setAll(entries);
    this.page.part("undo-plan").hidden = true;
    this.page.tell(this.page.say("said_plan_back"));
    this.page.part("said").focus();
  }
}
