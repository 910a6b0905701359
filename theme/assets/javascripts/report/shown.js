// Which result is shown, and what is done with it: choosing a round, keeping what goes first, deleting and putting back.

import { KeepingPanel } from "../keeping/panel.js";
import { held, hold } from "../keeping/place.js";
import { isValid as isPlan } from "../logic/plan.js";
import { Saving } from "../saving/saving.js";
import { openSession } from "../selfcheck/session.js";
import { Drawing } from "./drawing.js";
import { SharedResult } from "./link.js";

/** @typedef {import("../logic/rounds.js").Round} Round */

export class ShownRound {
  /** @type {string | null} the round that was asked for */
  #asked = held("round") ?? null;
  /** @type {Round | null} */
  #removed = null;
  /** @type {("here" | "elsewhere")[]} where what is still to be drawn changed */
  #changes = [];

  /** @param {import("./page.js").ReportPage} page @param {AbortSignal} signal */
  constructor(page, signal) {
    this.page = page;
    const drawSoon = () => this.#drawSoon();
    const listeners = {
      onChange: (/** @type {{from: "here" | "elsewhere"}} */ { from }) => this.#drawSoon(from),
      onTrouble: (/** @type {import("../logic/store.js").Reason} */ reason) => {
        this.panel.tell(reason);
        this.saving.note.tell(reason);
      },
    };
    this.session = openSession(page.element, listeners, { plan: isPlan });
    const { store, rounds } = this.session;
    signal.addEventListener("abort", () => store.close());
    this.panel = new KeepingPanel(page.element, {
      store,
      signal,
      file: () => ({ name: page.say("file", { day: rounds.today }), text: rounds.toFile() }),
      read: (text) => rounds.addFile(text),
      changed: () => {
        // Who deletes everything means this too.
        this.#removed = null;
        drawSoon();
      },
    });
    this.link = new SharedResult(page, this.session, { changed: drawSoon, saved: (id) => this.#prefer(id) }, signal);
    this.drawing = new Drawing(page, this.session, (part, value) => this.#keep(part, value), drawSoon, signal);
    this.saving = new Saving(page.element, { store, signal });
    this.#listen(signal);
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      this.page.part(name).addEventListener("click", act, { signal });
    const field = /** @type {HTMLSelectElement} */ (this.page.part("round"));
    field.addEventListener("change", () => this.#ask(field.value), { signal });
    on("change", () => this.session.rounds.reopen());
    on("again", () => this.session.rounds.start());
    on("remove", () => this.#remove());
    on("undo", () => this.#undo());
  }

  /** Several changes at once are one drawing. @param {"here" | "elsewhere"} [from] */
  #drawSoon(from = "here") {
    this.#changes.push(from);
    if (this.#changes.length === 1) queueMicrotask(() => this.draw());
  }

  draw() {
    const active = document.activeElement;
    const key = active instanceof HTMLElement ? active.dataset.key : undefined;
    const rounds = this.#rounds;
    const round = this.#roundOf(rounds);
    this.panel.draw(this.#changes.includes("elsewhere") ? "elsewhere" : "here");
    this.#changes = [];
    const shown = this.link.result ?? round;
    this.drawing.draw(rounds, shown);
    this.saving.draw();
    if (shown) this.link.write(shown.answers);
    const { store, rounds: all } = this.session;
    this.page.part("round-actions").hidden = !round || this.link.result !== null;
    // What is not kept is lost on the way to another page.
    this.page.part("again").hidden = !store.isKept;
    this.page.part("change").hidden = !store.isKept || round?.id !== all.latest?.id;
    this.page.part("undo-round").hidden = !this.#removed;
    // A list that was made anew takes the focus along.
    if (key) this.page.all("[data-key]").find(({ dataset }) => dataset.key === key)?.focus();
  }

  /** The rounds in which something was answered. @returns {Round[]} */
  get #rounds() {
    return this.session.rounds.list.filter(({ given }) => given.length > 0);
  }

  /** Gives the round that was asked for, or the latest. @param {Round[]} rounds @returns {Round | undefined} */
  #roundOf(rounds) {
    const latest = this.session.rounds.latest?.id;
    return rounds.find(({ id }) => id === this.#asked) ?? rounds.find(({ id }) => id === latest) ?? rounds.at(-1);
  }

  /** @param {string | null} id of the round to show, also after a reload */
  #prefer(id) {
    this.#asked = id;
    hold("round", id);
  }

  /** @param {string | null} id */
  #ask(id) {
    this.#prefer(id);
    this.link.drop();
    this.draw();
  }

  /** Keeps a choice with the round that is shown. @type {import("./drawing.js").Keep} */
  #keep(part, value) {
    const id = this.#roundOf(this.#rounds)?.id;
    if (this.link.result) this.link.keep(part, value);
    else if (id) this.session.rounds.choose(part, value, id);
  }

  #remove() {
    const round = this.#roundOf(this.#rounds);
    if (!round) return;
    this.#removed = round;
    this.session.rounds.removeRound(round.id);
    this.page.tell("said", this.page.say("removed_round", { day: this.page.day(round.day) }));
    this.draw();
    this.page.part("undo").focus();
  }

  #undo() {
    const { added } = this.session.rounds.merge(this.#removed ? [this.#removed] : []);
    this.#removed = null;
    this.page.tell("said", this.page.say("back"));
    this.#ask(added[0] ?? null);
    this.page.part("said").focus();
  }
}
