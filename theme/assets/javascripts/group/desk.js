// What the page shows, by what its address holds: the start, a round with its roles, counting, taking part, or a picture.

import { Fragment } from "../keeping/fragment.js";
import { KeepingPanel } from "../keeping/panel.js";
import { held, hold } from "../keeping/place.js";
import { lostOf, mayCount, openCollection } from "../logic/group/collect.js";
import { CODE } from "../logic/group/crockford.js";
import { isSecure } from "../logic/group/hash.js";
import { isValid as isGroup } from "../logic/group/kept.js";
import { PARAMETER as PICTURE } from "../logic/group/picture.js";
import { PARAMETER as ROUND, findOdd, linkTo, readRound } from "../logic/group/round.js";
import { ReportPage } from "../report/page.js";
import { openSession } from "../selfcheck/session.js";
import { Counting } from "./counting.js";
import { Join } from "./join.js";
import { Kept } from "./kept.js";
import { Opening } from "./opening.js";
import { PictureView } from "./seen.js";

/**
 * @typedef {import("../logic/group/round.js").Round} Round
 * @typedef {import("../logic/group/collect.js").Collection} Collection
 * @typedef {import("../logic/group/collect.js").Role} Role
 * @typedef {"start" | "role" | "join" | "counting" | "picture"} View
 */

/** What a link to this page can hold. */
export const NAMES = { [ROUND]: CODE, [PICTURE]: CODE };

export class Desk {
  /** @type {View | ""} */
  view = "";
  /** @type {Round | null} */
  round = null;
  /** @type {Collection | null} what this browser counts in the round */
  collection = null;
  /** @type {import("./kept.js").Found["role"]} which counter this browser is in the round */
  role = undefined;
  /** The round in which somebody is a teacher on this page, or looks at the roles though this browser counts. */
  #chosen = held("role") ?? { teacherIn: "", choosingIn: "" };
  /** @type {Join | null} */
  #join = null;
  #joining = new AbortController();
  #turn = 0;
  /** What stands there now: a view, and the round it is of. */
  #shown = "";
  /** @type {("here" | "elsewhere")[]} where what is still to be drawn changed */
  #changes = [];

