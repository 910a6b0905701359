// An agenda for talking with a team: what may be kept of it, how it changes, how long it takes, and what it is as text.
// The first item is always that of the teachers' questions; it cannot be moved or removed.

import { isHour } from "./calendar.js";
import { isDay, sayDay } from "./days.js";
import { checksum } from "./files.js";
import { isRecord } from "./store.js";
import { isTellable, newTold } from "./told.js";

/** The id of the first item. */
export const FIRST = "leraren";
/** What fits. */
export const MOST = { items: 60, prompts: 20, title: 200, goal: 1000, prompt: 500, notes: 2000, minutes: 240, available: 1440 };
/** Minutes that a new item gets. */
export const NEW_MINUTES = 10;
const OWN = "eigen";
const DAY_MINUTES = 1440;
const KEY = /^agenda\/([a-z0-9-]+)(?:\/item\/([a-z0-9.-]+))?$/;
const ID = /^[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])?$/;
const NO_HEAD = { title: "", goal: "", date: null, start: null, minutes: null };
const HEAD = ["title", "goal", "date", "start", "minutes", "items"];
const ITEM = ["topic", "title", "prompts", "minutes", "notes"];

/**
 * @typedef {{id: string, topic: string | null, title: string, prompts: string[], minutes: number, notes: string}} Item
 * @typedef {{
 *   role: string, title: string, goal: string, date: string | null, start: string | null, minutes: number | null,
 *   items: Item[], calendar: import("./told.js").Told,
 * }} Agenda
 * @typedef {{number: string, title: string}} Topic
 * @typedef {(name: string, values?: Record<string, string | number>) => string} Say words of the page
 */

/** @type {(value: any, most: number) => boolean} */
const isText = (value, most) => typeof value === "string" && value.length <= most;

/** @type {(value: any, least: number, most: number) => boolean} */
const isCount = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;

/** Says whether a value may stand under a key of an agenda. @type {(key: string, value: any) => boolean} */
export function isValid(key, value) {
  const [, role, id] = KEY.exec(key) ?? [];
  if (!role) return false;
  return id === undefined ? isHead(value) : ID.test(id) && isItem(value);
}

/** @param {any} value */
function isHead(value) {
  return (
    isTellable(value, HEAD) &&
    isText(value.title, MOST.title) &&
    isText(value.goal, MOST.goal) &&
    (value.date === null || isDay(value.date)) &&
    (value.start === null || isHour(value.start)) &&
    (value.minutes === null || isCount(value.minutes, 1, MOST.available)) &&
    Array.isArray(value.items) &&
    value.items.length <= MOST.items &&
    value.items[0] === FIRST &&
    value.items.every((/** @type {any} */ id) => typeof id === "string" && ID.test(id)) &&
    new Set(value.items).size === value.items.length
  );
}

/** @param {any} value */
function isItem(value) {
  return (
    isRecord(value, ITEM) &&
    (value.topic === null || (typeof value.topic === "string" && /^\d{1,2}\.\d{1,2}$/.test(value.topic))) &&
    isText(value.title, MOST.title) &&
    Array.isArray(value.prompts) &&
    value.prompts.length <= MOST.prompts &&
    value.prompts.every((/** @type {any} */ prompt) => isText(prompt, MOST.prompt)) &&
    isCount(value.minutes, 0, MOST.minutes) &&
    isText(value.notes, MOST.notes)
  );
}

/** @param {string} role */
const keyOf = (role) => `agenda/${role}`;

/** Says whether a key is of the agenda for a role. @type {(key: string, role: string) => boolean} */
export const belongs = (key, role) => `${key}/`.startsWith(`${keyOf(role)}/`);

/**
 * Gives the agenda that is kept for a role, its items in order. Where its order is lost, or says nothing of some items, those
 * come last, as they were written.
 * @type {(store: Pick<import("./store.js").Store, "keys" | "get">, role: string) => Agenda | null}
 */
