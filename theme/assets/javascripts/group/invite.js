// From the report to a round: the link that somebody pastes is opened in this very tab, where their self-check is.

/** A link to a round, or the text behind its #, wherever it stands in a message. */
const ROUND = /(?:#ronde=|\b(?=VW1R))([0-9a-z]+)/i;

/**
 * Lets the way to the page of the group picture take a pasted link along.
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 */
export function bindInvite(element, signal) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (element.querySelector(`[data-invite="${name}"]`));
  const field = /** @type {HTMLInputElement} */ (part("link"));
  const go = /** @type {HTMLAnchorElement} */ (part("go"));
  go.addEventListener("click", (event) => {
    const round = ROUND.exec(field.value)?.[1];
    const isWrong = !round && field.value.trim() !== "";
    part("said").textContent = isWrong ? String(part("said").dataset.wrong) : "";
    if (isWrong) event.preventDefault();
    const [page] = go.href.split("#");
    go.href = round ? `${page}#ronde=${round}` : page;
  }, { signal });
}
