// Where somebody is on a page: what is in sight, which folds are open, and what a tool shows. It stands in the history of
// the tab, so that a reload, the Back button and a restored tab change nothing. It goes with the tab; no storage holds it.

/** Milliseconds without scrolling after which a place is a place. */
const STILL = 100;
/** Pixels that a browser may round. */
const ROUNDED = 2;
/** What each step in the history has of its own; all else is what stands on the screen. */
const OF_STEP = ["asked", "at", "received"];

/** @type {Record<string, any>} what this place in the history holds */
let latest = history.state ?? {};
let cameByLink = true;
/** @type {(() => void) | null} puts the page where it belongs, again and again while tools come to life */
let settle = null;
let settled = { top: 0, height: 0 };
/** Whether nobody did anything yet. */
let isArriving = true;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** Gives what this place holds under a name. @param {string} name */
export const held = (name) => latest[name];

/**
 * Holds something under a name, until the tab is closed.
 * @param {string} name
 * @param {unknown} value plain data
 * @param {string} [address] what the address becomes
 * @returns {boolean} whether the browser took it: it has limits to how much, and how often
 */
export function hold(name, value, address) {
  return write("replaceState", { ...latest, [name]: value }, address);
}

/** Takes a step that the Back button can undo. @type {(name: string, value: unknown, address: string) => boolean} */
export function step(name, value, address) {
  return write("pushState", { ...latest, [name]: value }, address);
}

/** @type {(how: "pushState" | "replaceState", state: Record<string, any>, address?: string) => boolean} */
function write(how, state, address) {
  latest = state;
  try {
    history[how](state, "", address);
    return true;
  } catch {
    return false;
  }
}

/** Shows something and keeps it in sight until somebody does something. After a reload everything stays where it was. @param {Element} element */
export function show(element) {
  if (isArriving && held("at")) return;
  keep(() => bringInSight(element));
}

/** Puts the page where it belongs, after a change that the size of the page does not tell. */
export const resettle = () => settle?.();

const height = () => document.documentElement.scrollHeight;

/** @param {() => void} act */
function keep(act) {
  settle = () => {
    if (isArriving) refold();
    act();
    settled = { top: scrollY, height: height() };
  };
  settle();
}

/** Somebody goes on from here. */
function release() {
  isArriving = false;
  if (settle) holdPlace();
  settle = null;
}

function holdPlace() {
  clearTimeout(waiting);
  waiting = setTimeout(() => hold("at", { top: Math.round(scrollY) }), STILL);
}

/** @param {Element} element */
function bringInSight(element) {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  element.scrollIntoView({ behavior: "instant", block: "start" });
  const { top, left, width } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + 1);
  if (!hit || hit.contains(element) || element.contains(hit)) return;
  // A bar at the top of the screen lies over it.
  const cover = hit.getBoundingClientRect();
  if (cover.top <= top) scrollBy({ top: top - cover.bottom, behavior: "instant" });
}

/** Shows what the address names, also when its name was damaged on the road. */
async function arrive() {
  const { hash } = location;
  const named = document.getElementById(decoded(hash.slice(1)));
  if (named) return show(named);
  if (hash.length < 2) return undefined;
  const { read } = await import("../logic/fragment.js");
  const { anchor } = read({ hash, search: "" }, {});
  const meant = document.getElementById(anchor) ?? document.getElementById(anchor.toLowerCase());
  if (meant && hash === location.hash) location.replace(`#${meant.id}`);
  return undefined;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Names a fold by where it stands. @param {Element} fold */
function keyOf(fold) {
  const home = fold.parentElement?.closest("[id], [data-id]") ?? document.body;
  const folds = [...home.querySelectorAll("details")];
  const { id, dataset } = /** @type {HTMLElement} */ (home);
  return JSON.stringify([id, id ? "" : dataset.id, folds.indexOf(/** @type {HTMLDetailsElement} */ (fold)), folds.length]);
}

/** Opens and closes the folds that were. */
function refold() {
  for (const [key, isOpen] of Object.entries(held("folds") ?? {})) {
    const [id, name, at, count] = JSON.parse(key);
    const home = id ? document.getElementById(id) : name ? document.querySelector(`[data-id="${CSS.escape(name)}"]`) : document.body;
    const folds = home?.querySelectorAll("details") ?? [];
    if (folds.length === count && folds[at].open !== isOpen) folds[at].open = isOpen;
  }
}

// A place that was here before has something that tells it from a new one.
if (history.state === null) hold("folds", {});

for (const type of ["popstate", "hashchange"]) {
  addEventListener(type, () => {
    const here = history.state;
    if (!here || type === "popstate") cameByLink = !here;
    // A link within the page makes a new place: what the page holds goes along, but for where somebody was.
    if (!here) hold("at", undefined);
    else write("replaceState", { ...latest, ...Object.fromEntries(OF_STEP.map((name) => [name, here[name]])) });
    if (type === "popstate") return;
    isArriving = false;
    settle = null;
    // On the way back the browser knows where.
    if (cameByLink) arrive();
  });
}

for (const type of ["pointerdown", "touchstart", "wheel", "keydown"]) addEventListener(type, release, { capture: true, passive: true });
addEventListener("scroll", () => {
  const isOurs = Math.abs(scrollY - settled.top) <= ROUNDED || settled.height !== height();
  if (settle && (isOurs || document.readyState !== "complete")) return;
  release();
  holdPlace();
}, { passive: true });

addEventListener("toggle", ({ target }) => {
  // What a tool opens by itself, it opens again.
  if (!(target instanceof HTMLDetailsElement) || navigator.userActivation?.hasBeenActive === false) return;
  hold("folds", { ...held("folds"), [keyOf(target)]: target.open });
  holdPlace();
}, true);

// A frame later: what settles may change the size again, and an observer that does is told off.
new ResizeObserver(() => requestAnimationFrame(resettle)).observe(document.body);
const at = held("at");
if (at) keep(() => scrollTo({ top: at.top, behavior: "instant" }));
else arrive();
