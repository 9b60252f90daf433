// What the search field and the search page say: counts, queries within sentences, marked words.

/**
 * @param {string} forms plural forms of a text with `{count}`, as JSON
 * @param {number} count
 * @returns {string} how many articles were found
 */
export function foundText(forms, count) {
  const { lang } = document.documentElement;
  const patterns = JSON.parse(forms);
  const pattern = patterns[new Intl.PluralRules(lang).select(count)] ?? patterns.other;
  return pattern.replace("{count}", new Intl.NumberFormat(lang).format(count));
}

/** Makes what `foundText` needs while nobody waits: the first of each takes a phone 25 ms. */
export async function readyToCount() {
  const { lang } = document.documentElement;
  await pause();
  new Intl.PluralRules(lang).select(1);
  await pause();
  new Intl.NumberFormat(lang).format(1);
}

/**
 * @param {string} pattern with `{query}`
 * @param {Node | string} query
 * @returns {(Node | string)[]} the sentence; a query of the other direction stays within itself
 */
export function withQuery(pattern, query) {
  const [before, after = ""] = pattern.split("{query}");
  const isolated = document.createElement("bdi");
  isolated.append(query);
  return [before, isolated, after];
}

/** @param {string} text @param {[number, number][]} marks @returns {(Node | string)[]} */
export function marked(text, marks) {
  const parts = [];
  let done = 0;
  for (const [start, end] of marks) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(done, start), mark);
    done = end;
  }
  return [...parts, text.slice(done)];
}

/**
 * @param {string} name of an element
 * @param {string} className
 * @param {(Node | string)[]} content
 */
export function made(name, className, ...content) {
  const element = document.createElement(name);
  if (className) {
    element.className = className;
  }
  element.append(...content);
  return element;
}

/** @param {HTMLElement} element @param {string} language tag where it is not the reader's; else "" */
export function inLanguage(element, language) {
  if (language) {
    element.lang = language;
    element.dir = "auto";
  }
  return element;
}

/** @param {string} root as the page points at it @param {string} url below it */
export function addressOf(root, url, anchor = "") {
  const address = new URL(url, new URL(root, location.href));
  address.hash = anchor;
  return address.href;
}

/** @returns {Promise<void>} when what the reader does meanwhile has had its turn */
export function pause() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume));
}
