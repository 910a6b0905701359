// Brings the scripts of a page, for everybody alike: those of a tool at once, all others when the page is there and the
// browser has a moment. What somebody does never starts a request, so that nobody learns of it (docs/decisions/0012).
// What was pressed while its script is under way shows that, and is carried out when it comes.

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

/** Milliseconds after which the browser must have a moment. */
const MOST_WAIT = 2000;
/** What a script answers: a button, and a link that does more than lead on. */
const PRESSED = "button, a[data-begin]";
/** Where a `/` is a letter that somebody types. */
const FIELDS = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]";

const names = Object.keys(elements).filter((name) => document.querySelector(name));
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-open-search]")]);
/** Where it is said aloud that something waits. @type {HTMLElement | null} */
const told = document.querySelector("[data-waiting]");
/** What waits for a script. @type {Set<Element>} */
const waiting = new Set();
/** The scripts that are under way or there. @type {Map<string, Promise<unknown>>} */
const coming = new Map();

const moment = quiet();
for (const name of links.length ? new Set([...names, "vw-search"]) : names) {
  const isFirst = names.includes(name) && (hasState() || document.querySelector(`${name}[data-eager]`));
  bring(name, isFirst ? elements[name]() : moment.then(elements[name]));
}
const today = tellToday();
tellLoaded();
markState();
addEventListener("hashchange", markState);

/** Waits until the page is there and the browser has nothing better to do. */
async function quiet() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  await new Promise((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(done, { timeout: MOST_WAIT });
    else setTimeout(done);
  });
}

/** @type {(name: string, script: Promise<unknown>) => void} */
function bring(name, script) {
  coming.set(name, script);
  // Where its script does not come, an element stays what the server sent.
  script.catch(() => document.querySelectorAll(name).forEach((one) => one.removeAttribute("data-waking")));
}

/** Says what holds today, where the page came with what is said on later days; without its script it stays as it was made. */
async function tellToday() {
  if (!document.querySelector("template[data-from]")) return;
  await moment;
  (await import("./keeping/today.js")).tellToday(document);
}

/** Says that nothing more will be fetched: from here on the page needs no network. */
async function tellLoaded() {
  await Promise.allSettled([...coming.values(), today]);
  const here = names.flatMap((name) => [...document.querySelectorAll(name)]);
  await Promise.allSettled(here.map((one) => /** @type {any} */ (one).loaded));
  document.documentElement.setAttribute("data-loaded", "");
}

/** Says whether the address asks something of a tool, also where it was damaged on the road, or asked it before. */
function hasState() {
  return Boolean(held("asked")) || /=|%3d/i.test(location.search + location.hash);
}

/** What shows without a state in the address must not flash by where there is one. */
function markState() {
  if (hasState()) for (const name of names) document.querySelectorAll(name).forEach((one) => one.setAttribute("data-waking", ""));
}

/** Gives the name of the element that answers something, while its script is not there. @param {Element} target */
function asleep(target) {
  const name = target.hasAttribute("data-save") ? "vw-save" : names.length && target.closest(names.join())?.localName;
  return name && coming.has(name) && !customElements.get(name) ? name : "";
}

/**
 * Shows that something waits for a script until that comes; where it did not come, says so beside it.
 * @type {(name: string, shown: Element, place: Element, act: () => void) => Promise<void>}
 */
async function wait(name, shown, place, act) {
  if (waiting.has(shown)) return;
  waiting.add(shown);
  shown.setAttribute("data-waking", "");
  if (told) told.textContent = told.dataset.waiting ?? "";
  let script;
  let isThere = false;
  // Who asked anew in the meantime waits for that.
  while (!isThere && script !== coming.get(name)) {
    script = coming.get(name);
    // It may have come by another road than the one that failed.
    isThere = await /** @type {Promise<unknown>} */ (script).then(() => true, () => Boolean(customElements.get(name)));
  }
  waiting.delete(shown);
  if (told) told.textContent = "";
  // What puts something in the plan is answered by its element when that comes; see vw-save.js.
  const isAnswered = !shown.hasAttribute("data-waking");
  shown.removeAttribute("data-waking");
  if (!isThere) tellFailed(place, () => wait(name, shown, place, act));
  else if (!isAnswered) act();
}

/** Asks anew for what did not come; a browser that keeps a failure in mind needs the page anew. */
function bringAnew() {
  for (const name of coming.keys()) if (!customElements.get(name)) bring(name, elements[name]());
}

