// The rounds of a questionnaire: what somebody answered, when, and under which words. An answer under other words than
// those of today is kept and listed apart, and never counts.

import { dayOf, isDay } from "./days.js";
import { checksum, openFile, withRest, withoutRest } from "./files.js";
import { isAnswer } from "./scoring.js";
import { isRecord, isTime, unitOf } from "./store.js";

const FORMAT = "vormingswijzer-zelfcheck";
const FORMAT_VERSION = 1;
const ROUND = /^(\d{4}-\d\d-\d\d)-[1-9]\d{0,2}$/;
const MOST_ROUNDS = 999;
/** Signs of a note. */
export const MOST_NOTE = 2000;
const COMPETENCE = /^\d{1,2}\.\d{1,2}$/;
const SLUG = /^[a-z0-9-]{1,64}$/;
const WORDING = /^[0-9a-z]{1,16}$/;

/**
 * `wording` is a short hash of all the words that somebody reads when they answer.
 * @typedef {{id: string, version: number, competences: {id: string, wording: string}[]}} Questionnaire
 * @typedef {import("./scoring.js").Answer} Answer
 * @typedef {{competence: string, answer: Answer, wording: string, at: number}} Given
 * @typedef {{id: string, version: number, finished: string | null, given: Given[],
 *   context: Record<string, string | string[]>, priorities: string[], level: string | null, region: string | null}} Kept
 * @typedef {Kept & {day: string, number: number, state: "open" | "finished", answers: Record<string, Answer>,
 *   earlier: Given[]}} Round `answers` count; `earlier` were given under other words, or to what is no longer asked
 */

/** @type {(value: any, pattern: RegExp) => boolean} */
const isText = (value, pattern) => typeof value === "string" && pattern.test(value);

/** @type {(value: any, pattern: RegExp) => boolean} */
const isList = (value, pattern) =>
  Array.isArray(value) &&
  value.length <= 100 &&
  value.every((one) => isText(one, pattern)) &&
  new Set(value).size === value.length;

/** Words of the person's own; they are only ever shown to that person. @param {any} value */
const isNote = (value) => isRecord(value, ["text"]) && typeof value.text === "string" && value.text.length <= MOST_NOTE;

/** @param {any} value */
const isVersion = (value) => Number.isInteger(value) && value > 0;

/** @type {Record<string, (value: any) => boolean>} */
const CHECKS = {
  round: (value) =>
    isRecord(value, ["questionnaire", "version", "finished"]) &&
    isText(value.questionnaire, SLUG) &&
    isVersion(value.version) &&
    (value.finished === null || isDay(value.finished)),
  answer: (value) => isRecord(value, ["answer", "wording"]) && isAnswer(value.answer) && isText(value.wording, WORDING),
  context: (value) => isText(value, SLUG) || isList(value, SLUG) || isNote(value),
  scope: (value) => isText(value, SLUG) || isList(value, SLUG),
  priorities: (value) => isList(value, COMPETENCE),
  level: (value) => isText(value, SLUG),
  region: (value) => isText(value, SLUG),
};

/** Judges what stands under a key of the store. @type {(key: string, value: any) => boolean} */
export function isValid(key, value) {
  const [, id, part = "round", name, more] = key.split("/");
  const isNamed = name === undefined || (part === "answer" ? COMPETENCE : SLUG).test(name);
  return isDay(ROUND.exec(id)?.[1]) && isNamed && more === undefined && CHECKS[part](value);
}

/** Gives what a round is kept as: key, value, time. @type {(round: Kept, questionnaire: string) => any[][]} */
function entriesOf({ id, given, context, version, finished, scope, priorities, level, region }, questionnaire) {
  const start = `round/${id}`;
  const chosen = Object.entries({ scope, priorities: priorities.length ? priorities : null, level, region });
  return [
    ...given.map(({ competence, answer, wording, at }) => [`${start}/answer/${competence}`, { answer, wording }, at]),
    ...Object.entries(context).map(([name, value]) => [`${start}/context/${name}`, value]),
    ...chosen.filter(([, value]) => value !== null).map(([part, value]) => [`${start}/${part}`, value]),
    // Last: a round of which only a part was written is an open one.
    [start, { questionnaire, version, finished }],
  ];
}

