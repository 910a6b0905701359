// An agenda that came in a link: shown, and kept only when the person asks.

import { agendaOf, isValid, rowsOf } from "../logic/agenda.js";
import { fromLink } from "../logic/entries.js";
import { LINK } from "./giving.js";

export class Received {
  /**
   * @param {import("./page.js").AgendaPage} page
   * @param {import("./book.js").Book} book
   * @param {import("../keeping/merge.js").Merge} merge
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  constructor(page, book, merge, changed, signal) {
    this.page = page;
    this.book = book;
    this.merge = merge;
    this.changed = changed;
    page.part("save-shared").addEventListener("click", () => this.#save(), { signal });
    page.part("close-shared").addEventListener("click", () => this.#close(), { signal });
    addEventListener("hashchange", () => this.open(), { signal });
  }

  /** Opens the agenda in the address, and takes it out of there. */
  async open() {
    const { hash } = location;
    if (!hash.startsWith(LINK)) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    const { entries, reason } = await fromLink(hash.slice(LINK.length), { isValid });
    const agenda = entries ? agendaOf(entries, this.book.role) : null;
    this.book.shared = agenda;
    this.page.part("bad-link").hidden = agenda !== null;
    this.page.part("bad-link").textContent = agenda ? "" : this.page.say(`bad_link.${this.#wordOf(reason)}`);
    this.changed();
    this.page.part("own").closest("section")?.scrollIntoView();
    if (agenda) this.#focus("_gekregen");
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
    this.book.shared = null;
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
    this.book.shared = null;
    this.changed();
    this.#focus("_jouw-agenda");
  }

  /** @param {string} id */
  #focus(id) {
    document.getElementById(id)?.focus();
  }
}
