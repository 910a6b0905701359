/** Milliseconds that a browser gets to take the file. */
const WAIT = 10_000;

/** Gives the person a file. @type {(name: string, text: string, type: string) => void} */
export function download(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), WAIT);
}
