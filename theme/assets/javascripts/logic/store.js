// What a page keeps in the browser: one key for each thing somebody said, written, read back and compared. What cannot
// be kept goes on in memory, and that is said. Nothing is written before somebody said whose device it is: on an own
// one it goes into localStorage, on a shared one into sessionStorage, which ends with the tab.

/** What every key starts with. */
export const PREFIX = "vormingswijzer/";

/** Every key there can be, after the prefix, and what it is for; `*` is any text. Nothing else is written. */
export const KEYS = [
  { pattern: "device", purpose: "own-device" },
  { pattern: "round/*", purpose: "round" },
  { pattern: "round/*/answer/*", purpose: "answer" },
  { pattern: "round/*/context/*", purpose: "context" },
  { pattern: "round/*/scope", purpose: "scope" },
  { pattern: "round/*/priorities", purpose: "priorities" },
  { pattern: "round/*/level", purpose: "education-level" },
  { pattern: "round/*/region", purpose: "region" },
  { pattern: "group/*", purpose: "group-counter" },
  { pattern: "group/*/code/*", purpose: "group-code" },
  { pattern: "group/*/settled", purpose: "group-settled" },
  { pattern: "group/*/total", purpose: "group-total" },
  { pattern: "group/*/given", purpose: "group-given" },
  { pattern: "group/*/picture", purpose: "group-picture" },
  { pattern: "group/*/joined", purpose: "group-joined" },
  { pattern: "checklist/*/*", purpose: "checklist-question" },
  { pattern: "checklist/*/provider/*", purpose: "checklist-provider" },
  { pattern: "agenda/*", purpose: "agenda" },
  { pattern: "agenda/*/item/*", purpose: "agenda-item" },
  { pattern: "plan/kind", purpose: "plan-kind" },
  { pattern: "plan/about/*", purpose: "plan-about" },
  { pattern: "plan/priority/*", purpose: "plan-priority" },
  { pattern: "plan/offer/*", purpose: "plan-provider" },
  { pattern: "plan/offer/*/*", purpose: "plan-offer" },
  { pattern: "plan/step/*", purpose: "plan-step" },
  { pattern: "*.unreadable*", purpose: "unreadable" },
  { pattern: "*.old", purpose: "migration" },
];

/** The last moment a clock can mean, in the year 9987. */
const MOST_TIME = 253_000_000_000_000;
/** Signs of a stored text: a note of 2,000 and its company, six times as long where every sign is written as its code. */
const MOST_TEXT = 100_000;
const DEVICE = "device";
const OLD = ".old";
/** Reasons that pass once everything is kept. */
const PASSING = ["blocked", "full", "not-kept"];
/** The end of a key under which something stands aside. */
const ASIDE = /\.(old|unreadable[-\d]*)$/;
/** What is a part of the thing that its first two names are the key of; anything else stands by itself. */
const PART = /^(?:(?:round|agenda)\/[^/]+\/|group\/[^/]+\/(?:code\/|settled$|total$))/;
const PATTERNS = KEYS.filter(({ pattern }) => pattern[0] !== "*").map(({ pattern, purpose }) => ({
  purpose,
  pattern: new RegExp(`^${pattern.replaceAll("*", "[a-z0-9.-]+")}$`),
}));

/**
 * @typedef {"blocked" | "full" | "not-kept" | "newer" | "unreadable" | "cleared" | "not-deleted"} Reason
 * @typedef {{at: number, value: any, text: string, isKept: boolean}} Entry
 * @typedef {{entry?: Entry, trouble?: Reason, name?: string, isOld?: boolean}} Found
 * @typedef {{mode: string, texts: [Area, Map<string, string>][], known: Map<string, Entry>}} Snapshot
 * @typedef {{
 *   isValid: (key: string, value: any) => boolean,
 *   onChange?: (change: {keys: string[], from: "here" | "elsewhere"}) => void,
 *   onTrouble?: (reason: Reason) => void,
 *   concerns?: (key: string) => boolean, whose troubles are told here
 *   prefix?: string, storage?: () => Storage, session?: () => Storage, now?: () => number, schema?: number,
 *   migrate?: (key: string, old: any) => {key: string, at: number, value: any} | null,
 * }} Options
 */

