// The plan as one thing: what is kept of it, what of it is drawn when something changes, and what is typed into it.

import { afterPress } from "../after.js";
import { KeepingPanel } from "../keeping/panel.js";
import { Merge } from "../keeping/merge.js";
import { Typing } from "../keeping/typing.js";
import { openKept } from "../keeping/kept.js";
import { isValid as isAgenda } from "../logic/agenda.js";
import { isValid as isChecklist } from "../logic/checklist.js";
import { entriesOf } from "../logic/entries.js";
import { ABOUT, about, isValid as isPlan, offers, priorities, steps } from "../logic/plan.js";
import { isValid as isRound, openRounds } from "../logic/rounds.js";
import { Carry } from "./carry.js";
import { Catalogue } from "./catalogue.js";
import { describe } from "./describe.js";
import { Goals, ordersAfter } from "./goals.js";
import { Offers } from "./offers.js";
import { Others } from "./others.js";
import { PlanPage } from "./page.js";
import { rowOf } from "./rows.js";
import { Shared } from "./shared.js";
import { Steps } from "./steps.js";

/** What a copy of a plan holds, and what a copy opened here may hold. */
const TOOLS = ["plan", "checklist", "agenda"];
/** The key with which everything is drawn. */
const ALL = "device";
const COMPETENCE = /^\d+\.\d+$/;
/** Fields in which nothing is said as `null`. */
const MAYBE = ["date", "phase"];

export class Desk {
  /** @type {Set<string>} keys that changed and are not drawn yet */
  #keys = new Set();
  #isElsewhere = false;
  #isBegun = false;

