// The state of an offer on the day of the reader. A page comes with the state of the day it was made, and with what is
// said later, as templates in the same line.

import { today } from "../logic/schedule.js";

const LINE = "vw-status";
/** What shows the state of an offer by a class of its own. */
const SHOWN = ["vw-card", "vw-offer"];

/**
 * Says of every offer what holds today.
 * @param {ParentNode} root
 * @param {string} [day] another day than the reader's
 */
export function tellToday(root, day = today()) {
  for (const line of root.querySelectorAll(`.${LINE}`)) {
    const later = [...line.querySelectorAll("template")];
    const due = later.filter(({ dataset }) => (dataset.from ?? "") <= day).pop();
    if (!due) continue;
    const state = due.dataset.state ?? "";
    line.replaceChildren(due.content.textContent ?? "", ...later.slice(later.indexOf(due) + 1));
    setState(line, LINE, state);
    const shown = line.closest(SHOWN.map((name) => `.${name}`).join());
    for (const name of SHOWN) if (shown?.classList.contains(name)) setState(shown, name, state);
  }
}

/** @type {(element: Element, name: string, state: string) => void} */
function setState(element, name, state) {
  const former = [...element.classList].filter((one) => one.startsWith(`${name}--`));
  element.classList.remove(...former);
  element.classList.add(`${name}--${state}`);
}
