// The agenda on A4: with notes and room for what is decided, or as a sheet to hand out, with room to write.

import { sayCount, sayFromTo, sayWhen, timesOf } from "../logic/agenda.js";
import { fill } from "./page.js";

/** @typedef {import("../logic/agenda.js").Agenda} Agenda */

/**
 * Lays out an agenda, beside which nothing of the page is printed; gives how to take it away again.
 * @type {(page: import("./page.js").AgendaPage, agenda: Agenda, kind: "agenda" | "handout", today: string) => () => void}
 */
export function layAgenda(page, agenda, kind, today) {
  const { say } = page;
  const times = timesOf(agenda);
  const sheet = fill(page.pieces.make(kind), {
    when: sayWhen(agenda, say),
    title: agenda.title || say("title"),
    goal: agenda.goal && `${say("goal")} ${agenda.goal}`,
    foot: say("made", { day: today, address: location.origin + location.pathname }),
  });
  const items = agenda.items.map(({ title, prompts, minutes, notes }, at) => {
    const time = [times[at] && sayFromTo(times[at], say), minutes && sayCount(say, "minutes", minutes)];
    const piece = fill(page.pieces.make("paper-item"), {
      title: title || say("untitled"),
      time: time.filter(Boolean).join(", "),
      notes: kind === "agenda" ? notes : "",
    });
    if (kind !== "agenda" || !notes.trim()) piece.querySelector(".vw-talkpaper__notes")?.remove();
    piece.querySelector("[data-slot='prompts']")?.replaceChildren(...prompts.map((prompt) => {
      const row = document.createElement("li");
      row.textContent = prompt;
      return row;
    }));
    return piece;
  });
  sheet.querySelector("[data-slot='items']")?.replaceChildren(...items);
  for (const empty of sheet.querySelectorAll(":is(p, ul):empty")) empty.remove();
  document.body.append(sheet);
  return () => sheet.remove();
}
