// The cards of a list, as the site's own HTML. A small catalogue has them in one file, a large one ten by ten.

/** A file of the site did not come. */
export class LoadError extends Error {}

export class Cards {
  /** @type {Map<string, Promise<string[]>>} */
  #files = new Map();

  /**
   * @param {URL} folder where the data of the catalogue stand
   * @param {string} view `offers` or `providers`
   * @param {number} perFile cards in a file; 0 when all stand in one
   */
  constructor(folder, view, perFile) {
    this.folder = folder;
    this.view = view;
    this.perFile = perFile;
    // The folder is assets/catalogue/: addresses in cards start at the site's root.
    this.root = new URL("../../", folder).pathname;
  }

  /**
   * Gives the HTML of cards by number, with addresses that work on this page.
   * @param {number[]} numbers
   * @returns {Promise<string[]>}
   */
  async get(numbers) {
    const { perFile, view } = this;
    return Promise.all(
      numbers.map(async (number) => {
        const name = perFile ? `${view}-cards/${Math.floor(number / perFile)}.json` : `${view}-cards.json`;
        const cards = await this.#file(name);
        return cards[perFile ? number % perFile : number].replaceAll('href="/', `href="${this.root}`);
      }),
    );
  }

  /** @param {string} name */
  #file(name) {
    let file = this.#files.get(name);
    if (!file) {
      file = readJson(new URL(name, this.folder));
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return file;
  }
}

/**
 * Fetches data that have the same name on every build: whether they changed is asked each time.
 * @param {URL} url
 * @returns {Promise<any>}
 */
export async function readJson(url) {
  try {
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) throw new LoadError(`${url.pathname}: ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new LoadError(`${url.pathname} did not come`, { cause });
  }
}
