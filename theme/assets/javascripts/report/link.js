// A result that came in a link: shown, and kept only when the person asks. And the link with the result that is shown.

import { roundOf } from "../logic/report.js";
import { decode, encode, findIn, linkTo, strip } from "../logic/sharing.js";

/**
 * @typedef {import("../logic/rounds.js").Round} Round
 * @typedef {Pick<Round, "answers" | "context" | "priorities" | "level" | "region" | "earlier" | "state"> & {id: null}} Result
 */

export class SharedResult {
  /** @type {Result | null} */
  result = null;

  /**
   * @param {import("./page.js").ReportPage} page
   * @param {ReturnType<typeof import("../selfcheck/session.js").openSession>} session
   * @param {{changed: () => void, saved: (id: string) => void}} listeners
   * @param {AbortSignal} signal
   */
  constructor(page, session, listeners, signal) {
    this.page = page;
    this.session = session;
    this.listeners = listeners;
    this.order = session.questionnaire.competences.map(({ id }) => id);
    addEventListener("hashchange", () => this.open(), { signal });
    page.part("save-shared").addEventListener("click", () => this.#save(), { signal });
    page.part("close-shared").addEventListener("click", () => this.#close(), { signal });
    this.open();
  }

  /** Opens the result in the address, and takes it out of there. */
  open() {
    const text = findIn(location);
    if (text === null) return;
    strip(location, history);
    const { answers, reason } = decode(text, this.order, [this.session.questionnaire.version]);
    const empty = { context: {}, priorities: [], level: null, region: null, earlier: [], state: /** @type {const} */ ("finished") };
    this.result = answers ? { id: null, answers, ...empty } : null;
    this.page.part("bad-link").textContent = reason ? this.page.say(`bad-link.${reason}`) : "";
    this.page.part("bad-link").hidden = !reason;
    this.listeners.changed();
  }

  /** Keeps what was chosen until the page closes. @type {(part: "priorities" | "level" | "region", value: any) => void} */
  keep(part, value) {
    if (this.result) this.result = { ...this.result, [part]: value ?? (part === "priorities" ? [] : null) };
    this.listeners.changed();
  }

  #close() {
    this.result = null;
    this.listeners.changed();
    this.page.part("said").focus();
  }

  #save() {
    if (!this.result) return;
    const { rounds, store, questionnaire } = this.session;
    const { answers, priorities, level, region } = this.result;
    const number = Math.max(0, ...rounds.list.map((round) => round.number)) + 1;
    const round = roundOf(answers, questionnaire, { day: rounds.today, at: store.now(), number });
    const { added } = rounds.merge([{ ...round, priorities, level, region }]);
    this.listeners.saved(added[0]);
    this.page.tell("said", this.page.say("saved_round"));
    this.#close();
  }

  /** Writes the link with a result. @param {import("../logic/scoring.js").Answers} answers */
  write(answers) {
    const text = encode(answers, this.order, this.session.questionnaire.version);
    this.page.part("link").textContent = linkTo(location.href, text);
  }
}
