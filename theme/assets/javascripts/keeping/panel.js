// What every tool says and offers about keeping: whose device it is, whether all is kept, what went wrong, a copy in a
// file, and deleting everything. Its words and buttons stand in the page (templates keeping_*.html.j2).

import { MOST_BYTES } from "../logic/files.js";
import { purposeOf } from "../logic/store.js";
import { Pieces, paragraph } from "../pieces.js";
import { places } from "../places.js";
import { download } from "./download.js";

/** Seconds in which deleting can be undone. */
const UNDO_SECONDS = 10;

/** Troubles that are over once everything is kept. */
const PASSING = ["blocked", "full", "not-kept"];

/** Troubles that are over once somebody says again whose device it is. */
const UNTIL_ASKED = ["cleared", "deleted-elsewhere"];

/**
 * @typedef {import("../logic/store.js").Reason | "deleted-elsewhere" | "gone" | "reworded"} Trouble
 * What became of a file: why it was refused, or how much was new and how much was here. `different` is how much is here
 * in another way; who does not say it counts rounds.
 * @typedef {{reason: string, what?: string} | {added: number, same: number, different?: number}} Read
 * @typedef {{
 *   store: import("../logic/store.js").Store,
 *   file: () => {name: string, text: string},
 *   read: (text: string) => Read,
 *   most?: number, bytes of a file
 *   signal: AbortSignal,
 *   changed?: () => void, called when everything was deleted, or came back
 * }} Options
 */

export class KeepingPanel {
  /** @type {ReturnType<import("../logic/store.js").Store["deleteAll"]> | null} */
  #deleted = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #counting;
  /** @type {Map<Trouble, Record<string, string>>} what went wrong, with what its words need */
  #troubles = new Map();
  /** @type {Map<Trouble, Record<string, string>>} the same, before everything was deleted */
  #troublesBefore = new Map();
  #hadSomething = false;
  #hasNews = false;
  #isCopyOffered = false;

