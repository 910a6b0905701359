// The data of the site, each file fetched once for a page. One that did not come is asked for again only when somebody
// presses "try again": whatever else they do then sends nothing, so that nobody learns that they did something.

/** A file of the site did not come, or not whole. As the browser's own error of a request, it is a TypeError. */
export class LoadError extends TypeError {}

/** @type {Map<string, Promise<any>>} */
const files = new Map();
/** @type {Set<string>} */
const failed = new Set();

/**
 * Gives what a file holds.
 * @param {string | URL} url
 * @param {RequestCache} cache data that have the same name on every build may have changed: the browser asks each time
 * @returns {Promise<any>}
 */
export function readData(url, cache = "no-cache") {
  const address = String(url);
  let file = files.get(address);
  if (!file) {
    file = read(address, cache);
    file.catch(() => failed.add(address));
    files.set(address, file);
  }
  return file;
}

/** Lets what did not come be asked for again, and files that could not be used. @param {(string | URL)[]} useless */
export function retryData(...useless) {
  for (const address of [...failed, ...useless.map(String)]) files.delete(address);
  failed.clear();
}

/** @type {(address: string, cache: RequestCache) => Promise<any>} */
async function read(address, cache) {
  try {
    const response = await fetch(address, { cache });
    if (!response.ok) throw new LoadError(`${address}: ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new LoadError(`${address} did not come`, { cause });
  }
}
