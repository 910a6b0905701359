// Chooses, from data that every visitor loads alike, the offers that fit a competence. Plain data in, plain data out.
// The rules in words, and the shape of the data, stand in generator/outputs/recommendations.py.

import { asOf } from "./schedule.js";

const LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"];
const FAR = 2;
const MOST = 3;
const VERSION = 1;
const UNKNOWN = "onbekend";

/**
 * @typedef {Record<string, any>} Row an offer or an organisation, as in the data
 * @typedef {{competence: string, level?: number | null, educationLevel?: string | null, region?: string | null,
 *   most?: number, today?: string | null}} Choice `today` as 2026-11-22: what is over by then is left out
 * @typedef {{code: string, value?: string}} Reason
 * @typedef {{offers: {offer: Row, reasons: Reason[]}[], providers: {provider: Row, reasons: Reason[]}[],
 *   more: string}} Recommendation `more` stands after the catalogue's address to see all; it can be empty
 * @typedef {{rank: number, reasons: Reason[]}} Part the lower its rank, the better
 * @typedef {{ranks: number[], reasons: Reason[]}} Judgement the first rank counts before the next
 */

/**
 * Gives the offers that fit best, each with its reasons, and the organisations that name the competence without such
 * an offer. What is asked for and is unknown gives nothing; data of another shape are a TypeError.
 * @type {(data: Row, choice: Choice) => Recommendation}
 */
export function recommend(data, choice) {
  check(data);
  const entry = own(data.competences, choice.competence);
  if (!entry || !canBeAsked(data.labels, choice)) return { offers: [], providers: [], more: "" };
  const { most = MOST } = choice;
  const day = choice.today && choice.today > data.day ? choice.today : data.day;
  const alive = rowsOf(data.offers, entry.offers).map((one) => asOf(one, day)).filter(({ isGone }) => !isGone);
  const offers = best(alive, (one) => judgeOffer(data, entry, one, { ...choice, day }), most);
  const providers = best(rowsOf(data.providers, entry.providers), (one) => judgeProvider(data, one, choice), most);
  return {
    offers: offers.map(({ one, reasons }) => ({ offer: one, reasons })),
    providers: providers.map(({ one, reasons }) => ({ provider: one, reasons })),
    more: restOf(data, entry, choice),
  };
}

/** @type {(record: Row, key: unknown) => any} */
const own = (record, key) => (typeof key === "string" && Object.hasOwn(record, key) ? record[key] : undefined);

/** @type {(labels: Row, choice: Choice) => boolean} */
function canBeAsked(labels, { level, educationLevel, region, most = MOST }) {
  if (educationLevel && !own(labels.levels, educationLevel)) return false;
  if (region && !own(labels.regions, region)) return false;
  const isLevel = (level ?? null) === null || LEVELS.some((_, index) => level === index + 1);
  return isLevel && Number.isInteger(most) && most > 0;
}

/** Gives rows in the order of their table. @type {(table: Row[], numbers: number[]) => Row[]} */
const rowsOf = (table, numbers) => [...numbers].sort((one, other) => one - other).map((number) => table[number]);

/**
 * Gives the best ones; equal ones keep their order, and those without a judgement are left out.
 * @type {(rows: Row[], judge: (one: Row) => Judgement | null, most: number) => {one: Row, reasons: Reason[]}[]}
 */
function best(rows, judge, most) {
  const judged = rows.flatMap((one) => {
    const judgement = judge(one);
    return judgement ? [{ one, ...judgement }] : [];
  });
  judged.sort(({ ranks }, other) => {
    const place = ranks.findIndex((rank, index) => rank !== other.ranks[index]);
    return place < 0 ? 0 : ranks[place] - other.ranks[place];
  });
  return judged.slice(0, most);
}

/** @type {(data: Row, entry: Row, offer: Row, choice: Choice & {day: string}) => Judgement | null} */
function judgeOffer(data, entry, offer, { competence, level, educationLevel, region, day }) {
  const when = judgeDates(offer, day);
  const education = judgeEducation(offer, educationLevel);
  const where = judgeRegion(data, offer, region);
  if (!when || !education || !where) return null;
  const about = judgeSubject(entry, offer, competence);
  const fit = judgeLevel(offer, level);
  const others = coded("role", offer.isForOthers ? offer.roles : []);
  const isFarBack = fit.rank > 1 || offer.isForOthers;
  return {
    ranks: [Number(isFarBack), about.rank, education.rank, where.rank, fit.rank, when.rank],
    reasons: [about.reasons, education.reasons, where.reasons, fit.reasons, others, when.reasons].flat(),
  };
}

/** @type {(data: Row, provider: Row, choice: Choice) => Judgement | null} */
function judgeProvider(data, provider, { educationLevel, region }) {
  const education = judgeEducation(provider, educationLevel);
  const where = judgeRegion(data, provider, region);
  if (!education || !where) return null;
  const reasons = [{ code: "provider" }, ...education.reasons, ...where.reasons];
  return { ranks: [education.rank, where.rank], reasons };
}

/** @type {(code: string, values: string[]) => Reason[]} */
const coded = (code, values) => values.map((value) => ({ code, value }));

