// The two codes of somebody who takes part, each with the ways to hand it over: paper first, a screen, a message. The
// same mail for both is not offered: who runs it would read everything.

import { inLines } from "../logic/group/codes.js";
import { put } from "../report/page.js";
import { drawQr } from "./qr.js";
import { Slips } from "./slips.js";

/** @typedef {{id: string, codeA: string, codeB: string, mailed: Set<string>}} Contribution `mailed` are kinds */

/** For each kind: how the code is called, and who gets it. */
const KINDS = /** @type {const} */ ([
  { kind: "a", code: "codeA", counter: "opener", role: "counter_first" },
  { kind: "b", code: "codeB", counter: "second", role: "counter_second" },
]);

/** Gives a code in five lines of groups of four signs, to read and to type. @param {string} code */
function inGroups(code) {
  return inLines(code)
    .map((line) => line.replace(/(.{4})(?=.{2})/g, "$1 "))
    .join("\n");
}

export class Handing {
  /** @type {Set<string>} the kinds that went into a mail */
  #mailed = new Set();

  /**
   * @param {import("./join.js").JoinPage} page
   * @param {AbortSignal} signal
   */
  constructor(page, signal) {
    this.page = page;
    this.slips = new Slips(signal);
    for (const { kind } of KINDS) {
      this.#in(kind, "[data-way='paper']").addEventListener("click", () => this.slips.print(kind), { signal });
      this.#in(kind, "[data-way='mail']").addEventListener("click", () => this.#mail(kind), { signal });
    }
  }

  /** Shows the codes, or takes every trace of them away. @param {Contribution | null} contribution */
  draw(contribution) {
    const { page } = this;
    this.#mailed = contribution?.mailed ?? new Set();
    /** @type {Record<string, HTMLElement>} */
    const slips = {};
    for (const { kind, code, counter, role } of KINDS) {
      const name = page.round[counter];
      const text = contribution?.[code] ?? "";
      const qr = () => (text ? drawQr(text, page.say(`${kind}.qr`)) : "");
      const said = { title: page.say(`${kind}.title`, { counter: name }), counter: page.say(role, { counter: name }) };
      const show = page.say("show", { counter: name });
      put(this.#in(kind, ""), { ...said, show, code: inGroups(text), qr: qr() });
      const link = /** @type {HTMLAnchorElement} */ (this.#in(kind, "[data-way='mail']"));
      link.href = text ? this.#mailWith(kind, name, text) : "#_codes";
      if (!text) continue;
      const facts = { round: page.round.name, number: String(contribution?.id), period: page.period };
      slips[kind] = put(page.makeSlip(), { ...said, ...facts, code: inGroups(text), qr: qr() });
    }
    this.slips.set(slips);
    this.#drawMailed();
  }

  /** Gives the address of a mail to nobody yet. @type {(kind: string, counter: string, text: string) => string} */
  #mailWith(kind, counter, text) {
    const { name } = this.page.round;
    const hello = this.page.say("body", { counter, name, letter: kind.toUpperCase() });
    const body = [hello, "", ...inLines(text), ""].join("\r\n");
    const subject = this.page.say(`${kind}.subject`, { name });
    return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  }

  /** @param {string} kind */
  #mail(kind) {
    this.#mailed.add(kind);
    this.#drawMailed();
  }

  /** Who mailed one code is not offered to mail the other. */
  #drawMailed() {
    for (const { kind, counter } of KINDS) {
      const isOther = this.#mailed.size > 0 && !this.#mailed.has(kind);
      this.#in(kind, "[data-way='mail']").hidden = isOther;
      const note = this.#in(kind, "[data-slot='mailed']");
      note.hidden = !isOther;
      note.textContent = isOther ? this.page.say("mailed", { counter: this.page.round[counter] }) : "";
    }
  }

  /** Gives the card of a code, or a part of it. @type {(kind: string, selector: string) => HTMLElement} */
  #in(kind, selector) {
    return this.page.find(`[data-code-card="${kind}"] ${selector}`.trim());
  }
}
