// The agenda for other programs and other people: a calendar file, a text, a link.

import { rowsOf, toMarkdown } from "../logic/agenda.js";
import { calendar } from "../logic/calendar.js";
import { dayOf, isPlannable, sayDay } from "../logic/days.js";
import { MOST_LINK, toLink } from "../logic/entries.js";
import { keepTold, tellAgenda } from "../logic/event.js";
import { download } from "../keeping/download.js";
import { printing } from "../print.js";
import { layAgenda } from "./paper.js";
import { Wall } from "./wall.js";

/** What an agenda is called in a link. */
export const NAME = "agenda";

/** @typedef {import("../logic/agenda.js").Agenda} Agenda */

export class Giving {
  #asked = 0;

  /**
   * @param {import("./page.js").AgendaPage} page
   * @param {import("./book.js").Book} book
   * @param {() => void} settle keeps what is being typed
   * @param {AbortSignal} signal
   */
  constructor(page, book, settle, signal) {
    this.page = page;
    this.book = book;
    const wall = new Wall(page, signal);
    /** @type {(name: string, act: (agenda: Agenda) => void) => void} */
    const on = (name, act) => page.part(name).addEventListener("click", () => {
      settle();
      page.part("acts-said").textContent = "";
      if (book.shown) act(book.shown);
    }, { signal });
    on("show-wall", (agenda) => wall.open(agenda));
    const printAs = printing((kind) => {
      settle();
      return book.shown ? layAgenda(page, book.shown, kind === "handout" ? kind : "agenda", this.#today.words) : undefined;
    }, signal);
    on("print-agenda", () => printAs("agenda"));
    on("print-handout", () => printAs("handout"));
    on("calendar", (agenda) => this.#calendar(agenda));
    on("markdown", (agenda) => this.#markdown(agenda));
    for (const name of ["copying", "linking"]) page.part(name).addEventListener("toggle", () => this.draw(), { signal });
  }

  get #today() {
    const iso = dayOf(this.book.store.now());
    return { iso, words: sayDay(iso, this.page.say) };
  }

  /** Writes what is open: the text, and the link. */
  draw() {
    const agenda = this.book.shown;
    this.page.part("acts").hidden = !agenda;
    this.page.part("remove").hidden = this.book.shared !== null;
    if (!agenda) return;
    const isOpen = (/** @type {string} */ name) => /** @type {HTMLDetailsElement} */ (this.page.part(name)).open;
    if (isOpen("copying")) this.page.part("text").textContent = toMarkdown(agenda, this.page.say);
    if (isOpen("linking")) this.#link(agenda);
  }

  /** @param {Agenda} agenda */
  #calendar(agenda) {
    const { say } = this.page;
    const { date, title } = agenda;
    if (!date || !isPlannable(date)) {
      this.#say(say(date ? "far_day" : "no_date"));
      /** @type {HTMLElement | null} */ (this.page.element.querySelector("[data-field='date']"))?.focus();
      return;
    }
    const { store, shared } = this.book;
    const now = store.now();
    const given = tellAgenda(agenda, title || say("title"), say, now);
    if (!shared) keepTold(store, [given]);
    const name = `${say("file")}-${date}.ics`;
    download(name, calendar([given.event], { now }), "text/calendar");
    this.#say(say("calendar_saved", { name }));
  }

  /** @param {Agenda} agenda */
  #markdown(agenda) {
    const name = `${this.page.say("file")}-${agenda.date ?? this.#today.iso}.md`;
    download(name, toMarkdown(agenda, this.page.say), "text/markdown");
    this.#say(this.page.say("markdown_saved", { name }));
  }

  /** Writes the link: whole, or without notes where it would be too long, or not at all. @param {Agenda} agenda */
  async #link(agenda) {
    this.#asked += 1;
    const asked = this.#asked;
    const bare = { ...agenda, items: agenda.items.map((item) => ({ ...item, notes: "" })) };
    const [whole, short] = await Promise.all([this.#linkTo(agenda), this.#linkTo(bare)]);
    // Something changed while this was packed.
    if (asked !== this.#asked) return;
    const link = [whole, short].find(({ length }) => length <= MOST_LINK) ?? "";
    const word = link === "" ? "link_long" : link === whole ? "link_length" : "link_short";
    this.page.part("link").textContent = link;
    this.page.part("link").hidden = this.page.part("link-copy").hidden = !link;
    this.page.part("link-said").textContent = this.page.say(word, { count: (link || short).length });
  }

  /** @param {Agenda} agenda */
  async #linkTo(agenda) {
    const at = this.book.store.now();
    return `${location.href.split("#")[0]}#${NAME}=` + (await toLink(rowsOf(agenda).map((row) => ({ ...row, at }))));
  }

  /** @param {string} words */
  #say(words) {
    this.page.part("acts-said").textContent = words;
  }
}
