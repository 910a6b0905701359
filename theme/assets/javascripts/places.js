// The places of a page that a script shows, fills or listens to, by the names the page gives them.

/**
 * Gives a way to the places inside an element. Each is looked up once: in a long page that takes time.
 * @param {Element} element
 * @param {string} attribute the one that holds the names
 * @returns {(name: string) => HTMLElement}
 */
export function places(element, attribute) {
  /** @type {Map<string, HTMLElement>} */
  const found = new Map();
  return (name) => {
    const place = found.get(name) ?? element.querySelector(`[${attribute}="${name}"]`);
    if (!(place instanceof HTMLElement)) throw new Error(`${element.localName}: expected an element with ${attribute}="${name}"`);
    found.set(name, place);
    return place;
  };
}

/**
 * Writes a text in a place, unless it stands there: what is written again is laid out again.
 * @type {(place: Element, text: string) => void}
 */
export function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
