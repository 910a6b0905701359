// The words and the pieces of markup that the page brings for the script: no text stands in a script.

export class Pieces {
  /** @param {HTMLTemplateElement} template */
  constructor(template) {
    this.content = template.content;
    /** @type {Map<string, string>} */
    this.words = new Map();
    for (const span of /** @type {NodeListOf<HTMLElement>} */ (this.content.querySelectorAll("[data-words]"))) {
      this.words.set(String(span.dataset.words), String(span.textContent));
    }
    /** @type {Map<string, string>} labels of the facets that only the other view has */
    this.elsewhere = new Map();
    for (const span of /** @type {NodeListOf<HTMLElement>} */ (this.content.querySelectorAll("[data-elsewhere]"))) {
      this.elsewhere.set(String(span.dataset.elsewhere), String(span.textContent));
    }
  }

  /**
   * Gives words with what belongs between their braces.
   * @param {string} name
   * @param {Record<string, string | number>} values
   */
  say(name, values = {}) {
    const words = this.words.get(name);
    if (words === undefined) throw new Error(`pieces: the page has no words "${name}"`);
    return words.replace(/\{(\w+)\}/g, (whole, key) => (Object.hasOwn(values, key) ? String(values[key]) : whole));
  }

  /**
   * Gives a copy of a piece of markup.
   * @param {string} name
   * @returns {HTMLElement}
   */
  make(name) {
    const piece = this.content.querySelector(`[data-piece="${name}"]`);
    if (!piece) throw new Error(`pieces: the page has no piece "${name}"`);
    const copy = /** @type {HTMLElement} */ (piece.cloneNode(true));
    delete copy.dataset.piece;
    return copy;
  }

  /**
   * Gives a button that says something and does something.
   * @param {string} piece
   * @param {string} label
   * @param {() => void} act
   */
  button(piece, label, act) {
    const button = this.make(piece);
    (button.querySelector("span") ?? button).textContent = label || button.textContent;
    button.addEventListener("click", act);
    return button;
  }
}

/**
 * Gives a paragraph.
 * @param {string | Node} content
 * @param {string} [name] its class
 */
export function paragraph(content, name) {
  const made = document.createElement("p");
  if (name) made.className = name;
  made.append(content);
  return made;
}

/**
 * Makes what stands behind a fold that the page brings as a template. A browser styles, lays out and searches for fields what
 * nobody opened too, so that comes when somebody opens it.
 * @param {Element} fold
 * @returns {boolean} whether it was not there yet
 */
export function unfold(fold) {
  const template = fold.querySelector("template");
  template?.replaceWith(template.content);
  return template !== null;
}

/**
 * Puts the pieces of a list in order. A browser forgets who had the focus in what is moved: that piece stays, and the others
 * go round it.
 * @type {(list: Element, pieces: Element[]) => void}
 */
export function arrange(list, pieces) {
  for (const [at, piece] of pieces.entries()) {
    if (piece.contains(document.activeElement)) while (list.children[at] !== piece) list.append(list.children[at]);
    else if (list.children[at] !== piece) list.insertBefore(piece, list.children[at] ?? null);
  }
}
