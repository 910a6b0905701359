// A result that came in a link: shown, and kept only when the person asks. And the link with the result that is shown.

import { Received } from "../keeping/fragment.js";
import { roundOf } from "../logic/report.js";
import { NAME, codeOfResult, decode, encode, linkTo } from "../logic/sharing.js";

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
    this.received = new Received(page.element, NAME, codeOfResult(this.order), (text, chosen) => this.#open(text, chosen));
    page.part("save-shared").addEventListener("click", () => this.#save(), { signal });
    page.part("close-shared").addEventListener("click", () => this.#close(), { signal });
    this.received.listen(signal);
  }

  /** @type {(text: string | null, chosen: Partial<Result> | undefined) => void} */
  #open(text, chosen) {
    const { answers, reason } = text === null ? {} : decode(text, this.order, [this.session.questionnaire.version]);
    const empty = { context: {}, priorities: [], level: null, region: null, earlier: [], state: /** @type {const} */ ("finished") };
    this.result = answers ? { id: null, answers, ...empty, ...chosen } : null;
    this.page.part("bad-link").textContent = reason ? this.page.say(`bad-link.${reason}`) : "";
    this.page.part("bad-link").hidden = !reason;
    this.listeners.changed();
  }

  /** Keeps what was chosen as long as the result is shown. @type {(part: "priorities" | "level" | "region", value: any) => void} */
  keep(part, value) {
    if (!this.result) return;
    this.result = { ...this.result, [part]: value ?? (part === "priorities" ? [] : null) };
    const { priorities, level, region } = this.result;
    this.received.hold({ priorities, level, region });
    this.listeners.changed();
  }

  /** Lets the result go. */
  drop() {
    this.result = null;
    this.received.done();
  }

  #close() {
    this.drop();
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
