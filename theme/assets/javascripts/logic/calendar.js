// A file for a calendar, as RFC 5545 wants it: what somebody planned, with the hours as the clock in Brussels says them.

import { isPlannable } from "./days.js";

/** No line is longer, in octets and without its end. */
const MOST_OCTETS = 75;
const ZONE = "Europe/Brussels";
const DAY = 86_400_000;

/** The summer time of the European Union, since 1996. Amsterdam has the same. */
const TIMEZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * @typedef {{
 *   uid: string, the same each time for the same thing, so that a calendar replaces it
 *   sequence: number, higher than that of what it replaces
 *   title: string,
 *   date: string, such as `2026-12-01`
 *   start: string | null, such as `15:30`; all day when null
 *   minutes: number | null,
 *   text: string,
 * }} CalendarEvent
 */

/** Says whether a text is an hour of the day, such as `15:30`. @type {(text: unknown) => boolean} */
export function isHour(text) {
  return typeof text === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * Gives the file for a calendar. Events on a day that nobody can plan are left out.
 * @param {CalendarEvent[]} events
 * @param {{now: number}} options the moment it is made, in milliseconds
 */
export function calendar(events, { now }) {
  const planned = events.filter(({ date }) => isPlannable(date));
  const zone = planned.some(({ start }) => start) ? TIMEZONE : [];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Vormingswijzer//NONSGML Vormingswijzer//NL",
    "CALSCALE:GREGORIAN",
    ...zone,
    ...planned.flatMap((event) => eventLines(event, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** @param {CalendarEvent} event @param {number} now */
function eventLines({ uid, sequence, title, date, start, minutes, text }, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${escape(uid)}@vormingswijzer`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${digits(new Date(now).toISOString().slice(0, 19))}Z`,
    ...(start ? hours(date, start, minutes) : allDay(date)),
    `SUMMARY:${escape(title)}`,
    ...(text ? [`DESCRIPTION:${escape(text)}`] : []),
    ...(start ? [] : ["TRANSP:TRANSPARENT"]),
    "END:VEVENT",
  ];
}

/** @type {(date: string, start: string, minutes: number | null) => string[]} */
function hours(date, start, minutes) {
  const from = `DTSTART;TZID=${ZONE}:${digits(date)}T${digits(start)}00`;
  return minutes ? [from, `DURATION:PT${minutes}M`] : [from];
}

/** @param {string} date */
function allDay(date) {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${digits(date)}`, `DTEND;VALUE=DATE:${digits(next)}`];
}

/** @param {string} moment */
function digits(moment) {
  return moment.replace(/[-:]/g, "");
}

/** Writes a text so that nothing in it is read as more than text. @param {string} text */
function escape(text) {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** Folds a line between its characters, never inside one. @param {string} line */
function fold(line) {
  const lines = [""];
  let octets = 0;
  for (const sign of line) {
    const width = widthOf(/** @type {number} */ (sign.codePointAt(0)));
    if (octets + width > MOST_OCTETS) {
      lines.push(" ");
      octets = 1;
    }
    lines[lines.length - 1] += sign;
    octets += width;
  }
  return lines.join("\r\n");
}

/** Counts the octets of a character in UTF-8. @param {number} code */
function widthOf(code) {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
