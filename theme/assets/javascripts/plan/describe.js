// One thing of a copy in words, to set beside what is here.

import { sayNumber } from "../logic/sheet.js";

/** @type {(parts: (string | null | undefined | false)[]) => string} */
const row = (parts) => parts.filter(Boolean).join(" · ");

/**
 * @param {import("../logic/entries.js").Entry[]} entries of one unit: a key, or all of an agenda
 * @param {import("./page.js").PlanPage} page
 * @returns {{title: string, text: string}}
 */
export function describe(entries, page) {
  const [{ key, value }] = [...entries].sort((a, b) => a.key.length - b.key.length);
  const [tool, part, id, provider] = key.split("/");
  const place = () => page.say("unit_order", { order: sayNumber(value.order) });
  if (tool === "agenda") {
    const items = entries.filter((entry) => entry.key.includes("/item/")).map((entry) => entry.value.title);
    // What is here of it can have lost its order, and with it its title.
    const head = id ? {} : value;
    const text = row([head.date && page.day(head.date), head.start, items.filter(Boolean).join(", ")]);
    return { title: page.say("unit_agenda", { title: head.title || part }), text };
  }
  if (tool === "checklist") {
    if (provider) return { title: page.say("checklist.held"), text: value.name };
    const text = row([page.say(value.ticked ? "ticked" : "not_ticked"), value.matters && page.say("matters"), value.note]);
    return { title: page.say("unit_checklist", { title: value.text }), text };
  }
  if (part === "kind") return { title: page.say("kind"), text: page.say(`kind.${value}`) };
  if (part === "about") return { title: page.say(`field.team.${id}`), text: value };
  if (part === "priority") return { title: page.say("unit_priority", { title: value.title }), text: place() };
  if (part === "offer") {
    return { title: page.say("unit_offer", { title: value.title }), text: row([page.say(`state.${value.state}`), value.note]) };
  }
  const phase = value.phase && page.say(`phase.${value.phase}`);
  const said = [value.date && page.day(value.date), value.owner, page.say(`step.${value.state}`), phase, place(), value.note];
  return { title: page.say("unit_step", { title: value.title }), text: row(said) };
}