  /**
   * @param {HTMLElement} element
   * @param {Options} options
   */
  constructor(element, { store, file, read, most = MOST_BYTES, signal, changed = () => this.draw() }) {
    this.element = element;
    this.store = store;
    this.file = file;
    this.read = read;
    this.most = most;
    this.changed = changed;
    this.part = places(element, "data-keep");
    this.pieces = new Pieces(/** @type {HTMLTemplateElement} */ (this.part("words")));
    this.statuses = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-keep='status']")]);
    const on = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      this.part(name).addEventListener("click", act, { signal });
    on("own", () => this.#answer(true));
    on("shared", () => this.#answer(false));
    on("save", () => this.#save("said"));
    on("rescue-save", () => this.#save("rescued"));
    on("delete", () => this.#delete());
    on("undo", () => this.#undo());
    this.part("open").addEventListener("change", () => this.#open(), { signal });
    this.part("tools").hidden = false;
    signal.addEventListener("abort", () => clearInterval(this.#counting));
  }

  /** Whether it asks whose device this is. */
  get isAsking() {
    return !this.part("device").hidden;
  }

  /**
   * Shows whether everything is kept, and asks whose device it is once there is something to keep.
   * @param {"here" | "elsewhere"} [from] where something changed
   */
  draw(from = "here") {
    const { isOwnDevice, isKept } = this.store;
    const hasSomething = this.store.keys().length > 0;
    if (from === "elsewhere" && this.#hadSomething && !hasSomething) this.#troubles.set("deleted-elsewhere", {});
    if (hasSomething) this.#troubles.delete("deleted-elsewhere");
    if (isKept) for (const reason of PASSING) this.#troubles.delete(/** @type {Trouble} */ (reason));
    this.#hadSomething = hasSomething;
    this.#nameTroubles(from);
    this.#drawTroubles(hasSomething);
    this.part("device").hidden = isOwnDevice !== null || !hasSomething;
    this.part("save").hidden = !hasSomething && !this.store.unread.size;
    // What cannot be read can still be deleted.
    this.part("delete").hidden = this.part("delete-why").hidden = !hasSomething && !this.#troubles.size;
    const status = isKept ? (isOwnDevice ? "kept" : "until-closed") : "not-kept";
    for (const said of this.statuses) {
      if (said.dataset.state === status) continue;
      said.dataset.state = status;
      said.textContent = this.pieces.say(status.replaceAll("-", "_"));
    }
  }

  /** Names which parts cannot be read, as long as that is so. @param {"here" | "elsewhere"} from */
  #nameTroubles(from) {
    const unread = [...this.store.unread];
    const keysOf = (/** @type {string} */ reason) => unread.flatMap(([key, why]) => (why === reason ? [key] : []));
    /** @type {Partial<Record<Trouble, string[]>>} */
    const found = { unreadable: keysOf("unreadable"), newer: keysOf("newer") };
    // Another tab may be halfway.
    if (from === "here") found.gone = this.store.gone;
    for (const [reason, keys] of /** @type {[Trouble, string[]][]} */ (Object.entries(found))) {
      if (keys.length) this.#troubles.set(reason, { which: this.#partsOf(keys) });
      else this.#troubles.delete(reason);
    }
  }

  /** Names what stands under keys, each sort of thing once. @param {string[]} keys */
  #partsOf(keys) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const key of keys) counts.set(purposeOf(key), (counts.get(purposeOf(key)) ?? 0) + 1);
    const names = [...counts].map(([purpose, count]) =>
      this.pieces.say(`part.${purpose || "unknown"}${count === 1 ? "" : ".more"}`, { count }),
    );
    return names.join(", ");
  }

  /** @param {boolean} hasSomething */
  #drawTroubles(hasSomething) {
    const place = this.part("trouble");
    const shown = [...this.#troubles].filter(([reason]) => hasSomething || !PASSING.includes(reason));
    const words = shown.map(([reason, values]) => this.pieces.say(`trouble.${reason.replaceAll("-", "_")}`, values));
    // What was said already is not said again.
    for (const said of [...place.children]) if (!words.includes(String(said.textContent))) said.remove();
    const there = [...place.children].map((said) => said.textContent);
    const news = words.filter((one) => !there.includes(one)).map((one) => paragraph(one));
    place.append(...news);
    this.#hasNews ||= news.length > 0;
    place.hidden = !words.length;
    const canSave = hasSomething || this.store.unread.size > 0;
    this.part("rescue").hidden = !canSave || !(words.length || this.#isCopyOffered);
    this.part("state").hidden = !hasSomething && !words.length;
  }

  /** Tells what went wrong with keeping. @type {(reason: Trouble, values?: Record<string, string>) => void} */
  tell(reason, values = {}) {
    this.#troubles.set(reason, values);
    this.draw();
  }

  /** Says, once, whether something was told since it was last asked. */
  takeNews() {
    const hasNews = this.#hasNews;
    this.#hasNews = false;
    return hasNews;
  }

  /** Offers a copy above the tool, also while nothing goes wrong. */
  offerCopy() {
    this.#isCopyOffered = true;
    this.draw();
  }

  /** Takes back what was told, once it is mended. @param {Trouble} reason */
  untell(reason) {
    if (this.#troubles.delete(reason)) this.draw();
  }

  /** @param {boolean} isOwn */
  #answer(isOwn) {
    for (const reason of UNTIL_ASKED) this.#troubles.delete(/** @type {Trouble} */ (reason));
    this.store.answerDevice(isOwn);
    this.draw();
    this.part("status").focus();
  }

  /** @param {string} place where it is said */
  #save(place) {
    const { name, text } = this.file();
    download(name, text, "application/json");
    this.part(place).textContent = this.pieces.say("saved", { name });
  }

  async #open() {
    const field = /** @type {HTMLInputElement} */ (this.part("open"));
    const [file] = field.files ?? [];
    if (!file) return;
    // A larger file is not even read.
    const result = file.size > this.most ? { reason: "too-large" } : await file.text().then(this.read, () => ({ reason: "cut" }));
    field.value = "";
    if ("reason" in result) {
      this.#say(`file.${result.reason.replaceAll("-", "_")}`);
      if (result.what) this.part("said").append(" ", this.pieces.say("file.place", { place: result.what }));
      return;
    }
    const { added, same, different } = result;
    const [isNew, isHere] = different === undefined ? ["added", "same"] : ["taken", "here"];
    const say = (/** @type {string} */ name, /** @type {number} */ count) =>
      this.part("said").append(" ", this.pieces.say(`file.${name}${count === 1 ? "_one" : ""}`, { [name]: count }));
    this.part("said").textContent = "";
    say(isNew, added);
    if (same) say(isHere, same);
    if (different) say("different", different);
  }

  #delete() {
    this.#troublesBefore = new Map(this.#troubles);
    for (const reason of [...this.#troubles.keys()]) if (!PASSING.includes(reason)) this.#troubles.delete(reason);
    this.#hadSomething = false;
    this.part("rescued").textContent = "";
    this.#deleted = this.store.deleteAll();
    this.part("undo").hidden = false;
    this.changed();
    this.#say("deleted", { seconds: UNDO_SECONDS });
    this.part("undo").focus();
    clearInterval(this.#counting);
    this.#counting = setInterval(() => this.#forget(), UNDO_SECONDS * 1000);
  }

  #undo() {
    if (this.#deleted) this.store.undo(this.#deleted);
    for (const [reason, values] of this.#troublesBefore) this.#troubles.set(reason, values);
    this.#forget();
    this.changed();
    this.#say("undone");
  }

  #forget() {
    clearInterval(this.#counting);
    this.#deleted = null;
    const button = this.part("undo");
    const hadFocus = document.activeElement === button;
    button.hidden = true;
    this.part("said").textContent = this.store.keys().length ? "" : this.pieces.say("gone");
    if (hadFocus) this.part("said").focus();
  }

  /** @param {string} name @param {Record<string, string | number>} [values] */
  #say(name, values) {
    this.part("said").textContent = this.pieces.say(name, values);
  }
}