/** Says whether something can be kept under a key. @param {string} key */
export const isKey = (key) => purposeOf(key) !== "";

/** Gives what a key is for; nothing for one that is not ours. @param {string} key */
export const purposeOf = (key) => PATTERNS.find(({ pattern }) => pattern.test(key))?.purpose ?? "";

/** Gives the key of the thing that this one is a part of; its own where it stands by itself. @param {string} key */
export const unitOf = (key) => (PART.test(key) ? key.split("/").slice(0, 2).join("/") : key);

/** @param {string} key */
const asides = (key) => Array.from({ length: 99 }, (_, at) => `${key}.unreadable` + (at ? `-${at + 1}` : ""));

/**
 * Reads JSON that a stranger may have written, nested no deeper than `most`.
 * @param {string} text
 * @param {number} most
 * @returns {{value?: any, reason?: "too-deep" | "not-json"}}
 */
export function readJson(text, most) {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) at += Number(sign === "\\");
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (depth > most) return { reason: "too-deep" };
  }
  try {
    return { value: JSON.parse(text, refusePrototype) };
  } catch {
    return { reason: "not-json" };
  }
}

/** @type {(name: string, value: any) => any} */
function refusePrototype(name, value) {
  if (name === "__proto__") throw new SyntaxError(name);
  return value;
}

/** Says whether a value is an object with just these keys. @type {(value: any, names: string[]) => boolean} */
export function isRecord(value, names) {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.keys(value).sort().join() === [...names].sort().join();
}

/** @type {(value: any) => boolean} */
export function isTime(value) {
  return Number.isInteger(value) && value >= 0 && value <= MOST_TIME;
}

/** A storage of the browser in which nothing throws, and which holds only our keys. */
class Area {
  /** @param {() => Storage} give @param {string} prefix */
  constructor(give, prefix) {
    this.give = give;
    this.prefix = prefix;
  }

  texts() {
    /** @type {Map<string, string>} */
    const found = new Map();
    try {
      for (const [name, text] of Object.entries(this.give())) {
        if (name.startsWith(this.prefix)) found.set(name.slice(this.prefix.length), text);
      }
    } catch {
      // Nothing can be read.
    }
    return found;
  }

  /** Gives a text, `null` when there is none, `undefined` when the browser refuses. @param {string} key */
  read(key) {
    try {
      return this.give().getItem(this.prefix + key);
    } catch {
      return undefined;
    }
  }

  /** Gives the reason when a text is not kept. @type {(key: string, text: string) => Reason | ""} */
  write(key, text) {
    try {
      this.give().setItem(this.prefix + key, text);
    } catch (error) {
      return /quota/i.test(String(error)) ? "full" : "blocked";
    }
    return this.read(key) === text ? "" : "not-kept";
  }

  /** Says whether a text is gone. @param {string} key */
  remove(key) {
    try {
      this.give().removeItem(this.prefix + key);
    } catch {
      // What can be reached nowhere is gone.
    }
    return typeof this.read(key) !== "string";
  }
}

let changes = 0;

/** What a page knows. It counts how often that changed, so that what was reckoned from it can stand as long. */
class Memory extends Map {
  constructor() {
    super();
    changes += 1;
  }

  /** @type {(key: string, entry: Entry) => this} */
  set(key, entry) {
    changes += 1;
    return super.set(key, entry);
  }

  /** @param {string} key */
  delete(key) {
    changes += 1;
    return super.delete(key);
  }

  clear() {
    changes += 1;
    super.clear();
  }
}

export class Store {
  /** @type {Map<string, Entry>} */
  #known = new Memory();
  /** @type {Map<string, Reason>} texts that stand in the storage, and that this page does not understand */
  #unread = new Map();
  /** @type {Set<string>} what is copied aside before it is written over or removed */
  #spared = new Set();
  #mode = "";
  /** @type {Set<Reason>} */
  #told = new Set();
  /** @type {Snapshot | undefined} What this page held when another one deleted everything. */
  #deleted;
  /** @type {BroadcastChannel | undefined} */
  #channel;
  #bound = new AbortController();

