// The guide for a talk with a team as a tool: an agenda of one's own, out of what stands in the page and is added to it.

import { afterPress } from "../after.js";
import { Board } from "../agenda/board.js";
import { Book } from "../agenda/book.js";
import { Giving } from "../agenda/giving.js";
import { Guide } from "../agenda/guide.js";
import { AgendaPage } from "../agenda/page.js";
import { ReceivedAgenda } from "../agenda/received.js";
import { openKept } from "../keeping/kept.js";
import { Merge } from "../keeping/merge.js";
import { KeepingPanel } from "../keeping/panel.js";
import { addOwn, addPrompts, begin, belongs, dropPrompt, isValid, piecesOf, promptsOf, sayCount, totalOf } from "../logic/agenda.js";

/** @typedef {import("../logic/agenda.js").Agenda} Agenda */

const JUDGES = { agenda: isValid };

export class AgendaTool extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    this.page = new AgendaPage(this);
    this.store = openKept(JUDGES, {
      onChange: ({ from }) => from === "elsewhere" && this.#follow(),
      onTrouble: (reason) => this.panel.tell(reason),
    });
    this.book = new Book(this.store, String(this.dataset.role), this.page.say("first_title"));
    this.board = new Board(this.page, this.book, () => this.#draw(), signal);
    this.merge = new Merge(this, {
      store: this.store,
      judges: JUDGES,
      tool: "agenda",
      name: this.page.say("file"),
      entries: () => this.book.entries,
      belongs: (key) => belongs(key, String(this.dataset.role)),
      describe: (entries) => this.#describe(entries),
      changed: () => this.#draw(),
      signal,
    });
    this.panel = new KeepingPanel(this, {
      store: this.store,
      signal,
      file: this.merge.file,
      read: this.merge.read,
      most: this.merge.most,
      changed: () => this.#follow("here"),
    });
    this.guide = new Guide(this.page, {
      begin: (starter) => this.#begin(begin(this.book.role, starter)),
      pick: (topic, prompts) => this.#pick(topic, prompts),
      drop: ({ number }, prompt) => this.#drop(number, prompt),
    }, signal);
    this.giving = new Giving(this.page, this.book, () => this.board?.typing.flush(), signal);
    this.received = new ReceivedAgenda(this.page, this.book, this.merge, () => this.#draw(), signal);
    this.#listen(signal);
    this.page.part("no-script").hidden = true;
    this.#draw();
    this.received.link.listen(signal);
    this.setAttribute("data-ready", "");
  }

  disconnectedCallback() {
    this.#bound?.abort();
    this.store?.close();
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const { page, book } = this.#parts;
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      page.part(name).addEventListener("click", act, { signal });
    on("empty", () => this.#begin(book.blank()));
    on("remove", () => {
      book.replace(null);
      this.#draw();
      page.tell(page.say("removed_agenda"));
      page.part("undo").focus({ preventScroll: true });
    });
    on("undo", () => {
      if (!book.canUndo) return;
      book.undo();
      this.#draw();
      page.tell(page.say("undone"));
      page.part("said").focus();
    });
    on("add-own", () => this.#addOwn());
    page.part("own-title").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) this.#addOwn();
    }, { signal });
  }

  get #parts() {
    const { page, book, board, guide, giving, received, panel, merge } = this;
    if (!page || !book || !board || !guide || !giving || !received || !panel || !merge) throw new Error("vw-agenda: not connected");
    return { page, book, board, guide, giving, received, panel, merge };
  }

  /** Something changed in another tab, or everything went or came back: what could be undone is of before. */
  #follow(/** @type {"here" | "elsewhere"} */ from = "elsewhere") {
    this.book?.forget();
    if (!this.store?.keys().length) this.merge?.forget();
    this.#draw(from);
  }

  /** @param {"here" | "elsewhere"} [from] where something changed */
  #draw(from = "here") {
    const { page, book, board, guide, giving, received, panel } = this.#parts;
    const { own } = book;
    page.part("none").hidden = own !== null || book.shared !== null;
    received.draw();
    board.draw(own);
    guide.draw(own);
    giving.draw();
    page.part("bar").hidden = !own && !book.canUndo;
    page.part("undo").hidden = !book.canUndo;
    page.part("to-own").hidden = !own;
    const words = own ? [sayCount(page.say, "items", own.items.length), page.say("row_minutes", { count: totalOf(own.items) })] : [];
    page.part("bar-count").textContent = words.join(", ");
    panel.draw(from);
  }

  /** @param {Agenda} agenda */
  #begin(agenda) {
    const { page, book, received } = this.#parts;
    const isAnew = book.own !== null;
    received.drop();
    book.replace(agenda);
    // There is nothing to go back to before the first one.
    if (!isAnew) book.forget();
    this.#draw();
    page.tell(page.say(isAnew ? "begun_anew" : "begun", { title: agenda.title || page.say("title") }));
    document.getElementById("_jouw-agenda")?.focus();
  }

  /** @type {(topic: import("../logic/agenda.js").Topic, prompts: string[]) => void} */
  #pick(topic, prompts) {
    const { page, book } = this.#parts;
    const before = book.own ?? book.blank();
    const agenda = addPrompts(before, topic, prompts);
    const isFull = prompts.some((prompt) => !promptsOf(agenda, topic.number).has(prompt));
    const hasItem = before.items.some((item) => item.topic === topic.number);
    if (!isFull) book.write(agenda);
    const word = isFull ? (hasItem ? "full_prompts" : "full") : prompts.length > 1 || !hasItem ? "added" : "added_prompt";
    this.#answer(page.say(word, { title: topic.title }));
  }

  /** @type {(topic: string, prompt: string) => void} */
  #drop(topic, prompt) {
    const { page, book } = this.#parts;
    if (book.own) book.write(dropPrompt(book.own, topic, prompt));
    this.#answer(page.say("dropped_prompt"));
  }

  /** Says what was picked or dropped, and draws it. @param {string} words */
  #answer(words) {
    this.page?.tell(words);
    afterPress(this, () => this.#draw());
  }

  #addOwn() {
    const { page, book, board } = this.#parts;
    const field = /** @type {HTMLInputElement} */ (page.part("own-title"));
    const title = field.value.trim();
    field.focus();
    if (!title || !book.own) return;
    board.typing.flush();
    const agenda = addOwn(book.own, title);
    if (agenda.items.length === book.own.items.length) return page.tell(page.say("full"));
    field.value = "";
    book.write(agenda);
    this.#draw();
    page.tell(page.say("added_own", { title }));
  }

  /** @type {(entries: {key: string, value: any}[]) => {title: string, text: string}} */
  #describe(entries) {
    const { page } = this.#parts;
    const agenda = piecesOf(entries, String(this.dataset.role));
    const title = agenda?.title || page.say("title");
    const items = agenda?.items.map((item) => `${item.title || page.say("untitled")} (${page.say("row_minutes", { count: item.minutes })})`);
    return { title, text: (items ?? []).join("\n") };
  }
}

customElements.define("vw-agenda", AgendaTool);
