// Draws a report of one result: each part of the page in turn, all anew at each change.

import { ANY, countAnswers, termOf } from "../logic/report.js";
import { score, strengths } from "../logic/scoring.js";
import { drawCards } from "./cards.js";
import { Comparison } from "./compare.js";
import { drawLevels } from "./levels.js";
import { Offers } from "./offers.js";
import { put } from "./page.js";
import { Paper } from "./print.js";
import { Priorities } from "./priorities.js";

/**
 * @typedef {import("../logic/rounds.js").Round} Round
 * @typedef {Round | import("./link.js").Result} Shown
 * @typedef {(part: "priorities" | "level" | "region", value: string | string[] | null) => void} Keep
 */

export class Drawing {
  /**
   * @param {import("./page.js").ReportPage} page
   * @param {ReturnType<typeof import("../selfcheck/session.js").openSession>} session
   * @param {Keep} keep
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  constructor(page, { rounds, questionnaire, areas }, keep, changed, signal) {
    this.page = page;
    this.rounds = rounds;
    this.areas = areas;
    this.order = questionnaire.competences.map(({ id }) => id);
    this.priorities = new Priorities(page, (ids) => keep("priorities", ids.length ? ids : null), signal);
    this.offers = new Offers(page, changed, signal);
    this.comparison = new Comparison(page, areas, (round) => this.#nameOf(round));
    this.paper = new Paper(page, signal);
    for (const [name, part] of /** @type {const} */ ([["education", "level"], ["region", "region"]])) {
      const field = this.#select(name);
      field.addEventListener("change", () => keep(part, field.value || ANY), { signal });
    }
  }

  /** @param {Round[]} rounds @param {Shown | undefined} shown */
  draw(rounds, shown) {
    const { page } = this;
    page.part("empty").hidden = Boolean(shown);
    page.part("results").hidden = page.part("share").hidden = !shown;
    page.part("shared").hidden = !shown || shown.id !== null;
    if (!shown) return;
    const levels = score(shown.answers, this.areas);
    this.#drawHead(rounds, shown);
    drawLevels(page, shown.answers, levels);
    this.#drawStrengths(shown, levels.competences);
    const priorities = shown.priorities.filter((id) => this.order.includes(id));
    this.priorities.draw(shown.answers, priorities, levels.competences);
    const where = this.#where(shown);
    drawCards(page, priorities, levels.competences, (card, id) =>
      this.offers.draw(card, id, levels.competences[id], where),
    );
    this.comparison.draw(rounds);
    this.paper.draw(priorities, !page.part("noted").hidden);
  }

  /** @param {Round[]} rounds @param {Shown} shown */
  #drawHead(rounds, shown) {
    const { page } = this;
    const names = rounds.map((round) => new Option(this.#nameOf(round), round.id, false, round.id === shown.id));
    if (shown.id === null) names.unshift(new Option(page.say("from_link"), "", true, true));
    page.part("round").replaceChildren(...names);
    page.part("paper-day").textContent = shown.id === null ? page.day(this.rounds.today) : page.day(shown.day);
    const { answered, notApplicable, isQuick } = countAnswers(shown.answers, this.order, page.quick);
    const counts = [page.say("counts", { answered, all: this.order.length })];
    if (notApplicable) counts.push(page.say("not_applicable", { count: notApplicable }));
    page.part("counts").textContent = `${counts.join(", ")}.`;
    page.part("quick").hidden = !isQuick || !answered;
    page.part("open").hidden = shown.state !== "open";
    const which = shown.earlier.map(({ competence }) => competence);
    page.part("earlier").hidden = !which.length;
    if (which.length) page.part("earlier").textContent = page.count("earlier", which.length, { which: page.names(which) });
    const note = /** @type {any} */ (shown.context)[String(page.element.dataset.noteQuestion)]?.text;
    page.part("note").textContent = note ?? "";
    page.part("noted").hidden = !note;
  }

  /** @type {(shown: Shown, levels: Record<string, number | null>) => void} */
  #drawStrengths(shown, levels) {
    const { page } = this;
    const strong = strengths(shown.answers, this.order);
    page.part("some-strengths").hidden = !strong.length;
    page.part("no-strengths").hidden = strong.length > 0;
    const items = strong.map((id) => {
      const piece = put(page.pieces.make("strength"), { title: page.title(id), level: page.level(Number(levels[id])) });
      piece.querySelector("a")?.setAttribute("href", page.href(id));
      return piece;
    });
    page.part("strengths").replaceChildren(...items);
  }

  /** Says where somebody teaches and looks for training, and shows it in the fields. @param {Shown} shown */
  #where({ context, level, region }) {
    const { levelQuestion, regionQuestion } = this.page.element.dataset;
    const term = (/** @type {string} */ name, /** @type {string | null} */ chosen, /** @type {string} */ question) => {
      const field = this.#select(name);
      const known = [...field.options].map(({ value }) => value);
      const found = termOf(chosen, context[question], known);
      field.value = found ?? "";
      return found;
    };
    return {
      educationLevel: term("education", level, String(levelQuestion)),
      region: term("region", region, String(regionQuestion)),
      today: this.rounds.today,
    };
  }

  /** @param {string} name */
  #select(name) {
    return /** @type {HTMLSelectElement} */ (this.page.part(name));
  }

  /** Names a round by its day; by its number too where a day has more. @param {Round} round */
  #nameOf({ day, number, state }) {
    const isOnly = this.rounds.list.filter((one) => one.day === day && one.given.length).length < 2;
    const name = this.page.day(day);
    const full = isOnly ? name : this.page.say("twice", { day: name, number });
    return state === "open" ? this.page.say("unfinished", { day: full }) : full;
  }
}
