// A plan as somebody reads it: its sums, what comes next, and its parts one after the other, for paper and for text.
// Plain data in, plain data out; the words come from the page.

/**
 * @typedef {(name: string, values?: Record<string, string | number>) => string} Say
 * @typedef {{id: string, state: string, hours?: number, amount?: number, per?: string}} Counted an offer as sums need it
 * @typedef {{title: string, date: string | null, state: string}} Dated
 * @typedef {{title: string, box?: boolean | null, small?: string[], note?: string}} Item `box` is whether it is ticked
 * @typedef {{text: string, label?: string} | {items: Item[], label?: string, isOrdered?: boolean}
 *   | {lines: number, label?: string} | {boxes: number}} Block
 * @typedef {{title: string, blocks: Block[]}} Part
 * @typedef {{kind: string, title: string, name: string, draft: string, source: string, parts: Part[]}} Sheet
 */

/** What a price is for, in the order in which it is told. */
const PER = ["person", "team", "session", "school", "other"];
/** States in which an offer is more than kept in mind. */
const CHOSEN = ["chosen", "booked", "done"];

/**
 * Adds up what is known of offers: of what was chosen, else of everything. Prices for other things are not mixed.
 * @param {Counted[]} offers
 */
export function sums(offers) {
  const all = offers.filter(({ id }) => id.includes("/"));
  const chosen = all.filter(({ state }) => CHOSEN.includes(state));
  const counted = chosen.length ? chosen : all;
  const timed = counted.filter(({ hours }) => hours !== undefined);
  const priced = counted.filter(({ amount }) => amount);
  const prices = PER.map((per) => {
    const some = priced.filter((one) => (one.per ?? "other") === per);
    return { per, known: some.length, sum: add(some.map(({ amount }) => Number(amount))) };
  });
  return {
    isChosen: chosen.length > 0,
    all: counted.length,
    hours: { known: timed.length, sum: add(timed.map(({ hours }) => Number(hours))) },
    free: counted.filter(({ amount }) => amount === 0).length,
    prices: prices.filter(({ known }) => known),
  };
}

/** Adds numbers of at most two decimals. @param {number[]} numbers */
const add = (numbers) => numbers.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;

/** Writes a number as Dutch does: `1.234,50`, `2,5`, `12`. @type {(number: number, isMoney?: boolean) => string} */
export function sayNumber(number, isMoney = false) {
  const [whole, rest = ""] = String(Math.round(number * 100) / 100).split(".");
  const decimals = rest && (isMoney ? rest.padEnd(2, "0") : rest);
  return whole.replace(/\B(?=(\d{3})+$)/g, ".") + (decimals && `,${decimals}`);
}

/** Tells the sums, each with how much of it is known. @type {(found: ReturnType<typeof sums>, say: Say) => string[]} */
export function saySums({ all, hours, free, prices }, say) {
  if (!all) return [];
  const told = prices.map(({ per, known, sum }) => say(`sum_${per}`, { sum: sayNumber(sum, true), known, all }));
  if (free) told.push(say("sum_free", { known: free, all }));
  return [
    hours.known ? say("sum_hours", { sum: sayNumber(hours.sum), known: hours.known, all }) : say("sum_no_hours", { all }),
    ...(told.length ? told : [say("sum_no_price", { all })]),
  ];
}

/**
 * Gives what comes next: what should have been done first, and then the next one with a day.
 * @template {Dated} T
 * @param {T[]} steps in their order
 * @param {string} today
 * @returns {{state: "none" | "done" | "late" | "next" | "undated", step?: T}[]}
 */
export function nextSteps(steps, today) {
  const open = steps.filter(({ state }) => state !== "done");
  if (!open.length) return [{ state: steps.length ? "done" : "none" }];
  const dated = open.filter(({ date }) => date).sort((a, b) => (String(a.date) < String(b.date) ? -1 : 1));
  const late = dated.find(({ date }) => String(date) < today);
  const next = dated.find(({ date }) => String(date) >= today);
  /** @type {{state: "late" | "next" | "undated", step: T}[]} */
  const found = [];
  if (late) found.push({ state: "late", step: late });
  if (next) found.push({ state: "next", step: next });
  return found.length ? found : [{ state: "undated", step: open[0] }];
}

/**
 * What a plan holds, in words.
 * @typedef {{kind: string, about: Record<string, string>, day: string, goals: string[], offers: Item[], sums: string[],
 *   checklists: {title: string, items: Item[]}[],
 *   agendas: {title: string, small: string[], items: Item[]}[], steps: Item[]}} Told
 */