/** Gives the round that was started last, whatever its day says. @param {Round[]} rounds */
function last(rounds) {
  const number = Math.max(...rounds.map((round) => round.number));
  return rounds.findLast((round) => round.number === number) ?? null;
}

export class Rounds {
  /** @type {{changes: number, rounds: Round[]} | undefined} */
  #listed;

  /** @param {import("./store.js").Store} store @param {Questionnaire} questionnaire */
  constructor(store, questionnaire) {
    this.store = store;
    this.questionnaire = questionnaire;
    this.wordings = new Map(questionnaire.competences.map(({ id, wording }) => [id, wording]));
  }

  /** Every round, the oldest first. To be read only: it stands until something changes. @returns {Round[]} */
  get list() {
    const { changes } = this.store;
    if (this.#listed?.changes !== changes) this.#listed = { changes, rounds: this.#gather() };
    return this.#listed.rounds;
  }

  /** @returns {Round[]} */
  #gather() {
    /** @type {Map<string, Round>} */
    const found = new Map();
    const others = new Set();
    for (const key of this.store.keys().sort()) {
      const [kind, id, part, name] = key.split("/");
      if (kind !== "round") continue;
      const { value, at } = /** @type {{value: any, at: number}} */ (this.store.get(key));
      const round = found.get(id) ?? this.#blank(id);
      found.set(id, round);
      if (part === "answer") this.#give(round, { competence: name, ...value, at });
      else if (part === "context") round.context[name] = value;
      else if (part) Object.assign(round, { [part]: value });
      else if (value.questionnaire !== this.questionnaire.id) others.add(id);
      else this.#say(round, value);
    }
    const rounds = [...found.values()].filter(({ id }) => !others.has(id));
    return rounds.sort((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? -1 : 1));
  }

  get latest() {
    return last(this.list);
  }

  /** The round that is being answered. */
  get current() {
    return last(this.list.filter(({ state }) => state === "open"));
  }

  /** Keeps an answer, in a new round where none is open. @type {(competence: string, answer: Answer) => void} */
  answer(competence, answer) {
    const wording = this.wordings.get(competence);
    if (!wording) throw new TypeError(`rounds: ${competence} is not asked`);
    this.store.set(`round/${this.current?.id ?? this.start()}/answer/${competence}`, { answer, wording });
  }

  /** Takes an answer of the current round back. @param {string} competence */
  remove(competence) {
    if (this.current) this.store.remove(`round/${this.current.id}/answer/${competence}`);
  }

  /** Starts a round. Earlier ones stay; one that was open ends. */
  start() {
    for (const round of this.list) if (round.state === "open") this.#end(round, this.today);
    const id = this.#newId(this.today);
    this.#end({ id, version: this.questionnaire.version }, null);
    return id;
  }

  /** Ends the current round. */
  finish() {
    if (this.current) this.#end(this.current, this.today);
  }

  /** Opens the latest round again. */
  reopen() {
    if (this.latest) this.#end(this.latest, null);
  }

  /** @param {string} id */
  removeRound(id) {
    this.store.removeAll(this.store.keys().filter((key) => unitOf(key) === `round/${id}`));
  }

  /** Says what is asked: an id of the page's own, or the areas. @param {string | string[] | null} scope */
  setScope(scope) {
    this.choose("scope", scope);
  }

  /** @type {(question: string, value: Said | null) => void} */
  setContext(question, value) {
    this.choose(`context/${question}`, value);
  }

  /** @param {string[]} competences the most important first */
  setPriorities(competences) {
    this.choose("priorities", competences.length ? competences : null);
  }

