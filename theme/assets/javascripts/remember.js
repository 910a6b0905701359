// What somebody chose to see stays chosen when the page is opened anew: after a reload, on the way back, on a phone that
// dropped the page in the background. It stands in the history of the tab, and goes with it.

import { held, hold } from "./keeping/place.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * Gives fields what they said before.
 * @param {Field[]} fields
 * @param {string} [name] under which they are held
 * @returns {() => void} what to call when they say something else
 */
export function remember(fields, name = "fields") {
  const before = held(name) ?? {};
  for (const [at, field] of fields.entries()) if (at in before) set(field, before[at]);
  return () => void hold(name, fields.map(said));
}

/** @param {Field} field */
const said = (field) => (isBox(field) ? field.checked : field.value);

/** @type {(field: Field, value: any) => void} */
function set(field, value) {
  if (isBox(field)) field.checked = value;
  else field.value = value;
}

/** @param {Field} field @returns {field is HTMLInputElement} */
const isBox = (field) => field.type === "checkbox";
