// What stands in a plan: for whom it is, what goes first, saved offers, and steps. One key for each thing, so that two
// tabs do not undo each other. A saved thing keeps the words it was saved with, for a record can go or change its name.

import { isDay } from "./days.js";
import { isRecord } from "./store.js";
import { isTellable, newTold } from "./told.js";

/** How far somebody is with an offer. */
export const OFFER_STATES = ["saved", "chosen", "booked", "done"];
/** How far somebody is with a step. */
export const STEP_STATES = ["open", "doing", "done"];
/** The parts of a trajectory that become steps: what prepared the example is not copied. */
export const PHASES = ["training", "guidance", "evaluation"];
/** What can be said of the plan as a whole; the middle ones are the frame of a school's yearly training plan. */
export const ABOUT = ["name", "goals", "audience", "form", "planning", "means", "evaluation", "effect", "notes"];
/** Characters of a note, of a title, and of the name of somebody's task. */
export const MOST = { note: 2000, title: 300, by: 200, owner: 100 };
/** Things of one kind in a plan. */
export const MOST_THINGS = 999;
const ID = /^[a-z0-9][a-z0-9.-]{0,127}$/;

/**
 * @typedef {{title: string, order: number}} Priority
 * @typedef {{title: string, by: string, state: string, note: string}} Offer
 * @typedef {{title: string, phase: string | null, from: string | null, date: string | null, owner: string, state: string,
 *   note: string, order: number, calendar?: import("./told.js").Told}} Step
 * @typedef {import("./store.js").Store} Store
 */

/** @type {(value: any, most: number) => boolean} */
const isText = (value, most) => typeof value === "string" && value.length <= most;

/** @param {any} value */
const isOrder = (value) => Number.isFinite(value) && Math.abs(value) < 1e9;

/** @type {Record<string, (value: any, names: string[]) => boolean>} */
const CHECKS = {
  kind: (value, names) => !names.length && (value === "teacher" || value === "team"),
  about: (value, names) => names.length === 1 && ABOUT.includes(names[0]) && isText(value, MOST.note),
  priority: (value, names) =>
    names.length === 1 && isRecord(value, ["title", "order"]) && isText(value.title, MOST.title) && isOrder(value.order),
  offer: (value, names) =>
    (names.length === 1 || names.length === 2) &&
    isRecord(value, ["title", "by", "state", "note"]) &&
    isText(value.title, MOST.title) &&
    isText(value.by, MOST.by) &&
    OFFER_STATES.includes(value.state) &&
    isText(value.note, MOST.note),
  step: (value, names) =>
    names.length === 1 &&
    isTellable(value, ["title", "phase", "from", "date", "owner", "state", "note", "order"]) &&
    isText(value.title, MOST.title) &&
    (value.phase === null || PHASES.includes(value.phase)) &&
    (value.from === null || (isText(value.from, 64) && ID.test(value.from))) &&
    (value.date === null || isDay(value.date)) &&
    isText(value.owner, MOST.owner) &&
    STEP_STATES.includes(value.state) &&
    isText(value.note, MOST.note) &&
    isOrder(value.order),
};

/** Judges what stands under a key of the store. @type {(key: string, value: any) => boolean} */
export function isValid(key, value) {
  const [, part, ...names] = key.split("/");
  return Object.hasOwn(CHECKS, part) && names.every((name) => ID.test(name)) && CHECKS[part](value, names);
}

/** Says whether a key is the plan's own. @param {string} key */
export const isOfPlan = (key) => key.startsWith("plan/");

/** Gives what is kept under a part of the plan, with its id and time. @type {(store: Store, part: string) => any[]} */
function all(store, part) {
  const start = `plan/${part}/`;
  const keys = store.keys().filter((key) => key.startsWith(start));
  return keys.map((key) => {
    const { value, at } = /** @type {{value: any, at: number}} */ (store.get(key));
    return { id: key.slice(start.length), ...value, at };
  });
}

/** @type {(a: {order: number, id: string}, b: {order: number, id: string}) => number} */
const byOrder = (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1);

/** Gives what goes first, the most important before the rest. @type {(store: Store) => (Priority & {id: string, at: number})[]} */
export const priorities = (store) => all(store, "priority").sort(byOrder);

/** Gives the steps in their order. @type {(store: Store) => (Step & {id: string, at: number})[]} */
export const steps = (store) => all(store, "step").sort(byOrder);

/**
 * Gives the saved offers and organisations by name; the id of an offer is `<provider>/<offer>`.
 * @type {(store: Store) => (Offer & {id: string, at: number})[]}
 */
export const offers = (store) => all(store, "offer").sort((a, b) => a.title.localeCompare(b.title, "nl"));

/** Gives what was written about the plan. @type {(store: Store) => Record<string, string>} */
export function about(store) {
  return Object.fromEntries(ABOUT.map((field) => [field, String(store.get(`plan/about/${field}`)?.value ?? "")]));
}

/** Says whether an offer or organisation stands in the plan. @type {(store: Store, id: string) => boolean} */
export const isSaved = (store, id) => store.get(`plan/offer/${id}`) !== undefined;

/**
 * Puts offers or organisations in the plan; what stands there stays as it is. Gives how many were new, `null` where
 * the plan is full.
 * @type {(store: Store, things: {id: string, title: string, by: string}[]) => number | null}
 */
export function saveOffers(store, things) {
  const fresh = things.filter(({ id }) => !isSaved(store, id));
  if (all(store, "offer").length + fresh.length > MOST_THINGS) return null;
  const entries = fresh.map(({ id, title, by }) => ({
    key: `plan/offer/${id}`,
    value: { title: title.slice(0, MOST.title), by: by.slice(0, MOST.by), state: OFFER_STATES[0], note: "" },
  }));
  if (entries.length) store.setAll(entries);
  return entries.length;
}

/** Takes an offer or organisation out of the plan. @type {(store: Store, id: string) => void} */
export const dropOffer = (store, id) => store.remove(`plan/offer/${id}`);

/**
 * Adds steps behind those that are there; one whose id is there stays as it is. Gives how many were new, `null` where
 * the plan is full.
 * @type {(store: Store, fresh: {id: string, title: string, phase?: string | null, from?: string | null, owner?: string,
 *   note?: string}[]) => number | null}
 */
export function addSteps(store, fresh) {
  const there = steps(store);
  const known = new Set(there.map(({ id }) => id));
  const added = fresh.filter(({ id }) => !known.has(id));
  if (there.length + added.length > MOST_THINGS) return null;
  const last = Math.ceil(Math.max(0, ...there.map(({ order }) => order)));
  const entries = added.map(({ id, title, phase = null, from = null, owner = "", note = "" }, index) => ({
    key: `plan/step/${id}`,
    value: {
      title: title.slice(0, MOST.title),
      phase,
      from,
      date: null,
      owner: owner.slice(0, MOST.owner),
      state: STEP_STATES[0],
      note: note.slice(0, MOST.note),
      order: last + 1 + index,
      calendar: newTold(),
    },
  }));
  if (entries.length) store.setAll(entries);
  return entries.length;
}

/** Gives an id that no tab has given before. @param {Store} store */
export const newId = (store) => `eigen-${store.now().toString(36)}-${store.changes.toString(36)}`;

/**
 * Gives the order number that puts a thing between its new neighbours, so that only this one is written.
 * @type {(list: {order: number}[], from: number, to: number) => number}
 */
export function orderAt(list, from, to) {
  const rest = list.filter((_, index) => index !== from);
  const [before, after] = [rest[to - 1]?.order, rest[to]?.order];
  if (before === undefined) return (after ?? 1) - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}
