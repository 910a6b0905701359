// Searching in the browser: which documents a query finds, and in what order. The reference stands in
// generator/outputs/search/find.py, and tests hold the two together. Every figure is a whole number, so that both add
// up alike. What is read comes from generator/outputs/search/publish.py.

import { PREFIXES, STOP_WORDS, differsByOneSlip, stem, tokenKeys, tokens } from "./dutch.js";
import { readData } from "./fetched.js";

// How well a word of the index answers a word of the query, in percent.
const SAME = 100;
const JOINED = 95;
const INFLECTED = 92;
const TERM = 90;
const HEAD = 76;
const TAIL = 72;
const RING = 50;
const TERM_RING = 50;
const BEGINNING = 62;
const TERM_BEGINNING = 60;
const INSIDE = 50;
const SLIP = 45;
const SLIPPED_BEGINNING = 35;
const KNOWN_BEGINNING = 25;

/** What a title, a label and a text weigh. */
const PLACES = [10, 6, 3];

/** What it weighs that a document is of the kind that is asked for, and that it refers to a term. */
const IN_GROUP = 10;
const IN_TERM = 5;

/** From how many percent on a clause names a group. */
const NAMED = 50;

const MOST_WORDS = 14;
const MOST_TERMS = 8;
const MOST_TOKENS = 12;
const LINKS = ["s", "en", "e", "n"];
const ENDINGS = new Set(["", "en", "s", "e", "n"]);

/**
 * @typedef {[number[], number[], number[]]} Posting documents by the best place where they hold a word
 * @typedef {{key: string, words: Map<number, number>, terms: Map<number, number>}} Clause
 * @typedef {{title: string, address: string, label: string, text: string, note: string}} Document
 * @typedef {{document: number, score: number}} Hit
 * @typedef {{hits: Hit[], isPartial: boolean, words: Set<string>, why: (document: number) => string[]}} Found
 * @typedef {{name: string, label: string, start: number, end: number}} Group
 * @typedef {{kind: string, label: string, phrases: string[][]}} Term
 */

/** @type {Map<string, Promise<Search>>} */
const opened = new Map();

/**
 * Fetches the search at an address, once. Everybody fetches the same, whatever they look for.
 * @param {string | URL} url
 * @returns {Promise<Search>}
 */
export function openSearch(url) {
  const address = String(url);
  let search = opened.get(address);
  if (!search) {
    search = readData(address).then((data) => new Search(data, address));
    search.catch(() => opened.delete(address));
    opened.set(address, search);
  }
  return search;
}

/** Whole numbers by document, of which only those that were touched are gone through. */
class Tally {
  /** @param {number} size */
  constructor(size) {
    this.values = new Int32Array(size);
    /** @type {number[]} */
    this.documents = [];
  }

  /** @param {number} document @param {number} value above zero */
  add(document, value) {
    if (!this.values[document]) this.documents.push(document);
    this.values[document] += value;
  }

  /** Keeps the highest. @param {number} document @param {number} value above zero */
  raise(document, value) {
    if (!this.values[document]) this.documents.push(document);
    if (this.values[document] < value) this.values[document] = value;
  }

  clear() {
    for (const document of this.documents) this.values[document] = 0;
    this.documents = [];
  }
}

export class Search {
  #tallies;
  #isLate;

