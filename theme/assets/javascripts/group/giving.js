// The second counter gives the total: once, for one list, and only after saying that enough people handed in a code.

import { download } from "../keeping/download.js";
import { exportTotal, lostOf } from "../logic/group/collect.js";
import { FEWEST } from "../logic/group/round.js";

export class Giving {
  /** @param {import("./desk.js").Desk} desk @param {AbortSignal} signal */
  constructor(desk, signal) {
    this.desk = desk;
    this.page = desk.page;
    this.page.part("export").addEventListener("click", () => this.#export(), { signal });
    this.page.part("save-total").addEventListener("click", () => this.#save(), { signal });
  }

  get #answers() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.page.part("giving").querySelectorAll("input"));
  }

  reset() {
    this.page.part("give-said").textContent = "";
    for (const answer of this.#answers) answer.checked = false;
  }

  /** @param {import("./desk.js").Collection} collection */
  draw({ round, settled, total }) {
    const { page } = this;
    page.part("question").textContent = page.say("question", { count: Math.max(round.minimum, FEWEST) });
    page.part("give-first").hidden = settled !== null;
    page.part("giving").hidden = settled === null || total !== null;
    page.part("given").hidden = total === null;
    page.part("total").textContent = total ?? "";
  }

  async #export() {
    const { page, desk } = this;
    if (!desk.round) return;
    // What another tab gave meanwhile counts: this is the only total there will be.
    const { collection: kept } = await desk.kept.find(desk.round);
    const [answer] = [...this.#answers].filter((one) => one.checked);
    const said = page.part("give-said");
    if (!answer) said.textContent = page.say("told.answer");
    else if (answer.value !== "yes") said.textContent = page.say("told.not_enough");
    else if (kept) {
      const { collection, reason } = exportTotal(kept);
      if (collection) await desk.keep(collection);
      const ids = lostOf(kept).join(" ");
      said.textContent = reason ? page.say(`settle.${reason}`, { ids }) : page.say("told.given");
    }
  }

  #save() {
    const name = this.page.say("total_file", { day: this.desk.today });
    download(name, String(this.desk.collection?.total), "text/plain");
  }
}