export function kept(store, role) {
  const start = `${keyOf(role)}/item/`;
  const keys = store.keys().filter((key) => key.startsWith(start));
  const entries = keys.map((key) => ({ id: key.slice(start.length), .../** @type {{at: number, value: any}} */ (store.get(key)) }));
  const value = store.get(keyOf(role))?.value ?? NO_HEAD;
  const { items: order = [], ...head } = value;
  if (!entries.length && !store.get(keyOf(role))) return null;
  const placed = entries.filter(({ id }) => order.includes(id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const loose = entries.filter(({ id }) => !order.includes(id)).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const items = [...placed, ...loose].map(({ id, value }) => ({ id, ...value }));
  const calendar = head.calendar ?? nameOld(value, items);
  return { role, ...head, calendar, items: firstFirst(items).slice(0, MOST.items) };
}

/** @param {Item[]} items */
const firstFirst = (items) => [...items.filter(({ id }) => id === FIRST), ...items.filter(({ id }) => id !== FIRST)];

/** Gives what there is of an agenda in entries, whole or not. @type {(entries: {key: string, value: any}[], role: string) => Agenda | null} */
export function piecesOf(entries, role) {
  const values = new Map(entries.map(({ key, value }) => [key, { value, at: 0 }]));
  return kept({ keys: () => [...values.keys()], get: (key) => values.get(key) }, role);
}

/**
 * Gives the agenda that entries hold, such as those of a link; `null` when they are not one whole agenda for the role.
 * @type {(entries: {key: string, value: any}[], role: string) => Agenda | null}
 */
export function agendaOf(entries, role) {
  const agenda = piecesOf(entries, role);
  const order = entries.find(({ key }) => key === keyOf(role))?.value.items;
  const isWhole = agenda && order?.join() === agenda.items.map(({ id }) => id).join();
  return isWhole && agenda.items.length + 1 === entries.length ? agenda : null;
}

/** Names an agenda that was kept, or sent, before calendars knew it by a name. @type {(head: any, items: Item[]) => import("./told.js").Told} */
function nameOld(head, items) {
  return { uid: `oud-${checksum(JSON.stringify([head, items]))}`, sequence: 0, of: "" };
}

/** Gives what is kept of an agenda. @type {(agenda: Agenda) => {key: string, value: any}[]} */
export function rowsOf({ role, items, ...head }) {
  const rows = items.map(({ id, ...value }) => ({ key: `${keyOf(role)}/item/${id}`, value }));
  return [...rows, { key: keyOf(role), value: { ...head, items: items.map(({ id }) => id) } }];
}

/** Gives the first item. @param {string} title @returns {Item} */
export function firstItem(title) {
  return { id: FIRST, topic: null, title, prompts: [], minutes: NEW_MINUTES, notes: "" };
}

/**
 * Gives the agenda that somebody begins with: a ready one, or one with only the first item.
 * @param {string} role
 * @param {{title: string, goal: string, items: Omit<Item, "id" | "notes">[]}} starter
 * @returns {Agenda}
 */
export function begin(role, { title, goal, items }) {
  /** @type {Item[]} */
  const made = [];
  for (const [at, item] of items.entries()) {
    made.push({ id: at ? newId(made, item.topic ?? OWN) : FIRST, ...item, notes: "" });
  }
  return { role, title, goal, date: null, start: null, minutes: totalOf(made) || null, items: made, calendar: newTold() };
}

/** @type {(items: Item[], base: string) => string} */
function newId(items, base) {
  const taken = new Set(items.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}

/** Adds an item somebody made up. @type {(agenda: Agenda, title: string) => Agenda} */
export function addOwn(agenda, title) {
  return add(agenda, { topic: null, title, prompts: [], minutes: NEW_MINUTES, notes: "" });
}

/** Adds an item at the end, where it fits. @type {(agenda: Agenda, item: Omit<Item, "id">) => Agenda} */
function add(agenda, item) {
  if (agenda.items.length >= MOST.items) return agenda;
  return { ...agenda, items: [...agenda.items, { id: newId(agenda.items, item.topic ?? OWN), ...item }] };
}

/**
 * Puts prompts of a topic on the agenda: with the topic's item where there is one, else in a new one.
 * @type {(agenda: Agenda, topic: Topic, prompts: string[]) => Agenda}
 */
export function addPrompts(agenda, { number, title }, prompts) {
  const there = promptsOf(agenda, number);
  const fresh = prompts.filter((prompt) => !there.has(prompt));
  const item = agenda.items.find(({ topic }) => topic === number);
  if (!item) return add(agenda, { topic: number, title, prompts: fresh, minutes: NEW_MINUTES, notes: "" });
  if (item.prompts.length + fresh.length > MOST.prompts) return agenda;
  return change(agenda, item.id, { prompts: [...item.prompts, ...fresh] });
}

/** Takes a prompt of a topic off the agenda; an item of which nothing is left goes too. @type {(agenda: Agenda, topic: string, prompt: string) => Agenda} */
export function dropPrompt(agenda, topic, prompt) {
  const items = agenda.items.flatMap((item) => {
    if (item.topic !== topic || !item.prompts.includes(prompt)) return [item];
    const prompts = item.prompts.filter((one) => one !== prompt);
    return prompts.length || item.notes ? [{ ...item, prompts }] : [];
  });
  return { ...agenda, items };
}

/** Gives the prompts that stand under a topic on the agenda. @type {(agenda: Agenda | null, topic: string) => Set<string>} */
export function promptsOf(agenda, topic) {
  return new Set(agenda?.items.flatMap((item) => (item.topic === topic ? item.prompts : [])));
}

/** Changes one item. @type {(agenda: Agenda, id: string, parts: Partial<Item>) => Agenda} */
export function change(agenda, id, parts) {
  return { ...agenda, items: agenda.items.map((item) => (item.id === id ? { ...item, ...parts } : item)) };
}

/** Takes an item away; the first stays. @type {(agenda: Agenda, id: string) => Agenda} */
export function drop(agenda, id) {
  return id === FIRST ? agenda : { ...agenda, items: agenda.items.filter((item) => item.id !== id) };
}

/** Moves an item up or down, never above the first. @type {(agenda: Agenda, id: string, step: number) => Agenda} */
export function move(agenda, id, step) {
  const from = agenda.items.findIndex((item) => item.id === id);
  return from < 1 || from + step < 1 ? agenda : { ...agenda, items: moved(agenda.items, from, step) };
}

/** Gives a list in which one thing went some places up or down. @template T @param {T[]} list @param {number} from @param {number} step */
export function moved(list, from, step) {
  const to = from + step;
  if (from < 0 || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}

/** @param {Pick<Item, "minutes">[]} items */
export function totalOf(items) {
  return items.reduce((total, { minutes }) => total + minutes, 0);
}

/** Gives from when until when each item lasts; empty without an hour to begin. @param {Agenda} agenda */
export function timesOf({ start, items }) {
  if (!start) return [];
  const [hours, minutes] = start.split(":").map(Number);
  let at = hours * 60 + minutes;
  return items.map((item) => {
    const from = at;
    at += item.minutes;
    return { from: clock(from), to: clock(at) };
  });
}

/** @param {number} minutes since midnight */
function clock(minutes) {
  const inDay = minutes % DAY_MINUTES;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

/** Gives what a facilitator shows one after the other: of each item its prompts, or itself. @param {Agenda} agenda */
export function slidesOf({ items }) {
  return items.flatMap((_, item) => {
    const { prompts } = items[item];
    return prompts.length ? prompts.map((_prompt, prompt) => ({ item, prompt })) : [{ item, prompt: -1 }];
  });
}

/** Gives when the talk is, in words; empty when nobody said. @type {(agenda: Agenda, say: Say) => string} */
export function sayWhen({ date, start }, say) {
  return [date && sayDay(date, say), start && say("hour", { hour: sayHour(start) })].filter(Boolean).join(", ");
}

/** Gives an hour as it is written in Dutch. @param {string} hour */
export function sayHour(hour) {
  return hour.replace(":", ".");
}

/** Counts in words that have a form for one and a form for more. @type {(say: Say, name: string, count: number) => string} */
export function sayCount(say, name, count) {
  return say(`${name}.${count === 1 ? "one" : "other"}`, { count });
}

/** Writes an agenda as Markdown, which any program for notes reads. @type {(agenda: Agenda, say: Say) => string} */
export function toMarkdown(agenda, say) {
  const times = timesOf(agenda);
  const when = sayWhen(agenda, say);
  const items = agenda.items.map(({ title, prompts, minutes, notes }, at) => {
    const time = [times[at] && sayFromTo(times[at], say), minutes && sayCount(say, "minutes", minutes)].filter(Boolean).join(", ");
    const written = notes.trim();
    return [
      `## ${at + 1}. ${plain(title) || say("untitled")}${time && inBrackets(time)}`,
      prompts.map((prompt) => `- ${plain(prompt)}`).join("\n"),
      written && [say("notes"), ...written.split(/\r?\n|\r/).map(plain)].map((line) => `> ${line}`).join("\n"),
    ];
  });
  const parts = [
    `# ${plain(agenda.title) || say("title")}`,
    agenda.goal.trim() && `**${say("goal")}** ${plain(agenda.goal)}`,
    when && `**${say("when")}** ${when}`,
    sayCount(say, "total", totalOf(agenda.items)),
    ...items.flat(),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @type {(times: {from: string, to: string}, say: Say) => string} */
export function sayFromTo({ from, to }, say) {
  return say("from_to", { from: sayHour(from), to: sayHour(to) });
}

/** @param {string} text */
const inBrackets = (text) => ` (${text})`;

/** Writes a text on one line, so that Markdown reads nothing in it but text. @param {string} text */
function plain(text) {
  const line = text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>|~]/g, "\\$&");
  return line.replace(/^(\d+)([.)])/, "$1\\$2").replace(/^[#+-]/, "\\$&");
}
