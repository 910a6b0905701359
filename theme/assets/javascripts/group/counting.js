// A counter's work as steps: which one it is now, what to do in it, and what is done.

import { idsOf } from "../logic/group/collect.js";
import { linkTo } from "../logic/group/round.js";
import { write } from "../places.js";
import { put } from "../report/page.js";
import { Collecting } from "./collecting.js";
import { Combining } from "./combining.js";
import { Giving } from "./giving.js";
import { drawQr } from "./qr.js";
import { Settling } from "./settling.js";
import { Slips } from "./slips.js";

/** The steps of each counter, in their order. */
const STEPS = {
  opener: ["send", "collect", "settle", "combine", "share"],
  second: ["collect", "settle", "give"],
};

export class Counting {
  /** The step that was open last: only another one opens by itself. */
  #shown = "";

  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.slips = new Slips(signal);
    this.parts = [Collecting, Settling, Giving, Combining].map((Part) => new Part(desk, signal));
    this.page.part("print-slip").addEventListener("click", () => this.#printSlip(), { signal });
    addEventListener("afterprint", () => this.slips.set({}), { signal });
  }

  /** Forgets what was said, and which step was open. */
  reset() {
    this.#shown = "";
    for (const part of this.parts) part.reset();
  }

  draw() {
    const { page, desk } = this;
    const { collection, round } = desk;
    if (!collection || !round) return;
    const { role } = collection;
    for (const part of page.all("[data-for]")) part.hidden = part.dataset.for !== role;
    const steps = STEPS[role];
    const now = this.#now(collection);
    const isDone = now === "done";
    const at = isDone ? steps.length : steps.indexOf(now === "short" ? "collect" : now);
    for (const step of page.all("[data-step]")) {
      const place = steps.indexOf(String(step.dataset.step));
      step.dataset.state = place < at ? "done" : place === at ? "now" : "later";
      const word = { done: "state.done", later: "state.later" }[step.dataset.state];
      put(step, { state: word ? page.say(word) : "" });
      step.classList.toggle("vw-stairs__now", place === at);
    }
    const open = steps[Math.min(at, steps.length - 1)];
    if (this.#shown !== open) {
      // Who comes in sees one step; who goes on keeps what was open.
      const isFirst = this.#shown === "";
      this.#shown = open;
      for (const step of page.all("[data-step]")) {
        if (step.dataset.step === open) step.setAttribute("open", "");
        else if (isFirst) step.removeAttribute("open");
      }
    }
    const other = role === "opener" ? round.second : round.opener;
    const kind = role === "opener" ? "A" : "B";
    const { second, minimum } = round;
    const values = { second, minimum, other, kind, count: idsOf(collection).length, last: page.day(round.last) };
    write(page.part("now"), page.say(`now.${now}`, values));
    this.#drawSend(round);
    this.#drawShare(round);
    for (const part of this.parts) part.draw(collection);
  }

  /** @param {import("./desk.js").Collection} collection */
  #now(collection) {
    const { role, round, settled, total } = collection;
    const count = idsOf(collection).length;
    if (total) return "done";
    if (settled && role === "second") return "give";
    if (settled) return this.desk.kept.pictureOf(round.id) ? "share" : "combine";
    if (this.desk.today > round.last) return count < round.minimum ? "short" : "settle";
    return role === "opener" && !count ? "send" : "collect";
  }

  /** @param {import("./desk.js").Round} round */
  #drawSend(round) {
    const { page, desk } = this;
    const link = linkTo(desk.address, round);
    const { name, opener, second, minimum } = round;
    const days = { first: page.day(round.first), last: page.day(round.last) };
    const message = desk.paragraphs("message", 6, { name, opener, second, minimum, link, ...days });
    page.part("send-link").textContent = link;
    page.part("send-message").textContent = message;
    const subject = encodeURIComponent(page.say("mail_subject", { name }));
    const body = encodeURIComponent(message.replaceAll("\n", "\r\n"));
    page.part("send-mail").setAttribute("href", `mailto:?subject=${subject}&body=${body}`);
  }

  /** @param {import("./desk.js").Round} round */
  #drawShare(round) {
    const text = this.desk.kept.pictureOf(round.id);
    this.page.part("sharing").hidden = !text;
    if (text) this.page.part("to-picture").setAttribute("href", `${this.desk.address}#beeld=${text}`);
  }

  #printSlip() {
    const { page, desk } = this;
    if (!desk.round) return;
    const { name, opener, second } = desk.round;
    const period = page.say("period", { first: page.day(desk.round.first), last: page.day(desk.round.last) });
    const qr = drawQr(linkTo(desk.address, desk.round), page.say("slip.code"));
    this.slips.set({ link: put(page.pieces.make("slip"), { name, opener, second, period, qr }) });
    this.slips.print("link");
  }
}