  /** @param {string | null} id */
  setLevel(id) {
    this.choose("level", id);
  }

  /** @param {string | null} id */
  setRegion(id) {
    this.choose("region", id);
  }

  /** Writes rounds as the text of a file. @param {Kept[]} [rounds] */
  toFile(rounds = this.list) {
    const { id: questionnaire, version } = this.questionnaire;
    const kept = rounds.map(({ id, version, finished, given, context, scope, priorities, level, region }) => {
      return { id, version, finished, given, context, scope, priorities, level, region };
    });
    const rest = this.store.rest((key) => key.startsWith("round/"));
    const file = withRest({ format: FORMAT, formatVersion: FORMAT_VERSION, questionnaire, version, rounds: kept }, rest);
    return JSON.stringify({ ...file, checksum: checksum(JSON.stringify(file)) });
  }

  /** Adds rounds of a file. What is here stays, and is not added again. @param {Kept[]} imported */
  merge(imported) {
    const added = [];
    for (const round of imported) {
      const rounds = this.list;
      if (rounds.some((one) => this.#contentOf(one) === this.#contentOf(round))) continue;
      const id = this.#taken.has(round.id) ? this.#newId(round.id.slice(0, 10)) : round.id;
      for (const [key, value, at] of entriesOf({ ...round, id }, this.questionnaire.id)) this.store.set(key, value, at);
      added.push(id);
    }
    return { added, same: imported.length - added.length };
  }

  /**
   * Adds the rounds of a file's text; says how many are new, or why none was taken.
   * @param {string} text
   * @returns {{added: number, same: number} | {reason: string, what?: string}}
   */
  addFile(text) {
    const { rounds, reason, what } = fromFile(text, this.questionnaire);
    if (!rounds) return { reason: String(reason), what };
    const { added, same } = this.merge(rounds);
    return { added: added.length, same };
  }

  /** @type {(id: string) => Round} */
  #blank(id) {
    const { version } = this.questionnaire;
    const start = { id, day: id.slice(0, 10), number: Number(id.slice(11)), version, finished: null };
    const empty = { given: [], answers: {}, earlier: [], context: {}, scope: null, priorities: [], level: null, region: null };
    return { ...start, state: "open", ...empty };
  }

  /** @type {(round: Round, said: {version: number, finished: string | null}) => void} */
  #say(round, { version, finished }) {
    Object.assign(round, { version, finished, state: finished ? "finished" : "open" });
  }

  /** @type {(round: Round, given: Given) => void} */
  #give(round, given) {
    round.given.push(given);
    if (this.wordings.get(given.competence) === given.wording) round.answers[given.competence] = given.answer;
    else round.earlier.push(given);
  }

  /** @type {(round: {id: string, version: number}, finished: string | null) => void} */
  #end({ id, version }, finished) {
    this.store.set(`round/${id}`, { questionnaire: this.questionnaire.id, version, finished });
  }

  /**
   * Keeps what was chosen for a round, the latest unless another is named; `null` takes it back.
   * @type {(part: string, value: Said | null, id?: string) => void}
   */
  choose(part, value, id = this.latest?.id ?? this.start()) {
    const key = `round/${id}/${part}`;
    if (value === null) this.store.remove(key);
    else this.store.set(key, value);
  }

  /** Gives all of a round but its number. @param {Kept} round */
  #contentOf(round) {
    const entries = entriesOf({ ...round, id: round.id.slice(0, 10) }, this.questionnaire.id);
    return JSON.stringify(entries.sort());
  }

  /** Today, by the clock of this device. */
  get today() {
    return dayOf(this.store.now());
  }

  /** The rounds that something is kept of, also those of which nothing can be read. */
  get #taken() {
    const keys = [...this.store.keys(), ...this.store.unread.keys()].map((key) => key.split("/"));
    return new Set(keys.flatMap(([kind, id]) => (kind === "round" && ROUND.test(id) ? [id] : [])));
  }

  /** @param {string} day */
  #newId(day) {
    const taken = new Set([...this.#taken].map((id) => Number(id.slice(11))));
    let number = Math.max(...taken, 0) + 1;
    if (number > MOST_ROUNDS) for (number = 1; taken.has(number); ) number += 1;
    return `${day}-${number}`;
  }
}

