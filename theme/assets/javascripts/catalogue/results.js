// What the catalogue found: a page of cards, the pages beside it, the filters as chips, and notes. The list that the
// page came with stays, and shows again when nothing is asked.

import { paragraph } from "../pieces.js";
import { tellDrawn } from "../saving/drawn.js";
import { required } from "./controls.js";

/** @typedef {import("../pieces.js").Pieces} Pieces */
/** @typedef {{label: string, act: () => void}} Way something to do, as a button */

export class Results {
  /**
   * @param {HTMLElement} element
   * @param {Pieces} pieces
   */
  constructor(element, pieces) {
    this.pieces = pieces;
    this.region = required(element, ".vw-results");
    this.heading = required(this.region, "h2");
    this.listed = required(element, ".vw-listed");
    this.found = required(element, ".vw-matches");
    this.chosen = required(element, ".vw-chosen");
    this.chips = required(element, ".vw-chips");
    this.notes = required(element, ".vw-notes");
    this.status = required(element, "[data-count]");
    this.untouched = this.heading.textContent ?? "";
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /** Shows that what stands there is not yet what is asked for. @param {boolean} isBusy */
  showBusy(isBusy) {
    this.region.setAttribute("aria-busy", String(isBusy));
  }

  /** Shows the list that the page came with. */
  showListed() {
    this.listed.hidden = false;
    this.found.hidden = true;
    this.found.replaceChildren();
    this.setHeading(this.untouched);
  }

  /**
   * Shows a page of cards.
   * @param {string} heading
   * @param {[string, Element[]][]} parts the cards, with what stands above them
   * @param {(Element | null)[]} after what stands below them
   */
  showFound(heading, parts, after) {
    const shown = parts.flatMap(([title, cards]) => {
      const list = document.createElement("ul");
      list.className = "vw-cards vw-bare";
      list.append(...cards);
      if (!title) return [list];
      const above = document.createElement("h2");
      above.textContent = title;
      return [above, list];
    });
    this.found.replaceChildren(...shown, ...after.filter((one) => one !== null));
    this.listed.hidden = true;
    this.found.hidden = false;
    this.setHeading(heading);
    tellDrawn();
  }

  /**
   * Shows that nothing was found, with ways on.
   * @param {string} heading
   * @param {[string, Way[]][]} ways each with the words before it
   * @param {Element | null} after what stands below them
   */
  showNothing(heading, ways, after) {
    this.found.replaceChildren(...this.ways(ways), ...(after ? [after] : []));
    this.listed.hidden = true;
    this.found.hidden = false;
    this.setHeading(heading);
  }

  /** Makes lines of buttons; a line without one is left out. @param {[string, Way[]][]} ways */
  ways(ways) {
    return ways
      .filter(([, buttons]) => buttons.length)
      .map(([words, buttons]) => {
        const line = paragraph(words, "vw-ways");
        for (const { label, act } of buttons) line.append(" ", this.pieces.button("clear", label, act));
        return line;
      });
  }

  /** @param {string} heading */
  setHeading(heading) {
    if (this.heading.textContent !== heading) this.heading.textContent = heading;
  }

  /** Says something aloud, once the person has paused. @param {string} words */
  announce(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.status.textContent = words), 500);
  }

  /** Brings the person to the top of the list. */
  goToTop() {
    this.heading.focus({ preventScroll: true });
    this.heading.scrollIntoView();
  }

  /**
   * Shows what is chosen, each with a way to let it go; the focus stays among them.
   * @param {Way[]} ways
   * @param {() => void} clear lets everything go
   */
  showChips(ways, clear) {
    const had = [...this.chips.querySelectorAll("button")].indexOf(/** @type {any} */ (document.activeElement));
    const buttons = ways.map(({ label, act }) => {
      const button = this.pieces.button("chip", label, act);
      required(button, ".vw-sr").textContent = this.pieces.say("remove");
      return button;
    });
    if (ways.length > 1) buttons.push(this.pieces.button("clear", "", clear));
    this.chips.replaceChildren(
      ...buttons.map((button) => {
        const item = document.createElement("li");
        item.append(button);
        return item;
      }),
    );
    this.chosen.hidden = !buttons.length;
    if (had >= 0) (buttons[Math.min(had, buttons.length - 1)] ?? this.heading).focus();
  }

  /** @param {(string | HTMLElement)[]} notes */
  showNotes(notes) {
    this.notes.replaceChildren(...notes.map((note) => paragraph(note)));
    this.notes.hidden = !notes.length;
  }
}

/**
 * Gives the links to the first, the last and the nearest pages.
 * @param {Pieces} pieces
 * @param {number} current
 * @param {number} total
 * @param {(page: number) => string} address
 */
export function pageLinks(pieces, current, total, address) {
  if (total < 2) return null;
  const nav = pieces.make("pages");
  const list = required(nav, "ol");
  for (let page = 1; page <= total; page += 1) {
    if (page > 1 && page < total && Math.abs(page - current) > 2) continue;
    const item = document.createElement("li");
    const link = document.createElement(page === current ? "span" : "a");
    link.textContent = String(page);
    link.setAttribute("aria-label", pieces.say("page", { number: page }));
    if (link instanceof HTMLAnchorElement) link.href = address(page);
    else link.setAttribute("aria-current", "page");
    item.append(link);
    list.append(item);
  }
  return nav;
}
