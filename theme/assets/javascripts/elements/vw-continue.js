// Shows at home what somebody was doing, read from what is kept in this browser: one script, fetched alike by everybody,
// that only reads. Where nothing is kept, the page stays as it is.

const PREFIX = "vormingswijzer/";
/** A longer text is not of ours. */
const MOST_TEXT = 15_000;

/** @typedef {Map<string, any>} Values */

/** @param {string} text */
function valueOf(text) {
  try {
    const { v, value } = JSON.parse(text.slice(0, MOST_TEXT));
    return v === 1 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a storage that may be closed to us. @param {() => Storage} give @returns {Values} */
function read(give) {
  /** @type {Values} */
  const values = new Map();
  try {
    for (const [name, text] of Object.entries(give())) {
      const value = name.startsWith(PREFIX) ? valueOf(text) : undefined;
      if (value !== undefined && value !== null) values.set(name.slice(PREFIX.length), value);
    }
  } catch {
    // Nothing can be read.
  }
  return values;
}

/** What is kept where the person said it may be. */
function kept() {
  const shared = read(() => sessionStorage);
  if (shared.get("device") === "shared") return shared;
  const own = read(() => localStorage);
  return own.get("device") === "own" ? own : /** @type {Values} */ (new Map());
}

/** @param {any} text */
const isText = (text) => typeof text === "string" && text.trim() !== "";

/** @param {any} text */
const isDay = (text) => typeof text === "string" && /^20\d\d-[01]\d-[0-3]\d$/.test(text);

/** The day of today as the plan writes it. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export class Continue extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;

  connectedCallback() {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    addEventListener("storage", () => this.#show(), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }

  #show() {
    const values = kept();
    /** @type {Record<string, string[]>} */
    const told = {
      selfcheck: this.#selfcheck(values),
      checklist: this.#checklist(values),
      talk: this.#talk(values),
      plan: this.#plan(values),
    };
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-of]"))) {
      const parts = told[String(item.dataset.of)];
      item.hidden = !parts.length;
      /** @type {Element} */ (item.querySelector("[data-slot]")).textContent = parts.join(" ");
    }
    this.hidden = !Object.values(told).some((parts) => parts.length);
  }

  /** @type {(name: string, values?: Record<string, string | number>) => string} */
  #say(name, values = {}) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
    const words = String(template.content.querySelector(`[data-words="${name}"]`)?.textContent);
    return words.replace(/\{(\w+)\}/g, (whole, key) => (Object.hasOwn(values, key) ? String(values[key]) : whole));
  }

  /** @type {(name: string, count: number) => string[]} */
  #count(name, count) {
    return count ? [this.#say(`${name}.${count === 1 ? "one" : "other"}`, { count })] : [];
  }

  /** @param {string} day */
  #day(day) {
    const [year, month, date] = day.split("-").map(Number);
    return this.#say("day", { day: date, month: this.#say(`month.${month}`), year });
  }

  /** The round that was started last. @param {Values} values */
  #selfcheck(values) {
    const rounds = [...values.keys()].filter((key) => /^round\/20\d\d-\d\d-\d\d-\d{1,3}$/.test(key));
    const number = (/** @type {string} */ key) => Number(key.split("-").at(-1));
    const latest = rounds.sort((a, b) => number(b) - number(a))[0];
    if (!latest) return [];
    const link = /** @type {HTMLAnchorElement} */ (this.querySelector("[data-of=selfcheck] a"));
    const { finished } = values.get(latest);
    const answered = [...values.keys()].filter((key) => key.startsWith(`${latest}/answer/`)).length;
    if (!answered) return [];
    link.href = String(isDay(finished) ? link.dataset.report : link.dataset.questions);
    return isDay(finished) ? [this.#say("report", { day: this.#day(finished) })] : [this.#say("answered", { count: answered, total: Number(this.dataset.total) })];
  }

  /** @param {Values} values */
  #checklist(values) {
    const kept = [...values].filter(([key]) => /^checklist\/[^/]+\/[^/]+$/.test(key)).map(([, value]) => value);
    const ticked = kept.filter((value) => value.ticked === true).length;
    const noted = kept.filter((value) => isText(value.note)).length;
    const matters = kept.filter((value) => value.matters === true).length;
    return [...this.#count("ticked", ticked), ...this.#count("matters", matters), ...this.#count("noted", noted)];
  }

  /** @param {Values} values */
  #talk(values) {
    const agendas = [...values].filter(([key]) => /^agenda\/[^/]+$/.test(key)).map(([, value]) => value);
    const [first] = agendas;
    if (!first) return [];
    const count = Array.isArray(first.items) ? first.items.length : 0;
    const title = isText(first.title) ? [this.#say("agenda", { title: first.title.trim() })] : [];
    const date = isDay(first.date) ? [this.#say("on", { day: this.#day(first.date) })] : [];
    return [...title, ...this.#count("items", count), ...date];
  }

  /** @param {Values} values */
  #plan(values) {
    const keys = [...values.keys()];
    const of = (/** @type {string} */ part) => keys.filter((key) => key.startsWith(`plan/${part}/`));
    const steps = of("step").map((key) => values.get(key));
    const day = today();
    const open = steps.filter(({ date, state, title }) => isDay(date) && date >= day && state !== "done" && isText(title));
    const next = open.sort((a, b) => (a.date < b.date ? -1 : 1))[0];
    const parts = [
      ...this.#count("saved", of("offer").length),
      ...this.#count("priorities", of("priority").length),
      ...this.#count("steps", steps.length),
      ...(next ? [this.#say("next", { title: next.title.trim(), day: this.#day(next.date) })] : []),
    ];
    return parts.length || !of("about").length ? parts : [this.#say("begun")];
  }
}

customElements.define("vw-continue", Continue);
