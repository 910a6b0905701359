// What the pages of the self-check work with: the questionnaire as it stands in the page, and what is kept of it.

import { openKept } from "../keeping/kept.js";
import { isValid as isRound, openRounds } from "../logic/rounds.js";

/** Gives the elements that match, also those that wait in a template. @type {(root: Element, selector: string) => HTMLElement[]} */
function everywhere(root, selector) {
  const parts = [root, ...[...root.querySelectorAll("template")].map((template) => template.content)];
  return parts.flatMap((part) => /** @type {HTMLElement[]} */ ([...part.querySelectorAll(selector)]));
}

/**
 * Opens the rounds of the questionnaire that an element holds.
 * @param {HTMLElement} element with `data-questionnaire` and `data-version`, and `[data-item][data-wording]` in `[data-area]`
 * @param {Parameters<typeof openKept>[1]} listeners
 * @param {import("../keeping/kept.js").Judges} [judges] of what else the page keeps
 */
export function openSession(element, listeners, judges = {}) {
  const areas = everywhere(element, "[data-area]").map((area) => ({
    id: String(area.dataset.area),
    items: /** @type {HTMLElement[]} */ ([...area.querySelectorAll("[data-item]")]),
  }));
  const competences = areas.flatMap(({ items }) =>
    items.map(({ dataset }) => ({ id: String(dataset.item), wording: String(dataset.wording) })),
  );
  const { questionnaire: id, version } = element.dataset;
  if (!id || !version || !competences.length) throw new Error("session: expected a questionnaire with items");
  const questionnaire = { id, version: Number(version), competences };
  const store = openKept({ ...judges, round: isRound }, listeners);
  return {
    store,
    rounds: openRounds(store, questionnaire),
    questionnaire,
    areas: areas.map(({ id: area, items }) => ({ id: area, competences: items.map(({ dataset }) => String(dataset.item)) })),
  };
}
