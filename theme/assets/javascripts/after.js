// A press in a long page takes three short tasks instead of a long one: what it means is kept at once, the page is changed
// and laid out next, and painted last. In between the browser can answer somebody.

/**
 * Changes the page once a press is dealt with, and lays it out in the same task: painting is then all that is left.
 * @param {Element} element
 * @param {() => void} change
 */
export function afterPress(element, change) {
  setTimeout(() => {
    change();
    element.getBoundingClientRect();
  });
}
