// What somebody does with the questions of a checklist: what is kept of it, which questions a filter shows, what an
// organisation answers already and what is left to ask. Plain data in, plain data out.

import { isRecord } from "./store.js";

/** Signs of a question as it was last known, of a name, and of a note. */
const MOST_TEXT = 300;
const MOST_NAME = 200;
export const MOST_NOTE = 2000;
/** Organisations that stand beside the questions; the comparison has as many columns. */
export const MOST_PROVIDERS = 4;

const SLUG = /^[a-z0-9-]{1,200}$/;
const KIND = "checklist";
const PROVIDER = "provider";
const ACCENTS = /[\u0300-\u036f]/g;

/**
 * What is said of a question: `text` is the question as it stood there then.
 * @typedef {{text: string, ticked: boolean, matters: boolean, note: string}} Said
 * @typedef {Said & {id: string}} KeptQuestion
 * @typedef {{id: string, name: string}} KeptProvider
 * @typedef {{id: string, text: string, asked: string, phase: string, criterion: string, isCore: boolean}} Question
 * @typedef {{asked: string, phase: string, isMattering: boolean}} Filter
 * @typedef {[string, string, number?, boolean?]} Answer what an organisation answers, its evidence, the number of its source, and whether that has a date
 */

/** @type {(value: any, most: number) => boolean} */
const isText = (value, most) => typeof value === "string" && value.length <= most;

/** Judges what stands under a key of the store. @type {(key: string, value: any) => boolean} */
export function isValid(key, value) {
  const [kind, checklist, name, provider, more] = key.split("/");
  if (kind !== KIND || more !== undefined || ![checklist, name].every((id) => SLUG.test(id ?? ""))) return false;
  if (provider !== undefined) {
    return name === PROVIDER && SLUG.test(provider) && isRecord(value, ["name"]) && isText(value.name, MOST_NAME);
  }
  return (
    isRecord(value, ["text", "ticked", "matters", "note"]) &&
    isText(value.text, MOST_TEXT) &&
    typeof value.ticked === "boolean" &&
    typeof value.matters === "boolean" &&
    isText(value.note, MOST_NOTE)
  );
}

/** Says whether a key belongs to a checklist. @type {(key: string, checklist: string) => boolean} */
export const belongs = (key, checklist) => key.startsWith(`${KIND}/${checklist}/`);

/** @type {(checklist: string, question: string) => string} */
export const questionKey = (checklist, question) => `${KIND}/${checklist}/${question}`;

/** @type {(checklist: string, provider: string) => string} */
export const providerKey = (checklist, provider) => `${KIND}/${checklist}/${PROVIDER}/${provider}`;

/** Gives what is said of a question about which nothing is kept. @param {string} text @returns {Said} */
export const blank = (text) => ({ text: text.slice(0, MOST_TEXT), ticked: false, matters: false, note: "" });

/** Says whether there is anything to keep. @param {Pick<Said, "ticked" | "matters" | "note">} said */
export const isEmpty = ({ ticked, matters, note }) => !ticked && !matters && !note.trim();

/**
 * Gives what is kept of a checklist, in the order in which it was said last.
 * @param {Pick<import("./store.js").Store, "keys" | "get">} store
 * @param {string} checklist
 * @returns {{questions: KeptQuestion[], providers: KeptProvider[]}}
 */
export function kept(store, checklist) {
  const found = store
    .keys()
    .filter((key) => belongs(key, checklist))
    .map((key) => ({ id: key.split("/").slice(2), .../** @type {{at: number, value: any}} */ (store.get(key)) }))
    .sort((a, b) => a.at - b.at);
  return {
    questions: found.filter(({ id }) => id.length === 1).map(({ id, value }) => ({ id: id[0], ...value })),
    providers: found.filter(({ id }) => id.length === 2).map(({ id, value }) => ({ id: id[1], ...value })),
  };
}

/** Says whether a filter shows a question. @type {(question: Question, said: Said, filter: Filter) => boolean} */
export function isShown({ asked, phase }, said, filter) {
  const isAsked = !filter.asked || filter.asked === asked;
  return isAsked && (!filter.phase || filter.phase === phase) && (!filter.isMattering || said.matters);
}

/**
 * Counts what was done.
 * @param {{question: Question, said: Said}[]} all
 */
export function count(all) {
  const core = all.filter(({ question }) => question.isCore);
  const ticked = (/** @type {typeof all} */ some) => some.filter(({ said }) => said.ticked).length;
  return {
    questions: all.length,
    ticked: ticked(all),
    core: core.length,
    coreTicked: ticked(core),
    mattering: all.filter(({ said }) => said.matters).length,
    noted: all.filter(({ said }) => said.note.trim()).length,
  };
}

/**
 * Gives what is left to ask an organisation: what matters most first, then the core questions. What was ticked is known.
 * @param {{question: Question, said: Said}[]} all in the order of the page
 * @param {Record<string, unknown>} answers of the organisation, by criterion
 */
export function openQuestions(all, answers) {
  const open = all.filter(
    ({ question, said }) =>
      question.asked === PROVIDER && !said.ticked && (said.matters || question.isCore) && !isAnswered(question, answers),
  );
  return [...open.filter(({ said }) => said.matters), ...open.filter(({ said }) => !said.matters)].map(({ question }) => question);
}

/** @type {(question: Question, answers: Record<string, unknown>) => boolean} */
export const isAnswered = ({ criterion }, answers) => criterion !== "" && Object.hasOwn(answers, criterion);

/** @param {string} text */
const plain = (text) => text.normalize("NFD").replace(ACCENTS, "").toLowerCase();

/**
 * Gives the names in which every word stands; those that begin with the first word come first.
 * @param {[string, string][]} names ids with names, in the order of the names
 * @param {string} words
 */
export function findNames(names, words) {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  const found = names.filter(([id, name]) => {
    const text = `${plain(name)} ${id}`;
    return asked.every((word) => text.includes(word));
  });
  const isFirst = (/** @type {[string, string]} */ [, name]) => asked.length > 0 && plain(name).startsWith(asked[0]);
  return [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))];
}

/** Gives the organisations that an address asks for. @param {[string, string][]} values @returns {string[]} */
export function askedProviders(values) {
  const ids = values.map(([, value]) => value.split("/")[0]);
  return [...new Set(ids.filter((id) => SLUG.test(id)))].slice(0, MOST_PROVIDERS);
}
