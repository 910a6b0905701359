// Stands first in every page that the engines' tests open: tells the server at once what a page complains of.
{
  const tell = (what) => {
    const line = new XMLHttpRequest();
    line.open("POST", "/watch", false);
    line.send(`${location.pathname}: ${what}`);
  };
  const of = ({ message, target }) => message ?? `${target.src ?? target.href} did not load`;
  // Who leaves takes away what was still on its way: that is no fault.
  let isLeaving = false;
  for (const type of ["beforeunload", "pagehide"]) addEventListener(type, () => (isLeaving = true));
  const isCutOff = (reason) => isLeaving && /dynamically imported module|Importing a module/.test(reason);
  const isStopped = ({ target }) => isLeaving && target instanceof Element;
  addEventListener("error", (event) => isStopped(event) || tell(`error: ${of(event)}`), true);
  addEventListener("unhandledrejection", ({ reason }) => isCutOff(reason) || tell(`rejected: ${reason} ${reason?.stack}`));
  addEventListener("securitypolicyviolation", (event) => tell(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  for (const kind of ["error", "warn"]) console[kind] = (...words) => tell(`${kind}: ${words.join(" ")}`);
}
