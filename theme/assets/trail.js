// Remembers, until the tab is closed, which articles were opened and what was searched for, so that
// a request can tell it where its writer wants that.

const KEY = "hc-trail";
const MOST = 8;

/** @typedef {{ title: string, url: string } | { query: string }} Step an article, or a search */

/** @returns {Step[]} oldest first */
export function trail() {
  try {
    const steps = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    const isText = (text) => typeof text === "string";
    return steps.filter(({ query, title, url }) => isText(query) || (isText(title) && isText(url)));
  } catch {
    return []; // storage may be switched off
  }
}

/** @param {Step} step the same one again moves to the end */
export function note(step) {
  const same = (other) => (step.query ? other.query === step.query : other.url === step.url);
  const steps = trail().filter((other) => !same(other));
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...steps, step].slice(-MOST)));
  } catch {
    // nothing is remembered then
  }
}

const heading = document.querySelector("article[data-trail] h1");
if (heading) {
  note({ title: heading.textContent, url: location.origin + location.pathname });
}
