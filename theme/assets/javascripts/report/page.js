// The page of the report as its parts see it: places, words, pieces, and what it says of each competence and level.

import { sayDay } from "../logic/days.js";
import { Pieces } from "../pieces.js";
import { places } from "../places.js";

/** @typedef {Record<string, string | Node | null>} Slots what goes where; `null` takes the place away */

/**
 * Fills the places of a piece.
 * @template {Element} T
 * @param {T} piece
 * @param {Slots} slots
 * @returns {T}
 */
export function put(piece, slots) {
  for (const [name, content] of Object.entries(slots)) {
    for (const slot of piece.querySelectorAll(`[data-slot="${name}"]`)) {
      if (content === null) slot.remove();
      else slot.replaceChildren(content);
    }
  }
  return piece;
}

export class ReportPage {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.part = places(element, "data-part");
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.part("pieces")));
    this.texts = /** @type {HTMLTemplateElement} */ (this.part("texts")).content;
    this.levels = this.all("[data-code]").map((one) => ({
      code: String(one.dataset.code),
      verb: String(one.querySelector("[data-verb]")?.textContent),
    }));
    this.quick = this.all("[data-quick]").map(({ dataset }) => String(dataset.item));
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  all(selector) {
    return [...this.element.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
  }

  /** @type {(name: string, values?: Record<string, string | number>) => string} */
  say(name, values) {
    return this.pieces.say(name, values);
  }

  /** Says words that have a form for one and a form for more. @type {(name: string, count: number, values?: Record<string, string | number>) => string} */
  count(name, count, values) {
    return this.say(`${name}.${count === 1 ? "one" : "other"}`, { count, ...values });
  }

  /** Says something where somebody is at work. @type {(part: "said" | "chosen-said", words: string) => void} */
  tell(part, words) {
    this.part(part).textContent = words;
  }

  /** Says a day in words. @param {string} date */
  day(date) {
    return sayDay(date, (name, values) => this.say(name, values));
  }

  /** Gives a bar with the verb and the code of a level. @param {number} points */
  level(points) {
    const piece = this.pieces.make("level");
    for (const [at, step] of [...piece.querySelectorAll("rect")].entries()) {
      step.classList.toggle("vw-bar__reached", at < points);
      step.classList.toggle("vw-bar__next", at === points);
    }
    return put(piece, { verb: this.verb(points), code: this.code(points) });
  }

  /** @param {number} points */
  verb(points) {
    return this.levels[points - 1].verb;
  }

  /** @param {number} points */
  code(points) {
    return this.say("code", { code: this.levels[points - 1].code, points });
  }

  /** @param {string} id of a competence @returns {HTMLElement | null} */
  #textsOf(id) {
    return this.texts.querySelector(`[data-texts="${id}"]`);
  }

  /** Gives the title of a competence with its number; of one that is no longer asked, the number. @param {string} id */
  title(id) {
    return [id, this.#textsOf(id)?.querySelector("a")?.textContent].filter(Boolean).join(" ");
  }

  /** Gives the address of the page about a competence. @param {string} id */
  href(id) {
    return this.#textsOf(id)?.querySelector("a")?.getAttribute("href") ?? "";
  }

  /** Gives a text of a competence for a level. @type {(id: string, kind: "statements" | "tips", points: number) => string} */
  text(id, kind, points) {
    return this.#textsOf(id)?.querySelectorAll(`[data-${kind}] > li`)[points - 1]?.textContent ?? "";
  }

  /** Gives links to what a team can talk about. @param {string} id */
  topics(id) {
    const links = this.#textsOf(id)?.querySelectorAll("[data-topics] a") ?? [];
    return [...links].map((link) => document.importNode(link, true));
  }

  /** Names competences in a row: `1.1, 1.2 en 1.3`. @param {string[]} ids */
  names(ids) {
    const rest = ids.slice(0, -1).join(", ");
    return rest ? rest + this.say("and") + ids.at(-1) : String(ids[0]);
  }
}

/** Puts things in a row with a sign between them. @type {(things: (string | Node)[], sign: string) => DocumentFragment} */
export function row(things, sign) {
  const fragment = document.createDocumentFragment();
  for (const [at, thing] of things.entries()) fragment.append(...(at ? [sign, thing] : [thing]));
  return fragment;
}
