// Gives the lists in order whose numbers nobody sees.
() => [...document.querySelectorAll("ol")].filter((list) => {
  // Bare lists look like something else, and say their order in another way or have none that is looked at.
  if (!list.checkVisibility() || list.matches(".vw-bare:not(.vw-order), .vw-pages ol")) return false;
  return [...list.children].filter((item) => item.checkVisibility()).some((item) => {
    const { display, listStyleType } = getComputedStyle(item);
    const counts = [item, ...item.querySelectorAll("*")].some((part) =>
      ["::before", "::after"].some((place) => getComputedStyle(part, place).content.match(/counter\(|^"\d/)));
    if (counts) return false;
    if (display !== "list-item" || listStyleType === "none") return true;
    // A marker stands outside the box of its item: neither that nor what holds it may cut it off.
    const room = 12;
    const { left } = item.getBoundingClientRect();
    for (let at = item; at && at !== document.body; at = at.parentElement) {
      const { overflowX, contain } = getComputedStyle(at);
      const isCut = overflowX !== "visible" || /paint|strict|content/.test(contain);
      if (isCut && at.getBoundingClientRect().left + parseFloat(getComputedStyle(at).borderLeftWidth) > left - room) return true;
    }
    return false;
  });
}).map((list) => `${list.className}: ${list.textContent.trim().replace(/\s+/g, " ").slice(0, 60)}`)
