// The start of the page: the rounds this browser knows, a link that somebody pastes, and opening a round.

import { isSecure } from "../logic/group/hash.js";
import { read } from "../logic/fragment.js";
import { linkTo as linkToPicture, readPicture } from "../logic/group/picture.js";
import { FEWEST, findOdd, findWrong, linkWith, makeRound, readRound } from "../logic/group/round.js";
import { put } from "../report/page.js";

/** Days after today that are proposed as the last one. */
const PROPOSED = 21;
const FIELDS = ["name", "first", "last", "minimum", "opener", "second"];

/** Gives the day that comes so many days later. @type {(day: string, days: number) => string} */
export function later(day, days) {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export class Opening {
  #isFilled = false;

  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.page.part("make-round").addEventListener("click", () => this.#make(), { signal });
    this.page.part("open-link").addEventListener("click", () => this.#openLink(), { signal });
  }

  draw() {
    const { page, desk } = this;
    for (const name of ["make", "got", "to-make"]) page.part(name).hidden = !isSecure();
    if (!this.#isFilled) {
      this.#isFilled = true;
      this.#field("first").value = desk.today;
      this.#field("last").value = later(desk.today, PROPOSED);
      this.#field("minimum").value = String(FEWEST);
    }
    this.#drawMine();
  }

  async #drawMine() {
    const { page, desk } = this;
    const items = [];
    for (const { counter, picture } of desk.kept.rounds) {
      const round = counter && (await readRound(counter.round, desk.asked)).round;
      if (counter && round) {
        const name = page.say("kept_round", { name: round.name, which: page.say(`which.${counter.role}`) });
        items.push(this.#item(name, linkWith(desk.address, "ronde", counter.round)));
      }
      const found = picture && readPicture(picture, desk.asked).picture;
      if (found) items.push(this.#item(page.say("kept_picture", { name: found.name }), linkToPicture(desk.address, picture)));
    }
    page.part("mine").hidden = !items.length;
    page.part("mine-list").replaceChildren(...items);
  }

  /** @type {(name: string, href: string) => HTMLElement} */
  #item(name, href) {
    const item = put(this.page.pieces.make("kept"), { name });
    item.querySelector("a")?.setAttribute("href", href);
    return item;
  }

  #openLink() {
    const field = /** @type {HTMLInputElement} */ (this.page.part("pasted-link"));
    // A sentence may stand around the link.
    const hash = /(?:#|\?|%(?:25)*23)\W*(?:ronde|beeld)(?:=|%)[^]*/i.exec(field.value)?.[0] ?? "";
    const [found] = read({ hash, search: "" }, this.desk.fragment.names).values;
    this.page.part("link-said").textContent = found ? "" : this.page.say("paste_link");
    if (found) this.desk.go(linkWith(this.desk.address, ...found));
  }

  async #make() {
    const values = Object.fromEntries(FIELDS.map((name) => [name, this.#field(name).value]));
    const fields = /** @type {any} */ ({ ...values, minimum: values.minimum === "" ? NaN : Number(values.minimum) });
    const wrong = new Map([...findOdd(fields), ...findWrong(fields)].map(({ field, reason }) => [String(field), reason]));
    for (const name of FIELDS) {
      const reason = wrong.get(name);
      put(this.#place(name), { wrong: reason ? this.page.say(`field.${reason}`) : "" });
      if (reason) this.#field(name).setAttribute("aria-invalid", "true");
      else this.#field(name).removeAttribute("aria-invalid");
    }
    const first = FIELDS.find((name) => wrong.has(name));
    if (first) return this.#field(first).focus();
    const { round } = await makeRound(fields, this.desk.asked);
    if (!round) return undefined;
    this.desk.tell(fields.minimum < FEWEST ? this.page.say("ten") : "");
    return this.desk.begin(round);
  }

  /** @param {string} name @returns {HTMLElement} */
  #place(name) {
    const place = this.page.part("fields").querySelector(`[data-field="${name}"]`);
    return /** @type {HTMLElement} */ (place);
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.#place(name).querySelector("input"));
  }
}
