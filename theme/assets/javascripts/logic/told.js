// By what name calendars know a thing, and how new what they were told of it is: UID and SEQUENCE of RFC 5545. Both stay
// with the thing and go along in a link, a file and a copy. What was kept before there were such names has none.

import { isRecord } from "./store.js";

/** What is told is numbered by the seconds since this moment: what another device tells later is newer there too. */
const BEGIN = Date.UTC(2026, 0, 1);
/** Calendars count no further. */
const MOST = 2 ** 31 - 1;
const SIGNS = 20;

/** `of` is the checksum of what was told last. @typedef {{uid: string, sequence: number, of: string}} Told */

/** Gives a name that nothing else has, of which nothing was told yet. @returns {Told} */
export function newTold() {
  const signs = Array.from(crypto.getRandomValues(new Uint8Array(SIGNS)), (byte) => (byte % 32).toString(32));
  return { uid: signs.join(""), sequence: 0, of: "" };
}

/** Says whether a value is a record with these names, and perhaps with what calendars were told of it. @type {(value: any, names: string[]) => boolean} */
export function isTellable(value, names) {
  return isRecord(value, names) || (isRecord(value, [...names, "calendar"]) && isTold(value.calendar));
}

/** @type {(value: any, form: RegExp) => boolean} */
const isText = (value, form) => typeof value === "string" && form.test(value);

/** @param {any} value */
function isTold(value) {
  return (
    isRecord(value, ["uid", "sequence", "of"]) &&
    isText(value.uid, /^[a-z0-9.-]{1,133}$/) &&
    Number.isInteger(value.sequence) &&
    value.sequence >= 0 &&
    value.sequence <= MOST &&
    isText(value.of, /^(?:[0-9a-f]{8})?$/)
  );
}

/** Tells a thing as it is now: another number, unless it is what was told last. @type {(told: Told, of: string, now: number) => Told} */
export function tell(told, of, now) {
  if (told.of === of) return told;
  const time = Math.floor((now - BEGIN) / 1000);
  // A clock that was ahead may have numbered what was told last, and one that is far ahead numbers nothing.
  const next = Math.max(told.sequence + 1, time < MOST ? time : 0);
  return { uid: told.uid, sequence: Math.min(next, MOST), of };
}

/**
 * Gives a value as it comes in out of a copy, in the place of what is here: of that, calendars may have been told more
 * than the copy knows.
 * @type {(value: any, here: any) => any}
 */
export function arrived(value, here) {
  const told = value?.calendar ?? here?.calendar;
  if (!told || !here) return value;
  const last = here.calendar?.uid === told.uid ? here.calendar.sequence : 0;
  return { ...value, calendar: { ...told, sequence: Math.max(told.sequence, last), of: "" } };
}