  /** @param {HTMLElement} element @param {AbortSignal} signal */
  constructor(element, signal) {
    this.element = element;
    this.page = new PlanPage(element);
    const judges = { plan: isPlan, checklist: isChecklist, agenda: isAgenda };
    this.store = openKept(
      { ...judges, round: isRound },
      { onChange: ({ keys, from }) => this.#drawSoon(keys, from), onTrouble: (reason) => this.panel.tell(reason) },
    );
    signal.addEventListener("abort", () => this.store.close());
    const { questionnaire: id, version } = element.dataset;
    const competences = [...this.page.options.keys()].filter((one) => COMPETENCE.test(one)).map((one) => ({ id: one, wording: "" }));
    this.rounds = id ? openRounds(this.store, { id, version: Number(version), competences }) : null;
    this.typing = new Typing(element, "[data-field], [data-type]", (field) => this.#keepTyped(field), signal);
    const changed = () => this.#drawSoon(this.store.keys(), "here");
    this.merge = new Merge(element, {
      store: this.store,
      judges,
      tool: "plan",
      tools: TOOLS,
      name: this.page.say("file"),
      entries: () => this.entries(),
      describe: (entries) => describe(entries, this.page),
      changed,
      signal,
    });
    this.panel = new KeepingPanel(element, {
      store: this.store,
      file: this.merge.file,
      read: (text) => {
        this.typing.flush();
        return this.merge.read(text);
      },
      most: this.merge.most,
      signal,
      changed: () => {
        this.#isBegun = false;
        this.merge.forget();
        this.carry.forget();
        this.drawAll();
      },
    });
    this.catalogue = new Catalogue(element, () => {
      this.offers.draw();
      this.others.drawChecklists();
    });
    this.goals = new Goals(this, signal);
    this.offers = new Offers(this, signal);
    this.steps = new Steps(this, signal);
    this.others = new Others(this);
    this.carry = new Carry(this, signal);
    this.shared = new Shared(this, signal);
    element.addEventListener("change", ({ target }) => this.#keepSet(/** @type {HTMLInputElement} */ (target)), { signal });
    this.page.on("begin", () => this.begin(), signal);
  }

  get kind() {
    return this.store.get("plan/kind")?.value === "team" ? "team" : "teacher";
  }

  /** Whether nothing is kept that belongs in a plan. */
  get isEmpty() {
    return !this.store.keys().some((key) => TOOLS.includes(key.split("/")[0])) && !this.goals.found.length;
  }

  /** What a copy holds: the plan, and what the other tools keep for it. */
  entries() {
    this.typing.flush();
    const kept = entriesOf(this.store, (key) => TOOLS.includes(key.split("/")[0]));
    if (priorities(this.store).length) return kept;
    // Without goals of its own, a plan has those of the self-check.
    const found = this.goals.found.map(({ id, title }, at) => ({
      key: `plan/priority/${id}`,
      value: { title, order: at + 1 },
      at: this.store.now(),
    }));
    return [...kept, ...found];
  }

  load() {
    const providers = this.store.keys().flatMap((key) => key.split("/provider/")[1] ?? []);
    return this.catalogue.load([...offers(this.store).map(({ id }) => id), ...providers]);
  }

  begin() {
    this.#isBegun = true;
    this.drawAll();
    /** @type {HTMLElement | null} */ (this.page.part("kind").querySelector("input:checked"))?.focus();
  }

  drawAll() {
    this.#keys.add(ALL);
    this.#draw();
  }

  /** Several changes at once are one drawing. @type {(keys: string[], from: "here" | "elsewhere") => void} */
  #drawSoon(keys, from) {
    if (!this.#keys.size) afterPress(this.element, () => this.#draw());
    // What changed without a key to name it still is drawn.
    for (const key of keys.length ? keys : [ALL]) this.#keys.add(key);
    this.#isElsewhere ||= from === "elsewhere";
  }

  #draw() {
    const keys = [...this.#keys];
    this.#keys.clear();
    const isAll = keys.includes(ALL);
    const has = (/** @type {string} */ start) => isAll || keys.some((key) => key.startsWith(start));
    this.panel.draw(this.#isElsewhere ? "elsewhere" : "here");
    this.#isElsewhere = false;
    const { isEmpty } = this;
    this.#isBegun ||= !isEmpty;
    this.element.toggleAttribute("data-empty", isEmpty);
    this.page.part("start").hidden = this.#isBegun;
    this.page.part("tool").hidden = !this.#isBegun;
    if (has("plan/kind") || has("plan/about/")) this.#drawAbout();
    if (has("plan/priority/") || has("round/")) this.goals.draw();
    if (has("plan/offer/")) this.offers.draw();
    if (has("plan/offer/") && this.catalogue.count > 1) this.load();
    if (has("plan/step/")) this.steps.draw();
    if (has("checklist/")) this.others.drawChecklists();
    if (has("agenda/")) this.others.drawAgendas();
    this.carry.draw();
  }

  #drawAbout() {
    const { kind } = this;
    this.element.dataset.kind = kind;
    this.page.part("title").textContent = this.page.say(`title.${kind}`);
    for (const one of this.page.part("kind").querySelectorAll("input")) one.checked = one.value === kind;
    const said = about(this.store);
    for (const name of ABOUT) {
      const field = /** @type {HTMLInputElement | null} */ (this.element.querySelector(`[data-field="${name}"]`));
      if (field && field !== document.activeElement && field.value !== said[name]) field.value = said[name];
    }
  }

  /** Moves a goal or a step. @type {(part: "priority" | "step", id: string, title: string, by: number, gone: import("./gone.js").Gone) => void} */
  move(part, id, title, by, gone) {
    const [read, { rows }] = part === "step" ? [steps, this.steps] : [priorities, this.goals];
    const list = read(this.store);
    const entries = ordersAfter(list, id, by).map((one) => {
      const key = `plan/${part}/${one.id}`;
      return { key, value: { ...this.store.get(key)?.value, order: one.order } };
    });
    if (!entries.length) return;
    // The new order comes in a task of its own, before everything that follows from it.
    afterPress(this.element, () => rows.arrange(read(this.store)));
    this.store.setAll(entries);
    gone.say(this.page.say("said_moved", { title, at: list.findIndex((one) => one.id === id) + 1 + by }));
  }

  /** @param {import("../keeping/typing.js").Field} field */
  #keepTyped(field) {
    const name = field.dataset.field;
    if (!name) return this.#keepRow(field, String(field.dataset.type));
    const key = `plan/about/${name}`;
    const there = this.store.get(key)?.value ?? "";
    if (field.value === there) return;
    if (field.value.trim()) this.store.set(key, field.value);
    else if (there) this.store.remove(key);
  }

  /** @param {HTMLInputElement} field */
  #keepSet(field) {
    if (field.name === "kind") this.store.set("plan/kind", field.value);
    else if (field.dataset.set) this.#keepRow(field, field.dataset.set);
  }

  /** @type {(field: HTMLInputElement | HTMLTextAreaElement, name: string) => void} */
  #keepRow(field, name) {
    const key = `plan/${field.closest("[data-part='step-list']") ? "step" : "offer"}/${rowOf(field)?.dataset.id}`;
    const there = this.store.get(key)?.value;
    if (!there) return;
    const text = MAYBE.includes(name) ? field.value || null : field.value;
    if (text === there[name]) return;
    const value = { ...there, [name]: text };
    if ((name === "title" && !field.value.trim()) || !isPlan(key, value)) field.value = there[name] ?? "";
    else this.store.set(key, value);
  }
}
