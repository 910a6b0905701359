// What the other tools keep: the checklist and the agenda of the team's talk. Here they are read; they are changed there.

import { kept as keptAgenda, sayHour, totalOf } from "../logic/agenda.js";
import { kept as keptChecklist } from "../logic/checklist.js";
import { fill, listItem } from "./page.js";

/**
 * @typedef {import("./page.js").PlanPage} PlanPage
 * @typedef {import("../logic/store.js").Store} Store
 */

/** Gives the names under the first part of keys: the checklists, or the roles. @type {(store: Store, tool: string) => string[]} */
const namesOf = (store, tool) => [
  ...new Set(store.keys().filter((key) => key.startsWith(`${tool}/`)).map((key) => key.split("/")[1])),
];

/** Gives every checklist in which something is kept. @type {(page: PlanPage, store: Store) => any[]} */
export function checklists(page, store) {
  return namesOf(store, "checklist").map((id) => {
    const { questions, providers } = keptChecklist(store, id);
    const link = page.named("checklist", id);
    const ticked = questions.filter((one) => one.ticked).length;
    return {
      id,
      title: String(link?.textContent ?? page.say("paper.checklist")),
      href: link?.getAttribute("href") ?? "",
      progress: link ? page.say("progress", { ticked, count: String(link.dataset.count) }) : "",
      matters: questions.filter((one) => one.matters),
      noted: questions.filter((one) => one.note.trim()),
      questions,
      providers,
    };
  });
}

/** Gives the agenda of every role that has one. @param {Store} store */
export const talks = (store) => namesOf(store, "agenda").flatMap((role) => keptAgenda(store, role) ?? []);

/** Gives how an agenda is called. @type {(page: PlanPage, agenda: import("../logic/agenda.js").Agenda) => string} */
export function titleOf(page, { role, title }) {
  return title || String(page.named("handbook", role)?.textContent ?? page.say("paper.agenda"));
}

/** Gives every agenda in words. @type {(page: PlanPage, store: Store) => any[]} */
export function agendas(page, store) {
  return talks(store).map((agenda) => {
    const day = agenda.date ? page.day(agenda.date) : "";
    const hour = agenda.start ? sayHour(agenda.start) : "";
    return {
      ...agenda,
      title: titleOf(page, agenda),
      href: page.named("handbook", agenda.role)?.getAttribute("href") ?? "",
      when: day && hour ? page.say("agenda_when", { day, start: hour }) : day || hour,
      total: page.count("minutes", totalOf(agenda.items)),
    };
  });
}

export class Others {
  /** @type {string[]} checklists whose notes are open */
  #open = [];

  /** @param {import("./desk.js").Desk} desk */
  constructor(desk) {
    this.page = desk.page;
    this.store = desk.store;
    this.catalogue = desk.catalogue;
  }

  drawChecklists() {
    const all = checklists(this.page, this.store).filter(({ questions, providers }) => questions.length || providers.length);
    this.page.part("checklist-none").hidden = all.length > 0;
    this.page.part("checklist-list").replaceChildren(...all.map((one) => this.#checklist(one)));
  }

  /** @param {any} one */
  #checklist({ id, title, href, progress, matters, noted, providers }) {
    const piece = this.page.pieces.make("checklist");
    const held = document.createDocumentFragment();
    for (const [at, { id: provider, name }] of providers.entries()) {
      const known = this.catalogue.find(provider);
      held.append(at ? ", " : "", known?.href ? this.page.link(known.href, known.title) : name);
    }
    fill(piece, { title, progress, "matters-part": null, "notes-part": null, "held-part": null });
    if (href) piece.querySelector("h3 a")?.setAttribute("href", href);
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (piece.querySelector(`[data-slot="${name}"]`));
    part("matters-part").hidden = !matters.length;
    part("notes-part").hidden = !noted.length;
    part("held-part").hidden = !providers.length;
    const question = (/** @type {any} */ one) => (href ? this.page.link(`${href}#${one.id}`, one.text) : one.text);
    part("matters").replaceChildren(...matters.map((/** @type {any} */ one) => listItem(question(one))));
    fill(piece, { held, count: `(${noted.length})` });
    const fold = /** @type {HTMLDetailsElement} */ (part("notes-part"));
    // Two hundred long notes are drawn when somebody wants to read them.
    const draw = () => {
      this.#open = fold.open ? [...new Set([...this.#open, id])] : this.#open.filter((one) => one !== id);
      if (fold.open && !part("notes").childElementCount) part("notes").append(...noted.flatMap((/** @type {any} */ one) => [term(question(one)), note(one.note)]));
    };
    fold.addEventListener("toggle", draw);
    fold.open = this.#open.includes(id);
    return piece;
  }

  drawAgendas() {
    const all = agendas(this.page, this.store);
    this.page.part("agenda-none").hidden = all.length > 0;
    const pieces = all.map(({ title, href, when, goal, items, total }) => {
      const piece = this.page.pieces.make("agenda");
      const list = items.map((/** @type {any} */ item) => listItem(`${item.title} (${this.page.count("minutes", item.minutes)})`));
      fill(piece, { title, when, goal, minutes: total });
      piece.querySelector("[data-slot='items']")?.replaceChildren(...list);
      const link = piece.querySelector("a");
      if (href) link?.setAttribute("href", href);
      else link?.remove();
      return piece;
    });
    this.page.part("agenda-list").replaceChildren(...pieces);
  }
}

/** @param {string | Node} content */
function term(content) {
  const made = document.createElement("dt");
  made.append(content);
  return made;
}

/** @param {string} text */
function note(text) {
  const made = document.createElement("dd");
  made.className = "vw-note";
  made.textContent = text;
  return made;
}
