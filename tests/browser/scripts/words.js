// Gives the words that a page shows, and those that a box cuts off.
() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = { words: [], cut: [] };
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest("script, style, template, select, noscript, svg")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (getComputedStyle(parent).color === "rgba(0, 0, 0, 0)" || parent.closest(".vw-sr, .vw-aloud, caption, .md-skip")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
    if (!boxes.length) continue;
    found.words.push(...text.data.split(/\s+/));
    for (let at = parent; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflow === "visible") continue;
      const room = at.getBoundingClientRect();
      if (boxes.some((box) => box.right > room.right + 1 || box.bottom > room.bottom + 1)) found.cut.push(text.data.trim().slice(0, 60));
    }
  }
  return [found.words, found.cut];
}
