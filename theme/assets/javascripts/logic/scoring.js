// The formula of the self-check, which is ours: points 1 to 6, an area is the mean of its answered competences. A level
// is the nearest whole number, halves up. There is no overall level. Plain data in, plain data out.

/** The levels, lowest first: the level of `points` is `LEVELS[points - 1]`. */
export const LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"];

const MOST_NAMED = 5;

/**
 * @typedef {number | "na"} Answer 1 to 6, or that a competence does not apply
 * @typedef {Record<string, Answer>} Answers by competence; one that was skipped is absent
 * @typedef {{id: string, competences: string[]}} Area
 * @typedef {{level: number | null, sum: number, answered: number}} AreaScore `sum` / `answered` is the mean
 * @typedef {{competences: Record<string, number | null>, areas: Record<string, AreaScore>}} Score
 */

/** Says whether something is an answer. @param {unknown} value @returns {value is Answer} */
export function isAnswer(value) {
  return value === "na" || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= LEVELS.length);
}

/** Gives points; `null` when skipped or not applicable. @type {(answers: Answers, id: string) => number | null} */
function pointsOf(answers, id) {
  const answer = Object.hasOwn(answers, id) ? answers[id] : "na";
  if (!isAnswer(answer)) throw new TypeError(`scoring: ${id} cannot be ${String(answer)}`);
  return answer === "na" ? null : answer;
}

/** Gives the level of every competence and area. @type {(answers: Answers, areas: Area[]) => Score} */
export function score(answers, areas) {
  const competences = areas.flatMap((area) => area.competences).map((id) => [id, pointsOf(answers, id)]);
  return {
    competences: Object.fromEntries(competences),
    areas: Object.fromEntries(areas.map((area) => [area.id, scoreArea(answers, area.competences)])),
  };
}

/** @type {(answers: Answers, competences: string[]) => AreaScore} */
function scoreArea(answers, competences) {
  const points = competences.map((id) => pointsOf(answers, id)).filter((one) => one !== null);
  const sum = points.reduce((total, one) => total + one, 0);
  const answered = points.length;
  // Whole numbers only: 3.5 is 4 on every machine.
  return { level: answered ? Math.floor((2 * sum + answered) / (2 * answered)) : null, sum, answered };
}

/**
 * Says by how many levels each competence and area of the later score moved; `null` where one of both has no level.
 * @param {Score} before
 * @param {Score} after
 */
export function moved(before, after) {
  return {
    competences: mapped(after.competences, (level, id) => difference(before.competences[id], level)),
    areas: mapped(after.areas, ({ level }, id) => difference(before.areas[id]?.level, level)),
  };
}

/** @type {(first: number | null | undefined, last: number | null) => number | null} */
const difference = (first, last) => (first && last ? last - first : null);

/**
 * @template T, R
 * @param {Record<string, T>} record
 * @param {(value: T, id: string) => R} work
 * @returns {Record<string, R>}
 */
function mapped(record, work) {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, work(value, id)]));
}

/**
 * Gives the competences with the highest levels, none below B1, at most five. Equal ones are named together or not at
 * all; only when more than five share the highest level, its first five. `order` is that of the questionnaire.
 * @type {(answers: Answers, order: string[]) => string[]}
 */
export function strengths(answers, order) {
  return pick(answers, order, [6, 5, 4, 3]);
}

/**
 * Suggests the competences with the lowest levels by the same rule; none that is a strength or has no next level.
 * @type {(answers: Answers, order: string[]) => string[]}
 */
export function suggestions(answers, order) {
  const strong = strengths(answers, order);
  return pick(answers, order.filter((id) => !strong.includes(id)), [1, 2, 3, 4, 5]);
}

/**
 * Takes level after level, as long as all of it fits.
 * @type {(answers: Answers, order: string[], levels: number[]) => string[]}
 */
function pick(answers, order, levels) {
  /** @type {string[]} */
  let found = [];
  for (const level of levels) {
    const equal = order.filter((id) => pointsOf(answers, id) === level);
    if (found.length && found.length + equal.length > MOST_NAMED) break;
    found = [...found, ...equal].slice(0, MOST_NAMED);
  }
  return found;
}
