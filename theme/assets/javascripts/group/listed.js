// Whether somebody's contribution stands on the list that both counters posted.

import { hashOfList, readList } from "../logic/group/collect.js";
import { isSigns } from "../logic/group/crockford.js";

const ID_SIGNS = 8;
/** What people compare of the hash of a list. */
const SHORT = 8;

/** Reads a number as somebody typed it: O is 0, I and L are 1. @param {string} text */
function idFrom(text) {
  return text.toUpperCase().replace(/[\s.-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

export class Listed {
  #known = "";

  /**
   * @param {import("./join.js").JoinPage} page
   * @param {AbortSignal} signal
   */
  constructor(page, signal) {
    this.page = page;
    page.part("check").addEventListener("click", () => this.#check(), { signal });
  }

  /** Fills in the number that is known, over an earlier one; what somebody typed stays. @param {string} id */
  draw(id) {
    if (id && id !== this.#known) this.#field("check-id").value = id;
    this.#known = id;
  }

  async #check() {
    const { page } = this;
    const { round } = page;
    const id = idFrom(this.#field("check-id").value);
    const { ids, reason } = readList(round, this.#field("check-list").value);
    const said = page.part("check-said");
    if (!isSigns(id, ID_SIGNS)) said.textContent = page.say("check.no_number");
    else if (!ids) said.textContent = page.say(`check.${String(reason).replaceAll("-", "_")}`);
    else {
      const found = page.say(ids.includes(id) ? "check.on" : "check.off", { id, n: ids.length });
      const hash = (await hashOfList(round, ids)).slice(0, SHORT);
      said.textContent = `${found} ${page.say("check.print", { hash })}`;
    }
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.page.part(name));
  }
}
