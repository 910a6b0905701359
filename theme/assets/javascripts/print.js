// What a tool puts on paper is the same by its button, by Ctrl+P and from the menu of the browser.

/**
 * Lays out what is printed, for as long as the browser makes the sheets. On a phone the page goes on meanwhile, so what
 * was laid stays until those are there.
 * @param {(which: string) => (() => void) | undefined} lay lays what a button asks for, or "" where none was pressed;
 *   gives how to take it away again
 * @param {AbortSignal} signal
 * @returns {(which?: string) => void} prints
 */
export function printing(lay, signal) {
  let isLaid = false;
  /** @type {(() => void) | undefined} */
  let lift;
  const end = () => {
    lift?.();
    lift = undefined;
    isLaid = false;
  };
  const begin = (/** @type {string} */ which) => {
    end();
    lift = lay(which);
    isLaid = true;
  };
  addEventListener("beforeprint", () => isLaid || begin(""), { signal });
  addEventListener("afterprint", end, { signal });
  signal.addEventListener("abort", end);
  return (which = "") => {
    begin(which);
    print();
  };
}

/**
 * Gives an element marks that the styles for paper know; gives how to take them away again.
 * @param {Element} element
 * @param {Record<string, string>} marks attributes with their values
 */
export function mark(element, marks) {
  const marked = Object.entries(marks);
  for (const [name, value] of marked) element.setAttribute(name, value);
  return () => {
    for (const [name] of marked) element.removeAttribute(name);
  };
}
