// A checklist as a tool, over the questions that stand in the page: tick, mark, note, filter, hold against
// organisations, print. Complete without scripts; what needs this one is hidden until it runs.

import "./vw-copy.js";
import { Former, Reset } from "../checklist/former.js";
import { Providers } from "../checklist/providers.js";
import { Questions, required } from "../checklist/questions.js";
import { Fragment } from "../keeping/fragment.js";
import { openKept } from "../keeping/kept.js";
import { Merge } from "../keeping/merge.js";
import { KeepingPanel } from "../keeping/panel.js";
import { hold, show } from "../keeping/place.js";
import { askedProviders, belongs, isValid } from "../logic/checklist.js";
import { NAMES, asHash } from "../logic/comparison.js";
import { entriesOf } from "../logic/entries.js";
import { Pieces } from "../pieces.js";
import { mark, printing } from "../print.js";
import { remember } from "../remember.js";

const PROVIDERS = "_organisaties";

export class ChecklistTool extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;
  fragment = new Fragment(this, NAMES);

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    const checklist = String(this.dataset.checklist);
    const judges = { checklist: isValid };
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.#part("words")));
    this.store = openKept(judges, {
      onChange: ({ keys, from }) => (from === "elsewhere" ? this.#follow(keys) : this.#drawKept()),
      onTrouble: (reason) => this.panel?.tell(reason),
    });
    const { store, pieces } = this;
    this.questions = new Questions(this, {
      checklist, store, pieces, signal, changed: () => this.providers?.drawMails(),
    });
    this.merge = new Merge(this, {
      store, judges, signal,
      tool: "checklist",
      name: "checklist",
      entries: () => {
        this.questions?.flush();
        return entriesOf(store, (key) => belongs(key, checklist));
      },
      belongs: (key) => belongs(key, checklist),
      describe: (entries) => this.#describe(entries),
      changed: () => this.#draw(),
    });
    const { file, read, most } = this.merge;
    this.panel = new KeepingPanel(this, {
      store, file, most, signal,
      // What was typed a moment ago is here already.
      read: (text) => {
        this.questions?.flush();
        return read(text);
      },
      changed: () => {
        this.merge?.forget();
        this.reset?.forget();
        this.#draw();
      },
    });
    this.providers = new Providers(this, { checklist, store, pieces, questions: this.questions, signal });
    this.former = new Former(this, this.questions);
    this.reset = new Reset(this, this.questions, { signal, changed: () => this.#draw() });
    this.#listen(signal);
    for (const name of ["steer", "paper"]) this.#part(name).hidden = false;
    this.questions.takeEarly();
    this.questions.filter = this.#filter;
    this.#draw();
    this.loaded = this.providers.load();
    this.#route();
    this.setAttribute("data-ready", "");
  }

  disconnectedCallback() {
    this.#bound?.abort();
    this.store?.close();
  }

  /** @param {string} name @returns {any} */
  #part(name) {
    return required(this, `[data-part="${name}"]`);
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    addEventListener("hashchange", () => this.#route(true), { signal });
    const fields = /** @type {import("../remember.js").Field[]} */ ([...this.querySelectorAll("[data-filter]")]);
    this.keepFilter = remember(fields);
    for (const field of fields) field.addEventListener("change", () => this.#applyFilter(), { signal });
    required(this, "[data-part='unfilter'] button").addEventListener("click", () => this.#unfilter(), { signal });
    const printAs = printing((which) => this.#layForPaper(which || "all"), signal);
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("button[data-print]"))) {
      button.addEventListener("click", () => printAs(button.dataset.print), { signal });
    }
  }

  /** @returns {import("../logic/checklist.js").Filter} */
  get #filter() {
    const field = (/** @type {string} */ name) => required(this, `[data-filter="${name}"]`);
    return { asked: field("asked").value, phase: field("phase").value, isMattering: field("matters").checked };
  }

  #unfilter() {
    for (const name of ["asked", "phase"]) required(this, `[data-filter="${name}"]`).value = "";
    required(this, "[data-filter='matters']").checked = false;
    this.#applyFilter();
    required(this, "[data-filter='asked']").focus();
  }

  #applyFilter() {
    this.questions?.applyFilter(this.#filter);
    this.keepFilter?.();
  }

  /** @param {string} which */
  #layForPaper(which) {
    this.questions?.flush();
    const isEmpty = this.#part("empty").checked;
    return mark(this, { "data-print": which, ...(isEmpty && { "data-empty": "" }) });
  }

  /** Shows what the address names: a question, or organisations to hold the questions against. @param {boolean} [isHere] already */
  #route(isHere = false) {
    const { values, place } = this.fragment.read();
    if (place) this.questions?.reveal(place);
    const ids = askedProviders(values);
    // Those of a link stay beside the questions when the page is opened anew.
    if (!ids.length || (place && isHere)) return;
    if (!place) hold("asked", `#${asHash(ids)}`, `#${PROVIDERS}`);
    const section = /** @type {Element} */ (document.getElementById(PROVIDERS));
    this.providers?.ask(ids).then(() => place || show(section));
  }

  /** Follows another tab. @param {string[]} keys */
  #follow(keys) {
    const isOurs = (/** @type {string} */ key) => key === "device" || belongs(key, String(this.dataset.checklist));
    // Where everything was deleted, no key is left.
    if (!keys.length || keys.some(isOurs)) this.#draw("elsewhere");
    else this.panel?.draw("elsewhere");
  }

  /** @param {"here" | "elsewhere"} [from] where something changed */
  #draw(from = "here") {
    this.questions?.draw();
    this.former?.draw();
    this.providers?.draw();
    this.#drawKept(from);
  }

  /** @param {"here" | "elsewhere"} [from] */
  #drawKept(from = "here") {
    this.reset?.draw();
    this.panel?.draw(from);
  }

  /**
   * Says in words what stands under a key.
   * @param {import("../logic/entries.js").Entry[]} entries
   */
  #describe([{ key, value }]) {
    const { pieces } = this;
    if (!pieces || value.name !== undefined) return { title: value.name, text: "" };
    const id = key.split("/").at(-1) ?? "";
    const said = [value.ticked && pieces.say("former.ticked"), value.matters && pieces.say("former.matters"), value.note];
    return { title: value.text || id, text: said.filter(Boolean).join(" ") };
  }
}

customElements.define("vw-checklist", ChecklistTool);