  /** @param {Options} options */
  constructor({ prefix = PREFIX, storage = () => localStorage, session = () => sessionStorage, ...options }) {
    this.options = options;
    this.prefix = prefix;
    this.schema = options.schema ?? 1;
    this.local = new Area(storage, prefix);
    this.session = new Area(session, prefix);
    const { signal } = this.#bound;
    addEventListener("storage", (event) => this.#follow(event), { signal });
    // A page that slept missed what happened; one that listens is not put to sleep.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#wake(), { signal });
    addEventListener("pagehide", () => this.#channel?.close(), { signal });
    this.#listen();
    this.#load();
  }

  /** Whose device it is: `true` for one's own, `false` for a shared one, `null` while nobody said. */
  get isOwnDevice() {
    return this.#mode ? this.#mode === "own" : null;
  }

  /** Says whether everything stands in a storage. */
  get isKept() {
    return this.#mode !== "" && [...this.#known.values()].every((entry) => entry.isKept);
  }

  /** Gives the time; a clock that says nonsense is at zero. */
  now() {
    const time = (this.options.now ?? Date.now)();
    return isTime(time) ? time : 0;
  }

  /** Rises when anything that is known changes. */
  get changes() {
    return changes;
  }

  keys() {
    return [...this.#known.keys()];
  }

  /** What stands here and cannot be read, or only by a newer version: its key, and which of both. */
  get unread() {
    return new Map([...this.#unread].filter(([key]) => this.#concerns(key)));
  }

  /** The things of which parts are here, and whose own key is gone. */
  get gone() {
    const units = new Set(this.keys().map(unitOf));
    return [...units].filter((key) => !this.#known.has(key) && !this.#unread.has(key) && this.#concerns(key));
  }

  /** Gives the texts themselves, and what stands aside, just as they are. @type {(belongs: (key: string) => boolean) => [string, string][]} */
  rest(belongs) {
    const texts = [...this.#area.texts()].sort(([a], [b]) => (a < b ? -1 : 1));
    return texts.filter(([key]) => (this.#unread.has(key) || ASIDE.test(key)) && belongs(key.replace(ASIDE, "")));
  }

  /** @type {(key: string) => {at: number, value: any} | undefined} */
  get(key) {
    return this.#known.get(key);
  }

  /** Keeps a value, as later than what stood there. @type {(key: string, value: any, at?: number) => void} */
  set(key, value, at = this.now()) {
    this.setAll([{ key, value, at }]);
  }

  /** Keeps several values, or none where one cannot be kept. @param {{key: string, value: any, at?: number}[]} entries */
  setAll(entries) {
    this.#check(entries);
    if (this.#known.get(DEVICE)?.isKept && this.#area.read(DEVICE) === null) this.#lose();
    for (const { key, value, at = this.now() } of entries) this.#put(key, value, at);
    this.#flush();
    this.#changed(entries.map(({ key }) => key));
  }

  /**
   * Turns what somebody saw of a thing into what they made of it, and touches nothing else. What is written over unseen, or
   * belongs to something that cannot be read whole, is copied aside first.
   * @type {(seen: string[], entries: {key: string, value: any, at?: number}[]) => void}
   */
  replace(seen, entries) {
    this.#check(entries);
    const comes = new Set(entries.map(({ key }) => key));
    const news = entries.filter(({ key, value }) => JSON.stringify(this.get(key)?.value) !== JSON.stringify(value));
    const gone = seen.filter((key) => !comes.has(key));
    for (const key of [...gone, ...news.map(({ key }) => key)]) {
      if (!seen.includes(key) || this.#isDamaged(key)) this.#spared.add(key);
    }
    if (news.length) this.setAll(news);
    if (gone.length) this.#drop(gone);
  }

  /** Removes one value that somebody pointed at; a text that cannot be read stays. @param {string} key */
  remove(key) {
    this.#drop([key]);
  }

  /** Removes several of those. @param {string[]} keys */
  removeAll(keys) {
    this.#drop(keys);
  }

  /** Moves texts out of the way, just as they are; gives what `bringBack` needs. @param {string[]} keys */
  setAside(keys) {
    /** @type {Map<string, string>} */
    const moved = new Map();
    for (const key of keys) {
      const text = this.#mode ? this.#area.read(key) : null;
      if (typeof text !== "string" || !this.#copy(text, asides(key)) || !this.#area.remove(key)) continue;
      this.#unread.delete(key);
      this.#known.delete(key);
      moved.set(key, text);
    }
    this.#changed(keys);
    return moved;
  }

  /** Puts texts back where they stood. @param {Map<string, string>} texts */
  bringBack(texts) {
    for (const [key, text] of texts) {
      if (this.#area.read(key) === null && !this.#area.write(key, text)) this.#take(key, text);
    }
    this.#changed([...texts.keys()]);
  }

  /** Says whose device it is. All that is known goes where it belongs. @param {boolean} isOwn */
  answerDevice(isOwn) {
    const left = isOwn ? this.session : this.local;
    this.#mode = isOwn ? "own" : "shared";
    this.#told.delete("cleared");
    for (const entry of this.#known.values()) entry.isKept = false;
    this.#put(DEVICE, this.#mode, this.now());
    for (const [key, text] of this.#area.texts()) if (key !== DEVICE) this.#take(key, text);
    this.#flush();
    for (const [key, text] of left.texts()) {
      const entry = !this.#read(key, text).trouble && this.#known.get(key);
      // Nothing of what is in memory stays behind on a shared device.
      const isSafe = entry ? entry.isKept || !isOwn : this.#copy(text, [key, ...asides(key)]);
      if (isSafe ? !left.remove(key) : !isOwn) this.#tell("not-deleted");
    }
    this.#survey();
    this.#changed(this.keys());
  }

  /** Deletes everything, in all tabs; gives what `undo` needs. */
  deleteAll() {
    const snapshot = this.#forget([this.local, this.session]);
    this.#channel?.postMessage("deleted");
    this.#changed([...snapshot.known.keys()]);
    return snapshot;
  }

  /** Puts everything back byte for byte; what was said since then stays. @param {Snapshot} snapshot */
  undo(snapshot) {
    this.#restore(snapshot);
    this.#channel?.postMessage("undone");
    this.#changed(this.keys());
  }

  close() {
    this.#bound.abort();
    this.#channel?.close();
  }

  /** @param {string} key */
  #concerns(key) {
    return this.options.concerns?.(key) ?? true;
  }

  get #area() {
    return this.#mode === "shared" ? this.session : this.local;
  }

  /** @param {string[]} keys @param {"here" | "elsewhere"} [from] */
  #changed(keys, from = "here") {
    this.options.onChange?.({ keys, from });
  }

  /** @param {Reason} reason */
  #tell(reason) {
    if (this.#told.has(reason)) return;
    this.#told.add(reason);
    // Who opens the store has it in hand when this is said.
    queueMicrotask(() => this.options.onTrouble?.(reason));
  }

  /** @param {{key: string, value: any}[]} entries */
  #check(entries) {
    const wrong = entries.find(({ key, value }) => !this.#isValid(key, value));
    if (wrong) throw new TypeError(`store: ${wrong.key} cannot hold this`);
  }

  /** Says whether the thing a key is a part of cannot be read whole. @param {string} key */
  #isDamaged(key) {
    const unit = unitOf(key);
    return (unit !== key && !this.#known.has(unit)) || [...this.#unread.keys()].some((one) => unitOf(one) === unit);
  }

  /** @param {string[]} keys */
  #drop(keys) {
    for (const key of keys) {
      this.#known.delete(key);
      const text = this.#area.read(key);
      if (!this.#mode || !text || this.#read(key, text).trouble) continue;
      const isFree = !this.#spared.has(key) || this.#copy(text, asides(key));
      if (!isFree) this.#tell("full");
      else if (!this.#area.remove(key)) this.#tell("not-deleted");
      this.#spared.delete(key);
    }
    this.#changed(keys);
  }

  /** @type {(key: string, value: any) => boolean} */
  #isValid(key, value) {
    if (key === DEVICE) return value === "own" || value === "shared";
    return isKey(key) && this.options.isValid(key, value);
  }

  /** Reads a stored text. @type {(key: string, text: string) => Found} */
  #read(key, text) {
    const found = text.length > MOST_TEXT ? null : readJson(text, 4).value;
    if (!Number.isInteger(found?.v)) return { trouble: "unreadable" };
    if (found.v > this.schema) return { trouble: "newer" };
    const isOld = found.v < this.schema;
    const isRight = !isOld && isRecord(found, ["v", "at", "value"]);
    const made = isOld ? this.options.migrate?.(key, found) : isRight && { ...found, key };
    if (!made || !isTime(made.at) || !this.#isValid(made.key, made.value)) return { trouble: "unreadable" };
    const entry = this.#entry(made.at, made.value);
    return { entry: isOld ? entry : { ...entry, text, isKept: true }, name: made.key, isOld };
  }

  /** @type {(at: number, value: any) => Entry} */
  #entry(at, value) {
    return { at, value, text: JSON.stringify({ v: this.schema, at, value }), isKept: false };
  }

  /** Takes a value into memory. @type {(key: string, value: any, at: number) => void} */
  #put(key, value, at) {
    const there = this.#mode && this.#area.read(key);
    const stored = there ? this.#read(key, there).entry : undefined;
    // A clock that was ahead may have written what stood there.
    const last = Math.max(this.#known.get(key)?.at ?? -1, stored?.at ?? -1);
    this.#known.set(key, this.#entry(Math.min(Math.max(at, last + 1), MOST_TIME), value));
  }

  /** Writes what is only in memory, whose device it is first. */
  #flush() {
    const device = this.#known.get(DEVICE);
    if (!this.#mode || !device) return;
    for (const key of [DEVICE, ...this.keys()]) {
      if (!this.#known.get(key)?.isKept && (key === DEVICE || device.isKept)) this.#keep(key);
    }
    // The next trouble is told anew.
    if (this.isKept) for (const reason of [...this.#told]) if (PASSING.includes(reason)) this.#told.delete(reason);
  }

  /** Writes one thing over what may be written over. @param {string} key */
  #keep(key) {
    const entry = /** @type {Entry} */ (this.#known.get(key));
    const there = this.#area.read(key);
    const isThere = typeof there === "string";
    const { trouble, isOld } = isThere ? this.#read(key, there) : /** @type {Found} */ ({});
    if (trouble === "newer") return this.#tell("newer");
    let isFree = true;
    if (isThere && (trouble || this.#spared.has(key))) isFree = this.#copy(there, asides(key));
    if (isThere && isOld) isFree = this.#copy(there, [key + OLD, ...asides(key)]);
    const reason = isFree ? this.#area.write(key, entry.text) : "full";
    if (reason) return this.#tell(reason);
    entry.isKept = true;
    this.#spared.delete(key);
    this.#unread.delete(key);
    if (isOld && this.#area.read(key + OLD) === there) this.#area.remove(key + OLD);
  }

  /** Copies a text under the first key that is free. @type {(text: string, keys: string[]) => boolean} */
  #copy(text, keys) {
    const key = keys.find((one) => [null, text].includes(this.#area.read(one) ?? null));
    return key !== undefined && !this.#area.write(key, text);
  }

  /** The storage was wiped: all stays in memory, and nothing is written until somebody is asked again. */
  #lose() {
    this.#mode = "";
    this.#known.delete(DEVICE);
    for (const entry of this.#known.values()) entry.isKept = false;
    this.#survey();
    this.#tell("cleared");
  }

  /** Reads everything again. The storage is right about what was kept in it. */
  #load(slept = false) {
    const isIn = (/** @type {Area} */ area, /** @type {string} */ mode) =>
      this.#read(DEVICE, area.read(DEVICE) ?? "").entry?.value === mode;
    if (isIn(this.session, "shared")) this.#mode = "shared";
    else if (isIn(this.local, "own")) this.#mode = "own";
    else if (this.#known.get(DEVICE)?.isKept) {
      // Deleted elsewhere. A page that slept did not hear it said.
      this.#mode = "";
      if (slept) this.#known.clear();
    }
    const texts = this.#area.texts();
    this.#unread.clear();
    for (const [key, { isKept }] of this.#known) if (isKept && !texts.has(key)) this.#known.delete(key);
    for (const [name, old] of texts) {
      if (!name.endsWith(OLD)) continue;
      // A migration was cut short.
      const key = name.slice(0, -OLD.length);
      const { trouble } = this.#read(key, texts.get(key) ?? "");
      if (trouble === "unreadable") this.#take(key, old);
      else if (this.#mode && !trouble) this.#area.remove(name);
    }
    for (const [key, text] of texts) this.#take(key, text);
    this.#flush();
  }

  /**
   * Takes a stored text into memory. Of two the later counts; of equally late ones, the stored. What an older version
   * wrote goes when the new text has been read back.
   * @param {string} key
   * @param {string} text
   */
  #take(key, text) {
    if (ASIDE.test(key)) return;
    const { entry, name = key, isOld, trouble } = this.#judge(key, text);
    const known = this.#known.get(name);
    if (entry && (!known || known.at <= entry.at)) this.#known.set(name, entry);
    else if (known && name === key) known.isKept = false;
    if (trouble && this.#concerns(key)) this.#tell(trouble);
    if (!isOld || !this.#mode) return;
    this.#keep(name);
    if (name !== key && this.#known.get(name)?.isKept) this.#area.remove(key);
  }

  /** Reads a stored text, and remembers whether that could be done. @type {(key: string, text: string) => Found} */
  #judge(key, text) {
    const found = this.#read(key, text);
    if (found.trouble && !ASIDE.test(key)) this.#unread.set(key, found.trouble);
    else this.#unread.delete(key);
    return found;
  }

  #survey() {
    this.#unread.clear();
    for (const [key, text] of this.#area.texts()) this.#judge(key, text);
  }

  /** Follows another tab. @param {StorageEvent} event */
  #follow({ key, storageArea }) {
    const isOurs = key === null || key.startsWith(this.prefix);
    if (!isOurs || this.#mode === "shared" || storageArea !== this.local.give()) return;
    const name = key?.slice(this.prefix.length) ?? DEVICE;
    const text = this.local.read(name);
    const isThere = typeof text === "string";
    if (!isThere) this.#unread.delete(name);
    if (key === null && this.#mode && !text) this.#lose();
    else if (name === DEVICE) this.#load();
    else if (isThere) this.#take(name, text);
    else if (this.#known.get(name)?.isKept) this.#known.delete(name);
    this.#flush();
    this.#changed([name], "elsewhere");
  }

  #wake() {
    this.#listen();
    this.#load(true);
    this.#changed(this.keys(), "elsewhere");
  }

  /** Hears when another tab deletes everything: what only this one holds, that one cannot reach. */
  #listen() {
    this.#channel = channel(this.prefix);
    if (this.#channel) this.#channel.onmessage = ({ data }) => {
      if (data === "deleted") this.#deleted = this.#forget([this.session]);
      else if (this.#deleted) this.#restore(this.#deleted);
      this.#changed(this.keys(), "elsewhere");
    };
  }

  /** @type {(areas: Area[]) => Snapshot} */
  #forget(areas) {
    /** @type {Snapshot["texts"]} */
    const texts = areas.map((area) => [area, area.texts()]);
    const snapshot = { mode: this.#mode, texts, known: this.#known };
    this.#known = new Memory();
    this.#unread.clear();
    this.#mode = "";
    for (const [area, found] of texts) {
      // Whose device it is goes first: then no other tab writes any more. It comes back first too.
      const isGone = [DEVICE, ...found.keys()].map((key) => area.remove(key));
      if (isGone.includes(false)) this.#tell("not-deleted");
    }
    return snapshot;
  }

  /** @param {Snapshot} snapshot */
  #restore({ mode, texts, known }) {
    for (const [area, found] of texts) {
      for (const key of [DEVICE, ...found.keys()]) {
        const text = found.get(key);
        const reason = text !== undefined && area.read(key) === null && area.write(key, text);
        if (reason) this.#tell(reason);
      }
    }
    this.#mode ||= mode;
    for (const [key, entry] of known) {
      if ((this.#known.get(key)?.at ?? -1) < entry.at) this.#known.set(key, { ...entry, isKept: false });
    }
    this.#load();
  }
}

/** @param {Options} options */
export function openStore(options) {
  return new Store(options);
}

/** Opens a line to the other tabs, where there is one: who blocks all storage in Firefox blocks it too. @param {string} name */
function channel(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
