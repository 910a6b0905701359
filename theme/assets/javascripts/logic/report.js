// What a report reckons beside the levels: what was answered, how rounds are named, and what goes first. Plain data in,
// plain data out, and no words.

/** So many competences can go first. */
export const MOST_PRIORITIES = 5;

/** Chosen where all kinds of education, or all regions, are meant. */
export const ANY = "alle";

/**
 * @typedef {import("./scoring.js").Answers} Answers
 * @typedef {import("./rounds.js").Kept} Kept
 */

/**
 * Counts what was answered. A quick scan has answers to its own competences alone.
 * @type {(answers: Answers, order: string[], quick: string[]) => {answered: number, notApplicable: number, isQuick: boolean}}
 */
export function countAnswers(answers, order, quick) {
  const given = order.filter((id) => Object.hasOwn(answers, id));
  const notApplicable = given.filter((id) => answers[id] === "na").length;
  return { answered: given.length - notApplicable, notApplicable, isQuick: given.every((id) => quick.includes(id)) };
}

/** Moves one of a list by some places, as far as there are any. @type {(list: string[], id: string, step: number) => string[]} */
export function move(list, id, step) {
  const rest = list.filter((one) => one !== id);
  if (rest.length === list.length) return list;
  const at = Math.min(Math.max(list.indexOf(id) + step, 0), rest.length);
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}

/**
 * Gives the term that was chosen in the report, else the only one that was said in the questionnaire.
 * @type {(chosen: string | null, said: unknown, known: string[]) => string | null}
 */
export function termOf(chosen, said, known) {
  const only = Array.isArray(said) && said.length === 1 ? said[0] : said;
  const term = chosen ?? only;
  return typeof term === "string" && term && known.includes(term) ? term : null;
}

/** Gives the mean of an area in Dutch figures: `3,4`. @type {(sum: number, answered: number) => string} */
export function meanOf(sum, answered) {
  return String(Math.round((10 * sum) / answered) / 10).replace(".", ",");
}

/**
 * Makes a finished round of answers that came in a link.
 * @param {Answers} answers
 * @param {import("./rounds.js").Questionnaire} questionnaire
 * @param {{day: string, at: number, number: number}} when
 * @returns {Kept}
 */
export function roundOf(answers, { version, competences }, { day, at, number }) {
  const given = competences
    .filter(({ id }) => Object.hasOwn(answers, id))
    .map(({ id, wording }) => ({ competence: id, answer: answers[id], wording, at }));
  const empty = { context: {}, scope: null, priorities: [], level: null, region: null };
  return { id: `${day}-${number}`, version, finished: day, given, ...empty };
}