/** @type {(store: import("./store.js").Store, questionnaire: Questionnaire) => Rounds} */
export function openRounds(store, questionnaire) {
  return new Rounds(store, questionnaire);
}

/**
 * Reads a file that anybody can have written, and writes nothing. `what` is the place of what is wrong.
 * @param {string} text
 * @param {Questionnaire} questionnaire
 * @returns {{rounds?: Kept[], what?: string, reason?: "too-large" | "too-deep" | "cut" | "not-ours" | "newer"
 *   | "other-questionnaire" | "changed" | "bad-value"}}
 */
export function fromFile(text, questionnaire) {
  const { file, checksum: expected, ...refused } = openFile(text, { format: FORMAT, version: FORMAT_VERSION, depth: 6 });
  if (!file) return refused;
  if (checksum(JSON.stringify(file)) !== expected) return { reason: "changed" };
  if (file.questionnaire !== questionnaire.id) return { reason: "other-questionnaire", what: "questionnaire" };
  if (file.version > questionnaire.version) return { reason: "newer", what: "version" };
  const what = findWrong(file, questionnaire);
  return what ? { reason: "bad-value", what } : { rounds: file.rounds };
}

/** Gives the first wrong place of a file. @type {(file: any, questionnaire: Questionnaire) => string} */
function findWrong(file, questionnaire) {
  if (!isRecord(withoutRest(file), ["format", "formatVersion", "questionnaire", "version", "rounds"])) return "file";
  if (file.formatVersion !== FORMAT_VERSION) return "formatVersion";
  if (!isVersion(file.version)) return "version";
  if (!Array.isArray(file.rounds)) return "rounds";
  const ids = new Set();
  for (const [index, round] of file.rounds.entries()) {
    const wrong = ids.has(round?.id) ? "id" : findWrongInRound(round, questionnaire);
    if (wrong) return `rounds.${index}.${wrong}`;
    ids.add(round.id);
  }
  return "";
}

/** @type {(round: any, questionnaire: Questionnaire) => string} */
function findWrongInRound(round, { id, version, competences }) {
  const parts = ["id", "version", "finished", "given", "context", "scope", "priorities", "level", "region"];
  if (!isRecord(round, parts)) return "round";
  if (!isText(round.id, ROUND)) return "id";
  if (!(round.version <= version)) return "version";
  if (!Array.isArray(round.given)) return "given";
  if (!isRecord(round.context, Object.keys(round.context ?? {}))) return "context";
  if (!isList(round.priorities, COMPETENCE)) return "priorities";
  const isGiven = (/** @type {any} */ one) =>
    isRecord(one, ["competence", "answer", "wording", "at"]) && isText(one.competence, COMPETENCE) && isTime(one.at);
  const bad = round.given.findIndex((/** @type {any} */ one) => !isGiven(one));
  if (bad >= 0) return `given.${bad}`;
  // Only an earlier version can have asked what is not asked now.
  const known = new Set(competences.map((competence) => competence.id));
  const isKnown = (/** @type {string} */ one) => round.version < version || known.has(one);
  if (!round.priorities.every(isKnown)) return "priorities";
  const keys = new Set();
  for (const [key, value, at] of entriesOf(round, id)) {
    const place = key.split("/").slice(2);
    const isAsked = at === undefined || isKnown(place[1]);
    if (keys.has(key) || !isAsked || !isValid(key, value)) return place.join(".") || "round";
    keys.add(key);
  }
  return "";
}
