// One card for each competence that goes first: what somebody can do, and who or what can help.

import { put, row } from "./page.js";

/**
 * @param {import("./page.js").ReportPage} page
 * @param {string[]} chosen
 * @param {Record<string, number | null>} levels
 * @param {(card: HTMLElement, id: string) => void} drawOffers
 */
export function drawCards(page, chosen, levels, drawOffers) {
  page.part("nothing-chosen").hidden = chosen.length > 0;
  page.part("where").hidden = !chosen.length;
  const cards = chosen.map((id) => {
    const card = makeCard(page, id, levels[id]);
    drawOffers(card, id);
    return card;
  });
  page.part("cards").replaceChildren(...cards);
}

/** @type {(page: import("./page.js").ReportPage, id: string, points: number | null) => HTMLElement} */
function makeCard(page, id, points) {
  const card = put(page.pieces.make("priority"), { title: page.title(id) });
  card.dataset.print = id;
  card.querySelector("[data-slot='competence']")?.setAttribute("href", page.href(id));
  const topics = page.topics(id);
  put(card, topics.length ? { topics: row(topics, ", ") } : { talk: null });
  if (!points) return put(card, { now: null, monday: null, ahead: null });
  put(card, {
    "no-tip": null,
    level: page.level(points),
    statement: page.text(id, "statements", points),
    tip: page.text(id, "tips", points),
  });
  if (points === page.levels.length) return put(card, { ahead: null });
  return put(card, { "next-verb": page.verb(points + 1), next: page.text(id, "statements", points + 1) });
}
