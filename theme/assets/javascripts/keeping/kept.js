// The one store that all tools of the site share. Each tool keeps its own part of the keys, and judges only that part:
// what stands under the key of a tool that is not on this page is left as it is, and told on the page of that tool.

import { openStore } from "../logic/store.js";

/** By the first part of a key. @typedef {Record<string, (key: string, value: any) => boolean>} Judges */

/**
 * Opens what is kept in this browser.
 * @param {Judges} judges of the tools on this page
 * @param {Pick<import("../logic/store.js").Options, "onChange" | "onTrouble">} listeners
 */
export function openKept(judges, listeners) {
  const isValid = (/** @type {string} */ key, /** @type {any} */ value) => judges[key.split("/")[0]]?.(key, value) ?? true;
  const concerns = (/** @type {string} */ key) => key === "device" || Object.hasOwn(judges, key.split("/")[0]);
  return openStore({ ...listeners, isValid, concerns });
}
