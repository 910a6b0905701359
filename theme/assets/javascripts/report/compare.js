// Rounds side by side: a column for each, and what moved from the first to the last.

import { moved, score } from "../logic/scoring.js";
import { put } from "./page.js";

/** @typedef {import("../logic/rounds.js").Round} Round */
/** @typedef {import("../logic/scoring.js").Score} Score */

export class Comparison {
  /** @type {Set<string> | null} what the teacher chose; before that, the last two */
  #chosen = null;

  /**
   * @param {import("./page.js").ReportPage} page
   * @param {import("../logic/scoring.js").Area[]} areas
   * @param {(round: Round) => string} nameOf
   */
  constructor(page, areas, nameOf) {
    this.page = page;
    this.areas = areas;
    this.nameOf = nameOf;
  }

  /** @param {Round[]} rounds */
  draw(rounds) {
    this.page.part("compare").hidden = rounds.length < 2;
    if (rounds.length < 2) return;
    const chosen = this.#chosen ?? new Set(rounds.slice(-2).map(({ id }) => id));
    const boxes = rounds.map((round) => {
      const piece = put(this.page.pieces.make("pick"), { label: this.nameOf(round) });
      const box = /** @type {HTMLInputElement} */ (piece.querySelector("input"));
      box.checked = chosen.has(round.id);
      box.dataset.key = `compare/${round.id}`;
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(round.id);
        else chosen.delete(round.id);
        this.#chosen = chosen;
        this.#fill(rounds.filter(({ id }) => chosen.has(id)));
      });
      return piece;
    });
    this.page.part("rounds").replaceChildren(...boxes);
    this.#fill(rounds.filter(({ id }) => chosen.has(id)));
  }

  /** @param {Round[]} rounds */
  #fill(rounds) {
    const isEnough = rounds.length > 1;
    this.page.part("few").hidden = isEnough;
    this.page.part("moves").hidden = this.page.part("apart").hidden = !isEnough;
    if (!isEnough) return;
    const scores = rounds.map(({ answers }) => score(answers, this.areas));
    const steps = moved(scores[0], /** @type {Score} */ (scores.at(-1)));
    const names = [...rounds.map((round) => this.nameOf(round)), this.page.say("moved")];
    this.#row(this.page.part("heads"), names, names.map((name) => name), "th");
    for (const row of this.page.all("[data-moves]")) {
      const id = String(row.dataset.moves);
      const isArea = Object.hasOwn(steps.areas, id);
      const levels = scores.map(({ areas, competences }) => (isArea ? areas[id].level : competences[id]));
      const cells = levels.map((level) => (level ? this.#level(level) : "–"));
      this.#row(row, names, [...cells, this.#step((isArea ? steps.areas : steps.competences)[id])], "td");
      row.hidden = !isArea && levels.every((level) => !level);
    }
    const apart = rounds.filter(({ earlier }) => earlier.length).map((round) => {
      const which = this.page.names(round.earlier.map(({ competence }) => competence));
      const paragraph = document.createElement("p");
      paragraph.textContent = this.page.say("apart", { day: this.nameOf(round), which });
      return paragraph;
    });
    this.page.part("apart").replaceChildren(...apart);
  }

  /** @type {(row: HTMLElement, names: string[], contents: (string | Node)[], tag: "th" | "td") => void} */
  #row(row, names, contents, tag) {
    const cells = contents.map((content, at) => {
      const cell = document.createElement(tag);
      if (tag === "th") cell.setAttribute("scope", "col");
      cell.dataset.name = names[at];
      cell.append(content);
      return cell;
    });
    row.replaceChildren(row.children[0], ...cells);
  }

  /** @param {number} points */
  #level(points) {
    const piece = this.page.level(points);
    piece.querySelector("svg")?.remove();
    return piece;
  }

  /** @param {number | null} by */
  #step(by) {
    if (by === null) return this.page.say("not_comparable");
    if (by === 0) return this.page.say("same");
    return this.page.count(by > 0 ? "up" : "down", Math.abs(by));
  }
}
