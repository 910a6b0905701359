// What somebody planned as a calendar is told of it. The name it has there stays, and a number says what is newer.

import { sayCount, totalOf } from "./agenda.js";
import { checksum } from "./files.js";
import { tell } from "./told.js";

/**
 * @typedef {import("./agenda.js").Agenda} Agenda
 * @typedef {import("./plan.js").Step & {id: string}} Step
 * @typedef {import("./calendar.js").CalendarEvent} CalendarEvent
 * @typedef {{key: string, calendar: import("./told.js").Told, event: CalendarEvent}} Given
 */

/**
 * Tells of an agenda: it lasts as long as its items together, or the time there is where these have none.
 * @type {(agenda: Agenda, title: string, say: import("./agenda.js").Say, now: number) => Given}
 */
export function tellAgenda({ role, calendar: known, ...agenda }, title, say, now) {
  const { goal, date, start, minutes, items } = agenda;
  const calendar = tell(known, checksum(JSON.stringify(agenda)), now);
  const points = items.map((item, at) => [`${at + 1}. ${item.title}`, item.minutes && `(${sayCount(say, "minutes", item.minutes)})`]);
  const lines = points.map((point) => point.filter(Boolean).join(" ")).join("\n");
  const text = [goal && `${say("goal")} ${goal}`, lines].filter(Boolean).join("\n\n");
  const event = { ...calendar, title, date: String(date), start, minutes: totalOf(items) || minutes, text };
  return { key: `agenda/${role}`, calendar, event };
}

/** Tells of a step, for a whole day. One from before calendars knew it by a name has that of then. @type {(step: Step, now: number) => Given} */
export function tellStep({ id, title, date, owner, note, calendar: known }, now) {
  const text = [owner, note].filter(Boolean).join("\n");
  const calendar = tell(known ?? { uid: `stap-${id}`, sequence: 0, of: "" }, checksum(JSON.stringify([title, date, text])), now);
  const event = { ...calendar, title, date: String(date), start: null, minutes: null, text };
  return { key: `plan/step/${id}`, calendar, event };
}

/** Keeps what a calendar was told, with the things themselves. @type {(store: import("./store.js").Store, given: Given[]) => void} */
export function keepTold(store, given) {
  const entries = given.flatMap(({ key, calendar }) => {
    const value = store.get(key)?.value;
    const isKnown = !value || JSON.stringify(value.calendar) === JSON.stringify(calendar);
    return isKnown ? [] : [{ key, value: { ...value, calendar } }];
  });
  if (entries.length) store.setAll(entries);
}
