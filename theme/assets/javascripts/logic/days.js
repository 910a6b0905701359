// Days as all tools write them: `2026-12-01`, by the clock of this device.

/** Says whether a value is a day that is on the calendar. @param {any} value @returns {value is string} */
export function isDay(value) {
  const time = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00Z`) : NaN;
  return time >= 0 && new Date(time).toISOString().startsWith(value);
}

/** The first and the last day that somebody can plan. What is kept may hold others: it was written before this was so. */
export const [FIRST_DAY, LAST_DAY] = ["2000-01-01", "2099-12-31"];

/** Says whether a value is a day that somebody can plan. @param {any} value */
export const isPlannable = (value) => isDay(value) && value >= FIRST_DAY && value <= LAST_DAY;

/** Gives the day of a moment. @param {number} time in milliseconds */
export function dayOf(time) {
  const moment = new Date(time);
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * Says a day in the words of the page: `day` and `month.1` to `month.12`.
 * @type {(date: string, say: (name: string, values?: Record<string, string | number>) => string) => string}
 */
export function sayDay(date, say) {
  const [year, month, day] = date.split("-").map(Number);
  return say("day", { day, month: say(`month.${month}`), year });
}