  /**
   * @param {any} data what search.json holds
   * @param {string} address where it stands
   */
  constructor(data, address) {
    /** @type {Group[]} */
    this.groups = data.groups.map(([name, label, start, end]) => ({ name, label, start, end }));
    /** @type {Term[]} */
    this.terms = data.terms.map(([kind, label, phrases]) => ({
      kind,
      label,
      phrases: phrases.split("|").map((phrase) => phrase.split(" ")),
    }));
    this.size = this.groups.at(-1)?.end ?? 0;
    this.#isLate = new Uint8Array(this.size);
    for (const [start, end] of data.late) this.#isLate.fill(1, start, end);
    this.#tallies = {
      here: new Tally(this.size),
      best: new Tally(this.size),
      scores: new Tally(this.size),
      counts: new Tally(this.size),
    };
    this.index = data.documents ? new WholeIndex(data, this) : new PartedIndex(data, address);
    /** @type {Map<string, number>} */
    this.numbers = new Map(this.index.words.map((word, number) => [word, number]));
    this.stems = this.index.words.map(stem);
    /** @type {Map<string, number[]>} */
    this.byStem = new Map();
    this.stems.forEach((name, number) => push(this.byStem, name, number));
    /** @type {Map<string, string[][]>} */
    this.rings = new Map();
    for (const text of data.rings) {
      const ring = text.split(" ");
      for (const name of new Set(ring.map(stem))) push(this.rings, name, ring);
    }
    this.named = new Set(this.terms.flatMap((term) => term.phrases.filter(isWord).map(([word]) => stem(word))));
  }

  /**
   * Gives the documents that answer all words of a query; when there are none, those that answer most.
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async find(query) {
    const clauses = this.#clauses(query);
    const answered = clauses.filter((clause) => !isEmpty(clause));
    // In `cursus wiskunde` the first word only says what kind of thing is meant: it is welcome, and not needed.
    const specific = clauses.filter((clause) => !this.#namesGroup(clause));
    const needed = new Set(specific.length ? specific : clauses);
    await this.index.prepare(
      answered.flatMap((clause) => [...clause.words.keys()]),
      answered.flatMap((clause) => [...clause.terms.keys()]),
    );
    const { scores, counts } = this.#tallies;
    for (const clause of answered) {
      const best = this.#best(clause);
      const rarity = bitLength(this.size) - bitLength(best.documents.length) + 2;
      for (const document of best.documents) {
        scores.add(document, best.values[document] * rarity);
        if (needed.has(clause)) counts.add(document, 1);
      }
      best.clear();
    }
    let most = 0;
    for (const document of counts.documents) most = Math.max(most, counts.values[document]);
    const found = scores.documents.filter((document) => counts.values[document] === most);
    const hits = this.#inOrder(found);
    counts.clear();
    scores.clear();
    return {
      hits,
      isPartial: hits.length > 0 && most < needed.size,
      words: new Set(answered.flatMap((clause) => [...clause.words.keys()].map((number) => this.index.words[number]))),
      why: (document) => this.#why(answered, document),
    };
  }

  /**
   * Gives what the reader sees of documents.
   * @param {number[]} numbers
   * @returns {Promise<Document[]>}
   */
  async documents(numbers) {
    const found = await this.index.documents(numbers);
    return found.map(([title, address, label, text, , note]) => ({ title, address, label, text, note: note ?? "" }));
  }

  /** Gives the group a document belongs to. @param {number} document */
  group(document) {
    return this.groups.find((group) => document < group.end);
  }

  /**
   * Gives the names of the terms that look most like a query, for somebody who found nothing.
   * @param {string} query
   * @param {number} most
   * @returns {string[]}
   */
  nearest(query, most = 5) {
    const asked = pairs(tokens(query).flatMap(tokenKeys).join(" "));
    return this.terms
      .slice(this.groups.length)
      .map((term) => {
        const likeness = term.phrases.map((phrase) => {
          const named = pairs(phrase.join(" "));
          const shared = [...named].filter((pair) => asked.has(pair)).length;
          return (2 * shared) / Math.max(1, named.size + asked.size);
        });
        return { label: term.label, likeness: Math.max(...likeness) };
      })
      .filter((term) => term.likeness > 0.3)
      .sort((a, b) => b.likeness - a.likeness)
      .map((term) => term.label)
      .filter((label, index, all) => all.indexOf(label) === index)
      .slice(0, most);
  }

  /** @param {Clause[]} clauses @param {number} document */
  #why(clauses, document) {
    const named = new Set();
    for (const clause of clauses) {
      for (const [number, percent] of clause.terms) {
        const { kind, label } = this.terms[number];
        if (percent >= SLIP && kind && this.index.term(number).includes(document)) named.add(`${kind}: ${label}`);
      }
    }
    return [...named];
  }

  /** @param {Clause} clause */
  #namesGroup(clause) {
    return [...clause.terms].some(([number, percent]) => number < this.groups.length && percent >= NAMED);
  }

  /**
   * Gives documents with their scores, best first: what is past or has stopped comes a little later.
   * @param {number[]} documents
   * @returns {Hit[]}
   */
  #inOrder(documents) {
    const { scores } = this.#tallies;
    // One number for score and document sorts much faster than a pair; loops, for there may be forty thousand.
    const keys = new Float64Array(documents.length);
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at];
      const score = scores.values[document];
      keys[at] = (this.#isLate[document] ? Math.floor((score * 4) / 5) : score) * this.size + this.size - 1 - document;
    }
    keys.sort();
    /** @type {Hit[]} */
    const hits = [];
    for (let at = keys.length - 1; at >= 0; at -= 1) {
      const score = Math.floor(keys[at] / this.size);
      hits.push({ document: this.size - 1 - (keys[at] - score * this.size), score });
    }
    return hits;
  }

  /** Gives the score of each document that answers a clause; to be cleared. @param {Clause} clause */
  #best(clause) {
    const words = [...clause.words].map(([number, percent]) => ({ posting: this.index.word(number), percent }));
    const terms = [...clause.terms].map(([number, percent]) => ({ documents: this.index.term(number), number, percent }));
    PLACES.forEach((weight, place) => {
      this.#add(weight, words.map(({ posting, percent }) => ({ documents: posting[place], percent })));
    });
    this.#add(IN_GROUP, terms.filter(({ number }) => number < this.groups.length));
    this.#add(IN_TERM, terms.filter(({ number }) => number >= this.groups.length));
    return this.#tallies.best;
  }

  /**
   * Adds to the score of each document its best answer among these, times what their place weighs.
   * @param {number} weight
   * @param {{documents: number[], percent: number}[]} answers
   */
  #add(weight, answers) {
    const { here, best } = this.#tallies;
    for (const { documents, percent } of answers) for (const document of documents) here.raise(document, percent);
    for (const document of here.documents) best.add(document, here.values[document] * weight);
    here.clear();
  }

  /** @param {string} query @returns {Clause[]} */
  #clauses(query) {
    const said = tokens(query)
      .slice(0, MOST_TOKENS)
      .map(tokenKeys)
      .filter((found) => found.length);
    const meant = said.filter((found) => !STOP_WORDS.has(found[0]));
    /** @type {Clause[]} */
    const clauses = [];
    for (const found of meant.length ? meant : said) {
      const whole = this.#strong(found[0]);
      // A word with a hyphen that is not known as a whole is looked for by its parts.
      const isKnown = !isEmpty(whole) || this.named.has(stem(found[0])) || found.length === 1;
      clauses.push(...(isKnown ? [whole] : found.slice(1).map((part) => this.#strong(part))));
    }
    this.#join(clauses);
    const everything = clauses.map((clause) => clause.key);
    for (const clause of clauses) this.#addTerms(clause, everything);
    return clauses.flatMap((clause) => (isEmpty(clause) ? this.#weak(clause) : [clause]));
  }

  /** @param {string} key @returns {Clause} */
  #strong(key) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const number of this.byStem.get(stem(key)) ?? []) found.set(number, INFLECTED);
    for (const ring of this.rings.get(stem(key)) ?? []) {
      for (const name of ring) {
        for (const number of this.byStem.get(stem(name)) ?? []) if (!found.has(number)) found.set(number, RING);
      }
    }
    if (key.length > 2) {
      const base = withoutPlural(key);
      this.index.words.forEach((word, number) => {
        const percent = this.#part(key, base, word);
        if (percent > (found.get(number) ?? 0)) found.set(number, percent);
      });
    }
    const itself = this.numbers.get(key);
    if (itself !== undefined) found.set(itself, SAME);
    return { key, words: mostOf(found), terms: new Map() };
  }

  /** @param {string} key @param {string} base @param {string} word */
  #part(key, base, word) {
    if (word.startsWith(key)) {
      if (this.#isWord(word.slice(key.length))) return HEAD;
      return this.numbers.has(key) ? KNOWN_BEGINNING : BEGINNING;
    }
    const at = base.length > 3 ? word.indexOf(base, 1) : -1;
    if (at < 0) return 0;
    if (this.#mayStandBefore(word.slice(0, at))) return ENDINGS.has(word.slice(at + base.length)) ? TAIL : INSIDE;
    return base.length > 6 ? INSIDE : 0;
  }

  /** @param {string} text */
  #isWord(text) {
    return text.length > 3 && ["", ...LINKS].some((link) => text.startsWith(link) && this.numbers.has(text.slice(link.length)));
  }

  /** @param {string} text */
  #mayStandBefore(text) {
    if (PREFIXES.has(text)) return true;
    const pieces = [text, ...LINKS.filter((link) => text.endsWith(link)).map((link) => text.slice(0, -link.length))];
    return pieces.some((piece) => piece.length > 2 && this.numbers.has(piece));
  }

  /** @param {Clause[]} clauses */
  #join(clauses) {
    for (let at = 1; at < clauses.length; at += 1) {
      const [first, second] = [clauses[at - 1], clauses[at]];
      for (const link of ["", ...LINKS]) {
        for (const number of this.byStem.get(stem(first.key + link + second.key)) ?? []) {
          first.words.set(number, JOINED);
          second.words.set(number, JOINED);
        }
      }
    }
  }

  /** @param {Clause} clause @param {string[]} everything */
  #addTerms(clause, everything) {
    const own = stem(clause.key);
    const same = new Set((this.rings.get(own) ?? []).flatMap((ring) => ring.map(stem)));
    const said = new Set(everything.map(stem));
    this.terms.forEach((term, number) => {
      let best = 0;
      for (const phrase of term.phrases) best = Math.max(best, inPhrase(clause.key, own, same, said, phrase));
      if (best) clause.terms.set(number, best);
    });
    clause.terms = mostOf(clause.terms, MOST_TERMS);
  }

  /** @param {Clause} clause @returns {Clause[]} */
  #weak(clause) {
    const { key } = clause;
    const own = stem(key);
    if (key.length > 3) {
      this.index.words.forEach((word, number) => {
        if (mayBeSlip(key, word) || mayBeSlip(own, this.stems[number])) clause.words.set(number, SLIP);
      });
      this.terms.forEach((term, number) => {
        if (term.phrases.some((phrase) => isWord(phrase) && mayBeSlip(own, stem(phrase[0])))) {
          clause.terms.set(number, SLIP);
        }
      });
      clause.words = mostOf(clause.words);
    }
    if (!isEmpty(clause)) return [clause];
    for (let at = 3; at < key.length - 2; at += 1) {
      const [left, right] = [key.slice(0, at), key.slice(at)];
      if (this.numbers.has(right) && this.#mayStandBefore(left) && !PREFIXES.has(left)) {
        const parts = [this.#strong(left), this.#strong(right)];
        this.#join(parts);
        for (const part of parts) this.#addTerms(part, [left, right]);
        if (!parts.some(isEmpty)) return parts;
      }
    }
    if (key.length > 5) {
      this.index.words.forEach((word, number) => {
        const near = [-1, 0, 1].some((more) => mayBeSlip(key, word.slice(0, key.length + more)));
        if (near) clause.words.set(number, SLIPPED_BEGINNING);
      });
      clause.words = mostOf(clause.words);
    }
    return [clause];
  }
}

