// SHA-256 as the browser has it. A page that did not come over https can have been changed on its way: there it is
// missing, and nothing is split, counted or combined.

import { signsOf } from "./crockford.js";

/** Says whether this page can be trusted with a hash: the reason is "insecure" otherwise. */
export function isSecure() {
  return globalThis.crypto?.subtle !== undefined;
}

/** Gives the hash of a text: 52 signs. @param {string} text */
export async function hashOf(text) {
  if (!isSecure()) throw new TypeError("hash: this page is insecure");
  return signsOf(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}
