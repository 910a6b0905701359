(kind, words, at) => {
  const kinds = {
    button: "button, summary",
    link: "a[href]",
    label: "label",
    field: "input, textarea, select",
  };
  const text = (one) => (one?.textContent ?? "").replace(/\s+/g, " ").trim();
  const name = (one) =>
    one.getAttribute("aria-label") ??
    (one.getAttribute("aria-labelledby")?.split(" ").map((id) => text(document.getElementById(id))).join(" ") ||
      [...(one.labels ?? [])].map(text).join(" ") ||
      text(one));
  const shown = [...document.querySelectorAll(kinds[kind] ?? kind)].filter(
    (one) => one.getClientRects().length && one.checkVisibility({ visibilityProperty: true }) && !one.disabled,
  );
  const exact = shown.filter((one) => name(one) === words);
  const found = (exact.length ? exact : shown.filter((one) => name(one).includes(words)))[at];
  if (!found) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const box = found.getClientRects()[0];
  const [x, y] = [Math.floor(box.x + box.width / 2), Math.floor(box.y + box.height / 2)];
  // What lies on top of it would be pressed instead.
  const top = document.elementFromPoint(x, y);
  return found.contains(top) || top?.contains(found) || top?.closest("label")?.control === found ? [x, y] : null;
}