/** The index of a small site, made here from the documents themselves: one file holds everything. */
class WholeIndex {
  /** @param {any} data @param {Search} search */
  constructor(data, search) {
    this.all = data.documents;
    /** @type {Map<string, Posting>} */
    const found = new Map();
    /** @type {number[][]} */
    this.termDocuments = search.terms.map((_, number) => {
      const group = search.groups[number];
      return group ? range(group.start, group.end) : [];
    });
    this.all.forEach(([title, , label, text, terms], number) => {
      /** @type {Map<string, number>} */
      const places = new Map();
      [text, label, title].forEach((words, at) => {
        for (const token of tokens(words)) for (const key of tokenKeys(token)) places.set(key, 2 - at);
      });
      for (const [key, place] of places) {
        let posting = found.get(key);
        if (!posting) found.set(key, (posting = [[], [], []]));
        posting[place].push(number);
      }
      for (const term of terms) this.termDocuments[term].push(number);
    });
    this.words = [...found.keys()].sort();
    this.wordPostings = this.words.map((word) => found.get(word));
  }

  async prepare() {}

  /** @param {number} number @returns {Posting} */
  word(number) {
    return this.wordPostings[number];
  }

  /** @param {number} number @returns {number[]} */
  term(number) {
    return this.termDocuments[number];
  }

