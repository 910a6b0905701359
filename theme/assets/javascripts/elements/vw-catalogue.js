// Filters the list of offers or of providers. What is asked stands in the address after the #, so nobody but the
// browser sees it; what is fetched is the same for everybody.

import { Fragment } from "../keeping/fragment.js";
import { held, hold, resettle } from "../keeping/place.js";
import { tellToday } from "../keeping/today.js";
import { Controls, required } from "../catalogue/controls.js";
import { CatalogueData } from "../catalogue/data.js";
import { Picks } from "../catalogue/picks.js";
import { Pieces } from "../pieces.js";
import { Results, pageLinks } from "../catalogue/results.js";
import { LoadError, retryData } from "../logic/fetched.js";
import { mark } from "../logic/mark.js";
import { MOST_COMPARED, cleanWords, choose, copyState, emptyState, isFiltered, namesOf, readState, writeState } from "../logic/state.js";

/** @typedef {import("../logic/state.js").State} State */
/** @typedef {import("../logic/facets.js").FacetedList} FacetedList */
/** @typedef {import("../catalogue/data.js").Answer} Answer */

const PER_PAGE = 20;
/** Below so many that run, for sure or maybe, other ways are shown (generator/kinds/provider/way_on.py). */
const FEW = 5;
/** After so many milliseconds without a key, typing on is a new step for the Back button. */
const PAUSE = 2000;
/** So long a key waits for the next before the list follows. */
const SOON = 120;

export class Catalogue extends HTMLElement {
  /** @type {AbortController | undefined} */
  #bound;
  /** @type {State} */
  #state = emptyState();
  #isUnderstood = true;
  /** What was last asked for, as it stands in an address. */
  #hash = "";
  /** Counts what was asked, so that an answer that comes too late is dropped. */
  #asked = 0;
  #isTyping = false;
  #isChanged = false;
  /** @type {Map<string, number>} */
  #timers = new Map();

