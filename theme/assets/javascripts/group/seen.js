// The picture: the bands of a team in a table, somebody's own beside it when they ask, and where a plan can begin.

import { linkTo, ownBands, readPicture, weakest } from "../logic/group/picture.js";
import { linkWith } from "../logic/group/round.js";
import { BANDS } from "../logic/group/split.js";
import { bindFolds } from "../report/levels.js";
import { Offers } from "../report/offers.js";
import { put } from "../report/page.js";

/** The width of a drawing, and the space between two bands. */
const [WIDTH, SPACE] = [77, 2];

/** @typedef {import("../logic/group/picture.js").Picture} Picture */

export class PictureView {
  /** @type {Picture | null} */
  #picture = null;
  #isOwn = false;

  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.offers = new Offers(this.page, () => this.#drawPlan(), signal);
    bindFolds(this.page, signal);
    const box = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.page.part(name));
    box("own").addEventListener("change", () => {
      this.#isOwn = box("own").checked;
      this.draw();
    }, { signal });
    const mark = () => this.page.part("plan").toggleAttribute("data-unprinted", !box("with-plan").checked);
    box("with-plan").addEventListener("change", mark, { signal });
    mark();
    this.page.part("print-picture").addEventListener("click", () => print(), { signal });
    this.page.part("back-to-round").addEventListener("click", () => this.#back(), { signal });
  }

  /** Takes the picture in; gives the reason why there is none. @param {string} text @returns {string} */
  show(text) {
    const { picture, reason } = readPicture(text, this.desk.asked);
    if (!picture) return String(reason);
    this.#picture = picture;
    this.#isOwn = false;
    /** @type {HTMLInputElement} */ (this.page.part("own")).checked = false;
    this.page.part("picture-link").textContent = linkTo(this.desk.address, text);
    this.#drawPlan();
    return "";
  }

  draw() {
    const { page } = this;
    const picture = this.#picture;
    if (!picture) return;
    const { n, name } = picture;
    const values = { n, first: page.day(picture.first), last: page.day(picture.last) };
    page.part("picture-name").textContent = name;
    page.part("picture-people").textContent = page.say("people", values);
    page.part("picture-what").textContent = page.say("what", { n });
    page.part("counted").hidden = [...picture.items, ...picture.areas].every(({ counts }) => !counts);
    page.part("back-to-round").hidden = !this.#counter;
    const own = this.#own;
    page.part("own-said").textContent = this.#isOwn && !own ? page.say("no_own") : "";
    const rows = new Map([...picture.items, ...picture.areas].map((row) => [row.id, row]));
    for (const row of page.all("[data-row]")) {
      const id = String(row.dataset.row);
      row.querySelector("[data-group]")?.replaceChildren(...this.#group(/** @type {any} */ (rows.get(id))));
      const band = own && (id in own.items ? own.items[id] : own.areas[id]);
      row.querySelector("td[data-own]")?.replaceChildren(own ? this.#band(band ?? null) : "");
    }
    for (const cell of page.all("[data-own]")) cell.hidden = !own;
    page.part("levels").toggleAttribute("data-beside", Boolean(own));
  }

  /** What this browser counts in the round of the picture. */
  get #counter() {
    return this.desk.kept.counterOf(String(this.#picture?.round));
  }

  #back() {
    if (this.#counter) this.desk.go(linkWith(this.desk.address, "ronde", this.#counter.round));
  }

  /** Somebody's own bands, from the latest round they finished; nothing when they did not ask. */
  get #own() {
    const { rounds } = this.desk.session;
    const latest = rounds.list.findLast(({ state, answers }) => state === "finished" && Object.keys(answers).length);
    return this.#isOwn && latest ? ownBands(latest.answers, this.desk.asked) : null;
  }

  /** @param {import("../logic/group/picture.js").Row} row */
  #group({ median, share, counts }) {
    const { page } = this;
    if (median === null) return [page.say("few")];
    const letter = BANDS[median];
    const words = [page.say("median", { letter }), page.say("share", { share: Number(share) })];
    const drawn = this.#draw(counts ?? BANDS.map((_, band) => Number(band === median)), counts !== null);
    put(drawn, { words: words[0] });
    const more = [words[1]];
    if (counts) more.unshift(page.say("counts", { a: counts[0], b: counts[1], c: counts[2] }));
    return [drawn, ...more.map((one) => put(page.pieces.make("line"), { words: one }))];
  }

  /**
   * Draws bands: as wide as their counts, or equally wide with one of them filled.
   * @type {(counts: number[], isSpread: boolean) => HTMLElement}
   */
  #draw(counts, isSpread) {
    const bars = this.page.pieces.make("bars");
    const all = counts.reduce((sum, one) => sum + one, 0);
    const shown = isSpread ? counts.filter((one) => one > 0).length : counts.length;
    const room = WIDTH - SPACE * (shown - 1) - 1;
    let x = 0.5;
    for (const [band, rect] of [...bars.querySelectorAll("rect")].entries()) {
      const width = isSpread ? (room * counts[band]) / all : room / counts.length;
      rect.classList.toggle("vw-band__empty", !counts[band]);
      rect.setAttribute("x", x.toFixed(2));
      rect.setAttribute("width", width.toFixed(2));
      if (width) x += width + SPACE;
    }
    return bars;
  }

  /** @param {number | null} band */
  #band(band) {
    const { page } = this;
    if (band === null) return page.say("none");
    const counts = BANDS.map((_, one) => Number(one === band));
    return put(this.#draw(counts, false), { words: page.say("own", { letter: BANDS[band] }) });
  }

  #drawPlan() {
    const { page } = this;
    if (!this.#picture) return;
    const ids = weakest(this.#picture);
    page.part("plan-text").hidden = !ids.length;
    page.part("plan-none").hidden = ids.length > 0;
    page.part("plan-cards").replaceChildren(...ids.map((id) => this.#card(id)));
  }

  /** @param {string} id */
  #card(id) {
    const { page } = this;
    const card = put(page.pieces.make("plan"), { title: page.title(id) });
    card.querySelector("[data-slot='competence']")?.setAttribute("href", page.href(id));
    const topics = page.topics(id).map((link) => {
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    const list = document.createDocumentFragment();
    list.append(...topics);
    put(card, topics.length ? { topics: list, "no-topics": null } : { topics: null });
    // The offers are chosen for the team: no level, no kind of education and no region narrow them.
    this.offers.draw(card, id, null, { educationLevel: null, region: null, today: this.desk.today });
    return card;
  }
}
