// The cards of a list, as the site's own HTML. A small catalogue has them in one file, a large one ten by ten.

import { readData } from "./fetched.js";

export class Cards {
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

  /** Fetches the file that everybody gets, where there is one. */
  async load() {
    if (!this.perFile) await this.#file(0);
  }

  /**
   * Gives the HTML of cards by number, with addresses that work on this page.
   * @param {number[]} numbers
   * @returns {Promise<string[]>}
   */
  async get(numbers) {
    const { perFile } = this;
    return Promise.all(
      numbers.map(async (number) => {
        const cards = await this.#file(number);
        return cards[perFile ? number % perFile : number].replaceAll('href="/', `href="${this.root}`);
      }),
    );
  }

  /** Gives the file a card stands in. @param {number} number @returns {Promise<string[]>} */
  #file(number) {
    const { perFile, view } = this;
    const name = perFile ? `${view}-cards/${Math.floor(number / perFile)}.json` : `${view}-cards.json`;
    return readData(new URL(name, this.folder));
  }
}
