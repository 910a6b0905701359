// Organisations beside the questions: searching one, its answers at each question, and the mail that asks the rest.

import { hold } from "../keeping/place.js";
import { MOST_PROVIDERS, findNames, isAnswered, kept, openQuestions, providerKey } from "../logic/checklist.js";
import { asHash, makeMail } from "../logic/comparison.js";
import { retryData } from "../logic/fetched.js";
import { ProviderData } from "./data.js";
import { required } from "./questions.js";

/** Names that stand there at once. */
const MOST_NAMES = 8;

/**
 * An organisation beside the questions: what is known of it, or nothing when the catalogue has it no more.
 * @typedef {{id: string, name: string, known: import("./data.js").Known | null}} Chosen
 */

export class Providers {
  /** @type {Chosen[]} */
  #chosen = [];
  /** @type {[string, string][]} */
  #names = [];
  #turn = 0;

  /**
   * @param {HTMLElement} element
   * @param {{checklist: string, store: import("../logic/store.js").Store, pieces: import("../pieces.js").Pieces,
   *   questions: import("./questions.js").Questions, signal: AbortSignal}} options
   */
  constructor(element, { checklist, store, pieces, questions, signal }) {
    this.element = element;
    this.checklist = checklist;
    this.store = store;
    this.pieces = pieces;
    this.questions = questions;
    this.longest = Number(element.dataset.longestMail);
    this.data = new ProviderData(new URL(element.getAttribute("src") ?? "", document.baseURI));
    this.#part("seek-words").addEventListener("input", () => this.#seek(), { signal });
    const retry = () => {
      retryData();
      this.load();
    };
    this.#part("retry").addEventListener("click", retry, { signal });
    this.#part("providers").hidden = false;
  }