  /** @param {HTMLElement} element @param {AbortSignal} signal */
  constructor(element, signal) {
    this.element = element;
    this.page = new ReportPage(element);
    this.fragment = new Fragment(element, NAMES);
    const listeners = {
      onChange: (/** @type {{from: "here" | "elsewhere"}} */ { from }) => this.#drawSoon(from),
      onTrouble: (/** @type {import("../logic/store.js").Reason} */ reason) => this.panel.tell(reason),
    };
    this.session = openSession(element, listeners, { group: isGroup });
    const { questionnaire, areas, store } = this.session;
    this.asked = { id: questionnaire.id, version: questionnaire.version, areas };
    this.kept = new Kept(store, this.asked);
    signal.addEventListener("abort", () => store.close());
    this.panel = new KeepingPanel(element, {
      store,
      signal,
      file: () => this.kept.file(this.page, this.today, this.view === "counting" ? this.collection : null),
      read: /** @type {any} */ ((/** @type {string} */ text) => this.#readFile(text)),
      changed: () => {
        // Who deletes everything means a deleted round too.
        this.kept.letGo();
        this.page.part("undo-forget").hidden = true;
        this.open();
      },
    });
    // What goes wrong with a file is said in other words than those of the self-check.
    for (const [name, words] of this.page.pieces.words) if (name.startsWith("file.")) this.panel.pieces.words.set(name, words);
    this.opening = new Opening(this, signal);
    this.counting = new Counting(this, signal);
    this.seen = new PictureView(this, signal);
    this.#listen(signal);
  }

  /** Today, by the clock of this device. */
  get today() {
    return this.session.rounds.today;
  }

  /** The address of this page, without what stands behind the #. */
  get address() {
    return location.href.split("#")[0];
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      this.page.part(name).addEventListener("click", act, { signal });
    on("as-teacher", () => this.#teach());
    on("as-second", () => this.#count("second"));
    on("as-opener", () => this.#count("opener"));
    on("other-role", () => this.#choose());
    on("to-role", () => this.#choose());
    on("count-again", () => this.#leaveChoice());
    on("forget", () => this.#forget());
    on("forget-aside", () => this.#forget("aside"));
    on("undo", () => this.#undo());
    // A place in the page is no other view of it.
    addEventListener("hashchange", () => this.fragment.read().place || this.open(true), { signal });
  }

  /** Opens what the address holds. @param {boolean} [isAsked] whether somebody went there just now */
  async open(isAsked = false) {
    const turn = ++this.#turn;
    this.page.part("no-script").hidden = true;
    this.#refuse("");
    const { [PICTURE]: picture = null, [ROUND]: text = null } = Object.fromEntries(this.fragment.read().values);
    if (!isSecure()) return this.#refuse("insecure", "start");
    if (picture !== null) {
      const reason = this.seen.show(picture);
      return reason ? this.#refuse(reason, "start") : this.#show("picture", isAsked);
    }
    if (text === null) return this.#show("start", isAsked);
    const { round, reason } = await readRound(text, this.asked);
    if (turn !== this.#turn) return undefined;
    if (!round) return this.#refuse(String(reason), "start");
    const { collection = null, gaps, role } = await this.kept.find(round);
    if (turn !== this.#turn) return undefined;
    this.round = round;
    this.collection = collection;
    this.role = role;
    this.page.part("odd-names").hidden = findOdd(round).every(({ field }) => field === "name");
    this.#sayGaps(gaps);
    const isCounting = collection !== null && this.#chosen.choosingIn !== round.id;
    this.#show(this.#chosen.teacherIn === round.id ? "join" : isCounting ? "counting" : "role", isAsked);
    return undefined;
  }

  /** Goes to a round, or to a picture. @param {string} link */
  go(link) {
    const hash = new URL(link).hash;
    if (location.hash === hash) this.open(true);
    else location.hash = hash;
  }

  /** Keeps a collection, and shows it. @param {Collection} collection */
  async keep(collection) {
    this.collection = collection;
    await this.kept.keep(collection);
    this.draw();
  }

  /** Says why something is not used, above everything. @type {(reason: string, view?: View) => void} */
  #refuse(reason, view) {
    this.#say(reason && this.page.say(`link.${reason}`));
    if (view) this.#show(view, false);
  }

  /** Gives a text of paragraphs. @type {(name: string, count: number, values: Record<string, string | number>) => string} */
  paragraphs(name, count, values) {
    return Array.from({ length: count }, (_, at) => this.page.say(`${name}.${at + 1}`, values)).join("\n\n");
  }

  /** Says what was done. @param {string} words */
  tell(words) {
    this.page.part("said").textContent = words;
  }

  /** @param {string} words */
  #say(words) {
    this.page.part("trouble").textContent = words;
    this.page.part("trouble").hidden = !words;
  }

  /** Says what of the round does not fit, or got lost. @param {string[]} gaps */
  #sayGaps(gaps) {
    const lost = this.collection ? lostOf(this.collection) : [];
    const words = [
      gaps.length && this.page.say("refuse.kept", { place: gaps.map((one) => this.page.say(`gap.${one}`)).join(", ") }),
      lost.length && this.page.count("refuse.lost", lost.length, { ids: lost.join(", ") }),
    ];
    this.#say(words.filter(Boolean).join(" "));
  }

  #teach() {
    this.#take({ teacherIn: String(this.round?.id) });
    this.#show("join", true);
  }

  #choose() {
    this.#take({ teacherIn: "", choosingIn: String(this.round?.id) });
    this.#show("role", true);
  }

  /** Takes a role on this page, also after a reload. @param {Partial<{teacherIn: string, choosingIn: string}>} role */
  #take(role) {
    this.#chosen = { ...this.#chosen, ...role };
    hold("role", this.#chosen);
  }

  #leaveChoice() {
    this.#take({ choosingIn: "" });
    this.#show("counting", true);
  }

  /** @param {Role} role */
  async #count(role) {
    const { round, page } = this;
    if (!round) return;
    const { collection, role: kept, given } = await this.kept.find(round);
    if (kept === "unknown" || mayCount(role, kept)) {
      const which = kept === "unknown" ? "" : page.say(`which.${kept}`);
      page.part("role-refused").textContent = page.say(which ? "refuse.role" : "refuse.role_unknown", { which });
      page.part("role-refused").hidden = false;
      return;
    }
    if (!collection) await this.keep({ ...openCollection(round, role), ...(given && { given }) });
    this.#leaveChoice();
  }

  /** Starts counting in a round that was made here. @param {Round} round */
  async begin(round) {
    this.round = round;
    await this.keep(openCollection(round, "opener"));
    this.go(linkTo(this.address, round));
  }

  /** @param {"forgotten" | "aside"} [how] */
  #forget(how = "forgotten") {
    if (!this.round) return;
    if (how === "aside") this.kept.putAside(this.round.id);
    else this.kept.forget(this.round.id);
    this.tell(this.page.say(how));
    this.page.part("undo-forget").hidden = false;
    this.collection = null;
    location.hash = "";
    this.page.part("undo").focus();
  }

  #undo() {
    this.kept.putBack();
    this.page.part("undo-forget").hidden = true;
    this.tell(this.page.say("back"));
    this.draw();
    this.page.part("said").focus();
  }

  /** @param {string} text @returns {Promise<import("../keeping/panel.js").Read>} */
  async #readFile(text) {
    const read = await this.kept.read(text);
    if ("reason" in read) return { ...read, reason: read.reason.replaceAll("_", "-") };
    const { round, added, same } = read;
    this.#take({ teacherIn: "", choosingIn: "" });
    if (round) this.go(linkTo(this.address, round));
    else this.open();
    return { added, same };
  }

  /** @type {(view: View, isAsked: boolean) => void} */
  #show(view, isAsked) {
    const { page } = this;
    const shown = `${view} ${this.round?.id}`;
    // What another tab changed is drawn, and nothing of what somebody does here is lost.
    if (!isAsked && this.#shown === shown) return this.draw();
    this.#shown = shown;
    this.view = view;
    this.element.dataset.view = view;
    for (const part of page.all("[data-in]")) part.hidden = !String(part.dataset.in).split(" ").includes(view);
    this.#joining.abort();
    this.#join = null;
    if (view === "join" && this.round) {
      this.#joining = new AbortController();
      this.#join = new Join(this.element, { session: this.session, round: this.round, signal: this.#joining.signal });
    }
    page.part("role-refused").hidden = true;
    if (view !== "start") page.part("undo-forget").hidden = true;
    this.counting.reset();
    this.draw();
    if (!isAsked) return undefined;
    const heading = page.all("h2[tabindex]").find((one) => one.offsetParent !== null);
    heading?.focus();
    if (!heading) scrollTo(0, 0);
    return undefined;
  }

  /** Several changes at once are one drawing. @param {"here" | "elsewhere"} from */
  #drawSoon(from) {
    this.#changes.push(from);
    if (this.#changes.length > 1) return;
    queueMicrotask(() => {
      const isElsewhere = this.#changes.includes("elsewhere");
      this.#changes = [];
      // Another tab may have counted on, or deleted everything.
      if (isElsewhere) this.open();
      this.draw(isElsewhere ? "elsewhere" : "here");
    });
  }

  /** @param {"here" | "elsewhere"} [from] */
  draw(from = "here") {
    const { page, view, round } = this;
    this.panel.draw(from);
    const isCounting = view === "counting" && this.collection !== null;
    // What other tools keep is no copy of this page.
    if (!this.kept.isSome) for (const name of ["save", "rescue"]) this.panel.part(name).hidden = true;
    if (view === "start") this.opening.draw();
    if (round && (view === "role" || view === "counting")) {
      page.part("round-name").textContent = round.name;
      const [first, last] = [page.day(round.first), page.day(round.last)];
      page.part("fact-period").textContent = page.say("period", { first, last });
      page.part("fact-minimum").textContent = page.count("people", round.minimum);
      page.part("fact-opener").textContent = round.opener;
      page.part("fact-second").textContent = round.second;
    }
    if (view === "role") this.#drawRole();
    if (isCounting) this.counting.draw();
    if (view === "picture") this.seen.draw();
    this.#join?.draw();
  }

  #drawRole() {
    const { page, collection, role } = this;
    page.part("aside").hidden = role !== "unknown";
    page.part("is-counting").hidden = page.part("to-counting").hidden = !collection;
    if (!collection) return;
    const which = page.say(`which.${collection.role}`);
    page.part("is-counting").textContent = page.say("role.counting", { which });
  }
}
