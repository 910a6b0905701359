// The teacher's side of a round: who gets what, what is handed over, the choice, and then the two codes. Nothing is
// made before the choice, and no code is kept: this browser remembers only which contribution was somebody's.

import { joinedIn, keyOf } from "../logic/group/kept.js";
import { linkTo } from "../logic/group/round.js";
import { bandsOf, contribute, mayJoin, NONE } from "../logic/group/split.js";
import { sayDay } from "../logic/days.js";
import { Pieces } from "../pieces.js";
import { put } from "../report/page.js";
import { Handing } from "./handing.js";
import { Listed } from "./listed.js";

/**
 * @typedef {import("../logic/group/round.js").Round} Round
 * @typedef {ReturnType<typeof import("../selfcheck/session.js").openSession>} Session
 * @typedef {import("../logic/group/split.js").Reason | "no-result" | "not-begun"} Reason
 * @typedef {{result: import("../logic/rounds.js").Round | null, reasons: Reason[]}} Candidate
 */

/** How the bands are called in the words, in their order; no answer comes last. */
const BAND_NAMES = ["a", "b", "c", "none"];

/**
 * The codes that were made since this page was opened, by round: who looks at something else and comes back finds the
 * same ones. @type {WeakMap<Session, Map<string, import("./handing.js").Contribution>>}
 */
const MADE = new WeakMap();

/** Reasons after which doing the self-check does not help. */
const NOT_YOURS = ["round-over", "not-begun"];

/** The section of the page, its words, and what it says of a round. */
export class JoinPage {
  /** @param {HTMLElement} element @param {Round} round */
  constructor(element, round) {
    this.element = element;
    this.round = round;
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.part("words")));
    this.slips = new Pieces(/** @type {HTMLTemplateElement} */ (this.part("slips")));
    this.rows = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-join-of]")]);
  }

  /** @param {string} selector @returns {HTMLElement} */
  find(selector) {
    const found = this.element.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(`join: expected an element ${selector}`);
    return found;
  }

  /** @param {string} name */
  part(name) {
    return this.find(`[data-join="${name}"]`);
  }

  /** @type {(name: string, values?: Record<string, string | number>) => string} */
  say(name, values) {
    return this.pieces.say(name, values);
  }

  /** Says a day in words. @param {string} date */
  day(date) {
    return sayDay(date, (name, values) => this.say(name, values));
  }

  get period() {
    const { first, last } = this.round;
    return this.say("period", { first: this.day(first), last: this.day(last) });
  }

  makeSlip() {
    return this.slips.make("slip");
  }
}