  /** @param {string} name @returns {any} */
  #part(name) {
    return required(this.element, `[data-part="${name}"]`);
  }

  /** Fetches what is known of organisations, the same for everybody. */
  async load() {
    this.#part("failed").hidden = true;
    this.#part("found").textContent = this.pieces.say("providers.loading");
    try {
      await this.data.start();
      this.#names = await this.data.names();
      this.#seek();
    } catch (error) {
      this.#failed(error);
    }
    return this.draw();
  }

  /** @param {unknown} error */
  #failed(error) {
    this.#part("failed").hidden = false;
    this.#part("found").textContent = "";
    if (!(error instanceof TypeError)) throw error;
  }

  #seek() {
    const words = this.#part("seek-words").value.trim();
    const found = words ? findNames(this.#names, words) : this.#names;
    const shown = words ? found.slice(0, MOST_NAMES) : [];
    const buttons = shown.map(([id, name]) => {
      const item = this.pieces.make("name");
      required(item, "span").textContent = name;
      required(item, "button").addEventListener("click", () => this.#choose(id, name));
      return item;
    });
    this.#part("names").replaceChildren(...buttons);
    const count = found.length;
    const said = !words || count > MOST_NAMES ? "more" : count === 0 ? "none" : count === 1 ? "found.one" : "found.other";
    this.#part("found").textContent = this.#names.length ? this.pieces.say(`providers.${said}`, { count }) : "";
  }

  /** @param {string} words */
  #say(words) {
    this.#part("providers-said").textContent = words;
  }

  /** @type {(id: string, name: string) => Promise<void>} */
  async #choose(id, name) {
    if (!this.#keep(id, name)) return this.#say(this.pieces.say("providers.full"));
    this.#part("seek-words").value = "";
    this.#seek();
    await this.draw();
    this.#say(this.pieces.say("providers.added", { name }));
    this.#part("seek-words").focus();
  }

  /** Keeps an organisation beside the questions; says whether there is room. @type {(id: string, name: string) => boolean} */
  #keep(id, name) {
    const there = kept(this.store, this.checklist).providers;
    if (there.some((one) => one.id === id)) return true;
    if (there.length >= MOST_PROVIDERS) return false;
    this.store.set(providerKey(this.checklist, id), { name: name.slice(0, 200) });
    return true;
  }

  /** Puts the organisations that an address names beside the questions. @param {string[]} ids */
  async ask(ids) {
    const words = [];
    try {
      for (const id of ids) {
        const known = await this.data.get(id);
        if (!known) words.push(this.pieces.say("providers.not_there"));
        else if (!this.#keep(known.id, known.provider.name)) words.push(this.pieces.say("providers.full"));
        else words.push(this.pieces.say("providers.added", { name: known.provider.name }));
      }
    } catch (error) {
      this.#failed(error);
    }
    await this.draw();
    this.#say([...new Set(words)].join(" "));
  }

  /** Shows the organisations that are kept. */
  async draw() {
    const turn = ++this.#turn;
    const there = kept(this.store, this.checklist).providers;
    try {
      const chosen = await Promise.all(there.map(async (one) => ({ ...one, known: await this.data.get(one.id) })));
      if (turn !== this.#turn) return;
      if (this.#follow(chosen)) return this.draw();
      this.#chosen = chosen;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#chosen = [];
      this.#failed(error);
    }
    this.#drawChosen(there);
    this.#drawAnswers();
    this.drawMails();
  }

  /** Follows organisations to the name and the id they have now; says whether there were any. @param {Chosen[]} chosen */
  #follow(chosen) {
    let isMoved = false;
    for (const { id, name, known } of chosen) {
      if (!known || (known.id === id && known.provider.name.slice(0, 200) === name)) continue;
      const at = this.store.get(providerKey(this.checklist, id))?.at;
      this.store.set(providerKey(this.checklist, known.id), { name: known.provider.name.slice(0, 200) }, at);
      if (known.id !== id) this.store.remove(providerKey(this.checklist, id));
      isMoved = true;
    }
    return isMoved;
  }

  /** @param {{id: string, name: string}[]} there */
  #drawChosen(there) {
    const questions = this.questions.rows.map(({ question }) => question).filter(({ criterion }) => criterion);
    const cards = there.map(({ id, name }) => {
      const known = this.#chosen.find((one) => one.id === id)?.known;
      const card = this.pieces.make("chosen");
      card.dataset.provider = id;
      const link = required(card, "a");
      if (known) link.href = new URL(`catalogus/${id}/`, this.data.root).href;
      if (known) link.textContent = name;
      else link.replaceWith(name);
      const answered = known ? questions.filter((question) => isAnswered(question, known.provider.answers)).length : 0;
      const isMissing = !known && this.#chosen.length > 0;
      const words = known ? this.pieces.say("providers.known", { known: answered, count: questions.length }) : "";
      required(card, "[data-slot='known']").textContent = isMissing ? this.pieces.say("providers.gone") : words;
      const button = required(card, "[data-slot='remove']");
      required(button, "span").textContent = name;
      button.addEventListener("click", () => this.#remove(id, name));
      return card;
    });
    this.#part("chosen").replaceChildren(...cards);
    const known = this.#chosen.filter((one) => one.known).slice(0, MOST_PROVIDERS);
    const link = this.#part("to-comparison");
    link.hidden = !known.length;
    const names = known.map(({ name }) => name).join(", ");
    this.#part("paper-beside").textContent = names && this.pieces.say("providers.beside", { names });
    const anchor = required(link, "a");
    anchor.href = new URL(`catalogus/vergelijk/#${asHash(known.map(({ id }) => id))}`, this.data.root).href;
    anchor.textContent = this.pieces.say(`providers.compare.${known.length === 1 ? "one" : "other"}`, { count: known.length });
  }

  /** @type {(id: string, name: string) => Promise<void>} */
  async #remove(id, name) {
    this.store.remove(providerKey(this.checklist, id));
    hold("asked", `#${asHash(kept(this.store, this.checklist).providers.map((one) => one.id))}`);
    await this.draw();
    this.#say(this.pieces.say("providers.removed", { name }));
    this.#part("providers-said").focus();
  }

  /** Puts what each organisation answers beside the question, with the source; what is not known is said. */
  #drawAnswers() {
    const known = this.#chosen.flatMap((one) => one.known ?? []);
    for (const { element, question } of this.questions.rows) {
      const isAsked = question.asked === "provider" || question.criterion;
      const lines = isAsked ? known.map((one) => this.#answer(one, question.criterion)) : [];
      required(element, "[data-slot='answers']").replaceChildren(...lines);
    }
  }

  /** @type {(known: import("./data.js").Known, criterion: string) => HTMLElement} */
  #answer({ id, provider }, criterion) {
    const found = criterion && Object.hasOwn(provider.answers, criterion) ? provider.answers[criterion] : null;
    const line = this.pieces.make(found ? "answer" : "unknown");
    const page = new URL(`catalogus/${id}/`, this.data.root).href;
    const [name, source] = line.querySelectorAll("a");
    name.textContent = provider.name;
    name.href = page;
    if (!found) {
      required(line, "span").textContent = this.pieces.say("providers.unknown");
      return line;
    }
    const [answer, evidence, number, isDated] = found;
    const word = required(line, "strong");
    word.classList.add(`vw-answer--${answer}`);
    word.classList.toggle("vw-answer--undated", !isDated);
    word.textContent = `${this.pieces.say(`answer.${answer}`)}.`;
    required(line, "span").textContent = evidence;
    source.href = `${page}#${number ? `_bron-${number}` : "_antwoorden"}`;
    source.textContent = this.pieces.say("providers.source", { number: number ?? "" });
    return line;
  }

  /** Makes the mail to each organisation, from what is ticked and marked now. */
  drawMails() {
    const { all } = this.questions;
    for (const card of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-provider]"))) {
      const known = this.#chosen.find(({ id }) => id === card.dataset.provider)?.known;
      const place = required(card, "[data-slot='ask']");
      place.hidden = !known;
      if (known) this.#drawMail(place, known.provider, all);
    }
  }

  /** @type {(place: HTMLElement, provider: import("./data.js").Provider, all: typeof this.questions.all) => void} */
  #drawMail(place, provider, all) {
    const part = (/** @type {string} */ name) => place.querySelector(`[data-ask="${name}"]`);
    const open = openQuestions(all, provider.answers).map(({ text }) => text);
    const isStopped = provider.status === "stopped";
    const words = isStopped ? "is_stopped" : open.length ? (open.length === 1 ? "ask.one" : "ask.other") : "ask.none";
    /** @type {HTMLElement} */ (part("intro")).textContent = this.pieces.say(words, { count: open.length });
    place.toggleAttribute("data-quiet", isStopped || !open.length);
    if (isStopped || !open.length) return;
    const opening = this.pieces.say("mail.opening.provider");
    const mail = makeMail({ email: provider.email, opening, questions: open, longest: this.longest }, (name) => this.pieces.say(name));
    part("mail")?.setAttribute("href", mail.href);
    const left = mail.count < open.length ? `mail.left_out.${mail.count === 1 ? "one" : "other"}` : "";
    /** @type {HTMLElement} */ (part("left-out")).textContent = left && this.pieces.say(left, { count: mail.count });
    /** @type {HTMLElement} */ (part("text")).textContent = mail.text;
    if (provider.email) part("to")?.remove();
    if (provider.page) part("page")?.setAttribute("href", provider.page);
    else part("page")?.remove();
  }
}