/** @type {(rank: number, code?: string, value?: string) => Part} */
const part = (rank, code, value) => ({ rank, reasons: code ? (value ? [{ code, value }] : [{ code }]) : [] });

/** Says by which road an offer fits the competence. @type {(entry: Row, offer: Row, competence: string) => Part} */
function judgeSubject({ themes }, offer, competence) {
  if (offer.competences.includes(competence)) return part(0, "competence");
  const reasons = coded("theme", themes.filter((/** @type {string} */ theme) => offer.themes.includes(theme)));
  return offer.isDigital ? { rank: 1, reasons } : { rank: 2, reasons: [...reasons, { code: "broad" }] };
}

/** @type {(row: Row, wanted?: string | null) => Part | null} */
function judgeEducation({ levels }, wanted) {
  if (!wanted) return part(0);
  if (!levels.length) return part(1, "level-unknown");
  return levels.includes(wanted) ? part(0, "level", wanted) : null;
}

/** @type {(data: Row, row: Row, wanted?: string | null) => Part | null} */
function judgeRegion({ within }, { regions, isOnline }, wanted) {
  if (!wanted) return part(0);
  const found = [wanted, own(within, wanted)].find((region) => regions.includes(region));
  if (found) return part(0, "region", found);
  if (isOnline) return part(1, "online");
  return regions.length ? null : part(2, "region-unknown");
}

/**
 * Compares what an offer starts from and leads to with the level reached; a rank of 2 puts it far back.
 * @type {(offer: Row, level?: number | null) => Part}
 */
function judgeLevel({ start, target }, level) {
  if (!level) return part(0);
  if (start && start >= level + FAR) return part(2, "above", LEVELS[start - 1]);
  if (target && target <= level) return part(2, "reached", LEVELS[target - 1]);
  return start && (target || start >= level) ? part(0, "fits", LEVELS[start - 1]) : part(1, "fit-unknown");
}

/** Says when an offer is given next; gives nothing when it is over. @type {(offer: Row, day: string) => Part | null} */
function judgeDates({ dates, status }, day) {
  const next = dates.find((/** @type {string[]} */ [first]) => first >= day);
  if (next) return part(0, "start", next[2]);
  const current = dates.find((/** @type {string[]} */ [, last]) => last >= day);
  if (current) return part(1, "started", current[2]);
  if (status === "on-request") return part(1, "on-request");
  return dates.length ? null : part(1, "undated");
}

/** Writes the filters that show the rest in the catalogue. @type {(data: Row, entry: Row, choice: Choice) => string} */
function restOf({ filters }, { rest }, { educationLevel, region }) {
  if (!rest.length) return "";
  const pairs = [...rest, ...narrowed(filters, "niveau", educationLevel), ...narrowed(filters, "regio", region)];
  return `#${pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`;
}

/** Asks also for what is not known. @type {(filters: Row, key: string, wanted?: string | null) => string[][]} */
function narrowed(filters, key, wanted) {
  const values = wanted ? [wanted, UNKNOWN] : [];
  return values.filter((value) => filters[key].includes(value)).map((value) => [key, value]);
}

// ── the shape of the data ────────────────────────────────────────────────────────────────────────────────────

const DATA = { day: "", labels: {}, within: {}, filters: {}, competences: {}, offers: [], providers: [] };
const LABELS = { themes: {}, levels: {}, regions: {}, roles: {}, facts: {} };
const FILTERS = { niveau: [], regio: [] };
const ENTRY = { offers: [], providers: [], themes: [], rest: [] };
const PROVIDER = { title: "", path: "", says: "", levels: [], regions: [], facts: {} };
const OFFER = {
  ...{ ...PROVIDER, provider: "", status: "", period: "", competences: [], themes: [], roles: [], dates: [], later: [] },
  ...{ isDigital: false, isOnline: false, isForOthers: false },
};

/** Throws a TypeError that says what was expected where. @param {Row} data */
function check(data) {
  expect("data", data, DATA);
  if (data.version !== VERSION) fail("data.version", VERSION);
  expect("labels", data.labels, LABELS);
  expect("filters", data.filters, FILTERS);
  for (const [row, one] of data.offers.entries()) expect(`offers.${row}`, one, OFFER);
  for (const [row, one] of data.providers.entries()) expect(`providers.${row}`, one, PROVIDER);
  for (const [id, entry] of Object.entries(data.competences)) {
    expect(`competences.${id}`, entry, ENTRY);
    for (const table of ["offers", "providers"]) {
      for (const row of entry[table]) expect(`competences.${id}.${table}: ${table}.${row}`, data[table][row], {});
    }
  }
}

/** Compares something and its fields with an example. @type {(place: string, value: any, like: Row) => void} */
function expect(place, value, like) {
  if (sortOf(value) !== sortOf(like)) fail(place, sortOf(like));
  for (const [name, example] of Object.entries(like)) {
    if (sortOf(value[name]) !== sortOf(example)) fail(`${place}.${name}`, sortOf(example));
  }
}

/** @type {(value: unknown) => string} */
const sortOf = (value) => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value);

/** @type {(place: string, expected: string | number) => never} */
function fail(place, expected) {
  throw new TypeError(`recommend: ${place} should be: ${expected}`);
}
