// Printing a page in another shape than it has on the screen.

/**
 * Prints the page while an element has marks that its styles know. On a phone the page goes on while the browser makes the
 * sheets, so the marks stay until those are there.
 * @param {Element} element
 * @param {Record<string, string>} marks attributes with their values
 */
export function printAs(element, marks) {
  const marked = Object.entries(marks);
  for (const [name, value] of marked) element.setAttribute(name, value);
  const unmark = () => {
    for (const [name] of marked) element.removeAttribute(name);
  };
  addEventListener("afterprint", unmark, { once: true });
  print();
}
