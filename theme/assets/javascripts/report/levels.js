// Where somebody stands: fills the table of areas and competences. And the folding of such tables.

import { meanOf } from "../logic/report.js";
import { put } from "./page.js";

/**
 * @param {import("./page.js").ReportPage} page
 * @param {import("../logic/scoring.js").Answers} answers
 * @param {import("../logic/scoring.js").Score} score
 */
export function drawLevels(page, answers, score) {
  const table = /** @type {HTMLTableElement} */ (page.part("levels"));
  for (const body of table.tBodies) {
    const [head, ...rows] = body.rows;
    const { level, sum, answered } = score.areas[String(body.dataset.area)];
    const counts = [page.say("of_area", { answered, all: rows.length })];
    if (answered) counts.push(page.say("mean", { mean: meanOf(sum, answered) }));
    put(head, { count: counts.join(", ") });
    head.cells[1].replaceChildren(level ? page.level(level) : page.say("no_answer"));
    for (const row of rows) {
      const id = String(row.dataset.item);
      const points = score.competences[id];
      row.hidden = !Object.hasOwn(answers, id);
      row.cells[1].replaceChildren(points ? page.level(points) : page.say("is_not_applicable"));
    }
    const button = head.querySelector("button");
    if (button) button.disabled = rows.every((row) => row.hidden);
  }
}

/** Lets tables fold and unfold their areas. @type {(page: import("./page.js").ReportPage, signal: AbortSignal) => void} */
export function bindFolds(page, signal) {
  const fold = (/** @type {Element | null} */ body, /** @type {boolean} */ isFolded) => {
    body?.toggleAttribute("data-folded", isFolded);
    body?.querySelector("[data-fold]")?.setAttribute("aria-expanded", String(!isFolded));
  };
  for (const button of page.all("[data-fold]")) {
    const body = button.closest("tbody");
    button.addEventListener("click", () => fold(body, !body?.hasAttribute("data-folded")), { signal });
  }
  const all = page.part("unfold");
  const unfold = () => {
    const isFolded = all.getAttribute("aria-expanded") === "true";
    all.setAttribute("aria-expanded", String(!isFolded));
    for (const body of page.part("levels").querySelectorAll("tbody")) fold(body, isFolded);
  };
  all.addEventListener("click", unfold, { signal });
}
