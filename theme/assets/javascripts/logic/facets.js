// Filtering and counting with sets of bits: one for each value, a bit for each record. What is read comes from
// generator/outputs/catalogue.py.

/** The value that every facet has for what is not known. */
export const UNKNOWN = "onbekend";

/** The facet of the states. What somebody asks for with it is shown, also when it is gone. */
const STATE = "status";

/**
 * What changes on a day after the one on which the site was made: the day, the record, its state, and its row in the
 * facet of the states.
 * @typedef {[string, number, number, string]} Later
 * @typedef {{key: string, isOfOwner: boolean, values: string[], implied: number[][], rows: string}} FacetData
 * @typedef {{count: number, perFile: number, evidence: string, facets: FacetData[], last?: number[],
 *   states?: number[], ask?: number, gone?: number, later?: Later[], owners?: number, ownerOf?: string, byName?: number[]}} ListData
 *   `last` are runs of records that stand last; `states` says how many records are in each state; from the state `ask`
 *   on nothing says that they run, and from `gone` on nobody can follow them any more
 * @typedef {Map<string, Set<string>>} Chosen the chosen values by facet
 */

/** Reads a number from the sign it was written as. @param {string} letter */
function fromSign(letter) {
  let code = /** @type {number} */ (letter.codePointAt(0));
  if (code >= 0xe000) code -= 0x800;
  if (code >= 161) code -= 34;
  if (code >= 93) code -= 1;
  return code - 35;
}

/** Numbers of records, to be asked about all together. */
export class Bits {
  /** @param {number} count */
  constructor(count) {
    this.words = new Uint32Array((count + 31) >>> 5);
  }

  /** @param {number} number */
  add(number) {
    this.words[number >>> 5] |= 1 << (number & 31);
  }

  /** @param {number} number */
  has(number) {
    return ((this.words[number >>> 5] >>> (number & 31)) & 1) === 1;
  }

  /** Adds all of another. @param {Bits} other */
  join(other) {
    for (let place = 0; place < this.words.length; place += 1) this.words[place] |= other.words[place];
  }

  /** Keeps only what another has too. @param {Bits} other */
  keep(other) {
    for (let place = 0; place < this.words.length; place += 1) this.words[place] &= other.words[place];
  }

  /** Says how many numbers two have in common. @param {Bits} other */
  shared(other) {
    let total = 0;
    for (let place = 0; place < this.words.length; place += 1) total += ones(this.words[place] & other.words[place]);
    return total;
  }

  /** How many numbers there are. */
  get size() {
    return this.shared(this);
  }
}