/** @type {(place: Element, retry: () => void) => void} */
function tellFailed(place, retry) {
  document.querySelector("[data-waiting=failed]")?.remove();
  const words = template("_mislukt")?.querySelector("[data-waiting=failed]")?.cloneNode(true);
  if (!(words instanceof Element)) return;
  words.querySelector("button")?.addEventListener("click", () => {
    words.remove();
    /** @type {HTMLElement} */ (place).focus();
    bringAnew();
    retry();
  });
  let line = (place.closest("label") ?? place).parentElement;
  // Below what stands side by side, and not among it.
  while (line?.parentElement && isRow(line.parentElement)) line = line.parentElement;
  if (line?.matches("li, td, fieldset")) line.append(words);
  else line?.after(words);
}

/** @param {Element} element */
function isRow(element) {
  const { display, flexDirection } = getComputedStyle(element);
  return display.endsWith("flex") && flexDirection.startsWith("row");
}

/** @param {string} id */
function template(id) {
  return /** @type {HTMLTemplateElement | null} */ (document.getElementById(id))?.content;
}

/** Carries out what was pressed, once its script is there. @param {Element} button */
function press(button) {
  const name = asleep(button);
  if (!name) return button.removeAttribute("data-waking");
  return wait(name, button, button, () => /** @type {HTMLElement} */ (button).click());
}

/** A tool reads its fields when its script comes. @param {Element} field */
function fill(field) {
  const name = asleep(field);
  const tool = name && field.closest(name);
  if (tool) wait(name, tool, field, () => {});
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest(PRESSED);
  if (button) press(button);
});
for (const type of ["input", "change"]) {
  document.addEventListener(type, ({ target }) => target instanceof Element && fill(target));
}
// What was pressed, ticked or typed before this script came (javascripts/waiting.html), or what the browser put back.
removeEventListener("click", /** @type {any} */ (window).__vw_early);
for (const button of document.querySelectorAll(`:is(${PRESSED})[data-waking]`)) press(button);
for (const field of document.querySelectorAll("input")) {
  if (field.checked !== field.defaultChecked || (field.type === "search" && field.value)) fill(field);
}

/** Opens the search box over the page at once; its script, and the list of what can be found, may come later. */
function openSearch() {
  let dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.vw-searchdialog"));
  if (!dialog) {
    const made = /** @type {HTMLDialogElement} */ (template("_search")?.querySelector("dialog")?.cloneNode(true));
    document.body.append(made);
    made.querySelector("[data-close]")?.addEventListener("click", () => made.close());
    // A click beside the box closes it.
    made.addEventListener("click", ({ target }) => target === made && made.close());
    dialog = made;
    awaitSearch(dialog);
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
}

/** @param {HTMLDialogElement} dialog */
async function awaitSearch(dialog) {
  const show = (/** @type {string} */ name) => {
    const words = /** @type {Element} */ (template("_search")?.querySelector(`[data-part=${name}]`)?.cloneNode(true));
    if (!customElements.get("vw-search")) dialog.querySelector("[data-status]")?.replaceChildren(words);
    return words;
  };
  show("loading");
  try {
    await coming.get("vw-search");
  } catch {
    show("failed").querySelector("button")?.addEventListener("click", () => {
      dialog.querySelector("input")?.focus();
      bringAnew();
      awaitSearch(dialog);
    });
  }
}

for (const link of links) {
  link.addEventListener("click", (event) => {
    // Somebody who wants a new tab gets the page.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch();
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
  openSearch();
});

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

// Of a field for more lines a browser brings only the caret into sight, and not out from under a bar.
document.addEventListener("keyup", ({ key, target }) => {
  if (key === "Tab" && target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: "nearest" });
});

// The menu of a narrow screen is a checkbox, so that it opens without scripts; with them, a button ticks it.
const menu = /** @type {HTMLElement | null} */ (document.querySelector("[data-open-menu]"));
const drawer = /** @type {HTMLInputElement | null} */ (document.querySelector("#__drawer"));
const shown = document.querySelector(".md-sidebar--primary");

/** @param {boolean} isOpen */
function openMenu(isOpen) {
  if (drawer) drawer.checked = isOpen;
  menu?.setAttribute("aria-expanded", String(isOpen));
}

menu?.addEventListener("click", () => {
  openMenu(!drawer?.checked);
  if (drawer?.checked) /** @type {HTMLElement | null} */ (shown?.querySelector("a.md-nav__link"))?.focus();
});
// Who presses beside the menu closes it.
drawer?.addEventListener("change", () => openMenu(drawer.checked));
// It lies over the page: who goes on to what is behind it, sees that.
shown?.addEventListener("focusout", (event) => {
  const { relatedTarget } = /** @type {FocusEvent} */ (event);
  if (relatedTarget instanceof Node && !shown.contains(relatedTarget) && relatedTarget !== menu) openMenu(false);
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !drawer?.checked) return;
  openMenu(false);
  menu?.focus();
});
