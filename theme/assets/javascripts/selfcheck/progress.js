// How far somebody is: a bar, a sentence, and the way to every question with what was done of it.

export class Progress {
  /**
   * @param {HTMLElement} element
   * @param {import("../pieces.js").Pieces} pieces
   * @param {number} minutes that one question takes
   */
  constructor(element, pieces, minutes) {
    this.element = element;
    this.pieces = pieces;
    this.minutes = minutes;
  }

  /**
   * @param {{asked: HTMLElement[], item: HTMLElement | null, isOneByOne: boolean,
   *   answers: import("../logic/scoring.js").Answers}} state
   */
  draw({ asked, item, answers, isOneByOne }) {
    const ids = asked.map(({ dataset }) => String(dataset.item));
    const answered = ids.filter((id) => Object.hasOwn(answers, id)).length;
    const bar = /** @type {HTMLProgressElement} */ (this.element.querySelector("progress"));
    bar.max = ids.length;
    bar.value = answered;
    const open = ids.length - answered;
    const minutes = open && Math.max(1, Math.round(open * this.minutes));
    const at = item && isOneByOne ? asked.indexOf(item) + 1 : 0;
    const word = at ? "said" : "said_all";
    const said = this.pieces.say(word, { at, count: ids.length, answered });
    const rest = minutes ? this.pieces.say("minutes", { minutes }) : "";
    /** @type {HTMLElement} */ (this.element.querySelector("[data-part='said']")).textContent = `${said} ${rest}`.trim();
    for (const area of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-plan]"))) {
      const links = /** @type {HTMLElement[]} */ ([...area.querySelectorAll("[data-to]")]);
      const shown = links.filter((link) => this.#mark(link, ids, answers, item));
      area.hidden = !shown.length;
      const done = shown.filter((link) => Object.hasOwn(answers, String(link.dataset.to))).length;
      const count = /** @type {HTMLElement} */ (area.querySelector("[data-count]"));
      count.textContent = this.pieces.say("in_area", { answered: done, count: shown.length });
    }
  }

  /**
   * Marks what was done of a question; says whether it is asked.
   * @type {(link: HTMLElement, ids: string[], answers: import("../logic/scoring.js").Answers, item: HTMLElement | null) => boolean}
   */
  #mark(link, ids, answers, item) {
    const id = String(link.dataset.to);
    const isAsked = ids.includes(id);
    const row = /** @type {HTMLElement} */ (link.closest("li"));
    row.hidden = !isAsked;
    const state = !Object.hasOwn(answers, id) ? "open" : answers[id] === "na" ? "na" : "answered";
    link.dataset.state = state;
    /** @type {HTMLElement} */ (link.querySelector("[data-mark]")).textContent = this.pieces.say(state);
    if (item?.dataset.item === id) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
    return isAsked;
  }
}
