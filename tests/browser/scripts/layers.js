// Gives what stays in sight while the page scrolls below it.
() => {
  // Behind what lies over the whole page, nothing counts.
  const shown = document.querySelector("dialog[open]") ?? document.body;
  const main = (shown.querySelector(".md-content") ?? shown).getBoundingClientRect();
  const layers = [...shown.querySelectorAll("*")].filter((one) => {
    const { position, visibility } = getComputedStyle(one);
    return ["fixed", "sticky"].includes(position) && visibility !== "hidden" && one.checkVisibility({ opacityProperty: true })
      && !one.matches("dialog, .md-overlay, .md-sidebar--primary");
  });
  const boxOf = (one) => {
    const boxes = [one, ...one.querySelectorAll("*")].map((part) => part.getBoundingClientRect()).filter(({ height }) => height);
    return boxes[0] ?? one.getBoundingClientRect();
  };
  // What would stand there anyway does not stay in sight.
  const stays = (one) => {
    if (getComputedStyle(one).position === "fixed") return true;
    const { cssText } = one.style;
    const { top } = one.getBoundingClientRect();
    for (const [name, value] of [["position", "relative"], ["top", "auto"], ["bottom", "auto"]]) one.style.setProperty(name, value, "important");
    const flow = one.getBoundingClientRect().top;
    one.style.cssText = cssText;
    return Math.abs(flow - top) > 1;
  };
  return layers.filter(stays).flatMap((one) => {
    const { top, bottom, left, right } = boxOf(one);
    const isBeside = right <= main.left || left >= main.right;
    const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)];
    const isBurst = one.scrollWidth > one.clientWidth + 1;
    return isBeside || from >= to ? [] : [[from, to, `${one.tagName}.${one.className}${isBurst ? " bursts" : ""}`]];
  });
}