export class Join {
  /**
   * @param {HTMLElement} element the part of the page in which the section stands
   * @param {{session: Session, round: Round, signal: AbortSignal}} options
   */
  constructor(element, { session, round, signal }) {
    this.session = session;
    this.round = round;
    this.page = new JoinPage(element, round);
    this.handing = new Handing(this.page, signal);
    this.listed = new Listed(this.page, signal);
    this.quick = this.page.rows.filter((row) => "joinQuick" in row.dataset).map((row) => String(row.dataset.joinOf));
    this.page.part("make").addEventListener("click", () => this.#make(), { signal });
    this.page.part("renew").addEventListener("click", () => this.#renew(), { signal });
    signal.addEventListener("abort", () => this.#leave());
    this.#drawRound();
    this.handing.draw(this.#made);
    this.draw();
    this.page.part("part").hidden = false;
  }

  /** Shows what can be done now. Nothing of the codes changes by it. */
  draw() {
    const { page } = this;
    const kept = this.#kept;
    if (this.#made && kept && kept.contribution !== this.#made.id) {
      this.#hold(null);
      page.part("said").textContent = page.say("elsewhere");
    }
    const candidate = this.#candidate;
    const state = this.#made ? "codes" : kept ? "joined" : candidate.reasons.length ? "refused" : "choice";
    for (const name of ["refused", "choice", "codes", "joined"]) page.part(name).hidden = name !== state;
    page.part("explained").hidden = state === "codes" || state === "joined";
    page.part("made-id").textContent = this.#made?.id ?? "";
    page.part("kept-id").textContent = kept?.contribution ?? "";
    page.part("checking").hidden = state === "choice";
    if (state === "refused") this.#drawRefused(candidate);
    if (state === "choice") this.#drawChoice(candidate);
    // Who made codes and lost them may make new ones as long as the round lasts.
    page.part("lost").hidden = candidate.reasons.length > 0;
    this.listed.draw(this.#made?.id ?? kept?.contribution ?? "");
  }

  /** What this browser keeps of this round. @returns {{contribution: string, selfcheck: string} | undefined} */
  get #kept() {
    return this.session.store.get(keyOf(this.round.id, "joined"))?.value;
  }

  /** The self-check that can be handed in, or the latest with the reasons why not. @returns {Candidate} */
  get #candidate() {
    const { rounds, questionnaire, store } = this.session;
    const { today } = rounds;
    const joined = joinedIn(store.keys().map((key) => [key, store.get(key)?.value]));
    const found = rounds.list
      .filter(({ given }) => given.length > 0)
      .map((result) => {
        const said = { ...result, questionnaire: questionnaire.id };
        return { result, reasons: mayJoin(this.round, said, { today, quick: this.quick, joined }) };
      });
    const kept = this.#kept;
    const own = kept && found.find(({ result }) => result.id === kept.selfcheck);
    const best = own ?? found.findLast(({ reasons }) => !reasons.length) ?? found.at(-1);
    if (best) return { ...best, reasons: best.reasons.map((reason) => this.#soon(reason, today)) };
    return { result: null, reasons: [today > this.round.last ? "round-over" : "no-result"] };
  }

  /** Tells a period that is to come from one that was missed. @type {(reason: Reason, today: string) => Reason} */
  #soon(reason, today) {
    return reason === "outside-period" && today < this.round.first ? "not-begun" : reason;
  }

  #drawRound() {
    const { page, round } = this;
    const { id, name, opener, second, minimum } = round;
    // What was said and typed in another round does not count here.
    if (page.part("part").dataset.round !== id) {
      page.part("part").dataset.round = id;
      for (const said of ["said", "check-said"]) page.part(said).textContent = "";
      for (const field of ["check-id", "check-list"]) /** @type {HTMLInputElement} */ (page.part(field)).value = "";
    }
    page.part("title").textContent = page.say("title", { name });
    page.part("fact-opener").textContent = opener;
    page.part("fact-second").textContent = second;
    page.part("fact-period").textContent = page.period;
    page.part("fact-minimum").textContent = page.say("minimum", { minimum });
    for (const part of ["who", "fewest", "colleagues", "whole"]) {
      page.part(part).textContent = page.say(part, { opener, second, minimum });
    }
    page.part("link").textContent = linkTo(location.href, round);
  }

  /** @param {Candidate} candidate */
  #drawRefused({ result, reasons }) {
    const { page, round } = this;
    const isOver = reasons.includes("round-over");
    // Of a round that is over nothing else matters.
    const shown = /** @type {Reason[]} */ (isOver ? ["round-over"] : reasons);
    const { first, last, opener } = round;
    const empty = bandsOf(result?.answers ?? {}, round.order).filter((band) => band === NONE).length;
    const finished = result?.finished ? page.day(result.finished) : "";
    const values = { first: page.day(first), last: page.day(last), opener, empty, finished };
    const pieces = shown.map((reason) => {
      const name = reason.replaceAll("-", "_");
      const said = { why: page.say(`why.${name}`, values), do: page.say(`do.${name}`, values) };
      return put(page.pieces.make("reason"), said);
    });
    page.part("reasons").replaceChildren(...pieces);
    page.part("refused-title").hidden = isOver;
    page.part("over-title").hidden = !isOver;
    page.part("return").hidden = shown.every((reason) => NOT_YOURS.includes(reason));
  }

  /** Shows just what would be handed over. @param {Candidate} candidate */
  #drawChoice({ result }) {
    const { page, round } = this;
    if (!result) return;
    const bands = bandsOf(result.answers, round.order);
    const names = bands.map((band) => BAND_NAMES[band]);
    for (const row of page.rows) {
      const name = names[round.order.indexOf(String(row.dataset.joinOf))];
      row.dataset.band = name;
      put(row, { band: page.say(`band.${name}`) });
    }
    const counts = BAND_NAMES.map((name) => [name, names.filter((one) => one === name).length]);
    page.part("counts").textContent = page.say("counts", Object.fromEntries(counts));
    page.part("used").textContent = page.say("used", { finished: page.day(String(result.finished)) });
  }

  /** Makes the codes, unless another tab did so meanwhile, or the round ended. */
  #make() {
    if (!this.#kept) this.#contribute();
    this.draw();
    if (this.#made) this.page.part("codes-title").focus();
  }

  /** Makes other codes for who lost the first ones. */
  #renew() {
    const old = this.#kept?.contribution ?? "";
    this.#contribute();
    this.draw();
    if (!this.#made) return;
    this.page.part("said").textContent = this.page.say("renewed", { id: this.#made.id, old });
    this.page.part("codes-title").focus();
  }

  #contribute() {
    const { result, reasons } = this.#candidate;
    if (!result || reasons.length) return;
    const made = contribute(this.round, result.answers);
    this.#hold({ ...made, mailed: new Set() });
    this.session.store.set(keyOf(this.round.id, "joined"), { contribution: made.id, selfcheck: result.id });
  }

  get #made() {
    return MADE.get(this.session)?.get(this.round.id) ?? null;
  }

  /** @param {import("./handing.js").Contribution | null} contribution */
  #hold(contribution) {
    const made = MADE.get(this.session) ?? new Map();
    if (contribution) made.set(this.round.id, contribution);
    else made.delete(this.round.id);
    MADE.set(this.session, made);
    this.handing.draw(contribution);
  }

  /** Takes every trace of the codes out of the page. */
  #leave() {
    this.handing.draw(null);
    this.page.part("part").hidden = true;
  }
}
