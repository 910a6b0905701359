// The comparison: fills the columns of a table whose rows stand in the page. What is compared stands after `#`.

import "./vw-copy.js";
import { Fragment } from "../keeping/fragment.js";
import { MOST, NAMES, answersOf, asHash, factCells, fileOf, fileOn, fill, findColumns, makeMail, readIds } from "../logic/comparison.js";
import { readData, retryData } from "../logic/fetched.js";
import { today } from "../logic/schedule.js";
import { tellDrawn } from "../saving/drawn.js";

/** @typedef {import("../logic/comparison.js").Column} Column */

/** A narrow screen shows rows as blocks; with its roles the table is still read out as a table. */
const ROLES = {
  table: "table",
  "thead, tbody": "rowgroup",
  tr: "row",
  "th[scope^='row']": "rowheader",
  "th[scope='col']": "columnheader",
  td: "cell",
};

export class Compare extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;
  #turn = 0;
  /** @type {{name: string, index: number} | null} What was just removed, and where it stood. */
  #removed = null;
  fragment = new Fragment(this, NAMES);

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    addEventListener("hashchange", () => this.#show(), { signal });
    const retry = () => {
      retryData();
      this.#show();
    };
    this.#part("retry").addEventListener("click", retry, { signal });
    this.#part("print").addEventListener("click", () => print(), { signal });
    // On a small site everybody gets the one file, also who chose nothing yet.
    if (this.#fileCount === 1) this.loaded = readData(this.#address(""));
    this.#show();
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }

  async #show() {
    const turn = ++this.#turn;
    const { values, left } = this.fragment.read();
    const { ids, notes } = readIds(values);
    if (left) notes.push("broken");
    this.#part("failed").hidden = true;
    this.#part("loading").hidden = !ids.length;
    if (ids.length) this.#part("empty").hidden = true;
    try {
      const found = await findColumns(ids, (provider) => this.#load(provider));
      if (turn === this.#turn) this.#render(found.columns, [...notes, ...found.notes]);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#render([], []);
      this.#part("empty").hidden = true;
      this.#part("failed").hidden = false;
      if (!(error instanceof TypeError)) throw error;
    }
  }

  /** Loads the file a provider stands in. @param {string} provider @returns {Promise<import("../logic/comparison.js").File>} */
  async #load(provider) {
    return fileOn(await readData(this.#address(provider)), today());
  }

  /** Gives where the file of a provider is. @param {string} provider */
  #address(provider) {
    return new URL(`${fileOf(provider, this.#fileCount)}.json`, this.#base);
  }

  /** In how many files the data stand. */
  get #fileCount() {
    return Number(this.dataset.files);
  }

  get #base() {
    return new URL(this.getAttribute("src") ?? "", document.baseURI);
  }

  /**
   * @param {Column[]} columns
   * @param {string[]} notes
   */
  #render(columns, notes) {
    const some = columns.length > 0;
    this.#part("loading").hidden = true;
    this.#part("empty").hidden = some;
    this.#part("on").hidden = this.#part("source").hidden = this.#part("table").hidden = !some;
    this.#part("second").hidden = columns.length !== 1;
    const told = [...new Set(notes)].map((note) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = this.#word(note);
      return paragraph;
    });
    this.#part("notes").replaceChildren(...told);
    this.#part("notes").hidden = !told.length;
    for (const link of this.querySelectorAll("a[data-keep]")) {
      if (link instanceof HTMLAnchorElement) link.hash = asHash(columns.map((column) => column.id));
      if (link instanceof HTMLElement) link.hidden = columns.length === MOST;
    }
    this.#part("table").dataset.columns = String(columns.length);
    this.#heads(columns);
    this.#facts(columns);
    this.#criteria(columns);
    this.#ask(columns);
    this.#save(columns);
    for (const [selector, role] of Object.entries(ROLES)) {
      for (const element of this.querySelectorAll(selector)) element.setAttribute("role", role);
    }
    this.#tellRemoved(columns);
  }

  /** @param {Column[]} columns */
  #heads(columns) {
    const heads = columns.map((column, index) => {
      const head = this.#copy("head", { title: column.title, by: column.by, name: column.title });
      const link = head.querySelector("a");
      if (link) link.href = new URL(`../../${column.path}`, this.#base).href;
      head.querySelector("button")?.addEventListener("click", () => {
        this.#removed = { name: column.title, index };
        location.hash = asHash(columns.filter((one) => one !== column).map((one) => one.id));
      });
      return head;
    });
    const row = this.#part("heads");
    row.replaceChildren(row.cells[0], ...heads);
    const short = this.#part("short");
    short.replaceChildren(short.cells[0], ...columns.map(({ title }) => this.#copy("short", { title })));
    const group = this.#part("group");
    group.cells[0].colSpan = columns.length + 1;
  }

  /** @param {Column[]} columns */
  #facts(columns) {
    const unknown = [];
    for (const row of this.#rows("row")) {
      const { row: name = "", ofOffers, always } = row.dataset;
      const shown = factCells({ name, isOfOffers: ofOffers !== undefined, isAlways: always !== undefined }, columns);
      row.hidden = shown.state !== "shown";
      if (shown.state === "gathered") unknown.push(row.cells[0].textContent);
      if (shown.state === "shown") {
        const contents = shown.cells.map((cell) => (Array.isArray(cell) ? this.#copy("known", { words: cell.join(", ") }) : this.#copy(cell)));
        this.#fillRow(row, columns, contents);
      }
    }
    const rest = this.#part("unknown-facts");
    rest.hidden = !unknown.length;
    const cell = document.createElement("td");
    cell.colSpan = columns.length;
    cell.textContent = unknown.join(", ");
    rest.replaceChildren(rest.cells[0], cell);
  }

  /** @param {Column[]} columns */
  #criteria(columns) {
    const open = [];
    for (const row of this.#rows("criterion")) {
      const answers = answersOf(row.dataset.criterion ?? "", columns);
      row.hidden = row.dataset.always === undefined && !answers.some(Boolean);
      if (row.hidden) open.push(row);
      const contents = answers.map((answer) => this.#answer(answer));
      this.#fillRow(row, columns, contents);
    }
    const rest = this.#part("open-questions");
    rest.hidden = !open.length;
    const which = { 1: "open_one", 2: "open_both" }[columns.length] ?? "open_all";
    const cell = this.#copy("open", { count: this.#count(which, open.length) });
    if (cell instanceof HTMLTableCellElement) cell.colSpan = columns.length + 1;
    const list = cell.querySelector("ul");
    for (const row of open) {
      const item = document.createElement("li");
      const link = row.querySelector("a")?.cloneNode();
      if (link) item.append(link);
      (item.querySelector("a") ?? item).textContent = row.dataset.question ?? "";
      list?.append(item);
    }
    rest.replaceChildren(cell);
  }

  /** @param {import("../logic/comparison.js").Answer | undefined} answer */
  #answer(answer) {
    if (!answer) return this.#copy("unknown");
    const [said, evidence, , isDated] = answer;
    const cell = this.#copy(said, { evidence }, "answer");
    cell.querySelector(".vw-answer")?.classList.toggle("vw-answer--undated", !isDated);
    return cell;
  }

  /** @param {Column[]} columns */
  #ask(columns) {
    const core = this.#rows("criterion").filter((row) => row.dataset.always !== undefined);
    const contents = columns.map(({ provider, offer }) => {
      const open = core.filter((row) => !Object.hasOwn(provider.answers, row.dataset.criterion ?? ""));
      if (provider.status === "stopped") return this.#word("is_stopped");
      if (!open.length) return this.#word("nothing_open");
      const opening = fill(this.#word(offer ? "mail.opening.offer" : "mail.opening.provider"), { title: offer });
      const questions = open.map((row) => row.dataset.question ?? "");
      const longest = Number(this.dataset.longestMail);
      const mail = makeMail({ email: provider.email, opening, questions, longest }, (name) => this.#word(name));
      const block = this.#copy("mail");
      const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (block.querySelector(`[data-ask="${name}"]`));
      part("intro").textContent = this.#count("ask", open.length);
      part("mail").setAttribute("href", mail.href);
      part("text").textContent = mail.text;
      part("left-out").textContent = mail.count < open.length ? this.#count("mail.left_out", mail.count) : "";
      if (provider.email) part("to").remove();
      if (provider.page) part("page").setAttribute("href", provider.page);
      else part("page").remove();
      return block;
    });
    this.#fillRow(this.#part("ask"), columns, contents);
  }

  /** Offers each column for the plan; vw-save answers the buttons. @param {Column[]} columns */
  #save(columns) {
    const contents = columns.map(({ id, title, by }) => {
      const place = this.#copy("save-button");
      const button = /** @type {HTMLElement} */ (place.querySelector("button"));
      button.dataset.save = id;
      button.dataset.by = by;
      /** @type {Element} */ (button.querySelector(".vw-sr")).textContent = ` ${title}`;
      return place;
    });
    this.#fillRow(this.#part("save"), columns, contents);
    tellDrawn();
  }

  /**
   * @param {HTMLTableRowElement} row
   * @param {Column[]} columns
   * @param {(string | Node)[]} contents
   */
  #fillRow(row, columns, contents) {
    const cells = contents.map((content, index) => {
      const cell = document.createElement("td");
      cell.dataset.name = columns[index].title;
      cell.append(content);
      return cell;
    });
    row.replaceChildren(row.cells[0], ...cells);
  }

  /** Says what was removed, and puts the focus where somebody goes on. @param {Column[]} columns */
  #tellRemoved(columns) {
    const removed = this.#removed;
    this.#removed = null;
    this.#part("said").textContent = removed ? fill(this.#count("removed", columns.length), { name: removed.name }) : "";
    if (!removed) return;
    const buttons = [...this.#part("heads").querySelectorAll("button")];
    const next = buttons[Math.min(removed.index, buttons.length - 1)] ?? this.#part("empty").querySelector("a");
    next?.focus();
  }

  /**
   * Gives a fresh copy of what a template of the page holds, filled in.
   * @param {string} name
   * @param {Record<string, string>} values
   */
  #copy(name, values = {}, kind = "part") {
    const template = this.querySelector(`template[data-${kind}="${name}"]`);
    if (!(template instanceof HTMLTemplateElement)) throw new Error(`vw-compare: expected a template "${name}"`);
    const copy = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
    for (const [key, value] of Object.entries(values)) {
      const place = copy.dataset.fill === key ? copy : copy.querySelector(`[data-fill="${key}"]`);
      if (place) place.textContent = value;
    }
    return copy;
  }

  /** Gives a text of the page. @param {string} name @returns {string} */
  #word(name) {
    const words = /** @type {HTMLTemplateElement} */ (this.#part("words"));
    const found = words.content.querySelector(`[data-word="${name}"]`);
    if (!found) throw new Error(`vw-compare: expected the words "${name}"`);
    return found.textContent ?? "";
  }

  /** @param {string} name @param {number} count */
  #count(name, count) {
    return fill(this.#word(`${name}.${count === 1 ? "one" : "other"}`), { count });
  }

  /** @param {string} key @returns {HTMLTableRowElement[]} */
  #rows(key) {
    return [...this.querySelectorAll(`tr[data-${key}]`)].filter((row) => row instanceof HTMLTableRowElement);
  }

  /** @param {string} name @returns {any} */
  #part(name) {
    const found = this.querySelector(`[data-part="${name}"]`);
    if (!found) throw new Error(`vw-compare: expected an element with data-part="${name}"`);
    return found;
  }
}

customElements.define("vw-compare", Compare);
