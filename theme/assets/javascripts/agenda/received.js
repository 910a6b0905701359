// An agenda that came in a link: shown, and kept only when the person asks.

import { Received } from "../keeping/fragment.js";
import { show } from "../keeping/place.js";
import { agendaOf, isValid, rowsOf } from "../logic/agenda.js";
import { CODE, fromLink } from "../logic/entries.js";
import { NAME } from "./giving.js";

export class ReceivedAgenda {
  #turn = 0;

  /**
   * @param {import("./page.js").AgendaPage} page
   * @param {import("./book.js").Book} book
   * @param {import("../keeping/merge.js").Merge} merge
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  constructor(page, book, merge, changed, signal) {
    this.link = new Received(page.element, NAME, CODE, (text, _, isFresh) => this.#open(text, isFresh));
    this.page = page;
    this.book = book;
    this.merge = merge;
    this.changed = changed;
    page.part("save-shared").addEventListener("click", () => this.#save(), { signal });
    page.part("close-shared").addEventListener("click", () => this.#close(), { signal });
  }

  /** @type {(text: string | null, isFresh: boolean) => Promise<void>} */
  async #open(text, isFresh) {
    const turn = ++this.#turn;
    const { entries, reason } = text === null ? {} : await fromLink(text, { isValid });
    // Another came while this one was unpacked.
    if (turn !== this.#turn) return;
    const agenda = entries ? agendaOf(entries, this.book.role) : null;
    const isBad = text !== null && !agenda;
    this.book.shared = agenda;
    this.page.part("bad-link").hidden = !isBad;
    this.page.part("bad-link").textContent = isBad ? this.page.say(`bad_link.${this.#wordOf(reason)}`) : "";
    this.changed();
    if (!isFresh) return;
    show(/** @type {Element} */ (this.page.part("own").closest("section")));
    if (agenda) this.#focus("_gekregen");
  }

  /** Lets the agenda go. */
  drop() {
    this.book.shared = null;
    this.link.done();
  }

  /** @param {string | undefined} reason */
  #wordOf(reason = "bad-value") {
    const word = reason.replaceAll("-", "_");
    return this.page.pieces.words.has(`bad_link.${word}`) ? word : "bad_value";
  }

  draw() {
    const agenda = this.book.shared;
    this.page.part("shared").hidden = !agenda;
    if (!agenda) return this.page.part("preview").replaceChildren();
    const { say } = this.page;
    const title = document.createElement("h3");
    title.textContent = agenda.title || say("title");
    const goal = document.createElement("p");
    goal.textContent = agenda.goal;
    const list = document.createElement("ol");
    list.append(...agenda.items.map((item) => this.#item(item)));
    this.page.part("preview").replaceChildren(title, ...(agenda.goal ? [goal] : []), list);
  }

  /** @param {import("../logic/agenda.js").Item} item */
  #item({ title, minutes, prompts, notes }) {
    const { say } = this.page;
    const row = document.createElement("li");
    const name = document.createElement("strong");
    name.textContent = title || say("untitled");
    row.append(name, minutes ? ` (${say("row_minutes", { count: minutes })})` : "");
    for (const text of [...prompts, ...(notes ? [`${say("notes")} ${notes}`] : [])]) {
      const line = document.createElement("p");
      line.textContent = text;
      row.append(line);
    }
    return row;
  }

  #save() {
    const agenda = this.book.shared;
    if (!agenda) return;
    this.drop();
    this.book.forget();
    const at = this.book.store.now();
    const { added, different } = this.merge.open(rowsOf(agenda).map((row) => ({ ...row, at })));
    this.changed();
    this.page.tell(this.page.say(added ? "shared_saved" : different ? "shared_differs" : "shared_same"));
    if (!different) return this.#focus("_jouw-agenda");
    const choice = /** @type {HTMLElement | null} */ (this.page.element.querySelector("[data-merge='differences'] button"));
    choice?.focus();
    choice?.closest("section")?.scrollIntoView();
  }

  #close() {
    this.drop();
    this.changed();
    this.#focus("_jouw-agenda");
  }

  /** @param {string} id */
  #focus(id) {
    document.getElementById(id)?.focus();
  }
}
