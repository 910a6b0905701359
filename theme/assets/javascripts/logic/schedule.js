// What is known of an offer changes with the days: it begins, ends, or nobody heard of it for too long. The site works
// out when (generator/kinds/provider/schedule.py); here the day of the reader is looked up in that.

import { dayOf } from "./days.js";

/** Gives the day of the reader, by the clock of this device. */
export const today = () => dayOf(Date.now());

/**
 * Gives something as it is on a day. `later` holds what changes from which day on, the first day first.
 * @template {object} T
 * @param {T & {later?: [string, Partial<T>][]}} one
 * @param {string} day
 * @returns {T}
 */
export function asOf(one, day) {
  const due = (one.later ?? []).filter(([from]) => from <= day);
  return due.length ? Object.assign({ ...one }, ...due.map(([, change]) => change)) : one;
}