  connectedCallback() {
    const address = new URL(this.getAttribute("src") ?? "", document.baseURI);
    this.data = new CatalogueData(this.getAttribute("view") ?? "", address);
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (required(this, ":scope > template")));
    this.controls = new Controls(this);
    this.results = new Results(this, this.pieces);
    this.picks = new Picks(this, this.pieces);
    this.known = { ...this.controls.known, elsewhere: new Set(this.pieces.elsewhere.keys()) };
    this.fragment = new Fragment(this, namesOf(this.known));
    this.loaded = this.data.load();
    // Since the site was made the days went on: what the page came with is not all true any more.
    this.data.list().then(({ isChanged }) => (this.#isChanged = isChanged) && this.#show(), () => {});
    this.#bound = new AbortController();
    this.#listen(this.#bound.signal);
    if (!matchMedia("(min-width: 60em)").matches) this.controls.fold();
    this.controls.open(held("filters") === true);
    resettle();
    this.#follow();
    if (this.#hash) return;
    const filled = this.controls.read();
    const picked = [...this.picks.boxes].filter((box) => box.checked).map((box) => box.value);
    filled.compared = picked.slice(0, MOST_COMPARED);
    if (writeState(filled)) this.#change(filled);
    if (picked.length > MOST_COMPARED) this.#sayFull();
  }

  disconnectedCallback() {
    this.#bound?.abort();
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const { words, filters, sort, toggle, done, gone } = this.controls;
    const on = (/** @type {EventTarget} */ target, /** @type {string} */ type, /** @type {(event: any) => void} */ act) =>
      target.addEventListener(type, act, { signal });
    on(words, "input", () => this.#type());
    on(words, "change", () => (this.#isTyping = false));
    on(filters, "change", ({ target }) => target !== sort && target !== gone && this.#step((state) => this.#chooseBox(state, target)));
    on(sort, "change", () => this.#step((state) => (state.sort = sort.value)));
    if (gone) on(gone, "change", () => this.#step((state) => (state.withGone = gone.checked)));
    const open = (/** @type {boolean} */ isOpen) => {
      this.controls?.open(isOpen);
      hold("filters", isOpen);
    };
    on(toggle, "click", () => open(!this.hasAttribute("data-open")));
    on(done, "click", () => {
      open(false);
      this.results.goToTop();
    });
    on(this, "change", ({ target }) => target.closest(".vw-pick") && this.#pick(target));
    on(this.picks.drop, "click", () => {
      this.#step((state) => (state.compared = []), false);
      this.results.heading.focus();
    });
    on(this.results.found, "click", ({ target }) => {
      if (target.closest(".vw-pages a")) this.results.goToTop();
    });
    on(window, "popstate", () => this.#follow());
    on(window, "hashchange", () => this.#follow());
  }

  /**
   * @param {State} state
   * @param {HTMLInputElement} box
   */
  #chooseBox(state, box) {
    choose(state, this.controls.facetOf(box), box.value, box.checked);
  }

  #type() {
    const isNew = !this.#isTyping;
    this.#isTyping = true;
    this.#later("pause", PAUSE, () => (this.#isTyping = false));
    const state = copyState(this.#state);
    state.words = cleanWords(this.controls.words.value);
    state.page = 1;
    this.#write(state, isNew);
    this.#later("type", SOON, () => this.#show());
  }

  /** @param {HTMLInputElement} box */
  #pick(box) {
    const ids = this.picks.after(this.#state.compared, box);
    if (ids) this.#step((state) => (state.compared = ids), false);
    else this.#sayFull();
  }

  /** Says that no more can be compared; what was ticked too much is not. */
  #sayFull() {
    this.picks.show(this.#state.compared, true);
    this.results.announce(this.pieces.say("full"));
  }

  /**
   * Takes a step that the Back button can undo.
   * @param {(state: State) => void} act
   * @param {boolean} isNewList whether another list follows, which starts at its first page
   */
  #step(act, isNewList = true) {
    const state = copyState(this.#state);
    act(state);
    if (isNewList) state.page = 1;
    this.#isTyping = false;
    this.#change(state);
  }

  /** @param {State} state */
  #change(state) {
    this.#write(state, true);
    this.#show();
  }

  /**
   * Keeps a state and writes it in the address.
   * @param {State} state
   * @param {boolean} isStep whether Back undoes it
   */
  #write(state, isStep) {
    this.#state = state;
    this.#isUnderstood = true;
    // An answer to what was asked before would write over what is being typed.
    this.#asked += 1;
    const hash = writeState(state);
    if (hash === this.#hash) return;
    this.#hash = hash;
    this.fragment?.write(hash, isStep);
  }

  /** Follows the address, when it says something else than before. */
  #follow() {
    const { fragment, known } = this;
    if (!fragment || !known) return;
    const { values, left } = fragment.read();
    const { state, isUnderstood } = readState(values, known);
    const hash = writeState(state);
    if (hash === this.#hash && isUnderstood && !left) return;
    this.#hash = hash;
    this.#state = state;
    this.#isUnderstood = isUnderstood && !left;
    this.#isTyping = false;
    this.#show();
  }

  /** Shows what the state asks for. */
  async #show() {
    const asked = (this.#asked += 1);
    const state = this.#state;
    this.#showChosen(state);
    const isListed = !isFiltered(state) && !this.#isChanged;
    this.results.showBusy(!isListed);
    if (isListed) {
      this.controls.show(state, null);
      this.results.showListed();
      this.results.showNotes(this.#notes(state));
      this.results.announce(this.results.untouched);
      this.picks.show(state.compared);
      return;
    }
    try {
      const list = await this.data.list();
      const answer = state.words ? await this.data.answer(state.words) : null;
      const byName = state.sort === "naam" ? await this.data.byName() : null;
      if (asked !== this.#asked) return;
      const found = answer?.bits ?? null;
      const all = list.matching(state.chosen, found, { withGone: true });
      const asks = list.matching(state.chosen, found, { withGone: state.withGone });
      // Where all that fits is gone, that is shown rather than nothing.
      const matching = asks.size ? asks : all;
      this.controls.show(state, list.counts(state.chosen, found, matching === all));
      const order = { ranked: answer?.ranked ?? null, byName, isNewest: state.sort === "nieuwste" };
      const numbers = list.inOrder(matching, order);
      const left = all.size - matching.size;
      if (numbers.length) await this.#showPage(state, list, answer, { numbers, left, isAllGone: !asks.size }, asked);
      else this.#showNothing(state, list, answer);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#fail(state);
      // A file that did not come is told to the reader; anything else is a mistake of ours.
      if (!(error instanceof LoadError)) throw error;
    } finally {
      if (asked === this.#asked) this.results.showBusy(false);
    }
  }

  /**
   * @param {State} state
   * @param {FacetedList} list
   * @param {Answer | null} answer
   * @param {{numbers: number[], left: number, isAllGone: boolean}} found all that match, in order; how many more are
   *   gone; and whether all that match are
   * @param {number} asked
   */
  async #showPage(state, list, answer, { numbers, left, isAllGone }, asked) {
    const total = Math.ceil(numbers.length / PER_PAGE);
    const page = Math.min(state.page, total);
    const shown = numbers.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const cards = await this.data.cards(shown);
    if (asked !== this.#asked) return;
    const heading = this.pieces.say("found", { count: numbers.length, total: list.count });
    const isInOrder = !state.sort && !answer;
    /** @type {[string, Element[]][]} */
    const parts = [];
    let part = "likely";
    const address = (/** @type {number} */ number) => writeState({ ...state, page: number }) || "#";
    for (const [place, html] of cards.entries()) {
      const number = shown[place];
      const next = list.partOf(number);
      const isNamed = next !== part && (next === "gone" || isInOrder);
      if (isNamed || !parts.length) parts.push([isNamed ? this.#above(next) : "", []]);
      part = next;
      parts[parts.length - 1][1].push(this.#card(html, answer, number));
    }
    const also = () => this.#wayOn((next) => (next.withGone = true));
    this.results.showFound(heading, parts, [
      pageLinks(this.pieces, page, total, address),
      left ? this.pieces.button("clear", this.pieces.say("also", { count: left }), also) : null,
      this.#few(state, list, answer, numbers),
    ]);
    const notes = this.#notes(state);
    if (isAllGone) notes.push(this.pieces.say("all_gone"));
    if (page < state.page) notes.push(this.pieces.say("beyond"));
    if (answer?.found.isPartial) notes.push(this.pieces.say("partial"));
    this.results.showNotes(notes);
    this.results.announce([heading, ...notes].join(". "));
    this.picks.show(state.compared);
  }

  /** Says what stands below. @param {string} part */
  #above(part) {
    return part === "gone" ? this.pieces.say("part_gone") : this.pieces.say("part_ask");
  }

  /**
   * Makes a card, and shows in it why it was found.
   * @param {string} html the site's own
   * @param {Answer | null} answer
   * @param {number} number
   */
  #card(html, answer, number) {
    const template = document.createElement("template");
    template.innerHTML = html;
    tellToday(template.content);
    const card = /** @type {Element} */ (template.content.firstElementChild);
    if (answer) {
      for (const part of card.querySelectorAll(".vw-card__title, p:not(.vw-status)")) mark(part, answer.found.words);
      const why = answer.found.why(answer.start + number);
      if (why.length) {
        const line = document.createElement("p");
        line.className = "vw-card__why";
        line.textContent = this.pieces.say("why", { terms: why.join(", ") });
        card.querySelector(".vw-status")?.before(line);
      }
    }
    return card;
  }

  /**
   * @param {State} state
   * @param {FacetedList} list
   * @param {Answer | null} answer
   */
  #showNothing(state, list, answer) {
    const heading = this.pieces.say("none");
    this.results.showNothing(heading, this.#looser(state, list, answer), this.#few(state, list, answer, []));
    const notes = this.#notes(state);
    this.results.showNotes(notes);
    this.results.announce([heading, ...notes].join(". "));
    this.picks.show(state.compared);
  }

  /**
   * Gives what helps where few of what was found can be followed.
   * @param {State} state
   * @param {FacetedList} list
   * @param {Answer | null} answer
   * @param {number[]} numbers what was found
   */
  #few(state, list, answer, numbers) {
    const likely = numbers.filter((number) => list.partOf(number) === "likely").length;
    const asks = state.words || state.chosen.size;
    if (!asks || likely >= FEW || this.data.view !== "offers") return null;
    const piece = this.pieces.make("few");
    const link = required(piece, "[data-organisations]");
    link.setAttribute("href", link.getAttribute("href") + writeState({ ...state, sort: "", withGone: false, page: 1 }));
    if (numbers.length) piece.append(...this.results.ways(this.#looser(state, list, answer)));
    return piece;
  }

  /**
   * Gives wider questions, each with how much it finds.
   * @param {State} state
   * @param {FacetedList} list
   * @param {Answer | null} answer
   * @returns {[string, import("../catalogue/results.js").Way[]][]}
   */
  #looser(state, list, answer) {
    /** @type {{label: string, count: number, act: () => void}[]} */
    const looser = [];
    for (const [key, values] of state.chosen) {
      const without = new Map(state.chosen);
      without.delete(key);
      const filter = this.#chip(key, [...values]);
      const count = list.matching(without, answer?.bits ?? null).size;
      const act = () => this.#wayOn((next) => next.chosen.delete(key));
      looser.push({ label: this.pieces.say("without", { filter, count }), count, act });
    }
    if (state.words) {
      const filter = this.pieces.say("words", { words: state.words });
      const count = list.matching(state.chosen, null).size;
      const act = () => this.#wayOn((next) => (next.words = ""));
      looser.push({ label: this.pieces.say("without", { filter, count }), count, act });
    }
    const helpful = looser.filter(({ count }) => count).sort((a, b) => b.count - a.count);
    const clear = { label: "", act: () => this.#wayOn((next) => this.#clear(next)) };
    const nearest = (answer?.nearest ?? []).map((label) => ({
      label,
      act: () => this.#wayOn((next) => (next.words = label)),
    }));
    return [
      [this.pieces.say("loosen"), helpful.length ? helpful : [clear]],
      [this.pieces.say("nearest"), answer?.ranked.length ? [] : nearest],
    ];
  }

  /** Takes a step from a button that is gone after it. @param {(state: State) => void} act */
  #wayOn(act) {
    this.#step(act);
    this.results.goToTop();
  }

  /** Lets all words and filters go. @param {State} state */
  #clear(state) {
    Object.assign(state, { ...emptyState(), compared: state.compared });
  }

  /** @param {State} state */
  #showChosen(state) {
    const ways = [];
    if (state.words) {
      const act = () => this.#step((next) => (next.words = ""));
      ways.push({ label: this.pieces.say("words", { words: state.words }), act });
    }
    for (const [key, values] of state.chosen) {
      for (const value of values) {
        ways.push({ label: this.#chip(key, [value]), act: () => this.#step((next) => choose(next, key, value, false)) });
      }
    }
    this.results.showChips(ways, () => this.#step((next) => this.#clear(next)));
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (this.querySelectorAll(".vw-switch a"))) {
      link.hash = writeState({ ...state, sort: "", page: 1 });
    }
  }

  /**
   * @param {string} key
   * @param {string[]} values
   */
  #chip(key, values) {
    const value = values.map((one) => this.controls.valueLabel(key, one)).join(", ");
    return this.pieces.say("chip", { facet: this.controls.label(key), value });
  }

  /** @param {State} state @returns {string[]} */
  #notes(state) {
    const notes = this.#isUnderstood ? [] : [this.pieces.say("ignored")];
    const facets = [...new Set(state.elsewhere.map(([key]) => this.pieces.elsewhere.get(key)))].join(", ");
    if (facets) notes.push(this.pieces.say("elsewhere", { facets }));
    return notes;
  }

  /** Says that a file did not come; the list stays. @param {State} state */
  #fail(state) {
    this.controls.show(state, null);
    this.results.showListed();
    const retry = this.pieces.button("retry", "", () => {
      retryData();
      this.data?.load();
      this.#show();
    });
    const note = document.createElement("span");
    note.append(this.pieces.say("failed"), " ", retry);
    this.results.showNotes([...this.#notes(state), note]);
    this.results.announce(this.pieces.say("failed"));
    this.picks.show(state.compared);
  }

  /**
   * @param {string} name
   * @param {number} milliseconds
   * @param {() => void} act
   */
  #later(name, milliseconds, act) {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(act, milliseconds));
  }
}

customElements.define("vw-catalogue", Catalogue);