/** Gives the parts of a plan, one after the other. @type {(told: Told, say: Say) => Sheet} */
export function sheetOf(told, say) {
  const { kind, about, day } = told;
  const label = (/** @type {string} */ field) => say(`field.${kind}.${field}`);
  const said = (/** @type {string} */ field, lines = 3) => (about[field].trim() ? { text: about[field].trim() } : { lines });
  /** @type {Block[]} */
  const goals = told.goals.length ? [{ items: told.goals.map((title) => ({ title })), isOrdered: true }] : [];
  /** @type {Block[]} */
  const offers = told.offers.length ? [{ items: told.offers }] : [{ lines: 3 }];
  /** @type {Block[]} */
  const sumsOf = told.sums.length ? [{ text: told.sums.join("\n"), label: say("paper.sums") }] : [];
  /** @type {Block[]} */
  const steps = [...(told.steps.length ? [{ items: told.steps }] : []), { boxes: told.steps.length ? 2 : 5 }];
  const others = [
    ...told.checklists.map(({ title, items }) => ({ title, blocks: [{ items }] })),
    ...told.agendas.map(({ title, small, items }) => ({
      title: `${say("paper.agenda")}: ${title}`,
      blocks: [...small.map((text) => ({ text })), { items, isOrdered: true }],
    })),
  ];
  const parts =
    kind === "team"
      ? [
          { title: label("goals"), blocks: [...goals, said("goals")] },
          { title: label("audience"), blocks: [said("audience", 2)] },
          { title: label("form"), blocks: [said("form", 2), { label: say("paper.offers"), ...offers[0] }] },
          { title: label("planning"), blocks: [said("planning", 2), ...steps] },
          { title: label("means"), blocks: [said("means", 2), ...sumsOf] },
          { title: label("evaluation"), blocks: [said("evaluation")] },
          { title: label("effect"), blocks: [said("effect")] },
          { title: label("notes"), blocks: [said("notes")] },
          ...others,
        ]
      : [
          { title: say("paper.goals"), blocks: [...goals, { label: label("goals"), ...said("goals", 2) }] },
          { title: say("paper.offers"), blocks: [...offers, ...sumsOf] },
          { title: say("paper.steps"), blocks: steps },
          ...others,
          { title: label("effect"), blocks: [said("effect", 2)] },
          { title: label("notes"), blocks: [said("notes")] },
        ];
  return {
    kind,
    title: say(`title.${kind}`),
    name: about.name.trim(),
    draft: kind === "team" ? say("paper.draft") : "",
    source: say("paper.source", { when: day }),
    parts,
  };
}

/** Writes a plan as Markdown, which any program for notes reads. @param {Sheet} sheet */
export function toMarkdown({ title, name, draft, source, parts }) {
  const written = parts.map((part) => {
    const blocks = part.blocks.map(blockText).filter(Boolean);
    return blocks.length ? [`## ${plain(part.title)}`, ...blocks].join("\n\n") : "";
  });
  const all = [`# ${plain(title)}`, plain(name), plain(draft), ...written, plain(source)];
  return `${all.filter(Boolean).join("\n\n")}\n`;
}

/** @param {Block} block */
function blockText(block) {
  const label = "label" in block && block.label ? `**${plain(block.label)}**\n\n` : "";
  if ("text" in block) return label + paragraphs(block.text).join("\n\n");
  if (!("items" in block)) return "";
  const items = block.items.map(({ title, box = null, small = [], note = "" }, at) => {
    const mark = block.isOrdered ? `${at + 1}.` : "-";
    const state = box === null ? "" : box ? "[x] " : "[ ] ";
    const rest = [small.map(plain).filter(Boolean).join(" · "), ...paragraphs(note)].filter(Boolean);
    return [`${mark} ${state}${plain(title)}`, ...rest.map((line) => `   ${line}`)].join("\n\n");
  });
  return label + items.join("\n").replace(/\n\n(?= {3})/g, "\n\n");
}

/** @param {string} text */
const paragraphs = (text) => text.split(/\s*\n\s*/).map(plain).filter(Boolean);

/** Writes a text on one line, so that Markdown reads nothing in it but text. @param {string} text */
function plain(text) {
  const line = text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>|~]/g, "\\$&");
  return line.replace(/^(\d+)([.)])/, "$1\\$2").replace(/^[#+-]/, "\\$&");
}
