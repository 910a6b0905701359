// Loads the module of a custom element when somebody uses it, or comes with a state in the address; and that of the
// search when somebody opens it. Until then a page is what the server sent, and nothing more is fetched.

import { held } from "./keeping/place.js";

/** @type {Record<string, () => Promise<unknown>>} */
const elements = {
  "vw-agenda": () => import("./elements/vw-agenda.js"),
  "vw-begin": () => import("./elements/vw-begin.js"),
  "vw-catalogue": () => import("./elements/vw-catalogue.js"),
  "vw-checklist": () => import("./elements/vw-checklist.js"),
  "vw-compare": () => import("./elements/vw-compare.js"),
  "vw-continue": () => import("./elements/vw-continue.js"),
  "vw-copy": () => import("./elements/vw-copy.js"),
  "vw-group": () => import("./elements/vw-group.js"),
  "vw-plan": () => import("./elements/vw-plan.js"),
  "vw-report": () => import("./elements/vw-report.js"),
  "vw-save": () => import("./elements/vw-save.js"),
  "vw-search": () => import("./elements/vw-search.js"),
  "vw-selfcheck": () => import("./elements/vw-selfcheck.js"),
};

for (const [name, load] of Object.entries(elements)) {
  for (const element of document.querySelectorAll(name)) sleep(name, element, load);
}

/** @param {string} name @param {Element} element @param {() => Promise<unknown>} load */
function sleep(name, element, load) {
  // Where its script does not come, the page stays what the server sent.
  const start = () => load().catch(() => element.removeAttribute("data-waking"));
  const wake = () => {
    // An address that was damaged on the road asks for something too.
    if (!held("asked") && !/=|%3d/i.test(location.search + location.hash)) return;
    element.setAttribute("data-waking", "");
    start();
  };
  wake();
  // Who opens the page of such a tool came to use it, or to see what is kept.
  if (element.hasAttribute("data-eager")) start();
  // What was ticked or typed before this script came, or what the browser put back, counts as using it.
  const fields = [...element.querySelectorAll("input")];
  if (fields.some((field) => field.checked !== field.defaultChecked || (field.type === "search" && field.value))) start();
  window.addEventListener("hashchange", wake);
  for (const type of ["focusin", "input", "change"]) element.addEventListener(type, start, { once: true });
  element.addEventListener("click", async ({ target }) => {
    // A button that was pressed while its element slept is pressed again when it is awake.
    const button = target instanceof Element && !customElements.get(name) && target.closest("button");
    // One that puts something in the plan is answered below, wherever it stands.
    if (!button || button.hasAttribute("data-save")) return;
    await start();
    if (customElements.get(name)) button.click();
  });
}

// The buttons that put something in the plan stand all over a page, and one element answers them all. What was pressed
// while it slept waits for it.
const saver = document.querySelector("vw-save");
for (const type of saver ? ["focusin", "click"] : []) {
  document.addEventListener(type, ({ target }) => {
    const button = !customElements.get("vw-save") && target instanceof Element && target.closest("[data-save]");
    if (!button) return;
    if (type === "click") button.setAttribute("data-waking", "");
    elements["vw-save"]().catch(() => {
      button.removeAttribute("data-waking");
      const failed = document.querySelector("[data-saving='failed']");
      if (type !== "click" || !(failed instanceof HTMLElement)) return;
      button.parentElement?.after(failed);
      failed.hidden = false;
    });
  });
}

/** Where a `/` is a letter that somebody types. */
const FIELDS = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]";

/** Opens the search box. Where that fails, the link leads to the page for it. @param {HTMLAnchorElement} link */
async function openSearch(link) {
  try {
    const { openDialog } = await import("./elements/vw-search.js");
    openDialog();
  } catch {
    location.assign(link.href);
  }
}

// Paper has nothing to click: folded parts open for it. (A browser opens by itself what a link leads to.)
/** @type {HTMLDetailsElement[]} */
let openedForPaper = [];
window.addEventListener("beforeprint", () => {
  openedForPaper = [...document.querySelectorAll("details:not([open])")];
  for (const fold of openedForPaper) fold.open = true;
});
window.addEventListener("afterprint", () => {
  for (const fold of openedForPaper) fold.open = false;
});

const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-open-search]")]);

for (const link of links) {
  link.addEventListener("click", (event) => {
    // Somebody who wants a new tab gets the page.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch(link);
  });
}

document.addEventListener("keydown", (event) => {
  const { target } = event;
  // A field that was closed a moment ago has the focus still.
  const isTyping = target instanceof Element && target.matches(FIELDS) && target.checkVisibility?.() !== false;
  const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isControlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!links.length || !(isSlash || isControlK)) return;
  event.preventDefault();
  openSearch(links[0]);
});

// The menu of a narrow screen is a checkbox with a label, so that it opens without scripts; keys need one.
const menu = document.querySelector("label.md-header__button[for='__drawer']");
const drawer = /** @type {HTMLInputElement | null} */ (document.querySelector("#__drawer"));
menu?.addEventListener("keydown", (event) => {
  const { key } = /** @type {KeyboardEvent} */ (event);
  if (!drawer || (key !== "Enter" && key !== " ")) return;
  event.preventDefault();
  drawer.checked = !drawer.checked;
  if (drawer.checked) /** @type {HTMLElement | null} */ (document.querySelector(".md-nav--primary a.md-nav__link"))?.focus();
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !drawer?.checked) return;
  drawer.checked = false;
  /** @type {HTMLElement | null} */ (menu)?.focus();
});
