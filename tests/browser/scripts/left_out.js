// How many rules of the site take something off the paper, and what is shown in print all the same.
() => {
  const sheets = [...document.styleSheets].filter(({ href }) => href?.endsWith("vormingswijzer.css"));
  const printed = sheets.flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule.conditionText === "print");
  const taken = printed.flatMap(({ cssRules }) => [...cssRules]).filter(({ style }) => style?.display === "none");
  // A part that an element draws before or behind itself is none that can be asked for.
  const selectors = taken.flatMap(({ selectorText }) => selectorText.split(/,\s*(?![^(]*\))/)).filter((one) => !one.includes("::"));
  const isShown = (one) => [...document.querySelectorAll(one)].some((element) => element.checkVisibility());
  return { looked: selectors.length, shown: selectors.filter(isShown) };
}
