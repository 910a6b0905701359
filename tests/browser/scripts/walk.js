// Looks at what has the focus, each time before the Tab key moves it.
() => {
  const walk = { stops: 0, wrong: [], isRound: false, seen: new Set(), last: null };
  document.activeElement?.blur();
  const isListening = "walk" in window;
  window.walk = walk;
  const named = (one) => {
    const words = (one.getAttribute("aria-label") || one.textContent || one.value || "").trim().replace(/\s+/g, " ");
    return `${one.tagName.toLowerCase()}#${one.id}.${one.className} '${words.slice(0, 40)}'`;
  };
  // Of a field that is not drawn, what stands for it.
  const drawn = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 4 && height > 4 ? one : one.closest("label") ?? one;
  };
  const isLayer = (one) => {
    for (let at = one; at && at !== document.body; at = at.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  };
  walk.look = () => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return;
    // A field for a date is several stops.
    if (focused === walk.last) return;
    if (walk.isRound || (walk.isRound = walk.seen.has(focused))) return;
    walk.last = focused;
    walk.seen.add(focused);
    walk.stops += 1;
    const one = drawn(focused);
    // Below 480 px no bar stays; above, two at most.
    const isTall = one.getBoundingClientRect().height > innerHeight - (innerHeight < 480 ? 0 : 104);
    for (const box of one.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      const isWide = box.width > innerWidth;
      // Of a field for more lines, a browser brings the line with the caret into sight.
      const isSeen = one.matches("textarea") && box.top < innerHeight - 20 && box.bottom > 20;
      if (!isTall && !isSeen && (box.top < -1 || box.bottom > innerHeight + 1)) walk.wrong.push(`outside: ${named(focused)} ${Math.round(box.top)}–${Math.round(box.bottom)}`);
      if (!isWide && (box.left < -1 || box.right > innerWidth + 1)) walk.wrong.push(`beside: ${named(focused)}`);
      for (const across of [0.05, 0.5, 0.95]) {
        for (const down of [0.1, 0.5, 0.9]) {
          const [x, y] = [box.left + box.width * across, box.top + box.height * down];
          if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
          const hit = document.elementFromPoint(x, y);
          if (!hit || hit.contains(one) || one.contains(hit)) continue;
          const label = hit.closest("label");
          if (label && (label.contains(focused) || label.control === focused)) continue;
          if (isLayer(hit)) walk.wrong.push(`covered: ${named(focused)} ${Math.round(box.top)}–${Math.round(box.bottom)} by ${named(hit)}`);
        }
      }
    }
  };
  // What has the focus is looked at when the next key goes down: by then all that scrolls has scrolled.
  if (!isListening) addEventListener("keydown", ({ key }) => { if (key === "Tab") window.walk.look(); }, { capture: true });
}