  /** @param {number[]} numbers */
  async documents(numbers) {
    return numbers.map((number) => this.all[number]);
  }
}

/** The index of a big site: the words are here, and their postings and the documents come in parts, when needed. */
class PartedIndex {
  /** @param {any} data @param {string} address */
  constructor(data, address) {
    this.words = unfold(data.words);
    this.folder = new URL(`${data.folder}/`, address);
    this.starts = data.postings;
    this.perPart = data.perPart;
    /** @type {Map<number, Posting>} */
    this.known = new Map();
  }

  /** @param {number[]} words @param {number[]} terms */
  async prepare(words, terms) {
    const wanted = [...words, ...terms.map((number) => this.words.length + number)];
    const missing = [...new Set(wanted.filter((number) => !this.known.has(number)))];
    const parts = new Set(missing.map((number) => this.#partOf(number)));
    const texts = new Map(await Promise.all([...parts].map(async (part) => [part, await this.#part(`p${part}`)])));
    for (const number of missing) {
      const part = this.#partOf(number);
      this.known.set(number, readPosting(texts.get(part)[number - this.starts[part]]));
    }
  }

  /** @param {number} number @returns {Posting} */
  word(number) {
    return this.known.get(number);
  }

  /** @param {number} number @returns {number[]} */
  term(number) {
    return this.known.get(this.words.length + number)[0];
  }

  /** @param {number[]} numbers */
  async documents(numbers) {
    const parts = await Promise.all(numbers.map((number) => this.#part(`d${Math.floor(number / this.perPart)}`)));
    return numbers.map((number, at) => parts[at][number % this.perPart]);
  }

  /** @param {number} number */
  #partOf(number) {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A part's folder is named after what it holds, so it never changes. @param {string} name */
  #part(name) {
    return readData(new URL(`${name}.json`, this.folder), "default");
  }
}

/**
 * Says how well a key, alone or with the rest of the query, names a term by one of its phrases.
 * @param {string} key @param {string} own @param {Set<string>} same @param {Set<string>} said @param {string[]} phrase
 */
function inPhrase(key, own, same, said, phrase) {
  let best = 0;
  for (const word of phrase) {
    const name = stem(word);
    if (name === own) best = Math.max(best, TERM);
    else if (same.has(name)) best = Math.max(best, TERM_RING);
    else if (key.length > 3 && word.startsWith(key)) best = Math.max(best, TERM_BEGINNING);
  }
  return phrase.every((word) => said.has(stem(word))) ? best : Math.floor(best / phrase.length);
}

/** @param {string} key */
function withoutPlural(key) {
  if (key.length > 6 && key.endsWith("en")) return key.slice(0, -2);
  return key.length > 6 && key.endsWith("s") ? key.slice(0, -1) : key;
}

/** @param {string} typed @param {string} meant */
function mayBeSlip(typed, meant) {
  return meant.length > 3 && (typed.length > 5 || typed[0] === meant[0]) && differsByOneSlip(typed, meant);
}

/** @param {Map<number, number>} found @param {number} most */
function mostOf(found, most = MOST_WORDS) {
  return new Map([...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most));
}

/** @param {Clause} clause */
function isEmpty(clause) {
  return clause.words.size === 0 && clause.terms.size === 0;
}

/** @param {string[]} phrase */
function isWord(phrase) {
  return phrase.length === 1;
}

/** @param {number} number */
function bitLength(number) {
  return 32 - Math.clz32(number);
}

/** @param {number} start @param {number} end */
function range(start, end) {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

/** @param {string} text */
function pairs(text) {
  return new Set(Array.from(` ${text}`, (letter, at) => letter + (text[at] ?? " ")));
}

/**
 * @template K, V
 * @param {Map<K, V[]>} map @param {K} key @param {V} value
 */
function push(map, key, value) {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/**
 * Reads the words of a parted index: each says how many letters it shares with the one before it.
 * @param {string} text
 */
function unfold(text) {
  let before = "";
  return text.split(" ").map((piece) => {
    const shared = parseInt(piece[0], 36);
    before = before.slice(0, shared) + piece.slice(1);
    return before;
  });
}

/**
 * Reads a posting of a parted index: three lists of differences, in base 36.
 * @param {string} text
 * @returns {Posting}
 */
function readPosting(text) {
  return /** @type {Posting} */ (
    text.split(";").map((list) => {
      let number = -1;
      return list ? list.split(",").map((step) => (number += parseInt(step || "1", 36))) : [];
    })
  );
}
