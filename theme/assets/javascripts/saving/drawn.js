// What goes round when a page shows other buttons than before, so that they say what is saved.

export const DRAWN = "vw-drawn";

export function tellDrawn() {
  document.dispatchEvent(new Event(DRAWN));
}
