// The one store that all tools of the site share. Each tool keeps its own part of the keys, and judges only that part.

import { isValid as isRound } from "../logic/rounds.js";
import { openStore } from "../logic/store.js";

/** By the first part of a key. @type {Record<string, (key: string, value: any) => boolean>} */
const JUDGES = { round: isRound };

/**
 * Opens what is kept in this browser.
 * @param {Pick<import("../logic/store.js").Options, "onChange" | "onTrouble">} listeners
 */
export function openKept(listeners) {
  return openStore({ ...listeners, isValid: (key, value) => JUDGES[key.split("/")[0]](key, value) });
}
