// The plan on paper, made when somebody prints: everything that is kept, boxes to tick, and room to write.

import { dayOf } from "../logic/days.js";
import { about, priorities, steps } from "../logic/plan.js";
import { sheetOf } from "../logic/sheet.js";
import { paragraph } from "../pieces.js";
import { agendas, checklists } from "./others.js";

/** @typedef {import("../logic/sheet.js").Item} Item @typedef {import("../logic/sheet.js").Block} Block */

/** Gives the plan as it is read, one part after the other. @param {import("./desk.js").Desk} desk */
export function readSheet(desk) {
  const { page, store } = desk;
  const all = desk.offers.all;
  const told = {
    kind: desk.kind,
    about: about(store),
    day: page.day(dayOf(store.now())),
    goals: priorities(store).map(({ id, title }) => desk.goals.title(id, title)),
    offers: all.map((pair) => ({
      title: [pair.known?.title || pair.offer.title, pair.known?.by || pair.offer.by].filter(Boolean).join(", "),
      small: [page.say(`state.${pair.offer.state}`), ...(pair.known?.isGone ? [page.say("gone")] : desk.offers.facts(pair))],
      note: pair.offer.note,
    })),
    sums: desk.offers.sums(all).lines,
    checklists: checklists(page, store)
      .map(({ title, questions }) => ({
        title,
        items: questions
          .filter((/** @type {any} */ one) => one.matters || one.note.trim())
          .map((/** @type {any} */ one) => ({
            title: one.text,
            box: one.ticked,
            small: one.matters ? [page.say("matters")] : [],
            note: one.note,
          })),
      }))
      .filter(({ items }) => items.length),
    agendas: agendas(page, store).map(({ title, when, goal, items, total }) => ({
      title,
      small: [when, goal, total].filter(Boolean),
      items: items.map((/** @type {any} */ item) => ({
        title: item.title,
        small: [page.count("minutes", item.minutes), ...item.prompts],
        note: item.notes,
      })),
    })),
    steps: steps(store).map((step) => ({
      title: step.title,
      box: step.state === "done",
      small: [
        step.date ? page.day(step.date) : "",
        step.owner,
        step.state === "doing" ? page.say("step.doing") : "",
        step.phase ? page.say(`phase.${step.phase}`) : "",
        desk.steps.from(step.from),
      ].filter(Boolean),
      note: step.note,
    })),
  };
  return sheetOf(told, page.say);
}

/** Draws a plan for paper. @param {import("../logic/sheet.js").Sheet} sheet */
export function drawPaper({ kind, title, name, draft, source, parts }) {
  const head = made("header", "vw-sheetplan__head", [made("h1", "", [title]), name ? paragraph(name) : line()]);
  const sections = parts.map((part) => {
    const body = made("div", "vw-sheetplan__body", part.blocks.flatMap(drawBlock));
    return made("section", "", [made("h2", "", [part.title]), body]);
  });
  const origin = made("div", "vw-sheetplan__origin", [...(draft ? [paragraph(draft)] : []), paragraph(source)]);
  return made("div", `vw-sheetplan vw-sheetplan--${kind}`, [head, origin, ...sections]);
}

/** @type {(block: Block) => Node[]} */
function drawBlock(block) {
  const label = "label" in block && block.label ? [made("h3", "", [block.label])] : [];
  if ("text" in block) return [...label, paragraph(block.text, "vw-note")];
  if ("lines" in block) return [...label, made("div", "vw-sheetplan__room", Array.from({ length: block.lines }, line))];
  if ("boxes" in block) return Array.from({ length: block.boxes }, () => made("div", "vw-sheetplan__step", [box(false), line()]));
  return [...label, made(block.isOrdered ? "ol" : "ul", block.items.some(({ box: one }) => one !== undefined) ? "vw-bare" : "", block.items.map(drawItem))];
}

/** @param {Item} item */
function drawItem({ title, box: isTicked, small = [], note = "" }) {
  const content = [
    made("strong", "", [title]),
    ...(small.length ? [paragraph(small.join(" · "), "vw-quiet")] : []),
    ...(note.trim() ? [paragraph(note.trim(), "vw-note")] : []),
  ];
  if (isTicked === undefined || isTicked === null) return made("li", "", content);
  return made("li", "vw-sheetplan__step", [box(isTicked), made("div", "", content)]);
}

/** @param {boolean} isTicked */
function box(isTicked) {
  return made("span", "vw-myplan__box", isTicked ? ["✓"] : []);
}

function line() {
  return made("div", "vw-myplan__line", []);
}

/** @type {(tag: string, name: string, content: (string | Node)[]) => HTMLElement} */
function made(tag, name, content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
}