/** Says how many bits of a number are on. @param {number} word */
function ones(word) {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** A list that can be filtered. */
export class FacetedList {
  /** @param {ListData} data @param {string} [day] the reader's, as `2026-12-01`; else that of the data */
  constructor(data, day = "") {
    this.count = data.count;
    this.perFile = data.perFile;
    /** All records by name; nothing when a file of its own holds that. Providers are numbered by name. */
    this.byName = data.byName ?? (data.ownerOf === undefined ? [...Array(data.count).keys()] : null);
    /** @type {number[]} for each record the number of its owner: of its provider, or its own */
    this.ownerOf = data.ownerOf === undefined ? [...Array(data.count).keys()] : owners(data.ownerOf, data.owners ?? 1);
    /** How new the evidence for each record is; 0 is the newest. */
    this.evidence = [...data.evidence].map(fromSign);
    const due = (data.later ?? []).filter(([from]) => from <= day);
    /** Whether the list has changed since the site was made. */
    this.isChanged = due.length > 0;
    /** @type {number[]} the state of each record, in the order in which somebody wants them */
    this.states = (data.states ?? [data.count]).flatMap((size, state) => Array(size).fill(state));
    for (const [, number, state] of due) this.states[number] = state;
    const { ask = Infinity } = data;
    /** Says of a record whether it is `likely`, to `ask` for, or `gone`. @param {number} number */
    this.partOf = (number) => (this.gone.has(number) ? "gone" : this.states[number] >= ask ? "ask" : "likely");
    /** What nobody can follow any more. */
    this.gone = new Bits(data.count);
    for (const [number, state] of this.states.entries()) if (state >= (data.gone ?? Infinity)) this.gone.add(number);
    /** What stands behind the rest, however it is sorted. */
    this.last = new Bits(data.count);
    this.last.join(this.gone);
    const runs = data.last ?? [];
    for (let run = 0; run < runs.length; run += 2) {
      for (let more = 0; more < runs[run + 1]; more += 1) this.last.add(runs[run] + more);
    }
    /** @type {Map<string, Map<string, Bits>>} */
    this.facets = new Map(data.facets.map((facet) => [facet.key, this.#read(facet, facet.key === STATE ? due : [])]));
    this.all = new Bits(data.count);
    for (let number = 0; number < data.count; number += 1) this.all.add(number);
    /** What is listed unless somebody asks for more. */
    this.alive = new Bits(data.count);
    for (let number = 0; number < data.count; number += 1) if (!this.gone.has(number)) this.alive.add(number);
  }

  /** @param {FacetData} facet @param {Later[]} due */
  #read(facet, due) {
    const values = facet.values.map(() => new Bits(this.count));
    const unknown = new Bits(this.count);
    const implied = new Map(facet.implied.map(([number, ...more]) => [number, more]));
    const rows = facet.rows.split(" ");
    for (const [, number, , row] of due) rows[number] = row;
    for (let number = 0; number < this.count; number += 1) {
      const row = rows[facet.isOfOwner ? this.ownerOf[number] : number];
      if (!row) unknown.add(number);
      for (const letter of row ?? "") {
        const value = fromSign(letter);
        values[value].add(number);
        for (const more of implied.get(value) ?? []) values[more].add(number);
      }
    }
    /** @type {Map<string, Bits>} */
    const read = new Map(facet.values.map((id, place) => [id, values[place]]));
    return read.set(UNKNOWN, unknown);
  }

  /**
   * Gives the records that have one of the chosen values of every facet; what is gone only when that is asked for.
   * @param {Chosen} chosen
   * @param {Bits | null} found what words found, if there are words
   * @param {{but?: string | null, withGone?: boolean}} how `but` is a facet that does not count
   */
  matching(chosen, found, { but = null, withGone = false } = {}) {
    const matching = new Bits(this.count);
    matching.join(found ?? this.all);
    if (!withGone && !chosen.get(STATE)?.size && but !== STATE) matching.keep(this.alive);
    for (const [key, values] of chosen) {
      const facet = this.facets.get(key);
      if (!facet || key === but || !values.size) continue;
      const either = new Bits(this.count);
      for (const value of values) {
        const bits = facet.get(value);
        if (bits) either.join(bits);
      }
      matching.keep(either);
    }
    return matching;
  }

  /**
   * Says for every value of every facet how many records match it and all that is chosen in other facets.
   * @param {Chosen} chosen
   * @param {Bits | null} found
   * @param {boolean} withGone
   * @returns {Map<string, Map<string, number>>}
   */
  counts(chosen, found, withGone = false) {
    const matching = this.matching(chosen, found, { withGone });
    /** @type {Map<string, Map<string, number>>} */
    const counts = new Map();
    for (const [key, values] of this.facets) {
      const isOther = chosen.get(key)?.size || key === STATE;
      const others = isOther ? this.matching(chosen, found, { but: key, withGone }) : matching;
      /** @type {Map<string, number>} */
      const here = new Map();
      for (const [value, bits] of values) here.set(value, others.shared(bits));
      counts.set(key, here);
    }
    return counts;
  }

  /** Gives all records as the list has them: by state, then the newest evidence first. @returns {Iterable<number>} */
  #byState() {
    if (!this.isChanged) return this.states.keys();
    const { states, evidence } = this;
    return [...states.keys()].sort((a, b) => states[a] - states[b] || evidence[a] - evidence[b] || a - b);
  }

  /**
   * Puts records in order; what is past or stopped comes last.
   * @param {Bits} matching
   * @param {{ranked?: number[] | null, byName?: number[] | null, isNewest?: boolean}} how `ranked` and `byName` hold all
   *   records in an order; without them it is their own
   * @returns {number[]}
   */
  inOrder(matching, { ranked = null, byName = null, isNewest = false } = {}) {
    const order = byName ?? ranked ?? this.#byState();
    const first = [];
    const last = [];
    for (const number of order) {
      if (matching.has(number)) (this.last.has(number) ? last : first).push(number);
    }
    if (isNewest) {
      const age = (/** @type {number} */ number) => this.evidence[number];
      for (const part of [first, last]) part.sort((a, b) => age(a) - age(b) || a - b);
    }
    return [...first, ...last];
  }
}

/**
 * @param {string} steps
 * @param {number} limit
 */
function owners(steps, limit) {
  let owner = 0;
  return [...steps].map((step) => (owner = (owner + fromSign(step)) % limit));
}
