// A field for a day. One that nobody can plan is not kept: it stays where it was typed, and why is said beside it once
// somebody left the field; while a year is typed, it passes through the first ages.

import { isPlannable } from "../logic/days.js";
import { write } from "../places.js";

/** Says whether a day stands in a field that nobody can plan. @param {HTMLInputElement} field */
export const isFar = ({ value }) => value !== "" && !isPlannable(value);

/**
 * Shows the day that is kept, and whether it is one; who is in the field is left alone until it is right.
 * @type {(field: HTMLInputElement, place: Element, kept: string | null, words: string) => void}
 */
export function showDay(field, place, kept, words) {
  const isTyping = field === document.activeElement;
  if (!isTyping && (kept || !isFar(field)) && field.value !== (kept ?? "")) field.value = kept ?? "";
  if (isTyping && isFar(field)) return;
  write(place, isFar(field) ? words : "");
  field.setAttribute("aria-invalid", String(isFar(field)));
}
