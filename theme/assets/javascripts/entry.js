// Loads the module of each custom element that stands on the page, and nothing else.

/** @type {Record<string, () => Promise<unknown>>} */
const elements = {
  "vw-open-search": () => import("./elements/vw-open-search.js"),
};

for (const [name, load] of Object.entries(elements)) {
  if (document.querySelector(name)) load();
}
