// The questionnaire: one question at a time or all below each other, over fieldsets that stand in the page. Where
// somebody is stands after `#`, as the anchor of the question, so that Back goes one question back.

import { KeepingPanel } from "../keeping/panel.js";
import { held, hold, resettle, show } from "../keeping/place.js";
import { encode, linkTo } from "../logic/sharing.js";
import { Pieces } from "../pieces.js";
import { places } from "../places.js";
import { mark, printing } from "../print.js";
import { Context } from "../selfcheck/context.js";
import { Progress } from "../selfcheck/progress.js";
import { openSession } from "../selfcheck/session.js";

/** What is asked: these, or a list of areas. */
const QUICK = "snel";
const ALL = "alles";
const LAST = "_algemeen";
/** What is answered without a level; its field has the value 0. */
const NOT_APPLICABLE = "na";

/** @typedef {import("../logic/rounds.js").Round} Round */

export class SelfCheck extends HTMLElement {
  part = places(this, "data-part");
  /** @type {AbortController | undefined} */
  #bound;
  /** @type {ReturnType<typeof openSession> | undefined} */
  #session;
  #isOneByOne = held("view") !== "all";
  #hasAskedDevice = false;
  #hasWarned = false;

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.part("words")));
    this.items = /** @type {HTMLFieldSetElement[]} */ ([...this.querySelectorAll("[data-item]")]);
    // What was clicked before this script came counts, once there is a round to keep it in.
    const early = this.items.flatMap((item) => /** @type {HTMLInputElement[]} */ ([...item.querySelectorAll("input:checked")]));
    this.#session = openSession(this, {
      onChange: ({ from }) => from === "elsewhere" && this.#draw(from),
      onTrouble: (reason) => this.panel.tell(reason),
    });
    const { store, rounds } = this.#session;
    this.panel = new KeepingPanel(this, {
      store,
      signal,
      file: () => ({ name: `zelfcheck-${rounds.today}.json`, text: rounds.toFile() }),
      read: (text) => {
        const result = rounds.addFile(text);
        this.#draw();
        return result;
      },
      changed: () => this.#draw(),
    });
    this.context = new Context(this, rounds, () => this.#keep(this.#round));
    this.progress = new Progress(this.part("progress"), this.pieces, Number(this.dataset.minutes) / this.items.length);
    this.#listen(signal);
    for (const name of ["choose", "level", "print", "progress", "steer"]) this.part(name).hidden = false;
    this.part("no-script").hidden = true;
    for (const field of early) this.#answer(field);
    this.#route();
    resettle();
    this.setAttribute("data-ready", "");
  }

  disconnectedCallback() {
    this.#bound?.abort();
    this.#session?.store.close();
  }

  get #rounds() {
    return /** @type {NonNullable<typeof this.session>} */ (this.#session).rounds;
  }

  /** The round that is open, or was last. @returns {Round | null} */
  get #round() {
    return this.#rounds.current ?? this.#rounds.latest;
  }

  /** The questions that are asked, in order. @param {Round | null} round */
  #asked(round) {
    const scope = round?.scope ?? ALL;
    if (scope === QUICK) return this.items.filter((item) => "quick" in item.dataset);
    if (!Array.isArray(scope)) return this.items;
    return this.items.filter((item) => scope.includes(/** @type {HTMLElement} */ (item.closest("[data-area]")).dataset.area ?? ""));
  }

  /** The question in the address. */
  get #item() {
    const anchor = location.hash.slice(1);
    return this.items.find((item) => item.id === anchor) ?? null;
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      this.part(name).addEventListener("click", act, { signal });
    addEventListener("hashchange", () => this.#route(true), { signal });
    this.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.closest("[data-item]")) this.#answer(target);
    }, { signal });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-begin]"))) {
      button.addEventListener("click", (event) => this.#begin(event, String(button.dataset.begin)), { signal });
    }
    on("go-on", () => this.#goTo(this.#firstOpen()));
    on("change", () => {
      this.#rounds.reopen();
      this.#goTo(this.#firstOpen());
    });
    on("next", () => this.#step());
    on("back", () => history.back());
    on("clear", () => {
      if (this.#item) this.#rounds.remove(String(this.#item.dataset.item));
      this.#draw();
      this.part("next").focus();
    });
    on("view-one", () => this.#view(true));
    on("view-all", () => this.#view(false));
    const printAs = printing((which) => (which ? mark(this, { [`data-${which}`]: "" }) : undefined), signal);
    on("print", () => printAs("empty"));
    this.part("level").addEventListener("change", ({ target }) => {
      this.#rounds.setLevel(/** @type {HTMLSelectElement} */ (target).value || null);
      this.context?.prefer("education-levels", /** @type {HTMLSelectElement} */ (target).value);
      this.#draw();
    }, { signal });
  }

  /** @param {Event} event @param {string} what */
  #begin(event, what) {
    event.preventDefault();
    const picked = /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("[data-pick-area]:checked")]).map(({ value }) => value);
    if (what === "domeinen" && !picked.length) {
      this.part("choose-said").textContent = this.pieces?.say("no_area") ?? "";
      return;
    }
    const level = this.#round?.level ?? null;
    // An open round goes on, with more or fewer questions; a finished one stays as it is.
    if (!this.#rounds.current) this.#rounds.start();
    if (level) this.#rounds.setLevel(level);
    this.#rounds.setScope(what === "domeinen" ? picked : what);
    this.#goTo(this.#firstOpen());
  }

  /** @param {HTMLInputElement} field */
  #answer(field) {
    const id = String(/** @type {HTMLElement} */ (field.closest("[data-item]")).dataset.item);
    if (this.#round?.state === "finished") this.#rounds.reopen();
    this.#rounds.answer(id, Number(field.value) || NOT_APPLICABLE);
    const round = this.#round;
    this.#keep(round);
    this.#drawProgress(round);
  }

  /** Gives the first question without an answer, or the last step. */
  #firstOpen() {
    const round = this.#round;
    const open = this.#asked(round).find((item) => !Object.hasOwn(round?.answers ?? {}, String(item.dataset.item)));
    return open?.id ?? LAST;
  }

  /** @param {string} anchor */
  #goTo(anchor) {
    if (location.hash === `#${anchor}`) this.#route(true);
    else location.hash = anchor;
  }

  #step() {
    if (location.hash === `#${LAST}`) return this.#finish();
    const asked = this.#asked(this.#round);
    const at = this.#isOneByOne ? asked.findIndex((item) => item === this.#item) : asked.length - 1;
    this.#goTo(asked[at + 1]?.id ?? LAST);
  }

  #finish() {
    const { store, questionnaire } = /** @type {NonNullable<typeof this.session>} */ (this.#session);
    const round = this.#round;
    if (!round || !Object.keys(round.answers).length) return this.#tell("nothing");
    if (store.isOwnDevice === null && !this.#hasAskedDevice) {
      this.#hasAskedDevice = true;
      return this.#tell("ask_device");
    }
    if (!store.isKept && this.#isMoreThanAnswers(round) && !this.#hasWarned) {
      this.#hasWarned = true;
      this.panel?.offerCopy();
      return this.#tell("leaving");
    }
    this.#rounds.finish();
    this.#keep(this.#round);
    if (!navigator.onLine) return this.#tell("offline");
    const report = /** @type {HTMLAnchorElement} */ (this.part("to-report")).href;
    // Where nothing can be kept, the result goes along in the part of the address that no server sees.
    const order = questionnaire.competences.map(({ id }) => id);
    location.assign(store.isKept ? report : linkTo(report, encode(round.answers, order, questionnaire.version)));
  }

  /** Says whether there is something that a link with a result does not hold. @param {Round} round */
  #isMoreThanAnswers({ context, level }) {
    return Object.keys(context).length > 0 || level !== null || this.#rounds.list.length > 1;
  }

  /** @param {string} word */
  #tell(word) {
    this.part("finish-said").hidden = false;
    const ofKeeping = ["leaving", "offline"].includes(word);
    this.part("finish-said").textContent = (ofKeeping ? this.panel?.pieces : this.pieces)?.say(word) ?? "";
    this.part("finish-said").scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} isOneByOne */
  #view(isOneByOne) {
    this.#isOneByOne = isOneByOne;
    hold("view", isOneByOne ? "one" : "all");
    this.#route(true);
  }

  /** Shows what the address says. @param {boolean} [mayFocus] whether somebody went there */
  #route(mayFocus = false) {
    const item = this.#item;
    const isLast = location.hash === `#${LAST}`;
    // A question that is not asked was opened on purpose: then all are.
    if (item && !this.#asked(this.#round).includes(item)) this.#rounds.setScope(ALL);
    this.dataset.view = isLast ? "context" : item ? (this.#isOneByOne ? "one" : "all") : "start";
    this.part("finish-said").hidden = true;
    this.#draw();
    if (!mayFocus) return;
    // Anybody can have typed what stands after `#`.
    const place = item?.querySelector("h3") ?? document.getElementById(location.hash.slice(1)) ?? this.querySelector("h1");
    if (item || isLast) /** @type {HTMLElement | null} */ (place)?.focus({ preventScroll: true });
    const top = this.panel?.isAsking || this.panel?.takeNews() ? this.panel.part("state") : this.part("progress");
    if (place) show(this.#isOneByOne && item ? top : place);
  }

  /** Shows what is known in every field. @param {"here" | "elsewhere"} [from] where something changed */
  #draw(from = "here") {
    const round = this.#round;
    const asked = new Set(this.#asked(round));
    for (const item of this.items) {
      const answer = round?.answers[String(item.dataset.item)];
      const value = answer === NOT_APPLICABLE ? "0" : String(answer);
      for (const field of item.querySelectorAll("input")) field.checked = field.value === value;
      item.toggleAttribute("data-asked", asked.has(item));
      item.toggleAttribute("data-current", item === this.#item);
      for (const example of /** @type {NodeListOf<HTMLDetailsElement>} */ (item.querySelectorAll("[data-level]"))) {
        example.hidden = Boolean(round?.level) && example.dataset.level !== round?.level;
      }
    }
    for (const area of this.querySelectorAll("[data-area]")) {
      area.toggleAttribute("data-current", area.contains(this.#item));
      area.toggleAttribute("data-asked", [...asked].some((item) => area.contains(item)));
    }
    /** @type {HTMLSelectElement} */ (this.querySelector("[data-part='level'] select")).value = round?.level ?? "";
    this.context?.draw(round);
    this.#drawStart(round);
    this.#drawProgress(round);
    this.#keep(round, from);
  }

  /** @param {Round | null} round */
  #drawStart(round) {
    const answered = Object.keys(round?.answers ?? {}).length;
    const isOpen = round?.state === "open";
    this.part("resume").hidden = !round || !answered;
    this.part("go-on").hidden = !isOpen;
    this.part("change").hidden = isOpen;
    this.part("to-report").hidden = isOpen;
    this.part("anew").hidden = !round || isOpen;
    if (!round) return;
    const [year, month, day] = round.day.split("-").map(Number);
    const words = `${day} ${this.pieces?.say(`month.${month}`)} ${year}`;
    const values = { day: words, answered, count: this.#asked(round).length };
    this.part("resume-said").textContent = this.pieces?.say(isOpen ? "open_round" : "finished_round", values) ?? "";
  }

  /** @param {Round | null} round */
  #drawProgress(round) {
    const asked = this.#asked(round);
    const item = this.#item;
    this.progress?.draw({ asked, item, answers: round?.answers ?? {}, isOneByOne: this.#isOneByOne });
    const isAnswered = item && Object.hasOwn(round?.answers ?? {}, String(item.dataset.item));
    const isLast = location.hash === `#${LAST}`;
    const isEnd = !this.#isOneByOne || item === asked.at(-1);
    const word = isLast ? "finish" : isEnd && (isAnswered || !this.#isOneByOne) ? "to_context" : isAnswered ? "next" : "skip";
    this.part("next").textContent = this.pieces?.say(word) ?? "";
    this.part("clear").hidden = !(item && isAnswered && this.#isOneByOne);
  }

  /** @type {(round: Round | null, from?: "here" | "elsewhere") => void} */
  #keep(round, from) {
    const { state, earlier = [] } = round ?? {};
    const which = earlier.map(({ competence }) => competence).join(", ");
    if (which && state === "open") this.panel?.tell("reworded", { which });
    else this.panel?.untell("reworded");
    this.panel?.draw(from);
  }
}

customElements.define("vw-selfcheck", SelfCheck);
